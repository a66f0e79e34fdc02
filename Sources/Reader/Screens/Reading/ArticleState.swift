import Briefings
import Cells
import Search

/// The article being shown: its text and findings, how far it is scrolled, and what is marked in it.
public struct ArticleState: Hashable, Sendable {
  /// The article with its findings.
  public var loaded: LoadedBriefing { didSet { entities = ListedEntity.all(loaded.entities) } }
  /// Its entities as the panel lists them.
  private(set) var entities: [ListedEntity]
  /// Its rows at the present width.
  public var layout: ArticleLayout
  /// The first row shown.
  public private(set) var top = 0
  /// The text that the reader brought to the top, kept there at every size; `nil` at the begin.
  private var anchor: Place?
  /// The rows without text shown above it.
  private var lead = 0
  /// How many decisions its findings follow.
  var decisionCount = 0
  /// The place that is in question: the statement or mention that was jumped to.
  public var current: Place?
  /// The matches of the search in the article, in order.
  public var matches: [Place] = []
  /// The match gone to last.
  public var currentMatch: Int?
  /// The words being selected.
  public var selection: TextSelection?
  /// Whether it was opened, not only shown beside the list.
  public var isOpened = false

  /// An article shown from its begin.
  init(_ loaded: LoadedBriefing, layout: ArticleLayout) {
    self.loaded = loaded
    entities = ListedEntity.all(loaded.entities)
    self.layout = layout
  }

  /// The state without the layout, which takes fifty times the room of the text and is made anew when it is shown again.
  var keptAside: ArticleState {
    var state = self
    state.layout = .none
    return state
  }

  /// The article.
  public var briefing: Briefing { loaded.briefing }

  /// Brings a row to the top, as far as `rows` rows can still be filled.
  mutating func scroll(to row: Int, rows: Int) {
    top = min(max(0, row), max(0, layout.lines.count - rows))
    anchor = top == 0 ? nil : layout.place(ofRow: top)
    lead = max(0, (anchor.flatMap { layout.row(of: $0) } ?? top) - top)
  }

  /// Shows another layout of the same article, or another number of rows; what was brought to the top stays there.
  mutating func show(_ layout: ArticleLayout, rows: Int) {
    self.layout = layout
    let row = anchor.flatMap { layout.row(of: $0) }.map { max(0, $0 - lead) } ?? 0
    top = min(row, max(0, layout.lines.count - rows))
  }

  /// Which of some statements is nearest to what is shown: the first one in sight, else the last one before.
  func statement(of statements: [StatementRecord], inSightOf rows: Int) -> Int? {
    let visible = top..<top + rows
    let places = statements.map { layout.row(of: $0.statement.place) ?? 0 }
    return places.firstIndex { visible.contains($0) } ?? places.lastIndex { $0 < top } ?? places.indices.first
  }
}

extension Model {
  /// The columns of text in the article pane.
  var articleWidth: Int { max(1, min(options.measure, (panes.article?.size.columns ?? size.columns) - 2)) }

  /// The rows of text in the article pane.
  var articleRows: Int { max(1, (panes.article?.size.rows ?? size.rows - 1) - 1) }

  /// The last row that can be the first one shown.
  var articleEnd: Int { max(0, (article?.layout.lines.count ?? 0) - articleRows) }

  /// An article laid out for the pane as it is now.
  func newLayout(of briefing: Briefing) -> ArticleLayout {
    ArticleLayout(briefing, width: articleWidth, options: options.layout, linkDigits: options.linkDigits)
  }

  /// Lays the article out anew where the width has changed; the same text stays at the top.
  mutating func layOutArticle() {
    guard let state = article else { return }
    let width = articleWidth
    let isSame = state.layout.width == width && state.layout.linkDigits == options.linkDigits
    let layout = isSame ? state.layout : newLayout(of: state.briefing)
    let rows = articleRows
    article?.show(layout, rows: rows)
  }

  /// Scrolls the article by rows.
  mutating func scrollArticle(by rows: Int) -> [Effect] {
    guard let state = article else { return [] }
    scrollArticle(to: state.top + rows)
    guard article?.top != state.top else { return [] }
    followText()
    return savePosition()
  }

  /// Brings a row of the article to the top.
  mutating func scrollArticle(to row: Int) {
    let rows = articleRows
    article?.scroll(to: row, rows: rows)
  }

  /// Scrolls so that a place is shown, in the upper third unless it is in sight already.
  mutating func show(_ place: Place) {
    guard let state = article, let row = state.layout.row(of: place) else { return }
    let last =
      state.layout.row(of: Place(place.field, TextSpan(max(place.span.start, place.span.end - 1)..<place.span.end)))
      ?? row
    let visible = state.top..<state.top + articleRows
    if visible.contains(row), visible.contains(min(last, row + articleRows - 1)) { return }
    scrollArticle(to: row - articleRows / 3)
  }

  /// Where the article is being read, to be remembered.
  func savePosition() -> [Effect] {
    guard let state = article, state.isOpened, let place = state.layout.place(ofRow: state.top) else { return [] }
    return [.savePosition(state.briefing.id, place)]
  }
}
