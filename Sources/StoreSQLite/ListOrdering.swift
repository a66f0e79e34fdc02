import GRDB
import Search

/// An order of articles as SQL has it: segments one behind the other, each ordered by columns that an index holds.
///
/// So rows are found from a place in both directions without sorting and without counting those before; only the order
/// by title has no index and sorts.
struct ListOrdering {
  /// A part of the list.
  struct Segment {
    /// What cursors call it.
    let number: Int64
    /// Which articles it holds.
    let conditions: Conditions
  }

  /// The segments, in the order of the list.
  let segments: [Segment]
  /// What orders the articles of a segment before their keys do: a column of `article a`.
  let column: String
  /// Whether the greatest comes first.
  let isDescending: Bool

  /// The order of the articles that pass some conditions.
  init(_ order: ListOrder, _ conditions: Conditions, _ db: Database) throws {
    func segment(_ number: Int64, _ condition: String? = nil, _ values: [Int64] = []) -> Segment {
      var all = conditions
      if let condition { all.add(condition, values) }
      return Segment(number: number, conditions: all)
    }
    switch order {
    case .newest: (segments, column, isDescending) = ([segment(0)], "a.time", true)
    case .oldest: (segments, column, isDescending) = ([segment(0)], "a.time", false)
    case .title: (segments, column, isDescending) = ([segment(0)], "a.title", false)
    case .unread:
      segments = [segment(0, "a.is_read = 0"), segment(1, "a.is_read = 1")]
      (column, isDescending) = ("a.time", true)
    case .source:
      let sources = try Int64.fetchAll(
        db,
        sql: """
          SELECT id FROM source WHERE id IN (SELECT DISTINCT a.source FROM article a WHERE \(conditions.sql))
          ORDER BY folded, id
          """, arguments: StatementArguments(conditions.arguments))
      segments = sources.map { segment($0, "a.source = ?", [$0]) }
      (column, isDescending) = ("a.time", true)
    }
  }

  /// What articles of a segment are compared by.
  var columns: String { "(\(column), a.key)" }

  /// The terms of ORDER BY for one direction.
  func terms(isForward: Bool) -> String {
    let direction = isDescending == isForward ? "DESC" : "ASC"
    return "\(column) \(direction), a.key \(direction)"
  }
}

/// A row's place in an ordering: what a cursor says.
struct ListMark {
  /// Its segment's number.
  let segment: Int64
  /// Its key.
  let key: Int64
  /// Its value in the ordering's column.
  let value: DatabaseValue

  init(segment: Int64, key: Int64, value: DatabaseValue) {
    (self.segment, self.key, self.value) = (segment, key, value)
  }

  /// Reads a cursor; `nil` where it is none.
  init?(_ text: String) {
    let parts = text.split(separator: ":", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 4, let segment = Int64(parts[0]), let key = Int64(parts[1]) else { return nil }
    switch parts[2] {
    case "n":
      guard let number = Int64(parts[3]) else { return nil }
      self.init(segment: segment, key: key, value: number.databaseValue)
    case "t": self.init(segment: segment, key: key, value: String(parts[3]).databaseValue)
    default: self.init(segment: segment, key: key, value: .null)
    }
  }

  /// The cursor.
  var text: String {
    switch value.storage {
    case .int64(let number): "\(segment):\(key):n:\(number)"
    case .string(let text): "\(segment):\(key):t:\(text)"
    default: "\(segment):\(key):-:"
    }
  }
}
