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

extension LayoutUnits {
  /// The cells of some units, as one line.
  ///
  /// - Parameters:
  ///   - shown: The units, in logical order.
  ///   - width: The columns there are; 0 for any number. A unit wider than that is shown as one U+FFFD.
  ///   - offset: Added to each cell's source.
  /// - Complexity: O(*n*).
  func cells(_ shown: Range<Int>, width: Int, offset: Int, order: CellOrder) -> [Cell] {
    var cells: [Cell] = []
    guard order == .visual else {
      for index in shown { append(index, to: &cells, width: width, offset: offset) }
      return cells
    }
    // L1: blanks at the line's end take the paragraph's level.
    var content = shown.upperBound
    while content > shown.lowerBound, units[content - 1].isBlank { content -= 1 }
    var runs: [BidiLevelRun] = []
    for index in shown {
      let level = index < content ? units[index].level : units[index].baseLevel
      if let last = runs.indices.last, runs[last].level == level {
        runs[last].end = index + 1
      } else {
        runs.append(BidiLevelRun(start: index, end: index + 1, level: level))
      }
    }
    for run in visualOrder(runs) {
      if run.isRightToLeft {
        for index in (run.start..<run.end).reversed() { append(index, to: &cells, width: width, offset: offset) }
      } else {
        for index in run.start..<run.end { append(index, to: &cells, width: width, offset: offset) }
      }
    }
    return cells
  }

  private func append(_ index: Int, to cells: inout [Cell], width: Int, offset: Int) {
    let unit = units[index]
    if width > 0, unit.width > width {
      cells.append(Cell("\u{FFFD}", source: unit.start + offset..<unit.end + offset))
      return
    }
    for place in unit.pieces {
      let piece = pieces[place]
      let source = piece.start + offset..<piece.end + offset
      cells.append(Cell(piece.text.string, width: piece.width, source: source))
      if piece.width == 2 { cells.append(Cell("", width: 0, source: source)) }
    }
  }
}
