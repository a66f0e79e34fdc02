import Briefings
import Cells

/// What the mouse has taken hold of, while its button is held down.
enum Dragged: Hashable, Sendable {
  /// The border beside a pane whose width it changes.
  case border(of: Focus)
  /// Text of an article, from a cluster on.
  case text(BriefingID, BriefingField, anchor: Range<Int>)
}

extension Model {
  // MARK: Borders

  /// Takes hold of the border between two panes; answers whether there is one.
  mutating func takeHold(ofBorderAt position: Frame.Position) -> Bool {
    let panes = panes
    guard panes.separators.contains(position.column), position.row < panes.statusRow else { return false }
    // The article takes what list and panel leave.
    let beside = panes.panes.first { pane in
      guard pane != .article, let columns = panes.rect(of: pane)?.columns else { return false }
      return columns.upperBound == position.column || columns.lowerBound == position.column + 1
    }
    guard let beside else { return false }
    dragged = .border(of: beside)
    return true
  }

  /// Brings the border beside a pane to a column, as near as the others leave room.
  private mutating func drag(borderOf pane: Focus, to column: Int) {
    guard let rect = panes.rect(of: pane), let path = Self.extra(of: pane) else { return }
    let isBorderBehind = rect.column == 0
    let wanted = isBorderBehind ? column : size.columns - column - 1
    var usual = self
    usual.extraColumns[keyPath: path] = 0
    guard let usualWidth = usual.panes.rect(of: pane)?.size.columns else { return }
    extraColumns[keyPath: path] = min(max(0, wanted), size.columns) - usualWidth
    // What there is no room for is not kept for later.
    extraColumns[keyPath: path] = (panes.rect(of: pane)?.size.columns ?? usualWidth) - usualWidth
    panesChanged()
  }

  private static func extra(of pane: Focus) -> WritableKeyPath<PaneLayout.Extra, Int>? {
    switch pane {
    case .list: \.list
    case .panel: \.panel
    case .article, .page: nil
    }
  }

  // MARK: Text

  /// Takes hold of the text at a place of the article's pane; a double click selects its word, a click nothing any more.
  mutating func takeHold(ofTextAt position: Frame.Position, isDouble: Bool) {
    guard let state = article, let (field, cluster) = text(at: position) else { return }
    article?.selection = nil
    dragged = .text(state.briefing.id, field, anchor: cluster)
    guard isDouble, let selection = TextSelection(in: state.briefing.text(of: field), field, from: cluster) else {
      return
    }
    article?.selection = selection
    dragged = .text(state.briefing.id, field, anchor: selection.range)
    notice = Notice(wording.selecting)
  }

  /// Moves what is held to a place.
  mutating func drag(to position: Frame.Position) -> [Effect] {
    switch dragged {
    case nil: return []
    case .border(let pane):
      drag(borderOf: pane, to: position.column)
      return []
    case .text(let id, let field, let anchor):
      guard !isPrompting, helpTop == nil, let rect = panes.article, article?.briefing.id == id else {
        dragged = nil
        return []
      }
      // Past the pane's edge the text comes to meet the mouse.
      let body = rect.belowBar.rows
      let effects =
        position.row < body.lowerBound
        ? scrollArticle(by: -1) : position.row >= body.upperBound ? scrollArticle(by: 1) : []
      let row = min(max(position.row, body.lowerBound), max(body.lowerBound, body.upperBound - 1))
      guard let state = article,
        let (_, cluster) = text(at: Frame.Position(column: position.column, row: row), of: field)
      else { return effects }
      if state.selection == nil {
        // The mouse has to leave the cluster before anything is selected.
        guard cluster != anchor else { return effects }
        article?.selection = TextSelection(
          in: state.briefing.text(of: field), field, between: anchor, and: cluster)
      } else {
        article?.selection?.extend(to: cluster)
      }
      notice = Notice(wording.selecting)
      return effects
    }
  }

  /// Lets go of what is held: what is selected stays so.
  mutating func endDrag() { dragged = nil }

  /// The cluster of the article that is shown at a place of the screen, or the nearest one of the row; on rows without
  /// text the nearest row that has some.
  ///
  /// - Parameter wanted: The field that it is to be of.
  /// - Complexity: O(*c*) in the cells of the row, O(*r*) in the rows of its block and of those beside it.
  func text(at position: Frame.Position, of wanted: BriefingField? = nil) -> (BriefingField, Range<Int>)? {
    guard let rect = panes.article, let state = article else { return nil }
    let body = articleBody(in: rect, width: state.layout.width)
    let layout = state.layout
    let row = layout.row(state.top, movedBy: max(0, position.row - body.row))
    let above = layout.textRow(upTo: row, of: wanted)
    let below = layout.textRow(from: row, of: wanted)
    // What begins between two paragraphs begins with the second, what ends there ends with the first.
    var isBelow = above == nil
    if let above, let below {
      let (down, up) = (layout.distance(from: row, to: below), layout.distance(from: above, to: row))
      isBelow = down * 2 - (wanted == nil ? 1 : 0) < up * 2
    }
    guard let found = isBelow ? below : above, let shown = layout.line(found), let field = shown.field,
      let line = shown.line
    else { return nil }
    let start =
      line.isRightToLeft
      ? body.columns.upperBound - shown.indent - line.columns : body.column + shown.indent
    let sources = line.cells.lazy.compactMap(\.source)
    let cluster =
      found < row
      ? sources.max { $0.upperBound < $1.upperBound }
      : found > row
        ? sources.min { $0.lowerBound < $1.lowerBound }
        : nearestSource(in: line, to: min(max(0, position.column - start), line.columns - 1))
    return (field, cluster ?? line.source.lowerBound..<line.source.lowerBound)
  }

  private func nearestSource(in line: VisualLine, to column: Int) -> Range<Int>? {
    for distance in 0..<max(1, line.columns) {
      if let source = line.source(at: column - distance) ?? line.source(at: column + distance) { return source }
    }
    return nil
  }
}
