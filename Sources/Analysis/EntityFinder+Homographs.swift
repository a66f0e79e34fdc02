import Briefings

/// Words that are spelt like a name: what marks them as one, and what speaks against it.
extension EntityFinder {
  /// Quotation marks or brackets around one word.
  func isMarkedAsName(_ token: Int) -> Bool {
    guard token > 0, token + 1 < passage.tokens.count else { return false }
    let before = passage.tokens[token - 1].role
    let after = passage.tokens[token + 1].role
    return before == .openQuote && after == .closeQuote || before == .openBracket && after == .closeBracket
  }

  /// «سبق – وكالات:» at the head of a text.
  func isInDateline(_ token: Int) -> Bool {
    var first = token
    while first > 0, !passage.startsLine(first), token - first < 6 { first -= 1 }
    guard passage.startsLine(first) else { return false }
    let isAfter = token > 0 && passage.tokens[token - 1].role == .dash
    return isAfter || token + 1 < passage.tokens.count && passage.tokens[token + 1].role == .dash
  }

  private static let birthplace = foldedWords("مسقط رأس")
  private static let compelling: Set<[UInt16]> = Set(
    foldedWords("الظروف ظروف للظروف بالظروف القوة قوة الأسباب أسباب للأسباب لأسباب"))

  /// مسقط رأسه، الظروف القاهرة، باكرًا: words spelt like a town.
  func isOnlyHomograph(_ token: Int, _ reading: Reading) -> Bool {
    let found = passage.tokens[token]
    if found.shape.contains(.tanween), found.end - found.start > found.letterCount * 2 { return true }
    let letters = passage.letters(of: token).dropFirst(Int(reading.skip))
    if letters.elementsEqual(Self.birthplace[0]), isWordInLine(token + 1) {
      return passage.letters(of: token + 1).starts(with: Self.birthplace[1])
    }
    guard token > 0, letters.count == 7, reading.skip == 0, letters.dropFirst(2).starts(with: [0x642, Letter.alef])
    else {
      return false
    }
    return Self.compelling.contains(Array(passage.letters(of: token - 1)))
  }
}
