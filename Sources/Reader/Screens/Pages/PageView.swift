import Briefings
import Cells

/// Draws a page: its bar, the lines that stay, then its things from the first one shown.
func pageView(_ model: Model, _ page: Page, in rect: Rect, over frame: inout Frame) {
  let content = page.content
  paneBar(
    content.title(model), trailing: model.options.digits.written(content.remark(model)), isActive: true, model: model,
    in: rect, over: &frame)
  let body = pageBody(rect, isRightToLeft: model.isRightToLeft)
  let rows = pageRows(model, page, in: rect)
  draw(rows.lead, chosen: nil, isActive: true, model: model, in: body, over: &frame)
  let rest = Rect(
    column: body.column, row: body.row + rows.lead.count, columns: body.size.columns,
    rows: max(0, body.size.rows - rows.lead.count))
  if content.count == 0 || content.progress.problem != nil, rows.lines.isEmpty {
    let inner = Rect(
      column: rest.column + (model.isRightToLeft ? 0 : 1), row: rest.row, columns: max(0, rest.size.columns - 1),
      rows: rest.size.rows)
    let words =
      content.progress.problem.map { $0 + "  " + model.wording.triesAgain }
      ?? (content.progress.request == nil ? content.advice(model.wording) : model.wording.lookingUp)
    wrappedLines(words, style: model.options.theme[.dim], model: model, in: inner, over: &frame)
    return
  }
  draw(rows.lines, chosen: content.progress.choice.selected, isActive: true, model: model, in: rest, over: &frame)
}

/// The part of a page below its bar, no wider than is good to read, with a margin where reading ends; where it begins the
/// mark of what is chosen stands.
func pageBody(_ rect: Rect, isRightToLeft: Bool) -> Rect {
  let columns = min(rect.size.columns, 130)
  let body = rect.belowBar
  return Rect(
    column: body.column + (body.size.columns - columns) / 2 + (isRightToLeft ? 1 : 0), row: body.row,
    columns: max(0, columns - 1), rows: body.size.rows)
}

/// What a page shows at its size.
struct PageRows {
  /// The lines that stay at the top.
  var lead: [TextLine] = []
  /// Those of the things in sight.
  var lines: [TextLine] = []
  /// The first thing shown, from which the chosen one is in sight; of a text, the first line.
  var first = 0
  /// The rows for `lines`.
  var room = 0
}

/// What a page shows at its size.
///
/// - Parameter distance: The lines that a page which is a text is scrolled by first.
/// - Complexity: O(*r*) in the rows of the screen, however many things there are.
func pageRows(_ model: Model, _ page: Page, in rect: Rect, scrolledBy distance: Int = 0) -> PageRows {
  let content = page.content
  let body = pageBody(rect, isRightToLeft: model.isRightToLeft)
  let width = max(1, body.size.columns - 1)
  // The things come before the words about them.
  var rows = PageRows()
  rows.lead = Array(content.lead(model, width: width).prefix(max(0, body.size.rows - 5)))
  rows.room = body.size.rows - rows.lead.count
  guard content.count > 0, rows.room > 0 else { return rows }
  if let text = content.text(model, width: width) {
    rows.first = max(0, min(content.progress.choice.first + distance, text.count - rows.room))
    rows.lines = Array(text.dropFirst(rows.first).prefix(rows.room))
    return rows
  }
  let laid = ItemLines(model: model, count: content.count, choice: content.progress.choice, width: width) {
    content.item($0, model)
  }
  rows.first = laid.first(room: rows.room)
  rows.lines = laid.lines(from: rows.first, room: rows.room)
  return rows
}

extension Model {
  /// The day of an article as the user wants dates written.
  func day(of briefing: BriefingSummary) -> String {
    briefing.date == nil ? wording.undated : written(briefing.date)
  }
}
