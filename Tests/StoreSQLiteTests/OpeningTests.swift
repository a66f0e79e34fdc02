import Briefings
import Foundation
import GRDB
import Search
import Store
import Synchronization
import Testing

@testable import StoreSQLite

@Suite("Opening an archive")
struct OpeningTests {
  private func error(_ path: String, readOnly: Bool = false) throws -> StoreError {
    try #require(throws: StoreError.self) { try SQLiteStore(path: path, readOnly: readOnly) }
  }

  @Test("a missing folder is named")
  func missingFolder() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let path = folder.file("nowhere/archive.sqlite")
    let error = try error(path)
    guard case .unavailable = error else { return #expect(Bool(false), "\(error)") }
    #expect(error.description.contains("nowhere"))
    #expect(error.description.contains("--archive"))
  }

  @Test("a name is needed")
  func noName() throws {
    guard case .unavailable = try error("") else { return #expect(Bool(false)) }
  }

  @Test("a damaged file is reported, whatever is damaged")
  func damagedFile() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let path = folder.file("archive.sqlite")
    let items = (0..<300).map { number in
      AnalyzedBriefing(
        Briefing(
          id: BriefingID("\(number)"), title: "عنوان \(number)", text: String(repeating: "هدنة في غزة ", count: 40),
          language: "ar"),
        Findings(version: 1, language: "ar", entities: [], statements: [], signatures: []))
    }
    do { _ = try SQLiteStore(path: path).ingest(items) }
    let sound = try Data(contentsOf: URL(fileURLWithPath: path))
    let page = 16_384
    for number in 0..<sound.count / page {
      var data = sound
      data.replaceSubrange(number * page..<(number + 1) * page, with: repeatElement(0xA5, count: page))
      try data.write(to: URL(fileURLWithPath: path))
      // Either way is fine: refused with a reason, or reported. Not: unnoticed, or a crash.
      do throws(StoreError) {
        let store = try SQLiteStore(path: path)
        _ = try store.search(.word("هدنة"), filter: BriefingFilter(), order: .relevance, limit: 5)
        #expect(try !store.verify(repair: false).isSound, "page \(number)")
      } catch {
        #expect(error.description.contains("archive"), "page \(number): \(error)")
      }
    }
  }

  @Test("a folder is no archive")
  func folderAsArchive() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    guard case .unavailable = try error(folder.path) else { return #expect(Bool(false)) }
  }

  @Test("a pipe or a device is not waited for, nor read without an end")
  func noFiles() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let pipe = folder.file("pipe.sqlite")
    #expect(mkfifo(pipe, 0o600) == 0)
    for path in [pipe, "/dev/zero", "/dev/null"] {
      for readOnly in [false, true] {
        guard case .unavailable = try error(path, readOnly: readOnly) else { return #expect(Bool(false), "\(path)") }
      }
      let refusal = #expect(throws: StoreError.self) { try SQLiteStore.restore(path, to: folder.file("a.sqlite")) }
      #expect(refusal?.description.contains("name a file") == true)
    }
  }

  @Test("reading needs a file")
  func missingFile() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    guard case .unavailable = try error(folder.file("archive.sqlite"), readOnly: true) else {
      return #expect(Bool(false))
    }
    #expect(!FileManager.default.fileExists(atPath: folder.file("archive.sqlite")), "and makes none")
  }

  @Test("a text file is no archive, and stays as it is")
  func textFile() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let path = folder.file("notes.txt")
    let content = String(repeating: "ليس هذا أرشيفا. ", count: 100)
    try content.write(toFile: path, atomically: true, encoding: .utf8)
    for readOnly in [false, true] {
      guard case .damaged = try error(path, readOnly: readOnly) else { return #expect(Bool(false)) }
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == content)
  }

  @Test("another program's database is no archive, and stays as it is")
  func otherDatabase() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let path = folder.file("other.sqlite")
    let other = try DatabaseQueue(path: path)
    try other.write { try $0.execute(sql: "CREATE TABLE song (title TEXT)") }
    try other.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    for readOnly in [false, true] {
      guard case .damaged = try error(path, readOnly: readOnly) else { return #expect(Bool(false)) }
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }

  @Test("an archive of a newer version is refused")
  func newerVersion() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let path = folder.file("archive.sqlite")
    _ = try SQLiteStore(path: path)
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "PRAGMA user_version = 999") }
    try queue.close()
    for readOnly in [false, true] {
      guard case .tooNew(_, let found) = try error(path, readOnly: readOnly) else { return #expect(Bool(false)) }
      #expect(found.contains("999"))
    }
  }

  @Test("an index of an older tokenizer is made anew")
  func upgrade() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let path = folder.file("archive.sqlite")
    let id = BriefingID("a")
    let item = AnalyzedBriefing(
      Briefing(id: id, title: "عنوان", text: "هدنة", language: "ar"),
      Findings(version: 1, language: "ar", entities: [], statements: [], signatures: []))
    _ = try SQLiteStore(path: path).ingest([item])
    // As an older version left it: an index declared with another version of the tokenizer, and without this word.
    var configuration = Configuration()
    configuration.prepareDatabase { $0.add(tokenizer: ArabicTokenizer.self) }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.write { db in
      try db.execute(
        sql: """
          DROP TABLE article_fts;
          CREATE VIRTUAL TABLE article_fts USING fts5(
            title, text, names, content='article_content', content_rowid='key', tokenize='mujaz 1');
          UPDATE meta SET value = 'mujaz 1' WHERE name = 'tokenizer';
          """)
    }
    try queue.close()
    let store = try SQLiteStore(path: path)
    #expect(try store.search(.word("الهدنة"), filter: BriefingFilter(), order: .date, limit: 5).total == 1)
    #expect(try store.verify(repair: false).problems == [])
  }

  @Test("an archive of version 1 is brought up to date, with everything in it")
  func fromVersion1() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let path = folder.file("archive.sqlite")
    var configuration = Configuration()
    configuration.prepareDatabase { $0.add(tokenizer: ArabicTokenizer.self) }
    // As version 1 left it: an article that names a person, who speaks in it.
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA application_id = \(Schema.applicationID)") }
    try Schema.migrator.migrate(queue, upTo: "1")
    try queue.write { db in
      let day = Encoding.keys(of: nil).lowerBound
      try db.execute(
        sql: """
          INSERT INTO source VALUES (1, '', '');
          INSERT INTO article VALUES (\(day), 'a', -1, NULL, 'T', 1, '', '', 'en', 'en', 1, 5, 1);
          INSERT INTO body VALUES (\(day), 'Austin said so');
          INSERT INTO entity VALUES (1, 'person', 'Austin', 'austin', NULL, NULL, 1, 1);
          INSERT INTO form VALUES (1, 1, 'Austin', 'austin', 1);
          INSERT INTO article_entity VALUES (\(day), 0, 1, 1, NULL, 'analyzed', 1);
          INSERT INTO mention VALUES (\(day), 0, 0, 1, 1, 0, 6);
          INSERT INTO name VALUES (1, 'Austin', 'austin');
          INSERT INTO statement VALUES (1, \(day), 1, 12, 14, 'so', 1, 1, 0, 6, 1, 'said', 1, 7, 11, 'SAY', 'indirect',
            'affirm', 1.0, 'analyzed', '', '', 0, '');
          INSERT INTO article_fts (article_fts) VALUES ('rebuild');
          """)
    }
    try queue.close()
    // It is not changed where it may only be read.
    guard case .unavailable = try error(path, readOnly: true) else { return #expect(Bool(false)) }
    let store = try SQLiteStore(path: path)
    #expect(try store.verify(repair: false).problems == [])
    #expect(try store.decisions() == [])
    let before = try store.findings(of: BriefingID("a"))
    #expect(try store.add([.rename(EntityName(.person, "Austin"), to: "Lloyd Austin")]) == 1)
    #expect(try store.applyDecisions(limit: 5, first: nil) == 0)
    #expect(try store.findings(of: BriefingID("a"))?.entities.map(\.canonical) == ["Lloyd Austin"])
    #expect(try store.statements(of: BriefingID("a")).map(\.statement.speakerEntity) == ["Lloyd Austin"])
    _ = try store.undoDecision()
    #expect(try store.applyDecisions(limit: 5, first: nil) == 0)
    #expect(try store.findings(of: BriefingID("a")) == before)
    #expect(try store.verify(repair: false).problems == [])
  }

  @Test("long work of many statements is told of as it goes, and not after it")
  func heartbeat() throws {
    let beats = Mutex(0)
    let heartbeat = Heartbeat(interval: 0) { _ in beats.withLock { $0 += 1 } }
    let count = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300000) SELECT max(i) FROM n"
    try DatabaseQueue().inDatabase { db in
      heartbeat.start(on: db)
      let first = try Int.fetchOne(db, sql: count)
      heartbeat.stop(on: db)
      let during = beats.withLock { $0 }
      #expect(first == 300_000)
      #expect(during > 1)
      _ = try Int.fetchOne(db, sql: count)
      #expect(beats.withLock { $0 } == during)
    }
  }

  @Test("the file says whose it is")
  func applicationID() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let path = folder.file("archive.sqlite")
    _ = try SQLiteStore(path: path)
    let queue = try DatabaseQueue(path: path)
    #expect(try queue.read { try Int.fetchOne($0, sql: "PRAGMA application_id") } == 0x4D75_6A7A)
    #expect(try queue.read { try Int.fetchOne($0, sql: "PRAGMA page_size") } == 16_384)
  }

  @Test("a full disk leaves the archive as it was")
  func fullDisk() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let path = folder.file("archive.sqlite")
    let store = try SQLiteStore(path: path)
    let long = String(repeating: "كلمة طويلة جدا ", count: 4_000)
    let items = (0..<60).map { number in
      AnalyzedBriefing(
        Briefing(id: BriefingID("\(number)"), title: "عنوان", text: "\(number) \(long)", language: "ar"),
        Findings(version: 1, language: "ar", entities: [], statements: [], signatures: []))
    }
    // A limit on the pages of the file stands in for a disk without room.
    let pool = try #require(store.pool)
    try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = 60") }
    let error = try #require(throws: StoreError.self) { try store.ingest(items) }
    try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = 1000000") }
    guard case .unavailable = error else { return #expect(Bool(false), "\(error)") }
    #expect(error.description.contains("disk is full"))
    #expect(try store.count(BriefingFilter()) == 0)
    #expect(try store.verify(repair: false).problems == [])
    #expect(try store.ingest([items[0]]) == [.added])
  }
}
