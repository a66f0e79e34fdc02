import Briefings

/// Names of people: by their parts, beside titles, and by surname alone.
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
    if found.shape.contains(.tehMarbuta) { return false }
    for reading in passage.readings(of: token) where reading.skip > 0 {
      let inner = lexicon.wordClass(reading.word)
      // A long name behind a letter is a name with a particle; a short one may be chance (كيونغ).
      let isParticle =
        !reading.particles.isDisjoint(with: .conjunctions) || found.letterCount - reading.skip >= 5
      if !(isParticle ? inner : inner.subtracting(WordClass.nameParts)).isEmpty { return false }
    }
    return !isOrdinaryHere(token)
  }

  private func isPlaceOrBody(_ token: Int) -> Bool {
    guard let name = lexiconName(at: token) else { return false }
    return name.type != .person
  }

  /// Whether the spelling itself speaks against a name: tanween, verbal and plural endings, the article inside.
  private func isOrdinaryHere(_ token: Int) -> Bool {
    let letters = passage.letters(of: token)
    let found = passage.tokens[token]
    if found.shape.contains(.tanween), found.end - found.start > found.letterCount * 2 { return true }
    guard letters.count >= 4 else { return false }
    if letters.starts(with: [Letter.beh, Letter.alef, Letter.lam]) { return true }
    if letters.starts(with: [Letter.feh, Letter.alef, Letter.lam]) { return true }
    if letters.starts(with: [Letter.kaf, Letter.alef, Letter.lam]) { return true }
    if letters.starts(with: [Letter.seen, Letter.yeh]) || letters.starts(with: [Letter.seen, Letter.teh]) {
      return letters.count > 4
    }
    let ending = Array(letters.suffix(2))
    // ات، ها، هم، نا: plurals and attached pronouns.
    return ending == [Letter.alef, Letter.teh] || ending == [Letter.heh, Letter.alef]
      || ending == [Letter.heh, Letter.meem] || (ending == [Letter.waw, Letter.alef])
  }

  // MARK: By parts

  /// A given name and what follows it (فلاح مصطفى، عادل بن أحمد الجبير).
  func nameOfParts(at token: Int) -> FoundMention? {
    if passage.tokens[token].script == .latin { return latinName(at: token) }
    guard passage.tokens[token].script == .arabic else { return nil }
    if let end = endOfNasab(from: token) {
      return FoundMention(first: token, skip: 0, end: end, type: .person, entry: -1, source: .parts)
    }
    for reading in nameReadings(of: token) {
      let wordClass = lexicon.wordClass(reading.word)
      guard wordClass.contains(.givenName) || isServantName(token, reading.skip), !reading.particles.contains(.will)
      else {
        continue
      }
      if reading.skip > 0, !isArabicText { continue }
      let isAli = isAli(token, reading.skip)
      if !isAli, !wordClass.isDisjoint(with: WordClass.closed.union([.cue, .title, .office])) { continue }
      if reading.skip > 0, !self.wordClass(token).isEmpty { continue }
      if isUnlikelyFirst(token, reading, wordClass) { continue }
      if let end = endOfParts(
        from: token + 1, startsWell: wordClass.isDisjoint(with: [.ordinary, .preposition, .ambiguousName]))
      {
        return FoundMention(
          first: token, skip: reading.skip, end: end, type: .person, entry: -1, source: .parts)
      }
    }
    return nil
  }

  private static let english: Set<[UInt16]> = Set(
    foldedWords(
      """
      the a an and or of in on at to for from by with that this these those he she it they we his her its their who which but not as is \
      was were are be has had have will would said says on monday tuesday wednesday thursday friday saturday sunday january february \
      march april may june july august september october november december minister president security council general state foreign
      """))

  private func isEnglishFunction(_ token: Int) -> Bool { Self.english.contains(Array(passage.letters(of: token))) }

  private func startsUpper(_ token: Int) -> Bool {
    let found = passage.tokens[token]
    let first = passage.bytes(of: found.field)[Int(found.start)]
    return found.role == .word && (0x41...0x5A ~= first || first >= 0xC3)
  }

  /// A known English given name and the capitalized words behind it (Vassily Nebenzia, Kim Yong-hyun).
  private func latinName(at token: Int) -> FoundMention? {
    guard startsUpper(token), wordClass(token).contains(.givenName), !isEnglishFunction(token) else { return nil }
    let end = endOfLatinName(from: token + 1)
    guard end > token + 1 else { return nil }
    return FoundMention(first: token, skip: 0, end: end, type: .person, entry: -1, source: .parts)
  }

  /// Where a run of capitalized words ends; a hyphen joins one more of any case.
  private func endOfLatinName(from start: Int) -> Int {
    var token = start
    while token < passage.tokens.count, token - start < 5, !passage.tokens[token].startsLine {
      if passage.tokens[token].role == .dash, !passage.tokens[token].isSpaced, token + 1 < passage.tokens.count,
        passage.tokens[token + 1].role == .word, !passage.tokens[token + 1].isSpaced
      {
        token += 2
        continue
      }
      guard passage.tokens[token].script == .latin, isUnknownName(token),
        lexiconName(at: token)?.type ?? .person == .person
      else { break }
      token += 1
    }
    return token
  }

  private static let god: [UInt16] = [0x627, 0x644, 0x644, 0x647]

  /// الله, and ordinary words with their article, begin no name (الإسلام، الحي).
  private func isUnlikelyFirst(_ token: Int, _ reading: Reading, _ wordClass: WordClass) -> Bool {
    let letters = passage.letters(of: token).dropFirst(Int(reading.skip))
    guard letters.starts(with: [Letter.alef, Letter.lam]) else { return false }
    return letters.elementsEqual(Self.god) || wordClass.contains(.ambiguousName)
      || isOrdinaryWithoutArticle(token, reading.skip)
  }

  /// Whether one of the parts can be nothing but a name: two everyday words are none (حياة كريمة، رسول الله).
  private func isCertain(_ parts: Range<Int>) -> Bool {
    parts.contains { token in
      let wordClass = wordClass(token)
      if passage.letters(of: token).elementsEqual(Self.god) { return false }
      if wordClass.contains(.nameParticle) || isNisba(token) { return true }
      return !wordClass.isDisjoint(with: [.givenName, .familyName])
        && wordClass.isDisjoint(with: [.ambiguousName, .ordinary])
    }
  }

  /// Whatever word stands before بن is a given name there (مساعد بن محمد العيبان).
  private func endOfNasab(from token: Int) -> Int? {
    guard isWordInLine(token + 1), isWordInLine(token + 2), passage.tokens[token + 1].word == lexicon.ids.bin,
      !isDefinite(token), wordClass(token).isDisjoint(with: [.preposition, .complementizer, .cue, .nameParticle]),
      passage.tokens[token].word < 0 || wordClass(token).contains(.office)
    else { return nil }
    return endOfParts(from: token + 1, startsWell: true)
  }

  /// The name علي, which folding makes equal to the preposition على.
  private func isAli(_ token: Int, _ skip: Int32 = 0) -> Bool {
    passage.letters(of: token).dropFirst(Int(skip)).elementsEqual([0x639, 0x644, 0x64A])
      && !passage.tokens[token].shape.contains(.maqsura)
  }

  /// عبدالرقيب: «servant of» and an attribute, in one word.
  private func isServantName(_ token: Int, _ skip: Int32 = 0) -> Bool {
    let letters = passage.letters(of: token).dropFirst(Int(skip))
    return letters.count >= 7 && letters.starts(with: [0x639, 0x628, 0x62F, Letter.alef, Letter.lam])
  }

  /// The readings of a token, and the whole word where the lexicon does not hold it but its pattern is a name's.
  private func nameReadings(of token: Int) -> [Reading] {
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

  private func endOfParts(from start: Int, startsWell: Bool) -> Int? {
    var token = start
    var known = 0
    var unknown = 0
    var pending = false
    while isWordInLine(token), token - start < 6 {
      let wordClass = wordClass(token)
      if wordClass.contains(.nameParticle) {
        pending = true
        token += 1
        continue
      }
      if let title = endOfTitle(at: token), title > token + 1 || !isNamePart(token) { break }
      if isNamePart(token),
        wordClass.isDisjoint(with: .nationality) || isLastOfName(token)
      {
        known += 1
      } else if unknown == 0 || pending, wordClass.isEmpty || wordClass == .ordinary && pending,
        startsWell || pending || isNisba(token)
      {
        guard isDefinite(token) ? isSurnameLike(token) : isUnknownName(token) || pending else { break }
        unknown += 1
        token += 1
        pending = false
        if isDefinite(token - 1) { break }
        continue
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

  private func isLastOfName(_ token: Int) -> Bool { !isWordInLine(token + 1) }

  private func isSurnameLike(_ token: Int) -> Bool {
    let found = passage.tokens[token]
    if lexicon.wordClass(found.word).contains(.familyName) { return true }
    return lexicon.wordClass(found.word).isEmpty && !isOrdinaryWithoutArticle(token, 0)
  }

  // MARK: Beside titles

  /// Links titles to the names beside them, and takes unknown words after a title as a name.
  mutating func findTitledNames() {
    var token = 0
    while token < passage.tokens.count {
      guard owner[token] < 0, passage.tokens[token].role == .word, let end = endOfTitle(at: token) else {
        token += 1
        continue
      }
      token = linkTitle(from: token, titleEnd: end)
    }
  }

  /// The end of the title phrase that begins at a token.
  func endOfTitle(at token: Int) -> Int? {
    var best: Int?
    for reading in passage.readings(of: token) where !reading.particles.contains(.will) {
      if let (end, _) = longestPhrase(at: token, reading.word, .title), end > best ?? 0 { best = end }
      if best == nil, lexicon.wordClass(reading.word).contains(.office) { best = token + 1 }
    }
    return best
  }

  private static let dependents: Set<[UInt16]> = Set(
    foldedWords(
      "مستشار مستشارة مساعد مساعدة نجل شقيق شقيقة زوجة زوج محامي محامية مبعوث مبعوثة سكرتير وكيل خليفة سلف ممثل"))

  private mutating func linkTitle(from first: Int, titleEnd: Int) -> Int {
    var token = titleEnd
    var country: Int32 = 0
    var hasComma = false
    var complements = 0
    var steps = 0
    var holder = -1
    var roleEnd = titleEnd
    scan: while token < passage.tokens.count, !passage.startsLine(token), steps < 10 {
      steps += 1
      let found = passage.tokens[token]
      if owner[token] >= 0 {
        let mention = mentions[Int(owner[token])]
        guard mention.first == token else { break }
        if mention.type == .person {
          // مستشار خامنئي الدكتور ولايتي: the first only says whose adviser it is.
          if token == first + 1, Self.dependents.contains(Array(passage.letters(of: first))) {
            token = mention.end
            roleEnd = token
            continue
          }
          if mention.skip == 0 { holder = Int(owner[token]) }
          break
        }
        if hasComma { break }
        // حذر السفير اليابان: the country is another part of the sentence.
        if mention.skip == 0, isDefinite(token - 1), wordClass(token - 1).isDisjoint(with: .nationality) { break }
        // «في طهران» says where he is, not what he is.
        let isWhere = token > titleEnd && passage.letters(of: token - 1).elementsEqual([Letter.feh, Letter.yeh])
        if country == 0, mention.entry >= 0, !isWhere { country = countryNumber(mention.entry) }
        token = mention.end
        if !isWhere { roleEnd = token }
        continue
      }
      switch found.role {
      case .comma:
        guard !hasComma, token + 1 < passage.tokens.count else { break scan }
        hasComma = true
        token += 1
        continue
      case .openQuote where token + 1 < passage.tokens.count && owner[token + 1] >= 0:
        token += 1
        continue
      case .closeQuote where Int(found.partner) > first:
        token += 1
        continue
      case .word: break
      default: break scan
      }
      let wordClass = wordClass(token)
      if hasComma {
        if let end = endOfTitle(at: token), passage.readings(of: token).first?.skip == 0 {
          token = end
          continue
        }
        break
      }
      if !wordClass.isDisjoint(with: .nationality) || wordClass.contains(.officeAdjective) {
        if country == 0, let number = lexicon.countries[found.word] { country = number }
        token += 1
        roleEnd = token
        continue
      }
      if let end = endOfTitle(at: token), passage.readings(of: token).contains(where: { $0.skip == 0 }) {
        token = end
        roleEnd = token
        continue
      }
      if wordClass.contains(.preposition), token + 1 < passage.tokens.count, owner[token + 1] >= 0,
        mentions[Int(owner[token + 1])].type != .person
      {
        token += 1
        continue
      }
      let isComplement = isDefinite(token) || isDefiniteAfterTo(token) || isDefiniteAfterAnd(token)
      if isComplement, wordClass.isDisjoint(with: WordClass.closed), complements < 3,
        !isDefiniteAfterAnd(token) || complements > 0 || roleEnd > titleEnd
      {
        complements += 1
        token += 1
        roleEnd = token
        continue
      }
      break
    }
    if holder < 0, let next = nameBehindUnknown(from: token) {
      // رئيس الوزراء هايلي مريم ديسالين: an unknown first name before known ones.
      holder = next
      extend(holder, to: token)
    } else if holder < 0, let end = unknownName(from: token, afterComma: hasComma) {
      holder = mentions.count
      add(FoundMention(first: token, skip: 0, end: end, type: .person, entry: -1, source: .context))
    }
    let office = passage.letters(of: first)
    add(
      FoundRole(
        first: first, end: holder >= 0 ? min(roleEnd, mentions[holder].first) : roleEnd, office: Array(office),
        country: country, holder: holder, isFeminine: passage.tokens[first].shape.contains(.tehMarbuta)))
    return max(titleEnd, holder >= 0 ? mentions[holder].end : titleEnd)
  }

  /// The person whose name begins after one or two unknown words.
  private func nameBehindUnknown(from start: Int) -> Int? {
    var token = start
    while token < passage.tokens.count, token - start < 3, token == start || isWordInLine(token) {
      if owner[token] >= 0 {
        let mention = mentions[Int(owner[token])]
        return mention.type == .person && mention.first == token && mention.skip == 0 && token > start
          ? Int(owner[token]) : nil
      }
      guard isUnknownName(token) else { return nil }
      token += 1
    }
    return nil
  }

  /// The country that a name of the lexicon belongs to, as nationalities count them.
  private func countryNumber(_ entry: Int32) -> Int32 {
    let name = lexicon.name(entry)
    return name.type == .place && name.kind == "country" ? lexicon.countryNumbers[name.country] ?? 0 : 0
  }

  /// The end of a run of words nobody knows, as a foreign name after a title is.
  private func unknownName(from start: Int, afterComma: Bool) -> Int? {
    if start < passage.tokens.count, passage.tokens[start].script == .latin {
      let end = owner[start] < 0 ? endOfLatinName(from: start) : start
      let isFree = (start..<end).allSatisfy { owner[$0] < 0 }
      return end - start >= 2 && isFree ? end : nil
    }
    var token = start
    var known = 0
    while token < passage.tokens.count, passage.tokens[token].role == .word, owner[token] < 0,
      token == start || isWordInLine(token), token - start < 4
    {
      let wordClass = wordClass(token)
      if !wordClass.isDisjoint(with: WordClass.closed.union([.cue, .title, .ordinary])) {
        if !isNamePart(token) { break }
      }
      if !wordClass.isDisjoint(with: .nationality), token == start { break }
      // إريك شولتز مساعد وزير الدفاع
      if token > start + 1, !wordClass.isDisjoint(with: [.title, .office, .ordinary]) { break }
      if isDefinite(token), token > start, isSurnameLike(token), wordClass.isEmpty || wordClass.contains(.familyName) {
        token += 1
        break
      }
      guard isUnknownName(token) else { break }
      if token > start, passage.letters(of: token).first == Letter.waw, wordClass.isEmpty,
        passage.tokens[token].letterCount > 4
      {
        break
      }
      if isNamePart(token) { known += 1 }
      token += 1
    }
    // «الوزير عبدالرقيب فتح في»: an everyday word may be a surname where the sentence goes on behind it.
    if token == start + 1, known == 1, isWordInLine(token), owner[token] < 0, endsSubject(token + 1),
      wordClass(start).isDisjoint(with: [.ambiguousName, .ordinary]), !isDefinite(token), wordClass(token) == .ordinary,
      !passage.tokens[token].shape.contains(.tehMarbuta), !passage.tokens[token].shape.contains(.tanween)
    {
      token += 1
    }
    let count = token - start
    if count >= 2 { return token }
    guard count == 1, known == 1, !afterComma else { return nil }
    return wordClass(start).isDisjoint(with: [.ambiguousName, .ordinary]) ? token : nil
  }

  /// Whether what stands at a token can follow the subject of a sentence.
  private func endsSubject(_ token: Int) -> Bool {
    guard token < passage.tokens.count, !passage.startsLine(token) else { return false }
    switch passage.tokens[token].role {
    case .comma, .colon, .openQuote: return true
    case .word: return !wordClass(token).isDisjoint(with: [.preposition, .complementizer, .adjunct, .time])
    default: return false
    }
  }

  // MARK: After reporting words

  /// Takes two or three unknown words between a reporting verb and what it reports for a name (قال تشارلز هوبر إن).
  mutating func findSpeakingNames() {
    guard isArabicText else { return }
    for token in passage.tokens.indices.dropLast(2)
    where owner[token] < 0 && owner[token + 1] < 0 && anyClass(token).contains(.cue) {
      guard isWordInLine(token + 1), wordClass(token + 1).isEmpty || isNamePart(token + 1),
        endOfTitle(at: token + 1) == nil,
        let end = unknownName(from: token + 1, afterComma: false), end - token >= 3, endsSubject(end)
      else { continue }
      add(FoundMention(first: token + 1, skip: 0, end: end, type: .person, entry: -1, source: .context))
    }
  }

  /// Takes two or three unknown words before an office for its holder's name (مايك رينور، سفير …).
  mutating func findNamesBeforeTitles() {
    guard isArabicText else { return }
    for role in roles where role.holder < 0 && role.first > 2 {
      var last = role.first - 1
      let isApposed = passage.tokens[last].role == .comma
      if isApposed { last -= 1 }
      var first = last
      while first >= 0, last - first < 3, passage.tokens[first].role == .word, owner[first] < 0, isUnknownName(first),
        wordClass(first).isDisjoint(with: [.ordinary, .title, .office, .cue, .ambiguousName]),
        !passage.tokens[first].startsLine
      {
        first -= 1
      }
      let count = last - first
      guard count >= 2, count <= 3, first >= 0 else { continue }
      // What stands before must be able to stand before a name.
      let before = passage.tokens[first]
      let isFree =
        before.role != .word
        || !anyClass(first).isDisjoint(with: [.preposition, .cue, .clause, .complementizer, .title])
      guard isFree, isApposed || before.role == .word else { continue }
      add(FoundMention(first: first + 1, skip: 0, end: last + 1, type: .person, entry: -1, source: .context))
    }
  }

  // MARK: By surname

  /// Takes the last part of every full name wherever it stands alone.
  mutating func findSurnames() {
    var table = WordTable()
    for mention in mentions where mention.type == .person && mention.end - mention.first >= 2 {
      let last = mention.end - 1
      guard passage.tokens[last].role == .word else { continue }
      let letters = Array(passage.letters(of: last))
      let wordClass = wordClass(last)
      let isKnown = mention.source == .lexicon
      // فيصل بن خالد is never called خالد.
      if passage.tokens[last - 1].word == lexicon.ids.bin { continue }
      guard letters.count >= 3, letters != Self.god, wordClass.isDisjoint(with: WordClass.closed.union([.title])),
        isKnown || !wordClass.contains(.nameParticle),
        wordClass.isDisjoint(with: .nationality) || wordClass.contains(.familyName)
      else { continue }
      _ = table.intern(letters)
    }
    guard table.count > 0 else { return }
    for token in passage.tokens.indices where owner[token] < 0 && passage.tokens[token].role == .word {
      guard let skip = surnameSkip(token, table) else { continue }
      add(FoundMention(first: token, skip: skip, end: token + 1, type: .person, entry: -1, source: .surname))
    }
  }

  private func surnameSkip(_ token: Int, _ table: WordTable) -> Int32? {
    let found = passage.tokens[token]
    let first = Int(found.firstLetter)
    let end = first + Int(found.letterCount)
    if table.find(passage.letters, first..<end) >= 0 { return 0 }
    guard end - first >= 4, found.script == .arabic else { return nil }
    let whole = wordClass(token)
    guard whole.isDisjoint(with: WordClass.closed.union([.cue, .title, .ordinary])) else { return nil }
    switch passage.letters[first] {
    // A doubled alef is a slip of the keyboard, not a particle.
    case Letter.alef: return table.find(passage.letters, first + 1..<end) >= 0 ? 0 : nil
    case Letter.waw, Letter.feh, Letter.beh, Letter.lam, Letter.kaf:
      if table.find(passage.letters, first + 1..<end) >= 0 { return 1 }
      if passage.letters[first] == Letter.lam, passage.letters[first + 1] == Letter.lam,
        table.find(passage.letters, first + 2..<end, article: true) >= 0
      {
        return 2
      }
      if end - first >= 5, table.find(passage.letters, first + 2..<end) >= 0,
        passage.letters[first] == Letter.waw,
        [Letter.beh, Letter.lam, Letter.kaf].contains(passage.letters[first + 1])
      {
        return 2
      }
      return nil
    default: return nil
    }
  }
}
