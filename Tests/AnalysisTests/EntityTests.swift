import Briefings
import Testing

@testable import Analysis

struct EntityTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    var testDescription: String { name }
  }

  static let rows = [
    Row(
      name: "attached particles are no part of a name",
      text: "وصل الوفد من [باريس|place] و[لندن|place] فل[موسكو|place] وب[برلين|place]"),
    Row(name: "the particle and the article", text: "بيان لل[أمم المتحدة|organization] صدر أمس"),
    Row(name: "the longest name", text: "عاد من [كوريا الجنوبية|place] إلى [جنوب أفريقيا|place]"),
    Row(name: "a ministry with its nationality", text: "زار مبنى [وزارة الخارجية التشيكية|organization] مساء"),
    Row(name: "a ministry ends before the day", text: "اجتمعت [وزارة المالية العراقية|organization] الاثنين"),
    Row(name: "a parliament by grammar", text: "صوت [مجلس النواب اللبناني|organization] على القانون"),
    Row(name: "an army by its nationality", text: "تقدم [الجيش السوداني|organization] نحو المدينة"),
    Row(name: "a nationality must agree with the head", text: "التقى وزير الخارجية التركي وفدا"),
    Row(name: "an office is no body", text: "وصل وزير الدفاع الفرنسي مساء"),
    Row(name: "a nationality is no name", text: "انتقد الموقف الإيراني والبيان الروسي"),
    Row(name: "an embassy of a country", text: "أغلقت [سفارة فرنسا|organization] أبوابها"),
    Row(name: "a group in quotation marks", text: "قصفت طائرات مواقع [تنظيم \"[داعش|organization]\"|organization] أمس"),
    Row(name: "a given name and a family name", text: "حضر اللقاء [سامر الخطيب|person] صباحا"),
    Row(name: "nasab and family", text: "استقبل الأمير [خالد بن عبدالله السالم|person] الوفد"),
    Row(name: "unknown words after an office", text: "قال وزير الدفاع الكوري [كيونغ دوهان|person] إن القرار قريب"),
    Row(name: "a place inside the office", text: "أعلن السفير الصيني في [النرويج|place] [تشنغ شووان|person] ذلك"),
    Row(name: "a verb after an office is no name", text: "الرئيس الفرنسي يستقبل رئيس الوزراء غدا"),
    Row(name: "a thing after an office is no name", text: "تسلم الرئيس التونسي رسالة خطية من الوفد"),
    Row(
      name: "a surname after the full name",
      text: "التقى [أنتوني بلينكن|person] الوفد، ثم غادر [بلينكن|person] المدينة وعاد فريق ل[بلينكن|person]"),
    Row(name: "a country by what it is", text: "زار [الجمهورية الإسلامية الإيرانية|place] وفد"),
    Row(name: "the kingdom of the text", text: "أكدت [السعودية|place] موقفها، وتدعم [المملكة|place] الحل"),
    Row(
      name: "a paper only where it is one",
      text: "نشرت صحيفة \"[الشرق الأوسط|organization]\" مقالا عن [الشرق الأوسط|place]"),
    Row(name: "علي is a name, على is none", text: "وقف على الباب ثم جاء [محمد علي|person]"),
    Row(name: "tatweel and vowel marks", text: "عاد من [بَغْـداد|place] مساء"),
    Row(name: "unknown words between verb and report", text: "وقال [تشيبو مواندي|person] إن القافلة وصلت"),
    Row(
      name: "unknown words before an office",
      text: "بحث الوفد الأمر مع [تشيبو مواندي|person]، وزير الزراعة الزامبي، مساء"),
    Row(name: "an unknown first name before known ones", text: "زار رئيس الوزراء [توكيلا مريم السالم|person] القاعة"),
    Row(name: "whatever stands before nasab", text: "حضر الدكتور [مساعد بن محمد الغيلاني|person] الحفل"),
    Row(name: "servant names", text: "وصل [عبدالرقيب السنجاري|person] إلى القاعة"),
    Row(name: "two everyday words are no name", text: "يريد الناس حياة كريمة وفرصة عمل"),
    Row(name: "a spelling the lexicon does not list", text: "عاد الوفد من [واشنطون|place] مساء"),
    Row(name: "the paper that is told something", text: "أكد مسؤول لـ«[الاقتصادية|organization]» أن القرار صدر"),
    Row(name: "the outlet of a dateline", text: "[الرافد|organization] – وكالات: بدأت الجلسة مساء"),
    Row(name: "a body keeps its adjectives only", text: "طالب أعضاء [مجلس الأمن|organization] الدائمين بالهدوء"),
    Row(name: "English names", text: "Officials in [Moscow|place] met the [UN|organization] envoy, it told us."),
    Row(name: "Hebrew names with a particle", text: "הוא נסע מ[ישראל|place] אל [רוסיה|place]"),
    Row(
      name: "a Persian paragraph in an Arabic text",
      text: """
        وصل الوفد إلى [أنقرة|place] مساء أمس وعاد منها.
        این خبر را در [تهران|place] و [مسکو|place] شنیدند که می‌گویند.
        ثم غادر إلى [باريس|place] في اليوم التالي.
        """),
    Row(
      name: "an Arabic paragraph in a Persian text",
      text: """
        این خبر را در [تهران|place] و [مسکو|place] شنیدند که می‌گویند.
        عادت [وزارة الخارجية التركية|organization] إلى العمل في [أنقرة|place].
        چنین چیزی در [تهران|place] گفته شد.
        """),
    Row(name: "Persian names", text: "این خبر را در [تهران|place] و [مسکو|place] شنیدند که می‌گویند"),
  ]

  @Test("names are found where they are marked", arguments: rows)
  func findsNames(_ row: Row) {
    let marked = MarkedBriefing(row.text)
    let found = ShippedLexicon.analyzer.findings(of: marked.briefing())
    let names = found.entities.flatMap { entity in
      entity.mentions.map { ($0.place, "\($0.form)|\(entity.type.rawValue)") }
    }
    let inOrder = names.sorted { $0.0 < $1.0 }.map(\.1)
    #expect(inOrder == marked.marks.map { "\($0.text)|\($0.label)" })
  }

  struct AliasRow: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let entities: [String: [String]]
    var testDescription: String { name }
  }

  static let aliases = [
    AliasRow(
      name: "surname and full name", text: "وصل لويد أوستن إلى سيول. وقال أوستن إن الزيارة مهمة.",
      entities: ["لويد أوستن": ["لويد أوستن", "أوستن"]]),
    AliasRow(
      name: "spellings of one capital", text: "بين بيونج يانج وموسكو خلاف، وردت بيونغ يانغ أمس.",
      entities: ["بيونج يانج": ["بيونج يانج", "بيونغ يانغ"]]),
    AliasRow(
      name: "a name with and without its nasab",
      text: "وصل عبدالله بن يحيى المعلمي. وقال عبدالله المعلمي. ثم عاد المعلمي.",
      entities: ["عبدالله بن يحيى المعلمي": ["عبدالله بن يحيى المعلمي", "عبدالله المعلمي", "المعلمي"]]),
    AliasRow(
      name: "a ministry with and without the rest",
      text: "أعلنت وزارة الدفاع الكورية الجنوبية ذلك. وقالت وزارة الدفاع الكورية إنها سترد.",
      entities: ["وزارة الدفاع الكورية الجنوبية": ["وزارة الدفاع الكورية الجنوبية", "وزارة الدفاع الكورية"]]),
    AliasRow(
      name: "two countries stay two", text: "بين كوريا الشمالية وكوريا الجنوبية حدود",
      entities: ["كوريا الشمالية": ["كوريا الشمالية"], "كوريا الجنوبية": ["كوريا الجنوبية"]]),
  ]

  @Test("names of one entity come together", arguments: aliases)
  func mergesNames(_ row: AliasRow) {
    let found = ShippedLexicon.analyzer.findings(of: Briefing(id: BriefingID("a"), title: "", text: row.text))
    for (canonical, forms) in row.entities {
      let entity = found.entities.first { $0.canonical == canonical }
      #expect(entity?.forms == forms, "\(found.entities.map(\.forms))")
    }
  }
}
