import Briefings
import Cells
import Search

/// Draws the search of the archive in the list's place: the query, then the hits with their best stretches.
func searchView(_ model: Model, _ search: SearchState, in rect: Rect, over frame: inout Frame) {
  let theme = model.options.theme
  let count = search.results.map { results in
    let total = "\(results.total)\(results.isTotalExact ? "" : "+")"
    return results.hits.isEmpty ? total : "\(search.selected + 1)/\(total)"
  }
  paneBar(
    model.wording.search, trailing: count ?? "", isActive: model.focus == .list, model: model, in: rect, over: &frame)
  let body = rect.belowBar
  guard body.size.rows > 0 else { return }
  inputLine(
    "/ ", search.text, behind: search.behind, isTyping: search.isTyping, model: model, row: body.row, in: body,
    over: &frame)
  let results = Rect(column: body.column, row: body.row + 1, columns: body.size.columns, rows: body.size.rows - 1)
  if let problem = search.problem {
    wrappedLines(problem, style: theme[.error], model: model, in: results, over: &frame)
    return
  }
  guard let hits = search.results?.hits else {
    wrappedLines(
      search.request == nil ? model.wording.queryAdvice : model.wording.searching, style: theme[.dim], model: model,
      in: results, over: &frame)
    return
  }
  guard !hits.isEmpty else {
    wrappedLines(model.wording.nothingFound, style: theme[.dim], model: model, in: results, over: &frame)
    return
  }
  for (slot, index) in (search.top..<hits.count).enumerated() {
    let first = results.row + slot * SearchState.rowsPerHit
    guard first < results.rows.upperBound else { break }
    let rows = Rect(
      column: results.column, row: first, columns: results.size.columns,
      rows: min(SearchState.rowsPerHit, results.rows.upperBound - first))
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
