import Search

/// Keeps searches under names.
public protocol SavedSearchKeeping: Sendable {
  /// All saved searches, by name.
  func savedSearches() throws(StoreError) -> [SavedSearch]

  /// Keeps a search; returns the one that had its name before.
  func save(_ search: SavedSearch) throws(StoreError) -> SavedSearch?

  /// Forgets the search of a name; returns it.
  func removeSavedSearch(_ name: String) throws(StoreError) -> SavedSearch?
}
