import Briefings

/// What an archive knows of one person, body or place, or of one topic: what a dossier page shows.
public struct Dossier: Hashable, Sendable {
  /// What it is about.
  public enum Subject: Hashable, Sendable {
    /// A person, body or place.
    case entity(EntityRecord)
    /// What a query asks for.
    case topic(String)
  }

  /// Statements in the order of their days, each claim once.
  public struct Chapter: Hashable, Sendable {
    /// The statements.
    public var timeline: Timeline
    /// How many there are in all; those that are not in the timeline are older.
    public var total: Int
    /// Whether `total` is exact, or there are more.
    public var isTotalExact: Bool

    /// Creates a chapter.
    public init(timeline: Timeline, total: Int, isTotalExact: Bool = true) {
      self.timeline = timeline
      self.total = total
      self.isTotalExact = isTotalExact
    }
  }

  /// What is told of a statement besides itself.
  public struct Detail: Hashable, Sendable {
    /// The words around it, with its own marked.
    public var quotation: Quotation?
    /// The address of its article.
    public var url: String
    /// Claims that deny, change or answer it, or that it does so to.
    public var links: [RelatedStatement]
    /// What the user wrote on it.
    public var note: String?

    /// Creates details.
    public init(quotation: Quotation? = nil, url: String = "", links: [RelatedStatement] = [], note: String? = nil) {
      self.quotation = quotation
      self.url = url
      self.links = links
      self.note = note
    }
  }

  /// What it is about.
  public var subject: Subject
  /// How many statements each month has.
  public var months: TimelineMonths
  /// What the entity said, or what was said on the topic.
  public var said: Chapter
  /// What others said of the entity; of a topic nothing.
  public var about: Chapter
  /// The articles that name it, newest first.
  public var articles: [BriefingSummary]
  /// How many articles there are in all.
  public var articleTotal: Int
  /// What is told of statements besides themselves.
  public var details: [StatementID: Detail]

  /// Creates a dossier.
  public init(
    subject: Subject, months: TimelineMonths, said: Chapter,
    about: Chapter = Chapter(timeline: Timeline(days: []), total: 0),
    articles: [BriefingSummary] = [], articleTotal: Int = 0, details: [StatementID: Detail] = [:]
  ) {
    self.subject = subject
    self.months = months
    self.said = said
    self.about = about
    self.articles = articles
    self.articleTotal = articleTotal
    self.details = details
  }

  /// The relations that a dossier tells: those of repetition are counted, and the topic is the dossier's own.
  public static let toldRelations: Set<Relation> = [.denies, .changes, .answers]
}
