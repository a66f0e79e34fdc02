import Cells

/// Where the panes stand on a screen of a given size.
public struct PaneLayout: Hashable, Sendable {
  /// The smallest screen that the reader works on.
  public static let smallest = Size(columns: 40, rows: 10)

  /// The pane of briefings, if it is shown; its first row is its bar.
  public var list: Rect?
  /// The article, if it is shown.
  public var article: Rect?
  /// The side panel, if it is shown.
  public var panel: Rect?
  /// The page in place of them all, if one is shown.
  public var page: Rect?
  /// The columns with a line between two panes.
  public var separators: [Int] = []
  /// The row of hints, notices and prompts.
  public var statusRow: Int

  /// Places the panes: three from 110 columns on, the focused one and its neighbour from 64 on, else the focused one alone.
  public init(size: Size, focus: Focus, isPanelShown: Bool, isListRight: Bool) {
    let rows = max(0, size.rows - 1)
    statusRow = rows
    let all = size.columns
    guard focus != .page else {
      page = Rect(column: 0, row: 0, columns: all, rows: rows)
      return
    }
    var widths: [(Focus, Int)] = []  // from the list's side
    if all >= 110 {
      let side = min(46, max(28, all / 4))
      widths = [(.list, side), (.article, 0)]
      if isPanelShown { widths.append((.panel, side + 2)) }
    } else if all >= 64 {
      switch focus {
      case .list: widths = [(.list, all * 2 / 5), (.article, 0)]
      case .article, .panel, .page: widths = isPanelShown ? [(.article, 0), (.panel, all * 2 / 5)] : [(.article, 0)]
      }
    } else {
      widths = [(focus, 0)]
    }
    let taken = widths.reduce(widths.count - 1) { $0 + $1.1 }
    widths = widths.map { $0.1 == 0 ? ($0.0, max(0, all - taken)) : $0 }
    if isListRight { widths.reverse() }
    var column = 0
    for (index, (pane, width)) in widths.enumerated() {
      let rect = Rect(column: column, row: 0, columns: width, rows: rows)
      switch pane {
      case .list: list = rect
      case .article: article = rect
      case .panel: panel = rect
      case .page: page = rect
      }
      column += width
      if index < widths.count - 1 { separators.append(column) }
      column += 1
    }
  }

  /// The panes shown, from left to right.
  public var panes: [Focus] {
    [(Focus.list, list), (.article, article), (.panel, panel), (.page, page)].compactMap { pane, rect in
      rect.map { (pane, $0) }
    }
    .sorted { $0.1.column < $1.1.column }.map(\.0)
  }

  /// The rectangle of a pane.
  public func rect(of pane: Focus) -> Rect? {
    switch pane {
    case .list: list
    case .article: article
    case .panel: panel
    case .page: page
    }
  }
}

extension Rect {
  /// The rectangle without its first row, which is the pane's bar.
  var belowBar: Rect { Rect(column: column, row: row + 1, columns: size.columns, rows: size.rows - 1) }
}

extension Model {
  /// Where the panes stand now.
  public var panes: PaneLayout {
    PaneLayout(size: size, focus: focus, isPanelShown: isPanelShown, isListRight: isListRight)
  }
}
