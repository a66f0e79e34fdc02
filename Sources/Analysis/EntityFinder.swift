import Briefings

/// Finds the names of a passage.
///
/// Three passes: names the lexicon or the grammar knows; names beside titles; surnames of people named in full.
struct EntityFinder {
  /// What is known, in the language of the paragraphs at hand.
  private(set) var lexicon: Lexicon
  let passage: Passage
  /// The paragraphs at hand.
  private(set) var scope: Range<Int>
  private(set) var mentions: [FoundMention] = []
  private(set) var roles: [FoundRole] = []
  /// Pairs of mentions that the text itself gives as two names of one body.
  private(set) var aliases: [(Int, Int)] = []
  /// The mention that covers each token, or -1.
  private(set) var owner: [Int32]
  /// The end of the title of several words that was met last (آية الله): no name of parts begins inside it.
  private var phraseEnd = 0

  init(lexicon: Lexicon, passage: Passage) {
    self.lexicon = lexicon
    self.passage = passage
    scope = passage.tokens.indices
    owner = Array(repeating: -1, count: passage.tokens.count)
  }

  /// Finds everything and sorts it by place.
  mutating func find() {
    let language = lexicon.textLanguage
    let sections = passage.sections(in: language)
    for section in sections {
      enter(section)
      findByRules()
      findModelNames()
    }
    for section in sections {
      enter(section)
      findSurnames()
    }
    lexicon.textLanguage = language
    scope = passage.tokens.indices
    sortMentions()
  }

  /// Goes on with paragraphs of one language.
  private mutating func enter(_ section: Passage.Section) {
    scope = section.tokens
    if section.language != lexicon.textLanguage { lexicon.textLanguage = section.language }
  }

  /// Finds what the rules find by themselves.
  mutating func findByRules() {
    findKnownNames()
    findKingdom()
    findOutlet()
    findAddressedMedia()
    findShortNames()
    findRepeatedBodies()
    findRepeatedSurnames()
    findTitledNames()
    findSpeakingNames()
    findSpeakingSurnames()
    findSpeakingGivenNames()
    findNamesBeforeTitles()
  }

  /// Whether the text is Arabic rather than Persian or Urdu, whose grammar is another.
  var isArabicText: Bool { lexicon.languages.contains(.arabic) }

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
    // ألمانيا only looks definite when it is folded.
    guard token.letterCount > 3, !token.shape.contains(.hamzaAbove) else { return false }
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
    var token = scope.lowerBound
    while token < scope.upperBound {
      guard passage.tokens[token].role == .word || passage.tokens[token].role == .number else {
        token += 1
        continue
      }
      if token >= phraseEnd, passage.tokens[token].script == .arabic, let end = endOfTitle(at: token), end > token + 1 {
        phraseEnd = end
      }
      if let best = bestName(at: token) {
        if let later = laterName(inside: best) {
          token = later
          continue
        }
        add(best)
        token = best.end
      } else {
        token += 1
      }
    }
  }

  private func bestName(at token: Int) -> FoundMention? {
    var best = lexiconName(at: token).map(withoutPlaceNoun)
    if best == nil { best = countryByNoun(at: token) }
    if let body = organization(at: token), body.end > best?.end ?? 0 { best = body }
    if let site = site(at: token), site.end > best?.end ?? 0 { best = site }
    if best == nil { best = placeBehindNoun(at: token) }
    if token >= phraseEnd, let person = nameOfParts(at: token), person.end > best?.end ?? 0 {
      // A full name of the lexicon goes on only with parts of names (محمد جواد ظريف), not with the next word.
      let isFull = best?.type == .person && (best?.end ?? 0) - token >= 2
      if !isFull || isNamePart(person.end - 1) || isNisba(person.end - 1) { best = person }
    }
    if let name = best, name.type == .person, name.source == .lexicon, name.end - name.first >= 2, startsWithTitle(name)
    {
      // الملك سلمان: the title is no part of the name.
      if let inner = bestName(at: token + 1), inner.type == .person, inner.end >= name.end { return inner }
      best?.first += 1
      best?.skip = 0
    }
    return best
  }

  private func startsWithTitle(_ name: FoundMention) -> Bool {
    // مساعد بن محمد is no assistant.
    if passage.tokens[name.first + 1].word == lexicon.ids.bin { return false }
    return passage.readings(of: name.first).contains {
      $0.skip == name.skip && lexicon.wordClass($0.word).contains(.title)
    }
  }

  /// Where a longer name begins inside a shorter one and goes on beyond it (دول مجلس التعاون الخليجي).
  private func laterName(inside name: FoundMention) -> Int? {
    guard name.end - name.first >= 2, name.type != .person else { return nil }
    for token in (name.first + 1)..<name.end where passage.tokens[token].role == .word {
      if let other = lexiconName(at: token), other.end > name.end, other.type != .person { return token }
      if name.source == .lexicon, let other = organization(at: token), other.end > name.end { return token }
    }
    return nil
  }

  /// مدينة and منطقة stand before the name and are no part of it.
  private func withoutPlaceNoun(_ name: FoundMention) -> FoundMention {
    guard name.type == .place, name.end - name.first >= 2, Self.placeNouns.contains(word(name)),
      let inner = lexiconName(at: name.first + 1), inner.end == name.end, inner.type == .place
    else { return name }
    return inner
  }

  private func word(_ name: FoundMention) -> [UInt16] {
    Array(passage.letters(of: name.first).dropFirst(Int(name.skip)))
  }

  private static let placeNouns: Set<[UInt16]> = Set(foldedWords("مدينة منطقة بلدة قرية دول العاصمة"))

  mutating func add(_ mention: FoundMention) {
    let number = Int32(mentions.count)
    mentions.append(mention)
    for token in mention.first..<mention.end { owner[token] = number }
  }

  /// Takes a place that fills a span for the medium of its name.
  mutating func retype(_ mention: Int, _ span: Range<Int>) {
    guard mentions[mention].first == span.lowerBound, mentions[mention].end == span.upperBound,
      mentions[mention].type == .place
    else { return }
    mentions[mention].type = .organization
    mentions[mention].entry = -1
    mentions[mention].source = .context
  }

  mutating func add(_ role: FoundRole) { roles.append(role) }

  /// Takes two mentions for names of one.
  mutating func addAlias(_ first: Int, _ second: Int) { aliases.append((first, second)) }

  /// Lets a mention begin earlier.
  mutating func extend(_ mention: Int, to first: Int) {
    for token in first..<mentions[mention].first { owner[token] = Int32(mention) }
    mentions[mention].first = first
    mentions[mention].skip = 0
  }

  /// Lets a mention end later.
  mutating func prolong(_ mention: Int, to end: Int) {
    for token in mentions[mention].end..<end { owner[token] = Int32(mention) }
    mentions[mention].end = end
  }

  private mutating func sortMentions() {
    let order = mentions.indices.sorted { mentions[$0].first < mentions[$1].first }
    var position = Array(repeating: 0, count: mentions.count)
    for (new, old) in order.enumerated() { position[old] = new }
    mentions = order.map { mentions[$0] }
    aliases = aliases.map { (position[$0.0], position[$0.1]) }
    for token in owner.indices where owner[token] >= 0 { owner[token] = Int32(position[Int(owner[token])]) }
    for role in roles.indices where roles[role].holder >= 0 { roles[role].holder = position[roles[role].holder] }
  }

  // MARK: Names of the lexicon

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
