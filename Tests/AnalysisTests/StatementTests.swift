import Briefings
import Testing

@testable import Analysis

struct StatementTests {
  /// `speaker`, `cue` and `content` are marked in the text; statements follow each other in the order of the contents.
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    /// Who speaks in each statement; `nil` for nobody known.
    var who: [String?] = []
    var polarity = Statement.Polarity.affirm
    var hasTitle = false
    var testDescription: String { name }
  }

  static let rows = [
    Row(
      name: "1 verb, source, إن", text: "[قال|cue] [سيرغي لافروف|speaker] إن [المحادثات تقدمت كثيرا|content].",
      who: ["سيرغي لافروف"]),
    Row(
      name: "1 an adjunct between source and أن",
      text: "و[أكد|cue] [سيرغي لافروف|speaker] خلال مؤتمر صحفي في موسكو أمس أن [المحادثات تقدمت|content]."),
    Row(
      name: "2 verb, source, colon, quotation",
      text: "و[تابع|cue] [سيرغي لافروف|speaker]: \"[لن نقبل بهذا الشرط. هذا موقفنا|content]\".", who: ["سيرغي لافروف"]),
    Row(
      name: "3 source before the verb", text: "لكن [جون كيري|speaker] [اعتبر|cue] أن [الاتفاق كاف|content].",
      who: ["جون كيري"]),
    Row(
      name: "3 headline", text: "[كيري|speaker][:|cue] [الاتفاق مع طهران جيد للجميع|content]\nوصل جون كيري اليوم.",
      who: ["جون كيري"], hasTitle: true),
    Row(
      name: "4 source left out",
      text: "[قال|cue] [جون كيري|speaker] إن [الاتفاق قريب|content]. و[أضاف|cue] أن [التنفيذ يبدأ غدا|content].",
      who: ["جون كيري", "جون كيري"]),
    Row(
      name: "4 a left-out source agrees with its verb",
      text: """
        [قال|cue] [جون كيري|speaker] إن [الاتفاق قريب|content]. و[أعلنت|cue] [وزارة الخارجية الروسية|speaker] أن [اللقاء غدا|content]. \
        و[أضافت|cue] أن [الوفد وصل|content]. و[تابع|cue] أن [الوقت ينفد|content].
        """,
      who: ["جون كيري", "وزارة الخارجية الروسية", "وزارة الخارجية الروسية", "جون كيري"]),
    Row(
      name: "5 participle",
      text:
        "[قال|cue] [جون كيري|speaker] إن [الاتفاق قريب|content]، [مضيفا|cue] أن [التنفيذ يبدأ غدا|content]، [محذرا|cue] من [أي تأخير|content].",
      who: ["جون كيري", "جون كيري", "جون كيري"]),
    Row(
      name: "6 accusation with its target", text: "و[اتهمت|cue] [روسيا|speaker] أوكرانيا ب[قصف الجسر|content].",
      who: ["روسيا"]),
    Row(
      name: "a conjunction before the next statement belongs to neither",
      text:
        "[قال|cue] [جون كيري|speaker] إن [الاتفاق قريب من نهايته|content]، بعد أن كان قد [قال|cue] إنه [لا يتوقع نتائج سريعة|content].",
      who: ["جون كيري", "جون كيري"]),
    Row(name: "6 demand", text: "[دعا|cue] [أنطونيو غوتيريش|speaker] إلى [وقف فوري للقتال|content]."),
    Row(name: "7 preposition", text: "و[أعرب|cue] [أنطونيو غوتيريش|speaker] عن [قلقه من التصعيد|content]."),
    Row(name: "7 plain object", text: "و[أكد|cue] [أنطونيو غوتيريش|speaker] [أهمية الحوار بين الطرفين|content]."),
    Row(
      name: "8 leading attribution",
      text: "و[بحسب|cue] [وزارة الدفاع الروسية|speaker]، فإن [القوات انسحبت من المدينة|content].",
      who: ["وزارة الدفاع الروسية"]),
    Row(
      name: "8 trailing attribution",
      text: "[انسحبت القوات من المدينة أمس|content]، [بحسب|cue] [وزارة الدفاع الروسية|speaker]."),
    Row(name: "8 a law is no source", text: "انتخب المجلس رئيسه وفقا للقانون."),
    Row(
      name: "9 quotation first", text: "\"[لن نتراجع عن هذا القرار أبدا|content]\"، [قال|cue] [جون كيري|speaker] أمس.",
      who: ["جون كيري"]),
    Row(
      name: "denial", text: "و[نفت|cue] [إيران|speaker] [مشاركتها في الهجوم|content].", who: ["إيران"], polarity: .deny),
    Row(name: "a block reports nobody", text: "يذكر أن المحادثات بدأت قبل عام. ومن المقرر أن تنتهي غدا."),
    Row(
      name: "an office without its name means the holder",
      text:
        "وصل وزير الخارجية التركي هاكان فيدان أمس. و[قال|cue] [وزير الخارجية التركي|speaker] إن [الحل قريب|content].",
      who: ["هاكان فيدان"]),
    Row(
      name: "an office without a country is the one introduced without",
      text: """
        وصل وزير الخارجية عادل الجبير أمس والتقى وزير الخارجية الألماني زيغمار غابرييل. و[رأى|cue] [وزير الخارجية|speaker] أن \
        [اللقاء مثمر|content].
        """,
      who: ["عادل الجبير"]),
    Row(
      name: "who stands at the head of the sentence, whatever the verb's gender",
      text:
        "أنتوني بلينكن خلال رحلته إلى اليابان و[قالت|cue] إن [الوضع مقلق|content]. كما [اتهم|cue] موسكو ب[قصف الميناء|content].",
      who: ["أنتوني بلينكن", "أنتوني بلينكن"]),
    Row(
      name: "a body by its head",
      text: "زار وفد وزارة الصحة الأردنية. و[أعلنت|cue] [الوزارة|speaker] أن [اللقاح وصل|content].",
      who: ["وزارة الصحة الأردنية"]),
    Row(
      name: "name beside office, between commas",
      text: "[اعتبر|cue] [وزير الخارجية الأمريكي، جون كيري|speaker]، أمس، أن [الوقت حان|content].", who: ["جون كيري"]),
    Row(
      name: "a forgotten quotation mark spoils one sentence",
      text:
        "[قال|cue] [جون كيري|speaker] إن [الأمر انتهى|content]\". و[قال|cue] [سيرغي لافروف|speaker] إن [الأمر بدأ|content].",
      who: ["جون كيري", "سيرغي لافروف"]),
    Row(
      name: "10 relay",
      text: "و[نقلت|cue] وكالة رويترز عن [جون كيري|speaker] قوله إن [الاتفاق قريب|content].", who: ["جون كيري"]),
    Row(
      name: "an aside before the quotation",
      text: "و[قال|cue] [جون كيري|speaker] مشيرا إلى اجتماع الدوحة \"[سنبحث كل الملفات هناك|content]\".",
      who: ["جون كيري"]),
    Row(
      name: "a participle names its source",
      text: "وجرى استعراض العلاقات، [مؤكدا|cue] [وزير الدفاع الأمريكي|speaker] [حرص بلاده على السلام|content]."),
    Row(
      name: "to whom it is said", text: "و[قال|cue] له [جون كيري|speaker] إن [الوقت حان|content].", who: ["جون كيري"]),
    Row(
      name: "the object before بأنه",
      text: "و[وصف|cue] [جون كيري|speaker] [المحادثات بأنها بناءة|content].", who: ["جون كيري"]),
    Row(name: "a denied report", text: "ولم يقل الوزير إن القرار صدر."),
    Row(
      name: "Persian", text: "[حسن روحانی|speaker] [گفت|cue] که [توافق به سود همه است|content].", who: ["حسن روحانی"]),
    Row(
      name: "Hebrew", text: "[בנימין נתניהו|speaker] [אמר|cue] כי [ההסכם היסטורי|content].", who: ["בנימין נתניהו"]),
    Row(
      name: "English", text: "[Vladimir Putin|speaker] [said|cue] that [the treaty was signed|content].",
      who: ["Vladimir Putin"]),
    Row(
      name: "anonymous source", text: "[قال|cue] [مسؤول أميركي|speaker] إن [القرار اتخذ|content].", who: [nil]),
    Row(
      name: "first person is no report", text: "وأعتقد أن الحل قريب."),
    Row(
      name: "8 trailing attribution with a verb",
      text: "[انسحبت القوات من المدينة أمس|content]، [حسبما ذكرت|cue] [وكالة رويترز|speaker]."),
    Row(
      name: "8 leading attribution with a verb",
      text: "و[بحسب ما أعلنت|cue] [وزارة الدفاع الروسية|speaker]، فإن [القوات انسحبت من المدينة|content]."),
    Row(
      name: "8 an attribution between verb and report",
      text: "[قالت|cue] [صحيفة لوموند|speaker] نقلا عن مسؤولين إن [القرار صدر أمس|content]."),
    Row(name: "an act that is refused", text: "ورفضت وزارة الدفاع الأميركية التعليق على الخبر."),
    Row(
      name: "who is told is not who tells",
      text: "[قالت|cue] [إيران|speaker] لوزير الخارجية الروسي إن [الوقت حان|content].", who: ["إيران"]),
    Row(
      name: "an object that is judged", text: "و[اعتبر|cue] [جون كيري|speaker] [الاتفاق خطوة كبيرة|content].",
      who: ["جون كيري"]),
    Row(
      name: "an official without a name is who spoke before",
      text: """
        [قال|cue] [جون كيري|speaker] إن [الاتفاق قريب|content]. و[تابع|cue] [المسؤول الأميركي|speaker] أن [الوفد وصل|content]. \
        و[أضاف|cue] أن [الوقت ينفد|content].
        """,
      who: ["جون كيري", "جون كيري", "جون كيري"]),
    Row(
      name: "an official of another country is another",
      text: """
        [قال|cue] [وزير الخارجية الأميركي جون كيري|speaker] إن [الاتفاق قريب|content]. \
        و[تابع|cue] [المسؤول الإيراني|speaker] أن [الوفد وصل|content].
        """,
      who: ["جون كيري", nil]),
    Row(
      name: "the noun before a name in quotation marks",
      text:
        "[ذكر|cue] [موقع «المرآة»|speaker] أن [القرار صدر|content]. و[قال|cue] [الموقع|speaker] إن [الوفد وصل|content].",
      who: ["المرآة", "المرآة"]),
    Row(
      name: "a subject that is whole, and its object",
      text: "و[وصفت|cue] [الحكومة|speaker] [الحادث بأنه خطير|content]."),
    Row(name: "an adverb is no source", text: "و[أكد|cue] ثانية أن [الوقت حان|content]."),
    Row(name: "many of them", text: "و[أعربت|cue] [العديد من دول الخليج|speaker] عن [قلقها|content]."),
    Row(
      name: "the writer goes back in time",
      text: "و[أعلن|cue] [جون كيري|speaker] أن [الوفد وصل إلى المدينة|content]، وكانت المحادثات قد بدأت قبل شهر."),
    Row(
      name: "a dot behind a title", text: "و[أكد|cue] [الرئيس التنفيذي د. سامر الخطيب|speaker] أن [العمل بدأ|content].",
      who: ["سامر الخطيب"]),
    Row(
      name: "what one is in charge of",
      text: "و[أوضح|cue] [المشرف العام على الإعلام بوزارة الحج سامر الخطيب|speaker] أن [العمل بدأ|content].",
      who: ["سامر الخطيب"]),
  ]

  @Test("statements are found where they are marked", arguments: rows)
  func findsStatements(_ row: Row) { Self.check(row) }

  /// Finds the statements of a row's text and compares them with its marks.
  static func check(_ row: Row) {
    let marked = MarkedBriefing(row.text)
    let found = ShippedLexicon.analyzer.findings(of: marked.briefing(hasTitle: row.hasTitle)).statements
    func texts(_ label: String) -> [String] { marked.marks.filter { $0.label == label }.map(\.text) }
    #expect(found.map(\.content) == texts("content"))
    #expect(found.map(\.cue) == texts("cue"))
    #expect(found.compactMap(\.speaker) == texts("speaker"))
    if !row.who.isEmpty { #expect(found.map(\.speakerEntity) == row.who) }
    for statement in found { #expect(statement.polarity == row.polarity) }
  }

  @Test("what is doubtful has less confidence")
  func confidenceOrdersStatements() {
    let rows = [
      ("a source that is known", "قال جون كيري إن الاتفاق قريب."),
      ("a source left out that nobody can be", "وأضاف أن الاتفاق قريب."),
      ("what will be said", "وسيعلن جون كيري أن الاتفاق قريب."),
    ]
    let values = rows.map { row in
      let found = ShippedLexicon.analyzer.findings(of: Briefing(id: BriefingID("c"), title: "", text: row.1))
      return found.statements.first?.confidence ?? -1
    }
    #expect(values[0] > values[1] && values[0] > values[2], "\(values)")
    #expect(values.allSatisfy { $0 >= 0.05 && $0 <= 0.99 }, "\(values)")
  }

  @Test func quotedWordsAreDirect() {
    let text = "قال جون كيري: \"نحن نريد السلام في المنطقة\". وأضاف أن الحل قريب."
    let found = ShippedLexicon.analyzer.findings(of: Briefing(id: BriefingID("d"), title: "", text: text)).statements
    #expect(found.map(\.kind) == [.direct, .indirect])
  }
}
