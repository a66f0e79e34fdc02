import Briefings
import Search
import Store

extension MemoryStore {
  func count(_ filter: BriefingFilter) throws(StoreError) -> Int {
    try with { state throws(StoreError) in state.passing(filter).count }
  }

  func list(
    _ filter: BriefingFilter, order: ListOrder, at place: ListPlace, limit: Int
  ) throws(StoreError) -> ListStretch {
    try with { state throws(StoreError) in
      let all = state.passing(filter, in: order)
      func index(_ cursor: String) throws(StoreError) -> Int {
        // A cursor is the number of arrival of a row, which may be gone: then what its order was is looked up.
        guard let mark = state.marks[cursor] else { throw .failed(doing: "listing", reason: "no such position") }
        return all.firstIndex { !MemoryState.isBefore($0, mark, in: order) } ?? all.count
      }
      var range: Range<Int>
      switch place {
      case .start: range = 0..<limit
      case .end: range = all.count - limit..<all.count
      case .at(let number):
        let start = max(0, min(number, all.count))
        range = start..<start + limit
      case .after(let cursor):
        let found = try index(cursor)
        let isThere = all.indices.contains(found) && "\(all[found].arrival)" == cursor
        range = found + (isThere ? 1 : 0)..<found + (isThere ? 1 : 0) + limit
      case .before(let cursor):
        let found = try index(cursor)
        range = found - limit..<found
      case .around(let id):
        let start = all.firstIndex { $0.given.id == id }.map { max(0, $0 - limit / 2) } ?? 0
        range = start..<start + limit
      }
      range = range.clamped(to: 0..<all.count)
      let rows = all[range]
      func cursor(_ article: MemoryArticle?) -> String? {
        guard let article else { return nil }
        state.marks["\(article.arrival)"] = article
        return "\(article.arrival)"
      }
      return ListStretch(
        rows: rows.map { state.summary($0) }, first: range.lowerBound,
        before: range.lowerBound > 0 ? cursor(rows.first) : nil,
        after: range.upperBound < all.count ? cursor(rows.last) : nil)
    }
  }

  func briefing(_ id: BriefingID) throws(StoreError) -> Briefing? {
    try with { state throws(StoreError) in state.articles[id]?.shown }
  }

  func findings(of id: BriefingID) throws(StoreError) -> Findings? {
    try with { state throws(StoreError) in state.articles[id]?.decided }
  }

  func setRead(_ isRead: Bool, _ ids: [BriefingID]) throws(StoreError) -> [BriefingID] {
    try with { state throws(StoreError) in
      ids.filter { id in
        guard let article = state.articles[id], article.isRead != isRead else { return false }
        state.articles[id]?.isRead = isRead
        return true
      }
    }
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
