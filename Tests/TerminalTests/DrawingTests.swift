import Cells
import Testing

@testable import Terminal

@Suite struct DrawingTests {
  /// A stand-in for the C library's table.
  static func width(_ scalar: UInt32) -> Int {
    switch scalar {
    case 0..<0x20, 0x7F..<0xA0, 0x0378: -1
    case 0x300...0x36F, 0x64B...0x652, 0x200B...0x200F, 0x202A...0x202E, 0xFE0F: 0
    case 0x4E00...0x9FFF, 0x1F300...0x1F6FF: 2
    default: 1
    }
  }

  struct Case: Sendable {
    var name: String
    var cell: Cell
    var scalars: [UInt32]
    var columns = 1
  }

  static let cells = [
    Case(name: "letter", cell: Cell("a"), scalars: [0x61]),
    Case(
      name: "presentation form with two marks", cell: Cell("\u{FEB4}\u{651}\u{64E}"), scalars: [0xFEB4, 0x651, 0x64E]),
    Case(
      name: "five marks: four are kept", cell: Cell("a\u{300}\u{301}\u{302}\u{303}\u{304}"),
      scalars: [0x61, 0x300, 0x301, 0x302, 0x303]),
    Case(name: "wide", cell: Cell("\u{6F22}", width: 2), scalars: [0x6F22], columns: 2),
    Case(name: "right half alone", cell: Cell("", width: 0), scalars: [0x20]),
    Case(name: "escape", cell: Cell("\u{1B}"), scalars: [0xFFFD]),
    Case(name: "line feed", cell: Cell("\n"), scalars: [0xFFFD]),
    Case(name: "C1 control", cell: Cell("\u{9B}"), scalars: [0xFFFD]),
    Case(name: "unassigned", cell: Cell("\u{378}"), scalars: [0xFFFD]),
    Case(name: "mark alone", cell: Cell("\u{64E}"), scalars: [0xFFFD]),
    Case(name: "override alone", cell: Cell("\u{202E}"), scalars: [0xFFFD]),
    Case(name: "control after a letter", cell: Cell("a\u{1B}\u{7}"), scalars: [0x61]),
    Case(name: "invisible character after a letter", cell: Cell("a\u{200C}\u{202E}\u{300}"), scalars: [0x61, 0x300]),
    Case(name: "wide character in a narrow cell", cell: Cell("\u{6F22}"), scalars: [0xFFFD]),
    Case(name: "narrow character in a wide cell", cell: Cell("\u{2764}\u{FE0F}", width: 2), scalars: [0x2764, 0xFE0F]),
  ]

  @Test("what curses is given for a cell", arguments: cells)
  func drawsCell(_ row: Case) {
    let text = CellText(row.cell, width: Self.width)
    #expect(text.scalars == row.scalars)
    #expect(text.columns == row.columns)
    #expect(text.scalars.count <= 5)
  }

  @Test("only what changed is sent")
  func findsChanges() {
    let wide = [Cell("\u{6F22}", width: 2), Cell("", width: 0)]
    let rows: [(String, [Cell]?, [Cell], [Range<Int>])] = [
      ("nothing", Self.row("abc"), Self.row("abc"), []),
      ("all at first", nil, Self.row("abc"), [0..<3]),
      ("all after a change of size", Self.row("ab"), Self.row("abc"), [0..<3]),
      ("one", Self.row("abc"), Self.row("aXc"), [1..<2]),
      ("two apart", Self.row("abcd"), Self.row("XbcY"), [0..<1, 3..<4]),
      ("style", Self.row("ab"), [Cell("a"), Cell("b", style: Style(.palette(1)))], [1..<2]),
      ("source is not seen", Self.row("a"), [Cell("a", source: 0..<1)], []),
      ("wide in place of narrow", Self.row("abc"), wide + Self.row("c"), [0..<2]),
      ("narrow in place of wide", wide + Self.row("c"), Self.row("abc"), [0..<2]),
      ("wide character moved by one", Self.row("a") + wide, wide + Self.row("a"), [0..<3]),
      ("nothing at all", [], [], []),
    ]
    for (name, before, now, runs) in rows {
      #expect(FrameChanges.runs(from: before.map { $0[...] }, to: now[...]) == runs, "\(name)")
    }
  }

  @Test("colours that the terminal lacks become their neighbours")
  func mapsColors() {
    let rows: [(String, Color, Int, Int)] = [
      ("the terminal's own", .standard, 256, -1), ("kept", .palette(208), 256, 208),
      ("bright on 16", .palette(12), 16, 12), ("bright on 8", .palette(12), 8, 4),
      ("grey on 8 stays readable", .palette(8), 8, -1), ("orange on 16", .palette(208), 16, 11),
      ("dark red on 8", .palette(88), 8, 1), ("pure blue on 8", .palette(21), 8, 4),
      ("dark grey on 16", .palette(232), 16, 0), ("light grey on 16", .palette(250), 16, 7),
      ("white of the cube on 16", .palette(231), 16, 15), ("black of the cube on 8", .palette(16), 8, 0),
    ]
    for (name, color, count, number) in rows {
      #expect(color.number(among: count) == number, "\(name)")
    }
  }

  @Test("letters that would be hard to read become black or white, and black ones are not bold")
  func keepsContrast() {
    let rows: [(String, Style, Int, Int, Int, Style.Attributes)] = [
      ("bold black on grey is grey on most terminals", Style(.palette(0), on: .palette(7), .bold), 256, 0, 7, []),
      ("the cube's black stays bold", Style(.palette(16), on: .palette(7), .bold), 256, 16, 7, .bold),
      ("but not where it becomes the first", Style(.palette(16), on: .palette(252), .bold), 16, 0, 7, []),
      ("bold black on the terminal's own", Style(.palette(0), .bold), 256, 0, -1, .bold),
      ("white on what becomes cyan", Style(.palette(231), on: .palette(23), .underline), 16, 0, 6, .underline),
      ("white on blue is readable", Style(.palette(15), on: .palette(4), .bold), 8, 7, 4, .bold),
      ("no colours", Style(.palette(0), on: .palette(7), .bold), 0, -1, -1, .bold),
    ]
    for (name, style, count, foreground, background, attributes) in rows {
      let shown = style.shown(among: count)
      #expect(
        shown == ShownColors(foreground: foreground, background: background, attributes: attributes),
        "\(name): \(shown)")
    }
  }

  @Test("pairs are given out once, and never beyond what there is")
  func numbersPairs() {
    var pairs = ColorPairs(colors: 256, capacity: 3)
    let red = Style(.palette(1))
    #expect(pairs.number(for: .plain).number == 0)
    #expect(pairs.number(for: red).new == ColorPairs.Pair(foreground: 1, background: -1))
    #expect(pairs.number(for: red).number == 1)
    #expect(pairs.number(for: red).new == nil)
    #expect(pairs.number(for: Style(.palette(2))).number == 2)
    #expect(pairs.number(for: Style(.palette(3))).number == 0, "full")
    #expect(pairs.number(for: red).number == 1)
    var none = ColorPairs(colors: 0, capacity: 0)
    #expect(none.number(for: red).number == 0)
  }

  static func row(_ text: String) -> [Cell] { text.map { Cell(String($0)) } }
}
