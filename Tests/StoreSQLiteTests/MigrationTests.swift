import Briefings
import Foundation
import GRDB
import Search
import Store
import Testing

@testable import StoreSQLite

@Suite("Archives of older versions")
struct MigrationTests {
  /// An archive as an older version left it, from `Archives`.
  private func archive(_ version: Int, in folder: ScratchFolder) throws -> String {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(
      path: "Archives/version-\(version).sql")
    let path = folder.file("archive-\(version).sqlite")
    var configuration = Configuration()
    configuration.prepareDatabase { $0.add(tokenizer: ArabicTokenizer.self) }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    let sql = try String(contentsOf: file, encoding: .utf8)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
    return path
  }

  @Test("everything in them is there after they were brought up to date", arguments: [1, 2])
  func upToDate(_ version: Int) throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let path = try archive(version, in: folder)
    guard
      case .unavailable = try #require(
        throws: StoreError.self, performing: { try SQLiteStore(path: path, readOnly: true) })
    else { return #expect(Bool(false), "it is not changed where it may only be read") }
    let store = try SQLiteStore(path: path)
    #expect(try store.verify(repair: false).problems == [])
    let id = BriefingID("a")
    let rows = try store.summaries(BriefingFilter(), limit: 9, after: nil).rows
    #expect(rows.map(\.id.text) == ["a", "b"])
    #expect(rows.map(\.isRead) == [true, false])
    #expect(rows.map(\.version) == [1, 1])
    let briefing = try #require(try store.briefing(id))
    #expect(briefing.text == "قال أوستن إن الردع قائم.")
    #expect(briefing.tags == ["حبوب", "مهم"])
    #expect(briefing.language == "ar")
    #expect(try store.position(of: id)?.field == .text)
    #expect(try store.lastRead() == id)
    let name = version == 1 ? "أوستن" : "لويد أوستن"
    #expect(try store.findings(of: id)?.entities.map(\.canonical) == [name])
    let statement = try #require(try store.statements(of: id).first)
    #expect(statement.statement.content == "الردع قائم")
    #expect(statement.statement.speakerEntity == name)
    #expect(statement.signature.stems == ["ردع", "قاءم"])
    #expect(try store.search(.word("الردع"), filter: BriefingFilter(), order: .relevance, limit: 5).total == 1)
    #expect(try store.entities(BriefingFilter(), limit: 9).map(\.canonical) == [name])
    #expect(try store.statementFrequencies(of: ["ردع"]).counts == ["ردع": 1])
    #expect(try store.changes(since: .none, limit: 9).map(\.id.text) == ["b", "a"])
    #expect(try store.ids(publishedAt: ["https://example.org/a"]) == ["https://example.org/a": id])
    #expect(try store.decisions().count == version - 1)
    // What the user did stays, and new work goes on.
    var changed = briefing
    changed.text = "نص آخر"
    changed.tags = ["حبوب"]
    let findings = Findings(version: 9, language: "ar", entities: [], statements: [], signatures: [])
    #expect(try store.ingest([AnalyzedBriefing(changed, findings)]) == [.updated])
    #expect(try store.versions(of: id).map(\.briefing.text) == [briefing.text, "نص آخر"])
    #expect(try store.briefing(id)?.tags == ["حبوب", "مهم"])
    #expect(try store.verify(repair: false).problems == [])
  }

  @Test("a decision of version 2 can be taken back")
  func decision() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let store = try SQLiteStore(path: try archive(2, in: folder))
    #expect(try store.undecidedFindings(of: BriefingID("a"))?.entities.map(\.canonical) == ["أوستن"])
    #expect(try store.undoDecision() != nil)
    #expect(try store.applyDecisions(limit: 9, first: nil) == 0)
    #expect(try store.findings(of: BriefingID("a"))?.entities.map(\.canonical) == ["أوستن"])
    #expect(try store.verify(repair: false).problems == [])
  }
}
