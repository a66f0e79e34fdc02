import Briefings

/// Names of sites by grammar: مطار بغداد الدولي، مدينة الملك عبدالله الاقتصادية، محطة سينداي.
extension EntityFinder {
  /// The site whose name begins at a token.
  func site(at token: Int) -> FoundMention? {
    guard isArabicText, passage.tokens[token].script == .arabic else { return nil }
    var skip: Int32 = 0
    if !isSiteNoun(token, 0) {
      guard passage.tokens[token].letterCount >= 5,
        passage.readings(of: token).contains(where: { $0.skip == 1 }) || passage.tokens[token].word < 0,
        [Letter.waw, Letter.beh, Letter.lam, Letter.feh].contains(passage.letters(of: token).first ?? 0),
        isSiteNoun(token, 1)
      else { return nil }
      skip = 1
    }
    guard isWordInLine(token + 1), let end = endOfSite(token + 1, noun: token, skip) else { return nil }
    return FoundMention(first: token, skip: skip, end: end, type: .place, entry: -1, source: .grammar)
  }

  private func isSiteNoun(_ token: Int, _ skip: Int) -> Bool {
    Self.siteNouns.contains(Array(passage.letters(of: token).dropFirst(skip)))
  }

  private func endOfSite(_ start: Int, noun: Int, _ skip: Int32) -> Int? {
    // مطار الملك خالد
    var token = start
    while isWordInLine(token), token - start < 2, Self.siteTitles.contains(Array(passage.letters(of: token))) {
      token += 1
    }
    if token > start, isWordInLine(token) {
      if let name = lexiconName(at: token) ?? nameOfParts(at: token), name.type == .person, name.skip == 0 {
        return afterAdjectives(name.end)
      }
      return isNamePart(token) ? afterAdjectives(token + 1) : nil
    }
    let letters = Array(passage.letters(of: noun).dropFirst(Int(skip)))
    guard Self.plants.contains(letters) else { return nil }
    // مطار بغداد الدولي: with the adjective it is a name of its own.
    if let name = lexiconName(at: start), name.type == .place, name.skip == 0 {
      let end = afterAdjectives(name.end)
      return end > name.end ? end : nil
    }
    // محطة سينداي
    guard !isDefinite(start), passage.readings(of: start).isEmpty, looksForeign(start) else { return nil }
    return afterAdjectives(start + 1)
  }

  private func afterAdjectives(_ start: Int) -> Int {
    var token = start
    while isWordInLine(token), token - start < 2, Self.siteAdjectives.contains(Array(passage.letters(of: token))) {
      token += 1
    }
    return token
  }

  /// مدينة فريندافان، منطقة التواهي، حي العزيزية: a name nobody knows behind a noun that places have.
  func placeBehindNoun(at token: Int) -> FoundMention? {
    guard isArabicText, token > 0, isWordInLine(token), passage.tokens[token - 1].role == .word, !isDefinite(token - 1),
      passage.tokens[token].script == .arabic, passage.tokens[token].letterCount >= 3
    else { return nil }
    guard let isFeminine = genderOfPlaceNoun(token - 1) else { return nil }
    if isDefinite(token) {
      // A noun without the article takes no adjective with it: what follows is its name.
      guard passage.tokens[token].letterCount >= 5, wordClass(token).isEmpty, passage.readings(of: token).isEmpty,
        !isOrdinaryWithoutArticle(token, 0), !isOrdinaryHere(token)
      else { return nil }
      return FoundMention(first: token, skip: 0, end: token + 1, type: .place, entry: -1, source: .grammar)
    }
    guard mayBePlace(token, isFeminine) else { return nil }
    var end = token + 1
    while isWordInLine(end), end - token < 3, looksForeign(end), mayBePlace(end, isFeminine),
      passage.letters(of: end).first != Letter.waw
    {
      end += 1
    }
    return FoundMention(first: token, skip: 0, end: end, type: .place, entry: -1, source: .grammar)
  }

  /// Whether a word that no list knows can be a place rather than an adjective of the noun before it.
  private func mayBePlace(_ token: Int, _ isFeminine: Bool) -> Bool {
    guard wordClass(token).isEmpty, passage.readings(of: token).isEmpty, !isDefinite(token), !isOrdinaryHere(token),
      !isDefiniteAfterAnd(token), !isDefiniteAfterTo(token), lexiconName(at: token) == nil
    else { return false }
    let letters = passage.letters(of: token)
    let ending = letters.last == Letter.heh ? letters.dropLast().last : letters.last
    if letters.last == Letter.heh { return isFeminine ? ending != Letter.yeh && letters.count <= 5 : true }
    if letters.last == Letter.yeh { return isFeminine || ending == Letter.alef }
    return !passage.tokens[token].shape.contains(.tanween) || letters.count <= 6
  }

  /// Whether the noun before a place is feminine; `nil` where no place is named behind it.
  private func genderOfPlaceNoun(_ token: Int) -> Bool? {
    let letters = passage.letters(of: token)
    for skip in 0...2 where letters.count >= skip + 2 {
      let word = Array(letters.dropFirst(skip))
      if Self.feminineNouns.contains(word) { return true }
      if Self.masculineNouns.contains(word) { return false }
      guard [Letter.waw, Letter.beh, Letter.lam, Letter.feh, Letter.kaf].contains(letters.dropFirst(skip).first ?? 0)
      else {
        return nil
      }
    }
    return nil
  }

  private static let feminineNouns: Set<[UInt16]> = Set(
    foldedWords("مدينة بلدة قرية محافظة ولاية مقاطعة منطقة جزيرة ضاحية بحيرة مديرية"))

  private static let masculineNouns: Set<[UInt16]> = Set(foldedWords("حي مخيم إقليم جبل وادي نهر قضاء"))

  private static let siteNouns: Set<[UInt16]> = Set(
    foldedWords(
      "مدينة مطار جسر ميناء شارع طريق مسجد قاعدة استاد ملعب قصر سد محطة مجمع مخيم سجن حديقة ميدان ساحة نفق مفاعل معبر منفذ حقل منشأة"
    ))

  /// Nouns after which a name nobody knows is the site's.
  private static let plants: Set<[UInt16]> = Set(
    foldedWords("مطار ميناء محطة مفاعل مجمع قاعدة مخيم سجن معبر منفذ سد منشأة"))

  private static let siteTitles: Set<[UInt16]> = Set(
    foldedWords("الملك الملكة الأمير الأميرة الشيخ الإمام السلطان الرئيس الشهيد القديس السيد"))

  private static let siteAdjectives: Set<[UInt16]> = Set(
    foldedWords(
      "الدولي الدولية الاقتصادية الصناعية الجوية البحرية العسكرية النووية النووي الطبية الرياضية الرياضي الحدودي المركزي المركزية"
    ))
}
