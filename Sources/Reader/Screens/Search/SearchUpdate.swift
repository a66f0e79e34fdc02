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

  /// Leaves the search; the list is there again as it was.
  mutating func closeSearch() -> [Effect] {
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
      guard state.results?.hits.isEmpty == false else { return [] }
      state.isTyping = false
      search = state
      return preview()
    case .down, .up:
      let step = key.code == .down ? 1 : -1
      state.selected = min(max(0, state.selected + step), max(0, (state.results?.hits.count ?? 0) - 1))
      search = state
      return preview()
    default:
      guard edit(&state.text, with: key) else { return [] }
      search = state
      return runSearch()
    }
  }

  /// Asks for the hits of what is typed.
  mutating func runSearch() -> [Effect] {
    guard var state = search else { return [] }
    state.selected = 0
    state.query = nil
    state.problem = nil
    defer { search = state }
    guard state.text.contains(where: { !$0.isWhitespace }) else {
      state.results = nil
      state.request = nil
      return []
    }
    do throws(QueryError) {
      let query = try Query.parse(state.text, isComplete: !state.isTyping)
      state.query = query
      let request = takeRequest()
      state.request = request
      return [.search(request: request, query, limit: SearchState.limit)]
    } catch {
      state.problem = error.description
      return []
    }
  }

  /// Shows hits that have come, and the first one's article.
  mutating func take(_ results: SearchResults, request: Int) -> [Effect] {
    guard search?.request == request else { return [] }
    search?.request = nil
    search?.results = results
    search?.selected = 0
    return preview()
  }

  /// Moves the choice among the hits.
  mutating func moveInHits(by distance: Int) -> [Effect] {
    guard let state = search, let count = state.results?.hits.count, count > 0 else { return [] }
    search?.selected = min(max(0, state.selected + distance), count - 1)
    return preview()
  }
}

/// Applies a key to a line being typed; answers whether it changed.
///
/// Backspace takes the last letter with its marks, C-w the last word, C-u everything.
func edit(_ text: inout String, with key: Key) -> Bool {
  switch (key.code, key.modifiers) {
  case (.backspace, _), (.character("h"), .control):
    guard !text.isEmpty else { return false }
    text.removeLast()
  case (.character("u"), .control): text = ""
  case (.character("w"), .control):
    while text.last?.isWhitespace == true { text.removeLast() }
    while let last = text.last, !last.isWhitespace { text.removeLast() }
  case (.character(let scalar), []): text.unicodeScalars.append(scalar)
  default: return false
  }
  return true
}
