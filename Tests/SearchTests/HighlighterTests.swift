import Briefings
import Search
import Testing

@Suite("Highlighting")
struct HighlighterTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let query: String
    /// The text with the expected marks in square brackets.
    let marked: String
    var field = BriefingField.text
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "marks included", query: "محمد", marked: "وصل [مُحَمَّدٌ] أمس"),
    Case(name: "without hamza", query: "الاردن", marked: "في [الأردن] اليوم"),
    Case(name: "tatweel", query: "محادثات", marked: "بدأت [مـــحـــادثات] جديدة"),
    Case(name: "an attached conjunction stays outside", query: "كوريا", marked: "روسيا و[كوريا] معا"),
    Case(name: "the article is part of the word", query: "وزير", marked: "قال [الوزير] ثم و[الوزير]"),
    Case(name: "a particle that was asked for", query: "والوزير", marked: "قال [الوزير] [والوزير]"),
    Case(name: "other forms", query: "تصريح", marked: "[تصريحات] و[تصريحاتهم]"),
    Case(name: "a prefix", query: "وزا*", marked: "[وزارة] و[الوزارات] لا وزير"),
    Case(name: "a phrase as written", query: "\"وقف إطلاق\"", marked: "[وقف إطلاق] ثم وقف اطلاق"),
    Case(name: "a word as written", query: "\"إجراء\"", marked: "[إجراء] اجراء الإجراء"),
    Case(name: "a phrase over a repeated word", query: "\"a a b\"", marked: "a [a a b]"),
    Case(name: "typed as one", query: "F-16", marked: "طائرات [F-16] و16 F"),
    Case(name: "what must not be there", query: "غزة -رفح", marked: "[غزة] رفح"),
    Case(name: "alternatives", query: "غزة OR رفح", marked: "[غزة] و[رفح]"),
    Case(name: "digits", query: "2021", marked: "عام [٢٠٢١]"),
    Case(name: "headline words do not mark the body", query: "title:غزة رفح", marked: "غزة [رفح]"),
    Case(name: "headline words mark the headline", query: "title:غزة رفح", marked: "[غزة] [رفح]", field: .title),
    Case(name: "Hebrew preposition", query: "ממשלה", marked: "[הממשלה] אמרה [בממשלה]"),
    Case(name: "a name typed with its article", query: "الهند", marked: "[الهند] وب[الهند] لا هند"),
    Case(name: "a name typed without its article", query: "هند", marked: "[الهند] وب[الهند] و[هند]"),
    Case(name: "a noun typed with its article", query: "الوزير", marked: "[وزير] و[الوزير]"),
    Case(name: "fields mark nothing", query: "source:غزة", marked: "غزة"),
  ]

  @Test("marks", arguments: cases)
  func marks(_ row: Case) throws {
    let query = try Query.parse(row.query)
    var out: [UInt8] = []
    var at = 0
    let bytes = Array(plain(row.marked).utf8)
    for range in Highlighter(query).ranges(in: plain(row.marked), field: row.field) {
      out += bytes[at..<range.lowerBound] + [UInt8(ascii: "[")] + bytes[range] + [UInt8(ascii: "]")]
      at = range.upperBound
    }
    out += bytes[at...]
    #expect(String(decoding: out, as: UTF8.self) == row.marked)
  }

  private func plain(_ marked: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in marked.unicodeScalars where scalar != "[" && scalar != "]" { view.append(scalar) }
    return String(view)
  }
}
