import Briefings

/// In which order a list of briefings stands.
public enum ListOrder: String, Hashable, Sendable, CaseIterable {
  /// Newest first, undated last.
  case newest
  /// The other way round.
  case oldest
  /// By the letters of the titles.
  case title
  /// By the outlets' folded names; newest first within one.
  case source
  /// Those that were never opened first; newest first within each half.
  case unread
}

/// Where in a list rows are asked for. Cursors are the archive's own notation: only what gave one reads it.
public enum ListPlace: Hashable, Sendable {
  /// The first rows.
  case start
  /// The last rows.
  case end
  /// The rows behind the one of a cursor.
  case after(String)
  /// The rows before the one of a cursor.
  case before(String)
  /// The rows from that number on, counted from 0.
  case at(Int)
  /// Rows on both sides of a briefing; the first rows where the list does not have it.
  case around(BriefingID)
}

/// Rows of a list that stand one behind the other.
public struct ListStretch: Hashable, Sendable {
  /// The rows, in the order of the list.
  public var rows: [BriefingSummary]
  /// The number of the first row, from 0; `nil` where finding it out would mean counting.
  public var first: Int?
  /// The cursor that gives the rows before these; `nil` at the beginning.
  public var before: String?
  /// The cursor that gives the rows behind these; `nil` at the end.
  public var after: String?

  /// Creates a stretch.
  public init(rows: [BriefingSummary], first: Int?, before: String?, after: String?) {
    self.rows = rows
    self.first = first
    self.before = before
    self.after = after
  }
}
