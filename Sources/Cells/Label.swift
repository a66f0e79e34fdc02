/// The direction a text would be laid out in.
///
/// - Returns: `leftToRight` or `rightToLeft`.
/// - Complexity: O(*n*).
public func baseDirection(of text: String, options: LayoutOptions = LayoutOptions()) -> BaseDirection {
  var buffer = LayoutBuffer()
  buffer.prepare(text, options: options)
  return buffer.baseDirection
}

/// A text on one line of limited width.
///
/// - Parameters:
///   - text: In logical order; line ends in it are shown as blanks.
///   - width: The columns there are.
///   - options: How it is laid out.
///   - ellipsis: Stands for what had no room: at the right end, or at the left end of a text from right to left. It
///     must take no more than a few columns; where even it has no room, the text is cut without it.
///   - isPadded: Whether blanks are added up to the full width: at the right, or at the left of a text from right to
///     left.
/// - Returns: At most `width` columns of cells, from left to right; cells of the ellipsis and of padding have no source.
/// - Complexity: O(*n*).
public func labelCells(
  _ text: String, width: Int, options: LayoutOptions = LayoutOptions(), ellipsis: String = "\u{2026}",
  isPadded: Bool = false
) -> [Cell] {
  guard width > 0 else { return [] }
  var buffer = LayoutBuffer()
  buffer.prepare(text, options: options, isOneLine: true)
  let isRightToLeft = buffer.baseDirection == .rightToLeft && options.order == .visual
  var cells: [Cell]
  if buffer.columns <= width {
    cells = buffer.cells(columns: width, width: width)
  } else {
    var mark: [Cell] = []
    for cell in ParagraphLayout(ellipsis, width: 0, options: options).lines[0].cells {
      mark.append(Cell(cell.text, width: cell.width))
    }
    if mark.count > width { mark = [] }
    cells = buffer.cells(columns: width - mark.count, width: width)
    cells = isRightToLeft ? mark + cells : cells + mark
  }
  guard isPadded, cells.count < width else { return cells }
  let padding = [Cell](repeating: .blank, count: width - cells.count)
  return isRightToLeft ? padding + cells : cells + padding
}

extension LayoutBuffer {
  /// The columns that all cells take.
  var columns: Int {
    if plain.count > 0 { return plain.count }
    if isSimple { return cells.count }
    var columns = 0
    for place in 0..<cells.count { columns += cells.base[place].width }
    return columns
  }

  /// As many whole units of the text's beginning as have room in some columns, as one line.
  ///
  /// - Parameter width: A unit wider than this is shown as one U+FFFD.
  mutating func cells(columns: Int, width: Int) -> [Cell] {
    var end = 0
    var used = 0
    while end < cells.count {
      var next = end
      repeat {
        used += cells.base[next].width
        next += 1
      } while next < cells.count && !cells.base[next].beginsUnit
      if used > columns { break }
      end = next
    }
    var found: [Cell] = []
    var run = 0
    let cut = LineCut(first: 0, end: end, shownEnd: end, isSoft: false, isCutShort: end < cells.count)
    emit(cut, width: width, &run) { found = $0.cells() }
    return found
  }
}
