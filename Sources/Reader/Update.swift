import Briefings
import Cells
import Search

extension Model {
  /// Changes the state for one message and says what is to be done outside. Pure.
  public mutating func update(_ message: Message) -> [Effect] {
    switch message {
    case .input(let event): return take(event)
    case .list(let request, let stretch): return take(stretch, request: request)
    case .groups(let request, let groups): return take(groups, request: request)
    case .story(let request, let rows): return take(story: rows, request: request)
    case .tags(let request, let tags): return take(tags: tags, request: request)
    case .counted(let request, let count): return take(count: count, request: request)
    case .article(let request, let loaded): return take(loaded, request: request)
    case .foundInArticle(let request, let places): return take(matches: places, request: request)
    case .found(let request, let results): return take(results, request: request)
    case .searched(let request, let answer): return take(answer, request: request)
    case .related(let request, let related): return take(related, request: request)
    case .page(let request, let answer): return take(answer, request: request)
    case .slow(let request):
      slowRequest = request
      return []
    case .decided(let record): return take(record)
    case .changed(let change, let ids, let isUndo): return take(change, ids, isUndo: isUndo)
    case .kept(let keeping, let inverse, let isUndo): return take(keeping, inverse: inverse, isUndo: isUndo)
    case .exported(let outcome):
      take(outcome)
      return []
    case .edited(let text):
      takeEdited(text)
      return []
    case .archiveChanged: return reloadList()
    case .failed(let request, let words):
      fail(request, words)
      return []
    }
  }

  /// Says what could not be done, unless nobody waits for it any more.
  private mutating func fail(_ request: Int?, _ words: String) {
    switch request {
    case nil: break
    case library.request:
      library.request = nil
      library.goal = nil
      library.problem = words
    case library.groupRequest:
      library.groupRequest = nil
      library.problem = words
    case library.storyRequest: library.storyRequest = nil
    case entry?.completion?.request: entry?.completion?.request = nil
    case library.countRequest: library.countRequest = nil
    case search?.request:
      search?.request = nil
      search?.rankedCount = nil
    case search?.narrowingRequest: search?.narrowingRequest = nil
    // That no advice can be had is no failure of the search.
    case search?.adviceRequest: return
    case panel.request: panel.request = nil
    case panel.pendingArticle?.request: panel.pendingArticle = nil
    case page?.content.progress.request: failPage(words)
    default: return
    }
    notice = Notice(words, isError: true)
  }

  private mutating func take(_ event: InputEvent) -> [Effect] {
    switch event {
    case .resize(let size):
      self.size = size
      dragged = nil
      layOutArticle()
      keepListSelectionVisible()
      keepHitVisible()
      keepPanelChoiceVisible()
      keepPageChoiceVisible()
      return []
    case .resumed: return [.redraw]
    case .hangup: return savePosition() + [.quit]
    case .wake: return []
    case .paste(let text): return paste(text)
    case .mouse(let event): return take(event)
    case .key(let key): return take(key)
    }
  }

  private mutating func take(_ key: Key) -> [Effect] {
    notice = nil
    let action = options.keymap.action(for: key)
    // These work everywhere, even while something is being typed.
    if key.modifiers.contains(.control) {
      switch action {
      case .suspend: return [.suspend]
      case .redraw: return perform(.redraw)
      case .quit: return quit()
      default: break
      }
    }
    if prompt != nil { return typeInPrompt(key) }
    if renaming != nil { return typeName(key) }
    if entry != nil { return typeInEntry(key) }
    if let purpose = awaitedLetter { return takeLetter(key, for: purpose) }
    if menu != nil { return typeInMenu(key) }
    if palette != nil { return typeInPalette(key).map { perform($0) } ?? [] }
    if helpTop != nil {
      moveHelp(action)
      return []
    }
    if focus == .list, search?.isTyping == true {
      return typeInSearch(key)
    }
    guard let action else { return [] }
    return perform(action)
  }

  mutating func perform(_ action: Action) -> [Effect] {
    if let effects = performOnPage(action) { return effects }
    if let effects = extendSelection(action) { return effects }
    switch action {
    case .down: return move(by: 1)
    case .up: return move(by: -1)
    case .pageDown: return move(by: pageDistance)
    case .pageUp: return move(by: -pageDistance)
    case .halfPageDown: return move(by: max(1, pageDistance / 2))
    case .halfPageUp: return move(by: -max(1, pageDistance / 2))
    case .top: return move(by: -1_000_000_000)
    case .bottom: return move(by: 1_000_000_000)
    case .open:
      switch focus {
      case .list: return search == nil ? openSelected() : openHit()
      case .panel: return openPanelChoice()
      case .article, .page: return []
      }
    case .back:
      if let target = trail.goBack(from: stop) { return savePosition() + restore(target) }
      notice = Notice(wording.beganHere)
      return []
    case .forward:
      if let target = trail.goForward(from: stop) { return savePosition() + restore(target) }
      notice = Notice(wording.nothingForward)
      return []
    case .leave: return leave()
    case .quit: return quit()
    case .nextPane: return cyclePane(1)
    case .previousPane: return cyclePane(-1)
    case .paneLeft: return fold(toward: -1) ?? goToPane(-1)
    case .paneRight: return fold(toward: 1) ?? goToPane(1)
    case .toggleDoubtful:
      toggleDoubtful()
      return []
    case .togglePanel:
      togglePanel()
      return []
    case .entitiesTab:
      showTab(.entities)
      return []
    case .statementsTab:
      showTab(.statements)
      return []
    case .notesTab:
      showTab(.notes)
      return []
    case .writeNote:
      openNoteEntry()
      return []
    case .flip:
      isFlipped.toggle()
      return []
    case .nextStatement: return goToStatement(1)
    case .previousStatement: return goToStatement(-1)
    case .related: return openRelated()
    case .thread: return openThread()
    case .compare: return compare()
    case .entityCard: return openEntityCard()
    case .speakerTimeline: return openTimelineOfSpeaker()
    case .topicTimeline: return openTimelineOfTopic()
    case .findInArticle:
      openPrompt()
      layOutArticle()
      return []
    case .nextMatch: return goToMatch(1)
    case .previousMatch: return goToMatch(-1)
    case .searchArchive: return openSearch()
    case .searchKind: return nextSearchKind()
    case .narrowSearch: return toggleNarrowing()
    case .rankAll: return rankAll()
    case .saveSearch:
      openSaveEntry()
      return []
    case .savedSearches: return openSavedSearches()
    case .sinceLastTime: return openChanges()
    case .editions: return openEditions()
    case .markAllSeen: return []
    case .nextArticle: return openNeighbour(1)
    case .previousArticle: return openNeighbour(-1)
    case .nextUnread: return goToNextUnread()
    case .toggleRead: return toggleRead()
    case .mergeEntity: return mergeEntity()
    case .renameEntity:
      openRenaming()
      return []
    case .retypeEntity: return retypeEntity()
    case .rejectEntity: return rejectEntity()
    case .rejectMention: return rejectMention()
    case .splitForm: return splitForm()
    case .addEntity:
      openAdding()
      return []
    case .undo: return undo()
    case .toggleMark:
      switch focus {
      case .list: return search == nil ? toggleMark() : toggleStatementMark()
      case .panel, .page: return toggleStatementMark()
      case .article: toggleSelection()
      }
      return []
    case .links:
      openLinks()
      return []
    case .trail:
      openTrail()
      return []
    case .cite: return cite()
    case .setMark, .goToMark:
      awaitedLetter = action == .setMark ? .mark : .jump
      notice = Notice(wording.letterAwaited)
      return []
    case .markRange:
      guard focus == .panel || search != nil else { return markRange() }
      markStatementRange()
      return []
    case .toggleFlag: return toggleFlag()
    case .addTag, .removeTag:
      return openTagEntry(isAdded: action == .addTag)
    case .deleteArticles: return deleteArticles()
    case .groupList:
      openGroupings()
      return []
    case .foldAll: return foldAll(true)
    case .unfoldAll: return foldAll(false)
    case .filterList: return openFilterEntry()
    case .nextOrder: return nextOrder()
    case .nextDates:
      nextDates()
      return keepView()
    case .nextDigits:
      nextDigits()
      return keepView()
    case .resetView: return resetView()
    case .zoom:
      toggleZoom()
      return []
    case .toggleList:
      toggleList()
      return []
    case .widen, .narrow:
      widen(by: action == .widen ? 4 : -4)
      return []
    case .copy: return copySelection()
    case .export:
      openExports()
      return []
    case .help:
      helpTop = 0
      return []
    case .redraw: return (library.problem == nil ? [] : loadList(at: library.asked ?? .start)) + [.redraw]
    case .suspend: return [.suspend]
    case .palette:
      palette = Palette()
      return []
    case .nextTheme:
      nextTheme()
      return []
    case .language:
      options.language = options.language == .arabic ? .english : .arabic
      return []
    }
  }

  /// Moves in the focused pane: rows of the list, lines of the article, things of the panel.
  private mutating func move(by distance: Int) -> [Effect] {
    switch focus {
    case .list: return search == nil ? moveInList(by: distance) : moveInHits(by: distance)
    case .article: return scrollArticle(by: distance)
    case .panel: return moveInPanel(by: distance)
    case .page: return moveInPage(by: distance)
    }
  }

  private var pageDistance: Int {
    switch focus {
    case .list: max(1, (search == nil ? listRows : hitRows) - 1)
    case .article: max(1, articleRows - 1)
    case .panel, .page: max(1, articleRows / 5)
    }
  }

  /// Goes to the next pane in reading order: list, article, panel.
  private mutating func cyclePane(_ distance: Int) -> [Effect] {
    var order: [Focus] = [.list, .article]
    if isPanelShown { order.append(.panel) }
    let index = order.firstIndex(of: focus) ?? 0
    focus = order[(index + distance + order.count) % order.count]
    layOutArticle()
    keepPanelChoiceVisible()
    return []
  }

  /// Goes to the pane at one side on the screen.
  private mutating func goToPane(_ distance: Int) -> [Effect] {
    // The order of all panes, shown or not: a narrow screen shows only some of them.
    var order: [Focus] = isListRight ? [.panel, .article, .list] : [.list, .article, .panel]
    if !isPanelShown { order.removeAll { $0 == .panel } }
    guard let index = order.firstIndex(of: focus), order.indices.contains(index + distance) else { return [] }
    focus = order[index + distance]
    layOutArticle()
    keepPanelChoiceVisible()
    return []
  }

  /// Leaves the innermost thing that is open; from the list, the program.
  private mutating func leave() -> [Effect] {
    if isZoomed {
      toggleZoom()
      return []
    }
    if focus == .list, search == nil, !library.marked.isEmpty {
      library.marked = []
      return []
    }
    if panel.tab == .related, focus != .list {
      panel.tab = .statements
      return []
    }
    if focus == .panel, article?.isOpened == true {
      focus = .article
      layOutArticle()
      return []
    }
    if focus != .list {
      let effects = savePosition()
      focus = .list
      layOutArticle()
      return effects
    }
    if search?.narrowing != nil {
      search?.narrowing = nil
      return []
    }
    if search != nil { return closeSearch() }
    let filter = library.filter
    if !filter.isEmpty, let stop = trail.unwind(to: { $0.library.filter != filter }) {
      return savePosition() + restore(stop)
    }
    return quit()
  }

  private mutating func moveHelp(_ action: Action?) {
    switch action {
    case .down: moveHelp(by: 1)
    case .up: moveHelp(by: -1)
    case .pageDown, .halfPageDown: moveHelp(by: size.rows - 2)
    case .pageUp, .halfPageUp: moveHelp(by: 2 - size.rows)
    case .top: helpTop = 0
    case .bottom: moveHelp(by: 10_000)
    case .leave, .help, .back, .open, .quit: helpTop = nil
    default: break
    }
  }

  /// Scrolls the help by lines.
  mutating func moveHelp(by lines: Int) {
    let last = max(0, helpRows(wording, options: options, columns: size.columns).count - (size.rows - 1))
    helpTop = min(max(0, (helpTop ?? 0) + lines), last)
  }

  /// Copies what is chosen, in logical order, with where it comes from for a statement.
  private mutating func copySelection() -> [Effect] {
    let text: String?
    switch (focus, panel.tab) {
    case (.panel, .entities): text = panelEntity?.canonical
    case (.panel, .statements): text = panelStatement.map(citation)
    case (.article, .statements) where article?.current != nil: text = panelStatement.map(citation)
    case (.panel, .related):
      text = panel.related.flatMap {
        $0.indices.contains(panel.relatedIndex) ? citation($0[panel.relatedIndex].record) : nil
      }
    case (.list, _): text = search.map(textOfHit) ?? library.selectedRow?.title
    default: text = paragraphAtTop
    }
    guard let text else { return [] }
    notice = Notice(wording.copied)
    return [.copy(text)]
  }

  func citation(_ record: StatementRecord) -> String {
    let origin = [record.briefing.source, record.briefing.date?.day ?? "", record.id.text].filter { !$0.isEmpty }
    let speaker = wording.source(of: record.statement)
    return "\(speaker): \(record.statement.content)\n(\(origin.joined(separator: ", ")))"
  }
}
