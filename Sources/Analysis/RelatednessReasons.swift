import ArabicText
import Briefings

/// Says in words what two statements have in common.
struct RelationReasons {
  /// The words of a content that have the stems given, without particles, the first of each stem.
  ///
  /// - Complexity: O(*n*) in the letters of the content.
  static func words(of content: String, stems: Set<StemKey>) -> [(stem: StemKey, word: String)] {
    var left = stems
    var found: [(stem: StemKey, word: String)] = []
    for token in tokens(in: content) where token.kind == .word {
      let stem = lightStem(token.folded)
      let key = StemKey(stem)
      guard left.remove(key) != nil, let word = content.text(at: TextSpan(token.range)) else { continue }
      found.append((key, bare(word, folded: token.folded, stem: stem)))
    }
    return found
  }

  /// A word without the particles that stand before its stem; a longer word than the stem keeps its ending.
  static func bare(_ word: String, folded: String, stem: String) -> String {
    guard let at = folded.range(of: stem) else { return word }
    var skip = folded.unicodeScalars.distance(from: folded.startIndex, to: at.lowerBound)
    var rest = word.unicodeScalars[...]
    while skip > 0, let first = rest.first {
      rest = rest.dropFirst()
      if !isMark(first.value) { skip -= 1 }
    }
    while let first = rest.first, isMark(first.value) { rest = rest.dropFirst() }
    return rest.isEmpty ? word : String(String.UnicodeScalarView(rest))
  }
}

extension String {
  /// Where `part` first stands.
  fileprivate func range(of part: String) -> Range<String.Index>? {
    let (whole, part) = (Array(utf8), Array(part.utf8))
    guard !part.isEmpty, whole.count >= part.count else { return nil }
    for start in 0...(whole.count - part.count) where whole[start..<(start + part.count)].elementsEqual(part) {
      return utf8.index(startIndex, offsetBy: start)..<utf8.index(startIndex, offsetBy: start + part.count)
    }
    return nil
  }
}
