import Briefings

/// What the articles of a list are grouped by.
public enum ListGrouping: String, Hashable, Sendable, CaseIterable {
  /// Nothing: the list is one piece.
  case none
  /// The news they tell: articles with much the same text, as reprints have, stand together below the newest of them.
  case story
  /// Their outlets.
  case source
  /// The persons, organizations and places that they name; an article stands in the group of each.
  case entity
  /// Their years, months and days.
  case date
  /// Their tags; an article stands in the group of each.
  case tag
}

/// Articles that have something in common, told by what it is.
public enum ListPart: Hashable, Sendable {
  /// Those of an outlet of exactly that name; of none where it is empty.
  case source(String)
  /// Those of a year, a month or a day of UTC: `2024`, `2024-03`, `2024-03-05`; those without a date where it is empty.
  case date(String)
  /// Those with a tag that folds alike.
  case tag(String)
  /// Those that name an entity.
  case entity(EntityName)
  /// One and its reprints.
  case story(of: BriefingID)
  /// The newest of each story that passes the rest of the filter; those that are no story are one each.
  case leads
}

/// One group of a list.
public struct ListGroup: Hashable, Sendable {
  /// What its articles have in common.
  public var part: ListPart
  /// How many there are.
  public var count: Int
  /// How many of them were never opened.
  public var unreadCount: Int

  /// Creates a group.
  public init(part: ListPart, count: Int, unreadCount: Int) {
    self.part = part
    self.count = count
    self.unreadCount = unreadCount
  }
}
