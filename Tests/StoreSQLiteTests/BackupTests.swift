import Briefings
import Foundation
import GRDB
import Search
import Store
import StoreSQLite
import Testing

@Suite("Backup, restore and salvage")
struct BackupTests {
  private func items(_ numbers: Range<Int>) -> [AnalyzedBriefing] {
    numbers.map { number in
      AnalyzedBriefing(
        Briefing(
          id: BriefingID("\(number)"), title: "عنوان \(number)",
          text: "هدنة \(number) " + String(repeating: "كلمة ", count: 200),
          source: "وكالة", language: "ar", tags: ["حبوب"]),
        Findings(version: 1, language: "ar", entities: [], statements: [], signatures: []))
    }
  }

  private func permissions(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test("a new archive and a backup are the user's own")
  func permissions() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let (path, copy) = (folder.file("archive.sqlite"), folder.file("copy.sqlite"))
    let store = try SQLiteStore(path: path)
    _ = try store.ingest(items(0..<3))
    try store.backup(to: copy)
    for file in [path, path + "-wal", copy] { #expect(try permissions(file) == 0o600, "\(file)") }
    #expect(!FileManager.default.fileExists(atPath: copy + "-wal"))
  }

  @Test("a backup that is made while articles arrive holds those of one moment")
  func whileWriting() async throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let store = try SQLiteStore(path: folder.file("archive.sqlite"))
    _ = try store.ingest(items(0..<200))
    let other = try SQLiteStore(path: folder.file("archive.sqlite"))
    async let writing: Void = Task.detached {
      for batch in 0..<10 { _ = try other.ingest(items(200 + batch * 10..<210 + batch * 10)) }
    }.value
    for number in 0..<3 {
      let copy = folder.file("copy\(number).sqlite")
      try store.backup(to: copy)
      let backup = try SQLiteStore(path: copy)
      #expect(try backup.verify(repair: false).problems == [])
      #expect(try backup.count(BriefingFilter()) % 10 == 0, "batches are there whole")
    }
    try await writing
    #expect(try store.count(BriefingFilter()) == 300)
  }

  @Test("a backup overwrites nothing unless told to, and leaves nothing when it is stopped")
  func overwriting() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let path = folder.file("archive.sqlite")
    let store = try SQLiteStore(path: path)
    _ = try store.ingest(items(0..<3))
    let copy = folder.file("copy.sqlite")
    try "mine".write(toFile: copy, atomically: true, encoding: .utf8)
    let error = try #require(throws: StoreError.self) { try store.backup(to: copy) }
    #expect(error.description.contains("there already"))
    #expect(throws: StoreError.self) { try store.backup(to: path, replacing: true) }
    #expect(throws: StoreError.self) { try store.backup(to: copy, replacing: true) { _, _ in false } }
    #expect(throws: StoreError.self) { try store.backup(to: folder.file("nowhere/copy.sqlite")) }
    #expect(try String(contentsOfFile: copy, encoding: .utf8) == "mine")
    try store.backup(to: copy, replacing: true)
    #expect(try SQLiteStore(path: copy, readOnly: true).count(BriefingFilter()) == 3)
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(left.filter { $0.contains("partial") } == [])
  }

  @Test("restoring brings the backup back and keeps what was there")
  func restoring() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let (path, copy) = (folder.file("archive.sqlite"), folder.file("copy.sqlite"))
    do {
      let store = try SQLiteStore(path: path)
      _ = try store.ingest(items(0..<3))
      try store.backup(to: copy)
      _ = try store.ingest(items(3..<5))
      // Somebody has it open.
      let error = try #require(throws: StoreError.self) { try SQLiteStore.restore(copy, to: path) }
      #expect(error.description.contains("open"))
    }
    let kept = try #require(try SQLiteStore.restore(copy, to: path))
    #expect(try SQLiteStore(path: path).count(BriefingFilter()) == 3)
    #expect(try SQLiteStore(path: kept).count(BriefingFilter()) == 5)
    #expect(try SQLiteStore.restore(copy, to: path) != kept, "nothing that was kept is overwritten")
    #expect(try SQLiteStore.restore(copy, to: folder.file("new.sqlite")) == nil)
    #expect(try SQLiteStore(path: folder.file("new.sqlite")).count(BriefingFilter()) == 3)
    // An archive beyond repair is what a backup is for.
    try Data(repeating: 7, count: 50_000).write(to: URL(fileURLWithPath: path))
    #expect(try SQLiteStore.restore(copy, to: path) != nil)
    #expect(try SQLiteStore(path: path).count(BriefingFilter()) == 3)
  }

  @Test("what is no sound backup is not restored, and the archive stays")
  func refused() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let (path, copy) = (folder.file("archive.sqlite"), folder.file("copy.sqlite"))
    do {
      let store = try SQLiteStore(path: path)
      _ = try store.ingest(items(0..<100))
      try store.backup(to: copy)
    }
    let sound = try Data(contentsOf: URL(fileURLWithPath: copy))
    var torn = sound
    torn.replaceSubrange(20 * 16_384..<21 * 16_384, with: repeatElement(0xA5, count: 16_384))
    let other = folder.file("other.sqlite")
    let queue = try DatabaseQueue(path: other)
    try queue.write { try $0.execute(sql: "CREATE TABLE song (title TEXT)") }
    try queue.close()
    try torn.write(to: URL(fileURLWithPath: folder.file("torn.sqlite")))
    try sound.prefix(sound.count / 2).write(to: URL(fileURLWithPath: folder.file("half.sqlite")))
    try Data().write(to: URL(fileURLWithPath: folder.file("empty.sqlite")))
    for name in ["torn.sqlite", "half.sqlite", "empty.sqlite", "other.sqlite", "missing.sqlite", "archive.sqlite"] {
      let error = try #require(throws: StoreError.self, "\(name)") {
        try SQLiteStore.restore(folder.file(name), to: path)
      }
      #expect(error.description.contains(name), "\(error)")
      #expect(try SQLiteStore(path: path).count(BriefingFilter()) == 100, "\(name)")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.filter { $0.contains("partial") || $0.contains("before-restore") } == [])
  }

  @Test("whatever page is damaged, what stands on the others can be read")
  func salvage() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let (path, copy) = (folder.file("archive.sqlite"), folder.file("copy.sqlite"))
    do {
      let store = try SQLiteStore(path: path)
      _ = try store.ingest(items(0..<120))
      _ = try store.setNote("راجع", on: .briefing(BriefingID("7")))
      try store.backup(to: copy)
    }
    let sound = try Data(contentsOf: URL(fileURLWithPath: copy))
    let page = 16_384
    var lost: [Int] = []
    for number in 1..<sound.count / page {
      var data = sound
      data.replaceSubrange(number * page..<(number + 1) * page, with: repeatElement(0xA5, count: page))
      let torn = folder.file("torn\(number).sqlite")
      try data.write(to: URL(fileURLWithPath: torn))
      var found: [BriefingID: Briefing] = [:]
      do {
        let report = try ArchiveSalvage(path: torn).run { briefing, _ in found[briefing.id] = briefing }
        #expect(report.articles == found.count)
        lost.append(report.lost)
        #expect(report.articles + report.lost == 120)
      } catch {
        // A page that names the tables.
        #expect("\(error)".contains("archive"), "page \(number): \(error)")
        continue
      }
      for item in items(0..<120) {
        guard let back = found[item.briefing.id], !back.source.isEmpty, !back.tags.isEmpty else { continue }
        #expect(back == item.briefing)
      }
      try FileManager.default.removeItem(atPath: torn)
    }
    // A page of texts holds eight of these articles, and one page leads to all texts.
    #expect(lost.count { $0 > 0 } > 10)
    #expect(lost.filter { $0 > 8 } == [120])
  }
}
