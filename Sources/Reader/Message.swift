import Briefings
import Cells
import Search

/// A briefing with everything the reader shows of it.
public struct LoadedBriefing: Hashable, Sendable {
  /// The article.
  public var briefing: Briefing
  /// Its entities, most mentioned first.
  public var entities: [Entity]
  /// Its statements, in text order, with their ids.
  public var statements: [StatementRecord]
  /// Where it was left, if it was read before.
  public var position: Place?
  /// The notes on it and on its statements.
  public var notes: [Note]
  /// Which of its texts this is, counted from 1.
  public var version: Int
  /// How many other articles have much the same text.
  public var reprintCount: Int

  /// Creates a loaded briefing.
  public init(
    briefing: Briefing, entities: [Entity], statements: [StatementRecord], position: Place? = nil, notes: [Note] = [],
    version: Int = 1, reprintCount: Int = 0
  ) {
    self.briefing = briefing
    self.entities = entities
    self.statements = statements
    self.position = position
    self.notes = notes
    self.version = version
    self.reprintCount = reprintCount
  }
}

/// What can happen to the reader. Answers carry the number of their request, so that a late one can be dropped.
public enum Message: Hashable, Sendable {
  /// The user or the terminal did something.
  case input(InputEvent)
  /// Rows of the list have come.
  case list(request: Int, ListStretch)
  /// The groups of the list have come.
  case groups(request: Int, [ListGroup])
  /// The tags of the archive have come, most used first.
  case tags(request: Int, [TagCount])
  /// The articles of a story have come.
  case story(request: Int, [BriefingSummary])
  /// The rows of the list are counted.
  case counted(request: Int, Int)
  /// An article has come, or there is none of that id any more.
  case article(request: Int, LoadedBriefing?)
  /// A long article was looked through.
  case foundInArticle(request: Int, [Place])
  /// The archive was searched.
  case found(request: Int, SearchResults)
  /// The archive was searched otherwise.
  case searched(request: Int, SearchAnswer)
  /// Related statements have come.
  case related(request: Int, [RelatedStatement])
  /// What a page shows has come.
  case page(request: Int, PageAnswer)
  /// A request takes so long that its user wants to know that it is under way.
  case slow(request: Int)
  /// Articles were changed in the archive.
  case changed(ArticleChange, [BriefingID], isUndo: Bool)
  /// Something is kept, and what takes it back; `nil` where nothing has changed.
  case kept(Keeping, inverse: Keeping?, isUndo: Bool)
  /// A file that was asked for is under way, is there, or could not be written.
  case exported(ExportOutcome)
  /// The user's editor has left a text.
  case edited(String)
  /// A decision holds or was taken back, and the article shown follows it; `nil` when there was none to take back.
  case decided(DecisionRecord?)
  /// Something asked for could not be done; the message says what and why.
  case failed(request: Int?, String)
  /// The archive has changed from outside: lists are asked for anew.
  case archiveChanged
}
