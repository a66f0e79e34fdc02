import Briefings

/// A query as it is asked of statements: their words must match, and what it says of speakers and reporting words holds of
/// one and the same statement; all else is asked of the briefing.
public struct StatementQuery: Hashable, Sendable {
  /// What the words of a statement must match; `all` where it says nothing of them.
  public let words: Query

  /// Conditions on the statement: reporting words, kinds, speakers.
  public let conditions: [Query]

  /// Conditions on the briefing.
  public let briefing: Query

  /// Takes a query apart.
  public init(_ query: Query) {
    var (words, conditions, briefing): ([Query], [Query], [Query]) = ([], [], [])
    for part in Self.conjuncts(query) {
      if part.isAboutStatement {
        conditions.append(part)
      } else if Self.isOfWords(part) {
        words.append(part)
      } else {
        briefing.append(part)
      }
    }
    self.words = Self.joined(words)
    self.conditions = conditions
    self.briefing = Self.joined(briefing)
  }

  /// Whether the words of a statement match.
  ///
  /// - Complexity: O(*n* · *t*) in the bytes of `content` and the words of the query.
  public func matches(_ content: String) -> Bool { Self.matches(words, content) }

  /// What to mark in a statement: byte ranges, in order, not overlapping.
  public func marks(in content: String) -> [Range<Int>] { Highlighter(words).ranges(in: content) }

  private static func conjuncts(_ query: Query) -> [Query] {
    switch query {
    case .all: []
    case .and(let parts): parts.flatMap { conjuncts($0) }
    default: [query]
    }
  }

  private static func joined(_ parts: [Query]) -> Query {
    parts.isEmpty ? .all : parts.count == 1 ? parts[0] : .and(parts)
  }

  private static func isOfWords(_ query: Query) -> Bool {
    switch query {
    case .word, .prefix, .adjacent, .phrase: true
    case .and(let parts), .or(let parts): parts.allSatisfy { isOfWords($0) }
    case .not(let inner): isOfWords(inner)
    case .all, .title, .field, .published, .cue, .quotation, .isRead: false
    }
  }

  private static func matches(_ query: Query, _ content: String) -> Bool {
    switch query {
    case .and(let parts): parts.allSatisfy { matches($0, content) }
    case .or(let parts): parts.contains { matches($0, content) }
    case .not(let inner): !matches(inner, content)
    case .word, .prefix, .adjacent, .phrase: Highlighter(query).hasMatch(in: content)
    case .all, .title, .field, .published, .cue, .quotation, .isRead: true
    }
  }
}

/// One statement that a search found.
public struct StatementHit: Hashable, Sendable {
  /// The statement, with its briefing.
  public var record: StatementRecord
  /// What to mark in its content: byte ranges, in order, not overlapping.
  public var marks: [Range<Int>]

  /// Creates a hit.
  public init(record: StatementRecord, marks: [Range<Int>]) {
    self.record = record
    self.marks = marks
  }
}

/// What a search for statements found.
public struct StatementResults: Hashable, Sendable {
  /// The hits, newest briefing first.
  public var hits: [StatementHit]
  /// How many statements match, counted up to a limit.
  public var total: Int
  /// Whether `total` is exact, or there are more.
  public var isTotalExact: Bool

  /// Creates results.
  public init(hits: [StatementHit], total: Int, isTotalExact: Bool) {
    self.hits = hits
    self.total = total
    self.isTotalExact = isTotalExact
  }
}
