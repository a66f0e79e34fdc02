import Briefings
import Cells
import Search

/// Draws the list of briefings: its bar, then two rows an article, the title above date and source; where there is room
/// for columns, one row.
func libraryView(_ model: Model, in rect: Rect, over frame: inout Frame) {
  let library = model.library
  let isActive = model.focus == .list && model.search == nil
  paneBar(
    heading(model), trailing: library.isEmpty ? "" : position(model), isActive: isActive, model: model, in: rect,
    over: &frame)
  let body = rect.belowBar
  guard !library.isEmpty else {
    wrappedLines(advice(library, model.wording), style: model.options.theme[.dim], model: model, in: body, over: &frame)
    return
  }
  let height = listRowHeight(columns: rect.size.columns)
  for (slot, index) in (library.top..<max(library.top, library.count)).enumerated() {
    let row = body.row + slot * height
    guard row < body.rows.upperBound else { break }
    let line = Rect(
      column: body.column, row: row, columns: body.size.columns, rows: min(height, body.rows.upperBound - row))
    if let section = library.heading(index) {
      drawHeading(
        section, isSelected: index == library.selected, isActive: isActive, model: model, in: line, over: &frame)
      continue
    }
    // Rows further on may be on their way.
    guard let item = library[index] else { continue }
    let look = RowLook(model, item, isSelected: index == library.selected, isActive: isActive)
    if height == 1 {
      drawColumns(item, look, model: model, in: line, over: &frame)
    } else {
      drawTwoRows(item, look, model: model, in: line, over: &frame)
    }
  }
}

/// The rows that an article takes in a list of some width.
func listRowHeight(columns: Int) -> Int { columns >= 90 ? 1 : 2 }

/// How a row looks.
private struct RowLook {
  var title: Style
  var detail: Style
  /// What stands in the column where reading begins.
  var sign: String?
  /// The sign of a story of which there is more.
  var fold: String?

  init(_ model: Model, _ item: BriefingSummary, isSelected: Bool, isActive: Bool) {
    let theme = model.options.theme
    title = item.isRead ? theme[.text] : theme[.unread]
    detail = theme[.dim]
    sign = model.library.marked.contains(item.id) ? "✓" : item.isRead ? nil : "•"
    if model.library.grouping == .story, item.reprintCount > 0 {
      let window = model.library.sections[0].window
      if window.lead(of: item.id) == nil { fold = foldSign(!window.isUnfolded(item.id), model) }
    }
    guard isSelected else { return }
    let selection = isActive ? theme[.selection] : theme[.inactiveSelection]
    title = title.overlaid(with: selection)
    if isActive { detail = selection }
  }
}

private func drawTwoRows(
  _ item: BriefingSummary, _ look: RowLook, model: Model, in rect: Rect, over frame: inout Frame
) {
  let words = drawSign(look, model: model, in: rect, over: &frame).indented(by: indent(of: item, model), model)
  label(
    item.title, base: readingDirection(of: item.title, language: item.language), style: look.title, isCutAtWord: true,
    model: model, row: rect.row, in: words, over: &frame)
  guard rect.size.rows > 1 else { return }
  let details = joined(
    [model.written(item.date), item.source] + signs(item) + tags(item), isRightToLeft: model.isRightToLeft)
  frame.fill(
    Rect(column: rect.column, row: rect.row + 1, columns: rect.size.columns, rows: 1), with: .blank(look.detail))
  label(details, style: look.detail, isCutAtWord: true, model: model, row: rect.row + 1, in: words, over: &frame)
}

/// One row: date, source and signs in columns, then the title and what has room behind it.
private func drawColumns(
  _ item: BriefingSummary, _ look: RowLook, model: Model, in rect: Rect, over frame: inout Frame
) {
  let words = drawSign(look, model: model, in: rect, over: &frame).indented(by: indent(of: item, model), model)
  let source = min(26, words.size.columns / 5)
  var start = 0
  func put(_ text: String, _ width: Int, _ style: Style, base: BaseDirection? = nil) {
    let column = model.isRightToLeft ? words.columns.upperBound - start - width : words.column + start
    let cell = Rect(column: column, row: rect.row, columns: width, rows: 1)
    label(text, base: base, style: style, isCutAtWord: true, model: model, row: rect.row, in: cell, over: &frame)
    start += width + 1
  }
  put(model.written(item.date), 14, look.detail)
  put(item.source, source, look.detail)
  put(signs(item).joined(separator: " "), 10, look.detail)
  put(
    item.title, max(1, words.size.columns - start), look.title,
    base: readingDirection(of: item.title, language: item.language))
}

/// By how much the words of an article stand further in: below headings, and below the newest of its story.
private func indent(of item: BriefingSummary, _ model: Model) -> Int {
  let library = model.library
  if library.grouping == .story { return library.sections[0].window.lead(of: item.id) == nil ? 2 : 4 }
  return library.grouping == .date ? 6 : library.isTree ? 2 : 0
}

extension Rect {
  /// The rectangle without some columns where reading begins.
  fileprivate func indented(by columns: Int, _ model: Model) -> Rect {
    let less = min(columns, max(0, size.columns - 8))
    return Rect(
      column: model.isRightToLeft ? column : column + less, row: row, columns: size.columns - less, rows: size.rows)
  }
}

/// The sign of something that can be unfolded, or folded.
private func foldSign(_ isFolded: Bool, _ model: Model) -> String {
  guard model.options.usesBlocks else { return isFolded ? "+" : "-" }
  return isFolded ? model.isRightToLeft ? "◂" : "▸" : "▾"
}

/// A heading: its sign, its name, how many articles stand below it, and how many of those were never opened.
private func drawHeading(
  _ section: ListSection, isSelected: Bool, isActive: Bool, model: Model, in rect: Rect, over frame: inout Frame
) {
  guard let group = section.group else { return }
  let (theme, wording) = (model.options.theme, model.wording)
  var style = theme[group.unreadCount > 0 ? .unread : .text]
  var detail = theme[.dim]
  if isSelected {
    let selection = theme[isActive ? .selection : .inactiveSelection]
    style = style.overlaid(with: selection)
    if isActive { detail = selection }
  }
  frame.fill(rect, with: .blank(style))
  let inner = rect.indented(by: section.depth * 2, model)
  let column = model.isRightToLeft ? inner.columns.upperBound - 1 : inner.column
  frame.put([Cell(foldSign(section.isFolded, model), style: style)], column: column, row: rect.row, clip: rect)
  let words = inner.indented(by: 2, model)
  let counts = [
    model.options.digits.written("\(group.count)"),
    group.unreadCount > 0 ? wording.unread(model.options.digits.written("\(group.unreadCount)")) : "",
  ]
  let name = wording.isolated(name(of: group.part, model))
  let isWhole = rect.size.rows < 2
  label(
    joined([name] + (isWhole ? counts : []), isRightToLeft: model.isRightToLeft), style: style, model: model,
    row: rect.row, in: words, over: &frame)
  guard !isWhole else { return }
  frame.fill(
    Rect(column: rect.column, row: rect.row + 1, columns: rect.size.columns, rows: 1), with: .blank(detail))
  label(
    joined(counts, isRightToLeft: model.isRightToLeft), style: detail, model: model, row: rect.row + 1, in: words,
    over: &frame)
}

/// What a group is called, days as the user wants dates.
private func name(of part: ListPart, _ model: Model) -> String {
  guard case .date(let text) = part, !text.isEmpty else { return model.wording.name(of: part) }
  let day = text.utf8.count > 7 ? PublicationDate(text) : nil
  return day.map { model.written($0) } ?? model.options.digits.written(text)
}

/// Draws the sign of a row; what remains is for words.
private func drawSign(_ look: RowLook, model: Model, in rect: Rect, over frame: inout Frame) -> Rect {
  let isRight = model.isRightToLeft
  let margin = Rect(column: rect.column, row: rect.row, columns: rect.size.columns, rows: 1)
  frame.fill(margin, with: .blank(look.title))
  for (offset, sign) in [(0, look.sign), (2, look.fold)] {
    guard let sign else { continue }
    let side = isRight ? rect.columns.upperBound - 1 - offset : rect.column + offset
    frame.put([Cell(sign, style: look.title)], column: side, row: rect.row, clip: margin)
  }
  return Rect(
    column: isRight ? rect.column : rect.column + 2, row: rect.row, columns: rect.size.columns - 2,
    rows: rect.size.rows)
}

/// What is to be known of an article at a glance: flag, note, which version, how many reprints.
private func signs(_ item: BriefingSummary) -> [String] {
  [
    item.isFlagged ? "⚑" : "", item.hasNote ? "✎" : "",
  ].filter { !$0.isEmpty } + editionSigns(item.version, item.reprintCount)
}

private func tags(_ item: BriefingSummary) -> [String] { item.tags.map { "#\($0)" } }

/// What is listed.
private func heading(_ model: Model) -> String {
  let (library, wording) = (model.library, model.wording)
  var parts = [library.filter.entity.map(wording.naming) ?? wording.archive]
  if let source = library.filter.source { parts.append(wording.isolated(source)) }
  if let tag = library.filter.tag { parts.append("#" + wording.isolated(tag)) }
  if let since = library.filter.since { parts.append(String(since.day.prefix(7))) }
  if library.filter.query != nil { parts.append(wording.filtered(library.filterText)) }
  if library.grouping != .none { parts.append(wording.grouping(library.grouping)) }
  if library.order != .newest { parts.append(wording.order(library.order)) }
  return joined(parts, isRightToLeft: model.isRightToLeft)
}

/// Which row of how many is chosen, and how many are marked.
private func position(_ model: Model) -> String {
  let library = model.library
  let total = library.total.map { String($0) } ?? "…"
  let place = model.options.digits.written("\(library.selected + 1)/\(total)")
  return library.marked.isEmpty ? place : "✓\(model.options.digits.written("\(library.marked.count)"))  \(place)"
}

/// What stands in place of rows.
private func advice(_ library: LibraryState, _ wording: Wording) -> String {
  if let problem = library.problem { return problem + "  " + wording.triesAgain }
  guard library.isLoaded else { return wording.openingArchive }
  if library.filter.query != nil { return wording.nothingPasses }
  if library.isTree { return wording.nothingToGroup(library.grouping) }
  return library.filter.isEmpty ? wording.archiveIsEmpty : wording.nothingNamesIt
}
