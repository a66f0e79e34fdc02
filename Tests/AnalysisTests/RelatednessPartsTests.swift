import ArabicText
import Briefings
import Testing

@testable import Analysis

/// The parts that relations are weighed by.
struct RelatednessPartsTests {
  @Test(
    "forms of one word",
    arguments: [
      ("ينحاز", "انحياز", true), ("تنفيذ", "نفذ", true), ("سلاح", "اسلح", true), ("ملزم", "التزام", true),
      ("انسحب", "انسحاب", true), ("يستهدف", "استهدف", true), ("صدرت", "تصدر", true), ("قطار", "قرار", false),
      ("قال", "قول", false), ("grain", "grains", false),
    ])
  func rootsMeet(_ first: String, _ second: String, _ meet: Bool) {
    #expect((rootKey(first) != nil && rootKey(first) == rootKey(second)) == meet)
  }

  @Test(
    "names and their adjectives",
    arguments: [
      ("روس", "روسيا", true), ("سعود", "سعوديه", true), ("مصر", "مصير", false), ("كوريا", "كور", true),
      ("حرب", "حرس", false),
    ])
  func adjectivesMeetNames(_ first: String, _ second: String, _ meet: Bool) {
    #expect(isNameOfAdjective(first, second) == meet)
  }

  @Test(
    "quantities",
    arguments: [
      ("بلغت الخسائر 40 سفينة", "40 سفينة"), ("نحو 100 مليون مواطن", "100 مليون مواطن"),
      ("نسبة 60 في المئة", "60 في المئة"),
      ("نسبة 60% تقريبا", "60%"), ("سبعة أهداف", "سبعة أهداف"), ("17 ألفا و966 بلاغا", "17 ألفا و966 بلاغا"),
      ("في 19 سبتمبر", ""),
      ("عام 2015", ""), ("ثمانية من العناصر", "ثمانية من العناصر"), ("مئة وعشرون طائرة", "مئة وعشرون طائرة"),
      ("خمسة عشر جنديا", "خمسة عشر جنديا"), ("بعد عامين", "عامين"), ("للمرة الثالثة", "للمرة الثالثة"),
      ("كانون الثاني", ""), ("نصف القرن", ""), ("نصف مليون لاجئ", "نصف مليون لاجئ"),
      ("ألف ومئتا طن", "ألف ومئتا طن"), ("في الساعة 19 صباح أمس", ""), ("عام 1436 هـ", ""), ("20 الجمعة", ""),
      ("في الدقيقة 20 و3 سفن", "3 سفن"),
    ])
  func quantitiesAreRead(_ content: String, _ expected: String) {
    #expect(ContentDetails(content).quantities.map(\.text).joined(separator: "; ") == expected)
  }

  @Test(
    "values of numbers",
    arguments: [
      ("مئة وعشرون طائرة", 120), ("خمسة عشر جنديا", 15), ("خمسة وعشرين عاما", 25), ("ثلاثمئة وخمسون طنا", 350),
      ("3 آلاف و200 جندي", 3_200), ("ألف ومئتا طن", 1_200), ("نصف مليون لاجئ", 500_000), ("مليوني برميل", 2_000_000),
      ("بعد عامين", 2), ("الجولة الثالثة", 3), ("مليون ونصف مليون برميل", 1_500_000), ("12.5 مليار دولار", 12.5e9),
      ("7,9 ملايين نسمة", 7_900_000), ("3ر1 مليار نسمة", 1.3e9), ("( 100 ) ألف سلة", 100_000),
      ("الخمسة والعشرين ألف ريال", 25_000), ("ثلاثمئة وواحدا وثلاثين ألفا وستة وعشرين زائرا", 331_026),
    ])
  func quantitiesHaveValues(_ content: String, _ value: Double) {
    #expect(ContentDetails(content).quantities.map(\.value) == [value])
  }

  @Test(
    "quantities that differ",
    arguments: [
      ("بقي 40 يوما", "بقي 55 يوما", true), ("بقي 40 يوما", "بقي 40 يوما", false),
      ("بقي 40 يوما", "حضر 55 عاملا", false),
      ("كلف 99,506,775 ريالا", "كلف 99.5 مليون ريال", false), ("حضر 3 عمال", "حضر 4 عمال", true),
      ("الجولة الثالثة", "الجولة الرابعة", true), ("ثلاثة أيام", "اليوم الثالث", false),
    ])
  func quantitiesConflict(_ first: String, _ second: String, _ differ: Bool) {
    #expect((ContentDetails(first).conflict(with: ContentDetails(second)) != nil) == differ)
  }

  @Test(
    "what is called untrue",
    arguments: [
      ("الخبر لا أساس له من الصحة", true), ("الأنباء عارية عن الصحة", true), ("هذا الكلام غير صحيح", true),
      ("الاتهامات بلا دليل", true), ("يكررون الكلام من دون أن يقدموا أي دليل", true), ("القرار أساس العمل", false),
      ("التزود بالوقود دون انقطاع خطوة أساسية", false), ("وهم الآن قريبون", false),
      ("تصريحات الوزير باطلة", true), ("مؤتمرا سيعقد في القرية وسط شائعات عن بيع المصنع", false),
      ("الزيارة دحرت الأكاذيب حول توتر العلاقات", false), ("شائعات كاذبة", true),
    ])
  func refutationsAreSeen(_ content: String, _ refutes: Bool) { #expect(ContentDetails(content).refutes == refutes) }

  @Test(
    "what only points back",
    arguments: [
      ("صحة هذا الكلام", true), ("صحة ما عرض", true), ("هذه الاتهامات بلا دليل", true),
      ("بيع الشركة مناجم الفوسفات", false),
    ])
  func bareContentsAreSeen(_ content: String, _ isBare: Bool) { #expect(ContentDetails(content).isBare == isBare) }

  @Test(
    "negated words",
    arguments: [
      ("الاتفاق لن يمدد", ["يمدد"]), ("لن يكف عن الدعم ولا الشعوب", ["يكف"]), ("لا الاتفاق ولا غيره يمنع", []),
      ("عدم امتلاك السلاح", []), ("الاتفاق سيمدد", []), ("لن نصل إليها إلا معا", []), ("إذا لم يمدد الاتفاق", []),
      ("أمل ألا يمدد الاتفاق", ["يمدد"]), ("لم ولن يمدد الاتفاق", ["يمدد"]),
    ] as [(String, [String])])
  func negationsAreRead(_ content: String, _ words: [String]) {
    #expect(ContentDetails(content).negated == Set(words.map { StemKey(lightStem(folded($0))) }))
  }

  @Test(
    "what can be neither confirmed nor denied",
    arguments: [
      ("لا يستطيع تأكيد هذه التقارير", true), ("لا يمكنه التحقق من الصور", true), ("يستطيع تأكيد الخبر", false),
      ("لا يستطيع الحضور", false),
    ])
  func withheldConfirmationsAreSeen(_ content: String, _ withholds: Bool) {
    #expect(ContentDetails(content).withholds == withholds)
  }

  @Test(
    "words for one thing",
    arguments: [
      ("اتفاق", "معاهدة", true), ("خطوات", "تدابير", true), ("قذائف", "missiles", true), ("أمريكا", "Washington", true),
      ("اتفاق", "حرب", false), ("توافق", "deal", true),
    ])
  func synonymsMeet(_ first: String, _ second: String, _ meet: Bool) {
    let groups = [first, second].map { ShippedLexicon.topics.group(of: StemKey(lightStem(folded($0)))) }
    #expect((groups[0] != nil && groups[0] == groups[1]) == meet)
  }

  @Test(
    "one speaker or two",
    arguments: [
      ("محمد بن سلمان", "بن سلمان", "same"), ("عبد العزيز بن سلمان", "عبدالعزيز بن سلمان", "same"),
      ("حسين أمير عبد اللهيان", "أمير عبداللهيان", "same"), ("الوفد المفاوض للحوثيين", "الوفد المفاوض", "same"),
      ("محمد بن سلمان", "محمد بن زايد", "different"), ("نادر", "قادر", "different"),
    ])
  func speakersAreCompared(_ first: String, _ second: String, _ voices: String) {
    #expect("\(Voices(SpeakerName(first), SpeakerName(second)))" == voices)
  }

  @Test(
    "names that may be a person's",
    arguments: [
      ("جون كيري", true), ("جامعة حائل", false), ("الاتحاد الدولي لكرة القدم", false), ("وزارة الصحة", false),
      ("كيري", false),
    ])
  func personsAreTold(_ name: String, _ isPersonal: Bool) { #expect(SpeakerName(name).isPersonal == isPersonal) }

  @Test func aSpokesmanSpeaksForHisBody() {
    let place = Place(.text, TextSpan(0..<1))
    let man = Statement(
      speaker: "المتحدث باسم الكرملين دميتري بيسكوف", speakerEntity: "دميتري بيسكوف", cue: "", cueClass: .say,
      content: "",
      place: place, kind: .indirect, polarity: .affirm)
    let body = Statement(
      speaker: "الكرملين", speakerEntity: "الكرملين", cue: "", cueClass: .say, content: "", place: place,
      kind: .indirect,
      polarity: .affirm)
    #expect(Voices(SpeakerName(man), SpeakerName(body)) == .oneSide)
    #expect(
      SpeakerName(man).country(in: ShippedLexicon.topics)
        == SpeakerName("وزارة الدفاع الروسية").country(in: ShippedLexicon.topics))
  }

  @Test(
    "feminine nouns are compared by their singular",
    arguments: [
      ("السيارات", "سياره"), ("سيارتها", "سياره"), ("سيارة", "سياره"), ("شركات", "شركه"), ("صوت", "صوت"),
      ("وقت", "وقت"),
    ])
  func femininesMeet(_ word: String, _ stem: String) {
    #expect(statementStem(folded(word)) == stem)
  }

  @Test(
    "reasons show words without particles",
    arguments: [
      ("بالكذب", "كذب"), ("وللاتفاق", "اتفاق"), ("بِالكَذِبِ", "كَذِبِ"), ("تصريحاتها", "تصريحاتها"),
    ])
  func wordsAreBare(_ word: String, _ bare: String) {
    let folded = folded(word)
    #expect(RelationReason.bare(word, folded: folded, stem: lightStem(folded)) == bare)
  }
}
