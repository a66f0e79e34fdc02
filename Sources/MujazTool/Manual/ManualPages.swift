import Cells
import Reader

/// The manual: one page for the program and one for each command, made of what the parser, the table of keys and the table
/// of settings know, so that it cannot drift from them.
struct ManualPages {
  /// One page.
  struct Page {
    /// `mujaz` or `mujaz-import`; the file is called so, with `.1`.
    let name: String
    /// Its text for man.
    let text: String
  }

  private let program: CommandTree
  private let keymap: Keymap

  /// Creates the manual of a program.
  init(_ program: CommandTree, keymap: Keymap = .standard) {
    self.program = program
    self.keymap = keymap
  }

  /// All pages, the program's first.
  var all: [Page] {
    [Page(name: "mujaz", text: overview)]
      + program.commands.map { Page(name: "mujaz-\($0.commandName)", text: page($0)) }
  }

  private func begun(_ title: String) -> Roff {
    Roff(title: title, day: RootCommand.day, version: "mujaz \(RootCommand.version)")
  }

  // MARK: The program's page

  private var overview: String {
    var page = begun("mujaz")
    page.section("NAME")
    page.name("mujaz", phrase(program.abstract))
    page.section("SYNOPSIS")
    page.usage("mujaz", "[--archive FILE] [--config FILE] [COMMAND] [ARGUMENT ...]")
    page.section("DESCRIPTION")
    ManualTexts.description.enumerated().forEach {
      $0.offset == 0 ? page.words($0.element) : page.paragraph($0.element)
    }
    page.section("COMMANDS")
    page.words("Each has a page of its own, as mujaz-import(1); 'mujaz help COMMAND' is shorter.")
    for command in program.commands { page.term("mujaz \(command.commandName)", "", sentence(command.abstract)) }
    page.section("OPTIONS")
    options(program.shown, &page)
    page.section("KEYS")
    page.words("These are the reader's keys as it comes; the table [keys] of the configuration changes them.")
    for group in keymap.groups {
      page.subsection(group.kind.title(in: .english))
      for binding in group.bindings {
        let keys = binding.keys.map(\.label).joined(separator: ", ")
        page.term(
          keys.isEmpty ? ":\(binding.action.name)" : keys, keys.isEmpty ? "" : binding.action.name,
          sentence(binding.action.help(in: .english, keymap: keymap)))
      }
    }
    page.section("QUERIES")
    ManualTexts.queries.forEach { page.term($0.0, "", $0.1) }
    page.section("CONFIGURATION")
    page.words("A file in TOML; 'mujaz config' prints it whole. All settings are optional.")
    let standard = Configuration()
    for setting in Setting.all {
      page.term("\(setting.name) = \(setting.value(standard))", "", sentence(setting.meaning))
    }
    page.term("[keys]", "", "A table of actions with their keys, as: next-match = [\"n\", \"F3\"].")
    ending(&page, examples: ManualTexts.examples[""] ?? [])
    page.section("SEE ALSO")
    page.words(program.commands.map { "mujaz-\($0.commandName)(1)" }.joined(separator: ", "))
    return page.text
  }

  // MARK: A command's page

  private func page(_ command: CommandTree) -> String {
    let name = "mujaz \(command.commandName)"
    var page = begun("mujaz-\(command.commandName)")
    page.section("NAME")
    page.name("mujaz-\(command.commandName)", phrase(command.abstract))
    page.section("SYNOPSIS")
    let within = command.commands
    if within.isEmpty || command.defaultSubcommand != nil { page.usage(name, usage(command)) }
    for (index, inner) in within.enumerated() {
      if index > 0 || command.defaultSubcommand != nil { page.lineBreak() }
      page.usage("\(name) \(inner.commandName)", usage(inner))
    }
    page.section("DESCRIPTION")
    page.words(sentence(command.abstract))
    if let discussion = command.discussion { page.paragraph(discussion) }
    if let standard = command.defaultSubcommand {
      page.paragraph("Without a command of its own it is '\(name) \(standard)'.")
    }
    page.section("OPTIONS")
    options(command.shown, &page)
    if !within.isEmpty { page.section("COMMANDS") }
    for inner in within {
      page.subsection("\(name) \(inner.commandName)")
      page.words(sentence(inner.abstract))
      if let discussion = inner.discussion { page.paragraph(discussion) }
      options(inner.shown, &page)
    }
    ending(&page, examples: ManualTexts.examples[command.commandName] ?? [])
    page.section("SEE ALSO")
    page.words("mujaz(1)" + (ManualTexts.related[command.commandName] ?? []).map { ", mujaz-\($0)(1)" }.joined())
    return page.text
  }

  private func usage(_ command: CommandTree) -> String {
    var words = command.shown.contains { $0.kind != "positional" } ? ["[OPTION ...]"] : []
    for argument in command.shown where argument.kind == "positional" {
      let name = value(argument) + (argument.isRepeating ? " ..." : "")
      words.append(argument.isOptional ? "[\(name)]" : name)
    }
    return words.joined(separator: " ")
  }

  private func value(_ argument: CommandTree.Argument) -> String { (argument.valueName ?? "value").uppercased() }

  private func options(_ arguments: [CommandTree.Argument], _ page: inout Roff) {
    for argument in arguments where argument.kind == "positional" {
      page.term(value(argument), "", meaning(argument))
    }
    for argument in arguments where argument.kind != "positional" {
      page.term(
        argument.labels.joined(separator: ", "), argument.kind == "option" ? value(argument) : "", meaning(argument))
    }
  }

  private func meaning(_ argument: CommandTree.Argument) -> String {
    var text = sentence(argument.abstract)
    if let standard = argument.defaultValue, argument.kind == "option" { text += " Default: \(standard)." }
    return text
  }

  private func ending(_ page: inout Roff, examples: [ManualTexts.Example]) {
    page.section("EXIT STATUS")
    ManualTexts.exitStatus.forEach { page.term($0.0, "", $0.1) }
    page.section("ENVIRONMENT")
    ManualTexts.environment.forEach { page.term($0.0, "", $0.1) }
    page.section("FILES")
    ManualTexts.files.forEach { page.term($0.0, "", $0.1) }
    guard !examples.isEmpty else { return }
    page.section("EXAMPLES")
    for (index, example) in examples.enumerated() {
      if index == 0 { page.words(example.words) } else { page.paragraph(example.words) }
      page.example(example.lines)
    }
  }

  /// A description without the full stop, as the line of names has it; it may hold no line break.
  private func phrase(_ text: String?) -> String {
    let text = (text ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return String(text.hasSuffix(".") ? text.dropLast() : text[...])
  }

  private func sentence(_ text: String?) -> String {
    let text = text ?? ""
    return text.isEmpty || ".?!:".contains(text.last ?? ".") ? text : text + "."
  }
}
