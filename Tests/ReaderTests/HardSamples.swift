import Briefings

@testable import Reader

extension Sample {
  /// A title of many words, to be cut or wrapped everywhere.
  static let longTitle = article(
    "long-title",
    title: "مؤتمر دولي يبحث تقاسم المياه بين دول الحوض ويوصي بإنشاء مركز مشترك للرصد وتبادل البيانات الهيدرولوجية "
      + "وتدريب المهندسين على إدارة السدود في مواسم الجفاف والفيضان",
    text: "نص قصير.", date: "2024-01-01", source: "وكالة ذات اسم طويل جدًا لا يتسع له سطر واحد في القائمة")

  /// Headlines and paragraphs whose first letter is of the other direction, and some that are all of it.
  static let mixed = article(
    "mixed", title: "NATO يعلن موعد المؤتمر في Brussels",
    text: """
      CNN نقلت الخبر عن مصدرين في الوزارة.
      This paragraph is all English, and ends with a full stop (like this).
      رقم الرحلة QR-123 تأخر 45 دقيقة، وفق @airport على X.
      # عنوان فرعي: (2) نتائج
      > "The plan," he said, "is final."
      > «الخطة نهائية»
      - بند أول
      - second item
      中文 wide 漢字 and 😀 inside.
      """,
    date: "2024-01-02", source: "Wire وكالة")

  /// Text that tries to drive the terminal.
  static let hostile = article(
    "hostile", title: "\u{1B}]0;owned\u{7}خبر \u{202E}عاجل\u{9B}31m\u{2066}",
    text: "سطر أول \u{1B}[2J\u{1B}[H مع \u{202E}override\u{202C} و\u{2067}عزل\u{2069}\tوجدولة\u{0}.\n"
      + "\u{301}\u{64B} mark first \u{200F}\u{200E}\u{200B} \u{FEFF}end \u{85} next \u{2028} line \u{E0041}\n"
      + String(repeating: "a\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}", count: 30) + "\n"
      + String(repeating: "م", count: 300) + "\n" + String(repeating: "\u{202B}", count: 70) + "عمق",
    date: "2024-01-03", source: "\u{1B}[31mمصدر\u{202E}", tags: ["\u{1B}[0m", "\u{2067}وسم"])

  /// A hundred names.
  static let crowded = article(
    "crowded", title: "مؤتمر المئة",
    text: (1...100).map { number in
      let role = number % 3 == 0 ? "o" : number % 3 == 1 ? "p" : "l"
      return "حضر [الضيف \(number)|\(role)]."
    }.joined(separator: " "), date: "2024-01-04", source: "وكالة النهر")

  /// No name, no statement, no source, no date, no language.
  static let bare = article("bare", title: "خبر بلا أسماء", text: "جملة واحدة قصيرة.", language: nil)

  /// Everything that is hard, in one list.
  static var hardArchive: FakeArchive { FakeArchive([mixed, longTitle, hostile, crowded, bare, bank, dam]) }
}
