import ArabicText
import Testing

@Suite("Language guess")
struct LanguageGuessTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let text: String
    let language: String
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "Arabic", text: "قال الوزير إن المحادثات ستبدأ غدا في جنيف", language: "ar"),
    Case(
      name: "Arabic typed with Persian letters", text: "قال الوزیر إن المحادثات ستبدأ غدا في القاهرة", language: "ar"),
    Case(name: "Persian", text: "وزیر خارجه گفت که مذاکرات فردا در ژنو آغاز می‌شود", language: "fa"),
    Case(name: "Persian typed with Arabic letters", text: "وزير خارجه گفت كه مذاكرات فردا در ژنو است", language: "fa"),
    Case(name: "Urdu", text: "وزیر خارجہ نے کہا ہے کہ مذاکرات کل جنیوا میں ہوں گے", language: "ur"),
    Case(name: "Hebrew", text: "שר החוץ אמר כי השיחות ייפתחו מחר בז'נבה", language: "he"),
    Case(name: "English", text: "The foreign minister said the talks would begin tomorrow.", language: "en"),
    Case(
      name: "Arabic with Latin names", text: "وقال متحدث باسم NATO إن طائرات F-16 وصلت إلى Ramstein", language: "ar"),
    Case(
      name: "English with an Arabic name", text: "The daily الشرق reported that talks would begin tomorrow.",
      language: "en"),
    Case(name: "nothing", text: "2023", language: "ar"),
  ]

  @Test("language", arguments: cases)
  func guesses(_ row: Case) { #expect(guessedLanguage(of: row.text) == row.language) }

  struct Paragraph: CustomTestStringConvertible, Sendable {
    let name: String
    let text: String
    let around: String
    let language: String
    var testDescription: String { name }
  }

  static let paragraphs = [
    Paragraph(
      name: "Persian in Arabic", text: "وزیر خارجه گفت که مذاکرات فردا در ژنو آغاز می‌شود", around: "ar", language: "fa"),
    Paragraph(
      name: "Arabic in Persian", text: "قال الوزير إن المحادثات ستبدأ غدا في جنيف", around: "fa", language: "ar"),
    Paragraph(
      name: "Urdu in English", text: "وزیر خارجہ نے کہا ہے کہ مذاکرات کل ہوں گے", around: "en", language: "ur"),
    Paragraph(name: "a loanword makes no language", text: "أطلقت شركة گوگل خدمة جديدة", around: "ar", language: "ar"),
    Paragraph(name: "little evidence", text: "دفتر دولت", around: "fa", language: "fa"),
    Paragraph(name: "another script", text: "The talks would begin tomorrow", around: "ar", language: "ar"),
  ]

  @Test("the language of a paragraph", arguments: paragraphs)
  func guessesParagraphs(_ row: Paragraph) {
    #expect(guessedLanguage(ofParagraph: row.text, in: row.around) == row.language)
  }

  @Test("western digits")
  func digits() { #expect(westernDigits("٢٠٢٣ و ۱۴۰۲ و 7") == "2023 و 1402 و 7") }
}
