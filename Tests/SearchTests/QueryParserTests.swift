import Search
import Testing

@Suite("Query language")
struct QueryParserTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let text: String
    let query: Query
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "nothing asks for everything", text: "  ", query: .all),
    Case(name: "one word", text: "هدنة", query: .word("هدنة")),
    Case(name: "words are all required", text: "هدنة غزة", query: .and([.word("هدنة"), .word("غزة")])),
    Case(name: "straight quotes", text: "\"وقف إطلاق النار\"", query: .phrase(["وقف", "إطلاق", "النار"])),
    Case(name: "Arabic quotes", text: "«وقف إطلاق»", query: .phrase(["وقف", "إطلاق"])),
    Case(name: "curly quotes", text: "“cease fire”", query: .phrase(["cease", "fire"])),
    Case(name: "a word in quotes", text: "\"إيران\"", query: .phrase(["إيران"])),
    Case(name: "punctuation in quotes", text: "\"قال، ثم\"", query: .phrase(["قال", "ثم"])),
    Case(name: "empty quotes", text: "\"\" غزة", query: .word("غزة")),
    Case(name: "or", text: "غزة OR رفح", query: .or([.word("غزة"), .word("رفح")])),
    Case(
      name: "or binds closer than the blank", text: "هدنة غزة OR رفح",
      query: .and([.word("هدنة"), .or([.word("غزة"), .word("رفح")])])),
    Case(name: "three alternatives", text: "a OR b OR c", query: .or([.word("a"), .word("b"), .word("c")])),
    Case(name: "punctuation between ors", text: "a OR ـ OR b OR ،", query: .or([.word("a"), .word("b")])),
    Case(name: "punctuation before or", text: "ـ OR a", query: .word("a")),
    Case(name: "a small or is a word", text: "a or b", query: .and([.word("a"), .word("or"), .word("b")])),
    Case(name: "not", text: "غزة -رفح", query: .and([.word("غزة"), .not(.word("رفح"))])),
    Case(name: "not a phrase", text: "-\"a b\"", query: .not(.phrase(["a", "b"]))),
    Case(name: "a dash between blanks", text: "غزة - رفح", query: .and([.word("غزة"), .word("رفح")])),
    Case(name: "prefix", text: "وزا*", query: .prefix("وزا")),
    Case(name: "brackets", text: "(a b) OR c", query: .or([.and([.word("a"), .word("b")]), .word("c")])),
    Case(name: "typed as one", text: "F-16", query: .adjacent(["F", "16"])),
    Case(name: "article and number", text: "الـ15", query: .word("15")),
    Case(name: "particle and number", text: "ب٣٨ و-و11", query: .and([.word("٣٨"), .adjacent(["و", "و", "11"])])),
    Case(name: "typed as one with a star", text: "F-1*", query: .and([.adjacent(["F"]), .prefix("1")])),
    Case(name: "a colon behind a word", text: "قال: نعم", query: .and([.word("قال"), .word("نعم")])),
    Case(
      name: "a plain Arabic word that is a field's name", text: "مصدر: وكالة",
      query: .and([.word("مصدر"), .word("وكالة")])),
    Case(name: "an address", text: "http://example.com", query: .adjacent(["http", "example", "com"])),
    Case(name: "Hebrew abbreviation", text: "צה\"ל בעזה", query: .and([.word("צה\"ל"), .word("בעזה")])),
    Case(name: "title", text: "title:هدنة", query: .title(.word("هدنة"))),
    Case(name: "title with a phrase", text: "title:\"وقف إطلاق\"", query: .title(.phrase(["وقف", "إطلاق"]))),
    Case(name: "title with a star", text: "title:هد*", query: .title(.prefix("هد"))),
    Case(name: "title with brackets", text: "title:(a OR b)", query: .title(.or([.word("a"), .word("b")]))),
    Case(name: "source", text: "source:تسنيم", query: .field(.source, "تسنيم")),
    Case(name: "source with blanks", text: "source:\"وكالة تسنيم\"", query: .field(.source, "وكالة تسنيم")),
    Case(
      name: "entity, speaker and tag", text: "entity:إيران speaker:لافروف tag:حبوب",
      query: .and([.field(.entity, "إيران"), .field(.speaker, "لافروف"), .field(.tag, "حبوب")])),
    Case(name: "language", text: "lang:FA", query: .field(.language, "fa")),
    Case(
      name: "Arabic names of fields", text: "عنوان:هدنة مصدر:تسنيم",
      query: .and([.title(.word("هدنة")), .field(.source, "تسنيم")])),
    Case(
      name: "Persian and Hebrew names of fields", text: "گوینده:لاوروف זוג מקור:הארץ",
      query: .and([.field(.speaker, "لاوروف"), .word("זוג"), .field(.source, "הארץ")])),
    Case(
      name: "a speaker and what the reporting word does", text: "speaker:لافروف cue:deny",
      query: .and([.field(.speaker, "لافروف"), .cue(.polarity(.deny))])),
    Case(
      name: "the same in Arabic", text: "متحدث:لافروف فعل:نفي",
      query: .and([.field(.speaker, "لافروف"), .cue(.polarity(.deny))])),
    Case(name: "what a reporting word does", text: "cue:WARN", query: .cue(.classes([.warn]))),
    Case(
      name: "a reporting word", text: "cue:زعم OR cue:ألمح",
      query: .or([
        .cue(.classes([.claim])), .cue(.word("ألمح")),
      ])),
    Case(name: "never opened", text: "is:unread", query: .isRead(false)),
    Case(name: "opened and quoted", text: "is:read is:direct", query: .and([.isRead(true), .quotation(.direct)])),
    Case(name: "a field that must not hold", text: "-source:تسنيم", query: .not(.field(.source, "تسنيم"))),
    Case(name: "a year", text: "date:2023", query: .published(DayRange(since: 1_672_531_200, until: 1_704_067_200))),
    Case(
      name: "a month in Arabic digits", text: "date:٢٠٢٣-١١",
      query: .published(DayRange(since: 1_698_796_800, until: 1_701_388_800))),
    Case(
      name: "a day", text: "date:2023-11-13", query: .published(DayRange(since: 1_699_833_600, until: 1_699_920_000))),
    Case(
      name: "a range", text: "date:2023-11..2024-01",
      query: .published(DayRange(since: 1_698_796_800, until: 1_706_745_600))),
    Case(name: "an open end", text: "date:2023..", query: .published(DayRange(since: 1_672_531_200, until: nil))),
    Case(name: "an open beginning", text: "date:..2022", query: .published(DayRange(since: nil, until: 1_672_531_200))),
    Case(
      name: "December", text: "date:2023-12", query: .published(DayRange(since: 1_701_388_800, until: 1_704_067_200))),
    Case(
      name: "search engine syntax is only words", text: "NEAR(a b) AND {c} ^d",
      query: .and([
        .word("NEAR"), .and([.word("a"), .word("b")]), .word("AND"), .word("c"), .word("d"),
      ])),
  ]

  @Test("what is read", arguments: cases)
  func reads(_ row: Case) throws { #expect(try Query.parse(row.text) == row.query) }

  struct ErrorCase: CustomTestStringConvertible, Sendable {
    let name: String
    let text: String
    let problem: QueryError.Problem
    let column: Int
    var testDescription: String { name }
  }

  static let errors = [
    ErrorCase(name: "open quote", text: "غزة \"وقف", problem: .unclosedQuote, column: 5),
    ErrorCase(name: "open bracket", text: "(a b", problem: .unbalancedBracket, column: 1),
    ErrorCase(name: "closing bracket", text: "a) b", problem: .unbalancedBracket, column: 2),
    ErrorCase(name: "nearly a field", text: "tilte:a", problem: .unknownField("tilte", meant: "title"), column: 1),
    ErrorCase(name: "another one", text: "غزة sorce:a", problem: .unknownField("sorce", meant: "source"), column: 5),
    ErrorCase(name: "no value", text: "source: a", problem: .emptyField("source"), column: 1),
    ErrorCase(name: "no date", text: "date:2023-13", problem: .badDate("2023-13"), column: 6),
    ErrorCase(name: "a range backwards", text: "date:2024..2023", problem: .badDate("2024..2023"), column: 6),
    ErrorCase(name: "no language", text: "lang:arabic", problem: .badLanguage("arabic"), column: 6),
    ErrorCase(name: "no state", text: "غزة is:old", problem: .badState("old"), column: 8),
    ErrorCase(name: "no cue", text: "cue:", problem: .emptyField("cue"), column: 1),
    ErrorCase(name: "or at the end", text: "a OR", problem: .danglingOr, column: 3),
    ErrorCase(name: "or at the beginning", text: "OR a", problem: .danglingOr, column: 1),
    ErrorCase(name: "two ors", text: "a OR OR b", problem: .danglingOr, column: 6),
    ErrorCase(name: "a star alone", text: "*", problem: .danglingMark("*"), column: 1),
  ]

  @Test("what cannot be read, and where", arguments: errors)
  func points(_ row: ErrorCase) throws {
    let error = try #require(throws: QueryError.self) { try Query.parse(row.text) }
    #expect(error.problem == row.problem)
    #expect(error.column == row.column)
    #expect(error.description.contains("letter \(row.column)"))
  }

  @Test("the place is marked in the query")
  func pointsInside() throws {
    let error = try #require(throws: QueryError.self) { try Query.parse("غزة lang:arabic") }
    #expect(error.pointed == "غزة lang:⟦arabic⟧")
    let open = try #require(throws: QueryError.self) { try Query.parse("a \"b") }
    #expect(open.pointed == "a ⟦\"⟧b")
  }

  @Test("which queries ask for statements")
  func statements() throws {
    for (text, asks) in [
      ("speaker:لافروف cue:deny", true), ("-is:direct", true), ("(a OR cue:warn) b", true), ("speaker:لافروف", false),
      ("is:unread", false),
    ] {
      #expect(try Query.parse(text).asksForStatements == asks, "\(text)")
    }
  }

  @Test("what is still being typed is no error")
  func unfinished() throws {
    for text in ["\"وقف إط", "(a b", "source:", "date:20", "a OR", "*", "-", "lang:a", "tilte:a", "is:un", "cue:"] {
      #expect(throws: Never.self, "\(text)") { try Query.parse(text, isComplete: false) }
    }
    #expect(try Query.parse("\"وقف إط", isComplete: false) == .phrase(["وقف", "إط"]))
  }

  @Test("deep nesting is refused, not run into")
  func deep() {
    let text = String(repeating: "(", count: 100_000)
    #expect(throws: QueryError.self) { try Query.parse(text) }
    #expect(throws: QueryError.self) { try Query.parse(String(repeating: "-", count: 100_000) + "a") }
  }

  @Test("a query of more words than anybody types is refused, complete or not, and only its beginning is repeated")
  func long() throws {
    let texts = [
      "غزة ", "غزة* ", "-غزة ", "\"غزة\" ", "(غزة) ", "entity:غزة ", "غزة-هدنة-", "\"غزة هدنة\" ", "غزة OR هدنة OR ",
    ]
    for text in texts {
      let few = String(repeating: text, count: 100) + "x"
      let many = String(repeating: text, count: 600) + "x"
      _ = try QueryParser().parse(few)
      for isComplete in [true, false] {
        let error = #expect(throws: QueryError.self, "\(text)") { try QueryParser(isComplete: isComplete).parse(many) }
        #expect(error?.problem == .tooLong, "\(text)")
        #expect(try #require(error).pointed.count < 350, "\(text)")
      }
    }
    // The words of one phrase, and of one chunk, count as so many.
    for text in [String(repeating: "غزة ", count: 501), String(repeating: "غزة-", count: 501)] {
      #expect(throws: QueryError.self) { try QueryParser().parse("\"\(text)\"") }
    }
    let wrong = #expect(throws: QueryError.self) {
      try QueryParser().parse("date:" + String(repeating: "9", count: 9_000))
    }
    #expect(try #require(wrong).description.count < 300 && #require(wrong).pointed.count < 350)
  }

  @Test("any text gives a query or an error")
  func anyText() {
    let pieces = [
      "\"", "«", "»", "(", ")", "-", "*", "OR", " ", "title:", "date:", "غزة", "צה\"ל", ":", "2023", "..", "“", "”",
    ]
    var state: UInt64 = 7
    for _ in 0..<5_000 {
      var text = ""
      for _ in 0..<8 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      // Either is fine; ending is what counts.
      _ = try? Query.parse(text)
      #expect(throws: Never.self, "\(text)") { try Query.parse(text, isComplete: false) }
    }
  }
}
