import UnicodeText

/// One line of a laid out paragraph.
public struct VisualLine: Hashable, Sendable {
  /// The cells, from left to right, without padding. In logical order, if the layout was asked for that.
  public let cells: [Cell]
  /// The bytes of the line, blanks and line ends that are not shown included: the sources of a paragraph's lines follow
  /// each other without gaps.
  public let source: Range<Int>
  /// Whether the line's paragraph runs from right to left: it then begins at the right edge.
  public let isRightToLeft: Bool

  /// The columns that are read from right to left, from the left; none in a line in logical order.
  public let rightToLeftColumns: [Range<Int>]

  /// The columns that the cells take.
  public var columns: Int { cells.count }

  /// The columns that show a part of `range`, from left to right, neighbours taken together: text of two directions
  /// can stand in several places.
  ///
  /// - Parameter range: Bytes, counted as in `source`.
  /// - Complexity: O(*columns*).
  public func columns(of range: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for (column, cell) in cells.enumerated() {
      guard let source = cell.source, source.overlaps(range) else { continue }
      if let last = found.last, last.upperBound == column {
        found[found.count - 1] = last.lowerBound..<column + 1
      } else {
        found.append(column..<column + 1)
      }
    }
    return found
  }
}

extension VisualLine {
  /// Makes a line of cells with texts.
  ///
  /// - Parameter offset: Added to all sources.
  init(_ line: borrowing LaidLine, offset: Int) {
    cells = line.cells(offset: offset)
    source = line.source.lowerBound + offset..<line.source.upperBound + offset
    isRightToLeft = line.isRightToLeft
    rightToLeftColumns = line.rightToLeftColumns
  }
}

extension LaidLine {
  /// The columns that are read from right to left.
  var rightToLeftColumns: [Range<Int>] {
    var found: [Range<Int>] = []
    guard isVisual else { return found }
    var column = 0
    while column < count {
      let start = column
      let isOdd = base[start].level & 1 == 1
      while column < count, (base[column].level & 1 == 1) == isOdd { column += 1 }
      if isOdd { found.append(start..<column) }
    }
    return found
  }

  /// The cells with texts.
  ///
  /// - Parameter offset: Added to all sources.
  func cells(offset: Int = 0) -> [Cell] {
    var cells: [Cell] = []
    cells.reserveCapacity(count)
    for column in 0..<count {
      let cell = self[column]
      let source = Int(cell.start) + offset..<Int(cell.end) + offset
      cells.append(
        Cell(text(in: column), style: cell.look == 0 ? .plain : cell.style, width: cell.width, source: source))
    }
    return cells
  }
}
