import Cells

extension Model {
  /// Takes pasted text into the line being typed, as one line without controls; elsewhere it is no input.
  mutating func paste(_ text: String) -> [Effect] {
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(2000) {
      switch scalar {
      case "\n", "\r", "\t": if line.last != " " { line.append(" ") }
      default: if scalar.properties.generalCategory != .control { line.append(scalar) }
      }
    }
    func insert(into text: inout String, behind: Int) {
      text.insert(contentsOf: String(line), at: text.index(text.endIndex, offsetBy: -min(behind, text.count)))
    }
    if var typed = prompt {
      insert(into: &typed.text, behind: typed.behind)
      prompt = typed
      return findInArticle()
    }
    if var typed = renaming {
      insert(into: &typed.text, behind: typed.behind)
      renaming = typed
      return []
    }
    if var typed = entry {
      insert(into: &typed.text, behind: typed.behind)
      entry = typed
      return entryChanged()
    }
    if var typed = palette {
      insert(into: &typed.text, behind: typed.behind)
      typed.selected = 0
      palette = typed
      return []
    }
    guard helpTop == nil, focus == .list, var typed = search, typed.isTyping else { return [] }
    insert(into: &typed.text, behind: typed.behind)
    search = typed
    return runSearch()
  }

  /// What the mouse does: the wheel moves what is under it, a click chooses, a double click opens a row or selects a word,
  /// and what is dragged is a border or the end of a selection.
  mutating func take(_ event: MouseEvent) -> [Effect] {
    switch event.action {
    case .drag: return drag(to: event.position)
    case .release:
      endDrag()
      return []
    case .click, .doubleClick, .wheelUp, .wheelDown: break
    }
    let step = event.action == .wheelDown ? 1 : -1
    let isWheel = event.action == .wheelUp || event.action == .wheelDown
    if helpTop != nil {
      if isWheel { moveHelp(by: step * 3) }
      return []
    }
    let position = event.position
    let panes = panes
    if !isWheel { dragged = nil }
    if !isWheel, !isPrompting, takeHold(ofBorderAt: position) { return [] }
    guard
      let pane = panes.panes.first(where: {
        panes.rect(of: $0)?.contains(column: position.column, row: position.row) == true
      }), let rect = panes.rect(of: pane)
    else { return [] }
    if isWheel {
      switch pane {
      case .article: return scrollArticle(by: step * 3)
      // What is being typed belongs to the article that is shown.
      case .list where !isPrompting: return search == nil ? moveInList(by: step) : moveInHits(by: step)
      case .panel where !isPrompting: return moveInPanel(by: step)
      case .page where !isPrompting: return moveInPage(by: step)
      default: return []
      }
    }
    guard !isPrompting else { return [] }
    notice = nil
    focus = pane
    layOutArticle()
    let row = position.row - rect.row - 1
    guard row >= 0 else { return [] }
    let isDouble = event.action == .doubleClick
    switch pane {
    case .list: return search == nil ? clickList(row, isDouble) : clickHits(row, isDouble)
    case .panel:
      // The second click of two is on what the first one has chosen, wherever that is now.
      if isDouble { return openPanelChoice() }
      return panelItem(atRow: position.row).map { moveInPanel(by: $0 - panel.chosen) } ?? []
    case .article:
      takeHold(ofTextAt: position, isDouble: isDouble)
      return []
    case .page: return clickPage(row: position.row, isDouble: isDouble)
    }
  }

  private mutating func clickList(_ row: Int, _ isDouble: Bool) -> [Effect] {
    let index = library.top + row / listRowHeight(columns: panes.list?.size.columns ?? 0)
    guard library[index] != nil || library.heading(index) != nil else { return [] }
    let effects = chooseRow(index)
    return isDouble ? effects + openSelected() : effects
  }

  private mutating func clickHits(_ row: Int, _ isDouble: Bool) -> [Effect] {
    guard row > 0 else {
      search?.isTyping = true
      return []
    }
    guard let rect = panes.list, let state = search else { return [] }
    let body = searchBody(self, in: rect)
    let line = row + rect.belowBar.row - body.row
    guard line >= 0 else { return [] }
    search?.isTyping = false
    var effects: [Effect] = []
    if state.kind == .articles, state.narrowing == nil {
      let index = state.top + line / SearchState.rowsPerHit
      guard state.results?.hits.indices.contains(index) == true else { return [] }
      effects = moveInHits(by: index - state.selected)
    } else {
      let (lines, _, chosen) = searchItemLines(self, state, in: body)
      guard lines.indices.contains(line), let item = lines[line].item else { return [] }
      effects = moveInHits(by: item - chosen)
    }
    return isDouble ? effects + openHit() : effects
  }
}
