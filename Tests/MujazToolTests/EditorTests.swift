import Foundation
import Testing

/// Notes written in the user's editor.
struct EditorTests {
  @Test("C-x hands the note to the editor and takes back what it leaves; the file is private and goes away")
  func editor() throws {
    let program = try Program()
    #expect(try program.run("import", try program.file("articles.jsonl", sampleArticles)).status == 0)
    let script = try program.file(
      "editor",
      """
      #!/bin/sh
      stat -c %a "$2" > "$HOME/mode"
      printf 'second line' >> "$2"
      test "$1" = -x && echo "$2" > "$HOME/done"
      """)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
    func path(_ name: String) -> String { program.home.appending(path: name).path }
    func has(_ words: String) -> (String) -> Bool { { $0.contains(words) } }
    let (sent, status) = try program.onTerminal(
      [],
      environment: [
        "EDITOR": script + " -x", "TMPDIR": path("").hasSuffix("/") ? String(path("").dropLast()) : path(""),
      ],
      steps: [
        (has("2024-"), "\r"), (has("find"), "E"), (has("note on"), "first\u{18}"),
        ({ _ in FileManager.default.fileExists(atPath: path("done")) }, "\r"), (has("note is kept"), "Q"),
      ])
    #expect(status == 0)
    #expect(String(decoding: sent, as: UTF8.self).contains("note is kept"))
    #expect(try String(contentsOfFile: path("mode"), encoding: .utf8) == "600\n")
    let file = try String(contentsOfFile: path("done"), encoding: .utf8).trimmingCharacters(in: .newlines)
    #expect(!FileManager.default.fileExists(atPath: file))
    let exported = try program.run("export", "--format", "markdown").output
    #expect(exported.contains("first\nsecond line"), "\(exported)")
  }
}
