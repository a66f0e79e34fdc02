/// The consonants of a name, in classes that Arabic, Persian, Hebrew and Latin spellings of it share: `دميتري بيسكوف`
/// and `Dmitry Peskov` are both `dmtrbskb`.
///
/// Vowels, the letters that stand for them and those for h are left out, since spellings differ most in them; letters
/// that one script writes for several of another's are one class (p, b, f, v; g, j, k, q, kh, gh; s, sh, z).
struct NameConsonants: Hashable {
  /// One letter for each class, doubled ones once.
  let letters: [UInt8]
  /// The letters of the last word.
  let last: [UInt8]

  /// - Complexity: O(*n*) in the letters of the name.
  init(_ name: String) {
    let words = name.split(whereSeparator: { $0 == " " || $0 == "-" }).map { Self.letters(of: $0) }
    letters = words.reduce(into: []) { all, word in
      for letter in word where all.last != letter { all.append(letter) }
    }
    last = words.last { !$0.isEmpty } ?? []
  }

  /// Whether two names in two scripts are one: all consonants of the full names, or of the surname where one is given
  /// alone.
  func isOne(with other: NameConsonants) -> Bool {
    if letters == other.letters { return letters.count >= 4 }
    let (short, long) = letters.count < other.letters.count ? (self, other) : (other, self)
    return short.letters == short.last && short.last.count >= 3 && short.last == long.last
  }

  private static func letters(of word: Substring) -> [UInt8] {
    var found: [UInt8] = []
    for scalar in word.unicodeScalars {
      guard let letter = classes[scalar.value], found.last != letter else { continue }
      found.append(letter)
    }
    return found
  }

  private static let classes: [UInt32: UInt8] = {
    var found: [UInt32: UInt8] = [:]
    for (letter, spellings) in [
      ("b", "bpfvBPFVبپفڤבפףװ"), ("t", "tTتطثטת"), ("d", "dDدذضظד"), ("k", "gjkqcxGJKQCXكکقغخگجچגקכך"),
      ("s", "szSZسصشزژסצץשז"), ("l", "lLلל"), ("m", "mMمמם"), ("n", "nNنנן"), ("r", "rRرר"),
    ] {
      for scalar in spellings.unicodeScalars { found[scalar.value] = letter.utf8.first }
    }
    return found
  }()
}
