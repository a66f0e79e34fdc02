import Search

/// What the search of the archive says.
extension Wording {
  var searching: String { say("Searching …", "جارٍ البحث…") }
  var nothingFound: String { say("Nothing found.", "لا نتائج.") }

  /// What is looked for, in the bar.
  func heading(_ kind: SearchKind) -> String {
    switch kind {
    case .articles: say("Search", "البحث")
    case .statements: say("Search statements", "البحث في التصريحات")
    case .entities: say("Search names", "البحث في الأسماء")
    }
  }

  /// What can be typed.
  func advice(_ kind: SearchKind) -> String {
    let others = say("\(key(.searchKind)) looks for other things.", "\(key(.searchKind)) للبحث عن شيء آخر.")
    switch kind {
    case .articles:
      return say(
        """
        All words are required.
        "exact words"  word*  -without
        this OR that
        title: source: speaker: entity:
        tag: lang: date:2023-11..2024-01
        """,
        """
        كل الكلمات مطلوبة.
        "عبارة كما هي"  كلمة*  -مستبعدة
        هذا OR ذاك
        title: source: speaker: entity:
        tag: lang: date:2023-11..2024-01
        """) + "\n\n"
        + say(
          "\(key(.searchKind)) looks for statements or names.", "\(key(.searchKind)) للبحث في التصريحات أو الأسماء.")
    case .statements:
      return say(
        """
        Words of what was said.
        speaker: cue:deny is:direct
        and all that articles are asked.
        """,
        """
        كلمات مما قيل.
        speaker: cue:deny is:direct
        وكل ما يُسأل عنه في المقالات.
        """) + "\n\n" + others
    case .entities:
      return say("The beginning of a name, or of a word of it.", "أول الاسم، أو أول كلمة منه.") + "\n\n" + others
    }
  }

  func meant(_ query: String) -> String {
    say(
      "Nothing found. Did you mean \(quoted(query))? Tab takes it.",
      "لا نتائج. هل تقصد \(quoted(query))؟ \(isolated("Tab")) لأخذه.")
  }

  // MARK: What is said of the hits

  func rankedAmong(newest count: Int) -> String {
    say(
      "The best of the newest \(grouped(count)); \(key(.rankAll)) ranks all.",
      "الأفضل من أحدث \(grouped(count))؛ \(key(.rankAll)) لترتيب الكل.")
  }
  func ranked(_ count: Int) -> String {
    say("Ranked so far: \(grouped(count))", "رُتِّب حتى الآن: \(grouped(count))")
  }
  var allIsRanked: String {
    say("There is nothing more to rank.", "لا شيء آخر يُرتَّب.")
  }
  var latestStatements: String {
    say("Many may match; those stored last were looked at.", "قد يطابق كثير؛ فُحص آخر ما حُفظ.")
  }
  var onlyNew: String { say("Only what is new.", "الجديد فقط.") }

  // MARK: Narrowing

  func heading(_ kind: Narrowing.Value.Kind) -> String {
    switch kind {
    case .source: say("Sources", "المصادر")
    case .month: say("Months", "الأشهر")
    case .entity: say("Names", "الأسماء")
    case .speaker: say("Speakers", "المتحدثون")
    }
  }
  func counted(newest count: Int) -> String {
    say("Counted: the newest \(grouped(count)).", "المعدود: أحدث \(grouped(count)).")
  }
  var nothingToNarrow: String {
    say("There are no hits to narrow.", "لا نتائج يمكن تضييقها.")
  }

  // MARK: Queries that cannot be read

  /// What is wrong with a query, where, and what to do.
  func problem(_ error: QueryError) -> String {
    let words = QueryWording(language).problem(error)
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// A number with commas between its thousands.
  func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    let grouped = digits.indices.map { index in
      let isBreak = index > 0 && (digits.count - index) % 3 == 0
      return (isBreak ? "," : "") + String(digits[index])
    }.joined()
    return self.digits.written(grouped)
  }
}
