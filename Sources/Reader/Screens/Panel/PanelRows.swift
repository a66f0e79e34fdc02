/// One thing of the panel: some rows that are chosen together, or words that cannot be chosen.
struct PanelItem {
  /// Its rows, made only for what is in sight: an article may have thousands of things.
  let rows: () -> [TextRow]
  let isChoosable: Bool

  /// A thing that can be chosen.
  init(rows: @escaping () -> [TextRow]) { (self.rows, isChoosable) = (rows, true) }

  /// Words that cannot be chosen.
  init(_ rows: TextRow...) { (self.rows, isChoosable) = ({ rows }, false) }
}

/// The rows of a tab of the panel, one thing below the other; laid out where they are looked at.
struct PanelRows {
  /// A row: of which thing, and which of its rows.
  struct Place: Hashable, Comparable {
    var item = 0
    var row = 0

    static func < (a: Place, b: Place) -> Bool { (a.item, a.row) < (b.item, b.row) }
  }

  private let items: [PanelItem]
  private let model: Model
  private let width: Int
  private let room: Int
  /// The numbers among what can be chosen, and the rows made so far.
  private var numbers: [Int?] = []
  private var made: [Int: [TextLine]] = [:]

  init(_ items: [PanelItem], model: Model, width: Int, room: Int) {
    (self.items, self.model, self.width, self.room) = (items, model, width, room)
    var count = 0
    for item in items {
      numbers.append(item.isChoosable ? count : nil)
      if item.isChoosable { count += 1 }
    }
  }

  /// The same rows where there is another room for them.
  init(_ other: PanelRows, room: Int) {
    self.init(other.items, model: other.model, width: other.width, room: room)
  }

  /// The rows of one thing; there is one at least.
  private mutating func rows(of item: Int) -> [TextLine] {
    if let rows = made[item] { return rows }
    let rows = items[item].rows().flatMap { lines(of: $0, width: width, item: numbers[item], model: model) }
    made[item] = rows
    return rows
  }

  /// The rows from a place on, as many as there is room for.
  mutating func shown(from top: Place) -> [TextLine] {
    var shown: [TextLine] = []
    for item in min(top.item, items.count)..<items.count where shown.count < room {
      shown += item == top.item ? Array(rows(of: item).dropFirst(top.row)) : rows(of: item)
    }
    return Array(shown.prefix(room))
  }

  /// The first row shown: `old` where what is chosen is then in sight, else the nearest one from which it is, with the
  /// words above it that belong to it; no later than is needed to fill the panel.
  mutating func top(from old: Place, chosen: Int) -> Place {
    guard !items.isEmpty else { return Place() }
    var top = min(old, Place(item: items.count - 1, row: rows(of: items.count - 1).count - 1))
    if top.row > 0 { top.row = min(top.row, rows(of: top.item).count - 1) }
    if let item = numbers.firstIndex(of: chosen) {
      let first = Place(item: item)
      var (begin, height) = (first, rows(of: item).count)
      while begin > Place(), height < room, let above = place(above: begin, by: 1), numbers[above.item] == nil {
        (begin, height) = (above, height + 1)
      }
      let earliest = place(above: Place(item: item, row: rows(of: item).count - 1), by: room - 1) ?? Place()
      top = max(min(top, begin), min(first, earliest))
    }
    let last = place(above: Place(item: items.count), by: room) ?? Place()
    return min(top, last)
  }

  /// The place some rows above another; `nil` where there are not so many.
  private mutating func place(above place: Place, by count: Int) -> Place? {
    var (item, row) = (place.item, place.row - count)
    while row < 0 {
      guard item > 0 else { return nil }
      item -= 1
      row += rows(of: item).count
    }
    return Place(item: item, row: row)
  }
}
