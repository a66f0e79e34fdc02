import Briefings

/// «سبق – وكالات: …»: outlets, reporters and towns at the head of a text.
extension EntityFinder {
  private static let noOutlet: Set<[UInt16]> = Set(
    foldedWords(
      "وكالات متابعات متابعة خاص مكتب كتب كتبت ترجمة تقرير إعداد عواصم مراسل مندوب تحليل حوار بقلم تحقيق سياسي اقتصادي أخبار"
    ))

  /// Takes the unknown words between the dashes of a dateline for the outlet.
  mutating func findOutlet() {
    guard let first = passage.tokens.firstIndex(where: { $0.field == .text }) else { return }
    var parts: [Range<Int>] = []
    var start = first
    var token = first
    var dashes = 0
    var isClosed = false
    while token < passage.tokens.count, token - first < 10, token == first || !passage.tokens[token].startsLine {
      let role = passage.tokens[token].role
      if role == .dash {
        dashes += 1
        if token > start { parts.append(start..<token) }
        start = token + 1
      } else if role == .colon {
        if token > start { parts.append(start..<token) }
        isClosed = true
        break
      } else if role != .word {
        return
      }
      token += 1
    }
    // The line may consist of the dateline alone.
    if !isClosed, token < passage.tokens.count, passage.tokens[token].startsLine, token > start {
      parts.append(start..<token)
      isClosed = true
    }
    guard dashes > 0, isClosed, parts.count <= 4, let outlet = parts.first(where: isUnknownOutlet) else { return }
    add(
      FoundMention(
        first: outlet.lowerBound, skip: 0, end: outlet.upperBound, type: .organization, entry: -1, source: .context))
  }

  private func isUnknownOutlet(_ part: Range<Int>) -> Bool {
    part.count <= 2
      && part.allSatisfy { token in
        owner[token] < 0 && !Self.noOutlet.contains(Array(passage.letters(of: token)))
      }
  }
}
