import Briefings
import Cells
import Testing

@testable import Reader

/// The side panel beside the text, at every width; resizing; the mouse; copying.
@Suite struct PanelTests {
  @Test func tabsDoNotMoveTheText() {
    var driver = Driver("G Enter Space e")
    #expect(driver.model.article?.top == ArticleRow(row: 21))
    driver = Driver("Enter j j j", size: Size(columns: 40, rows: 10))
    let top = driver.model.article?.top
    driver.press("e")
    #expect(driver.model.article?.top == top)
    driver.press("q")
    #expect(driver.model.article?.top == top)
  }

  @Test func statementsBeginWhereOneReads() {
    var driver = Driver("Enter G t", size: Size(columns: 40, rows: 10))
    #expect(driver.model.panel.statement == 2, "the last one is the only one in sight")
    driver.press("q g ]")
    #expect(driver.model.panel.statement == 0, "the first one below the top of the screen")
    driver.press("] ]")
    #expect(driver.model.panel.statement == 2)
    driver.press("[")
    #expect(driver.model.panel.statement == 1)
  }

  @Test func theChosenStatementIsInSightInTheText() {
    for size in [Size(columns: 64, rows: 10), Size(columns: 80, rows: 24), Size(columns: 200, rows: 12)] {
      var driver = Driver("Enter t g", size: size)
      for index in Sample.dam.statements.indices {
        #expect(driver.model.panel.statement == index)
        guard let article = driver.model.article,
          let row = article.layout.row(of: Sample.dam.statements[index].statement.place)
        else {
          Issue.record("statement \(index) at \(size)")
          continue
        }
        #expect(article.isInSight(row, rows: driver.model.articleRows), "statement \(index) at \(size)")
        driver.press("j")
      }
    }
  }

  struct Toggle: Sendable {
    let name: String
    let columns: Int
    let keys: String
    let focus: Focus
    let isOnScreen: Bool
  }

  static let toggles = [
    Toggle(name: "wide: p hides", columns: 120, keys: "Enter p", focus: .article, isOnScreen: false),
    Toggle(name: "wide: p shows again", columns: 120, keys: "Enter p p", focus: .article, isOnScreen: true),
    Toggle(
      name: "wide: p in the panel leads to the article", columns: 120, keys: "Enter t p", focus: .article,
      isOnScreen: false),
    Toggle(name: "wide: e shows it again", columns: 120, keys: "Enter p e", focus: .panel, isOnScreen: true),
    Toggle(
      name: "two panes: p hides beside the article", columns: 80, keys: "Enter p", focus: .article, isOnScreen: false),
    Toggle(name: "two panes: p in the list goes to it", columns: 80, keys: "p", focus: .panel, isOnScreen: true),
    Toggle(name: "one pane: p goes to it", columns: 40, keys: "Enter p", focus: .panel, isOnScreen: true),
    Toggle(name: "one pane: p comes back", columns: 40, keys: "Enter p p", focus: .article, isOnScreen: false),
    Toggle(name: "one pane: p goes to it again", columns: 40, keys: "Enter p p p", focus: .panel, isOnScreen: true),
    Toggle(name: "related shows it", columns: 80, keys: "Enter p r", focus: .panel, isOnScreen: true),
  ]

  @Test(arguments: toggles)
  func showingAndHiding(_ row: Toggle) {
    let driver = Driver(row.keys, size: Size(columns: row.columns, rows: 24))
    #expect(driver.model.focus == row.focus, "\(row.name)")
    #expect((driver.model.panes.panel != nil) == row.isOnScreen, "\(row.name)")
  }

  @Test func resizeKeepsTheTextAtTheTop() {
    var driver = Driver("G Enter Space Space", size: Size(columns: 80, rows: 24))
    let place = driver.model.article?.layout.place(ofRow: driver.model.article?.top ?? .first)
    let text = driver.topText
    for (columns, rows) in [(200, 50), (40, 10), (120, 36), (64, 24), (1, 1), (300, 200), (0, 0), (40, 400)] {
      driver.resize(columns, rows)
      let end = driver.model.articleEnd
      guard let top = driver.model.article?.top, top < end, let place else { continue }
      // A blank row may stand above it.
      let lines = driver.model.article?.layout.lines(from: top, count: 2).compactMap { $0.line?.source } ?? []
      #expect(lines.contains { $0.contains(place.span.start) }, "\(columns)x\(rows)")
    }
    driver.resize(80, 24)
    #expect(driver.topText == text, "however often the size changed")
  }

  @Test func resizeFromBetweenTitleAndText() {
    // Date, source and tags take three rows here and one on a wide screen.
    var driver = Driver("j Enter j", FakeArchive([Sample.dam, Sample.longTitle]), size: Size(columns: 40, rows: 10))
    driver.resize(200, 10)
    #expect(driver.model.article?.top == ArticleRow(row: 0))
  }

  @Test func resizeKeepsTheChosenRowInSight() {
    var driver = Driver("G", FakeArchive(Sample.filler(100)), size: Size(columns: 80, rows: 50))
    driver.resize(80, 10)
    #expect(driver.model.library.selected == 99)
    #expect(driver.model.library.top == 99 - driver.model.listRows + 1)
    driver.resize(80, 50)
    #expect(driver.model.library.top == 99 - driver.model.listRows + 1, "no room stays empty below")
    driver.resize(80, 400)
    #expect(driver.model.library.top == 0)
  }

  // MARK: The mouse

  @Test func clicksChooseAndDoubleClicksOpen() {
    var driver = Driver(size: Size(columns: 120, rows: 36))
    guard let list = driver.model.panes.list, let text = driver.model.panes.article else { return }
    driver.click(.click, list.column + 2, 4)
    #expect(driver.model.library.selected == 1)
    #expect(driver.model.focus == .list)
    driver.click(.click, list.column + 2, 30)
    #expect(driver.model.library.selected == 1, "nothing is there")
    driver.click(.click, text.column + 2, 4)
    #expect(driver.model.focus == .article)
    driver.click(.doubleClick, list.column + 2, 6)
    #expect(driver.model.article?.briefing.id.text == "bank")
    #expect(driver.model.focus == .article)
    #expect(driver.archive.readIDs == [BriefingID("bank")])
  }

  @Test func clicksChooseHits() {
    var driver = Driver("s", size: Size(columns: 120, rows: 36))
    driver.type("بغداد")
    guard let list = driver.model.panes.list else { return }
    driver.click(.click, list.column + 2, 2 + SearchState.rowsPerHit)
    #expect(driver.model.search?.selected == 1)
    #expect(driver.model.search?.isTyping == false)
    #expect(driver.model.article?.briefing.id.text == "farmers")
    driver.click(.click, list.column + 2, 30)
    #expect(driver.model.search?.selected == 1)
    driver.click(.click, list.column + 2, 1)
    #expect(driver.model.search?.isTyping == true, "a click on the line goes on typing")
    driver.click(.doubleClick, list.column + 2, 2)
    #expect(driver.model.article?.briefing.id.text == "dam")
    #expect(driver.model.focus == .article)
  }

  @Test func clicksChooseInThePanel() {
    var driver = Driver("Enter t", size: Size(columns: 120, rows: 36))
    guard let panel = driver.model.panes.panel else { return }
    driver.press("g")
    let second = (panel.row + 1..<panel.rows.upperBound).first { row in
      driver.model.panelItem(atRow: row) == 1
    }
    driver.click(.click, panel.column + 3, second ?? 0)
    #expect(driver.model.panel.statement == 1)
    #expect(driver.model.article?.current == Sample.dam.statements[1].statement.place)
    driver.click(.doubleClick, panel.column + 3, second ?? 0)
    #expect(driver.model.focus == .article)
    driver.click(.click, panel.column + 3, 34)
    #expect(driver.model.panel.statement == 1, "nothing is there")
  }

  @Test func theWheelMovesWhatIsUnderIt() {
    var driver = Driver("G Enter", size: Size(columns: 120, rows: 20))
    guard let list = driver.model.panes.list, let text = driver.model.panes.article else { return }
    driver.click(.wheelDown, text.column + 1, 5)
    #expect(driver.model.article?.top == ArticleRow(row: 3))
    driver.click(.wheelUp, text.column + 1, 5)
    #expect(driver.model.article?.top == ArticleRow(row: 0))
    driver.click(.wheelUp, list.column + 1, 5)
    #expect(driver.model.library.selected == 3)
    #expect(driver.model.focus == .article)
  }

  @Test func theMouseLeavesHelpAndPromptsAlone() {
    var driver = Driver("?", size: Size(columns: 120, rows: 20))
    driver.click(.click, 119, 6)
    #expect(driver.model.library.selected == 0)
    driver.click(.wheelDown, 10, 5)
    #expect((driver.model.helpTop ?? 0) > 0)
    #expect(driver.model.library.selected == 0)
    driver.press("q / a")
    driver.click(.click, 119, 6)
    #expect(driver.model.library.selected == 0)
    #expect(driver.model.prompt?.text == "a")
  }

  // MARK: Copying

  struct Copy: Sendable {
    let name: String
    let keys: String
    let text: String?
  }

  static let copies = [
    Copy(name: "a row: its title", keys: "j j y", text: "Green Bank delays second loan for the dam"),
    Copy(name: "an entity: its name", keys: "j j Enter e y", text: "Layla Haddad"),
    Copy(
      name: "a statement with its source", keys: "j j Enter t j y",
      text:
        "unnamed source: it had left the project\n(River Post, 2024-03-03, bank#text:\(Sample.bank.statements[1].statement.place.span.start))"
    ),
    Copy(name: "the paragraph at the top", keys: "G Enter y", text: "تقرير طويل عن النهر من المنبع إلى المصب"),
  ]

  @Test(arguments: copies)
  func copying(_ row: Copy) {
    let driver = Driver(row.keys)
    let copied = driver.effects.compactMap { if case .copy(let text) = $0 { text } else { nil } }
    #expect(copied.first == row.text, "\(row.name)")
    #expect(driver.model.notice?.text == "Copied.", "\(row.name)")
  }

  @Test func aParagraphIsCopiedWhole() {
    var driver = Driver("G Enter Space Space")
    driver.press("y")
    guard case .copy(let text)? = driver.effects.first else {
      Issue.record("nothing was copied")
      return
    }
    #expect(text.hasPrefix("الفقرة رقم"))
    #expect(text.hasSuffix("ما كان عليه."))
    #expect(!text.contains("\n"))
  }
}
