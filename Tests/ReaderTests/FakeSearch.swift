import Briefings
import Search

@testable import Reader

/// What a search is told, from the articles in memory.
extension FakeArchive {
  /// The articles that match.
  func found(_ query: Query, limit: Int) -> SearchResults {
    // Those behind are there to fill lists.
    let hits = articles.prefix(5).compactMap { article -> SearchHit? in
      let text = article.briefing.text
      let inText = findsAnything ? [] : matches(of: query, in: text)
      guard findsAnything || passes(article, query) else { return nil }
      let paragraph = paragraphs(of: text).first { paragraph in
        inText.first.map { paragraph.span.range.contains($0.lowerBound) } ?? true
      }
      let snippets = paragraph.map { paragraph in
        Snippet(
          text: text.text(at: paragraph.span) ?? "",
          marks: inText.filter { paragraph.span.range.overlaps($0) }
            .map { $0.lowerBound - paragraph.span.start..<$0.upperBound - paragraph.span.start },
          place: Place(.text, paragraph.span))
      }
      return SearchHit(briefing: summary(article.briefing), score: 1, snippets: [snippets].compactMap(\.self))
    }
    return SearchResults(
      hits: Array(hits.prefix(limit)), total: hits.count, isTotalExact: true, isRankingPartial: ranksPartly)
  }

  func answer(to wanted: SearchRequest) -> SearchAnswer {
    switch wanted {
    case .new(let query, _, let limit): return .articles(found(query, limit: limit))
    case .all(let query, let limit):
      var results = found(query, limit: limit)
      results.isRankingPartial = false
      return .articles(results)
    case .statements(let query, let limit):
      let asked = StatementQuery(query)
      let hits = articles.prefix(5).filter { findsAnything || passes($0, asked.briefing) }.flatMap(\.statements)
        .filter { findsAnything || asked.matches($0.statement.content) }
        .map { StatementHit(record: $0, marks: asked.marks(in: $0.statement.content)) }
      return .statements(
        StatementResults(hits: Array(hits.prefix(limit)), total: hits.count, isTotalExact: !ranksPartly))
    case .entities(let name, let limit):
      let all = Dictionary(grouping: articles.flatMap(\.entities), by: \.canonical).values.compactMap(\.first)
      let fitting = all.filter { findsAnything || $0.canonical.contains(name) }.sorted { $0.canonical < $1.canonical }
      return .entities(
        fitting.prefix(limit).enumerated().map { number, entity in
          EntityRecord(
            id: EntityID(Int64(number)), canonical: entity.canonical, type: entity.type, english: nil,
            forms: entity.forms, briefingCount: number + 1, mentionCount: entity.mentions.count)
        })
    case .facets(let query, let limit):
      let fitting = articles.prefix(5).filter { findsAnything || passes($0, query) }
      func counts(_ values: (LoadedBriefing) -> [String]) -> [FacetCount] {
        let all = Dictionary(grouping: fitting.flatMap { Set(values($0)) }) { $0 }
        return all.map { FacetCount(value: $0.key, count: $0.value.count) }
          .sorted { ($1.count, $0.value) < ($0.count, $1.value) }.prefix(limit).map(\.self)
      }
      return .facets(
        SearchFacets(
          sources: counts { [$0.briefing.source] }, months: counts { [String($0.briefing.date?.day.prefix(7) ?? "")] },
          entities: counts { $0.entities.map(\.canonical) },
          speakers: counts { $0.statements.compactMap(\.statement.speakerEntity) }, counted: fitting.count,
          isExact: !ranksPartly))
    case .advice(let text): return .advice(advice[text])
    }
  }

  private func passes(_ article: LoadedBriefing, _ query: Query) -> Bool {
    switch query {
    case .all: true
    case .and(let parts): parts.allSatisfy { passes(article, $0) }
    case .or(let parts): parts.contains { passes(article, $0) }
    case .not(let inner): !passes(article, inner)
    case .field(.source, let value): article.briefing.source.contains(value)
    case .field(.entity, let value): article.entities.contains { $0.canonical.contains(value) }
    case .field(.speaker, let value): article.statements.contains { $0.statement.speakerEntity == value }
    case .field, .cue, .quotation, .isRead: true
    case .published(let range):
      article.briefing.date.map { range.since ?? .min <= $0.seconds && $0.seconds < range.until ?? .max } ?? false
    case .title(let inner): !matches(of: inner, in: article.briefing.title).isEmpty
    case .word, .prefix, .adjacent, .phrase:
      !matches(of: query, in: article.briefing.title).isEmpty || !matches(of: query, in: article.briefing.text).isEmpty
    }
  }
}
