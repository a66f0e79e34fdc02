import Briefings
import GRDB
import Search

/// One search: runs the compiled query and makes hits of the best rows.
struct SearchRun {
  private let db: Database
  private let query: Query
  private let compiled: CompiledQuery
  private let conditions: Conditions
  private let keys: Range<Int64>
  /// Whether every word that begins as asked is looked for, and not only the commonest.
  private let areCompletionsAll: Bool
  /// Whether a word is still being typed.
  private let hasCompletions: Bool
  /// Whether the match holds no words, but only what articles name.
  private let isOnlyNamed: Bool

  /// So many of the newest matches are ranked; older ones are left out, so that a word that stands everywhere does not
  /// keep anybody waiting.
  static let rankedMatches = 50_000

  /// So many forms of words are looked for in those: of a query of many words or completions fewer matches are ranked.
  static let rankedForms = 160_000

  /// As many while somebody is typing, when the next letter asks anew.
  static let rankedCompletions = 100_000

  /// So far matches are counted, and where texts must be read to tell.
  static let counted = 4_000
  static let countedInTexts = 750

  /// So many entities of one name are looked up in the index; more are looked up by article.
  private static let indexedEntities = 200

  init(_ db: Database, _ query: Query, _ filter: BriefingFilter) throws {
    self.db = db
    self.query = query
    let completed = try Vocabulary(db).completions(in: query)
    areCompletionsAll = completed.areAll
    hasCompletions = !completed.tokens.isEmpty
    var compiled = QueryCompiler.compile(query, completions: completed.tokens)
    var rest = filter
    rest.entity = nil
    var conditions = compiled.conditions
    conditions.add(FilterConditions.conditions(rest))
    isOnlyNamed = compiled.match == nil
    for name in compiled.entities + (filter.entity.map { [$0] } ?? []) {
      let found = try Int64.fetchAll(
        db.cachedStatement(sql: FilterConditions.entitiesNamed),
        arguments: StatementArguments(Array(repeating: FilterConditions.names(name), count: 2)))
      if found.count > Self.indexedEntities {
        conditions.add(FilterConditions.field(.entity, name))
      } else {
        let tokens = found.isEmpty ? [NamesColumn.token(0)] : found.map { NamesColumn.token($0) }
        let part = "names : (\(tokens.map { QueryCompiler.quoted($0) }.joined(separator: " OR ")))"
        // Behind the words, whose phrases the ranking knows by their number.
        compiled.match = compiled.match.map { "(\($0)) AND (\(part))" } ?? part
      }
    }
    self.compiled = compiled
    self.conditions = conditions
    let days = FilterConditions.days(filter)
    let since = [compiled.days.since, days.since].compactMap { $0 }.max()
    let until = [compiled.days.until, days.until].compactMap { $0 }.min()
    let first = since.map { Encoding.firstKey(ofDayAt: $0) } ?? 0
    let last = until.map { Encoding.firstKey(ofDayAt: $0 - 1) + 1 << 22 } ?? Int64.max
    keys = first..<max(first, last)
  }

  func results(order: SearchOrder, limit: Int) throws -> SearchResults {
    guard let match = compiled.match else { return try listed(limit: limit) }
    switch order {
    case .relevance where !isOnlyNamed: return try ranked(match, limit: limit)
    case .relevance, .date: return try newest(match, limit: limit)
    }
  }

  /// The best of all that match, with progress.
  func all(limit: Int, progress: (Int) -> Bool) throws -> SearchResults {
    guard let match = compiled.match, !isOnlyNamed else { return try results(order: .relevance, limit: limit) }
    return try ranked(match, limit: limit, cap: Int.max, progress: progress)
  }

  /// The newest keys of what matches, at most `limit`, and whether these are all.
  func newestKeys(limit: Int) throws -> (keys: [Int64], areAll: Bool) {
    guard let match = compiled.match else {
      let found = try Int64.fetchAll(
        db,
        sql: "SELECT a.key FROM article a WHERE \(conditions.sql) ORDER BY a.time DESC, a.key DESC LIMIT ?",
        arguments: StatementArguments(conditions.arguments + [(limit + 1).databaseValue]))
      return (Array(found.prefix(limit)), found.count <= limit)
    }
    let cursor = try rows(match, columns: "f.rowid", arguments: [])
    var found: [Int64] = []
    while found.count <= limit, let row = try cursor.next() { found.append(row[0]) }
    return (Array(found.prefix(limit)), found.count <= limit && areCompletionsAll)
  }

  private struct Row {
    var key: Int64
    var score: Double
  }

  /// Without words to match: newest first.
  private func listed(limit: Int) throws -> SearchResults {
    let found = try Int64.fetchAll(
      db,
      sql: "SELECT a.key FROM article a WHERE \(conditions.sql) ORDER BY a.time DESC, a.key DESC LIMIT ?",
      arguments: StatementArguments(conditions.arguments + [max(0, limit).databaseValue]))
    let cap = compiled.readsTexts ? Self.countedInTexts : Int.max - 1
    let total =
      try Int.fetchOne(
        db, sql: "SELECT count(*) FROM (SELECT 1 FROM article a WHERE \(conditions.sql) LIMIT ?)",
        arguments: StatementArguments(conditions.arguments + [(cap + 1).databaseValue])) ?? 0
    return SearchResults(
      hits: try hits(found.map { Row(key: $0, score: 0) }), total: min(total, cap), isTotalExact: total <= cap)
  }

  private func ranked(
    _ match: String, limit: Int, cap: Int? = nil, progress: (Int) -> Bool = { _ in true }
  ) throws -> SearchResults {
    let vocabulary = Vocabulary(db)
    let forms = hasCompletions ? Self.rankedCompletions : Self.rankedForms
    let most = cap ?? min(Self.rankedMatches, forms / max(1, compiled.phrases.count))
    let narrowed = try RankedCandidates(query, compiled, match: match, most: most) { try vocabulary.articles($0) }
    let cursor = try rows(
      narrowed?.match ?? match, columns: "f.rowid, \(RankFunction.name)(article_fts, ?)",
      arguments: [try rankArgument(narrowed?.phrases ?? compiled.phrases).databaseValue])
    var best = BestRows(limit: max(0, limit))
    var total = 0
    let cap = cap ?? (compiled.readsTexts ? Self.countedInTexts : most)
    var isExact = narrowed == nil
    while let row = try cursor.next() {
      if total == cap || (total > 0 && total % 10_000 == 0 && !progress(total)) {
        isExact = false
        break
      }
      total += 1
      best.add(Row(key: row[0], score: row[1]))
    }
    return SearchResults(
      hits: try hits(best.sorted), total: total, isTotalExact: isExact && areCompletionsAll,
      isRankingPartial: !isExact)
  }

  private func rankArgument(_ phrases: [RankedPhrase]) throws -> String {
    let vocabulary = Vocabulary(db)
    return try RankFunction.argument(phrases, articles: try ArticleLists(db).total()) {
      try vocabulary.articles($0)
    }
  }

  private func newest(_ match: String, limit: Int) throws -> SearchResults {
    let cursor = try rows(match, columns: "f.rowid", arguments: [])
    var found: [Int64] = []
    var total = 0
    var isExact = true
    let cap = max(limit, compiled.readsTexts ? Self.countedInTexts : Self.counted)
    while let row = try cursor.next() {
      if total == cap {
        isExact = false
        break
      }
      total += 1
      let key: Int64 = row[0]
      // Keys order by day; the day that the limit falls into is read to its end, and ordered by time below.
      if found.count < limit || found.last.map({ $0 >> 22 == key >> 22 }) == true { found.append(key) }
    }
    let time = try db.cachedStatement(sql: "SELECT time FROM article WHERE key = ?")
    let ordered = try found.map { (key: $0, time: try Int64.fetchOne(time, arguments: [$0]) ?? Schema.undated) }
      .sorted { ($0.time, $0.key) > ($1.time, $1.key) }
    return SearchResults(
      hits: try hits(ordered.prefix(max(0, limit)).map { Row(key: $0.key, score: 0) }), total: total,
      isTotalExact: isExact && areCompletionsAll)
  }

  /// The rows of a match, newest day first.
  private func rows(_ match: String, columns: String, arguments: [DatabaseValue]) throws -> RowCursor {
    var all = arguments + [match.databaseValue]
    var sql = "SELECT \(columns) FROM article_fts f"
    var condition = "article_fts MATCH ?"
    if keys.lowerBound > 0 || keys.upperBound < Int64.max {
      condition += " AND f.rowid >= ? AND f.rowid < ?"
      all += [keys.lowerBound.databaseValue, keys.upperBound.databaseValue]
    }
    if !conditions.parts.isEmpty {
      // The index leads; the planner must not turn the order round.
      sql += " CROSS JOIN article a ON a.key = f.rowid"
      condition += " AND \(conditions.sql)"
      all += conditions.arguments
    }
    sql += " WHERE \(condition) ORDER BY f.rowid DESC"
    return try GRDB.Row.fetchCursor(db, sql: sql, arguments: StatementArguments(all))
  }

  private func hits(_ rows: [Row]) throws -> [SearchHit] {
    let briefings = BriefingRows(db)
    let snippets = Snippets(query)
    return try rows.compactMap { row in
      guard let summary = try briefings.summary(key: row.key), let content = try briefings.content(key: row.key) else {
        return nil
      }
      return SearchHit(
        briefing: summary, score: row.score, snippets: snippets.snippets(title: content.title, text: content.text))
    }
  }

  /// The best rows seen so far: a heap whose first row is the worst of them.
  private struct BestRows {
    let limit: Int
    private var heap: [Row] = []

    init(limit: Int) { self.limit = limit }

    /// Best first.
    var sorted: [Row] { heap.sorted { isWorse($1, $0) } }

    /// Newer is better among equals.
    private func isWorse(_ a: Row, _ b: Row) -> Bool { a.score == b.score ? a.key < b.key : a.score < b.score }

    mutating func add(_ row: Row) {
      guard limit > 0 else { return }
      if heap.count < limit {
        heap.append(row)
        var at = heap.count - 1
        while at > 0, isWorse(heap[at], heap[(at - 1) / 2]) {
          heap.swapAt(at, (at - 1) / 2)
          at = (at - 1) / 2
        }
        return
      }
      guard isWorse(heap[0], row) else { return }
      heap[0] = row
      var at = 0
      while true {
        var worst = at
        for child in [at * 2 + 1, at * 2 + 2] where child < heap.count && isWorse(heap[child], heap[worst]) {
          worst = child
        }
        if worst == at { return }
        heap.swapAt(at, worst)
        at = worst
      }
    }
  }
}
