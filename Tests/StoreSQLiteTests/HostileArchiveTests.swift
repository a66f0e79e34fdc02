import Briefings
import Foundation
import GRDB
import Search
import Store
import Testing

@testable import StoreSQLite

/// Archives that somebody else made or changed.
@Suite("Hostile archives")
struct HostileArchiveTests {
  private static let article = AnalyzedBriefing(
    Briefing(
      id: BriefingID("a"), title: "عنوان", text: "قال الوزير إن الهدنة بدأت", date: PublicationDate("2024-03-01"),
      source: "وكالة", url: "http://a.example/1", author: "كاتب", language: "ar", tags: ["لبنان"]),
    Findings(
      version: 1, language: "ar",
      entities: [
        Entity(
          canonical: "الوزير", type: .person, english: "Minister",
          mentions: [Mention(form: "الوزير", place: Place(.text, TextSpan(7..<19)))])
      ],
      statements: [
        Statement(
          speaker: "الوزير", speakerPlace: Place(.text, TextSpan(7..<19)), speakerEntity: "الوزير", cue: "قال",
          cuePlace: Place(.text, TextSpan(0..<6)), cueClass: .say, content: "الهدنة بدأت",
          place: Place(.text, TextSpan(25..<46)), kind: .indirect, polarity: .affirm, confidence: 1)
      ],
      signatures: [StatementSignature(stems: ["هدن", "بدء"])]))

  private static func made(_ path: String) throws {
    let store = try SQLiteStore(path: path)
    _ = try store.ingest([article, AnalyzedBriefing(changed("b"), article.findings)])
    _ = try store.ingest([AnalyzedBriefing(changed("b", " ثم انتهت"), article.findings)])
    _ = try store.addTag("t", to: [BriefingID("a")])
    _ = try store.setNote("n", on: .briefing(BriefingID("a")))
    _ = try store.save(SavedSearch(name: "s", query: "الهدنة", seen: ChangeNumber(0)))
    try store.setPosition(Place(.text, TextSpan(0..<6)), of: BriefingID("a"))
    _ = try store.add([.rename(EntityName(.person, "الوزير"), to: "وزير")])
    _ = try store.applyDecisions(limit: 9, first: nil)
    _ = try store.ingest([AnalyzedBriefing(changed("c"), article.findings)])
    _ = try store.delete([BriefingID("c")])
  }

  private static func changed(_ id: String, _ more: String = "") -> Briefing {
    var briefing = article.briefing
    briefing.id = BriefingID(id)
    briefing.text += more
    return briefing
  }

  @Test("whatever has other tables than we make is refused, and nothing in it runs")
  func schemas() throws {
    let odd = "is not made as in an archive"
    let foreign = "which no archive has"
    let cases: [(name: String, sql: String, words: String)] = [
      ("a trigger", "CREATE TRIGGER t AFTER INSERT ON article BEGIN DELETE FROM body; END", foreign),
      ("a trigger of a view", "CREATE TRIGGER t INSTEAD OF INSERT ON article_content BEGIN SELECT 1; END", foreign),
      ("a view", "CREATE VIEW v AS SELECT 1", foreign), ("a table", "CREATE TABLE song (title)", foreign),
      (
        "our view with other words",
        "DROP VIEW article_content; CREATE VIEW article_content AS SELECT key, title, title AS text, '' AS names FROM article",
        odd
      ),
      ("a view in place of a table", "DROP TABLE note; CREATE VIEW note AS SELECT 1 AS id", "expected a table"),
      ("a virtual table in place of a table", "DROP TABLE note; CREATE VIRTUAL TABLE note USING fts5(id)", odd),
      ("a column more", "ALTER TABLE note ADD COLUMN more TEXT", odd),
      ("a column that is computed", "ALTER TABLE article ADD COLUMN x AS (abs(key)) VIRTUAL", odd),
      ("an index over an expression", "CREATE INDEX i ON article (abs(key))", foreign),
      ("an index of other columns", "DROP INDEX article_by_time; CREATE INDEX article_by_time ON article (title)", odd),
      ("a check", "DROP TABLE trash; CREATE TABLE trash (id TEXT CHECK (length(id) > abs(0)))", odd),
      ("no table of that name", "DROP TABLE saved_search", "is missing"),
      ("an index over something else", "DROP TABLE article_fts; CREATE TABLE article_fts (title)", odd),
      ("a virtual table more", "CREATE VIRTUAL TABLE spy USING fts5vocab(article_fts, row)", foreign),
    ]
    for row in cases {
      let folder = try ScratchFolder()
      defer { folder.remove() }
      let path = folder.file("archive.sqlite")
      try Self.made(path)
      var configuration = Configuration()
      configuration.prepareDatabase {
        $0.add(tokenizer: ArabicTokenizer.self)
        $0.add(tokenizer: ListTokenizer.self)
      }
      configuration.foreignKeysEnabled = false
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.writeWithoutTransaction { try $0.execute(sql: row.sql) }
      try queue.close()
      for readOnly in [false, true] {
        let error = #expect(throws: StoreError.self, "\(row.name)") { try SQLiteStore(path: path, readOnly: readOnly) }
        #expect(error?.description.contains(row.words) == true, "\(row.name): \(error.map { "\($0)" } ?? "")")
      }
    }
  }

  @Test("a schema that is no SQL is refused")
  func brokenSchemas() throws {
    for change in [
      "sql = 'CREATE TABLE article (key'", "sql = 'SELECT 1'", "rootpage = 999999", "rootpage = 1", "type = 'trigger'",
      "name = 'sqlite_x'", "sql = replace(sql, 'article', 'body')", "sql = NULL",
    ] {
      let folder = try ScratchFolder()
      defer { folder.remove() }
      let path = folder.file("archive.sqlite")
      try Self.made(path)
      let queue = try DatabaseQueue(path: path)
      try queue.writeWithoutTransaction {
        try $0.execute(sql: "PRAGMA writable_schema = ON; UPDATE sqlite_master SET \(change) WHERE name = 'article'")
      }
      try queue.close()
      for readOnly in [false, true] {
        #expect(throws: StoreError.self, "\(change)") { try SQLiteStore(path: path, readOnly: readOnly) }
      }
    }
  }

  /// Values of every type where another one belongs, the ends of their ranges, and lists and keys that are none.
  private static let values = [
    "x'00FFFE'", "'abc'", "-1", "9223372036854775807", "-9223372036854775807 - 1", "1e308", "''", "4611686018427387904",
    "'[1,2'", "'{\"entities\":[]}'", "2147483648", "'statement'", "char(10)",
  ]

  /// Where the largest number once ended the program.
  private static let found: Set<String> = [
    "meta.value", "article.version", "article_entity.mentions", "vocabulary.articles", "old_version.version",
  ]

  @Test("a value of another type or size is read as nothing, or its article with words about it")
  func values() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let sound = folder.file("sound.sqlite")
    try Self.made(sound)
    let copy = try DatabaseQueue(path: sound)
    let columns = try copy.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT m.name AS "table", c.name AS "column" FROM sqlite_master m, pragma_table_info(m.name) c
          WHERE m.type = 'table' AND m.sql LIKE 'CREATE TABLE %' AND m.name NOT LIKE 'grdb%' AND m.name NOT LIKE 'sqlite%'
            AND m.name NOT GLOB '*_fts_*' AND m.name NOT GLOB '*_names_*'
          """
      ).map { ($0["table"] as String, $0["column"] as String) }
    }
    #expect(columns.count > 100)
    try copy.writeWithoutTransaction { _ = try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
    try copy.close()
    var number = 0
    for (table, column) in columns {
      for value in Self.values {
        number += 1
        // All of it takes minutes.
        let isFound = value.hasPrefix("92") && Self.found.contains("\(table).\(column)")
        guard Self.isThorough || isFound || number % 29 == 0 else { continue }
        let path = folder.file("\(number).sqlite")
        try FileManager.default.copyItem(atPath: sound, toPath: path)
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        // A key that is a number takes nothing else.
        try? queue.writeWithoutTransaction { try $0.execute(sql: "UPDATE OR IGNORE \(table) SET \(column) = \(value)") }
        try queue.close()
        if Self.isThorough { print("\(table).\(column) = \(value)") }
        exercise(path)
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }  // made above
      }
    }
  }

  /// `MUJAZ_FUZZ=1` tries every value in every column, and says which, so that a crash can be found.
  private static let isThorough = ProcessInfo.processInfo.environment["MUJAZ_FUZZ"] != nil

  /// Asks for everything. Errors are fine; that it ends, and with the program alive, is what is looked at.
  private func exercise(_ path: String) {
    guard let store = try? SQLiteStore(path: path) else { return }  // refused
    func ask(_ work: () throws -> Void) { try? work() }  // an error is an answer
    let all = BriefingFilter()
    ask { _ = try store.summaries(all, limit: 9, after: nil) }
    ask { _ = try store.summaries(BriefingFilter(tag: "t"), limit: 9, after: nil) }
    for id in ["a", "b", "c"].map({ BriefingID($0) }) {
      ask { _ = try store.briefing(id) }
      ask { _ = try store.findings(of: id) }
      ask { _ = try store.undecidedFindings(of: id) }
      ask { _ = try store.position(of: id) }
      ask { _ = try store.notes(of: id) }
      ask { _ = try store.reprints(of: id) }
      ask { _ = try store.versions(of: id) }
      ask {
        for record in try store.statements(of: id) { _ = try store.relationCandidates(for: record, limit: 9) }
      }
    }
    ask { _ = try store.lastRead() }
    for order in [SearchOrder.relevance, .date] {
      ask { _ = try store.search(.word("الهدنة"), filter: all, order: order, limit: 9) }
    }
    ask { _ = try store.searchAll(.word("الهدنة"), filter: all, limit: 9) { _ in true } }
    ask { _ = try store.facets(.word("الهدنة"), filter: all, limit: 9) }
    ask { _ = try store.entities(all, limit: 9) }
    ask { _ = try store.entities(matching: "وز", limit: 9) }
    ask { _ = try store.entities(named: "الوزير") }
    ask { _ = try store.statements(all, limit: 9) }
    ask { _ = try store.statements(by: "الوزير", limit: 9, after: nil) }
    ask { _ = try store.statementMonths(by: "الوزير") }
    ask { _ = try store.decisions() }
    ask { _ = try store.tags(all, limit: 9) }
    ask { _ = try store.notes(limit: 9) }
    ask { _ = try store.savedSearches() }
    ask { _ = try store.deletedBriefings(limit: 9) }
    ask { _ = try store.changes(since: ChangeNumber(0), limit: 9) }
    ask { _ = try store.briefings(withWords: ["هدنه"]) }
    ask { _ = try store.verify(repair: false) }
    ask { _ = try store.undelete([BriefingID("c")]) }
    ask { _ = try store.undoDecision() }
    ask { _ = try store.applyDecisions(limit: 9, first: nil) }
    ask { _ = try store.addTag("u", to: [BriefingID("a")]) }
    ask { _ = try store.ingest([AnalyzedBriefing(Self.changed("a", " جديد"), Self.article.findings)]) }
    ask { _ = try store.delete([BriefingID("b")]) }
    ask { _ = try store.verify(repair: true) }
    ask { _ = try store.verify(repair: false) }
  }
}
