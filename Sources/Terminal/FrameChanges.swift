import Cells

/// The parts of a frame that differ from the one shown before.
enum FrameChanges {
  /// The columns of one row to be sent again, as ranges from left to right.
  ///
  /// A wide character is sent whole when either half changed.
  ///
  /// - Parameter before: The row as it was, or `nil` when all is to be sent.
  /// - Complexity: O(*n*) in the columns.
  static func runs(from before: ArraySlice<Cell>?, to now: ArraySlice<Cell>) -> [Range<Int>] {
    guard let before, before.count == now.count else { return now.isEmpty ? [] : [0..<now.count] }
    var runs: [Range<Int>] = []
    for column in 0..<now.count where look(before, column) != look(now, column) {
      var start = column
      if column > 0, now[now.startIndex + column].width == 0 { start -= 1 }
      if let last = runs.last, last.upperBound >= start {
        runs[runs.count - 1] = last.lowerBound..<column + 1
      } else {
        runs.append(start..<column + 1)
      }
    }
    return runs
  }

  /// What is seen of a cell; which bytes of the text it shows is not.
  private static func look(_ row: ArraySlice<Cell>, _ column: Int) -> Cell {
    var cell = row[row.startIndex + column]
    cell.source = nil
    return cell
  }
}
