import Search
import Testing

@Suite("occurrences in an open article")
struct OccurrencesTests {
  struct Case: Sendable {
    let name: String
    let needle: String
    let text: String
    let found: [String]
  }

  static let cases = [
    Case(name: "without hamza", needle: "ايران", text: "إيران وإيران", found: ["إيران", "إيران"]),
    Case(name: "part of a word", needle: "قال", text: "انتقال", found: ["قال"]),
    Case(name: "with marks", needle: "محمد", text: "مُحَمَّدٌ", found: ["مُحَمَّدٌ"]),
    Case(name: "digits", needle: "2021", text: "عام ٢٠٢١", found: ["٢٠٢١"]),
    Case(name: "case", needle: "nato", text: "NATO", found: ["NATO"]),
    Case(name: "two words", needle: "بيان وزاره", text: "في بيان وزارة", found: ["بيان وزارة"]),
    Case(name: "matches do not overlap", needle: "aa", text: "aaaa", found: ["aa", "aa"]),
    Case(name: "nothing typed", needle: "", text: "abc", found: []),
    Case(name: "blanks only", needle: "  ", text: "a  b", found: []),
    Case(name: "absent", needle: "x", text: "abc", found: []),
  ]

  @Test("folded on both sides, exact in place", arguments: cases)
  func finds(_ row: Case) {
    let bytes = Array(row.text.utf8)
    let got = occurrences(of: row.needle, in: row.text).map { String(decoding: bytes[$0], as: UTF8.self) }
    #expect(got == row.found)
  }
}
