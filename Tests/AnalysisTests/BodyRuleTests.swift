import Briefings
import Testing

@testable import Analysis

/// Names of bodies by grammar, and names that the text itself teaches.
struct BodyRuleTests {
  typealias Row = EntityTests.Row

  static let grammar = [
    Row(
      name: "a body somebody leads, but no portfolio",
      text:
        "حضر رئيس [المجلس الأعلى للقضاء|organization] وعضو [اللجنة البارالمبية الدولية|organization] ووزير الخارجية التشيكي"
    ),
    Row(name: "a weak head with an aim", text: "أعلن [المكتب الاتحادي للإحصاء|organization] أن الرقم صحيح"),
    Row(
      name: "a weak head of two words", text: "زار الوفد [غرفة التجارة والصناعة العربية الألمانية|organization] مساء"),
    Row(name: "a weak head with two adjectives", text: "أصدرت [اللجنة الثورية العليا|organization] قرارا"),
    Row(name: "a weak head with one adjective only", text: "أصدرت اللجنة العليا قرارا جديدا"),
    Row(name: "an aim behind a nationality", text: "قال [المجلس النرويجي لشؤون اللاجئين|organization] إن العدد ارتفع"),
    Row(
      name: "two nouns of doing",
      text: "زار الوفد [هيئة الرقابة والتحقيق|organization] و[وكالة الحجز والتنفيذ|organization]"),
    Row(
      name: "a second field of two words",
      text:
        "توقعت [الرئاسة العامة للأرصاد وحماية البيئة|organization] أمطارا، وزار الوفد [وزارة التجارة وحماية المستهلك|organization]"
    ),
    Row(name: "a second body is none", text: "اجتمع وزراء ب[مجلس النواب|organization] والأحزاب"),
    Row(
      name: "behind a whole name stands what it acts upon",
      text: "انتقدت [منظمة هيومن رايتس ووتش|organization] [إسرائيل|place] أمس"),
    Row(name: "a company and what it does", text: "زار الوفد مقر [شركة سامسونج للإلكترونيات|organization] مساء"),
    Row(
      name: "the body, not its board",
      text: "حضر عضو مجلس إدارة [الشركة الوطنية الموحدة للتوزيع|organization] اللقاء"),
    Row(name: "an adjective before the nationality", text: "نقلت [وكالة الأنباء الرسمية الكوبية|organization] الخبر"),
    Row(
      name: "forces within a command",
      text: "أعلنت [القيادة العامة للقوات المسلحة الإماراتية|organization] ذلك"),
    Row(name: "who presides is no body", text: "عقد الاجتماع برئاسة صاحب السمو الملكي الأمير [خالد بن سعد|person] أمس"),
  ]

  @Test("bodies by grammar", arguments: grammar)
  func findsBodies(_ row: Row) { EntityTests().findsNames(row) }

  static let taught = [
    Row(
      name: "a short name in brackets, and again",
      text: """
        فاز [حزب الشعوب الديمقراطي|organization] ([HDP|organization]) في الجولة. وأعلن [HDP|organization] ذلك. \
        ونشرت [وكالة الأنباء الكونغولية|organization] ([أكونغو|organization]) الخبر.
        """),
    Row(
      name: "a foreign name of two words stands again alone",
      text: "أعلنت [شركة لوميريا فانتو|organization] ذلك. وتملك [لوميريا فانتو|organization] مصنعين."),
    Row(
      name: "a quoted name stands again",
      text: "أغلق موقع «[جروندال|organization]» أبوابه. وعاد [جروندال|organization] إلى العمل."),
    Row(
      name: "an everyday word behind the same given name twice",
      text: "عادت [فاتن حمامة|person] إلى البيت. ثم غنت [فاتن حمامة|person] مساء."),
    Row(
      name: "what somebody is makes no surname",
      text: "كانت كرة فيصل لاعب الفريق بعيدة. ثم عادت كرة فيصل لاعب الفريق أقرب."),
    Row(name: "a kingdom that only an adjective names", text: "قال مسؤول سعودي إن [المملكة|place] تدعم الحل"),
  ]

  @Test("names that the text teaches", arguments: taught)
  func findsTaughtNames(_ row: Row) { EntityTests().findsNames(row) }

  static let foreign = [
    Row(
      name: "English: a head behind capitals, or before of",
      text: """
        The [Kenyan Electoral Commission|organization] met the [Ministry of Foreign Affairs|organization] in [Nairobi|place] and the \
        [Central Bank of Somalia|organization].
        """),
    Row(name: "English: no head, no body", text: "The Old Bridge was closed to the public, it told us."),
    Row(
      name: "Hebrew: a construct, an adjective, a country",
      text: "דובר [משרד החוץ הרוסי|organization] אמר זאת. [ממשלת ישראל|organization] דנה בהצעה."),
    Row(
      name: "Persian: fields and a country",
      text: """
        سخنگوی [وزارت امور خارجه روسیه|organization] چیزی نگفت. [سازمان انرژی اتمی ایران|organization] و \
        [بانک مرکزی ترکیه|organization] هستند که می‌آیند.
        """),
    Row(
      name: "Urdu: names and titles",
      text: """
        [پاکستان|place] کے وزیر اعظم [شہباز شریف|person] نے [اسلام آباد|place] میں [اقوام متحدہ|organization] کے وفد سے ملاقات کی ہے۔
        """),
    Row(
      name: "Urdu: parts of names",
      text: "سابق وزیر [طارق جاوید قریشی|person] نے [لاہور|place] میں بات کی ہے اور یہ کہ وہ کل جائیں گے۔"),
  ]

  @Test("bodies and names in other languages", arguments: foreign)
  func findsForeignNames(_ row: Row) { EntityTests().findsNames(row) }

  static let people = [
    Row(name: "a verb is a name behind بن", text: "حضر الشيخ [ناصر بن يحيى السالم|person] الحفل"),
    Row(name: "a nisba without article ends nasab", text: "حضر الشيخ [ناصر بن خلوفة مباركي|person] الحفل"),
    Row(
      name: "unknown words before what somebody is", text: "وقال [تشيبو مواندي|person] المحلل لدى البنك إن السعر ارتفع"),
    Row(name: "بو in one word", text: "قال الناطق الرسمي باسم الحركة [بوجمعة الرميلي|person] إن الاتفاق تم"),
  ]

  @Test("names of people", arguments: people)
  func findsPeople(_ row: Row) { EntityTests().findsNames(row) }
}
