import ArgumentParser
import Glibc

/// The program: reads the command line and runs one command.
@main
enum MujazTool {
  static func main() {
    openMissingStreams()
    do {
      var command = try RootCommand.parseAsRoot(arranged(Array(CommandLine.arguments.dropFirst())))
      try command.run()
      Output.flush()
      if Output.failure != 0 {
        throw Failure("what was to be said could not be written whole: \(String(cString: strerror(Output.failure)))")
      }
      exit(ExitStatus.done.rawValue)
    } catch let error as Failure {
      Output.flush()
      if !error.message.isEmpty { Messages.write(["mujaz: \(error.message)"] + error.details) }
      exit(error.status.rawValue)
    } catch {
      Output.flush()
      let code = RootCommand.exitCode(for: error)
      let message = RootCommand.fullMessage(for: error)
      guard !code.isSuccess else {
        print(message)
        exit(ExitStatus.done.rawValue)
      }
      Messages.write(message.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) })
      exit(code == .validationFailure ? ExitStatus.usage.rawValue : ExitStatus.failed.rawValue)
    }
  }

  /// Puts something in place of standard streams that are closed, so that no file that is opened later takes their number
  /// and what is written to them. Writing to such an output fails, as it should.
  private static func openMissingStreams() {
    for (descriptor, mode) in [(STDIN_FILENO, O_RDONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_WRONLY)]
    where fcntl(descriptor, F_GETFD) < 0 {
      // The lowest number that is free is this one.
      _ = open("/dev/null", mode)
    }
  }

  /// The arguments with `--archive` and `--config` moved behind the command's name, where its own options stand, so that
  /// they may be given on either side of it.
  static func arranged(_ arguments: [String]) -> [String] {
    var leading: [String] = []
    var rest = arguments[...]
    while let first = rest.first {
      if ["--archive", "--config"].contains(first), rest.count >= 2 {
        leading += rest.prefix(2)
        rest = rest.dropFirst(2)
      } else if first.hasPrefix("--archive=") || first.hasPrefix("--config=") {
        leading.append(first)
        rest = rest.dropFirst()
      } else {
        break
      }
    }
    // The name of a command within a command belongs to it.
    var names: [String] = []
    var command: any ParsableCommand.Type = RootCommand.self
    while let name = rest.first, let next = command.subcommand(name) {
      names.append(name)
      rest = rest.dropFirst()
      guard let next else { break }
      command = next
    }
    return names + leading + rest
  }
}

/// What stands behind the program's name when no command is given: the reader.
struct RootCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mujaz",
    abstract: "A terminal reader for geopolitical briefings.",
    discussion: """
      Without a command the reader opens. Data goes to standard output, messages to standard error. \
      Exit status: 0 done, 1 something failed, 2 wrong usage.
      """,
    version: "0.1.0",
    subcommands: [
      ReadCommand.self, ImportCommand.self, ListCommand.self, ShowCommand.self, SearchCommand.self,
      EntitiesCommand.self, StatementsCommand.self, RelatedCommand.self, CompareCommand.self, TimelineCommand.self,
      EntityCommand.self,
      DecisionsCommand.self,
      AnalyzeCommand.self, ReanalyzeCommand.self, LayoutCommand.self, ExportCommand.self, DossierCommand.self,
      VerifyCommand.self,
      DeleteCommand.self, UndeleteCommand.self, TagCommand.self, FlagCommand.self, NoteCommand.self, NotesCommand.self,
      SavedCommand.self, ChangesCommand.self, BackupCommand.self, RestoreCommand.self, ConfigCommand.self,
      DoctorCommand.self, ManualCommand.self,
    ],
    defaultSubcommand: ReadCommand.self)
}

extension ParsableCommand {
  /// The command within this one that has a name, `help` being one without a type; `nil` where there is none.
  fileprivate static func subcommand(_ name: String) -> (any ParsableCommand.Type)?? {
    if let found = configuration.subcommands.first(where: { $0.configuration.commandName == name }) {
      return .some(found)
    }
    return name == "help" && !configuration.subcommands.isEmpty ? .some(nil) : nil
  }
}
