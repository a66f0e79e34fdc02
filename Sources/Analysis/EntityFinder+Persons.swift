import Briefings

/// Names of people by their parts: given names, nasab, family names, and words that may be one.
extension EntityFinder {
  /// Whether a token may be part of a name that no list knows.
  func isUnknownName(_ token: Int) -> Bool {
    let found = passage.tokens[token]
    if found.script == .latin { return startsUpper(token) && !isEnglishFunction(token) }
    if !isArabicText { return found.role == .word && isNamePart(token) }
    guard found.role == .word, found.letterCount >= 2, found.script == .arabic else { return false }
    if found.word >= 0 {
      let own = lexicon.wordClass(found.word)
      if isNamePart(token) { return true }
      guard own.isEmpty, !isPlaceOrBody(token) else { return false }
    }
    // با، ول and لل before a known word, and feminine endings, are ordinary words.
    if isDefinite(token) || isDefiniteAfterAnd(token) || isDefiniteAfterTo(token) { return false }
    // بوجمعة is a name, but not another word in ة.
    if found.shape.contains(.tehMarbuta), !isBuName(token) { return false }
    for reading in passage.readings(of: token) where reading.skip > 0 {
      let inner = lexicon.wordClass(reading.word)
      // A long name behind a letter is a name with a particle; a short one may be chance (كيونغ).
      let isParticle =
        !reading.particles.isDisjoint(with: .conjunctions) || found.letterCount - reading.skip >= 5
      if !(isParticle ? inner : inner.subtracting(WordClass.nameParts)).isEmpty { return false }
    }
    return !isOrdinaryHere(token)
  }

  /// بوجمعة، بوتفليقة: «father of» written in one word, where no list knows the word.
  private func isBuName(_ token: Int) -> Bool {
    passage.letters(of: token).starts(with: [Letter.beh, Letter.waw]) && passage.tokens[token].letterCount >= 6
      && wordClass(token).isEmpty && passage.readings(of: token).allSatisfy { lexicon.wordClass($0.word).isEmpty }
  }

  func isPlaceOrBody(_ token: Int) -> Bool {
    guard let name = lexiconName(at: token) else { return false }
    return name.type != .person
  }

  /// Whether the spelling itself speaks against a name: tanween, verbal and plural endings, the article inside.
  func isOrdinaryHere(_ token: Int) -> Bool {
    let letters = passage.letters(of: token)
    let found = passage.tokens[token]
    if found.shape.contains(.tanween), found.end - found.start > found.letterCount * 2 { return true }
    guard letters.count >= 4 else { return false }
    // بالحوار; but فالون، كالاس: behind particle and article stand three letters, or a word that is known.
    if [Letter.beh, Letter.feh, Letter.kaf].contains(letters.first ?? 0),
      letters.dropFirst().starts(with: [Letter.alef, Letter.lam]),
      letters.count >= 6 || !passage.readings(of: token).isEmpty
    {
      return true
    }
    if letters.starts(with: [Letter.seen, Letter.yeh]) || letters.starts(with: [Letter.seen, Letter.teh]) {
      return letters.count > 4
    }
    // بإجراء، لأصحاب، وأقرب: a hamza behind a particle.
    if [Letter.beh, Letter.lam, Letter.waw, Letter.feh, Letter.kaf].contains(letters.first ?? 0),
      !passage.seat(of: token, skipping: 1).isEmpty
    {
      return true
    }
    // استعراض، استقبل: the tenth form.
    if letters.count >= 6, found.shape.isDisjoint(with: .seats),
      letters.starts(with: [Letter.alef, Letter.seen, Letter.teh]), letters.dropFirst(3).first != Letter.yeh
    {
      return true
    }
    // بمنصبه، شكره: the pronoun; names end so only after ي and ا (نزيه، شاه) or are written with ة.
    if letters.last == Letter.heh, !found.shape.contains(.tehMarbuta), letters.count >= 4, !isGod(token),
      ![Letter.yeh, Letter.alef].contains(letters.dropLast().last ?? 0)
    {
      return true
    }
    let ending = Array(letters.suffix(2))
    // ات، ها، هم، نا: plurals and attached pronouns.
    return ending == [Letter.alef, Letter.teh] || ending == [Letter.heh, Letter.alef]
      || ending == [Letter.heh, Letter.meem] || (ending == [Letter.waw, Letter.alef])
  }

  /// نصرالله: a name with God's in it.
  private func isGod(_ token: Int) -> Bool {
    passage.letters(of: token).suffix(4).elementsEqual(Self.god)
      || passage.letters(of: token).suffix(3).elementsEqual(Self.god.dropFirst())
  }

  // MARK: By parts

  /// A given name and what follows it (فلاح مصطفى، عادل بن أحمد الجبير).
  func nameOfParts(at token: Int) -> FoundMention? {
    if passage.tokens[token].script == .latin { return latinName(at: token) }
    guard passage.tokens[token].script == .arabic else { return nil }
    if let end = endOfShortNasab(from: token) {
      return FoundMention(first: token, skip: 0, end: end, type: .person, entry: -1, source: .parts)
    }
    if let end = endOfNasab(from: token) {
      return FoundMention(first: token, skip: 0, end: end, type: .person, entry: -1, source: .parts)
    }
    if let name = servantName(at: token) { return name }
    if let name = fatherName(at: token) { return name }
    for reading in nameReadings(of: token) {
      let wordClass = lexicon.wordClass(reading.word)
      guard wordClass.contains(.givenName) || isServantName(token, reading.skip), !reading.particles.contains(.will)
      else {
        continue
      }
      if reading.skip > 0, !isArabicText { continue }
      let isAli = isAli(token, reading.skip)
      if !isAli, !wordClass.isDisjoint(with: WordClass.closed.union([.cue, .title, .office])) { continue }
      if reading.skip > 0, !isAli, !self.wordClass(token).isEmpty { continue }
      if isUnlikelyFirst(token, reading, wordClass) { continue }
      let startsWell = wordClass.isDisjoint(with: [.ordinary, .preposition, .ambiguousName])
      if let end = endOfParts(from: token + 1, startsWell: startsWell) {
        // Nobody writes «upon» with ي before two parts of names (علي رضا هاشمي).
        let isCertainAli = isAli && end - token >= 3
        if !startsWell, !isCertainAli, !isCertain(token + 1..<end) { continue }
        return FoundMention(
          first: token, skip: reading.skip, end: end, type: .person, entry: -1, source: .parts)
      }
    }
    return nil
  }

  static let english: Set<[UInt16]> = Set(
    foldedWords(
      """
      the a an and or of in on at to for from by with that this these those he she it they we his her its their who which but not as is \
      was were are be has had have will would said says on monday tuesday wednesday thursday friday saturday sunday january february \
      march april may june july august september october november december minister president security council general state foreign
      """))

  func isEnglishFunction(_ token: Int) -> Bool { Self.english.contains(Array(passage.letters(of: token))) }

  func startsUpper(_ token: Int) -> Bool {
    let found = passage.tokens[token]
    let first = passage.bytes(of: found.field)[Int(found.start)]
    return found.role == .word && (0x41...0x5A ~= first || first >= 0xC3)
  }

  /// A known English given name and the capitalized words behind it (Vassily Nebenzia, Kim Yong-hyun).
  func latinName(at token: Int) -> FoundMention? {
    let hasInitial = token + 2 < passage.tokens.count && isDotOfInitial(token + 2)
    guard startsUpper(token), hasInitial || wordClass(token).contains(.givenName), !isEnglishFunction(token) else {
      return nil
    }
    let end = endOfLatinName(from: token + 1)
    guard end > token + (hasInitial ? 3 : 1) else { return nil }
    return FoundMention(first: token, skip: 0, end: end, type: .person, entry: -1, source: .parts)
  }

  /// Where a run of capitalized words ends; a hyphen joins one more of any case, and an initial may have its dot
  /// (Lloyd J. Austin).
  func endOfLatinName(from start: Int) -> Int {
    var token = start
    while token < passage.tokens.count, token - start < 5, !passage.tokens[token].startsLine {
      if passage.tokens[token].role == .dash, !passage.tokens[token].isSpaced, token + 1 < passage.tokens.count,
        passage.tokens[token + 1].role == .word, !passage.tokens[token + 1].isSpaced
      {
        token += 2
        continue
      }
      if isDotOfInitial(token) {
        token += 1
        continue
      }
      guard passage.tokens[token].script == .latin, isUnknownName(token),
        lexiconName(at: token)?.type ?? .person == .person
      else { break }
      token += 1
    }
    return token > start && passage.tokens[token - 1].role == .stop ? token - 1 : token
  }

  private func isDotOfInitial(_ token: Int) -> Bool {
    let (dot, initial) = (passage.tokens[token], token - 1)
    guard dot.role == .stop, !dot.isSpaced, initial > 0, isWordInLine(token + 1), startsUpper(token + 1) else {
      return false
    }
    return passage.tokens[initial].script == .latin && passage.tokens[initial].letterCount == 1 && startsUpper(initial)
      && passage.tokens[token + 1].script == .latin && !isEnglishFunction(token + 1)
  }

  static let god: [UInt16] = [0x627, 0x644, 0x644, 0x647]

  /// الله, and ordinary words with their article, begin no name (الإسلام، الحي).
  func isUnlikelyFirst(_ token: Int, _ reading: Reading, _ wordClass: WordClass) -> Bool {
    let letters = passage.letters(of: token).dropFirst(Int(reading.skip))
    guard letters.starts(with: [Letter.alef, Letter.lam]) else { return false }
    return letters.elementsEqual(Self.god) || wordClass.contains(.ambiguousName)
      || isOrdinaryWithoutArticle(token, reading.skip)
  }

  /// Whether one of the parts can be nothing but a name: two everyday words are none (حياة كريمة، رسول الله).
  func isCertain(_ parts: Range<Int>) -> Bool {
    let isEveryday = parts.lowerBound > 0 && wordClass(parts.lowerBound - 1).contains(.ordinary)
    return parts.contains { token in
      let wordClass = wordClass(token)
      if passage.letters(of: token).elementsEqual(Self.god) { return false }
      if wordClass.contains(.nameParticle) || !isEveryday && isNisba(token) { return true }
      return !wordClass.isDisjoint(with: [.givenName, .familyName])
        && wordClass.isDisjoint(with: [.ordinary, .ambiguousName])
    }
  }

  /// «وقال بن كارسون»: بن where no name stands before it.
  private func endOfShortNasab(from token: Int) -> Int? {
    guard passage.tokens[token].word == lexicon.ids.bin, isWordInLine(token + 1), token > 0,
      !anyClass(token - 1).isDisjoint(with: [.cue, .title, .office, .preposition]) || passage.startsLine(token),
      isNamePart(token + 1) || isUnknownName(token + 1) && wordClass(token + 1).isEmpty
    else { return nil }
    return token + 2
  }

  /// Whatever word stands before بن is a given name there (مساعد بن محمد العيبان).
  func endOfNasab(from token: Int) -> Int? {
    guard isWordInLine(token + 1), isWordInLine(token + 2), passage.tokens[token + 1].word == lexicon.ids.bin,
      !isDefinite(token), wordClass(token).isDisjoint(with: [.preposition, .complementizer, .nameParticle]),
      anyClass(token).isDisjoint(with: .cue),
      passage.tokens[token].word < 0 || wordClass(token).contains(.office)
    else { return nil }
    return endOfParts(from: token + 1, startsWell: true)
  }

  /// The name علي, which folding makes equal to the preposition على.
  func isAli(_ token: Int, _ skip: Int32 = 0) -> Bool {
    passage.letters(of: token).dropFirst(Int(skip)).elementsEqual([0x639, 0x644, 0x64A])
      && !passage.tokens[token].shape.contains(.maqsura)
  }

  /// عبدالرقيب: «servant of» and an attribute, in one word.
  func isServantName(_ token: Int, _ skip: Int32 = 0) -> Bool {
    let letters = passage.letters(of: token).dropFirst(Int(skip))
    return letters.count >= 7 && letters.starts(with: [0x639, 0x628, 0x62F, Letter.alef, Letter.lam])
  }

  private static let servant = foldedWords("عبد")[0]

  /// عبد الرقيب: «servant of» and an attribute that no list of names knows, in two words.
  private func servantName(at token: Int) -> FoundMention? {
    guard isArabicText, isWordInLine(token + 1), isDefinite(token + 1) else { return nil }
    let letters = passage.letters(of: token)
    let skip: Int32 = letters.elementsEqual(Self.servant) ? 0 : 1
    if skip == 1 {
      guard letters.count == 4, letters.dropFirst().elementsEqual(Self.servant),
        [Letter.waw, Letter.beh, Letter.lam, Letter.feh].contains(letters.first ?? 0)
      else { return nil }
    }
    let end = endOfParts(from: token + 2, startsWell: true) ?? token + 2
    return FoundMention(first: token, skip: skip, end: end, type: .person, entry: -1, source: .parts)
  }

  private static let fathers: Set<[UInt16]> = Set(foldedWords("أبو أبا"))

  /// أبو مالك التلي، أبو خليل السوداني: whose father he is called, and where he is from.
  private func fatherName(at token: Int) -> FoundMention? {
    guard isArabicText, isWordInLine(token + 1) else { return nil }
    let letters = passage.letters(of: token)
    var skip: Int32 = 0
    if !Self.fathers.contains(Array(letters)) {
      guard letters.count == 4, Self.fathers.contains(Array(letters.dropFirst())),
        [Letter.waw, Letter.beh, Letter.lam, Letter.feh].contains(letters.first ?? 0)
      else { return nil }
      skip = 1
    }
    let child = token + 1
    let own = wordClass(child)
    guard own.isDisjoint(with: WordClass.closed.union([.cue, .title, .office])),
      isNamePart(child) || own.isEmpty && (isDefinite(child) ? isSurnameLike(child) : isUnknownName(child))
    else { return nil }
    var end = endOfParts(from: child + 1, startsWell: true) ?? child + 1
    if end == child + 1, isWordInLine(end), isDefiniteNationality(end), wordClass(end).contains(.nationalityMasculine) {
      end += 1
    }
    return FoundMention(first: token, skip: skip, end: end, type: .person, entry: -1, source: .parts)
  }

  /// The readings of a token, and the whole word where the lexicon does not hold it but its pattern is a name's.
  func nameReadings(of token: Int) -> [Reading] {
    let known = Array(passage.readings(of: token))
    guard passage.tokens[token].word < 0, isServantName(token) else { return known }
    return [Reading(word: WordTable.unknown, skip: 0, particles: [])] + known
  }

  /// Whether a token is a known part of names here.
  /// Whether an unknown word ends in ي, as many family names do (بداقي، باغاني).
  func isNisba(_ token: Int) -> Bool {
    let letters = passage.letters(of: token)
    return letters.count >= 4 && letters.last == Letter.yeh && wordClass(token).isEmpty
      && !passage.tokens[token].shape.contains(.maqsura)
  }

  func isNamePart(_ token: Int) -> Bool {
    if isAli(token) || isServantName(token) { return true }
    let wordClass = wordClass(token)
    guard !wordClass.isDisjoint(with: [.givenName, .familyName]) else { return false }
    let hard: WordClass = [
      .preposition, .complementizer, .relative, .pronoun, .auxiliary, .clause, .saying, .cue, .adjunct, .negation,
    ]
    // رجب and رمضان are months and names; الآن is no Alan.
    if wordClass.contains(.time), !wordClass.contains(.ambiguousName) { return false }
    return wordClass.isDisjoint(with: hard)
  }

  func endOfParts(from start: Int, startsWell: Bool) -> Int? {
    var startsWell = startsWell
    var token = start
    var known = 0
    var unknown = 0
    var pending = false
    var hasFather = false
    while isWordInLine(token), token - start < 9 {
      let wordClass = wordClass(token)
      if wordClass.contains(.nameParticle) {
        // Behind بن even an everyday given name is one (خالد بن علي الحميدان).
        if passage.tokens[token].word == lexicon.ids.bin {
          startsWell = true
          hasFather = true
        }
        pending = true
        token += 1
        continue
      }
      // أحمد بن يحيى: يحيي is a verb as well, but not here.
      if pending, hasFather, wordClass.contains(.givenName) {
        known += 1
        pending = false
        token += 1
        continue
      }
      if let title = endOfTitle(at: token), title > token + 1 || !isNamePart(token) || isOfficeOf(token) { break }
      // «فيصل المبارك لصديقي»: behind a family name with its article nothing unknown goes on.
      if token > start, isDefinite(token - 1), !isDefinite(token), !isNamePart(token) { break }
      // «… بن سالم وتم»: و before a word nobody knows joins a clause, but for names with W (واتسون، ويلسون).
      if !pending, joins(token) { break }
      if isNamePart(token),
        wordClass.isDisjoint(with: .nationality) || isLastOfName(token)
      {
        known += 1
      } else if unknown == 0 || pending, wordClass.isEmpty || wordClass == .ordinary && pending,
        startsWell || pending || isNisba(token)
      {
        let isNamed = isUnknownName(token) || pending || startsWell && isSurnameInTeh(token)
        guard isDefinite(token) ? isSurnameLike(token) : isNamed else { break }
        unknown += 1
        token += 1
        pending = false
        if isDefinite(token - 1) { break }
        continue
      } else if hasFather, isNisba(token), isUnknownName(token) {
        // ناصر بن خلوفة مباركي
        token += 1
        break
      } else {
        break
      }
      pending = false
      token += 1
    }
    if pending { token -= 1 }
    while token > start, wordClass(token - 1).contains(.nameParticle),
      passage.tokens[token - 1].word == lexicon.ids.bin
        || wordClass(token - 1).isDisjoint(with: [.givenName, .familyName])
    {
      token -= 1
    }
    return known + unknown > 0 && token > start ? token : nil
  }

  /// نادر لمعانة: an unknown word in ة where a subject ends.
  private func isSurnameInTeh(_ token: Int) -> Bool {
    let found = passage.tokens[token]
    return found.shape.contains(.tehMarbuta) && found.letterCount >= 4 && passage.readings(of: token).isEmpty
      && introducesReport(token + 1)
  }

  /// Whether an unknown word begins with a و that is no part of it.
  private func joins(_ token: Int) -> Bool {
    let letters = passage.letters(of: token)
    guard letters.first == Letter.waw, letters.count >= 3, !isNamePart(token) else { return false }
    return ![Letter.alef, Letter.waw, Letter.yeh].contains(letters.dropFirst().first ?? 0)
  }

  /// «جابر بن سالم أمير قطر»: a title before a place is no part of the name.
  private func isOfficeOf(_ token: Int) -> Bool {
    guard wordClass(token).contains(.title), isWordInLine(token + 1) else { return false }
    return lexiconName(at: token + 1)?.type == .place || organizationHead(at: token + 1) != nil
  }

  func isLastOfName(_ token: Int) -> Bool { !isWordInLine(token + 1) }

  func isSurnameLike(_ token: Int) -> Bool {
    let found = passage.tokens[token]
    if lexicon.wordClass(found.word).contains(.familyName) { return true }
    return lexicon.wordClass(found.word).isEmpty && !isOrdinaryWithoutArticle(token, 0)
  }
}
