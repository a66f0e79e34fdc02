/// One row of a list of briefings.
public struct BriefingSummary: Hashable, Sendable {
  /// The briefing.
  public var id: BriefingID
  /// Its headline.
  public var title: String
  /// When it was published.
  public var date: PublicationDate?
  /// Its outlet; empty when unknown.
  public var source: String
  /// Its language.
  public var language: String?
  /// What it is filed under.
  public var tags: [String]
  /// Whether it has been opened.
  public var isRead: Bool
  /// Whether the user marked it.
  public var isFlagged: Bool
  /// Whether the user wrote a note on it or on a statement of it.
  public var hasNote: Bool
  /// Which text it is: more than 1 where older ones are kept.
  public var version: Int
  /// How many other briefings have much the same text.
  public var reprintCount: Int

  /// Creates a row.
  public init(
    id: BriefingID, title: String, date: PublicationDate?, source: String, language: String?, tags: [String] = [],
    isRead: Bool = false, isFlagged: Bool = false, hasNote: Bool = false, version: Int = 1, reprintCount: Int = 0
  ) {
    self.id = id
    self.title = title
    self.date = date
    self.source = source
    self.language = language
    self.tags = tags
    self.isRead = isRead
    self.isFlagged = isFlagged
    self.hasNote = hasNote
    self.version = version
    self.reprintCount = reprintCount
  }
}

/// One entity of an archive, with all its names in all briefings.
public struct EntityRecord: Hashable, Sendable {
  /// The archive's number for it.
  public var id: EntityID
  /// The name shown.
  public var canonical: String
  /// What it is.
  public var type: EntityType
  /// Its English name, where known.
  public var english: String?
  /// Every form that occurs, most frequent first.
  public var forms: [String]
  /// In how many briefings it is named.
  public var briefingCount: Int
  /// How often it is named.
  public var mentionCount: Int

  /// Creates a row.
  public init(
    id: EntityID, canonical: String, type: EntityType, english: String?, forms: [String], briefingCount: Int,
    mentionCount: Int
  ) {
    self.id = id
    self.canonical = canonical
    self.type = type
    self.english = english
    self.forms = forms
    self.briefingCount = briefingCount
    self.mentionCount = mentionCount
  }
}

/// One statement of an archive, with where it comes from.
public struct StatementRecord: Hashable, Sendable {
  /// The statement's name.
  public var id: StatementID
  /// The briefing that reports it.
  public var briefing: BriefingSummary
  /// The statement.
  public var statement: Statement
  /// What it is compared by.
  public var signature: StatementSignature

  /// Creates a row.
  public init(id: StatementID, briefing: BriefingSummary, statement: Statement, signature: StatementSignature) {
    self.id = id
    self.briefing = briefing
    self.statement = statement
    self.signature = signature
  }
}

/// How one statement stands to another.
public enum Relation: String, Hashable, Sendable, CaseIterable, Comparable {
  /// The same again, perhaps reworded.
  case repeats
  /// The same speaker on the same topic, with other numbers or the opposite.
  case changes
  /// One denies what the other says.
  case denies
  /// One speaks to the other, on the same topic, soon after.
  case answers
  /// About the same thing.
  case sameTopic = "same-topic"
  /// By the same speaker.
  case sameSpeaker = "same-speaker"

  /// The order in lists.
  public static func < (a: Self, b: Self) -> Bool { a.order < b.order }

  private var order: Int { Relation.allCases.firstIndex(of: self) ?? 0 }
}

/// A statement of the archive that bears on another, and why.
public struct RelatedStatement: Hashable, Sendable {
  /// The other statement.
  public var record: StatementRecord
  /// How it stands to the one asked about.
  public var relation: Relation
  /// How strongly, 0 to 1; comparable within one relation.
  public var score: Double
  /// The evidence, what says most first; never empty.
  public var reasons: [RelationReason]

  /// Creates a link.
  public init(record: StatementRecord, relation: Relation, score: Double, reasons: [RelationReason]) {
    self.record = record
    self.relation = relation
    self.score = score
    self.reasons = reasons
  }
}
