/// What kind of thing a name names.
public enum EntityType: String, Hashable, Sendable, CaseIterable, Comparable {
  /// A person.
  case person
  /// A body: a government's, a party, a company, an armed group, a medium.
  case organization
  /// A country, city, region, sea or site.
  case place

  /// The order in lists.
  public static func < (a: Self, b: Self) -> Bool { a.order < b.order }

  private var order: Int {
    switch self {
    case .person: 0
    case .organization: 1
    case .place: 2
    }
  }
}

/// Where a finding comes from.
public enum Origin: String, Hashable, Sendable {
  /// Found by Analysis; made anew whenever the rules change.
  case analyzed
  /// Came ready-made with the article; stands beside our own.
  case imported
}

/// One occurrence of a name.
public struct Mention: Hashable, Sendable {
  /// The name as it stands there, without attached particles.
  public let form: String

  /// Exactly the bytes of `form`.
  public let place: Place

  /// Creates a mention.
  public init(form: String, place: Place) {
    self.form = form
    self.place = place
  }
}

/// One person, organization or place of a briefing, with all its names there.
public struct Entity: Hashable, Sendable {
  /// The fullest name: the one that the panel shows and that statements refer to.
  public var canonical: String

  /// What it is.
  public var type: EntityType

  /// Its name in English, where the lexicon knows it.
  public var english: String?

  /// Every occurrence, in the order of the text, title first.
  public var mentions: [Mention]

  /// Who found it.
  public var origin: Origin

  /// Creates an entity.
  public init(
    canonical: String, type: EntityType, english: String? = nil, mentions: [Mention], origin: Origin = .analyzed
  ) {
    self.canonical = canonical
    self.type = type
    self.english = english
    self.mentions = mentions
    self.origin = origin
  }

  /// The different names that occur, in the order of their first occurrence.
  public var forms: [String] {
    var seen: Set<String> = []
    return mentions.compactMap { seen.insert($0.form).inserted ? $0.form : nil }
  }
}
