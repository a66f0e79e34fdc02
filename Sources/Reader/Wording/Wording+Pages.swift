import Briefings

/// What the pages say.
extension Wording {
  var lookingUp: String { say("Looking it up …", "جارٍ البحث في الأرشيف…") }
  var working: String { say("Working …", "جارٍ العمل…") }
  var noLongerThere: String { say("It is not in the archive, or no longer.", "ليس في الأرشيف، أو لم يعد فيه.") }
  /// For who speaks without being a person, body or place that has a card.
  var noSuchName: String {
    say(
      "No person, body or place is called so. \(key(.back)) goes back; \(key(.speakerTimeline)) there shows what was said.",
      "لا شخص ولا جهة ولا مكان بهذا الاسم. \(key(.back)) للرجوع، ثم \(key(.speakerTimeline)) لما قيل بهذه التسمية.")
  }
  /// Words of an article, so that nothing in them changes the order of what follows; nothing where there are none.
  func held(_ text: String) -> String { text.isEmpty ? "" : isolated(text) }
  var undated: String { say("undated", "بلا تاريخ") }

  // MARK: Timelines

  func timeline(of speaker: String) -> String {
    say("Said by \(isolated(speaker))", "ما قاله \(isolated(speaker))")
  }
  func timelineOfTopic(_ content: String) -> String {
    say("On the matter: \(isolated(content))", "في الموضوع: \(isolated(content))")
  }
  var nothingSaid: String {
    say(
      "No statement in the archive. \(key(.back)) goes back.", "لا تصريح في الأرشيف. \(key(.back)) للرجوع.")
  }
  var speakerIsUnnamed: String {
    say("Nobody is named as the source of this statement.", "لا يُسمّى مصدر هذا التصريح.")
  }
  func again(_ count: Int) -> String {
    let times = counted(
      count, ("time", "times"),
      ArabicPlural(one: "مرة أخرى", two: "مرتين أخريين", few: "مرات أخرى", many: "مرة أخرى", other: "مرة أخرى"))
    return say("again \(times)", "تكرر \(times)")
  }
  func mostInAMonth(_ count: Int) -> String {
    say("at most \(number(count)) a month", "أقصاها \(number(count)) في الشهر")
  }

  /// The reporting word of a statement in one word: what it does.
  func cue(of statement: Statement) -> String { cue(statement.cueClass) }

  /// What a class of reporting words is called.
  func cue(_ cueClass: CueClass) -> String {
    switch cueClass {
    case .say: say("says", "قول")
    case .continuation: say("adds", "إضافة")
    case .announce: say("announces", "إعلان")
    case .affirm: say("affirms", "تأكيد")
    case .commit: say("promises", "تعهد")
    case .warn: say("warns", "تحذير")
    case .opine: say("holds", "رأي")
    case .claim: say("claims", "زعم")
    case .ask: say("asks", "سؤال")
    case .reply: say("replies", "رد")
    case .deny: say("denies", "نفي")
    case .reject: say("rejects", "رفض")
    case .accuse: say("accuses", "اتهام")
    case .criticize: say("criticizes", "انتقاد")
    case .express: say("expresses", "إعراب")
    case .demand: say("demands", "مطالبة")
    case .agree: say("agrees", "موافقة")
    case .relay: say("relays", "نقل")
    case .evidential: say("indicates", "دلالة")
    }
  }
}

// MARK: - Threads and comparisons

extension Wording {
  var thread: String { say("Thread", "خيط التصريح") }
  var thisOne: String { say("this one", "هذا التصريح") }
  var first: String { say("first", "الأسبق") }

  /// How often a claim was reported, and by whom first.
  func reported(_ count: Int, sources: Int, firstBy source: String, on day: String?) -> String {
    guard count > 1 else { return say("reported once", "ورد مرة واحدة") }
    let times = counted(
      count, ("time", "times"),
      ArabicPlural(one: "مرة واحدة", two: "مرتين", few: "مرات", many: "مرة", other: "مرة"))
    let outlets = counted(
      sources, ("source", "sources"),
      ArabicPlural(one: "مصدر واحد", two: "مصدرين", few: "مصادر", many: "مصدرًا", other: "مصدر"))
    let name = source.isEmpty ? "" : say(" by \(isolated(source))", "، والأسبق \(isolated(source))")
    let date = day.map { say(" on \($0)", " بتاريخ \(isolated($0))") } ?? ""
    return say(
      "reported \(times) by \(outlets), first\(name)\(date)", "ورد \(times) في \(outlets)\(name)\(date)")
  }
  func reports(_ count: Int) -> String {
    counted(
      count, ("report", "reports"),
      ArabicPlural(one: "خبر واحد", two: "خبران", few: "أخبار", many: "خبرًا", other: "خبر"))
  }

  var comparison: String { say("Comparison", "مقارنة تصريحين") }
  var comparisonSigns: String {
    say(
      "+ only here ~ reworded # number ! not", "+ هنا فقط ~ بلفظ آخر # رقم ! نفي")
  }
  var markedForComparison: String {
    say(
      "Marked; \(key(.compare)) on another statement compares the two.",
      "عُلِّم؛ \(key(.compare)) على تصريح آخر يقارن بينهما.")
  }
  var noStatementMarked: String { say("No statement is marked any more.", "لم يعد أي تصريح معلَّمًا.") }
}

// MARK: - The card of an entity

extension Wording {
  /// What one of a type is called.
  func name(of type: EntityType) -> String {
    switch type {
    case .person: say("person", "شخص")
    case .organization: say("organization", "جهة")
    case .place: say("place", "مكان")
    }
  }
  func articleCount(_ count: Int) -> String {
    counted(
      count, ("article", "articles"),
      ArabicPlural(one: "مقال واحد", two: "مقالان", few: "مقالات", many: "مقالًا", other: "مقال"))
  }
  func mentions(_ count: Int) -> String {
    counted(
      count, ("mention", "mentions"),
      ArabicPlural(one: "ذكر واحد", two: "ذكران", few: "مواضع ذكر", many: "موضع ذكر", other: "موضع ذكر"))
  }
  var otherForms: String { say("other forms", "صيغ أخرى") }
  func articlesNaming(_ count: Int) -> String {
    say("articles with this name: \(number(count))", "المقالات التي تذكر هذا الاسم: \(number(count))")
  }
  var allStatements: String { say("all statements, by day", "كل التصريحات، يومًا بيوم") }
  var neighbours: String { say("named together", "أسماء ترد معه") }
  var latestSaid: String { say("latest statements", "أحدث التصريحات") }
  var latestAbout: String { say("latest said about this name", "أحدث ما قيل عن هذا الاسم") }
}
