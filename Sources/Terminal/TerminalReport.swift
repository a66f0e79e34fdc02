import CTerminal
import Cells

/// What the terminal is, does and gets, for people who see wrong letters: the content of `mujaz doctor`.
public struct TerminalReport: Hashable, Sendable {
  /// One fact.
  public struct Line: Hashable, Sendable {
    /// The part of the report: "terminal", "replies", "profile", "reasons", "advice", "widths".
    public var section: String
    /// What it is about.
    public var name: String
    /// What was found.
    public var value: String
    /// Whether it is as it should be; `nil` where that is no question.
    public var isGood: Bool?

    /// Creates a line. What was found comes from the environment, other programs and the terminal itself: controls in it
    /// are shown, never sent.
    init(section: String, name: String, value: String, isGood: Bool? = nil) {
      self.section = section
      self.name = name
      self.value = printable(value)
      self.isGood = isGood
    }
  }

  /// What was found out.
  public let facts: TerminalFacts
  /// What was chosen.
  public let profile: TerminalProfile
  /// How many columns characters take in this terminal.
  public let widths: [TerminalSample]
  /// One text in three ways, of which one must read right.
  public let greetings: [TerminalSample]
  /// The number of colours; `nil` where the type of the terminal is not known.
  public let colors: Int?
  /// Why a screen cannot be opened, or `nil` when it can.
  public let problem: TerminalError?

  /// Finds out everything, asking the terminal where there is one.
  public static func gathered(
    environment: [String: String], options: TerminalOptions = TerminalOptions(), asksTerminal: Bool = true
  ) -> TerminalReport {
    let facts = TerminalFacts.gathered(environment: environment, asksTerminal: asksTerminal).facts
    let profile = TerminalProfile(facts, options: options)
    var samples = TerminalSample.widths + TerminalSample.greetings
    if facts.replies.primary != nil {
      let modes = TerminalModes(profile)
      let columns = TerminalQuery.widths(of: samples.map(\.text), start: modes.explicit, end: modes.implicit)
      for (index, count) in columns.enumerated() where index < samples.count { samples[index].measured = count }
    }
    return TerminalReport(
      facts: facts, profile: profile,
      widths: Array(samples.prefix(TerminalSample.widths.count)),
      greetings: Array(samples.dropFirst(TerminalSample.widths.count)),
      colors: facts.term.isEmpty
        ? nil : ct_described_colors(facts.term) >= 0 ? Int(ct_described_colors(facts.term)) : nil,
      problem: problem(facts))
  }

  private static func problem(_ facts: TerminalFacts) -> TerminalError? {
    let terminals = ct_terminals()
    guard terminals == 3 else { return .notATerminal(input: terminals & 1 != 0, output: terminals & 2 != 0) }
    do throws(TerminalError) {
      try TerminalLocale.check(codeset: facts.codeset)
      _ = try NcursesDisplay.knownType(facts.term)
      return nil
    } catch {
      return error
    }
  }

  // MARK: - As lines

  /// Everything but the greetings, in order.
  public var lines: [Line] {
    terminalLines + replyLines + profileLines
      + profile.reasons.enumerated().map { Line(section: "reasons", name: "\($0.offset + 1)", value: $0.element) }
      + widthLines
      + advice.enumerated().map { Line(section: "advice", name: "\($0.offset + 1)", value: $0.element) }
  }

  private var terminalLines: [Line] {
    let size = facts.columns.flatMap { columns in facts.rows.map { "\(columns)x\($0)" } }
    let known = colors != nil
    let type = facts.term.isEmpty ? "not set" : facts.term
    var lines = [
      Line(section: "terminal", name: "screen", value: problem.map(\.description) ?? "usable", isGood: problem == nil),
      Line(
        section: "terminal", name: "encoding",
        value: facts.replacedCodeset.map { "\(facts.codeset), in place of \($0)" } ?? facts.codeset,
        isGood: facts.codeset.uppercased() == "UTF-8"),
      Line(
        section: "terminal", name: "TERM",
        value: known || facts.term.isEmpty ? type : "\(type), unknown here: xterm-256color stands in",
        isGood: known),
      Line(section: "terminal", name: "colours", value: colors.map { "\($0)" } ?? "unknown"),
      Line(section: "terminal", name: "size", value: size ?? "unknown"),
      Line(section: "terminal", name: "multiplexer", value: multiplexer),
    ]
    for (name, value) in facts.hints.sorted(by: { $0.key < $1.key }) {
      lines.append(Line(section: "terminal", name: name, value: value))
    }
    if let forces = facts.kittyForcesLTR {
      lines.append(Line(section: "terminal", name: "force_ltr in kitty.conf", value: forces ? "yes" : "no"))
    }
    return lines
  }

  private var multiplexer: String {
    switch facts.multiplexer {
    case nil: return "none"
    case .screen: return "GNU screen"
    case .tmux(let version, let client, let passthrough):
      let outside = client.map { $0.isEmpty ? "outside: it cannot tell" : "outside: \($0)" } ?? "outside: unknown"
      let lets =
        passthrough.map { $0 ? "lets sequences through" : "lets no sequence through" } ?? "passthrough: unknown"
      return "tmux \(version ?? "of unknown version"), \(outside), \(lets)"
    }
  }

  private var replyLines: [Line] {
    guard facts.wasAsked else {
      return [Line(section: "replies", name: "asked", value: "no: there is no terminal that could answer")]
    }
    let replies = facts.replies
    let mode = replies.bidiMode.map { mode in
      switch mode {
      case 1: "1, the terminal orders letters and can be told not to"
      case 2: "2, the terminal has been told not to order letters"
      default: "\(mode), unknown to the terminal"
      }
    }
    let none = "no answer"
    return [
      Line(section: "replies", name: "name and version (XTVERSION)", value: replies.version ?? none),
      Line(section: "replies", name: "order of letters (DECRQM 8)", value: mode ?? none),
      Line(section: "replies", name: "primary attributes (DA1)", value: replies.primary ?? none),
      Line(section: "replies", name: "secondary attributes (DA2)", value: replies.secondary ?? none),
    ]
  }

  private var profileLines: [Line] {
    let passthrough = profile.passthrough.map { "through \($0.rawValue)" } ?? "directly"
    let names = ["bdsm": "CSI 8 l", "konsole": "Konsole's (OSC 50)", "mlterm": "mlterm's (OSC 5379)", "lro": "U+202D"]
    return [
      Line(section: "profile", name: "terminal", value: profile.terminal),
      Line(section: "profile", name: "order of letters (--bidi)", value: profile.bidi.rawValue),
      Line(
        section: "profile", name: "switch (--bidi-switch)",
        value: names[profile.bidiSwitch.rawValue].map { "\($0), \(passthrough)" } ?? "none"),
      Line(
        section: "profile", name: "joining of letters (--shaping)",
        value: profile.usesPresentationForms ? "presentation forms" : "left to the terminal"),
      Line(
        section: "profile", name: "lam with alef (--lam-alef)", value: profile.joinsLamAlef ? "one cell" : "two cells"),
      Line(section: "profile", name: "vowel signs (--marks)", value: profile.keepsMarks ? "shown" : "left out"),
      Line(
        section: "profile", name: "at the end (--restore)",
        value: profile.restores ? "the terminal's own order is given back" : "nothing is given back"),
    ]
  }

  private var widthLines: [Line] {
    (widths + greetings).map { sample in
      let measured = sample.measured.map { "\($0) column\($0 == 1 ? "" : "s")" } ?? "not measured"
      let isGood = sample.measured.map { sample.columns.contains($0) }
      let expected = isGood == false ? ", expected \(sample.columns.upperBound)" : ""
      return Line(section: "widths", name: sample.name, value: measured + expected, isGood: isGood)
    }
  }

  /// What the user may do himself.
  public var advice: [String] {
    var advice = profile.advice
    let name = profile.terminal.lowercased()
    if name.hasPrefix("xterm(") {
      advice.append("xterm shows at most two marks on a letter; XTerm*combiningChars: 4 in ~/.Xresources shows more")
    }
    if name.hasPrefix("mlterm"), profile.restores {
      advice.append("if you had turned mlterm's own order off, add --restore=never: it cannot be asked")
    }
    if colors == 0 { advice.append("TERM=\(facts.term) has no colours; xterm-256color has, where the terminal does") }
    advice.append("a fixed-width font with Arabic helps most: fc-list :lang=ar:spacing=100 lists those installed")
    return advice
  }

  /// The report for people.
  ///
  /// - Parameter forTerminal: Whether the greetings may be framed by the sequences that the reader would use.
  public func text(forTerminal: Bool) -> String {
    var text = ""
    var section = ""
    let widest = lines.map(\.name.count).max() ?? 0
    for line in lines {
      if line.section != section {
        text += (section.isEmpty ? "" : "\n") + line.section + "\n"
        section = line.section
      }
      let sign = line.isGood.map { $0 ? "ok " : "!! " } ?? "   "
      let isList = section == "reasons" || section == "advice"
      let name = isList ? "-" : line.name + String(repeating: " ", count: widest - line.name.count + 1)
      text += "\(sign)\(name) \(line.value)\n"
    }
    // Konsole and mlterm order the whole screen in one way: there the lines can be seen only one after the other.
    let isWhole = profile.bidiSwitch == .konsole || profile.bidiSwitch == .mlterm
    text += "\nOne of these lines must read right, with NATO at the left; the words in brackets choose it"
    text += forTerminal && isWhole ? " (here they look as in the shell).\n" : ".\n"
    let modes = TerminalModes(profile)
    for sample in greetings {
      let isFramed = forTerminal && !isWhole && !sample.name.hasPrefix("logical")
      // A terminal that notes the order with each row does so when the row is cleared.
      text += "\(sample.name):\n"
      text += isFramed ? "\(modes.explicit)\r\u{1B}[K  \(sample.text)\n\(modes.implicit)" : "  \(sample.text)\n"
    }
    return text
  }
}
