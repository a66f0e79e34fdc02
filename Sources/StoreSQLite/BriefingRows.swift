import Briefings
import GRDB

/// An article as it stands in the tables.
struct StoredBriefing {
  /// The article's key.
  let key: Int64
  /// The article as the user sees it; its language is the given one, else the guessed one.
  let briefing: Briefing
  /// The tags that came with it.
  let givenTags: [String]
  /// The version of the rules that made the findings.
  let findingsVersion: Int
  /// The digest of the findings.
  let findingsDigest: Int64
  /// What the user did with it.
  let marks: UserMarks
  /// Which of its texts this is.
  let version: Int
  /// The group of articles with much the same text.
  let story: Int64?

  /// The article as it came.
  var given: Briefing {
    var given = briefing
    given.tags = givenTags
    return given
  }

  /// Whether `other`, as a file gives it, says the same. A language that a file leaves open agrees with whatever was
  /// guessed; tags may be those that came with the article, or those it has by now, as in a file that was exported.
  func hasSameContent(as other: Briefing) -> Bool {
    briefing.hasSameText(as: other) && briefing.date?.text == other.date?.text
      && briefing.source.utf8.elementsEqual(other.source.utf8) && briefing.url == other.url
      && briefing.author.utf8.elementsEqual(other.author.utf8)
      && (other.language == nil || other.language == briefing.language)
      && (givenTags == other.tags || briefing.tags == other.tags)
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
          a.findings_version, a.findings_digest, a.is_read, a.is_flagged, a.version, a.story
        FROM article a JOIN body b ON b.key = a.key JOIN source s ON s.id = a.source
        WHERE a.id = ?
        """)
    guard let row = try Row.fetchOne(statement, arguments: [id.text]) else { return nil }
    let key: Int64 = row[0]
    let guessed: String = row[8]
    var marks = UserMarks()
    (marks.isRead, marks.isFlagged) = (row[11], row[12])
    var (given, shown): ([String], [String]) = ([], [])
    for (tag, origin) in try tagRows(of: key) {
      if origin != .added { given.append(tag) }
      if origin != .removed { shown.append(tag) }
      if origin == .added { marks.addedTags.append(tag) }
      if origin == .removed { marks.removedTags.append(Encoding.folded(tag)) }
    }
    let briefing = Briefing(
      id: id, title: row[1], text: row[2], date: date(row[3]), source: row[4], url: row[5], author: row[6],
      language: row[7] ?? (guessed.isEmpty ? nil : guessed), tags: shown)
    return StoredBriefing(
      key: key, briefing: briefing, givenTags: given, findingsVersion: row[9], findingsDigest: row[10], marks: marks,
      version: row[13], story: row[14])
  }

  /// The columns that `summary` reads, from `article a` and `source s`.
  static let summaryColumns = """
    a.key, a.id, a.title, a.date, s.name, coalesce(a.language, nullif(a.findings_language, '')), a.is_read, a.time,
    a.is_flagged, EXISTS (SELECT 1 FROM note WHERE note.id = a.id), a.version, a.story
    """

  /// The number of those columns.
  static let summaryColumnCount = 12

  /// The row of a list, from `summaryColumns` that begin at `column`.
  func summary(_ row: Row, at column: Int = 0) throws -> BriefingSummary {
    let story: Int64? = row[column + 11]
    return BriefingSummary(
      id: BriefingID(row[column + 1]), title: row[column + 2], date: date(row[column + 3]), source: row[column + 4],
      language: row[column + 5], tags: try shownTags(of: row[column]),
      isRead: row[column + 6], isFlagged: row[column + 8], hasNote: row[column + 9], version: row[column + 10],
      reprintCount: try story.map { try count(ofStory: $0) - 1 } ?? 0)
  }

  private func count(ofStory story: Int64) throws -> Int {
    let statement = try db.cachedStatement(sql: "SELECT count(*) FROM article WHERE story = ?")
    return try Int.fetchOne(statement, arguments: [story]) ?? 1
  }

  /// The summary of the article with a key.
  func summary(key: Int64) throws -> BriefingSummary? {
    let statement = try db.cachedStatement(
      sql: "SELECT \(Self.summaryColumns) FROM article a JOIN source s ON s.id = a.source WHERE a.key = ?")
    return try Row.fetchOne(statement, arguments: [key]).map { try summary($0) }
  }

  /// The headline and body of the article with a key.
  func content(key: Int64) throws -> (title: String, text: String)? {
    let statement = try db.cachedStatement(
      sql: "SELECT a.title, b.text FROM article a JOIN body b ON b.key = a.key WHERE a.key = ?")
    return try Row.fetchOne(statement, arguments: [key]).map { ($0[0], $0[1]) }
  }

  /// The tags of an article as the user sees them.
  func shownTags(of key: Int64) throws -> [String] {
    try tagRows(of: key).filter { $0.origin != .removed }.map(\.tag)
  }

  private func tagRows(of key: Int64) throws -> [(tag: String, origin: TagOrigin)] {
    let statement = try db.cachedStatement(
      sql: "SELECT tag, by_user FROM article_tag WHERE article = ? ORDER BY position")
    return try Row.fetchAll(statement, arguments: [key]).map { ($0[0], TagOrigin(rawValue: $0[1]) ?? .given) }
  }

  private func date(_ text: String?) -> PublicationDate? { text.flatMap { PublicationDate($0) } }
}
