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
    if filter == BriefingFilter.leads { return try total() - repeated() }
    return try count(FilterConditions.conditions(filter))
  }

  /// How many articles are not the newest of their story.
  private func repeated() throws -> Int {
    try Int.fetchOne(db, sql: "SELECT count(*) - count(DISTINCT story) FROM article WHERE story IS NOT NULL") ?? 0
  }

  private func count(_ conditions: Conditions) throws -> Int {
    try Int.fetchOne(
      db, sql: "SELECT count(*) FROM article a WHERE \(conditions.sql)",
      arguments: StatementArguments(conditions.arguments)) ?? 0
  }

  /// Rows of a list.
  ///
  /// A cursor names a row by what orders it, so rows that come and go meanwhile shift nothing.
  /// - Complexity: O(*limit*) for the ends and by cursors; for a number or an article the entries of an index before it
  ///   are counted.
  func stretch(
    _ filter: BriefingFilter, order: ListOrder, at place: ListPlace, limit: Int
  ) throws -> ListStretch {
    let conditions = try FilterConditions.listConditions(filter, db)
    let list = OrderedList(db, try ListOrdering(order, conditions, db))
    guard limit > 0 else { return ListStretch(rows: [], first: nil, before: nil, after: nil) }
    switch place {
    case .start: return try list.forward(from: nil, limit: limit, first: 0)
    case .end: return try list.backward(from: nil, limit: limit)
    case .after(let text): return try list.forward(from: try mark(text), limit: limit, first: nil)
    case .before(let text): return try list.backward(from: try mark(text), limit: limit)
    case .at(let number):
      guard number > 0, let mark = try list.mark(at: number - 1) else {
        return try list.forward(from: nil, limit: limit, first: 0)
      }
      return try list.forward(from: mark, limit: limit, first: number)
    case .around(let id):
      guard let number = try list.number(of: id) else { return try list.forward(from: nil, limit: limit, first: 0) }
      return try stretch(filter, order: order, at: .at(number - limit / 2), limit: limit)
    }
  }

  private func mark(_ text: String) throws -> ListMark {
    guard let mark = ListMark(text) else {
      throw StoreError.failed(doing: "listing articles", reason: "'\(text)' is no position of this archive")
    }
    return mark
  }
}

/// The articles of an ordering.
private struct OrderedList {
  private let db: Database
  private let ordering: ListOrdering

  init(_ db: Database, _ ordering: ListOrdering) { (self.db, self.ordering) = (db, ordering) }

  /// The rows behind a mark, or the first ones.
  func forward(from mark: ListMark?, limit: Int, first: Int?) throws -> ListStretch {
    let (rows, isMore) = try rows(from: mark, limit: limit, isForward: true)
    return try stretch(rows, first: first, isBefore: mark != nil, isAfter: isMore)
  }

  /// The rows before a mark, or the last ones.
  func backward(from mark: ListMark?, limit: Int) throws -> ListStretch {
    let (rows, isMore) = try rows(from: mark, limit: limit, isForward: false)
    return try stretch(rows.reversed(), first: isMore ? nil : 0, isBefore: isMore, isAfter: mark != nil)
  }

  private func stretch(
    _ rows: [(segment: Int64, row: Row)], first: Int?, isBefore: Bool, isAfter: Bool
  ) throws -> ListStretch {
    let reader = BriefingRows(db)
    func cursor(_ row: (segment: Int64, row: Row)?) -> String? {
      row.map { ListMark(segment: $0.segment, key: $0.row[0], value: value($0.row)).text }
    }
    return ListStretch(
      rows: try rows.map { try reader.summary($0.row) }, first: first, before: isBefore ? cursor(rows.first) : nil,
      after: isAfter ? cursor(rows.last) : nil)
  }

  /// What a row has in the ordering's column, which the row of a list shows too.
  private func value(_ row: Row) -> DatabaseValue {
    switch ordering.column {
    case "a.time": row[7]
    case "a.title": row[2]
    default: .null
    }
  }

  /// At most `limit` rows from a mark on, in one direction, and whether there are more.
  private func rows(
    from mark: ListMark?, limit: Int, isForward: Bool
  ) throws -> (rows: [(segment: Int64, row: Row)], isMore: Bool) {
    var segments = isForward ? ordering.segments[...] : ordering.segments.reversed()[...]
    if let mark { segments = segments.drop { $0.number != mark.segment } }
    var rows: [(segment: Int64, row: Row)] = []
    for segment in segments {
      var conditions = segment.conditions
      if let mark, mark.segment == segment.number {
        add(mark, isForward == ordering.isDescending ? "<" : ">", to: &conditions)
      }
      let room = limit == Int.max ? -1 : limit + 1 - rows.count
      rows += try Row.fetchAll(
        db,
        sql: """
          SELECT \(BriefingRows.summaryColumns) FROM article a JOIN source s ON s.id = a.source
          WHERE \(conditions.sql) ORDER BY \(ordering.terms(isForward: isForward)) LIMIT ?
          """, arguments: StatementArguments(conditions.arguments + [room.databaseValue])
      ).map { (segment.number, $0) }
      if limit != Int.max, rows.count > limit { return (Array(rows.prefix(limit)), true) }
    }
    return (rows, false)
  }

  private func add(_ mark: ListMark, _ sign: String, to conditions: inout Conditions) {
    conditions.add("\(ordering.columns) \(sign) (?, ?)", [mark.value, mark.key])
  }

  /// The mark of the row of a number; of the last row where there are fewer.
  func mark(at number: Int) throws -> ListMark? {
    var rest = number
    var last: ListMark?
    for segment in ordering.segments {
      func mark(_ offset: Int, isForward: Bool) throws -> ListMark? {
        try Row.fetchOne(
          db,
          sql: """
            SELECT a.key, \(ordering.column) FROM article a WHERE \(segment.conditions.sql)
            ORDER BY \(ordering.terms(isForward: isForward)) LIMIT 1 OFFSET ?
            """, arguments: StatementArguments(segment.conditions.arguments + [offset.databaseValue])
        ).map { ListMark(segment: segment.number, key: $0[0], value: $0[1]) }
      }
      if let found = try mark(rest, isForward: true) { return found }
      rest -= try count(segment.conditions)
      last = try mark(0, isForward: false) ?? last
    }
    return last
  }

  /// The number of an article in the list; `nil` where it is not in it.
  func number(of id: BriefingID) throws -> Int? {
    var before = 0
    for segment in ordering.segments {
      var own = segment.conditions
      own.add("a.id = ?", [id.text])
      let row = try Row.fetchOne(
        db, sql: "SELECT a.key, \(ordering.column) FROM article a WHERE \(own.sql)",
        arguments: StatementArguments(own.arguments))
      guard let row else {
        before += try count(segment.conditions)
        continue
      }
      var earlier = segment.conditions
      add(
        ListMark(segment: segment.number, key: row[0], value: row[1]), ordering.isDescending ? ">" : "<", to: &earlier)
      return before + (try count(earlier))
    }
    return nil
  }

  private func count(_ conditions: Conditions) throws -> Int {
    try Int.fetchOne(
      db, sql: "SELECT count(*) FROM article a WHERE \(conditions.sql)",
      arguments: StatementArguments(conditions.arguments)) ?? 0
  }
}

extension BriefingFilter {
  /// The newest of every story.
  fileprivate static var leads: BriefingFilter {
    var filter = BriefingFilter()
    filter.parts = [.leads]
    return filter
  }
}
