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
  private let versions: OldVersions
  private let trash: Trash
  private let changes: ChangeRows
  private var reprints: ReprintGroups
  private var change: Int64
  private var sources: [ByteKey: Int64] = [:]
  private var lastKeys: [Int64: Int64] = [:]
  private var index: IndexWriter
  /// By how much the number of articles changed.
  private var growth = 0

  init(_ db: Database) throws {
    self.db = db
    rows = BriefingRows(db)
    findings = try FindingsWriter(db)
    index = IndexWriter(db)
    decisions = DecisionRows(db)
    book = try decisions.book()
    versions = OldVersions(db)
    trash = Trash(db)
    changes = ChangeRows(db)
    reprints = try ReprintGroups(db)
    // A number that never was counted up to is an archive's of somebody else's; `verify` says so.
    change = min(max(try changes.latest().number, 0), 1 << 62)
  }

  /// Stores an article, replaces it, or leaves it alone.
  mutating func ingest(_ item: AnalyzedBriefing) throws -> IngestOutcome {
    let stored = try rows.stored(item.briefing.id)
    let outcome = try versions.outcome(of: item.briefing, stored)
    switch outcome {
    case .deleted: break
    case .added: try insert(item, marks: UserMarks(), version: 1)
    case .unchanged:
      guard let stored, stored.hasSameContent(as: item.briefing) else { break }
      let digest = item.findings.digest
      guard stored.findingsVersion != item.findings.version || stored.findingsDigest != digest else { break }
      try reindex(stored)
      try findings.remove(article: stored.key)
      try insertFindings(of: item, article: stored.key)
      try db.execute(
        sql: "UPDATE article SET findings_language = ?, findings_version = ?, findings_digest = ? WHERE key = ?",
        arguments: [item.findings.language, item.findings.version, digest, stored.key])
    case .updated:
      guard let stored else { break }
      let isNewText = !stored.briefing.hasSameText(as: item.briefing)
      if isNewText { try versions.keep(stored.given, version: stored.version) }
      try remove(stored)
      try insert(item, marks: stored.marks, version: stored.version + (isNewText ? 1 : 0))
    }
    return outcome
  }

  /// Puts an article aside; answers whether it was there.
  mutating func delete(_ id: BriefingID) throws -> Bool {
    guard let stored = try rows.stored(id), let findings = try decisions.undecided(id) else { return false }
    try versions.keep(stored.given, version: stored.version)
    try trash.put(
      id, Trash.Item(version: stored.version, marks: stored.marks, findings: KeptFindings(findings)))
    try remove(stored)
    try noteRemoval(of: id)
    return true
  }

  /// Brings an article back; answers whether it was deleted.
  mutating func undelete(_ id: BriefingID) throws -> Bool {
    guard let item = try trash.take(id) else { return false }
    guard let briefing = try versions.take(item.version, of: id) else {
      throw StoreError.failed(doing: "bringing '\(id)' back", reason: "its text is lost; import it again")
    }
    // Findings that cannot be read any more are found anew: no rules have this version.
    let none = Findings(version: -1, language: briefing.language ?? "", entities: [], statements: [], signatures: [])
    let findings = item.findings?.findings(of: briefing) ?? none
    try insert(AnalyzedBriefing(briefing, findings), marks: item.marks, version: item.version)
    return true
  }

  /// Removes an article for good, a deleted one too.
  mutating func remove(_ id: BriefingID) throws {
    let stored = try rows.stored(id)
    if let stored {
      try remove(stored)
      try noteRemoval(of: id)
    }
    guard try stored != nil || trash.holds(id) else { return }
    try db.cachedStatement(sql: "DELETE FROM reading WHERE id = ?").execute(arguments: [id.text])
    try versions.remove(id)
    try trash.remove(id)
    try NoteRows(db).remove(id)
  }

  private mutating func noteRemoval(of id: BriefingID) throws {
    change += 1
    try changes.addRemoval(of: id, change)
  }

  /// Writes the index and the counters.
  mutating func finish() throws {
    try index.finish()
    if growth != 0 {
      try db.cachedStatement(sql: "UPDATE meta SET value = value + ? WHERE name = 'articles'").execute(
        arguments: [growth])
      growth = 0
    }
    try findings.finish()
    try reprints.finish()
    try changes.set(ChangeNumber(change))
  }

  /// Lets the index learn the entities that an article is about to get.
  private mutating func reindex(_ stored: StoredBriefing) throws {
    try index.remove(stored.key, title: stored.briefing.title, text: stored.briefing.text)
    index.add(stored.key, title: stored.briefing.title, text: stored.briefing.text)
  }

  private mutating func remove(_ stored: StoredBriefing) throws {
    try index.remove(stored.key, title: stored.briefing.title, text: stored.briefing.text)
    try findings.remove(article: stored.key)
    try db.cachedStatement(sql: "DELETE FROM article WHERE key = ?").execute(arguments: [stored.key])
    growth -= 1
    try reprints.remove(article: stored.key, text: stored.briefing.text, story: stored.story)
  }

  private mutating func insert(_ item: AnalyzedBriefing, marks: UserMarks, version: Int) throws {
    let briefing = item.briefing
    let key = try newKey(briefing.date)
    change += 1
    if change > 1 { try changes.forgetRemoval(of: briefing.id) }
    try db.cachedStatement(
      sql: """
        INSERT INTO article (key, id, time, date, title, source, url, author, language, findings_language,
          findings_version, findings_digest, is_read, is_flagged, version, change, url_hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      key, briefing.id.text, briefing.date?.seconds ?? Schema.undated, briefing.date?.text, briefing.title,
      try sourceID(briefing.source), briefing.url, briefing.author, briefing.language, item.findings.language,
      item.findings.version, item.findings.digest, marks.isRead, marks.isFlagged, version, change,
      Encoding.hash(ofURL: briefing.url),
    ])
    try db.cachedStatement(sql: "INSERT INTO body (key, text) VALUES (?, ?)").execute(arguments: [key, briefing.text])
    index.add(key, title: briefing.title, text: briefing.text)
    growth += 1
    try insertTags(briefing.tags, marks, article: key)
    try reprints.add(article: key, text: briefing.text)
    try insertFindings(of: item, article: key)
  }

  private func insertTags(_ given: [String], _ marks: UserMarks, article key: Int64) throws {
    let insert = try db.cachedStatement(
      sql: "INSERT INTO article_tag (article, position, tag, folded, by_user) VALUES (?, ?, ?, ?, ?)")
    var known: Set<String> = []
    var position = 0
    for tag in given {
      let folded = Encoding.folded(tag)
      known.insert(folded)
      let origin: TagOrigin = marks.removedTags.contains(folded) ? .removed : .given
      try insert.execute(arguments: [key, position, tag, folded, origin.rawValue])
      position += 1
    }
    for tag in marks.addedTags where known.insert(Encoding.folded(tag)).inserted {
      try insert.execute(arguments: [key, position, tag, Encoding.folded(tag), TagOrigin.added.rawValue])
      position += 1
    }
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
      try reindex(stored)
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
