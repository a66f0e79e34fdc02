import Cells
import Testing

/// Order, mirroring and what takes no cell. All expectations are in visual order.
struct OrderLayoutTests {
  static let order = [
    LayoutCase(name: "empty text is one empty line", text: "", lines: [""]),
    LayoutCase(name: "Latin", text: "a b, c.", lines: ["a b, c."]),
    LayoutCase(name: "Hebrew", text: "\u{5D0}\u{5D1} \u{5D2}", lines: ["\u{5D2} \u{5D1}\u{5D0}"]),
    LayoutCase(
      name: "a number in Hebrew keeps its order", text: "\u{5D0} 12.5% \u{5D1}", lines: ["\u{5D1} 12.5% \u{5D0}"]),
    LayoutCase(
      name: "a number after Arabic, with its separators", text: "\u{628} 12/05 \u{62F}",
      lines: ["\u{FEA9} 12/05 \u{FE8F}"]),
    LayoutCase(
      name: "Arabic digits", text: "\u{628} \u{661}\u{662}\u{66B}\u{663} \u{62F}",
      lines: ["\u{FEA9} \u{661}\u{662}\u{66B}\u{663} \u{FE8F}"]),
    LayoutCase(
      name: "Persian digits alone keep their percent sign", text: "\u{6F1}\u{6F2}\u{66A} \u{62F}",
      options: layoutOptions { $0.base = .rightToLeft }, lines: ["\u{FEA9} \u{6F1}\u{6F2}\u{66A}"]),
    LayoutCase(
      name: "behind Arabic the percent sign goes left", text: "\u{62F} \u{6F1}\u{6F2}\u{66A}",
      lines: ["\u{66A}\u{6F1}\u{6F2} \u{FEA9}"]),
    LayoutCase(name: "a Latin word in Hebrew", text: "\u{5D0} ab \u{5D1}", lines: ["\u{5D1} ab \u{5D0}"]),
    LayoutCase(name: "a Hebrew word in Latin", text: "a \u{5D0}\u{5D1} b", lines: ["a \u{5D1}\u{5D0} b"]),
    LayoutCase(
      name: "the same from right to left", text: "a \u{5D0}\u{5D1} b",
      options: layoutOptions { $0.base = .rightToLeft },
      lines: ["b \u{5D1}\u{5D0} a"]),
    LayoutCase(
      name: "from left to right by request", text: "\u{5D0}\u{5D1}.", options: layoutOptions { $0.base = .leftToRight },
      lines: ["\u{5D1}\u{5D0}."]),
    LayoutCase(name: "a full stop goes left", text: "\u{5D0}\u{5D1}.", lines: [".\u{5D1}\u{5D0}"]),
    LayoutCase(name: "an aircraft's name", text: "\u{5D0} F-16 \u{5D1}", lines: ["\u{5D1} F-16 \u{5D0}"]),
    LayoutCase(
      name: "a left-to-right mark keeps two words apart in Latin", text: "a \u{5D0}\u{200E}\u{5D1}",
      lines: ["a \u{5D0}\u{5D1}"]),
    LayoutCase(
      name: "an isolate keeps its brackets", text: "\u{5D0} \u{2066}a (b)\u{2069} \u{5D1}",
      lines: ["\u{5D1} a (b) \u{5D0}"]),
    LayoutCase(
      name: "an override turns letters round", text: "\u{202E}abc\u{202C}",
      options: layoutOptions { $0.base = .leftToRight },
      lines: ["cba"]),
  ]

  @Test("order", arguments: order)
  func ordersCells(_ row: LayoutCase) { row.check() }

  static let mirroring = [
    LayoutCase(name: "parentheses in Hebrew", text: "\u{5D0}(\u{5D1})", lines: ["(\u{5D1})\u{5D0}"]),
    LayoutCase(
      name: "quotation marks in Arabic", text: "\u{AB}\u{628}\u{BB}", options: layoutOptions { $0.base = .rightToLeft },
      lines: ["\u{AB}\u{FE8F}\u{BB}"]),
    LayoutCase(
      name: "brackets around Latin in Hebrew belong to the Hebrew", text: "\u{5D0} (a) \u{5D1}",
      lines: ["\u{5D1} (a) \u{5D0}"]),
    LayoutCase(
      name: "brackets around Hebrew in Latin", text: "a (\u{5D0}) b", lines: ["a (\u{5D0}) b"]),
    LayoutCase(name: "less than", text: "\u{5D0} < \u{5D1}", lines: ["\u{5D1} > \u{5D0}"]),
  ]

  @Test("mirroring", arguments: mirroring)
  func mirrors(_ row: LayoutCase) { row.check() }

  // Literals cannot spell these.
  private static let nonCharacters = String(
    decoding: [0xEF, 0xB7, 0x90, 0xF4, 0x8F, 0xBF, 0xBF] as [UInt8], as: UTF8.self)

  static let hidden = [
    LayoutCase(
      name: "controls are shown as pictures", text: "a\u{0}\u{1B}[31m\u{7F}", lines: ["a\u{2400}\u{241B}[31m\u{2421}"]),
    LayoutCase(name: "C1 controls are replaced", text: "\u{9B}31m", lines: ["\u{FFFD}31m"]),
    LayoutCase(
      name: "what is not assigned or no character is replaced", text: "\u{378}" + nonCharacters,
      lines: ["\u{FFFD}\u{FFFD}\u{FFFD}"]),
    LayoutCase(
      name: "bidirectional controls take no cell",
      text: "\u{200E}a\u{202A}b\u{202C}\u{2067}c\u{2069}\u{200F}\u{61C}d\u{FEFF}", lines: ["abcd"]),
    LayoutCase(
      name: "soft hyphen, word joiner, zero width space take no cell", text: "a\u{AD}b\u{2060}c\u{200B}d",
      lines: ["abcd"]),
    LayoutCase(name: "only hidden characters", text: "\u{200F}\u{200E}", lines: [""]),
    LayoutCase(name: "blanks of all widths", text: "a\u{A0}b\u{2003}c\u{9}d", lines: ["a b c d"]),
    LayoutCase(name: "tag characters take no cell", text: "a\u{E0041}b", lines: ["ab"]),
    LayoutCase(name: "private use stays", text: "\u{E000}", lines: ["\u{E000}"]),
  ]

  @Test("hostile text never reaches a cell", arguments: hidden)
  func hides(_ row: LayoutCase) {
    row.check()
    for line in ParagraphLayout(row.text, width: 0).lines {
      for cell in line.cells {
        let isSafe = cell.text.unicodeScalars.allSatisfy { scalar in
          let category = scalar.properties.generalCategory
          return category != .control && category != .format && category != .surrogate && category != .unassigned
        }
        #expect(isSafe, "\(escaped(cell.text))")
      }
    }
  }

  static let widths = [
    LayoutCase(name: "Han", text: "\u{4E2D}a", lines: ["\u{4E2D}a"]),
    LayoutCase(name: "emoji", text: "\u{1F600}", lines: ["\u{1F600}"]),
    LayoutCase(name: "heart with presentation selector", text: "\u{2764}\u{FE0F}", lines: ["\u{2764}"]),
    LayoutCase(
      name: "family joined: the first picture stands for all", text: "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}",
      lines: ["\u{1F468}"]),
    LayoutCase(name: "skin colour", text: "\u{1F44D}\u{1F3FD}", lines: ["\u{1F44D}"]),
    LayoutCase(name: "flag: two letters", text: "\u{1F1F8}\u{1F1E6}", lines: ["\u{1F1F8}\u{1F1E6}"]),
    LayoutCase(name: "keycap", text: "1\u{FE0F}\u{20E3}", lines: ["1\u{20E3}"]),
    LayoutCase(name: "Hangul letters", text: "\u{1112}\u{1161}\u{11AB}", lines: ["\u{1112}\u{1161}\u{11AB}"]),
    LayoutCase(name: "a spacing mark has its own cell", text: "\u{915}\u{93E}", lines: ["\u{915}\u{93E}"]),
  ]

  @Test("wide clusters", arguments: widths)
  func keepsWidths(_ row: LayoutCase) {
    row.check()
    let line = ParagraphLayout(row.text, width: 0).lines[0]
    #expect(line.columns == (row.name == "Han" ? 3 : 2))
  }

  @Test("a wide cluster is a cell of width 2 and one of width 0 with the same source")
  func wideCells() {
    let cells = ParagraphLayout("a\u{4E2D}", width: 0).lines[0].cells
    #expect(
      cells == [
        Cell("a", source: 0..<1), Cell("\u{4E2D}", width: 2, source: 1..<4), Cell("", width: 0, source: 1..<4),
      ])
  }
}
