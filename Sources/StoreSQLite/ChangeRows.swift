import Briefings
import GRDB

/// Counts what comes, changes and goes.
struct ChangeRows {
  private let db: Database

  init(_ db: Database) { self.db = db }

  /// The number of the newest change.
  func latest() throws -> ChangeNumber {
    ChangeNumber(try Int64.fetchOne(db, sql: "SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'change'") ?? 0)
  }

  /// Notes how far the count has come.
  func set(_ latest: ChangeNumber) throws {
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO meta (name, value) VALUES ('change', ?)")
      .execute(arguments: ["\(latest.number)"])
  }

  /// Up to where the user has seen the changes.
  func seen() throws -> ChangeNumber? {
    try Int64.fetchOne(db, sql: "SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'seen'").map { ChangeNumber($0) }
  }

  /// Notes up to where the user has seen the changes.
  func setSeen(_ moment: ChangeNumber) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO meta (name, value) VALUES ('seen', ?)", arguments: ["\(moment.number)"])
  }

  /// Notes that an article went.
  func addRemoval(of id: BriefingID, _ number: Int64) throws {
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO removal (change, id) VALUES (?, ?)")
      .execute(arguments: [number, id.text])
  }

  /// Forgets that an article went, now that it is back.
  func forgetRemoval(of id: BriefingID) throws {
    try db.cachedStatement(sql: "DELETE FROM removal WHERE id = ?").execute(arguments: [id.text])
  }

  /// The newest change of each article after a moment, oldest first.
  func changes(since moment: ChangeNumber, limit: Int) throws -> [BriefingChange] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT change, id, 0 FROM article WHERE change > ?1
        UNION ALL SELECT change, id, 1 FROM removal WHERE change > ?1
        ORDER BY change LIMIT ?2
        """, arguments: [moment.number, max(0, limit)]
    ).map { BriefingChange(number: ChangeNumber($0[0]), id: BriefingID($0[1]), isRemoved: $0[2]) }
  }
}
