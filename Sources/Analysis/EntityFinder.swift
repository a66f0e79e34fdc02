import Briefings

/// Finds the names of a passage.
///
/// Three passes: names the lexicon or the grammar knows; names beside titles; surnames of people named in full.
struct EntityFinder {
  let lexicon: Lexicon
  let passage: Passage
  private(set) var mentions: [FoundMention] = []
  private(set) var roles: [FoundRole] = []
  /// The mention that covers each token, or -1.
  private(set) var owner: [Int32]

  init(lexicon: Lexicon, passage: Passage) {
    self.lexicon = lexicon
    self.passage = passage
    owner = Array(repeating: -1, count: passage.tokens.count)
  }

  /// Finds everything and sorts it by place.
  mutating func find() {
    findKnownNames()
    findTitledNames()
    findSurnames()
    sortMentions()
  }

  // MARK: Words

  /// What a token can be as it stands.
  func wordClass(_ token: Int) -> WordClass { lexicon.wordClass(passage.tokens[token].word) }

  /// What a token can be in any reading.
  func anyClass(_ token: Int) -> WordClass {
    var all: WordClass = []
    for reading in passage.readings(of: token) { all.formUnion(lexicon.wordClass(reading.word)) }
    return all
  }

  /// Whether `token` exists, is a word, and stands in the same line as the one before it.
  func isWordInLine(_ token: Int) -> Bool {
    token < passage.tokens.count && passage.tokens[token].role == .word && !passage.startsLine(token)
  }

  /// Whether a token begins with the article.
  func isDefinite(_ token: Int) -> Bool {
    let token = passage.tokens[token]
    guard token.letterCount > 3 else { return false }
    let first = Int(token.firstLetter)
    return passage.letters[first] == Letter.alef && passage.letters[first + 1] == Letter.lam
  }

  /// Whether a token begins with و and the article.
  func isDefiniteAfterAnd(_ token: Int) -> Bool {
    passage.tokens[token].letterCount > 4
      && passage.letters(of: token).starts(with: [Letter.waw, Letter.alef, Letter.lam])
  }

  /// Whether a token begins with لل.
  func isDefiniteAfterTo(_ token: Int) -> Bool {
    passage.tokens[token].letterCount > 4 && passage.letters(of: token).starts(with: [Letter.lam, Letter.lam])
  }

  /// Whether a token is the article's word of a nationality, of any gender.
  func isDefiniteNationality(_ token: Int) -> Bool {
    isDefinite(token) && !wordClass(token).isDisjoint(with: .nationality)
  }

  // MARK: First pass

  private mutating func findKnownNames() {
    var token = 0
    while token < passage.tokens.count {
      guard passage.tokens[token].role == .word || passage.tokens[token].role == .number else {
        token += 1
        continue
      }
      var best = lexiconName(at: token)
      if let body = organization(at: token), body.end > best?.end ?? 0 { best = body }
      if let person = nameOfParts(at: token), person.end > best?.end ?? 0 { best = person }
      if let best {
        add(best)
        token = best.end
      } else {
        token += 1
      }
    }
  }

  mutating func add(_ mention: FoundMention) {
    let number = Int32(mentions.count)
    mentions.append(mention)
    for token in mention.first..<mention.end { owner[token] = number }
  }

  mutating func add(_ role: FoundRole) { roles.append(role) }

  mutating func setHolder(_ mention: Int, ofRole role: Int) { roles[role].holder = mention }

  private mutating func sortMentions() {
    let order = mentions.indices.sorted { mentions[$0].first < mentions[$1].first }
    var position = Array(repeating: 0, count: mentions.count)
    for (new, old) in order.enumerated() { position[old] = new }
    mentions = order.map { mentions[$0] }
    for token in owner.indices where owner[token] >= 0 { owner[token] = Int32(position[Int(owner[token])]) }
    for role in roles.indices where roles[role].holder >= 0 { roles[role].holder = position[roles[role].holder] }
  }

  // MARK: Names of the lexicon

  /// The longest name of the lexicon that begins at a token, attached particles left out.
  func lexiconName(at token: Int) -> FoundMention? {
    var best: FoundMention?
    for reading in passage.readings(of: token) {
      guard let (end, node) = longestPhrase(at: token, reading.word, .name), end > best?.end ?? 0,
        mayBeName(token, reading, end: end)
      else { continue }
      guard let entry = chosenName(at: node, token: token, end: end) else { continue }
      let type = lexicon.name(entry).type
      best = FoundMention(
        first: token, skip: reading.skip, end: end, type: type, entry: entry, source: .lexicon)
    }
    return best
  }

  /// Follows the phrases of the lexicon from a token; the end of the longest one of `kind` and its node.
  func longestPhrase(at token: Int, _ word: Int32, _ kind: PhraseTrie.Kind) -> (end: Int, node: Int32)? {
    var best: (end: Int, node: Int32)?
    guard var node = lexicon.phrases.child(of: PhraseTrie.root, word) else { return nil }
    var end = token + 1
    while true {
      if lexicon.phrases.meaning(at: node, kind) != nil { best = (end, node) }
      // A hyphen inside a name is not part of the comparison (جان-بول).
      if end < passage.tokens.count, passage.tokens[end].role == .dash, !passage.tokens[end].isSpaced { end += 1 }
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
    if own.contains(.doubtfulName) { return isAfterPlaceWord(token, reading) }
    return true
  }

  private func isAfterPlaceWord(_ token: Int, _ reading: Reading) -> Bool {
    if reading.particles.contains(.with) { return true }
    guard token > 0 else { return false }
    var before = token - 1
    if passage.tokens[before].role == .openQuote, before > 0 { before -= 1 }
    let wordClass = anyClass(before)
    return wordClass.contains(.placeNoun) || owner[before] >= 0
  }

  private func isCapitalized(_ token: Int) -> Bool {
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
    lexicon.phrases.forEachMeaning(at: node) { meaning in
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
