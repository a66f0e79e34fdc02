import Analysis
import Briefings
import Reader
import Store

/// What a page of the reader is told: the store brings what there is, Analysis gathers it.
func answer(to wanted: PageRequest, in store: any BriefingStore) throws(StoreError) -> PageAnswer {
  switch wanted {
  case .timeline(let speaker, let after, let limit):
    let page = try store.statements(by: speaker, limit: limit, after: after.map { Cursor($0) })
    let days = Timeline(speaker: speaker, among: page.rows).days
    return .timeline(
      LoadedTimeline(
        days: newestFirst(days), next: page.next?.text,
        months: after == nil ? try store.statementMonths(by: speaker) : nil))
  case .topic(let id):
    guard let record = try store.statement(id) else { return .gone }
    let days = Timeline(topicOf: record, try relatedStatements(to: record, in: store, limit: 200)).days
    let records = days.flatMap(\.entries).map(\.record)
    return .timeline(LoadedTimeline(days: days, months: TimelineMonths(of: records)))
  case .thread(let id):
    guard let record = try store.statement(id) else { return .gone }
    return .thread(try statementThread(of: record, in: store, limit: 200))
  case .saved: return .saved(try loadedSearches(in: store))
  case .changes: return .changes(try loadedChanges(in: store))
  case .editions(let id):
    return .editions(LoadedEditions(versions: try store.versions(of: id), reprints: try store.reprints(of: id)))
  case .positions: return .positions(try newPositions(in: store))
  case .comparison(let first, let second): return .comparison(ThreadComparison(first, second, topics: topicWords))
  case .entity(let name, let type):
    let named = try store.entities(named: name)
    guard let record = named.first(where: { type == nil || $0.type == type }) ?? named.first else { return .gone }
    let entity = EntityName(record.type, record.canonical)
    let limit = EntityCardState.statementLimit
    return .entity(
      LoadedEntity(
        record: record, months: try store.briefingMonths(naming: entity),
        neighbours: try store.neighbours(of: entity, limit: EntityCardState.neighbourLimit),
        said: try store.statements(by: entity.name, limit: limit, after: nil).rows,
        about: try store.statements(about: entity.name, limit: limit, after: nil).rows))
  }
}

/// Days with the newest ones first, those of no date last all the same.
private func newestFirst(_ days: [Timeline.Day]) -> [Timeline.Day] {
  let dated = days.filter { !$0.day.isEmpty }.reversed()
  return (dated + days.filter(\.day.isEmpty)).map { Timeline.Day(day: $0.day, entries: $0.entries.reversed()) }
}
