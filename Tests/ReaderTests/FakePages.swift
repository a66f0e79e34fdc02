import Briefings

@testable import Reader

/// What pages are told, from the articles in memory.
extension FakeArchive {
  func answer(to wanted: PageRequest) -> PageAnswer {
    let all = articles.flatMap(\.statements)
    switch wanted {
    case .timeline(let speaker, let after, let limit):
      let own = all.filter { ($0.statement.speakerEntity ?? $0.statement.speaker) == speaker }
      let start = after.flatMap { Int($0) } ?? 0
      let end = min(own.count, start + limit)
      return .timeline(
        LoadedTimeline(
          days: days(own[min(start, end)..<end].map { Timeline.Entry(record: $0) }),
          next: end < own.count ? "\(end)" : nil, months: after == nil ? TimelineMonths(of: own) : nil))
    case .topic(let id):
      guard let record = all.first(where: { $0.id == id }) else { return .gone }
      let links = relations[id] ?? []
      let entries = [Timeline.Entry(record: record)] + links.map { Timeline.Entry(record: $0.record, link: $0) }
      let sorted = entries.sorted { ($0.record.briefing.date?.text ?? "") < ($1.record.briefing.date?.text ?? "") }
      return .timeline(LoadedTimeline(days: days(sorted), months: TimelineMonths(of: entries.map(\.record))))
    }
  }

  private func days(_ entries: [Timeline.Entry]) -> [Timeline.Day] {
    entries.reduce(into: []) { days, entry in
      let day = entry.record.briefing.date?.day ?? ""
      if days.last?.day == day {
        days[days.count - 1].entries.append(entry)
      } else {
        days.append(Timeline.Day(day: day, entries: [entry]))
      }
    }
  }
}
