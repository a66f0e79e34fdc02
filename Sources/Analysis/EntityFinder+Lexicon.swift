import Briefings

/// Names that the lexicon holds, and where they may stand.
extension EntityFinder {
  /// The longest name of the lexicon that begins at a token, attached particles left out.
  func lexiconName(at token: Int) -> FoundMention? {
    var best: FoundMention?
    for reading in passage.readings(of: token) {
      // Persian and Urdu attach no particles.
      if reading.skip > 0, !isArabicText, passage.tokens[token].script == .arabic { continue }
      guard let (end, node) = longestPhrase(at: token, reading.word, .name), end > best?.end ?? 0,
        mayBeName(token, reading, end: end)
      else { continue }
      guard let entry = chosenName(at: node, token: token, end: end) else { continue }
      let type = lexicon.name(entry).type
      if type == .organization, reading.skip == 0, isOnlyPortfolio(token) { continue }
      if end == token + 1, found(token).script == .arabic, !isEvident(entry, reading, at: token) { continue }
      best = FoundMention(
        first: token, skip: reading.skip, end: end, type: type, entry: entry, source: .lexicon)
    }
    return best ?? nameWithExtraArticle(at: token) ?? variantName(at: token)
  }

  /// A spelling the lexicon does not list of a long name it knows (الكنغرس).
  private func variantName(at token: Int) -> FoundMention? {
    let found = passage.tokens[token]
    guard found.word < 0, found.script == .arabic, isArabicText, found.role == .word,
      Int(found.letterCount) >= SpellingVariants.minimum, passage.readings(of: token).isEmpty,
      !isDefinite(token) || !isOrdinaryWithoutArticle(token, 0)
    else { return nil }
    let letters = passage.letters(of: token)
    var skip: Int32 = 0
    var entry = lexicon.variants.entry(for: letters)
    if entry == nil, let first = letters.first, [Letter.waw, Letter.beh, Letter.lam].contains(first) {
      entry = lexicon.variants.entry(for: letters.dropFirst(), afterParticle: true)
      skip = 1
    }
    guard let entry else { return nil }
    return FoundMention(
      first: token, skip: skip, end: token + 1, type: lexicon.name(entry).type, entry: entry, source: .lexicon)
  }

  /// «النيويورك تايمز»: an article that the name has not.
  private func nameWithExtraArticle(at token: Int) -> FoundMention? {
    let found = passage.tokens[token]
    guard found.word < 0, found.script == .arabic, isDefinite(token), isWordInLine(token + 1) else { return nil }
    let first = Int(found.firstLetter)
    let word = lexicon.words.find(passage.letters, first + 2..<first + Int(found.letterCount))
    guard word >= 0, let (end, node) = longestPhrase(at: token, word, .name), end > token + 1,
      let meaning = lexicon.meaning(at: node, .name), lexicon.name(meaning.entry).type == .organization
    else { return nil }
    return FoundMention(
      first: token, skip: 0, end: end, type: .organization, entry: meaning.entry, source: .lexicon)
  }

  func found(_ token: Int) -> PassageToken { passage.tokens[token] }

  /// Whether a name of one word that may be an ordinary word as well is marked as a name where it stands.
  private func isEvident(_ entry: Int32, _ reading: Reading, at token: Int) -> Bool {
    let name = lexicon.name(entry)
    let own = lexicon.wordClass(reading.word)
    let isArticled = passage.letters(of: token).dropFirst(Int(reading.skip)).starts(with: [Letter.alef, Letter.lam])
    switch name.type {
    case .place:
      // العديد is an air base and «many».
      guard isArticled, ["city", "site"].contains(name.kind) else { return true }
      return !isOrdinaryWithoutArticle(token, reading.skip) || isAfterPlaceNoun(token)
    case .person: return own.isDisjoint(with: [.ordinary, .title, .office]) && own.isDisjoint(with: .nationality)
    case .organization:
      // القاعدة الجوية is a base.
      if isArticled, reading.skip == 0, isWordInLine(token + 1), isDefinite(token + 1), isAdjective(token + 1),
        wordClass(token + 1).isDisjoint(with: .nationality), ["armed-group", "media", "party"].contains(name.kind)
      {
        return false
      }
      let isDoubtful =
        !own.isDisjoint(with: [.ordinary, .title, .office, .speaker]) || !own.isDisjoint(with: .nationality)
      // There is one Pentagon; papers and movements are called like everyday things.
      if ["government", "ministry", "international"].contains(name.kind), isArticled { return true }
      guard
        isDoubtful || name.kind == "media" && isArticled || isArticled && isOrdinaryWithoutArticle(token, reading.skip)
      else { return true }
      return isMarkedAsName(token) || isAfterMediaWord(token) && name.kind == "media" || isInDateline(token)
    }
  }

  /// Whether a word without its article is an ordinary one (الحدث).
  func isOrdinaryWithoutArticle(_ token: Int, _ skip: Int32) -> Bool {
    let found = passage.tokens[token]
    let first = Int(found.firstLetter + skip)
    let end = Int(found.firstLetter + found.letterCount)
    guard end - first > 3 else { return false }
    return lexicon.wordClass(lexicon.words.find(passage.letters, first + 2..<end)).contains(.ordinary)
  }

  /// Follows the phrases of the lexicon from a token; the end of the longest one of `kind` and its node.
  func longestPhrase(at token: Int, _ word: Int32, _ kind: PhraseTrie.Kind) -> (end: Int, node: Int32)? {
    var best: (end: Int, node: Int32)?
    guard var node = lexicon.phrases.child(of: PhraseTrie.root, word) else { return nil }
    var end = token + 1
    while true {
      if lexicon.meaning(at: node, kind) != nil { best = (end, node) }
      // A hyphen inside a name is not part of the comparison (جان-بول).
      if end < passage.tokens.count, passage.tokens[end].role == .dash, !passage.tokens[end].isSpaced { end += 1 }
      // (فلاديمير) بوتين: a bracket inside a name.
      if end < passage.tokens.count, passage.tokens[end].role == .closeBracket, Int(passage.tokens[end].partner) < token
      {
        end += 1
      }
      // أ.ف.ب
      if end < passage.tokens.count, passage.tokens[end].role == .stop, !passage.tokens[end].isSpaced,
        passage.tokens[end - 1].letterCount == 1, end + 1 < passage.tokens.count, !passage.tokens[end + 1].isSpaced
      {
        end += 1
      }
      guard end < passage.tokens.count, passage.tokens[end].role == .word || passage.tokens[end].role == .number,
        !passage.startsLine(end), passage.tokens[end].word >= 0,
        let next = lexicon.phrases.child(of: node, passage.tokens[end].word)
      else { return best }
      node = next
      end += 1
    }
  }

  /// Whether a reading of one word may be a name: one that is also another word needs more than itself.
  private func mayBeName(_ token: Int, _ reading: Reading, end: Int) -> Bool {
    let found = passage.tokens[token]
    if found.script == .latin { return isCapitalized(token) }
    guard found.script == .arabic else { return true }
    if reading.particles.contains(.will) { return false }
    if end > token + 1 { return true }
    let whole = wordClass(token)
    if reading.skip > 0 {
      let other: WordClass = [.cue, .title, .office, .speaker, .document, .ordinary, .nationalityMasculine]
      if !whole.isDisjoint(with: WordClass.closed.union(other)) { return false }
      if reading.particles.contains(.like), found.letterCount - reading.skip < 4 { return false }
    }
    let own = lexicon.wordClass(reading.word)
    if !own.isDisjoint(with: .closed) { return false }
    if isOnlyHomograph(token, reading) { return false }
    // «طائرات تركية»: an adjective before it is a country.
    if own.contains(.nationalityFeminine), isAfterNoun(token, reading) { return false }
    let rest = found.letterCount - reading.skip
    if reading.particles.contains(.then), rest < 4 || whole.isEmpty && rest < 5 { return false }
    if reading.skip > 0, rest < 3 { return false }
    if own.contains(.doubtfulName) { return isAfterPlaceWord(token, reading) }
    return true
  }

  private func isAfterPlaceWord(_ token: Int, _ reading: Reading) -> Bool {
    reading.particles.contains(.with) || isAfterPlaceNoun(token)
  }

  /// Whether the word before is a noun that an adjective here would agree with.
  private func isAfterNoun(_ token: Int, _ reading: Reading) -> Bool {
    guard token > 0, reading.skip == 0, isWordInLine(token), passage.tokens[token - 1].role == .word else {
      return false
    }
    let before = anyClass(token - 1)
    guard before.isDisjoint(with: WordClass.closed.union([.cue])) else { return false }
    if before.contains(.placeNoun), !isDefinite(token - 1) { return false }
    let isArticled = isDefinite(token - 1) || isDefiniteAfterAnd(token - 1) || isDefiniteAfterTo(token - 1)
    return isArticled == isDefinite(token)
  }

  private func isAfterPlaceNoun(_ token: Int) -> Bool {
    guard token > 0 else { return false }
    var before = token - 1
    if passage.tokens[before].role == .openQuote, before > 0 { before -= 1 }
    let wordClass = anyClass(before)
    return wordClass.contains(.placeNoun) || owner[before] >= 0
  }

  func isCapitalized(_ token: Int) -> Bool {
    let found = passage.tokens[token]
    let bytes = passage.bytes(of: found.field)
    let first = bytes[Int(found.start)]
    guard first < 0x80 else { return true }
    guard 0x41...0x5A ~= first || 0x30...0x39 ~= first else { return false }
    // Two or three letters are an acronym only in capitals (US, WHO).
    guard found.end - found.start <= 3 else { return true }
    return bytes[Int(found.start)..<Int(found.end)].allSatisfy { !(0x61...0x7A ~= $0) } || found.letterCount > 3
  }

  /// The entry that a form stands for here, where several share it.
  private func chosenName(at node: Int32, token: Int, end: Int) -> Int32? {
    var entries: [Int32] = []
    lexicon.forEachMeaning(at: node) { meaning in
      if meaning.kind == .name { entries.append(meaning.entry) }
    }
    guard entries.count > 1 else { return entries.first }
    // The first of the files wins, but a medium only where the text says that it is one.
    let isMedium = isAfterMediaWord(token)
    for entry in entries.reversed() where (lexicon.name(entry).kind == "media") == isMedium { return entry }
    return entries.last
  }

  func isAfterMediaWord(_ token: Int) -> Bool {
    guard token > 0 else { return false }
    var before = token - 1
    if passage.tokens[before].role == .openQuote, before > 0 {
      before -= 1
      // لـ«الشرق الأوسط»
      if passage.tokens[before].letterCount == 1 { return true }
    }
    return organizationHead(at: before)?.kind == "media"
  }
}
