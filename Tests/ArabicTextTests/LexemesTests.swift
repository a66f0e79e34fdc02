import ArabicText
import Testing

@Suite("Forms of one word")
struct LexemesTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let words: [String]
    var testDescription: String { name }
  }

  private func keys(_ words: [String]) -> [String] { words.map { Lexemes.standard.key(of: lightStem(folded($0))) } }

  static let meeting = [
    Case(name: "a plain verb", words: ["رفض", "يرفض", "ترفض", "سترفض", "ورفضت", "يرفضون"]),
    Case(name: "a verb of the second form and its noun", words: ["تهديد", "يهدد", "ستهدد", "التهديدات"]),
    Case(name: "the third", words: ["محاولة", "حاول", "يحاول", "محاولات", "سيحاول"]),
    Case(name: "the fourth", words: ["أعلن", "يعلن", "إعلان", "ستعلن", "الإعلان", "إعلانات"]),
    Case(name: "the fifth, by its pattern", words: ["تعهد", "يتعهد", "تتعهد", "سيتعهد", "وتعهدت"]),
    Case(name: "the sixth", words: ["تراجع", "يتراجع", "تتراجع", "التراجع"]),
    Case(name: "the seventh", words: ["انسحب", "ينسحب", "انسحاب", "الانسحاب"]),
    Case(name: "the eighth", words: ["اختلف", "يختلف", "الاختلاف", "اختلافات"]),
    Case(name: "the tenth", words: ["استهدف", "يستهدف", "استهداف", "ستستهدف"]),
    Case(name: "a verb with a weak middle", words: ["زار", "يزور", "زيارة", "سيزور"]),
    Case(name: "a verb with a weak beginning", words: ["وصل", "يصل", "وصول", "تصل"]),
    Case(name: "people", words: ["رئيس", "رؤساء", "الرؤساء"]),
    Case(name: "things", words: ["سوق", "أسواق", "الأسواق"]),
    Case(name: "four letters", words: ["صاروخ", "صواريخ", "بصواريخ"]),
    Case(name: "a library and libraries", words: ["مكتبة", "المكتبات", "مكتبتها"]),
    Case(name: "an office and offices", words: ["مكتب", "المكاتب"]),
  ]

  @Test("forms that meet", arguments: meeting)
  func meet(_ row: Case) {
    let found = keys(row.words)
    #expect(Set(found).count == 1, "\(zip(row.words, found).map { "\($0) → \($1)" })")
  }

  static let apart = [
    Case(name: "high and announced", words: ["أعلى", "أعلن"]),
    Case(name: "Chad and praised", words: ["تشاد", "أشاد"]),
    Case(name: "a library and an office", words: ["مكتبة", "مكتب"]),
    Case(name: "an orphan and what he does", words: ["يتيم", "تيم"]),
    Case(name: "a killing and a fight", words: ["قتل", "قتال"]),
    Case(name: "retreat and review", words: ["تراجع", "مراجعة"]),
    Case(name: "progress and presenting", words: ["التقدم", "تقديم"]),
    Case(name: "a foot and progress", words: ["القدم", "التقدم"]),
    Case(name: "a name that looks like a verb", words: ["تعز", "عز"]),
  ]

  @Test("words that stay apart", arguments: apart)
  func stayApart(_ row: Case) { #expect(Set(keys(row.words)).count == row.words.count, "\(keys(row.words))") }

  @Test("a key is its own key, and other scripts have none")
  func stable() {
    for row in Self.meeting {
      for key in keys(row.words) { #expect(Lexemes.standard.key(of: key) == key, "\(key)") }
    }
    for word in ["", "و", "missile", "ממשלה", "2023", "日本"] { #expect(Lexemes.standard.key(of: word) == word) }
  }
}
