import Briefings
import Cells
import Search
import Testing

@testable import Reader

/// The list in groups that fold: keys in, rows out.
@Suite struct TreeTests {
  static var archive: FakeArchive {
    var archive = Sample.archive
    archive.readIDs = [BriefingID("bank")]
    archive.stories = [["dam", "farmers", "long"].map { BriefingID($0) }]
    return archive
  }

  /// The rows of the list, headings with how many articles and unread ones they have, and `>` before the chosen one.
  static func lines(_ model: Model) -> [String] {
    (0..<model.library.count).map { row in
      let sign = row == model.library.selected ? ">" : ""
      guard let section = model.library.heading(row), let group = section.group else {
        return sign + (model.library[row]?.id.text ?? "…")
      }
      let name = model.wording.name(of: group.part)
      return "\(sign)\(section.isFolded ? "+" : "-")\(name) \(group.count)/\(group.unreadCount)"
    }
  }

  struct Row: Sendable {
    let name: String
    let keys: String
    let lines: [String]
  }

  // The panes run from right to left: the arrow to the left goes in.
  static let rows = [
    Row(name: "one list at first", keys: "", lines: [">dam", "farmers", "bank", "persian", "long"]),
    Row(
      name: "by tag, all folded", keys: "B 6 Enter", lines: [">+#مياه 2/2", "+#سدود 1/1", "+#water 1/0"]),
    Row(
      name: "an article stands in each of its groups", keys: "B 6 Enter Left j j j Left",
      lines: ["-#مياه 2/2", "dam", "farmers", ">-#سدود 1/1", "dam", "+#water 1/0"]),
    Row(
      name: "Enter unfolds too", keys: "B 6 Enter j Enter",
      lines: ["+#مياه 2/2", ">-#سدود 1/1", "dam", "+#water 1/0"]),
    Row(name: "and folds", keys: "B 6 Enter j Enter Enter", lines: ["+#مياه 2/2", ">+#سدود 1/1", "+#water 1/0"]),
    Row(
      name: "out of an article to its heading, then it is folded", keys: "B 6 Enter Left j j Right Right",
      lines: [">+#مياه 2/2", "+#سدود 1/1", "+#water 1/0"]),
    Row(
      name: "years, months, days", keys: "B 5 Enter Left Left Left Left Left",
      lines: [
        "-2024 5/4", "-2024-03 4/3", ">-2024-03-05 1/1", "dam", "+2024-03-04 1/1", "+2024-03-03 1/0", "+2024-03-02 1/1",
        "+2024-02 1/1",
      ]),
    Row(
      name: "the same again changes nothing", keys: "B 5 Enter Left B Enter",
      lines: [
        ">-2024 5/4", "+2024-03 4/3", "+2024-02 1/1",
      ]),
    Row(
      name: "back to one list, the choice kept", keys: "B 6 Enter Left j j B 1 Enter",
      lines: [
        "dam", ">farmers", "bank", "persian", "long",
      ]),
    Row(name: "left without choosing", keys: "B q", lines: [">dam", "farmers", "bank", "persian", "long"]),
    Row(
      name: "the next one by the same key", keys: "B B B Enter",
      lines: [
        ">+وكالة النهر 1/1", "+صحيفة الضفة 1/1", "+River Post 1/0", "+خبر رود 1/1", "+مجلة الجغرافيا 1/1",
      ]),
    Row(name: "stories", keys: "B 2 Enter", lines: [">dam", "bank", "persian"]),
    Row(name: "a story unfolded", keys: "B 2 Enter Left", lines: [">dam", "farmers", "long", "bank", "persian"]),
    Row(name: "walked over", keys: "B 2 Enter Left G", lines: ["dam", "farmers", "long", "bank", ">persian"]),
    Row(
      name: "from a reprint out to its story", keys: "B 2 Enter Left j j Right",
      lines: [
        ">dam", "farmers", "long", "bank", "persian",
      ]),
    Row(name: "and folded", keys: "B 2 Enter Left j j Right Right", lines: [">dam", "bank", "persian"]),
    Row(name: "one that is no story has nothing to unfold", keys: "B 2 Enter j h", lines: ["dam", ">bank", "persian"]),
    Row(name: "narrowed", keys: "B 3 Enter & ا ت ح ا د Enter", lines: [">+صحيفة الضفة 1/1"]),
    Row(
      name: "the next unread one unfolds its group", keys: "B 6 Enter ;",
      lines: [
        "-#مياه 2/2", ">dam", "farmers", "+#سدود 1/1", "+#water 1/0",
      ]),
    Row(
      name: "read here is counted at once", keys: "B 6 Enter ; ,",
      lines: [
        "-#مياه 2/1", ">dam", "farmers", "+#سدود 1/1", "+#water 1/0",
      ]),
    Row(
      name: "and taken back", keys: "B 6 Enter ; , u",
      lines: [
        "-#مياه 2/2", ">dam", "farmers", "+#سدود 1/1", "+#water 1/0",
      ]),
    Row(name: "deleted", keys: "B 6 Enter ; #", lines: ["-#مياه 1/1", ">farmers", "+#water 1/0"]),
    Row(
      name: "brought back", keys: "B 6 Enter ; # u",
      lines: [
        "-#مياه 2/2", "dam", ">farmers", "+#سدود 1/1", "+#water 1/0",
      ]),
    Row(
      name: "another order within the groups", keys: "B 6 Enter ; o",
      lines: [
        "-#مياه 2/2", "farmers", ">dam", "+#سدود 1/1", "+#water 1/0",
      ]),
    Row(
      name: "the newest of a story deleted: the next one takes its place", keys: "B 2 Enter #",
      lines: [
        "farmers", ">bank", "persian",
      ]),
  ]

  @Test(arguments: rows)
  func tree(_ row: Row) {
    for isPrompt in [true, false] {
      var driver = Driver(Self.archive, isPrompt: isPrompt)
      for _ in 0..<4 where !isPrompt { driver.deliver() }
      for key in row.keys.split(separator: " ") {
        driver.press(String(key))
        for _ in 0..<4 where !isPrompt { driver.deliver() }
      }
      #expect(Self.lines(driver.model) == row.lines, "\(row.name)")
      #expect(driver.model.menu == nil, "\(row.name)")
    }
  }

  @Test func anArticleOfTheTreeIsOpenedAndLeftAsInTheList() {
    var driver = Driver("B 3 Enter Left j Enter", Self.archive)
    #expect(driver.model.article?.briefing.id.text == "dam")
    #expect(driver.model.focus == .article)
    #expect(Self.lines(driver.model)[0] == "-وكالة النهر 1/0", "it was read")
    driver.press("q")
    #expect(Self.lines(driver.model)[1] == ">dam")
    driver.press("Right Right j Left j Enter J")
    #expect(driver.model.article?.briefing.id.text == "farmers", "no other article is shown: their groups are folded")
    #expect(driver.model.notice?.text == driver.model.wording.lastArticle)
  }

  @Test func foldingAllAndUnfoldingAll() {
    var driver = Driver("B 5 Enter", Self.archive, size: Size(columns: 80, rows: 50))
    for effect in driver.model.perform(.unfoldAll) {
      if let message = driver.archive.answer(to: effect) { driver.send(message) }
    }
    #expect(
      Self.lines(driver.model) == [
        ">-2024 5/4", "-2024-03 4/3", "-2024-03-05 1/1", "dam", "-2024-03-04 1/1", "farmers", "-2024-03-03 1/0", "bank",
        "-2024-03-02 1/1", "persian", "-2024-02 1/1", "-2024-02-20 1/1", "long",
      ])
    driver.press("G")
    _ = driver.model.perform(.foldAll)
    #expect(Self.lines(driver.model) == [">+2024 5/4"])
  }

  @Test func storiesFoldTogetherAndUnfoldOneByOne() {
    var driver = Driver("B 2 Enter Left j", Self.archive)
    _ = driver.model.perform(.unfoldAll)
    #expect(driver.model.notice?.text == driver.model.wording.storiesUnfoldSingly)
    _ = driver.model.perform(.foldAll)
    #expect(Self.lines(driver.model) == [">dam", "bank", "persian"], "the newest of the story is chosen then")
  }

  @Test func whatIsChosenStaysWhenTheArchiveChanges() {
    var driver = Driver("B 3 Enter j Left j", Self.archive)
    #expect(Self.lines(driver.model)[2] == ">farmers")
    driver.archive.articles.insert(
      article("new", title: "خبر", text: "نص", date: "2024-03-06", source: "صحيفة الضفة"), at: 0)
    driver.send(.archiveChanged)
    #expect(Self.lines(driver.model).prefix(4) == ["-صحيفة الضفة 2/2", "new", ">farmers", "+وكالة النهر 1/1"])
    driver.press("k k")
    driver.archive.articles.removeAll { $0.briefing.source == "وكالة النهر" }
    driver.send(.archiveChanged)
    #expect(Self.lines(driver.model).prefix(3) == [">-صحيفة الضفة 2/2", "new", "farmers"])
  }

  /// Groups far greater than what is kept of them.
  static let large: FakeArchive = {
    var all: [LoadedBriefing] = []
    for number in 0..<9000 {
      all.append(
        article(
          "a\(number)", title: "خبر \(number)", text: "نص", date: "2024-03-01",
          source: number % 3000 == 5 ? "صغير" : "مصدر \(number / 3000)"))
    }
    return FakeArchive(all)
  }()

  @Test func onlyTheRowsAroundThoseShownAreThere() {
    var driver = Driver("B 3 Enter", Self.large, size: Size(columns: 80, rows: 50))
    for effect in driver.model.perform(.unfoldAll) {
      if let message = driver.archive.answer(to: effect) { driver.send(message) }
    }
    #expect(driver.model.library.count == 9004)
    var seen = 0
    while driver.model.library.selected < 9003 {
      let old = driver.model.library.selected
      driver.press("Space")
      for row in driver.model.library.top..<driver.model.library.top + driver.model.listRows {
        #expect(driver.model.library[row] != nil || driver.model.library.heading(row) != nil, "row \(row)")
      }
      guard driver.model.library.selected > old else { break }
      seen += 1
    }
    #expect(seen > 300)
    #expect(driver.model.library.rows.count <= 5000)
    driver.press("g")
    #expect(driver.model.library.heading(0) != nil)
    driver.press("j")
    #expect(driver.model.library.selectedRow?.id.text == "a0")
    // Into the midst of the second group, and up over its heading.
    let second = driver.model.library.rows(of: 1).lowerBound
    for effect in driver.model.chooseRow(second + 1500) {
      if let message = driver.archive.answer(to: effect) { driver.send(message) }
    }
    #expect(driver.model.library.selected == second + 1500)
    #expect(driver.model.library.selectedRow != nil)
    for effect in driver.model.chooseRow(second) {
      if let message = driver.archive.answer(to: effect) { driver.send(message) }
    }
    driver.press("k k")
    #expect(driver.model.library.selectedRow?.id.text == "a2998")
  }
}
