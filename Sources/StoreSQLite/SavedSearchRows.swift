import Briefings
import GRDB
import Search

/// The searches that were given names.
struct SavedSearchRows {
  private let db: Database

  init(_ db: Database) { self.db = db }

  func all() throws -> [SavedSearch] {
    try Row.fetchAll(db, sql: "SELECT name, query, seen FROM saved_search ORDER BY name").map { Self.search($0) }
  }

  /// Keeps a search; returns the one that had its name.
  func save(_ search: SavedSearch) throws -> SavedSearch? {
    let old = try find(search.name)
    try db.execute(
      sql: "INSERT OR REPLACE INTO saved_search (name, query, seen) VALUES (?, ?, ?)",
      arguments: [search.name, search.query, search.seen.number])
    return old
  }

  /// Forgets the search of a name; returns it.
  func remove(_ name: String) throws -> SavedSearch? {
    guard let old = try find(name) else { return nil }
    try db.execute(sql: "DELETE FROM saved_search WHERE name = ?", arguments: [name])
    return old
  }

  private func find(_ name: String) throws -> SavedSearch? {
    try Row.fetchOne(
      db, sql: "SELECT name, query, seen FROM saved_search WHERE name = ?", arguments: [name]
    ).map { Self.search($0) }
  }

  private static func search(_ row: Row) -> SavedSearch {
    SavedSearch(name: row[0], query: row[1], seen: ChangeNumber(row[2]))
  }
}
