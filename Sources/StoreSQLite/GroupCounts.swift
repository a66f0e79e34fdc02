import Briefings
import GRDB
import Search

/// Counts the articles of a list by what they have in common.
///
/// All are counted from indexes, without reading the articles; what was never opened is what is left of them without what
/// was opened, or the other way round, whichever is less.
struct GroupCounts {
  private let db: Database
  private let conditions: Conditions

  init(_ db: Database, _ filter: BriefingFilter) {
    self.db = db
    conditions = FilterConditions.conditions(filter)
  }

  func groups(by grouping: ListGrouping, limit: Int) throws -> [ListGroup] {
    switch grouping {
    case .none, .story: return []
    case .source: return try sources(limit)
    case .date: return try days(limit)
    case .tag: return try tags(limit)
    case .entity: return try entities(limit)
    }
  }

  private var isAll: Bool { conditions.parts.isEmpty }

  private func sources(_ limit: Int) throws -> [ListGroup] {
    let counts = try counted("a.source")
    let names = try Row.fetchAll(db, sql: "SELECT id, name, folded FROM source")
    return names.compactMap { row -> (group: ListGroup, name: String)? in
      let id: Int64 = row[0]
      guard let (count, unread) = counts[id] else { return nil }
      return (ListGroup(part: .source(row[1]), count: count, unreadCount: unread), row[2])
    }.sorted { ($1.group.count, $0.name) < ($0.group.count, $1.name) }.prefix(max(0, limit)).map(\.group)
  }

  private func days(_ limit: Int) throws -> [ListGroup] {
    // The index on what was opened holds keys too, whose upper bits are days.
    let counts = try counted("a.key >> 22", from: isAll ? "article a INDEXED BY article_by_reading" : "article a")
    return counts.sorted { $0.key > $1.key }.prefix(max(0, limit)).map { day, found in
      ListGroup(part: .date(Encoding.day(ofKey: day << 22)), count: found.count, unreadCount: found.unread)
    }
  }

  private func tags(_ limit: Int) throws -> [ListGroup] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT min(t.tag), count(DISTINCT t.article) AS n, count(DISTINCT CASE WHEN a.is_read = 0 THEN t.article END)
        FROM article_tag t JOIN article a ON a.key = t.article
        WHERE t.by_user < 2 AND \(conditions.sql) GROUP BY t.folded ORDER BY n DESC, t.folded LIMIT ?
        """, arguments: StatementArguments(conditions.arguments + [max(0, limit).databaseValue]))
    return rows.map { ListGroup(part: .tag($0[0]), count: $0[1], unreadCount: $0[2]) }
  }

  private func entities(_ limit: Int) throws -> [ListGroup] {
    guard isAll else {
      return try Row.fetchAll(
        db,
        sql: """
          SELECT e.type, e.canonical, count(DISTINCT a.key) AS n, count(DISTINCT CASE WHEN a.is_read = 0 THEN a.key END)
          FROM article a JOIN article_entity u ON u.article = a.key JOIN entity e ON e.id = u.entity
          WHERE \(conditions.sql) GROUP BY e.id ORDER BY n DESC, e.folded, e.id LIMIT ?
          """, arguments: StatementArguments(conditions.arguments + [max(0, limit).databaseValue])
      ).map { group(type: $0[0], name: $0[1], count: $0[2], unread: $0[3]) }
    }
    let isRead = try isReadLess()
    let fewer = try Row.fetchAll(
      db,
      sql: """
        SELECT u.entity, count(DISTINCT u.article) FROM article a INDEXED BY article_by_reading
        CROSS JOIN article_entity u ON u.article = a.key WHERE a.is_read = ? GROUP BY u.entity
        """, arguments: [isRead])
    let counts = Dictionary(fewer.map { ($0[0] as Int64, $0[1] as Int) }) { $1 }
    return try Row.fetchAll(
      db,
      sql: """
        SELECT id, type, canonical, briefings FROM entity WHERE briefings > 0
        ORDER BY briefings DESC, folded, id LIMIT ?
        """, arguments: [max(0, limit)]
    ).map { row in
      let (count, few): (Int, Int) = (row[3], counts[row[0]] ?? 0)
      return group(type: row[1], name: row[2], count: count, unread: isRead ? count - few : few)
    }
  }

  private func group(type: String, name: String, count: Int, unread: Int) -> ListGroup {
    let entity = EntityName(EntityType(rawValue: type) ?? .organization, name)
    return ListGroup(part: .entity(entity), count: count, unreadCount: unread)
  }

  /// How many articles there are of each value of an expression, and how many of them were never opened.
  private func counted(
    _ value: String, from table: String = "article a"
  ) throws -> [Int64: (count: Int, unread: Int)] {
    var counts: [Int64: (count: Int, unread: Int)] = [:]
    guard isAll, table == "article a" else {
      let rows = try Row.fetchCursor(
        db, sql: "SELECT \(value), a.is_read, count(*) FROM \(table) WHERE \(conditions.sql) GROUP BY 1, 2",
        arguments: StatementArguments(conditions.arguments))
      while let row = try rows.next() {
        let (isRead, count): (Bool, Int) = (row[1], row[2])
        counts[row[0], default: (0, 0)].count += count
        if !isRead { counts[row[0], default: (0, 0)].unread += count }
      }
      return counts
    }
    let isRead = try isReadLess()
    let all = try Row.fetchAll(db, sql: "SELECT \(value), count(*) FROM article a GROUP BY 1")
    for row in all { counts[row[0]] = (row[1], isRead ? row[1] : 0) }
    let fewer = try Row.fetchAll(
      db, sql: "SELECT \(value), count(*) FROM article a WHERE a.is_read = ? GROUP BY 1", arguments: [isRead])
    for row in fewer {
      let count: Int = row[1]
      counts[row[0], default: (0, 0)].unread += isRead ? -count : count
    }
    return counts
  }

  /// Whether fewer articles were opened than were not.
  private func isReadLess() throws -> Bool {
    let read = try Int.fetchOne(db, sql: "SELECT count(*) FROM article WHERE is_read = 1") ?? 0
    return try ArticleLists(db).total() > 2 * read
  }
}
