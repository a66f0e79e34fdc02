/// A moment in the life of an archive: how many changes of its briefings it had seen.
///
/// - Shape: grows with every briefing that comes, changes or goes, and never comes back; no clock has a part in it.
public struct ChangeNumber: Hashable, Sendable, Comparable {
  /// The count, from 0 for an archive to which nothing has come.
  public let number: Int64

  /// Wraps a count.
  public init(_ number: Int64) { self.number = number }

  /// Before everything.
  public static let none = ChangeNumber(0)

  /// The order in time.
  public static func < (a: Self, b: Self) -> Bool { a.number < b.number }
}

/// The newest change of one briefing.
public struct BriefingChange: Hashable, Sendable {
  /// When it happened, in the archive's count.
  public var number: ChangeNumber
  /// The briefing.
  public var id: BriefingID
  /// Whether it went; otherwise it came or got other content.
  public var isRemoved: Bool

  /// Creates a change.
  public init(number: ChangeNumber, id: BriefingID, isRemoved: Bool) {
    self.number = number
    self.id = id
    self.isRemoved = isRemoved
  }
}
