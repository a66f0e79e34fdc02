import Briefings

/// Names of bodies in English, Hebrew and Persian by a head and what belongs to it.
///
/// A first form: runs of capitals in English (Ministry of Foreign Affairs, the Kenyan Electoral Commission), a construct with
/// the article in Hebrew (משרד החוץ הרוסי), a chain of nouns and a country in Persian (وزارت امور خارجه روسیه).
extension EntityFinder {
  /// The body whose name begins at a token that is not Arabic.
  func foreignBody(at token: Int) -> FoundMention? {
    let end: (first: Int, skip: Int32, end: Int)?
    switch passage.tokens[token].script {
    case .latin: end = englishBody(at: token)
    case .hebrew: end = hebrewBody(at: token)
    case .arabic where !isArabicText: end = persianBody(at: token)
    default: end = nil
    }
    return end.map {
      FoundMention(first: $0.first, skip: $0.skip, end: $0.end, type: .organization, entry: -1, source: .grammar)
    }
  }

  /// The head that begins at a token and its end.
  private func foreignHead(at token: Int) -> (head: Lexicon.OrganizationHead, end: Int, skip: Int32)? {
    for reading in passage.readings(of: token) {
      guard let (end, node) = longestPhrase(at: token, reading.word, .organizationHead),
        let meaning = lexicon.meaning(at: node, .organizationHead)
      else { continue }
      return (lexicon.organizationHeads[Int(meaning.entry)], end, reading.skip)
    }
    return nil
  }

  // MARK: English

  private static let links: Set<[UInt16]> = Set(foldedWords("of for and the"))

  private func isCapital(_ token: Int) -> Bool {
    isWordInLine(token) && passage.tokens[token].script == .latin && startsUpper(token)
  }

  private func englishBody(at token: Int) -> (first: Int, skip: Int32, end: Int)? {
    guard startsUpper(token), !Self.openers.contains(Array(passage.letters(of: token))) else { return nil }
    // Ministry of Foreign Affairs
    if let found = foreignHead(at: token), found.end - token >= 2, found.head.isStrong,
      Self.links.contains(Array(passage.letters(of: found.end - 1)))
    {
      let end = endOfCapitals(from: found.end, most: 6)
      if end > found.end { return (token, 0, end) }
    }
    // Kenyan Electoral Commission, Central Bank of Ruritania
    var last = token + 1
    while last - token < 7, isCapital(last) { last += 1 }
    for word in (token + 1..<max(token + 1, last)).reversed() {
      let isOf = isWordInLine(word + 1) && passage.letters(of: word + 1).elementsEqual(Self.of)
      guard let found = foreignHead(at: word), found.end == word + 1 || isOf,
        found.head.isStrong || isOf || word - token >= 2
      else { continue }
      let end = isOf && isCapital(word + 2) ? endOfCapitals(from: word + 1, most: 4) : word + 1
      return (token, 0, end)
    }
    return nil
  }

  /// Where a run of capitalized words ends that of, for, and or the may join.
  private func endOfCapitals(from start: Int, most: Int) -> Int {
    var token = start
    while token - start < most {
      if isCapital(token) {
        token += 1
      } else if isWordInLine(token), Self.links.contains(Array(passage.letters(of: token))),
        isCapital(token + 1)
          || !passage.letters(of: token).elementsEqual(Self.and) && isWordInLine(token + 1)
            && passage.letters(of: token + 1).elementsEqual(Self.the) && isCapital(token + 2)
      {
        // «the Ministry of Defence and President X»: and joins only within one body.
        if passage.letters(of: token).elementsEqual(Self.and), endOfTitle(at: token + 1) != nil { return token }
        token += 1
      } else {
        break
      }
    }
    return token
  }

  private static let of = foldedWords("of")[0]
  private static let the = foldedWords("the")[0]
  private static let and = foldedWords("and")[0]

  /// Words that stand with a capital at the head of a sentence and begin no name.
  private static let openers: Set<[UInt16]> = Set(
    foldedWords(
      """
      the a an and or of in on at to for from by with that this these those he she it they we his her its their as but if when while \
      after before since according monday tuesday wednesday thursday friday saturday sunday president minister prime former
      """))

  // MARK: Hebrew

  private func startsWithHe(_ token: Int) -> Bool { passage.letters(of: token).first == 0x5D4 }

  private func hebrewBody(at token: Int) -> (first: Int, skip: Int32, end: Int)? {
    guard let found = foreignHead(at: token), isWordInLine(found.end), passage.tokens[found.end].script == .hebrew
    else {
      return nil
    }
    // ממשלת ישראל
    if let name = lexiconName(at: found.end), name.skip == 0, name.type == .place {
      return (token, found.skip, name.end)
    }
    guard startsWithHe(found.end), passage.tokens[found.end].letterCount >= 4,
      wordClass(found.end).isDisjoint(with: [.title, .cue])
    else { return nil }
    var end = found.end + 1
    var adjectives = 0
    while isWordInLine(end), end - found.end < 3, startsWithHe(end), passage.tokens[end].letterCount >= 4,
      let last = passage.letters(of: end).last, [0x5D9, 0x5EA, 0x5DF, 0x5DD].contains(last),
      wordClass(end).isDisjoint(with: [.title, .cue])
    {
      end += 1
      adjectives += 1
    }
    return found.head.isStrong || adjectives > 0 ? (token, found.skip, end) : nil
  }

  // MARK: Persian

  private func persianBody(at token: Int) -> (first: Int, skip: Int32, end: Int)? {
    guard let found = foreignHead(at: token), found.skip == 0 else { return nil }
    var end = found.end
    var fields = 0
    while isWordInLine(end), end - found.end < 4 {
      let letters = Array(passage.letters(of: end))
      let isJoining = fields > 0 && letters == [Letter.waw] && isWordInLine(end + 1)
      if isJoining, Self.persianFields.contains(Array(passage.letters(of: end + 1))) {
        end += 2
        continue
      }
      guard Self.persianFields.contains(letters) else { break }
      fields += 1
      end += 1
    }
    if isWordInLine(end), let name = lexiconName(at: end), name.type == .place, name.skip == 0 {
      return (token, 0, name.end)
    }
    return found.head.isStrong && fields > 0 ? (token, 0, end) : nil
  }

  /// What Persian ministries and bodies are for, and what describes them.
  private static let persianFields: Set<[UInt16]> = Set(
    foldedWords(
      """
      خارجه امور دفاع نفت نیرو کار دارایی اقتصاد اقتصادی بهداشت درمان آموزش پرورش ارشاد اطلاعات دادگستری مرکزی عالی ملی اسلامی انقلاب \
      سیاسی نظامی انرژی اتمی جهانی فدرال عمومی امنیت انتخابات نمایندگان داخله خزانه خزانه‌داری بازرگانی صنعت معدن تجارت راه شهرسازی \
      کشاورزی جهاد علوم فرهنگ ورزش جوانان ارتباطات گردشگری حقوق بشر هلال احمر صلیب سرخ پزشکی قانونی محیط زیست هواشناسی هواپیمایی \
      دریایی زمینی هوایی هوافضای فضایی عدلیه فواید عامه مخابرات شهدا مستضعفان نظام مهندسی گمرک سنا سنای خبرگان نگهبان
      """))
}
