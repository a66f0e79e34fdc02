import Briefings
import Search

/// The pane of briefings: which ones, which rows are there, which one is chosen.
public struct LibraryState: Hashable, Sendable {
  /// Which briefings it lists.
  public var filter = BriefingFilter()
  /// The rows that are there so far, newest first.
  public var rows: [BriefingSummary] = []
  /// How to get more rows, or `nil` at the end.
  public var next: String?
  /// How many rows there are in all.
  public var total = 0
  /// The chosen row.
  public var selected = 0
  /// The briefing to choose once its row has come.
  public var wanted: BriefingID?
  /// The first row shown.
  public var top = 0
  /// The request that is under way, if any.
  public var request: Int?
  /// Whether the first page has come.
  public var isLoaded = false
  /// Whether the archive has changed since the rows came: the next ones take their place.
  var isStale = false
  /// Why the rows could not be fetched.
  public var problem: String?

  /// Whether the last row is to be chosen once it has come.
  public var isEndWanted = false

  /// The most rows fetched at once to get to the end; pressing again goes on from there.
  static let endLimit = 100_000

  /// Rows asked for at a time.
  static let pageSize = 200

  /// Creates an empty list.
  public init(filter: BriefingFilter = BriefingFilter()) { self.filter = filter }

  /// The chosen briefing.
  public var selectedRow: BriefingSummary? { rows.indices.contains(selected) ? rows[selected] : nil }

  /// Marks rows as read or unread.
  mutating func apply(_ marks: [BriefingID: Bool]) {
    guard !marks.isEmpty else { return }
    for index in rows.indices {
      if let isRead = marks[rows[index].id] { rows[index].isRead = isRead }
    }
  }
}
