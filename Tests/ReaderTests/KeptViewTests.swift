import Briefings
import Cells
import Search
import Testing

@testable import Reader

/// How lists are shown, from one session to the next.
@Suite struct KeptViewTests {
  struct Row: Sendable {
    let name: String
    let keys: String
    let text: String
  }

  static let rows = [
    Row(name: "an order", keys: "o o", text: "order title\n"),
    Row(name: "groups", keys: "B 5 Enter", text: "grouping date\n"),
    Row(name: "dates", keys: "C C", text: "dates hijri\n"),
    Row(name: "all of them", keys: "o B 3 Enter C", text: "order oldest\ngrouping source\ndates relative\n"),
    Row(name: "as at first", keys: "o o o o o", text: ""),
  ]

  @Test(arguments: rows)
  func kept(_ row: Row) {
    let driver = Driver(row.keys)
    #expect(driver.archive.keptView == row.text, "\(row.name)")
    var next = Model(size: Size(columns: 80, rows: 24), options: ReaderOptions())
    next.show(KeptView(row.text, over: next.defaultView))
    #expect(next.keptView == driver.model.keptView, "\(row.name): read again")
  }

  @Test func whatIsNoneOfOursChangesNothing() {
    let text = "order upwards\n\ngrouping\ndates \u{1B}[2J\nnumbers 3\ndigits persian\n"
    var expected = KeptView()
    expected.digits = .persian
    #expect(KeptView(text, over: KeptView()) == expected)
  }

  @Test func backToTheFirst() {
    var driver = Driver("o B 5 Enter C")
    for effect in driver.model.perform(.resetView) {
      if let message = driver.archive.answer(to: effect) { driver.send(message) }
    }
    #expect(driver.archive.keptView == "")
    #expect(driver.model.keptView == KeptView())
    #expect(driver.model.library.rows.map(\.id.text) == ["dam", "farmers", "bank", "persian", "long"])
  }

  @Test func aTreeIsThereFromTheBeginning() {
    var model = Model(size: Size(columns: 80, rows: 24), options: ReaderOptions())
    model.show(KeptView("grouping source\n", over: model.defaultView))
    let effects = model.start(resuming: BriefingID("dam"))
    #expect(effects.contains(.loadGroups(request: 1, .source, BriefingFilter())))
    #expect(effects.contains { if case .loadArticle = $0 { true } else { false } })
  }
}
