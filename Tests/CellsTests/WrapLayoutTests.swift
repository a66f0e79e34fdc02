import Cells
import Testing

/// Where lines end, and what is found on them.
struct WrapLayoutTests {
  static let wrapping = [
    LayoutCase(name: "at blanks", text: "ab cd ef", width: 5, lines: ["ab cd", "ef"]),
    LayoutCase(name: "blanks at a line's end do not count", text: "ab   cd", width: 2, lines: ["ab", "cd"]),
    LayoutCase(name: "one column too few", text: "ab cd", width: 4, lines: ["ab", "cd"]),
    LayoutCase(name: "behind a hyphen", text: "ab-cd", width: 4, lines: ["ab-", "cd"]),
    LayoutCase(name: "a long word is cut", text: "abcdefg", width: 3, lines: ["abc", "def", "g"]),
    LayoutCase(name: "a long word begins on its own line", text: "a bcdefg", width: 3, lines: ["a", "bcd", "efg"]),
    LayoutCase(name: "one column", text: "ab c", width: 1, lines: ["a", "b", "c"]),
    LayoutCase(
      name: "a cut leaves marks on their letter", text: "e\u{301}e\u{301}", width: 1, lines: ["e\u{301}", "e\u{301}"]),
    LayoutCase(name: "a wide character on one column", text: "\u{4E2D}a", width: 1, lines: ["\u{FFFD}", "a"]),
    LayoutCase(name: "a wide character does not hang over", text: "a\u{4E2D}", width: 2, lines: ["a", "\u{4E2D}"]),
    LayoutCase(name: "no-break spaces hold together", text: "a b\u{A0}c", width: 4, lines: ["a", "b c"]),
    LayoutCase(name: "numbers hold together", text: "a 1,000.5%", width: 9, lines: ["a", "1,000.5%"]),
    LayoutCase(name: "line feeds end lines", text: "a\nb\r\nc", width: 9, lines: ["a", "b", "c"]),
    LayoutCase(name: "a line feed at the end adds no line", text: "a\n", lines: ["a"]),
    LayoutCase(name: "empty lines stay", text: "a\n\nb", lines: ["a", "", "b"]),
    LayoutCase(name: "blanks at a paragraph's end stay while there is room", text: "a   ", width: 3, lines: ["a  "]),
    LayoutCase(name: "only blanks", text: "   ", width: 2, lines: ["  "]),
    LayoutCase(
      name: "Hebrew lines are filled in logical order", text: "\u{5D0}\u{5D1} \u{5D2}\u{5D3} \u{5D4}", width: 5,
      lines: ["\u{5D3}\u{5D2} \u{5D1}\u{5D0}", "\u{5D4}"]),
    LayoutCase(
      name: "letters keep their forms where a word is cut", text: "\u{628}\u{628}\u{628}\u{628}", width: 2,
      lines: ["\u{FE92}\u{FE91}", "\u{FE90}\u{FE92}"]),
    LayoutCase(
      name: "lam with alef is not cut", text: "\u{628}\u{644}\u{627}", width: 1, lines: ["\u{FE91}", "\u{FEFC}"]),
    LayoutCase(
      name: "a Latin phrase in Hebrew goes on in the next line", text: "\u{5D0} ab cd \u{5D1}", width: 4,
      lines: ["ab \u{5D0}", "\u{5D1} cd"]),
    LayoutCase(
      name: "no line ends at a soft hyphen", text: "ab\u{AD}cd", width: 3, lines: ["abc", "d"]),
    LayoutCase(
      name: "a line may end at a zero width space", text: "ab\u{200B}cd", width: 3, lines: ["ab", "cd"]),
  ]

  @Test("wrapping", arguments: wrapping)
  func wraps(_ row: LayoutCase) { row.check() }

  @Test("every width gives the same bytes", arguments: 1...24)
  func allWidths(_ width: Int) {
    let text =
      "\u{628}\u{644}\u{64E}\u{627}\u{62F} F-16 (\u{5D0}\u{5D1}, 12%) \u{4E2D}\u{1F1F8}\u{1F1E6} \u{2067}x\u{2069}\u{1B}."
    let whole = ParagraphLayout(text, width: 0)
    #expect(whole.lines.count == 1)
    let layout = ParagraphLayout(text, width: width)
    #expect(layout.lines.allSatisfy { $0.columns <= width })
    #expect(layout.lines.first?.source.lowerBound == 0)
    #expect(layout.lines.last?.source.upperBound == text.utf8.count)
    for (line, next) in zip(layout.lines, layout.lines.dropFirst()) {
      #expect(line.source.upperBound == next.source.lowerBound)
      #expect(!line.source.isEmpty)
    }
  }

  @Test("offsets count from the base offset")
  func baseOffset() {
    let layout = ParagraphLayout("ab cd", width: 2, baseOffset: 100)
    #expect(layout.lines.map(\.source) == [100..<103, 103..<105])
    #expect(layout.lines[1].cells.map(\.source) == [103..<104, 104..<105])
  }

  @Test("the line of a byte")
  func lineOfByte() {
    let layout = ParagraphLayout("ab cd ef", width: 2, baseOffset: 10)
    #expect([0, 10, 12, 13, 15, 16, 18, 99].map(layout.line(containing:)) == [0, 0, 0, 1, 1, 2, 2, 2])
  }

  @Test("a range that two directions tear apart")
  func tornRange() {
    // a, blank, two Hebrew letters, blank, b: bytes 0, 1, 2–3, 4–5, 6, 7.
    let layout = ParagraphLayout("a \u{5D0}\u{5D1} b", width: 0)
    let found = layout.stretches(of: 0..<4)
    #expect(found.map(\.columns) == [0..<2, 3..<4])
    #expect(found.map(\.line) == [0, 0])
  }

  @Test("a range over two lines")
  func longRange() {
    let found = ParagraphLayout("ab cd", width: 2).stretches(of: 1..<4)
    #expect(found.map(\.line) == [0, 1])
    #expect(found.map(\.columns) == [1..<2, 0..<1])
    #expect(ParagraphLayout("ab", width: 2).stretches(of: 1..<1).isEmpty)
  }

  @Test("hidden bytes belong to a neighbour")
  func hiddenBytes() {
    let cells = ParagraphLayout("\u{200F}a\u{200E}b", width: 0, options: layoutOptions { $0.base = .leftToRight })
      .lines[0].cells
    #expect(cells.map(\.source) == [0..<7, 7..<8])
  }

  @Test("lam with alef shows the bytes of both")
  func lamAlefBytes() {
    #expect(ParagraphLayout("\u{644}\u{64E}\u{627}", width: 0).lines[0].cells.map(\.source) == [0..<6])
  }

  @Test("directions")
  func directions() {
    #expect(ParagraphLayout("", width: 5).baseDirection == .leftToRight)
    #expect(ParagraphLayout("12 \u{628}", width: 5).baseDirection == .rightToLeft)
    #expect(ParagraphLayout("a", width: 5, options: layoutOptions { $0.base = .rightToLeft }).lines[0].isRightToLeft)
    #expect(ParagraphLayout("a\n\u{628}", width: 5).lines.map(\.isRightToLeft) == [false, true])
    #expect(baseDirection(of: "\u{5D0} a") == .rightToLeft)
  }
}
