import ArabicText
import Testing

@Suite("Light stemming")
struct LightStemTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let words: [String]
    var testDescription: String { name }
  }

  static let meeting = [
    Case(name: "article", words: ["تصريح", "التصريح"]),
    Case(name: "conjunction", words: ["ايران", "وإيران"]),
    Case(name: "conjunction and article", words: ["حكومة", "والحكومة", "للحكومة", "وللحكومة", "بالحكومة"]),
    Case(name: "preposition on a name", words: ["واشنطن", "بواشنطن", "لواشنطن", "وواشنطن", "وبواشنطن"]),
    Case(name: "fa on a verb", words: ["قال", "فقال", "وقال"]),
    Case(name: "fa on an article", words: ["حكومة", "فالحكومة"]),
    Case(name: "plurals", words: ["تصريح", "تصريحات", "التصريحات", "تصريحاتهم"]),
    Case(name: "masculine plurals", words: ["مسؤول", "مسؤولون", "المسؤولين", "مسئولين"]),
    Case(name: "pronouns", words: ["سياسة", "سياستها", "سياستهم", "سياسته"]),
    Case(name: "nisba", words: ["أمريكي", "الأمريكية", "أمريكيين"]),
    Case(name: "words that begin with waw", words: ["وزير", "الوزير", "ووزير", "وزيرها"]),
    Case(name: "words that begin with ba", words: ["برنامج", "البرنامج", "برنامجها"]),
    Case(name: "words that begin with lam", words: ["لاجئ", "اللاجئين", "لاجئون"]),
    Case(name: "words with an alef and lam of their own", words: ["التزام", "الالتزام", "التزامات"]),
    Case(name: "names with an article", words: ["اليمن", "یمن", "يمني", "اليمنية", "واليمن", "لليمن"]),
    Case(name: "both spellings of a country", words: ["سوريا", "سورية", "السورية", "السوريين"]),
    Case(name: "life and waters are not taken for verbs", words: ["حياة", "الحياة", "والحياة"]),
    Case(name: "feminine verbs", words: ["أعلن", "أعلنت", "وأعلنت"]),
    Case(name: "but", words: ["لكن", "لكنها", "لكنهم"]),
    Case(name: "Persian plural", words: ["کشور", "کشورها", "کشورهای"]),
    Case(name: "English plural", words: ["missile", "missiles"]),
    Case(name: "Hebrew article and conjunction", words: ["ממשלה", "הממשלה", "והממשלה"]),
  ]

  @Test("forms that meet", arguments: meeting)
  func meet(_ row: Case) {
    let stems = row.words.map { lightStem(folded($0)) }
    #expect(Set(stems).count == 1, "\(zip(row.words, stems).map { "\($0) → \($1)" })")
  }

  static let apart = [
    Case(name: "a country and milk", words: ["لبنان", "لبن"]),
    Case(name: "a capital and purity", words: ["طهران", "طهر"]),
    Case(name: "a movement and zeal", words: ["حماس", "حماسة"]),
    Case(name: "a statement and nothing", words: ["بيان", "يان"]),
    Case(name: "countries", words: ["بلاد", "لاد"]),
    Case(name: "a minister and a button", words: ["وزير", "زير"]),
    Case(name: "words and blame", words: ["كلمات", "لمات"]),
    Case(name: "God and to him", words: ["الله", "له"]),
    Case(name: "Germany and mania", words: ["ألمانيا", "مانيا"]),
    Case(name: "aggression and an enemy", words: ["عدوان", "عدو"]),
    Case(name: "aviation and birds", words: ["الطيران", "طير"]),
    Case(name: "the British and nothing", words: ["البريطانية", "ريطان"]),
    Case(name: "right and joined", words: ["الحق", "الح"]),
    Case(name: "a library and an office", words: ["مكتبة", "مكتب"]),
    Case(name: "a university and a mosque", words: ["الجامعة", "الجامع"]),
    Case(name: "a currency and work", words: ["العملة", "العمل"]),
    Case(name: "a vegetable and what is left of it", words: ["بطاطس", "طاطس"]),
    Case(name: "a town and extinction", words: ["عبادان", "عباد"]),
    Case(name: "class and clas", words: ["class", "clas"]),
  ]

  @Test("words that stay apart", arguments: apart)
  func stayApart(_ row: Case) {
    let stems = row.words.map { lightStem(folded($0)) }
    #expect(Set(stems).count == row.words.count, "\(stems)")
  }

  @Test("protected names keep their ending")
  func protectedNames() {
    let stemmer = LightStemmer(protectedNames: ["زيدان"])
    #expect(stemmer.stem("زيدان") == "زيدان")
    #expect(stemmer.stem("وزيدان") == "زيدان")
    #expect(stemmer.stem("لزيدان") == "زيدان")
  }

  @Test("a stem is never empty")
  func neverEmpty() {
    for word in ["و", "ال", "لل", "بال", "وال", "ها", "هما", "s", "ה", "7", "ۓ", "日本"] {
      #expect(!lightStem(word).isEmpty, "\(word)")
    }
  }

  struct SplitCase: CustomTestStringConvertible, Sendable {
    let word: String
    let splits: [String]
    var testDescription: String { word }
  }

  static let splits = [
    SplitCase(word: "وبالرياض", splits: ["وبال+رياض", "وب+الرياض", "و+بالرياض", "+وبالرياض"]),
    SplitCase(word: "للامم", splits: ["+للامم", "ل+لامم", "ل+الامم", "لل+امم"]),
    SplitCase(word: "بوتين", splits: ["+بوتين", "ب+وتين"]),
    SplitCase(word: "قال", splits: ["+قال"]),
  ]

  @Test("readings of attached particles", arguments: splits)
  func cliticReadings(_ row: SplitCase) {
    let found = cliticSplits(of: row.word)
    #expect(found.first?.rest == row.word)
    #expect(Set(found.map { "\($0.proclitics)+\($0.rest)" }) == Set(row.splits))
  }

  @Test("a reading points back into the text")
  func readingsPointBack() throws {
    let text = "ذهب ولِـلرِّياض اليوم"
    let token = tokens(in: text)[1]
    let split = try #require(cliticSplits(of: token.folded).first { $0.rest == "رياض" })
    let start = sourceOffset(ofFoldedByte: split.offset, of: token, in: text)
    let bytes = Array(text.utf8)
    #expect(String(decoding: bytes[start..<token.range.upperBound], as: UTF8.self) == "رِّياض")
  }
}
