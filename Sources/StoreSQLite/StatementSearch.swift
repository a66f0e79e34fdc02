import Briefings
import GRDB
import Search

/// Finds statements by their words, who said them and how.
///
/// The index knows the stems of what statements say, without particles; it names those that may match, and their words
/// are looked at one by one.
struct StatementSearch {
  private let db: Database
  private let query: StatementQuery
  private let filter: BriefingFilter

  /// So many of the newest that may match are looked at.
  static let examined = 5_000

  init(_ db: Database, _ query: Query, _ filter: BriefingFilter) {
    self.db = db
    self.query = StatementQuery(query)
    self.filter = filter
  }

  func results(limit: Int) throws -> StatementResults {
    var conditions = FilterConditions.ofStatement(
      query.conditions + (filter.speaker.map { [.field(.speaker, $0)] } ?? []))
    var rest = filter
    rest.speaker = nil
    conditions.add(FilterConditions.conditions(rest))
    if query.briefing != .all {
      let compiled = QueryCompiler.compile(query.briefing)
      if let match = compiled.match {
        conditions.add("+a.key IN (SELECT rowid FROM article_fts WHERE article_fts MATCH ?)", [match])
      }
      conditions.add(compiled.conditions)
      for name in compiled.entities { conditions.add(FilterConditions.field(.entity, name)) }
    }
    var sql = "SELECT t.id FROM statement t JOIN article a ON a.key = t.article WHERE "
    var arguments = conditions.arguments
    if let match = try match(query.words) {
      sql = """
        SELECT t.id FROM statement_fts f CROSS JOIN statement t ON t.id = f.rowid JOIN article a ON a.key = t.article
        WHERE statement_fts MATCH ? AND
        """ + " "
      arguments = [match.databaseValue] + arguments
    }
    sql += "\(conditions.sql) ORDER BY \(sql.contains("statement_fts") ? "f.rowid" : "t.id") DESC LIMIT ?"
    arguments.append((Self.examined + 1).databaseValue)
    let numbers = try Int64.fetchAll(db, sql: sql, arguments: StatementArguments(arguments))
    return try chosen(of: numbers, limit: limit)
  }

  private func chosen(of numbers: [Int64], limit: Int) throws -> StatementResults {
    let time = try db.cachedStatement(
      sql: "SELECT a.time, a.key, t.field, t.first FROM statement t JOIN article a ON a.key = t.article WHERE t.id = ?")
    var order: [(number: Int64, place: [Int64])] = []
    for number in numbers.prefix(Self.examined) {
      guard let row = try Row.fetchOne(time, arguments: [number]) else { continue }
      order.append((number, [-(row[0] as Int64), -(row[1] as Int64), row[2], row[3]]))
    }
    order.sort { $0.place.lexicographicallyPrecedes($1.place) }
    var total = 0
    var hits: [StatementHit] = []
    let lists = FindingsLists(db)
    for entry in order {
      // Without words every one matches, and only those shown are read.
      if query.words == .all, hits.count >= limit {
        total += 1
        continue
      }
      guard let record = try lists.statements(numbers: [entry.number]).first,
        query.matches(record.statement.content)
      else { continue }
      total += 1
      if hits.count < limit {
        hits.append(StatementHit(record: record, marks: query.marks(in: record.statement.content)))
      }
    }
    return StatementResults(hits: hits, total: total, isTotalExact: numbers.count <= Self.examined)
  }

  /// What the index can tell of the words; `nil` where that is nothing.
  private func match(_ query: Query) throws -> String? {
    switch query {
    case .word(let written):
      let stems = SearchWord(written).stems
      // A stem that no statement is known by is a particle, or nowhere: the words themselves tell.
      let known = try stems.filter { try isKnown($0) }
      return known.isEmpty ? nil : known.map { QueryCompiler.quoted($0) }.joined(separator: " OR ")
    case .adjacent(let words), .phrase(let words): return try match(.and(words.map { .word($0) }))
    case .and(let parts):
      let known = try parts.compactMap { try match($0) }
      return known.isEmpty ? nil : known.map { "(\($0))" }.joined(separator: " AND ")
    case .or(let parts):
      let known = try parts.map { try match($0) }
      let all = known.compactMap { $0 }
      return all.isEmpty || all.count < known.count ? nil : all.map { "(\($0))" }.joined(separator: " OR ")
    case .prefix, .not, .all, .title, .field, .published, .cue, .quotation, .isRead: return nil
    }
  }

  private func isKnown(_ stem: String) throws -> Bool {
    let statement = try db.cachedStatement(sql: "SELECT statements FROM stem WHERE hash = ? AND statements > 0")
    return try Int.fetchOne(statement, arguments: [Encoding.hash(stem)]) != nil
  }
}
