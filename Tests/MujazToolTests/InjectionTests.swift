import Foundation
import Testing

/// No byte of anybody else's reaches a terminal as a control: every way in against every way out.
@Suite("controls in foreign text")
struct InjectionTests {
  private static let article = #"""
    {"id":"a1","title":TITLE,"date":"2024-03-01","source":EVIL,"author":EVIL,"url":EVIL,"language":"ar","tags":[EVIL],
    "text":TEXT,"notes":[{"id":"a1","note":EVIL}],
    "entities":[{"canonical":"NAME","type":"person","english":EVIL,"mentions":[{"field":"text","start":0,"end":4}]}],
    "statements":[{"speaker":EVIL,"cue":EVIL,"content":"NAME","field":"text","start":0,"end":4}]}
    """#.replacingOccurrences(of: "\n", with: "")

  /// A lexicon that is read in no time.
  private static func smallLexicon(_ program: Program) throws {
    let folder = program.home.appending(path: "data/lexicon")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in ["persons", "cues"] {
      let all = try String(contentsOf: Program.data.appending(path: "lexicon/\(name).tsv"), encoding: .utf8)
      let rows = all.split(separator: "\n").prefix(60).joined(separator: "\n")
      try Data(rows.utf8).write(to: folder.appending(path: "\(name).tsv"))
    }
    program.dataFolder = program.home.appending(path: "data")
  }

  /// An archive full of hostile or of harmless text, both with the same rows.
  private func archive(_ program: Program, _ evil: String) throws -> String {
    try Self.smallLexicon(program)
    let path = program.home.appending(path: "archive.sqlite").path(percentEncoded: false)
    let json = { HostileText.json($0) }
    let sentence = "قال وزير الخارجية الفرنسي ستيفان سيجورنيه \(evil) إن باريس سترسل وفدا إلى بيروت \(evil)."
    let lines = [("a1", sentence), ("a2", "نفى نجيب ميقاتي أن باريس سترسل وفدا إلى بيروت \(evil).")].map { id, text in
      Self.article.replacingOccurrences(of: "\"a1\"", with: "\"\(id)\"")
        .replacingOccurrences(of: "TITLE", with: json("باريس \(evil) وفدا"))
        .replacingOccurrences(of: "TEXT", with: json("NAME \(text)\n\n\(evil)"))
        .replacingOccurrences(of: "EVIL", with: json("x \(evil) y"))
    }
    let file = try program.file("articles.jsonl", lines.joined(separator: "\n"))
    let imported = try program.run("--archive", path, "import", file)
    #expect(imported.status == 0, "\(imported.messages)")
    for arguments in [
      ["tag", "add", "tag \(evil)", "a1"], ["note", "a1", "note \(evil)"], ["saved", "add", "name \(evil)", "باريس"],
      ["entity", "rename", "NAME", "NAME \(evil)"], ["flag", "a2"],
    ] {
      let outcome = try program.run(["--archive", path] + arguments)
      // What cannot be taken is refused in words; both are fine here.
      #expect([0, 1, 2].contains(outcome.status), "\(arguments[0]): \(outcome.messages)")
    }
    return path
  }

  /// What people read on a terminal; the words after a name that is refused are words about foreign text, too.
  private func commands(_ evil: String) -> [[String]] {
    [
      ["list"], ["list", "--group"], ["list", "--format", "json"], ["list", "--source", evil], ["show", "a1"],
      ["show", "a1", "--plain"], ["show", "a1", "--format", "json"], ["show", "a1", "--versions"],
      ["show", "a1", "--bidi=terminal"], ["show", "a1", "--shaping=none"], ["show", evil],
      ["search", "باريس"], ["search", "باريس", "--format", "jsonl"], ["search", "باريس", "--facets"],
      ["search", "باريس", "--statements"], ["search", "\"\(evil)"], ["search", "tag:\(evil) OR"], ["search", evil],
      ["search", "--batch", evil], ["entities"], ["entities", "a1"], ["statements"], ["statements", "a1"],
      ["related", "a1"], ["related", "a1", "--format", "json"], ["timeline", "NAME"], ["timeline", evil],
      ["tag", "list"], ["tag", "add", evil, "a1"], ["tag", "remove", evil, "a1"], ["note", "a1"], ["note", evil, "x"],
      ["notes"], ["notes", "--format", "json"], ["saved", "list"], ["saved", "run", "name \(evil)"],
      ["saved", "remove", evil], ["changes"], ["export"], ["verify"], ["decisions", "list"],
      ["decisions", "import", evil], ["entity", "merge", evil, evil], ["entity", "retype", "NAME \(evil)", evil],
      ["reanalyze"], ["config"], ["doctor", "--format", "json"], ["backup", "/nowhere/\(evil)"], ["restore", evil],
      ["import", evil], ["import", "/dev/null/\(evil)"], ["analyze", evil], ["delete", evil], ["undelete", "--list"],
      [evil], ["--\(evil)"], ["list", "--limit", evil], ["list", "--\(evil)"],
    ]
  }

  /// No answer to what is asked, and an end of what is read.
  private static let nothing = ["\r", ended, ended]
  private static let ended = "\u{4}"

  @Test("every command on a terminal")
  func commandsOnATerminal() throws {
    let harmless = try Program()
    let calm = try archive(harmless, "word")
    let program = try Program()
    let path = try archive(program, HostileText.all)
    for (command, plain) in zip(commands(HostileText.all), commands("word")) {
      let (sent, status) = try program.onTerminal(
        ["--archive", path] + command, typed: Self.nothing, again: Self.ended)
      let name = plain.joined(separator: " ")
      #expect([0, 1, 2].contains(status), "\(name): \(status)")
      var found = controls(in: sent).subtracting(["U+D", "U+9", "ESC [K"])
      // Where sequences are sent at all, they are those that are sent around any other article.
      if !found.isEmpty {
        found.subtract(
          try controls(
            in: harmless.onTerminal(["--archive", calm] + plain, typed: Self.nothing, again: Self.ended).sent))
      }
      #expect(found == [], "\(name)")
    }
  }

  @Test("JSON that is piped says everything, by its own rules")
  func piped() throws {
    let program = try Program()
    let path = try archive(program, HostileText.all)
    let outcome = try program.run("--archive", path, "show", "a1", "--format", "jsonl")
    let row = try #require(try outcome.rows().first)
    for payload in [HostileText.single] + HostileText.sequences.map(\.text) {
      let text = try #require(row["source"] as? String)
      // The source's own blanks are not ours to keep; every control is.
      let wanted = payload.unicodeScalars.filter { $0.value < 0x20 && $0.value > 0x0D || 0x7F...0x9F ~= $0.value }
      #expect(wanted.allSatisfy(text.unicodeScalars.contains))
    }
    #expect(controls(in: Array(outcome.output.utf8)).allSatisfy { $0.hasPrefix("U+20") })
  }

  @Test("the reader, whatever is pressed")
  func reader() throws {
    let keys =
      ["\r", " ", "t", "j", "\r", "e", "j", "\r", "?", "\u{1B}", "i", "s", "y", "Y", "c", "n", "v", "r", "\t"]
      + ["o", "m", "f", "g", "G", "h", "l", "b", "p", "d", "u", "/باريس\r", "\r", ":", "\u{1B}", "T", "N", "A", "E"]
      + ["\u{1B}[200~\(HostileText.all.replacingOccurrences(of: "\u{1B}", with: "\u{9B}"))\u{1B}[201~", "\r"]
    let end = ["\u{1B}", "\u{1B}", "q", "q", "q", "q", "q"]
    let harmless = try Program()
    let calm = try archive(harmless, "word")
    let own = try controls(in: harmless.onTerminal(["--archive", calm], typed: keys + end).sent)
    let program = try Program()
    let path = try archive(program, HostileText.all)
    let sent = try program.onTerminal(["--archive", path], typed: keys + end).sent
    // The cursor may have to go ways that it did not go over the other text; what does something else may not differ.
    let moves = Set(
      "HGABCDdKJmrXPL@MTSEFIZbhl".map { "ESC [\($0)" } + ["U+8", "U+D", "U+9", "ESC M", "ESC D", "ESC E"]
        // The screen's last cell is written while lines do not wrap.
        + ["ESC [?7l", "ESC [?7h"])
    let clipboard = controls(in: sent).filter { $0.hasPrefix("ESC ]52;c;") }
    for copy in clipboard {
      #expect(
        copy.dropFirst("ESC ]52;c;".count).allSatisfy {
          $0.isASCII && ($0.isLetter || $0.isNumber || "+/=".contains($0))
        })
    }
    #expect(controls(in: sent).subtracting(own).subtracting(moves).subtracting(clipboard).subtracting(["U+7"]) == [])
    #expect(sent.count > 5000)
  }

  @Test("files of every format, with hostile names, text that is no UTF-8, and headers")
  func files() throws {
    let program = try Program()
    try Self.smallLexicon(program)
    let folder = program.home.appending(path: "in")
    let evil = HostileText.all.replacingOccurrences(of: "/", with: "|")
    let inner = folder.appending(path: "\u{1B}]0;stolen\u{7}\u{9B}5i")
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
    var raw = Array("عنوان طويل بما يكفي\n\n".utf8)
    for broken in HostileText.broken { raw += Array("نص \(broken.name) ".utf8) + broken.bytes + Array(" بعده\n".utf8) }
    let body = "نص طويل بما يكفي ليكون مقالا، وفيه فاصلة وكلمات كثيرة. \(HostileText.all)"
    let files: [(String, [UInt8])] = [
      ("\u{1B}[5i.txt", raw), ("b\rstolen.txt", raw),
      ("c.md", Array("---\ntitle: \(evil)\nsource: \(evil)\ntags: [\(evil)]\ndate: \(evil)\n---\n\n\(body)\n".utf8)),
      ("d.html", Array("<title>\(evil)</title><meta name=author content='\(evil)'><p>\(body)</p>&#27;]0;x&#7;".utf8)),
      ("e.xml", Array("<rss><channel><title>\(evil)</title><item><title>\(evil)".utf8)), ("f.jsonl", raw),
      ("g.eml", Array("From: \(evil)\nSubject: =?utf-8?B?G10wO3N0b2xlbgc=?=\n\n\(body)\n".utf8)),
      ("h.jsonl", Array("{\"id\":\(HostileText.json(evil)),\"title\":\(HostileText.json(evil)),\"text\":5}".utf8)),
      ("i.pdf", Array("%PDF".utf8)), ("j\u{202E}lmth.gz", [0x1F, 0x8B, 0x1B, 0x5B]),
      ("k.html", raw), ("l.md", raw), ("m.eml", Array("From: a@b.example\n\n".utf8) + raw),
    ]
    for (name, bytes) in files { try Data(bytes).write(to: inner.appending(path: name)) }
    symlink("/etc/passwd", inner.appending(path: "\u{1B}]0;link\u{7}.txt").path(percentEncoded: false))
    mkfifo(inner.appending(path: "\u{1B}]0;pipe\u{7}.txt").path(percentEncoded: false), 0o600)
    let archive = program.home.appending(path: "\u{1B}]0;archive\u{7}.sqlite").path(percentEncoded: false)
    let where_ = folder.path(percentEncoded: false)
    for command in [
      ["import", where_], ["import", where_, "--json"], ["import", where_ + "/none\u{1B}c"], ["list"], ["export"],
      ["analyze", where_], ["analyze", "--format", "text", where_], ["verify"],
    ] {
      let (sent, status) = try program.onTerminal(["--archive", archive] + command)
      #expect([0, 1].contains(status), "\(command[0]): \(status)")
      // Progress goes back to the beginning of its line and clears it; tabs stand between fields.
      #expect(controls(in: sent).subtracting(["ESC [K", "U+D", "U+9"]) == [], "\(command[0])")
    }
  }

  @Test("lexicon, configuration and environment")
  func surroundings() throws {
    let evil = HostileText.all
    let program = try Program()
    let path = try archive(program, "word")
    let folder = program.home.appending(path: ".config/mujaz/lexicon")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("canonical\t\(evil)\nx\(evil)\tpersn\t\(evil)\n".utf8).write(to: folder.appending(path: "persons.tsv"))
    try Data("\(evil)".utf8).write(to: folder.appending(path: "\u{1B}]0;x\u{7}.tsv"))
    let settings = [
      "theme = '\(evil)'", "\"\(evil.unicodeScalars.map { "\\U" + String(format: "%08X", $0.value) }.joined())\" = 1",
      "measure = \"\\u001b]0;stolen\\u0007\"", "[keys]\nquit = [\"\\u009b5i\"]", "theme = \u{1B}c",
    ]
    var cases = settings.map { (["config"], ["": $0]) }
    cases += [["analyze", "-"], ["list"]].map { ($0, [:]) }
    let names = [
      "TERM", "LANG", "LC_ALL", "COLORTERM", "TERM_PROGRAM", "TERM_PROGRAM_VERSION", "TMUX", "STY", "VTE_VERSION",
      "KONSOLE_VERSION", "MLTERM", "KITTY_WINDOW_ID", "KITTY_CONFIG_DIRECTORY", "WT_SESSION", "MUJAZ_DATA", "HOME",
      "XDG_DATA_HOME", "XDG_CONFIG_HOME", "MUJAZ_ARCHIVE", "EDITOR", "TZ", "NO_COLOR", "SSH_TTY", "COLUMNS",
    ]
    cases += ["TERM", "LANG", "TMUX", "STY", "MUJAZ_DATA"].map { (["doctor"], [$0: "/x\(evil)"]) }
    for command in ["doctor", "list", "analyze"] {
      cases.append(([command], Dictionary(uniqueKeysWithValues: names.map { ($0, "/x\(evil)") })))
    }
    for (command, values) in cases {
      var environment = values
      if let text = environment.removeValue(forKey: "") {
        try Data(text.utf8).write(to: program.home.appending(path: ".config/mujaz/config.toml"))
      }
      let arguments = values["MUJAZ_ARCHIVE"] == nil ? ["--archive", path] + command : command
      let found = try controls(
        in: program.onTerminal(arguments, environment: environment, typed: Self.nothing, again: Self.ended).sent)
      let foreign = found.filter { token in
        HostileText.sequences.contains { controls(in: Array($0.text.utf8)).contains(token) && token != "U+D" }
          || token.contains("stolen")
      }
      // The questions that the doctor asks a terminal, and nothing that the environment brought.
      #expect(foreign == [], "\(command) \(values.keys.sorted())")
    }
  }
}
