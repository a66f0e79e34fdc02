import ArgumentParser
import Glibc
import Terminal

/// `mujaz doctor`
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "What this terminal, locale and font do, which mode is chosen and why.",
    discussion: """
      Where the terminal does not answer, it asks which of three lines reads right, and writes the answer into the \
      configuration file; --try asks anywhere, one line at a time.
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var display: DisplayOptions
  @OptionGroup var output: FormatOptions
  @Flag(name: .customLong("try"), help: "Show a line in each possible way and ask which one reads right.") var tries =
    false
  @Flag(help: "Put a terminal right that a crash left odd.") var resetTerminal = false

  func run() throws {
    let surroundings = Surroundings()
    let environment = surroundings.environment
    let options = display.over(try surroundings.configuration(common).terminal)
    let report = TerminalReport.gathered(
      environment: environment, options: options, asksTerminal: isatty(STDIN_FILENO) == 1 && Output.isTerminal)
    if resetTerminal {
      Output.raw(TerminalModes.reset(report.profile))
      Output.flush()
      let isTerminal = TerminalModes.restoreSettings()
      Messages.write(
        isTerminal
          ? "mujaz: the terminal's own order, screen, mouse and keys are restored"
          : "mujaz: the terminal's own order, screen and mouse are restored, its keys are not: standard input is no terminal"
      )
      return
    }
    if tries { return try ask(surroundings, report.profile) }
    guard output.format == .text else {
      let rows = report.lines.map { line in
        JSONValue.object([
          ("section", .string(line.section)), ("name", .string(line.name)), ("value", .string(line.value)),
          ("good", line.isGood.map { .bool($0) } ?? .null),
        ])
      }
      output.format.write(rows, json: { $0 }, text: { _ in [] })
      return
    }
    Output.raw(report.text(forTerminal: Output.isTerminal))
    let archive = try? surroundings.archivePath(common.archive)  // without a home folder there is none to name
    Output.line("archive    \(archive ?? "none: set HOME, or name one with --archive")")
    Output.line("data       \(surroundings.dataFolder() ?? "not found: set MUJAZ_DATA")")
    // Nobody is asked who has chosen already.
    let isOpen = options.bidi == .auto && options.shaping == .auto
    if isOpen, report.facts.wasAsked, report.facts.replies.primary == nil { try askForLine(surroundings) }
  }

  /// Asks which of the three lines of the report reads right, where the terminal has told nothing.
  private func askForLine(_ surroundings: Surroundings) throws {
    Output.line("")
    Output.line("The terminal did not answer. Which of the three lines above reads right, counted from the top?")
    Output.raw("1, 2, 3, or Enter for none: ")
    Output.flush()
    guard let answer = readLine(strippingNewline: true) else { return Output.line("") }
    let ways = TerminalTrial.settings
    guard let number = Int(answer.filter { !$0.isWhitespace }), ways.indices.contains(number - 1) else {
      Output.line("Nothing was changed. 'mujaz doctor --try' shows the lines one at a time.")
      return
    }
    try keep(ways[number - 1], surroundings)
  }

  /// Writes a choice into the configuration.
  private func keep(_ way: [(name: String, value: String)], _ surroundings: Surroundings) throws {
    let settings = way.map { (name: $0.name, value: $0.value.tomlText) }
    let kept = try surroundings.keep(settings, common)
    for setting in settings { Output.line("\(setting.name) = \(setting.value)") }
    Output.line("is written in \(kept.path)" + (kept.copy.map { "; what it was is in \($0)" } ?? ""))
  }

  private func ask(_ surroundings: Surroundings, _ profile: TerminalProfile) throws {
    let chosen: TerminalTrial.Way?
    do throws(TerminalError) {
      chosen = try TerminalTrial(profile).ask(terminal: surroundings.environment["TERM"] ?? "")
    } catch {
      throw Failure(error.description)
    }
    guard let way = chosen else {
      Output.line("No way was chosen. A font with Arabic letters or another terminal may help; see README.md.")
      return
    }
    Output.line("This terminal reads right with: mujaz \(way.options)")
    Output.raw("Write it into the configuration file? y, or Enter for no: ")
    Output.flush()
    if readLine()?.lowercased().hasPrefix("y") == true { try keep(way.settings, surroundings) }
  }
}
