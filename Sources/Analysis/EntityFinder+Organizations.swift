import Briefings

/// Names of bodies by grammar: a head, a chain of definite nouns, a nationality (وزارة الخارجية الأميركية).
extension EntityFinder {
  /// The head that begins at a token, alone.
  func organizationHead(at token: Int) -> Lexicon.OrganizationHead? {
    for reading in passage.readings(of: token) where !reading.particles.contains(.will) {
      guard let node = lexicon.phrases.child(of: PhraseTrie.root, reading.word),
        let meaning = lexicon.meaning(at: node, .organizationHead)
      else { continue }
      return lexicon.organizationHeads[Int(meaning.entry)]
    }
    return nil
  }

  /// The longest body whose name begins at a token.
  func organization(at token: Int) -> FoundMention? {
    guard isArabicText else { return nil }
    for reading in passage.readings(of: token) where !reading.particles.contains(.will) {
      guard let (headEnd, node) = longestPhrase(at: token, reading.word, .organizationHead),
        let meaning = lexicon.meaning(at: node, .organizationHead)
      else { continue }
      let head = lexicon.organizationHeads[Int(meaning.entry)]
      guard passage.tokens[token].script == .arabic else { continue }
      if let end = endOfBody(from: token, skip: reading.skip, headEnd: headEnd, head) {
        let isInner = end.isQuoted
        return FoundMention(
          first: isInner ? end.inner : token, skip: isInner ? 0 : reading.skip,
          end: isInner ? end.end : afterJoinedField(end.end), type: .organization, entry: -1, source: .grammar)
      }
    }
    return nil
  }

  struct BodyEnd {
    var end: Int
    var isQuoted = false
    var inner = 0
  }

  private func endOfBody(
    from token: Int, skip: Int32, headEnd: Int, _ head: Lexicon.OrganizationHead
  ) -> BodyEnd? {
    guard headEnd < passage.tokens.count, !passage.startsLine(headEnd) else { return nil }
    if let end = endOfSum(headEnd), head.kind == "company" { return BodyEnd(end: end) }
    let mark = passage.tokens[headEnd].role
    if mark == .openQuote || mark == .openBracket && head.kind == "media" { return quotedName(at: headEnd, head) }
    let headLetters = passage.letters(of: token).dropFirst(Int(skip))
    // حمله is «it carried», not حملة; a head written with ه must be followed by a definite noun.
    if headEnd == token + 1, headLetters.last == Letter.heh, !passage.tokens[token].shape.contains(.tehMarbuta),
      !isWordInLine(headEnd) || !isDefinite(headEnd)
    {
      return nil
    }
    if Self.noBodies.contains(Array(headLetters)), !isBureau(Array(headLetters), headEnd) { return nil }
    // رئيس مجلس الوزراء is a prime minister, no name of a body.
    if token > 0, skip == 0, isWordInLine(token), isWordInLine(headEnd),
      passage.letters(of: headEnd).elementsEqual(Self.ministers), headLetters.elementsEqual(Self.council),
      anyClass(token - 1).contains(.office)
    {
      return nil
    }
    let hidesArticle = skip >= 2 && isDefiniteAfterTo(token)
    guard headLetters.starts(with: [Letter.alef, Letter.lam]) || hidesArticle else {
      return endOfConstruct(headEnd, head, Array(headLetters))
    }
    if skip == 0, isOnlyPortfolio(token) { return nil }
    // وزير الخارجية الأميركي: here الخارجية is a part of the office.
    if token > 0, !passage.startsLine(token), passage.tokens[token - 1].role == .word, skip == 0,
      !anyClass(token - 1).isDisjoint(with: [.office, .organizationHead]), !isLed(Array(headLetters), by: token - 1)
    {
      return nil
    }
    let isQualified = headEnd - token >= 2
    return endOfDefiniteBody(headEnd, head, isFeminine: isFeminine(isQualified ? token : headEnd - 1), isQualified)
      ?? (isQualified && isSelfStanding(token, skip, headEnd) ? BodyEnd(end: headEnd) : nil)
  }

  /// مجموعة 5+1
  private func endOfSum(_ token: Int) -> Int? {
    guard token + 2 < passage.tokens.count, passage.tokens[token].role == .number,
      passage.tokens[token + 2].role == .number, passage.tokens[token + 1].role == .other,
      passage.bytes(of: passage.tokens[token + 1].field)[Int(passage.tokens[token + 1].start)] == UInt8(ascii: "+")
    else { return nil }
    return token + 3
  }

  private static let selfStanding: Set<[[UInt16]]> = Set(
    [
      "النيابة العامة", "الأمانة العامة", "القوات المسلحة", "الجمعية العامة", "الجمعية الوطنية", "اللجنة المركزية",
      "الهلال الأحمر",
      "الصليب الأحمر", "المحكمة العليا", "المحكمة الدستورية", "البنك المركزي",
    ].map { foldedWords($0) })

  /// النيابة العامة: a head that is a name with its own adjective.
  private func isSelfStanding(_ token: Int, _ skip: Int32, _ end: Int) -> Bool {
    guard end - token == 2 else { return false }
    var first = Array(passage.letters(of: token).dropFirst(Int(skip)))
    if skip >= 2, isDefiniteAfterTo(token) { first = [Letter.alef, Letter.lam] + first }
    return Self.selfStanding.contains([first, Array(passage.letters(of: token + 1))])
  }

  private static let portfolios: Set<[UInt16]> = Set(
    foldedWords("الخارجية الداخلية المالية الدفاع الخزانة العدل الصحة الاقتصاد التجارة"))

  /// السياسة الخارجية الأميركية، وزير الخارجية: an adjective, or a part of an office, not the ministry.
  func isOnlyPortfolio(_ token: Int) -> Bool {
    guard token > 0, isWordInLine(token), passage.tokens[token - 1].role == .word, owner[token - 1] < 0,
      Self.portfolios.contains(Array(passage.letters(of: token)))
    else { return false }
    return isDefinite(token - 1) || isDefiniteAfterAnd(token - 1) || isDefiniteAfterTo(token - 1)
      || !anyClass(token - 1).isDisjoint(with: [.office, .title])
  }

  private static let club: [UInt16] = foldedWords("نادي")[0]
  /// Heads behind which و joins another body rather than a second aim.
  private static let singleAims: Set<[UInt16]> = Set(foldedWords("مجلس نادي"))
  private static let council: [UInt16] = foldedWords("مجلس")[0]
  private static let ministers: [UInt16] = foldedWords("الوزراء")[0]

  private func isFeminine(_ token: Int) -> Bool {
    let letters = passage.letters(of: token)
    return letters.last == Letter.heh || letters.suffix(2).elementsEqual([Letter.alef, Letter.teh])
  }

  /// تنظيم "داعش"
  private func quotedName(at quote: Int, _ head: Lexicon.OrganizationHead) -> BodyEnd? {
    let close = Int(passage.tokens[quote].partner)
    guard close > quote + 1, close - quote <= 5, wordClass(quote + 1).isDisjoint(with: .closed) else { return nil }
    guard ["media", "armed-group", "party", "company", "agency"].contains(head.kind) else { return nil }
    if head.kind == "media" || head.kind == "agency" { return BodyEnd(end: close, isQuoted: true, inner: quote + 1) }
    return BodyEnd(end: close + 1)
  }

  /// Whether a definite word has the ending of a relational adjective (المركزي، الدولية) or is a known one.
  func isAdjective(_ token: Int) -> Bool {
    if Self.judgements.contains(Array(passage.letters(of: token))) { return false }
    if wordClass(token).contains(.officeAdjective) { return true }
    let letters = passage.letters(of: token)
    guard letters.count >= 6, let last = letters.last else { return false }
    if last == Letter.yeh { return true }
    return last == Letter.heh && letters.dropLast().last == Letter.yeh
  }

  func afterSecondAdjective(_ token: Int) -> Int {
    guard isWordInLine(token) else { return token }
    if wordClass(token).contains(.secondAdjective) { return token + 1 }
    // العربية الألمانية: of two countries.
    return isDefiniteNationality(token) && wordClass(token).contains(.nationalityFeminine)
      && !isDefiniteAfterAnd(token) && Self.pan.contains(Array(passage.letters(of: token - 1))) ? token + 1 : token
  }

  /// وزارة الشؤون الخارجية، مجلس نواب الشعب، سفارة الولايات المتحدة
  private func endOfConstruct(
    _ start: Int, _ head: Lexicon.OrganizationHead, _ headWord: [UInt16]
  ) -> BodyEnd? {
    if isWordInLine(start) {
      let next = Array(passage.letters(of: start))
      if Self.noComplements.contains(next) { return nil }
      if Self.districts.contains(headWord), isPlaceOrUnknown(start) { return nil }
      if let end = endOfNamesake(start, headWord) { return BodyEnd(end: end) }
      // إدارة الرئيس: of whom, not which.
      if !wordClass(start).isDisjoint(with: [.title, .office]),
        isDefinite(start) || endOfTitle(at: start) ?? 0 > start + 1
      {
        return nil
      }
      // قيادة الإسباني: an adjective of the wrong gender is somebody.
      if isDefiniteNationality(start), !wordClass(start).contains(.nationalityFeminine) { return nil }
      if Self.outerHeads.contains(headWord) {
        if organizationHead(at: start) != nil || !wordClass(start).isDisjoint(with: [.title, .office]) { return nil }
        // رئاسة صاحب السمو
        if endOfTitle(at: start) != nil { return nil }
        if let name = lexiconName(at: start), name.type != .person { return nil }
      }
    }
    var token = start
    // غرفة التجارة والصناعة: a head of two words.
    var definite = start > 0 && isWordInLine(start) && isDefiniteAfterAnd(start) && isDefinite(start - 1) ? 1 : 0
    var proper = 0
    var isNamed = false
    loop: while isWordInLine(token), token - start < 6 {
      let wordClass = wordClass(token)
      if isDefiniteNationality(token) {
        let end = afterSecondAdjective(token + 1)
        // شركة إيني الإيطالية للنفط والغاز
        return BodyEnd(end: head.kind == "company" && isWordInLine(end) && isAim(end) ? afterCoordinated(end + 1) : end)
      }
      if !wordClass.isDisjoint(with: WordClass.closed), !wordClass.contains(.numeral) || definite == 0 { break }
      if let name = lexiconName(at: token), name.skip == 0, name.type != .person,
        definite == 0 || name.type == .place
      {
        // «منظمة هيومن رايتس ووتش إسرائيل»: behind the whole name of a body stands what it acts upon.
        if definite > 0 || isNamed { break }
        token = name.end
        proper += 1
        isNamed = lexicon.name(name.entry).type == .organization
        guard lexicon.name(name.entry).type == .place else { continue }
        if head.kind == "other", !head.isStrong { return nil }
        // منتدى دافوس الاقتصادي
        if isWordInLine(token), isDefinite(token), isAdjective(token),
          self.wordClass(token).isDisjoint(with: [.officeAdjective, .time, .title])
        {
          token += 1
        }
        break loop
      }
      if isDefinite(token) {
        // وكالة الأنباء الرسمية الإيرانية
        if definite > 0, isWordInLine(token + 1), isJudgement(token), isDefiniteNationality(token + 1) {
          return BodyEnd(end: afterSecondAdjective(token + 2))
        }
        // حركة طالبان الأفغانية, but not ميليشيات حزب الله التقدم.
        if proper > 0, definite == 0, isJudgement(token) || !isAdjective(token) { break }
        if !wordClass.isDisjoint(with: [.title, .office, .speaker]), definite > 0 || head.kind == "ministry" { break }
        // After the first noun only adjectives go on (مجلس الأمن الدولي, not مجلس الأمن الدائمين).
        if definite > 0, head.kind == "armed-group" || !isAdjective(token),
          !Self.adjectives.contains(Array(passage.letters(of: token)))
        {
          break
        }
        definite += 1
        token += 1
        continue
      }
      if isDefiniteAfterAnd(token), definite > 0, mayCoordinate(token, head) {
        token += 1
        definite += 1
        continue
      }
      // شركة سكاي تران
      if proper > 0, definite == 0, !isNamed, token - start < 3, looksForeign(token), isUnknownName(token),
        !wordClass.contains(.nameParticle),
        wordClass.subtracting(WordClass.nameParts).isEmpty, passage.readings(of: token).allSatisfy({ $0.skip == 0 })
      {
        token += 1
        continue
      }
      if definite > 0 || proper > 0 { break }
      // A noun before the definite one (مجلس نواب الشعب), or a foreign name (شركة كيوشو).
      if isWordInLine(token + 1), isDefinite(token + 1), passage.letters(of: token).first != Letter.waw,
        lexiconName(at: token)?.type != .person, self.wordClass(token + 1).isDisjoint(with: [.time, .relative]),
        wordClass.isDisjoint(with: [.cue, .title, .ordinary]) || self.wordClass(token).contains(.organizationHead)
          || head.isStrong && isNominal(token),
        !isDefiniteAfterAnd(token), !isDefiniteAfterTo(token),
        passage.readings(of: token).allSatisfy({ $0.skip == 0 || lexicon.wordClass($0.word).isEmpty })
      {
        token += 1
        continue
      }
      // موقع أسامة بن زيد: of whom, not which.
      if isWordInLine(token + 1), passage.tokens[token + 1].word == lexicon.ids.bin { break }
      guard isUnknownName(token), ["company", "armed-group", "party", "agency", "media", "other"].contains(head.kind),
        head.isStrong && passage.letters(of: token).first != Letter.waw || looksForeign(token)
      else { break }
      proper += 1
      token += 1
    }
    guard definite + proper > 0 else { return nil }
    while token - start > 1, isJudgement(token - 1) { token -= 1 }
    let takesTail = !isNamed || ["company", "agency"].contains(head.kind) && isWordInLine(token) && isAim(token)
    let tail = takesTail ? endOfTail(token, head, headWord) : token
    if tail > token { return BodyEnd(end: tail) }
    let isOffice = Self.committees.contains(headWord) && definite >= 2
    guard head.isStrong || proper > 0 || isOffice else { return nil }
    return BodyEnd(end: token)
  }

  /// Heads that before a place say where, not which (مديرية المخا، مركز المحافظة، جبهة العند).
  private static let districts: Set<[UInt16]> = Set(foldedWords("مديرية مديريات مركز جبهة"))

  private func isPlaceOrUnknown(_ token: Int) -> Bool {
    if let name = lexiconName(at: token) { return name.type == .place && name.skip == 0 }
    if wordClass(token).contains(.placeNoun) { return true }
    return isDefinite(token) && passage.readings(of: token).isEmpty && !isAdjective(token)
      && !isOrdinaryWithoutArticle(token, 0) && !isMarkedAsName(token)
  }

  /// للطاقة، لمجلس الشيوخ، في حكومة إقليم كردستان
  private func endOfTail(_ token: Int, _ head: Lexicon.OrganizationHead, _ headWord: [UInt16]) -> Int {
    let takesTail = ["international", "agency", "company", "government", "other"].contains(head.kind)
    guard takesTail, isWordInLine(token) else { return token }
    if Self.committees.contains(headWord) {
      let at = passage.letters(of: token).elementsEqual([Letter.feh, Letter.yeh]) ? token + 1 : token
      let isJoined = at > token || passage.letters(of: token).first == Letter.lam
      if isJoined, isWordInLine(at), let inner = lexiconName(at: at) ?? organization(at: at),
        inner.type == .organization,
        inner.skip > 0 || at > token
      {
        return inner.end
      }
    }
    if isDefiniteAfterTo(token), head.kind != "government" {
      var end = token + 1
      while isWordInLine(end), isDefinite(end), end - token < 3, isAdjective(end) { end += 1 }
      return afterCoordinated(end)
    }
    return head.isStrong && head.kind != "government" ? afterPurpose(token) : token
  }

  /// Whether an everyday word is a noun by its form (تقصي، حقوق) rather than an imperfect verb (تدرس).
  private func isNominal(_ token: Int) -> Bool {
    let wordClass = wordClass(token)
    guard wordClass.contains(.ordinary), wordClass.isDisjoint(with: WordClass.closed.union([.cue, .title, .office])),
      token > 0, !isDefinite(token)
    else { return false }
    let letters = Array(passage.letters(of: token))
    guard letters[0] != Letter.yeh, letters[0] != Letter.noon, letters.count >= 3 else { return false }
    guard letters[0] == Letter.teh else { return true }
    return letters.count >= 5 && letters[3] == Letter.yeh || letters.last == Letter.yeh || letters.last == Letter.heh
  }

  /// Whether a word that no list knows looks like a name rather than like an adjective or a plural of Arabic.
  func looksForeign(_ token: Int) -> Bool {
    if isNamePart(token) { return wordClass(token).isDisjoint(with: [.ordinary, .ambiguousName]) }
    let letters = passage.letters(of: token)
    guard let first = letters.first, let last = letters.last, letters.count >= 3, first != Letter.waw else {
      return false
    }
    let before = letters.dropLast().last ?? 0
    // هيونداي is a name, إقليمي an adjective; مطولا carries the ending of an adverb or object.
    if last == Letter.yeh { return before == Letter.alef }
    if last == Letter.alef || last == Letter.heh { return false }
    if last == Letter.noon { return before != Letter.waw && before != Letter.yeh }
    return first != Letter.meem && !(last == Letter.teh && before == Letter.alef)
  }

  private func isJudgement(_ token: Int) -> Bool { Self.judgements.contains(Array(passage.letters(of: token))) }

  private static let committees: Set<[UInt16]> = Set(foldedWords("لجنة دائرة مديرية إدارة قسم مكتب"))

  private static let pan: Set<[UInt16]> = Set(foldedWords("العربية الأوروبية الأفريقية الآسيوية الأميركية الأمريكية"))

  static let adjectives: Set<[UInt16]> = Set(
    foldedWords(
      """
      العليا المستقلة المستقل المسلحة المتحدة الأعلى العامة الموحد الموحدة المشتركة الحرة المصغر الموسع الخاصة العالمية الأكبر المركزية \
      المسلمين العرب الحر المقدس المقدسة الشامل الشاملة النوعي الأحمر المنشقة المنشق
      """))

  /// Definite nouns that with a nationality describe rather than name (البرنامج النووي الإيراني).
  private static let noBodies: Set<[UInt16]> = Set(
    foldedWords("البرنامج الفريق المكتب الملتقى اللقاء المنتخب القائمة الحملة الموقع السوق"))

  /// What makes a body of any company or school (مجلس الإدارة).
  private static let noComplements: Set<[UInt16]> = Set(
    foldedWords("الإدارة إدارة التدريس التحكيم النظر الفصل الإنترنت التواصل القيادة العمل الجديد المدرب"))

  /// Adjectives that judge rather than name (تنظيم داعش الإرهابي).
  private static let judgements: Set<[UInt16]> = Set(
    foldedWords(
      """
      الإرهابي الإرهابية المتطرف المتطرفة الإجرامية الإجرامي المتشدد المتشددة الانقلابية المتمردة الحالي الحالية الجديد الجديدة السابق \
      السابقة الرسمية الرسمي التابع التابعة المعني المعنية الموالي الموالية المذكور المذكورة العملاق العملاقة القادم القادمة الأسبق \
      المنتخب المنتخبة الوليد الوليدة الرئيسي الرئيسية المحظور المحظورة المنحل المنحلة الإصلاحية المحافظة المسلح المخلوع الحاكم الحاكمة \
      الأول الأولى الثاني الثانية الأصلي الأصلية الشقيق الشقيقة المعارض المعارضة الراحل المتهم المتهمة الحكومي المدعوم المدعومة \
      الواقع الواقعة المتاخم المتاخمة القريب القريبة المجاور المجاورة المتحالف المتحالفة الناشئ الناشئة العامل العاملة
      """))

  /// Nouns that stand before a body without being part of its name (رئاسة مجلس النواب).
  private static let outerHeads: Set<[UInt16]> = Set(
    foldedWords("رئاسة مؤسسات قيادة مكتب مكاتب أجهزة لجان فريق برنامج إدارة"))

  private func mayCoordinate(_ token: Int, _ head: Lexicon.OrganizationHead) -> Bool {
    if Self.coordinated.contains(Array(passage.letters(of: token))) {
      return !passage.letters(of: token - 2).elementsEqual(Self.club)
    }
    let takesTwo = ["ministry", "government", "agency", "other", "international", "company"].contains(head.kind)
    return takesTwo && !Self.singleAims.contains(Array(passage.letters(of: token - 2))) && joinsAims(token)
  }
}
