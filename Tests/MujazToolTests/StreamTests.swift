import Foundation
import Testing

@Suite("standard streams")
struct StreamTests {
  @Test("a name with a line's end in it makes no second message")
  func namesOfSeveralLines() throws {
    let program = try Program()
    let name = "no\nmujaz: all is well\r\n\u{1B}[31m\u{85}x"
    let odd = try program.file("odd\nname.txt", "|")
    for arguments in [
      ["import", name], ["import", odd], ["show", name], ["--config", name, "config"],
      ["--archive", "/dev/null/" + name, "list"],
      ["search", "--batch", name], ["analyze", name], ["restore", name], ["backup", "/dev/null/" + name],
      ["related", name],
    ] {
      let outcome = try program.run(arguments)
      #expect(outcome.status == 1, "\(arguments)")
      let lines = outcome.messages.split(separator: "\n")
      #expect(!lines.isEmpty && lines.allSatisfy { !$0.hasPrefix("mujaz: all is well") && !$0.hasPrefix("name.txt") })
      #expect(outcome.messages.contains("␊"), "\(arguments): \(outcome.messages)")
    }
  }

  @Test("an output that is full or closed is a failure that is told, a reader that goes away is none")
  func outputs() throws {
    let program = try Program()
    let file = try program.file("articles.jsonl", sampleArticles)
    let archive = program.home.appending(path: "a.sqlite").path(percentEncoded: false)
    #expect(try program.run("--archive", archive, "import", file).status == 0)
    let cases: [(name: String, redirection: String, status: Int32, words: String)] = [
      ("full", ">/dev/full", 1, "No space left"), ("closed", ">&-", 1, "Bad file descriptor"),
      ("input closed", "<&- >/dev/null", 0, ""), ("messages closed", "2>&- >/dev/null", 0, ""),
      ("all closed", "<&- >&- 2>&-", 1, ""), ("gone", "| true; exit 0", 0, ""),
    ]
    for row in cases {
      let process = Process()
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments = [
        "-c", "'\(program.executable.path(percentEncoded: false))' --archive '\(archive)' export \(row.redirection)",
      ]
      process.environment = program.environment
      let messages = Pipe()
      process.standardError = messages
      try process.run()
      let said = String(decoding: try messages.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
      process.waitUntilExit()
      #expect(process.terminationStatus == row.status, "\(row.name): \(said)")
      #expect(row.words.isEmpty || said.contains(row.words), "\(row.name): \(said)")
    }
    #expect(try program.run("--archive", archive, "verify").status == 0)
  }
}
