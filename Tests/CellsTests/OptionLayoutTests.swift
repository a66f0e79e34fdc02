import Cells
import Testing

/// Justification, names of hidden characters, unmirrored quotation marks. All expectations are in visual order.
struct OptionLayoutTests {
  private static func justified(_ change: (inout LayoutOptions) -> Void = { _ in }) -> LayoutOptions {
    layoutOptions {
      $0.alignment = .justify
      change(&$0)
    }
  }

  static let justification = [
    LayoutCase(
      name: "Latin: blanks are widened", text: "a b c dd", width: 7, options: justified(), lines: ["a  b  c", "dd"]),
    LayoutCase(name: "a full line stays", text: "ab cd ef", width: 5, options: justified(), lines: ["ab cd", "ef"]),
    LayoutCase(name: "the last line stays", text: "a b", width: 9, options: justified(), lines: ["a b"]),
    LayoutCase(
      name: "a line before a line feed stays", text: "a b\nc", width: 9, options: justified(), lines: ["a b", "c"]),
    LayoutCase(
      name: "one word of Latin stays", text: "ab cdefg", width: 6, options: justified(), lines: ["ab", "cdefg"]),
    LayoutCase(
      name: "behind the teeth of seen", text: "\u{628}\u{633}\u{645} \u{628}\u{628}\u{628}\u{628}\u{628}\u{628}\u{628}",
      width: 8, options: justified(),
      // One tatweel for eight columns; there is no blank to widen.
      lines: ["\u{FEE2}\u{640}\u{FEB4}\u{FE91}", "\u{FE90}\u{FE92}\u{FE92}\u{FE92}\u{FE92}\u{FE92}\u{FE91}"]),
    LayoutCase(
      name: "lam-alef is not torn", text: "\u{644}\u{627} \u{628}\u{628}\u{628}\u{628}\u{628}\u{628}\u{628}", width: 8,
      options: justified(), lines: ["\u{FEFB}", "\u{FE90}\u{FE92}\u{FE92}\u{FE92}\u{FE92}\u{FE92}\u{FE91}"]),
    LayoutCase(
      name: "nor in two cells", text: "\u{644}\u{627} \u{628}\u{628}\u{628}\u{628}\u{628}\u{628}\u{628}", width: 8,
      options: justified { $0.lamAlef = .twoCells },
      lines: ["\u{FE8E}\u{FEDF}", "\u{FE90}\u{FE92}\u{FE92}\u{FE92}\u{FE92}\u{FE92}\u{FE91}"]),
    LayoutCase(
      name: "without forms only blanks are widened", text: "\u{628}\u{633} \u{645} \u{628}\u{628}\u{628}\u{628}\u{628}",
      width: 6, options: justified { $0.shaping = .none },
      lines: ["\u{645}   \u{633}\u{628}", "\u{628}\u{628}\u{628}\u{628}\u{628}"]),
  ]

  @Test("justification", arguments: justification)
  func justifies(_ row: LayoutCase) { row.check() }

  @Test("every line but a paragraph's last is as long as the width")
  func fullLines() {
    let text =
      "\u{642}\u{627}\u{644} \u{627}\u{644}\u{648}\u{632}\u{64A}\u{631} (F-16) \u{625}\u{646} \u{633}\u{639}\u{631} "
    let words = String(repeating: text, count: 12)
    for width in 20...60 {
      let layout = ParagraphLayout(words, width: width, options: Self.justified())
      #expect(layout.lines.dropLast().allSatisfy { $0.columns == width }, "width \(width)")
      #expect(
        layout.lines.allSatisfy { line in line.cells.count { $0.text == "\u{640}" } <= width / 8 }, "width \(width)")
      let plain = ParagraphLayout(words, width: width)
      #expect(layout.lines.map(\.source) == plain.lines.map(\.source), "width \(width)")
    }
  }

  private static let named = layoutOptions { $0.controls = .named }

  static let controls = [
    LayoutCase(
      name: "an override that is not ended", text: "a\u{202E}bc", options: named, lines: ["a[RLO]cb"]),
    LayoutCase(name: "marks", text: "a\u{200E}\u{200F}\u{61C}b", options: named, lines: ["a[LRM][ALM][RLM]b"]),
    LayoutCase(name: "joiners", text: "a\u{200D}b\u{200C}c", options: named, lines: ["a[ZWJ]b[ZWNJ]c"]),
    LayoutCase(name: "what has no short name", text: "a\u{E0041}", options: named, lines: ["a[U+E0041]"]),
    LayoutCase(
      name: "not inside emoji", text: "\u{1F468}\u{200D}\u{1F469}", options: named, lines: ["\u{1F468}"]),
    LayoutCase(
      name: "a name goes to the next line whole", text: "abc \u{2066}d\u{2069}", width: 7, options: named,
      lines: ["abc", "[LRI]d", "[PDI]"]),
  ]

  @Test("hidden characters by name", arguments: controls)
  func names(_ row: LayoutCase) { row.check() }

  static let guillemets = [
    LayoutCase(
      name: "mirrored by default", text: "\u{628} \u{AB}\u{628}\u{BB}", lines: ["\u{AB}\u{FE8F}\u{BB} \u{FE8F}"]),
    LayoutCase(
      name: "as stored on request", text: "\u{628} \u{AB}\u{628}\u{BB} (\u{628})",
      options: layoutOptions { $0.guillemets = .asStored },
      lines: ["(\u{FE8F}) \u{BB}\u{FE8F}\u{AB} \u{FE8F}"]),
  ]

  @Test("quotation marks", arguments: guillemets)
  func quotes(_ row: LayoutCase) { row.check() }
}
