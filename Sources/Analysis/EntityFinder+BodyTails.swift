import Briefings

/// What the names of bodies go on with: whom they are named after, and what they are for.
extension EntityFinder {
  /// للعلوم والتقنية، للتربية والعلم والثقافة
  func afterCoordinated(_ start: Int) -> Int {
    var token = start
    while isWordInLine(token), token - start < 4, Self.coordinated.contains(Array(passage.letters(of: token))) {
      token += 1
      while isWordInLine(token), isDefinite(token), isAdjective(token), token - start < 4 { token += 1 }
    }
    return token
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
    guard ["other", "international", "agency", "company"].contains(head.kind) else { return token }
    guard isDefiniteAfterTo(token) else { return afterPurpose(token) }
    return lexiconName(at: token) == nil ? afterCoordinated(afterComplement(token + 1)) : token
  }

  func afterComplement(_ start: Int) -> Int {
    // للشرق الأوسط
    if let name = lexiconName(at: start - 1), name.end > start, name.skip > 0 { return name.end }
    var token = start
    while isWordInLine(token), isDefinite(token), token - start < 2, isAdjective(token) { token += 1 }
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
      والإنسانية والأغذية والزراعية والمتابعة والتنسيق والرقابة والتفتيش والمحاسبة والإحصاء والمعلومات والإنتاج
      """))
}
