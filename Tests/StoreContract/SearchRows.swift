import Briefings
import Search
import Store

extension StoreContract {
  /// What is typed, and a text that must be found by it, with what must be marked there.
  private struct Spelling {
    let query: String
    let text: String
    let marked: String
  }

  /// What other search engines miss in Arabic.
  private static let spellings = [
    Spelling(query: "الاردن", text: "وصل الوفد إلى الأردن أمس", marked: "الأردن"),
    Spelling(query: "الأردن", text: "وصل الوفد إلى الاردن أمس", marked: "الاردن"),
    Spelling(query: "الخارجية", text: "قالت الخارجيّةِ إنها تتابع", marked: "الخارجيّةِ"),
    Spelling(query: "الخارجية", text: "وزارة الخارجيه تنفي", marked: "الخارجيه"),
    Spelling(query: "محادثات", text: "بدأت مـــحـــادثات جديدة", marked: "مـــحـــادثات"),
    Spelling(query: "محمد", text: "التقى مُحَمَّدٌ نظيره", marked: "مُحَمَّدٌ"),
    Spelling(query: "2021", text: "منذ عام ٢٠٢١ والحرب", marked: "٢٠٢١"),
    Spelling(query: "٢٠٢١", text: "منذ عام 2021 والحرب", marked: "2021"),
    Spelling(query: "1402", text: "در سال ۱۴۰۲ گفت", marked: "۱۴۰۲"),
    Spelling(query: "وزير", text: "وزیر خارجه گفت", marked: "وزیر"),
    Spelling(query: "اجراء", text: "هذا إجراء جديد", marked: "إجراء"),
    Spelling(query: "علي", text: "اعتمد على ذلك", marked: "على"),
    Spelling(query: "مسئول", text: "قال مسؤول كبير", marked: "مسؤول"),
    Spelling(query: "غزة", text: "\u{FECF}\u{FEB0}\u{FE93} تحت الحصار", marked: "\u{FECF}\u{FEB0}\u{FE93}"),
    Spelling(query: "ايران", text: "قالت إي\u{200C}ران ذلك", marked: "إي\u{200C}ران"),
    Spelling(query: "كوريا", text: "بين روسيا وكوريا الشمالية", marked: "كوريا"),
    Spelling(query: "واشنطن", text: "سفيره بواشنطن ولواشنطن", marked: "واشنطن"),
    Spelling(query: "حكومة", text: "مهلة للحكومة الجديدة", marked: "حكومة"),
    Spelling(query: "تصريح", text: "في تصريحاتهم الأخيرة", marked: "تصريحاتهم"),
    Spelling(query: "מלחמה", text: "הוא מתנגד למלחמה", marked: "למלחמה"),
    Spelling(query: "שלום", text: "הסכם שָׁלוֹם חדש", marked: "שָׁלוֹם"),
    Spelling(query: "erdogan", text: "Erdoğan said so", marked: "Erdoğan"),
  ]

  private static func fill(_ store: any BriefingStore) throws {
    try store.add(
      Samples.briefing(
        "truce", "هدنة جديدة في غزة", "أعلنت مصر الاتفاق على وقف إطلاق النار.", date: "2023-11-22", source: "رويترز",
        tags: ["هدنة"]),
      Samples.briefing(
        "talks", "محادثات في القاهرة", "وصل وفد من غزة لبحث الهدنة. قال مصدر: سنعود.", date: "2023-11-20",
        source: "الأهرام"),
      Samples.briefing("rafah", "معبر رفح", "عبرت الشاحنات من رفح إلى غزة.", date: "2024-02-01", source: "رويترز"),
      Samples.briefing("jets", "صفقة طائرات", "تسلمت الدولة مقاتلات F-16 ولم تتسلم F 35 بعد.", date: "2024-03-01"),
      Samples.briefing("spelled", "إطلاق", "تم اطلاق سراح الأسرى بعد وقف القتال.", language: "ar"))
  }

  /// What is typed, and a text that must not be found by it.
  private static let others = [
    (query: "الرياض", text: "قال رياض سلامة ذلك"), (query: "الصين", text: "صين حقه في التعبير"),
    (query: "بالكويت", text: "كويت صغيرة"),
  ]

  private struct QueryCase {
    let query: String
    let ids: [String]
  }

  /// Ids newest first.
  private static let queries = [
    QueryCase(query: "", ids: ["jets", "rafah", "truce", "talks", "spelled"]),
    QueryCase(query: "غزة", ids: ["rafah", "truce", "talks"]),
    QueryCase(query: "غزة هدنة", ids: ["truce", "talks"]),
    QueryCase(query: "غزة OR طائرات", ids: ["jets", "rafah", "truce", "talks"]),
    QueryCase(query: "غزة -هدنة", ids: ["rafah"]),
    QueryCase(query: "-غزة", ids: ["jets", "spelled"]),
    QueryCase(query: "-غزة -طائرات", ids: ["spelled"]),
    QueryCase(query: "(هدنة رفح) OR طائرات", ids: ["jets"]),
    QueryCase(query: "شاحن*", ids: ["rafah"]),
    QueryCase(query: "مح*", ids: ["talks"]),
    QueryCase(query: "\"وقف إطلاق\"", ids: ["truce"]),
    QueryCase(query: "\"إطلاق\"", ids: ["truce", "spelled"]),
    QueryCase(query: "\"اطلاق\"", ids: ["spelled"]),
    QueryCase(query: "اطلاق", ids: ["truce", "spelled"]),
    QueryCase(query: "-\"اطلاق\"", ids: ["jets", "rafah", "truce", "talks"]),
    QueryCase(query: "\"وقف القتال\" OR \"وقف إطلاق\"", ids: ["truce", "spelled"]),
    QueryCase(query: "\"إطلاق وقف\"", ids: []),
    QueryCase(query: "F-16", ids: ["jets"]),
    QueryCase(query: "F-35", ids: ["jets"]),
    QueryCase(query: "16-F", ids: []),
    QueryCase(query: "title:هدنة", ids: ["truce"]),
    QueryCase(query: "title:غزة", ids: ["truce"]),
    QueryCase(query: "-title:غزة غزة", ids: ["rafah", "talks"]),
    QueryCase(query: "title:\"إطلاق\"", ids: ["spelled"]),
    QueryCase(query: "-title:\"إطلاق\" اطلاق", ids: ["truce"]),
    QueryCase(query: "title:(معبر OR صفقة)", ids: ["jets", "rafah"]),
    QueryCase(query: "title:(معبر OR -هدنة)", ids: ["jets", "rafah", "talks", "spelled"]),
    QueryCase(query: "source:رويترز", ids: ["rafah", "truce"]),
    QueryCase(query: "source:اهرام غزة", ids: ["talks"]),
    QueryCase(query: "غزة -source:رويترز", ids: ["talks"]),
    QueryCase(query: "source:الأهرام OR طائرات", ids: ["jets", "talks"]),
    QueryCase(query: "tag:هدنة", ids: ["truce"]),
    QueryCase(query: "lang:en", ids: []),
    QueryCase(query: "date:2023-11 غزة", ids: ["truce", "talks"]),
    QueryCase(query: "date:2023-11-21.. غزة", ids: ["rafah", "truce"]),
    QueryCase(query: "date:2023-11..2024-02 -هدنة", ids: ["rafah"]),
    QueryCase(query: "-date:2023 غزة", ids: ["rafah"]),
    QueryCase(query: "date:2024", ids: ["jets", "rafah"]),
  ]

  /// What must find nothing and break nothing.
  private static let hostile = [
    "') OR 1=1 --", "NEAR(x y)", "{title} : x", "^x", "x AND NOT y", "x; DROP TABLE article", "\0", "ح\u{0}ر", "%",
    "=x",
    "article_fts", "rowid:1", "\u{64B}", "🙂", "x\"\"y", "'", "\\",
  ]

  /// What the index's own language is written with. Around a word of an article they must not act: the words are looked
  /// for as words, or the query is refused as a query.
  private static let syntax = [
    "{w} AND x9", "{w} NOT {w}", "NOT {w}", "{w} NEAR x9", "NEAR({w} {w}, 5)", "NEAR/2", "^{w}", "{w}^2",
    "title:x9 {w}",
    "text : {w} x9", "names:{w}", "names : 1", "- names : {w}", "{title text} : {w}", "-{title} : {w}", "{w} + x9",
    "+ {w}",
    "\"{w}", "{w}\"", "\"{w}\" \"", "\"\"\"{w}", "({w}", "{w})", "()", "(({w}))(", "{ {w}", "{w} }", "{w} , x9",
    "{w} | x9",
    "{w}; x9", "rank {w}", "rank MATCH 'bm25(9)'", "article_fts {w}", "'{w}'", "`{w}`", "[{w}] x9", "{w} -- x9",
    "{w} /* x9",
    "* {w}", "{w} * x9", "**", "*", "{w}**", "\u{2}1", "\u{2}{w}", "= {w} x9", "={w}", "== {w} x9", "?1 {w}", ":a {w}",
    "@a {w}",
    "$a {w}", "{w}\u{0}x9", "\u{0}\"{w}",
  ]

  /// Searching.
  static let searching: [ContractRow] = [
    ContractRow("the index's own syntax is inert") { store in
      try store.add(Samples.briefing("here", "عنوان", "غزة"))
      try store.add(Samples.briefing("else", "عنوان", "كلام"))
      for pattern in syntax {
        let text = pattern.split(separator: "{w}", omittingEmptySubsequences: false).joined(separator: "غزة")
        guard let query = try? Query.parse(text), query != .all else { continue }  // refused, or nothing to look for
        let filter = BriefingFilter()
        for order in [SearchOrder.relevance, .date] {
          let found = try store.search(query, filter: filter, order: order, limit: 9)
          // As an operator an excluded word, a column or a choice would bring the other article, which has none of them.
          let excludes = text.utf8.first == UInt8(ascii: "-")
          try expect(excludes || !found.hits.contains { $0.briefing.id.text == "else" }, text)
        }
        _ = try store.facets(query, filter: filter, limit: 9)
        _ = try store.statements(matching: query, filter: filter, limit: 9)
      }
      try expect(try store.found("غزة").count, is: 1, "afterwards")
    },
    ContractRow("a name typed with its article is not found without it") { store in
      for (number, row) in others.enumerated() {
        try store.add(Samples.briefing("o\(number)", "بلا", row.text))
        try expect(try store.found(row.query), is: [], row.query)
      }
    },
    ContractRow("spellings find each other, and the written form is marked") { store in
      for (number, row) in spellings.enumerated() {
        try store.add(Samples.briefing("s\(number)", "بلا", row.text))
        let filter = BriefingFilter()
        let results = try store.search(try Query.parse(row.query), filter: filter, order: .relevance, limit: 50)
        let hit = try require(results.hits.first { $0.briefing.id.text == "s\(number)" }, "hit for \(row.query)")
        let snippet = try require(hit.snippets.first, "snippet for \(row.query)")
        let marks = snippet.marks.map { Array(Array(snippet.text.utf8)[$0]) }
        try expect(marks.contains(Array(row.marked.utf8)), "\(row.query) marks \(row.marked) in \(snippet.text)")
      }
    },
    ContractRow("the query language") { store in
      try fill(store)
      for row in queries {
        try expect(try store.found(row.query, order: .date), is: row.ids, row.query)
        try expect(Set(try store.found(row.query)), is: Set(row.ids), "by relevance: " + row.query)
      }
    },
    ContractRow("filters and queries together") { store in
      try fill(store)
      try expect(try store.found("غزة", filter: BriefingFilter(source: "رويترز")).sorted(), is: ["rafah", "truce"])
      let days = BriefingFilter(since: PublicationDate("2023-11-21"), until: PublicationDate("2023-11-22"))
      try expect(try store.found("غزة", filter: days), is: ["truce"])
      try expect(try store.found("غزة", order: .date, filter: days), is: ["truce"])
      _ = try store.setRead(true, [BriefingID("truce")])
      try expect(
        try store.found("غزة", order: .date, filter: BriefingFilter(unreadOnly: true)), is: ["rafah", "talks"])
    },
    ContractRow("entities and speakers in queries") { store in
      _ = try store.ingest([
        try Samples.speech("a", says: "الهدنة ستبدأ", stems: ["هدن"]),
        try Samples.speech("b", speaker: "متحدث آخر", says: "سمعنا كلام سيرغي لافروف", stems: ["كلام"]),
      ])
      try expect(try store.found("entity:لافروف"), is: ["a"])
      try expect(try store.found("speaker:\"سيرغي لافروف\" هدنة"), is: ["a"])
      try expect(try store.found("-speaker:لافروف"), is: ["b"])
    },
    ContractRow("the written form ranks above other forms") { store in
      try store.add(
        Samples.briefing("other", "خبر", "هذه تصريحات كثيرة نقلها المراسل", date: "2023-01-03"),
        Samples.briefing("same", "خبر", "هذا تصريح واحد نقله المراسل", date: "2023-01-01"),
        Samples.briefing("third", "خبر", "لا شيء هنا يذكر اليوم", date: "2023-01-02"))
      try expect(try store.found("تصريح"), is: ["same", "other"])
    },
    ContractRow("the headline counts more than the body") { store in
      try store.add(
        Samples.briefing("body", "خبر قصير", "اتفقوا على هدنة اليوم", date: "2023-01-03"),
        Samples.briefing("head", "هدنة اليوم", "اتفقوا على شيء آخر", date: "2023-01-01"),
        Samples.briefing("none", "خبر آخر", "لا شيء هنا يذكر", date: "2023-01-02"))
      try expect(try store.found("هدنة"), is: ["head", "body"])
    },
    ContractRow("newest first within a day too") { store in
      for hour in [8, 20, 14] {
        try store.add(Samples.briefing("h\(hour)", "هدنة", "نص", date: "2023-01-01T\(hour < 10 ? "0" : "")\(hour):00"))
      }
      try expect(try store.found("هدنة", order: .date), is: ["h20", "h14", "h8"])
      let query = try Query.parse("هدنة")
      let two = try store.search(query, filter: BriefingFilter(), order: .date, limit: 2)
      try expect(two.hits.map(\.briefing.id.text), is: ["h20", "h14"])
      try expect(two.total, is: 3)
      try expect(two.isTotalExact, is: true)
    },
    ContractRow("limit and total") { store in
      for number in 0..<30 { try store.add(Samples.briefing("n\(number)", "هدنة \(number)", "نص")) }
      for order in SearchOrder.allCases {
        let results = try store.search(.word("هدنة"), filter: BriefingFilter(), order: order, limit: 7)
        try expect(results.hits.count, is: 7)
        try expect(results.total, is: 30)
        try expect(try store.search(.word("هدنة"), filter: BriefingFilter(), order: order, limit: 0).hits.count, is: 0)
      }
      try expect(try store.search(.all, filter: BriefingFilter(), order: .relevance, limit: 3).total, is: 30)
    },
    ContractRow("snippets are stretches of the text") { store in
      try fill(store)
      let hit = try require(
        try store.search(.word("الهدنة"), filter: BriefingFilter(source: "الأهرام"), order: .date, limit: 1).hits.first,
        "hit")
      let snippet = try require(hit.snippets.first, "snippet")
      let briefing = try require(try store.briefing(hit.briefing.id), "article")
      try expect(briefing.text(at: snippet.place), is: snippet.text)
    },
    ContractRow("whatever is typed is only words") { store in
      try fill(store)
      for text in hostile {
        let query = try Query.parse(text, isComplete: false)
        for order in SearchOrder.allCases {
          _ = try store.search(query, filter: BriefingFilter(), order: order, limit: 5)
          for leaf in [Query.word(text), .prefix(text), .phrase([text]), .adjacent([text]), .title(.word(text))] {
            let results = try store.search(leaf, filter: BriefingFilter(), order: order, limit: 5)
            try expect(results.hits.isEmpty, "\(leaf) finds \(results.hits.map(\.briefing.id))")
          }
        }
      }
      try expect(try store.count(BriefingFilter()), is: 5)
    },
  ]
}
