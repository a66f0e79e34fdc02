import ArabicText

/// A stem or folded word as a number: what statements are compared by.
///
/// Swift hashes and compares strings that are not ASCII by their canonical form, which costs many times more; folded
/// words need only their bytes. Two words with one key are so rare (64 bits) that a wrong match does no harm here.
/// - Source: FNV-1a, 64 bits.
struct StemKey: Hashable, Sendable {
  private let value: UInt64

  /// - Complexity: O(*m*) in the bytes of the word.
  init(_ word: String) {
    var word = word
    value = word.withUTF8 { bytes in
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      return hash
    }
  }
}

/// The stem that statements are compared by: the light stem, or of feminine nouns that keep their ending the singular, so
/// that سيارات and سيارتها meet سيارة.
///
/// Search keeps such forms apart; a statement that says the same of one car and of cars is still a likely one.
/// - Complexity: O(*m*) in the letters of the word.
func statementStem(_ folded: String) -> String {
  let stem = lightStem(folded)
  guard stem.utf8.count >= 8, stem.isEnded(by: "ت") else { return stem }
  let isPlural = stem.isEnded(by: "ات")
  let base = stem.unicodeScalars.dropLast(isPlural ? 2 : 1)
  // Three letters and ت are a verb as well (صدرت).
  guard base.count >= (isPlural ? 3 : 4) else { return stem }
  let singular = String(String.UnicodeScalarView(base)) + "ه"
  // Of words whose ending is no ending of theirs (صوت، بيانات) the stemmer takes it off.
  return lightStem(singular).isSame(as: singular) ? singular : stem
}

extension String {
  fileprivate func isEnded(by ending: String) -> Bool { utf8.suffix(ending.utf8.count).elementsEqual(ending.utf8) }
}

extension StringProtocol {
  /// Whether the bytes are the same: equality of folded words.
  func isSame(as other: some StringProtocol) -> Bool { utf8.elementsEqual(other.utf8) }

  /// Whether the bytes begin with those of `other`.
  func begins(with other: some StringProtocol) -> Bool { utf8.starts(with: other.utf8) }
}
