import Cells

/// Draws the last row: a prompt while one is open, else a notice, else what keys do here.
func statusBarView(_ model: Model, keymap: Keymap, row: Int, over frame: inout Frame) {
  let theme = model.options.theme
  let bar = Rect(column: 0, row: row, columns: frame.size.columns, rows: 1)
  if let prompt = model.prompt {
    let found = model.article.map { article in
      prompt.text.isEmpty
        ? "" : article.matches.isEmpty ? "none" : "\((article.currentMatch ?? 0) + 1)/\(article.matches.count)"
    }
    let note = found ?? ""
    let main = Rect(column: 0, row: row, columns: bar.size.columns - note.count - 1, rows: 1)
    inputLine("/ ", prompt.text, isTyping: true, model: model, row: row, in: main, over: &frame)
    frame.put(
      note.map { Cell(String($0), style: theme[.dim]) }, column: bar.size.columns - note.count, row: row, clip: bar)
    return
  }
  if let notice = model.notice {
    label(
      " " + notice.text, style: theme[notice.isError ? .error : .bar], model: model, row: row, in: bar, over: &frame)
    return
  }
  frame.fill(bar, with: .blank(theme[.bar]))
  let hints = hints(model, keymap)
  var column = model.isRightToLeft ? bar.size.columns - 1 : 1
  for (key, words) in hints {
    let width = key.count + 1 + words.count
    if model.isRightToLeft ? column - width < 0 : column + width >= bar.size.columns { break }
    let cells =
      key.map { Cell(String($0), style: theme[.hintKey]) } + " \(words)".map { Cell(String($0), style: theme[.bar]) }
    frame.put(cells, column: model.isRightToLeft ? column - width : column, row: row, clip: bar)
    column += model.isRightToLeft ? -(width + 2) : width + 2
  }
}

/// The keys and words of the hint line.
private func hints(_ model: Model, _ keymap: Keymap) -> [(String, String)] {
  if model.helpTop != nil { return [("j k", "scroll"), ("q", "close")] }
  if model.search?.isTyping == true, model.focus == .list {
    return [("Enter", "to the hits"), ("Up Down", "choose"), ("Esc", "close")]
  }
  return keymap.groups.flatMap(\.bindings).filter { $0.hintPanes.contains(model.focus) }.compactMap { binding in
    binding.keys.first.map { ($0.label, binding.hint) }
  }
}
