import Briefings
import GRDB
import Search
import Store

/// Lists of articles that pass a filter.
struct ArticleLists {
  private let db: Database

  init(_ db: Database) { self.db = db }

  /// How many articles there are, as the writer counts them.
  func total() throws -> Int {
    let statement = try db.cachedStatement(sql: "SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'articles'")
    return try Int.fetchOne(statement) ?? 0
  }

  func count(_ filter: BriefingFilter) throws -> Int {
    if filter.isEmpty { return try total() }
    let conditions = FilterConditions.conditions(filter)
    return try Int.fetchOne(
      db, sql: "SELECT count(*) FROM article a WHERE \(conditions.sql)",
      arguments: StatementArguments(conditions.arguments)) ?? 0
  }

  /// One page, newest first.
  ///
  /// The cursor names the last row of the page before by time and key, so rows that are added meanwhile do not shift it.
  func page(_ filter: BriefingFilter, limit: Int, after: Store.Cursor?) throws -> Page<BriefingSummary> {
    guard limit > 0 else { return Page(rows: [], next: after) }
    var conditions = FilterConditions.conditions(filter)
    if let after {
      let parts = after.text.split(separator: ":").compactMap { Int64($0) }
      guard parts.count == 2 else {
        throw StoreError.failed(doing: "listing articles", reason: "'\(after.text)' is no position of this archive")
      }
      conditions.add("(a.time, a.key) < (?, ?)", [parts[0], parts[1]])
    }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT \(BriefingRows.summaryColumns) FROM article a JOIN source s ON s.id = a.source
        WHERE \(conditions.sql) ORDER BY a.time DESC, a.key DESC LIMIT ?
        """,
      arguments: StatementArguments(conditions.arguments + [(limit == Int.max ? -1 : limit + 1).databaseValue]))
    let reader = BriefingRows(db)
    let shown = rows.prefix(limit)
    let next = rows.count > limit ? shown.last.map { Store.Cursor("\($0[7] as Int64):\($0[0] as Int64)") } : nil
    return Page(rows: try shown.map { try reader.summary($0) }, next: next)
  }
}
