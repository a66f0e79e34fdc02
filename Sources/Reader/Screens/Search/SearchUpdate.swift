import Briefings
import Cells
import Search

extension Model {
  /// Opens the search of the archive in the list's place.
  mutating func openSearch() -> [Effect] {
    if search == nil {
      trail.leave(stop)
      search = SearchState()
    }
    search?.isTyping = true
    search?.narrowing = nil
    focus = .list
    return []
  }

  /// Opens the search with a query that is run at once; Back leads to where it was opened.
  mutating func openSearch(for text: String, newSince: ChangeNumber? = nil) -> [Effect] {
    trail.leave(stop)
    var state = SearchState()
    (state.text, state.newSince, state.isTyping) = (text, newSince, false)
    search = state
    focus = .list
    return runSearch()
  }

  /// Leaves the search; all is again as it was before.
  mutating func closeSearch() -> [Effect] {
    if let stop = trail.unwind(to: { $0.search == nil }) { return savePosition() + restore(stop) }
    search = nil
    focus = .list
    return preview()
  }

  /// A key while the query is being typed.
  mutating func typeInSearch(_ key: Key) -> [Effect] {
    guard var state = search else { return [] }
    if key.modifiers.contains(.control), let action = options.keymap.action(for: key), action.isOfSearch {
      return perform(action)
    }
    switch (key.code, key.modifiers) {
    case (.escape, _): return closeSearch()
    case (.enter, _): return endTyping()
    case (.tab, _):
      if state.advice != nil { return takeAdvice() }
      search?.isTyping = false
      return preview()
    case (.character("p"), .control): return recall(1)
    case (.character("n"), .control): return recall(-1)
    // Above the first hit stand the queries of before.
    case (.up, []) where state.selected == 0 || state.recalled != nil: return recall(1)
    case (.down, []) where state.recalled != nil: return recall(-1)
    case (.down, []), (.up, []): return moveInHits(by: key.code == .down ? 1 : -1)
    default:
      let old = state.text
      guard edit(&state.text, behind: &state.behind, with: key) else { return [] }
      if state.text != old { (state.recalled, state.newSince) = (nil, nil) }
      search = state
      return state.text == old ? [] : runSearch()
    }
  }

  /// Goes from the query to its hits; what is begun and not finished is no error until it is meant.
  private mutating func endTyping() -> [Effect] {
    guard let state = search else { return [] }
    if state.kind != .entities {
      do throws(QueryError) {
        _ = try Query.parse(state.text)
      } catch {
        search?.problem = error
        return []
      }
    }
    let effects = rememberQuery()
    guard state.count ?? 0 > 0 else { return effects }
    search?.isTyping = false
    search?.recalled = nil
    return effects + preview()
  }

  /// Asks for the hits of what is typed.
  mutating func runSearch() -> [Effect] {
    guard var state = search else { return [] }
    // The hits of the letters before stay until others have come.
    state.forgetQuestions()
    (state.selected, state.top) = (0, 0)
    state.query = nil
    state.problem = nil
    defer { search = state }
    guard state.text.contains(where: { !$0.isWhitespace }) else {
      state.forgetHits()
      return []
    }
    if state.kind == .entities {
      let request = takeRequest()
      state.request = request
      return [.searchMore(request: request, .entities(state.text, limit: SearchState.limit))]
    }
    do throws(QueryError) {
      var query = try Query.parse(state.text, isComplete: !state.isTyping)
      if state.isTyping, state.text.last?.isWhitespace == false { query = query.continuingLastWord }
      state.query = query
      let request = takeRequest()
      state.request = request
      if state.kind == .statements {
        return [.searchMore(request: request, .statements(query, limit: SearchState.limit))]
      }
      if let since = state.newSince {
        return [.searchMore(request: request, .new(query, since: since, limit: SearchState.limit))]
      }
      return [.search(request: request, query, limit: SearchState.limit)]
    } catch {
      state.problem = error
      return []
    }
  }

  /// Shows hits that have come, and the first one's article.
  mutating func take(_ results: SearchResults, request: Int) -> [Effect] {
    guard search?.request == request else { return [] }
    search?.results = results
    return showFirstHit() + askForAdvice()
  }

  /// Takes what else the search is told, unless it is no longer awaited.
  mutating func take(_ answer: SearchAnswer, request: Int) -> [Effect] {
    guard let state = search else { return [] }
    switch answer {
    case .advice(let advice) where state.adviceRequest == request:
      search?.adviceRequest = nil
      search?.advice = advice
      return []
    case .facets(let facets) where state.narrowingRequest == request:
      search?.narrowingRequest = nil
      search?.narrowing?.facets = facets
      return []
    case .ranked(let count) where state.request == request:
      search?.rankedCount = count
      return []
    case .articles(let results) where state.request == request: search?.results = results
    case .statements(let results) where state.request == request: search?.statements = results
    case .entities(let entities) where state.request == request: search?.entities = entities
    default: return []
    }
    return showFirstHit() + askForAdvice()
  }

  private mutating func showFirstHit() -> [Effect] {
    search?.request = nil
    search?.rankedCount = nil
    search?.selected = 0
    search?.top = 0
    return preview()
  }

  /// Moves the choice among the hits, or among what narrows the query.
  mutating func moveInHits(by distance: Int) -> [Effect] {
    guard let state = search else { return [] }
    if let narrowing = state.narrowing, !state.isTyping {
      let count = narrowing.values.count
      search?.narrowing?.choice.selected = min(max(0, narrowing.choice.selected + distance), max(0, count - 1))
      keepHitVisible()
      return []
    }
    guard let count = state.count, count > 0 else { return [] }
    let target = min(max(0, state.selected + distance), count - 1)
    guard target != state.selected else { return [] }
    search?.selected = target
    keepHitVisible()
    return preview()
  }

  /// The number of hits that the list pane shows at once.
  var hitRows: Int {
    let rect = panes.list ?? Rect(column: 0, row: 0, columns: size.columns, rows: size.rows - 1)
    return max(1, searchBody(self, in: rect).size.rows / SearchState.rowsPerHit)
  }

  /// Scrolls the hits so that the chosen one is shown.
  mutating func keepHitVisible() {
    guard let state = search else { return }
    if state.kind == .articles, state.narrowing == nil || state.isTyping {
      let last = (state.results?.hits.count ?? 0) - hitRows
      let top = max(0, max(min(state.top, state.selected, last), state.selected - hitRows + 1))
      search?.top = top
      return
    }
    guard let rect = panes.list else { return }
    let first = searchItemLines(self, state, in: searchBody(self, in: rect)).first
    if state.narrowing != nil, !state.isTyping {
      search?.narrowing?.choice.first = first
    } else {
      search?.top = first
    }
  }
}

extension Query {
  /// The query with its last word also as the beginning of a longer one: while it is typed nobody knows where it ends.
  var continuingLastWord: Query {
    switch self {
    case .word(let word): return .or([self, .prefix(word)])
    case .and(let parts):
      guard let last = parts.last else { return self }
      return .and(parts.dropLast() + [last.continuingLastWord])
    default: return self
    }
  }
}
