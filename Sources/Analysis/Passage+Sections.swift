import ArabicText
import Briefings

/// The language of each paragraph.
extension Passage {
  /// Lines that follow each other and are in one language.
  struct Section: Equatable {
    let tokens: Range<Int>
    let language: String
  }

  /// The paragraphs of a text, those of one language together.
  ///
  /// Scripts tell the rest apart, so only paragraphs in Arabic letters are asked whether they are Arabic, Persian or Urdu.
  /// - Parameter language: The language of most of the text.
  func sections(in language: String) -> [Section] {
    let whole = [Section(tokens: tokens.indices, language: language)]
    let isPersian = language == "fa" || language == "ur"
    guard isPersian || hasPersianLetter(title[...]) || hasPersianLetter(text[...]) else { return whole }
    var found: [Section] = []
    var first = 0
    while first < tokens.count {
      var end = first + 1
      while end < tokens.count, !tokens[end].startsLine, tokens[end].field == tokens[first].field { end += 1 }
      let bytes = bytes(of: tokens[first].field)[Int(tokens[first].start)..<Int(tokens[end - 1].end)]
      var own = language
      if isPersian || hasPersianLetter(bytes) {
        own = guessedLanguage(ofParagraph: String(decoding: bytes, as: UTF8.self), in: language)
      }
      if let last = found.last, last.language == own {
        found[found.count - 1] = Section(tokens: last.tokens.lowerBound..<end, language: own)
      } else {
        found.append(Section(tokens: first..<end, language: own))
      }
      first = end
    }
    return found.isEmpty ? whole : found
  }

  /// Whether some letter of Persian or Urdu stands there (U+067E, or U+0680 to U+06D3): Arabic has none of them.
  private func hasPersianLetter(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      for (at, byte) in bytes.enumerated() where byte >= 0xD9 && byte <= 0xDB && at + 1 < bytes.count {
        if byte == 0xDA || byte == 0xDB && bytes[at + 1] <= 0x93 || byte == 0xD9 && bytes[at + 1] == 0xBE {
          return true
        }
      }
      return false
    }
  }
}
