import Cells

/// Words on one line or more, as panes and pages list them.
struct TextRow {
  var text: String
  var style: Style
  /// The most lines it takes; the last one is cut with … where more follows.
  var limit = 1
  /// Whether it runs as its own letters do, not as the panes.
  var isQuoted = false
  /// The direction of a text that is not the panes' own; of a quoted one, where its letters alone do not tell.
  var base: BaseDirection?
  /// Whether they are the reader's own words: they run as its language does, at whichever side reading begins.
  var isOwn = false
  /// Parts of it that look otherwise, by bytes.
  var marks: [(range: Range<Int>, style: Style)] = []
}

/// One line of words on the screen.
struct TextLine {
  var cells: [Cell]
  var isRightToLeft: Bool
  /// The number of the thing it belongs to, or `nil` for words that cannot be chosen.
  var item: Int?
}

/// The lines of words at a width.
func lines(of row: TextRow, width: Int, item: Int? = nil, model: Model) -> [TextLine] {
  var options = model.options.layout
  if row.isOwn {
    options.base = model.options.language.isRightToLeft ? .rightToLeft : .leftToRight
  } else if !row.isQuoted, let base = row.base {
    options.base = base
  } else if !row.isQuoted {
    options.base = model.isRightToLeft ? .rightToLeft : .leftToRight
  } else if let base = row.base, options.base == .auto {
    options.base = base
  }
  let layout = ParagraphLayout(row.text, width: width, options: options)
  var lines = layout.lines.prefix(row.limit).map {
    TextLine(
      cells: styled($0.cells, row), isRightToLeft: row.isOwn ? model.isRightToLeft : $0.isRightToLeft, item: item)
  }
  guard layout.lines.count > row.limit, let last = layout.lines.prefix(row.limit).last else { return lines }
  options.base = layout.baseDirection
  let start = last.source.lowerBound
  let rest = String(decoding: Array(row.text.utf8)[start...], as: UTF8.self)
  lines[lines.count - 1].cells = styled(labelCells(rest, width: width, options: options), row, from: start)
  return lines
}

/// Cells in the style of their row, without what they show, so that no pane takes them for an article's.
private func styled(_ cells: [Cell], _ row: TextRow, from start: Int = 0) -> [Cell] {
  cells.map { cell in
    var style = row.style
    if !row.marks.isEmpty, let source = cell.source {
      let shown = source.lowerBound + start..<source.upperBound + start
      for mark in row.marks where mark.range.overlaps(shown) { style = style.overlaid(with: mark.style) }
    }
    return Cell(cell.text, style: style, width: cell.width)
  }
}

/// Draws lines from the top of a rectangle, the chosen one marked at the side where reading begins.
///
/// - Parameter chosen: The number of the thing that is chosen, if any.
func draw(
  _ lines: some Sequence<TextLine>, chosen: Int?, isActive: Bool, model: Model, in body: Rect, over frame: inout Frame
) {
  let theme = model.options.theme
  let isRight = model.isRightToLeft
  let inner = Rect(
    column: isRight ? body.column : body.column + 1, row: body.row, columns: max(0, body.size.columns - 1),
    rows: body.size.rows)
  for (offset, line) in lines.prefix(body.size.rows).enumerated() {
    let row = body.row + offset
    var cells = line.cells
    if let item = line.item, item == chosen {
      // The chosen thing is marked at its side too, so that it shows without colour.
      let mark = Cell(isRight ? "▐" : "▌", style: theme[isActive ? .cue : .dim])
      frame.put([mark], column: isRight ? body.columns.upperBound - 1 : body.column, row: row, clip: body)
      if isActive {
        for index in cells.indices { cells[index].style = cells[index].style.overlaid(with: theme[.inactiveSelection]) }
      }
    }
    place(cells, isRightToLeft: line.isRightToLeft, row: row, in: inner, over: &frame)
  }
}
