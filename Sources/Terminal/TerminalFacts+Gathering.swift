import CTerminal
import Glibc

extension TerminalFacts {
  /// Finds out what can be known about the terminal that the program runs in.
  ///
  /// Takes the locale, asks tmux, and asks the terminal itself unless told not to; that takes a few milliseconds, and
  /// 300 where no answer comes. Must come before `NcursesDisplay` is created. Where standard input or output is no
  /// terminal, nothing is asked.
  ///
  /// - Parameters:
  ///   - environment: The variables of the program's environment.
  ///   - asksTerminal: Whether to ask the terminal.
  /// - Returns: The facts, and what the user typed meanwhile, for `NcursesDisplay.init`.
  public static func gathered(
    environment: [String: String], asksTerminal: Bool = true
  ) -> (facts: TerminalFacts, typedAhead: [UInt8]) {
    var facts = TerminalFacts()
    var typed: [UInt8] = []
    (facts.codeset, facts.replacedCodeset) = TerminalLocale.adopt(environment: environment)
    facts.term = environment["TERM"] ?? ""
    facts.hints = environment.filter { hintNames.contains($0.key) && !$0.value.isEmpty }
    var columns: Int32 = 0
    var rows: Int32 = 0
    if ct_size(&columns, &rows) { (facts.columns, facts.rows) = (Int(columns), Int(rows)) }
    if asksTerminal, TerminalQuery.canAsk(term: facts.term), let answer = TerminalQuery.identity() {
      facts.wasAsked = true
      facts.replies = answer.replies
      typed = answer.typed
    }
    facts.multiplexer = multiplexer(environment, facts)
    facts.kittyForcesLTR = kittyConfiguration(environment).map(forcesLTR)
    return (facts, typed)
  }

  private static func multiplexer(_ environment: [String: String], _ facts: TerminalFacts) -> Multiplexer? {
    let answered = facts.replies.version ?? ""
    // A terminal that was started from within tmux inherits the variable, but gives its own name.
    if !(environment["TMUX"] ?? "").isEmpty, answered.isEmpty || answered.hasPrefix("tmux") {
      return TmuxQuestion.multiplexer(environment: environment)
        ?? .tmux(version: nil, client: nil, passthrough: nil)
    }
    // tmux on the machine from which the user came.
    if answered.hasPrefix("tmux") {
      return .tmux(version: String(answered.dropFirst("tmux ".count)), client: nil, passthrough: nil)
    }
    guard answered.isEmpty, facts.term.hasPrefix("screen") else { return nil }
    return .screen
  }

  // MARK: - kitty

  /// Whether a kitty.conf keeps kitty from ordering letters; the last line counts.
  static func forcesLTR(_ configuration: String) -> Bool {
    let lines = configuration.split(whereSeparator: \.isNewline).map { $0.split(whereSeparator: \.isWhitespace) }
    let last = lines.last { $0.count >= 2 && $0[0] == "force_ltr" }
    return last.map { ["yes", "y", "true"].contains($0[1].lowercased()) } ?? false
  }

  private static func kittyConfiguration(_ environment: [String: String]) -> String? {
    let folders = [
      environment["KITTY_CONFIG_DIRECTORY"], environment["XDG_CONFIG_HOME"].map { $0 + "/kitty" },
      environment["HOME"].map { $0 + "/.config/kitty" },
    ]
    return folders.lazy.compactMap { $0.flatMap { text(ofFile: $0 + "/kitty.conf") } }.first
  }

  private static func text(ofFile path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    // Configurations are small; whatever is larger is none.
    var bytes = [UInt8](repeating: 0, count: 1 << 18)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }
}
