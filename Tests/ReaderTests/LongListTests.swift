import Briefings
import Cells
import Search
import Testing

@testable import Reader

/// Lists longer than what is kept of them: only the rows around those shown are there.
@Suite struct LongListTests {
  static let archive = FakeArchive(Sample.filler(5000))

  /// The places that rows are asked for at.
  static func places(_ effects: [Effect]) -> [ListPlace] {
    effects.compactMap { if case .loadList(_, _, _, let place, _) = $0 { place } else { nil } }
  }

  @Test func rowsAreLoadedBeforeTheyAreNeeded() {
    var driver = Driver(FakeArchive(Sample.filler(500)), isPrompt: false)
    driver.deliver()
    #expect(driver.model.library.rows.count == 200)
    driver.press("Space Space Space Space Space Space Space Space Space Space Space")
    #expect(Self.places(driver.waiting) == [.after("filler199")])
    driver.press("k k")
    #expect(Self.places(driver.waiting) == [.after("filler199")], "asked for once")
    driver.deliver()
    #expect(driver.model.library.rows.count == 400)
    #expect(driver.model.library.selected == 108)
  }

  struct Row: Sendable {
    let name: String
    let keys: String
    let selected: Int
  }

  static let rows = [
    Row(name: "the end", keys: "G", selected: 4999),
    Row(name: "up from the end", keys: "G k k", selected: 4997),
    Row(name: "pages up from the end", keys: "G b b b b b b b b b b b b b b b b b b b b b b b b b", selected: 4749),
    Row(name: "there and back", keys: "G g", selected: 0),
    Row(name: "down from the beginning again", keys: "G g j", selected: 1),
  ]

  @Test(arguments: rows)
  func jumping(_ row: Row) {
    let driver = Driver(row.keys, Self.archive)
    #expect(driver.model.library.selected == row.selected, "\(row.name)")
    #expect(driver.model.library.selectedRow?.id.text == "filler\(row.selected)", "\(row.name)")
    #expect(driver.model.article?.briefing.id.text == "filler\(row.selected)", "\(row.name): the preview follows")
    #expect(driver.model.library.rows.count <= 1200, "\(row.name)")
  }

  @Test func theWholeWayDownAndUpEveryRowIsTheRightOne() {
    var driver = Driver(Self.archive, size: Size(columns: 80, rows: 50))
    while driver.model.library.selected < 4999 {
      let old = driver.model.library.selected
      driver.press("Space")
      #expect(driver.model.library.selectedRow?.id.text == "filler\(driver.model.library.selected)")
      #expect(driver.model.library.rows.count <= 1200)
      guard driver.model.library.selected > old else { break }
    }
    #expect(driver.model.library.selected == 4999)
    while driver.model.library.selected > 0 {
      let old = driver.model.library.selected
      driver.press("b")
      #expect(driver.model.library.selectedRow?.id.text == "filler\(driver.model.library.selected)")
      guard driver.model.library.selected < old else { break }
    }
    #expect(driver.model.library.selected == 0)
  }

  @Test func whoMovesOnIsNotTakenToTheEnd() {
    var driver = Driver(Self.archive, isPrompt: false)
    driver.deliver()
    driver.press("G g j j")
    driver.deliver()
    #expect(driver.model.library.selected == 2)
    #expect(driver.model.library.selectedRow?.id.text == "filler2")
  }

  @Test func keysBeforeTheRowsAreThereCountAll() {
    var driver = Driver(Self.archive, isPrompt: false)
    driver.deliver()
    driver.press("G k k k")
    driver.deliver()
    driver.deliver()
    #expect(driver.model.library.selected == 4996)
  }

  @Test func theEndBeforeTheRowsAreCounted() {
    var driver = Driver(Self.archive, isPrompt: false)
    let count = driver.waiting.filter { if case .countList = $0 { true } else { false } }
    driver.waiting.removeAll { count.contains($0) }
    driver.deliver()
    #expect(driver.model.library.total == nil)
    driver.press("G")
    driver.waiting += count
    driver.deliver()
    driver.deliver()
    #expect(driver.model.library.selected == 4999)
  }

  @Test func aChangeKeepsTheChoiceDeepInTheList() {
    var driver = Driver("G k k k", Self.archive)
    driver.archive.articles.insert(contentsOf: [Sample.dam, Sample.bank], at: 0)
    let offset = driver.model.library.selected - driver.model.library.top
    driver.send(.archiveChanged)
    #expect(driver.model.library.selectedRow?.id.text == "filler4996")
    #expect(driver.model.library.selected == 4998)
    #expect(driver.model.library.total == 5002)
    #expect(driver.model.library.selected - driver.model.library.top == offset, "it stays where it was on the screen")
  }

  @Test func theNextUnreadIsLookedForAcrossTheWholeList() {
    var archive = Self.archive
    archive.readIDs = Set(archive.articles.map(\.briefing.id))
    archive.readIDs.remove(BriefingID("filler3210"))
    var driver = Driver(";", archive)
    #expect(driver.model.library.selected == 3210)
    driver.archive.readIDs.remove(BriefingID("filler17"))
    driver.press(", ;")
    #expect(driver.model.library.selected == 17, "around the end")
    driver.press(", ;")
    #expect(driver.model.notice?.text.contains("read") == true)
  }

  @Test func backToAListThatWasLeftDeepDown() {
    var archive = Self.archive
    archive.articles.insert(Sample.dam, at: 3000)
    var driver = Driver("", archive)
    driver.send(.input(.resize(Size(columns: 120, rows: 36))))
    driver.model.library.goal = nil
    let effects = driver.model.chooseRow(3000)
    for effect in effects { if let message = driver.archive.answer(to: effect) { driver.send(message) } }
    #expect(driver.model.library.selectedRow?.id.text == "dam")
    driver.press("Enter e Enter")
    #expect(driver.model.library.count == 1)
    driver.press("Backspace Backspace")
    #expect(driver.model.library.selectedRow?.id.text == "dam")
    #expect(driver.model.library.selected == 3000)
    driver.press("q j")
    #expect(driver.model.library.selectedRow?.id.text == "filler3000")
  }
}
