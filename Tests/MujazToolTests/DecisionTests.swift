import Foundation
import Testing

@Suite("decisions on the command line")
struct DecisionTests {
  private func filled() throws -> Program {
    let program = try Program()
    let imported = try program.run("import", try program.file("articles.jsonl", sampleArticles))
    #expect(imported.status == 0, "\(imported.messages)")
    return program
  }

  private func entities(_ program: Program, _ arguments: String...) throws -> [String] {
    try program.run(["entities", "--format", "jsonl"] + arguments).rows().compactMap { $0["canonical"] as? String }
  }

  @Test("merge, search under both names, undo, redo")
  func merge() throws {
    let program = try filled()
    let before = try program.run("export").output
    let merged = try program.run("entity", "merge", "باريس", "بيروت")
    #expect(merged.status == 0, "\(merged.messages)")
    #expect(merged.output.contains("merged “باريس” into “بيروت” (2 articles)"))
    #expect(merged.output.contains("mujaz decisions undo"))
    #expect(try !entities(program).contains("باريس"))
    #expect(try program.run("search", "entity:باريس").lines.isEmpty == false)
    #expect(try program.run("entity", "merge", "باريس", "بيروت").status == 2, "they are one already")
    let taken = try program.run("decisions", "undo", "--format", "json").rows()[0]
    #expect(taken["undone"] as? Bool == true)
    #expect(try program.run("export").output == before)
    #expect(try program.run("decisions", "redo").output.contains("merged"))
    #expect(try !entities(program).contains("باريس"))
    #expect(try program.run("verify").status == 0)
  }

  @Test("a speaker follows, and relations with it")
  func speaker() throws {
    let program = try filled()
    #expect(
      try program.run("entity", "rename", "نجيب ميقاتى", "رئيس الحكومة اللبنانية").status == 0, "however it is spelled")
    let said = try program.run("statements", "a2", "--format", "jsonl").rows().compactMap {
      $0["speaker_entity"] as? String
    }
    #expect(said.contains("رئيس الحكومة اللبنانية"))
    #expect(try program.run("statements", "--speaker", "نجيب ميقاتي").lines.isEmpty == false, "under the old name too")
  }

  @Test("importing and analysing again changes nothing of it; another archive gets the same")
  func survives() throws {
    let program = try filled()
    #expect(try program.run("entity", "retype", "بيروت", "organization").status == 0)
    #expect(try program.run("entity", "reject", "باريس").status == 0)
    let decided = try program.run("export").output
    #expect(
      try program.run("import", program.home.appending(path: "articles.jsonl").path).output.contains("unchanged 2"))
    #expect(try program.run("reanalyze").output == "analyzed 0, changed 0\n")
    #expect(try program.run("reanalyze", "--all").output == "analyzed 2, changed 0\n")
    #expect(try program.run("export").output == decided)

    let decisions = try program.run("decisions", "export")
    #expect(
      decisions.lines == [
        #"{"decision":"retype","entity":{"type":"place","name":"بيروت"},"type":"organization"}"#,
        #"{"decision":"reject","entity":{"type":"place","name":"باريس"}}"#,
      ])
    let file = try program.file("decisions.jsonl", decisions.output)
    #expect(try program.run("decisions", "import", file).output == "added 0, unchanged 2\n")
    let articles = program.home.appending(path: "articles.jsonl").path(percentEncoded: false)
    for order in [["decisions", "import"], ["import", "decisions"]] {
      let other = program.home.appending(path: order[0] + ".sqlite").path(percentEncoded: false)
      for step in order {
        let arguments = step == "import" ? ["import", articles] : ["decisions", "import", file]
        #expect(try program.run(["--archive", other] + arguments).status == 0)
      }
      #expect(try program.run("--archive", other, "export").output == decided, "\(order)")
    }
  }

  @Test("findings of another lexicon are found anew, and decided anew")
  func reanalyze() throws {
    let program = try filled()
    #expect(try program.run("entity", "reject", "باريس").status == 0)
    let lexicon = program.home.appending(path: ".config/mujaz/lexicon")
    try FileManager.default.createDirectory(at: lexicon, withIntermediateDirectories: true)
    // Without the program's own lexicon fewer names are found.
    let bare = try program.run(["reanalyze", "--all", "--json"], environment: ["MUJAZ_DATA": lexicon.path]).rows()[0]
    #expect(bare["analyzed"] as? Int == 2)
    #expect((bare["changed"] as? Int ?? 0) > 0)
    #expect(try program.run("reanalyze", "--all").status == 0)
    let names = try entities(program)
    #expect(names.contains("بيروت"))
    #expect(!names.contains("باريس"), "decided long ago")
  }

  @Test("single places")
  func mentions() throws {
    let program = try filled()
    let entity = try #require(
      try program.run("entities", "a2", "--format", "jsonl").rows().first { $0["canonical"] as? String == "باريس" })
    let mention = try #require((entity["mentions"] as? [[String: Any]])?.first { $0["field"] as? String == "text" })
    let place = ["\(mention["start"] ?? "")", "\(mention["end"] ?? "")"]
    let rejected = try program.run(["entity", "reject-mention", "a2"] + place)
    #expect(rejected.status == 0, "\(rejected.messages)")
    #expect(try !entities(program, "a2").contains("باريس"))
    #expect(try entities(program, "a1").contains("باريس"), "elsewhere it stays")
    #expect(try program.run(["entity", "reject-mention", "a2"] + place).status == 2, "it is gone already")
    let added = try program.run(["entity", "add-mention", "a2"] + place + ["فرنسا", "--type", "place"])
    #expect(added.status == 0, "\(added.messages)")
    #expect(try entities(program, "a2").contains("فرنسا"))
    #expect(try program.run(["entity", "add-mention", "a2"] + place + ["أحد"]).status == 1, "a new one needs a type")
  }

  struct Ending: Sendable {
    let name: String
    let arguments: [String]
    let status: Int32
    let words: String
  }

  static let endings = [
    Ending(name: "nobody is called so", arguments: ["entity", "reject", "لا أحد"], status: 1, words: "mujaz entities"),
    Ending(
      name: "not of that type", arguments: ["entity", "reject", "بيروت", "--type", "person"], status: 1,
      words: "no person 'بيروت'"),
    Ending(name: "no type", arguments: ["entity", "retype", "بيروت", "town"], status: 2, words: "organization"),
    Ending(name: "its type already", arguments: ["entity", "retype", "بيروت", "place"], status: 2, words: "already"),
    Ending(name: "no form", arguments: ["entity", "split", "بيروت", "عاصمة"], status: 2, words: "بيروت"),
    Ending(name: "its own name", arguments: ["entity", "split", "بيروت", "بيروت"], status: 2, words: "own name"),
    Ending(name: "an empty name", arguments: ["entity", "rename", "بيروت", " "], status: 2, words: "empty name"),
    Ending(
      name: "no article", arguments: ["entity", "reject-mention", "zz", "0", "4"], status: 1, words: "mujaz list"),
    Ending(
      name: "inside a letter", arguments: ["entity", "reject-mention", "a1", "1", "4"], status: 2,
      words: "between letters"),
    Ending(name: "nothing to undo", arguments: ["decisions", "undo"], status: 1, words: "no decision"),
    Ending(name: "nothing to redo", arguments: ["decisions", "redo"], status: 1, words: "no decision"),
    Ending(name: "nothing to apply", arguments: ["decisions", "apply"], status: 0, words: ""),
    Ending(name: "no file", arguments: ["decisions", "import", "/nonexistent"], status: 1, words: "/nonexistent"),
    Ending(name: "no path", arguments: ["decisions", "import"], status: 2, words: "expected files"),
    Ending(name: "which one", arguments: ["entity"], status: 0, words: ""),
  ]

  @Test("exit status and message")
  func ends() throws {
    let program = try filled()
    for row in Self.endings {
      let outcome = try program.run(row.arguments)
      #expect(outcome.status == row.status, "\(row.name): \(outcome.messages)")
      if !row.words.isEmpty { #expect(outcome.messages.contains(row.words), "\(row.name): \(outcome.messages)") }
    }
    let wrong = try program.file(
      "wrong.jsonl", #"{"decision":"reject","entity":{"type":"place","name":"بيروت"}}"# + "\n\n{\"decision\":\"x\"}\n")
    let outcome = try program.run("decisions", "import", wrong)
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains("wrong.jsonl:3: found the decision 'x'"))
    #expect(try program.run("decisions").lines.isEmpty, "all or none")
  }
}
