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

  /// An article with a name and a statement.
  private static func item(_ id: String, more: String = "") -> AnalyzedBriefing {
    let text = "قال الوزير إن الهدنة قائمة."
    let bytes = Array(text.utf8)
    let first = Array("قال الوزير إن ".utf8).count
    let place = Place(.text, TextSpan(first..<bytes.count - 1))
    let statement = Statement(
      speaker: "الوزير", speakerEntity: "الوزير", cue: "قال", cueClass: .say, content: "الهدنة قائمة", place: place,
      kind: .indirect, polarity: .affirm)
    let name = Place(.text, TextSpan(7..<19))
    let entity = Entity(canonical: "الوزير", type: .person, mentions: [Mention(form: "الوزير", place: name)])
    return AnalyzedBriefing(
      Briefing(id: BriefingID(id), title: "عنوان", text: text + more, language: "ar"),
      Findings(
        version: 1, language: "ar", entities: [entity], statements: [statement],
        signatures: [StatementSignature(stems: ["هدن", "قاءم"])]))
  }

  @Test("damage is found, named, and repaired", arguments: cases)
  func damage(_ row: Case) throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let path = folder.file("archive.sqlite")
    let item = Self.item("a")
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

  @Test("an index of words whose own rows are damaged is reported and made anew, whichever it is")
  func damagedIndexes() throws {
    let indexes = ["article_fts", "statement_fts", "entity_names", "speaker_names", "sketch_fts"]
    let damages = [
      "UPDATE INDEX_data SET block = zeroblob(length(block)) WHERE id = 10",
      "UPDATE INDEX_data SET block = x'' WHERE id = 10",
      "UPDATE INDEX_data SET block = zeroblob(length(block)) WHERE id > 10",
      "UPDATE INDEX_data SET block = substr(block, 1, length(block) / 2) WHERE id > 10",
      "DELETE FROM INDEX_data WHERE id > 10", "DELETE FROM INDEX_data", "DELETE FROM INDEX_config",
      "UPDATE INDEX_config SET v = 'x' WHERE k = 'version'",
    ]
    let others = [
      "DELETE FROM article_fts_docsize", "UPDATE article_fts_docsize SET sz = x'FF'",
      "UPDATE entity_names_data SET block = CAST(replace(hex(block), 'D8B2', 'D8B1') AS BLOB) WHERE id > 10",
      "INSERT INTO entity_names (rowid, name) VALUES (99, 'x')",
      "INSERT INTO speaker_names (speaker_names, rowid, name) VALUES ('delete', 1, 'الوزير')",
    ]
    for (index, damage) in indexes.flatMap({ index in damages.map { (index, $0) } }) + others.map({ ("", $0) }) {
      let folder = try ScratchFolder()
      defer { folder.remove() }
      let path = folder.file("archive.sqlite")
      let words = (1...60).map { "قناة \($0) قالت إن الهدنة قائمة" }.joined(separator: " ثم ")
      do {
        let store = try SQLiteStore(path: path)
        _ = try store.ingest([Self.item("a", more: words), Self.item("b", more: words)])
      }
      var configuration = Configuration()
      configuration.prepareDatabase { $0.add(tokenizer: ListTokenizer.self) }
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.write { try $0.execute(sql: damage.replacing("INDEX", with: index)) }
      let isChanged = try queue.read { $0.totalChangesCount } > 0
      try queue.close()
      guard isChanged else { continue }
      let store = try SQLiteStore(path: path)
      let report = try store.verify(repair: false)
      #expect(report.problems.contains { $0.contains("repair") }, "\(index), \(damage): \(report.problems)")
      let repaired = try store.verify(repair: true)
      #expect(repaired.problems == [], "\(index), \(damage): \(repaired.repairs)")
      let found = try store.search(.word("الهدنة"), filter: BriefingFilter(), order: .relevance, limit: 9)
      #expect(found.hits.count == 2, "\(index), \(damage)")
    }
  }
}
