import Briefings

/// The words of a statement with those around them: a stretch of the article, and where in it the statement stands.
public struct Quotation: Hashable, Sendable {
  /// The stretch, whole words, as it stands in the article.
  public let text: String
  /// The bytes of `text` that are the statement's own words.
  public let quoted: Range<Int>
  /// Whether words of the paragraph were left out before it.
  public let isCutBefore: Bool
  /// Whether words of the paragraph were left out behind it.
  public let isCutBehind: Bool

  /// Takes the paragraph around a statement, of a long one as much as has room.
  ///
  /// - Parameter around: At most so many bytes before and as many behind the statement.
  /// - Returns: `nil` where the statement's place does not hold its words, as after a change of the article.
  /// - Complexity: O(*n*) in the bytes of the article.
  public init?(of statement: Statement, in briefing: Briefing, around: Int = 400) {
    guard briefing.text(at: statement.place) == statement.content else { return nil }
    let bytes = Array(briefing.text(of: statement.place.field).utf8)
    let span = statement.place.span
    var (start, end) = (span.start, span.end)
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    let line = start..<end
    if span.start - start > around {
      start = span.start - around
      while start < span.start, bytes[start] != 0x20 { start += 1 }
    }
    if end - span.end > around {
      end = span.end + around
      while end > span.end, bytes[end] != 0x20 { end -= 1 }
    }
    while start < span.start, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    while end > span.end, [0x20, 0x09, 0x0D].contains(bytes[end - 1]) { end -= 1 }
    text = String(decoding: bytes[start..<end], as: UTF8.self)
    quoted = span.start - start..<span.end - start
    isCutBefore = bytes[line.lowerBound..<start].contains { $0 > 0x20 }
    isCutBehind = bytes[end..<line.upperBound].contains { $0 > 0x20 }
  }

  /// The words before the statement, its own, and those behind it.
  var parts: (before: String, own: String, behind: String) {
    let bytes = Array(text.utf8)
    func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    return (part(0..<quoted.lowerBound), part(quoted), part(quoted.upperBound..<bytes.count))
  }
}
