import Search
import Testing

@testable import StoreSQLite

@Suite("Which matches are ranked")
struct RankedCandidatesTests {
  private let counts = ["=غزه": 5_000, "=رفح": 300, "=معبر": 200, "=xyz": 0]

  private func narrowed(_ text: String, most: Int) throws -> RankedCandidates? {
    let query = try Query.parse(text)
    let compiled = QueryCompiler.compile(query)
    return RankedCandidates(query, compiled, match: try #require(compiled.match), most: most) { counts[$0] ?? 0 }
  }

  @Test("the rarest words choose where there are too many")
  func narrows() throws {
    let found = try #require(try narrowed("غزة OR رفح OR معبر OR xyz", most: 1_000))
    #expect(found.match.hasPrefix("(\"رفح\"") || found.match.hasPrefix("(\"معبر\""))
    let head = found.match.split(separator: ") AND (")[0]
    #expect(!head.utf8.elementsEqual(found.match.utf8) && !String(head).contains("غزه"))
    #expect(found.phrases.first?.weight == 0, "what chooses is not ranked twice")
    #expect(found.phrases.contains { $0.weight >= 1 })
  }

  @Test("everything is ranked where it can be, or where nothing chooses")
  func leavesAlone() throws {
    #expect(try narrowed("غزة OR رفح", most: 10_000) == nil)
    #expect(try narrowed("غزة رفح", most: 10) == nil)
    #expect(try narrowed("غزة OR رفح", most: 100) == nil)
    #expect(try narrowed("غزة", most: 10) == nil)
  }
}
