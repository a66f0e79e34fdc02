import ArgumentParser

/// Tasks of the people who work on Mujaz.
@main
struct DevTool: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dev", abstract: "Development tasks.",
    subcommands: [
      TablesCommand.self, CheckCommand.self, FuzzCommand.self, HostileCommand.self, ScoreCommand.self,
      TrainCommand.self,
    ])
}
