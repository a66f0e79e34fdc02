import Briefings

/// Names that the model proposes where the rules found none.
extension EntityFinder {
  /// Runs of tokens that are read as one: sentences, cut where they are very long.
  var stretches: [Range<Int>] {
    var found: [Range<Int>] = []
    var first = scope.lowerBound
    for token in scope {
      if token > first, passage.startsLine(token) || token - first >= 200 {
        found.append(first..<token)
        first = token
      }
      if passage.tokens[token].role == .stop, token - first > 2 {
        found.append(first..<token + 1)
        first = token + 1
      }
    }
    if first < scope.upperBound { found.append(first..<scope.upperBound) }
    return found
  }

  /// Takes what the model is sure of and no rule has an opinion on.
  mutating func findModelNames() {
    guard isArabicText, let model = lexicon.model else { return }
    let features = NameFeatures(self)
    for stretch in stretches where stretch.contains(where: isOpen) {
      for name in model.proposals(rows: features.rows(of: stretch), count: stretch.count) {
        take(name, from: stretch.lowerBound, model)
      }
    }
  }

  /// Whether a word is no name yet and may be one.
  private func isOpen(_ token: Int) -> Bool {
    owner[token] < 0 && passage.tokens[token].role == .word && wordClass(token).isDisjoint(with: .closed)
  }

  /// Takes a proposal as far as the grammar lets it stand.
  private mutating func take(_ name: NameModel.Proposal, from offset: Int, _ model: NameModel) {
    let number = (NameModel.tag(name.type, isFirst: true) - 1) / 2
    let margin = model.margins[number]
    var (first, end) = (name.first + offset, name.end + offset)
    while first < end, !mayBelong(first, name.type) { first += 1 }
    while first < end, !mayBelong(end - 1, name.type) { end -= 1 }
    guard name.margin >= margin, first < end, (first..<end).allSatisfy({ mayBelong($0, name.type) }) else { return }
    if name.type == .person, passage.letters(of: end - 1).elementsEqual(Self.god) { return }
    let isSure = name.margin >= margin * 2
    guard mayStand(first..<end, name.type, isSure: isSure) else { return }
    if name.type == .person, prolong(to: first..<end) { return }
    let skip = particle(at: first)
    add(FoundMention(first: first, skip: skip, end: end, type: name.type, entry: -1, source: .model))
  }

  /// Whether a word may be a part of a proposed name.
  private func mayBelong(_ token: Int, _ type: EntityType) -> Bool {
    guard isOpen(token), passage.tokens[token].script == .arabic, endOfTitle(at: token) == nil || isNamePart(token)
    else { return false }
    let own = wordClass(token)
    switch type {
    case .person:
      return isNamePart(token) || isUnknownName(token) || isDefinite(token) && isSurnameLike(token)
    case .place, .organization:
      return own.isDisjoint(with: [.ordinary, .cue, .office, .title, .speaker, .document])
        && own.isDisjoint(with: .nationality) && !isOrdinaryHere(token)
    }
  }

  private func mayStand(_ tokens: Range<Int>, _ type: EntityType, isSure: Bool) -> Bool {
    let first = tokens.lowerBound
    let isAlone = tokens.count == 1
    guard tokens.contains(where: { passage.tokens[$0].letterCount >= 3 }), passage.tokens[first].letterCount >= 2 else {
      return false
    }
    let isFramed =
      first > 0 && isOpening(first - 1) && tokens.upperBound < passage.tokens.count
      && Int(passage.tokens[first - 1].partner) == tokens.upperBound
    switch type {
    case .person:
      guard isAlone else { return true }
      return isSure && (wordClass(first).contains(.givenName) || looksForeign(first))
    case .place:
      let isBehindNoun = first > 0 && anyClass(first - 1).contains(.placeNoun)
      return isBehindNoun || isSure && !isDefinite(first) && tokens.allSatisfy { wordClass($0).isEmpty }
    case .organization:
      let isBehindHead = first > 0 && organizationHead(at: isFramed ? max(0, first - 2) : first - 1) != nil
      if isFramed || isBehindHead { return isFramed && isBehindHead || isSure }
      return isSure && tokens.allSatisfy { wordClass($0).isEmpty && !isDefinite($0) && looksForeign($0) }
    }
  }

  private func isOpening(_ token: Int) -> Bool {
    passage.tokens[token].role == .openQuote || passage.tokens[token].role == .openBracket
  }

  /// «وائل» كفوري: words that go on with a name the rules end too early.
  private mutating func prolong(to tokens: Range<Int>) -> Bool {
    let first = tokens.lowerBound
    guard first > 0, isWordInLine(first), owner[first - 1] >= 0 else { return false }
    let number = Int(owner[first - 1])
    guard mentions[number].type == .person, mentions[number].end == first else { return false }
    guard mentions[number].entry < 0, tokens.upperBound - mentions[number].first <= 6 else { return true }
    prolong(number, to: tokens.upperBound)
    return true
  }

  /// How many letters before a name are particles: و before a word that no name begins with, or before a known name.
  private func particle(at token: Int) -> Int32 {
    let letters = passage.letters(of: token)
    guard let letter = letters.first, letters.count >= 4, !isNamePart(token) else { return 0 }
    let isKnown = passage.readings(of: token).contains {
      $0.skip == 1 && !$0.particles.contains(.will) && !lexicon.wordClass($0.word).isDisjoint(with: WordClass.nameParts)
    }
    if isKnown { return 1 }
    return letter == Letter.waw && ![Letter.alef, Letter.waw, Letter.yeh].contains(letters.dropFirst().first ?? 0)
      ? 1 : 0
  }
}
