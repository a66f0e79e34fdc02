/// The language most of `text` is in: `ar`, `fa`, `ur`, `he` or `en`; `ar` where nothing can be told.
///
/// By script first. Arabic letters are then told apart by letters that only one language writes (گ and پ, ٹ and ے, ة) and
/// by the commonest words of each. Works on an article as well as on one paragraph.
/// - Complexity: O(*n*); reads at most the first 20,000 bytes.
public func guessedLanguage(of text: String) -> String {
  var counts = LetterCounts()
  var read = 0
  for scalar in text.unicodeScalars {
    counts.add(scalar.value)
    read += scalar.value < 0x80 ? 1 : 2
    if read > 20_000 { break }
  }
  if counts.hebrew > counts.arabic, counts.hebrew * 2 > counts.latin { return "he" }
  if counts.latin > 2 * counts.arabic { return "en" }
  guard counts.arabic > 0 else { return counts.hebrew > 0 ? "he" : "ar" }
  for token in tokens(in: String(text.prefix(4_000))) where token.script == .arabic { counts.add(word: token.folded) }
  let best = max(counts.arabicScore, counts.persianScore, counts.urduScore)
  if best == counts.arabicScore { return "ar" }
  return best == counts.urduScore ? "ur" : "fa"
}

/// The language of one paragraph in Arabic letters of a text that is mostly in another: `ar`, `fa` or `ur`.
///
/// A name or a loanword makes no language: without clear evidence the paragraph is in the language of its text.
/// - Parameters:
///   - paragraph: The paragraph; one with few Arabic letters stays in the language of its text.
///   - language: The language of the text around it.
/// - Complexity: O(*n*); reads at most the first 4,000 characters.
public func guessedLanguage(ofParagraph paragraph: String, in language: String) -> String {
  var counts = LetterCounts()
  let head = String(paragraph.prefix(4_000))
  for scalar in head.unicodeScalars { counts.add(scalar.value) }
  guard counts.arabic >= 12, counts.arabic > counts.latin, counts.arabic > counts.hebrew else { return language }
  for token in tokens(in: head) where token.script == .arabic { counts.add(word: token.folded) }
  let scores = [("ar", counts.arabicScore), ("fa", counts.persianScore), ("ur", counts.urduScore)]
  let own = scores.first { $0.0 == language }?.1 ?? counts.arabicScore
  guard let best = scores.max(by: { $0.1 < $1.1 }), best.0 != language else { return language }
  return best.1 >= 8 && best.1 >= 2 * own ? best.0 : language
}

private struct LetterCounts {
  var latin = 0
  var hebrew = 0
  var arabic = 0
  var arabicScore = 0
  var persianScore = 0
  var urduScore = 0

  mutating func add(_ scalar: UInt32) {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: latin += 1
    case 0x5D0...0x5EA: hebrew += 1
    case 0x610...0x6FF, 0x750...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFC:
      arabic += 1
      switch scalar {
      // ة أ إ ى ي ك and the case endings are hardly ever typed in Persian or Urdu.
      case 0x629, 0x623, 0x625, 0x649: arabicScore += 4
      case 0x64A, 0x643, 0x64B: arabicScore += 1
      case 0x6CC, 0x6A9:
        persianScore += 1
        urduScore += 1
      case 0x67E, 0x686, 0x698, 0x6AF:
        persianScore += 3
        urduScore += 2
      case 0x679, 0x688, 0x691, 0x6BA, 0x6D2, 0x6BE, 0x6C1: urduScore += 4
      default: break
      }
    default: break
    }
  }

  mutating func add(word: String) {
    if Self.arabicWords.contains(word) { arabicScore += 6 }
    if Self.persianWords.contains(word) { persianScore += 6 }
    if Self.urduWords.contains(word) { urduScore += 6 }
  }

  // Folded, as all words are here.
  private static let arabicWords: Set<String> = [
    "في", "علي", "الي", "ان", "التي", "الذي", "هذا", "هذه", "عن", "مع", "قال",
  ]
  private static let persianWords: Set<String> = [
    "است", "اين", "را", "به", "كه", "از", "براي", "با", "مي", "شد", "كرد", "خود", "ها", "هاي", "گفت", "در",
  ]
  private static let urduWords: Set<String> = [
    "كے", "هے", "ميں", "كي", "نے", "سے", "كا", "كو", "اور", "هيں", "پر", "تها",
  ]
}
