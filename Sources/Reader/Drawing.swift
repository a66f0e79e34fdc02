import Cells

/// Puts cells into a row at the side where their text begins: right for right-to-left text, else left.
func place(_ cells: [Cell], isRightToLeft: Bool, row: Int, in rect: Rect, over frame: inout Frame) {
  let column = isRightToLeft ? rect.columns.upperBound - cells.count : rect.column
  frame.put(cells, column: column, row: row, clip: rect)
}

/// Draws one line of words across a rectangle's whole row, cut with … where they do not fit, aligned to the side where
/// the panes' reading begins. The words run as the panes do, unless `base` says otherwise.
func label(
  _ text: String, base: BaseDirection? = nil, style: Style, isCutAtWord: Bool = false, model: Model, row: Int,
  in rect: Rect, over frame: inout Frame
) {
  guard rect.rows.contains(row) else { return }
  frame.fill(Rect(column: rect.column, row: row, columns: rect.size.columns, rows: 1), with: .blank(style))
  var options = paneOptions(model)
  if let base { options.base = base }
  let cut = isCutAtWord ? cutAtWord(text, width: rect.size.columns, options: options) : text
  let cells = labelCells(cut, width: rect.size.columns, options: options).map { cell in
    var cell = cell
    cell.style = style
    return cell
  }
  place(cells, isRightToLeft: model.isRightToLeft, row: row, in: rect, over: &frame)
}

/// A text that has room in some columns: where it has not, its whole words that do, and …; where not even half of the
/// room is filled so, the text as it is.
private func cutAtWord(_ text: String, width: Int, options: LayoutOptions) -> String {
  let bytes = Array(text.utf8)
  let shown = labelCells(text, width: width, options: options).compactMap { $0.source?.upperBound }.max() ?? 0
  guard shown < bytes.count, bytes[shown] != UInt8(ascii: " ") else { return text }
  guard let blank = bytes[..<shown].lastIndex(of: UInt8(ascii: " ")), blank * 2 >= shown else { return text }
  // Nothing is joined any more to what is left out.
  var kept = String(decoding: bytes[..<blank], as: UTF8.self).unicodeScalars
  while let last = kept.last, [" ", "\u{B7}", "\u{200E}", "\u{200F}"].contains(last) { kept.removeLast() }
  return String(kept) + "…"
}

/// Parts of a line with dots between them, in the order of the panes whatever letters they begin and end with.
func joined(_ parts: [String], isRightToLeft: Bool) -> String {
  parts.filter { !$0.isEmpty }.joined(separator: isRightToLeft ? " \u{200F}·\u{200F} " : " \u{200E}·\u{200E} ")
}

/// Draws words in as many rows as they take, from the top of a rectangle.
func wrappedLines(_ text: String, style: Style, model: Model, in rect: Rect, over frame: inout Frame) {
  guard rect.size.columns > 0 else { return }
  let layout = ParagraphLayout(text, width: rect.size.columns, options: model.options.layout)
  for (offset, line) in layout.lines.enumerated() where offset < rect.size.rows {
    let cells = line.cells.map { cell in
      var cell = cell
      cell.style = style
      return cell
    }
    place(cells, isRightToLeft: line.isRightToLeft, row: rect.row + offset, in: rect, over: &frame)
  }
}

/// Draws the bar of a pane: its heading where reading begins, behind a sign in the pane that keys go to, and a short
/// remark at the other end. The heading runs as the panes do, unless `base` says otherwise.
func paneBar(
  _ heading: String, base: BaseDirection? = nil, trailing: String = "", isActive: Bool, model: Model, in rect: Rect,
  over frame: inout Frame
) {
  let style = model.options.theme[isActive ? .activeBar : .bar]
  let rest = trailing.isEmpty ? 0 : trailing.count + 2
  let isRight = model.isRightToLeft
  let bar = Rect(column: rect.column, row: rect.row, columns: rect.size.columns, rows: 1)
  frame.fill(bar, with: .blank(style))
  if isActive {
    let sign = Cell(isRight ? "◂" : "▸", style: style)
    frame.put([sign], column: isRight ? bar.columns.upperBound - 1 : bar.column, row: rect.row, clip: bar)
  }
  let main = Rect(
    column: isRight ? rect.column + rest : rect.column + 2, row: rect.row, columns: rect.size.columns - rest - 2,
    rows: 1)
  label(heading, base: base, style: style, model: model, row: rect.row, in: main, over: &frame)
  guard rest > 0 else { return }
  let cells = labelCells(trailing, width: rest, options: model.options.layout).map {
    Cell($0.text, style: style, width: $0.width)
  }
  frame.put(
    cells, column: isRight ? rect.column + 1 : rect.columns.upperBound - cells.count - 1, row: rect.row, clip: bar)
}

/// Draws a line being typed, with the cursor behind its last letter or on the one that the next letter goes before;
/// where there is no room for all of it, the part around the cursor.
///
/// - Parameters:
///   - behind: The letters behind the cursor.
///   - problem: The bytes of it that are wrong.
func inputLine(
  _ sign: String, _ text: String, behind: Int, isTyping: Bool, problem: Range<Int>? = nil, model: Model, row: Int,
  in rect: Rect, over frame: inout Frame
) {
  let theme = model.options.theme
  let bar = Rect(column: rect.column, row: row, columns: rect.size.columns, rows: 1)
  frame.fill(bar, with: .blank(theme[.text]))
  let room = max(1, rect.size.columns - sign.count - 1)
  let layout = ParagraphLayout(text, width: 0, options: model.options.layout)
  guard let line = layout.lines.first, !line.cells.isEmpty else {
    let column = model.isRightToLeft ? rect.columns.upperBound - 1 - sign.count : rect.column + sign.count
    signCells(sign, theme: theme, isRight: model.isRightToLeft, row: row, in: bar, over: &frame)
    if isTyping { frame.cursor = Frame.Position(column: column, row: row) }
    return
  }
  let isRight = line.isRightToLeft && !model.options.isPlain
  let byte = text[..<text.index(text.endIndex, offsetBy: -min(behind, text.count))].utf8.count
  let end = isRight ? -1 : line.cells.count
  let target = line.cells.firstIndex { $0.source?.contains(byte) == true && $0.width > 0 } ?? end
  var start = max(0, min(target - room / 2, line.cells.count - room))
  // The end of the text stays in sight while it grows.
  if line.cells.count > room, target == end { start = isRight ? 0 : line.cells.count - room }
  let cells = line.cells[start..<min(line.cells.count, start + room)].map { cell in
    guard let problem, cell.source?.overlaps(problem) == true else { return cell }
    var cell = cell
    cell.style = cell.style.overlaid(with: theme[.error])
    return cell
  }
  signCells(sign, theme: theme, isRight: isRight, row: row, in: bar, over: &frame)
  let column = isRight ? rect.columns.upperBound - sign.count - cells.count : rect.column + sign.count
  frame.put(cells, column: column, row: row, clip: Rect(column: column, row: row, columns: cells.count, rows: 1))
  if isTyping { frame.cursor = Frame.Position(column: max(rect.column, column + target - start), row: row) }
}

private func signCells(_ sign: String, theme: Theme, isRight: Bool, row: Int, in bar: Rect, over frame: inout Frame) {
  let cells = sign.map { Cell(String($0), style: theme[.cue]) }
  place(isRight ? cells.reversed() : cells, isRightToLeft: isRight, row: row, in: bar, over: &frame)
}

/// The layout options for words of the panes themselves: the panes' own direction.
private func paneOptions(_ model: Model) -> LayoutOptions {
  var options = model.options.layout
  options.base = model.isRightToLeft ? .rightToLeft : .leftToRight
  return options
}
