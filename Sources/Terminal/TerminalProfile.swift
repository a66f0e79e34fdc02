/// What was chosen for the terminal: who orders and joins the letters, and how the terminal is made to agree.
public struct TerminalProfile: Hashable, Sendable {
  /// Who puts letters in visual order.
  public enum Bidi: String, Sendable {
    /// We do.
    case explicit
    /// The terminal does.
    case terminal
    /// Nobody.
    case none
  }

  /// How the terminal is asked to leave the order of letters alone.
  public enum Switch: String, Sendable {
    case bdsm, konsole, mlterm, lro, off
  }

  /// How sequences reach the terminal behind a multiplexer.
  public enum Passthrough: String, Sendable {
    case tmux, screen
  }

  /// Who puts letters in visual order.
  public var bidi: Bidi
  /// Whether we join letters, by presentation forms.
  public var usesPresentationForms: Bool
  /// Whether lam with alef becomes one letter.
  public var joinsLamAlef: Bool
  /// Whether vowel signs and other marks are shown.
  public var keepsMarks: Bool
  /// How the terminal is asked.
  public var bidiSwitch: Switch
  /// Whether the terminal's own order is given back at the end.
  public var restores: Bool
  /// The multiplexer that sequences are wrapped for, or `nil` when they are sent as they are.
  public var passthrough: Passthrough?
  /// What the terminal was taken for.
  public var terminal: String
  /// Why each of these was chosen, in the order of the decisions, as sentences for the user.
  public var reasons: [String]
  /// What the user may have to do himself, as sentences.
  public var advice: [String]

  /// The choice for a terminal that orders nothing and shows everything: what tests and pictures use.
  public static let plain = TerminalProfile(
    bidi: .explicit, usesPresentationForms: true, joinsLamAlef: true, keepsMarks: true, bidiSwitch: .off,
    restores: true, passthrough: nil, terminal: "plain", reasons: [], advice: [])
}
