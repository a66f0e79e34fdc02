import Testing

@testable import Search

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

  @Test("a part at a time as well as at once")
  func inParts() {
    let texts =
      Self.cases.map { ($0.needle, $0.text) } + [
        ("ab", "aabab\u{301}ab"), ("و", "و\u{654}\u{64E}و\u{64E}"), ("سوء", "سو\u{64E}\u{621}سوء"),
        ("ffi", "\u{FB03}ﬃff"),
        ("ب", "ب" + String(repeating: "\u{651}", count: 40) + "ب"), ("aab", "aaaabaab"), ("لا", "لالالا"),
      ]
    for (needle, text) in texts {
      let whole = occurrences(of: needle, in: text, limit: .max, partLength: 1_000)
      for length in 1...12 {
        let found = occurrences(of: needle, in: text, limit: .max, partLength: length)
        #expect(found == whole, "'\(needle)' in '\(text)' by \(length)")
        #expect(occurrences(of: needle, in: text, limit: 1, partLength: length) == Array(whole.prefix(1)))
      }
    }
  }
}
