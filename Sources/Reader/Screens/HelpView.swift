import Cells

/// The lines of the help, drawn from the keymap so that it cannot drift from what keys do.
func helpLines(_ wording: Wording) -> [(keys: String, text: String)] {
  var lines: [(String, String)] = []
  for group in wording.keymap.groups {
    if !lines.isEmpty { lines.append(("", "")) }
    lines.append(("", wording.title(group.kind)))
    for binding in group.bindings {
      // What has no key is a command by its name.
      let keys = binding.keys.map(\.label).joined(separator: "  ")
      let name = ":" + binding.action.name
      lines.append((keys.isEmpty ? name : keys, wording.help(binding.action)))
    }
  }
  lines.append(("", ""))
  lines.append(("", wording.helpOnTyping))
  lines.append(("", wording.helpOnKeyboards))
  lines.append(("", wording.helpOnMouse))
  return lines
}

/// One row of the help: keys, or none, and a line of what they do.
struct HelpRow {
  var keys: [Cell]
  var text: [Cell]
}

/// The rows of the help on a screen of some width: what has no room on one row takes more.
func helpRows(_ wording: Wording, options: ReaderOptions, columns: Int) -> [HelpRow] {
  let lines = helpLines(wording)
  let theme = options.theme
  let keyWidth = helpKeyWidth(lines, columns: columns)
  var rows: [HelpRow] = []
  for line in lines {
    let isHeading = line.keys.isEmpty
    let keys = labelCells(line.keys, width: keyWidth, options: options.layout).map { styled($0, theme[.cue]) }
    let width = max(1, columns - 3 - (isHeading ? 0 : keyWidth + 2))
    for (index, part) in ParagraphLayout(line.text, width: width, options: options.layout).lines.enumerated() {
      let text = part.cells.map { styled($0, theme[isHeading ? .heading : .text]) }
      rows.append(HelpRow(keys: index == 0 ? keys : [], text: text))
    }
  }
  return rows
}

/// The columns of the keys: what the longest ones take, but no more than half of the screen.
private func helpKeyWidth(_ lines: [(keys: String, text: String)], columns: Int) -> Int {
  min(lines.map(\.keys.count).max() ?? 0, max(1, columns / 2))
}

/// Draws the overlay of all keys over the whole screen, scrolled to `top`.
func helpView(_ model: Model, top: Int, over frame: inout Frame) {
  let all = Rect(column: 0, row: 0, columns: frame.size.columns, rows: frame.size.rows - 1)
  frame.fill(all, with: .blank)
  let keyWidth = helpKeyWidth(helpLines(model.wording), columns: frame.size.columns)
  var isHeading = true
  let rows = helpRows(model.wording, options: model.options, columns: frame.size.columns)
  for (index, line) in rows.enumerated() {
    if !line.keys.isEmpty { isHeading = false }
    if line.text.isEmpty { isHeading = true }
    guard all.rows.contains(index - top) else { continue }
    let (keys, text) = (2, isHeading ? 2 : keyWidth + 4)
    let isRight = model.isInterfaceRightToLeft
    frame.put(
      line.keys, column: isRight ? all.size.columns - keys - line.keys.count : keys, row: index - top, clip: all)
    frame.put(
      line.text, column: isRight ? all.size.columns - text - line.text.count : text, row: index - top, clip: all)
  }
}

private func styled(_ cell: Cell, _ style: Style) -> Cell { Cell(cell.text, style: style, width: cell.width) }
