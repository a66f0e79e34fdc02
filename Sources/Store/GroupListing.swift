import Briefings
import Search

/// Counts the articles of a list by what they have in common.
public protocol GroupListing: Sendable {
  /// The groups of the briefings that pass: days, the newest first, undated last; else the greatest first, then by name.
  /// None where there is nothing to count: of `none` and `story`.
  ///
  /// `list` gives the articles of a group where its part is added to the filter; there are as many as it says.
  func groups(_ filter: BriefingFilter, by grouping: ListGrouping, limit: Int) throws(StoreError) -> [ListGroup]
}
