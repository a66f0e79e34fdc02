import Analysis
import Briefings
import Reader
import Search
import Store

/// Gathers what an archive knows of one entity.
///
/// - Parameter limit: The most statements of each chapter, the newest, and the most articles.
func dossier(
  of entity: EntityRecord, in store: any BriefingStore, limit: Int, isWanted: () -> Bool = { true }
) throws(StoreError) -> Dossier {
  let name = entity.canonical
  let own = try store.statements(by: name, limit: limit, after: nil).rows
  var months = try store.statementMonths(by: name)
  let total = months.months.reduce(months.undated) { $0 + $1.count }
  let others = try store.statements(matching: phrase(name), filter: BriefingFilter(entity: name), limit: limit)
  let known = Set(own.map(\.id))
  let about = others.hits.map(\.record).filter { !known.contains($0.id) && $0.statement.speakerEntity != name }
  // What never speaks, as most places, has the months of what is said of it.
  if own.isEmpty { months = TimelineMonths(of: about) }
  let filter = BriefingFilter(entity: name)
  return Dossier(
    subject: .entity(entity), months: months,
    said: .init(timeline: Timeline(of: own), total: max(total, own.count)),
    about: .init(timeline: Timeline(of: about), total: about.count, isTotalExact: others.isTotalExact),
    articles: try store.summaries(filter, limit: limit, after: nil).rows, articleTotal: try store.count(filter),
    details: try details(of: own + about, in: store, isWanted))
}

/// Gathers what an archive has on a topic.
///
/// - Parameters:
///   - query: What asks for it.
///   - text: The query as it was written.
///   - limit: The most statements, the newest, and the most articles.
func dossier(
  onTopic query: Query, _ text: String, _ filter: BriefingFilter, in store: any BriefingStore, limit: Int,
  isWanted: () -> Bool = { true }
) throws(StoreError) -> Dossier {
  let found = try store.statements(matching: query, filter: filter, limit: limit)
  let records = found.hits.map(\.record)
  let articles = try store.search(query, filter: filter, order: .date, limit: limit)
  return Dossier(
    subject: .topic(text), months: TimelineMonths(of: records),
    said: .init(timeline: Timeline(of: records), total: found.total, isTotalExact: found.isTotalExact),
    articles: articles.hits.map(\.briefing), articleTotal: articles.total,
    details: try details(of: records, in: store, isWanted))
}

/// Gathers what an archive has on a statement's matter.
///
/// - Parameter limit: The most statements that bear on it.
func dossier(
  onMatterOf record: StatementRecord, in store: any BriefingStore, limit: Int, isWanted: () -> Bool = { true }
) throws(StoreError) -> Dossier {
  let timeline = Timeline(topicOf: record, try relatedStatements(to: record, in: store, limit: limit))
  let records = timeline.days.flatMap(\.entries).map(\.record)
  var known: Set<BriefingID> = []
  let articles = records.map(\.briefing).filter { known.insert($0.id).inserted }
  return Dossier(
    subject: .topic(record.statement.content), months: TimelineMonths(of: records),
    said: .init(timeline: timeline, total: records.count), articles: articles, articleTotal: articles.count,
    details: try details(of: records, in: store, isWanted))
}

/// A name as a query: its words side by side.
private func phrase(_ name: String) -> Query {
  let words = name.split { $0.isWhitespace || "\"():".contains($0) }.joined(separator: " ")
  // A name of nothing but signs finds nothing, which is right.
  return (try? Query.parse("\"\(words)\"")) ?? .or([])
}

/// What is told of statements besides themselves: the words around them, and claims that deny, change or answer them.
private func details(
  of records: [StatementRecord], in store: any BriefingStore, _ isWanted: () -> Bool
) throws(StoreError) -> [StatementID: Dossier.Detail] {
  var details: [StatementID: Dossier.Detail] = [:]
  var articles: [BriefingID: (briefing: Briefing?, notes: [Note])] = [:]
  for record in records {
    guard isWanted() else { return [:] }
    let id = record.briefing.id
    let article: (briefing: Briefing?, notes: [Note])
    if let known = articles[id] {
      article = known
    } else {
      article = (try store.briefing(id), try store.notes(of: id))
      articles[id] = article
    }
    let links = try relatedStatements(to: record, in: store, limit: 30)
    details[record.id] = Dossier.Detail(
      quotation: article.briefing.flatMap { Quotation(of: record.statement, in: $0) },
      url: article.briefing?.url ?? "",
      links: Array(links.filter { Dossier.toldRelations.contains($0.relation) }.prefix(6)),
      note: article.notes.first { $0.target == .statement(record.id) }?.text)
  }
  return details
}
