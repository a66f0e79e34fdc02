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
    if let body = foreignBody(at: token), body.end > best?.end ?? 0 { best = body }
    if let site = site(at: token), site.end > best?.end ?? 0 { best = site }
    if best == nil { best = placeBehindNoun(at: token) }
    if token >= phraseEnd, let person = nameOfParts(at: token), person.end > best?.end ?? 0 {
      // A full name of the lexicon goes on only with parts of names (محمد جواد ظريف), not with the next word.
      let isFull = best?.type == .person && (best?.end ?? 0) - token >= 2
      // أبو حمزة المصري
      let isOrigin = isDefiniteNationality(person.end - 1) && person.end == (best?.end ?? 0) + 1
      if !isFull || isOrigin || isNamePart(person.end - 1) || isNisba(person.end - 1) { best = person }
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
}
