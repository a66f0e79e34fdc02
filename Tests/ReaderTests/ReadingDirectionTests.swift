import Cells
import Testing

@testable import Reader

/// Which way headlines and paragraphs run.
@Suite struct ReadingDirectionTests {
  struct Row: Sendable {
    let name: String
    let text: String
    let language: String?
    let direction: BaseDirection
  }

  static let rows = [
    Row(name: "Arabic", text: "قال الوزير", language: "ar", direction: .rightToLeft),
    Row(name: "English", text: "The minister said", language: "en", direction: .leftToRight),
    Row(
      name: "Arabic that begins with a Latin name", text: "NATO يعلن موعد القمة", language: "ar",
      direction: .rightToLeft),
    Row(
      name: "Arabic that begins with a number", text: "12 قتيلًا في هجوم", language: "ar", direction: .rightToLeft),
    Row(name: "an English paragraph in Arabic", text: "He said: \"no\".", language: "ar", direction: .leftToRight),
    Row(
      name: "English with an Arabic word, in Arabic", text: "The word سلام means peace in Arabic", language: "ar",
      direction: .leftToRight),
    Row(
      name: "English that begins with an Arabic name", text: "وفا, the Palestinian agency, said", language: "en",
      direction: .leftToRight),
    Row(name: "an Arabic paragraph in English", text: "قال الوزير: لا", language: "en", direction: .rightToLeft),
    Row(name: "Hebrew", text: "BBC: ראש הממשלה אמר", language: "he", direction: .rightToLeft),
    Row(name: "Urdu with a region", text: "PTI کا کہنا ہے کہ اجلاس ملتوی", language: "ur-PK", direction: .rightToLeft),
    Row(name: "no letters run as the article", text: "2024 (12)", language: "ar", direction: .rightToLeft),
    Row(name: "nothing at all", text: "", language: "en", direction: .leftToRight),
    Row(name: "an unknown language leaves it to the first letter", text: "NATO يعلن", language: nil, direction: .auto),
  ]

  @Test(arguments: rows)
  func direction(_ row: Row) {
    #expect(readingDirection(of: row.text, language: row.language) == row.direction, "\(row.name)")
  }
}
