/// Takes attached particles and the commonest endings off words, so that `والتصريحات` and `تصريح` meet.
///
/// Works without a dictionary: a particle comes off where the word is long enough, unless the word is known to begin with
/// that letter. It never changes letters: the stem is a stretch of the word.
/// - Source: of a dozen Arabic analysers measured on news retrieval, light stemming with guarded particles found most.
public struct LightStemmer: Sendable {
  /// The stemmer with the built-in list of names.
  public static let standard = LightStemmer()

  private var names: WordSet
  /// Names that Arabic writes with the article, without it.
  private var articleNames: WordSet
  private let endings: WordSet
  private let wholeEndings: WordSet
  private let wholeStems: WordSet
  private let wholeArticles: WordSet
  private let afterFa: WordSet

  /// Creates a stemmer.
  ///
  /// - Parameter protectedNames: More names, folded, that lose attached particles but never an ending.
  public init(protectedNames: [String] = []) {
    wholeStems = WordSet(WordLists.wholeStems)
    wholeArticles = WordSet(WordLists.wholeArticles)
    afterFa = WordSet(WordLists.afterFa)
    endings = WordSet(WordLists.endings)
    let feminines = WordLists.feminines.description.unicodeScalars.split { $0 == " " || $0 == "\n" }.map { String($0) }
    let others = WordLists.wholeEndings.description.unicodeScalars.split { $0 == " " || $0 == "\n" }.map { String($0) }
    wholeEndings = WordSet(others + feminines.flatMap { [$0 + "ه", $0 + "ت", $0 + "ات"] })
    names = WordSet([])
    let own = (WordLists.names.description + " " + NameList.names.description).unicodeScalars
      .split { $0 == " " || $0 == "\n" }.map { String($0) }
    // A name that has an article is kept without: Persian and Urdu write it so.
    articleNames = WordSet([])
    let articled = own.filter { $0.hasPrefix("ال") && $0.unicodeScalars.count > 4 }.map { withoutArticle($0) }
    articleNames = WordSet(articled)
    let bare = own.filter { !$0.hasPrefix("ال") || $0.unicodeScalars.count <= 4 } + articled
    names = WordSet(bare + protectedNames)
  }

  /// The stem of a folded word.
  ///
  /// - Complexity: O(*m*) in the letters of the word.
  public func stem(_ folded: String) -> String {
    var folded = folded
    return folded.withUTF8 { bytes in
      let range = stemRange(of: bytes)
      return String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }
  }

  /// Whether a folded word is a name that Arabic writes with the article, and has it: `الهند` and `بالهند`, unlike `هند`,
  /// which is a name of its own or the country in Persian.
  ///
  /// - Complexity: O(*m*) in the letters of the word.
  public func isNameWithArticle(_ folded: String) -> Bool {
    var folded = folded
    return folded.withUTF8 { bytes in
      let range = stemRange(of: bytes)
      let lead = Stretch(word: bytes, start: 0, end: range.lowerBound)
      let hasArticle = lead.ends(Letter.alef, Letter.lam) || lead.ends(Letter.lam, Letter.lam)
      return hasArticle && articleNames.contains(UnsafeBufferPointer(rebasing: bytes[range]))
    }
  }

  /// Whether a stem is a name, which is never taken apart.
  func isName(_ stem: UnsafeBufferPointer<UInt8>) -> Bool { names.contains(stem) }

  /// Where the stem of a folded word lies in it, in bytes; never empty for a word that is not.
  ///
  /// - Complexity: O(*m*) in the letters of the word.
  public func stemRange(of word: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    guard let lead = word.first else { return 0..<0 }
    if lead < 0x80 { return 0..<latinEnd(word) }
    if lead == 0xD6 || lead == 0xD7 { return hebrewStart(word)..<word.count }
    // Letters of two bytes begin with D8…DB; longer ones belong to no rule.
    guard 0xD8...0xDB ~= lead, word.allSatisfy({ $0 < 0xE0 }) else { return 0..<word.count }
    return arabicRange(word)
  }
}

/// The stem of a folded word, with the built-in list of names.
public func lightStem(_ folded: String) -> String { LightStemmer.standard.stem(folded) }

/// The second byte of some Arabic letters; the first is D8 or D9.
private enum Letter {
  static let alef: UInt16 = 0xD8A7
  static let beh: UInt16 = 0xD8A8
  static let teh: UInt16 = 0xD8AA
  static let feh: UInt16 = 0xD981
  static let kaf: UInt16 = 0xD983
  static let lam: UInt16 = 0xD984
  static let meem: UInt16 = 0xD985
  static let noon: UInt16 = 0xD986
  static let heh: UInt16 = 0xD987
  static let waw: UInt16 = 0xD988
  static let yeh: UInt16 = 0xD98A
}

/// A stretch of a folded word of two-byte letters.
private struct Stretch {
  let word: UnsafeBufferPointer<UInt8>
  var start: Int
  var end: Int

  var count: Int { (end - start) / 2 }

  /// The letter at `index`; negative indexes count from the end.
  func letter(_ index: Int) -> UInt16 {
    let at = index >= 0 ? start + index * 2 : end + index * 2
    guard at >= start, at + 1 < end else { return 0 }
    return UInt16(word[at]) << 8 | UInt16(word[at + 1])
  }

  func begins(_ a: UInt16, _ b: UInt16) -> Bool { letter(0) == a && letter(1) == b }
  func ends(_ a: UInt16, _ b: UInt16) -> Bool { letter(-2) == a && letter(-1) == b }
  func ends(_ a: UInt16, _ b: UInt16, _ c: UInt16) -> Bool { letter(-3) == a && ends(b, c) }

  func droppingFirst(_ letters: Int) -> Stretch { Stretch(word: word, start: start + letters * 2, end: end) }
  func droppingLast(_ letters: Int) -> Stretch { Stretch(word: word, start: start, end: end - letters * 2) }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: word[start..<end]) }
}

extension LightStemmer {
  private func arabicRange(_ word: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var rest = Stretch(word: word, start: 0, end: word.count)
    if names.contains(rest.bytes) { return rest.start..<rest.end }
    rest = withoutParticles(rest)
    if names.contains(rest.bytes) { return rest.start..<rest.end }
    rest = withoutEndings(rest)
    return rest.start..<rest.end
  }

  /// Takes و or ف, then an article or a preposition off.
  private func withoutParticles(_ word: Stretch) -> Stretch {
    var rest = word
    if rest.letter(0) == Letter.waw, rest.count > 3 || rest.count == 3 && !isWhole(rest) {
      let next = rest.droppingFirst(1)
      if !isWhole(rest), next.count >= 2 { rest = next }
    } else if rest.letter(0) == Letter.feh, rest.count >= 3 {
      let next = rest.droppingFirst(1)
      let hasArticle = next.begins(Letter.alef, Letter.lam) && next.count >= 5
      let hasPreposition =
        next.count >= 5 && next.letter(1) == Letter.alef && next.letter(2) == Letter.lam
        && (next.letter(0) == Letter.beh || next.letter(0) == Letter.kaf)
      if !isWhole(rest), afterFa.contains(next.bytes) || hasArticle || hasPreposition || names.contains(next.bytes) {
        rest = next
      }
    }
    switch rest.letter(0) {
    case Letter.alef: return withoutArticle(rest)
    case Letter.beh, Letter.lam, Letter.kaf:
      return names.contains(rest.bytes) || isWhole(rest) ? rest : withoutArticle(rest)
    default: return rest
    }
  }

  /// Takes ال, بال, كال, لل, or a single ب, ل or ك off.
  private func withoutArticle(_ rest: Stretch) -> Stretch {
    let first = rest.letter(0)
    if first == Letter.alef {
      guard rest.letter(1) == Letter.lam, rest.count >= 4, !hasNoArticle(rest) else { return rest }
      return rest.droppingFirst(2)
    }
    guard first == Letter.beh || first == Letter.lam || first == Letter.kaf else { return rest }
    let next = rest.droppingFirst(1)
    if next.count >= (first == Letter.kaf ? 4 : 3), names.contains(next.bytes) { return next }
    if first == Letter.lam, rest.letter(1) == Letter.lam {
      guard rest.count >= 4 else { return rest }
      return rest.droppingFirst(2)
    }
    if first != Letter.lam, next.begins(Letter.alef, Letter.lam), rest.count >= 5 {
      return hasNoArticle(next) ? next : rest.droppingFirst(3)
    }
    // ك is seldom attached to a noun without an article.
    guard rest.count >= 5, first != Letter.kaf else { return rest }
    return next
  }

  /// Whether the word, perhaps with an ending, is known to begin with its own letter.
  private func isWhole(_ word: Stretch) -> Bool { isKnown(word, in: wholeStems, shortest: 3) }

  private func hasNoArticle(_ word: Stretch) -> Bool { isKnown(word, in: wholeArticles, shortest: 5) }

  /// Whether the word is in a set, or begins with a word of it that has `shortest` letters at least and goes on with an
  /// ending.
  private func isKnown(_ word: Stretch, in set: WordSet, shortest: Int) -> Bool {
    if set.contains(word.bytes) { return true }
    guard mayEnd(word.letter(-1)) else { return false }
    // No ending is longer than five letters.
    for letters in 1..<6 where word.count - letters >= shortest {
      let rest = word.droppingLast(letters)
      let ending = UnsafeBufferPointer(rebasing: word.word[rest.end..<word.end])
      if endings.contains(ending), set.contains(rest.bytes) { return true }
    }
    return false
  }

  /// Whether some ending has this last letter.
  private func mayEnd(_ letter: UInt16) -> Bool {
    switch letter {
    case Letter.heh, Letter.alef, Letter.yeh, Letter.teh, Letter.noon, Letter.meem, Letter.kaf, Letter.waw: true
    default: false
    }
  }

  private func withoutArticle(_ name: String) -> String {
    var name = name
    let rest = name.withUTF8 { bytes in
      withoutArticle(Stretch(word: bytes, start: 0, end: bytes.count)).start
    }
    return String(decoding: Array(name.utf8)[rest...], as: UTF8.self)
  }

  private func isPlural(_ word: Stretch) -> Bool {
    word.ends(Letter.alef, Letter.noon) || word.ends(Letter.alef, Letter.teh) || word.ends(Letter.waw, Letter.noon)
      || word.ends(Letter.yeh, Letter.noon) || word.ends(Letter.waw, Letter.alef)
  }

  private func pronounLength(_ word: Stretch) -> Int {
    if word.ends(Letter.heh, Letter.meem, Letter.alef) || word.ends(Letter.kaf, Letter.meem, Letter.alef) { return 3 }
    // Persian plural with its connecting ye.
    if word.ends(Letter.heh, Letter.alef, Letter.yeh) { return 3 }
    if word.ends(Letter.heh, Letter.alef) || word.ends(Letter.heh, Letter.meem) { return 2 }
    if word.ends(Letter.heh, Letter.noon) || word.ends(Letter.kaf, Letter.meem) { return 2 }
    return word.ends(Letter.noon, Letter.alef) ? 2 : 0
  }

  /// Takes one pronoun and then the endings of number, gender and relation off; three letters stay.
  private func withoutEndings(_ word: Stretch) -> Stretch {
    var rest = word
    if isKnown(word, in: wholeEndings, shortest: 4) {
      return wholeEndings.contains(word.bytes) ? word : withoutEnding(after: word)
    }
    /// A name has no plural and no owner, so what would leave one is the word's own.
    func drop(_ letters: Int, keepingNames: Bool) -> Bool {
      guard rest.count - letters >= 3 else { return false }
      let next = rest.droppingLast(letters)
      if keepingNames, names.contains(next.bytes) { return false }
      rest = next
      return true
    }
    let pronoun = pronounLength(rest)
    if pronoun > 0, drop(pronoun, keepingNames: true), rest.letter(-1) == Letter.teh {
      _ = drop(1, keepingNames: true)
    }
    if isPlural(rest) { _ = drop(2, keepingNames: rest.ends(Letter.alef, Letter.noon)) }
    if rest.ends(Letter.yeh, Letter.heh) {
      _ = drop(2, keepingNames: false)
    } else if rest.ends(Letter.teh, Letter.heh) {
      _ = drop(2, keepingNames: true)
    }
    if rest.letter(-1) == Letter.heh { _ = drop(1, keepingNames: true) }
    if rest.letter(-1) == Letter.yeh { _ = drop(1, keepingNames: false) }
    if rest.letter(-1) == Letter.alef { _ = drop(1, keepingNames: true) }
    // The third person of a verb in the feminine.
    if rest.letter(-1) == Letter.teh { _ = drop(1, keepingNames: true) }
    return rest
  }

  /// The word of `wholeEndings` that `word` begins with.
  private func withoutEnding(after word: Stretch) -> Stretch {
    for letters in 1..<6 where word.count - letters >= 4 {
      let rest = word.droppingLast(letters)
      let ending = UnsafeBufferPointer(rebasing: word.word[rest.end..<word.end])
      if endings.contains(ending), wholeEndings.contains(rest.bytes) { return rest }
    }
    return word
  }

  /// English plurals and third persons lose their s.
  private func latinEnd(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    let count = word.count
    guard count >= 4, word[count - 1] == UInt8(ascii: "s") else { return count }
    switch word[count - 2] {
    case UInt8(ascii: "s"), UInt8(ascii: "u"), UInt8(ascii: "i"): return count
    default: return count - 1
    }
  }

  /// Hebrew "and" and the article come off, as often as they look attached, so that both spellings meet.
  private func hebrewStart(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    var start = 0
    while word.count - start >= 8, word[start] == 0xD7, word[start + 1] == 0x95 || word[start + 1] == 0x94 {
      start += 2
    }
    return start
  }
}
