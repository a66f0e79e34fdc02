import Analysis
import ArgumentParser
import Briefings
import Store

/// Finds and scores the statements related to one: the store brings candidates, Analysis judges them.
///
/// - Parameters:
///   - record: The statement asked about.
///   - limit: The most links returned.
func relatedStatements(to record: StatementRecord, in store: any BriefingStore, limit: Int) throws(StoreError)
  -> [RelatedStatement]
{
  let candidates = try store.relationCandidates(for: record, limit: 240)
  let frequencies = try store.statementFrequencies(of: Relatedness.stems(for: record, candidates: candidates))
  let scoring = Relatedness(frequencies: frequencies.counts, total: frequencies.total)
  let links = scoring.relations(of: record, to: candidates)
  return Array(links.prefix(limit))
}

/// `mujaz related`
struct RelatedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "related",
    abstract: "Statements that repeat, answer, deny or share the topic of one, with the reasons.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var output: FormatOptions
  @Option(help: "At most this many for each statement.") var limit = 20
  @Argument(help: "The id of a statement, or of an article: then those of all its statements.") var id: String

  func run() throws {
    let store = try Surroundings().openStore(common)
    let limit = try checkedLimit(limit)
    let statement = StatementID(id)
    let article = BriefingID(id)
    var records: [StatementRecord] = []
    if let record = try attempt({ () throws(StoreError) in try store.statement(statement) }) {
      records = [record]
    } else if try attempt({ () throws(StoreError) in try store.briefing(article) }) != nil {
      records = try attempt { () throws(StoreError) in try store.statements(of: article) }
    } else {
      throw Failure("found no statement and no article '\(id)'; 'mujaz statements' and 'mujaz list' show the ids")
    }
    var rows: [(StatementRecord, [RelatedStatement])] = []
    for record in records {
      rows.append(
        (record, try attempt { () throws(StoreError) in try relatedStatements(to: record, in: store, limit: limit) }))
    }
    output.format.write(
      rows,
      json: { .object([("id", .string($0.0.id.text)), ("relations", .array($0.1.map { json($0) }))]) },
      text: { record, links in
        [[record.id.text, record.statement.content]]
          + links.flatMap { link in
            [
              [
                "    " + link.relation.rawValue, link.record.briefing.date?.day ?? "", link.record.briefing.source,
                link.record.id.text,
              ], ["        " + link.record.statement.content], ["        (\(link.reasons.joined(separator: "; ")))"],
            ]
          }
      })
  }
}
