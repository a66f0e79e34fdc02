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
      isEmpty || next != nil
        ? .timeline(speaker: name, after: next, limit: goal == nil ? Self.pageSize : Self.endPageSize) : nil
    case .topic(let record): isEmpty ? .topic(record.id) : nil
    }
  }

  var isNearEnd: Bool {
    next != nil && (goal != nil || entries.count - progress.choice.selected < Self.pageSize / 4)
  }

  mutating func setOutForEnd(_ isWanted: Bool) {
    goal = isWanted && next != nil ? entries.count + Self.endLimit : nil
  }

  mutating func take(_ answer: PageAnswer) -> Bool {
    guard case .timeline(let loaded) = answer else { return false }
    let isFirst = isEmpty
    // What statements are compared by is not shown, and takes more room than they do.
    append(
      loaded.days.flatMap(\.entries).map { entry in
        var entry = entry
        entry.record.signature = StatementSignature(stems: [])
        return entry
      })
    next = loaded.next
    if let months = loaded.months { self.months = months }
    if let goal {
      progress.choice.selected = max(0, entries.count - 1)
      if next == nil || entries.count >= goal { self.goal = nil }
    }
    if isFirst, case .topic(let record) = subject {
      progress.choice.selected = entries.firstIndex { $0.record.id == record.id } ?? 0
    }
    return true
  }
}
