import Cells
import Testing

/// Cursors, and the ways between bytes and cells.
struct CaretTests {
  // a, blank, two Hebrew letters, blank, b: bytes 0, 1, 2–3, 4–5, 6, 7.
  private let mixed = ParagraphLayout("a \u{5D0}\u{5D1} b", width: 0)

  @Test("a caret where two directions meet is shown twice")
  func boundaries() {
    #expect(mixed.carets(at: 0).map(\.column) == [0])
    #expect(mixed.carets(at: 2).map(\.column) == [2, 4])
    #expect(mixed.carets(at: 2).map(\.isRightToLeft) == [false, true])
    #expect(mixed.carets(at: 4).map(\.column) == [3])
    #expect(mixed.carets(at: 6).map(\.column) == [2, 4])
    #expect(mixed.carets(at: 8).map(\.column) == [6])
  }

  @Test("a click sets the cursor to the edge at the left of the cell")
  func clicks() {
    #expect((0...7).map { mixed.caret(atColumn: $0, line: 0).byte } == [0, 1, 6, 4, 6, 7, 8, 8])
    #expect(mixed.caret(atColumn: -3, line: 9).byte == 0)
    #expect(ParagraphLayout("", width: 4).caret(atColumn: 2, line: 0).byte == 0)
    #expect((0...6).map { mixed.lines[0].source(at: $0)?.lowerBound } == [0, 1, 4, 2, 6, 7, nil])
  }

  @Test("moving on the screen crosses each cluster once")
  func visualMoves() {
    var caret = mixed.carets(at: 0)[0]
    var columns = [caret.column]
    while let next = mixed.caret(visuallyNextTo: caret, toRight: true) {
      caret = next
      columns.append(caret.column)
    }
    #expect(columns == [0, 1, 2, 3, 4, 5, 6])
    while let next = mixed.caret(visuallyNextTo: caret, toRight: false) { caret = next }
    #expect(caret.column == 0)
  }

  @Test("moving in the text goes from cluster to cluster, over lines too")
  func logicalMoves() {
    let layout = ParagraphLayout("\u{644}\u{64E}\u{627}e\u{301} \u{1F468}\u{200D}\u{1F469}x", width: 3)
    var places = [0]
    while let next = layout.cluster(after: places[places.count - 1]) { places.append(next) }
    // Lam-alef 0–5, e with accent 6–8, blank 9 (at the line's end, not shown), family 10–20, x 21.
    #expect(places == [0, 6, 10, 21, 22] || places == [0, 6, 9, 10, 21, 22])
    var back = [places[places.count - 1]]
    while let previous = layout.cluster(before: back[back.count - 1]) { back.append(previous) }
    #expect(back.reversed() == places)
  }

  private static let alphabet: [Unicode.Scalar] = [
    "a", "b", " ", "1", "(", ")", "\u{5D0}", "\u{5D1}", "\u{628}", "\u{644}", "\u{627}", "\u{64E}", "\u{661}",
    "\u{200F}", "\u{2067}", "\u{2069}", "\u{202E}", "\u{202C}", "\u{200D}", "\u{4E2D}", "\u{1F600}", "\n", "\t",
    "\u{1B}",
  ]

  private struct Random: RandomNumberGenerator {
    var state: UInt64 = 7
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 33
    }
  }

  @Test("cells and bytes: each way is the other's inverse")
  func roundTrips() {
    var random = Random()
    for _ in 0..<1_500 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...30, using: &random) {
        text.append(Self.alphabet.randomElement(using: &random) ?? " ")
      }
      var options = LayoutOptions()
      options.alignment = Bool.random(using: &random) ? .justify : .start
      options.controls = Bool.random(using: &random) ? .named : .hidden
      let layout = ParagraphLayout(String(text), width: Int.random(in: 0...9, using: &random), options: options)
      let problem = Self.problem(layout)
      #expect(problem == nil, "\(escaped(String(text))): \(problem ?? "")")
    }
  }

  private static func problem(_ layout: ParagraphLayout) -> String? {
    for (number, line) in layout.lines.enumerated() {
      var shown: [Range<Int>] = []
      for column in 0..<line.columns {
        guard let source = line.source(at: column) else { return "column \(column) shows nothing" }
        let found = layout.stretches(of: source)
        if !found.contains(where: { $0.line == number && $0.columns.contains(column) }) { return "\(source) is lost" }
        if !found.allSatisfy({ $0.line == number }) { return "\(source) stands on two lines" }
        shown.append(source)
      }
      // The sources of cells cover what is shown once, without a gap.
      let sources = Set(shown).sorted { $0.lowerBound < $1.lowerBound }
      for (one, other) in zip(sources, sources.dropFirst()) where one.upperBound != other.lowerBound {
        return "\(one) and \(other) overlap or leave a gap"
      }
      for source in sources {
        let carets = layout.carets(at: source.lowerBound)
        if carets.isEmpty || carets.count > 2 { return "\(carets.count) carets at \(source.lowerBound)" }
        if !carets.allSatisfy({ $0.byte == source.lowerBound }) { return "a caret of another byte" }
      }
      var caret = Caret(line: number, column: 0, byte: line.source.lowerBound, isRightToLeft: false)
      while let next = layout.caret(visuallyNextTo: caret, toRight: true) {
        if next.column <= caret.column { return "a caret that does not move" }
        if !layout.carets(at: next.byte).contains(where: { $0.column == next.column || $0.line != number }) {
          return "the caret at \(next.byte), column \(next.column) is not shown there"
        }
        caret = next
      }
      if caret.column != line.columns { return "carets end at column \(caret.column)" }
    }
    return nil
  }
}
