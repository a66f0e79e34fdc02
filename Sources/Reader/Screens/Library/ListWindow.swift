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

  /// The rows that stand below another one, as reprints do: which one. They were put there and belong to no stretch that
  /// came.
  private var leads: [BriefingID: BriefingID] = [:]

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
    let old = self
    stretches = [stretch]
    self.first = max(0, first)
    leads = [:]
    // What was unfolded stays so.
    guard !old.leads.isEmpty else { return }
    for (id, rows) in Dictionary(grouping: old.rows, by: { old.leads[$0.id] }) {
      if let id { _ = unfold(id, rows) }
    }
  }

  /// How many rows stand below others.
  var belowCount: Int { leads.count }

  /// The row that one stands below; `nil` for one that stands by itself.
  func lead(of id: BriefingID) -> BriefingID? { leads[id] }

  /// Whether rows stand below one.
  func isUnfolded(_ id: BriefingID) -> Bool { leads.values.contains(id) }

  /// Puts rows below one. Answers how many.
  mutating func unfold(_ id: BriefingID, _ rows: [BriefingSummary]) -> Int {
    fold(id)
    let own = rows.filter { $0.id != id && index(of: $0.id) == nil }
    for stretch in stretches.indices {
      guard let offset = stretches[stretch].rows.firstIndex(where: { $0.id == id }) else { continue }
      stretches[stretch].rows.insert(contentsOf: own, at: offset + 1)
      for row in own { leads[row.id] = id }
      return own.count
    }
    return 0
  }

  /// Takes away the rows below one.
  mutating func fold(_ id: BriefingID) { forget { $0 == id } }

  /// Takes away all rows below others.
  mutating func foldAll() { forget { _ in true } }

  private mutating func forget(_ isMeant: (BriefingID) -> Bool) {
    let gone = Set(leads.filter { isMeant($0.value) }.keys)
    guard !gone.isEmpty else { return }
    for id in gone { leads[id] = nil }
    for stretch in stretches.indices { stretches[stretch].rows.removeAll { gone.contains($0.id) } }
  }

  /// Forgets rows below others that are there no more. Answers how many these were.
  private mutating func forgetBelow(_ stretch: ListStretch) -> Int {
    guard !leads.isEmpty else { return 0 }
    return stretch.rows.count { leads.removeValue(forKey: $0.id) != nil }
  }

  /// Puts rows behind those that are there. Answers by how much the numbers of rows are greater than before: less, where
  /// rows go that stood below others.
  mutating func append(_ stretch: ListStretch) -> Int {
    if stretch.rows.isEmpty {
      if let last = stretches.indices.last { stretches[last].after = nil }
      return 0
    }
    stretches.append(stretch)
    var shift = 0
    while stretches.count > Self.limit {
      let gone = stretches.removeFirst()
      let below = forgetBelow(gone)
      first += gone.rows.count - below
      shift -= below
    }
    return shift
  }

  /// Puts rows before those that are there. Answers by how much all numbers are greater than they were taken for, which
  /// shows where the list begins.
  mutating func prepend(_ stretch: ListStretch) -> Int {
    if stretch.rows.isEmpty {
      if !stretches.isEmpty { stretches[0].before = nil }
    } else {
      stretches.insert(stretch, at: 0)
      first -= stretch.rows.count
      while stretches.count > Self.limit { _ = forgetBelow(stretches.removeLast()) }
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
          // What stands below it stays, by itself.
          leads[row.id] = nil
          for below in leads.filter({ $0.value == row.id }).keys { leads[below] = nil }
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
        let kept = Set(stretch.rows.map(\.id))
        window.leads = leads.filter { kept.contains($0.key) }
        return window
      }
      start = end
    }
    return window
  }
}
