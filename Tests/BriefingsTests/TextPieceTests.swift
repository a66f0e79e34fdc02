import Testing

@testable import Briefings

@Suite struct TextPieceTests {
  struct Row: Sendable {
    let name: String
    let text: String
    /// The texts at the ends of pieces: the last scalars of each before the first of the next.
    let cuts: [String]
  }

  private static func words(_ word: String, bytes: Int) -> String {
    String(repeating: word, count: bytes / word.utf8.count)
  }

  static let rows: [Row] = {
    let bound = TextPiece.bound
    return [
      Row(name: "nothing", text: "", cuts: []),
      Row(name: "blank lines", text: " \n\n\t\n", cuts: []),
      Row(name: "one line", text: "قال\n", cuts: []),
      Row(name: "a line of the bound", text: String(repeating: "a", count: bound), cuts: []),
      Row(name: "words", text: words("قال ", bytes: bound + 2_000), cuts: ["ل |ق"]),
      Row(name: "a word", text: words("ب", bytes: bound + 2_000), cuts: ["ب|ب"]),
      Row(name: "marks belong to their letters", text: words("ب\u{651}", bytes: bound + 2_000), cuts: ["\u{651}|ب"]),
      Row(name: "no line begins with a bracket", text: words("a ) b", bytes: bound + 2_000), cuts: [") |b"]),
      Row(name: "marks alone", text: words("\u{651}", bytes: bound + 2_000), cuts: ["\u{651}|\u{651}"]),
      Row(name: "what is no letter", text: words("- ", bytes: bound + 2_000), cuts: ["- |-"]),
      Row(
        name: "lines stay whole", text: words("a\n", bytes: 4 * bound),
        cuts: Array(repeating: "a|a", count: 4 * bound / 2 / TextPiece.lineBound - 1)),
      Row(
        name: "a long line among short ones", text: "a\n" + words("قال ", bytes: bound + 2_000) + "\nb",
        cuts: ["a|ق", "ل |ق", "ل|b"]),
    ]
  }()

  @Test func cutting() {
    for row in Self.rows { cut(row) }
  }

  private func cut(_ row: Row) {
    let pieces = TextPiece.all(of: row.text)
    let texts = pieces.map { row.text.text(at: TextSpan($0.range)) ?? "no scalars" }
    #expect(texts.allSatisfy { $0.utf8.count <= TextPiece.bound }, "\(row.name)")
    func end(_ text: String) -> String {
      let scalars = text.unicodeScalars
      return String(String.UnicodeScalarView(scalars.suffix(scalars.last == " " ? 2 : 1)))
    }
    func start(_ text: String) -> String { String(String.UnicodeScalarView(text.unicodeScalars.prefix(1))) }
    let cuts = zip(texts, texts.dropFirst()).map { end($0) + "|" + start($1) }
    // Compared by bytes: a mark behind a bar makes one character with it.
    #expect(cuts.map { Array($0.utf8) } == row.cuts.map { Array($0.utf8) }, "\(row.name)")
  }

  @Test func theParagraphsAreThoseOfTheText() {
    for row in Self.rows { join(row) }
  }

  private func join(_ row: Row) {
    // The parts of a paragraph follow each other without a gap, and are it together.
    var joined: [Paragraph] = []
    for part in TextPiece.all(of: row.text).flatMap({ $0.paragraphs(of: row.text) }) {
      if part.isFirst {
        joined.append(Paragraph(span: part.span, kind: part.kind))
      } else if let last = joined.popLast() {
        #expect(last.span.end == part.span.start, "\(row.name)")
        joined.append(Paragraph(span: TextSpan(last.span.start..<part.span.end), kind: part.kind))
      }
    }
    #expect(joined == paragraphs(of: row.text), "\(row.name)")
  }

  @Test func everyPartOfAnItemIsOne() {
    let text = "- " + Self.words("قال ", bytes: 3 * TextPiece.bound)
    let parts = TextPiece.all(of: text).flatMap { $0.paragraphs(of: text) }
    #expect(parts.count >= 3)
    #expect(parts.allSatisfy { $0.kind == .item })
    #expect(parts.map(\.isFirst) == [true] + Array(repeating: false, count: parts.count - 1))
    #expect(Set(parts.map(\.head)).count == 1, "all run as the first bytes do")
  }
}
