import Briefings
import Search
import Store

extension MemoryStore {
  func count(_ filter: BriefingFilter) throws(StoreError) -> Int {
    try with { state throws(StoreError) in state.passing(filter).count }
  }

  func summaries(
    _ filter: BriefingFilter, limit: Int, after: Cursor?
  ) throws(StoreError) -> Page<BriefingSummary> {
    try with { state throws(StoreError) in
      guard limit > 0 else { return Page(rows: [], next: after) }
      var rows = state.passing(filter)
      if let after {
        let parts = after.text.split(separator: ":").compactMap { Int64($0) }
        guard parts.count == 2 else { throw StoreError.failed(doing: "listing", reason: "no such position") }
        rows = rows.filter { ($0.time, Int64($0.arrival)) < (parts[0], parts[1]) }
      }
      let shown = rows.prefix(limit)
      let next = rows.count > limit ? shown.last.map { Cursor("\($0.time):\($0.arrival)") } : nil
      return Page(rows: shown.map { state.summary($0) }, next: next)
    }
  }

  func briefing(_ id: BriefingID) throws(StoreError) -> Briefing? {
    try with { state throws(StoreError) in state.articles[id]?.shown }
  }

  func findings(of id: BriefingID) throws(StoreError) -> Findings? {
    try with { state throws(StoreError) in state.articles[id]?.decided }
  }

  func setRead(_ isRead: Bool, _ id: BriefingID) throws(StoreError) {
    try with { state throws(StoreError) in state.articles[id]?.isRead = isRead }
  }

  func position(of id: BriefingID) throws(StoreError) -> Place? {
    try with { state throws(StoreError) in state.places[id]?.place }
  }

  func setPosition(_ place: Place, of id: BriefingID) throws(StoreError) {
    try with { state throws(StoreError) in
      if state.articles[id] != nil { state.places[id] = (place, state.nextTurn()) }
    }
  }

  func lastRead() throws(StoreError) -> BriefingID? {
    try with { state throws(StoreError) in
      state.places.filter { state.articles[$0.key] != nil }.max { $0.value.turn < $1.value.turn }?.key
    }
  }

  func briefings(
    analyzedOtherThan version: Int?, limit: Int, after: Cursor?
  ) throws(StoreError) -> Page<BriefingID> {
    try with { state throws(StoreError) in
      let from = after.flatMap { Int($0.text) } ?? 0
      let found = state.articles.values.filter {
        $0.arrival > from && (version == nil || $0.undecided.version != version)
      }.sorted { $0.arrival < $1.arrival }.prefix(limit)
      let next = found.count == limit ? found.last.map { Cursor("\($0.arrival)") } : nil
      return Page(rows: found.map(\.given.id), next: next)
    }
  }

  func verify(repair: Bool) throws(StoreError) -> VerificationReport {
    try with { state throws(StoreError) in
      var report = VerificationReport(checks: ["articles: \(state.articles.count)"], problems: [])
      for article in state.articles.values {
        let places =
          article.decided.entities.flatMap(\.mentions).map { ($0.place, $0.form) }
          + article.decided.statements.map { ($0.place, $0.content) }
        for (place, form) in places where article.given.text(at: place) != form {
          report.problems.append("findings of \(article.given.id): '\(form)' does not stand there")
        }
      }
      return report
    }
  }
}
