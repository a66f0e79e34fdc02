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
  try relatedStatements(to: [record], in: store, limit: limit).first ?? []
}

/// Finds and scores the statements related to each of some, in their order: what they have in common is read once, so
/// that those of one article, which may say the same thousands of times, cost less together.
///
/// - Parameters:
///   - records: The statements asked about; some dozens, as all that is found for them is kept meanwhile.
///   - limit: The most links returned for each.
func relatedStatements(to records: [StatementRecord], in store: any BriefingStore, limit: Int) throws(StoreError)
  -> [[RelatedStatement]]
{
  let candidates = try store.relationCandidates(for: records, limit: 200)
  let stems = zip(records, candidates).map { Relatedness.stems(for: $0, candidates: $1) }
  let frequencies = try store.statementFrequencies(of: Array(Set(stems.joined())))
  var last: (stems: [String], scoring: Relatedness)?
  return records.indices.map { index in
    let scoring: Relatedness
    if let last, last.stems == stems[index] {
      scoring = last.scoring
    } else {
      // Only its own: those that others need would weigh otherwise here.
      var counts: [String: Int] = [:]
      for stem in stems[index] { counts[stem] = frequencies.counts[stem] }
      scoring = Relatedness(frequencies: counts, total: frequencies.total, topics: topicWords)
      last = (stems[index], scoring)
    }
    return Array(scoring.relations(of: records[index], to: candidates[index]).prefix(limit))
  }
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
