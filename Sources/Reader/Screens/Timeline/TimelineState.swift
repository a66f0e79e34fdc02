import Briefings

/// Part of a timeline.
public struct LoadedTimeline: Hashable, Sendable {
  /// The days, the newest first for a speaker, the earliest first for a matter.
  public var days: [Timeline.Day]
  /// What to ask for more with, or `nil` at the end. Opaque here.
  public var next: String?
  /// How many statements each month has, with the first part.
  public var months: TimelineMonths?

  /// Creates a part.
  public init(days: [Timeline.Day], next: String? = nil, months: TimelineMonths? = nil) {
    self.days = days
    self.next = next
    self.months = months
  }
}

/// The page of what one said, or of what was said on a matter, by day.
public struct TimelineState: Hashable, Sendable {
  /// Whose or what it is.
  public enum Subject: Hashable, Sendable {
    case speaker(String)
    case topic(StatementRecord)
  }

  /// Whose or what it is.
  public let subject: Subject
  /// The claims that are there so far, in order.
  private var all: [Timeline.Entry] = []
  /// Those of them that are shown.
  public private(set) var entries: [Timeline.Entry] = []
  /// How many statements each month has.
  public var months: TimelineMonths?
  /// How to get more, or `nil` at the end.
  public var next: String?
  /// What is chosen, and what is under way.
  public var progress = PageProgress()

  /// How many there are to be before the way to the end stops; `nil` where nobody is on it.
  var goal: Int?

  /// Statements asked for at a time.
  static let pageSize = 200
  /// Statements asked for at a time on the way to the end.
  static let endPageSize = 1_000
  /// The most fetched on the way to the end; pressing again goes on from there.
  static let endLimit = 20_000

  /// An empty timeline.
  init(_ subject: Subject) { self.subject = subject }

  /// Adds claims that have come.
  mutating func append(_ new: [Timeline.Entry]) {
    all += new
    entries += progress.hidesDoubtful ? new.filter { !$0.record.statement.isDoubtful } : new
  }

  mutating func hideDoubtful(_ hides: Bool) -> Int {
    progress.hidesDoubtful = hides
    let sure = all.filter { !$0.record.statement.isDoubtful }
    entries = hides ? sure : all
    return all.count - sure.count
  }

  /// Whether none has come yet.
  var isEmpty: Bool { all.isEmpty }
}
