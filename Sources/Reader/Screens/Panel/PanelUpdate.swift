import Briefings
import Cells

extension Model {
  /// Shows a tab of the panel and goes there; the text stays where it is.
  mutating func showTab(_ tab: PanelTab) {
    panel.tab = tab
    isPanelShown = true
    if tab == .statements { chooseStatementInSight() } else { article?.current = nil }
    if tab == .notes { showPanelNote() }
    focus = .panel
    layOutArticle()
    keepPanelChoiceVisible()
  }

  /// Shows the panel or hides it; where there is no room beside the text, goes there and back.
  mutating func togglePanel() {
    if panes.panel == nil {
      isPanelShown = true
      if panes.panel == nil { focus = .panel }
    } else {
      if panes.article != nil { isPanelShown = false }
      if focus == .panel { focus = .article }
    }
    layOutArticle()
    keepPanelChoiceVisible()
  }

  /// Hides the statements that the rules are unsure of, or shows them again; the chosen one stays chosen, or the one
  /// before it is.
  mutating func toggleDoubtful() {
    let place = panelStatement?.statement.place
    let isChosen = isStatementChosen
    hidesDoubtful.toggle()
    let shown = panelStatements
    if let place { panel.statement = max(0, shown.lastIndex { $0.statement.place <= place } ?? 0) }
    let current = panelStatement?.statement.place
    if isChosen { article?.current = current }
    let doubtful = hidesDoubtful ? hiddenStatementCount : shown.filter(\.statement.isDoubtful).count
    notice = Notice(hidesDoubtful ? wording.doubtfulHidden(doubtful) : wording.doubtfulShown(doubtful))
    keepPanelChoiceVisible()
  }

  /// Chooses the statement that is in sight in the text, unless one is chosen there.
  private mutating func chooseStatementInSight() {
    if !isStatementChosen, let index = article?.statement(of: panelStatements, inSightOf: articleRows) {
      panel.statement = index
    }
    let place = panelStatement?.statement.place
    article?.current = place
  }

  /// Chooses in the panel what is in sight in the text, unless what is chosen is.
  mutating func followText() {
    guard panel.tab == .statements, let state = article, let record = panelStatement else { return }
    guard !state.layout.shown(from: state.top, rows: articleRows).contains(record.statement.place),
      let index = state.statement(of: panelStatements, inSightOf: articleRows)
    else { return }
    panel.statement = index
    keepPanelChoiceVisible()
  }

  /// Scrolls the panel so that what is chosen is shown.
  mutating func keepPanelChoiceVisible() {
    guard let rect = panes.panel, var rows = panelRows(self, in: rect) else { return }
    panel.top = panelTop(self, &rows)
  }

  /// Moves the choice in the panel; the text follows.
  mutating func moveInPanel(by distance: Int) -> [Effect] {
    func moved(_ index: Int, _ count: Int) -> Int { min(max(0, index + distance), max(0, count - 1)) }
    switch panel.tab {
    case .entities:
      panel.entity = moved(panel.entity, article?.entities.count ?? 0)
      panel.mention = nil
    case .statements: panel.statement = moved(panel.statement, panelStatements.count)
    case .related: panel.relatedIndex = moved(panel.relatedIndex, panel.related?.count ?? 0)
    case .notes: panel.note = moved(panel.note, panelNotes.count)
    }
    showPanelChoice()
    return []
  }

  /// Brings what is chosen in the panel into sight in the text.
  mutating func showPanelChoice() {
    defer { keepPanelChoiceVisible() }
    switch panel.tab {
    case .entities:
      article?.current = nil
      if let mention = listedEntity?.mentions.first { show(mention.place) }
    case .statements:
      guard let record = panelStatement else { return }
      article?.current = record.statement.place
      show(record.statement.place)
    case .related: break
    case .notes: showPanelNote()
    }
  }

  /// Chooses in the panel the statement that stands at a place, as after a jump.
  mutating func selectInPanel(_ place: Place) {
    guard let all = article?.loaded.statements, let record = all.first(where: { $0.statement.place == place }) else {
      return
    }
    // What one goes to is not hidden.
    if record.statement.isDoubtful { hidesDoubtful = false }
    guard let index = panelStatements.firstIndex(of: record) else { return }
    panel.tab = .statements
    panel.statement = index
  }

  /// What Enter does in the panel.
  mutating func openPanelChoice() -> [Effect] {
    switch panel.tab {
    case .entities:
      guard let entity = panelEntity else { return [] }
      return listBriefings(naming: entity.canonical)
    case .statements:
      guard let record = panelStatement else { return [] }
      trail.leave(stop)
      article?.current = record.statement.place
      focus = .article
      layOutArticle()
      show(record.statement.place)
      return savePosition()
    case .notes: return openPanelNote()
    case .related:
      guard let related = panel.related, related.indices.contains(panel.relatedIndex) else { return [] }
      let target = related[panel.relatedIndex].record
      trail.leave(stop)
      return load(target.briefing.id, for: .jump(target.statement.place))
    }
  }

  /// Goes to the next mention of the chosen entity.
  mutating func goToMention(_ distance: Int) -> [Effect] {
    guard let mentions = listedEntity?.mentions, !mentions.isEmpty else { return [] }
    let next = ((panel.mention ?? (distance > 0 ? -1 : 0)) + distance + mentions.count) % mentions.count
    panel.mention = next
    show(mentions[next].place)
    notice = Notice(wording.mention(next + 1, of: mentions.count))
    return []
  }

  /// Asks for the statements related to the chosen one.
  mutating func openRelated() -> [Effect] {
    guard panel.tab != .related else { return openPanelChoice() }
    let start = stop
    chooseStatementInSight()
    guard let record = panelStatement else {
      notice = Notice(missingStatements)
      return []
    }
    trail.leave(start)
    panel.tab = .related
    panel.origin = record
    panel.relatedIndex = 0
    panel.top = PanelRows.Place()
    isPanelShown = true
    focus = .panel
    layOutArticle()
    show(record.statement.place)
    return loadRelated(to: record)
  }

  /// Asks for the statements related to one.
  mutating func loadRelated(to record: StatementRecord) -> [Effect] {
    let request = takeRequest()
    panel.related = nil
    panel.request = request
    return [.loadRelated(request: request, record.id)]
  }

  /// Shows related statements that have come.
  mutating func take(_ related: [RelatedStatement], request: Int) -> [Effect] {
    guard panel.request == request else { return [] }
    panel.request = nil
    panel.related = related
    keepPanelChoiceVisible()
    return []
  }
}
