/// Knows how common words are in an archive: what advice about spelling rests on.
public protocol WordCounting: Sendable {
  /// In how many briefings each of some folded words stands, as it is written or in another form; one that stands in none
  /// is left out.
  func briefings(withWords folded: [String]) throws(StoreError) -> [String: Int]
}
