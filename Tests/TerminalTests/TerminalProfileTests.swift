import Testing

@testable import Terminal

@Suite struct TerminalProfileTests {
  /// Facts about a terminal, and what must follow from them.
  struct Case: Sendable {
    var name: String
    var facts: TerminalFacts
    var options = TerminalOptions()
    var bidi = TerminalProfile.Bidi.explicit
    var method: TerminalProfile.Switch
    var passthrough: TerminalProfile.Passthrough?
    var restores = true
    var keepsMarks = true
    /// Words of which each must be in the reasons or in the advice.
    var says: [String] = []
    /// Whether the user is told to do something.
    var advises = false
  }

  static func facts(
    term: String = "xterm-256color", mode: Int? = nil, version: String? = nil, secondary: String? = nil,
    hints: [String: String] = [:], multiplexer: TerminalFacts.Multiplexer? = nil, forces: Bool? = nil,
    asked: Bool? = nil,
    answers: Bool = true
  ) -> TerminalFacts {
    var facts = TerminalFacts()
    facts.term = term
    facts.hints = hints
    facts.multiplexer = multiplexer
    facts.kittyForcesLTR = forces
    facts.wasAsked = asked ?? answers
    facts.replies.primary = answers ? "62" : nil
    facts.replies.bidiMode = mode
    facts.replies.version = version
    facts.replies.secondary = secondary
    return facts
  }

  static func tmux(_ client: String?, open: Bool?) -> TerminalFacts.Multiplexer {
    .tmux(version: "3.3a", client: client, passthrough: open)
  }

  static func options(_ change: (inout TerminalOptions) -> Void) -> TerminalOptions {
    var options = TerminalOptions()
    change(&options)
    return options
  }

  static let direct = [
    Case(
      name: "VTE", facts: facts(mode: 1, secondary: "65;7006;1", hints: ["VTE_VERSION": "7006"]), method: .bdsm,
      says: ["DECRQM 8 answered 1"]),
    Case(name: "VTE, explicit before", facts: facts(mode: 2), method: .bdsm, restores: false, says: ["before we came"]),
    Case(name: "mintty", facts: facts(mode: 1, version: "mintty 3.6.4"), method: .bdsm),
    Case(name: "xterm", facts: facts(mode: 0, version: "XTerm(379)"), method: .bdsm, says: ["harms none"]),
    Case(
      name: "Konsole by name", facts: facts(version: "Konsole 22.12.3"), method: .konsole, says: ["Konsole 22.12.3"]),
    Case(name: "old Konsole by variable", facts: facts(hints: ["KONSOLE_VERSION": "210401"]), method: .konsole),
    Case(
      name: "xterm started from Konsole", facts: facts(version: "XTerm(379)", hints: ["KONSOLE_VERSION": "221203"]),
      method: .bdsm),
    Case(name: "VTE started from Konsole", facts: facts(mode: 1, hints: ["KONSOLE_VERSION": "221203"]), method: .bdsm),
    Case(name: "mlterm by TERM", facts: facts(term: "mlterm", mode: 0), method: .mlterm),
    Case(name: "mlterm-256color by TERM", facts: facts(term: "mlterm-256color"), method: .mlterm),
    Case(name: "mlterm by variable", facts: facts(term: "xterm", mode: 0, hints: ["MLTERM": "3.9.0"]), method: .mlterm),
    Case(
      name: "xterm started from mlterm", facts: facts(term: "xterm", version: "XTerm(379)", hints: ["MLTERM": "3.9.0"]),
      method: .bdsm),
    Case(
      name: "kitty", facts: facts(term: "xterm-kitty", mode: 0, version: "kitty(0.26.5)", forces: false), method: .off,
      says: ["force_ltr yes"], advises: true),
    Case(name: "kitty without configuration", facts: facts(version: "kitty(0.26.5)"), method: .off, advises: true),
    Case(
      name: "kitty, set up", facts: facts(version: "kitty(0.26.5)", forces: true), method: .off,
      says: ["stay where they are put"]),
    Case(
      name: "Apple Terminal", facts: facts(hints: ["TERM_PROGRAM": "Apple_Terminal"]), bidi: .terminal, method: .off,
      says: ["Apple_Terminal"]),
    Case(name: "iTerm2", facts: facts(hints: ["TERM_PROGRAM": "iTerm.app"]), bidi: .terminal, method: .off),
    Case(name: "pterm", facts: facts(secondary: "0;136;0"), method: .bdsm, says: ["DisableBidi=1"], advises: true),
    Case(
      name: "QTerminal", facts: facts(secondary: "0;115;0"), method: .bdsm, says: ["enabledBidiSupport=false"],
      advises: true),
    Case(name: "Alacritty", facts: facts(term: "alacritty"), method: .bdsm, keepsMarks: false, says: ["vowel signs"]),
    Case(
      name: "Alacritty with another TERM", facts: facts(hints: ["ALACRITTY_WINDOW_ID": "1"]), method: .bdsm,
      keepsMarks: false),
    Case(
      name: "foot", facts: facts(term: "foot", version: "foot(1.13.1)"), method: .bdsm, keepsMarks: false,
      says: ["grapheme-shaping"], advises: true),
    Case(
      name: "Linux console", facts: facts(term: "linux", answers: false), method: .bdsm, keepsMarks: false,
      advises: true),
    Case(
      name: "no answer",
      facts: facts(asked: true, answers: false), method: .bdsm, says: ["answered none"]),
    Case(name: "not asked", facts: facts(answers: false), method: .bdsm, says: ["could not be asked"]),
  ]

  static let multiplexed = [
    Case(
      name: "tmux in VTE, open", facts: facts(hints: ["VTE_VERSION": "7006"], multiplexer: tmux("", open: true)),
      method: .lro, passthrough: .tmux),
    Case(
      name: "tmux in VTE, closed", facts: facts(hints: ["VTE_VERSION": "7006"], multiplexer: tmux("", open: false)),
      method: .lro, says: ["override"]),
    Case(
      name: "tmux in newer VTE, closed", facts: facts(multiplexer: tmux("VTE(7600)", open: false)), method: .lro),
    Case(
      name: "tmux in Konsole, open", facts: facts(multiplexer: tmux("Konsole 22.12.3", open: true)), method: .konsole,
      passthrough: .tmux),
    Case(
      name: "tmux in Konsole, closed", facts: facts(multiplexer: tmux("Konsole 22.12.3", open: false)), method: .off,
      advises: true),
    Case(
      name: "tmux in xterm", facts: facts(multiplexer: tmux("XTerm(379)", open: true)), method: .off,
      passthrough: .tmux, says: ["does not order letters"]),
    Case(
      name: "tmux in xterm, closed: nothing is wanted", facts: facts(multiplexer: tmux("XTerm(379)", open: false)),
      method: .off),
    Case(
      name: "tmux in xterm, stale variable of VTE",
      facts: facts(hints: ["VTE_VERSION": "7006"], multiplexer: tmux("XTerm(379)", open: false)), method: .off),
    Case(
      name: "tmux in kitty", facts: facts(multiplexer: tmux("kitty(0.26.5)", open: true)), method: .off,
      passthrough: .tmux, advises: true),
    Case(
      name: "tmux in mlterm, open", facts: facts(hints: ["MLTERM": "3.9.0"], multiplexer: tmux("", open: true)),
      method: .mlterm, passthrough: .tmux),
    Case(
      name: "tmux in mlterm, closed", facts: facts(hints: ["MLTERM": "3.9.0"], multiplexer: tmux("", open: false)),
      method: .off, advises: true),
    Case(
      name: "tmux, nothing known, open", facts: facts(multiplexer: tmux("", open: true)), method: .bdsm,
      passthrough: .tmux),
    Case(
      name: "tmux, nothing known, closed", facts: facts(multiplexer: tmux("", open: false)), method: .off, advises: true
    ),
    Case(
      name: "tmux on another machine", facts: facts(version: "tmux 3.3a", multiplexer: tmux(nil, open: nil)),
      method: .off, advises: true),
    Case(
      name: "tmux in VTE, sent through by wish",
      facts: facts(hints: ["VTE_VERSION": "7006"], multiplexer: tmux("", open: false)),
      options: options { $0.passthrough = .on }, method: .bdsm, passthrough: .tmux),
    Case(
      name: "tmux in VTE, kept out by wish",
      facts: facts(hints: ["VTE_VERSION": "7006"], multiplexer: tmux("", open: true)),
      options: options { $0.passthrough = .off }, method: .lro),
    Case(
      name: "tmux swallows the answer about mode 8",
      facts: facts(mode: 0, version: "tmux 3.3a", hints: ["VTE_VERSION": "7006"], multiplexer: tmux("", open: true)),
      method: .lro, passthrough: .tmux),
    Case(
      name: "screen in VTE", facts: facts(term: "screen", hints: ["VTE_VERSION": "7006"], multiplexer: .screen),
      method: .lro, passthrough: .screen),
    Case(
      name: "screen in VTE, kept out by wish",
      facts: facts(term: "screen", hints: ["VTE_VERSION": "7006"], multiplexer: .screen),
      options: options { $0.passthrough = .off }, method: .lro),
    Case(
      name: "screen in mlterm", facts: facts(term: "screen", hints: ["MLTERM": "3.9.0"], multiplexer: .screen),
      method: .mlterm, passthrough: .screen),
    Case(
      name: "screen, perhaps in Konsole: its font is safe",
      facts: facts(term: "screen", hints: ["KONSOLE_VERSION": "221203"], multiplexer: .screen), method: .off,
      passthrough: .screen, says: ["--bidi-switch=konsole"], advises: true),
    Case(
      name: "screen, nothing known", facts: facts(term: "screen", multiplexer: .screen), method: .bdsm,
      passthrough: .screen),
  ]

  static let wishes = [
    Case(
      name: "bidi terminal", facts: facts(mode: 1), options: options { $0.bidi = .terminal }, bidi: .terminal,
      method: .off, says: ["--bidi"]),
    Case(name: "bidi none", facts: facts(mode: 1), options: options { $0.bidi = .none }, bidi: .none, method: .bdsm),
    Case(
      name: "bidi explicit on iTerm2", facts: facts(hints: ["TERM_PROGRAM": "iTerm.app"]),
      options: options { $0.bidi = .explicit }, method: .bdsm),
    Case(
      name: "switch off", facts: facts(mode: 1), options: options { $0.bidiSwitch = .off }, method: .off,
      says: ["--bidi-switch"]),
    Case(name: "switch lro", facts: facts(mode: 1), options: options { $0.bidiSwitch = .lro }, method: .lro),
    Case(
      name: "switch konsole in screen",
      facts: facts(term: "screen", hints: ["KONSOLE_VERSION": "221203"], multiplexer: .screen),
      options: options { $0.bidiSwitch = .konsole }, method: .konsole, passthrough: .screen),
    Case(
      name: "restore never", facts: facts(mode: 1), options: options { $0.restore = .never }, method: .bdsm,
      restores: false, says: ["--restore"]),
    Case(
      name: "marks kept on foot", facts: facts(term: "foot"), options: options { $0.marks = .keep }, method: .bdsm,
      says: ["--marks"], advises: true),
    Case(
      name: "marks stripped", facts: facts(), options: options { $0.marks = .strip }, method: .bdsm, keepsMarks: false),
  ]

  @Test("what is chosen", arguments: direct + multiplexed + wishes)
  func chooses(_ row: Case) {
    let profile = TerminalProfile(row.facts, options: row.options)
    #expect(profile.bidi == row.bidi)
    #expect(profile.bidiSwitch == row.method)
    #expect(profile.passthrough == row.passthrough)
    #expect(profile.restores == row.restores)
    #expect(profile.keepsMarks == row.keepsMarks)
    #expect(profile.advice.isEmpty != row.advises)
    #expect(!profile.reasons.isEmpty, "every choice has a reason")
    let said = (profile.reasons + profile.advice).joined(separator: "\n")
    for words in row.says { #expect(said.contains(words)) }
  }

  @Test("joining follows the order, and wishes go before")
  func joins() {
    let terminal = Self.options { $0.bidi = .terminal }
    let rows: [(String, TerminalOptions, forms: Bool, ligature: Bool)] = [
      ("explicit", TerminalOptions(), true, true),
      ("terminal", terminal, false, false),
      ("none", Self.options { $0.bidi = .none }, false, false),
      ("no forms", Self.options { $0.shaping = .none }, false, false),
      ("forms, two cells", Self.options { $0.lamAlef = .two }, true, false),
      (
        "no forms, one cell",
        Self.options {
          $0.shaping = .none; $0.lamAlef = .ligature
        }, false, true
      ),
      (
        "terminal, forms",
        Self.options {
          $0.bidi = .terminal; $0.shaping = .presentationForms
        }, true, true
      ),
    ]
    for (name, options, forms, ligature) in rows {
      let profile = TerminalProfile(Self.facts(), options: options)
      #expect(profile.usesPresentationForms == forms, "\(name)")
      #expect(profile.joinsLamAlef == ligature, "\(name)")
    }
  }

  @Test("a replaced encoding is a reason")
  func tellsOfEncoding() {
    var facts = Self.facts()
    facts.replacedCodeset = "ISO-8859-6"
    #expect(TerminalProfile(facts).reasons.contains { $0.contains("ISO-8859-6") })
  }
}
