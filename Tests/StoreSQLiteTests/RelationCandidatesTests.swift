import Briefings
import Store
import Testing

@testable import StoreSQLite

/// Candidates where one article or one speaker has hundreds of statements.
@Suite struct RelationCandidatesTests {
  private static let speaker = "سيرغي لافروف"

  /// An article in which one speaker says things; each is a paragraph, and those that are the same share their stems.
  private static func article(_ id: String, says words: [String], date: String) -> AnalyzedBriefing {
    var text = ""
    var statements: [Statement] = []
    for word in words {
      text += "قال \(speaker) إن "
      let start = text.utf8.count
      text += word
      statements.append(
        Statement(
          speaker: speaker, speakerEntity: speaker, cue: "قال", cueClass: .say, content: word,
          place: Place(.text, TextSpan(start..<text.utf8.count)), kind: .indirect, polarity: .affirm))
      text += ".\n\n"
    }
    let findings = Findings(
      version: 1, language: "ar", entities: [], statements: statements,
      signatures: words.map { StatementSignature(stems: $0.split(separator: " ").map(String.init)) })
    return AnalyzedBriefing(
      Briefing(
        id: BriefingID(id), title: "عنوان", text: text, date: PublicationDate(date), language: "ar"), findings)
  }

  private static func archive(in folder: ScratchFolder) throws -> SQLiteStore {
    let store = try SQLiteStore(path: folder.file("archive.sqlite"))
    _ = try store.ingest([
      article("a", says: Array(repeating: "الهدنة قائمة", count: 70), date: "2024-01-01"),
      article("b", says: (0..<70).map { "رقم\($0) قائم" }, date: "2024-01-02"),
      article("c", says: Array(repeating: "الهدنة قائمة", count: 9), date: "2024-01-03"),
    ])
    return store
  }

  @Test func thoseOfManyAreThoseOfEach() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let store = try Self.archive(in: folder)
    for id in ["a", "b", "c"] {
      let records = try store.statements(of: BriefingID(id))
      for limit in [0, 1, 8, 40, 200] {
        let together = try store.relationCandidates(for: records, limit: limit)
        #expect(together.count == records.count)
        for (record, found) in zip(records, together) {
          #expect(found == (try store.relationCandidates(for: record, limit: limit)), "\(record.id.text), \(limit)")
          #expect(Set(found.map(\.id)).count == found.count, "each once")
          #expect(!found.contains { $0.id == record.id }, "never itself")
        }
      }
    }
  }

  @Test func theNearestOfTheArticleComeFirst() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let store = try Self.archive(in: folder)
    let records = try store.statements(of: BriefingID("b"))
    for (number, wanted) in [(0, [1, 2, 3]), (35, [34, 36, 33]), (69, [68, 67, 66])] {
      let found = try store.relationCandidates(for: records[number], limit: 24).prefix(3)
      // Both neighbours stand about as far; which is nearer depends on the length of their words.
      #expect(Set(found.map(\.id)) == Set(wanted.map { records[$0].id }), "\(number)")
    }
  }

  @Test func aSpeakersAreThoseOfTheNewestArticlesFromTheirBegin() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let store = try Self.archive(in: folder)
    let (newest, middle) = (try store.statements(of: BriefingID("c")), try store.statements(of: BriefingID("b")))
    let statement = newest[0].statement
    let record = StatementRecord(
      id: StatementID(briefing: BriefingID("z"), place: statement.place),
      briefing: BriefingSummary(id: BriefingID("z"), title: "", date: nil, source: "", language: nil),
      statement: statement, signature: StatementSignature(stems: []))
    // All nine of the newest, then the first ones of the next.
    for limit in [5, 9, 10, 30] {
      let found = try store.relationCandidates(for: record, limit: limit)
      #expect(found.map(\.id) == (newest + middle).prefix(limit).map(\.id), "\(limit)")
    }
  }
}
