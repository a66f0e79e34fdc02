/// What the user wants of the terminal, instead of what would be chosen.
///
/// The raw values are the words of the command line.
public struct TerminalOptions: Hashable, Sendable {
  /// Who puts the letters in visual order.
  public enum Bidi: String, CaseIterable, Sendable {
    /// What fits the terminal.
    case auto
    /// We do, and the terminal is asked not to.
    case explicit
    /// The terminal does; second best, since it knows nothing of paragraphs and panels.
    case terminal
    /// Nobody.
    case none
  }

  /// Who joins the letters.
  public enum Shaping: String, CaseIterable, Sendable {
    /// What fits the terminal.
    case auto
    /// We do, with presentation forms.
    case presentationForms = "pf"
    /// The terminal does, or nobody.
    case none
  }

  /// How lam with alef is written.
  public enum LamAlef: String, CaseIterable, Sendable {
    /// As one letter in one cell, as scribes do.
    case ligature
    /// As two letters in two cells.
    case two
  }

  /// What becomes of vowel signs and other marks.
  public enum Marks: String, CaseIterable, Sendable {
    /// What fits the terminal.
    case auto
    /// They are shown.
    case keep
    /// They are left out.
    case strip
  }

  /// How the terminal is asked to leave the order of letters alone.
  public enum BidiSwitch: String, CaseIterable, Sendable {
    /// As the terminal is found to understand.
    case auto
    /// `CSI 8 l`, the standard's (VTE, mintty, wezterm).
    case bdsm
    /// Konsole's own.
    case konsole
    /// mlterm's own.
    case mlterm
    /// A left-to-right override in every row: for VTE behind a multiplexer that lets nothing else through.
    case lro
    /// Not at all.
    case off
  }

  /// Whether the terminal's own order is given back at the end.
  public enum Restore: String, CaseIterable, Sendable {
    case auto, never
  }

  /// Whether sequences are sent through tmux or screen to the terminal outside.
  public enum Passthrough: String, CaseIterable, Sendable {
    /// Where the multiplexer is found to allow it.
    case auto
    /// Without asking.
    case on
    /// Never.
    case off
  }

  /// `--bidi`
  public var bidi = Bidi.auto
  /// `--shaping`
  public var shaping = Shaping.auto
  /// `--lam-alef`; `nil` takes what fits.
  public var lamAlef: LamAlef?
  /// `--marks`
  public var marks = Marks.auto
  /// `--bidi-switch`
  public var bidiSwitch = BidiSwitch.auto
  /// `--restore`
  public var restore = Restore.auto
  /// `--mux-passthrough`
  public var passthrough = Passthrough.auto

  /// Creates options that leave everything to the terminal.
  public init() {}
}
