import Briefings
import Search
import Testing

@Suite("Snippets")
struct SnippetsTests {
  private let filler = Array(repeating: "كلمة", count: 40).joined(separator: " ")

  private func snippets(_ query: String, title: String = "عنوان", _ text: String, longest: Int = 30) throws -> [Snippet]
  {
    Snippets(try Query.parse(query), longest: longest).snippets(title: title, text: text)
  }

  private func words(_ text: String) -> Int { text.split(separator: " ").count }

  @Test("a short paragraph comes whole, with its marks")
  func short() throws {
    let found = try snippets("هدنة", "مقدمة طويلة.\nأُعلنت الهُدْنَةُ أمس.")
    #expect(found.map(\.text) == ["أُعلنت الهُدْنَةُ أمس."])
    let bytes = Array("أُعلنت الهُدْنَةُ أمس.".utf8)
    #expect(found[0].marks.map { String(decoding: bytes[$0], as: UTF8.self) } == ["الهُدْنَةُ"])
  }

  @Test("a long paragraph is cut at words around the match")
  func long() throws {
    let text = "\(filler) هدنة \(filler)"
    let found = try snippets("هدنة", text)
    #expect(found.count == 1)
    #expect(words(found[0].text) == 30)
    #expect(text.text(at: found[0].place.span) == found[0].text)
    #expect(found[0].marks.count == 1)
  }

  @Test("at the end of a paragraph the room goes to the words before")
  func atEnd() throws {
    let found = try snippets("هدنة", "\(filler) هدنة")
    #expect(words(found[0].text) == 30)
  }

  @Test("the stretch with most of the words asked for comes first")
  func best() throws {
    let found = try snippets("هدنة غزة", "هدنة هدنة هدنة\n\(filler)\nهدنة في غزة")
    #expect(found.map(\.text) == ["هدنة في غزة", "هدنة هدنة هدنة"])
  }

  @Test("two words far apart in one paragraph: one of them is shown")
  func farApart() throws {
    let found = try snippets("هدنة غزة", "هدنة \(filler) غزة")
    #expect(found.count == 1)
    #expect(found[0].marks.count == 1)
  }

  @Test("a match in the headline alone shows the headline")
  func headline() throws {
    let found = try snippets("هدنة", title: "هدنة جديدة", "نص بلا شيء")
    #expect(found.map(\.text) == ["هدنة جديدة"])
    #expect(found[0].place.field == .title)
  }

  @Test("without words to mark the beginning is shown")
  func beginning() throws {
    let found = try snippets("source:x", "أول الكلام\nثانيه")
    #expect(found.map(\.text) == ["أول الكلام"])
    #expect(found[0].marks.isEmpty)
    #expect(try snippets("", "").isEmpty)
  }
}
