import Briefings
import GRDB
import Store

/// The texts that articles had, and those of deleted articles.
struct OldVersions {
  private let db: Database

  init(_ db: Database) { self.db = db }

  /// Keeps a text.
  func keep(_ briefing: Briefing, version: Int) throws {
    try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO old_version (id, version, title, text, date, source, url, author, language, tags)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      briefing.id.text, version, briefing.title, briefing.text, briefing.date?.text, briefing.source, briefing.url,
      briefing.author, briefing.language, Encoding.text(briefing.tags),
    ])
  }

  /// Every text that is kept of an article, oldest first.
  func all(of id: BriefingID) throws -> [BriefingVersion] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT version, title, text, date, source, url, author, language, tags FROM old_version
        WHERE id = ? ORDER BY version
        """)
    return try Row.fetchAll(statement, arguments: [id.text]).map { row in
      let date: String? = row[3]
      let briefing = Briefing(
        id: id, title: row[1], text: row[2], date: date.flatMap { PublicationDate($0) }, source: row[4], url: row[5],
        author: row[6], language: row[7], tags: Encoding.list(row[8]))
      return BriefingVersion(number: row[0], briefing: briefing, isCurrent: false)
    }
  }

  /// Takes one text out.
  func take(_ version: Int, of id: BriefingID) throws -> Briefing? {
    guard let found = try all(of: id).first(where: { $0.number == version }) else { return nil }
    try db.execute(sql: "DELETE FROM old_version WHERE id = ? AND version = ?", arguments: [id.text, version])
    return found.briefing
  }

  /// Forgets all of an article.
  func remove(_ id: BriefingID) throws {
    try db.cachedStatement(sql: "DELETE FROM old_version WHERE id = ?").execute(arguments: [id.text])
  }

  /// How an article would be ingested, `stored` being what there is of it.
  func outcome(of briefing: Briefing, _ stored: StoredBriefing?) throws -> IngestOutcome {
    guard let stored else { return try Trash(db).holds(briefing.id) ? .deleted : .added }
    if stored.hasSameContent(as: briefing) { return .unchanged }
    return try isOld(briefing, now: stored.briefing) ? .unchanged : .updated
  }

  /// Whether `briefing` is a text that the article had before, and not dated later than what it has now: an old file
  /// that is imported again.
  private func isOld(_ briefing: Briefing, now: Briefing) throws -> Bool {
    guard !now.hasSameText(as: briefing) else { return false }
    if let date = briefing.date, date.seconds > now.date?.seconds ?? Schema.undated { return false }
    return try all(of: briefing.id).contains { $0.briefing.hasSameText(as: briefing) }
  }
}
