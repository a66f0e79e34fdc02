import Foundation
import Testing

/// Three articles, two of which have much the same text.
private let articles = """
  {"id":"a1","title":"باريس تعلن إرسال وفد","date":"2024-03-01","source":"المكتب الأول","url":"https://example.org/1","tags":["لبنان"],"text":"قال وزير الخارجية الفرنسي ستيفان سيجورنيه إن باريس سترسل وفدا إلى بيروت لبحث الحدود مع السلطات هناك خلال الأيام القليلة المقبلة بعد أن وافقت الأطراف كلها على الموعد."}
  {"id":"a2","title":"وفد فرنسي","date":"2024-03-02","source":"المكتب الثاني","text":"قال وزير الخارجية الفرنسي ستيفان سيجورنيه إن باريس سترسل وفدا إلى بيروت لبحث الحدود مع السلطات هناك خلال الأيام القليلة المقبلة بعد أن وافقت الأطراف."}
  {"id":"a3","title":"بيروت تنفي","date":"2024-03-03","source":"المكتب الثاني","text":"نفى نجيب ميقاتي أن باريس سترسل وفدا إلى بيروت."}
  """

@Suite("what is kept of articles")
struct KeepingTests {
  private func filled() throws -> Program {
    let program = try Program()
    let outcome = try program.run("import", try program.file("articles.jsonl", articles))
    #expect(outcome.output == "added 3, updated 0, unchanged 0, failed 0\n")
    return program
  }

  @Test("an older text is kept and shown as such")
  func versions() throws {
    let program = try filled()
    let changed = String(articles.split(separator: "\n")[0]).replacing("الموعد", with: "التاريخ")
    #expect(try program.run("import", "-", input: changed).output.hasPrefix("added 0, updated 1,"))
    #expect(try program.run("import", program.file("articles.jsonl", articles)).output.contains("unchanged 3"))
    let versions = try program.run("show", "a1", "--versions", "--format", "jsonl").rows()
    #expect(versions.map { $0["version"] as? Int } == [2, 1])
    #expect(versions.map { $0["current"] as? Bool } == [true, false])
    #expect(try program.run("show", "a1", "--version", "1", "--plain").output.contains("الموعد"))
    #expect(try program.run("show", "a1", "--plain").output.contains("Version 2"))
    let none = try program.run("show", "a1", "--version", "7")
    #expect(none.status == 2 && none.messages.contains("it has 1, 2"))
    #expect(try program.run("list").output.contains("[version 2, +1 paper]"))
    #expect(try program.run("search", "الموعد").output.isEmpty)
  }

  @Test("a changed text at a known address is a new version, but a front page is no address of an article")
  func addresses() throws {
    let program = try Program()
    func article(_ title: String, _ text: String, _ url: String) -> String {
      #"{"title":"\#(title)","text":"\#(text)","url":"\#(url)"}"#
    }
    func counts(_ lines: String...) throws -> String {
      try program.run("import", "-", input: lines.joined(separator: "\n")).output
    }
    let (page, front) = ("https://example.org/news/1", "https://example.org/")
    #expect(try counts(article("هدنة", "بدأت اليوم", page)).hasPrefix("added 1,"))
    #expect(try counts(article("هدنة", "بدأت اليوم ثم انتهت", page)).hasPrefix("added 0, updated 1,"))
    #expect(try counts(article("طقس", "أمطار في الشمال", page)).hasPrefix("added 1,"), "another story")
    #expect(
      try counts(article("أول", "نص أول", front), article("أول", "نص ثان", front)).hasPrefix("added 2, updated 0"))
    let two = "https://example.org/news/2"
    #expect(
      try counts(article("حبوب", "سفينة واحدة", two), article("حبوب", "سفينتان", two)).hasPrefix("added 1, updated 1"))
    #expect(
      try counts(article("حبوب", "سفينة واحدة", two), article("حبوب", "سفينتان", two)).contains("unchanged 2"))
  }

  @Test("the same text in other papers stands together")
  func groups() throws {
    let program = try filled()
    let groups = try program.run("list", "--group", "--format", "jsonl").rows()
    #expect(groups.map { ($0["article"] as? [String: Any])?["id"] as? String } == ["a3", "a2"])
    #expect(((groups[1]["reprints"] as? [[String: Any]])?.first)?["id"] as? String == "a1")
    #expect(try program.run("show", "a2", "--plain").output.contains("Also: 2024-03-01 · المكتب الأول · a1"))
    #expect(try program.run("list").lines.count == 3, "nothing is hidden")
  }

  @Test("deleted articles stay away until they are brought back")
  func deleting() throws {
    let program = try filled()
    let deleted = try program.run("delete", "a1", "nobody")
    #expect(deleted.status == 1)
    #expect(deleted.output.contains("deleted 1 article; 'mujaz undelete' brings back a1"))
    #expect(deleted.messages.contains("nobody"))
    #expect(try program.run("import", program.file("articles.jsonl", articles)).output.contains("still deleted 1"))
    #expect(try program.run("list").lines.count == 2)
    #expect(try program.run("undelete", "--list", "--format", "jsonl").rows().map { $0["id"] as? String } == ["a1"])
    #expect(try program.run("undelete", "a1").status == 0)
    #expect(try program.run("undelete", "a1").status == 1)
    #expect(try program.run("list").lines.count == 3)
    #expect(try program.run("delete", "--forever", "a1").output == "removed for good 1 article\n")
    #expect(try program.run("show", "a1").status == 1)
    #expect(try program.run("import", program.file("articles.jsonl", articles)).output.contains("added 1,"))
    #expect(try program.run("delete").status == 2)
    let changes = try program.run("changes", "--format", "jsonl").rows()
    #expect(changes.map { $0["id"] as? String } == ["a2", "a3", "a1"])
    #expect(try program.run("verify").status == 0)
  }

  @Test("tags, flags and notes stay, and go with an export")
  func marks() throws {
    let program = try filled()
    #expect(try program.run("tag", "add", "مهم", "a1", "a2").output == "tagged 2 articles\n")
    #expect(try program.run("tag", "add", "مهم", "a1").output == "tagged 0 articles; 1 had the tag already\n")
    #expect(try program.run("tag", "remove", "لبنان", "a1").output == "took the tag from 1 article\n")
    #expect(try program.run("tag").lines == ["2\tمهم"])
    #expect(try program.run("tag", "add", " ", "a1").status == 2)
    let listed = try program.run("list", "--tag", "مهم").output
    #expect(try program.run("flag", "-", input: listed).output == "flagged 2 articles\n")
    #expect(try program.run("flag", "--remove", "a2").status == 0)
    #expect(try program.run("list", "--flagged", "--format", "jsonl").rows().map { $0["id"] as? String } == ["a1"])
    #expect(try program.run("note", "a1", "راجع", "هذا").output == "noted on a1\n")
    #expect(try program.run("note", "a1", "تم").output == "noted on a1; before: راجع هذا\n")
    let statement = try #require(
      try program.run("statements", "a3", "--format", "jsonl").rows().last?["id"] as? String)
    #expect(try program.run("note", statement, "لم يحدث").status == 0)
    #expect(try program.run("note", "a1").output == "تم\n")
    #expect(try program.run("note", "nobody", "x").status == 1)
    #expect(try program.run("notes").lines.count == 2)
    let exported = try program.run("export").output
    let copy = try program.file("copy.jsonl", exported)
    #expect(try program.run("import", copy).output == "added 0, updated 0, unchanged 3, failed 0\n")
    let other = program.home.appending(path: "other.sqlite").path(percentEncoded: false)
    #expect(try program.run("--archive", other, "import", copy).output.hasPrefix("added 3,"))
    #expect(try program.run("--archive", other, "notes").lines.count == 2)
    #expect(try program.run("--archive", other, "export").output == exported)
    #expect(try program.run("--archive", other, "note", "a1", "غيره").status == 0)
    _ = try program.run("--archive", other, "import", copy)
    #expect(try program.run("--archive", other, "note", "a1").output == "غيره\n", "what was written here stays")
    #expect(try program.run("note", "a1", "--remove").output == "removed the note on a1; before: تم\n")
    #expect(try program.run("note", "a1").status == 1)
  }

  @Test("saved searches say what is new")
  func saved() throws {
    let program = try filled()
    #expect(try program.run("saved", "add", "وفود", "وفد").status == 0)
    #expect(try program.run("saved", "add", "broken", "\"x").status == 2)
    func counts() throws -> [Int?] {
      let row = try #require(try program.run("saved", "--format", "jsonl").rows().first)
      return [row["new"] as? Int, row["total"] as? Int]
    }
    #expect(try counts() == [0, 3])
    _ = try program.run("import", "-", input: "{\"id\":\"a4\",\"title\":\"وفد جديد\",\"text\":\"نص\"}")
    #expect(try counts() == [1, 4])
    func new(_ arguments: String...) throws -> [String?] {
      try program.run(["saved", "run", "وفود", "--new", "--format", "jsonl"] + arguments).rows().map {
        $0["id"] as? String
      }
    }
    #expect(try new("--keep") == ["a4"])
    #expect(try new() == ["a4"])
    #expect(try new() == [])
    #expect(try program.run("saved", "remove", "وفود").output.contains("it was: وفد"))
    #expect(try program.run("saved", "run", "وفود").status == 1)
  }
}

@Suite("backing the archive up")
struct BackupCommandTests {
  @Test("a backup is made, not overwritten, and restored")
  func backup() throws {
    let program = try Program()
    _ = try program.run("import", program.file("articles.jsonl", articles))
    let file = program.home.appending(path: "backup.sqlite").path(percentEncoded: false)
    #expect(try program.run("backup", file).output == "wrote \(file)\n")
    let again = try program.run("backup", file)
    #expect(again.status == 1 && again.messages.contains("there already"))
    #expect(try program.run("backup", "--replace", file).status == 0)
    _ = try program.run("delete", "--forever", "a1", "a2", "a3")
    let restored = try program.run("restore", file)
    #expect(restored.status == 0 && restored.output.contains("before-restore"), "\(restored.messages)")
    #expect(try program.run("list").lines.count == 3)
    let notOne = try program.run("restore", program.file("notes.txt", "no archive"))
    #expect(notOne.status == 1 && notOne.messages.contains("notes.txt"))
  }

  @Test("a backup with sound tables and wrong indexes is restored, and what is wrong is told")
  func wrongIndexes() throws {
    let program = try Program()
    _ = try program.run("import", program.file("articles.jsonl", articles))
    let file = program.home.appending(path: "backup.sqlite")
    _ = try program.run("backup", file.path(percentEncoded: false))
    var bytes = try Data(contentsOf: file)
    let word = Data("الحدود".utf8)
    while let place = bytes.range(of: word) { bytes.replaceSubrange(place, with: Data("الجدود".utf8)) }
    try bytes.write(to: file)
    let restored = try program.run("restore", file.path(percentEncoded: false))
    #expect(restored.output.hasPrefix("restored ") && restored.output.contains("problem   full-text index"))
    #expect(restored.status == 1 && restored.messages.contains("verify --repair"), "\(restored.messages)")
    #expect(try program.run("list").lines.count == 3)
    #expect(try program.run("verify", "--repair").status == 0)
  }

  @Test("a damaged archive is exported as far as it can be read")
  func salvage() throws {
    let program = try Program()
    let archive = program.home.appending(path: "a.sqlite").path(percentEncoded: false)
    _ = try program.run("--archive", archive, "import", program.file("articles.jsonl", articles))
    let salvaged = try program.run("--archive", archive, "export", "--salvage")
    #expect(salvaged.status == 0 && salvaged.messages.contains("salvaged 3 articles"))
    let copy = try program.file("copy.jsonl", salvaged.output)
    #expect(try program.run("import", copy).output.hasPrefix("added 3,"))
    #expect(try program.run("--archive", copy, "export", "--salvage").status == 1)
  }
}
