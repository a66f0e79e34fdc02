import ArabicText
import Briefings

extension RelationReason {
  /// The words and numbers that two statements have in common.
  ///
  /// - Complexity: O(*n*) in the letters of both contents.
  static func wording(of overlap: Overlap, _ context: StatementContext, _ other: StatementRecord) -> [RelationReason] {
    let weightiest = overlap.matches.sorted { $0.weight > $1.weight }.prefix(4)
    var reasons: [RelationReason] = []
    let shared = context.words(of: Set(weightiest.filter(\.isOneWord).map(\.first))).map(\.word)
    if !shared.isEmpty { reasons.append(.sharedWords(shared)) }
    let reworded = weightiest.filter { !$0.isOneWord }
    guard !reworded.isEmpty else { return reasons }
    var there: [StemKey: String] = [:]
    for (stem, word) in words(of: other.statement.content, stems: Set(reworded.map(\.second))) { there[stem] = word }
    let pairs = context.words(of: Set(reworded.map(\.first))).compactMap { stem, word in
      reworded.first { $0.first == stem }.flatMap { there[$0.second] }.map { WordPair(word, $0) }
    }
    if !pairs.isEmpty { reasons.append(.sameMeaning(pairs)) }
    return reasons
  }

  /// The words of a content that have the stems given, without particles, the first of each stem.
  ///
  /// - Complexity: O(*n*) in the letters of the content.
  static func words(of content: String, stems: Set<StemKey>) -> [(stem: StemKey, word: String)] {
    var left = stems
    var found: [(stem: StemKey, word: String)] = []
    for token in tokens(in: content) where token.kind == .word {
      let stem = statementStem(token.folded)
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
