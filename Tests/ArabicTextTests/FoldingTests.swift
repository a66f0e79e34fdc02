import ArabicText
import Foundation
import Testing

@Suite("Folding")
struct FoldingTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let written: String
    let folded: String
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "short vowels are dropped", written: "مُفَاوَضَات", folded: "مفاوضات"),
    Case(name: "shadda and tanween are dropped", written: "الخارجيّةِ قطعاً", folded: "الخارجيه قطعا"),
    Case(name: "dagger alef is dropped", written: "هٰذا", folded: "هذا"),
    Case(name: "tatweel is dropped", written: "مـــحـــادثات", folded: "محادثات"),
    Case(name: "hamza above alef", written: "أوكرانيا", folded: "اوكرانيا"),
    Case(name: "hamza below alef", written: "إيران", folded: "ايران"),
    Case(name: "madda", written: "القرآن", folded: "القران"),
    Case(name: "wasla", written: "ٱلله", folded: "الله"),
    Case(name: "decomposed hamza above alef", written: "\u{627}\u{654}وروبا", folded: "اوروبا"),
    Case(name: "decomposed hamza on waw", written: "مسو\u{654}ول", folded: "مسءول"),
    Case(name: "decomposed hamza on ye behind a vowel", written: "هي\u{64E}\u{654}ة", folded: "هءه"),
    Case(name: "seat waw", written: "مسؤول", folded: "مسءول"),
    Case(name: "seat ye", written: "مسئول", folded: "مسءول"),
    Case(name: "final ye without dots", written: "مصطفى", folded: "مصطفي"),
    Case(name: "ta marbuta", written: "غزة", folded: "غزه"),
    Case(name: "Persian ye and kaf", written: "کوریا", folded: "كوريا"),
    Case(name: "Persian letters stay", written: "گفت‌وگو", folded: "گفتوگو"),
    Case(name: "Urdu hes", written: "ہے تھا", folded: "هے تها"),
    Case(name: "Urdu retroflex letters stay", written: "ڈاکٹر", folded: "ڈاكٹر"),
    Case(name: "presentation forms", written: "\u{FECF}\u{FEB0}\u{FE93}", folded: "غزه"),
    Case(name: "lam-alef form", written: "\u{FEFB}", folded: "لا"),
    Case(name: "lam-alef with hamza form", written: "\u{FEF7}", folded: "لا"),
    Case(name: "ligature Allah", written: "\u{FDF2}", folded: "الله"),
    Case(name: "ligature of a phrase", written: "\u{FDFA}", folded: "صلي الله عليه وسلم"),
    Case(name: "joiners and controls", written: "إي\u{200C}ران\u{200F}", folded: "ايران"),
    Case(name: "isolates", written: "\u{2067}قال\u{2069}", folded: "قال"),
    Case(name: "Arabic-Indic digits", written: "٢٠٢٣", folded: "2023"),
    Case(name: "Persian digits", written: "۱۴۰۲", folded: "1402"),
    Case(name: "Latin case", written: "NATO 2030", folded: "nato 2030"),
    Case(name: "Latin diacritics", written: "Erdoğan, Müller, Škoda", folded: "erdogan, muller, skoda"),
    Case(name: "decomposed Latin diacritics", written: "Mu\u{308}ller", folded: "muller"),
    Case(name: "Latin letters that are two", written: "Æ ß Œ", folded: "ae ss oe"),
    Case(name: "dotless and dotted i", written: "İstanbul ısı", folded: "istanbul isi"),
    Case(name: "full-width Latin", written: "ＮＡＴＯ１", folded: "nato1"),
    Case(name: "Hebrew points", written: "שָׁלוֹם", folded: "שלום"),
    Case(name: "Hebrew final letters stay", written: "ירושלים ףץך", folded: "ירושלים ףץך"),
    Case(name: "Hebrew presentation forms", written: "\u{FB2A}\u{FB35}", folded: "שו"),
    Case(name: "Cyrillic case", written: "МОСКВА Ёлка", folded: "москва елка"),
    Case(name: "punctuation stays", written: "«قال»، ثم؟", folded: "«قال»، ثم؟"),
    Case(name: "empty text", written: "", folded: ""),
    Case(name: "only marks", written: "\u{64E}\u{651}", folded: ""),
  ]

  @Test("folding", arguments: cases)
  func foldsToSearchForm(_ row: Case) {
    #expect(Array(folded(row.written).utf8) == Array(row.folded.utf8))
    #expect(Array(folded(row.folded).utf8) == Array(row.folded.utf8), "folding twice must equal folding once")
  }

  @Test("every presentation form folds as its decomposition does")
  func presentationForms() {
    let ranges: [ClosedRange<UInt32>] = [0xFB1D...0xFB4F, 0xFB50...0xFDFB, 0xFE80...0xFEFC, 0x1E00...0x1EFF]
    for scalar in ranges.joined().compactMap({ Unicode.Scalar($0) }) where scalar.properties.age != nil {
      let form = String(scalar)
      let letters = form.decomposedStringWithCompatibilityMapping
      // U+FB29 is a plus sign, U+1E9A a letter with a half ring that is a symbol of its own.
      if [0xFB29, 0x1E9A].contains(scalar.value) { continue }
      let expected = folded(letters).unicodeScalars.filter { $0 != " " }
      #expect(folded(form).unicodeScalars.filter { $0 != " " }.elementsEqual(expected), "U+\(hex(scalar))")
    }
  }

  private func hex(_ scalar: Unicode.Scalar) -> String { String(scalar.value, radix: 16) }

  @Test("a folded text knows its source")
  func sourceRanges() throws {
    let text = "وصل مُحَمَّدٌ\u{200F} إلى ﷲ غــزة."
    let source = FoldedText(text)
    #expect(source.text == folded(text))
    for (needle, written) in [("محمد", "مُحَمَّدٌ"), ("الي", "إلى"), ("غزه", "غــزة"), ("الله", "ﷲ"), ("وصل", "وصل")] {
      let found = try #require(range(of: Array(needle.utf8), in: source.bytes))
      let original = Array(text.utf8)[source.sourceRange(of: found)]
      #expect(Array(original) == Array(written.utf8), "\(needle)")
    }
    #expect(source.sourceRange(of: 0..<source.bytes.count) == 0..<text.utf8.count)
    #expect(source.sourceRange(of: 0..<0) == 0..<0)
    let end = source.bytes.count
    #expect(source.sourceRange(of: end..<end) == text.utf8.count..<text.utf8.count)
  }
}

/// Where `needle` first stands in `bytes`.
func range(of needle: [UInt8], in bytes: [UInt8]) -> Range<Int>? {
  guard bytes.count >= needle.count else { return nil }
  for start in 0...bytes.count - needle.count where Array(bytes[start..<start + needle.count]) == needle {
    return start..<start + needle.count
  }
  return nil
}
