import Briefings

extension Model {
  /// Opens the card of whoever is chosen by name, else of who made the statement in question.
  mutating func openEntityCard() -> [Effect] {
    if let name = page?.content.name { return openEntityCard(name.name, name.type) }
    if page == nil, focus == .panel, panel.tab == .entities, let entity = panelEntity {
      return openEntityCard(entity.canonical, entity.type)
    }
    guard let statement = statementInQuestion()?.statement else { return [] }
    guard let speaker = statement.speakerEntity ?? statement.speaker else {
      notice = Notice(wording.speakerIsUnnamed)
      return []
    }
    return openEntityCard(speaker, nil)
  }

  private mutating func openEntityCard(_ name: String, _ type: EntityType?) -> [Effect] {
    if case .entity(let state) = page, state.called == name, type == nil || state.type == type { return [] }
    return open(.entity(EntityCardState(name, type)))
  }
}

extension EntityCardState {
  var wanted: PageRequest? { loaded == nil ? .entity(called, type) : nil }

  mutating func take(_ answer: PageAnswer) -> Bool {
    guard case .entity(let loaded) = answer else { return false }
    show(loaded)
    return true
  }
}
