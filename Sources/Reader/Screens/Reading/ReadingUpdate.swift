import Briefings
import Cells
import Search

/// What to do with an article once it has come.
public enum ArticlePurpose: Hashable, Sendable {
  /// Show it beside the list.
  case preview
  /// Read it, from where it was left.
  case read
  /// Read it at a place.
  case jump(Place)
}

extension Model {
  /// Asks for the article that is chosen in the list, to be shown beside it.
  mutating func preview() -> [Effect] {
    guard let id = search?.selectedHit?.briefing.id ?? (search == nil ? library.selectedRow?.id : nil) else {
      return []
    }
    if article?.briefing.id == id { return markMatchesOfSearch() }
    return load(id, for: .preview)
  }

  /// Asks for an article.
  mutating func load(_ id: BriefingID, for purpose: ArticlePurpose) -> [Effect] {
    let request = takeRequest()
    panel.pendingArticle = PendingArticle(request: request, purpose: purpose)
    return [.loadArticle(request: request, id)]
  }

  /// Shows an article that has come.
  mutating func take(_ loaded: LoadedBriefing?, request: Int) -> [Effect] {
    guard let pending = panel.pendingArticle, pending.request == request else { return [] }
    guard let loaded else {
      panel.pendingArticle = nil
      notice = Notice("That article is no longer in the archive.", isError: true)
      return []
    }
    let layout = ArticleLayout(loaded.briefing, width: articleWidth, options: options.layout)
    article = ArticleState(loaded: loaded, layout: layout)
    panel = PanelState(tab: panel.tab == .related ? .statements : panel.tab)
    _ = markMatchesOfSearch()
    switch pending.purpose {
    case .preview:
      if let place = article?.matches.first { show(place) }
      return []
    case .read:
      return finishOpening(at: nil)
    case .jump(let place):
      return finishOpening(at: place)
    }
  }

  /// Turns the article shown into the one being read.
  private mutating func finishOpening(at place: Place?) -> [Effect] {
    guard let state = article else { return [] }
    article?.isOpened = true
    isRightToLeft = isRightToLeftLanguage(state.briefing.language)
    focus = .article
    layOutArticle()
    if let place {
      article?.current = place
      show(place)
      selectInPanel(place)
    } else if let match = state.matches.first {
      article?.currentMatch = 0
      show(match)
    } else if let position = state.loaded.position, let row = article?.layout.row(of: position) {
      let top = min(row, articleEnd)
      article?.top = top
    }
    if let index = library.rows.firstIndex(where: { $0.id == state.briefing.id }) { library.rows[index].isRead = true }
    return [.markRead(state.briefing.id, true)] + savePosition()
  }

  /// Opens the article that is chosen in the list or among the hits.
  mutating func openSelected() -> [Effect] {
    guard let id = search?.selectedHit?.briefing.id ?? library.selectedRow?.id else { return [] }
    trail.leave(stop)
    if article?.briefing.id == id, panel.pendingArticle == nil { return finishOpening(at: nil) }
    return load(id, for: .read)
  }

  /// Opens the article beside the present one in the list.
  mutating func openNeighbour(_ distance: Int) -> [Effect] {
    let index = library.selected + distance
    guard library.rows.indices.contains(index) else {
      notice = Notice(distance > 0 ? "This is the last article of the list." : "This is the first article of the list.")
      return []
    }
    let more = library.next != nil && library.rows.count - index < LibraryState.pageSize / 2 ? loadList() : []
    library.selected = index
    keepListSelectionVisible()
    guard focus != .list else { return more + preview() }
    return more + load(library.rows[index].id, for: .read)
  }

  /// Chooses the next unread article.
  mutating func goToNextUnread() -> [Effect] {
    let order =
      Array(library.rows.indices.dropFirst(library.selected + 1))
      + Array(library.rows.indices.prefix(library.selected + 1))
    guard let index = order.first(where: { !library.rows[$0].isRead }) else {
      notice = Notice("Everything in this list has been read.")
      return []
    }
    library.selected = index
    keepListSelectionVisible()
    return focus == .list ? preview() : load(library.rows[index].id, for: .read)
  }

  /// Marks the article being read, or the chosen one, as read or unread.
  mutating func toggleRead() -> [Effect] {
    let id = focus == .list ? library.selectedRow?.id : article?.briefing.id
    guard let id, let index = library.rows.firstIndex(where: { $0.id == id }) else { return [] }
    library.rows[index].isRead.toggle()
    return [.markRead(id, library.rows[index].isRead)]
  }

  /// Marks what the search of the archive matched.
  mutating func markMatchesOfSearch() -> [Effect] {
    guard let query = search?.query, let state = article else { return [] }
    article?.matches = places(of: query, in: state.briefing)
    article?.currentMatch = nil
    return []
  }

  // MARK: Searching in the article

  /// Begins a search in the article.
  mutating func openPrompt() {
    guard let state = article else { return }
    focus = .article
    prompt = Prompt(originalTop: state.top)
  }

  /// A key while the search in the article is being typed.
  mutating func typeInPrompt(_ key: Key) -> [Effect] {
    guard var typed = prompt else { return [] }
    switch key.code {
    case .escape:
      article?.top = typed.originalTop
      article?.matches = []
      article?.currentMatch = nil
      prompt = nil
      return []
    case .enter:
      prompt = nil
      if article?.matches.isEmpty == true, !typed.text.isEmpty {
        notice = Notice("Not in this article: \(typed.text)")
      }
      return savePosition()
    default:
      guard edit(&typed.text, with: key) else { return [] }
      prompt = typed
      findInArticle(typed)
      return []
    }
  }

  private mutating func findInArticle(_ typed: Prompt) {
    guard let state = article else { return }
    let found = BriefingField.allCases.flatMap { field in
      occurrences(of: typed.text, in: state.briefing.text(of: field)).map { Place(field, TextSpan($0)) }
    }
    article?.matches = found
    article?.top = typed.originalTop
    let from = state.layout.place(ofRow: typed.originalTop)
    let next = from.flatMap { from in found.firstIndex { $0 >= from } } ?? 0
    article?.currentMatch = found.isEmpty ? nil : next
    if let index = article?.currentMatch { show(found[index]) }
  }

  /// Goes to the next match, from the end to the beginning again; to a mention where the panel shows an entity.
  mutating func goToMatch(_ distance: Int) -> [Effect] {
    if focus == .panel, panel.tab == .entities { return goToMention(distance) }
    guard let state = article, !state.matches.isEmpty else {
      notice = Notice("Nothing is searched in this article; / begins.")
      return []
    }
    let count = state.matches.count
    let next = ((state.currentMatch ?? (distance > 0 ? -1 : 0)) + distance + count) % count
    article?.currentMatch = next
    show(state.matches[next])
    if distance > 0 && next == 0 { notice = Notice("From the beginning again.") }
    if distance < 0 && next == count - 1 { notice = Notice("From the end again.") }
    return savePosition()
  }

  /// Goes to the next statement of the text, or the one before.
  mutating func goToStatement(_ distance: Int) -> [Effect] {
    guard let state = article, !state.loaded.statements.isEmpty else {
      notice = Notice("No statement was found in this article.")
      return []
    }
    let count = state.loaded.statements.count
    let isChosen = panel.tab == .statements && state.current != nil
    panel.tab = .statements
    let first = distance > 0 ? 0 : count - 1
    panel.statement = isChosen ? min(max(0, panel.statement + distance), count - 1) : first
    showPanelChoice()
    return savePosition()
  }
}

/// Where the words of a query stand in a briefing, in order.
private func places(of query: Query, in briefing: Briefing) -> [Place] {
  BriefingField.allCases.flatMap { field in
    matches(of: query, in: briefing.text(of: field)).map { Place(field, TextSpan($0)) }
  }
}
