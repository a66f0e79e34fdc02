import Briefings
import Foundation
import Search
import Store
import StoreContract
import StoreSQLite
import Testing

/// A folder for one test, which removes it at its end: an archive must not lose its folder while it is open.
struct ScratchFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "mujaz-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  // Nothing hangs on the removal of a scratch folder.
  func remove() { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }
}

@Suite("The SQLite engine")
struct SQLiteStoreTests {
  @Test("does what every engine must", arguments: StoreContract.rows)
  func contract(_ row: ContractRow) throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    try row.check(try SQLiteStore(path: folder.file("archive.sqlite")))
  }

  private func briefing(_ id: String, _ text: String = "نص") -> AnalyzedBriefing {
    AnalyzedBriefing(
      Briefing(id: BriefingID(id), title: "عنوان", text: text, language: "ar"),
      Findings(version: 1, language: "ar", entities: [], statements: [], signatures: []))
  }

  @Test("how many articles a word stands in, in any form; what is not there is left out")
  func wordCounts() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let store = try SQLiteStore(path: folder.file("archive.sqlite"))
    _ = try store.ingest([briefing("a", "هدنة في غزة"), briefing("b", "الهدنة انتهت"), briefing("c", "غزة")])
    #expect(
      try store.briefings(withWords: ["هدنه", "غزه", "غزا", "انتهي", ""])
        == ["هدنه": 2, "غزه": 2, "انتهي": 1])
    let advice = SpellingAdvice { try store.briefings(withWords: $0) }
    #expect(try advice.better(than: "هدمة") == "هدنه")
  }

  @Test("words typed as one, beside many others, are ranked among all")
  func attachedNumbers() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let store = try SQLiteStore(path: folder.file("archive.sqlite"))
    var all = [briefing("old", "تسلمت الدولة مقاتلات F-16 وصواريخ")]
    for number in 0..<1_200 { all.append(briefing("n\(number)", "مقاتلات أخرى")) }
    _ = try store.ingest(all)
    let found = try store.search(
      try Query.parse("F-16 OR مقاتلات"), filter: BriefingFilter(), order: .relevance, limit: 1)
    #expect(found.hits.map(\.briefing.id.text) == ["old"])
  }

  @Test("an archive is there when it is opened again")
  func reopened() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let path = folder.file("archive.sqlite")
    _ = try SQLiteStore(path: path).ingest([briefing("a", "هدنة")])
    let store = try SQLiteStore(path: path)
    #expect(try store.count(BriefingFilter()) == 1)
    #expect(try store.search(.word("الهدنة"), filter: BriefingFilter(), order: .date, limit: 5).total == 1)
  }

  @Test("two openings of one file see each other's writing")
  func twoOpenings() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let path = folder.file("archive.sqlite")
    let (first, second) = (try SQLiteStore(path: path), try SQLiteStore(path: path))
    _ = try first.ingest([briefing("a")])
    _ = try second.ingest([briefing("b")])
    #expect(try first.count(BriefingFilter()) == 2)
    #expect(try second.count(BriefingFilter()) == 2)
  }

  @Test("many readers while one writes")
  func concurrent() async throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let store = try SQLiteStore(path: folder.file("archive.sqlite"))
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        for number in 0..<20 { _ = try store.ingest((0..<10).map { briefing("\(number)-\($0)", "هدنة \(number)") }) }
      }
      for _ in 0..<4 {
        group.addTask {
          for _ in 0..<50 {
            let results = try store.search(.word("هدنة"), filter: BriefingFilter(), order: .date, limit: 5)
            #expect(results.total % 10 == 0, "a batch is seen whole or not at all")
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try store.count(BriefingFilter()) == 200)
    #expect(try store.verify(repair: false).problems == [])
  }

  @Test("opened for reading it reads and does not write")
  func readOnly() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let path = folder.file("archive.sqlite")
    _ = try SQLiteStore(path: path).ingest([briefing("a")])
    let store = try SQLiteStore(path: path, readOnly: true)
    #expect(try store.count(BriefingFilter()) == 1)
    #expect(try store.verify(repair: false).isSound)
    let error = try #require(throws: StoreError.self) { try store.ingest([briefing("b")]) }
    #expect(error.description.contains("opened for reading"))
  }

  @Test("large batches go in whole, in several transactions")
  func largeBatch() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let store = try SQLiteStore(path: folder.file("archive.sqlite"))
    let outcomes = try store.ingest((0..<501).map { briefing("\($0)") })
    #expect(outcomes.count == 501 && outcomes.allSatisfy { $0 == .added })
    #expect(try store.count(BriefingFilter()) == 501)
  }
}
