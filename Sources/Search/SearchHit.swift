import Briefings

/// A short stretch of a field around what was searched, with the matches marked.
public struct Snippet: Hashable, Sendable {
  /// The stretch, whole words, original spelling.
  public var text: String

  /// The matches as byte ranges of `text`, in order, not overlapping.
  public var marks: [Range<Int>]

  /// Where the stretch stands in the briefing.
  public var place: Place

  /// Creates a snippet.
  public init(text: String, marks: [Range<Int>], place: Place) {
    self.text = text
    self.marks = marks
    self.place = place
  }
}

/// One briefing that a search found.
public struct SearchHit: Hashable, Sendable {
  /// The briefing.
  public var briefing: BriefingSummary
  /// How well it fits; higher is better, comparable within one search.
  public var score: Double
  /// The best stretches.
  public var snippets: [Snippet]

  /// Creates a hit.
  public init(briefing: BriefingSummary, score: Double, snippets: [Snippet]) {
    self.briefing = briefing
    self.score = score
    self.snippets = snippets
  }
}

/// What a search found.
public struct SearchResults: Hashable, Sendable {
  /// The hits, in the order asked for.
  public var hits: [SearchHit]

  /// How many briefings match in all, counted up to a limit.
  public var total: Int

  /// Whether `total` is exact, or there are more.
  public var isTotalExact: Bool

  /// Whether only the newest of all that match were ranked, because there are too many to rank at once.
  public var isRankingPartial: Bool

  /// Creates results.
  public init(hits: [SearchHit], total: Int, isTotalExact: Bool, isRankingPartial: Bool = false) {
    self.hits = hits
    self.total = total
    self.isTotalExact = isTotalExact
    self.isRankingPartial = isRankingPartial
  }
}
