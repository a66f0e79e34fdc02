import Briefings
import Cells
import Search

/// The article being shown: its text and findings, how far it is scrolled, and what is marked in it.
public struct ArticleState: Hashable, Sendable {
  /// The article with its findings.
  public var loaded: LoadedBriefing
  /// Its rows at the present width.
  public var layout: ArticleLayout
  /// The first row shown.
  public var top = 0
  /// The place that is in question: the statement or mention that was jumped to.
  public var current: Place?
  /// The matches of the search in the article, in order.
  public var matches: [Place] = []
  /// The match gone to last.
  public var currentMatch: Int?
  /// Whether it was opened, not only shown beside the list.
  public var isOpened = false

  /// The article.
  public var briefing: Briefing { loaded.briefing }
}

extension Model {
  /// The columns of text in the article pane.
  var articleWidth: Int { max(1, min(options.measure, (panes.article?.size.columns ?? size.columns) - 2)) }

  /// The rows of text in the article pane.
  var articleRows: Int { max(1, (panes.article?.size.rows ?? size.rows - 1) - 1) }

  /// The last row that can be the first one shown.
  var articleEnd: Int { max(0, (article?.layout.lines.count ?? 0) - articleRows) }

  /// Lays the article out anew where the width has changed; the same text stays at the top.
  mutating func layOutArticle() {
    guard var state = article else { return }
    let width = articleWidth
    if state.layout.width != width {
      let anchor = state.top == 0 ? nil : state.layout.place(ofRow: state.top)
      state.layout = ArticleLayout(state.briefing, width: width, options: options.layout)
      state.top = anchor.flatMap { state.layout.row(of: $0) } ?? 0
    }
    state.top = min(state.top, max(0, state.layout.lines.count - articleRows))
    article = state
  }

  /// Scrolls the article by rows.
  mutating func scrollArticle(by rows: Int) -> [Effect] {
    guard let state = article else { return [] }
    let end = articleEnd
    article?.top = min(max(0, state.top + rows), end)
    return savePosition()
  }

  /// Scrolls so that a place is shown, in the upper third unless it is in sight already.
  mutating func show(_ place: Place) {
    guard let state = article, let row = state.layout.row(of: place) else { return }
    let last =
      state.layout.row(of: Place(place.field, TextSpan(max(place.span.start, place.span.end - 1)..<place.span.end)))
      ?? row
    let visible = state.top..<state.top + articleRows
    if visible.contains(row), visible.contains(min(last, row + articleRows - 1)) { return }
    let target = min(max(0, row - articleRows / 3), articleEnd)
    article?.top = target
  }

  /// Where the article is being read, to be remembered.
  func savePosition() -> [Effect] {
    guard let state = article, state.isOpened, let place = state.layout.place(ofRow: state.top) else { return [] }
    return [.savePosition(state.briefing.id, place)]
  }
}
