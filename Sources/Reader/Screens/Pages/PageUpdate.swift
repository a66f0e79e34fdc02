import Briefings
import Cells

extension Model {
  /// Opens a page; Back leads to where it was opened.
  mutating func open(_ page: Page) -> [Effect] {
    trail.leave(stop)
    focus = .page
    self.page = page
    _ = self.page?.content.hideDoubtful(hidesDoubtful)
    return loadPage()
  }

  /// Asks for what the page shows, or for more of it.
  mutating func loadPage() -> [Effect] {
    guard let wanted = page?.content.wanted else { return [] }
    let request = takeRequest()
    page?.content.progress.request = request
    page?.content.progress.problem = nil
    return [.loadPage(request: request, wanted)]
  }

  /// Shows what has come for the page, unless nobody waits for it any more.
  mutating func take(_ answer: PageAnswer, request: Int) -> [Effect] {
    guard var content = page?.content, content.progress.request == request else { return [] }
    content.progress.request = nil
    // What is not there is told by the page itself: asking again would not bring it.
    _ = content.take(answer)
    page?.content = content
    keepPageChoiceVisible()
    if case .changes(let loaded) = answer, !keepsUnseen { seenUntil = loaded.until }
    return content.isNearEnd && content.progress.problem == nil ? loadPage() : []
  }

  /// Notes that the page's content could not be fetched.
  mutating func failPage(_ words: String) {
    page?.content.progress.request = nil
    page?.content.progress.problem = words
  }

  /// What an action does while a page is shown; `nil` where it does the same as elsewhere.
  mutating func performOnPage(_ action: Action) -> [Effect]? {
    guard let content = page?.content else { return nil }
    switch action {
    case .down: return moveInPage(by: 1)
    case .up: return moveInPage(by: -1)
    case .pageDown: return moveInPage(by: pageStep)
    case .pageUp: return moveInPage(by: -pageStep)
    case .halfPageDown: return moveInPage(by: max(1, pageStep / 2))
    case .halfPageUp: return moveInPage(by: -max(1, pageStep / 2))
    case .top: return moveInPage(by: -1_000_000_000)
    case .bottom: return moveInPage(by: 1_000_000_000)
    case .nextStatement: return moveToHeading(1)
    case .previousStatement: return moveToHeading(-1)
    case .nextPane, .previousPane, .paneLeft, .paneRight:
      if isPageText, content.count > 1 { page?.content.progress.choice.selected = 1 - content.progress.choice.selected }
      return []
    case .open: return openPageChoice()
    case .leave: return perform(.back)
    case .copy:
      guard let record = content.record else { return [] }
      notice = Notice(wording.copied)
      return [.copy(citation(record))]
    case .thread, .related: return openThread()
    case .compare: return compare()
    case .entityCard: return openEntityCard()
    case .speakerTimeline: return openTimelineOfSpeaker()
    case .topicTimeline: return openTimelineOfTopic()
    case .deleteArticles: return deleteSavedSearch()
    case .markAllSeen: return markAllSeen()
    case .savedSearches, .sinceLastTime, .export: return nil
    case .editions: return perform(.back)
    case .toggleDoubtful:
      toggleDoubtfulOnPage()
      return []
    case .toggleMark: return toggleStatementMark()
    case .markRange:
      markStatementRange()
      return []
    case .back, .forward, .quit, .searchArchive, .undo, .help, .suspend, .palette, .nextTheme, .language:
      return nil
    case .redraw: return (content.progress.problem == nil ? [] : loadPage()) + [.redraw]
    default: return []
    }
  }

  /// Leaves out the statements that the rules are unsure of, or shows them again; the chosen one stays chosen, else the
  /// one before it is.
  private mutating func toggleDoubtfulOnPage() {
    guard var content = page?.content else { return }
    let chosen = content.progress.choice.selected
    let old = content
    hidesDoubtful.toggle()
    let doubtful = content.hideDoubtful(hidesDoubtful)
    /// The statements of the things up to the chosen one, the chosen one first.
    func record(_ content: any PageContent, _ index: Int) -> StatementID? {
      var content = content
      content.progress.choice.selected = index
      return content.record?.id
    }
    if content.count != old.count {
      var places: [StatementID: Int] = [:]
      for index in 0..<content.count { if let id = record(content, index) { places[id] = index } }
      let before = (0...max(0, min(chosen, old.count - 1))).reversed().lazy.compactMap { record(old, $0) }
      let kept = old.record == nil ? min(chosen, content.count - 1) : before.compactMap { places[$0] }.first
      content.progress.choice.selected = max(0, kept ?? 0)
    }
    page?.content = content
    keepPageChoiceVisible()
    notice = Notice(hidesDoubtful ? wording.doubtfulHidden(doubtful) : wording.doubtfulShown(doubtful))
  }

  // MARK: Moving

  /// Moves the choice in the page; scrolls a page that is a text, and at its ends chooses the first or the last thing.
  mutating func moveInPage(by distance: Int) -> [Effect] {
    guard let page, let rect = panes.page, page.content.count > 0 else { return [] }
    self.page?.content.setOutForEnd(distance > 100_000_000)
    var choice = page.content.progress.choice
    let last = page.content.count - 1
    if isPageText {
      let old = choice.first
      choice.first = pageRows(self, page, in: rect, scrolledBy: distance).first
      if choice.first == old { choice.selected = distance > 0 ? last : 0 }
    } else {
      choice.selected = min(max(0, choice.selected + distance), last)
    }
    self.page?.content.progress.choice = choice
    keepPageChoiceVisible()
    guard let now = self.page?.content, now.isNearEnd, now.progress.request == nil else { return [] }
    return loadPage()
  }

  /// Chooses the first thing under the next heading, or under this one or the one before.
  private mutating func moveToHeading(_ distance: Int) -> [Effect] {
    guard let content = page?.content, content.count > 0, !isPageText else { return [] }
    func heading(_ index: Int) -> String? { content.item(index, self).heading?.text }
    let selected = content.progress.choice.selected
    var index = selected
    if distance > 0 {
      while index < content.count - 1, heading(index) == heading(selected) { index += 1 }
    } else {
      index = max(0, index - 1)
      while index > 0, heading(index - 1) == heading(index) { index -= 1 }
    }
    return moveInPage(by: index - selected)
  }

  /// Scrolls the page so that what is chosen is shown.
  mutating func keepPageChoiceVisible() {
    guard let page, let rect = panes.page else { return }
    let first = pageRows(self, page, in: rect).first
    self.page?.content.progress.choice.first = first
  }

  /// Whether the page is a text to be scrolled.
  private var isPageText: Bool { page?.content.text(self, width: 80) != nil }

  /// How many things a page of the screen moves by; of a text, how many lines.
  private var pageStep: Int {
    guard let page, let rect = panes.page else { return 1 }
    let rows = pageRows(self, page, in: rect)
    if isPageText { return max(1, rows.room - 1) }
    return max(1, Set(rows.lines.compactMap(\.item)).count - 1)
  }

  /// Chooses the thing of the page that was clicked.
  mutating func clickPage(row: Int, isDouble: Bool) -> [Effect] {
    guard let page, let rect = panes.page, !isPageText else { return [] }
    let rows = pageRows(self, page, in: rect)
    let line = row - rect.belowBar.row - rows.lead.count
    guard rows.lines.indices.contains(line), let item = rows.lines[line].item else { return [] }
    let effects = moveInPage(by: item - page.content.progress.choice.selected)
    return isDouble ? effects + openPageChoice() : effects
  }

  // MARK: Leading on

  /// What Enter does: leads to where the chosen thing stands, or to what it is about.
  private mutating func openPageChoice() -> [Effect] {
    switch page?.content.target {
    case .statement(let record):
      trail.leave(stop)
      return load(record.briefing.id, for: .jump(record.statement.place))
    case .page(let page): return open(page)
    case .articles(let name): return listBriefings(naming: name)
    case .article(let id):
      trail.leave(stop)
      return load(id, for: .read)
    case .search(let saved): return open(saved)
    case nil: return []
    }
  }

  /// The statement that an action is about: the chosen one of the page or of the panel, else the one in sight.
  mutating func statementInQuestion() -> StatementRecord? {
    if let content = page?.content { return content.record ?? content.origin }
    if focus == .panel, panel.tab == .related, let related = panel.related, related.indices.contains(panel.relatedIndex)
    {
      return related[panel.relatedIndex].record
    }
    if !isStatementChosen, focus != .panel || panel.tab != .statements,
      let index = article?.statement(of: panelStatements, inSightOf: articleRows)
    {
      panel.statement = index
    }
    if panelStatement == nil { notice = Notice(missingStatements) }
    return panelStatement
  }
}
