import Briefings
import GRDB

/// An article as it stands in the tables.
struct StoredBriefing {
  /// The article's key.
  let key: Int64
  /// The article; its language is the given one, else the guessed one.
  let briefing: Briefing
  /// The version of the rules that made the findings.
  let findingsVersion: Int
  /// The digest of the findings.
  let findingsDigest: Int64
  /// Whether it has been opened.
  let isRead: Bool
  /// The tags that the user gave it.
  let userTags: [String]
}

extension Briefing {
  /// Whether `other`, as a file gives it, says the same as this stored one. A language that a file leaves open agrees with
  /// whatever was guessed.
  func hasSameContent(as other: Briefing) -> Bool {
    title.utf8.elementsEqual(other.title.utf8) && text.utf8.elementsEqual(other.text.utf8)
      && date?.text == other.date?.text && source.utf8.elementsEqual(other.source.utf8) && url == other.url
      && author.utf8.elementsEqual(other.author.utf8) && (other.language == nil || other.language == language)
      && tags == other.tags
  }
}

/// Reads articles.
struct BriefingRows {
  private let db: Database

  init(_ db: Database) { self.db = db }

  /// The key of an article, or `nil`.
  func key(of id: BriefingID) throws -> Int64? {
    let statement = try db.cachedStatement(sql: "SELECT key FROM article WHERE id = ?")
    return try Int64.fetchOne(statement, arguments: [id.text])
  }

  /// One article, or `nil`.
  func stored(_ id: BriefingID) throws -> StoredBriefing? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT a.key, a.title, b.text, a.date, s.name, a.url, a.author, a.language, a.findings_language,
          a.findings_version, a.findings_digest, a.is_read
        FROM article a JOIN body b ON b.key = a.key JOIN source s ON s.id = a.source
        WHERE a.id = ?
        """)
    guard let row = try Row.fetchOne(statement, arguments: [id.text]) else { return nil }
    let key: Int64 = row[0]
    let guessed: String = row[8]
    var tags: [String] = []
    var userTags: [String] = []
    for tag in try tagRows(of: key) {
      if tag.byUser { userTags.append(tag.tag) } else { tags.append(tag.tag) }
    }
    let briefing = Briefing(
      id: id, title: row[1], text: row[2], date: date(row[3]), source: row[4], url: row[5], author: row[6],
      language: row[7] ?? (guessed.isEmpty ? nil : guessed), tags: tags)
    return StoredBriefing(
      key: key, briefing: briefing, findingsVersion: row[9], findingsDigest: row[10], isRead: row[11],
      userTags: userTags)
  }

  /// The columns that `summary` reads, from `article a` and `source s`.
  static let summaryColumns = """
    a.key, a.id, a.title, a.date, s.name, coalesce(a.language, nullif(a.findings_language, '')), a.is_read, a.time
    """

  /// The number of those columns.
  static let summaryColumnCount = 8

  /// The row of a list, from `summaryColumns` that begin at `column`.
  func summary(_ row: Row, at column: Int = 0) throws -> BriefingSummary {
    BriefingSummary(
      id: BriefingID(row[column + 1]), title: row[column + 2], date: date(row[column + 3]), source: row[column + 4],
      language: row[column + 5], tags: try tagRows(of: row[column]).map(\.tag), isRead: row[column + 6])
  }

  /// The summary of the article with a key.
  func summary(key: Int64) throws -> BriefingSummary? {
    let statement = try db.cachedStatement(
      sql: "SELECT \(Self.summaryColumns) FROM article a JOIN source s ON s.id = a.source WHERE a.key = ?")
    return try Row.fetchOne(statement, arguments: [key]).map { try summary($0) }
  }

  /// The headline and body of the article with a key.
  func content(key: Int64) throws -> (title: String, text: String)? {
    let statement = try db.cachedStatement(sql: "SELECT title, text FROM article_content WHERE key = ?")
    return try Row.fetchOne(statement, arguments: [key]).map { ($0[0], $0[1]) }
  }

  private func tagRows(of key: Int64) throws -> [(tag: String, byUser: Bool)] {
    let statement = try db.cachedStatement(
      sql: "SELECT tag, by_user FROM article_tag WHERE article = ? ORDER BY position")
    return try Row.fetchAll(statement, arguments: [key]).map { ($0[0], $0[1]) }
  }

  private func date(_ text: String?) -> PublicationDate? { text.flatMap { PublicationDate($0) } }
}
