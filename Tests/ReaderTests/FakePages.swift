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
    case .thread(let id):
      guard let record = all.first(where: { $0.id == id }) else { return .gone }
      let links = relations[id] ?? []
      return .thread(
        StatementThread(
          reports: [record] + links.filter { $0.relation == .repeats }.map(\.record),
          links: links.filter { $0.relation != .repeats }.map { ThreadLink(nearest: $0, reports: [$0.record]) }))
    case .comparison(let first, let second): return .comparison(comparison(first, second))
    }
  }

  /// Words that the other has not.
  private func comparison(_ first: String, _ second: String) -> ThreadComparison {
    func marks(_ text: String, _ other: String) -> [ThreadComparison.Mark] {
      let known = Set(other.split(separator: " "))
      return text.split(separator: " ").filter { !known.contains($0) }.map { word in
        let start = text.utf8.distance(from: text.startIndex, to: word.startIndex)
        let span = TextSpan(start..<start + word.utf8.count)
        return ThreadComparison.Mark(
          span, word.contains { $0.isNumber } ? .number : word == "لن" ? .negation : word.count > 5 ? .words : .reworded
        )
      }
    }
    return ThreadComparison(first: marks(first, second), second: marks(second, first))
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
