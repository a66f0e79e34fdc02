/// The direction a text would be laid out in.
///
/// - Returns: `leftToRight` or `rightToLeft`.
/// - Complexity: O(*n*).
public func baseDirection(of text: String, options: LayoutOptions = LayoutOptions()) -> BaseDirection {
  LayoutUnits(text, options: options).baseLevel & 1 == 1 ? .rightToLeft : .leftToRight
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
  let units = LayoutUnits(text, options: options, isOneLine: true)
  let isRightToLeft = units.baseLevel & 1 == 1 && options.order == .visual
  var cells: [Cell]
  if units.units.reduce(0, { $0 + $1.width }) <= width {
    cells = units.cells(0..<units.units.count, width: width, offset: 0, order: options.order)
  } else {
    var mark: [Cell] = []
    for cell in ParagraphLayout(ellipsis, width: 0, options: options).lines[0].cells {
      mark.append(Cell(cell.text, width: cell.width))
    }
    if mark.count > width { mark = [] }
    var last = 0
    var used = 0
    while last < units.units.count, used + units.units[last].width <= width - mark.count {
      used += units.units[last].width
      last += 1
    }
    cells = units.cells(0..<last, width: width, offset: 0, order: options.order)
    cells = isRightToLeft ? mark + cells : cells + mark
  }
  guard isPadded, cells.count < width else { return cells }
  let padding = [Cell](repeating: .blank, count: width - cells.count)
  return isRightToLeft ? padding + cells : cells + padding
}
