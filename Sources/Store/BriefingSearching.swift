import Briefings
import Search

/// Looks for more than the best briefings: all of them ranked, what they have in common, statements, names.
public protocol BriefingSearching: Sendable {
  /// The best briefings of all that match, however many: `search` may rank only the newest.
  ///
  /// - Parameter progress: Told now and then how many are ranked; `false` stops, and what was found so far is the answer.
  func searchAll(
    _ query: Query, filter: BriefingFilter, limit: Int, progress: (Int) -> Bool
  ) throws(StoreError) -> SearchResults

  /// What the briefings that match have in common; of many, the newest are counted, and the answer says so.
  ///
  /// - Parameter limit: At most so many values of each kind.
  func facets(_ query: Query, filter: BriefingFilter, limit: Int) throws(StoreError) -> SearchFacets

  /// Statements that match as `StatementQuery` says, of the briefings that pass the filter; newest briefing first.
  func statements(
    matching query: Query, filter: BriefingFilter, limit: Int
  ) throws(StoreError) -> StatementResults

  /// Entities one of whose names holds words that begin as `name` says, side by side; those named in most briefings first.
  func entities(matching name: String, limit: Int) throws(StoreError) -> [EntityRecord]
}
