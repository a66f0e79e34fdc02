import Briefings

extension Model {
  /// Opens the timeline of whoever is chosen: an entity of the panel, else who made the statement in question.
  mutating func openTimelineOfSpeaker() -> [Effect] {
    if page == nil, focus == .panel, panel.tab == .entities, let entity = panelEntity {
      return open(.timeline(TimelineState(.speaker(entity.canonical))))
    }
    if let name = page?.content.name { return open(.timeline(TimelineState(.speaker(name.name)))) }
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
}

extension TimelineState {
  var wanted: PageRequest? {
    switch subject {
    case .speaker(let name):
      entries.isEmpty || next != nil ? .timeline(speaker: name, after: next, limit: Self.pageSize) : nil
    case .topic(let record): entries.isEmpty ? .topic(record.id) : nil
    }
  }

  var isNearEnd: Bool { next != nil && entries.count - progress.choice.selected < Self.pageSize / 4 }

  mutating func take(_ answer: PageAnswer) -> Bool {
    guard case .timeline(let loaded) = answer else { return false }
    let isFirst = entries.isEmpty
    entries += loaded.days.flatMap(\.entries)
    next = loaded.next
    if let months = loaded.months { self.months = months }
    if isFirst, case .topic(let record) = subject {
      progress.choice.selected = entries.firstIndex { $0.record.id == record.id } ?? 0
    }
    return true
  }
}
