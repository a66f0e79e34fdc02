import Briefings
import Testing

@Suite("paragraphs")
struct ParagraphTests {
  struct Case: Sendable {
    let name: String
    let text: String
    let expected: [(Paragraph.Kind, String)]
  }

  static let cases = [
    Case(name: "a line is a paragraph", text: "واحد\nاثنان", expected: [(.body, "واحد"), (.body, "اثنان")]),
    Case(name: "blank lines separate and vanish", text: "\n a \n\n\tb\r\n", expected: [(.body, "a"), (.body, "b")]),
    Case(name: "heading", text: "## الخلفية", expected: [(.heading(2), "الخلفية")]),
    Case(name: "hashtag is no heading", text: "#هاشتاغ", expected: [(.body, "#هاشتاغ")]),
    Case(name: "seven hashes are text", text: "####### x", expected: [(.body, "####### x")]),
    Case(name: "quotation", text: "> قول", expected: [(.quotation, "قول")]),
    Case(name: "items", text: "- a\n* b\n• c", expected: [(.item, "a"), (.item, "b"), (.item, "c")]),
    Case(name: "a minus number is text", text: "-5", expected: [(.body, "-5")]),
    Case(name: "nothing", text: " \n ", expected: []),
  ]

  @Test("kinds and spans", arguments: cases)
  func finds(_ row: Case) {
    let found = paragraphs(of: row.text)
    #expect(found.map(\.kind) == row.expected.map(\.0))
    #expect(found.map { row.text.text(at: $0.span) } == row.expected.map(\.1))
  }
}
