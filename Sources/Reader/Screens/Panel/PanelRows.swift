/// One of what a tab of the panel lists.
enum PanelItem {
  /// What can be chosen, by its number among such.
  case thing(Int)
  /// Words that cannot be chosen.
  case words([TextRow])

  /// The number of what can be chosen.
  var number: Int? { if case .thing(let number) = self { number } else { nil } }
}

/// What a tab of the panel lists.
struct PanelList {
  var items: [PanelItem]
  /// The rows of a thing, by its number; made only for what is in sight: an article may have thousands of things.
  var rows: (Int) -> [TextRow]

  /// Items as they are.
  init(items: [PanelItem], rows: @escaping (Int) -> [TextRow] = { _ in [] }) { (self.items, self.rows) = (items, rows) }

  /// Things, with words before and behind them.
  init(_ before: [PanelItem] = [], count: Int, _ after: [PanelItem] = [], rows: @escaping (Int) -> [TextRow]) {
    self.init(items: before + (0..<count).map { .thing($0) } + after, rows: rows)
  }
}

/// The rows of a tab of the panel, one thing below the other; laid out where they are looked at.
struct PanelRows {
  /// A row: of which thing, and which of its rows.
  struct Place: Hashable, Comparable {
    var item = 0
    var row = 0

    static func < (a: Place, b: Place) -> Bool { (a.item, a.row) < (b.item, b.row) }
  }

  private let list: PanelList
  private let model: Model
  private let width: Int
  private let room: Int
  /// The rows made so far, by item.
  private var made: [Int: [TextLine]] = [:]

  init(_ list: PanelList, model: Model, width: Int, room: Int) {
    (self.list, self.model, self.width, self.room) = (list, model, width, room)
  }

  private var items: [PanelItem] { list.items }

  /// The same rows where there is another room for them.
  init(_ other: PanelRows, room: Int) {
    self.init(other.list, model: other.model, width: other.width, room: room)
  }

  /// The rows of one thing; there is one at least.
  private mutating func rows(of item: Int) -> [TextLine] {
    if let rows = made[item] { return rows }
    let texts: [TextRow]
    switch items[item] {
    case .thing(let number): texts = list.rows(number)
    case .words(let words): texts = words
    }
    let rows = texts.flatMap { lines(of: $0, width: width, item: items[item].number, model: model) }
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
    if let item = items.firstIndex(where: { $0.number == chosen }) {
      let first = Place(item: item)
      var (begin, height) = (first, rows(of: item).count)
      while begin > Place(), height < room, let above = place(above: begin, by: 1), items[above.item].number == nil {
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
