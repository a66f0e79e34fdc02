import Briefings
import Testing

@Suite("text spans")
struct TextSpanTests {
  struct Case: Sendable {
    let name: String
    let text: String
    let start: Int
    let end: Int
    let expected: Result<String, TextSpanError>
  }

  static let cases = [
    Case(name: "Latin letters are one byte", text: "NATO", start: 1, end: 3, expected: .success("AT")),
    Case(name: "Arabic letters are two bytes", text: "كتب", start: 2, end: 6, expected: .success("تب")),
    Case(name: "empty at the end", text: "كتب", start: 6, end: 6, expected: .success("")),
    Case(name: "whole text", text: "a", start: 0, end: 1, expected: .success("a")),
    Case(
      name: "inside a letter's bytes", text: "كتب", start: 1, end: 4, expected: .failure(.splitsCluster(offset: 1))),
    Case(
      name: "between a letter and its mark", text: "\u{0628}\u{064E}", start: 0, end: 2,
      expected: .failure(.splitsCluster(offset: 2))),
    Case(
      name: "past the end", text: "ab", start: 0, end: 3, expected: .failure(.outOfBounds(start: 0, end: 3, count: 2))),
    Case(name: "reversed", text: "ab", start: 2, end: 1, expected: .failure(.outOfBounds(start: 2, end: 1, count: 2))),
    Case(
      name: "negative", text: "ab", start: -1, end: 1, expected: .failure(.outOfBounds(start: -1, end: 1, count: 2))),
  ]

  @Test("offsets from outside are checked", arguments: cases)
  func checks(_ row: Case) {
    do throws(TextSpanError) {
      let span = try TextSpan(from: row.start, to: row.end, in: row.text)
      #expect(.success(row.text.text(at: span) ?? "none") == row.expected)
    } catch {
      #expect(.failure(error) == row.expected)
    }
  }
}
