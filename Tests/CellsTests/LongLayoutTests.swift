import Cells
import Testing

/// Of a long text the cells are made where lines need them. No line may tell.
struct LongLayoutTests {
  private static let pieces =
    [
      "word ", "(see 12.5%) ", "\u{645}\u{631}\u{62D}\u{628}\u{627} ", "\u{644}\u{64E}\u{627}\u{651} ",
      "\u{644}\u{627}",
      "\u{628}\u{64E}\u{651}\u{64F}\u{650}\u{652}", "\u{5E9}\u{5C1}\u{5DC} ", "\u{202E}abc\u{202C}",
      "\u{2067}\u{5D0}(\u{2069}",
      "\u{4E2D}\u{56FD}", "\u{1F468}\u{200D}\u{1F469} ", "\u{AD}", "\u{200E}", "a\u{300}\u{301}\u{302}\u{303}\u{304}",
      "    ",
      "\t", "\u{1B}", "\u{6C2} ", "\u{AB}\u{628}\u{BB}",
    ].map { Array($0.utf8) } + [[0xFF], [0xF0, 0x9F], [0xE2, 0x80, 0x28]]

  private struct Options {
    let name: String
    let layout: LayoutOptions
  }

  private static let cases = [
    Options(name: "as usual", layout: LayoutOptions()),
    Options(name: "from right to left, justified", layout: LayoutOptions(base: .rightToLeft, alignment: .justify)),
    Options(name: "logical order", layout: LayoutOptions(order: .logical)),
    Options(name: "named controls, no marks", layout: LayoutOptions(marks: .strip, controls: .named)),
  ]

  @Test("lines of long text are those of all its cells at once")
  func linesAreTheSame() {
    var random = Random(state: 7)
    for row in Self.cases {
      for lineEnd in ["", "\n", "\u{2028}"] {
        let bytes = Self.text(3_000, lineEnd, &random)
        var buffer = LayoutBuffer()
        for width in [80, 7, 1, 0] {
          bytes.withUnsafeBufferPointer { buffer.prepare($0, options: row.layout) }
          // Twice, as the second time the first cells have to be made again.
          Self.style(&buffer, bytes.count)
          let lines = [Self.lines(&buffer, width), Self.lines(&buffer, width)]
          // A style that begins before another one makes all cells at once.
          buffer.setStyle(.plain, of: 0..<1)
          let expected = Self.lines(&buffer, width)
          let name = "\(row.name), width \(width), line ends \(lineEnd.utf8.count)"
          let isSame = lines[0] == expected
          #expect(isSame, "\(name)")
          let isSameAgain = lines[1] == expected
          #expect(isSameAgain, "\(name), again")
          #expect(expected.last?.source.upperBound == bytes.count, "\(name)")
        }
      }
    }
  }

  @Test("a word and blanks longer than what is made at a time stay on their lines")
  func longStretches() {
    let letters = 5_000
    var buffer = LayoutBuffer()
    buffer.prepare(String(repeating: "\u{628}", count: letters))
    #expect(Self.lines(&buffer, 80).map(\.columns.count) == Array(repeating: 80, count: 62) + [40])
    buffer.prepare("\u{628}" + String(repeating: " ", count: letters) + "\u{628}")
    let lines = Self.lines(&buffer, 80)
    #expect(lines.map(\.columns.count) == [1, 1])
    #expect(lines.map(\.source) == [0..<letters + 2, letters + 2..<letters + 4])
  }

  /// What a line shows.
  private struct Line: Equatable {
    let columns: [Column]
    let source: Range<Int>
    let isRightToLeft: Bool
    let isSoft: Bool
  }

  private struct Column: Equatable {
    let text: String
    let source: Range<Int>
    let style: Style
    let level: UInt8
  }

  private static func lines(_ buffer: inout LayoutBuffer, _ width: Int) -> [Line] {
    var lines: [Line] = []
    buffer.forEachLine(width: width) { line in
      let columns = (0..<line.count).map {
        Column(text: line.text(in: $0), source: line[$0].source, style: line[$0].style, level: line[$0].level)
      }
      lines.append(
        Line(columns: columns, source: line.source, isRightToLeft: line.isRightToLeft, isSoft: line.isSoft))
    }
    return lines
  }

  /// Styles in the order of the text, some side by side, each from and to any byte.
  private static func style(_ buffer: inout LayoutBuffer, _ count: Int) {
    for place in stride(from: 0, to: count - 40, by: 37) {
      buffer.setStyle(Style(.palette(1), .bold), of: place..<place + 5)
      buffer.setStyle(Style(on: .palette(2)), of: place + 5..<place + 11)
    }
  }

  private static func text(_ count: Int, _ lineEnd: String, _ random: inout Random) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count {
      bytes += pieces.randomElement(using: &random) ?? []
      if Int.random(in: 0..<60, using: &random) == 0 { bytes += Array(lineEnd.utf8) }
    }
    return bytes
  }

  private struct Random: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 33
    }
  }
}
