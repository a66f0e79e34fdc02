/// What is known about the terminal before anything is decided.
///
/// Pure data: `TerminalFacts.gathered` fills it from the world, tests fill it by hand.
public struct TerminalFacts: Hashable, Sendable {
  /// A program between us and the terminal.
  public enum Multiplexer: Hashable, Sendable {
    /// tmux: its version ("3.3a"), the kind of terminal it found outside ("XTerm(379)", empty when it could not tell),
    /// and whether it lets sequences through; `nil` for what it did not tell.
    case tmux(version: String?, client: String?, passthrough: Bool?)
    /// GNU screen.
    case screen
  }

  /// What the terminal answered; `nil` for what it left unanswered.
  public struct Replies: Hashable, Sendable {
    /// DECRQM 8, the state of bidi: 0 unknown, 1 implicit, 2 explicit, 3 and 4 the same without choice.
    public var bidiMode: Int?
    /// XTVERSION, the name and version: "VTE(7600)", "Konsole 22.12.3".
    public var version: String?
    /// DA2, the secondary attributes, as they came without frame: "0;115;0".
    public var secondary: String?
    /// DA1, the primary attributes: "62;22". All terminals answer it, so `nil` means that none was there.
    public var primary: String?

    /// Creates replies of which none came.
    public init() {}
  }

  /// The encoding of the locale, as the system names it: "UTF-8".
  public var codeset = "UTF-8"
  /// Whether the user's own locale had another encoding, and it was replaced: its name.
  public var replacedCodeset: String?
  /// `TERM`.
  public var term = ""
  /// The environment variables by which terminals introduce themselves, those that are set.
  public var hints: [String: String] = [:]
  /// What stands between.
  public var multiplexer: Multiplexer?
  /// Whether the terminal was asked at all.
  public var wasAsked = false
  /// What it answered.
  public var replies = Replies()
  /// Whether kitty's configuration has `force_ltr yes`; `nil` when there is none to be read.
  public var kittyForcesLTR: Bool?
  /// The size of the screen; `nil` when there is none.
  public var columns: Int?
  /// The size of the screen; `nil` when there is none.
  public var rows: Int?

  /// Variables that `hints` holds.
  public static let hintNames = [
    "ALACRITTY_WINDOW_ID", "COLORTERM", "KITTY_WINDOW_ID", "KONSOLE_VERSION", "MLTERM", "TERM_PROGRAM",
    "TERM_PROGRAM_VERSION", "VTE_VERSION", "WT_SESSION", "XTERM_VERSION",
  ]

  /// Creates facts that say nothing.
  public init() {}
}
