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
  public private(set) var top = ArticleRow.first
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
  /// The search for them that is under way.
  var pendingSearch: PendingArticleSearch?
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
    self.layout.keep(from: .first, rows: 1)
  }

  /// The state without the rows laid out, which take fifty times the room of their text.
  var keptAside: ArticleState {
    var state = self
    state.layout = layout.relaid(width: layout.width)
    return state
  }

  /// The article.
  public var briefing: Briefing { loaded.briefing }

  /// Brings a row to the top, as far as `rows` rows can still be filled.
  mutating func scroll(to row: ArticleRow, rows: Int) {
    layout.keep(from: row, rows: rows)
    top = filling(row, rows: rows)
    if top != row { layout.keep(from: top, rows: rows) }
    anchor = nil
    lead = 0
    guard top > .first else { return }
    anchor = layout.place(ofRow: top)
    if let text = layout.textRow(from: top) { lead = layout.distance(from: top, to: text) }
  }

  /// The row, or the last one above it that so many rows follow.
  private func filling(_ row: ArticleRow, rows: Int) -> ArticleRow {
    let count = layout.lines(from: row, count: rows).count
    return count < rows ? layout.end(rows: rows) : row
  }

  /// Shows another layout of the same article, or another number of rows; what was brought to the top stays there.
  mutating func show(_ layout: ArticleLayout, rows: Int) {
    self.layout = layout
    let row = anchor.flatMap { layout.row(of: $0) }.map { layout.row($0, movedBy: -lead) } ?? .first
    top = filling(row, rows: rows)
    self.layout.keep(from: top, rows: rows)
  }

  /// Which of some statements is nearest to what is shown: the first one in sight, else the last one before.
  func statement(of statements: [StatementRecord], inSightOf rows: Int) -> Int? {
    // By number: copying each of thousands of records takes milliseconds.
    let start = layout.place(ofRow: top)
    let shown = layout.shown(from: top, rows: rows)
    return statements.indices.first { shown.contains(statements[$0].statement.place) }
      ?? statements.indices.last { index in start.map { statements[index].statement.place.begins(before: $0) } ?? false
      }
      ?? statements.indices.first
  }
}

extension ArticleState {
  /// Whether a row is among those shown.
  func isInSight(_ row: ArticleRow, rows: Int) -> Bool { top <= row && row <= layout.row(top, movedBy: rows - 1) }
}

extension Place {
  /// Whether its first byte stands before that of another.
  func begins(before other: Place) -> Bool {
    field == other.field ? span.start < other.span.start : field < other.field
  }
}

extension [BriefingField: Range<Int>] {
  /// Whether a place begins in what is shown.
  func contains(_ place: Place) -> Bool { self[place.field]?.contains(place.span.start) ?? false }
}

/// So many rows are farther than any key but those for the ends goes.
let farAway = 1_000_000

extension Model {
  /// The columns of text in the article pane.
  var articleWidth: Int { max(1, min(options.measure, (panes.article?.size.columns ?? size.columns) - 2)) }

  /// The rows of text in the article pane.
  var articleRows: Int { max(1, (panes.article?.size.rows ?? size.rows - 1) - 1) }

  /// The last row that can be the first one shown.
  var articleEnd: ArticleRow { article?.layout.end(rows: articleRows) ?? .first }

  /// An article laid out for the pane as it is now.
  func newLayout(of briefing: Briefing) -> ArticleLayout {
    ArticleLayout(briefing, width: articleWidth, options: options.layout, linkDigits: options.linkDigits)
  }

  /// Lays the article out anew where the width has changed; the same text stays at the top.
  mutating func layOutArticle() {
    guard let state = article else { return }
    let width = articleWidth
    let layout =
      state.layout.linkDigits != options.linkDigits
      ? newLayout(of: state.briefing) : state.layout.width != width ? state.layout.relaid(width: width) : state.layout
    let rows = articleRows
    article?.show(layout, rows: rows)
  }

  /// Scrolls the article by rows.
  mutating func scrollArticle(by rows: Int) -> [Effect] {
    guard let state = article else { return [] }
    // The ends are gone to without laying out what is between.
    let row: ArticleRow =
      rows <= -farAway
      ? .first : rows >= farAway ? state.layout.end(rows: articleRows) : state.layout.row(state.top, movedBy: rows)
    scrollArticle(to: row)
    guard article?.top != state.top else { return [] }
    followText()
    return savePosition()
  }

  /// Brings a row of the article to the top.
  mutating func scrollArticle(to row: ArticleRow) {
    let rows = articleRows
    article?.scroll(to: row, rows: rows)
  }

  /// Scrolls so that a place is shown, in the upper third unless it is in sight already.
  mutating func show(_ place: Place) {
    guard let state = article, let row = state.layout.row(of: place) else { return }
    let last =
      state.layout.row(of: Place(place.field, TextSpan(max(place.span.start, place.span.end - 1)..<place.span.end)))
      ?? row
    if state.isInSight(row, rows: articleRows),
      state.isInSight(min(last, state.layout.row(row, movedBy: articleRows - 1)), rows: articleRows)
    {
      return
    }
    scrollArticle(to: state.layout.row(row, movedBy: -(articleRows / 3)))
  }

  /// Where the article is being read, to be remembered.
  func savePosition() -> [Effect] {
    guard let state = article, state.isOpened, let place = state.layout.place(ofRow: state.top) else { return [] }
    return [.savePosition(state.briefing.id, place)]
  }
}
