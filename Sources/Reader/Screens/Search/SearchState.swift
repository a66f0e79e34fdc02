import Briefings
import Search

/// What a search looks for.
public enum SearchKind: Hashable, Sendable, CaseIterable {
  case articles, statements, entities
}

/// What the search wants to know besides its best articles.
public enum SearchRequest: Hashable, Sendable {
  /// The articles that came after a moment, the newest first.
  case new(Query, since: ChangeNumber, limit: Int)
  /// The best of all articles that match, however long it takes to rank them.
  case all(Query, limit: Int)
  /// Statements.
  case statements(Query, limit: Int)
  /// Names.
  case entities(String, limit: Int)
  /// What the articles that match have in common.
  case facets(Query, limit: Int)
  /// What may have been meant where nothing is found.
  case advice(String)
}

/// What the search is told.
public enum SearchAnswer: Hashable, Sendable {
  /// The best of all articles.
  case articles(SearchResults)
  /// How many articles are ranked so far.
  case ranked(Int)
  case statements(StatementResults)
  case entities([EntityRecord])
  case facets(SearchFacets)
  case advice(String?)
}

/// The search of the archive: what is typed, what was found.
public struct SearchState: Hashable, Sendable {
  /// What it looks for.
  public var kind = SearchKind.articles
  /// The query as typed.
  public var text = ""
  /// The letters of it that stand behind the cursor.
  var behind = 0
  /// Whether keys still go to the line of the query, not to the hits.
  public var isTyping = true
  /// What `text` means, or `nil` while it is empty or wrong.
  public var query: Query?
  /// Why `text` is no query.
  public var problem: QueryError?
  /// The articles found, best first.
  public var results: SearchResults?
  /// The statements found, newest first.
  public var statements: StatementResults?
  /// The entities found, those named most first.
  public var entities: [EntityRecord]?
  /// The chosen hit.
  public var selected = 0
  /// The first hit shown.
  var top = 0
  /// The request under way.
  public var request: Int?
  /// How many articles are ranked, while all of them are.
  public var rankedCount: Int?
  /// Only what came after that moment is shown, until another query is typed.
  public var newSince: ChangeNumber?

  /// What may have been meant where nothing was found.
  public var advice: String?
  /// The request for it.
  var adviceRequest: Int?

  /// What the hits have in common, once it was asked for.
  public var narrowing: Narrowing?
  /// The request for it.
  var narrowingRequest: Int?

  /// Which of the earlier queries is shown, counted from the newest, and what was typed before.
  var recalled: (index: Int, draft: String)? {
    get { recalledIndex.map { ($0, draft) } }
    set { (recalledIndex, draft) = (newValue?.index, newValue?.draft ?? "") }
  }
  private var recalledIndex: Int?
  private var draft = ""

  /// Hits asked for.
  static let limit = 50
  /// Rows that a hit takes: title, date and source, two of its best stretch.
  static let rowsPerHit = 4

  /// Creates an empty search.
  public init() {}

  /// The chosen hit.
  public var selectedHit: SearchHit? {
    guard kind == .articles, let hits = results?.hits, hits.indices.contains(selected) else { return nil }
    return hits[selected]
  }

  /// The chosen statement.
  public var selectedStatement: StatementHit? {
    guard kind == .statements, let hits = statements?.hits, hits.indices.contains(selected) else { return nil }
    return hits[selected]
  }

  /// The chosen entity.
  public var selectedEntity: EntityRecord? {
    guard kind == .entities, let entities, entities.indices.contains(selected) else { return nil }
    return entities[selected]
  }

  /// The article that the chosen hit is or stands in.
  var selectedBriefing: BriefingSummary? { selectedHit?.briefing ?? selectedStatement?.record.briefing }

  /// How many hits there are to choose from, or `nil` before they have come.
  var count: Int? {
    switch kind {
    case .articles: results?.hits.count
    case .statements: statements?.hits.count
    case .entities: entities?.count
    }
  }

  /// Forgets what was asked for, and what stood beside the hits.
  mutating func forgetQuestions() {
    (request, adviceRequest, narrowingRequest) = (nil, nil, nil)
    (advice, narrowing, rankedCount) = (nil, nil, nil)
  }

  /// Forgets what was found.
  mutating func forgetHits() { (results, statements, entities) = (nil, nil, nil) }
}

/// The list of what the hits have in common, from which one is chosen to narrow the query.
public struct Narrowing: Hashable, Sendable {
  /// The counts, once they have come.
  public var facets: SearchFacets?
  /// What is chosen.
  public var choice = PageChoice()

  /// A value that narrows the query.
  struct Value: Hashable {
    /// What is counted.
    enum Kind: Hashable { case source, month, entity, speaker }
    let kind: Kind
    let count: FacetCount
  }

  /// The values in the order shown.
  var values: [Value] {
    guard let facets else { return [] }
    let kinds: [(Value.Kind, [FacetCount])] = [
      (.source, facets.sources), (.month, facets.months), (.entity, facets.entities), (.speaker, facets.speakers),
    ]
    return kinds.flatMap { kind, counts in counts.map { Value(kind: kind, count: $0) } }
  }

  /// Values asked for, of each kind.
  static let limit = 12
}

extension Narrowing.Value {
  /// What is added to a query so that only articles with the value are found.
  var condition: String {
    let name: String
    switch kind {
    case .source: name = "source"
    case .month: return "date:\(count.value)"
    case .entity: name = "entity"
    case .speaker: name = "speaker"
    }
    let value = String(count.value.map { "\"«»“”".contains($0) ? " " : $0 })
    return value.allSatisfy({ $0.isLetter || $0.isNumber }) ? "\(name):\(value)" : "\(name):\"\(value)\""
  }
}
