import Briefings

/// What stands in exported files besides the articles' own words.
extension Wording {
  var statementsHeading: String { say("Statements", "التصريحات") }
  var namesHeading: String { say("Names", "الأسماء") }
  var noteHeading: String { say("Note", "ملاحظة") }
  var denied: String { say("denied", "نفي") }
  var doubtful: String { say("doubtful", "مشكوك فيه") }
  var lessCertain: String { say("less certain", "أقل يقينًا") }
  var comma: String { say(", ", "، ") }

  // MARK: Dossiers

  func dossierKind(_ subject: Dossier.Subject) -> String {
    switch subject {
    case .topic: say("Dossier of a topic", "ملف موضوع")
    case .entity(let record):
      switch record.type {
      case .person: say("Dossier of a person", "ملف شخص")
      case .organization: say("Dossier of an organization", "ملف جهة")
      case .place: say("Dossier of a place", "ملف مكان")
      }
    }
  }
  var englishName: String { say("English name", "الاسم بالإنجليزية") }
  var timespan: String { say("Days covered", "المدة") }
  func dossierSaid(_ subject: Dossier.Subject) -> String {
    switch subject {
    case .topic: say("Who said what, by day", "من قال ماذا، يومًا بيوم")
    case .entity: say("Own statements, by day", "ما صدر من تصريحات، يومًا بيوم")
    }
  }
  var dossierAbout: String { say("Statements of others that name it", "تصريحات آخرين يرد فيها الاسم") }
  var dossierArticles: String { say("Articles", "المقالات") }
  var byMonth: String { say("Statements by month", "التصريحات شهرًا بشهر") }
  var byYear: String { say("Statements by year", "التصريحات سنة بسنة") }
  func mostOf(_ count: Int, in period: String) -> String {
    say("at most \(count), in \(period)", "الأكثر \(count) في \(period)")
  }
  var withoutDate: String { say("Without a date", "بلا تاريخ") }
  var noStatements: String { say("No statement was found.", "لم يُعثر على تصريحات.") }
  var originalArticle: String { say("the article", "المقال") }
  func shownOf(_ shown: Int, _ all: Int) -> String {
    say("The newest \(shown) of \(all) are shown.", "يظهر أحدث \(shown) من أصل \(all).")
  }
  func reportedAgain(_ count: Int) -> String {
    counted(
      count, ("more report", "more reports"),
      ArabicPlural(one: "تقرير آخر", two: "تقريران آخران", few: "تقارير أخرى", many: "تقريرًا آخر", other: "تقرير آخر"))
  }
  func statementCount(_ count: Int) -> String {
    counted(
      count, ("statement", "statements"),
      ArabicPlural(one: "تصريح واحد", two: "تصريحان", few: "تصريحات", many: "تصريحًا", other: "تصريح"))
  }
  var dossierRemark: String {
    say(
      "Made with Mujaz. Statements, speakers and relations were found by rules and may be wrong; the marked words are the "
        + "article's own.",
      "أُعدّ ببرنامج موجز. استُخرجت التصريحات وأصحابها والصلات بينها بقواعد آلية وقد تخطئ؛ والكلمات المعلَّمة منقولة من المقال بنصها."
    )
  }
  /// How an earlier or later claim bears on a statement, before that claim.
  func dossierRelation(_ relation: Relation) -> String {
    switch relation {
    case .denies: say("Contradiction (hint)", "نفي أو تكذيب (قرينة)")
    case .changes: say("Changed position (hint)", "تغيّر في الموقف (قرينة)")
    case .answers: say("Answer", "رد")
    case .repeats: say("Repetition", "تكرار")
    case .sameTopic: say("Same topic", "الموضوع نفسه")
    case .sameSpeaker: say("Same speaker", "المتحدث نفسه")
    }
  }
}

extension Keymap.Group.Kind {
  /// What the lines of a group are about.
  public func title(in language: InterfaceLanguage) -> String {
    Wording(language: language, keymap: .standard).title(self)
  }
}
