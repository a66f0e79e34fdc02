import Briefings

/// What the pages say.
extension Wording {
  var lookingUp: String { say("Looking it up …", "جارٍ البحث في الأرشيف…") }
  var working: String { say("Working …", "جارٍ العمل…") }
  var noLongerThere: String { say("It is no longer in the archive.", "لم يعد موجودًا في الأرشيف.") }
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
  func mostInAMonth(_ count: Int) -> String { say("at most \(count) a month", "أقصاها \(count) في الشهر") }

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
      "+ only here   ~ in other words   # another number   ! negated here only",
      "+ هنا فقط   ~ بلفظ آخر   # رقم مختلف   ! منفي هنا فقط")
  }
  var markedForComparison: String {
    say(
      "Marked; \(key(.compare)) on another statement compares the two.",
      "عُلِّم؛ \(key(.compare)) على تصريح آخر يقارن بينهما.")
  }
  var noStatementMarked: String { say("No statement is marked any more.", "لم يعد أي تصريح معلَّمًا.") }
}
