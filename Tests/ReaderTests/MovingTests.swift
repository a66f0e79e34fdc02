import Briefings
import Cells
import Testing

@testable import Reader

/// Moving in lists, text and panes: keys to state.
@Suite struct MovingTests {
  struct Row: Sendable {
    let name: String
    let keys: String
    let selected: Int
  }

  // At 80x24 the list shows 11 articles, so a page is 10 rows.
  static let listRows = [
    Row(name: "starts at the first", keys: "", selected: 0),
    Row(name: "down", keys: "j", selected: 1),
    Row(name: "down with the arrow", keys: "Down Down", selected: 2),
    Row(name: "up stops at the first", keys: "j k k k", selected: 0),
    Row(name: "a page down overlaps one row", keys: "Space", selected: 10),
    Row(name: "a page up", keys: "Space Space b", selected: 10),
    Row(name: "half a page", keys: "C-d", selected: 5),
    Row(name: "half a page up", keys: "Space C-u", selected: 5),
    Row(name: "to the end", keys: "G", selected: 29),
    Row(name: "to the beginning", keys: "G g", selected: 0),
    Row(name: "the end is the end", keys: "G j Space", selected: 29),
    Row(name: "by place on an Arabic keyboard", keys: "\u{062A} \u{062A} \u{0646}", selected: 1),
  ]

  @Test(arguments: listRows)
  func listSelection(_ row: Row) {
    let driver = Driver(row.keys, FakeArchive(Sample.filler(30)))
    #expect(driver.model.library.selected == row.selected, "\(row.name)")
    #expect(driver.model.article?.briefing.id.text == "filler\(row.selected)", "\(row.name): the preview follows")
    let shown = driver.model.library.top..<driver.model.library.top + driver.model.listRows
    #expect(shown.contains(row.selected), "\(row.name): the choice stays in sight")
  }

  @Test func scrollingTheArticleOverlapsOneLine() {
    var driver = Driver("G Enter", size: Size(columns: 80, rows: 24))
    #expect(driver.model.articleRows == 22)
    driver.press("Space")
    #expect(driver.model.article?.top == ArticleRow(row: 21))
    driver.press("b")
    #expect(driver.model.article?.top == ArticleRow(row: 0))
    driver.press("G")
    #expect(driver.model.article?.top == driver.model.articleEnd)
    driver.press("Space j")
    #expect(driver.model.article?.top == driver.model.articleEnd)
    driver.press("g k")
    #expect(driver.model.article?.top == ArticleRow(row: 0))
  }

  /// The rows of a block keep their place in memory, so they are those that were laid out when it was opened.
  @Test func scrollingLaysOutNothingAnew() {
    func rows(_ driver: Driver) -> UnsafeRawPointer? {
      driver.model.article?.layout.lines(ofBlock: 0).withUnsafeBytes { $0.baseAddress }
    }
    var driver = Driver("G Enter", size: Size(columns: 80, rows: 24))
    let first = rows(driver)
    #expect(first != nil)
    for key in ["j", "k", "Space", "C-d", "G", "g", "n", "]", "["] {
      driver.press(key)
      _ = view(driver.model)
      #expect(rows(driver) == first, "\(key)")
    }
    driver.resize(60, 24)
    #expect(rows(driver) != first, "another width is laid out")
  }

  @Test func tabGoesThroughThePanes() {
    var driver = Driver()
    var seen: [Focus] = [driver.model.focus]
    for _ in 0..<3 {
      driver.press("Tab")
      seen.append(driver.model.focus)
    }
    #expect(seen == [.list, .article, .panel, .list])
    driver.press("S-Tab")
    #expect(driver.model.focus == .panel)
    driver.press("p")
    #expect(driver.model.focus == .article)
    driver.press("Tab")
    #expect(driver.model.focus == .list, "a hidden panel is passed over")
  }

  struct Side: Sendable {
    let name: String
    let keys: String
    let focus: Focus
  }

  static let sides = [
    Side(name: "the list stands right, so left is the article", keys: "Left", focus: .article),
    Side(name: "further left the panel", keys: "Left Left", focus: .panel),
    Side(name: "nothing is left of the panel", keys: "Left Left Left", focus: .panel),
    Side(name: "nothing is right of the list", keys: "Right", focus: .list),
    Side(name: "there and back", keys: "h h l", focus: .article),
    Side(name: "exchanged sides", keys: "x l", focus: .article),
  ]

  @Test(arguments: sides)
  func arrowsGoToTheSideOnTheScreen(_ row: Side) {
    for size in [Size(columns: 40, rows: 10), Size(columns: 80, rows: 24), Size(columns: 200, rows: 50)] {
      #expect(Driver(row.keys, size: size).model.focus == row.focus, "\(row.name) at \(size)")
    }
  }

  @Test func thePanelMovesByStatement() {
    var driver = Driver("Enter t", size: Size(columns: 120, rows: 36))
    #expect(driver.model.panel.statement == 0)
    driver.press("j j")
    #expect(driver.model.panel.statement == 2)
    driver.press("j")
    #expect(driver.model.panel.statement == 2)
    #expect(driver.model.article?.current == Sample.dam.statements[2].statement.place)
    driver.press("e G")
    #expect(driver.model.panel.entity == driver.model.panelEntities.count - 1)
    #expect(driver.model.article?.current == nil)
  }
}
