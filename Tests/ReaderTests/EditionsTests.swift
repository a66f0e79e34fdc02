import Briefings
import Cells
import Testing

@testable import Reader

/// Versions and reprints of an article, and what differs in two versions.
@Suite struct EditionsTests {
  /// The first article had two texts before; two others have much the same as it.
  static var archive: FakeArchive {
    var archive = TreeTests.archive
    var first = Sample.dam.briefing
    first.text = first.text.split(separator: "\n").dropLast().joined(separator: "\n").replacing("2025", with: "2024")
    first.date = PublicationDate("2024-03-04T20:00")
    var second = first
    second.title = "وزارة المياه: السد لن يمس حصة القرى"
    archive.versions = [Sample.dam.briefing.id: [first, second]]
    return archive
  }

  struct Row: Sendable {
    let name: String
    let old: String
    let new: String
    let marked: [String]
  }

  static let rows = [
    Row(name: "the same", old: "a b\nc", new: "a b\nc", marked: ["a b", "c"]),
    Row(name: "a word exchanged", old: "one two three", new: "one 2 three", marked: ["one [-two-] [+2+] three"]),
    Row(name: "words put in", old: "a d", new: "a b c d", marked: ["a [+b c+] d"]),
    Row(name: "a paragraph put in", old: "a\nc", new: "a\nb b\nc", marked: ["a", "[+b b+]", "c"]),
    Row(name: "a paragraph taken out", old: "a\nb b\nc", new: "a\nc", marked: ["a", "[-b b-]", "c"]),
    Row(name: "everything", old: "a", new: "b", marked: ["[-a-] [+b+]"]),
    Row(name: "from nothing", old: "", new: "a", marked: ["[+a+]"]),
    Row(name: "to nothing", old: "a", new: "", marked: ["[-a-]"]),
    Row(name: "blanks are no difference", old: "a  b\n\nc", new: "a b\nc ", marked: ["a b", "c"]),
    Row(name: "a word repeated", old: "x x", new: "x x x", marked: ["x x [+x+]"]),
  ]

  @Test(arguments: rows)
  func differences(_ row: Row) {
    let found = TextDifference(from: row.old, to: row.new).paragraphs.map(\.marked.text)
    #expect(found == row.marked, "\(row.name)")
  }

  @Test func whatWasTakenOutAndWhatStayedIsTheOldText() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<200 {
      func words() -> String {
        (0..<Int.random(in: 0...20, using: &random)).map { _ in ["a", "b", "c", "\n"].randomElement() ?? "" }
          .joined(separator: " ")
      }
      let (old, new) = (words(), words())
      func all(_ text: String) -> [String] { text.split(whereSeparator: \.isWhitespace).map(String.init) }
      let runs = TextDifference(from: old, to: new).paragraphs.flatMap(\.runs)
      #expect(runs.filter { $0.change != .removed }.flatMap(\.words) == all(new), "\(old) | \(new)")
      #expect(
        runs.filter { $0.change != .added }.flatMap(\.words).sorted() == all(old).sorted(), "\(old) | \(new)")
    }
  }

  @Test func textsThatShareNothingAreExchangedWhole() {
    let (old, new) = ((0..<9000).map { "a\($0)" }, (0..<9000).map { "b\($0)" })
    let runs = TextDifference(from: old.joined(separator: " "), to: new.joined(separator: " ")).paragraphs.flatMap(
      \.runs)
    #expect(runs.map(\.words.count) == [9000, 9000])
  }

  @Test func listedOpenedAndLeft() {
    var driver = Driver("Enter 4", Self.archive)
    #expect(driver.model.page?.content.count == 5, "three versions and two reprints")
    driver.press("j Enter")
    guard case .difference(let state) = driver.model.page else {
      Issue.record("no differences are shown")
      return
    }
    #expect(state.versions.map(\.number) == [2, 3], "an older version is compared with the current one")
    driver.press("Backspace k Enter")
    if case .difference(let state) = driver.model.page { #expect(state.versions.map(\.number) == [2, 3]) }
    driver.press("q G Enter")
    #expect(driver.model.article?.briefing.id.text == "long", "a reprint is opened")
    driver.press("Backspace")
    #expect(driver.model.page?.content.count == 5)
    driver.press("4")
    #expect(driver.model.page == nil, "the same key leads back")
    #expect(driver.model.article?.briefing.id.text == "dam")
  }

  @Test func whereThereIsNothingItIsSaid() {
    let driver = Driver("j j Enter 4", Self.archive)
    #expect(driver.model.page?.content.count == 0)
    #expect(view(driver.model).text.contains("never changed"))
    #expect(Driver("4", FakeArchive()).model.page == nil)
  }
}
