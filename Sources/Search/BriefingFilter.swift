import Briefings

/// Which briefings a list or a search may return; an empty filter lets all pass.
public struct BriefingFilter: Hashable, Sendable {
  /// The outlet, compared folded; part of the name suffices.
  public var source: String?
  /// The first day, inclusive.
  public var since: PublicationDate?
  /// The last day, inclusive: everything before the day after `until` when it names a day only.
  public var until: PublicationDate?
  /// The name, any form or part of a name, of an entity that is mentioned; compared folded.
  public var entity: String?
  /// The name, any form or part of a name, of somebody who speaks; compared folded.
  public var speaker: String?
  /// A tag, compared folded.
  public var tag: String?
  /// A BCP 47 language.
  public var language: String?
  /// Only briefings that were never opened.
  public var unreadOnly: Bool
  /// Only briefings that the user marked.
  public var flaggedOnly: Bool
  /// Only briefings that came or got another text after that moment of the archive.
  public var arrivedAfter: ChangeNumber?

  /// What else must hold of the briefing.
  public var query: Query?
  /// The parts of the archive in all of which it stands.
  public var parts: [ListPart] = []

  /// Creates a filter.
  public init(
    source: String? = nil, since: PublicationDate? = nil, until: PublicationDate? = nil, entity: String? = nil,
    speaker: String? = nil, tag: String? = nil, language: String? = nil, unreadOnly: Bool = false,
    flaggedOnly: Bool = false, arrivedAfter: ChangeNumber? = nil, query: Query? = nil
  ) {
    self.source = source
    self.since = since
    self.until = until
    self.entity = entity
    self.speaker = speaker
    self.tag = tag
    self.language = language
    self.unreadOnly = unreadOnly
    self.flaggedOnly = flaggedOnly
    self.arrivedAfter = arrivedAfter
    self.query = query
  }

  /// Whether everything passes.
  public var isEmpty: Bool { self == BriefingFilter() }
}

/// In which order hits come.
public enum SearchOrder: String, Hashable, Sendable, CaseIterable {
  /// Best first.
  case relevance
  /// Newest first.
  case date
}
