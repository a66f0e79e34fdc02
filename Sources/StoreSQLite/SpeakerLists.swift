import Briefings
import GRDB
import Store

/// The statements of one speaker, or about one entity.
///
/// Article keys order by day (`Schema`), so the indexes on speaker and article give a speaker's statements by day without
/// sorting, and the months without reading a statement.
struct SpeakerLists {
  private let db: Database
  /// The speaker's name in each spelling.
  private let names: [Int64]
  /// Which statements are meant: those of the entity, or, where none is called so, those of a source that is no entity.
  private let column: String

  init(_ db: Database, _ speaker: String) throws {
    self.db = db
    let find = try db.cachedStatement(sql: "SELECT id FROM name WHERE folded = ? ORDER BY id")
    let names = try Int64.fetchAll(find, arguments: [Encoding.folded(speaker)])
    let entity = try db.cachedStatement(sql: "SELECT 1 FROM statement WHERE speaker_entity = ? LIMIT 1")
    let isEntity = try names.contains { try Int64.fetchOne(entity, arguments: [$0]) != nil }
    column = isEntity ? "speaker_entity = ?" : "speaker = ? AND speaker_entity IS NULL"
    self.names = names
  }

  /// The statements that are meant for an entity or are about it.
  init(_ db: Database, about entity: String) throws {
    self.db = db
    let find = try db.cachedStatement(sql: "SELECT id FROM name WHERE folded = ? ORDER BY id")
    names = try Int64.fetchAll(find, arguments: [Encoding.folded(entity)])
    column = "target_entity = ?"
  }

  /// A statement's number and its article's.
  private struct Row {
    let article: Int64
    let statement: Int64
  }

  /// One page, newest first; the cursor names the last row of the page before.
  func page(limit: Int, after: Store.Cursor?) throws -> Page<StatementRecord> {
    guard limit > 0 else { return Page(rows: [], next: after) }
    var before = (article: Int64.max, statement: Int64.max)
    if let after {
      let parts = after.text.split(separator: ":").compactMap { Int64($0) }
      guard parts.count == 2 else {
        throw StoreError.failed(
          doing: "listing a speaker's statements", reason: "'\(after.text)' is no position of this archive")
      }
      before = (parts[0], parts[1])
    }
    let most = limit == Int.max ? limit : limit + 1
    var found: [Row] = []
    let find = try db.cachedStatement(
      sql: """
        SELECT article, id FROM statement WHERE \(column) AND (article, id) < (?, ?)
        ORDER BY article DESC, id DESC LIMIT ?
        """)
    for name in names {
      found += try GRDB.Row.fetchAll(
        find, arguments: [name, before.article, before.statement, most == Int.max ? -1 : most]
      ).map { Row(article: $0[0], statement: $0[1]) }
    }
    found.sort { ($0.article, $0.statement) > ($1.article, $1.statement) }
    let shown = found.prefix(limit)
    let next = found.count > limit ? shown.last.map { Store.Cursor("\($0.article):\($0.statement)") } : nil
    return Page(rows: try FindingsLists(db).statements(numbers: shown.map(\.statement)), next: next)
  }

  /// The months of all statements.
  func months() throws -> TimelineMonths {
    var days: [Int64: Int] = [:]
    let count = try db.cachedStatement(
      sql: "SELECT article >> 22, count(*) FROM statement WHERE \(column) GROUP BY article >> 22")
    for name in names {
      let rows = try GRDB.Row.fetchCursor(count, arguments: [name])
      while let row = try rows.next() { days[row[0], default: 0] += row[1] as Int }
    }
    return TimelineMonths(days: days.map { (day: Encoding.day(ofKey: $0.key << 22), count: $0.value) })
  }
}
