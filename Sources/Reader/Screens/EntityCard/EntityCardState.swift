import Briefings

/// What an archive knows about one entity.
public struct LoadedEntity: Hashable, Sendable {
  /// The entity with its forms and counts.
  public var record: EntityRecord
  /// How many articles of each month name it.
  public var months: TimelineMonths
  /// Who is named together with it, most often first.
  public var neighbours: [EntityNeighbour]
  /// What it said last, the newest first.
  public var said: [StatementRecord]
  /// What was said about it last, the newest first.
  public var about: [StatementRecord]

  /// Creates what is known.
  public init(
    record: EntityRecord, months: TimelineMonths, neighbours: [EntityNeighbour], said: [StatementRecord],
    about: [StatementRecord]
  ) {
    self.record = record
    self.months = months
    self.neighbours = neighbours
    self.said = said
    self.about = about
  }
}

/// The page of one entity: its names and numbers, who stands beside it, what it said and what was said about it.
public struct EntityCardState: Hashable, Sendable {
  /// What it is called.
  public let called: String
  /// What it is, where that is known.
  public let type: EntityType?
  /// What is shown of what the archive knows, once that has come.
  public private(set) var loaded: LoadedEntity?
  /// All of it.
  private var all: LoadedEntity?
  /// What is chosen, and what is under way.
  public var progress = PageProgress()

  /// Neighbours asked for.
  public static let neighbourLimit = 12
  /// Statements asked for, by it and about it.
  public static let statementLimit = 20

  /// A card that is still to be fetched.
  init(_ called: String, _ type: EntityType?) {
    self.called = called
    self.type = type
  }

  /// Takes what has come.
  mutating func show(_ entity: LoadedEntity) {
    all = entity
    _ = hideDoubtful(progress.hidesDoubtful)
  }

  mutating func hideDoubtful(_ hides: Bool) -> Int {
    progress.hidesDoubtful = hides
    guard let all else { return 0 }
    var sure = all
    sure.said.removeAll { $0.statement.isDoubtful }
    sure.about.removeAll { $0.statement.isDoubtful }
    loaded = hides ? sure : all
    return all.said.count + all.about.count - sure.said.count - sure.about.count
  }

  /// A thing of the page.
  enum Entry {
    /// The articles that name it.
    case articles(LoadedEntity)
    /// All that it said.
    case timeline(LoadedEntity)
    /// Somebody named with it.
    case neighbour(EntityNeighbour)
    /// A statement by it.
    case said(StatementRecord)
    /// A statement about it.
    case about(StatementRecord)
  }

  /// One thing: what leads to all articles and statements, then neighbours, then statements by it and about it.
  func entry(_ index: Int) -> Entry? {
    guard let loaded, index >= 0 else { return nil }
    var rest = index
    if rest == 0 { return .articles(loaded) }
    rest -= 1
    if !loaded.said.isEmpty {
      if rest == 0 { return .timeline(loaded) }
      rest -= 1
    }
    if rest < loaded.neighbours.count { return .neighbour(loaded.neighbours[rest]) }
    rest -= loaded.neighbours.count
    if rest < loaded.said.count { return .said(loaded.said[rest]) }
    rest -= loaded.said.count
    return rest < loaded.about.count ? .about(loaded.about[rest]) : nil
  }
}
