import Briefings
import GRDB
import Search
import Store
import Testing

@testable import StoreSQLite

@Suite("Verifying an archive")
struct VerificationTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let damage: String
    let problem: String
    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "a word in a text changed", damage: "UPDATE body SET text = replace(text, 'الهدنة', 'الحرب')",
      problem: "full-text index"),
    Case(
      name: "a span that points elsewhere", damage: "UPDATE statement SET first = first + 2, last = last + 2",
      problem: "findings of a"),
    Case(name: "a mention beyond the text", damage: "UPDATE mention SET last = 100000", problem: "findings of a"),
    Case(name: "an entity counted wrong", damage: "UPDATE entity SET briefings = 7", problem: "entities"),
    Case(name: "a word counted wrong", damage: "UPDATE stem SET statements = statements + 1", problem: "statements"),
    Case(name: "a statement's stems changed", damage: "UPDATE statement SET stems = 'هدن'", problem: "statements"),
    Case(name: "a word of the index counted wrong", damage: "UPDATE vocabulary SET articles = 3", problem: "full-text"),
    Case(
      name: "articles counted wrong", damage: "UPDATE meta SET value = 9 WHERE name = 'articles'",
      problem: "articles: their number"),
    Case(
      name: "a deleted article without its text", damage: "INSERT INTO trash VALUES ('x', 1, 1, '', '')",
      problem: "deleted articles"),
    Case(
      name: "an article both there and deleted",
      damage: """
        INSERT INTO trash VALUES ('a', 1, 9, '', '');
        INSERT INTO old_version VALUES (1, 'a', 9, 'T', 'x', NULL, '', '', '', NULL, '')
        """, problem: "deleted articles"),
    Case(name: "a change of the future", damage: "UPDATE article SET change = 99", problem: "changes"),
    Case(name: "two changes of one number", damage: "INSERT INTO removal VALUES (1, 'x')", problem: "changes"),
    Case(name: "an address filed wrong", damage: "UPDATE article SET url_hash = 1", problem: "addresses"),
    Case(name: "a group of one", damage: "UPDATE article SET story = 1", problem: "reprints"),
    Case(
      name: "a run of words in no text", damage: "INSERT INTO sketch_fts (rowid, keys) VALUES (1, 'x')",
      problem: "reprints"),
    Case(name: "a row that belongs to nothing", damage: "DELETE FROM article", problem: "references"),
  ]

  @Test("damage is found, named, and repaired", arguments: cases)
  func damage(_ row: Case) throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let path = folder.file("archive.sqlite")
    let text = "قال الوزير إن الهدنة قائمة."
    let bytes = Array(text.utf8)
    let first = Array("قال الوزير إن ".utf8).count
    let place = Place(.text, TextSpan(first..<bytes.count - 1))
    let statement = Statement(
      speaker: "الوزير", speakerEntity: "الوزير", cue: "قال", cueClass: .say, content: "الهدنة قائمة", place: place,
      kind: .indirect, polarity: .affirm)
    let name = Place(.text, TextSpan(7..<19))
    let entity = Entity(canonical: "الوزير", type: .person, mentions: [Mention(form: "الوزير", place: name)])
    let item = AnalyzedBriefing(
      Briefing(id: BriefingID("a"), title: "عنوان", text: text, language: "ar"),
      Findings(
        version: 1, language: "ar", entities: [entity], statements: [statement],
        signatures: [StatementSignature(stems: ["هدن", "قاءم"])]))
    let store = try SQLiteStore(path: path)
    _ = try store.ingest([item])
    #expect(try store.verify(repair: false).problems == [])
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { $0.add(tokenizer: ListTokenizer.self) }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.write { try $0.execute(sql: row.damage) }
    try queue.close()
    let report = try store.verify(repair: false)
    #expect(report.problems.contains { $0.contains(row.problem) }, "\(report.problems)")
    let repaired = try store.verify(repair: true)
    #expect(repaired.problems == [], "\(repaired.repairs)")
    #expect(!repaired.repairs.isEmpty)
    #expect(try store.verify(repair: false).isSound)
  }
}
