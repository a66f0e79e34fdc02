/// A tag, and how many briefings have it.
public struct TagCount: Hashable, Sendable {
  /// The tag as it was written first.
  public var tag: String
  /// In how many briefings it stands, in any spelling that folds alike.
  public var briefingCount: Int

  /// Creates a row.
  public init(tag: String, briefingCount: Int) {
    self.tag = tag
    self.briefingCount = briefingCount
  }
}
