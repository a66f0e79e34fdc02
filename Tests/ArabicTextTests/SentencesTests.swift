import ArabicText
import Testing

@Suite("Sentences")
struct SentencesTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let text: String
    let sentences: [String]
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "full stops", text: "وصل الوزير. غادر الوفد.", sentences: ["وصل الوزير.", "غادر الوفد."]),
    Case(name: "question mark", text: "هل وصل؟ نعم!", sentences: ["هل وصل؟", "نعم!"]),
    Case(name: "Urdu full stop", text: "وہ آیا۔ وہ گیا۔", sentences: ["وہ آیا۔", "وہ گیا۔"]),
    Case(name: "paragraphs", text: "عنوان بلا نقطة\nوصل الوزير", sentences: ["عنوان بلا نقطة", "وصل الوزير"]),
    Case(name: "a decimal number", text: "ارتفع 3.5 في المئة. ثم هبط.", sentences: ["ارتفع 3.5 في المئة.", "ثم هبط."]),
    Case(
      name: "a title of one letter", text: "التقى د. أحمد الوزير. ثم غادر.",
      sentences: ["التقى د. أحمد الوزير.", "ثم غادر."]),
    Case(name: "a year with its letter", text: "وقع عام 2015م. ثم انتهى.", sentences: ["وقع عام 2015م.", "ثم انتهى."]),
    Case(
      name: "English abbreviations", text: "Mr. Smith met the U.S. envoy. He left.",
      sentences: ["Mr. Smith met the U.S. envoy.", "He left."]),
    Case(name: "an ellipsis", text: "قال ... إنه سيعود. ثم سكت...", sentences: ["قال ... إنه سيعود.", "ثم سكت..."]),
    Case(name: "two stops with a blank", text: "الكورية الشمالية. .\nبعد", sentences: ["الكورية الشمالية. .", "بعد"]),
    Case(name: "a stray bar", text: "بكوريا الشمالية. |\nوفقا", sentences: ["بكوريا الشمالية. |", "وفقا"]),
    Case(name: "a source line", text: "مصدر | وكالة أنباء |", sentences: ["مصدر", "وكالة أنباء"]),
    Case(
      name: "a quotation stays whole", text: "قال «سنرد. لن نصمت» ثم غادر. انتهى.",
      sentences: ["قال «سنرد. لن نصمت» ثم غادر.", "انتهى."]),
    Case(
      name: "a quotation that ends with a stop", text: "قال: «سنرد.» وغادر الوفد.",
      sentences: ["قال: «سنرد.»", "وغادر الوفد."]),
    Case(name: "a quotation before a comma", text: "«سنرد.»، قال الوزير.", sentences: ["«سنرد.»، قال الوزير."]),
    Case(
      name: "straight quotes", text: "قال \"سنرد. لن نصمت\" ثم غادر.", sentences: ["قال \"سنرد. لن نصمت\" ثم غادر."]),
    Case(name: "a quotation left open", text: "قال «سنرد. ثم غادر.", sentences: ["قال «سنرد.", "ثم غادر."]),
    Case(name: "brackets", text: "وصل (قال. نعم) أمس.", sentences: ["وصل (قال. نعم) أمس."]),
    Case(name: "no blank behind the stop", text: "وصل الوزير.غادر الوفد", sentences: ["وصل الوزير.", "غادر الوفد"]),
    Case(name: "an address", text: "زوروا www.example.com اليوم.", sentences: ["زوروا www.example.com اليوم."]),
    Case(name: "Hebrew", text: "צה\"ל הודיע. הממשלה תדון.", sentences: ["צה\"ל הודיע.", "הממשלה תדון."]),
    Case(name: "nothing to read", text: " . .\n|\n«»", sentences: []),
    Case(name: "empty", text: "", sentences: []),
  ]

  @Test("sentences", arguments: cases)
  func findsSentences(_ row: Case) {
    let bytes = Array(row.text.utf8)
    let found = sentences(in: row.text).map { String(decoding: bytes[$0], as: UTF8.self) }
    #expect(found == row.sentences)
  }
}
