import Analysis
import ArgumentParser
import Briefings
import Store

/// `mujaz related`
struct RelatedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "related",
    abstract: "Statements that repeat, change, deny, answer or share the topic of one, with the reasons.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var output: FormatOptions
  @Option(help: "At most this many for each statement.") var limit = 20
  @Flag(help: "By day instead of by relation, each claim once; without what only has the speaker in common.")
  var timeline = false
  @Argument(help: "The id of a statement, or of an article: then those of all its statements.") var id: String

  func run() throws {
    let store = try Surroundings().openStore(common)
    let limit = try checkedLimit(limit)
    let records = try records(store)
    var next = 0
    var found: ArraySlice<[RelatedStatement]> = []
    // An article may have thousands of statements: the first is written before the others are looked at, a few at a time.
    func row(_ record: StatementRecord) throws -> (StatementRecord, [RelatedStatement]) {
      if found.isEmpty {
        let few = Array(records[next...].prefix(next == 0 ? 1 : Self.atOnce))
        found = try attempt { () throws(StoreError) in try relatedStatements(to: few, in: store, limit: limit) }[...]
      }
      next += 1
      return (record, found.popFirst() ?? [])
    }
    if timeline {
      try output.format.write(
        each: records, row, json: { timelineJSON($0.0, $0.1) }, text: { timelineLines($0.0, $0.1) })
    } else {
      try output.format.write(
        each: records, row, json: { threadJSON($0.0, $0.1) }, text: { threadLines($0.0, $0.1) })
    }
  }

  /// How many statements are looked at together.
  private static let atOnce = 64

  private func records(_ store: any BriefingStore) throws -> [StatementRecord] {
    let statement = StatementID(id)
    let article = BriefingID(id)
    if let record = try attempt({ () throws(StoreError) in try store.statement(statement) }) { return [record] }
    if try attempt({ () throws(StoreError) in try store.briefing(article) }) != nil {
      return try attempt { () throws(StoreError) in try store.statements(of: article) }
    }
    throw Failure("found no statement and no article '\(id)'; 'mujaz statements' and 'mujaz list' show the ids")
  }

  // MARK: By relation

  private func threadLines(_ record: StatementRecord, _ links: [RelatedStatement]) -> [[String]] {
    let thread = StatementThread(record, links)
    var lines = [[record.id.text, record.statement.content]]
    if thread.reports.count > 1, let first = thread.firstReport {
      let place = first.id == record.id ? "here" : first.id.text
      lines.append(
        [
          "    first reported", first.briefing.date?.day ?? "", first.briefing.source, place,
          "of \(thread.reports.count)",
        ])
    }
    for link in links where link.relation == .repeats { lines += linkLines(link, others: 0) }
    for link in thread.links { lines += linkLines(link.nearest, others: link.reports.count - 1) }
    return lines
  }

  private func linkLines(_ link: RelatedStatement, others: Int) -> [[String]] {
    let again = others > 0 ? ["and \(others) more like it"] : []
    return [
      [
        "    " + link.relation.rawValue, link.record.briefing.date?.day ?? "", link.record.briefing.source,
        link.record.id.text,
      ] + again, ["        " + link.record.statement.content], ["        (\(english.line(link.reasons)))"],
    ]
  }

  private func threadJSON(_ record: StatementRecord, _ links: [RelatedStatement]) -> JSONValue {
    let thread = StatementThread(record, links)
    return .object([
      ("id", .string(record.id.text)), ("relations", .array(links.map { json($0) })),
      ("reports", .array(thread.reports.map { .string($0.id.text) })),
    ])
  }

  // MARK: By day

  private func timelineLines(_ record: StatementRecord, _ links: [RelatedStatement]) -> [[String]] {
    var lines = [[record.id.text, record.statement.content]]
    for day in Timeline(topicOf: record, links).days {
      for entry in day.entries {
        let statement = entry.record.statement
        lines.append(
          [
            "    " + day.day, entry.link?.relation.rawValue ?? "this", statement.cueClass.rawValue,
            statement.speakerEntity ?? statement.speaker ?? "—", entry.record.briefing.source, entry.record.id.text,
          ] + (entry.repeats > 0 ? ["and \(entry.repeats) times again"] : []))
        lines.append(["        " + statement.content])
      }
    }
    return lines
  }

  private func timelineJSON(_ record: StatementRecord, _ links: [RelatedStatement]) -> JSONValue {
    let entries = Timeline(topicOf: record, links).days.flatMap(\.entries)
    return .object([
      ("id", .string(record.id.text)),
      (
        "timeline",
        .array(
          entries.map { entry in
            .object([
              ("id", .string(entry.record.id.text)), ("date", JSONValue(entry.record.briefing.date?.text)),
              ("relation", JSONValue(entry.link?.relation.rawValue)),
              ("cue_class", .string(entry.record.statement.cueClass.rawValue)), ("repeats", .integer(entry.repeats)),
            ])
          })
      ),
    ])
  }
}
