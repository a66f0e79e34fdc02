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
  /// Whether the last character that is not transparent joins what follows it.
  private var joinsNext = false
  /// Its place, or -1.
  private var last = -1

  /// Takes the next character and gives the place of the character before that joins it, or -1.
  ///
  /// Both are then joined: the one before to its next, this one to its previous neighbour.
  @inline(__always)
  mutating func partner(of type: JoiningType, at place: Int) -> Int {
    let joinsPrevious: Bool
    switch type {
    case .transparent: return -1
    case .dual, .joinCausing, .right: joinsPrevious = joinsNext
    case .left, .nonJoining: joinsPrevious = false
    }
    let partner = joinsPrevious ? last : -1
    joinsNext = type == .dual || type == .joinCausing || type == .left
    last = place
    return partner
  }

  /// Nothing joins over this place.
  mutating func interrupt() { joinsNext = false }
}
