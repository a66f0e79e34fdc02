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
  /// Read it from a place on.
  case scroll(Place)
  /// Show other findings of the article shown, the entity chosen that is called so.
  case refresh(EntityName?)
}

extension Model {
  /// Asks for the article that is chosen in the list, to be shown beside it.
  mutating func preview() -> [Effect] {
    guard let id = selectedID else { return [] }
    guard article?.briefing.id == id else { return load(id, for: .preview) }
    // Another article may be on its way that is no longer wanted.
    panel.pendingArticle = nil
    markMatchesOfSearch()
    if search != nil, let match = article?.matches.first { show(match) }
    showStatementOfSearch()
    return refreshIfOld()
  }

  /// The article that is chosen in the list or among the hits.
  var selectedID: BriefingID? { search == nil ? library.selectedRow?.id : search?.selectedBriefing?.id }

  /// Asks for an article.
  mutating func load(_ id: BriefingID, for purpose: ArticlePurpose) -> [Effect] {
    let request = takeRequest()
    panel.pendingArticle = PendingArticle(request: request, purpose: purpose, decisionCount: decisionCount)
    return [.loadArticle(request: request, id)]
  }

  /// Shows an article that has come.
  mutating func take(_ loaded: LoadedBriefing?, request: Int) -> [Effect] {
    guard let pending = panel.pendingArticle, pending.request == request else { return [] }
    guard let loaded else {
      panel.pendingArticle = nil
      notice = Notice(wording.articleIsGone, isError: true)
      if case .refresh = pending.purpose {
        // What is shown stays, and is not asked for again.
        article?.decisionCount = decisionCount
        return []
      }
      return pending.purpose != .preview && focus == .list ? preview() : []
    }
    if case .refresh(let name) = pending.purpose, loaded.briefing == article?.briefing {
      return refresh(loaded, pending, choosing: name)
    }
    let layout = newLayout(of: loaded.briefing)
    article = ArticleState(loaded, layout: layout)
    article?.decisionCount = pending.decisionCount
    panel = PanelState(tab: panel.tab == .related ? .statements : panel.tab)
    markMatchesOfSearch()
    if let shown = article, let typed = prompt {
      prompt = Prompt(text: typed.text, behind: typed.behind, original: shown)
      findInArticle()
    }
    switch pending.purpose {
    case .preview, .refresh:
      if let place = article?.matches.first { show(place) }
      showStatementOfSearch()
      return refreshIfOld()
    case .read:
      return finishOpening(at: nil) + refreshIfOld()
    case .jump(let place):
      return finishOpening(at: place) + refreshIfOld()
    case .scroll(let place):
      let effects = finishOpening(at: nil)
      if let row = article?.layout.row(of: place) { scrollArticle(to: row) }
      return effects + savePosition() + refreshIfOld()
    }
  }

  /// Turns the article shown into the one being read.
  private mutating func finishOpening(at place: Place?) -> [Effect] {
    guard let state = article else { return [] }
    let isOpenedAgain = state.isOpened
    article?.isOpened = true
    isRightToLeft = isRightToLeftLanguage(state.briefing.language)
    focus = .article
    layOutArticle()
    if let place {
      article?.current = place
      show(place)
      selectInPanel(place)
    } else if let match = state.matches.first, state.currentMatch == nil {
      article?.currentMatch = 0
      show(match)
    } else if !isOpenedAgain, let position = state.loaded.position, let row = article?.layout.row(of: position) {
      scrollArticle(to: row)
    }
    return markOpened(state.briefing.id) + savePosition()
  }

  /// Opens the article that is chosen in the list or among the hits.
  mutating func openSelected() -> [Effect] {
    if search == nil, let effects = toggleFold() { return effects }
    guard let id = selectedID else { return [] }
    trail.leave(stop)
    if article?.briefing.id == id, panel.pendingArticle == nil { return finishOpening(at: nil) }
    return load(id, for: .read)
  }

  /// Opens the article beside the present one in the list, or among the hits.
  mutating func openNeighbour(_ distance: Int) -> [Effect] {
    let old = selectedID
    let isForward = distance > 0
    var distance = distance
    if search == nil, library.isTree {
      while library.heading(library.selected + distance) != nil { distance += isForward ? 1 : -1 }
      if library.place(of: library.selected + distance) == nil { distance = 0 }
    }
    let effects = search == nil ? moveInList(by: distance) : moveInHits(by: distance)
    guard let id = selectedID, id != old else {
      if effects.isEmpty { notice = Notice(isForward ? wording.lastArticle : wording.firstArticle) }
      return effects
    }
    return focus == .list ? effects : effects + load(id, for: .read)
  }

  /// Chooses the next article of the list, or hit, that was never opened; opens it where an article is being read.
  mutating func goToNextUnread() -> [Effect] {
    let old = selectedID
    let effects: [Effect]
    if let state = search {
      let hits = state.results?.hits ?? []
      let order = Array(hits.indices.dropFirst(state.selected + 1)) + Array(hits.indices.prefix(state.selected + 1))
      let index = order.first { !hits[$0].briefing.isRead }
      if index == nil { notice = Notice(wording.everythingRead) }
      effects = moveInHits(by: index.map { $0 - state.selected } ?? 0)
    } else {
      effects = goToUnread(from: unreadStart, isFromBeginning: false)
    }
    guard let id = selectedID, id != old, focus != .list else { return effects }
    return effects + load(id, for: .read)
  }

  /// Marks what the search of the archive matched.
  private mutating func markMatchesOfSearch() {
    guard let query = search?.query, let state = article else { return }
    article?.matches = places(of: query, in: state.briefing)
    article?.currentMatch = nil
  }

  // MARK: Searching in the article

  /// Begins a search in the article.
  mutating func openPrompt() {
    guard let state = article else {
      notice = Notice(wording.noArticleOpen)
      return
    }
    focus = .article
    layOutArticle()
    prompt = Prompt(original: article ?? state)
  }

  /// A key while the search in the article is being typed.
  mutating func typeInPrompt(_ key: Key) -> [Effect] {
    guard var typed = prompt else { return [] }
    switch key.code {
    case .escape:
      article = typed.original
      layOutArticle()
      prompt = nil
      return []
    case .enter:
      prompt = nil
      if typed.text.isEmpty {
        article?.matches = []
        article?.currentMatch = nil
      } else if article?.matches.isEmpty == true {
        notice = Notice(wording.notInArticle(typed.text))
      }
      return savePosition()
    default:
      let old = typed.text
      guard edit(&typed.text, behind: &typed.behind, with: key) else { return [] }
      prompt = typed
      if typed.text != old { findInArticle() }
      return []
    }
  }

  /// Marks what is typed in the article and goes to the first place from where the search began.
  mutating func findInArticle() {
    guard let typed = prompt, let state = article else { return }
    let found = BriefingField.allCases.flatMap { field in
      occurrences(of: typed.text, in: state.briefing.text(of: field)).map { Place(field, TextSpan($0)) }
    }
    // The article's layout may be another one by now, but not its text.
    let from = typed.original.layout.place(ofRow: typed.original.top)
    article = typed.original
    layOutArticle()
    article?.matches = found
    let next = from.flatMap { from in found.firstIndex { $0 >= from } } ?? 0
    article?.currentMatch = found.isEmpty ? nil : next
    if let index = article?.currentMatch { show(found[index]) }
  }

  /// Goes to the next match, from the end to the beginning again; to a mention where the panel shows an entity.
  mutating func goToMatch(_ distance: Int) -> [Effect] {
    if focus == .panel, panel.tab == .entities { return goToMention(distance) }
    guard let state = article, !state.matches.isEmpty else {
      notice = Notice(wording.nothingSearched)
      return []
    }
    let count = state.matches.count
    let next = ((state.currentMatch ?? (distance > 0 ? -1 : 0)) + distance + count) % count
    article?.currentMatch = next
    show(state.matches[next])
    let wrap =
      distance > 0 && next == 0 ? wording.fromBeginning : distance < 0 && next == count - 1 ? wording.fromEnd : ""
    notice = Notice([wording.match(next + 1, of: count), wrap].filter { !$0.isEmpty }.joined(separator: "  "))
    return savePosition()
  }

  /// Goes to the next statement of the text, or the one before: from the chosen one while that is in sight, else from
  /// what is shown.
  mutating func goToStatement(_ distance: Int) -> [Effect] {
    let statements = panelStatements
    guard let state = article, !statements.isEmpty else {
      notice = Notice(missingStatements)
      return []
    }
    panel.tab = .statements
    let rows = statements.map { state.layout.row(of: $0.statement.place) ?? 0 }
    if isStatementChosen, rows.indices.contains(panel.statement),
      (state.top..<state.top + articleRows).contains(rows[panel.statement])
    {
      panel.statement = min(max(0, panel.statement + distance), rows.count - 1)
    } else {
      let next = distance > 0 ? rows.firstIndex { $0 >= state.top } : rows.lastIndex { $0 < state.top }
      panel.statement = next ?? (distance > 0 ? rows.count - 1 : 0)
    }
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
