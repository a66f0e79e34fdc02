import Cells

/// Draws the last row: a prompt while one is open, else a notice, else what keys do here.
func statusBarView(_ model: Model, row: Int, over frame: inout Frame) {
  let theme = model.options.theme
  let bar = Rect(column: 0, row: row, columns: frame.size.columns, rows: 1)
  if let prompt = model.prompt {
    let found = model.article.map { article in
      prompt.text.isEmpty
        ? ""
        : article.pendingSearch != nil
          ? model.wording.searching
          : article.matches.isEmpty
            ? model.wording.noMatch : "\((article.currentMatch ?? 0) + 1)/\(article.matches.count)"
    }
    promptView("/ ", prompt.text, behind: prompt.behind, note: found ?? "", model: model, in: bar, over: &frame)
    return
  }
  if let renaming = model.renaming {
    promptView(
      renaming.place == nil ? "R " : "= ", renaming.text, behind: renaming.behind, note: model.wording.newName,
      model: model, in: bar, over: &frame)
    return
  }
  if let entry = model.entry {
    entryView(model, entry, in: bar, over: &frame)
    return
  }
  if let palette = model.palette {
    let count = model.paletteCommands.count
    let note = count == 0 ? model.wording.noMatch : "\(palette.selected + 1)/\(count)"
    promptView(": ", palette.text, behind: palette.behind, note: note, model: model, in: bar, over: &frame)
    return
  }
  if let notice = model.notice {
    // The reader's own words run as its language does, at whichever side reading begins.
    label(
      " \(notice.text) ", base: model.options.language.isRightToLeft ? .rightToLeft : .leftToRight,
      style: theme[notice.isError ? .error : .bar], model: model, row: row,
      in: bar, over: &frame)
    return
  }
  frame.fill(bar, with: .blank(theme[.bar]))
  var column = model.isRightToLeft ? bar.size.columns - 1 : 1
  var room = bar.size.columns
  if let words = model.workUnderWay {
    let cells = wordCells(words, style: theme[.bar], model)
    frame.put(cells, column: model.isRightToLeft ? 1 : room - cells.count - 1, row: row, clip: bar)
    room -= cells.count + 2
  }
  for (key, words) in fitting(hints(model), columns: room) {
    let name = key.map { Cell(String($0), style: theme[.hintKey]) }
    let meaning = wordCells(words, style: theme[.bar], model)
    let isRight = model.isInterfaceRightToLeft
    let cells = isRight ? meaning + [.blank(theme[.bar])] + name : name + [.blank(theme[.bar])] + meaning
    let width = cells.count
    frame.put(cells, column: model.isRightToLeft ? column - width : column, row: row, clip: bar)
    column += model.isRightToLeft ? -(width + 2) : width + 2
  }
}

/// A tag or a filter being typed.
private func entryView(_ model: Model, _ entry: Entry, in bar: Rect, over frame: inout Frame) {
  let sign: String
  var note: String
  switch entry.kind {
  case .tag(let ids, let isAdded):
    sign = isAdded ? "+ " : "- "
    note = model.wording.tagNote(isAdded: isAdded, count: ids.count)
  case .filter:
    sign = "& "
    note = entry.text.isEmpty ? model.wording.filterNote : ""
  case .saveSearch:
    sign = "= "
    note = model.wording.searchName
  case .export:
    sign = "> "
    note = model.wording.fileName
  case .note(let target):
    sign = "* "
    if case .statement = target { note = model.wording.noteOnStatement } else { note = model.wording.noteOnArticle }
  }
  if let problem = entry.problem { note = problem }
  // The line being typed has half of the room at least.
  let most = bar.size.columns / 2
  if note.count > most { note = String(note.prefix(most - 1)) + "…" }
  promptView(sign, entry.text, behind: entry.behind, note: note, model: model, in: bar, over: &frame)
}

/// A line being typed, with the key that began it at the begin and a note at the end.
private func promptView(
  _ sign: String, _ text: String, behind: Int, note: String, model: Model, in bar: Rect, over frame: inout Frame
) {
  let isRight = model.isRightToLeft
  let note = wordCells(note, style: model.options.theme[.dim], model)
  let main = Rect(
    column: isRight ? note.count + 1 : 0, row: bar.row, columns: bar.size.columns - note.count - 1, rows: 1)
  inputLine(sign, text, behind: behind, isTyping: true, model: model, row: bar.row, in: main, over: &frame)
  frame.put(note, column: isRight ? 0 : bar.size.columns - note.count, row: bar.row, clip: bar)
}

/// Words as cells, in the order in which they are shown.
private func wordCells(_ words: String, style: Style, _ model: Model) -> [Cell] {
  let cells = ParagraphLayout(words, width: 0, options: model.options.layout).lines.first?.cells ?? []
  return cells.map { Cell($0.text, style: style, width: $0.width) }
}

/// One hint: a key, what it does, and whether it must not be left out.
private typealias Hint = (key: String, words: String, isNeeded: Bool)

/// The hints that there is room for; the way to the help and out of what is open before all others.
private func fitting(_ hints: [Hint], columns: Int) -> [(key: String, words: String)] {
  func width(_ hint: Hint) -> Int { hint.key.count + 1 + hint.words.count + 2 }
  var room = columns - hints.filter(\.isNeeded).reduce(0) { $0 + width($1) }
  var shown: [(String, String)] = []
  for hint in hints {
    if !hint.isNeeded {
      guard width(hint) <= room else { continue }
      room -= width(hint)
    }
    shown.append((hint.key, hint.words))
  }
  return shown
}

/// The keys and words of the hint line.
private func hints(_ model: Model) -> [Hint] {
  let (wording, keymap) = (model.wording, model.options.keymap)
  if model.menu != nil {
    var hints: [Hint] = [
      (keymap.label(of: .open), wording.hint(.open), true), (keymap.label(of: .leave), wording.close, true),
    ]
    if case .links = model.menu?.kind { hints.append((keymap.label(of: .copy), wording.copy, false)) }
    return hints
  }
  if model.helpTop != nil {
    let keys = "\(keymap.label(of: .down)) \(keymap.label(of: .up))"
    return [(keys, wording.scroll, true), (keymap.label(of: .leave), wording.close, true)]
  }
  if model.search?.isTyping == true, model.focus == .list {
    return [("Enter", wording.toTheHits, false), ("Up Down", wording.choose, false), ("Esc", wording.close, true)]
  }
  return keymap.hints(in: model.focus).compactMap { binding in
    // Where nothing is left behind there is no way back to show.
    if binding.action == .back, model.trail.depth == 0 { return nil }
    let isNeeded = binding.action == .help || binding.action == .leave
    return binding.keys.first.map { ($0.label, wording.hint(binding.action), isNeeded) }
  }
}

extension Model {
  /// What takes long, in words.
  fileprivate var workUnderWay: String? {
    if isWorking { return wording.working }
    return exported.flatMap {
      $0.total == 0 ? nil : options.digits.written(wording.exportProgress($0.done, of: $0.total))
    }
  }

  /// Whether an answer that is awaited takes long.
  var isWorking: Bool {
    guard let slowRequest else { return false }
    let awaited = [
      library.request, library.groupRequest, library.storyRequest, search?.request, search?.narrowingRequest,
      panel.request, panel.pendingArticle?.request, article?.pendingSearch?.request,
      page?.content.progress.request,
    ]
    return awaited.contains(slowRequest)
  }
}
