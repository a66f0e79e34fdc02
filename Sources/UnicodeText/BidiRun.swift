/// Which way a paragraph runs when nothing in it says so, or in spite of what it says.
public enum BidiBase: Hashable, Sendable {
  /// As the first strong character does, from left to right if there is none (P2, P3).
  case automatic
  /// As the first strong character does, from right to left if there is none.
  case automaticRightToLeft
  /// From left to right.
  case leftToRight
  /// From right to left.
  case rightToLeft
}

/// A stretch of text of one embedding level.
///
/// - Shape: half-open, `start < end`.
/// - Units: of the text that was resolved: UTF-8 bytes, or places in a list of classes.
public struct BidiLevelRun: Hashable, Sendable, BitwiseCopyable {
  // Half the room of integers: in hostile texts there is a run for each character.
  @usableFromInline var first: UInt32
  @usableFromInline var last: UInt32
  /// The level, 0 to 126: odd levels run from right to left (BD2).
  public var level: UInt8

  /// The first place.
  @inlinable
  public var start: Int {
    @inline(__always) get { Int(first) }
    set { first = UInt32(truncatingIfNeeded: newValue) }
  }

  /// One past the last place.
  @inlinable
  public var end: Int {
    @inline(__always) get { Int(last) }
    set { last = UInt32(truncatingIfNeeded: newValue) }
  }

  /// Creates a run; places are below 4 G.
  @inlinable
  public init(start: Int, end: Int, level: UInt8) {
    first = UInt32(truncatingIfNeeded: start)
    last = UInt32(truncatingIfNeeded: end)
    self.level = level
  }

  /// Whether the run is read from right to left.
  public var isRightToLeft: Bool { level & 1 == 1 }
}

/// Neighbours of one class, the unit the rules work on: they treat equal neighbours alike, but for ES, CS, brackets,
/// isolates, explicit codes and separators, each of which has a run of its own.
struct BidiRun: BitwiseCopyable {
  /// Where the run begins.
  var start: UInt32
  /// A bracket: its key, later the place of its partner. An isolate initiator: the level run that it ends. A PDI: the
  /// run of its initiator.
  var link: UInt32
  /// The class in the text.
  var original: BidiClass
  /// The class as the rules have changed it.
  var current: BidiClass
  /// The level as the rules have changed it.
  var level: UInt8
  /// See `BidiFlag`.
  var flags: UInt8

  static let none = UInt32.max
}

/// Bits of `BidiRun.flags`.
enum BidiFlag {
  /// A paired bracket that opens.
  static let opener: UInt8 = 1
  /// A paired bracket that closes.
  static let closer: UInt8 = 2
  /// An opening bracket whose partner was found.
  static let paired: UInt8 = 4
  /// A strong class of the embedding direction stands inside the pair.
  static let insideEmbedding: UInt8 = 8
  /// A strong class against the embedding direction stands inside the pair.
  static let insideOpposite: UInt8 = 16
  /// A nonspacing mark that no override has changed.
  static let mark: UInt8 = 32
  /// An isolate initiator that is the last of its level run.
  static let endsLevelRun: UInt8 = 64
  /// A first strong isolate whose text runs from right to left.
  static let rightToLeft: UInt8 = 128
}

/// Neighbouring runs of one level (BD7), by their places in the list of runs, what X9 removes left out at both ends.
struct BidiLevelStretch: BitwiseCopyable {
  var first: UInt32
  var last: UInt32
  /// The stretch that goes on with the same isolating run sequence, or `BidiRun.none`.
  var next: UInt32
  var level: UInt8
  /// Whether it goes on with a sequence that began before it.
  var continues: Bool
}
