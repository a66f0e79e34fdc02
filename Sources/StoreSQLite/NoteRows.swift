import Briefings
import GRDB

/// The user's notes. `place` is empty for a note on an article, else what stands behind `#` in the statement's id.
struct NoteRows {
  private let db: Database

  init(_ db: Database) { self.db = db }

  /// Writes or removes the note on something; returns the one before.
  func set(_ text: String?, on target: NoteTarget) throws -> Note? {
    guard let id = target.briefing, let place = Self.place(of: target) else { return nil }
    let old = try Row.fetchOne(
      db, sql: "SELECT id, place, text, quote FROM note WHERE id = ? AND place = ?", arguments: [id.text, place]
    ).map { Self.note($0) }
    guard let text, !text.isEmpty else {
      try db.execute(sql: "DELETE FROM note WHERE id = ? AND place = ?", arguments: [id.text, place])
      return old
    }
    var quote = ""
    if case .statement(let statement) = target {
      // A note on a statement that is gone may be changed still.
      guard let found = try FindingsLists(db).statement(statement)?.statement.content ?? old?.quote else { return nil }
      quote = found
    } else {
      let known = try BriefingRows(db).key(of: id) != nil
      guard try known || Trash(db).holds(id) else { return nil }
    }
    try db.execute(
      sql: """
        INSERT OR REPLACE INTO note (id, place, turn, text, quote)
        SELECT ?, ?, coalesce(max(turn), 0) + 1, ?, ? FROM note
        """, arguments: [id.text, place, text, quote])
    return old
  }

  /// The notes on an article and its statements.
  func notes(of id: BriefingID) throws -> [Note] {
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT id, place, text, quote FROM note WHERE id = ?"), arguments: [id.text])
    return rows.sorted { Self.order($0[1]) < Self.order($1[1]) }.map { Self.note($0) }
  }

  /// All notes, those written last first.
  func all(limit: Int) throws -> [Note] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT n.id, n.place, n.text, n.quote FROM note n WHERE n.id IN (SELECT id FROM article)
        ORDER BY n.turn DESC LIMIT ?
        """, arguments: [limit]
    ).map { Self.note($0) }
  }

  /// Removes all of an article.
  func remove(_ id: BriefingID) throws {
    try db.cachedStatement(sql: "DELETE FROM note WHERE id = ?").execute(arguments: [id.text])
  }

  private static func note(_ row: Row) -> Note {
    let (id, place): (String, String) = (row[0], row[1])
    let target: NoteTarget =
      place.isEmpty ? .briefing(BriefingID(id)) : .statement(StatementID("\(id)#\(place)"))
    return Note(on: target, text: row[2], quote: row[3])
  }

  private static func place(of target: NoteTarget) -> String? {
    switch target {
    case .briefing: ""
    case .statement(let id):
      id.text.lastIndex(of: "#").map { String(id.text[id.text.index(after: $0)...]) }
    }
  }

  /// The order of the text: the article, its title, its body.
  private static func order(_ place: String) -> (Int, Int) {
    let parts = place.split(separator: ":")
    guard parts.count == 2, let field = BriefingField(rawValue: String(parts[0])) else { return (-1, 0) }
    return (field.number, Int(parts[1]) ?? 0)
  }
}
