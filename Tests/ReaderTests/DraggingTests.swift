import Briefings
import Cells
import Testing

@testable import Reader

/// What is dragged with the mouse: text and borders.
@Suite struct DraggingTests {
  private static let text =
    "قال NATO: 32 عضوا اليوم\n\nAbc קול Def\n\nسطر ثالث أطول من غيره فيه كلمات كثيرة حتى يمتد على أكثر من صف واحد في القسم الضيق من الشاشة"
    + String(repeating: "\n\nفقرة أخرى", count: 30)

  private static func driver(_ text: String = text) -> Driver {
    var driver = Driver(
      FakeArchive([article("d", title: "Zzz", text: text)]), size: Size(columns: 60, rows: 16))
    driver.press("Enter")
    return driver
  }

  /// Where a cell stands that shows a text, the first from the top left.
  private static func place(_ text: String, _ driver: Driver, after first: Int = 0) -> (Int, Int)? {
    let frame = view(driver.model)
    for row in first..<frame.size.rows {
      if let column = frame.row(row).firstIndex(where: { $0.text == text }) {
        return (column - frame.row(row).startIndex, row)
      }
    }
    return nil
  }

  struct Row: Sendable {
    let name: String
    let from: String
    let to: String
    let selected: String
  }

  static let rows = [
    Row(name: "left to right", from: "b", to: "D", selected: "bc קול D"),
    Row(name: "backwards", from: "D", to: "b", selected: "bc קול D"),
    Row(name: "inside a run against the line", from: "N", to: "2", selected: "NATO: 32"),
    Row(name: "from the line's begin into such a run", from: "\u{FED7}", to: "N", selected: "قال N"),
    Row(name: "out of such a run: all that lies between", from: "T", to: "\u{FEEE}", selected: "TO: 32 عضوا اليو"),
    Row(name: "over lines", from: "2", to: "b", selected: "2 عضوا اليوم\n\nAb"),
    Row(name: "the title", from: "Z", to: "z", selected: "Zz"),
  ]

  @Test(arguments: rows)
  func aDragSelectsWhatLiesBetweenInTheText(_ row: Row) {
    var driver = Self.driver()
    guard let from = Self.place(row.from, driver, after: 1), let to = Self.place(row.to, driver, after: 1) else {
      Issue.record("\(row.name): a letter is not on the screen")
      return
    }
    driver.click(.click, from.0, from.1)
    #expect(driver.model.article?.selection == nil, "\(row.name)")
    driver.click(.drag, to.0, to.1)
    driver.click(.release, to.0, to.1)
    driver.press("y")
    #expect(driver.effects.contains(.copy(row.selected)), "\(row.name): \(driver.effects)")
  }

  @Test func aDoubleClickSelectsTheWordAndKeysGoOn() {
    var driver = Self.driver()
    guard let place = Self.place("T", driver, after: 1) else {
      Issue.record("no T")
      return
    }
    driver.click(.click, place.0, place.1)
    driver.click(.release, place.0, place.1)
    driver.click(.doubleClick, place.0, place.1)
    driver.click(.release, place.0, place.1)
    #expect(selected(driver) == "NATO:")
    driver.press("Left")
    #expect(selected(driver) == "NATO: 32")
    driver.click(.click, place.0, place.1)
    #expect(selected(driver) == nil)
  }

  @Test func pastTheEdgeTheTextScrolls() {
    var driver = Self.driver()
    guard let place = Self.place("T", driver, after: 1) else {
      Issue.record("no T")
      return
    }
    driver.click(.click, place.0, place.1)
    for _ in 0..<5 { driver.click(.drag, place.0, 15) }
    #expect(driver.model.article?.top == ArticleRow(row: 5))
    #expect(selected(driver)?.hasPrefix("TO: 32") == true)
    for _ in 0..<20 { driver.click(.drag, 0, 0) }
    #expect(driver.model.article?.top == ArticleRow(row: 0))
    driver.click(.drag, 9_999_998, 9_999_998)
    driver.click(.drag, 0, 9_999_998)
    #expect(brokenRules(view(driver.model), of: driver.model) == [])
  }

  @Test func betweenTwoParagraphsTheNearestIsMeant() {
    var driver = Self.driver()
    guard let first = Self.place("2", driver, after: 1), let second = Self.place("b", driver, after: 1) else {
      Issue.record("no letters")
      return
    }
    driver.click(.click, first.0, second.1 - 1)
    driver.click(.drag, second.0, second.1)
    #expect(selected(driver) == "Ab")
    driver.click(.click, first.0, first.1)
    driver.click(.drag, first.0, second.1 - 1)
    #expect(selected(driver) == "2 عضوا اليوم")
  }

  @Test func nothingIsSelectedWithoutAMove() {
    var driver = Self.driver()
    guard let place = Self.place("T", driver, after: 1) else {
      Issue.record("no T")
      return
    }
    driver.click(.drag, place.0, place.1)
    driver.click(.release, place.0, place.1)
    #expect(driver.model.article?.selection == nil)
    driver.click(.click, place.0, place.1)
    driver.click(.drag, place.0, place.1)
    #expect(driver.model.article?.selection == nil)
    driver.click(.release, place.0, place.1)
    driver.click(.drag, place.0 - 2, place.1)
    #expect(driver.model.article?.selection == nil)
  }

  @Test func anArticleWithoutTextIsNoTrap() {
    var driver = Self.driver("")
    for row in 0..<16 {
      driver.click(.click, 5, row)
      driver.click(.drag, 30, 15 - row)
      driver.click(.doubleClick, 7, row)
    }
    #expect(brokenRules(view(driver.model), of: driver.model) == [])
  }

  private func selected(_ driver: Driver) -> String? {
    guard let article = driver.model.article, let selection = article.selection else { return nil }
    return article.briefing.text(at: Place(selection.field, TextSpan(selection.range)))
  }

  // MARK: Borders

  struct Border: Sendable {
    let name: String
    let size: Size
    let keys: String
  }

  static let borders = [
    Border(name: "two panes", size: Size(columns: 80, rows: 24), keys: ""),
    Border(name: "two panes, reading", size: Size(columns: 80, rows: 24), keys: "Enter"),
    Border(name: "three panes", size: Size(columns: 160, rows: 40), keys: "Enter"),
    Border(name: "three panes, the other way round", size: Size(columns: 160, rows: 40), keys: "Enter x"),
  ]

  @Test(arguments: borders)
  func aBorderGoesWhereItIsDragged(_ row: Border) {
    let start = Driver(row.keys, size: row.size)
    for (number, column) in start.model.panes.separators.enumerated() {
      for target in [column - 6, column + 6, column + 1] {
        var driver = start
        driver.click(.click, column, 3)
        driver.click(.drag, target, 9)
        #expect(driver.model.panes.separators[number] == target, "\(row.name): \(column) to \(target)")
        driver.click(.release, target, 9)
        driver.click(.drag, column, 9)
        #expect(driver.model.panes.separators[number] == target, "\(row.name): let go")
        #expect(driver.model.article?.layout.width == driver.model.articleWidth, "\(row.name)")
      }
      var driver = start
      driver.click(.click, column, 3)
      for target in [0, 9_999_998, -1, column] {
        driver.click(.drag, target, 9)
        #expect(brokenRules(view(driver.model), of: driver.model) == [], "\(row.name): \(target)")
        for pane in driver.model.panes.panes {
          #expect((driver.model.panes.rect(of: pane)?.size.columns ?? 0) >= 20, "\(row.name): \(target)")
        }
      }
      #expect(driver.model.panes.separators[number] == column, "\(row.name): and back")
    }
  }
}
