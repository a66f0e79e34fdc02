import Cells
import Testing

/// Styles laid over parts of a text in a `LayoutBuffer`.
struct LayoutStyleTests {
  private struct Case {
    let name: String
    /// Bytes and what they take, one laid over the other.
    let styles: [(Range<Int>, Style)]
  }

  private static let red = Style(.palette(1))
  private static let bold = Style(.standard, .bold)

  private static let cases = [
    Case(name: "none", styles: []),
    Case(name: "in the order of the text", styles: [(0..<3, red), (3..<5, bold), (20..<40, red)]),
    Case(name: "one over the other", styles: [(2..<30, red), (10..<12, bold)]),
    Case(name: "against the order of the text", styles: [(30..<33, red), (4..<9, bold), (8..<31, red)]),
    Case(name: "an empty one", styles: [(6..<6, red), (7..<8, bold)]),
    Case(name: "on blanks where lines end", styles: [(9..<11, red), (12..<13, bold), (13..<14, red)]),
    Case(name: "beyond the end", styles: [(40..<400, red), (500..<600, bold)]),
    Case(name: "everything", styles: [(0..<400, red)]),
  ]

  private static let texts = [
    "The talks   went on for three days, and no one said a word of it.",
    "\u{642}\u{627}\u{644} NATO \u{625}\u{646} \u{644}\u{627} \u{628}\u{64E}\u{62F}\u{64A}\u{644} (\u{661}\u{662}) now.",
    "x", "",
  ]

  @Test("each cell has the styles of the bytes it shows, at every width")
  func stylesLieOnTheirBytes() {
    for text in Self.texts {
      for row in Self.cases {
        var buffer = LayoutBuffer()
        buffer.prepare(text)
        for (range, style) in row.styles { buffer.setStyle(style, of: range) }
        for width in [0, 1, 7, 10, 13, 80] {
          var shown = 0
          buffer.forEachLine(width: width) { line in
            for column in 0..<line.count {
              let cell = line[column]
              var expected = Style.plain
              for (range, style) in row.styles where range.overlaps(cell.source) {
                expected = expected.overlaid(with: style)
              }
              #expect(cell.style == expected, "\(row.name), width \(width), bytes \(cell.source) of '\(text)'")
              shown += 1
            }
          }
          #expect(shown > 0 || text.isEmpty, "\(row.name), width \(width), '\(text)'")
        }
      }
    }
  }

  @Test("styles are forgotten with their text")
  func stylesAreForgotten() {
    var buffer = LayoutBuffer()
    for text in ["one two", "\u{648}\u{627}\u{62D}\u{62F}", "one two"] {
      buffer.prepare(text)
      buffer.forEachLine(width: 3) { line in
        for column in 0..<line.count { #expect(line[column].style == .plain, "'\(text)'") }
      }
      buffer.setStyle(Self.red, of: 0..<text.utf8.count)
    }
  }
}
