/// An entity that is named together with another one.
public struct EntityNeighbour: Hashable, Sendable {
  /// The entity.
  public var name: EntityName
  /// Its English name, where known.
  public var english: String?
  /// How many of the briefings looked at name both.
  public var briefingCount: Int

  /// Creates a neighbour.
  public init(name: EntityName, english: String?, briefingCount: Int) {
    self.name = name
    self.english = english
    self.briefingCount = briefingCount
  }
}
