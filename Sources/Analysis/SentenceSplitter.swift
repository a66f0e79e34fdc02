/// Cuts a passage into sentences.
///
/// A sentence ends at a full stop, a question or exclamation mark or the end of its line; not inside a quotation or
/// brackets, not after an abbreviation of one letter, and not at a dot inside a Latin word.
struct SentenceSplitter {
  /// The most tokens a sentence has.
  private static let longest = 1_000

  /// The tokens of each sentence, its last mark left out.
  static func sentences(of passage: Passage) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    var covered = 0
    let tokens = passage.tokens
    let longest = Self.longest
    for token in tokens.indices {
      if passage.startsLine(token), token > start {
        found.append(start..<token)
        start = token
        covered = token
      }
      // No sentence of prose is so long; noise without full stops must not cost more than it is worth.
      if token - start >= longest {
        found.append(start..<token)
        start = token
        covered = token
      }
      let partner = Int(tokens[token].partner)
      if partner > covered { covered = partner }
      guard tokens[token].role == .stop, token >= covered, ends(token, tokens, passage) else { continue }
      if token > start { found.append(start..<token) }
      start = token + 1
    }
    if start < tokens.count { found.append(start..<tokens.count) }
    return found
  }

  private static func ends(_ token: Int, _ tokens: [PassageToken], _ passage: Passage) -> Bool {
    guard token + 1 < tokens.count else { return true }
    let next = tokens[token + 1]
    if next.isSpaced || next.startsLine {
      // د. محمد
      guard token > 0, tokens[token - 1].role == .word, tokens[token - 1].letterCount == 1,
        !tokens[token].isSpaced, passage.letters(of: token).first == 0x2E
      else { return true }
      return false
    }
    return next.script != .latin
  }
}
