import Cells

/// The lines of the help, drawn from the keymap so that it cannot drift from what keys do.
func helpLines(_ keymap: Keymap) -> [(keys: String, text: String)] {
  var lines: [(String, String)] = []
  for group in keymap.groups {
    if !lines.isEmpty { lines.append(("", "")) }
    lines.append(("", group.title))
    for binding in group.bindings {
      lines.append((binding.keys.map(\.label).joined(separator: "  "), binding.help))
    }
  }
  lines.append(("", ""))
  lines.append(("", "Keys work by their place on Arabic, Persian and Hebrew keyboards too."))
  return lines
}

/// Draws the overlay of all keys over the whole screen, scrolled to `top`.
func helpView(_ model: Model, keymap: Keymap, top: Int, over frame: inout Frame) {
  let theme = model.options.theme
  let all = Rect(column: 0, row: 0, columns: frame.size.columns, rows: frame.size.rows - 1)
  frame.fill(all, with: .blank)
  let lines = helpLines(keymap)
  let keyWidth = 24
  for (row, line) in lines.dropFirst(top).prefix(max(0, all.size.rows)).enumerated() {
    let keyStyle = line.keys.isEmpty ? theme[.heading] : theme[.cue]
    let keys = labelCells(line.keys, width: keyWidth, options: model.options.layout).map { styled($0, keyStyle) }
    frame.put(keys, column: 2, row: row, clip: all)
    let text = labelCells(
      line.text, width: max(0, all.size.columns - (line.keys.isEmpty ? 2 : keyWidth + 3)), options: model.options.layout
    )
    .map { styled($0, line.keys.isEmpty ? theme[.heading] : theme[.text]) }
    frame.put(text, column: line.keys.isEmpty ? 2 : keyWidth + 3, row: row, clip: all)
  }
}

private func styled(_ cell: Cell, _ style: Style) -> Cell { Cell(cell.text, style: style, width: cell.width) }
