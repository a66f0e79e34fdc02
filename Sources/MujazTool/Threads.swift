import Analysis
import Briefings
import Store

/// Which words stand for one thing, from the program's table and the user's; read when first asked for.
let topicWords = Surroundings().topicWords()

/// Finds and scores the statements related to one: the store brings candidates, Analysis judges them.
///
/// - Parameters:
///   - record: The statement asked about.
///   - limit: The most links returned.
func relatedStatements(to record: StatementRecord, in store: any BriefingStore, limit: Int) throws(StoreError)
  -> [RelatedStatement]
{
  let candidates = try store.relationCandidates(for: record, limit: 200)
  let frequencies = try store.statementFrequencies(of: Relatedness.stems(for: record, candidates: candidates))
  let scoring = Relatedness(frequencies: frequencies.counts, total: frequencies.total, topics: topicWords)
  let links = scoring.relations(of: record, to: candidates)
  return Array(links.prefix(limit))
}

/// The claim that a statement reports, with all its reports and what else bears on it.
///
/// - Parameters:
///   - record: The statement asked about.
///   - limit: The most related statements looked at, the strongest relations first.
func statementThread(of record: StatementRecord, in store: any BriefingStore, limit: Int) throws(StoreError)
  -> StatementThread
{
  StatementThread(record, try relatedStatements(to: record, in: store, limit: limit))
}
