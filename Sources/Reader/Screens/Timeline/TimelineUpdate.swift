import Briefings

extension Model {
  /// Opens the timeline of whoever is chosen: an entity of the panel, else who made the statement in question.
  mutating func openTimelineOfSpeaker() -> [Effect] {
    if page == nil, focus == .panel, panel.tab == .entities, let entity = panelEntity {
      return open(.timeline(TimelineState(.speaker(entity.canonical))))
    }
    guard let statement = statementInQuestion()?.statement else { return [] }
    guard let speaker = statement.speakerEntity ?? statement.speaker else {
      notice = Notice(wording.speakerIsUnnamed)
      return []
    }
    return open(.timeline(TimelineState(.speaker(speaker))))
  }

  /// Opens the timeline of the matter of the statement in question.
  mutating func openTimelineOfTopic() -> [Effect] {
    guard let record = statementInQuestion() else { return [] }
    return open(.timeline(TimelineState(.topic(record))))
  }

  /// Asks for the beginning of the timeline, or for what comes behind what is there.
  mutating func loadTimeline() -> [Effect] {
    guard case .timeline(var state) = page else { return [] }
    let request = takeRequest()
    state.request = request
    state.problem = nil
    page = .timeline(state)
    switch state.subject {
    case .speaker(let name):
      let wanted = PageRequest.timeline(speaker: name, after: state.next, limit: TimelineState.pageSize)
      return [.loadPage(request: request, wanted)]
    case .topic(let record): return [.loadPage(request: request, .topic(record.id))]
    }
  }

  /// Puts statements that have come behind those that are there.
  mutating func take(_ loaded: LoadedTimeline, for old: TimelineState) -> [Effect] {
    var state = old
    state.request = nil
    let isFirst = state.entries.isEmpty
    state.entries += loaded.days.flatMap(\.entries)
    state.next = loaded.next
    if let months = loaded.months { state.months = months }
    if isFirst, case .topic(let record) = state.subject {
      state.choice.selected = state.entries.firstIndex { $0.record.id == record.id } ?? 0
    }
    page = .timeline(state)
    return []
  }
}
