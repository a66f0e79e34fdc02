import Briefings
import Search
import Store

extension MemoryState {
  /// The articles that name an entity, the newest first.
  private func articles(naming entity: EntityName) -> [MemoryArticle] {
    ordered.filter { $0.decided.entities.contains { isOne($0, entity) } }
  }

  private func isOne(_ entity: Entity, _ name: EntityName) -> Bool {
    entity.type == name.type && comparable(entity.canonical) == comparable(name.name)
  }

  func months(naming entity: EntityName) -> TimelineMonths {
    TimelineMonths(days: articles(naming: entity).map { (day: $0.given.date?.day ?? "", count: 1) })
  }

  func neighbours(of entity: EntityName, among count: Int) -> [EntityNeighbour] {
    let near = articles(naming: entity).prefix(count)
    return entities(BriefingFilter()).compactMap { record -> (EntityNeighbour, Int, EntityID)? in
      let name = EntityName(record.type, record.canonical)
      let shared = near.count { $0.decided.entities.contains { isOne($0, name) } }
      let isSame = name.type == entity.type && comparable(name.name) == comparable(entity.name)
      guard shared > 0, !isSame else { return nil }
      return (
        EntityNeighbour(name: name, english: record.english, briefingCount: shared), record.briefingCount, record.id
      )
    }.sorted { a, b in
      if a.0.briefingCount != b.0.briefingCount { return a.0.briefingCount > b.0.briefingCount }
      return (a.1, a.2.number) < (b.1, b.2.number)
    }.map(\.0)
  }

  func statements(about entity: String) -> [StatementRecord] {
    ordered.flatMap { statements(of: $0).reversed() }.filter {
      $0.statement.targetEntity.map(comparable) == comparable(entity)
    }
  }
}

extension MemoryStore {
  func briefingMonths(naming entity: EntityName) throws(StoreError) -> TimelineMonths {
    try with { state throws(StoreError) in state.months(naming: entity) }
  }

  func neighbours(of entity: EntityName, limit: Int) throws(StoreError) -> [EntityNeighbour] {
    try with { state throws(StoreError) in
      Array(state.neighbours(of: entity, among: Self.neighbourhood).prefix(max(0, limit)))
    }
  }

  func statements(about entity: String, limit: Int, after: Cursor?) throws(StoreError) -> Page<StatementRecord> {
    try with { state throws(StoreError) in
      guard limit > 0 else { return Page(rows: [], next: after) }
      let all = state.statements(about: entity)
      let start = all.firstIndex { $0.id.text == after?.text }.map { $0 + 1 } ?? 0
      let rows = Array(all.dropFirst(start).prefix(limit))
      return Page(rows: rows, next: start + rows.count < all.count ? rows.last.map { Cursor($0.id.text) } : nil)
    }
  }
}
