import ArgumentParser
import Glibc

/// `mujaz manual`
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "The manual's pages, for man.",
    discussion: "Without a folder, one page goes to standard output: that of the program, or of a command.")

  @Option(
    help: "The folder into which all pages are written, as mujaz.1; those that are there are replaced.",
    completion: .directory)
  var output: String?
  @Argument(help: "The command whose page is wanted.", completion: .custom { _, _, _ in RootCommand.commandNames })
  var command: String?

  func validate() throws {
    if output != nil, command != nil {
      throw ValidationError("found both a command and --output; expected one of them")
    }
  }

  func run() throws {
    let pages = ManualPages(try CommandTree.program()).all
    guard let output else {
      let name = command.map { "mujaz-\($0)" } ?? "mujaz"
      guard let page = pages.first(where: { $0.name == name }) else {
        throw Failure(
          "found no command '\(command ?? "")'; expected one of \(RootCommand.commandNames.joined(separator: ", "))",
          status: .usage)
      }
      return Output.raw(page.text)
    }
    for page in pages { try writeFile(page.text, to: "\(output)/\(page.name).1", replacing: true, mode: 0o644) }
    Messages.write("mujaz: wrote \(pages.count) pages into \(output)")
  }
}

extension RootCommand {
  /// The names of all commands.
  static var commandNames: [String] { configuration.subcommands.compactMap { $0.configuration.commandName } }

  /// The version.
  static var version: String { configuration.version }

  /// The day of the version, as the manual shows it.
  static let day = "2026-11-23"
}
