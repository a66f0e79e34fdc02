/// Things that are listed one below the other, each in as many lines as it takes: which ones are in sight.
struct ItemLines {
  let model: Model
  let count: Int
  let choice: PageChoice
  let width: Int
  let item: (Int) -> PageItem

  /// The lines of one thing, with its heading where it is the first one shown or under another heading than the one
  /// before.
  private func lines(ofItem index: Int, isFirst: Bool) -> [TextLine] {
    let item = item(index)
    var found: [TextLine] = []
    if let heading = item.heading, isFirst || self.item(index - 1).heading?.text != heading.text {
      found += Reader.lines(of: heading, width: width, model: model)
    }
    for row in item.rows { found += Reader.lines(of: row, width: width, item: index, model: model) }
    return found
  }

  /// The lines in sight.
  func lines(from first: Int, room: Int) -> [TextLine] {
    var found: [TextLine] = []
    for index in first..<count where found.count < room { found += lines(ofItem: index, isFirst: index == first) }
    return Array(found.prefix(room))
  }

  /// The rows from one thing to another, or more than `room`.
  private func height(_ range: ClosedRange<Int>, room: Int) -> Int {
    var height = 0
    for index in range where height <= room { height += lines(ofItem: index, isFirst: index == range.lowerBound).count }
    return height
  }

  /// The first thing shown: the old one where the chosen one is then in sight, else the nearest from which it is; none
  /// later than is needed to fill the screen.
  func first(room: Int) -> Int {
    let selected = max(0, min(choice.selected, count - 1))
    let old = max(0, min(choice.first, selected))
    var first = selected
    while first > old, height(first - 1...selected, room: room) <= room { first -= 1 }
    let last = count - 1
    while first > 0, last - first <= room, height(first - 1...last, room: room) <= room { first -= 1 }
    return first
  }
}
