import Briefings
import GRDB
import Store

/// What is kept of deleted articles besides their texts, which are the last of their old versions.
struct Trash {
  private let db: Database

  init(_ db: Database) { self.db = db }

  /// One deleted article.
  struct Item {
    let version: Int
    let marks: UserMarks
    let findings: KeptFindings?
  }

  func holds(_ id: BriefingID) throws -> Bool {
    let statement = try db.cachedStatement(sql: "SELECT 1 FROM trash WHERE id = ?")
    return try Int.fetchOne(statement, arguments: [id.text]) != nil
  }

  func put(_ id: BriefingID, _ item: Item) throws {
    try db.execute(
      sql: """
        INSERT INTO trash (id, turn, version, marks, findings)
        SELECT ?, coalesce(max(turn), 0) + 1, ?, ?, ? FROM trash
        """, arguments: [id.text, item.version, try item.marks.text, try item.findings?.text ?? ""])
  }

  func take(_ id: BriefingID) throws -> Item? {
    guard
      let row = try Row.fetchOne(
        db, sql: "SELECT version, marks, findings FROM trash WHERE id = ?", arguments: [id.text])
    else { return nil }
    try remove(id)
    return Item(version: row[0], marks: UserMarks(text: row[1]), findings: KeptFindings(text: row[2]))
  }

  func remove(_ id: BriefingID) throws {
    try db.cachedStatement(sql: "DELETE FROM trash WHERE id = ?").execute(arguments: [id.text])
  }

  /// The deleted articles, those deleted last first.
  func all(limit: Int) throws -> [BriefingSummary] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT t.id, v.title, v.date, v.source, v.language, v.tags, t.version, t.marks,
          EXISTS (SELECT 1 FROM note WHERE note.id = t.id)
        FROM trash t JOIN old_version v ON v.id = t.id AND v.version = t.version
        ORDER BY t.turn DESC LIMIT ?
        """, arguments: [limit])
    return rows.map { row in
      let marks = UserMarks(text: row[7])
      let date: String? = row[2]
      return BriefingSummary(
        id: BriefingID(row[0]), title: row[1], date: date.flatMap { PublicationDate($0) }, source: row[3],
        language: row[4], tags: Encoding.list(row[5]), isRead: marks.isRead, isFlagged: marks.isFlagged,
        hasNote: row[8], version: row[6])
    }
  }
}
