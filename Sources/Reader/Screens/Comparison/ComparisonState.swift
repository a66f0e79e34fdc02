import Briefings

/// The page of two statements side by side.
public struct ComparisonState: Hashable, Sendable {
  /// The two, in the order shown.
  public let records: [StatementRecord]
  /// How the second bears on the first, where that is known.
  public let link: RelatedStatement?
  /// What differs, once it has come.
  public var comparison: ThreadComparison?
  /// Which of the two is chosen, and what is under way.
  public var progress = PageProgress()

  /// A comparison that is still to be made.
  init(_ first: StatementRecord, _ second: StatementRecord, link: RelatedStatement? = nil) {
    records = [first, second]
    self.link = link
  }
}
