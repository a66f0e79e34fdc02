import Briefings
import Cells
import Testing

@testable import Reader

/// Statements that the rules are unsure of: marked in the panel, and hidden on request.
@Suite struct DoubtfulTests {
  /// The sample with two of its three statements doubtful, as the panel gets it.
  private func driver(_ keys: String) -> Driver {
    var driver = Driver("Enter t g", size: Size(columns: 120, rows: 30))
    if var statements = driver.model.article?.loaded.statements {
      for index in [0, 2] where statements.indices.contains(index) { statements[index].statement.confidence = 0.3 }
      driver.model.article?.loaded.statements = statements
    }
    driver.press(keys)
    return driver
  }

  struct Row: Sendable {
    let name: String
    let keys: String
    let shown: Int
    let hidden: Int
    /// Which of all statements is chosen.
    let chosen: Int?
  }

  static let rows = [
    Row(name: "all are shown at first", keys: "j", shown: 3, hidden: 0, chosen: 1),
    Row(name: "the doubtful are hidden; the chosen one stays", keys: "j .", shown: 1, hidden: 2, chosen: 1),
    Row(name: "a hidden one leaves the choice to a shown one", keys: "G .", shown: 1, hidden: 2, chosen: 1),
    Row(name: "one cannot move to hidden ones", keys: ". j j", shown: 1, hidden: 2, chosen: 1),
    Row(name: "they are shown again", keys: "j . .", shown: 3, hidden: 0, chosen: 1),
    Row(name: "from another tab too", keys: "e . t", shown: 1, hidden: 2, chosen: 1),
  ]

  @Test("hiding and showing", arguments: rows)
  func hides(_ row: Row) {
    let model = driver(row.keys).model
    #expect(model.panelStatements.count == row.shown, "\(row.name)")
    #expect(model.hiddenStatementCount == row.hidden, "\(row.name)")
    let chosen = row.chosen.flatMap { model.article?.loaded.statements[$0] }
    #expect(model.panelStatement == chosen, "\(row.name)")
    #expect(model.article?.current == chosen?.statement.place, "\(row.name)")
  }

  @Test func thePanelTellsHowManyAreHidden() {
    let hidden = screen(driver(".").model)
    #expect(hidden.contains("[Statements 1]"))
    #expect(hidden.contains("Doubtful, hidden: 2"))
    #expect(screen(driver(". .").model).contains("[Statements 3]"))
  }

  @Test func nothingIsLeftWhenAllAreDoubtful() {
    var driver = driver("")
    driver.model.article?.loaded.statements[1].statement.confidence = 0.1
    driver.press(".")
    #expect(driver.model.panelStatement == nil)
    driver.press("q ]")
    #expect(driver.model.notice?.text.contains("Doubtful, hidden: 3") == true)
  }

  @Test func aJumpShowsWhatItGoesTo() {
    var driver = driver("j .")
    let place = driver.model.article?.loaded.statements[0].statement.place
    if let place { driver.model.selectInPanel(place) }
    #expect(driver.model.hidesDoubtful == false)
    #expect(driver.model.panelStatement?.statement.place == place)
  }

  private func screen(_ model: Model) -> String { view(model).text }

  // MARK: On pages

  struct PageRow: Sendable {
    let name: String
    let keys: String
  }

  static let pages = [
    PageRow(name: "thread", keys: "w"), PageRow(name: "timeline", keys: "a"), PageRow(name: "card", keys: "i"),
  ]

  @Test("hiding and showing on pages", arguments: pages)
  func hidesOnPages(_ row: PageRow) {
    var archive = Sample.archive
    for article in archive.articles.indices {
      for index in archive.articles[article].statements.indices where index > 0 || article > 0 {
        archive.articles[article].statements[index].statement.confidence = 0.3
      }
    }
    var driver = Driver("Enter t g \(row.keys) G", archive, size: Size(columns: 120, rows: 30))
    guard let all = driver.model.page?.content.count else {
      Issue.record("\(row.name): no page")
      return
    }
    driver.press(".")
    let few = driver.model.page?.content.count ?? 0
    #expect(driver.model.notice != nil, "\(row.name)")
    #expect(brokenRules(view(driver.model), of: driver.model) == [], "\(row.name)")
    driver.press(".")
    #expect(driver.model.page?.content.count == all, "\(row.name)")
    let doubtful = (0..<all).count { index in
      var content = driver.model.page?.content
      content?.progress.choice.selected = index
      return content?.record?.statement.isDoubtful == true
    }
    #expect(all - few == doubtful, "\(row.name): \(few) of \(all)")
    // What is hidden stays so on the next page.
    driver.press(". Backspace \(row.keys)")
    #expect(driver.model.page?.content.count == few, "\(row.name)")
  }
}
