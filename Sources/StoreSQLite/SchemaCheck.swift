import GRDB

/// Whether the tables of a file are those that this program makes.
///
/// A file of somebody else's may have triggers, views in place of tables, virtual tables, generated columns or indexes
/// over expressions under the names that we use; whatever is not as we make it is refused before a row is read.
struct SchemaCheck {
  /// What connections to archives are given.
  let configuration: Configuration

  /// One thing that the schema has.
  private struct Part: Hashable {
    let type: String
    let table: String
    /// What made it, or the beginning of it where SQLite's own version writes the rest.
    let sql: String
  }

  /// What no archive of a version has, in words; `nil` where all is as it should be.
  ///
  /// - Complexity: as making an empty archive in memory, a few milliseconds.
  func oddity(of db: Database, version: Int) throws -> String? {
    let empty = try DatabaseQueue(configuration: configuration)
    try Schema.migrator.migrate(empty, upTo: Schema.steps[max(version, 1) - 1].name)
    // What another program has only begun to make has the list of steps and nothing else.
    let expected = try empty.read { try parts(of: $0) }.filter { version > 0 || $0.value.table == "grdb_migrations" }
    let found = try parts(of: db)
    for (name, part) in found.sorted(by: { $0.key < $1.key }) where expected[name] != part {
      guard let right = expected[name] else { return "found the \(part.type) '\(name)', which no archive has" }
      return right.type == part.type
        ? "the \(part.type) '\(name)' is not made as in an archive"
        : "found the \(part.type) '\(name)', expected a \(right.type) of that name"
    }
    guard version > 0, let name = expected.keys.sorted().first(where: { found[$0] == nil }), let part = expected[name]
    else { return nil }
    return "the \(part.type) '\(name)' is missing"
  }

  /// All that stands in a schema, by name; without the statistics that SQLite may keep beside it.
  private func parts(of db: Database) throws -> [String: Part] {
    let rows = try Row.fetchAll(
      db,
      sql:
        "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite!_stat%' ESCAPE '!'"
    )
    let indexes = rows.filter { ($0[3] as String).hasPrefix("CREATE VIRTUAL TABLE") }.map { $0[1] as String }
    let own = Set(indexes.flatMap { name in Self.shadows.map { "\(name)_\($0)" } })
    var parts: [String: Part] = [:]
    for row in rows {
      let name: String = row[1]
      let words = (row[3] as String).split { $0 == " " || $0 == "\n" }
      // An index of an older tokenizer is made anew later.
      let made = own.contains(name) ? words.prefix(2) : words.prefix { !$0.hasPrefix("tokenize=") }
      let sql = made.joined(separator: " ")
      parts[name] = Part(type: row[0], table: row[2], sql: sql)
    }
    return parts
  }

  /// The endings of the tables in which an index keeps what it has; SQLite's own versions make them.
  private static let shadows = ["data", "idx", "content", "docsize", "config"]
}
