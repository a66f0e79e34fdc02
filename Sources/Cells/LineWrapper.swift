/// Cuts units into lines of at most some number of columns.
struct LineWrapper {
  /// A line, by the places of its units.
  struct Line {
    /// All units of the line, the blanks at its end and what ends it included.
    var units: Range<Int>
    /// Those that are shown.
    var shown: Range<Int>
  }

  private let units: [LayoutUnit]
  private let width: Int
  private(set) var lines: [Line] = []

  /// - Parameter width: The columns of a line; 0 for lines that end only where they must.
  /// - Complexity: O(*n*).
  init(_ units: [LayoutUnit], width: Int) {
    self.units = units
    self.width = width
    wrap()
  }

  private mutating func wrap() {
    var start = 0
    var used = 0
    // The last place in this line where it may end, and the columns before that.
    var breakPlace = 0
    var breakUsed = 0
    var index = 0
    while index < units.count {
      let unit = units[index]
      if unit.kind == .lineEnd {
        end(start..<index + 1, isSoft: false)
        start = index + 1
        breakPlace = start
        used = 0
        breakUsed = 0
        index += 1
        continue
      }
      if unit.mayBreakBefore, index > start {
        breakPlace = index
        breakUsed = used
      }
      if width > 0, !unit.mayHang, used + unit.width > width, index > start {
        // A word longer than the line ends where the line does.
        if breakPlace <= start {
          breakPlace = index
          breakUsed = used
        }
        end(start..<breakPlace, isSoft: true)
        start = breakPlace
        used -= breakUsed
        breakUsed = 0
        // What has moved to the new line may still be too long with this unit: look at it again.
        continue
      }
      used += unit.width
      index += 1
    }
    if start < units.count || lines.isEmpty { end(start..<units.count, isSoft: false) }
  }

  private mutating func end(_ line: Range<Int>, isSoft: Bool) {
    var last = line.upperBound
    if last > line.lowerBound, units[last - 1].kind == .lineEnd { last -= 1 }
    if isSoft {
      while last > line.lowerBound, units[last - 1].mayHang { last -= 1 }
    } else if width > 0 {
      // Blanks at a paragraph's end are shown as far as there is room.
      var used = units[line.lowerBound..<last].reduce(0) { $0 + $1.width }
      while used > width, last > line.lowerBound, units[last - 1].mayHang {
        last -= 1
        used -= units[last].width
      }
    }
    lines.append(Line(units: line, shown: line.lowerBound..<last))
  }
}
