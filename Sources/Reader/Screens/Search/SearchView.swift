import Briefings
import Cells
import Search

/// Draws the search of the archive in the list's place: the query, what is to be said of it, then what was found.
func searchView(_ model: Model, _ search: SearchState, in rect: Rect, over frame: inout Frame) {
  let theme = model.options.theme
  paneBar(
    model.wording.heading(search.kind), trailing: remark(search), isActive: model.focus == .list, model: model,
    in: rect,
    over: &frame)
  let line = rect.belowBar
  guard line.size.rows > 0 else { return }
  inputLine(
    "/ ", search.text, behind: search.behind, isTyping: search.isTyping, problem: search.problem?.range, model: model,
    row: line.row, in: line, over: &frame)
  let note = searchNote(model, width: line.size.columns)
  for (offset, words) in note.enumerated() where line.rows.contains(line.row + 1 + offset) {
    place(
      words.cells, isRightToLeft: words.isRightToLeft, row: line.row + 1 + offset, in: line, over: &frame)
  }
  let body = searchBody(model, in: rect)
  if let problem = search.problem {
    wrappedLines(model.wording.problem(problem), style: theme[.error], model: model, in: body, over: &frame)
    return
  }
  if search.narrowing != nil, !search.isTyping {
    return drawItems(model, search, in: body, over: &frame)
  }
  guard let count = search.count else {
    wrappedLines(
      search.request == nil ? model.wording.advice(search.kind) : model.wording.searching, style: theme[.dim],
      model: model, in: body, over: &frame)
    return
  }
  guard count > 0 else {
    let words = search.advice.map { model.wording.meant($0) } ?? model.wording.nothingFound
    wrappedLines(words, style: theme[.dim], model: model, in: body, over: &frame)
    return
  }
  guard search.kind == .articles else { return drawItems(model, search, in: body, over: &frame) }
  drawHits(model, search, in: body, over: &frame)
}

/// Which hit is chosen, and of how many.
private func remark(_ search: SearchState) -> String {
  guard let count = search.count else { return "" }
  let total: String
  switch search.kind {
  case .articles: total = search.results.map { "\($0.total)\($0.isTotalExact ? "" : "+")" } ?? ""
  case .statements: total = search.statements.map { "\($0.total)\($0.isTotalExact ? "" : "+")" } ?? ""
  case .entities: total = "\(count)\(count < SearchState.limit ? "" : "+")"
  }
  return count == 0 ? total : "\(search.selected + 1)/\(total)"
}

/// The rows below the query and what is said of it.
func searchBody(_ model: Model, in rect: Rect) -> Rect {
  let line = rect.belowBar
  let taken = 1 + searchNote(model, width: line.size.columns).count
  return Rect(
    column: line.column, row: line.row + taken, columns: line.size.columns, rows: max(0, line.size.rows - taken))
}

/// What is said of the hits, in at most two rows: which articles they are chosen from, how far the ranking has come.
func searchNote(_ model: Model, width: Int) -> [TextLine] {
  guard let search = model.search, search.problem == nil, width > 2 else { return [] }
  let wording = model.wording
  let words: String?
  if search.narrowing != nil, !search.isTyping {
    words = search.narrowing?.facets.flatMap { $0.isExact ? nil : wording.counted(newest: $0.counted) }
  } else if let ranked = search.rankedCount {
    words = wording.ranked(ranked)
  } else if search.newSince != nil {
    words = wording.onlyNew
  } else if search.kind == .articles, let results = search.results, results.isRankingPartial {
    words = wording.rankedAmong(newest: results.total)
  } else if search.kind == .statements, let found = search.statements, !found.isTotalExact {
    words = wording.latestStatements
  } else {
    words = nil
  }
  guard let words else { return [] }
  return lines(
    of: TextRow(text: words, style: model.options.theme[.dim], limit: 2, isQuoted: true), width: width, model: model)
}

/// Draws things one below the other.
private func drawItems(_ model: Model, _ search: SearchState, in body: Rect, over frame: inout Frame) {
  let (lines, _, chosen) = searchItemLines(model, search, in: body)
  if lines.isEmpty, search.narrowing != nil {
    let words = search.narrowingRequest == nil ? model.wording.couldNotBeFetched : model.wording.lookingUp
    return wrappedLines(words, style: model.options.theme[.dim], model: model, in: body, over: &frame)
  }
  draw(
    lines, chosen: chosen, isActive: model.focus == .list && !search.isTyping, model: model, in: body, over: &frame)
}

/// Draws articles with their best stretches.
private func drawHits(_ model: Model, _ search: SearchState, in body: Rect, over frame: inout Frame) {
  let theme = model.options.theme
  let hits = search.results?.hits ?? []
  for (slot, index) in (min(search.top, hits.count)..<hits.count).enumerated() {
    let first = body.row + slot * SearchState.rowsPerHit
    guard first < body.rows.upperBound else { break }
    let rows = Rect(
      column: body.column, row: first, columns: body.size.columns,
      rows: min(SearchState.rowsPerHit, body.rows.upperBound - first))
    let isTyping = search.isTyping || model.focus != .list
    let selection = index == search.selected ? theme[isTyping ? .inactiveSelection : .selection] : .plain
    draw(hits[index], selection: selection, model: model, in: rows, over: &frame)
  }
}

/// Draws one hit: its title, its date and source, and two rows of its best stretch, from the first match on.
private func draw(_ hit: SearchHit, selection: Style, model: Model, in rect: Rect, over frame: inout Frame) {
  let theme = model.options.theme
  let briefing = hit.briefing
  let details = joined([briefing.date?.day ?? "", briefing.source], isRightToLeft: model.isRightToLeft)
  label(
    briefing.title, base: readingDirection(of: briefing.title, language: briefing.language),
    style: theme[briefing.isRead ? .text : .unread].overlaid(with: selection), model: model, row: rect.row, in: rect,
    over: &frame)
  label(details, style: theme[.dim], model: model, row: rect.row + 1, in: rect, over: &frame)
  guard let snippet = hit.snippets.first else { return }
  var options = model.options.layout
  if options.base == .auto { options.base = readingDirection(of: snippet.text, language: briefing.language) }
  let layout = ParagraphLayout(snippet.text, width: rect.size.columns, options: options)
  let from = snippet.marks.first.map { layout.line(containing: $0.lowerBound) } ?? 0
  for (offset, line) in layout.lines[max(0, min(from, layout.lines.count - 2))...].prefix(2).enumerated() {
    let cells = line.cells.map { cell in
      let isMarked = cell.source.map { source in snippet.marks.contains { $0.overlaps(source) } } ?? false
      return Cell(cell.text, style: isMarked ? theme[.match] : theme[.text], width: cell.width)
    }
    place(cells, isRightToLeft: line.isRightToLeft, row: rect.row + 2 + offset, in: rect, over: &frame)
  }
}
