import Briefings
import Reader
import Search
import Store

/// What the reader's search is told besides its best articles.
///
/// - Parameter tell: Told how many articles are ranked so far; `false` ends the ranking.
func answer(
  to wanted: SearchRequest, in store: any BriefingStore & WordCounting, tell: (Int) -> Bool
) throws(StoreError) -> SearchAnswer {
  let all = BriefingFilter()
  switch wanted {
  case .new(let query, let since, let limit):
    return .articles(
      try store.search(query, filter: BriefingFilter(arrivedAfter: since), order: .date, limit: limit))
  case .all(let query, let limit):
    return .articles(try store.searchAll(query, filter: all, limit: limit, progress: tell))
  case .statements(let query, let limit):
    return .statements(try store.statements(matching: query, filter: all, limit: limit))
  case .entities(let name, let limit): return .entities(try store.entities(matching: name, limit: limit))
  case .facets(let query, let limit): return .facets(try store.facets(query, filter: all, limit: limit))
  case .advice(let text):
    // Advice that cannot be had is no failure of the search.
    let advice = try? SpellingAdvice(counts: { try store.briefings(withWords: $0) }).better(than: text)
    return .advice(advice ?? nil)
  }
}
