import Briefings
import Search

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
    case .entity(let name, let type):
      let named = articles.filter { article in
        article.entities.contains { $0.canonical == name && (type == nil || $0.type == type) }
      }
      guard let entity = named.first?.entities.first(where: { $0.canonical == name }) else { return .gone }
      var counts: [EntityName: Int] = [:]
      for other in named.flatMap(\.entities) where other.canonical != name {
        counts[EntityName(other.type, other.canonical), default: 0] += 1
      }
      let neighbours = counts.sorted { ($1.value, $0.key.name) < ($0.value, $1.key.name) }
      return .entity(
        LoadedEntity(
          record: EntityRecord(
            id: EntityID(1), canonical: name, type: entity.type, english: entity.english,
            forms: Set(named.flatMap(\.entities).filter { $0.canonical == name }.flatMap(\.forms)).sorted(),
            briefingCount: named.count, mentionCount: named.count * 2),
          months: TimelineMonths(days: named.map { (day: $0.briefing.date?.day ?? "", count: 1) }),
          neighbours: neighbours.map { EntityNeighbour(name: $0.key, english: nil, briefingCount: $0.value) },
          said: Array(all.filter { $0.statement.speakerEntity == name }.prefix(20)), about: Array(all.suffix(2))))
    case .editions(let id):
      let story = stories.first { $0.contains(id) } ?? []
      let current = articles.first { $0.briefing.id == id }?.briefing
      let old = versions[id] ?? []
      let all = (old + [current].compactMap(\.self)).enumerated().map { index, briefing in
        BriefingVersion(number: index + 1, briefing: briefing, isCurrent: index == old.count)
      }
      return .editions(
        LoadedEditions(
          versions: all,
          reprints: articles.map(\.briefing).filter { story.contains($0.id) && $0.id != id }.map { summary($0) }))
    case .saved:
      return .saved(
        searches.map { search in
          guard let query = try? Query.parse(search.query) else { return LoadedSearch(search: search, counts: nil) }
          let total = found(query, limit: 5).total
          let new = search.seen < latestChange ? total : 0
          return LoadedSearch(search: search, counts: LoadedSearch.Counts(new: new, total: total, isExact: true))
        })
    case .changes:
      let new = seenChange ?? .none < latestChange ? articles.prefix(3).map { summary($0.briefing) } : []
      let names = new.isEmpty ? [] : articles.prefix(1).flatMap(\.entities).prefix(2)
      return .changes(
        LoadedChanges(
          until: latestChange, count: new.count, removedCount: new.isEmpty ? 0 : 1,
          sources: new.map { FacetCount(value: $0.source, count: 1) }, articles: new,
          names: names.enumerated().map { number, entity in
            EntityRecord(
              id: EntityID(Int64(number)), canonical: entity.canonical, type: entity.type, english: nil,
              forms: entity.forms, briefingCount: 1, mentionCount: entity.mentions.count)
          }))
    case .positions:
      guard let record = all.first else { return .positions([]) }
      return .positions([NewPosition(record: record, older: relations[record.id]?.first)])
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
