import Briefings
import Cells

/// Draws the list of briefings: its bar, then two rows an article, the title above date and source.
func libraryView(_ model: Model, in rect: Rect, over frame: inout Frame) {
  let library = model.library
  let isActive = model.focus == .list && model.search == nil
  let total = library.total.map { String($0) } ?? "…"
  let position = library.window.isEmpty ? "" : "\(library.selected + 1)/\(total)"
  paneBar(
    library.filter.entity.map(model.wording.naming) ?? model.wording.archive, trailing: position, isActive: isActive,
    model: model, in: rect, over: &frame)
  let body = rect.belowBar
  guard !library.window.isEmpty else {
    wrappedLines(advice(library, model.wording), style: model.options.theme[.dim], model: model, in: body, over: &frame)
    return
  }
  // A column for the mark of what is unread, where reading begins.
  let side = model.isRightToLeft ? body.columns.upperBound - 1 : body.column
  let words = Rect(
    column: model.isRightToLeft ? body.column : body.column + 2, row: body.row, columns: body.size.columns - 2,
    rows: body.size.rows)
  for (slot, index) in (library.top..<max(library.top, library.count)).enumerated() {
    let row = body.row + slot * 2
    guard row < body.rows.upperBound else { break }
    // Rows further on may be on their way.
    guard let item = library.window[index] else { continue }
    let theme = model.options.theme
    var titleStyle = item.isRead ? theme[.text] : theme[.unread]
    var detailStyle = theme[.dim]
    if index == library.selected {
      let selection = isActive ? theme[.selection] : theme[.inactiveSelection]
      titleStyle = titleStyle.overlaid(with: selection)
      detailStyle = isActive ? selection : detailStyle
    }
    let margin = Rect(column: body.column, row: row, columns: body.size.columns, rows: 1)
    frame.fill(margin, with: .blank(titleStyle))
    if !item.isRead { frame.put([Cell("•", style: titleStyle)], column: side, row: row, clip: margin) }
    label(
      item.title, base: readingDirection(of: item.title, language: item.language), style: titleStyle, model: model,
      row: row, in: words, over: &frame)
    guard row + 1 < body.rows.upperBound else { break }
    let details = joined([item.date?.day ?? "", item.source], isRightToLeft: model.isRightToLeft)
    frame.fill(Rect(column: body.column, row: row + 1, columns: body.size.columns, rows: 1), with: .blank(detailStyle))
    label(details, style: detailStyle, model: model, row: row + 1, in: words, over: &frame)
  }
}

/// What stands in place of rows.
private func advice(_ library: LibraryState, _ wording: Wording) -> String {
  if let problem = library.problem { return problem + "  " + wording.triesAgain }
  guard library.isLoaded else { return wording.openingArchive }
  return library.filter.isEmpty
    ? wording.archiveIsEmpty : wording.nothingNamesIt
}
