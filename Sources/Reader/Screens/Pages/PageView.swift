import Briefings
import Cells

/// Draws a page: its bar, the lines that stay, then its things from the first one shown.
func pageView(_ model: Model, _ page: Page, in rect: Rect, over frame: inout Frame) {
  let content = page.content
  paneBar(
    content.title(model), trailing: content.remark(model), isActive: true, model: model, in: rect, over: &frame)
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
  let laid = PageLines(model: model, content: content, width: width)
  rows.first = laid.first(room: rows.room)
  rows.lines = laid.lines(from: rows.first, room: rows.room)
  return rows
}

/// The things of a page as lines.
private struct PageLines {
  let model: Model
  let content: any PageContent
  let width: Int

  /// The lines of one thing, with its heading where it is the first one shown or under another heading than the one
  /// before.
  private func lines(ofItem index: Int, isFirst: Bool) -> [TextLine] {
    let item = content.item(index, model)
    var found: [TextLine] = []
    if let heading = item.heading, isFirst || content.item(index - 1, model).heading?.text != heading.text {
      found += Reader.lines(of: heading, width: width, model: model)
    }
    for row in item.rows { found += Reader.lines(of: row, width: width, item: index, model: model) }
    return found
  }

  /// The lines in sight.
  func lines(from first: Int, room: Int) -> [TextLine] {
    var found: [TextLine] = []
    for index in first..<content.count where found.count < room {
      found += lines(ofItem: index, isFirst: index == first)
    }
    return Array(found.prefix(room))
  }

  /// The rows from one thing to another, or more than `room`.
  private func height(_ range: ClosedRange<Int>, room: Int) -> Int {
    var height = 0
    for index in range where height <= room { height += lines(ofItem: index, isFirst: index == range.lowerBound).count }
    return height
  }

  /// The first thing shown: the old one where the chosen one is then in sight, else the nearest from which it is; none
  /// later than is needed to fill the screen.
  func first(room: Int) -> Int {
    let selected = min(content.progress.choice.selected, content.count - 1)
    let old = max(0, min(content.progress.choice.first, selected))
    var first = selected
    while first > old, height(first - 1...selected, room: room) <= room { first -= 1 }
    let last = content.count - 1
    while first > 0, last - first <= room, height(first - 1...last, room: room) <= room { first -= 1 }
    return first
  }
}

extension Model {
  /// The day of an article as the user wants dates written.
  func day(of briefing: BriefingSummary) -> String {
    briefing.date == nil ? wording.undated : written(briefing.date)
  }
}
