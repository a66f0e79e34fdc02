import Foundation
import Reader
import Testing

@testable import MujazTool

/// The manual, made of the tables that the program itself is made of.
struct ManualTests {
  @Test("every command has a page, and every option a place in it")
  func whole() throws {
    let program = try CommandTree.program()
    let pages = Dictionary(uniqueKeysWithValues: ManualPages(program).all.map { ($0.name, $0.text) })
    func check(_ command: CommandTree, in page: String, _ name: String) {
      for argument in command.shown {
        for label in argument.labels { #expect(page.contains(Roff.escaped(label)), "\(name): \(label)") }
        if argument.kind == "positional" {
          #expect(
            page.contains(".TP\n\\fB\(Roff.escaped((argument.valueName ?? "").uppercased()))"),
            "\(name): \(argument.valueName ?? "")"
          )
        }
        #expect(argument.abstract?.isEmpty == false, "\(name): an option without a word")
      }
      for inner in command.commands { check(inner, in: page, name) }
    }
    for command in program.commands {
      let name = "mujaz-\(command.commandName)"
      let page = try #require(pages[name], "\(name) has no page")
      check(command, in: page, name)
      for heading in ["NAME", "SYNOPSIS", "OPTIONS", "EXIT STATUS", "FILES", "ENVIRONMENT", "EXAMPLES", "SEE ALSO"] {
        #expect(page.contains(".SH \(heading)\n"), "\(name): \(heading)")
      }
      #expect(pages["mujaz"]?.contains(Roff.escaped("mujaz \(command.commandName)")) == true)
    }
    let known = Set(program.commands.map(\.commandName))
    #expect(Set(ManualTexts.examples.keys).subtracting(known) == [""])
    #expect(Set(ManualTexts.related.flatMap { [$0.key] + $0.value }).subtracting(known).isEmpty)
  }

  @Test("the program's page has every key and every setting")
  func keysAndSettings() throws {
    let page = try #require(ManualPages(try CommandTree.program()).all.first).text
    for binding in Keymap.standard.groups.flatMap(\.bindings) {
      #expect(page.contains(Roff.escaped(binding.action.name)), "\(binding.action)")
      for key in binding.keys { #expect(page.contains(Roff.escaped(key.label)), "\(key.label)") }
    }
    for setting in Setting.all { #expect(page.contains("\\fB\(Roff.escaped(setting.name)) = "), "\(setting.name)") }
  }

  @Test("nothing in a page is taken for a request")
  func escapes() {
    var page = Roff(title: "x", day: "", version: "")
    page.words(".so /etc/passwd")
    page.words("a .b 'c -d \\e")
    page.example([".so x", "'x"])
    #expect(
      page.text.hasSuffix("\\&.so /etc/passwd\na \\&.b \\(aqc \\-d \\ee\n.sp\n.nf\n.RS 4\n\\&.so x\n\\(aqx\n.RE\n.fi\n")
    )
  }

  @Test("pages are written into a folder, and one to standard output")
  func writes() throws {
    let program = try Program()
    let folder = program.home.path(percentEncoded: false)
    #expect(try program.run("manual", "--output", folder).status == 0)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".1") }
    #expect(files.contains("mujaz.1") && files.contains("mujaz-dossier.1"))
    #expect(try program.run("manual", "import").output.contains(".SH SYNOPSIS"))
    let wrong = try program.run("manual", "improt")
    #expect(wrong.status == 2 && wrong.messages.contains("import"))
  }

  @Test("completions know files, choices, tags and names", arguments: ["bash", "zsh", "fish"])
  func completions(_ shell: String) throws {
    let program = try Program()
    _ = try program.run("import", try program.file("articles.jsonl", sampleArticles))
    let script = try program.run("--generate-completion-script", shell)
    #expect(script.status == 0 && script.output.contains("dossier") && script.output.contains("---completion"))
    #expect(Completions.tags(["--archive", "/nonexistent/a"], 0, "").isEmpty)
    let archive = program.home.appending(path: ".local/share/mujaz/archive.sqlite").path(percentEncoded: false)
    #expect(Completions.tags(["list", "--archive", archive, "--tag"], 3, "") == ["لبنان"])
    #expect(Completions.entities(["dossier", "--archive", archive], 3, "نجيب") == ["نجيب ميقاتي"])
  }
}

/// What `doctor` writes into the configuration.
struct ConfigurationEditingTests {
  static let rows: [(name: String, before: String, after: String?)] = [
    ("no file", "", "bidi = \"none\"\n"), ("no end of line", "mouse = true", "mouse = true\nbidi = \"none\"\n"),
    ("another value", "bidi = \"auto\"\n", "bidi = \"none\"\n"),
    (
      "its comment stays", "# a\n  bidi=\"auto\"# why #2\nmouse = true\n",
      "# a\n  bidi= \"none\"  # why #2\nmouse = true\n"
    ),
    ("a sign in a string", "bidi = 'auto'   # 'x'\n", "bidi = \"none\"  # 'x'\n"),
    (
      "before the tables", "mouse = true\n\n# my keys\n[keys]\nopen = \"F3\"\n",
      "mouse = true\nbidi = \"none\"\n\n# my keys\n[keys]\nopen = \"F3\"\n"
    ),
    ("only a table", "[keys]\nopen = \"F3\"\n", "bidi = \"none\"\n[keys]\nopen = \"F3\"\n"),
    ("a comment that looks like it", "# bidi = \"auto\"\n", "# bidi = \"auto\"\nbidi = \"none\"\n"),
    ("a quoted name", "\"bidi\" = \"auto\"\n", "\"bidi\" = \"none\"\n"),
    ("broken", "bidi = \n", nil), ("another fault", "nonsense = 1\n", nil),
    (
      "over several lines", "theme = \"\"\"\ndark\"\"\"\n[keys]\n",
      "theme = \"\"\"\ndark\"\"\"\nbidi = \"none\"\n[keys]\n"
    ), ("a table in a string", "theme = \"\"\"\n[x]\"\"\"\n", nil),
    ("a name in a string", "opener = \"\"\"\nbidi = 'auto'\"\"\"\n", nil),
    (
      "ends of lines with CR", "bidi = \"auto\"\r\nmouse = false # why\r\n",
      "bidi = \"none\"\r\nmouse = false # why\r\n"
    ), ("a new line among those", "mouse = false\r\n[keys]\r\n", "mouse = false\r\nbidi = \"none\"\r\n[keys]\r\n"),
  ]

  @Test("all else stays as it is")
  func edits() {
    for row in Self.rows {
      #expect(ConfigurationEditing.text(row.before, setting: [("bidi", "\"none\"")]) == row.after, "\(row.name)")
    }
  }
}
