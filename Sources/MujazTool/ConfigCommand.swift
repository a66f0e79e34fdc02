import ArgumentParser

/// `mujaz config`.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Print the settings in force, each with where it was set.",
    discussion: """
      What is printed is a configuration file itself: 'mujaz config > ~/.config/mujaz/config.toml' begins one.
      """)

  @OptionGroup var common: CommonOptions

  @Flag(help: "Only check the file: print what is wrong, and end with status 1 if anything is.")
  var check = false

  func run() throws {
    let surroundings = Surroundings()
    let settings = try surroundings.checkedConfiguration(common)
    settings.problems.forEach { Messages.write("mujaz: \($0)") }
    if check {
      guard settings.problems.isEmpty else { throw Failure("", status: .failed) }
      Messages.write("mujaz: nothing is wrong with \(surroundings.configurationPath(common) ?? "the settings")")
      return
    }
    for line in settings.text.split(separator: "\n", omittingEmptySubsequences: false) { Output.line(String(line)) }
  }
}
