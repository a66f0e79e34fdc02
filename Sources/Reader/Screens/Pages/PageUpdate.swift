import Briefings
import Cells

extension Model {
  /// Opens a page; Back leads to where it was opened.
  mutating func open(_ page: Page) -> [Effect] {
    trail.leave(stop)
    show(page)
    return loadPage()
  }

  /// Shows a page in place of the panes.
  mutating func show(_ page: Page) {
    focus = .page
    self.page = page
  }

  /// Asks for what the page shows, or for more of it.
  mutating func loadPage() -> [Effect] {
    switch page {
    case .timeline: return loadTimeline()
    case nil: return []
    }
  }

  /// Shows what has come for the page, unless nobody waits for it any more.
  mutating func take(_ answer: PageAnswer, request: Int) -> [Effect] {
    guard let page, page.request == request else { return [] }
    defer { keepPageChoiceVisible() }
    switch (page, answer) {
    case (.timeline(let state), .timeline(let loaded)): return take(loaded, for: state)
    default:
      failPage(wording.noLongerThere)
      return []
    }
  }

  /// Notes that the page's content could not be fetched.
  mutating func failPage(_ words: String) {
    switch page {
    case .timeline(var state):
      state.request = nil
      state.problem = words
      page = .timeline(state)
    case nil: break
    }
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
    case .open: return openPageChoice()
    case .leave: return perform(.back)
    case .copy:
      guard let record = content.record else { return [] }
      notice = Notice(wording.copied)
      return [.copy(citation(record))]
    case .speakerTimeline: return openTimelineOfSpeaker()
    case .topicTimeline: return openTimelineOfTopic()
    case .back, .forward, .quit, .searchArchive, .undoDecision, .help, .suspend, .palette, .nextTheme, .language:
      return nil
    case .redraw: return (content.problem == nil ? [] : loadPage()) + [.redraw]
    default: return []
    }
  }

  /// Moves the choice in the page.
  mutating func moveInPage(by distance: Int) -> [Effect] {
    guard let content = page?.content, content.count > 0 else { return [] }
    let target = min(max(0, content.choice.selected + distance), content.count - 1)
    page?.choice.selected = target
    keepPageChoiceVisible()
    return loadMoreOfPage()
  }

  /// Asks for what comes behind where the end is near.
  private mutating func loadMoreOfPage() -> [Effect] {
    switch page {
    case .timeline(let state):
      guard state.next != nil, state.request == nil,
        state.entries.count - state.choice.selected < TimelineState.pageSize / 4
      else { return [] }
      return loadTimeline()
    case nil: return []
    }
  }

  /// What Enter does: leads to the article that the chosen thing stands in.
  private mutating func openPageChoice() -> [Effect] {
    guard let record = page?.content.record else { return [] }
    return open(record)
  }

  /// Opens the article of a statement where that stands.
  mutating func open(_ record: StatementRecord) -> [Effect] {
    trail.leave(stop)
    return load(record.briefing.id, for: .jump(record.statement.place))
  }

  /// The statement that an action is about: the chosen one of the page or of the panel, else the one in sight.
  mutating func statementInQuestion() -> StatementRecord? {
    if let page { return page.content.record }
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

  /// Scrolls the page so that what is chosen is shown.
  mutating func keepPageChoiceVisible() {
    guard let page, let rect = panes.page else { return }
    let first = pageRows(self, page, in: rect).first
    self.page?.choice.first = first
  }

  /// How many things a page of the screen moves by.
  private var pageStep: Int {
    guard let page, let rect = panes.page else { return 1 }
    let items = Set(pageRows(self, page, in: rect).lines.compactMap(\.item))
    return max(1, items.count - 1)
  }

  /// Chooses the thing of the page that was clicked.
  mutating func clickPage(row: Int, isDouble: Bool) -> [Effect] {
    guard let page, let rect = panes.page else { return [] }
    let rows = pageRows(self, page, in: rect)
    let line = row - rect.belowBar.row - rows.lead.count
    guard rows.lines.indices.contains(line), let item = rows.lines[line].item else { return [] }
    let effects = moveInPage(by: item - page.choice.selected)
    return isDouble ? effects + openPageChoice() : effects
  }
}
