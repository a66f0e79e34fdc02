import Briefings

/// A search that was given a name, to be run again and again.
public struct SavedSearch: Hashable, Sendable {
  /// Its name; one search has one.
  public var name: String
  /// What is asked, in the query language, as it was typed.
  public var query: String
  /// Up to where its hits were seen: what came later is new.
  public var seen: ChangeNumber

  /// Creates a search.
  public init(name: String, query: String, seen: ChangeNumber = .none) {
    self.name = name
    self.query = query
    self.seen = seen
  }
}
