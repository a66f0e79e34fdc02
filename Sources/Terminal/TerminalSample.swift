/// Short texts that show whether a terminal gets Arabic right, and how many columns they must take.
///
/// - Shape: written as scalars, since an editor would show visual order in an order of its own.
public struct TerminalSample: Hashable, Sendable {
  /// What is tried.
  public var name: String
  /// The text as it is sent.
  public var text: String
  /// The columns it may take.
  public var columns: ClosedRange<Int>
  /// The columns that it took; `nil` when that could not be measured.
  public var measured: Int?

  /// A greeting with a number in brackets and a Latin word: in visual order with presentation forms, in visual order
  /// with letters that the terminal must join, and in logical order. The terminal reads right where the first word
  /// at the right edge is as-salam, joined, and NATO stands at the left edge.
  public static let greetings = [
    TerminalSample(
      name: "visual order, joined letters (explicit, pf)",
      text: "NATO (2024) \u{FEE2}\u{FEDC}\u{FEF4}\u{FEE0}\u{FECB} \u{FEE1}\u{FEFC}\u{FEB4}\u{064E}\u{FEDF}\u{FE8D}",
      columns: 23...23),
    TerminalSample(
      name: "visual order, letters (explicit, none)",
      text: "NATO (2024) \u{645}\u{643}\u{64A}\u{644}\u{639} \u{645}\u{627}\u{644}\u{633}\u{64E}\u{644}\u{627}",
      columns: 23...24),
    TerminalSample(
      name: "logical order (terminal)",
      text: "\u{627}\u{644}\u{633}\u{64E}\u{644}\u{627}\u{645} \u{639}\u{644}\u{64A}\u{643}\u{645} (2024) NATO",
      columns: 23...24),
  ]

  /// Single characters that terminals disagree about. Some make one column of lam with alef, whoever joins the letters;
  /// joiners are never sent, so those that give them a column do no harm.
  public static let widths = [
    TerminalSample(name: "lam-alef (U+FEFB)", text: "\u{FEFB}", columns: 1...1),
    TerminalSample(name: "letter with vowel sign (U+0628 U+064E)", text: "\u{628}\u{64E}", columns: 1...1),
    TerminalSample(name: "Latin letter with joiner (a U+200C)", text: "a\u{200C}", columns: 1...2),
    TerminalSample(name: "box drawing (U+2502)", text: "\u{2502}", columns: 1...1),
    TerminalSample(name: "ellipsis (U+2026)", text: "\u{2026}", columns: 1...1),
    TerminalSample(name: "Chinese character (U+6F22)", text: "\u{6F22}", columns: 2...2),
  ]

  /// Creates a sample that was not measured.
  public init(name: String, text: String, columns: ClosedRange<Int>) {
    self.name = name
    self.text = text
    self.columns = columns
  }
}
