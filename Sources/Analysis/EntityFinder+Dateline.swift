import Briefings

/// «سبق – وكالات: …»: outlets, reporters and towns at the head of a text.
extension EntityFinder {
  private static let noOutlet: Set<[UInt16]> = Set(
    foldedWords(
      "وكالات متابعات متابعة خاص مكتب كتب كتبت ترجمة تقرير إعداد عواصم مراسل مندوب تحليل حوار بقلم تحقيق سياسي اقتصادي أخبار"
    ))

  /// Takes the unknown words between the dashes of a dateline for the outlet.
  mutating func findOutlet() {
    guard let first = passage.tokens.firstIndex(where: { $0.field == .text }), scope.contains(first)
    else { return }
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
    // «داليا أبوالعيش - جدة»: a reporter.
    let isReporter = outlet.count == 2 && outlet.contains { isNamePart($0) }
    add(
      FoundMention(
        first: outlet.lowerBound, skip: 0, end: outlet.upperBound, type: isReporter ? .person : .organization,
        entry: -1, source: .context))
  }

  /// «قال لـ«الاقتصادية» إن»: who is told something in quotation marks is a medium.
  mutating func findAddressedMedia() {
    for quote in scope where passage.tokens[quote].role == .openQuote {
      let close = Int(passage.tokens[quote].partner)
      if close > quote + 1, close - quote <= 4, isMediumOfName(quote + 1, close) {
        retype(Int(owner[quote + 1]), quote + 1..<close)
        continue
      }
      guard quote > 0, close > quote + 1, close - quote <= 4,
        passage.letters(of: quote - 1).elementsEqual([Letter.lam]),
        (max(0, quote - (introducesReport(close + 1) ? 24 : 8))..<quote).contains(where: {
          !anyClass($0).isDisjoint(with: [.cue, .document])
        })
      else { continue }
      let inside = quote + 1..<close
      if inside.allSatisfy({ owner[$0] < 0 && passage.tokens[$0].role == .word }) {
        add(
          FoundMention(
            first: inside.lowerBound, skip: 0, end: inside.upperBound, type: .organization, entry: -1, source: .context)
        )
      } else if owner[quote + 1] >= 0 {
        retype(Int(owner[quote + 1]), inside)
      }
    }
  }

  /// Whether what is said begins at a token, after a comma or none.
  func introducesReport(_ token: Int) -> Bool {
    var token = token
    if token < passage.tokens.count, passage.tokens[token].role == .comma { token += 1 }
    guard token < passage.tokens.count else { return false }
    switch passage.tokens[token].role {
    case .colon, .openQuote: return true
    case .word: return wordClass(token).contains(.complementizer)
    default: return false
    }
  }

  /// «الشرق الأوسط»: nobody puts a region alone in quotation marks where a paper has its name.
  private func isMediumOfName(_ first: Int, _ end: Int) -> Bool {
    guard owner[first] >= 0, let word = passage.readings(of: first).first?.word,
      mentions[Int(owner[first])].type == .place, let (last, node) = longestPhrase(at: first, word, .name), last == end
    else { return false }
    var isMedium = false
    lexicon.forEachMeaning(at: node) { meaning in
      if meaning.kind == .name, lexicon.name(meaning.entry).kind == "media" { isMedium = true }
    }
    return isMedium
  }

  private func isUnknownOutlet(_ part: Range<Int>) -> Bool {
    part.count <= 2
      && part.allSatisfy { token in
        owner[token] < 0 && !Self.noOutlet.contains(Array(passage.letters(of: token)))
      }
  }
}
