import Briefings
import Search

/// What the panes say: headings, and what stands where nothing is.
extension Wording {
  // MARK: The list

  var archive: String { say("Archive", "الأرشيف") }
  func naming(_ entity: String) -> String { say("Naming \(entity)", "يُذكر فيها \(entity)") }
  var openingArchive: String { say("Opening the archive …", "يُفتح الأرشيف…") }
  var archiveIsEmpty: String {
    say(
      "The archive is empty. Add articles with: mujaz import FILE or FOLDER",
      "الأرشيف فارغ. أضف مقالات بالأمر: \(isolated("mujaz import FILE"))")
  }
  var nothingNamesIt: String {
    say(
      "No article here names it. \(key(.back)) goes back.", "لا يذكره مقال هنا. \(key(.back)) للرجوع.")
  }
  var triesAgain: String { say("\(key(.redraw)) tries again.", "\(key(.redraw)) لإعادة المحاولة.") }

  // MARK: The side panel

  func entities(_ count: Int) -> String { say("Entities \(number(count))", "الأسماء \(number(count))") }
  func statements(_ count: Int) -> String { say("Statements \(number(count))", "التصريحات \(number(count))") }
  func related(_ count: Int?) -> String {
    let number = count.map { self.number($0) } ?? "…"
    return say("Related \(number)", "ذات صلة \(number)")
  }
  func heading(_ type: EntityType) -> String {
    switch type {
    case .person: say("People", "الأشخاص")
    case .organization: say("Organizations", "الجهات")
    case .place: say("Places", "الأماكن")
    }
  }
  var noName: String { say("No name was found in this article.", "لم يُعثر على أسماء في هذا المقال.") }
  var noStatement: String { say("No statement was found in this article.", "لم يُعثر على تصريحات في هذا المقال.") }
  func hiddenStatements(_ count: Int) -> String {
    say(
      "Doubtful, hidden: \(number(count)). \(key(.toggleDoubtful)) shows them.",
      "مشكوك فيها ومخفية: \(number(count)). \(key(.toggleDoubtful)) لإظهارها.")
  }
  func doubtfulHidden(_ count: Int) -> String {
    say(
      "Doubtful statements hidden: \(number(count)). \(key(.toggleDoubtful)) shows them again.",
      "أُخفيت التصريحات المشكوك فيها: \(number(count)). \(key(.toggleDoubtful)) لإظهارها من جديد.")
  }
  func doubtfulShown(_ count: Int) -> String {
    say("All statements are shown; doubtful: \(number(count)).", "تظهر التصريحات كلها؛ المشكوك فيها: \(number(count)).")
  }
  /// Whom a statement is from, by the fullest name known.
  func source(of statement: Statement) -> String { statement.speakerEntity ?? statement.speaker ?? unnamedSource }
  private var unnamedSource: String { say("unnamed source", "مصدر غير مسمى") }
  func relatedTo(_ speaker: String) -> String { say("to: \(speaker)", "صلته بقول: \(speaker)") }
  var lookingForRelated: String { say("Looking for related statements …", "جارٍ البحث عن تصريحات ذات صلة…") }
  var couldNotBeFetched: String { say("They could not be fetched.", "تعذّر جلبها.") }
  var noRelated: String {
    say(
      "No related statement in the archive. \(key(.back)) goes back.",
      "لا تصريحات ذات صلة في الأرشيف. \(key(.back)) للرجوع.")
  }

  /// What the panel calls a relation. Those that wording alone cannot prove are called hints.
  func relation(_ relation: Relation) -> String {
    switch relation {
    case .repeats: say("repeats", "يكرر")
    case .changes: say("changes (hint)", "يغيّر (قرينة)")
    case .denies: say("denies (hint)", "ينفي (قرينة)")
    case .answers: say("answers", "يرد")
    case .sameTopic: say("same topic", "الموضوع نفسه")
    case .sameSpeaker: say("same speaker", "المتحدث نفسه")
    }
  }

  // MARK: The line at the bottom, and the screen

  var noMatch: String { say("none", "لا شيء") }
  var newName: String { say("new name", "الاسم الجديد") }
  var scroll: String { say("scroll", "تمرير") }
  var close: String { say("close", "إغلاق") }
  var toTheHits: String { say("to the hits", "إلى النتائج") }
  var choose: String { say("choose", "اختيار") }
  func tooSmall(_ found: String, _ needed: String) -> String {
    say("Too small: \(found), needs \(needed)", "الشاشة صغيرة: \(found)، والمطلوب \(needed)")
  }
  var helpOnTyping: String {
    say(
      "While typing: arrows, Home, End, Delete, C-w and C-u edit, Enter ends, Esc takes back; C-x opens a note in your "
        + "editor.",
      "أثناء الكتابة: الأسهم وHome وEnd وDelete وC-w وC-u للتحرير، وEnter للإنهاء، وEsc للتراجع، وC-x لفتح الملاحظة في محررك."
    )
  }
  var helpOnMouse: String {
    say(
      "Mouse: dragging selects text or moves the border of a pane, a double click takes a word or opens a row. With Shift "
        + "held down most terminals select by themselves.",
      "الفأرة: السحب لتحديد النص أو لتحريك حد القسم، والنقر المزدوج لتحديد كلمة أو فتح صف. ومع Shift تُحدِّد أغلب الطرفيات النص بنفسها."
    )
  }
  var helpOnKeyboards: String {
    say(
      "Keys work by their place on Arabic, Persian and Hebrew keyboards too.",
      "تعمل المفاتيح بمواضعها على لوحات المفاتيح العربية والفارسية والعبرية أيضًا.")
  }
}
