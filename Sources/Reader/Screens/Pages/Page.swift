import Briefings
import Cells

/// A screen of its own in place of the panes.
public enum Page: Hashable, Sendable {
  /// What one said, or what was said on a matter, by day.
  case timeline(TimelineState)

  /// What it shows.
  var content: any PageContent {
    switch self {
    case .timeline(let state): state
    }
  }

  /// What is chosen in it.
  var choice: PageChoice {
    get { content.choice }
    set {
      switch self {
      case .timeline(var state):
        state.choice = newValue
        self = .timeline(state)
      }
    }
  }

  /// The request that is under way for it.
  var request: Int? { content.request }
}

/// Which thing of a page is chosen, and from which one on they are shown.
public struct PageChoice: Hashable, Sendable {
  /// The chosen thing.
  public var selected = 0
  /// The first one shown.
  var first = 0
}

/// One thing of a page: the words above it where they differ from those above the one before, and its own.
struct PageItem {
  var heading: TextRow?
  var rows: [TextRow]
}

/// What a page shows: words that stay at the top, and things one of which is chosen.
protocol PageContent {
  var choice: PageChoice { get }
  /// The request that is under way.
  var request: Int? { get }
  /// Why its content could not be fetched.
  var problem: String? { get }
  /// How many things there are to choose from.
  var count: Int { get }
  /// The words of its bar.
  func title(_ model: Model) -> String
  /// A remark at the other end of its bar.
  func remark(_ model: Model) -> String
  /// The lines that stay at the top, in a page of some rows.
  func lead(_ model: Model, width: Int, rows: Int) -> [TextLine]
  /// One thing.
  func item(_ index: Int, _ model: Model) -> PageItem
  /// What is said where there is nothing to choose from.
  func advice(_ wording: Wording) -> String
  /// The statement that is chosen.
  var record: StatementRecord? { get }
}

extension PageContent {
  func remark(_ model: Model) -> String { count == 0 ? "" : "\(choice.selected + 1)/\(count)" }
}

/// What a page wants to know.
public enum PageRequest: Hashable, Sendable {
  /// The statements of one speaker, the newest first; the months too where none come before.
  case timeline(speaker: String, after: String?, limit: Int)
  /// All that bears on a statement's matter, by day.
  case topic(StatementID)
}

/// What a page is told.
public enum PageAnswer: Hashable, Sendable {
  /// Statements by day.
  case timeline(LoadedTimeline)
  /// What was asked about is no longer in the archive.
  case gone
}
