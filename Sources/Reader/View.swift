import Cells

/// The whole screen for a state: pure, so that tests compare frames without a terminal.
///
/// - Complexity: O(*c*) in the cells of the screen; nothing is laid out anew but labels.
public func view(_ model: Model) -> Frame { model.options.isPlain ? plainView(model) : drawnView(model) }

/// The screen as it is drawn for eyes: panes, bars and signs at their sides.
func drawnView(_ model: Model) -> Frame {
  var frame = Frame(size: model.size)
  let smallest = PaneLayout.smallest
  guard model.size.columns >= smallest.columns, model.size.rows >= smallest.rows else {
    let text = model.wording.tooSmall(
      "\(model.size.columns)x\(model.size.rows)", "\(smallest.columns)x\(smallest.rows)")
    let rect = Rect(column: 0, row: 0, columns: model.size.columns, rows: model.size.rows)
    var plain = model
    plain.isRightToLeft = false
    wrappedLines(text, style: .plain, model: plain, in: rect, over: &frame)
    return frame
  }
  if let top = model.helpTop {
    helpView(model, top: top, over: &frame)
    statusBarView(model, row: model.size.rows - 1, over: &frame)
    return frame
  }
  let panes = model.panes
  if let rect = panes.page, let page = model.page { pageView(model, page, in: rect, over: &frame) }
  if let rect = panes.article { readingView(model, in: rect, over: &frame) }
  if let rect = panes.panel { panelView(model, in: rect, over: &frame) }
  if let rect = panes.list {
    if let search = model.search {
      searchView(model, search, in: rect, over: &frame)
    } else {
      libraryView(model, in: rect, over: &frame)
    }
  }
  for column in panes.separators {
    for row in 0..<panes.statusRow { frame[column, row] = Cell("│", style: model.options.theme[.separator]) }
  }
  if let palette = model.palette { paletteView(model, palette, over: &frame) }
  if let completion = model.entry?.completion { tagCompletionView(model, completion, over: &frame) }
  if let menu = model.menu { menuView(model, menu, over: &frame) }
  statusBarView(model, row: panes.statusRow, over: &frame)
  return frame
}
