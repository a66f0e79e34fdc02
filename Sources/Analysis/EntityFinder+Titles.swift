import Briefings

/// Names of people beside their titles and offices, and between a reporting verb and what it reports.
extension EntityFinder {
  // MARK: Beside titles

  /// Links titles to the names beside them, and takes unknown words after a title as a name.
  mutating func findTitledNames() {
    var token = scope.lowerBound
    while token < scope.upperBound {
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

  static let dependents: Set<[UInt16]> = Set(
    foldedWords(
      "مستشار مستشارة مساعد مساعدة نجل شقيق شقيقة زوجة زوج محامي محامية مبعوث مبعوثة سكرتير وكيل خليفة سلف ممثل"))

  mutating func linkTitle(from first: Int, titleEnd end: Int) -> Int {
    // زعيم الحزب is a title, but زعيم الحزب الاشتراكي is one and the name of a body.
    var titleEnd = end
    if end < passage.tokens.count, owner[end] >= 0 {
      let body = mentions[Int(owner[end])]
      if body.type == .organization, body.first > first, body.first < end { titleEnd = body.first }
    }
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
        if mention.skip == 0, isDefinite(token - 1) { break }
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
      // د. محمد
      case .stop where !found.isSpaced && passage.tokens[token - 1].letterCount == 1:
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
    // A title of several words may hold its nationality itself (وزير الخارجية الألماني).
    if country == 0 {
      for token in first..<max(first, min(roleEnd, passage.tokens.count)) {
        if let number = lexicon.countries[passage.tokens[token].word] {
          country = number
          break
        }
      }
    }
    let office = passage.letters(of: first)
    add(
      FoundRole(
        first: first, end: holder >= 0 ? min(roleEnd, mentions[holder].first) : roleEnd, office: Array(office),
        country: country, holder: holder, isFeminine: passage.tokens[first].shape.contains(.tehMarbuta)))
    return max(titleEnd, holder >= 0 ? mentions[holder].end : titleEnd)
  }

  /// The person whose name begins after one or two unknown words.
  func nameBehindUnknown(from start: Int) -> Int? {
    var token = start
    while token - start < 3, isWordInLine(token) {
      if owner[token] >= 0 {
        let mention = mentions[Int(owner[token])]
        return mention.type == .person && mention.first == token && mention.skip == 0 && token > start
          ? Int(owner[token]) : nil
      }
      guard isUnknownName(token), token > start || mayBegin(token) else { return nil }
      token += 1
    }
    return nil
  }

  /// Whether an unknown word may be the first of a name: «وتقديره» joins rather than names.
  func mayBegin(_ token: Int) -> Bool {
    if isNamePart(token) { return true }
    return passage.letters(of: token).first != Letter.waw && endOfTitle(at: token) == nil
  }

  /// The country that a name of the lexicon belongs to, as nationalities count them.
  func countryNumber(_ entry: Int32) -> Int32 {
    let name = lexicon.name(entry)
    return name.type == .place && name.kind == "country" ? lexicon.countryNumbers[name.country] ?? 0 : 0
  }

  /// The end of a run of words nobody knows, as a foreign name after a title is.
  func unknownName(from start: Int, afterComma: Bool) -> Int? {
    if start < passage.tokens.count, passage.startsLine(start) || owner[start] < 0 && !mayBegin(start) { return nil }
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
      // ياكوب فان درسن
      if token > start, wordClass.contains(.nameParticle), !isDefinite(token), isWordInLine(token + 1),
        isUnknownName(token + 1), passage.tokens[token].shape.isDisjoint(with: .seats)
      {
        token += 2
        continue
      }
      if !wordClass.isDisjoint(with: WordClass.closed.union([.cue, .title, .ordinary])) {
        if !isNamePart(token) { break }
      }
      if !wordClass.isDisjoint(with: .nationality), token == start { break }
      // إريك شولتز مساعد وزير الدفاع
      if token > start + 1, !wordClass.isDisjoint(with: [.title, .office, .ordinary]) { break }
      if isDefinite(token), token > start, isSurnameLike(token), wordClass.isEmpty || wordClass.contains(.familyName),
        known > 0 || wordClass.contains(.familyName) || isNisbaOfName(token) && self.wordClass(start).isEmpty
      {
        token += 1
        break
      }
      // السفيرة مرحونة: a woman's name in ة behind her title.
      let isHers =
        token == start && token > 0 && passage.tokens[token].shape.contains(.tehMarbuta)
        && passage.tokens[token - 1].shape.contains(.tehMarbuta) && wordClass.isEmpty && !isDefinite(token)
        && anyClass(token - 1).contains(.title)
      guard isHers || isUnknownName(token) else { break }
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

  /// العقيد ميلود الزوي: the ending of a family name behind a word nobody knows.
  private func isNisbaOfName(_ token: Int) -> Bool {
    let letters = passage.letters(of: token)
    return letters.count >= 5 && letters.last == Letter.yeh && !passage.tokens[token].shape.contains(.maqsura)
  }

  /// Whether what stands at a token can follow the subject of a sentence.
  func endsSubject(_ token: Int) -> Bool {
    guard token < passage.tokens.count, !passage.startsLine(token) else { return false }
    switch passage.tokens[token].role {
    case .comma, .colon, .openQuote: return true
    case .word:
      // «كارستن فريتش المحلل لدى»
      if isDefinite(token),
        !wordClass(token).isDisjoint(with: [.speaker, .office])
          || Self.appositions.contains(Array(passage.letters(of: token)))
      {
        return true
      }
      return !wordClass(token).isDisjoint(with: [.preposition, .complementizer, .adjunct, .time])
        || isWordInLine(token) && passage.readings(of: token).contains { $0.skip == 0 } && endOfTitle(at: token) != nil
    default: return false
    }
  }

  private static let appositions: Set<[UInt16]> = Set(
    foldedWords(
      "المختص المختصة المتخصص المتخصصة المتعامل الاقتصادي الاستراتيجي الشريك المشارك المؤسس المحامي الطبيب العالم"))

  // MARK: After reporting words

  /// Takes two or three unknown words between a reporting verb and what it reports for a name (قال تشارلز هوبر إن).
  mutating func findSpeakingNames() {
    guard isArabicText else { return }
    for token in scope.dropLast(2)
    where owner[token] < 0 && owner[token + 1] < 0 && anyClass(token).contains(.cue) {
      guard isWordInLine(token + 1), wordClass(token + 1).isEmpty || isNamePart(token + 1),
        endOfTitle(at: token + 1) == nil,
        let end = unknownName(from: token + 1, afterComma: false), end - token >= 3, endsSubject(end)
      else { continue }
      add(FoundMention(first: token + 1, skip: 0, end: end, type: .person, entry: -1, source: .context))
    }
  }

  /// Takes one unknown word between a reporting verb and what it reports for a surname (قال فندريش إن).
  mutating func findSpeakingSurnames() {
    guard isArabicText else { return }
    for token in scope.dropLast(2)
    where owner[token] < 0 && owner[token + 1] < 0 && isReportingVerb(token) {
      guard isWordInLine(token + 1), introducesReport(token + 2), !opensName(token + 2), mayBeSurname(token + 1)
      else { continue }
      add(FoundMention(first: token + 1, skip: 0, end: token + 2, type: .person, entry: -1, source: .context))
    }
  }

  /// Takes a given name alone behind a reporting verb (وقالت سارة).
  mutating func findSpeakingGivenNames() {
    guard isArabicText else { return }
    for token in scope.dropFirst()
    where owner[token] < 0 && owner[token - 1] < 0 && isWordInLine(token) && isReportingVerb(token - 1) {
      let own = wordClass(token)
      guard own.contains(.givenName), passage.tokens[token].letterCount >= 3,
        own.isDisjoint(
          with: WordClass.closed.union([.ordinary, .ambiguousName, .title, .office, .cue, .nationalityMasculine])),
        !isDefinite(token), endsSubject(token + 1) || introducesReport(token + 1)
      else { continue }
      add(FoundMention(first: token, skip: 0, end: token + 1, type: .person, entry: -1, source: .context))
    }
  }

  /// Whether a word that no list knows can be a surname: one without the article, or the ending of a nisba behind it.
  private func mayBeSurname(_ token: Int) -> Bool {
    let found = passage.tokens[token]
    let wordClass = wordClass(token)
    guard found.script == .arabic, found.letterCount >= 3 else { return false }
    if isDefinite(token) {
      return found.letterCount >= 6 && wordClass.subtracting(.familyName).isEmpty
        && passage.letters(of: token).last == Letter.yeh && !found.shape.contains(.maqsura)
        && !isOrdinaryWithoutArticle(token, 0)
    }
    // بوضوح، لمناصريه: a particle rather than a first letter; محللون: a plural.
    if [Letter.beh, Letter.lam].contains(passage.letters(of: token).first ?? 0) { return false }
    let ending = Array(passage.letters(of: token).suffix(2))
    if ending == [Letter.waw, Letter.noon] || ending == [Letter.yeh, Letter.noon] { return false }
    return wordClass.isDisjoint(with: [.ordinary, .ambiguousName, .title, .office, .cue]) && isUnknownName(token)
  }

  /// Whether a quotation mark opens a name rather than a speech (مؤشر «داو جونز»).
  private func opensName(_ token: Int) -> Bool {
    guard token < passage.tokens.count, passage.tokens[token].role == .openQuote else { return false }
    let close = Int(passage.tokens[token].partner)
    return close > token && close - token <= 5
  }

  /// Whether a token is a finite verb of reporting that is seldom anything else.
  private func isReportingVerb(_ token: Int) -> Bool {
    passage.tokens[token].role == .word
      && passage.readings(of: token).contains { reading in
        guard reading.particles.isSubset(of: .conjunctions), lexicon.wordClass(reading.word).contains(.cue),
          let node = lexicon.phrases.child(of: PhraseTrie.root, reading.word)
        else { return false }
        var isVerb = false
        lexicon.forEachMeaning(at: node) { meaning in
          guard meaning.kind == .cue else { return }
          let entry = lexicon.cues[Int(meaning.entry)]
          if entry.form == .finite, entry.weight != UInt8(ascii: "C") { isVerb = true }
        }
        return isVerb
      }
  }

  /// Takes two or three unknown words before an office for its holder's name (مايك رينور، سفير …).
  mutating func findNamesBeforeTitles() {
    guard isArabicText else { return }
    for role in roles where role.holder < 0 && role.first > 2 && scope.contains(role.first) {
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
}
