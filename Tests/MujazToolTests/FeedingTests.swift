import Foundation
import Testing

/// The examples of the README that feed the program: what stands before the pipe is stood in for by a sample file.
@Suite("feeding by other programs")
struct FeedingTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let samples = root.appending(path: "Tests/ImportingTests/Samples")

  struct Case: Sendable {
    let example: String
    let sample: String
    var arguments = ["import", "-"]
    let articles: Int
    let title: String
  }

  static let cases = [
    Case(
      example: "curl -sL https://example.org/news/article | mujaz import -", sample: "arabic-agency.html", articles: 1,
      title: "مسقط تستضيف جولة جديدة من محادثات الملاحة"),
    Case(
      example: "curl -sL https://example.org/feed.xml | mujaz import -", sample: "agency.rss", articles: 3,
      title: "بيان مقتضب من الدوحة"),
    Case(
      example: "while read -r url; do curl -sL \"$url\" | mujaz import -; done", sample: "institute.atom", articles: 2,
      title: "ملخص بالعربية"),
    Case(example: "mujaz import -\n\nNewsletters", sample: "newsboat.txt", articles: 1, title: "نيروبي تعرض الوساطة"),
    Case(
      example: "notmuch show --format=mbox tag:news | mujaz import -", sample: "list.mbox", articles: 3,
      title: "المبعوث يعود إلى جنيف"),
    Case(
      example: ":0 c\n    * ^List-Id:.*daily.example\n    | mujaz import -", sample: "newsletter.eml", articles: 1,
      title: "أنقرة ترسل وفدا إلى بغداد لبحث المياه"),
  ]

  @Test("each example of the README works", arguments: cases)
  func examples(_ row: Case) throws {
    let readme = try String(contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
    #expect(readme.contains(row.example))
    let program = try Program()
    let input = try String(contentsOf: Self.samples.appending(path: row.sample), encoding: .utf8)
    let first = try program.run(row.arguments, input: input)
    #expect(first.status == 0, "\(first.messages)")
    #expect(first.output == "added \(row.articles), updated 0, unchanged 0, failed 0\n")
    let again = try program.run(row.arguments, input: input)
    #expect(again.output == "added 0, updated 0, unchanged \(row.articles), failed 0\n")
    let titles = try program.run("list", "--format", "jsonl").rows().compactMap { $0["title"] as? String }
    #expect(titles.contains(row.title))
  }

  @Test("a folder of mail, as the README has it")
  func maildir() throws {
    let program = try Program()
    let folder = program.home.appending(path: "Mail/newsletters/cur")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: Self.samples.appending(path: "newsletter.eml"), to: folder.appending(path: "1702530000.M1P1.host:2,S"))
    let outcome = try program.run(
      "import", program.home.appending(path: "Mail/newsletters").path(percentEncoded: false))
    #expect(outcome.output == "added 1, updated 0, unchanged 0, failed 0\n", "\(outcome.messages)")
  }

  @Test("newsboat's cache by the README's query", .enabled(if: access("/usr/bin/sqlite3", X_OK) == 0))
  func newsboatCache() throws {
    let program = try Program()
    let readme = try String(contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
    let start = try #require(readme.firstRange(of: "SELECT json_object("))
    let end = try #require(readme[start.lowerBound...].firstRange(of: "FROM rss_item"))
    let cache = program.home.appending(path: "cache.db").path(percentEncoded: false)
    // The columns that newsboat keeps, as far as they are asked for.
    let setUp = """
      CREATE TABLE rss_feed (rssurl VARCHAR(1024) PRIMARY KEY NOT NULL, url VARCHAR(1024), title VARCHAR(1024));
      CREATE TABLE rss_item (id INTEGER PRIMARY KEY, guid VARCHAR(64), title VARCHAR(1024), author VARCHAR(1024),
        url VARCHAR(1024), feedurl VARCHAR(1024), pubDate INTEGER, content VARCHAR(65535));
      INSERT INTO rss_feed VALUES ('https://a.example/rss', 'https://a.example/', 'نشرة المضيق');
      INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content) VALUES ('g1', 'عنوان "أول"', 'هالة',
        'https://a.example/1', 'https://a.example/rss', 1709651109, '<p>قال الوزير &laquo;نعم&raquo;.</p><p>ثم غادر.</p>');
      """
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/sqlite3")
    process.arguments = [cache, setUp, String(readme[start.lowerBound..<end.upperBound])]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let rows = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let outcome = try program.run("import", "-", "--format", "jsonl", input: rows)
    #expect(outcome.output == "added 1, updated 0, unchanged 0, failed 0\n", "\(outcome.messages)")
    let exported = try program.run("export").rows()
    #expect(exported[0]["text"] as? String == "قال الوزير «نعم».\n\nثم غادر.")
    #expect(exported[0]["source"] as? String == "نشرة المضيق")
    #expect(exported[0]["date"] as? String == "2024-03-05T15:05:09Z")
  }

  @Test("one broken file never stops the others; --strict fails for what is odd; links are followed when asked")
  func folder() throws {
    let program = try Program()
    let folder = program.home.appending(path: "in")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.path(percentEncoded: false)
    try Data("T\nbody".utf8).write(to: folder.appending(path: "a.txt"))
    try Data([0x1F, 0x8B, 8, 0, 0, 0]).write(to: folder.appending(path: "b.jsonl.gz"))
    try Data("%PDF-1.4".utf8).write(to: folder.appending(path: "c.html"))
    try Data("---\ntitle: U\ndate: soon\n---\nb".utf8).write(to: folder.appending(path: "d.md"))
    #expect(symlink("/etc", path + "/etc") == 0)
    let outcome = try program.run("import", path, "--json")
    #expect(outcome.status == 1)
    let row = try outcome.rows()[0]
    #expect(row["added"] as? Int == 2)
    #expect(row["failed_count"] as? Int == 2)
    #expect(
      (row["failed"] as? [[String: String]])?.map { $0["place"] ?? "" } == [path + "/b.jsonl.gz", path + "/c.html"])
    #expect((row["warnings"] as? [Any])?.count == 1)
    #expect((row["passed_over"] as? [Any])?.count == 1)
    for name in ["b.jsonl.gz", "c.html"] { try FileManager.default.removeItem(at: folder.appending(path: name)) }
    #expect(try program.run("import", path).status == 0)
    #expect(try program.run("import", path, "--strict").status == 1)
  }

  @Test("Ctrl-C stores what was read, and the same again goes on")
  func interruption() throws {
    let program = try Program()
    let lines = (0..<700).map { #"{"id":"i\#($0)","title":"عنوان \#($0)","text":"نص قصير \#($0)"}"# + "\n" }
    let process = Process()
    process.executableURL = program.executable
    process.arguments = ["import", "-", "--format", "jsonl"]
    process.environment = program.environment
    let (input, output, messages) = (Pipe(), Pipe(), Pipe())
    (process.standardInput, process.standardOutput, process.standardError) = (input, output, messages)
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(lines[..<600].joined().utf8))
    // The first batch is stored while the rest of another is waited for.
    let deadline = ContinuousClock.now + .seconds(120)
    while try program.run("list", "--format", "jsonl", "--limit", "1000").lines.count < 256,
      ContinuousClock.now < deadline
    {
      usleep(50_000)
    }
    process.interrupt()
    while process.isRunning, ContinuousClock.now < deadline { usleep(50_000) }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    let said = String(decoding: messages.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let summary = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    try input.fileHandleForWriting.close()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 1)
    #expect(said.contains("stopped"))
    #expect(summary == "added 600, updated 0, unchanged 0, failed 0\n")
    let again = try program.run("import", "-", input: lines.joined())
    #expect(again.output == "added 100, updated 0, unchanged 600, failed 0\n")
  }
}
