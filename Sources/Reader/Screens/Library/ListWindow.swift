import Briefings
import Search

/// The rows that are there of a list: those around what is shown, whatever the list's length.
///
/// Stretches come at either end; those furthest away go again, since their neighbours' cursors bring them back.
public struct ListWindow: Hashable, Sendable {
  /// The stretches, one behind the other.
  private(set) var stretches: [ListStretch] = []
  /// The number of the first row in the list.
  private(set) var first = 0

  /// The most stretches kept.
  static let limit = 6

  /// Creates an empty window.
  public init() {}

  /// The numbers of the rows.
  public var indices: Range<Int> { first..<first + stretches.reduce(0) { $0 + $1.rows.count } }

  /// Whether there are no rows.
  public var isEmpty: Bool { indices.isEmpty }

  /// The cursor for the rows before; `nil` where the list begins.
  var before: String? { stretches.first?.before }

  /// The cursor for the rows behind; `nil` where the list ends.
  var after: String? { stretches.last?.after }

  /// The row of a number in the list, where it is there.
  ///
  /// - Complexity: O(1).
  public subscript(index: Int) -> BriefingSummary? {
    var rest = index - first
    guard rest >= 0 else { return nil }
    for stretch in stretches {
      if rest < stretch.rows.count { return stretch.rows[rest] }
      rest -= stretch.rows.count
    }
    return nil
  }

  /// The rows, in order.
  var rows: [BriefingSummary] { stretches.flatMap(\.rows) }

  /// The number of a briefing's row.
  func index(of id: BriefingID?) -> Int? {
    guard let id else { return nil }
    var index = first
    for stretch in stretches {
      if let offset = stretch.rows.firstIndex(where: { $0.id == id }) { return index + offset }
      index += stretch.rows.count
    }
    return nil
  }

  /// Takes one stretch in place of all.
  mutating func replace(with stretch: ListStretch, first: Int) {
    stretches = [stretch]
    self.first = max(0, first)
  }

  /// Puts rows behind those that are there.
  mutating func append(_ stretch: ListStretch) {
    if stretch.rows.isEmpty {
      if let last = stretches.indices.last { stretches[last].after = nil }
      return
    }
    stretches.append(stretch)
    while stretches.count > Self.limit { first += stretches.removeFirst().rows.count }
  }

  /// Puts rows before those that are there. Answers by how much all numbers are greater than they were taken for, which
  /// shows where the list begins.
  mutating func prepend(_ stretch: ListStretch) -> Int {
    if stretch.rows.isEmpty {
      if !stretches.isEmpty { stretches[0].before = nil }
    } else {
      stretches.insert(stretch, at: 0)
      first -= stretch.rows.count
      while stretches.count > Self.limit { stretches.removeLast() }
    }
    let isBeginning = stretches.first?.before == nil
    guard isBeginning ? first != 0 : first < 1 else { return 0 }
    let shift = (isBeginning ? 0 : 1) - first
    first += shift
    return shift
  }

  /// Changes rows.
  mutating func change(_ change: (inout BriefingSummary) -> Void) {
    for stretch in stretches.indices {
      for row in stretches[stretch].rows.indices { change(&stretches[stretch].rows[row]) }
    }
  }

  /// Takes rows away; answers how many stood before the row of a number.
  mutating func remove(_ ids: Set<BriefingID>, countingBefore index: Int) -> (all: Int, before: Int) {
    var (all, before, number) = (0, 0, first)
    for stretch in stretches.indices {
      var kept: [BriefingSummary] = []
      for row in stretches[stretch].rows {
        if ids.contains(row.id) {
          all += 1
          if number < index { before += 1 }
        } else {
          kept.append(row)
        }
        number += 1
      }
      stretches[stretch].rows = kept
    }
    return (all, before)
  }

  /// The window with only the stretch of a row, to be kept aside.
  func trimmed(around index: Int) -> ListWindow {
    var window = self
    var start = first
    for stretch in stretches {
      let end = start + stretch.rows.count
      if (start..<end).contains(index) {
        (window.stretches, window.first) = ([stretch], start)
        return window
      }
      start = end
    }
    return window
  }
}
