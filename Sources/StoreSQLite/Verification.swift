import Briefings
import CSQLiteDefense
import GRDB
import Store

/// Checks an archive, and makes derived data anew.
struct Verification {
  let db: Database

  init(_ db: Database) { self.db = db }

  /// Everything that can be checked without writing.
  func report() throws -> VerificationReport {
    var report = VerificationReport(checks: [], problems: [])
    try checkFile(&report)
    report.problems += unreadableIndexes().map { "\($0): this index of words cannot be opened; repair makes it anew" }
    guard report.problems.isEmpty else { return report }
    for check in [checkIndex, checkLists, checkSpans, checkCounters, checkDecisions, checkKeeping] {
      do {
        try check(&report)
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
        // The pages are sound, so what cannot be read is a row of an index of words.
        report.problems.append(
          "index of words: it cannot be read (\(error.message ?? "")); repair makes all indexes anew")
      }
    }
    return report
  }

  private func checkFile(_ report: inout VerificationReport) throws {
    let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
    let damages = try String.fetchAll(db, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" }
    report.checks.append("file: \(pages) pages, tables and indexes agree")
    report.problems += damages.map { "file: \($0); restore a copy, or export what can still be read and import it" }
    let orphans = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check")
    report.checks.append("references: every row belongs to an article")
    for row in orphans.prefix(20) {
      let (table, id): (String, Int64?) = (row[0], row[1])
      report.problems.append(
        "references: row \(id.map { "\($0)" } ?? "?") of \(table) belongs to nothing; repair removes it")
    }
  }

  private func checkIndex(_ report: inout VerificationReport) throws {
    let articles = try count("article")
    report.checks.append("articles: \(articles)")
    let bodies = try count("body")
    if bodies != articles {
      report.problems.append(
        "articles: \(articles) articles have \(bodies) texts; restore a copy, or import them again")
    }
    if try ArticleLists(db).total() != articles {
      report.problems.append("articles: their number is kept wrong; repair counts them again")
    }
    let tokenizer = try String.fetchOne(db, sql: "SELECT value FROM meta WHERE name = 'tokenizer'") ?? "none"
    if tokenizer != ArabicTokenizer.declaration {
      report.problems.append(
        "full-text index: made by tokenizer \(tokenizer), expected \(ArabicTokenizer.declaration); repair makes it anew"
      )
    }
    let indexed = try count("article_fts_docsize")
    if indexed != articles {
      report.problems.append(
        "full-text index: \(indexed) of \(articles) articles are indexed; repair makes the index anew")
    }
    let terms = try count("vocabulary")
    let wrong =
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM article_terms t LEFT JOIN vocabulary v ON v.term = t.term
          WHERE v.articles IS NOT t.doc AND unicode(t.term) <> 2
          """) ?? 0
    report.checks.append("words: \(terms)")
    if wrong > 0 {
      report.problems.append("full-text index: \(wrong) words are counted wrong; repair makes the index anew")
    }
    guard try canWrite() else {
      report.checks.append("full-text index: \(indexed) articles (contents not checked: opened for reading)")
      return
    }
    if try isSound("article_fts", withContent: true) {
      report.checks.append("full-text index: \(indexed) articles, every word where it stands")
    } else {
      report.problems.append("full-text index: it does not agree with the texts; repair makes it anew")
    }
  }

  /// The check of an index is an INSERT by its grammar, so a connection for reading cannot run it.
  private func canWrite() throws -> Bool {
    try db.configuration.readonly == false && (Int.fetchOne(db, sql: "PRAGMA query_only") ?? 0) == 0
  }

  /// Whether an index agrees with itself, and with the texts that it is of.
  private func isSound(_ index: String, withContent: Bool) throws -> Bool {
    do {
      try db.execute(
        sql: "INSERT INTO \(index) (\(index), rank) VALUES ('integrity-check', ?)", arguments: [withContent ? 1 : 0])
      return true
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
      return false
    }
  }

  /// The indexes of lists hold the words of what they are of, no more and no less.
  private func checkLists(_ report: inout VerificationReport) throws {
    let stems = "SELECT stems FROM statement"
    var isWrong = try isVocabularyWrong("statement_terms", lists: stems)
    if try canWrite() { isWrong = try isWrong || !isSound("statement_fts", withContent: false) }
    if isWrong {
      report.problems.append("statements: the index of their words does not agree with them; repair makes it anew")
    }
    guard try canWrite() else { return }
    let names =
      "SELECT folded || char(10) || coalesce(english_folded, '') FROM entity UNION ALL SELECT folded FROM form"
    for (index, lists) in [("entity_names", names), ("speaker_names", "SELECT folded FROM name")] {
      // A table of this connection, not of the archive.
      try db.execute(sql: "CREATE VIRTUAL TABLE temp.\(index)_terms USING fts5vocab(main, \(index), row)")
      let isWrong = try !isSound(index, withContent: false) || isVocabularyWrong("temp.\(index)_terms", lists: lists)
      try db.execute(sql: "DROP TABLE temp.\(index)_terms")
      if isWrong { report.problems.append("\(index): it does not agree with the names; repair makes it anew") }
    }
  }

  /// Whether a word stands in another number of lists by a vocabulary than by the lists.
  private func isVocabularyWrong(_ vocabulary: String, lists sql: String) throws -> Bool {
    var counts: [ByteKey: Int] = [:]
    let lists = try String.fetchCursor(db, sql: sql)
    while let list = try lists.next() {
      let words = list.utf8.split { ListTokenizer.isBetween($0) }.compactMap { String($0) }
      for word in Set(words.map { ByteKey($0) }) { counts[word, default: 0] += 1 }
    }
    do {
      let rows = try Row.fetchCursor(db, sql: "SELECT term, doc FROM \(vocabulary)")
      var words = 0
      while let row = try rows.next() {
        words += 1
        if counts[ByteKey(row[0])] != row[1] as Int { return true }
      }
      return words != counts.count
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
      return true
    }
  }

  /// Findings point at what they say.
  private func checkSpans(_ report: inout VerificationReport) throws {
    var (mentions, statements) = (0, 0)
    let articles = try Row.fetchCursor(
      db, sql: "SELECT a.key, a.id, a.title, b.text FROM article a JOIN body b ON b.key = a.key ORDER BY a.key")
    while let row = try articles.next() {
      let fields = [Array((row[2] as String).utf8), Array((row[3] as String).utf8)]
      let bad = try wrongSpans(of: row[0], fields: fields)
      mentions += bad.mentions
      statements += bad.statements
      if bad.wrong > 0, report.problems.count < 50 {
        let id: String = row[1]
        report.problems.append(
          "findings of \(id): \(bad.wrong) do not stand where they say; repair removes them, importing again finds them"
        )
      }
    }
    report.checks.append("findings: \(mentions) mentions and \(statements) statements stand where they say")
  }

  private struct SpanCount {
    var mentions = 0
    var statements = 0
    var wrong = 0
  }

  private func wrongSpans(of key: Int64, fields: [[UInt8]]) throws -> SpanCount {
    var count = SpanCount()
    let mentions = try db.cachedStatement(
      sql: "SELECT m.field, m.first, m.last, f.form FROM mention m JOIN form f ON f.id = m.form WHERE m.article = ?")
    for row in try Row.fetchAll(mentions, arguments: [key]) {
      count.mentions += 1
      if bytes(row, of: fields)?.elementsEqual((row[3] as String).utf8) != true { count.wrong += 1 }
    }
    let statements = try db.cachedStatement(
      sql: "SELECT field, first, last, content_check FROM statement WHERE article = ?")
    for row in try Row.fetchAll(statements, arguments: [key]) {
      count.statements += 1
      if bytes(row, of: fields).map({ Encoding.check($0) }) != row[3] as Int64 { count.wrong += 1 }
    }
    return count
  }

  /// What stands at the place in the first three columns of a row, or `nil` where there is no such place.
  private func bytes(_ row: Row, of fields: [[UInt8]]) -> ArraySlice<UInt8>? {
    let (field, first, last): (Int, Int, Int) = (row[0], row[1], row[2])
    let bytes = fields[field == 0 ? 0 : 1]
    return 0 <= first && first <= last && last <= bytes.count ? bytes[first..<last] : nil
  }

  private func checkCounters(_ report: inout VerificationReport) throws {
    let entities = try Int.fetchOne(db, sql: "SELECT count(*) FROM entity WHERE briefings > 0") ?? 0
    let wrong = try Int.fetchOne(db, sql: "SELECT count(*) FROM (\(Self.wrongEntities))") ?? 0
    report.checks.append("entities: \(entities)")
    if wrong > 0 { report.problems.append("entities: \(wrong) are counted wrong; repair counts them again") }
    let actual = try stemCounts()
    var stored: [Int64: Int] = [:]
    let rows = try Row.fetchCursor(db, sql: "SELECT hash, statements FROM stem WHERE statements <> 0")
    while let row = try rows.next() { stored[row[0]] = row[1] }
    let total = try count("statement")
    report.checks.append("statements: \(total), with \(actual.count) different words")
    if actual != stored {
      report.problems.append("statements: the counts of their words are wrong; repair counts them again")
    }
  }

  private static let wrongEntities = """
    SELECT e.id FROM entity e LEFT JOIN (
      SELECT entity, count(DISTINCT article) AS briefings, sum(mentions) AS mentions FROM article_entity GROUP BY entity
    ) u ON u.entity = e.id
    WHERE e.briefings <> coalesce(u.briefings, 0) OR e.mentions <> coalesce(u.mentions, 0)
    """

  private func checkDecisions(_ report: inout VerificationReport) throws {
    let (decisions, awaiting) = (try count("decision"), try count("awaiting"))
    let waiting = awaiting > 0 ? "; \(awaiting) articles await 'mujaz decisions apply'" : ""
    report.checks.append("decisions: \(decisions)\(waiting)")
  }

  private func stemCounts() throws -> [Int64: Int] {
    var counts: [Int64: Int] = [:]
    let rows = try String.fetchCursor(db, sql: "SELECT stems FROM statement")
    while let stems = try rows.next() {
      for hash in Set(Encoding.list(stems).map { Encoding.hash($0) }) { counts[hash, default: 0] += 1 }
    }
    return counts
  }

  func count(_ table: String) throws -> Int { try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0 }
}

extension Verification {
  /// Makes all derived data anew; returns what was done.
  func repair() throws -> [String] {
    var done: [String] = []
    let orphans = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check")
    for row in orphans {
      let (table, id): (String, Int64?) = (row[0], row[1])
      // Tables without row numbers are cleared by article below.
      if let id { try db.execute(sql: "DELETE FROM \"\(table)\" WHERE rowid = ?", arguments: [id]) }
    }
    for table in ["mention", "article_entity", "article_tag", "statement", "decided", "undecided", "awaiting"] {
      try db.execute(sql: "DELETE FROM \(table) WHERE article NOT IN (SELECT key FROM article)")
    }
    if !orphans.isEmpty { done.append("removed \(orphans.count) rows that belonged to nothing") }
    let removed = try removeWrongFindings()
    if removed > 0 { done.append("removed the findings of \(removed) articles; import them again to find them anew") }
    try db.execute(sql: "UPDATE meta SET value = (SELECT count(*) FROM article) WHERE name = 'articles'")
    try emptyUnreadableIndexes()
    try IndexWriter.renew(db)
    try Schema.renewNames(db)
    done.append("made the full-text index anew")
    try db.execute(
      sql: """
        UPDATE entity SET (briefings, mentions) = (
          SELECT count(DISTINCT article), coalesce(sum(mentions), 0) FROM article_entity WHERE entity = entity.id);
        UPDATE form SET mentions = (SELECT count(*) FROM mention WHERE form = form.id);
        """)
    done.append("counted entities and their forms")
    try renewSignatures()
    done.append("made the signatures of statements anew")
    done += try repairKeeping()
    return done
  }

  /// An index without the record of its parts cannot be opened, so it can neither be emptied nor removed: it gets the
  /// records of an empty one.
  ///
  /// - Source: the comments of FTS5's fts5_index.c and fts5_config.c on the tables NAME_data and NAME_config.
  private func emptyUnreadableIndexes() throws {
    for index in unreadableIndexes() {
      cs_allow_shadow_writes(db.sqliteConnection, 1)
      defer { cs_allow_shadow_writes(db.sqliteConnection, 0) }
      try db.execute(
        sql: """
          INSERT OR REPLACE INTO \(index)_config (k, v) VALUES ('version', 4);
          INSERT OR REPLACE INTO \(index)_data (id, block) VALUES (1, x''), (10, x'00000000000000');
          """)
    }
  }

  private func unreadableIndexes() -> [String] {
    ["article_fts", "statement_fts", "entity_names", "speaker_names", "sketch_fts"].filter { index in
      // Why it cannot be opened makes no difference.
      (try? Row.fetchAll(db, sql: "SELECT 1 FROM \(index) LIMIT 0")) == nil
    }
  }

  private func removeWrongFindings() throws -> Int {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT a.key, a.title, b.text FROM article a JOIN body b ON b.key = a.key WHERE a.findings_version >= 0"
    )
    var wrong: [Int64] = []
    while let row = try rows.next() {
      let fields = [Array((row[1] as String).utf8), Array((row[2] as String).utf8)]
      if try wrongSpans(of: row[0], fields: fields).wrong > 0 { wrong.append(row[0]) }
    }
    for key in wrong {
      for table in ["mention", "article_entity", "statement", "decided", "undecided", "awaiting"] {
        try db.execute(sql: "DELETE FROM \(table) WHERE article = ?", arguments: [key])
      }
      // No rules have this version, so the next import finds them anew.
      try db.execute(
        sql: "UPDATE article SET findings_version = -1, findings_digest = 0 WHERE key = ?", arguments: [key])
    }
    return wrong.count
  }

  private func renewSignatures() throws {
    try db.execute(sql: "DELETE FROM stem")
    let insertStem = try db.cachedStatement(sql: "INSERT INTO stem (hash, statements) VALUES (?, ?)")
    for (hash, count) in try stemCounts().sorted(by: { $0.key < $1.key }) {
      try insertStem.execute(arguments: [hash, count])
    }
    try Schema.renewStatementIndex(db)
  }
}
