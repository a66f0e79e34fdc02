import Briefings
import Cells
import Testing

@testable import Reader

/// Tags that are offered while one is typed.
@Suite struct TagCompletionTests {
  struct Row: Sendable {
    let name: String
    let keys: String
    let typed: String
    let tags: [String]
    var text = ""
  }

  static var archive: FakeArchive {
    var archive = Sample.archive
    archive.tags[BriefingID("persian")] = ["أمن الحدود", "الأمن", "مياه"]
    return archive
  }

  static let rows = [
    Row(name: "all, most used first", keys: "+", typed: "", tags: ["مياه", "water", "أمن الحدود", "الأمن", "سدود"]),
    Row(name: "letters count as in a search", keys: "+", typed: "امن", tags: ["أمن الحدود", "الأمن"], text: "امن"),
    Row(name: "none", keys: "+", typed: "xyz", tags: [], text: "xyz"),
    Row(name: "to take away: those that the article has", keys: "-", typed: "", tags: ["سدود", "مياه"]),
    Row(
      name: "to take away from several: those most of them have first", keys: "v v -", typed: "",
      tags: ["مياه", "سدود"]),
  ]

  @Test(arguments: rows)
  func offered(_ row: Row) {
    var driver = Driver(row.keys, Self.archive)
    driver.type(row.typed)
    #expect(driver.model.entry?.completion?.fitting.map(\.tag).sorted() == row.tags.sorted(), "\(row.name)")
    #expect(driver.model.entry?.completion?.fitting.first?.tag == row.tags.first, "\(row.name)")
    #expect(driver.model.entry?.text == row.text, "\(row.name)")
  }

  @Test func tabTakesTheChosenOneAndEnterWhatIsTyped() {
    var driver = Driver("+", Self.archive)
    driver.type("امن")
    driver.press("Down Tab")
    #expect(driver.model.entry?.text == "الأمن")
    driver.press("Enter")
    #expect(driver.archive.tags[BriefingID("dam")] == ["الأمن"])
    driver.press("+")
    driver.type("ماء")
    driver.press("Tab Enter")
    #expect(driver.archive.tags[BriefingID("dam")] == ["الأمن", "ماء"], "a new one is taken as it is typed")
  }

  @Test func tagsThatComeLateFitWhatIsTypedByThen() {
    var driver = Driver(Self.archive, isPrompt: false)
    for _ in 0..<4 { driver.deliver() }
    driver.press("+")
    driver.type("wat")
    #expect(driver.model.entry?.completion?.fitting.isEmpty == true)
    driver.deliver()
    #expect(driver.model.entry?.completion?.fitting.map(\.tag) == ["water"])
    driver.press("Esc + Esc")
    driver.deliver()
    #expect(driver.model.entry == nil)
  }
}
