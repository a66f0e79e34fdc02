import Briefings
import GRDB
import Search

/// Groups articles with much the same text, as they come and go.
///
/// - Complexity: a few look-ups for an article, however many there are: at most 64 articles for each of its keys, of which
///   the 8 with most keys in common are read.
struct ReprintGroups {
  private let db: Database
  private let find: GRDB.Statement
  private let insert: NumberStatement

  private static let nearest = 64
  private static let read = 8

  init(_ db: Database) throws {
    self.db = db
    find = try db.cachedStatement(
      sql: """
        SELECT s.article, a.story FROM sketch s JOIN article a ON a.key = s.article
        WHERE s.hash = ? ORDER BY s.article DESC LIMIT \(Self.nearest)
        """)
    insert = try NumberStatement(db, sql: "INSERT OR IGNORE INTO sketch (hash, article) VALUES (?, ?)")
  }

  /// Takes up an article that has just been stored.
  func add(article key: Int64, text: String) throws {
    let shingles = Shingles(text)
    let keys = shingles.keys
    guard !keys.isEmpty else { return }
    var candidates: [Int64: (shared: Int, story: Int64?)] = [:]
    for hash in keys {
      for row in try Row.fetchAll(find, arguments: [hash]) {
        let other: Int64 = row[0]
        candidates[other] = (candidates[other].map { $0.shared + 1 } ?? 1, row[1])
      }
      try insert.execute(hash, key)
    }
    guard !candidates.isEmpty else { return }
    try join(key, shingles, candidates)
  }

  private func join(
    _ key: Int64, _ shingles: Shingles, _ candidates: [Int64: (shared: Int, story: Int64?)]
  ) throws {
    let nearest = candidates.sorted { ($0.value.shared, $0.key) > ($1.value.shared, $1.key) }
    var stories: Set<Int64> = []
    var alone: [Int64] = []
    var tried: Set<Int64> = []
    for (other, candidate) in nearest.prefix(Self.nearest) {
      guard tried.count + alone.count < Self.read else { break }
      // One of a group stands for all.
      if let story = candidate.story, !tried.insert(story).inserted { continue }
      guard let text = try self.text(of: other), shingles.isReprint(of: Shingles(text)) else {
        if candidate.story == nil { tried.insert(-other) }
        continue
      }
      if let story = candidate.story { stories.insert(story) } else { alone.append(other) }
    }
    guard !stories.isEmpty || !alone.isEmpty else { return }
    let story = try stories.min() ?? newStory()
    let set = try db.cachedStatement(sql: "UPDATE article SET story = ? WHERE key = ?")
    for member in alone + [key] { try set.execute(arguments: [story, member]) }
    for other in stories where other != story {
      try db.cachedStatement(sql: "UPDATE article SET story = ? WHERE story = ?").execute(arguments: [story, other])
    }
  }

  /// Forgets an article whose row is gone.
  func remove(article key: Int64, text: String, story: Int64?) throws {
    let delete = try NumberStatement(db, sql: "DELETE FROM sketch WHERE hash = ? AND article = ?")
    for hash in Shingles(text).keys { try delete.execute(hash, key) }
    guard let story else { return }
    try db.cachedStatement(
      sql: """
        UPDATE article SET story = NULL WHERE story = ?1 AND (SELECT count(*) FROM article WHERE story = ?1) = 1
        """
    ).execute(arguments: [story])
  }

  /// Groups all articles anew.
  func renew() throws {
    try db.execute(sql: "DELETE FROM sketch; UPDATE article SET story = NULL WHERE story IS NOT NULL")
    for key in try Int64.fetchAll(db, sql: "SELECT key FROM article ORDER BY key") {
      if let text = try text(of: key) { try add(article: key, text: text) }
    }
  }

  private func text(of key: Int64) throws -> String? {
    try String.fetchOne(db.cachedStatement(sql: "SELECT text FROM body WHERE key = ?"), arguments: [key])
  }

  private func newStory() throws -> Int64 {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT coalesce(max(story), 0) + 1 FROM article WHERE story IS NOT NULL")) ?? 1
  }
}
