/// How a letter is drawn, by the sides on which it is joined.
///
/// - Shape: bit 0: joined to what stands before it, bit 1: joined to what follows.
public enum JoiningForm: UInt8, CaseIterable, Hashable, Sendable, BitwiseCopyable {
  /// Alone.
  case isolated
  /// At a group's end.
  case final
  /// At a group's beginning.
  case initial
  /// Inside a group.
  case medial
}

/// Finds the joining forms of letters, one scalar after the other.
///
/// - Source: The Unicode Standard 15.0, section 9.2, rules R1 to R7.
struct Joiner {
  /// 1 if the last character that is not transparent joins what follows it.
  private var joinsNext: UInt8 = 0
  /// The place of that character.
  private var last = 0

  /// Sets of joining types, one bit each; JoiningTests compares.
  static let joinPrevious: UInt8 = 0x16  // .joinCausing, .dual, .right
  static let joinNext: UInt8 = 0x0E  // .joinCausing, .dual, .left

  /// Takes the next character, and joins the one before to it if both can be joined.
  ///
  /// - Parameters:
  ///   - type: The number of its joining type.
  ///   - place: Its place in `scalars`.
  /// - Returns: `PackedScalar.joinedBefore` if they are joined, else 0.
  @inline(__always)
  mutating func join(_ type: UInt8, at place: Int, _ scalars: UnsafeMutablePointer<PackedScalar>) -> UInt32 {
    let joined = joinsNext & Self.joinPrevious &>> type & 1
    scalars[last].bits |= UInt32(joined) << 22
    let isTransparent = type == JoiningType.transparent.rawValue
    joinsNext = isTransparent ? joinsNext : Self.joinNext &>> type & 1
    last = isTransparent ? last : place
    return UInt32(joined) << 21
  }

  /// Takes characters that join nothing.
  @inline(__always)
  mutating func interrupt() { joinsNext = 0 }
}
