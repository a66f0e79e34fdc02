import Briefings
import GRDB
import Search

/// Lists of entities and statements.
///
/// An article's row is read once for all its statements, so a value is made for one reading of the archive.
final class FindingsLists {
  private let db: Database
  private let findings: FindingsRows
  private let briefings: BriefingRows
  /// The articles of the statements read so far, by key.
  private var summaries: [Int64: BriefingSummary] = [:]

  init(_ db: Database) {
    self.db = db
    findings = FindingsRows(db)
    briefings = BriefingRows(db)
  }

  /// Entities of the articles that pass, named in most articles first.
  func entities(_ filter: BriefingFilter, limit: Int) throws -> [EntityRecord] {
    let rows: [Row]
    if filter.isEmpty {
      rows = try Row.fetchAll(
        db,
        sql: """
          SELECT id, canonical, type, english, briefings, mentions FROM entity WHERE briefings > 0
          ORDER BY briefings DESC, mentions DESC, id LIMIT ?
          """, arguments: [limit])
    } else {
      let conditions = FilterConditions.conditions(filter)
      rows = try Row.fetchAll(
        db,
        sql: """
          SELECT e.id, e.canonical, e.type, e.english, count(DISTINCT u.article) AS briefings,
            sum(u.mentions) AS mentions
          FROM article a JOIN article_entity u ON u.article = a.key JOIN entity e ON e.id = u.entity
          WHERE \(conditions.sql) GROUP BY e.id
          ORDER BY briefings DESC, mentions DESC, e.id LIMIT ?
          """, arguments: StatementArguments(conditions.arguments + [limit.databaseValue]))
    }
    return try rows.map { try entity($0) }
  }

  /// Entities one of whose names is exactly that, folded; those whose own name it is come first.
  func entities(named name: String) throws -> [EntityRecord] {
    let folded = Encoding.folded(name)
    return try Row.fetchAll(
      db,
      sql: """
        SELECT id, canonical, type, english, briefings, mentions FROM entity
        WHERE briefings > 0 AND (folded = ? OR english_folded = ? OR id IN (
          SELECT entity FROM form WHERE folded = ? AND mentions > 0))
        ORDER BY folded = ? DESC, briefings DESC, mentions DESC, id
        """, arguments: [folded, folded, folded, folded]
    ).map { try entity($0) }
  }

  /// Entities one of whose names holds words that begin as asked, named in most articles first.
  func entities(matching name: String, limit: Int) throws -> [EntityRecord] {
    let match = FilterConditions.names(name)
    return try Row.fetchAll(
      db,
      sql: """
        SELECT id, canonical, type, english, briefings, mentions FROM entity
        WHERE briefings > 0 AND id IN (\(FilterConditions.entitiesNamed))
        ORDER BY briefings DESC, mentions DESC, id LIMIT ?
        """, arguments: [match, match, max(0, limit)]
    ).map { try entity($0) }
  }

  private func entity(_ row: Row) throws -> EntityRecord {
    EntityRecord(
      id: EntityID(row[0]), canonical: row[1], type: EntityType(rawValue: row[2]) ?? .organization, english: row[3],
      forms: try forms(of: row[0]), briefingCount: row[4], mentionCount: row[5])
  }

  private func forms(of entity: Int64) throws -> [String] {
    let statement = try db.cachedStatement(
      sql: "SELECT form FROM form WHERE entity = ? AND mentions > 0 ORDER BY mentions DESC, id")
    return try String.fetchAll(statement, arguments: [entity])
  }

  /// Statements of the articles that pass, newest article first; with a speaker, only that speaker's.
  func statements(_ filter: BriefingFilter, limit: Int) throws -> [StatementRecord] {
    var rest = filter
    rest.speaker = nil
    var conditions = FilterConditions.conditions(rest)
    if let speaker = filter.speaker {
      conditions.add(
        "t.id IN (\(FilterConditions.selectSpoken("id")))", FilterConditions.speakerArguments(speaker))
    }
    return try records(
      where: conditions.sql, order: "a.time DESC, a.key DESC, t.field, t.first, t.id LIMIT ?",
      StatementArguments(conditions.arguments + [limit.databaseValue]))
  }

  /// The statements of one article, in text order.
  func statements(of id: BriefingID) throws -> [StatementRecord] {
    try records(where: "a.id = ?", order: "t.field, t.first, t.id", [id.text])
  }

  /// One statement, or `nil`; our own before one that came with the article.
  func statement(_ id: StatementID) throws -> StatementRecord? {
    guard let briefing = id.briefing, let hash = id.text.lastIndex(of: "#") else { return nil }
    let tail = id.text[id.text.index(after: hash)...].split(separator: ":")
    guard tail.count == 2, let field = BriefingField(rawValue: String(tail[0])), let first = Int(tail[1]) else {
      return nil
    }
    return try records(
      where: "a.id = ? AND t.field = ? AND t.first = ?", order: "t.origin, t.id LIMIT 1",
      [briefing.text, field.number, first]
    ).first
  }

  /// The statements with the numbers given, in their order.
  func statements(numbers: [Int64]) throws -> [StatementRecord] { try statements(numbered: numbers).map(\.record) }

  /// The same with their numbers: there may be none of a number.
  ///
  /// - Complexity: O(*n*): all in one run of one SQL statement, as each run costs more than a row.
  func statements(numbered numbers: [Int64]) throws -> [(number: Int64, record: StatementRecord)] {
    guard !numbers.isEmpty else { return [] }
    let find = try db.cachedStatement(
      sql: select(where: "t.id IN (SELECT value FROM json_each(?))", order: "t.id", also: ", t.id"))
    let list = "[" + numbers.map { String($0) }.joined(separator: ",") + "]"
    var found: [Int64: StatementRecord] = [:]
    let rows = try Row.fetchCursor(find, arguments: [list])
    while let row = try rows.next() {
      found[row[FindingsRows.statementColumnCount + BriefingRows.summaryColumnCount]] = try record(row)
    }
    return numbers.compactMap { number in found[number].map { (number, $0) } }
  }

  private func records(
    where condition: String, order: String, _ arguments: StatementArguments
  ) throws -> [StatementRecord] {
    var found: [StatementRecord] = []
    let rows = try Row.fetchCursor(db, sql: select(where: condition, order: order), arguments: arguments)
    while let row = try rows.next() { found.append(try record(row)) }
    return found
  }

  private func select(where condition: String, order: String, also more: String = "") -> String {
    """
    SELECT \(FindingsRows.statementColumns), \(BriefingRows.summaryColumns)\(more)
    FROM article a JOIN source s ON s.id = a.source JOIN \(FindingsRows.statementTables)
    WHERE t.article = a.key AND \(condition) ORDER BY \(order)
    """
  }

  private func record(_ row: Row) throws -> StatementRecord {
    let key: Int64 = row[FindingsRows.statementColumnCount]
    let briefing = try summaries[key] ?? briefings.summary(row, at: FindingsRows.statementColumnCount)
    summaries[key] = briefing
    let statement = try findings.statement(row)
    return StatementRecord(
      id: StatementID(briefing: briefing.id, place: statement.place), briefing: briefing, statement: statement,
      signature: FindingsRows.signature(row))
  }
}
