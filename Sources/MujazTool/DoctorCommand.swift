import ArgumentParser
import Glibc
import Terminal

/// `mujaz doctor`
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "What this terminal, locale and font do, which mode is chosen and why.")

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
      Messages.write("mujaz: the terminal's own order, screen and keys are restored; 'stty sane' restores the rest")
      return
    }
    if tries { return try ask(report.profile, terminal: environment["TERM"] ?? "") }
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
  }

  private func ask(_ profile: TerminalProfile, terminal: String) throws {
    do throws(TerminalError) {
      if let way = try TerminalTrial(profile).ask(terminal: terminal) {
        Output.line("This terminal reads right with: mujaz \(way.options)")
        Output.line("To keep it, put the same names into the configuration file, as README.md shows.")
      } else {
        Output.line("No way was chosen. A font with Arabic letters or another terminal may help; see README.md.")
      }
    } catch {
      throw Failure(error.description)
    }
  }
}
