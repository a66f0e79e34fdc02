import Briefings
import Search

/// What lists say: dates, orders, and what was done to articles.
extension Wording {
  /// How long ago a day was, in the greatest unit that it fills.
  func daysAgo(_ days: Int) -> String {
    switch days {
    case ..<1: return say("today", "اليوم")
    case 1: return say("yesterday", "أمس")
    case ..<14:
      return ago(days, ("day", "days"), ArabicPlural(one: "يوم", two: "يومين", few: "أيام", many: "يومًا", other: "يوم"))
    case ..<60:
      return ago(
        days / 7, ("week", "weeks"),
        ArabicPlural(one: "أسبوع", two: "أسبوعين", few: "أسابيع", many: "أسبوعًا", other: "أسبوع"))
    case ..<730:
      return ago(
        days / 30, ("month", "months"), ArabicPlural(one: "شهر", two: "شهرين", few: "أشهر", many: "شهرًا", other: "شهر"))
    default:
      return ago(
        days / 365, ("year", "years"), ArabicPlural(one: "سنة", two: "سنتين", few: "سنوات", many: "سنة", other: "سنة"))
    }
  }

  private func ago(_ number: Int, _ english: (one: String, other: String), _ arabic: ArabicPlural) -> String {
    let words = counted(number, english, arabic)
    return say("\(words) ago", "قبل \(words)")
  }

  var hijriEra: String { say("AH", "هـ") }
  var solarHijriEra: String { say("SH", "هـ.ش") }

  func dates(_ style: DateStyle) -> String {
    switch style {
    case .gregorian: say("Dates: Gregorian", "التواريخ: ميلادية")
    case .relative: say("Dates: how long ago", "التواريخ: كم مضى عليها")
    case .hijri: say("Dates: Hijri, by calculation (tabular)", "التواريخ: هجرية بالحساب الجدولي")
    case .solarHijri: say("Dates: Solar Hijri", "التواريخ: هجرية شمسية")
    }
  }

  func digits(_ style: DigitStyle) -> String {
    switch style {
    case .latin: say("Digits: 0123456789", "الأرقام: \(isolated("0123456789"))")
    case .arabic: say("Digits: \(isolated("٠١٢٣٤٥٦٧٨٩"))", "الأرقام: \(isolated("٠١٢٣٤٥٦٧٨٩"))")
    case .persian: say("Digits: \(isolated("۰۱۲۳۴۵۶۷۸۹"))", "الأرقام: \(isolated("۰۱۲۳۴۵۶۷۸۹"))")
    }
  }

  func order(_ order: ListOrder) -> String {
    switch order {
    case .newest: say("Newest first", "الأحدث أولًا")
    case .oldest: say("Oldest first", "الأقدم أولًا")
    case .title: say("By title", "حسب العنوان")
    case .source: say("By source", "حسب المصدر")
    case .unread: say("Unread first", "غير المقروء أولًا")
    }
  }

  func filtered(_ text: String) -> String { say("Filter \(quoted(text))", "ترشيح \(quoted(text))") }
  var nothingPasses: String {
    say(
      "No article passes the filter. \(key(.filterList)) changes it, \(key(.leave)) leaves it.",
      "لا مقال يجتاز الترشيح. \(key(.filterList)) لتغييره و\(key(.leave)) لتركه.")
  }
  var filterNote: String { say("words of titles, source: tag: date:", "كلمات العناوين، أو source: tag: date:") }
  func tagNote(isAdded: Bool, count: Int) -> String {
    isAdded
      ? say("tag for \(articles(count))", "وسم لـ\(articles(count))")
      : say("tag to take from \(articles(count))", "وسم يُنزع عن \(articles(count))")
  }

  private func articles(_ count: Int) -> String {
    counted(
      count, ("article", "articles"),
      ArabicPlural(one: "مقال واحد", two: "مقالين", few: "مقالات", many: "مقالًا", other: "مقال"))
  }

  func grouping(_ grouping: ListGrouping) -> String {
    switch grouping {
    case .none: say("not grouped", "بلا تجميع")
    case .story: say("by story", "حسب الخبر")
    case .source: say("by source", "حسب المصدر")
    case .entity: say("by name", "حسب الاسم")
    case .date: say("by date", "حسب التاريخ")
    case .tag: say("by tag", "حسب الوسم")
    }
  }
  func groupingNote(_ grouping: ListGrouping) -> String {
    switch grouping {
    case .none: say("one list", "قائمة واحدة")
    case .story: say("reprints below the newest of them", "النصوص المعادة تحت أحدثها")
    case .source: say("who published it", "من نشره")
    case .entity: say("persons, organizations, places", "أشخاص ومنظمات وأماكن")
    case .date: say("years, months, days", "سنوات وأشهر وأيام")
    case .tag: say("given and your own", "ما جاء معه وما وضعته")
    }
  }
  func name(of part: ListPart) -> String {
    switch part {
    case .source(let name): name.isEmpty ? say("no source", "بلا مصدر") : name
    case .date(let text): text.isEmpty ? say("no date", "بلا تاريخ") : text
    case .tag(let tag): "#" + tag
    case .entity(let entity): entity.name
    case .story, .leads: ""
    }
  }
  func unread(_ count: String) -> String { say("\(count) unread", "\(count) لم تُقرأ") }
  func nothingToGroup(_ grouping: ListGrouping) -> String {
    say(
      "Nothing to show \(self.grouping(grouping)). \(key(.groupList)) groups otherwise.",
      "لا شيء \(self.grouping(grouping)). \(key(.groupList)) لتجميع آخر.")
  }
  var viewIsReset: String {
    say("Order, groups and dates are as at first.", "عاد الترتيب والتجميع والتواريخ كما كانت أولًا.")
  }
  var nothingToFold: String {
    say(
      "There is nothing to fold or unfold; \(key(.groupList)) groups the list.",
      "لا شيء يُطوى أو يُبسط؛ \(key(.groupList)) لتجميع القائمة.")
  }
  var storiesUnfoldSingly: String {
    say(
      "Stories unfold one by one, with the arrow in the direction of reading.",
      "الأخبار تُبسط واحدًا واحدًا بالسهم الذي في اتجاه القراءة.")
  }
  var restOfStoryIsHidden: String {
    say("Nothing else of this story passes the filter.", "لا شيء آخر من هذا الخبر يجتاز الترشيح.")
  }

  // MARK: Places and addresses

  var noLinks: String { say("No link stands in this article.", "لا روابط في هذا المقال.") }
  func opening(_ host: String) -> String { say("Opening \(host)", "يُفتح \(isolated(host))") }
  var copy: String { say("copy", "نسخ") }
  var letterAwaited: String { say("Which letter?", "أي حرف؟") }
  func markSet(_ letter: String) -> String {
    say(
      "Marked \(letter); \(key(.goToMark))\(letter) comes back.",
      "عُلِّم الموضع \(isolated(letter))؛ \(isolated(keymap.label(of: .goToMark) + letter)) للعودة إليه.")
  }
  func noMark(_ letter: String) -> String {
    say("No place is marked \(letter).", "لا موضع بالحرف \(isolated(letter)).")
  }
  func match(_ number: Int, of count: Int) -> String {
    say("Match \(number) of \(count)", "المطابقة \(number) من \(count)")
  }
  var selecting: String {
    say(
      "Selecting: arrows and \(key(.down)) \(key(.up)) extend, \(key(.copy)) copies, \(key(.cite)) with its source.",
      "تحديد: الأسهم و\(key(.down)) \(key(.up)) للتوسيع، \(key(.copy)) للنسخ، \(key(.cite)) مع المصدر.")
  }
  var nothingToSelect: String { say("There is no text to select.", "لا نص لتحديده.") }

  // MARK: What was done

  var nothingChanged: String { say("Nothing was changed.", "لم يتغير شيء.") }
  func changed(_ change: ArticleChange, count: Int, isUndo: Bool) -> String {
    let words: String
    switch change {
    case .read(true): words = say("Marked as read", "عُلِّم مقروءًا")
    case .read(false): words = say("Marked as unread", "عُلِّم غير مقروء")
    case .flagged(true): words = say("Flagged", "وُضعت الراية")
    case .flagged(false): words = say("Flag taken away", "أُزيلت الراية")
    case .tagged(let tag, true): words = say("Tagged \(quoted(tag))", "وُسم بـ\(quoted(tag))")
    case .tagged(let tag, false): words = say("Tag \(quoted(tag)) taken away", "أُزيل الوسم \(quoted(tag))")
    case .deleted(true): words = say("Deleted", "حُذف")
    case .deleted(false): words = say("Brought back", "استُعيد")
    }
    let articles = counted(
      count, ("article", "articles"),
      ArabicPlural(one: "مقال واحد", two: "مقالان", few: "مقالات", many: "مقالًا", other: "مقال"))
    guard !isUndo else { return say("Taken back. \(words): \(articles).", "تراجُع. \(words): \(articles).") }
    return say("\(words): \(articles); \(key(.undo)) takes it back.", "\(words): \(articles)؛ \(key(.undo)) للتراجع.")
  }
}
