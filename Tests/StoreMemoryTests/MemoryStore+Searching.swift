import Briefings
import Search
import Store

extension MemoryState {
  func facets(_ query: Query, _ filter: BriefingFilter, _ limit: Int) -> SearchFacets {
    let found = passing(filter).filter { matches(query, $0) }
    func counts(_ values: (MemoryArticle) -> [String]) -> [FacetCount] {
      var counts: [(value: String, count: Int)] = []
      for article in found.reversed() {
        var seen: Set<String> = []
        for value in values(article) where seen.insert(comparable(value)).inserted {
          if let index = counts.firstIndex(where: { $0.value == value }) {
            counts[index].count += 1
          } else {
            counts.append((value, 1))
          }
        }
      }
      return counts.map { FacetCount(value: $0.value, count: $0.count) }
    }
    func most(_ counts: [FacetCount]) -> [FacetCount] {
      Array(counts.sorted { ($1.count, $0.value) < ($0.count, $1.value) }.prefix(max(0, limit)))
    }
    let months = counts { article in (article.given.date?.text).map { [String($0.prefix(7))] } ?? [] }
    return SearchFacets(
      sources: most(counts { $0.given.source.isEmpty ? [] : [$0.given.source] }),
      months: Array(months.sorted { $0.value > $1.value }.prefix(max(0, limit))),
      entities: most(
        counts { article in
          article.decided.entities.map { entityNames.shown[EntityNames.key($0.canonical, $0.type)] ?? $0.canonical }
        }),
      speakers: most(counts { $0.decided.statements.compactMap { $0.speakerEntity ?? $0.speaker } }),
      counted: found.count, isExact: true)
  }

  func statements(_ query: StatementQuery, _ filter: BriefingFilter) -> [StatementRecord] {
    var rest = filter
    rest.speaker = nil
    let conditions = query.conditions + (filter.speaker.map { [.field(.speaker, $0)] } ?? [])
    return passing(rest).filter { matches(query.briefing, $0) }.flatMap { statements(of: $0) }.filter { record in
      conditions.allSatisfy { holds($0, record.statement) } && query.matches(record.statement.content)
    }
  }
}

extension MemoryStore {
  func searchAll(
    _ query: Query, filter: BriefingFilter, limit: Int, progress: (Int) -> Bool
  ) throws(StoreError) -> SearchResults {
    try search(query, filter: filter, order: .relevance, limit: limit)
  }

  func facets(_ query: Query, filter: BriefingFilter, limit: Int) throws(StoreError) -> SearchFacets {
    try with { state throws(StoreError) in state.facets(query, filter, limit) }
  }

  func statements(
    matching query: Query, filter: BriefingFilter, limit: Int
  ) throws(StoreError) -> StatementResults {
    try with { state throws(StoreError) in
      let query = StatementQuery(query)
      let found = state.statements(query, filter)
      let hits = found.prefix(max(0, limit)).map {
        StatementHit(record: $0, marks: query.marks(in: $0.statement.content))
      }
      return StatementResults(hits: hits, total: found.count, isTotalExact: true)
    }
  }

  func entities(matching name: String, limit: Int) throws(StoreError) -> [EntityRecord] {
    try with { state throws(StoreError) in
      let named = state.entitiesNamed(name)
      return Array(
        state.entities(BriefingFilter()).filter { named.contains(EntityNames.key($0.canonical, $0.type)) }
          .prefix(max(0, limit)))
    }
  }
}
