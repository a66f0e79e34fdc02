import Briefings
import Cells

/// A screen of its own in place of the panes.
public enum Page: Hashable, Sendable {
  /// What one said, or what was said on a matter, by day.
  case timeline(TimelineState)
  /// A claim with its reports and all that bears on it.
  case thread(ThreadState)
  /// Two statements side by side.
  case comparison(ComparisonState)
  /// One entity with its numbers, its neighbours and its statements.
  case entity(EntityCardState)
  /// The searches that were given names.
  case saved(SavedState)
  /// What is new since last time.
  case changes(ChangesState)
  /// The versions and reprints of an article.
  case editions(EditionsState)
  /// What differs in two versions.
  case difference(DifferenceState)

  /// What it shows; another one of the same kind may take its place.
  var content: any PageContent {
    get {
      switch self {
      case .timeline(let state): state
      case .thread(let state): state
      case .comparison(let state): state
      case .entity(let state): state
      case .saved(let state): state
      case .changes(let state): state
      case .editions(let state): state
      case .difference(let state): state
      }
    }
    set {
      switch newValue {
      case let state as TimelineState: self = .timeline(state)
      case let state as ThreadState: self = .thread(state)
      case let state as ComparisonState: self = .comparison(state)
      case let state as EntityCardState: self = .entity(state)
      case let state as SavedState: self = .saved(state)
      case let state as ChangesState: self = .changes(state)
      case let state as EditionsState: self = .editions(state)
      case let state as DifferenceState: self = .difference(state)
      default: break
      }
    }
  }
}

/// Which thing of a page is chosen, and from which one on they are shown.
public struct PageChoice: Hashable, Sendable {
  /// The chosen thing.
  public var selected = 0
  /// The first one shown; of a page that is a text, the first line shown.
  var first = 0
}

/// What every page keeps while its content is on its way and afterwards.
public struct PageProgress: Hashable, Sendable {
  /// What is chosen.
  public var choice = PageChoice()
  /// The request under way.
  public var request: Int?
  /// Why the content could not be fetched.
  public var problem: String?
  /// Whether statements that the rules are unsure of are left out.
  public var hidesDoubtful = false
}

/// One thing of a page: the words above it where they differ from those above the one before, and its own.
struct PageItem {
  var heading: TextRow?
  var rows: [TextRow]
}

/// Where the chosen thing of a page leads to.
enum PageTarget {
  /// The article of a statement, where that stands.
  case statement(StatementRecord)
  /// Another page.
  case page(Page)
  /// The list of articles that name somebody.
  case articles(naming: String)
  /// An article.
  case article(BriefingID)
  /// A saved search.
  case search(LoadedSearch)
}

/// What a page shows: words that stay at the top, and things one of which is chosen.
///
/// A page is a state and these rules, and nothing else knows which pages there are but `Page`.
protocol PageContent {
  var progress: PageProgress { get set }
  /// What it has to ask for now: its content, or what comes behind that; `nil` where all is there.
  var wanted: PageRequest? { get }
  /// Takes what has come.
  ///
  /// - Returns: Whether it is for this page.
  mutating func take(_ answer: PageAnswer) -> Bool
  /// Whether so little is left behind what is chosen that more is to be asked for.
  var isNearEnd: Bool { get }
  /// Begins or ends the way to the last thing of all, which may still have to be fetched.
  mutating func setOutForEnd(_ isWanted: Bool)
  /// How many things there are to choose from.
  var count: Int { get }
  /// The words of its bar.
  func title(_ model: Model) -> String
  /// A remark at the other end of its bar.
  func remark(_ model: Model) -> String
  /// The lines that stay at the top.
  func lead(_ model: Model, width: Int) -> [TextLine]
  /// One thing.
  func item(_ index: Int, _ model: Model) -> PageItem
  /// All lines of a page that is a text to be scrolled; `nil` where it is a list.
  func text(_ model: Model, width: Int) -> [TextLine]?
  /// What is said where there is nothing to choose from.
  func advice(_ wording: Wording) -> String
  /// What of the page can be written into a file, besides the statement and the name that are chosen.
  func exports(_ wording: Wording) -> [ExportChoice]
  /// Leaves out the statements that the rules are unsure of, or no longer; how many of those there are.
  mutating func hideDoubtful(_ hides: Bool) -> Int
  /// The statement that is chosen.
  var record: StatementRecord? { get }
  /// The statement that the page as a whole is about.
  var origin: StatementRecord? { get }
  /// Who is chosen by name.
  var name: EntityName? { get }
  /// Where Enter leads to.
  var target: PageTarget? { get }
}

extension PageContent {
  var isNearEnd: Bool { false }
  mutating func hideDoubtful(_ hides: Bool) -> Int { 0 }
  mutating func setOutForEnd(_ isWanted: Bool) {}
  var origin: StatementRecord? { nil }
  var name: EntityName? { nil }
  var target: PageTarget? { record.map { .statement($0) } }
  func remark(_ model: Model) -> String { count == 0 ? "" : "\(progress.choice.selected + 1)/\(count)" }
  func text(_ model: Model, width: Int) -> [TextLine]? { nil }
  func lead(_ model: Model, width: Int) -> [TextLine] { [] }
}

/// What a page wants to know.
public enum PageRequest: Hashable, Sendable {
  /// The statements of one speaker, the newest first; the months too where none come before.
  case timeline(speaker: String, after: String?, limit: Int)
  /// All that bears on a statement's matter, by day.
  case topic(StatementID)
  /// A claim with its reports and all that bears on it.
  case thread(StatementID)
  /// What differs in two contents.
  case comparison(String, String)
  /// An entity by its name, and its type where that is known.
  case entity(String, EntityType?)
  /// The saved searches.
  case saved
  /// What has come since last time.
  case changes
  /// New statements that bear on older ones.
  case positions
  /// The versions and reprints of an article.
  case editions(BriefingID)
}

/// What a page is told.
public enum PageAnswer: Hashable, Sendable {
  /// Statements by day.
  case timeline(LoadedTimeline)
  /// A claim with its reports.
  case thread(StatementThread)
  /// What differs.
  case comparison(ThreadComparison)
  /// An entity.
  case entity(LoadedEntity)
  /// The saved searches.
  case saved([LoadedSearch])
  /// What has come since last time.
  case changes(LoadedChanges)
  /// New statements that bear on older ones.
  case positions([NewPosition])
  /// The versions and reprints of an article.
  case editions(LoadedEditions)
  /// What was asked about is not in the archive, or no longer.
  case gone
}
