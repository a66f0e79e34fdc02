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
    focus = .list
    return []
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
    switch key.code {
    case .escape: return closeSearch()
    case .enter:
      // What is begun and not finished is no error until it is meant.
      do throws(QueryError) {
        _ = try Query.parse(state.text)
      } catch {
        search?.problem = QueryWording(options.language).problem(error)
        return []
      }
      guard state.results?.hits.isEmpty == false else { return [] }
      state.isTyping = false
      search = state
      return preview()
    case .down, .up:
      let step = key.code == .down ? 1 : -1
      return moveInHits(by: step)
    default:
      let old = state.text
      guard edit(&state.text, behind: &state.behind, with: key) else { return [] }
      search = state
      return state.text == old ? [] : runSearch()
    }
  }

  /// Asks for the hits of what is typed.
  mutating func runSearch() -> [Effect] {
    guard var state = search else { return [] }
    state.selected = 0
    state.top = 0
    state.query = nil
    state.problem = nil
    defer { search = state }
    guard state.text.contains(where: { !$0.isWhitespace }) else {
      state.results = nil
      state.request = nil
      return []
    }
    do throws(QueryError) {
      var query = try Query.parse(state.text, isComplete: !state.isTyping)
      if state.isTyping, state.text.last?.isWhitespace == false { query = query.continuingLastWord }
      state.query = query
      let request = takeRequest()
      state.request = request
      return [.search(request: request, query, limit: SearchState.limit)]
    } catch {
      state.problem = QueryWording(options.language).problem(error)
      return []
    }
  }

  /// Shows hits that have come, and the first one's article.
  mutating func take(_ results: SearchResults, request: Int) -> [Effect] {
    guard search?.request == request else { return [] }
    search?.request = nil
    search?.results = results
    search?.selected = 0
    search?.top = 0
    return preview()
  }

  /// Moves the choice among the hits.
  mutating func moveInHits(by distance: Int) -> [Effect] {
    guard let state = search, let count = state.results?.hits.count, count > 0 else { return [] }
    let target = min(max(0, state.selected + distance), count - 1)
    guard target != state.selected else { return [] }
    search?.selected = target
    keepHitVisible()
    return preview()
  }

  /// The number of hits that the list pane shows at once.
  var hitRows: Int { max(1, ((panes.list?.size.rows ?? size.rows - 1) - 2) / SearchState.rowsPerHit) }

  /// Scrolls the hits so that the chosen one is shown.
  mutating func keepHitVisible() {
    guard let state = search else { return }
    let last = (state.results?.hits.count ?? 0) - hitRows
    let top = max(0, max(min(state.top, state.selected, last), state.selected - hitRows + 1))
    search?.top = top
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
