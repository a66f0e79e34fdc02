import Briefings
import GRDB
import Search

/// Tags and flags of articles.
struct MarkRows {
  private let db: Database

  init(_ db: Database) { self.db = db }

  /// Gives articles a tag; returns those that had it in no spelling.
  func addTag(_ tag: String, to ids: [BriefingID]) throws -> [BriefingID] {
    let folded = Encoding.folded(tag)
    return try changed(ids) { key in
      let known = try Int.fetchOne(
        db, sql: "SELECT by_user FROM article_tag WHERE article = ? AND folded = ? ORDER BY by_user",
        arguments: [key, folded]
      ).flatMap { TagOrigin(rawValue: $0) }
      switch known {
      case .given, .added: return false
      case .removed:
        try db.execute(
          sql: "UPDATE article_tag SET by_user = 0 WHERE article = ? AND folded = ?", arguments: [key, folded])
      case nil:
        try db.execute(
          sql: """
            INSERT INTO article_tag (article, position, tag, folded, by_user)
            SELECT ?1, coalesce(max(position), -1) + 1, ?2, ?3, 1 FROM article_tag WHERE article = ?1
            """, arguments: [key, tag, folded])
      }
      return true
    }
  }

  /// Takes a tag from articles; returns those that had it.
  func removeTag(_ tag: String, from ids: [BriefingID]) throws -> [BriefingID] {
    let folded = Encoding.folded(tag)
    return try changed(ids) { key in
      try db.execute(
        sql: "DELETE FROM article_tag WHERE article = ? AND folded = ? AND by_user = 1", arguments: [key, folded])
      let removed = db.changesCount
      try db.execute(
        sql: "UPDATE article_tag SET by_user = 2 WHERE article = ? AND folded = ? AND by_user = 0",
        arguments: [key, folded])
      return removed + db.changesCount > 0
    }
  }

  /// Marks articles as opened or not; returns those that changed.
  func setRead(_ isRead: Bool, _ ids: [BriefingID]) throws -> [BriefingID] {
    try changed(ids) { key in
      try db.execute(
        sql: "UPDATE article SET is_read = ?1 WHERE key = ?2 AND is_read <> ?1", arguments: [isRead, key])
      return db.changesCount > 0
    }
  }

  /// Marks articles or takes the mark away; returns those that changed.
  func setFlagged(_ isFlagged: Bool, _ ids: [BriefingID]) throws -> [BriefingID] {
    try changed(ids) { key in
      try db.execute(
        sql: "UPDATE article SET is_flagged = ?1 WHERE key = ?2 AND is_flagged <> ?1", arguments: [isFlagged, key])
      return db.changesCount > 0
    }
  }

  /// The tags of the articles that pass, most used first.
  func tags(_ filter: BriefingFilter, limit: Int) throws -> [TagCount] {
    let conditions = FilterConditions.conditions(filter)
    return try Row.fetchAll(
      db,
      sql: """
        SELECT min(t.tag), count(DISTINCT t.article) AS articles FROM article_tag t JOIN article a ON a.key = t.article
        WHERE t.by_user < 2 AND \(conditions.sql) GROUP BY t.folded ORDER BY articles DESC, t.folded LIMIT ?
        """, arguments: StatementArguments(conditions.arguments + [limit.databaseValue])
    ).map { TagCount(tag: $0[0], briefingCount: $0[1]) }
  }

  private func changed(_ ids: [BriefingID], by change: (Int64) throws -> Bool) throws -> [BriefingID] {
    let rows = BriefingRows(db)
    return try ids.filter { id in
      guard let key = try rows.key(of: id) else { return false }
      return try change(key)
    }
  }
}
