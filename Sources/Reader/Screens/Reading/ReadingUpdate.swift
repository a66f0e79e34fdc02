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
    let effects = markMatchesOfSearch()
    if search != nil, let match = article?.matches.first { show(match) }
    showStatementOfSearch()
    return effects + refreshIfOld()
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
    layOutArticle()
    panel = PanelState(tab: panel.tab == .related ? .statements : panel.tab)
    var effects = markMatchesOfSearch()
    if let shown = article, let typed = prompt {
      prompt = Prompt(text: typed.text, behind: typed.behind, original: shown)
      effects = findInArticle()
    }
    return effects + show(pending.purpose)
  }

  /// Shows an article that has come as it was asked for.
  private mutating func show(_ purpose: ArticlePurpose) -> [Effect] {
    switch purpose {
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
  private mutating func markMatchesOfSearch() -> [Effect] {
    guard let query = search?.query else { return [] }
    return look(for: .query(query))
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
      } else if article?.matches.isEmpty == true, article?.pendingSearch == nil {
        notice = Notice(wording.notInArticle(typed.text))
      }
      return savePosition()
    default:
      let old = typed.text
      guard edit(&typed.text, behind: &typed.behind, with: key) else { return [] }
      prompt = typed
      return typed.text != old ? findInArticle() : []
    }
  }

  /// Marks what is typed in the article and goes to the first place from where the search began.
  mutating func findInArticle() -> [Effect] {
    guard let typed = prompt, article != nil else { return [] }
    article = typed.original
    layOutArticle()
    let effects = look(for: .letters(typed.text))
    // The article's layout may be another one by now, but not its text.
    goToFirstMatch(from: typed.original)
    return effects
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
    let shown = state.layout.shown(from: state.top, rows: articleRows)
    if isStatementChosen, statements.indices.contains(panel.statement),
      shown.contains(statements[panel.statement].statement.place)
    {
      panel.statement = min(max(0, panel.statement + distance), statements.count - 1)
    } else {
      let start = state.layout.place(ofRow: state.top)
      let isAbove = { (index: Int) in start.map { statements[index].statement.place.begins(before: $0) } ?? false }
      let next = distance > 0 ? statements.indices.first { !isAbove($0) } : statements.indices.last(where: isAbove)
      panel.statement = next ?? (distance > 0 ? statements.count - 1 : 0)
    }
    showPanelChoice()
    return savePosition()
  }
}
