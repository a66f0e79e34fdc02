import ArabicText
import Briefings

/// Two contents side by side: which words of each the other has not.
///
/// - Units: UTF-8 bytes of each content.
public struct ThreadComparison: Hashable, Sendable {
  /// The words of the first content that the second has in no form, adjoining ones as one span.
  public var onlyInFirst: [TextSpan]
  /// The words of the second content that the first has in no form.
  public var onlyInSecond: [TextSpan]

  /// Compares two contents word by word, whatever their order; numbers and negations count as words.
  ///
  /// - Complexity: O(*n* + *m*) in the letters of both.
  public init(_ first: String, _ second: String) {
    let (a, b) = (Self.words(first), Self.words(second))
    let (inFirst, inSecond) = (Set(a.flatMap(\.keys)), Set(b.flatMap(\.keys)))
    onlyInFirst = Self.spans(a.filter { $0.keys.allSatisfy { !inSecond.contains($0) } })
    onlyInSecond = Self.spans(b.filter { $0.keys.allSatisfy { !inFirst.contains($0) } })
  }

  private struct Word {
    let number: Int
    let range: Range<Int>
    let keys: [StemKey]
  }

  private static func words(_ content: String) -> [Word] {
    tokens(in: content).filter { $0.kind != .punctuation }.enumerated().map { number, token in
      let stem = token.kind == .word ? lightStem(token.folded) : token.folded
      return Word(
        number: number, range: token.range,
        keys: stem.isSame(as: token.folded) ? [StemKey(stem)] : [StemKey(stem), StemKey(token.folded)])
    }
  }

  private static func spans(_ words: [Word]) -> [TextSpan] {
    var spans: [TextSpan] = []
    var last = -2
    for word in words {
      if word.number == last + 1, let open = spans.last {
        spans[spans.count - 1] = TextSpan(open.start..<word.range.upperBound)
      } else {
        spans.append(TextSpan(word.range))
      }
      last = word.number
    }
    return spans
  }
}
