import Briefings

/// Names of bodies whose head has the article: المحكمة الجنائية الدولية، المكتب الاتحادي للإحصاء.
extension EntityFinder {
  /// الحكومة اليابانية، البنك المركزي الأوروبي، المحكمة الجنائية الدولية
  ///
  /// - Parameter isQualified: Whether the head has an adjective already (الهيئة الوطنية).
  func endOfDefiniteBody(
    _ start: Int, _ head: Lexicon.OrganizationHead, isFeminine: Bool, _ isQualified: Bool
  ) -> BodyEnd? {
    var token = start
    var adjectives = 0
    while isWordInLine(token), adjectives < 3, isDefinite(token) {
      let wordClass = wordClass(token)
      if !wordClass.isDisjoint(with: [.time, .relative, .title, .speaker]), wordClass.isDisjoint(with: .nationality) {
        break
      }
      if !wordClass.isDisjoint(with: .nationality) {
        guard wordClass.contains(isFeminine ? .nationalityFeminine : .nationalityMasculine) else { return nil }
        return BodyEnd(end: afterAim(afterSecondAdjective(token + 1), head))
      }
      guard isAdjective(token) || adjectives > 0 && Self.adjectives.contains(Array(passage.letters(of: token))) else {
        break
      }
      adjectives += 1
      token += 1
    }
    // المركز الوطني للأرصاد
    let takesAim = head.isStrong || ["other", "agency", "international", "government", "company"].contains(head.kind)
    if adjectives > 0 || isQualified, isWordInLine(token), takesAim {
      // القيادة العامة للقوات المسلحة الإماراتية
      if isDefiniteAfterTo(token), let inner = organization(at: token), inner.skip > 0 {
        return BodyEnd(end: inner.end)
      }
      if isDefiniteAfterTo(token), lexiconName(at: token) == nil {
        return BodyEnd(end: afterCoordinated(afterComplement(token + 1)))
      }
      let end = afterPurpose(token)
      if end > token { return BodyEnd(end: end) }
    }
    guard adjectives > 0, head.isStrong || isInstitutional(start..<token) else { return nil }
    return BodyEnd(end: token)
  }

  /// اللجنة الثورية العليا, but not اللجنة العليا: whether adjectives make a name of a weak head.
  private func isInstitutional(_ adjectives: Range<Int>) -> Bool {
    adjectives.contains { Self.institutional.contains(Array(passage.letters(of: $0))) }
      || adjectives.count >= 2 && adjectives.contains { Self.supreme.contains(Array(passage.letters(of: $0))) }
  }

  private static let supreme: Set<[UInt16]> = Set(foldedWords("العليا الأعلى العامة العام"))
  private static let institutional: Set<[UInt16]> = Set(
    foldedWords("الوطنية الملكية الملكي الأولمبية البارالمبية الثورية الثوري الفيدرالية الفيدرالي الفدرالية الاتحادية"))

  /// المكتب الاتحادي للإحصاء: an office with an aim is a body.
  func isBureau(_ head: [UInt16], _ next: Int) -> Bool {
    head == Self.bureau && isWordInLine(next) && isDefinite(next) && isAdjective(next) && isWordInLine(next + 1)
      && (isDefiniteAfterTo(next + 1) || afterPurpose(next + 1) > next + 1)
  }

  private static let bureau = foldedWords("المكتب")[0]

  /// رئيس المجلس الأعلى للقضاء: an office of somebody who leads or belongs to a body, not وزير الخارجية.
  func isLed(_ head: [UInt16], by office: Int) -> Bool {
    Self.ledBodies.contains(head)
      && passage.readings(of: office).contains {
        Self.leaders.contains(Array(lexicon.words.spelling($0.word))) && !$0.particles.contains(.will)
      }
  }

  private static let leaders: Set<[UInt16]> = Set(
    foldedWords(
      "رئيس رئيسة عضو عضوة أعضاء نائب نائبة مدير مديرة أمين قائد زعيم ممثل مندوب مؤسس إدارة رئاسة قيادة مقر فرع"))
  private static let ledBodies: Set<[UInt16]> = Set(
    foldedWords(
      """
      اللجنة المجلس الهيئة الاتحاد الحزب البنك المصرف المركز الجمعية المنظمة الوكالة المؤسسة الشركة الحركة الجبهة البرلمان المحكمة \
      الرابطة الغرفة الأكاديمية الجامعة المعهد النادي النقابة الكتلة التيار الائتلاف التحالف المفوضية الصندوق المجموعة الشبكة القناة \
      الجيش المخابرات الاستخبارات المديرية القيادة
      """))
}
