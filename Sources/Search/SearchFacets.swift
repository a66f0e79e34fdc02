/// One value that briefings have, and how many have it.
public struct FacetCount: Hashable, Sendable {
  /// The value as people read it: a name, or a month as `2024-03`.
  public var value: String
  /// The number of briefings.
  public var count: Int

  /// Creates a count.
  public init(value: String, count: Int) {
    self.value = value
    self.count = count
  }
}

/// What the briefings that match a query have in common.
public struct SearchFacets: Hashable, Sendable {
  /// The outlets, the most frequent first.
  public var sources: [FacetCount]
  /// The months, the newest first; briefings without a date have none.
  public var months: [FacetCount]
  /// The entities, those named in most briefings first.
  public var entities: [FacetCount]
  /// The speakers, by the name of the entity where it is known; those who speak in most briefings first.
  public var speakers: [FacetCount]
  /// How many briefings were counted: the newest that match.
  public var counted: Int
  /// Whether these are all that match.
  public var isExact: Bool

  /// Creates facets.
  public init(
    sources: [FacetCount], months: [FacetCount], entities: [FacetCount], speakers: [FacetCount], counted: Int,
    isExact: Bool
  ) {
    self.sources = sources
    self.months = months
    self.entities = entities
    self.speakers = speakers
    self.counted = counted
    self.isExact = isExact
  }
}
