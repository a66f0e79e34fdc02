import ArabicText
import GRDB
import Search

/// A query as SQLite runs it.
struct CompiledQuery {
  /// What to match in the full-text index, or `nil` when the index has no part in it.
  var match: String?
  /// The part each phrase of `match` has in the ranking, in the order of the phrases.
  var phrases: [RankedPhrase] = []
  /// What must hold besides, of `article a`.
  var conditions = Conditions()
  /// The names of entities that must all be named in it, each one of the index's own column.
  var entities: [String] = []
  /// The days to which the query limits the articles.
  var days = DayRange(since: nil, until: nil)
  /// Whether texts must be read to tell: phrases as written.
  var readsTexts = false
}

/// What one phrase of a match is worth.
struct RankedPhrase {
  /// The word of the query it stands for; phrases of one word are forms of it.
  var word: Int
  /// 1 for a form of the word; what is added for the form that was typed.
  var weight: Double
  /// The tokens whose rarity it has; none where it is no form of its own or cannot be counted.
  var tokens: [String] = []
}

/// Turns a query into a match of the full-text index and conditions on articles.
///
/// What is typed reaches the index only as quoted tokens made by ArabicText, and SQL only as arguments.
struct QueryCompiler {
  private var compiled = CompiledQuery()
  private var word = 0
  /// The tokens that beginnings of words are completed to, by folded beginning.
  private let completions: [String: [String]]

  init(completions: [String: [String]]) { self.completions = completions }

  /// The compiled form of `query`.
  ///
  /// - Parameter completions: For the beginnings of words that are to be looked up as words, the tokens that begin so.
  static func compile(_ query: Query, completions: [String: [String]] = [:]) -> CompiledQuery {
    var compiler = QueryCompiler(completions: completions)
    compiler.compile(conjuncts(query))
    return compiler.compiled
  }

  /// The query as conditions on `article a` alone.
  static func conditions(_ query: Query) -> Conditions {
    var compiler = QueryCompiler(completions: [:])
    return compiler.condition(query, isMatched: false)
  }

  /// The tokens of each word of a query that asks for any of some words, and perhaps for conditions besides.
  static func alternatives(_ query: Query) -> [[String]]? {
    let wanted = conjuncts(query).filter { hasSuperset($0) }
    guard wanted.count == 1, case .or(let parts) = wanted[0], parts.count > 1 else { return nil }
    var found: [[String]] = []
    for part in parts {
      guard case .word(let written) = part else { return nil }
      found.append(forms(of: written).map(\.token))
    }
    return found
  }

  private static func conjuncts(_ query: Query) -> [Query] {
    switch query {
    case .all: []
    case .and(let parts): parts.flatMap { conjuncts($0) }
    default: [query]
    }
  }

  private mutating func compile(_ parts: [Query]) {
    var wanted: [Query] = []
    var unwanted: [Query] = []
    let ofOneStatement = parts.filter(\.isAboutStatement)
    if !ofOneStatement.isEmpty { compiled.conditions.add(FilterConditions.statement(ofOneStatement)) }
    for part in parts where !part.isAboutStatement {
      if Self.hasSuperset(part) {
        wanted.append(part)
        if !Self.isExpressible(part) { compiled.conditions.add(condition(part, isMatched: true)) }
      } else if case .not(let inner) = part, Self.isExpressible(inner) {
        unwanted.append(inner)
      } else if case .field(.entity, let name) = part {
        compiled.entities.append(name)
      } else if case .published(let days) = part {
        limit(to: days)
        compiled.conditions.add(FilterConditions.published(days))
      } else {
        compiled.conditions.add(condition(part, isMatched: false))
      }
    }
    guard !wanted.isEmpty else {
      for part in unwanted { compiled.conditions.add(.not(condition(part, isMatched: false))) }
      return
    }
    var match = wanted.map { "(\(superset($0)))" }.joined(separator: " AND ")
    if !unwanted.isEmpty {
      match = "(\(match)) NOT (\(unwanted.map { "(\(superset($0, isWanted: false)))" }.joined(separator: " OR ")))"
    }
    compiled.match = match
  }

  private mutating func limit(to days: DayRange) {
    compiled.days = DayRange(
      since: [compiled.days.since, days.since].compactMap { $0 }.max(),
      until: [compiled.days.until, days.until].compactMap { $0 }.min())
  }

  // MARK: - The index

  /// Whether the index alone can tell.
  private static func isExpressible(_ query: Query) -> Bool {
    switch query {
    case .word, .prefix: true
    case .adjacent(let words): isSpelledOut(words)
    case .title(let inner): isExpressible(inner)
    case .and(let parts), .or(let parts): !parts.isEmpty && parts.allSatisfy { isExpressible($0) }
    case .all, .phrase, .field, .published, .cue, .quotation, .isRead, .not: false
    }
  }

  /// Whether the index can name all articles that may match.
  private static func hasSuperset(_ query: Query) -> Bool {
    switch query {
    case .word, .prefix: true
    case .adjacent(let words), .phrase(let words): !words.isEmpty
    case .title(let inner): hasSuperset(inner)
    case .and(let parts): parts.contains { hasSuperset($0) }
    case .or(let parts): !parts.isEmpty && parts.allSatisfy { hasSuperset($0) }
    case .all, .field, .published, .cue, .quotation, .isRead, .not: false
    }
  }

  /// The match that finds all articles that may match.
  private mutating func superset(_ query: Query, isWanted: Bool = true) -> String {
    switch query {
    case .word(let written):
      defer { word += 1 }
      return any(of: Self.forms(of: written), isWanted: isWanted)
    case .prefix(let written):
      defer { word += 1 }
      let start = folded(written)
      if let tokens = completions[start], !tokens.isEmpty {
        for token in tokens { note(1, isWanted, [token]) }
        return tokens.map { Self.quoted($0) }.joined(separator: " OR ")
      }
      note(1, isWanted, [])
      note(1, isWanted, [])
      return "\(Self.quoted("=" + start)) * OR \(Self.quoted(start)) *"
    case .adjacent(let words) where Self.isSpelledOut(words):
      defer { word += 1 }
      return phrases(of: words, isWanted: isWanted)
    case .adjacent(let words):
      return words.map { "(\(superset(.word($0), isWanted: isWanted)))" }.joined(separator: " AND ")
    case .phrase(let words):
      defer { word += 1 }
      note(1 + Ranking.writtenBonus, isWanted, words.map { "=" + folded($0) })
      return words.map { Self.quoted("=" + folded($0)) }.joined(separator: " + ")
    case .title(let inner): return "{title} : (\(superset(inner, isWanted: isWanted)))"
    case .and(let parts):
      return parts.filter { Self.hasSuperset($0) }.map { "(\(superset($0, isWanted: isWanted)))" }
        .joined(separator: " AND ")
    case .or(let parts):
      return parts.map { "(\(superset($0, isWanted: isWanted)))" }.joined(separator: " OR ")
    case .all, .field, .published, .cue, .quotation, .isRead, .not:
      preconditionFailure("these have no part in the index")
    }
  }

  /// Words side by side are looked for in so many spellings; where there are more, texts are read.
  private static let longestSpelling = 36

  /// Whether words side by side are few enough to look for each of their spellings.
  private static func isSpelledOut(_ words: [String]) -> Bool {
    guard !words.isEmpty else { return false }
    let spellings = words.reduce(1) { min(longestSpelling + 1, $0 * max(1, forms(of: $1).count)) }
    return spellings <= longestSpelling
  }

  /// Words side by side, each in any of its forms.
  private mutating func phrases(of words: [String], isWanted: Bool) -> String {
    var all: [(tokens: [String], weight: Double)] = [([], 1 + Ranking.writtenBonus)]
    for written in words {
      let forms = Self.forms(of: written)
      all = all.flatMap { phrase in forms.map { (phrase.tokens + [$0.token], min(phrase.weight, $0.weight)) } }
    }
    // What is added for the form that was typed counts where a phrase has no other form of it.
    for phrase in all { note(max(1, phrase.weight), isWanted, phrase.tokens) }
    return all.map { $0.tokens.map { Self.quoted($0) }.joined(separator: " + ") }.joined(separator: " OR ")
  }

  /// The tokens of a word and what each is worth. A word that is its own stem has no token but the exact one.
  private static func forms(of written: String) -> [(token: String, weight: Double)] {
    let word = SearchWord(written)
    let exact = "=" + word.folded
    var forms = word.stems.flatMap { word.matchesBareStem ? [$0, "=" + $0] : [$0] }.map { token in
      (token: token, weight: token == exact ? 1 + Ranking.writtenBonus : 1)
    }
    if !forms.contains(where: { $0.token == exact }) { forms.append((exact, Ranking.writtenBonus)) }
    return forms
  }

  private mutating func any(of forms: [(token: String, weight: Double)], isWanted: Bool) -> String {
    for form in forms { note(form.weight, isWanted, form.weight >= 1 ? [form.token] : []) }
    return forms.map { Self.quoted($0.token) }.joined(separator: " OR ")
  }

  private mutating func note(_ weight: Double, _ isWanted: Bool, _ tokens: [String]) {
    compiled.phrases.append(
      RankedPhrase(word: word, weight: isWanted ? weight : 0, tokens: isWanted ? tokens : []))
  }

  /// A token as FTS5 reads it: in quotation marks, those inside doubled.
  static func quoted(_ token: String) -> String {
    var out = ""
    for scalar in token.unicodeScalars where scalar != "\0" {
      if scalar == "\"" { out += "\"" }
      out.unicodeScalars.append(scalar)
    }
    // FTS5 takes an empty beginning for one of every word; no token holds a control character.
    return out.isEmpty || out == "=" ? "\"\u{1}\"" : "\"\(out)\""
  }

  // MARK: - SQL

  /// The condition on `article a` that holds exactly for what `query` asks.
  ///
  /// - Parameter isMatched: Whether the rows come from a match that already names all articles that may match.
  private mutating func condition(_ query: Query, isMatched: Bool) -> Conditions {
    var conditions = Conditions()
    switch query {
    case .all: break
    case .word, .prefix: conditions.add("+a.key IN (\(Self.selectKeys))", [matchAside(query)])
    case .adjacent where Self.isExpressible(query):
      if !isMatched { conditions.add("+a.key IN (\(Self.selectKeys))", [matchAside(query)]) }
    case .adjacent, .phrase: conditions = written(query, inTitle: false, isMatched: isMatched)
    case .title(let inner):
      switch inner {
      case .adjacent where !Self.isExpressible(inner), .phrase:
        conditions = written(inner, inTitle: true, isMatched: isMatched)
      default:
        if Self.isExpressible(query) {
          conditions.add("+a.key IN (\(Self.selectKeys))", [matchAside(query)])
        } else {
          conditions = condition(Self.spread(inner), isMatched: isMatched)
        }
      }
    case .field(let field, let value): conditions = FilterConditions.field(field, value)
    case .published(let days): conditions = FilterConditions.published(days)
    case .cue, .quotation: conditions = FilterConditions.statement([query])
    case .isRead(let isRead): conditions.add("a.is_read = ?", [isRead ? 1 : 0])
    case .and(let parts):
      guard !parts.isEmpty else { break }
      let ofOneStatement = parts.filter(\.isAboutStatement)
      let others = parts.filter { !$0.isAboutStatement }.map { condition($0, isMatched: isMatched) }
      conditions = .joined(
        others + (ofOneStatement.isEmpty ? [] : [FilterConditions.statement(ofOneStatement)]), by: "AND")
    case .or(let parts):
      guard !parts.isEmpty else {
        conditions.add("0")
        break
      }
      conditions = .joined(parts.map { condition($0, isMatched: isMatched) }, by: "OR")
    case .not(let inner): conditions = .not(condition(inner, isMatched: false))
    }
    return conditions
  }

  /// `query`, asked of the headline, with that condition on each of its words.
  private static func spread(_ query: Query) -> Query {
    switch query {
    case .word, .prefix, .adjacent, .phrase: .title(query)
    case .title(let inner): spread(inner)
    case .and(let parts): .and(parts.map { spread($0) })
    case .or(let parts): .or(parts.map { spread($0) })
    case .not(let inner): .not(spread(inner))
    case .all, .field, .published, .cue, .quotation, .isRead: query
    }
  }

  private mutating func written(_ query: Query, inTitle: Bool, isMatched: Bool) -> Conditions {
    var conditions = Conditions()
    guard let key = WrittenFunction.key(query) else { return conditions }
    compiled.readsTexts = true
    if !isMatched { conditions.add("+a.key IN (\(Self.selectKeys))", [matchAside(inTitle ? .title(query) : query)]) }
    let text = inTitle ? "''" : "(SELECT text FROM body WHERE key = a.key)"
    conditions.add("\(WrittenFunction.name)(?, a.title, \(text))", [key])
    return conditions
  }

  private static let selectKeys = "SELECT rowid FROM article_fts WHERE article_fts MATCH ?"

  /// A match of its own, which has no part in the ranking.
  private func matchAside(_ query: Query) -> String {
    var aside = QueryCompiler(completions: completions)
    return aside.superset(query)
  }
}
