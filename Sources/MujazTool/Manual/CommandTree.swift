import ArgumentParser
import Foundation

/// A command as its definition describes it: what help, completions and the manual are made of.
struct CommandTree: Decodable {
  /// One argument, option or flag.
  struct Argument: Decodable {
    /// A name with its dashes.
    struct Name: Decodable {
      let kind: String
      let name: String

      /// As it is typed.
      var text: String { (kind == "long" ? "--" : "-") + name }
    }

    let kind: String
    let abstract: String?
    let names: [Name]?
    let valueName: String?
    let defaultValue: String?
    let allValues: [String]?
    let isOptional: Bool
    let isRepeating: Bool
    let shouldDisplay: Bool

    /// The names as they are typed, the shorter first.
    var labels: [String] { (names ?? []).map(\.text).sorted { ($0.count, $0) < ($1.count, $1) } }
  }

  let commandName: String
  let abstract: String?
  let discussion: String?
  let subcommands: [CommandTree]?
  let defaultSubcommand: String?
  let arguments: [Argument]?

  /// The commands within it, without `help`.
  var commands: [CommandTree] { (subcommands ?? []).filter { $0.commandName != "help" } }

  /// What it takes, in the order of its definition; what every command takes, last.
  var shown: [Argument] { (arguments ?? []).filter(\.shouldDisplay) }

  /// The whole program.
  ///
  /// - Throws: `Failure` where the parser's own description has changed its form.
  static func program() throws -> CommandTree {
    struct Tool: Decodable { let command: CommandTree }
    do {
      return try JSONDecoder().decode(Tool.self, from: Data(RootCommand._dumpHelp().utf8)).command
    } catch {
      throw Failure("cannot read the description of the commands: \(error)")
    }
  }
}
