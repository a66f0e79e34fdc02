import Briefings

/// The noun phrases of sources, after and before their verb.
extension SentenceReader {
  /// The noun phrase of a source that begins at a token.
  ///
  /// - Parameter strictly: Whether it must begin with a name, an office or a noun for those who speak.
  func source(from start: Int, limit: Int, strictly: Bool) -> Range<Int>? {
    guard start < limit, begins(start, limit, strictly: strictly) else { return nil }
    var token = start
    var hasName = false
    var previousIsDefinite = false
    loop: while token < limit {
      if roleAt[token] >= 0, !hasName {
        // «قالت إيران لوزير الخارجية»: who is told.
        if token > start, roleAt[start] < 0, mention(at: start) != nil || previousIsDefinite,
          startsWith(token, Letter.lam), wordClass(token).isDisjoint(with: [.title, .office])
        {
          break
        }
        let role = roles[Int(roleAt[token])]
        if role.holder >= 0 {
          let holder = mentions[role.holder]
          if holder.end <= limit {
            token = holder.end
            hasName = true
            previousIsDefinite = true
            continue
          }
        }
        let end = min(role.end, limit)
        if end > token {
          token = end
          // «مسؤول أمني»: of an indefinite noun alone the adjective may be indefinite too.
          previousIsDefinite = end > start + 1 || isDefinite(start) || !anyClass(start).contains(.speaker)
          if let extended = distantName(from: token, limit: limit) {
            token = extended
            hasName = true
          }
          continue
        }
      }
      if let mention = mention(at: token), mention.end <= limit {
        if mention.skip > 0, token > start, !isJoined(token, mention) || isTold(token, mention, hasName, start) {
          break
        }
        if hasName, mention.type != .person || token == start { break }
        if previousIsDefinite, token > start, mention.skip == 0,
          mention.type != .person || !introduces(token - 1) && !isHolder(mention, limit)
        {
          break
        }
        let isComplement =
          mention.type == .person && token == start + 1 && !isDefinite(start) && roleAt[start] >= 0
          && mention.end < limit && !wordClass(mention.end).isDisjoint(with: [.title, .office])
        token = mention.end
        if isComplement { continue }
        hasName = hasName || mention.type == .person
        previousIsDefinite = true
        if mention.type == .person, let role = apposition(at: token, limit: limit) { token = role }
        continue
      }
      switch role(token) {
      case .comma:
        guard token > start, !hasName, let end = namedApposition(after: token, limit: limit) else { break loop }
        token = end
        break loop
      case .openQuote:
        let close = Int(passage.tokens[token].partner)
        guard close > token, close < limit, close - token <= 6, token == start || !hasName else { break loop }
        guard token == start || owner[token + 1] >= 0 || wordClass(token - 1).contains(.organizationHead) else {
          break loop
        }
        token = close + 1
        hasName = true
        continue
      case .openBracket:
        let close = Int(passage.tokens[token].partner)
        guard token > start, close > token, close + 1 < limit, owner[close + 1] >= 0, !hasName else { break loop }
        token = close + 1
        continue
      case .word: break
      // د. محمد
      case .stop
      where token > start && token + 1 < limit && !passage.tokens[token].isSpaced
        && passage.tokens[token - 1].letterCount == 1:
        token += 1
        continue
      case .number where token == start:
        token += 1
        continue
      default: break loop
      }
      let wordClass = wordClass(token)
      if token > start, isFiniteCue(token) { break }
      if isThat(token) || wordClass.contains(.saying) { break }
      if isJoiningAnd(token, limit), hasName || previousIsDefinite {
        token += 1
        hasName = false
        previousIsDefinite = false
        if let mention = self.mention(at: token - 1) { token = mention.end }
        continue
      }
      if !wordClass.isDisjoint(with: WordClass.closed), wordClass.isDisjoint(with: [.nationality, .officeAdjective]) {
        // «مصدر وثيق الاطلاع لـ«الشرق الأوسط»»: who is told.
        if isToldInQuotes(token, limit, start) { break }
        // العديد من دول الخليج
        if token == start + 1, isQuantifier(start), passage.letters(of: token).elementsEqual(Self.of) {
          previousIsDefinite = false
          token += 1
          continue
        }
        if isQuantifier(token), !hasName, !previousIsDefinite {
          token += 1
          continue
        }
        if Self.innerPrepositions.contains(Array(passage.letters(of: token))), !hasName,
          let end = distantName(from: token, limit: limit)
        {
          token = end
          hasName = true
          continue
        }
        if Self.charges.contains(Array(passage.letters(of: token))), !hasName, previousIsDefinite,
          wordClass.contains(.preposition), let end = distantName(from: token + 1, limit: limit)
        {
          token = end
          hasName = true
          continue
        }
        if !hasName, roleAt[start] >= 0, let end = quotedName(afterTo: token, limit: limit) {
          token = end
          previousIsDefinite = true
          continue
        }
        if wordClass.contains(.preposition), !hasName,
          let end = placeOfSource(at: token, start: start, limit: limit)
        {
          token = end
        }
        break
      }
      if isDefinite(token) {
        if token > start, !hasName, isDefinite(token - 1), isSubject(start), !describes(token) { break }
        // «المتمردون الحكومة»: behind a plural stands an adjective in the plural, or the object.
        if token == start + 1, isNominative(start), !isNominative(token), wordClass.isDisjoint(with: .nationality) {
          break
        }
        if hasName, self.wordClass(token).isDisjoint(with: [.nationality, .officeAdjective]) { break }
        previousIsDefinite = true
        token += 1
        continue
      }
      // «استنكر دبلوماسيون عرب مزاعم المالكي»: a new construct begins the object.
      if token > start, token + 1 < limit, self.wordClass(start).contains(.speaker), !isDefinite(start),
        wordClass.isDisjoint(with: WordClass.nationality.union(.placeNoun)),
        isDefinite(token + 1) || owner[token + 1] >= 0 && (mention(at: token + 1)?.skip ?? 0) == 0,
        !startsWith(token, Letter.waw)
      {
        break
      }
      // An indefinite word after a definite one is no longer the source.
      if previousIsDefinite || hasName { break }
      if token > start, passage.readings(of: token).contains(where: { $0.skip > 0 && $0.particles.contains(.with) }) {
        break
      }
      token += 1
    }
    return token > start ? start..<token : nil
  }

  /// Prepositions inside the description of a source (السفير الصيني في اليابان).
  /// What one is in charge of (المشرف العام على العلاقات العامة، المسؤول عن الملف).
  static let charges: Set<[UInt16]> = Set(foldedWords("على عن من لشؤون للشؤون"))

  static let innerPrepositions: Set<[UInt16]> = Set(foldedWords("في لدى باسم إلى الى"))

  /// «السناتور توم هاردينغ إن»: a full name after a noun nobody knows, with what is said right behind it.
  private func isHolder(_ mention: FoundMention, _ limit: Int) -> Bool {
    guard mention.end - mention.first >= 2, mention.end < limit else { return false }
    return isThat(mention.end) || role(mention.end) == .colon
  }

  /// Whether a name may follow a word as its bearer's (الجنرال هوبر, not الوزارة بلينكن).
  func introduces(_ token: Int) -> Bool {
    if owner[token] >= 0 || role(token) != .word { return true }
    let wordClass = wordClass(token)
    let bearers: WordClass = [.title, .office, .speaker, .officeAdjective]
    if !wordClass.isDisjoint(with: bearers.union(.nationality)) { return true }
    return roles.contains { $0.first <= token && token < $0.end }
  }

  func begins(_ token: Int, _ limit: Int, strictly: Bool) -> Bool {
    if let mention = mention(at: token) { return mention.skip == 0 || roleAt[token] >= 0 }
    if role(token) == .openQuote {
      let close = Int(passage.tokens[token].partner)
      guard close > token, close - token <= 6, token + 1 < limit else { return false }
      return owner[token + 1] >= 0
    }
    guard role(token) == .word || role(token) == .number else { return false }
    if roleAt[token] >= 0 { return true }
    if isAdverbial(token) || joinsNobody(token) { return false }
    let wordClass = wordClass(token)
    if wordClass.isDisjoint(with: WordClass.closed),
      !wordClass.isDisjoint(with: [.office, .speaker, .title, .document, .organizationHead, .nationalityPlural])
    {
      return true
    }
    if isDefinite(token), wordClass.isDisjoint(with: WordClass.closed) {
      let found = passage.tokens[token]
      let bare = lexicon.words.find(
        passage.letters, Int(found.firstLetter) + 2..<Int(found.firstLetter + found.letterCount))
      if !lexicon.wordClass(bare).isDisjoint(with: [.organizationHead, .office, .speaker]) { return true }
    }
    // «كتلتا دولة القانون»: a noun before a name.
    if token + 1 < limit, wordClass.isDisjoint(with: WordClass.closed.union([.cue, .ordinary])), !isDefinite(token),
      let next = mention(at: token + 1), next.skip == 0, next.type == .organization
    {
      return true
    }
    if isNominative(token) { return true }
    if isQuantifier(token) {
      guard token + 1 < limit else { return false }
      return strictly ? begins(token + 1, limit, strictly: true) || isDefinite(token + 1) : true
    }
    guard !strictly, role(token) == .word else { return false }
    return wordClass.isDisjoint(with: WordClass.closed)
      && !passage.readings(of: token).contains { $0.skip > 0 && $0.particles.contains(.with) && isKnown($0.word) }
  }

  /// Whether a noun is whole without a second one: الحكومة، الوزراء، الجمهوريون.
  func isSubject(_ token: Int) -> Bool {
    guard isDefinite(token), wordClass(token).isDisjoint(with: WordClass.closed) else { return false }
    let found = passage.tokens[token]
    let bare = lexicon.words.find(
      passage.letters, Int(found.firstLetter) + 2..<Int(found.firstLetter + found.letterCount))
    return !wordClass(token).isDisjoint(with: [.speaker, .office, .organizationHead, .document])
      || !lexicon.wordClass(bare).isDisjoint(with: [.organizationHead, .office, .speaker])
  }

  /// Whether a definite word can be the adjective of the one before (الأممي، المقرب، الشرعية), not another noun.
  private func describes(_ token: Int) -> Bool {
    if !wordClass(token).isDisjoint(with: [.nationality, .officeAdjective, .title, .office]) { return true }
    if Self.greatness.contains(Array(passage.letters(of: token))) { return true }
    let letters = passage.letters(of: token)
    if letters.starts(with: [Letter.alef, Letter.lam, Letter.meem]) { return true }
    return letters.last == Letter.yeh || letters.last == Letter.heh || letters.last == Letter.noon
  }

  private static let greatness: Set<[UInt16]> = Set(
    foldedWords(
      """
      الكبير الكبار البارز البارزون الرفيع الجديد الجدد القديم الأكبر الأبرز الشاب الحاكم التابع الخاص \
      السابق الصادر الروس العرب الأتراك الأكراد الألمان الإنجليز الأفغان الأرمن الهنود
      """))

  /// معلقا، قوله، صريحًا: about the saying, not who says.
  private func isAdverbial(_ token: Int) -> Bool {
    let found = passage.tokens[token]
    if found.shape.contains(.tanween), found.end - found.start > found.letterCount * 2 { return true }
    return Self.adverbials.contains(Array(passage.letters(of: token)))
  }

  /// «اتفق وزملاؤه»: و before a word that is none of those who speak.
  private func joinsNobody(_ token: Int) -> Bool {
    startsWith(token, Letter.waw) && passage.tokens[token].letterCount > 3 && wordClass(token).isEmpty
      && passage.readings(of: token).contains { $0.skip == 1 }
  }

  private static let adverbials: Set<[UInt16]> = Set(
    foldedWords(
      """
      قوله قولها قولهم موضحا معلقا مبتسما نقلا مستطردا هامسا مدافعا واصفا مؤكدا مشيرا مضيفا قائلا متسائلا عيانا عبثا بوضوح العكس نفسي \
      خلاله خلالها مخاطبا متحدثا مشددا ثانية
      """))

  func isKnown(_ word: Int32) -> Bool { !lexicon.wordClass(word).isEmpty }

  private static let of = foldedWords("من")[0]

  static let quantifiers: Set<[UInt16]> = Set(
    foldedWords(
      "العديد الكثير عشرات مئات آلاف سائر بقية أكثر بعض عدد أحد إحدى كل جميع غالبية معظم عدة مجموعة ثلاثة أربعة خمسة كلا أغلبية من هذه هذا هؤلاء"
    ))

  func isQuantifier(_ token: Int) -> Bool { Self.quantifiers.contains(Array(passage.letters(of: token))) }

  /// Whether و at a token joins a second source (الرئيس حسن روحاني ووزير خارجيته).
  func isJoiningAnd(_ token: Int, _ limit: Int) -> Bool {
    guard startsWith(token, Letter.waw), passage.tokens[token].letterCount > 3 else { return false }
    if let mention = mention(at: token) { return mention.skip == 1 && mention.type != .place }
    for reading in passage.readings(of: token) where reading.skip == 1 && reading.particles == .and {
      let wordClass = lexicon.wordClass(reading.word)
      if wordClass.contains(.cue), wordClass.isDisjoint(with: [.office, .title]) { return false }
      if !wordClass.isDisjoint(with: [.office, .title, .nationalityPlural]) { return true }
    }
    return false
  }

  func isJoined(_ token: Int, _ mention: FoundMention) -> Bool {
    let letter = passage.letters(of: token).first
    return letter == Letter.lam || letter == Letter.beh
  }

  /// «قال مصدر طبي لوكالة الأنباء»: a medium behind ل is told, where the source could be whole without it.
  private func isTold(_ token: Int, _ mention: FoundMention, _ hasName: Bool, _ start: Int) -> Bool {
    guard mention.type == .organization, startsWith(token, Letter.lam), isMedium(mention) else { return false }
    if hasName || owner[token - 1] >= 0 { return true }
    // «مراسل لقناة»: whose reporter he is.
    return anyClass(start).contains(.speaker) && !Self.employed.contains(Array(passage.letters(of: start)))
  }

  private func isToldInQuotes(_ token: Int, _ limit: Int, _ start: Int) -> Bool {
    guard token > start, token + 2 < limit, role(token + 1) == .openQuote,
      passage.letters(of: token).elementsEqual([Letter.lam]), anyClass(start).contains(.speaker),
      !Self.employed.contains(Array(passage.letters(of: start))), let mention = mention(at: token + 2)
    else { return false }
    return mention.type == .organization && isMedium(mention)
  }

  private func isMedium(_ mention: FoundMention) -> Bool {
    let kinds = ["media", "agency"]
    if mention.entry >= 0 { return kinds.contains(lexicon.name(mention.entry).kind) }
    let head = Array(passage.letters(of: mention.first).dropFirst(Int(mention.skip)))
    return Self.mediaHeads.contains(head) || mention.source == .context && role(mention.first - 1) == .openQuote
  }

  private static let employed: Set<[UInt16]> = Set(
    foldedWords("مراسل مراسلة متحدث متحدثة ناطق صحفي صحافي كاتب محلل عضو نائب المراسل المتحدث الناطق"))

  private static let mediaHeads: Set<[UInt16]> = Set(
    foldedWords("وكالة قناة صحيفة مجلة إذاعة شبكة موقع تلفزيون جريدة محطة هيئة"))

  /// The end of a name that follows after a stretch of place and office (المبعوث الأممي إلى اليمن هانس غروندبرغ).
  func distantName(from start: Int, limit: Int) -> Int? {
    var token = start
    while token < limit, token - start < 12 {
      if role(token) == .comma, token + 1 < limit, roleAt[token + 1] >= 0 {
        let role = roles[Int(roleAt[token + 1])]
        guard role.holder >= 0, mentions[role.holder].end <= limit else { return nil }
        return mentions[role.holder].end
      }
      let close = Int(passage.tokens[token].partner)
      if role(token) == .openQuote || role(token) == .openBracket, token > start, close > token, close - token <= 6,
        close + 1 < limit
      {
        token = close + 1
        continue
      }
      // «نائب رئيس تحرير الصحيفة، نور الدين …،»
      if role(token) == .comma, token > start, token + 1 < limit, let mention = mention(at: token + 1),
        mention.type == .person, mention.skip == 0, mention.end < limit,
        role(mention.end) == .comma || isThat(mention.end) || role(mention.end) == .colon
      {
        return mention.end
      }
      if let mention = mention(at: token) {
        if mention.type == .person { return mention.skip == 0 && mention.end <= limit ? mention.end : nil }
        token = mention.end
        continue
      }
      guard role(token) == .word, !isThat(token), !isFiniteCue(token) else { return nil }
      let wordClass = wordClass(token)
      if !wordClass.isDisjoint(with: [.time, .relative, .saying, .clause, .adjunct]) { return nil }
      if wordClass.contains(.preposition), token > start + 7 { return nil }
      token += 1
    }
    return nil
  }

  /// الأمين العام لـ«حزب الله»: the end of a name in quotation marks behind ل.
  private func quotedName(afterTo token: Int, limit: Int) -> Int? {
    guard token + 1 < limit, passage.letters(of: token).elementsEqual([Letter.lam]), role(token + 1) == .openQuote
    else { return nil }
    let close = Int(passage.tokens[token + 1].partner)
    guard close > token, close < limit, close - token <= 6, owner[token + 2] >= 0 else { return nil }
    return close + 1
  }

  /// جون كيري وزير الخارجية الأمريكي
  func apposition(at token: Int, limit: Int) -> Int? {
    guard token < limit, roleAt[token] >= 0 else { return nil }
    let role = roles[Int(roleAt[token])]
    return role.holder < 0 && role.end <= limit ? role.end : nil
  }

  /// وزير الخارجية الإيراني، محمد جواد ظريف
  func namedApposition(after comma: Int, limit: Int) -> Int? {
    var token = comma + 1
    guard token < limit else { return nil }
    if roleAt[token] >= 0 {
      let role = roles[Int(roleAt[token])]
      if role.holder >= 0, mentions[role.holder].end <= limit { return mentions[role.holder].end }
    }
    while token < limit, token - comma < 4, !wordClass(token).isDisjoint(with: [.title, .office]) { token += 1 }
    guard token < limit, let mention = mention(at: token), mention.type == .person, mention.skip == 0 else {
      return nil
    }
    return mention.end <= limit ? mention.end : nil
  }

  // MARK: Before the verb

  /// «إندا كيني، رئيس الوزراء، وعد»: a name whose office or relative clause stands between commas before the verb.
  private func sourceWithApposition(before comma: Int, from lower: Int) -> Range<Int>? {
    var token = comma - 1
    while token > lower, comma - token < 20 {
      if role(token) == .closeQuote || role(token) == .closeBracket, Int(passage.tokens[token].partner) > lower {
        token = Int(passage.tokens[token].partner)
      } else if role(token) == .comma {
        break
      } else if role(token) == .word || role(token) == .number || role(token) == .openQuote {
        if isThat(token) { return nil }
      } else {
        return nil
      }
      token -= 1
    }
    guard token > lower, role(token) == .comma, token + 1 < comma else { return nil }
    let first = token + 1
    let isOffice = roleAt[first] >= 0 || !wordClass(first).isDisjoint(with: [.office, .title, .speaker])
    let isRelative =
      wordClass(first).contains(.relative) && startsWith(first, Letter.alef)
      || passage.readings(of: first).contains { $0.skip == 1 && lexicon.wordClass($0.word).contains(.relative) }
    guard isOffice || isRelative, let phrase = sourceBefore(token, from: lower, mayBeApposed: false) else { return nil }
    return isOffice ? phrase.lowerBound..<comma : phrase
  }

  /// The noun phrase that ends right before `end` and begins a clause (كيري يحذر، لكن ظريف عاد وقال).
  func sourceBefore(_ end: Int, from lower: Int, mayBeApposed: Bool = true) -> Range<Int>? {
    var last = end - 1
    while last >= lower, role(last) == .word, !anyClass(last).isDisjoint(with: .auxiliary) || isInterpolation(last) {
      guard owner[last] < 0 else { break }
      last -= 1
    }
    if mayBeApposed, last > lower + 2, role(last) == .comma,
      let phrase = sourceWithApposition(before: last, from: lower)
    {
      return phrase
    }
    if last >= lower, role(last) == .closeQuote, Int(passage.tokens[last].partner) >= lower,
      last - Int(passage.tokens[last].partner) <= 5
    {
      let open = Int(passage.tokens[last].partner)
      guard owner[last - 1] >= 0 else { return nil }
      return open..<last + 1
    }
    guard last >= lower, role(last) == .word else { return nil }
    if owner[last] >= 0 {
      let mention = mentions[Int(owner[last])]
      guard mention.end == last + 1, mention.first >= lower else { return nil }
      if let role = roles.last(where: { $0.holder == Int(owner[last]) && $0.first >= lower && $0.first < mention.first }
      ) {
        return role.first..<mention.end
      }
      if mention.type != .person, let role = roleAround(mention, from: lower) {
        return isClauseStart(role.first, lower) ? role.first..<mention.end : nil
      }
      guard mention.skip == 0 || isConjoined(mention) else { return nil }
      return isClauseStart(mention.first, lower) ? mention.first..<mention.end : nil
    }
    if let role = roles.last(where: { $0.end == last + 1 && $0.holder < 0 && $0.first >= lower }) {
      guard isClauseStart(role.first, lower) else { return nil }
      return role.first..<role.end
    }
    var first = last
    while first > lower, role(first - 1) == .word, last - first < 4, !isClauseStart(first, lower) {
      guard wordClass(first).isDisjoint(with: WordClass.closed) else { return nil }
      first -= 1
    }
    guard isClauseStart(first, lower) else { return nil }
    guard let found = source(from: first, limit: end, strictly: true), found.upperBound >= last + 1 else { return nil }
    return found
  }

  /// رئيس الاتحاد الأوروبي: the office whose phrase a name of a body ends.
  private func roleAround(_ mention: FoundMention, from lower: Int) -> FoundRole? {
    roles.last { role in
      role.holder < 0 && role.first >= lower && role.first < mention.first
        && (mention.first...mention.end).contains(role.end)
    }
  }

  func isConjoined(_ mention: FoundMention) -> Bool {
    mention.skip == 1 && [Letter.waw, Letter.feh].contains(passage.letters(of: mention.first).first)
  }

  /// Whether a clause may begin at a token.
  func isClauseStart(_ token: Int, _ lower: Int) -> Bool {
    if token <= lower { return true }
    switch role(token - 1) {
    case .comma, .semicolon, .colon, .stop, .dash, .openQuote, .openBracket: return true
    case .word:
      let before = anyClass(token - 1)
      return !before.isDisjoint(with: [.clause, .auxiliary, .complementizer, .relative])
    default: return false
    }
  }
}
