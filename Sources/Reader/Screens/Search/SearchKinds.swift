import Briefings
import Search

/// What a search looks for, how thoroughly, and what it leads to.
extension Model {
  /// Looks for the next kind of thing with the same words.
  mutating func nextSearchKind() -> [Effect] {
    guard var state = search else {
      let effects = openSearch()
      search?.kind = .statements
      return effects
    }
    let kinds = SearchKind.allCases
    state.kind = kinds[((kinds.firstIndex(of: state.kind) ?? 0) + 1) % kinds.count]
    state.forgetHits()
    state.newSince = nil
    search = state
    focus = .list
    return runSearch()
  }

  /// Ranks all articles that match, however many.
  mutating func rankAll() -> [Effect] {
    guard let state = search, state.kind == .articles, let query = state.query,
      state.results?.isRankingPartial == true
    else {
      notice = Notice(wording.allIsRanked)
      return []
    }
    let request = takeRequest()
    search?.request = request
    search?.rankedCount = 0
    return [.searchMore(request: request, .all(query, limit: SearchState.limit))]
  }

  /// What Enter does among the hits: opens the article, at the statement where one is chosen, or lists an entity's.
  mutating func openHit() -> [Effect] {
    guard let state = search else { return [] }
    if state.narrowing != nil { return narrow() }
    if let hit = state.selectedStatement {
      trail.leave(stop)
      return load(hit.record.briefing.id, for: .jump(hit.record.statement.place))
    }
    if let entity = state.selectedEntity { return listBriefings(naming: entity.canonical) }
    return openSelected()
  }

  /// What is copied of the chosen hit.
  func textOfHit(_ state: SearchState) -> String? {
    if let narrowing = state.narrowing {
      let values = narrowing.values
      return values.indices.contains(narrowing.choice.selected) ? values[narrowing.choice.selected].count.value : nil
    }
    return state.selectedHit?.briefing.title ?? state.selectedStatement.map { citation($0.record) }
      ?? state.selectedEntity?.canonical
  }

  /// Shows the chosen statement in the article beside the hits.
  mutating func showStatementOfSearch() {
    guard focus == .list, let hit = search?.selectedStatement, article?.briefing.id == hit.record.briefing.id else {
      return
    }
    article?.current = hit.record.statement.place
    show(hit.record.statement.place)
  }

  /// Asks again for what was awaited here before the reader went elsewhere.
  mutating func resumeSearch() -> [Effect] {
    guard let state = search else { return [] }
    if state.request != nil {
      let effects = runSearch()
      search?.selected = state.selected
      search?.top = state.top
      return effects
    }
    return state.narrowingRequest == nil ? [] : askForFacets()
  }

  // MARK: Narrowing

  /// Lists what the articles that match have in common, or goes back from there to the hits.
  mutating func toggleNarrowing() -> [Effect] {
    guard let state = search, state.query != nil, state.kind != .entities, state.count ?? 0 > 0 else {
      notice = Notice(wording.nothingToNarrow)
      return []
    }
    focus = .list
    guard state.narrowing == nil || state.isTyping else {
      search?.narrowing = nil
      return []
    }
    search?.isTyping = false
    search?.narrowing = Narrowing()
    return askForFacets()
  }

  private mutating func askForFacets() -> [Effect] {
    guard let query = search?.query else { return [] }
    let request = takeRequest()
    search?.narrowingRequest = request
    return [.searchMore(request: request, .facets(query, limit: Narrowing.limit))]
  }

  /// Adds the chosen value to the query.
  private mutating func narrow() -> [Effect] {
    guard var state = search, let narrowing = state.narrowing,
      narrowing.values.indices.contains(narrowing.choice.selected)
    else { return [] }
    trail.leave(stop)
    let text = state.text.trimmed
    let condition = narrowing.values[narrowing.choice.selected].condition
    // What holds of one of two alternatives must hold of both.
    let isAlternative = (try? Query.parse(text))?.isAlternative == true  // what cannot be read has no hits to narrow
    state.text = (isAlternative ? "(\(text))" : text) + " " + condition
    (state.behind, state.newSince) = (0, nil)
    search = state
    return runSearch()
  }

  // MARK: What may have been meant

  /// Asks what may have been meant where nothing was found.
  mutating func askForAdvice() -> [Effect] {
    guard let state = search, state.kind != .entities, state.count == 0, state.newSince == nil else { return [] }
    let request = takeRequest()
    search?.adviceRequest = request
    return [.searchMore(request: request, .advice(state.text))]
  }

  /// Takes the query that may have been meant.
  mutating func takeAdvice() -> [Effect] {
    guard let advice = search?.advice else { return [] }
    search?.text = advice
    search?.behind = 0
    return runSearch()
  }

  // MARK: Queries of before

  /// Keeps what is typed among the queries of before.
  mutating func rememberQuery() -> [Effect] {
    guard let text = search?.text.trimmed, !text.isEmpty, queries.first != text else { return [] }
    queries.removeAll { $0 == text }
    queries.insert(text, at: 0)
    if queries.count > Self.queryLimit { queries.removeLast() }
    return [.rememberQuery(text)]
  }

  /// Shows an earlier query or a later one, and at the end what was being typed.
  mutating func recall(_ distance: Int) -> [Effect] {
    guard var state = search else { return [] }
    let index = (state.recalled?.index ?? -1) + distance
    guard index >= -1, index < queries.count, index >= 0 || state.recalled != nil else { return [] }
    let draft = state.recalled?.draft ?? state.text
    state.text = index < 0 ? draft : queries[index]
    state.recalled = index < 0 ? nil : (index, draft)
    (state.behind, state.newSince) = (0, nil)
    search = state
    return runSearch()
  }

  /// The most queries kept.
  public static let queryLimit = 200
}

extension Query {
  /// Whether it is one of several alternatives as a whole.
  fileprivate var isAlternative: Bool { if case .or = self { true } else { false } }
}

extension String {
  /// The text without blanks at its ends.
  var trimmed: String {
    var text = Substring(self)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

extension Action {
  /// Whether it is of the search, and works while a query is being typed.
  var isOfSearch: Bool {
    switch self {
    case .searchKind, .rankAll, .narrowSearch, .saveSearch: true
    default: false
    }
  }
}
