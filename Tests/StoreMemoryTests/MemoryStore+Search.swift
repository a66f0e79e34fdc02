import ArabicText
import Briefings
import Foundation
import Search
import Store

extension MemoryState {
  func passes(_ article: MemoryArticle, _ filter: BriefingFilter) -> Bool {
    var parts: [Query] = []
    if let source = filter.source { parts.append(.field(.source, source)) }
    if let entity = filter.entity { parts.append(.field(.entity, entity)) }
    if let speaker = filter.speaker { parts.append(.field(.speaker, speaker)) }
    if let tag = filter.tag { parts.append(.field(.tag, tag)) }
    if let language = filter.language { parts.append(.field(.language, language)) }
    if filter.unreadOnly { parts.append(.isRead(false)) }
    if filter.since != nil || filter.until != nil {
      let until = filter.until.map { $0.seconds + ($0.text.utf8.count == 10 ? 86_400 : 1) }
      parts.append(.published(DayRange(since: filter.since?.seconds, until: until)))
    }
    if let query = filter.query { parts.append(query) }
    if filter.flaggedOnly, !article.isFlagged { return false }
    if let moment = filter.arrivedAfter, article.change <= moment { return false }
    return parts.allSatisfy { matches($0, article) } && filter.parts.allSatisfy { stands(article, in: $0, filter) }
  }

  func matches(_ query: Query, _ article: MemoryArticle) -> Bool {
    switch query {
    case .all: return true
    case .word, .prefix, .adjacent, .phrase: return isFound(query, article, inTitleOnly: false)
    case .title(let inner): return matchesTitle(inner, article)
    case .field(let field, let value): return matches(field, value, article)
    case .published(let days):
      guard article.given.date != nil else { return false }
      return article.time >= days.since ?? Int64.min && article.time < days.until ?? Int64.max
    case .cue, .quotation: return article.decided.statements.contains { holds(query, $0) }
    case .isRead(let isRead): return article.isRead == isRead
    case .and(let parts):
      let voiced = parts.filter(\.isAboutStatement)
      if !voiced.isEmpty {
        let isSaid = article.decided.statements.contains { statement in voiced.allSatisfy { holds($0, statement) } }
        guard isSaid else { return false }
      }
      return parts.allSatisfy { $0.isAboutStatement || matches($0, article) }
    case .or(let parts): return parts.contains { matches($0, article) }
    case .not(let inner): return !matches(inner, article)
    }
  }

  private func matchesTitle(_ query: Query, _ article: MemoryArticle) -> Bool {
    switch query {
    case .word, .prefix, .adjacent, .phrase: isFound(query, article, inTitleOnly: true)
    case .title(let inner): matchesTitle(inner, article)
    case .and(let parts): parts.allSatisfy { matchesTitle($0, article) }
    case .or(let parts): parts.contains { matchesTitle($0, article) }
    case .not(let inner): !matchesTitle(inner, article)
    default: matches(query, article)
    }
  }

  private func isFound(_ query: Query, _ article: MemoryArticle, inTitleOnly: Bool) -> Bool {
    // A beginning without letters would be that of every word.
    if case .prefix(let start) = query, folded(start).isEmpty { return false }
    let highlighter = Highlighter(query)
    return highlighter.hasMatch(in: article.given.title, field: .title)
      || !inTitleOnly && highlighter.hasMatch(in: article.given.text)
  }

  private func matches(_ field: QueryField, _ value: String, _ article: MemoryArticle) -> Bool {
    let shown = article.shown
    switch field {
    case .source: return Array(comparable(shown.source).utf8).contains(Array(comparable(value).utf8))
    case .entity:
      let named = entitiesNamed(value)
      return article.decided.entities.contains { named.contains(EntityNames.key($0.canonical, $0.type)) }
    case .speaker: return article.decided.statements.contains { speaks($0, value) }
    case .tag: return shown.tags.contains { comparable($0) == comparable(value) }
    case .language: return shown.language == value.lowercased()
    }
  }

  func holds(_ query: Query, _ statement: Statement) -> Bool {
    switch query {
    case .field(.speaker, let name): speaks(statement, name)
    case .quotation(let kind): statement.kind == kind
    case .cue(.polarity(let polarity)): statement.polarity == polarity
    case .cue(.classes(let classes)): classes.contains(statement.cueClass)
    case .cue(.word(let word)): Highlighter(.word(word)).hasMatch(in: statement.cue)
    default: false
    }
  }

  func search(_ query: Query, _ filter: BriefingFilter, _ order: SearchOrder) -> [(
    article: MemoryArticle, score: Double
  )] {
    let found = passing(filter).filter { matches(query, $0) }
    let words = query.wanted
    guard order == .relevance, !words.isEmpty else { return found.map { ($0, 0) } }
    let rarity = words.map { word in
      let count = Double(articles.values.count { matches(word, $0) })
      return log(1 + (Double(articles.count) - count + 0.5) / (count + 0.5))
    }
    let scored = found.enumerated().map { offset, article in
      let score = zip(words, rarity).reduce(0) { sum, pair in
        let frequency = frequency(of: pair.0, in: article)
        return sum + pair.1 * frequency / (frequency + 1.2)
      }
      return (article: article, score: score, offset: offset)
    }
    return scored.sorted { ($1.score, $0.offset) < ($0.score, $1.offset) }.map { ($0.article, $0.score) }
  }

  /// How often a word stands in an article: three times for the headline, and a little more as it was typed.
  private func frequency(of query: Query, in article: MemoryArticle) -> Double {
    let highlighter = Highlighter(query)
    func count(_ text: String, _ field: BriefingField) -> Double {
      let bytes = Array(text.utf8)
      return highlighter.matches(in: text, field: field).reduce(0) { sum, match in
        guard case .word(let typed) = query else { return sum + 1 }
        let written = folded(String(decoding: bytes[match.range], as: UTF8.self))
        return sum + (written == folded(typed) ? 1.3 : 1)
      }
    }
    return 3 * count(article.given.title, .title) + count(article.given.text, .text)
  }
}

extension Query {
  /// The words and phrases that are looked for, without those that must not stand there.
  fileprivate var wanted: [Query] {
    switch self {
    case .word, .prefix, .adjacent, .phrase: [self]
    case .title(let inner): inner.wanted
    case .and(let parts), .or(let parts): parts.flatMap(\.wanted)
    case .all, .field, .published, .cue, .quotation, .isRead, .not: []
    }
  }
}

extension MemoryStore {
  func search(
    _ query: Query, filter: BriefingFilter, order: SearchOrder, limit: Int
  ) throws(StoreError) -> SearchResults {
    try with { state throws(StoreError) in
      let found = state.search(query, filter, order)
      let snippets = Snippets(query)
      let hits = found.prefix(max(0, limit)).map { article, score in
        SearchHit(
          briefing: state.summary(article), score: score, snippets: snippets.snippets(of: article.given))
      }
      return SearchResults(hits: hits, total: found.count, isTotalExact: true)
    }
  }
}
