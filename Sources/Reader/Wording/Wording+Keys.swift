/// What keys do, in the help and in the line of hints.
extension Wording {
  func title(_ group: Keymap.Group.Kind) -> String {
    switch group {
    case .moving: say("Moving", "التنقل")
    case .articles: say("Articles: the chosen one, or those marked", "المقالات: المختار أو المعلَّمة")
    case .reading: say("Reading", "القراءة")
    case .panel: say("Panel", "اللوحة الجانبية")
    case .threads: say("Who said what, and when", "من قال ماذا ومتى")
    case .names: say("Names: what is decided holds in all articles", "الأسماء: ما يُقرَّر يسري على كل المقالات")
    case .searching: say("Searching", "البحث")
    case .program: say("Program", "البرنامج")
    }
  }

  /// What the help calls an action.
  func help(_ action: Action) -> String {
    switch action {
    case .down: say("down one line or row", "سطر أو صف إلى الأسفل")
    case .up: say("up one line or row", "سطر أو صف إلى الأعلى")
    case .pageDown: say("down one page", "صفحة إلى الأسفل")
    case .pageUp: say("up one page", "صفحة إلى الأعلى")
    case .halfPageDown: say("down half a page", "نصف صفحة إلى الأسفل")
    case .halfPageUp: say("up half a page", "نصف صفحة إلى الأعلى")
    case .top: say("to the beginning", "إلى البداية")
    case .bottom: say("to the end", "إلى النهاية")
    case .nextPane: say("to the next pane", "إلى القسم التالي")
    case .previousPane: say("to the pane before", "إلى القسم السابق")
    case .paneLeft:
      say("to the pane on the left; into a group or out of it", "إلى القسم الأيسر، أو دخول المجموعة أو الخروج منها")
    case .paneRight:
      say("to the pane on the right; into a group or out of it", "إلى القسم الأيمن، أو دخول المجموعة أو الخروج منها")
    case .open:
      say(
        "open the article, go to the place, list the entity's articles",
        "فتح المقال، أو الذهاب إلى الموضع، أو سرد مقالات الاسم")
    case .back: say("back to where the last jump began", "رجوع إلى ما قبل القفزة الأخيرة")
    case .forward: say("forward again", "تقدُّم مجددًا")
    case .nextArticle: say("next article of the list", "المقال التالي في القائمة")
    case .previousArticle: say("article before in the list", "المقال السابق في القائمة")
    case .nextUnread: say("next unread article", "المقال التالي غير المقروء")
    case .toggleRead: say("mark as read or unread", "تعليم مقروءًا أو غير مقروء")
    case .toggleMark:
      say(
        "mark the row or the statement, for what is done to several at once; in the text select words",
        "تعليم الصف أو التصريح لعمل يشمل عدة عناصر؛ وفي النص تحديد كلمات")
    case .links: say("links of the article, opened or copied", "روابط المقال لفتحها أو نسخها")
    case .trail: say("where back and forward lead", "المواضع التي يقود إليها الرجوع والتقدُّم")
    case .cite: say("copy with source, title, date and address", "النسخ مع المصدر والعنوان والتاريخ والرابط")
    case .setMark: say("give this place a letter, until the end", "تسمية هذا الموضع بحرف حتى الخروج")
    case .goToMark: say("go to the place of a letter", "الذهاب إلى موضع حرف")
    case .markRange:
      say(
        "mark all from the marked one above; on a marked statement take all marks away",
        "تعليم الكل من المعلَّم فوقه؛ وعلى تصريح معلَّم إزالة كل العلامات")
    case .toggleFlag: say("flag it, or take the flag away", "وضع راية عليه أو إزالتها")
    case .addTag: say("give it a tag", "إعطاؤه وسمًا")
    case .removeTag: say("take a tag from it", "نزع وسم عنه")
    case .deleteArticles: say("delete it; \(key(.undo)) brings it back", "حذفه؛ \(key(.undo)) لاستعادته")
    case .groupList:
      say(
        "group the list: by story (an article and its reprints, the newest on top), source, name, date, tag",
        "تجميع القائمة: حسب الخبر (المقال ونسخه المعادة تحت أحدثها) أو المصدر أو الاسم أو التاريخ أو الوسم")
    case .foldAll: say("fold all groups", "طي كل المجموعات")
    case .unfoldAll: say("unfold all groups", "بسط كل المجموعات")
    case .filterList:
      say(
        "narrow the list: words of titles, source: tag: date:",
        "تضييق القائمة: كلمات من العناوين، أو \(isolated("source: tag: date:"))")
    case .nextOrder:
      say(
        "the next order: newest, oldest, title, source, unread",
        "الترتيب التالي: الأحدث، الأقدم، العنوان، المصدر، غير المقروء")
    case .nextDates:
      say("dates: Gregorian, how long ago, Hijri, Solar Hijri", "التواريخ: ميلادية، كم مضى، هجرية، هجرية شمسية")
    case .editions:
      say("versions of the text, compared, and reprints", "صيغ النص مقارنةً، ونسخه المعادة")
    case .resetView: say("order, groups and dates as at first", "الترتيب والتجميع والتواريخ كما كانت أولًا")
    case .nextDigits: say("digits of dates and counts", "أرقام التواريخ والأعداد")
    case .zoom: say("give this pane the whole screen, or take it back", "ملء الشاشة بهذا القسم أو إعادته")
    case .widen: say("make this pane wider", "توسيع هذا القسم")
    case .narrow: say("make this pane narrower", "تضييق هذا القسم")
    case .toggleList: say("show or hide the list beside the text", "إظهار القائمة بجانب النص أو إخفاؤها")
    case .copy:
      say(
        "copy the selected statement, name or paragraph, in logical order",
        "نسخ التصريح أو الاسم أو الفقرة المختارة بترتيبها المنطقي")
    case .export:
      say(
        "write articles, statements or a dossier into a file",
        "حفظ مقالات أو تصريحات أو ملف عن اسم أو موضوع على القرص")
    case .togglePanel: say("show or hide the side panel", "إظهار اللوحة الجانبية أو إخفاؤها")
    case .entitiesTab: say("entities of the article", "أسماء المقال")
    case .statementsTab: say("statements of the article", "تصريحات المقال")
    case .notesTab: say("notes on the article", "الملاحظات على المقال")
    case .writeNote:
      say(
        "write a note on the selected statement, else on the article",
        "كتابة ملاحظة على التصريح المختار، وإلا فعلى المقال")
    case .nextStatement: say("next statement in the text", "التصريح التالي في النص")
    case .previousStatement: say("statement before in the text", "التصريح السابق في النص")
    case .related: say("statements related to the selected one", "تصريحات ذات صلة بالمختار")
    case .thread:
      say(
        "the thread of the statement: its reports and what bears on it",
        "خيط التصريح: من أوردوه وما يتصل به")
    case .compare:
      say(
        "compare the statement: with the one the page is about, or with the next one chosen so",
        "مقارنة التصريح بتصريح الصفحة، أو بما يُختار بعده بالمفتاح نفسه")
    case .entityCard:
      say(
        "the card of the speaker or of the selected name: forms, numbers, neighbours, latest statements",
        "بطاقة المتحدث أو الاسم المختار: صيغه وأعداده ومن يُذكر معه وأحدث الأقوال")
    case .speakerTimeline:
      say(
        "all that the speaker or the selected name said, by day", "كل ما قاله المتحدث أو صاحب الاسم المختار، يومًا بيوم")
    case .topicTimeline:
      say("all that was said on the statement's matter, by day", "كل ما قيل في موضوع التصريح، يومًا بيوم")
    case .toggleDoubtful:
      say("hide the doubtful statements, marked ?, or show them", "إخفاء التصريحات المشكوك فيها (؟) أو إظهارها")
    case .flip: say("exchange the sides of list and panel", "تبديل جانبي القائمة واللوحة")
    case .mergeEntity:
      say("mark the selected entity, then merge it into another one", "تعليم الاسم المختار ثم دمجه في اسم آخر")
    case .renameEntity: say("rename it", "إعادة تسميته")
    case .retypeEntity: say("make it a person, an organization, a place", "جعله شخصًا أو جهة أو مكانًا")
    case .rejectEntity: say("reject it: no name", "رفضه: ليس اسمًا")
    case .rejectMention:
      say("reject the mention that \(key(.nextMatch)) went to", "رفض الموضع الذي بلغه \(key(.nextMatch))")
    case .splitForm:
      say(
        "split off the form of the mention that \(key(.nextMatch)) went to",
        "فصل صيغة الموضع الذي بلغه \(key(.nextMatch))")
    case .addEntity:
      say(
        "make an entity of the words that \(key(.findInArticle)) found, or a mention of a known one",
        "جعل ما عثر عليه \(key(.findInArticle)) اسمًا، أو ذكرًا لاسم معروف")
    case .undo: say("take the last change or decision back", "التراجع عن آخر تغيير أو قرار")
    case .findInArticle: say("search in the article", "البحث في المقال")
    case .nextMatch:
      say("next match, or next mention of the selected entity", "المطابقة التالية، أو الذكر التالي للاسم المختار")
    case .previousMatch: say("match before, or mention before", "المطابقة السابقة، أو الذكر السابق")
    case .searchArchive: say("search the archive", "البحث في الأرشيف")
    case .searchKind:
      say("search articles, statements or names", "البحث في المقالات أو التصريحات أو الأسماء")
    case .narrowSearch:
      say(
        "narrow the search by source, month, name or speaker",
        "تضييق البحث بمصدر أو شهر أو اسم أو متحدث")
    case .saveSearch: say("save the search under a name", "حفظ البحث باسم")
    case .savedSearches: say("saved searches, and what is new in them", "عمليات البحث المحفوظة وجديدها")
    case .sinceLastTime:
      say(
        "what is new since last time: positions, names, articles", "الجديد منذ آخر مرة: مواقف وأسماء ومقالات")
    case .markAllSeen: say("all that is new there counts as seen", "عدّ كل الجديد هناك مقروءًا")
    case .rankAll:
      say("rank all that match, not only the newest", "ترتيب كل ما يطابق، لا أحدثه فقط")
    case .help: say("all keys", "كل المفاتيح")
    case .redraw: say("draw the screen anew", "إعادة رسم الشاشة")
    case .suspend: say("stop; the shell's fg continues", "إيقاف مؤقت؛ يعيده fg في الصدفة")
    case .nextTheme: say("the next theme", "المظهر التالي")
    case .palette: say("a command by its name", "أمر باسمه")
    case .language: say("speak Arabic or English", "التحدث بالعربية أو الإنجليزية")
    case .leave: say("leave what is open; from the list, the program", "مغادرة المفتوح؛ ومن القائمة مغادرة البرنامج")
    case .quit: say("leave the program", "مغادرة البرنامج")
    }
  }

  /// What the line of hints calls an action.
  func hint(_ action: Action) -> String {
    switch action {
    case .open: say("open", "فتح")
    case .back: say("back", "رجوع")
    case .nextPane: say("pane", "القسم")
    case .togglePanel: say("panel", "اللوحة")
    case .entitiesTab: say("entities", "الأسماء")
    case .statementsTab: say("statements", "التصريحات")
    case .related: say("related", "ذات صلة")
    case .speakerTimeline: say("said by", "أقواله")
    case .thread: say("thread", "الخيط")
    case .entityCard: say("card", "بطاقة")
    case .compare: say("compare", "مقارنة")
    case .findInArticle: say("find", "بحث في المقال")
    case .searchArchive: say("search", "بحث")
    case .groupList: say("groups", "مجموعات")
    case .filterList: say("filter", "ترشيح")
    case .toggleMark: say("mark", "تعليم")
    case .toggleFlag: say("flag", "راية")
    case .help: say("keys", "المفاتيح")
    case .palette: say("commands", "الأوامر")
    case .leave: say("leave", "خروج")
    default: help(action)
    }
  }
}
