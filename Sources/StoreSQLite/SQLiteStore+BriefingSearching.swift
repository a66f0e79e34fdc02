import Briefings
import GRDB
import Search
import Store

extension SQLiteStore {
  /// The best briefings of all that match, with progress every 10,000.
  public func searchAll(
    _ query: Query, filter: BriefingFilter, limit: Int, progress: (Int) -> Bool
  ) throws(StoreError) -> SearchResults {
    try reading("searching") { try SearchRun($0, query, filter).all(limit: limit, progress: progress) }
  }

  /// What the briefings that match have in common; of more than 5,000 the newest are counted.
  public func facets(_ query: Query, filter: BriefingFilter, limit: Int) throws(StoreError) -> SearchFacets {
    try reading("counting") { try FacetCounts($0).facets(SearchRun($0, query, filter), limit: limit) }
  }

  /// Statements that match; of more than 5,000 that may, those stored last are looked at.
  public func statements(
    matching query: Query, filter: BriefingFilter, limit: Int
  ) throws(StoreError) -> StatementResults {
    try reading("searching statements") { try StatementSearch($0, query, filter).results(limit: limit) }
  }

  /// Entities by words of their names, through an index.
  public func entities(matching name: String, limit: Int) throws(StoreError) -> [EntityRecord] {
    try reading("looking entities up") { try FindingsLists($0).entities(matching: name, limit: limit) }
  }
}

extension SQLiteStore {
  /// The groups of a list, counted from indexes.
  public func groups(
    _ filter: BriefingFilter, by grouping: ListGrouping, limit: Int
  ) throws(StoreError) -> [ListGroup] {
    try reading("counting articles") { try GroupCounts($0, filter).groups(by: grouping, limit: limit) }
  }
}
