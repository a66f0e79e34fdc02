import Foundation
import Testing

@Suite("standard streams")
struct StreamTests {
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
