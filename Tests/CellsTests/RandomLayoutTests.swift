import Cells
import Testing

/// What holds for every text, tried on random ones.
struct RandomLayoutTests {
  private static let alphabet: [Unicode.Scalar] = [
    "a", "b", " ", " ", "-", "(", ")", "1", ",", "%", "\u{5D0}", "\u{5D1}", "\u{628}", "\u{627}", "\u{644}", "\u{64E}",
    "\u{651}", "\u{301}", "\u{200C}", "\u{200D}", "\u{200E}", "\u{200F}", "\u{202B}", "\u{202C}", "\u{202E}",
    "\u{2067}",
    "\u{2068}", "\u{2069}", "\u{AD}", "\u{200B}", "\u{A0}", "\t", "\n", "\r", "\u{2028}", "\u{2029}", "\u{1B}",
    "\u{85}",
    "\u{4E2D}", "\u{1F468}", "\u{FE0F}", "\u{1F3FD}", "\u{1F1F8}", "\u{20E3}", "\u{1112}", "\u{1161}", "\u{93E}",
    "\u{600}", "\u{E0041}", "\u{378}", "\u{3000}",
  ]

  private struct Random: RandomNumberGenerator {
    var state: UInt64 = 42
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 33
    }
  }

  @Test("bytes, columns and letters of random text")
  func invariants() {
    var random = Random()
    for _ in 0..<3_000 {
      var text = ""
      for _ in 0..<Int.random(in: 0...40, using: &random) {
        text.unicodeScalars.append(Self.alphabet.randomElement(using: &random) ?? " ")
      }
      let options = LayoutOptions(
        base: BaseDirection.allCases.randomElement(using: &random) ?? .auto,
        shaping: Shaping.allCases.randomElement(using: &random) ?? .none,
        lamAlef: LamAlef.allCases.randomElement(using: &random) ?? .ligature,
        marks: Marks.allCases.randomElement(using: &random) ?? .keep,
        order: CellOrder.allCases.randomElement(using: &random) ?? .visual)
      let width = Int.random(in: 0...12, using: &random)
      let problem = Self.problem(text, width: width, options: options)
      #expect(problem == nil, "\(escaped(text)), width \(width), \(options)")
      let label = labelCells(text, width: width, options: options, isPadded: true)
      #expect(label.count == width, "label of \(escaped(text)), width \(width), \(options)")
    }
  }

  /// What does not hold for a layout, in words.
  private static func problem(_ text: String, width: Int, options: LayoutOptions) -> String? {
    let layout = ParagraphLayout(text, width: width, options: options)
    var next = 0
    for (number, line) in layout.lines.enumerated() {
      if line.source.lowerBound != next { return "gap before line \(number)" }
      next = line.source.upperBound
      if width > 0, line.columns > width { return "line \(number) too wide" }
      if line.columns != line.cells.reduce(0, { $0 + $1.width }) { return "line \(number): columns" }
      if let problem = problem(line) { return "line \(number): \(problem)" }
      for byte in line.source where layout.line(containing: byte) != number { return "byte \(byte) not on \(number)" }
    }
    return next == text.utf8.count ? nil : "bytes left over"
  }

  private static func problem(_ line: VisualLine) -> String? {
    var sources = Set<Range<Int>>()
    for (column, cell) in line.cells.enumerated() {
      guard let source = cell.source, !source.isEmpty else { return "cell without bytes" }
      if source.lowerBound < line.source.lowerBound || source.upperBound > line.source.upperBound {
        return "cell outside the line"
      }
      sources.insert(source)
      if cell.width == 2, column + 1 == line.cells.count || line.cells[column + 1].width != 0 { return "half a cell" }
      if cell.text.isEmpty != (cell.width == 0) { return "empty cell" }
      if cell.text.unicodeScalars.count > 5 { return "too many marks" }
    }
    let sorted = sources.sorted { $0.lowerBound < $1.lowerBound }
    for (one, other) in zip(sorted, sorted.dropFirst()) where one.upperBound != other.lowerBound {
      return "bytes of two cells overlap or leave a gap: \(one) \(other)"
    }
    return nil
  }
}
