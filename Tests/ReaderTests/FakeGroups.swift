import Briefings
import Search

@testable import Reader

extension FakeArchive {
  /// The groups of a list.
  func groups(_ rows: [BriefingSummary], by grouping: ListGrouping) -> [ListGroup] {
    var parts: [ListPart] = []
    for row in rows {
      for part in self.parts(of: row, by: grouping) where !parts.contains(part) { parts.append(part) }
    }
    let groups = parts.map { part in
      let own = rows.filter { self.parts(of: $0, by: grouping).contains(part) }
      return ListGroup(part: part, count: own.count, unreadCount: own.count { !$0.isRead })
    }
    if grouping == .date { return groups }
    return groups.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element)
  }

  private func parts(of row: BriefingSummary, by grouping: ListGrouping) -> [ListPart] {
    switch grouping {
    case .none, .story: []
    case .source: [.source(row.source)]
    case .date: [.date(row.date?.day ?? "")]
    case .tag: row.tags.map { .tag($0) }
    case .entity:
      articles.first { $0.briefing.id == row.id }?.entities.map { .entity(EntityName($0.type, $0.canonical)) } ?? []
    }
  }

  /// Whether an article stands in a part of the archive.
  func stands(_ article: LoadedBriefing, in part: ListPart) -> Bool {
    let row = summary(article.briefing)
    switch part {
    case .leads:
      guard let story = stories.first(where: { $0.contains(row.id) }) else { return true }
      return articles.first { story.contains($0.briefing.id) }?.briefing.id == row.id
    case .story(let id): return stories.contains { $0.contains(row.id) && $0.contains(id) } || row.id == id
    case .date(let text): return text.isEmpty ? row.date == nil : row.date?.day.hasPrefix(text) == true
    case .source: return parts(of: row, by: .source).contains(part)
    case .tag: return parts(of: row, by: .tag).contains(part)
    case .entity: return parts(of: row, by: .entity).contains(part)
    }
  }
}
