/// How a profile follows from what is known.
extension TerminalProfile {
  /// Chooses what fits a terminal, and what the user wants in place of that.
  ///
  /// Pure: the same facts and options always give the same profile.
  ///
  /// - Source: trials with thirteen terminals; each reason names the rule.
  public init(_ facts: TerminalFacts, options: TerminalOptions = TerminalOptions()) {
    var found = Findings(facts, options: options)
    found.decide()
    self = found.profile(facts, options: options)
  }
}

/// The decision under way.
private struct Findings {
  let facts: TerminalFacts
  let passthroughOption: TerminalOptions.Passthrough
  let switchOption: TerminalOptions.BidiSwitch

  var terminal = "unknown"
  var bidi = TerminalProfile.Bidi.explicit
  var method = TerminalProfile.Switch.bdsm
  var passthrough: TerminalProfile.Passthrough?
  var restores = true
  var losesMarks = false
  var reasons: [String] = []
  var advice: [String] = []

  init(_ facts: TerminalFacts, options: TerminalOptions) {
    self.facts = facts
    passthroughOption = options.passthrough
    switchOption = options.bidiSwitch
  }

  private var isVTE: Bool { facts.hints["VTE_VERSION"] != nil || facts.replies.secondary?.hasPrefix("65;") == true }

  private var version: String { facts.replies.version ?? "" }

  mutating func decide() {
    if let replaced = facts.replacedCodeset {
      reasons.append("the locale's encoding is \(replaced); \(facts.codeset) is used instead")
    }
    switch facts.multiplexer {
    case .tmux(let version, let client, let allowed): decideTmux(version, client, allowed)
    case .screen: decideScreen()
    case nil: decideDirectly()
    }
    decideMarks()
  }

  // MARK: - The terminal itself

  private mutating func decideDirectly() {
    let mode = facts.replies.bidiMode ?? 0
    if mode == 1 || mode == 2 {
      terminal = version.isEmpty ? (isVTE ? "VTE" : "unknown") : version
      reasons.append("the terminal orders letters itself and can be told not to (DECRQM 8 answered \(mode))")
      if mode == 2 {
        restores = false
        reasons.append("it was told not to before we came, so it is left that way at the end")
      }
      return
    }
    if name(startsWith: "Konsole") || (version.isEmpty && facts.hints["KONSOLE_VERSION"] != nil) {
      return konsole(version.isEmpty ? "KONSOLE_VERSION is set and the terminal gave no name" : "it says \(version)")
    }
    if facts.term.hasPrefix("mlterm") || (isMlterm && facts.hints["MLTERM"] != nil) {
      return mlterm(facts.term.hasPrefix("mlterm") ? "TERM is \(facts.term)" : "MLTERM is set")
    }
    if name(startsWith: "kitty") { return kitty("it says \(version)") }
    if let program = facts.hints["TERM_PROGRAM"], ["Apple_Terminal", "iTerm.app"].contains(program) {
      terminal = program
      bidi = .terminal
      method = .off
      reasons.append("TERM_PROGRAM is \(program), which orders letters itself and cannot be told not to")
      return
    }
    decideBySecondaryAttributes()
  }

  private mutating func decideBySecondaryAttributes() {
    switch facts.replies.secondary {
    case "0;136;0" where version.isEmpty:
      terminal = "pterm"
      reasons.append(
        "the secondary attributes are pterm's or PuTTY's, which order letters and obey only their settings")
      advice.append("set DisableBidi=1 (PuTTY: Terminal, Features, Disable bidirectional text display)")
    case "0;115;0" where version.isEmpty:
      terminal = "QTerminal"
      reasons.append("the secondary attributes are QTerminal's, which orders letters and obeys only its settings")
      advice.append("set enabledBidiSupport=false in QTerminal's settings; otherwise words come out reversed")
    default:
      terminal = version.isEmpty ? (facts.term.isEmpty ? "unknown" : facts.term) : version
      if facts.wasAsked, facts.replies.primary == nil {
        reasons.append("the terminal answered none of our questions")
      } else if !facts.wasAsked {
        reasons.append("the terminal could not be asked")
      }
      reasons.append("nothing says that the terminal orders letters itself; it is asked not to, which harms none")
    }
  }

  /// Other terminals that are started from mlterm inherit its variable, but have names of their own.
  private var isMlterm: Bool { version.isEmpty || version.lowercased().hasPrefix("mlterm") }

  private func name(startsWith name: String) -> Bool { version.lowercased().hasPrefix(name.lowercased()) }

  private mutating func konsole(_ why: String) {
    terminal = version.isEmpty ? "Konsole" : version
    method = .konsole
    reasons.append("\(why): Konsole orders letters itself and has a switch of its own")
  }

  private mutating func mlterm(_ why: String) {
    terminal = "mlterm"
    method = .mlterm
    reasons.append("\(why): mlterm orders letters itself and has a switch of its own")
  }

  private mutating func kitty(_ why: String) {
    terminal = "kitty"
    method = .off
    reasons.append("\(why): kitty reverses words and has no switch, only force_ltr in kitty.conf")
    switch facts.kittyForcesLTR {
    case true?: reasons.append("kitty.conf has force_ltr yes, so letters stay where they are put")
    default:
      advice.append("add the line \"force_ltr yes\" to kitty.conf and restart kitty; otherwise words come out reversed")
    }
  }

  // MARK: - Behind a multiplexer

  private mutating func decideTmux(_ version: String?, _ client: String?, _ allowed: Bool?) {
    reasons.append("tmux \(version ?? "(of unknown version)") stands between, and swallows the switches")
    let open = passthroughOption == .on || (passthroughOption == .auto && allowed == true)
    passthrough = open ? .tmux : nil
    switch passthroughOption {
    case .on: reasons.append("sequences are sent through it, as you wish (--mux-passthrough=on)")
    case .off: reasons.append("nothing is sent through it, as you wish (--mux-passthrough=off)")
    case .auto:
      reasons.append(allowed == true ? "it lets sequences through (allow-passthrough)" : "it lets no sequence through")
    }
    decideOutside(client ?? "")
    let needs = method == .konsole || method == .mlterm || method == .bdsm
    if !open, passthroughOption == .auto, needs {
      advice.append("run: tmux set -g allow-passthrough on (and put \"set -g allow-passthrough on\" into ~/.tmux.conf)")
    }
    if needs, !open { method = .off }
  }

  private mutating func decideScreen() {
    reasons.append("GNU screen stands between, and swallows the switches unless they are wrapped")
    passthrough = passthroughOption == .off ? nil : .screen
    if passthrough == nil { reasons.append("nothing is sent through it, as you wish (--mux-passthrough=off)") }
    decideOutside("")
    // Its own sequence means something else to other terminals, and screen does not say which one is outside.
    if method == .konsole, switchOption == .auto {
      method = .off
      advice.append("if the terminal outside is Konsole indeed, add --bidi-switch=konsole")
    }
    if passthrough == nil, method != .lro { method = .off }
  }

  /// Chooses for the terminal outside, which cannot be asked.
  private mutating func decideOutside(_ client: String) {
    let lowercased = client.lowercased()
    terminal = client.isEmpty ? "unknown" : client
    if lowercased.hasPrefix("konsole") {
      return konsole("it found \(client) outside")
    } else if lowercased.hasPrefix("mlterm") {
      return mlterm("it found \(client) outside")
    } else if lowercased.hasPrefix("kitty") {
      return kitty("it found \(client) outside")
    } else if lowercased.hasPrefix("vte") {
      return vteOutside("it found \(client) outside")
    } else if !client.isEmpty {
      method = .off
      reasons.append("it found \(client) outside, which does not order letters")
      return
    }
    if let version = facts.hints["VTE_VERSION"] {
      vteOutside("VTE_VERSION is \(version) (unless the session was begun in another terminal)")
    } else if facts.hints["MLTERM"] != nil {
      mlterm("MLTERM is set (unless the session was begun in another terminal)")
    } else if facts.hints["KONSOLE_VERSION"] != nil {
      konsole("KONSOLE_VERSION is set (unless the session was begun in another terminal)")
    } else {
      reasons.append("nothing says which terminal is outside")
    }
  }

  private mutating func vteOutside(_ why: String) {
    terminal = "VTE"
    if passthrough != nil, passthroughOption == .on {
      reasons.append("\(why): it orders letters itself and is told not to, row by row")
      return
    }
    // Its switch holds for rows, and a multiplexer clears and moves rows in ways of its own.
    method = .lro
    reasons.append("\(why): every row is held together by a left-to-right override, which the multiplexer keeps")
  }

  // MARK: - Marks

  private mutating func decideMarks() {
    let isAlacritty = facts.term.hasPrefix("alacritty") || facts.hints["ALACRITTY_WINDOW_ID"] != nil && version.isEmpty
    if isAlacritty {
      losesMarks = true
      terminal = "alacritty"
      reasons.append("Alacritty draws vowel signs one cell beside their letter, so they are left out")
    } else if facts.term.hasPrefix("foot") || name(startsWith: "foot") {
      losesMarks = true
      terminal = "foot"
      reasons.append("foot loses letters that carry vowel signs, so these are left out")
      advice.append("with tweak.grapheme-shaping=no in foot.ini, --marks=keep shows vowel signs")
    } else if facts.term == "linux" {
      losesMarks = true
      terminal = "Linux console"
      reasons.append("the Linux console cannot put vowel signs on letters, so they are left out")
      advice.append("its font must hold Arabic presentation forms; a terminal window is the better place")
    }
  }
}

extension Findings {
  /// The profile, with what the user wants laid over what was found.
  func profile(_ facts: TerminalFacts, options: TerminalOptions) -> TerminalProfile {
    var reasons = reasons
    var bidi = bidi
    var method = method
    if let wanted = TerminalProfile.Bidi(rawValue: options.bidi.rawValue) {
      reasons.append("the order is \(wanted.rawValue), as you wish (--bidi)")
      if wanted == .explicit, bidi == .terminal { method = .bdsm }
      bidi = wanted
    }
    // Who leaves the order to the terminal must not forbid it.
    if bidi == .terminal { method = .off }
    if let wanted = TerminalProfile.Switch(rawValue: options.bidiSwitch.rawValue) {
      reasons.append("the switch is \(wanted.rawValue), as you wish (--bidi-switch)")
      method = wanted
    }
    var forms = bidi == .explicit
    if options.shaping != .auto {
      forms = options.shaping == .presentationForms
      reasons.append("letters are \(forms ? "joined here" : "not joined here"), as you wish (--shaping)")
    }
    var ligature = forms
    if let wanted = options.lamAlef {
      ligature = wanted == .ligature
      reasons.append("lam with alef takes \(ligature ? "one cell" : "two cells"), as you wish (--lam-alef)")
    }
    var keeps = !losesMarks
    if options.marks != .auto {
      keeps = options.marks == .keep
      reasons.append("vowel signs are \(keeps ? "kept" : "left out"), as you wish (--marks)")
    }
    var restores = restores
    if options.restore == .never {
      restores = false
      reasons.append("the terminal's order is not given back at the end, as you wish (--restore)")
    }
    return TerminalProfile(
      bidi: bidi, usesPresentationForms: forms, joinsLamAlef: ligature, keepsMarks: keeps, bidiSwitch: method,
      restores: restores, passthrough: passthrough, terminal: terminal, reasons: reasons, advice: advice)
  }
}
