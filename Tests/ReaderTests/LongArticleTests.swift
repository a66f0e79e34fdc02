import Briefings
import Cells
import Testing

@testable import Reader

/// Articles of many blocks, of which only what is shown is laid out.
@Suite struct LongArticleTests {
  private static func article(_ text: String, title: String = "مقال طويل") -> FakeArchive {
    FakeArchive([
      LoadedBriefing(briefing: Briefing(id: BriefingID("long"), title: title, text: text), entities: [], statements: [])
    ])
  }

  /// Paragraphs that each begin with their number.
  private static let many = (1...2_500).map { "\($0) قال المتحدث باسم الوزارة إن الاتفاق لم يوقع بعد" }
    .joined(separator: "\n\n")

  /// Some words, all of them one paragraph.
  private static let one = (1...30_000).map { "كلمة\($0)" }.joined(separator: " ")

  struct Row: Sendable {
    let name: String
    let text: String
    var title = "مقال طويل"
  }

  static let rows = [
    Row(name: "paragraphs", text: many), Row(name: "one paragraph", text: one),
    Row(name: "one word", text: String(repeating: "ب", count: 100_000)),
    Row(name: "marks", text: "ب" + String(repeating: "\u{651}", count: 100_000)),
    Row(name: "controls", text: "قال" + String(repeating: "\u{202B}", count: 60_000) + "نعم"),
    Row(name: "line ends", text: "قال" + String(repeating: "\n", count: 200_000) + "نعم"),
    Row(name: "lines of a letter", text: String(repeating: "ب\n", count: 5_000)),
    Row(name: "a title as long", text: "قال", title: one),
  ]

  /// From the begin to the end by pages and back, each row is seen once, in the order of the text.
  @Test func pagingShowsAllOfIt() {
    for row in Self.rows { pageThrough(row) }
  }

  private func pageThrough(_ row: Row) {
    for size in [Size(columns: 80, rows: 24), Size(columns: 60, rows: 400)] {
      var driver = Driver("Enter z", Self.article(row.text, title: row.title), size: size)
      func shown() -> [Place] {
        driver.model.article.map { state in
          state.layout.lines(from: state.top, count: driver.model.articleRows).compactMap(\.text)
        } ?? []
      }
      var places = shown()
      var tops = [driver.model.article?.top]
      while driver.model.article?.top != driver.model.articleEnd, tops.count < 10_000 {
        driver.press("Space")
        places += shown()
        tops.append(driver.model.article?.top)
      }
      let order = places.enumerated().filter { $0.offset == 0 || $0.element != places[$0.offset - 1] }.map(\.element)
      for field in BriefingField.allCases {
        let text = driver.model.article?.briefing.text(of: field) ?? ""
        var covered = [Bool](repeating: false, count: text.utf8.count)
        for place in order where place.field == field { for byte in place.span.range { covered[byte] = true } }
        let missing = zip(text.utf8, covered).contains { $0 != 0x0A && $0 != 0x20 && !$1 }
        #expect(!missing, "\(row.name), \(field) at \(size)")
      }
      driver.press("g")
      #expect(driver.model.article?.top == .first)
      driver.press("G")
      #expect(driver.model.article?.top == tops.last, "\(row.name): the end is where the pages end")
      for _ in tops { driver.press("b") }
      #expect(driver.model.article?.top == .first, "\(row.name): back as far as forth")
    }
  }

  @Test func resizingKeepsTheTextAtTheTop() {
    for row in Self.rows { resize(row) }
  }

  private func resize(_ row: Row) {
    var driver = Driver("Enter z G b b", Self.article(row.text, title: row.title), size: Size(columns: 80, rows: 24))
    let place = driver.model.article.flatMap { $0.layout.place(ofRow: $0.top) }
    for columns in [60, 200, 33, 80] {
      driver.resize(columns, 24)
      guard let state = driver.model.article, state.top < driver.model.articleEnd, let place else { continue }
      let texts = state.layout.lines(from: state.top, count: 3).compactMap(\.text)
      #expect(
        texts.contains { $0.field == place.field && $0.span.range.contains(place.span.start) },
        "\(row.name) at \(columns)")
    }
    #expect(driver.model.article.flatMap { $0.layout.place(ofRow: $0.top) } == place, "\(row.name)")
  }

  @Test func aLongParagraphIsLaidOutAsOne() {
    let briefing = Briefing(id: BriefingID("long"), title: "مقال", text: Self.one)
    let layout = ArticleLayout(briefing, width: 80, options: LayoutOptions())
    #expect(layout.last.block > 2)
    let rows = layout.lines(from: .first, count: 100_000).filter { $0.field == .text }
    let whole = ParagraphLayout(Self.one, width: 80, options: LayoutOptions(base: .rightToLeft)).lines
    // But for one row at each piece's end they are the same, in number too.
    #expect(rows.filter(\.isFirst).count == 1)
    #expect(rows.allSatisfy { $0.line?.isRightToLeft == true })
    #expect(rows.count - whole.count <= layout.last.block)
    #expect(Array(rows.prefix(100).map(\.line)) == whole.prefix(100).map { $0 })
    for (row, next) in zip(rows, rows.dropFirst()) {
      #expect(row.line?.source.upperBound == next.line?.source.lowerBound)
    }
  }

  @Test func placesAreFoundInEveryBlock() {
    let briefing = Briefing(id: BriefingID("long"), title: "مقال", text: Self.many)
    let layout = ArticleLayout(briefing, width: 40, options: LayoutOptions())
    #expect(layout.last.block > 1)
    for paragraph in paragraphs(of: Self.many).enumerated().filter({ $0.offset % 97 == 0 }).map(\.element) {
      let row = layout.row(of: Place(.text, paragraph.span))
      #expect(row.flatMap { layout.line($0)?.line?.source.lowerBound } == paragraph.span.start)
      #expect(row.flatMap { layout.line($0)?.isFirst } == true)
    }
  }

  @Test func theBarTellsHowFarItIs() {
    var driver = Driver("Enter z", Self.article(Self.many), size: Size(columns: 80, rows: 24))
    func percent() -> Int {
      driver.model.article.map { $0.layout.percent(of: $0.top, rows: driver.model.articleRows) } ?? -1
    }
    #expect(percent() == 0)
    var last = 0
    for _ in 0..<200 {
      driver.press("Space")
      #expect(percent() >= last)
      last = percent()
    }
    driver.press("G k")
    #expect(percent() == 99)
    driver.press("j")
    #expect(percent() == 100)
  }

  /// More than a mebibyte, with one word of another sort in it.
  private static let book =
    String(repeating: "قال المتحدث\n", count: 30_000) + "خاتمة" + String(repeating: "\nقال", count: 90_000)

  @Test func aLongArticleIsSearchedInTheBackground() {
    var driver = Driver(Self.article(Self.book), isPrompt: false)
    driver.deliver()
    driver.deliver()
    driver.press("Enter /")
    driver.type("خ")
    #expect(driver.model.article?.pendingSearch != nil)
    #expect(driver.model.article?.matches.isEmpty == true)
    let late = driver.waiting
    driver.type("اتمة")
    driver.waiting = late
    driver.deliver()
    #expect(driver.model.article?.pendingSearch != nil, "what was typed before is no answer any more")
    driver.press("Backspace")
    driver.deliver()
    #expect(driver.model.article?.pendingSearch == nil)
    #expect(driver.model.article?.matches.count == 1)
    #expect(driver.model.article?.currentMatch == 0)
    #expect((driver.model.article?.top ?? .first) > .first, "it is shown")
    driver.press("Esc")
    #expect(driver.model.article?.top == .first)
    driver.press("/")
    driver.type("لا شيء")
    driver.press("Enter")
    #expect(driver.model.notice == nil, "nothing is known yet")
    driver.deliver()
    #expect(driver.model.notice != nil, "that there is nothing is said when it is known")
  }

  @Test func wordsAreSelectedWhereverTheyStand() {
    var driver = Driver("Enter z G v", Self.article(Self.many))
    let first = driver.model.article?.selection?.range
    #expect(first != nil)
    driver.press("k")
    #expect((driver.model.article?.selection?.range.lowerBound ?? .max) < (first?.lowerBound ?? 0))
    driver.press("G")
    #expect((driver.model.article?.selection?.range.upperBound ?? 0) > Self.many.utf8.count - 100, "in the last row")
    driver.press("g")
    #expect(driver.model.article?.selection?.range.lowerBound == 0)
  }
}
