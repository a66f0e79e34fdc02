import Briefings
import GRDB
import Search

/// Groups articles with much the same text, as they come and go, inside one transaction. `finish` must be called before
/// it ends.
///
/// The keys of articles stand in a full-text index: a table over them would be written in as many places as an article has
/// keys. What is new is gathered, since the index writes to disk whenever it is asked after it was told something.
/// - Complexity: a few look-ups for an article, however many there are: at most 64 articles for each of its keys, of which
///   the 8 with most keys in common are read.
struct ReprintGroups {
  private let db: Database
  private let find: GRDB.Statement
  private var added: [Int64: [Int64]] = [:]
  private var removed: [Int64: [Int64]] = [:]
  /// The articles that were added, by key.
  private var fresh: [Int64: Set<Int64>] = [:]

  private static let nearest = 64
  private static let read = 8

  init(_ db: Database) throws {
    self.db = db
    find = try db.cachedStatement(
      sql: "SELECT rowid FROM sketch_fts WHERE sketch_fts MATCH ? ORDER BY rowid DESC LIMIT \(Self.nearest)")
  }

  /// A key as the index has it: 40 bits of it suffice, since what they find is compared.
  static func token(_ key: Int64) -> String { String(UInt64(bitPattern: key) >> 24, radix: 36) }

  /// Takes up an article that has just been stored.
  mutating func add(article: Int64, text: String) throws {
    let shingles = Shingles(text)
    let keys = shingles.keys
    guard !keys.isEmpty else { return }
    var shared: [Int64: Int] = [:]
    for key in keys {
      for other in try Int64.fetchAll(find, arguments: ["\"\(Self.token(key))\""]) where removed[other] == nil {
        shared[other, default: 0] += 1
      }
      for other in fresh[key] ?? [] { shared[other, default: 0] += 1 }
      fresh[key, default: []].insert(article)
    }
    added[article] = keys
    if !shared.isEmpty { try join(article, shingles, shared) }
  }

  private func join(_ article: Int64, _ shingles: Shingles, _ shared: [Int64: Int]) throws {
    let nearest = shared.sorted { ($0.value, $0.key) > ($1.value, $1.key) }
    var (stories, tried): (Set<Int64>, Set<Int64>) = ([], [])
    var alone: [Int64] = []
    var read = 0
    for (other, _) in nearest.prefix(Self.nearest) {
      let story = try story(of: other)
      // One of a group stands for all.
      if let story, !tried.insert(story).inserted { continue }
      read += 1
      if let text = try text(of: other), shingles.isReprint(of: Shingles(text)) {
        if let story { stories.insert(story) } else { alone.append(other) }
      }
      if read == Self.read { break }
    }
    guard !stories.isEmpty || !alone.isEmpty else { return }
    let story = try stories.min() ?? newStory()
    let set = try db.cachedStatement(sql: "UPDATE article SET story = ? WHERE key = ?")
    for member in alone + [article] { try set.execute(arguments: [story, member]) }
    for other in stories where other != story {
      try db.cachedStatement(sql: "UPDATE article SET story = ? WHERE story = ?").execute(arguments: [story, other])
    }
  }

  /// Forgets an article whose row is gone.
  mutating func remove(article: Int64, text: String, story: Int64?) throws {
    if let keys = added.removeValue(forKey: article) {
      for key in keys { fresh[key]?.remove(article) }
    } else {
      removed[article] = Shingles(text).keys
    }
    guard let story else { return }
    try db.cachedStatement(
      sql: """
        UPDATE article SET story = NULL WHERE story = ?1 AND (SELECT count(*) FROM article WHERE story = ?1) = 1
        """
    ).execute(arguments: [story])
  }

  /// Writes what was gathered.
  mutating func finish() throws {
    func text(_ keys: [Int64]) -> String { keys.map { Self.token($0) }.joined(separator: " ") }
    let forget = try db.cachedStatement(
      sql: "INSERT INTO sketch_fts (sketch_fts, rowid, keys) VALUES ('delete', ?, ?)")
    for (article, keys) in removed.sorted(by: { $0.key < $1.key }) where !keys.isEmpty {
      try forget.execute(arguments: [article, text(keys)])
    }
    let learn = try db.cachedStatement(sql: "INSERT INTO sketch_fts (rowid, keys) VALUES (?, ?)")
    for (article, keys) in added.sorted(by: { $0.key < $1.key }) {
      try learn.execute(arguments: [article, text(keys)])
    }
    (added, removed, fresh) = ([:], [:], [:])
  }

  /// Groups all articles anew.
  static func renew(_ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO sketch_fts (sketch_fts) VALUES ('delete-all');
        UPDATE article SET story = NULL WHERE story IS NOT NULL;
        """)
    var groups = try ReprintGroups(db)
    for (number, key) in try Int64.fetchAll(db, sql: "SELECT key FROM article ORDER BY key").enumerated() {
      if let text = try groups.text(of: key) { try groups.add(article: key, text: text) }
      if number % 1_000 == 999 { try groups.finish() }
    }
    try groups.finish()
  }

  private func story(of article: Int64) throws -> Int64? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT story FROM article WHERE key = ? AND story IS NOT NULL"), arguments: [article])
  }

  private func text(of article: Int64) throws -> String? {
    try String.fetchOne(db.cachedStatement(sql: "SELECT text FROM body WHERE key = ?"), arguments: [article])
  }

  private func newStory() throws -> Int64 {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT coalesce(max(story), 0) + 1 FROM article WHERE story IS NOT NULL")) ?? 1
  }
}
