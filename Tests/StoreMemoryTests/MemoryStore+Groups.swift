import Briefings
import Search
import Store

extension MemoryState {
  /// Whether an article stands in a part of the archive; of stories `filter` tells the newest.
  func stands(_ article: MemoryArticle, in part: ListPart, _ filter: BriefingFilter) -> Bool {
    switch part {
    case .leads:
      var rest = filter
      rest.parts.removeAll { $0 == .leads }
      return !reprints(of: article.given.id).contains { other in
        (other.time, other.arrival) > (article.time, article.arrival) && passes(other, rest)
      }
    case .story(let id):
      return article.given.id == id || reprints(of: id).contains { $0.given.id == article.given.id }
    case .date(let text): return text.isEmpty ? day(article).isEmpty : day(article).hasPrefix(text)
    case .source(let name): return article.given.source == name
    case .tag(let tag): return article.shown.tags.contains { comparable($0) == comparable(tag) }
    case .entity(let entity):
      return article.decided.entities.contains {
        $0.type == entity.type && comparable($0.canonical) == comparable(entity.name)
      }
    }
  }

  /// The day of UTC, counted from one that begins a cycle of 400 years.
  private func day(_ article: MemoryArticle) -> String {
    guard let date = article.given.date, let first = PublicationDate("1600-01-01")?.seconds else { return "" }
    var (year, month, rest) = (1600, 1, Int((date.seconds - first) / 86_400))
    func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }
    while rest >= (isLeap(year) ? 366 : 365) {
      rest -= isLeap(year) ? 366 : 365
      year += 1
    }
    let lengths = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    while rest >= lengths[month - 1] {
      rest -= lengths[month - 1]
      month += 1
    }
    return [year, month, rest + 1].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: "-")
  }

  func groups(_ filter: BriefingFilter, by grouping: ListGrouping) -> [ListGroup] {
    let passing = passing(filter)
    var parts: [(part: ListPart, name: String)] = []
    func add(_ part: ListPart, _ name: String) {
      if !parts.contains(where: { $0.part == part }) { parts.append((part, name)) }
    }
    for article in passing {
      switch grouping {
      case .none, .story: break
      case .source: add(.source(article.given.source), comparable(article.given.source))
      case .date: add(.date(day(article)), "")
      case .tag: break
      case .entity:
        for entity in article.decided.entities {
          add(.entity(EntityName(entity.type, entity.canonical)), comparable(entity.canonical))
        }
      }
    }
    if grouping == .tag {
      let all = Dictionary(grouping: passing.flatMap(\.shown.tags), by: comparable)
      for (folded, tags) in all { add(.tag(tags.min() ?? ""), folded) }
    }
    let groups = parts.map { part, name in
      let own = passing.filter { stands($0, in: part, filter) }
      return (group: ListGroup(part: part, count: own.count, unreadCount: own.count { !$0.isRead }), name: name)
    }
    if grouping == .date { return groups.map(\.group) }
    return groups.sorted { ($1.group.count, $0.name) < ($0.group.count, $1.name) }.map(\.group)
  }
}

extension MemoryStore {
  func groups(
    _ filter: BriefingFilter, by grouping: ListGrouping, limit: Int
  ) throws(StoreError) -> [ListGroup] {
    try with { state throws(StoreError) in Array(state.groups(filter, by: grouping).prefix(max(0, limit))) }
  }
}
