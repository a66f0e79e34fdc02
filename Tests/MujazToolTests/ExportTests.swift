import Foundation
import Testing

/// Export for people: Markdown, CSV, dossiers.
struct ExportTests {
  private func filled() throws -> Program {
    let program = try Program()
    let hostile = """
      {"id":"a3","title":"=1+1 <script>alert(1)</script>","date":"2024-03-04","source":"@x","url":"javascript:x",\
      "text":"قال نجيب ميقاتي إن <b>\u{202E}بيروت</b> لن ترسل وفدا إلى باريس لبحث الحدود."}
      """
    #expect(try program.run("import", program.file("articles.jsonl", sampleArticles + "\n" + hostile)).status == 0)
    return program
  }

  @Test("Markdown and CSV hold the articles or statements asked for")
  func selections() throws {
    let program = try filled()
    let rows: [(arguments: [String], has: [String], lacks: [String])] = [
      (["--format", "markdown", "a2"], ["# بيروت تنفي", "`a2`", "## Statements", "(denied)"], ["`a1`"]),
      (["--format", "markdown"], ["`a1`", "`a2`", "`a3`", "\\<script\\>"], ["<script>", "\u{202E}"]),
      (["--format", "markdown", "--tag", "لبنان"], ["`a1`"], ["`a2`"]),
      (["--format", "markdown", "--query", "تنفي"], ["`a2`"], ["`a1`"]),
      (["--format", "markdown", "--statements", "--query", "cue:deny"], ["`a2#text:", "> "], ["`a1#", "# "]),
      (["--format", "csv"], ["\"id\",\"title\"", "\r\n\"a3\",\"'=1+1 <script>", "\"'@x\""], ["\u{202E}"]),
      (["--format", "csv", "--statements", "a2"], ["\"id\",\"article\"", "\"deny\""], ["\"a1\""]),
      (["--statements", "--speaker", "ميقاتي"], ["\"article\":\"a2\""], ["\"entities\":"]),
      (["a1", "--format", "jsonl"], ["\"entities\":"], ["\"id\":\"a2\""]),
    ]
    for row in rows {
      let found = try program.run(["export"] + row.arguments)
      #expect(found.status == 0, "\(row.arguments): \(found.messages)")
      for part in row.has { #expect(found.output.contains(part), "\(row.arguments): \(part) in \(found.output)") }
      for part in row.lacks { #expect(!found.output.contains(part), "\(row.arguments): \(part) in \(found.output)") }
    }
    let listed = try program.run("list").output
    let piped = try program.run(["export", "-", "--format", "markdown"], input: listed)
    #expect(piped.output.contains("`a1`") && piped.output.contains("`a3`"))
    let arabic = try program.run(
      ["export", "a2", "--format", "markdown"], environment: ["LANG": "ar_SA.UTF-8", "LC_ALL": "ar_SA.UTF-8"])
    #expect(arabic.output.contains("## التصريحات"))
  }

  @Test("a dossier is written whole or not at all, and replaces nothing unasked")
  func dossiers() throws {
    let program = try filled()
    let path = program.home.appending(path: "d.html").path(percentEncoded: false)
    let first = try program.run("dossier", "نجيب", "ميقاتي", "--output", path)
    #expect(first.status == 0 && first.output.isEmpty, "\(first.messages)")
    let page = try String(contentsOfFile: path, encoding: .utf8)
    for part in ["<h1 dir=\"auto\">نجيب ميقاتي</h1>", "<strong>(denied)</strong>", "<mark>", "<svg", "&lt;b&gt;"] {
      #expect(page.contains(part), "\(part)")
    }
    for part in ["<script", "\u{202E}", "javascript:", "href="] { #expect(!page.contains(part), "\(part)") }
    let second = try program.run("dossier", "بيروت", "--output", path)
    #expect(second.status == 1 && second.messages.contains("--force"))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == page)
    let third = try program.run("dossier", "--topic", "وفد الحدود", "--output", path, "--force")
    #expect(third.status == 0, "\(third.messages)")
    #expect(try String(contentsOfFile: path, encoding: .utf8).contains("<h1 dir=\"auto\">وفد الحدود</h1>"))
    let left = try FileManager.default.contentsOfDirectory(atPath: program.home.path(percentEncoded: false))
    #expect(left.filter { $0.hasPrefix("d.html") } == ["d.html"])
  }

  @Test(
    "wrong choices are named",
    arguments: [
      (["export", "a1", "--query", "x"], Int32(2), "expected one of them"),
      (["export", "--query", "sorce:x"], 2, "did you mean 'source:'"),
      (["export", "--salvage", "--format", "csv"], 2, "--salvage"),
      (["export", "nothing", "--format", "csv"], 1, "found no article 'nothing'"),
      (["dossier"], 2, "--topic"), (["dossier", "x", "--topic", "y"], 2, "either"),
      (["dossier", "x", "--since", "2024"], 2, "--topic"), (["dossier", "x", "--force"], 2, "--output"),
      (["dossier", "لا أحد"], 1, "mujaz entities"),
      (["dossier", "نجيب ميقاتي", "--output", "/nonexistent/x.html"], 1, "/nonexistent/x.html"),
    ])
  func wrongChoices(_ arguments: [String], _ status: Int32, _ words: String) throws {
    let program = try filled()
    let found = try program.run(arguments)
    #expect(found.status == status && found.messages.contains(words), "\(found.status) \(found.messages)")
  }

  @Test("query errors and advice speak Arabic where the program does")
  func arabicAdvice() throws {
    let program = try filled()
    let settings = try program.file("config.toml", "language = \"ar\"\n")
    let wrong = try program.run("search", "sorce:x", "--config", settings)
    #expect(wrong.status == 2 && wrong.messages.contains("هل تقصد source:"), "\(wrong.messages)")
    let none = try program.run("search", "hgp],]", "--config", settings)
    #expect(none.status == 0 && none.messages.contains("هل تقصد: الحدود"), "\(none.messages)")
  }
}
