/// Why two offsets are no span of a text.
public enum TextSpanError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The offsets lie outside the text or are reversed.
  case outOfBounds(start: Int, end: Int, count: Int)

  /// The offset falls inside a grapheme cluster.
  case splitsCluster(offset: Int)

  /// What is shown to a person.
  public var description: String {
    switch self {
    case .outOfBounds(let start, let end, let count):
      "found span \(start)..<\(end) in a text of \(count) bytes; expected 0 <= start <= end <= \(count)"
    case .splitsCluster(let offset):
      "byte \(offset) lies inside a letter with its marks; expected an offset between letters (offsets count UTF-8 bytes)"
    }
  }
}
