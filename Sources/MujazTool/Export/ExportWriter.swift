import Briefings
import Reader
import Store

/// Writes articles and statements in one of the formats of export.
struct ExportWriter {
  private let format: ExportFormat
  private let store: any BriefingStore
  private let markdown: MarkdownExport
  private let sink: any ExportSink
  private var isFirst = true
  /// The article of the last statement, with the notes on it: statements of one article come one after the other.
  private var origin: (id: BriefingID, url: String, notes: [Note])?

  init(format: ExportFormat, store: any BriefingStore, language: InterfaceLanguage, sink: any ExportSink = OutputSink())
  {
    self.sink = sink
    self.format = format
    self.store = store
    markdown = MarkdownExport(language: language)
  }

  /// Writes what stands before the first article.
  func beginArticles() throws { if format == .csv { try sink.raw(CSVExport.articleHeader) } }

  /// Writes what stands before the first statement.
  func beginStatements() throws { if format == .csv { try sink.raw(CSVExport.statementHeader) } }

  /// Writes one article; answers whether it is there.
  mutating func write(_ id: BriefingID) throws -> Bool {
    let store = store
    guard let briefing = try attempt({ () throws(StoreError) in try store.briefing(id) }),
      let findings = try attempt({ () throws(StoreError) in try store.findings(of: id) })
    else { return false }
    let notes = try attempt { () throws(StoreError) in try store.notes(of: id) }
    if format == .jsonl {
      try writeJSON(briefing, findings, notes)
      return true
    }
    let article = LoadedBriefing(
      briefing: briefing, entities: findings.entities,
      statements: try attempt { () throws(StoreError) in try store.statements(of: id) })
    if format == .csv {
      try sink.raw(CSVExport.line(of: article))
    } else {
      // A rule keeps articles apart.
      try sink.raw((isFirst ? "" : "\n---\n\n") + markdown.text(of: article, notes: notes))
      isFirst = false
    }
    return true
  }

  private func writeJSON(_ briefing: Briefing, _ findings: Findings, _ notes: [Note]) throws {
    let kept = notes.isEmpty ? [] : [("notes", JSONValue.array(notes.map { .object(json($0)) }))]
    let statements = findings.statements.map { statement in
      JSONValue.object(json(statement, id: StatementID(briefing: briefing.id, place: statement.place)))
    }
    try sink.json(
      .object(
        json(briefing) + [
          ("entities", .array(findings.entities.map { json($0) })), ("statements", .array(statements)),
        ] + kept))
  }

  /// Writes one statement.
  mutating func write(_ record: StatementRecord) throws {
    guard format != .jsonl else { return try sink.json(json(record)) }
    let id = record.briefing.id
    if origin?.id != id {
      let store = store
      let url = try attempt { () throws(StoreError) in try store.briefing(id) }?.url ?? ""
      origin = (id, url, try attempt { () throws(StoreError) in try store.notes(of: id) })
    }
    let url = origin?.url ?? ""
    let note = origin?.notes.first { $0.target == .statement(record.id) }?.text
    if format == .csv {
      try sink.raw(CSVExport.line(of: record, url: url, note: note ?? ""))
    } else {
      try sink.raw((isFirst ? "" : "\n") + markdown.text(of: record, url: url, note: note) + "\n")
      isFirst = false
    }
  }
}
