/// Two contents side by side, with what each has and the other has not; Analysis makes it.
///
/// - Units: UTF-8 bytes of each content.
public struct ThreadComparison: Hashable, Sendable {
  /// Why a place is marked.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The other says nothing of the kind.
    case words
    /// The other says it in another word.
    case reworded
    /// The other has no such number.
    case number
    /// The other does not negate this.
    case negation
  }

  /// A place that differs.
  public struct Mark: Hashable, Sendable {
    /// Where; adjoining words of one kind are one mark.
    public var span: TextSpan
    /// Why.
    public var kind: Kind

    /// Creates a mark.
    public init(_ span: TextSpan, _ kind: Kind) {
      self.span = span
      self.kind = kind
    }
  }

  /// The marks of the first content, in the order of the text; none overlaps another.
  public var first: [Mark]
  /// The marks of the second content.
  public var second: [Mark]

  /// Creates a comparison.
  public init(first: [Mark], second: [Mark]) {
    self.first = first
    self.second = second
  }
}
