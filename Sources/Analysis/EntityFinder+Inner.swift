import Briefings

/// Names that stand inside longer ones and are the same body's: داعش in تنظيم داعش, العربية in قناة العربية.
extension EntityFinder {
  /// The words of a mention that name it without the noun before them.
  func innerName(of mention: FoundMention) -> Range<Int>? {
    guard mention.type == .organization, mention.end - mention.first >= 2 else { return nil }
    let head = Array(passage.letters(of: mention.first).dropFirst(Int(mention.skip)))
    guard Self.nounsOfNames.contains(head) else { return nil }
    let first = mention.first + 1
    if passage.tokens[first].role == .openQuote {
      let close = Int(passage.tokens[first].partner)
      return close == mention.end - 1 && close > first + 1 ? first + 1..<close : nil
    }
    guard passage.tokens[first].role == .word, let word = passage.readings(of: first).first, word.skip == 0,
      let (end, node) = longestPhrase(at: first, word.word, .name), end == mention.end
    else { return nil }
    var isBody = false
    lexicon.forEachMeaning(at: node) { meaning in
      if meaning.kind == .name, lexicon.name(meaning.entry).type == .organization { isBody = true }
    }
    return isBody ? first..<end : nil
  }

  /// Nouns that say what a body is and may be left out.
  private static let nounsOfNames: Set<[UInt16]> = Set(
    foldedWords("تنظيم جماعة حركة قناة صحيفة مجلة إذاعة شبكة ميليشيا مليشيا ميليشيات مليشيات قوات شركة موقع"))
}
