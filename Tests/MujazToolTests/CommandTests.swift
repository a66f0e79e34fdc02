import Foundation
import Testing

@Suite("the command line")
struct CommandTests {
  @Test("import, list, show, search, findings and export work together")
  func wholeWay() throws {
    let program = try Program()
    let path = try program.file("articles.jsonl", sampleArticles)

    let first = try program.run("import", path)
    #expect(first.status == 0, "\(first.messages)")
    #expect(first.output == "added 2, updated 0, unchanged 0, failed 0\n")
    #expect(try program.run("import", path).output == "added 0, updated 0, unchanged 2, failed 0\n")

    let list = try program.run("list", "--format", "jsonl").rows()
    #expect(list.map { $0["id"] as? String } == ["a2", "a1"], "newest first")
    #expect(list[1]["language"] as? String == "ar", "guessed where the article does not say")
    #expect(try program.run("list", "--source", "الاول", "--format", "jsonl").rows().count == 1)
    #expect(try program.run("list", "--since", "2024-03-02").lines.count == 1)
    #expect(try program.run("list", "--until", "2024-02").lines.isEmpty)

    let shown = try program.run("show", "a1", "--plain")
    #expect(shown.output.contains("وأضاف أن الوفد سيلتقي نجيب ميقاتي."))

    let hits = try program.run("search", "وفد", "الحدود", "--format", "jsonl").rows()
    #expect(Set(hits.compactMap { $0["id"] as? String }) == ["a1", "a2"])
    let snippet = try #require((hits[0]["snippets"] as? [[String: Any]])?.first)
    let text = Array(try #require(snippet["text"] as? String).utf8)
    let marks = try #require(snippet["marks"] as? [[Int]])
    #expect(marks.map { String(decoding: text[$0[0]..<$0[1]], as: UTF8.self) }.contains { $0.hasSuffix("وفدا") })

    let entities = try program.run("entities", "a1", "--format", "jsonl").rows()
    #expect(entities.contains { $0["canonical"] as? String == "بيروت" && $0["type"] as? String == "place" })

    let found = try program.run("search", "--entities", "ميقاتي", "--format", "jsonl").rows()
    #expect(found.compactMap { $0["canonical"] as? String } == ["نجيب ميقاتي"])

    let statements = try program.run("statements", "a2", "--format", "jsonl").rows()
    let said = try #require(statements.first { $0["field"] as? String == "text" })
    #expect(said["polarity"] as? String == "deny")
    #expect(said["speaker_entity"] as? String == "نجيب ميقاتي")

    let id = try #require(said["id"] as? String)
    let related = try program.run("related", id, "--format", "jsonl").rows()
    let relations = try #require(related[0]["relations"] as? [[String: Any]])
    let denial = try #require(
      relations.first { $0["article"] as? String == "a1" && $0["relation"] as? String == "denies" })
    #expect((denial["why"] as? [String])?.isEmpty == false)

    let denied = try #require(denial["id"] as? String)
    let compared = try #require(try program.run("compare", denied, id, "--format", "jsonl").rows().first)
    #expect(compared["relation"] as? String == "denies")
    let page = try program.run("compare", denied, id, "--plain")
    #expect(page.output.contains("the second stands against the first (a hint):"))
    let headline = try program.run("compare", "a1#title:20", id, "--plain")
    #expect(headline.output.contains("{+لبحث الحدود+}"), "\(headline.output)")
    #expect(try program.run("compare", id, "nowhere#text:0").status == 1)

    let exported = try program.run("export")
    #expect(exported.lines.count == 2)
    let copy = try program.file("copy.jsonl", exported.output)
    #expect(try program.run("import", copy).output == "added 0, updated 0, unchanged 2, failed 0\n")
    let other = program.home.appending(path: "other.sqlite").path(percentEncoded: false)
    #expect(try program.run("--archive", other, "import", copy).output.hasPrefix("added 2,"))
    #expect(try program.run("export", "--archive", other).output == exported.output)

    let verified = try program.run("verify")
    #expect(verified.status == 0)
    #expect(verified.output.contains("sound"))
  }

  @Test("a batch of queries gives one line each, in order")
  func batch() throws {
    let program = try Program()
    _ = try program.run("import", try program.file("articles.jsonl", sampleArticles))
    let queries = try program.file("queries.txt", "الحدود\nلاشيء\nبيروت OR روما\n")
    let rows = try program.run("search", "--batch", queries).rows()
    #expect(rows.map { $0["query"] as? String } == ["الحدود", "لاشيء", "بيروت OR روما"])
    #expect(rows.map { ($0["hits"] as? [Any])?.count } == [2, 0, 2])
    let long = try program.file("long.txt", String(repeating: "بيروت ", count: 20_000) + "\nالحدود\n")
    let mixed = try program.run("search", "--batch", long)
    #expect(mixed.status == 1 && mixed.messages.contains("500 words") && mixed.messages.count < 400)
    #expect(try mixed.rows().map { ($0["hits"] as? [Any])?.count } == [0, 2])
  }

  @Test("no number that is too small or too large ends a command otherwise than with a message")
  func limits() throws {
    let program = try Program()
    _ = try program.run("import", try program.file("articles.jsonl", sampleArticles))
    let id = try #require(try program.run("list").lines.first?.split(separator: "\t").first.map { String($0) })
    let commands: [[String]] = [
      ["list"], ["search", "بيروت"], ["search", "--statements", "بيروت"], ["search", "--entities", "بيروت"],
      ["search", "--facets", "بيروت"], ["search", "--rank-all", "بيروت"], ["entities"], ["entities", id],
      ["statements"], ["statements", id], ["related", id], ["timeline", "بيروت"], ["notes"], ["notes", id],
      ["tag", "list"], ["changes"], ["delete", "--list"], ["export"], ["export", "بيروت"], ["dossier", "بيروت"],
    ]
    for command in commands {
      for limit in ["-1", "-9223372036854775808", "9223372036854775807", "0", "99999999999999999999"] {
        let outcome = try program.run(command + ["--limit=\(limit)"])
        #expect([0, 1, 2].contains(outcome.status), "\(command) \(limit): \(outcome.messages)")
        if limit.hasPrefix("-") { #expect(outcome.status == 2, "\(command) \(limit): \(outcome.messages)") }
      }
    }
  }

  @Test("analyze prints the contract's findings without storing anything")
  func analyze() throws {
    let program = try Program()
    let rows = try program.run("analyze", "-", input: "تصريح\nقالت أنجيلا ميركل إن برلين مستعدة للحوار.").rows()
    #expect(rows.count == 1)
    #expect(rows[0].keys.sorted() == ["entities", "id", "language", "statements", "title"])
    let statement = try #require((rows[0]["statements"] as? [[String: Any]])?.first)
    #expect(statement["content"] as? String == "برلين مستعدة للحوار")
    let bytes = Array("قالت أنجيلا ميركل إن برلين مستعدة للحوار.".utf8)
    let start = try #require(statement["start"] as? Int)
    let end = try #require(statement["end"] as? Int)
    #expect(String(decoding: bytes[start..<end], as: UTF8.self) == "برلين مستعدة للحوار")
    #expect(!FileManager.default.fileExists(atPath: program.home.appending(path: ".local").path(percentEncoded: false)))
  }

  @Test("layout turns logical text into visual lines")
  func layout() throws {
    let program = try Program()
    let joined = try program.run("layout", "--width", "0", input: "لا\n\nab\n")
    #expect(joined.output == "\u{FEFB}\n\nab\n")
    let bare = try program.run("layout", "--width", "4", "--shape", "none", input: "اب\n")
    #expect(bare.output == "  \u{0628}\u{0627}\n")
  }

  struct Ending: Sendable {
    let name: String
    let arguments: [String]
    let status: Int32
    let words: String
  }

  static let endings = [
    Ending(name: "nothing found is done", arguments: ["search", "كلمة"], status: 0, words: ""),
    Ending(name: "an empty archive is done", arguments: ["list"], status: 0, words: ""),
    Ending(name: "help is done", arguments: ["--help"], status: 0, words: ""),
    Ending(name: "unknown option", arguments: ["list", "--colour"], status: 2, words: "--colour"),
    Ending(name: "unknown command", arguments: ["frobnicate", "x"], status: 2, words: "frobnicate"),
    Ending(name: "wrong date", arguments: ["list", "--since", "soon"], status: 2, words: "2023-11"),
    Ending(name: "negative limit", arguments: ["list", "--limit", "-1"], status: 2, words: ""),
    Ending(
      name: "two kinds at once", arguments: ["search", "--entities", "--facets", "x"], status: 2,
      words: "--entities and --facets"),
    Ending(name: "no query", arguments: ["search"], status: 2, words: "expected words"),
    Ending(name: "broken query", arguments: ["search", "\"open"], status: 2, words: "quotation mark"),
    Ending(name: "nothing to import", arguments: ["import"], status: 2, words: "expected files"),
    Ending(name: "missing file", arguments: ["import", "/nonexistent/a.txt"], status: 1, words: "/nonexistent/a.txt"),
    Ending(name: "unknown article", arguments: ["show", "nothing"], status: 1, words: "mujaz list"),
    Ending(name: "unknown statement", arguments: ["related", "nothing"], status: 1, words: "mujaz statements"),
    Ending(
      name: "archive in no folder", arguments: ["--archive", "/proc/none/a.sqlite", "list"], status: 1,
      words: "--archive"),
    Ending(name: "the reader without a terminal", arguments: ["read"], status: 1, words: "terminal"),
  ]

  @Test("exit status and message", arguments: endings)
  func ends(_ row: Ending) throws {
    let outcome = try Program().run(row.arguments)
    #expect(outcome.status == row.status, "\(outcome.messages)")
    if !row.words.isEmpty { #expect(outcome.messages.contains(row.words), "\(outcome.messages)") }
  }

  @Test("one broken article does not stop the others")
  func goesOn() throws {
    let program = try Program()
    let path = try program.file(
      "mixed.jsonl", "{\"title\":\"a\",\"text\":\"b\"}\nbroken\n{\"title\":\"c\",\"text\":\"d\"}\n")
    let outcome = try program.run("import", path, "--json")
    #expect(outcome.status == 1)
    let row = try outcome.rows()[0]
    #expect(row["added"] as? Int == 2)
    let failed = try #require(row["failed"] as? [[String: String]])
    #expect(failed.count == 1)
    #expect(failed[0]["place"]?.hasSuffix("mixed.jsonl:2") == true)
  }

  @Test("no control of an article reaches the output")
  func hostile() throws {
    let program = try Program()
    let evil = "x\\u001b[31m\\u0007\\u009b2J\\u202eabc"
    let article =
      #"{"id":"e\#(evil)","title":"T \#(evil)","source":"\#(evil)","tags":["\#(evil)"],"text":"قال \#(evil) إن \#(evil) حدث."}"#
    _ = try program.run("import", "-", input: article)
    var outcomes = [try program.run("list"), try program.run("search", "حدث"), try program.run("entities")]
    outcomes.append(try program.run("statements"))
    outcomes.append(try program.run("export"))
    outcomes.append(try program.run("show", "e" + "x\u{1B}[31m\u{7}\u{9B}2J\u{202E}abc"))
    outcomes.append(try program.run("show", "no\u{1B}[31msuch"))
    for outcome in outcomes {
      for scalar in (outcome.output + outcome.messages).unicodeScalars where scalar != "\n" && scalar != "\t" {
        #expect(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value), "U+\(String(scalar.value, radix: 16))")
      }
    }
    #expect(outcomes[0].lines.count == 1)
  }

  @Test("settings that are wrong are named with their line, and the rest goes on")
  func configuration() throws {
    let program = try Program()
    _ = try program.run("import", "-", input: "{\"id\":\"a\",\"title\":\"T\",\"text\":\"b\"}")
    let path = try program.file("config.toml", "# comment\nmeasure = 40\nbidi = \"sideways\"\ncolour = 1\n")
    let outcome = try program.run("--config", path, "show", "a")
    #expect(outcome.status == 0)
    #expect(outcome.messages.contains("config.toml:3:8: bidi: found \"sideways\"; expected one of \"auto\""))
    #expect(outcome.messages.contains("config.toml:4:10: found the name 'colour'"))
    #expect(try program.run("--config", "/nonexistent/c.toml", "show", "a").status == 1)
  }

  struct WrongSetting: Sendable {
    let name: String
    let text: String
    let message: String
  }

  static let wrongSettings = [
    WrongSetting(name: "no TOML", text: "measure = \nmouse = true\n", message: "config.toml:1:"),
    WrongSetting(
      name: "a number out of range", text: "measure = 3",
      message: "config.toml:1:11: measure: found 3; expected a whole"),
    WrongSetting(
      name: "a text for a flag", text: "mouse = \"on\"", message: "mouse: found \"on\"; expected true or false"),
    WrongSetting(
      name: "an unknown action", text: "[keys]\nfly = \"f\"", message: "config.toml:2:7: no action is called 'fly'"),
    WrongSetting(
      name: "an unknown key", text: "[keys]\nback = \"Hyper\"", message: "config.toml:2:8: keys.back: found \"Hyper\""),
    WrongSetting(
      name: "one key for two actions", text: "[keys]\nback = \"w\"\ncopy = \"w\"",
      message: "keys: w is given to back and to copy"),
    WrongSetting(name: "a number for a key", text: "[keys]\nback = 1", message: "keys.back: expected a key"),
  ]

  @Test("what is wrong with settings is said with its place", arguments: wrongSettings)
  func wrongSetting(_ row: WrongSetting) throws {
    let program = try Program()
    let path = try program.file("config.toml", row.text)
    let outcome = try program.run("--config", path, "config", "--check")
    #expect(outcome.status == 1, "\(row.name)")
    #expect(outcome.messages.contains(row.message), "\(row.name): \(outcome.messages)")
  }

  @Test("the settings printed are a file that gives the same")
  func settingsReadBack() throws {
    let program = try Program()
    let path = try program.file(
      "config.toml", "language = \"ar\"\nmeasure = 66\nmouse = false\n[keys]\nnext-match = [\"w\", \"j\"]\ncopy = []\n")
    let first = try program.run("--config", path, "config")
    #expect(first.status == 0)
    #expect(first.output.contains("measure = 66  # \(path):2:11"))
    #expect(first.output.contains("down = [\"Down\"]"), "a key given to one action is taken from the other")
    let copy = try program.file("copy.toml", first.output)
    let second = try program.run("--config", copy, "config")
    #expect(second.messages.isEmpty)
    func values(_ text: String) -> [Substring] {
      text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { $0.prefix { $0 != "#" } }.map {
        $0.last == " " ? $0.dropLast(2) : $0
      }
    }
    #expect(values(first.output) == values(second.output))
  }
}
