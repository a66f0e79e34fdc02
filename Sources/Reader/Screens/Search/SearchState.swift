import Search

/// The search of the archive: what is typed, what was found.
public struct SearchState: Hashable, Sendable {
  /// The query as typed.
  public var text = ""
  /// The letters of it that stand behind the cursor.
  var behind = 0
  /// Whether keys still go to the line of the query, not to the hits.
  public var isTyping = true
  /// What `text` means, or `nil` while it is empty or wrong.
  public var query: Query?
  /// Why `text` is no query.
  public var problem: String?
  /// The hits, best first.
  public var results: SearchResults?
  /// The chosen hit.
  public var selected = 0
  /// The first hit shown.
  var top = 0
  /// The request under way.
  public var request: Int?

  /// Hits asked for.
  static let limit = 50
  /// Rows that a hit takes: title, date and source, two of its best stretch.
  static let rowsPerHit = 4

  /// Creates an empty search.
  public init() {}

  /// The chosen hit.
  public var selectedHit: SearchHit? {
    guard let hits = results?.hits, hits.indices.contains(selected) else { return nil }
    return hits[selected]
  }
}
