import Briefings
import Testing

@testable import Analysis

/// Who speaks: sources without a name, long phrases, and subjects that are left out.
struct SpeakerTests {
  typealias Row = StatementTests.Row

  static let phrases = [
    Row(
      name: "where a source without a name is",
      text: "[قال|cue] [مصدر في وزارة الداخلية|speaker] إن [الطريق أغلق|content].",
      who: [nil]),
    Row(
      name: "people of a town",
      text: "[أوضح|cue] [سكان بلدة بيت لحم|speaker] أن [الطريق أغلق|content]."),
    Row(
      name: "a place", text: "[قال|cue] [مسؤولون في واشنطن|speaker] إن [القرار اتخذ|content].", who: [nil]),
    Row(
      name: "what a source knows", text: "[ذكر|cue] [مصدر مطلع على المحادثات|speaker] أن [اللقاء تأجل|content]."),
    Row(
      name: "whom it is near to", text: "و[أوضح|cue] [مصدر مقرب من الرئاسة|speaker] أن [اللقاء تأجل|content]."),
    Row(
      name: "an occasion is no part of it",
      text: "[قال|cue] [مصدر عسكري|speaker] في تصريح للوكالة إن [الطريق أغلق|content]."),
    Row(
      name: "the authorities of a place",
      text: "و[أعلنت|cue] [السلطات في تونس|speaker] أن [الميناء أعيد فتحه|content]."),
    Row(
      name: "a source that asks for anonymity",
      text: "[قال|cue] [مسؤول أمني|speaker] طلب عدم ذكر اسمه إن [الطريق أغلق|content]."),
    Row(
      name: "rebels, by their ending, and whom they accuse",
      text: "و[يتهم|cue] [المتمردون|speaker] الحكومة ب[قطع المؤن|content]."),
    Row(
      name: "two lawyers, by their ending",
      text: "و[طالب|cue] [المحاميان|speaker] بعدها ب[إعادة فتح الملف كاملا|content]."),
    Row(
      name: "a singular that ends like a plural speaks for nobody",
      text: "أقر التعاون الجديد بين البلدين أمس."),
    Row(
      name: "an office, a name in quotation marks and its holder",
      text: "[قال|cue] [الأمين العام لـ«حزب الله»، حسن نصر الله|speaker]، إن [الوقت حان|content].",
      who: ["حسن نصر الله"]),
    Row(
      name: "a medium that is told",
      text: "و[قال|cue] [مصدر طبي|speaker] لوكالة الأنباء الفرنسية إن [العدد ارتفع|content]."),
    Row(
      name: "an apposition before the verb",
      text: "[جون كيري، وزير الخارجية الأمريكي|speaker]، [تعهد|cue] ب[العمل من أجل السلام|content].", who: ["جون كيري"]),
    Row(
      name: "a relative clause before the verb",
      text: "لكن [الخبراء الروس|speaker]، الذين وصلوا أمس، [اعتبروا|cue] أن [الجسر آمن|content]."),
    Row(
      name: "an office whose phrase ends with a body, before the verb",
      text: "وكان [رئيس الاتحاد الأوروبي|speaker] [أعلن|cue] الصيف الماضي أنه [لن يترشح للمنصب|content]."),
    Row(
      name: "a short name of the source in quotation marks",
      text: "[ذكرت|cue] [وكالة الأنباء الإيرانية|speaker] «إيرنا» أن [السفينة وصلت إلى الميناء|content]."),
    Row(
      name: "who is told before a left-out source",
      text: "[قال|cue] [جون كيري|speaker] إن [الاتفاق قريب|content]. و[أوضح|cue] للصحفيين أن [الوفد وصل|content].",
      who: ["جون كيري", "جون كيري"]),
    Row(
      name: "a promise behind a long source",
      text: "[تعهد|cue] [نواب معارضون في البرلمان|speaker] ب[الضغط على الحكومة|content]."),
    Row(
      name: "an act that is not done", text: "[طالب|cue] [الاتحاد الأوروبي|speaker] ب[عدم التهاون مع العنف|content]."),
  ]

  @Test("the noun phrase of a source", arguments: phrases)
  func findsPhrases(_ row: Row) { StatementTests.check(row) }

  static let leftOut = [
    Row(
      name: "who acts in the sentence goes before who spoke in an older one",
      text: """
        [قال|cue] [جون كيري|speaker] إن [الاتفاق قريب|content]. وكان مجلس الأمن الدولي صوت لصالح القرار و[دعا|cue] إلى \
        [تطبيقه كاملا|content].
        """,
      who: ["جون كيري", "مجلس الأمن الدولي"]),
    Row(
      name: "who is met does not act",
      text:
        "[قال|cue] [سيرغي لافروف|speaker] إن [الوقت حان|content]. وبعد لقائه مع جون كيري [أكد|cue] أن [الحل قريب|content].",
      who: ["سيرغي لافروف", "سيرغي لافروف"]),
    Row(
      name: "who acts in the sentence before, in another paragraph",
      text: "وصل سيرغي لافروف إلى جنيف صباح اليوم.\nو[أكد|cue] أن [الحل قريب|content].", who: ["سيرغي لافروف"]),
    Row(
      name: "who goes on speaks as before, whoever acted since",
      text: """
        [قال|cue] [جون كيري|speaker] إن [الاتفاق قريب|content]. ووصل سيرغي لافروف إلى جنيف. و[أضاف|cue] أن [الوفد متفائل|content].
        """,
      who: ["جون كيري", "جون كيري"]),
    Row(
      name: "who is only quoted does not go on",
      text: """
        [قال|cue] [جون كيري|speaker] إن [[سيرغي لافروف|speaker] [أعلن|cue] أن [الوفد وصل|content]|content]. \
        و[أضاف|cue] أن [الوقت ينفد|content].
        """,
      who: ["جون كيري", "سيرغي لافروف", "جون كيري"]),
    Row(
      name: "an outlet that only attributes does not go on",
      text: """
        و[حسب|cue] [قناة الجزيرة|speaker]، [[قال|cue] [وليد المعلم|speaker] إن [الاتفاق مهم|content]|content]. و[أضاف|cue] أن [الوقت حان|content].
        """,
      who: ["قناة الجزيرة", "وليد المعلم", "وليد المعلم"]),
    Row(
      name: "several do not become one",
      text: "[قال|cue] [جون كيري|speaker] إن [الاتفاق قريب|content]. و[أكدوا|cue] أن [الوفد وصل|content].",
      who: ["جون كيري", nil]),
    Row(
      name: "the pronoun behind أن speaks, the name behind the verb is told",
      text: "[قال|cue] [جون كيري|speaker] إنه [[حث|cue] الرئيس سلفا كير على [رفع القيود|content]|content].",
      who: ["جون كيري", "جون كيري"]),
  ]

  static let questioned = [
    Row(
      name: "who is asked answers, not who spoke before",
      text: """
        [قال|cue] [سيرغي لافروف|speaker] إن [الحل قريب|content]. وعندما سئل المتحدث باسم البيت الأبيض عن موقف باريس [قال|cue] إن \
        [الرد يأتي غدا|content].
        """,
      who: ["سيرغي لافروف", nil]),
    Row(
      name: "a place in the question does not answer",
      text: "سئلت أنغيلا ميركل عن موقف باريس. و[قالت|cue] إن [الوقت ينفد|content].",
      who: ["أنغيلا ميركل"]),
  ]

  @Test("who is asked", arguments: questioned)
  func findsWhoIsAsked(_ row: Row) { StatementTests.check(row) }

  @Test("a source that is left out", arguments: leftOut)
  func findsLeftOutSources(_ row: Row) { StatementTests.check(row) }

  static let others = [
    Row(
      name: "as somebody announced",
      text: "[عاد الوفد إلى المدينة مساء أمس|content]، كما [أعلن|cue] [جون كيري|speaker].", who: ["جون كيري"]),
    Row(
      name: "a preposition before the colon of a headline is no source",
      text: "من التهديد إلى التفاوض: كيف تبدلت لهجة القادة\nتفاصيل.", hasTitle: true),
    Row(
      name: "except is not that not",
      text: "[أعلن|cue] [جون كيري|speaker] [استعداد بلاده للحوار إلا أن الوفد تأخر|content].", who: ["جون كيري"]),
    Row(
      name: "that not keeps its negation",
      text: "و[طالب|cue] [جون كيري|speaker] الوفد ب[ألا يغادر المدينة|content].", who: ["جون كيري"]),
    Row(
      name: "if is not that",
      text: "و[أكد|cue] [جون كيري|speaker] [دعم بلاده للخطة إن كانت جادة|content].", who: ["جون كيري"]),
    Row(name: "a supposition", text: "لو اعتقد أحد أن المشكلة صغيرة جدا فقد أخطأ."),
    Row(name: "between, and between", text: "وربط الوزير بين التغيير المنتظر وبين «نهوض الاقتصاد في السنوات المقبلة»."),
    Row(
      name: "a medium in quotation marks that is told",
      text: "و[كشف|cue] [مصدر وثيق الاطلاع|speaker] لـ«الشرق الأوسط» عن [جولة جديدة من المفاوضات|content]."),
    Row(name: "nobody denies", text: "لا ينكر أحد أن المشكلة كبيرة جدا."),
    Row(name: "through, not expressed", text: "قررت السلطات تحرير الأسعار عبر إلغاء الدعم عن هاتين المادتين."),
    Row(
      name: "the occasion is not said",
      text: "[أكد|cue] [جون كيري|speaker] أن [الاتفاق جيد للجميع|content]، في تصريحات نقلتها الصحف.", who: ["جون كيري"]),
    Row(
      name: "a full stop too many before a participle",
      text: "[قال|cue] [جون كيري|speaker] إن [الاتفاق قريب|content]. [مضيفا|cue] أن [الوفد وصل|content].",
      who: ["جون كيري", "جون كيري"]),
    Row(name: "here is no congratulation", text: "نعرف هنا أن الوقت حان."),
    Row(name: "a decision of a city is no source", text: "يجري حل الأزمة الكبيرة في البلاد وفقا لمقررات جنيف."),
    Row(name: "a country before a number", text: "إيران: 4 محطات جديدة قبل نهاية العام\nتفاصيل.", hasTitle: true),
    Row(
      name: "after a colon the quotation is all",
      text: "[قال|cue] [جون كيري|speaker]: \"[لا أحد يعرف إلى أين تسير هذه الأمور|content]\" في إشارة إلى \"الأزمة\".",
      who: ["جون كيري"]),
    Row(
      name: "a lack is an object",
      text: "و[انتقد|cue] [جون كيري|speaker] [عدم دعوة حكومته لحضور الاجتماع|content].", who: ["جون كيري"]),
  ]

  @Test("what looks like a report", arguments: others)
  func tellsReports(_ row: Row) { StatementTests.check(row) }
}
