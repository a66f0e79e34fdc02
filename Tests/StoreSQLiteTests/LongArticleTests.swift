import Briefings
import GRDB
import GRDBSQLite
import Search
import Store
import Testing

@testable import StoreSQLite

@Suite("Articles as long as books")
struct LongArticleTests {
  /// An article of a megabyte with some statements at its end.
  private static func article(statements: Int) -> AnalyzedBriefing {
    let words = "الهدنة قائمة"
    var text = String(repeating: "كلام كثير عن أمور شتى.\n\n", count: 24_000)
    var found: [Briefings.Statement] = []
    for _ in 0..<statements {
      let start = text.utf8.count
      text += words + " "
      found.append(
        Briefings.Statement(
          speaker: nil, speakerEntity: nil, cue: "قال", cueClass: .say, content: words,
          place: Place(.text, TextSpan(start..<start + words.utf8.count)), kind: .indirect, polarity: .affirm))
    }
    text += "انتهى"
    return AnalyzedBriefing(
      Briefing(id: BriefingID("a"), title: "عنوان", text: text, language: "ar"),
      Findings(
        version: 1, language: "ar", entities: [], statements: found,
        signatures: found.map { _ in StatementSignature(stems: ["هدن", "قاءم"]) }))
  }

  /// How many pages SQLite looks at.
  private static func pages(_ db: Database, while work: () throws -> Void) throws -> Int {
    func looked() -> Int {
      [SQLITE_DBSTATUS_CACHE_HIT, SQLITE_DBSTATUS_CACHE_MISS].reduce(into: 0) { sum, kind in
        var (now, highest): (CInt, CInt) = (0, 0)
        sqlite3_db_status(db.sqliteConnection, kind, &now, &highest, 0)
        sum += Int(now)
      }
    }
    let before = looked()
    try work()
    return looked() - before
  }

  @Test("the text is read once for all its statements, not once for each")
  func statementsOfLongArticles() throws {
    var reading: [Int] = []
    var listing: [Int] = []
    for count in [1, 60] {
      let folder = try ScratchFolder()
      defer { folder.remove() }
      let path = folder.file("archive.sqlite")
      let item = Self.article(statements: count)
      _ = try SQLiteStore(path: path).ingest([item])
      try DatabaseQueue(path: path).read { db in
        let id = item.briefing.id
        let rows = FindingsRows(db)
        let lists = FindingsLists(db)
        reading.append(
          try Self.pages(db) {
            let found = try rows.findings(of: id)?.statements
            #expect(found == item.findings.statements)
          })
        listing.append(
          try Self.pages(db) {
            let found = try lists.statements(of: id).map(\.statement)
            #expect(found == item.findings.statements)
          })
      }
    }
    #expect(reading[0] > 50 && reading[1] < reading[0] * 3, "\(reading) pages")
    #expect(listing[1] < listing[0] * 3, "\(listing) pages")
  }

  @Test("a word longer than the index keeps is counted as the index keeps it", arguments: [16_383, 16_384, 40_000])
  func longWords(letters: Int) throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let store = try SQLiteStore(path: folder.file("archive.sqlite"))
    // The second one changes where the first letters are, so that a cut falls inside of one of them.
    for (id, word) in [
      ("a", String(repeating: "كتب", count: letters / 3)), ("b", "x" + String(repeating: "م", count: letters)),
    ] {
      let briefing = Briefing(id: BriefingID(id), title: "عنوان", text: word + " وكلام", language: "ar")
      let none = Findings(version: 1, language: "ar", entities: [], statements: [], signatures: [])
      _ = try store.ingest([AnalyzedBriefing(briefing, none)])
      #expect(try store.verify(repair: false).problems == [])
      #expect(try store.briefings(withWords: [String(repeating: "كتب", count: letters / 3)]).count == 1)
    }
    try store.remove([BriefingID("a"), BriefingID("b")])
    #expect(try store.verify(repair: false).problems == [])
  }
}
