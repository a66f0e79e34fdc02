import ArabicText
import Briefings
import GRDB
import Store

/// Writes articles with all that belongs to them, inside one transaction.
///
/// Counters are summed up and written once by `finish`, which must be called before the transaction ends.
struct ArchiveWriter {
  private let db: Database
  private let rows: BriefingRows
  private var findings: FindingsWriter
  private let decisions: DecisionRows
  private let book: DecisionRows.Book
  private var sources: [ByteKey: Int64] = [:]
  private var lastKeys: [Int64: Int64] = [:]
  /// What the full-text index has still to learn, by key. The index writes to disk whenever a key is smaller than the one
  /// before, so it gets them in order, at the end.
  private var added: [Int64: Content] = [:]
  private var removed: [Int64: Content] = [:]

  private struct Content {
    let title: String
    let text: String
  }

  init(_ db: Database) throws {
    self.db = db
    rows = BriefingRows(db)
    findings = try FindingsWriter(db)
    decisions = DecisionRows(db)
    book = try decisions.book()
  }

  /// Stores an article, replaces it, or leaves it alone.
  mutating func ingest(_ item: AnalyzedBriefing) throws -> IngestOutcome {
    guard let stored = try rows.stored(item.briefing.id) else {
      try insert(item, isRead: false, userTags: [])
      return .added
    }
    let digest = item.findings.digest
    if stored.briefing.hasSameContent(as: item.briefing) {
      if stored.findingsVersion != item.findings.version || stored.findingsDigest != digest {
        try findings.remove(article: stored.key)
        try insertFindings(of: item, article: stored.key)
        try db.execute(
          sql: """
            UPDATE article SET findings_language = ?, findings_version = ?, findings_digest = ? WHERE key = ?
            """,
          arguments: [item.findings.language, item.findings.version, digest, stored.key])
      }
      return .unchanged
    }
    try remove(stored)
    try insert(item, isRead: stored.isRead, userTags: stored.userTags)
    return .updated
  }

  /// Removes an article if it is there.
  mutating func remove(_ id: BriefingID) throws {
    guard let stored = try rows.stored(id) else { return }
    try remove(stored)
    try db.cachedStatement(sql: "DELETE FROM reading WHERE id = ?").execute(arguments: [id.text])
  }

  /// Writes the index and the counters.
  mutating func finish() throws {
    let forget = try db.cachedStatement(
      sql: "INSERT INTO article_fts (article_fts, rowid, title, text) VALUES ('delete', ?, ?, ?)")
    for (key, content) in removed.sorted(by: { $0.key < $1.key }) {
      try forget.execute(arguments: [key, content.title, content.text])
    }
    let learn = try db.cachedStatement(sql: "INSERT INTO article_fts (rowid, title, text) VALUES (?, ?, ?)")
    for (key, content) in added.sorted(by: { $0.key < $1.key }) {
      try learn.execute(arguments: [key, content.title, content.text])
    }
    (added, removed) = ([:], [:])
    try findings.finish()
  }

  private mutating func remove(_ stored: StoredBriefing) throws {
    try findings.remove(article: stored.key)
    // An article that is in one batch twice has not reached the index yet.
    if added.removeValue(forKey: stored.key) == nil {
      removed[stored.key] = Content(title: stored.briefing.title, text: stored.briefing.text)
    }
    try db.cachedStatement(sql: "DELETE FROM article WHERE key = ?").execute(arguments: [stored.key])
  }

  private mutating func insert(_ item: AnalyzedBriefing, isRead: Bool, userTags: [String]) throws {
    let briefing = item.briefing
    let key = try newKey(briefing.date)
    try db.cachedStatement(
      sql: """
        INSERT INTO article (key, id, time, date, title, source, url, author, language, findings_language,
          findings_version, findings_digest, is_read)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      key, briefing.id.text, briefing.date?.seconds ?? Schema.undated, briefing.date?.text, briefing.title,
      try sourceID(briefing.source), briefing.url, briefing.author, briefing.language, item.findings.language,
      item.findings.version, item.findings.digest, isRead,
    ])
    try db.cachedStatement(sql: "INSERT INTO body (key, text) VALUES (?, ?)").execute(arguments: [key, briefing.text])
    added[key] = Content(title: briefing.title, text: briefing.text)
    let kept = userTags.filter { !briefing.tags.contains($0) }
    for (position, tag) in (briefing.tags + kept).enumerated() {
      try db.cachedStatement(
        sql: "INSERT INTO article_tag (article, position, tag, folded, by_user) VALUES (?, ?, ?, ?, ?)"
      ).execute(arguments: [key, position, tag, Encoding.folded(tag), position >= briefing.tags.count])
    }
    try insertFindings(of: item, article: key)
  }

  /// Stores the findings of an article that has none, with the decisions applied.
  private mutating func insertFindings(of item: AnalyzedBriefing, article key: Int64) throws {
    guard !book.isUnused else { return try findings.insert(item.findings, article: key) }
    let (decided, effective) = book.applied(to: item.findings, of: item.briefing)
    try findings.insert(decided, article: key)
    try decisions.note(effective, article: key, undecided: item.findings)
  }

  /// Brings articles in line with the decisions, `first` before all others; returns how many remain.
  mutating func applyDecisions(limit: Int, first: BriefingID?) throws -> Int {
    let chosen = try decisions.awaiting(limit: limit, first: first)
    for id in chosen {
      guard let stored = try rows.stored(id), let given = try decisions.undecided(id) else { continue }
      let (decided, effective) = book.applied(to: given, of: stored.briefing)
      try findings.replaceEntities(with: decided, article: stored.key)
      try decisions.note(effective, article: stored.key, undecided: given)
    }
    return try decisions.awaitingCount()
  }

  /// The next free key of the article's day.
  private mutating func newKey(_ date: PublicationDate?) throws -> Int64 {
    let keys = Encoding.keys(of: date)
    let last: Int64
    if let known = lastKeys[keys.lowerBound] {
      last = known
    } else {
      let statement = try db.cachedStatement(sql: "SELECT max(key) FROM article WHERE key >= ? AND key < ?")
      last = try Int64.fetchOne(statement, arguments: [keys.lowerBound, keys.upperBound]) ?? keys.lowerBound - 1
    }
    guard last + 1 < keys.upperBound else {
      throw StoreError.failed(
        doing: "importing", reason: "there are \(keys.count) articles of one day; split the archive or date them")
    }
    lastKeys[keys.lowerBound] = last + 1
    return last + 1
  }

  private mutating func sourceID(_ name: String) throws -> Int64 {
    if let known = sources[ByteKey(name)] { return known }
    let find = try db.cachedStatement(sql: "SELECT id FROM source WHERE name = ?")
    let id: Int64
    if let known = try Int64.fetchOne(find, arguments: [name]) {
      id = known
    } else {
      try db.cachedStatement(sql: "INSERT INTO source (name, folded) VALUES (?, ?)").execute(
        arguments: [name, folded(name)])
      id = db.lastInsertedRowID
    }
    sources[ByteKey(name)] = id
    return id
  }
}
