import Briefings
import Search
import Store

// What `mujaz search` finds besides the best articles.

extension SearchCommand {
  /// The best of all that match, with progress.
  func findAll(
    _ query: Query, _ store: any BriefingStore, _ filter: BriefingFilter, _ limit: Int
  ) throws -> SearchResults {
    defer { Messages.endProgress() }
    return try attempt { () throws(StoreError) in
      try store.searchAll(query, filter: filter, limit: limit) { ranked in
        Messages.progress("\(ranked) ranked")
        return true
      }
    }
  }

  /// Statements, with what matched between brackets.
  func writeStatements(
    _ query: Query, _ store: any BriefingStore, _ filter: BriefingFilter, _ limit: Int
  ) throws {
    let results = try attempt { () throws(StoreError) in
      try store.statements(matching: query, filter: filter, limit: limit)
    }
    if !results.isTotalExact {
      Messages.write("mujaz: too many statements may match; those stored last were looked at: \(results.total) match")
    }
    output.format.write(results.hits, json: { json($0) }) { hit in
      let statement = hit.record.statement
      let sign = statement.polarity == .deny ? " ✗" : ""
      return [
        [
          hit.record.id.text, hit.record.briefing.date?.day ?? "", statement.speakerEntity ?? statement.speaker ?? "—",
          statement.cue + sign, Self.marked(statement.content, hit.marks),
        ]
      ]
    }
  }

  /// Entities one of whose names has the words.
  func writeEntities(named name: String, _ store: any BriefingStore, _ limit: Int) throws {
    let rows = try attempt { () throws(StoreError) in try store.entities(matching: name, limit: limit) }
    output.format.write(rows, json: { json($0) }, text: EntitiesCommand.lines)
  }

  /// Counts of what the articles that match have in common.
  func writeFacets(
    _ query: Query, _ store: any BriefingStore, _ filter: BriefingFilter, _ limit: Int
  ) throws {
    let facets = try attempt { () throws(StoreError) in try store.facets(query, filter: filter, limit: limit) }
    if !facets.isExact { Messages.write("mujaz: counted the newest \(facets.counted) of those that match") }
    let kinds = [
      ("source", facets.sources), ("month", facets.months), ("entity", facets.entities), ("speaker", facets.speakers),
    ]
    switch output.format {
    case .text:
      for (kind, counts) in kinds { counts.forEach { Output.row([kind, "\($0.count)", $0.value]) } }
    case .json, .jsonl:
      func values(_ counts: [FacetCount]) -> JSONValue {
        .array(counts.map { .object([("value", .string($0.value)), ("articles", .integer($0.count))]) })
      }
      Output.json(
        .object(
          [("articles", .integer(facets.counted)), ("exact", .bool(facets.isExact))]
            + kinds.map { ($0.0, values($0.1)) }))
    }
  }
}

func json(_ hit: StatementHit) -> JSONValue {
  .object(
    json(hit.record.statement, id: hit.record.id) + [
      ("marks", .array(hit.marks.map { .array([.integer($0.lowerBound), .integer($0.upperBound)]) })),
      ("article", .string(hit.record.briefing.id.text)), ("title", .string(hit.record.briefing.title)),
      ("date", JSONValue(hit.record.briefing.date?.text)), ("source", .string(hit.record.briefing.source)),
    ])
}
