import Analysis
import Briefings
import Reader
import Search
import Store

/// Keeps something in the archive.
///
/// - Returns: What takes it back; `nil` where nothing has changed.
func kept(_ keeping: Keeping, in store: any BriefingStore) throws(StoreError) -> Keeping? {
  switch keeping {
  case .search(let search): return before(search.name, try store.save(search))
  case .newSearch(let name, let query):
    let search = SavedSearch(name: name, query: query, seen: try store.latestChange())
    return before(name, try store.save(search))
  case .noSearch(let name): return try store.removeSavedSearch(name).map { .search($0) }
  case .seenSearch(let name):
    guard var search = try store.savedSearches().first(where: { $0.name == name }) else { return nil }
    search.seen = try store.latestChange()
    return before(name, try store.save(search))
  case .seen(let moment):
    let old = try store.seenChange()
    let latest = try store.latestChange()
    try store.setSeenChange(moment ?? latest)
    return .seen(old ?? ChangeNumber.none)
  case .note(let text, let target):
    let old = try store.setNote(text, on: target)
    return old == nil && text == nil ? nil : .note(old?.text, target)
  }
}

private func before(_ name: String, _ old: SavedSearch?) -> Keeping { old.map { .search($0) } ?? .noSearch(name) }

/// The saved searches with what they find now.
func loadedSearches(in store: any BriefingStore) throws(StoreError) -> [LoadedSearch] {
  var loaded: [LoadedSearch] = []
  for search in try store.savedSearches() {
    // What cannot be read any more is listed all the same.
    guard let query = try? Query.parse(search.query) else {
      loaded.append(LoadedSearch(search: search, counts: nil))
      continue
    }
    let new = try store.search(query, filter: BriefingFilter(arrivedAfter: search.seen), order: .date, limit: 0)
    let all = try store.search(query, filter: BriefingFilter(), order: .date, limit: 0)
    loaded.append(
      LoadedSearch(
        search: search,
        counts: LoadedSearch.Counts(new: new.total, total: all.total, isExact: new.isTotalExact && all.isTotalExact)))
  }
  return loaded
}

/// What has come since the archive was last seen.
func loadedChanges(in store: any BriefingStore) throws(StoreError) -> LoadedChanges {
  let since = try store.seenChange() ?? ChangeNumber.none
  let until = try store.latestChange()
  let filter = BriefingFilter(arrivedAfter: since)
  let count = try store.count(filter)
  let facets = try store.facets(.all, filter: filter, limit: mostNames)
  var names: [EntityRecord] = []
  // Where all is new, no name is newer than another.
  if since > ChangeNumber.none, facets.isExact {
    for name in facets.entities {
      let same = try store.entities(named: name.value).first { $0.canonical == name.value }
      if let same, same.briefingCount <= name.count { names.append(same) }
    }
  }
  return LoadedChanges(
    until: until, count: count, removedCount: try store.changes(since: since, limit: 10_000).count(where: \.isRemoved),
    sources: Array(facets.sources.prefix(8)), articles: try store.summaries(filter, limit: 200, after: nil).rows,
    names: Array(names.prefix(40)))
}

/// The names looked at for new ones.
private let mostNames = 300

/// New statements that deny or change older ones; where there are none, those of whoever speaks most.
func newPositions(in store: any BriefingStore) throws(StoreError) -> [NewPosition] {
  let since = try store.seenChange() ?? ChangeNumber.none
  let facets = try store.facets(.all, filter: BriefingFilter(arrivedAfter: since), limit: 12)
  var changed: [NewPosition] = []
  var others: [NewPosition] = []
  let begin = ContinuousClock.now
  for speaker in facets.speakers {
    let filter = BriefingFilter(speaker: speaker.value, arrivedAfter: since)
    for record in try store.statements(filter, limit: 5) {
      // An account that comes late is worth less than one that is shorter.
      guard ContinuousClock.now - begin < .seconds(4) else { return changed.isEmpty ? others : changed }
      let related = try relatedStatements(to: record, in: store, limit: 20)
      let older = related.first { link in
        guard link.relation == .denies || link.relation == .changes else { return false }
        guard let then = link.record.briefing.date, let now = record.briefing.date else { return true }
        return then <= now
      }
      if let older {
        changed.append(NewPosition(record: record, older: older))
      } else if others.count < 12 {
        others.append(NewPosition(record: record, older: nil))
      }
    }
  }
  return changed.isEmpty ? others : changed
}
