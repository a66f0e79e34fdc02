import Foundation
import GRDB
import GRDBSQLite
import Glibc

/// Writes the full-text index of articles and what goes with it: in how many articles each token stands, and how long
/// each article is.
///
/// Articles are gathered and written by `finish` in the order of their keys: the index writes to disk whenever a key is
/// smaller than the one before.
struct IndexWriter {
  private let db: Database
  private var added: [Int64: Content] = [:]
  private var removed: [Int64: Content] = [:]

  private struct Content {
    let title: String
    let text: String
    var names: String
  }

  init(_ db: Database) { self.db = db }

  /// Takes an article in whose entities are stored by the time of `finish`.
  mutating func add(_ key: Int64, title: String, text: String) {
    added[key] = Content(title: title, text: text, names: "")
  }

  /// Takes an article out; its entities must still be stored as they were when it went in.
  mutating func remove(_ key: Int64, title: String, text: String) throws {
    // An article that is in one batch twice has not reached the index yet.
    guard added.removeValue(forKey: key) == nil else { return }
    removed[key] = Content(title: title, text: text, names: try names(of: key))
  }

  /// Writes everything gathered.
  mutating func finish() throws {
    guard !added.isEmpty || !removed.isEmpty else { return }
    let tally = TermTally()
    var lengths = ArticleLengths(db)
    try TermTally.$current.withValue(tally) {
      let forget = try db.cachedStatement(
        sql: "INSERT INTO article_fts (article_fts, rowid, title, text, names) VALUES ('delete', ?, ?, ?, ?)")
      for (key, content) in removed.sorted(by: { $0.key < $1.key }) {
        tally.begin(isAdded: false)
        try forget.execute(arguments: [
          key, NamesColumn.safe(content.title), NamesColumn.safe(content.text), content.names,
        ])
        lengths.set(0, of: key)
      }
      let learn = try db.cachedStatement(
        sql: "INSERT INTO article_fts (rowid, title, text, names) VALUES (?, ?, ?, ?)")
      for (key, content) in added.sorted(by: { $0.key < $1.key }) {
        tally.begin(isAdded: true)
        try learn.execute(arguments: [
          key, NamesColumn.safe(content.title), NamesColumn.safe(content.text), try names(of: key),
        ])
        lengths.set(tally.words, of: key)
      }
    }
    (added, removed) = ([:], [:])
    try lengths.finish()
    try write(tally)
  }

  private func names(of key: Int64) throws -> String {
    let statement = try db.cachedStatement(
      sql: "SELECT DISTINCT entity FROM article_entity WHERE article = ? ORDER BY entity")
    return NamesColumn.text(try Int64.fetchAll(statement, arguments: [key]))
  }

  private func write(_ tally: TermTally) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO vocabulary (term, articles) VALUES (?, ?)
        ON CONFLICT (term) DO UPDATE SET articles = articles + excluded.articles
        """)
    let handle = statement.sqliteStatement
    try tally.forEachChange { term, change in
      defer { sqlite3_reset(handle) }
      term.withMemoryRebound(to: CChar.self) { bytes in
        // The bytes outlive the step.
        _ = sqlite3_bind_text(handle, 1, bytes.baseAddress, CInt(bytes.count), nil)
      }
      sqlite3_bind_int64(handle, 2, Int64(change))
      let code = sqlite3_step(handle)
      guard code == SQLITE_DONE else {
        throw DatabaseError(
          resultCode: ResultCode(rawValue: code),
          message: sqlite3_errmsg(db.sqliteConnection).map { String(cString: $0) }, sql: statement.sql)
      }
    }
    sqlite3_clear_bindings(handle)
  }

  /// Makes the whole index anew from the articles.
  static func renew(_ db: Database) throws {
    try db.execute(sql: "DROP TABLE IF EXISTS article_fts")
    try Schema.createIndex(db)
    try db.execute(sql: "DELETE FROM vocabulary; DELETE FROM article_length")
    var writer = IndexWriter(db)
    let rows = try Row.fetchCursor(
      db, sql: "SELECT a.key, a.title, b.text FROM article a JOIN body b ON b.key = a.key ORDER BY a.key")
    while let row = try rows.next() {
      writer.add(row[0], title: row[1], text: row[2])
      if writer.added.count == 1_000 { try writer.finish() }
    }
    try writer.finish()
  }
}

/// How many words articles have, a byte each: what ranking needs of every match.
///
/// - Shape: a row for 1,024 keys; day after day is numbered from its first key, so rows are full.
struct ArticleLengths {
  private let db: Database
  private var blocks: [Int64: [UInt8]] = [:]

  /// The row that holds a key, and its place there.
  static func place(of key: Int64) -> (block: Int64, index: Int) { (key >> 10, Int(key & 1023)) }

  /// A length in sixteenths of a doubling, so within 4 %.
  static func byte(_ words: Int) -> UInt8 { UInt8(min(255, (16 * log2(Double(words) + 1)).rounded())) }

  /// The length that a byte stands for.
  static func words(_ byte: UInt8) -> Double { exp2(Double(byte) / 16) - 1 }

  /// Reads the row of a block.
  static let select = "SELECT lengths FROM article_length WHERE block = ?"

  init(_ db: Database) { self.db = db }

  /// Notes the length of an article; 0 when it is gone.
  mutating func set(_ words: Int, of key: Int64) {
    let (block, index) = Self.place(of: key)
    var bytes = blocks[block] ?? []
    if bytes.count <= index { bytes += Array(repeating: 255, count: index + 1 - bytes.count) }
    bytes[index] = min(254, Self.byte(words))
    blocks[block] = bytes
  }

  /// Writes what was noted.
  mutating func finish() throws {
    let find = try db.cachedStatement(sql: Self.select)
    let store = try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO article_length (block, lengths) VALUES (?, ?)")
    for (block, changes) in blocks.sorted(by: { $0.key < $1.key }) {
      var bytes = try Data.fetchOne(find, arguments: [block]).map { Array($0) } ?? []
      if bytes.count < changes.count { bytes += Array(repeating: 0, count: changes.count - bytes.count) }
      // 255 stands for an article that was not touched.
      for (index, byte) in changes.enumerated() where byte != 255 { bytes[index] = byte }
      try store.execute(arguments: [block, Data(bytes)])
    }
    blocks = [:]
  }
}
