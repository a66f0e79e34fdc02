import Briefings
import Testing

@testable import Analysis

struct RelatednessTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let first: String
    let second: String
    let relation: Relation?
    let reason: String
    /// The headline of both articles.
    var title = ""
    var testDescription: String { name }
  }

  static let rows = [
    Row(
      name: "the same again", first: "قال سيرغي لافروف إن اتفاق الحبوب لن يمدد قبل رفع القيود عن الصادرات الزراعية.",
      second: "وأعلن سيرغي لافروف أن اتفاق الحبوب لن يمدد قبل رفع القيود عن الصادرات الزراعية الروسية.",
      relation: .repeats,
      reason: "sameWording(percent"),
    Row(
      name: "a denial", first: "أعلنت أوكرانيا أن روسيا قصفت ميناء أوديسا بصواريخ بعيدة المدى.",
      second: "ونفت روسيا قصف ميناء أوديسا بصواريخ بعيدة المدى.", relation: .denies,
      reason: "denies(related"),
    Row(
      name: "another number", first: "قال سيرغي لافروف إن خسائر ميناء أوديسا بلغت 40 سفينة تجارية.",
      second: "وقال سيرغي لافروف إن خسائر ميناء أوديسا بلغت 55 سفينة تجارية.", relation: .changes,
      reason: "asked: \"40 سفينة\", related: \"55 سفينة\""),
    Row(
      name: "a negation", first: "قال سيرغي لافروف إن روسيا ستمدد اتفاق الحبوب في الصيف.",
      second: "وقال سيرغي لافروف إن روسيا لن تمدد اتفاق الحبوب في الصيف.", relation: .changes,
      reason: "negated(related"),
    Row(
      name: "the same topic", first: "قال سيرغي لافروف إن تصدير الحبوب عبر ميناء أوديسا مهم لأسواق أفريقيا.",
      second: "وأكدت وزارة الزراعة المصرية أن الحبوب تصل من ميناء أوديسا إلى المطاحن الحكومية في موعدها المتفق عليه.",
      relation: .sameTopic,
      reason: "sharedWords"),
    Row(
      name: "only the same speaker", first: "قال سيرغي لافروف إن القمة ستعقد الشهر المقبل.",
      second: "وقال سيرغي لافروف إن الصادرات الزراعية تضاعفت كثيرا.", relation: .sameSpeaker,
      reason: "sameSpeaker(\"سيرغي لافروف\")"),
    Row(
      name: "a shorter retelling by the same speaker",
      first: "قال فرحان سالم إن المصنع أغلق أبوابه بسبب نقص القطن ولن يفتحها قبل الربيع.",
      second: "وكرر فرحان سالم أن نقص القطن أغلق المصنع.", relation: .repeats, reason: "sameSpeaker(\"فرحان سالم\")"),
    Row(
      name: "denied twice is repeated", first: "نفى فرحان سالم أن تكون الشركة صدرت ذهب المناجم.",
      second: "وقال فرحان سالم إن الشركة لم تصدر ذهب المناجم.", relation: .repeats, reason: "sameWording"),
    Row(
      name: "the same words of somebody else", first: "قال فرحان سالم إن السد انهار بعد أمطار غزيرة أغرقت القرى.",
      second: "وقال حيدر العبادي إن السد انهار بعد أمطار غزيرة أغرقت القرى المجاورة.", relation: .repeats,
      reason: "sameWording"),
    Row(
      name: "a rounded number is no other number",
      first: "قال فرحان سالم إن كلفة المصفاة الجديدة بلغت 99,506,775 ريالا بحسب العقد.",
      second: "وقال فرحان سالم إن كلفة المصفاة الجديدة بلغت 99.5 مليون ريال بحسب العقد.", relation: .repeats,
      reason: "sameWording"),
    Row(
      name: "a year is no number that differs",
      first: "قال فرحان سالم إن المصفاة الجديدة ستصدر الوقود إلى الجيران في 2023.",
      second: "وقال فرحان سالم إن المصفاة الجديدة ستصدر الوقود إلى الجيران في 2024.", relation: .repeats,
      reason: "sameWording"),
    Row(
      name: "the same speaker denies what he said", first: "أعلن فرحان سالم أن الشركة ستبيع مناجم الفوسفات.",
      second: "ونفى فرحان سالم أن تكون الشركة ستبيع مناجم الفوسفات.", relation: .changes, reason: "takenBack(related)"),
    Row(
      name: "called untrue without a denying verb", first: "أعلن فرحان سالم أن الشركة باعت مناجم الفوسفات للأجانب.",
      second: "وقال حيدر العبادي إن بيع الشركة مناجم الفوسفات لا أساس له من الصحة.", relation: .denies,
      reason: "denies(related", title: "جدل حول بيع مناجم الفوسفات"),
    Row(
      name: "one denies what the other affirms, headlines alike",
      first: "قال فرحان سالم إن الاتفاق يمنع بناء المفاعل.",
      second: "وقال حيدر العبادي إن الاتفاق لن يمنع بناء المفاعل.",
      relation: .denies, reason: "negated(related", title: "الاتفاق والمفاعل"),
    Row(
      name: "refusing to act is no denial", first: "قال فرحان سالم إن العمال طلبوا زيادة الأجور في مناجم الفوسفات.",
      second: "ورفض حيدر العبادي زيادة الأجور في مناجم الفوسفات.", relation: .sameTopic, reason: "sharedWords"),
    Row(
      name: "a denial of something else", first: "قال فرحان سالم إن الشركة باعت مناجم الفوسفات للأجانب.",
      second: "ونفى حيدر العبادي أن تكون الشركة قد خسرت دعواها أمام المحكمة.", relation: nil, reason: ""),
    Row(
      name: "naming somebody is not answering him", first: "قال فرحان سالم إن القطار سيصل إلى الميناء قبل الشتاء.",
      second: "وقال حيدر العبادي إن فرحان سالم سيزور القرى البعيدة.", relation: nil, reason: ""),
    Row(
      name: "numbers of different things do not differ",
      first: "قال فرحان سالم إن في الميناء 40 سفينة تنتظر القمح.",
      second: "وقال فرحان سالم إن في الميناء 300 عامل ينتظرون القمح.", relation: .repeats, reason: "sameSpeaker"),
    Row(
      name: "other words for all of it, the same speaker",
      first: "قال فرحان سالم إن التزام الشركة بنقل القمح يبقى موضع اختبار.",
      second: "وقال فرحان سالم إن وفاء الشركة بنقل القمح لم يثبت بعد.", relation: .repeats, reason: "sameSpeaker"),
    Row(
      name: "one story's names in two claims are no repetition",
      first: "قال فرحان سالم إن حريق مصفاة الميناء القديم بدأ في المخازن بعد منتصف الليل.",
      second: "وقال حيدر العبادي إن حريق مصفاة الميناء القديم سيكلف الملايين.", relation: .sameTopic,
      reason: "sharedWords", title: "حريق مصفاة الميناء القديم"),
    Row(
      name: "a particle that stayed on its word",
      first: "اتهم فرحان سالم الشركة برفض تسليم مفاتيح المخازن وبالتأخر عن موعدها.",
      second: "وقال فرحان سالم إن الشركة ترفض منذ أسبوع تسليم مفاتيح المخازن.", relation: .repeats,
      reason: "sameSpeaker"),
    Row(
      name: "numbers in words and in digits",
      first: "قال فرحان سالم إن خسائر المصنع بلغت مئة وعشرين سيارة.",
      second: "وقال فرحان سالم إن خسائر المصنع بلغت 120 سيارة.", relation: .repeats, reason: "sameWording"),
    Row(
      name: "numbers in words that differ",
      first: "قال فرحان سالم إن خسائر المصنع بلغت خمسا وعشرين سيارة جديدة.",
      second: "وقال فرحان سالم إن خسائر المصنع بلغت أربعين سيارة جديدة.", relation: .changes,
      reason: "related: \"أربعين سيارة\""),
    Row(
      name: "another occasion is no repetition",
      first: "قال فرحان سالم إن الجولة الثالثة من المحادثات انتهت بلا نتيجة.",
      second: "وقال فرحان سالم إن الجولة الرابعة من المحادثات انتهت بلا نتيجة.", relation: .sameTopic,
      reason: "sharedWords"),
    Row(
      name: "the same negation in one word and in two",
      first: "قال فرحان سالم إن الشركة تشترط ألا يقل عمر السفينة عن سنة واحدة.",
      second: "وقال فرحان سالم إن الشركة تشترط أن لا يقل عمر السفينة عن سنة واحدة.", relation: .repeats,
      reason: "sameWording"),
    Row(
      name: "both negate, in their own ways",
      first: "قال فرحان سالم إن الشركة لا تنوي بيع المناجم ولم تتسلم أي طلبات لشرائها.",
      second: "وقال فرحان سالم إن الشركة ليست عازمة على بيع المناجم وتتسلم طلبات لشرائها دون أن ترد.",
      relation: .repeats, reason: "sameWording"),
    Row(
      name: "numbers of two series",
      first: "قال فرحان سالم إن مبيعات المصنع من السيارات في القرى الباردة بلغت 40 سيارة.",
      second: "وقال فرحان سالم إن مبيعات المعرض من السيارات المستعملة قرب الميناء بلغت 90 سيارة خلال الصيف.",
      relation: .sameTopic,
      reason: "sharedWords"),
    Row(
      name: "a reproach that only names somebody is no answer",
      first: "قال فرحان سالم إن إصابة الحارس في المعسكر بسيطة.",
      second: "وقال حيدر العبادي إن تمديد عقد فرحان سالم مكلف للنادي.", relation: nil, reason: ""),
    Row(
      name: "words about what somebody said answer him",
      first: "قال فرحان سالم إن الشركة باعت مناجم الفوسفات للأجانب.",
      second: "وقال حيدر العبادي إن تصريحات فرحان سالم عن مناجم الفوسفات مقلقة.", relation: .answers,
      reason: "namesSpeaker(related"),
    Row(
      name: "could not confirm, then speaks of evidence",
      first: "قال فرحان سالم إنه لا يستطيع تأكيد هذه التقارير.",
      second: "وقال فرحان سالم إن لدى الشركة أدلة على سرقة الفوسفات.", relation: .changes,
      reason: "unconfirmed(asked)", title: "سرقة الفوسفات من المناجم"),
    Row(
      name: "evidence of something else is no change",
      first: "قال فرحان سالم إنه لا يستطيع تأكيد هذه التقارير.",
      second: "وقال فرحان سالم إن لدى الشركة أدلة على سرقة الفوسفات.", relation: .sameSpeaker,
      reason: "sameSpeaker"),
    Row(
      name: "two words for one need, both negated",
      first: "قال فرحان سالم إن بناء مصفاة ثانية في الميناء ليس له حاجة اقتصادية واضحة.",
      second: "وقال حيدر العبادي إن بناء مصفاة ثانية في الميناء لا مبرر له من الناحية الاقتصادية.", relation: .repeats,
      reason: "sameWording"),
    Row(
      name: "denied in other words, of a country that both name",
      first: "قال فرحان سالم إن الصين سلمت المتمردين أكثر من مئة قذيفة.",
      second: "ونفى حيدر العبادي أن تكون الصين تصدر أسلحة إلى المتمردين.", relation: .denies,
      reason: "denies(related"),
    Row(
      name: "who denies an ending denies nothing that goes on",
      first: "قال فرحان سالم إن الشركة تستورد القمح من المزارعين الجيران كل شتاء.",
      second: "وقال حيدر العبادي إنه لا صحة لوقف استيراد القمح من المزارعين الجيران.", relation: .sameTopic,
      reason: "sharedWords"),
    Row(
      name: "two ways to say that one is not ready",
      first: "قال فرحان سالم إن الشركة ليست مستعدة لخفض أجور العمال في المناجم.",
      second: "وقال حيدر العبادي إن الشركة غير مستعدة لخفض أجور العمال في المناجم.", relation: .repeats,
      reason: "sameWording"),
    Row(
      name: "what is only a condition is not claimed",
      first: "قال فرحان سالم إن العمال سيحتفلون في الميناء إذا باعت الشركة مناجم الفوسفات.",
      second: "ونفى حيدر العبادي أن تكون الشركة باعت مناجم الفوسفات.", relation: .sameTopic, reason: "sharedWords"),
    Row(
      name: "a number in quotation marks goes on behind them",
      first: "قال فرحان سالم إن إنتاج المصفاة الجديدة بلغ \"1.7\" مليون برميل.",
      second: "وقال فرحان سالم إن إنتاج المصفاة الجديدة بلغ 1.7 مليون برميل.", relation: .repeats,
      reason: "sameWording"),
    Row(
      name: "nothing in common", first: "قال سيرغي لافروف إن القمة ستعقد الشهر المقبل.",
      second: "وقال جون كيري إن الصادرات الزراعية تضاعفت كثيرا.", relation: nil, reason: ""),
  ]

  @Test("how two statements stand to each other, and why", arguments: rows)
  func relates(_ row: Row) throws {
    let first = try #require(record(row.first, id: "a", day: "2023-07-17", title: row.title))
    let second = try #require(record(row.second, id: "b", day: "2023-07-19", title: row.title))
    let found = Relatedness.relations(
      of: first, to: [first, second], frequencies: ["قال": 900], total: 1_000, topics: ShippedLexicon.topics)
    #expect(found.map(\.relation) == (row.relation.map { [$0] } ?? []))
    for link in found {
      #expect(link.record.id == second.id)
      #expect(link.reasons.contains { Self.text(of: $0).contains(row.reason) }, "\(link.reasons)")
      #expect(0...1 ~= link.score)
    }
  }

  /// `denies(related, cue: "نفى")`
  private static func text(of reason: RelationReason) -> String {
    "\(reason)".replacing("Briefings.RelationReason.Side.", with: "")
  }

  @Test func nearestInTimeComesFirst() throws {
    let text = "قال سيرغي لافروف إن القمة ستعقد الشهر المقبل."
    let asked = try #require(record(text, id: "a", day: "2023-07-17"))
    let far = try #require(record(text, id: "b", day: "2023-01-01"))
    let near = try #require(record(text, id: "c", day: "2023-07-10"))
    let found = Relatedness.relations(
      of: asked, to: [far, near], frequencies: [:], total: 10, topics: ShippedLexicon.topics)
    #expect(found.map(\.record.id) == [near.id, far.id])
  }

  @Test func answerNamesTheOtherSpeaker() throws {
    let first = try #require(
      record("قال سيرغي لافروف إن الغرب يعرقل تصدير الأسمدة عبر ميناء أوديسا.", id: "a", day: "2023-07-17"))
    let second = try #require(
      record(
        "ورد جون كيري بأن كلام سيرغي لافروف عن عرقلة تصدير الأسمدة عبر ميناء أوديسا خاطئ.", id: "b", day: "2023-07-18"))
    let found = Relatedness.relations(
      of: first, to: [second], frequencies: [:], total: 1_000, topics: ShippedLexicon.topics)
    #expect(found.map(\.relation) == [.answers])
    #expect(found.first?.reasons.first == .namesSpeaker(.related, "سيرغي لافروف"))
  }

  @Test func deniesAndAnswersWhatStandsJustBefore() throws {
    let found = records(
      "اتهم فرحان سالم الشركة ببيع المناجم. ونفى حيدر العبادي صحة هذا الكلام. ورد فرحان سالم بأن الوثائق منشورة.",
      id: "a", day: "2023-07-17")
    try #require(found.count == 3)
    let links = { (asked: Int) in
      Relatedness.relations(of: found[asked], to: found, frequencies: [:], total: 1_000, topics: ShippedLexicon.topics)
        .map {
          "\($0.relation.rawValue) \($0.record.statement.speakerEntity ?? "?")"
        }
    }
    #expect(links(0).first == "denies حيدر العبادي")
    #expect(links(1) == ["denies فرحان سالم", "answers فرحان سالم"])
  }

  @Test(
    "what is said not to have happened, in one article",
    arguments: [
      (
        "قال فرحان سالم إن الزيارة تناولت تركيب كاميرات في المصنع. وقال حيدر العبادي إنه لم يجر أي حديث عن كاميرات.",
        Relation.denies
      ),
      ("قال فرحان سالم إن الطرفين متفقان على التمديد. وقال حيدر العبادي إن بلاده لم تدل بأي تصريح.", .denies),
      (
        "قال فرحان سالم إن الموزعين هم الذين انسحبوا. وقال حيدر العبادي إن الشركة هي التي فعلت.", .denies
      ),
      ("قال فرحان سالم إن الزيارة تناولت المصنع. وقال حيدر العبادي إن القطار لم يصل.", nil),
    ] as [(String, Relation?)])
  func occurrencesAreDenied(_ text: String, _ relation: Relation?) throws {
    let found = records(text, id: "a", day: "2023-07-17")
    try #require(found.count == 2)
    let link = Relatedness.relations(
      of: found[0], to: found, frequencies: [:], total: 1_000, topics: ShippedLexicon.topics
    ).first
    #expect(link?.relation == relation)
  }

  @Test func oneReportInTitleAndTextIsNoRepetition() throws {
    let found = records(
      "فرحان سالم: المصفاة الجديدة ستصدر الوقود إلى الجيران",
      "قال فرحان سالم إن المصفاة الجديدة ستصدر الوقود إلى الجيران.", id: "a", day: "2023-07-17")
    let title = try #require(found.first { $0.statement.place.field == .title })
    #expect(
      Relatedness.relations(of: title, to: found, frequencies: [:], total: 1_000, topics: ShippedLexicon.topics).isEmpty
    )
  }

  @Test func numbersOfOneArticleAreNoChange() throws {
    let found = records(
      "قال فرحان سالم إن مبيعات المصنع انخفضت في الشتاء القاسي بنسبة 3 في المئة. وقال فرحان سالم إن مبيعات المصنع خارج "
        + "البلاد انخفضت كثيرا بنسبة 5 في المئة عند الجيران الأغنياء.", id: "a", day: "2023-07-17")
    try #require(found.count == 2)
    let links = Relatedness.relations(
      of: found[0], to: found, frequencies: [:], total: 1_000, topics: ShippedLexicon.topics)
    #expect(links.map(\.relation) == [.sameTopic])
  }

  @Test func oneSpeakerOfOneArticleGoesOn() throws {
    let found = records(
      "قال فرحان سالم إن البطولة تأجلت حتى تعاين اللجنة جاهزية الملعب. "
        + "وأضاف سالم أن النادي سيدفع الرسوم ويوقع العقود في الربيع ثم تستضيف المدينة البطولة في ملعب قديم تختاره "
        + "اللجنة الفنية مع البلدية والشرطة.", id: "a", day: "2023-07-17")
    try #require(found.count == 2)
    let links = Relatedness.relations(
      of: found[0], to: found, frequencies: [:], total: 1_000, topics: ShippedLexicon.topics)
    #expect(links.map(\.relation) == [.sameTopic])
  }

  @Test func nestedStatementsAreNotRelated() throws {
    let one = try #require(record("قال فرحان سالم إن المصفاة الجديدة ستصدر الوقود.", id: "a", day: "2023-07-17"))
    var inner = one
    let span = one.statement.place.span
    inner.statement.place = Place(.text, TextSpan((span.start + 8)..<span.end))
    inner.id = StatementID(briefing: one.briefing.id, place: inner.statement.place)
    #expect(
      Relatedness.relations(of: one, to: [inner], frequencies: [:], total: 1_000, topics: ShippedLexicon.topics).isEmpty
    )
  }

  private func record(_ text: String, id: String, day: String, title: String = "") -> StatementRecord? {
    records("", text, id: id, day: day).first.map {
      var record = $0
      record.briefing.title = title
      return record
    }
  }

  private func records(_ text: String, id: String, day: String) -> [StatementRecord] {
    records("", text, id: id, day: day)
  }

  private func records(_ title: String, _ text: String, id: String, day: String) -> [StatementRecord] {
    let briefing = Briefing(id: BriefingID(id), title: title, text: text, date: PublicationDate(day))
    let found = ShippedLexicon.analyzer.findings(of: briefing)
    let summary = BriefingSummary(
      id: briefing.id, title: title, date: briefing.date, source: "", language: "ar")
    return zip(found.statements, found.signatures).map { statement, signature in
      StatementRecord(
        id: StatementID(briefing: briefing.id, place: statement.place), briefing: summary, statement: statement,
        signature: signature)
    }
  }
}
