import Cells

@testable import Reader

/// What holds for every frame whatever the state: the rules that a broken one breaks.
func brokenRules(_ frame: Frame, of model: Model) -> [String] {
  var problems: [String] = []
  if frame.size != model.size { problems.append("the frame is \(frame.size), the screen \(model.size)") }
  for row in 0..<frame.size.rows {
    var isAfterWide = false
    for (column, cell) in frame.row(row).enumerated() {
      let place = "row \(row) column \(column)"
      if isAfterWide != (cell.width == 0) { problems.append("\(place): half of a wide character") }
      isAfterWide = cell.width == 2
      if cell.text.isEmpty != (cell.width == 0) { problems.append("\(place): width \(cell.width) for '\(cell.text)'") }
      for scalar in cell.text.unicodeScalars where isForbidden(scalar) {
        problems.append("\(place): U+\(String(scalar.value, radix: 16)) reaches the terminal")
      }
    }
    if isAfterWide { problems.append("row \(row): half of a wide character at the end") }
  }
  if let cursor = frame.cursor,
    !(0..<frame.size.columns ~= cursor.column && 0..<frame.size.rows ~= cursor.row)
  {
    problems.append("the cursor is outside")
  }
  let smallest = PaneLayout.smallest
  guard model.helpTop == nil, model.size.columns >= smallest.columns, model.size.rows >= smallest.rows else {
    return problems
  }
  for column in model.panes.separators {
    for row in 0..<model.panes.statusRow - model.overlayRows where frame[column, row].text != "\u{2502}" {
      problems.append("row \(row) column \(column): the border is broken by '\(frame[column, row].text)'")
    }
  }
  return problems
}

/// Controls, and everything that changes the order or the place of what follows.
private func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0...0x1F, 0x7F...0x9F, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF, 0xFFF9...0xFFFB,
    0xE0000...0xE007F:
    return true
  default: return false
  }
}

/// The cells that a pane changes outside its own rectangle: none.
func spilledCells(of model: Model) -> [String] {
  let panes = model.panes
  let smallest = PaneLayout.smallest
  guard model.size.columns >= smallest.columns, model.size.rows >= smallest.rows else { return [] }
  var problems: [String] = []
  let mark = Cell("#")
  func check(_ name: String, _ rect: Rect?, _ draw: (Rect, inout Frame) -> Void) {
    guard let rect else { return }
    var frame = Frame(size: model.size)
    frame.fill(Rect(column: 0, row: 0, columns: model.size.columns, rows: model.size.rows), with: mark)
    draw(rect, &frame)
    for row in 0..<frame.size.rows {
      for column in 0..<frame.size.columns where !rect.contains(column: column, row: row) && frame[column, row] != mark
      {
        problems.append("\(name) writes to row \(row) column \(column), outside \(rect)")
      }
    }
  }
  check("the page", panes.page) { rect, frame in
    if let page = model.page { pageView(model, page, in: rect, over: &frame) }
  }
  check("the article", panes.article) { readingView(model, in: $0, over: &$1) }
  check("the panel", panes.panel) { panelView(model, in: $0, over: &$1) }
  check("the list", panes.list) { rect, frame in
    if let search = model.search {
      searchView(model, search, in: rect, over: &frame)
    } else {
      libraryView(model, in: rect, over: &frame)
    }
  }
  return problems
}
