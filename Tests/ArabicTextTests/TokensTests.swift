import ArabicText
import Testing

@Suite("Tokens")
struct TokensTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let text: String
    let folded: [String]
    var written: [String]?
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "words and a comma", text: "قال، ثم", folded: ["قال", "،", "ثم"]),
    Case(name: "marks belong to the word", text: "مُحَمَّدٌ قال", folded: ["محمد", "قال"], written: ["مُحَمَّدٌ", "قال"]),
    Case(
      name: "controls do not", text: "\u{200F}قال\u{200F}: نعم", folded: ["قال", ":", "نعم"],
      written: ["قال", ":", "نعم"]),
    Case(name: "a joiner stays inside", text: "می\u{200C}رود", folded: ["ميرود"], written: ["می\u{200C}رود"]),
    Case(name: "quotation marks", text: "«نعم»", folded: ["«", "نعم", "»"]),
    Case(name: "digits end an Arabic word", text: "الـ15", folded: ["ال", "15"], written: ["الـ", "15"]),
    Case(name: "letters behind digits", text: "2015م", folded: ["2015", "م"]),
    Case(name: "Latin words take digits in", text: "F16 و S-400", folded: ["f16", "و", "s", "-", "400"]),
    Case(name: "the script ends a word", text: "الـNATO", folded: ["ال", "nato"]),
    Case(name: "decimals", text: "3.5 ٣٫٥", folded: ["3.5", "3.5"]),
    Case(name: "thousands", text: "1,000 ٢٬٥٠٠٬٠٠٠", folded: ["1000", "2500000"]),
    Case(name: "a comma between numbers", text: "10,20", folded: ["10", ",", "20"]),
    Case(name: "a date with dots", text: "7.10.2023", folded: ["7", ".", "10", ".", "2023"]),
    Case(name: "an ISO date", text: "2023-11-13", folded: ["2023", "-", "11", "-", "13"]),
    Case(name: "a full stop behind a number", text: "عام 2023.", folded: ["عام", "2023", "."]),
    Case(name: "hashtag", text: "#غزة_الآن", folded: ["#", "غزه", "_", "الان"]),
    Case(
      name: "Hebrew abbreviation with a quote", text: "צה\"ל אמר", folded: ["צהל", "אמר"], written: ["צה\"ל", "אמר"]),
    Case(name: "Hebrew abbreviation with gershayim", text: "ארה״ב", folded: ["ארהב"]),
    Case(name: "a Hebrew word in quotes", text: "\"שלום\"", folded: ["\"", "שלום", "\""]),
    Case(name: "maqaf divides", text: "תל־אביב", folded: ["תל", "־", "אביב"]),
    Case(name: "a mark alone is nothing", text: " \u{64E} قال", folded: ["قال"]),
    Case(name: "emoji", text: "قال 🙂", folded: ["قال", "🙂"]),
    Case(name: "empty", text: "", folded: []),
  ]

  @Test("tokens", arguments: cases)
  func findsTokens(_ row: Case) {
    let found = tokens(in: row.text)
    #expect(found.map { Array($0.folded.utf8) } == row.folded.map { Array($0.utf8) })
    guard let written = row.written else { return }
    let bytes = Array(row.text.utf8)
    #expect(found.map { Array(bytes[$0.range]) } == written.map { Array($0.utf8) })
  }

  @Test("kinds and scripts")
  func kinds() {
    let found = tokens(in: "قال NATO 7 שלום.")
    #expect(found.map(\.kind) == [.word, .word, .number, .word, .punctuation])
    #expect(found.map(\.script) == [.arabic, .latin, .other, .hebrew, .other])
  }

  @Test("the scanner survives any bytes")
  func brokenBytes() {
    var scanner = TokenScanner()
    var state: UInt64 = 42
    for _ in 0..<2_000 {
      let bytes = (0..<40).map { _ -> UInt8 in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let byte = UInt8(truncatingIfNeeded: state >> 33)
        return state >> 60 < 8 ? 0xD8 | byte & 3 : byte
      }
      bytes.withUnsafeBufferPointer { buffer in
        var end = 0
        scanner.scan(buffer, punctuation: true) { token in
          #expect(token.start >= end && token.end > token.start && token.end <= bytes.count)
          end = token.end
          return true
        }
      }
    }
  }

  @Test("the scanner stops when told to")
  func stops() {
    var scanner = TokenScanner()
    var count = 0
    let bytes = Array("قال ثم قال".utf8)
    bytes.withUnsafeBufferPointer { buffer in
      scanner.scan(buffer, punctuation: false) { _ in
        count += 1
        return count < 2
      }
    }
    #expect(count == 2)
  }
}
