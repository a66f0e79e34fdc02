import Foundation
import Testing

/// Files written by the reader itself.
struct ReaderExportTests {
  @Test("The reader writes files, numbers names that are taken, and makes the configured folder")
  func files() throws {
    let program = try Program()
    #expect(try program.run("import", try program.file("articles.jsonl", sampleArticles)).status == 0)
    let folder = program.home.appending(path: ".config/mujaz")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("exports = \"~/briefs\"\n".utf8).write(to: folder.appending(path: "config.toml"))
    func path(_ name: String) -> String { program.home.appending(path: name).path }
    func has(_ words: String) -> (String) -> Bool { { $0.contains(words) } }
    func files(_ count: Int) -> (String) -> Bool {
      { _ in
        (try? FileManager.default.contentsOfDirectory(atPath: path("briefs")))?.count { $0.hasSuffix("md") } == count
      }
    }
    let mine = "\u{15}~/mine.csv\r"
    // Twice the same article as Markdown, then the whole list as CSV under a name of the user's, then the way out.
    let (_, status) = try program.onTerminal(
      [],
      steps: [
        (has("2024-"), "\u{05}"), (has("Article"), "\r"), (has("spreadsheet"), "\r"), (has("file to write"), "\r"),
        (files(1), "\u{05}"), (has("Article"), "\r"), (has("spreadsheet"), "\r"), (has("file to write"), "\r"),
        (files(2), "\u{05}"), (has("whole list"), "j\r"), (has("spreadsheet"), "jj\r"), (has("file to write"), mine),
        ({ _ in FileManager.default.fileExists(atPath: path("mine.csv")) }, "QQ"),
      ])
    #expect(status == 0)
    let written = try FileManager.default.contentsOfDirectory(atPath: program.home.appending(path: "briefs").path)
      .sorted()
    #expect(written.count == 2, "\(written)")
    #expect(written.contains { $0.hasSuffix("-2.md") }, "\(written)")
    for file in written {
      let text = try String(contentsOf: program.home.appending(path: "briefs/\(file)"), encoding: .utf8)
      #expect(text.hasPrefix("# "), "\(file): \(text)")
    }
    let table = try String(contentsOf: program.home.appending(path: "mine.csv"), encoding: .utf8)
    #expect(table.split(separator: "\r\n").count == 3, "\(table)")
  }
}
