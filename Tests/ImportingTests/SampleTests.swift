import Briefings
import Foundation
import Testing

@testable import Importing

/// The folder of the sample files.
let samples = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Samples")

/// What a sample file brings, read as a file.
func importedSample(_ name: String) throws -> [Importer.Item] {
  var items: [Importer.Item] = []
  let path = samples.appending(path: name).path(percentEncoded: false)
  for file in try Importer.files(at: path).files {
    try Importer().read(file) {
      items.append($0)
      return true
    }
  }
  return items
}

@Suite("sample files")
struct SampleTests {
  struct Case: Sendable {
    let file: String
    var item = 0
    var count = 1
    let title: String
    var text: [String]
    var id: String?
    var date: String?
    var source = ""
    var url = ""
    var author = ""
    var language: String?
    var tags: [String] = []
    var problem: String?
  }

  static let cases = [
    Case(
      file: "arabic-agency.html", title: "مسقط تستضيف جولة جديدة من محادثات الملاحة",
      text: [
        "وصلت إلى مسقط، مساء الأحد، وفود أربع دول للمشاركة في جولة ثالثة من المحادثات بشأن أمن الممرات البحرية في بحر العرب.",
        "وقال وكيل وزارة الخارجية العمانية للشؤون السياسية، في بيان رسمي (https://fm.gov.example/statements/118?id=4)، إن الجولة "
          + "«تركز على آلية إنذار مبكر تشترك فيها البحريات المعنية»، مضيفا أن السلطنة لا تنحاز إلى أي طرف.",
        "## خلاف على التمويل", "وأوضح مصدر دبلوماسي أن الخلاف الباقي يدور حول ثلاث نقاط:",
        "- من يدفع كلفة محطات الرصد الساحلية؛\n- من يقود غرفة العمليات المشتركة؛\n- متى تبدأ الدوريات.",
        "> لن نوقع ورقة لا نعرف من يدفع ثمنها.",
        "وكانت الجولة الثانية قد انتهت في يناير من دون اتفاق، لكن الأطراف وصفتها بأنها «بناءة»، واتفقت على العودة إلى مسقط.",
        "ومن المقرر أن تختتم الجولة يوم الثلاثاء بمؤتمر صحفي مشترك.",
      ],
      date: "2024-02-19T07:45:00+04:00",
      source: "وكالة الضفاف", url: "https://www.aldifaf.example/news/2024/02/19/muscat-talks",
      author: "سلمى الحارثي, مازن قدور", language: "ar", tags: ["سلطنة عمان", "أمن الملاحة"]),
    Case(
      file: "persian-weblog.html", title: "توافق تازه بر سر آب هیرمند",
      text: [
        "هیئت‌های ایران و افغانستان روز یک‌شنبه در زابل دیدار کردند و گفتند درباره‌ی نصب دو ایستگاه سنجش آب به توافق رسیده‌اند.",
        "به گفته‌ی سخنگوی وزارت نیرو، ایستگاه نخست تا پایان سال کار خود را آغاز می‌کند، اما جای ایستگاه دوم هنوز روشن نیست.",
        "سخنگوی طرف افغان نیز گفت: «آب کافی در بند نیست و هیچ کس نمی‌تواند آنچه را نیست بدهد.»",
        "کارشناسان می‌گویند خشک‌سالی سه‌ساله، سطح دریاچه‌ی هامون را به پایین‌ترین اندازه رسانده است؛ در بخش‌هایی دیگر آبی نمانده "
          + "است.",
      ],
      date: "2023-11-13T10:20:00+03:30", source: "روزنامه کرانه",
      url: "https://karaneh.example/1402/08/helmand", author: "نرگس فرهمند", language: "fa"),
    Case(
      file: "hebrew-microdata.html", title: "ירושלים ועמאן חידשו את שיחות המים",
      text: [
        "נציגי ישראל וירדן נפגשו השבוע במלון על חוף ים המלח, ודנו בהגדלת כמות המים שתועבר לממלכה בקיץ הקרוב.",
        "\"ההסכם טוב לשני הצדדים\", אמר בכיר במשרד האנרגיה, \"אבל עדיין אין חתימה\".",
        "בעמאן מסרו כי ההחלטה תתקבל עד סוף החודש.",
        "שנה | מיליוני קוב", "2020 | 50", "2021 | 100",
        "ארגוני סביבה ביקרו את ההסכם, וטענו כי הוא אינו עוצר את ירידת המפלס של ים המלח.",
      ], date: "2022-06-07T18:30:00+03:00", source: "חדשות הגשר", author: "נעמה ברק"),
    Case(
      file: "arabic-windows-1256.html", title: "الجامعة العربية تؤجل اجتماع الخرطوم",
      text: [
        "القاهرة - من مراسلنا:",
        "أعلنت الأمانة العامة لجامعة الدول العربية تأجيل الاجتماع الذي كان مقررا عقده في الخرطوم إلى أجل غير مسمى، بناء على طلب "
          + "ثلاث دول أعضاء.",
        "وقال مصدر في الأمانة العامة إن التأجيل جاء لأسباب فنية، نافيا ما تردد عن خلافات حول جدول الأعمال.",
        "وكان وزراء الخارجية العرب قد ناقشوا في اجتماعهم الأخير مشروع قرار يدعو إلى وقف إطلاق النار، ثم أرجأوا التصويت عليه.",
      ], source: "جريدة الميناء"),
    Case(
      file: "arabic-utf-16.txt", title: "بكين تستدعي السفير الياباني",
      text: [
        "استدعت وزارة الخارجية الصينية، يوم الخميس، السفير الياباني للاحتجاج على زيارة وفد برلماني إلى تايبيه.",
        "وقالت الوزارة إن الزيارة «تنتهك التعهدات»، ولم يصدر رد من طوكيو حتى مساء اليوم.",
      ], source: "نشرة المحيط"),
    Case(
      file: "arabic-iso-8859-6.txt", title: "لاهاي تعقد جلسة علنية",
      text: [
        "بدأت محكمة العدل الدولية جلسات الاستماع في الدعوى، ومن المتوقع أن تستمر أسبوعا.\n"
          + "وقال المدعي إن الأدلة كافية، ونفى المحامي ذلك."
      ], problem: "ISO-8859-6"),
    Case(
      file: "hebrew-windows-1255.txt", title: "הקבינט יתכנס מחר",
      text: [
        "הקבינט המדיני יתכנס מחר בערב לדיון בהסכם, כך נמסר ממשרד ראש הממשלה.\n"
          + "שר הביטחון אמר כי \"עדיין לא התקבלה החלטה\"."
      ], problem: "WINDOWS-1255"),
    Case(
      file: "english-windows-1252.txt", title: "Envoys meet in Reykjavík",
      text: [
        "The envoys — four of them — met for an hour. “We agreed on nothing,” said one; the café nearby did better."
      ], problem: "WINDOWS-1252"),
    Case(
      file: "agency.rss", count: 3, title: "نيروبي تعرض الوساطة بين الخرطوم و\"أديس أبابا\"",
      text: [
        "عرضت الحكومة الكينية، الثلاثاء، الوساطة بين السودان وإثيوبيا في ملف الحدود.",
        "وقال الرئيس الكيني إن بلاده «مستعدة لاستضافة اللقاء متى شاء الطرفان».",
      ],
      id: "https://www.aldifaf.example/?p=4711", date: "2024-03-05T18:05:09+03:00", source: "وكالة الضفاف - سياسة",
      url: "https://www.aldifaf.example/news/nairobi", author: "هالة منصور", language: "ar",
      tags: ["أفريقيا", "سد النهضة & المياه"]),
    Case(
      file: "agency.rss", item: 1, count: 3, title: "بيان مقتضب من الدوحة",
      text: ["قالت الدوحة إنها «تتابع» التطورات، ولم تزد."], id: "aldifaf.example#9102", date: "2024-03-06T06:00:00Z",
      source: "وكالة الضفاف - سياسة", url: "https://www.aldifaf.example/news/doha", author: "مكتب الدوحة",
      language: "ar"),
    Case(
      file: "agency.rss", item: 2, count: 3, title: "خبر بلا نص", text: [],
      source: "وكالة الضفاف - سياسة", url: "https://www.aldifaf.example/news/empty", language: "ar", problem: "'soon'"),
    Case(
      file: "institute.atom", count: 2, title: "Baltic cables: “no proof yet”",
      text: [
        "Investigators in three capitals said that the evidence was thin & contested.", "### What is known",
        "- Two cables were cut.\n- A ship was near.",
        "“We have no proof,” the prosecutor said; see the filing (https://court.example/filing).",
      ],
      id: "tag:institute.example,2024:cables", date: "2024-04-01T09:30:00+02:00", source: "Harbour Institute — Reports",
      url: "https://institute.example/reports/2024/cables.html", author: "Ingrid Solberg, Tomas Ruus", language: "en",
      tags: ["Baltic Sea"]),
    Case(
      file: "institute.atom", item: 1, count: 2, title: "ملخص بالعربية",
      text: ["قال المحققون إن الأدلة لا تزال ضعيفة."],
      id: "tag:institute.example,2024:cables-ar", date: "2024-04-02T12:00:00Z", source: "Harbour Institute — Reports",
      url: "https://institute.example/reports/2024/cables-ar.html", author: "Harbour Institute", language: "ar"),
    Case(
      file: "bulletin.rdf", count: 2, title: "جيبوتي تمدد اتفاق القاعدة",
      text: [
        "مددت جيبوتي اتفاق القاعدة البحرية عشر سنوات أخرى، وفق ما أعلن وزير الخارجية.",
        "ولم يكشف الوزير عن قيمة الإيجار الجديد.",
      ],
      id: "https://bulletin.example/12", date: "2021-09-03T11:00:00+03:00", source: "نشرة المضيق",
      url: "https://bulletin.example/12", author: "فريق النشرة", language: "ar", tags: ["القرن الأفريقي"]),
    Case(
      file: "broken.rss", count: 2, title: "Talks resume", text: ["Talks resume in Vienna & Geneva."],
      source: "Desk & Chair", url: "https://desk.example/1", problem: "broken XML"),
    Case(
      file: "broken.rss", item: 1, count: 2, title: "Second item", text: ["It is read, too."],
      source: "Desk & Chair", url: "https://desk.example/2"),
    Case(
      file: "newsletter.eml", title: "أنقرة ترسل وفدا إلى بغداد لبحث المياه",
      text: [
        "## نشرة الصباح", "أعلنت أنقرة، الأربعاء، أن وفدها سيتوجه إلى بغداد غدا لبحث ملف المياه.",
        "وقال وزير الموارد المائية العراقي إن «الأرقام وحدها ستحسم النقاش».",
      ], id: "20231214.081@morning.example", date: "2023-12-14T08:00:00+03:00", source: "نشرات المشرق",
      author: "نشرة الصباح"),
    Case(
      file: "list.mbox", count: 3, title: "Gespräche in Genf resumed",
      text: ["Der Gesandte sagte, die Gespräche „laufen weiter“ — mehr nicht.", "From the archive: an older note."],
      id: "1@list.example", date: "2023-11-13T07:59:58+01:00", source: "Desk, Evening"),
    Case(
      file: "list.mbox", item: 1, count: 3, title: "المبعوث يعود إلى جنيف",
      text: ["قال المبعوث إن المحادثات مستمرة، ولم يحدد موعدا.\nونفت الوزارة ذلك."], id: "2@list.example",
      date: "2023-11-14T07:00:00Z", source: "Arabic Desk"),
    Case(
      file: "list.mbox", item: 2, count: 3, title: "cut off",
      text: ["This line was wrapped by the program that sent it and goes on here.", "A second paragraph."],
      source: "x@list.example", problem: "ends before its last part"),
    Case(
      file: "newsboat.txt", title: "نيروبي تعرض الوساطة",
      text: [
        "عرضت الحكومة الكينية، الثلاثاء، الوساطة بين السودان وإثيوبيا في ملف الحدود.",
        "وقال الرئيس الكيني إن بلاده مستعدة.",
      ],
      date: "2024-03-05T18:05:09+03:00", source: "وكالة الضفاف - سياسة",
      url: "https://www.aldifaf.example/news/nairobi", author: "هالة منصور"),
  ]

  @Test("each sample becomes the articles that it holds", arguments: cases)
  func reads(_ row: Case) throws {
    let items = try importedSample(row.file)
    try #require(items.count == row.count)
    let got = try items[row.item].get()
    #expect(got.briefing.title == row.title)
    #expect(got.briefing.text == row.text.joined(separator: "\n\n"))
    #expect(got.briefing.id.text == row.id ?? contentID(title: row.title, text: got.briefing.text).text)
    #expect(got.briefing.date?.text == row.date)
    #expect(got.briefing.source == row.source)
    #expect(got.briefing.url == row.url)
    #expect(got.briefing.author == row.author)
    #expect(got.briefing.language == row.language)
    #expect(got.briefing.tags == row.tags)
    #expect(got.problems.count == (row.problem == nil ? 0 : 1), "\(got.problems)")
    if let words = row.problem { #expect(got.problems.first?.message.contains(words) == true, "\(got.problems)") }
  }

  @Test("each sample reads the same through a pipe, its format guessed")
  func guesses() throws {
    for file in Set(Self.cases.map(\.file)) {
      let bytes = try Data(contentsOf: samples.appending(path: file))
      let piped = try imported(bytes, name: "standard input").map { try $0.get().briefing }
      #expect(try importedSample(file).map { try $0.get().briefing } == piped, "\(file)")
    }
  }

  @Test("no sample is left without a row")
  func knowsAll() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: samples.path(percentEncoded: false))
    #expect(Set(files) == Set(Self.cases.map(\.file)))
  }
}
