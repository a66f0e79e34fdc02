import Briefings
import Testing

@testable import Analysis

/// What the rules for bodies, sites and people take, and what they leave.
struct NameRuleTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    var testDescription: String { name }
  }

  static let bodies = [
    Row(name: "named after a king", text: "فتحت [جامعة الملك فيصل|organization] أبوابها"),
    Row(
      name: "named after somebody, and what for",
      text: "زار الوفد [مركز الأمير سلمان بن فهد لعلاج السكري|organization] مساء"),
    Row(name: "two portfolios", text: "أصدرت [وزارة النفط والثروة المعدنية|organization] قرارا"),
    Row(name: "an adjective that judges", text: "هاجم [تنظيم [القاعدة|organization]|organization] الإرهابي البلدة"),
    Row(name: "a participle behind a name", text: "زار [محكمة كرينداس|organization] الواقعة قرب النهر"),
    Row(name: "of whom, not which", text: "ظهر خلاف في إدارة الرئيس الأميركي أمس"),
    Row(name: "a man behind a head", text: "لعب الفريق تحت قيادة الإسباني مساء"),
    Row(name: "foreign as an adjective", text: "تتغير السياسة الخارجية الأميركية ببطء"),
    Row(name: "the cabinet in a prime minister's title", text: "وصل رئيس مجلس الوزراء مساء"),
    Row(name: "joined by و without being one", text: "زار حكومة وشعبا كريمين"),
    Row(name: "a head with its own adjective", text: "شكلت [الهيئة الوطنية للانتخابات|organization] لجنة"),
    Row(name: "a head that is a name with its adjective", text: "حققت [النيابة العامة|organization] في الأمر"),
    Row(name: "behind the nationality", text: "تأسست [الرابطة التونسية للثقافة|organization] أمس"),
    Row(name: "for a region of two words", text: "نشر [معهد واشنطن لسياسات الشرق الأدنى|organization] دراسة"),
    Row(name: "a sum", text: "اجتمعت [مجموعة 5+1|organization] مساء"),
    Row(name: "an agency letter by letter", text: "وصل الوفد مساء ([أ.ف.ب|organization])"),
    Row(name: "everyday nouns inside", text: "بدأت [هيئة مكافحة الفساد|organization] عملها"),
    Row(name: "an everyday word behind a weak head", text: "قامت مجموعة كاملة بالعمل"),
    Row(name: "an event is no body", text: "انعقدت قمة كبيرة وحملة انتخابية ولقاء مطول"),
    Row(name: "a paper alone in quotation marks", text: "كانت «[الشرق الأوسط|organization]» أول الحاضرين"),
    Row(
      name: "a paper that is told something after a long source",
      text: "يقول [سامر الخطيب|person]، مستشار رئيس البلدية القديمة، لـ«[الراصد|organization]»: «نحن هنا»"),
    Row(name: "a short name inside a long one", text: "تابع الناس [قناة [العربية|organization]|organization] مساء"),
    Row(name: "a medium in brackets", text: "نشرت صحيفة ([مورغن كورير|organization]) مقالا"),
    Row(name: "a medium nobody knows", text: "نشرت [صحيفة كوريندال|organization] مقالا"),
    Row(name: "the next noun is no part", text: "شهدت [ميليشيات [حزب الله|organization]|organization] التقدم مساء"),
    Row(name: "a quoted clause is no name", text: "حثت المقاومة «على الالتزام بهذا» مساء"),
    Row(name: "a district is no body", text: "دخلت القوات مديرية [المخا|place] مساء"),
    Row(name: "a front at a place is no body", text: "عاد من جبهة الكريمان مساء"),
    Row(name: "a group in quotation marks is no medium", text: "يعيش السكان في حي لـ\"السنة\" منذ زمن"),
  ]

  static let sites = [
    Row(name: "named after a king", text: "هبطت الطائرة في [مطار الملك خالد الدولي|place] مساء"),
    Row(name: "a city named after a king", text: "وصل إلى [مدينة الملك عبدالله الاقتصادية|place] أمس"),
    Row(name: "a name nobody knows", text: "توقفت [محطة توكاشيرو|place] عن العمل"),
    Row(name: "an everyday word behind it", text: "بني مطار دولي ومحطة نووية هناك"),
    Row(name: "a town nobody knows", text: "سقطت بلدة [كرنداس|place] مساء"),
    Row(name: "a foreign town of two words", text: "يعيش في مدينة [ميرتو غولداس|place] منذ سنة"),
    Row(name: "a quarter with its article", text: "سيطروا على حي [التوارخ|place] أمس"),
    Row(name: "a town that ends like an adjective", text: "وصلوا إلى مدينة [الحبارية|place] مساء"),
    Row(name: "an adjective behind a town", text: "تقع في منطقة جبلية نائية بعيدا"),
    Row(name: "what is done in a province", text: "بدأت المحافظة استئناف العمل"),
    Row(name: "where he was born", text: "عاد إلى مسقط رأسه مساء"),
    Row(name: "compelling circumstances", text: "غاب بسبب الظروف القاهرة أمس"),
    Row(name: "an adverb spelt like a town", text: "وصل باكرًا إلى العمل"),
  ]

  static let people = [
    Row(name: "an initial with its dot", text: "وصل الوزير [Farrow K. Meldon II|person] مساء"),
    Row(name: "a letter that ends a sentence", text: "قرأ الناس Vitamin C. The report أمس"),
    Row(name: "a letter before a place", text: "قرأ الناس Annex B. [Japan|place] أمس"),
    Row(name: "و begins no name", text: "شكر الرئيس وتقديره للحضور كبير"),
    Row(name: "no name across lines", text: "لقاء مع أمير البلاد\nاستعدادات كبيرة في كل مكان"),
    Row(name: "a particle inside", text: "قال سفير [الدنمارك|place] [ياكوب فان درسن|person] ذلك"),
    Row(name: "servant names in two words", text: "وصل [عبد الرقيب الشناوي|person] مساء"),
    Row(name: "بن without a name before it", text: "وقال [بن كارسون|person] إن الأمر واضح"),
    Row(
      name: "a surname that speaks is one elsewhere",
      text: "وقال [فندريش|person] إن الأمر واضح. ثم غادر [فندريش|person] القاعة"),
    Row(name: "an adverb between verb and report", text: "وقالوا بوضوح إن الأمر انتهى"),
    Row(name: "two everyday words after an office", text: "دعا وزير حقوق الإنسان إلى الهدوء"),
    Row(name: "the second word of a compound name", text: "كان المطلب الأساسي واضحا"),
    Row(name: "a title before a place", text: "استقبل الشيخ [تميم بن حمد|person] أمير [دولة قطر|place] الوفد"),
    Row(name: "a woman's name in ة behind her title", text: "قالت السفيرة [مرحونة لوداني|person] إن الوقت حان"),
    Row(name: "the writer's ي of علي", text: "وصل [علي رضا سنجاري|person] مساء"),
    Row(name: "an everyday given name in a nasab", text: "حضر الأستاذ [ماجد بن صالح الكندوري|person] اللقاء"),
    Row(name: "a surname nobody knows behind a rank", text: "صرح العقيد [كيلود الزندي|person] بأن الطريق آمن"),
    Row(name: "whose father he is, and where from", text: "قتل [أبو مالك العراقي|person] مساء"),
    Row(name: "whose father, and his own name", text: "كان [أبو بصير ناصر الكرندي|person] هناك"),
    Row(name: "a bracket inside a name", text: "اتصل بالرئيس (الروسي [فلاديمير) بوتين|person] مساء"),
    Row(name: "a given name that speaks", text: "وقالت [سارة|person]، في ختام اليوم، إن الأمر واضح"),
    Row(name: "a title behind the name", text: "وقال [توندار ميلكوفسكي|person] نائب رئيس المفوضية إن القرار صدر"),
  ]

  @Test("bodies", arguments: bodies)
  func findsBodies(_ row: Row) { check(row) }

  @Test("sites", arguments: sites)
  func findsSites(_ row: Row) { check(row) }

  @Test("people", arguments: people)
  func findsPeople(_ row: Row) { check(row) }

  private func check(_ row: Row) {
    let marked = MarkedBriefing(row.text)
    let found = ShippedLexicon.analyzer.findings(of: marked.briefing())
    let names = found.entities.flatMap { entity in
      entity.mentions.map { ($0.place, "\($0.form)|\(entity.type.rawValue)") }
    }
    #expect(names.sorted { $0.0 < $1.0 }.map(\.1) == marked.marks.map { "\($0.text)|\($0.label)" })
  }
}
