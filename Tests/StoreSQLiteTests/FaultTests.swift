import Briefings
import Foundation
import GRDB
import Search
import Store
import StoreSQLite
import Testing

@Suite("Faults around an archive")
struct FaultTests {
  private func items(_ numbers: Range<Int>, words: Int = 50) -> [AnalyzedBriefing] {
    numbers.map { number in
      AnalyzedBriefing(
        Briefing(
          id: BriefingID("\(number)"), title: "عنوان \(number)",
          text: "هدنة \(number) " + (0..<words).map { "كلمة\(number * 7 + $0)" }.joined(separator: " "), language: "ar"),
        Findings(version: 1, language: "ar", entities: [], statements: [], signatures: []))
    }
  }

  @Test("a reader that is open sees what another program imports, as it comes")
  func arriving() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let path = folder.file("archive.sqlite")
    let writer = try SQLiteStore(path: path)
    _ = try writer.ingest(items(0..<5))
    let reader = try SQLiteStore(path: path, readOnly: true)
    var moment = try reader.latestChange()
    for batch in 1..<6 {
      _ = try writer.ingest(items(batch * 5..<batch * 5 + 5))
      #expect(try reader.count(BriefingFilter()) == batch * 5 + 5)
      let arrived = try reader.changes(since: moment, limit: 99)
      #expect(arrived.map(\.id.text) == (batch * 5..<batch * 5 + 5).map(String.init))
      #expect(
        try reader.search(.word("الهدنة"), filter: BriefingFilter(arrivedAfter: moment), order: .date, limit: 9).total
          == 5)
      moment = try reader.latestChange()
    }
  }

  @Test("two imports at once take turns")
  func twoImports() async throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let path = folder.file("archive.sqlite")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for half in 0..<2 {
        group.addTask {
          let store = try SQLiteStore(path: path)
          // Some of the articles come from both.
          for batch in 0..<10 { _ = try store.ingest(items(half * 50 + batch * 10..<half * 50 + batch * 10 + 10)) }
        }
      }
      try await group.waitForAll()
    }
    let store = try SQLiteStore(path: path)
    #expect(try store.count(BriefingFilter()) == 150)
    #expect(try store.verify(repair: false).problems == [])
  }

  @Test("a folder that cannot be written to can be read, and its newest articles are not passed over in silence")
  func readOnlyFolder() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let inner = folder.file("inner")
    try FileManager.default.createDirectory(atPath: inner, withIntermediateDirectories: true)
    let path = inner + "/archive.sqlite"
    do { _ = try SQLiteStore(path: path).ingest(items(0..<5)) }
    #expect(mounted("-o", "bind", inner, inner) == mounted("-o", "remount,ro,bind", inner), "both or none")
    defer { _ = run("/bin/umount", inner) }
    guard !FileManager.default.isWritableFile(atPath: inner) else { return }  // only root can make such a folder
    let store = try SQLiteStore(path: path, readOnly: true)
    #expect(try store.count(BriefingFilter()) == 5)
    let error = try #require(throws: StoreError.self) { try SQLiteStore(path: path) }
    #expect(error.description.contains("read-only") || error.description.contains("permission"), "\(error)")
  }

  @Test("a disk that is full leaves the archive as it was, and says so")
  func fullDisk() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let disk = folder.file("disk")
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    guard mounted("-t", "tmpfs", "-o", "size=4m", "tmpfs", disk) else { return }  // only root can make such a disk
    defer { _ = run("/bin/umount", disk) }
    let store = try SQLiteStore(path: disk + "/archive.sqlite")
    var stored = 0
    let error = try #require(throws: StoreError.self) {
      for batch in 0..<200 {
        _ = try store.ingest(items(batch * 20..<batch * 20 + 20, words: 300))
        stored += 20
      }
    }
    #expect(error.description.contains("disk is full"), "\(error)")
    #expect(stored > 0)
    #expect(try store.count(BriefingFilter()) == stored)
    #expect(throws: StoreError.self) { try store.backup(to: disk + "/copy.sqlite") }
    #expect(try FileManager.default.contentsOfDirectory(atPath: disk).allSatisfy { $0.hasPrefix("archive") })
    #expect(try store.verify(repair: false).problems == [])
  }

  private func mounted(_ arguments: String...) -> Bool { run("/bin/mount", arguments) == 0 }

  private func run(_ program: String, _ arguments: String...) -> Int32 { run(program, arguments) }

  private func run(_ program: String, _ arguments: [String]) -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { return -1 }
    process.waitUntilExit()
    return process.terminationStatus
  }
}
