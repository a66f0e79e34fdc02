import Briefings
import Search

/// The pane of briefings: which ones, which rows are there, which one is chosen.
public struct LibraryState: Hashable, Sendable {
  /// Which briefings it lists.
  public var filter = BriefingFilter()
  /// In which order.
  public var order = ListOrder.newest
  /// The rows that are there: those around what is shown.
  public var window = ListWindow()
  /// How many rows there are in all; `nil` until they are counted.
  public var total: Int?
  /// The number of the chosen row.
  public var selected = 0
  /// The number of the first row shown.
  public var top = 0
  /// What is to be chosen once its row has come.
  public var goal: Goal?
  /// What the user typed to narrow the list.
  public var filterText = ""
  /// The briefings that the user marked, for what is done to several at once.
  public var marked: Set<BriefingID> = []
  /// The request for rows that is under way, and what it asks for.
  var request: Int?
  var asked: ListPlace?
  /// The request for the number of rows that is under way.
  var countRequest: Int?
  /// Whether the first rows have come.
  public var isLoaded = false
  /// Whether the archive has changed since the rows came: the next ones take their place.
  var isStale = false
  /// Why the rows could not be fetched.
  public var problem: String?

  /// What is to be chosen once its row has come.
  public enum Goal: Hashable, Sendable {
    /// The row of a number.
    case row(Int)
    /// The last row, once they are counted.
    case last
    /// A briefing.
    case article(BriefingID)
    /// The next one that was never opened; from the beginning again once the end was reached.
    case unread(isFromBeginning: Bool)
  }

  /// Rows asked for at a time.
  static let pageSize = 200

  /// Creates an empty list.
  public init(filter: BriefingFilter = BriefingFilter(), order: ListOrder = .newest) {
    self.filter = filter
    self.order = order
  }

  /// The rows that are there, in order.
  ///
  /// - Complexity: O(*n*) in them.
  public var rows: [BriefingSummary] { window.rows }

  /// The number of rows, as far as it is known.
  public var count: Int { window.after == nil ? window.indices.upperBound : max(total ?? 0, window.indices.upperBound) }

  /// The chosen briefing.
  public var selectedRow: BriefingSummary? { window[selected] }

  /// Puts rows that have come where they belong.
  mutating func put(_ stretch: ListStretch, at place: ListPlace) {
    switch place {
    case .after where !isStale: window.append(stretch)
    case .before where !isStale:
      let shift = window.prepend(stretch)
      selected += shift
      top += shift
    default:
      window.replace(with: stretch, first: stretch.first ?? max(0, (total ?? 0) - stretch.rows.count))
    }
    isStale = false
    // Where the rows end is seen, however many were counted.
    if window.after == nil { total = window.indices.upperBound }
  }

  /// The list with fewer rows, to be kept while another one is shown.
  var keptAside: LibraryState {
    var list = self
    list.window = window.trimmed(around: selected)
    return list
  }
}
