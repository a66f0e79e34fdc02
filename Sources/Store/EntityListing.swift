import Briefings

/// What surrounds one entity of an archive: when it is named, with whom, and what is said about it.
public protocol EntityListing: Sendable {
  /// How many briefings of each month name an entity.
  func briefingMonths(naming entity: EntityName) throws(StoreError) -> TimelineMonths

  /// The entities named together with one, those with which it shares most briefings first.
  ///
  /// - Complexity: Of the briefings that name the entity the newest thousand (`neighbourhood`) are looked at, so that the
  ///   work does not grow with the archive.
  func neighbours(of entity: EntityName, limit: Int) throws(StoreError) -> [EntityNeighbour]

  /// The statements that are meant for an entity or are about it, as `Statement.targetEntity` says; newest briefing first
  /// (undated last), text order reversed within one, a page at a time.
  func statements(about entity: String, limit: Int, after: Cursor?) throws(StoreError) -> Page<StatementRecord>
}

extension EntityListing {
  /// How many briefings that name an entity are looked at for its neighbours.
  public static var neighbourhood: Int { 1_000 }
}
