/// A place between two characters on the screen.
public struct Caret: Hashable, Sendable {
  /// The line, from 0.
  public let line: Int
  /// The column whose left edge it stands on; the line's number of columns at its right end.
  public let column: Int
  /// The place in the text, in bytes counted as in the lines' sources.
  public let byte: Int
  /// Whether the cluster that it stands at is read from right to left.
  public let isRightToLeft: Bool

  /// Creates a caret.
  public init(line: Int, column: Int, byte: Int, isRightToLeft: Bool) {
    self.line = line
    self.column = column
    self.byte = byte
    self.isRightToLeft = isRightToLeft
  }
}

/// Cells that show the same bytes and stand together: what a caret stands before or behind.
struct CellGroup {
  let columns: Range<Int>
  let source: Range<Int>
  let isRightToLeft: Bool

  /// The edge where reading it begins.
  var leading: Int { isRightToLeft ? columns.upperBound : columns.lowerBound }
  /// The edge where reading it ends.
  var trailing: Int { isRightToLeft ? columns.lowerBound : columns.upperBound }
}

extension VisualLine {
  /// The groups from left to right.
  ///
  /// - Complexity: O(*columns*).
  var groups: [CellGroup] {
    var groups: [CellGroup] = []
    var run = 0
    var column = 0
    while column < cells.count {
      guard let source = cells[column].source else {
        column += 1
        continue
      }
      var end = column + 1
      while end < cells.count, cells[end].source == source { end += 1 }
      while run < rightToLeftColumns.count, rightToLeftColumns[run].upperBound <= column { run += 1 }
      let isInside = run < rightToLeftColumns.count && rightToLeftColumns[run].contains(column)
      groups.append(CellGroup(columns: column..<end, source: source, isRightToLeft: isInside))
      column = end
    }
    return groups
  }

  /// The bytes that a column shows, or `nil` where there is no text.
  ///
  /// - Complexity: O(1).
  public func source(at column: Int) -> Range<Int>? { cells.indices.contains(column) ? cells[column].source : nil }
}

extension ParagraphLayout {
  /// Where a caret at a place in the text is shown: once, or twice where two directions meet.
  ///
  /// - Parameter byte: Counted as in the lines' sources; a place inside a cluster counts as its beginning.
  /// - Returns: First where the text before it ends, then where the text behind it begins; one caret where both are the
  ///   same, and at the line's edge where nothing is shown.
  /// - Complexity: O(log *n*) in the lines, O(*m*) in a line's cells.
  public func carets(at byte: Int) -> [Caret] {
    let number = line(containing: byte)
    let line = lines[number]
    let groups = line.groups
    var found: [Caret] = []
    if let before = groups.first(where: { $0.source.upperBound == byte }) {
      found.append(Caret(line: number, column: before.trailing, byte: byte, isRightToLeft: before.isRightToLeft))
    }
    if let at = groups.first(where: { $0.source.contains(byte) }) {
      let caret = Caret(
        line: number, column: at.leading, byte: at.source.lowerBound, isRightToLeft: at.isRightToLeft)
      if found.first?.column != caret.column { found.append(caret) }
    }
    if found.isEmpty {
      // Blanks that are not shown, or an empty line: where the line's text ends, or begins.
      let isEnd = groups.contains { $0.source.upperBound <= byte }
      let column = isEnd == line.isRightToLeft ? 0 : line.columns
      found.append(Caret(line: number, column: column, byte: byte, isRightToLeft: line.isRightToLeft))
    }
    return found
  }

  /// The caret at the edge nearest to the left of a column: where a click on it sets the cursor.
  ///
  /// - Parameters:
  ///   - column: Columns outside the line count as the nearest one.
  ///   - number: A line's number; others count as the nearest one.
  /// - Complexity: O(*m*) in the line's cells.
  public func caret(atColumn column: Int, line number: Int) -> Caret {
    let number = min(max(0, number), lines.count - 1)
    let line = lines[number]
    let groups = line.groups
    guard let last = groups.last else {
      return Caret(line: number, column: 0, byte: line.source.lowerBound, isRightToLeft: line.isRightToLeft)
    }
    if let group = groups.first(where: { column < $0.columns.upperBound }) { return leftEdge(group, number) }
    return rightEdge(last, number)
  }

  /// The caret one cluster to the left or right on the screen, or `nil` at the line's edge.
  ///
  /// - Parameters:
  ///   - caret: A caret of this layout.
  ///   - toRight: Whether to the right.
  /// - Complexity: O(*m*) in the line's cells.
  public func caret(visuallyNextTo caret: Caret, toRight: Bool) -> Caret? {
    guard lines.indices.contains(caret.line) else { return nil }
    let groups = lines[caret.line].groups
    if toRight {
      return groups.first { $0.columns.upperBound > caret.column }.map { rightEdge($0, caret.line) }
    }
    return groups.last { $0.columns.lowerBound < caret.column }.map { leftEdge($0, caret.line) }
  }

  /// The beginning of the next cluster that is shown, or the text's end; `nil` there.
  ///
  /// - Complexity: O(log *n*) in the lines, O(*m*) in a line's cells.
  public func cluster(after byte: Int) -> Int? {
    let end = lines[lines.count - 1].source.upperBound
    guard byte < end else { return nil }
    var number = line(containing: byte)
    while number < lines.count {
      let next = lines[number].cells.compactMap { $0.source?.lowerBound }.filter { $0 > byte }.min()
      if let next { return next }
      number += 1
    }
    return end
  }

  /// The beginning of the cluster before a place, or the text's beginning; `nil` there.
  ///
  /// - Complexity: O(log *n*) in the lines, O(*m*) in a line's cells.
  public func cluster(before byte: Int) -> Int? {
    let start = lines[0].source.lowerBound
    guard byte > start else { return nil }
    var number = line(containing: byte)
    while number >= 0 {
      let previous = lines[number].cells.compactMap { $0.source?.lowerBound }.filter { $0 < byte }.max()
      if let previous { return previous }
      number -= 1
    }
    return start
  }

  private func leftEdge(_ group: CellGroup, _ line: Int) -> Caret {
    let byte = group.isRightToLeft ? group.source.upperBound : group.source.lowerBound
    return Caret(line: line, column: group.columns.lowerBound, byte: byte, isRightToLeft: group.isRightToLeft)
  }

  private func rightEdge(_ group: CellGroup, _ line: Int) -> Caret {
    let byte = group.isRightToLeft ? group.source.lowerBound : group.source.upperBound
    return Caret(line: line, column: group.columns.upperBound, byte: byte, isRightToLeft: group.isRightToLeft)
  }
}
