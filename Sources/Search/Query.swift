import Briefings

/// What can be asked of an archive: a tree of conditions on one briefing.
///
/// Words are kept as they were typed; whoever matches them folds and stems them (`SearchWord`).
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
