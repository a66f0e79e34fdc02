import Briefings

/// What the pages say.
extension Wording {
  var lookingUp: String { say("Looking it up …", "جارٍ البحث في الأرشيف…") }
  var working: String { say("Working …", "جارٍ العمل…") }
  var noLongerThere: String { say("It is no longer in the archive.", "لم يعد موجودًا في الأرشيف.") }
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
