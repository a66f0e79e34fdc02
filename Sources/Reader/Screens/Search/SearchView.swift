import Briefings
import Cells
import Search

/// Draws the search of the archive in the list's place: the query, then the hits with their best stretches.
func searchView(_ model: Model, _ search: SearchState, in rect: Rect, over frame: inout Frame) {
  let theme = model.options.theme
  let count = search.results.map { "\($0.hits.count)/\($0.total)\($0.isTotalExact ? "" : "+")" } ?? ""
  paneBar("Search", trailing: count, isActive: model.focus == .list, model: model, in: rect, over: &frame)
  let body = rect.belowBar
  guard body.size.rows > 0 else { return }
  inputLine("/ ", search.text, isTyping: search.isTyping, model: model, row: body.row, in: body, over: &frame)
  let results = Rect(column: body.column, row: body.row + 1, columns: body.size.columns, rows: body.size.rows - 1)
  if let problem = search.problem {
    wrappedLines(problem, style: theme[.error], model: model, in: results, over: &frame)
    return
  }
  guard let hits = search.results?.hits else {
    let advice =
      "Words are all required. \"exact\"  OR  -without  word*  title: source: speaker: entity: tag: date:2023-11..2024-01"
    wrappedLines(
      search.request == nil ? advice : "Searching …", style: theme[.dim], model: model, in: results, over: &frame)
    return
  }
  guard !hits.isEmpty else {
    wrappedLines("Nothing found.", style: theme[.dim], model: model, in: results, over: &frame)
    return
  }
  let rowsPerHit = 4
  let shown = max(1, results.size.rows / rowsPerHit)
  let top = max(0, min(search.selected - shown / 2, hits.count - shown))
  for (slot, index) in (top..<hits.count).enumerated() {
    let row = results.row + slot * rowsPerHit
    guard row < results.rows.upperBound else { break }
    let hit = hits[index]
    var style = theme[.unread]
    if index == search.selected {
      style = style.overlaid(with: search.isTyping ? theme[.inactiveSelection] : theme[.selection])
    }
    label(hit.briefing.title, style: style, model: model, row: row, in: results, over: &frame)
    let details = [hit.briefing.date?.day ?? "", hit.briefing.source].filter { !$0.isEmpty }.joined(separator: " · ")
    label(details, style: theme[.dim], model: model, row: row + 1, in: results, over: &frame)
    guard let snippet = hit.snippets.first else { continue }
    let layout = ParagraphLayout(snippet.text, width: results.size.columns, options: model.options.layout)
    for (offset, line) in layout.lines.prefix(1).enumerated() where row + 2 + offset < results.rows.upperBound {
      let cells = line.cells.map { cell in
        var cell = cell
        if let source = cell.source, snippet.marks.contains(where: { $0.overlaps(source) }) {
          cell.style = cell.style.overlaid(with: theme[.match])
        }
        return cell
      }
      place(cells, isRightToLeft: line.isRightToLeft, row: row + 2 + offset, in: results, over: &frame)
    }
  }
}
