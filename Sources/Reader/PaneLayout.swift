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

  /// By how many columns list and panel are wider than usual.
  public struct Extra: Hashable, Sendable {
    var list = 0
    var panel = 0

    /// No more and no less.
    public init() {}
  }

  /// The fewest columns of a pane beside others.
  private static let narrowest = 20

  /// Places the panes: three from 110 columns on, the focused one and its neighbour from 64 on, else the focused one alone.
  public init(
    size: Size, focus: Focus, isPanelShown: Bool, isListRight: Bool, isListShown: Bool = true, isZoomed: Bool = false,
    extra: Extra = Extra()
  ) {
    let rows = max(0, size.rows - 1)
    statusRow = rows
    let all = size.columns
    guard focus != .page else {
      page = Rect(column: 0, row: 0, columns: all, rows: rows)
      return
    }
    var widths: [(Focus, Int)] = []  // from the list's side
    /// A width that leaves room for the others.
    func within(_ width: Int, _ most: Int) -> Int { min(max(Self.narrowest, width), max(Self.narrowest, most)) }
    if isZoomed {
      widths = [(focus, 0)]
    } else if all >= 110 {
      let side = min(46, max(28, all / 4))
      let most = (all - 2 * Self.narrowest) / 2
      if isListShown || focus == .list { widths = [(.list, within(side + extra.list, most))] }
      widths.append((.article, 0))
      if isPanelShown { widths.append((.panel, within(side + 2 + extra.panel, most))) }
    } else if all >= 64 {
      switch focus {
      case .list: widths = [(.list, within(all * 2 / 5 + extra.list, all - 2 * Self.narrowest)), (.article, 0)]
      case .article, .panel, .page:
        widths = [(.article, 0)]
        if isPanelShown { widths.append((.panel, within(all * 2 / 5 + extra.panel, all - 2 * Self.narrowest))) }
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
    PaneLayout(
      size: size, focus: focus, isPanelShown: isPanelShown, isListRight: isListRight, isListShown: isListShown,
      isZoomed: isZoomed || options.isPlain, extra: extraColumns)
  }

  /// Gives the pane that keys go to the whole screen, or takes it back.
  mutating func toggleZoom() {
    isZoomed.toggle()
    panesChanged()
  }

  /// Shows the list beside the text or hides it there; it comes back where it is gone to.
  mutating func toggleList() {
    isListShown.toggle()
    if !isListShown, focus == .list, article != nil { focus = .article }
    panesChanged()
  }

  /// Makes the pane that keys go to wider or narrower.
  mutating func widen(by columns: Int) {
    func bounded(_ extra: Int) -> Int { min(max(-60, extra), 200) }
    switch focus {
    case .list: extraColumns.list = bounded(extraColumns.list + columns)
    case .panel: extraColumns.panel = bounded(extraColumns.panel + columns)
    case .article, .page:
      extraColumns.list = bounded(extraColumns.list - columns)
      extraColumns.panel = bounded(extraColumns.panel - columns)
    }
    panesChanged()
  }

  /// Brings what is chosen into sight after the panes have changed.
  mutating func panesChanged() {
    layOutArticle()
    keepListSelectionVisible()
    keepHitVisible()
    keepPanelChoiceVisible()
  }
}
