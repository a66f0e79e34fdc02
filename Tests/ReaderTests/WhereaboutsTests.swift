import Briefings
import Cells
import Testing

@testable import Reader

/// Where names occur: the bar in the panel, what counts as a mention, the panel following the text, adding a name.
@Suite struct WhereaboutsTests {
  private func mention(_ start: Int, _ end: Int, _ field: BriefingField = .text) -> Mention {
    Mention(form: "\(start)–\(end)", place: Place(field, TextSpan(start..<end)))
  }

  struct Row: Sendable {
    let name: String
    let spans: [Range<Int>]
    let outer: [Range<Int>]
  }

  static let rows = [
    Row(name: "none", spans: [], outer: []),
    Row(name: "apart", spans: [0..<4, 10..<14], outer: [0..<4, 10..<14]),
    Row(name: "at the end of a longer one", spans: [0..<10, 4..<10, 20..<26], outer: [0..<10, 20..<26]),
    Row(name: "at its beginning, and listed first", spans: [0..<4, 0..<10], outer: [0..<10]),
    Row(name: "two in one", spans: [0..<20, 2..<5, 7..<9], outer: [0..<20]),
    Row(name: "the same twice", spans: [3..<6, 3..<6], outer: [3..<6]),
  ]

  @Test(arguments: rows)
  func aNameInsideItselfIsNoMention(_ row: Row) {
    let mentions = row.spans.map { mention($0.lowerBound, $0.upperBound) }
    let entity = Entity(canonical: "x", type: .organization, mentions: mentions)
    #expect(entity.outerMentions.map(\.place.span.range) == row.outer, "\(row.name)")
  }

  @Test func theTitleIsAnotherField() {
    let entity = Entity(canonical: "x", type: .person, mentions: [mention(0, 20, .title), mention(2, 9)])
    #expect(entity.outerMentions.count == 2)
  }

  @Test func mentionsAreCountedWithoutInnerOnes() {
    var archive = Sample.archive
    let text = archive.articles[0].briefing.text
    let whole = archive.articles[0].entities.firstIndex { $0.canonical == "سامي النجار" } ?? 0
    guard let first = archive.articles[0].entities[whole].mentions.first, first.place.field == .text else {
      Issue.record("no mention")
      return
    }
    let inner = TextSpan(first.place.span.end - "النجار".utf8.count..<first.place.span.end)
    #expect(text.text(at: inner) == "النجار")
    archive.articles[0].entities[whole].mentions.insert(Mention(form: "النجار", place: Place(.text, inner)), at: 1)
    var driver = Driver("Enter e g n", archive)
    #expect(driver.model.notice?.text == "Mention 1 of 2")
    driver.press("n")
    #expect(driver.model.notice?.text == "Mention 2 of 2")
    #expect(view(driver.model).text.contains("2×"))
  }

  @Test func theBarShowsWhere() {
    let driver = Driver("Enter")
    let model = driver.model
    let length = (model.article?.briefing.text.utf8.count ?? 0) + (model.article?.briefing.title.utf8.count ?? 0)
    #expect(model.whereabouts(of: [mention(0, 1, .title)]).hasPrefix("█·"))
    #expect(model.whereabouts(of: [mention(length, length)]).hasSuffix("·█"))
    #expect(model.whereabouts(of: []) == "··········")
    var plain = model
    plain.options.usesBlocks = false
    #expect(plain.whereabouts(of: [mention(0, 1, .title)]) == "#·········")
  }

  @Test func thePanelFollowsTheText() {
    var driver = Driver("Enter t g", size: Size(columns: 100, rows: 10))
    #expect(driver.model.panel.statement == 0)
    driver.press("Tab Tab")
    #expect(driver.model.focus == .article)
    driver.press("G")
    #expect(driver.model.panel.statement == 2)
    driver.press("g")
    #expect(driver.model.panel.statement == 0)
  }

  @Test func wordsThatWereFoundBecomeAName() {
    var driver = Driver("Enter /")
    driver.type("الاثنين")
    driver.press("Enter = Enter")
    guard case .addMention(let marked, let entity)? = driver.archive.decisions.first else {
      Issue.record("no decision")
      return
    }
    #expect(marked.form == "الاثنين")
    #expect(entity == EntityName(.person, "الاثنين"))
    driver.press("U")
    #expect(driver.archive.decisions.isEmpty)
  }

  @Test func wordsThatWereFoundBecomeAMentionOfAKnownName() {
    var driver = Driver("Enter /")
    driver.type("الموقع")
    driver.press("Enter = C-u")
    driver.type("بغداد")
    driver.press("Enter")
    #expect(driver.archive.decisions.first?.target == EntityName(.place, "بغداد"))
    driver = Driver("Enter =")
    #expect(driver.model.renaming == nil)
    #expect(driver.model.notice?.text.contains("Find the words") == true)
  }
}
