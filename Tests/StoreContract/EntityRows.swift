import Briefings
import Search
import Store

extension StoreContract {
  /// An article that names some places, and in which a minister speaks of the first one.
  private static func visit(_ id: String, _ places: [String], date: String?) throws -> AnalyzedBriefing {
    let briefing = Samples.briefing(
      id, "زيارة", "قال الوزير إن الطريق مفتوح. وصل إلى \(places.joined(separator: " ثم ")).", date: date)
    let findings = Findings(
      version: 1, language: "ar",
      entities: try places.map { try Samples.entity($0, .place, [$0], in: briefing) },
      statements: [
        try Samples.statement("الطريق مفتوح", by: "الوزير", entity: nil, target: places[0], in: briefing)
      ], signatures: [StatementSignature(stems: [])])
    return AnalyzedBriefing(briefing, findings)
  }

  private static func fillVisits(_ store: any BriefingStore) throws {
    _ = try store.ingest([
      try visit("a", ["سيول", "بكين"], date: "2022-12-31"),
      try visit("b", ["سيول", "طوكيو", "بكين"], date: "2023-02-01"),
      try visit("c", ["سيول"], date: "2023-02-02"),
      try visit("d", ["طوكيو", "هانوي"], date: "2023-02-03"),
      try visit("e", ["سيول", "باريس"], date: nil),
    ])
  }

  /// What surrounds an entity.
  static let surroundings: [ContractRow] = [
    ContractRow("the months in which an entity is named") { store in
      try fillVisits(store)
      let months = try store.briefingMonths(naming: EntityName(.place, "سيول"))
      try expect(months.months.map(\.month), is: ["2022-12", "2023-01", "2023-02"])
      try expect(months.months.map(\.count), is: [1, 0, 2])
      try expect(months.undated, is: 1)
      try expect(try store.briefingMonths(naming: EntityName(.person, "سيول")), is: TimelineMonths(days: []))
      try expect(try store.briefingMonths(naming: EntityName(.place, "لا مكان")), is: TimelineMonths(days: []))
    },
    ContractRow("the entities that are named together with one, most often first, then the rarer") { store in
      try fillVisits(store)
      let near = try store.neighbours(of: EntityName(.place, "سيول"), limit: 9)
      try expect(near.map(\.name.name), is: ["بكين", "باريس", "طوكيو"])
      try expect(near.map(\.briefingCount), is: [2, 1, 1])
      try expect(near.map(\.name.type), is: [.place, .place, .place])
      try expect(try store.neighbours(of: EntityName(.place, "سيول"), limit: 1).count, is: 1)
      try expect(try store.neighbours(of: EntityName(.place, "سيول"), limit: 0).count, is: 0)
      try expect(try store.neighbours(of: EntityName(.place, "لا مكان"), limit: 9).count, is: 0)
    },
    ContractRow("the statements about an entity, newest first and a page at a time") { store in
      try fillVisits(store)
      var found: [String] = []
      var after: Cursor?
      repeat {
        let page = try store.statements(about: "سيول", limit: 3, after: after)
        found += page.rows.map(\.briefing.id.text)
        after = page.next
      } while after != nil && found.count < 9
      try expect(found, is: ["c", "b", "a", "e"])
      try expect(try store.statements(about: "بكين", limit: 3, after: nil).rows.count, is: 0)
      try expect(try store.statements(about: "سيول", limit: 0, after: nil).rows.count, is: 0)
    },
    ContractRow("what surrounds an entity follows deletions and decisions") { store in
      try fillVisits(store)
      _ = try store.delete([BriefingID("b")])
      try expect(
        try store.neighbours(of: EntityName(.place, "سيول"), limit: 9).map(\.briefingCount), is: [1, 1])
      try expect(try store.briefingMonths(naming: EntityName(.place, "سيول")).months.map(\.count), is: [1, 0, 1])
      _ = try store.add([.merge(EntityName(.place, "باريس"), into: EntityName(.place, "بكين"))])
      _ = try store.applyDecisions(limit: 99, first: nil)
      let near = try store.neighbours(of: EntityName(.place, "سيول"), limit: 9)
      try expect(near.map(\.name.name), is: ["بكين"])
      try expect(near.map(\.briefingCount), is: [2])
    },
  ]
}
