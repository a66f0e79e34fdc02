import Briefings
import Cells

/// Draws the list of briefings: its bar, then two rows an article, the title above date and source.
func libraryView(_ model: Model, in rect: Rect, over frame: inout Frame) {
  let library = model.library
  let isActive = model.focus == .list && model.search == nil
  let position = library.rows.isEmpty ? "" : "\(library.selected + 1)/\(library.total)"
  paneBar(library.heading, trailing: position, isActive: isActive, model: model, in: rect, over: &frame)
  let body = rect.belowBar
  guard !library.rows.isEmpty else {
    let words = !library.isLoaded ? "Opening the archive …" : emptyListAdvice(library)
    wrappedLines(words, style: model.options.theme[.dim], model: model, in: body, over: &frame)
    return
  }
  let clip = body
  for (slot, index) in (library.top..<library.rows.count).enumerated() {
    let row = body.row + slot * 2
    guard row < body.rows.upperBound else { break }
    let item = library.rows[index]
    let theme = model.options.theme
    var titleStyle = item.isRead ? theme[.text] : theme[.unread]
    var detailStyle = theme[.dim]
    if index == library.selected {
      let selection = isActive ? theme[.selection] : theme[.inactiveSelection]
      titleStyle = titleStyle.overlaid(with: selection)
      detailStyle = isActive ? selection : detailStyle
    }
    let mark = item.isRead ? "  " : "• "
    label(mark + item.title, style: titleStyle, model: model, row: row, in: clip, over: &frame)
    let details = [item.date?.day ?? "", item.source].filter { !$0.isEmpty }.joined(separator: " · ")
    label("  " + details, style: detailStyle, model: model, row: row + 1, in: clip, over: &frame)
  }
}

private func emptyListAdvice(_ library: LibraryState) -> String {
  library.filter.isEmpty
    ? "The archive is empty. Add articles with: mujaz import FILE or FOLDER"
    : "No article passes. Backspace goes back."
}
