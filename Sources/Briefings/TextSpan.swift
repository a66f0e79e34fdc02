/// A stretch of one field of a briefing: where a finding's evidence stands.
///
/// - Shape: half-open, `start <= end`; both ends fall between grapheme clusters, never inside one.
/// - Units: bytes of the field's UTF-8 text, from 0. Not scalars, not columns.
/// - Source: made once, from the stored text; never recomputed from the screen.
public struct TextSpan: Hashable, Sendable, Comparable {
  /// The first byte of the span.
  public let start: Int

  /// One past the last byte of the span.
  public let end: Int

  /// Creates a span from offsets that are known to be right, as the finders' own offsets are.
  ///
  /// - Precondition: `0 <= start <= end`.
  public init(_ range: Range<Int>) {
    precondition(range.lowerBound >= 0, "a span begins at byte 0 or later")
    start = range.lowerBound
    end = range.upperBound
  }

  /// Creates a span of `text` from two byte offsets that came from outside.
  ///
  /// - Parameters:
  ///   - start: The first byte, from 0.
  ///   - end: One past the last byte; equal to `start` for an empty span.
  ///   - text: The field the offsets index.
  /// - Throws: `TextSpanError.outOfBounds` when the offsets lie outside `text` or are reversed, and
  ///   `TextSpanError.splitsCluster` when either falls inside a grapheme cluster.
  /// - Complexity: O(*k*) in the length of the clusters at both ends, O(*n*) when `text` is not contiguous UTF-8.
  public init(from start: Int, to end: Int, in text: String) throws(TextSpanError) {
    let bytes = text.utf8
    guard 0 <= start, start <= end, end <= bytes.count else {
      throw TextSpanError.outOfBounds(start: start, end: end, count: bytes.count)
    }
    for offset in [start, end] {
      let index = bytes.index(bytes.startIndex, offsetBy: offset)
      // A position inside a cluster does not survive the conversion to an index of characters.
      guard String.Index(index, within: text) != nil else {
        throw TextSpanError.splitsCluster(offset: offset)
      }
    }
    self.start = start
    self.end = end
  }

  /// The span as a range of byte offsets.
  public var range: Range<Int> { start..<end }

  /// The number of bytes.
  public var count: Int { end - start }

  /// Whether both spans share at least one byte.
  public func overlaps(_ other: TextSpan) -> Bool { range.overlaps(other.range) }

  /// The order in lists.
  public static func < (a: Self, b: Self) -> Bool { (a.start, a.end) < (b.start, b.end) }
}

extension String {
  /// The text of a span, or `nil` where the span does not lie inside this text on scalar borders.
  ///
  /// - Complexity: O(1) to find, O(*m*) to copy the span's *m* bytes.
  public func text(at span: TextSpan) -> String? {
    let bytes = utf8
    guard span.end <= bytes.count else { return nil }
    let from = bytes.index(bytes.startIndex, offsetBy: span.start)
    let to = bytes.index(bytes.startIndex, offsetBy: span.end)
    return String(bytes[from..<to])
  }
}
