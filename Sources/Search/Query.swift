import Briefings

/// What can be asked of an archive: a tree of conditions on one briefing.
///
/// Words are kept as they were typed; whoever matches them folds and stems them (`SearchWord`).
///
/// The same tree can be asked of statements: its words are then those of what is said, speaker, reporting word and
/// quotation are those of that statement, and the rest is asked of the briefing it stands in. Asked of briefings, the
/// conditions on a statement that stand side by side in an `and` must hold for one and the same statement.
public indirect enum Query: Hashable, Sendable {
  /// Everything.
  case all
  /// A word in any of its forms: folded, with or without attached particles and endings.
  case word(String)
  /// The beginning of a word, folded.
  case prefix(String)
  /// Words side by side in any of their forms, typed as one (`F-16`, `الـ15`).
  case adjacent([String])
  /// Words side by side, each exactly as written, vowel marks and letter forms included.
  case phrase([String])
  /// The condition holds in the headline; words of the body do not count.
  case title(Query)
  /// Something about the briefing, compared folded.
  case field(QueryField, String)
  /// Published within the range.
  case published(DayRange)
  /// A statement in it is reported so.
  case cue(CueQuestion)
  /// A statement in it is given as quoted, or as reported.
  case quotation(Statement.Kind)
  /// The briefing was opened before, or not.
  case isRead(Bool)
  /// All hold; holds when there are none.
  case and([Query])
  /// At least one holds.
  case or([Query])
  /// Does not hold.
  case not(Query)

  /// Reads the query language.
  ///
  /// - Parameters:
  ///   - text: What was typed.
  ///   - isComplete: `false` while it is still being typed: what is begun but not finished is then no error.
  /// - Throws: `QueryError`, which points at the place in `text`.
  public static func parse(_ text: String, isComplete: Bool = true) throws(QueryError) -> Query {
    try QueryParser(isComplete: isComplete).parse(text)
  }
}

extension Query {
  /// Whether the query asks for something that only a statement has, so that statements answer it better than briefings.
  ///
  /// A speaker alone does not count: it is a filter of both.
  public var asksForStatements: Bool {
    switch self {
    case .cue, .quotation: true
    case .title(let inner), .not(let inner): inner.asksForStatements
    case .and(let parts), .or(let parts): parts.contains { $0.asksForStatements }
    case .all, .word, .prefix, .adjacent, .phrase, .field, .published, .isRead: false
    }
  }

  /// Whether this is a condition on one statement of a briefing.
  public var isAboutStatement: Bool {
    switch self {
    case .cue, .quotation, .field(.speaker, _): true
    default: false
    }
  }
}

/// What a query can ask about the reporting word of a statement.
public enum CueQuestion: Hashable, Sendable {
  /// What the word does is one of these.
  case classes([CueClass])
  /// The speaker stands by the content, or denies or rejects it.
  case polarity(Statement.Polarity)
  /// The word itself, in any of its forms.
  case word(String)
}

/// What a query can ask about a briefing besides its words.
public enum QueryField: String, Hashable, Sendable, CaseIterable {
  /// The outlet; part of its name suffices.
  case source
  /// An entity that is mentioned; any of its names, whole words of it.
  case entity
  /// Somebody who speaks in it; any of the names, whole words of it.
  case speaker
  /// A tag; the whole tag.
  case tag
  /// The language, BCP 47.
  case language = "lang"
}

/// A stretch of days.
///
/// - Shape: half-open; an open end is `nil`.
/// - Units: seconds since 1970-01-01T00:00:00Z.
public struct DayRange: Hashable, Sendable {
  /// The first second.
  public var since: Int64?
  /// The second after the last.
  public var until: Int64?

  /// Creates a range.
  public init(since: Int64?, until: Int64?) {
    self.since = since
    self.until = until
  }
}
