import Briefings

/// What the names of bodies go on with: whom they are named after, and what they are for.
extension EntityFinder {
  /// للعلوم والتقنية، للتربية والعلم والثقافة
  func afterCoordinated(_ start: Int) -> Int {
    var token = start
    while isWordInLine(token), token - start < 4,
      Self.coordinated.contains(Array(passage.letters(of: token))) || joinsAims(token)
    {
      token += 1
      while isWordInLine(token), isDefinite(token), isAdjective(token), token - start < 4 { token += 1 }
    }
    return token
  }

  /// التعليم والتنفيذ, but not مجلس النواب والأحزاب: whether و joins a second aim to a first, both nouns of doing.
  func joinsAims(_ token: Int) -> Bool {
    guard isDefiniteAfterAnd(token), token > 0, passage.tokens[token - 1].role == .word else { return false }
    let second = Array(passage.letters(of: token).dropFirst(3))
    var first = Array(passage.letters(of: token - 1))
    if first.starts(with: [Letter.alef, Letter.lam]) || first.starts(with: [Letter.lam, Letter.lam]) {
      first.removeFirst(2)
    } else if first.starts(with: [Letter.waw, Letter.alef, Letter.lam]) {
      first.removeFirst(3)
    } else {
      return false
    }
    let andThe = foldedPrefix + first
    guard Self.isNounOfDoing(second), Self.isNounOfDoing(first) || first.count == 3 || Self.coordinated.contains(andThe)
    else {
      return false
    }
    let number = lexicon.words.find(second, 0..<second.count)
    let others: WordClass = [.organizationHead, .office, .speaker, .title, .placeNoun, .givenName]
    return lexicon.wordClass(number).isDisjoint(with: others)
      && lexicon.words.find(second, 0..<second.count) >= 0
  }

  /// الرئاسة العامة للأرصاد وحماية البيئة، وزارة الخارجية وشؤون المغتربين: a second field of two words.
  func afterJoinedField(_ token: Int) -> Int {
    guard isWordInLine(token), isWordInLine(token + 1), isDefinite(token + 1),
      Self.joinedFields.contains(Array(passage.letters(of: token))), lexiconName(at: token + 1)?.type != .place
    else { return token }
    return token + 2
  }

  private static let joinedFields: Set<[UInt16]> = Set(
    foldedWords(
      "وحماية ومكافحة ورعاية وحقوق وشؤون وتنمية وتنظيم وتطوير وإعادة وتحلية وتقنية وريادة ومراقبة وسلامة وصون وإدارة وتكنولوجيا"
    ))

  /// للإلكترونيات، للنفط: what a company does.
  func isAim(_ token: Int) -> Bool {
    guard isDefiniteAfterTo(token) else { return false }
    let word = Array(passage.letters(of: token).dropFirst(2))
    return Self.isNounOfDoing(word) || word == Self.news || Self.coordinated.contains(foldedPrefix + word)
  }

  private static let news = foldedWords("أنباء")[0]

  private var foldedPrefix: [UInt16] { [Letter.waw, Letter.alef, Letter.lam] }

  /// Whether a word without article has the form of a verbal noun: تنفيذ، إبداع، ابتكار، صناعة، محاسبة، تعاون، اتصالات.
  private static func isNounOfDoing(_ word: [UInt16]) -> Bool {
    guard let first = word.first, let last = word.last, word.count >= 5 else { return false }
    let isFeminine = last == Letter.heh
    if first == Letter.teh, word.count == 5 { return word[3] == Letter.yeh || word[2] == Letter.alef }
    if first == Letter.alef, word[word.count - 2] == Letter.alef, word.count <= 7 { return true }
    if isFeminine, word.count == 5 { return word[2] == Letter.alef }
    if isFeminine, first == Letter.meem, word.count == 6 { return word[2] == Letter.alef }
    return last == Letter.teh && word[word.count - 2] == Letter.alef && word.count >= 6
  }

  // MARK: Named after somebody

  /// جامعة الملك عبدالعزيز، مركز الأمير سلمان بن فهد لعلاج السكري، كتائب عبدالله عزام
  func endOfNamesake(_ start: Int, _ headWord: [UInt16]) -> Int? {
    guard Self.namedHeads.contains(headWord) else { return nil }
    var token = start
    while isWordInLine(token), token - start < 2, Self.namingTitles.contains(Array(passage.letters(of: token))) {
      token += 1
    }
    guard isWordInLine(token) else { return nil }
    let isTitled = token > start
    if let name = lexiconName(at: token) ?? nameOfParts(at: token), name.type == .person, name.skip == 0,
      isTitled || name.end - token >= 2
    {
      token = name.end
    } else if isTitled, isNamePart(token) {
      token += 1
    } else {
      return nil
    }
    while isWordInLine(token), isDefinite(token), isAdjective(token) || isDefiniteNationality(token) { token += 1 }
    if isWordInLine(token), isDefiniteAfterTo(token) { return afterCoordinated(afterComplement(token + 1)) }
    return afterPurpose(token)
  }

  /// لحقوق الإنسان، لعلاج السكري: what a body is for.
  func afterPurpose(_ token: Int) -> Int {
    guard isWordInLine(token), isWordInLine(token + 1), isDefinite(token + 1),
      Self.purposes.contains(Array(passage.letters(of: token)))
    else { return token }
    if let name = lexiconName(at: token + 1) { return name.end }
    return afterCoordinated(afterComplement(token + 2))
  }

  private static let sports: Set<[UInt16]> = Set(foldedWords("لكرة لألعاب"))

  private static let purposes: Set<[UInt16]> = Set(
    foldedWords(
      "لكرة لألعاب لحقوق لرعاية لتحفيظ لعلاج لريادة لدراسات لأبحاث لبحوث لشؤون لخدمات لدراسة لسياسات لتنمية لمكافحة لحماية لإعادة"
    ))

  private static let namingTitles: Set<[UInt16]> = Set(
    foldedWords("الملك الملكة الأمير الأميرة الشيخ الشيخة الإمام السلطان الرئيس السيدة القديس القديسة الشهيد الدكتور"))

  private static let namedHeads: Set<[UInt16]> = Set(
    foldedWords(
      """
      جامعة جامعتي مركز مستشفى مستشفي معهد متحف مؤسسة كلية مدرسة ثانوية مجمع أكاديمية كتائب كتيبة لواء فيلق جيش سرايا مكتبة وقف       مدينة نادي جمعية
      """))

  /// «الرابطة التونسية للدفاع»: a nationality, and what the body is for.
  func afterAim(_ token: Int, _ head: Lexicon.OrganizationHead) -> Int {
    guard isWordInLine(token) else { return token }
    // الاتحاد السعودي لكرة القدم
    if Self.sports.contains(Array(passage.letters(of: token))) { return afterPurpose(token) }
    // المجلس النرويجي لشؤون اللاجئين
    guard ["other", "international", "agency", "company"].contains(head.kind) else { return afterPurpose(token) }
    guard isDefiniteAfterTo(token) else { return afterPurpose(token) }
    return lexiconName(at: token) == nil ? afterCoordinated(afterComplement(token + 1)) : token
  }

  func afterComplement(_ start: Int) -> Int {
    // للشرق الأوسط
    if let name = lexiconName(at: start - 1), name.end > start, name.skip > 0 { return name.end }
    var token = start
    while isWordInLine(token), isDefinite(token), token - start < 2, isAdjective(token) {
      // الاتحاد الدولي لكرة القدم السويسري فلان: of the man behind it.
      if isDefiniteNationality(token), !wordClass(token).contains(.nationalityFeminine) { break }
      token += 1
    }
    return token
  }

  static let coordinated: Set<[UInt16]> = Set(
    foldedWords(
      """
      والتعليم والسكان والتجارة والصناعة والتعاون والمعادن والسياحة والآثار والإعلام والتخطيط والتنمية والاقتصاد والمالية \
      والشباب والرياضة والنفط والغاز والكهرباء والطاقة والمياه والري والزراعة والبيئة والأوقاف والعدل والبحث والثقافة والمواصلات \
      والاتصالات والنقل والمغتربين والتضامن والهجرة والجاليات والأمن والدفاع والقانون والحريات والعدالة والتكنولوجيا والابتكار \
      والاستثمار والتموين والإسكان والعمران والأسرة والمرأة والإصلاح والحرية والكرامة والديمقراطية والزكاة والجمارك والنقد والتقاليد \
      والتربية والتقنية والعلوم والبحوث والدراسات والفنون والآداب والعلم والري والبلديات والأشغال والطرق والتعمير والمرافق والدعوة \
      والإرشاد والعمل والشؤون والصحة والطيران والعمرة والغابات والصيد والفلاحة والتجهيز والمهجرين واللاجئين والمصالحة والطفولة \
      والأرصاد والتدريب والتأهيل والمواصفات والمقاييس والغذاء والدواء والعقار والاستشارات والتسويق والتأمين والتمويل والتشييد والبناء \
      والمقاولات والحماية والإغاثة والإعمار والسلام والسلم والمخدرات والفضاء والنشر والتوزيع والطباعة والتأليف والترجمة والتراث \
      والأعمال والموارد والثروة والأمنية والاقتصادية والاجتماعية والثقافية والعسكرية والسياسية والتنموية والصناعية والعلمية \
      والإنسانية والأغذية والزراعية والمتابعة والتنسيق والرقابة والتفتيش والمحاسبة والإحصاء والمعلومات والإنتاج والزلازل والسكك والمعابر والموانئ والمطارات والأوراق والسلع والجوازات والجنسية والمياه
      """))
}
