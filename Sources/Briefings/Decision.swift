/// What tells one entity from all others in every archive: its type and its name.
///
/// - Shape: two names are one where they agree folded; how to fold is told to whoever compares (`DecisionBook`).
public struct EntityName: Hashable, Sendable {
  /// What it is.
  public var type: EntityType
  /// The name shown.
  public var name: String

  /// Creates a name.
  public init(_ type: EntityType, _ name: String) {
    self.type = type
    self.name = name
  }
}

/// A place of one briefing, with the words that stand there.
public struct MarkedPlace: Hashable, Sendable {
  /// The briefing.
  public var briefing: BriefingID
  /// Where in it.
  public var place: Place
  /// The words there; where other words stand there by now, a decision about the place is passed over.
  public var form: String

  /// Creates a place.
  public init(briefing: BriefingID, place: Place, form: String) {
    self.briefing = briefing
    self.place = place
    self.form = form
  }
}

/// Something the user knows better than Analysis: a change of findings that every later analysis gets too.
///
/// Decisions name entities and places as they stand in files and on the screen, never by an archive's numbers, so that
/// another archive can take them. Each builds on those before it: what it names is what these have made.
public enum Decision: Hashable, Sendable {
  /// The first entity is the second: its mentions and statements go over.
  case merge(EntityName, into: EntityName)
  /// A form of an entity names something else: an entity of its own, of the same type, called like the form.
  case split(form: String, from: EntityName)
  /// The entity has another name.
  case rename(EntityName, to: String)
  /// The entity is of another type.
  case retype(EntityName, as: EntityType)
  /// No entity: its mentions go, and nobody speaks in its name.
  case reject(EntityName)
  /// What stands at one place names nothing.
  case rejectMention(MarkedPlace)
  /// What stands at one place names the entity, whatever else was found there.
  case addMention(MarkedPlace, of: EntityName)

  /// The entity that the decision is about; `nil` where it is about a place.
  public var subject: EntityName? {
    switch self {
    case .merge(let entity, _), .split(_, let entity), .rename(let entity, _), .retype(let entity, _),
      .reject(let entity):
      entity
    case .rejectMention, .addMention: nil
    }
  }

  /// The briefing that the decision is about; `nil` where it is about all.
  public var briefing: BriefingID? {
    switch self {
    case .rejectMention(let place), .addMention(let place, _): place.briefing
    case .merge, .split, .rename, .retype, .reject: nil
    }
  }

  /// The entity that the mentions go to; `nil` where they only go.
  public var target: EntityName? {
    switch self {
    case .merge(_, let entity), .addMention(_, let entity): entity
    case .split(let form, let entity): EntityName(entity.type, form)
    case .rename(let entity, let name): EntityName(entity.type, name)
    case .retype(let entity, let type): EntityName(type, entity.name)
    case .reject, .rejectMention: nil
    }
  }
}

/// A decision as an archive keeps it.
public struct DecisionRecord: Hashable, Sendable {
  /// The archive's number for it, growing with time.
  public var number: Int64
  /// The decision.
  public var decision: Decision
  /// Whether it was taken back.
  public var isUndone: Bool
  /// How many briefings it changes.
  public var briefingCount: Int

  /// Creates a record.
  public init(number: Int64, decision: Decision, isUndone: Bool, briefingCount: Int) {
    self.number = number
    self.decision = decision
    self.isUndone = isUndone
    self.briefingCount = briefingCount
  }
}

extension Decision: CustomStringConvertible {
  /// What is shown to a person.
  ///
  /// Names stand in isolates, so that a name from right to left leaves the sentence in its order.
  public var description: String {
    func quoted(_ name: String) -> String { "“\u{2068}\(name)\u{2069}”" }
    func place(_ place: MarkedPlace) -> String {
      "\(quoted(place.form)) at \(place.briefing)#\(place.place.field.rawValue):\(place.place.span.start)"
    }
    return switch self {
    case .merge(let entity, let other):
      "merged \(quoted(entity.name)) into \(quoted(other.name))"
        + (entity.type == other.type ? "" : " (\(other.type.rawValue))")
    case .split(let form, let entity): "split \(quoted(form)) off \(quoted(entity.name))"
    case .rename(let entity, let name): "renamed \(quoted(entity.name)) to \(quoted(name))"
    case .retype(let entity, let type):
      "made \(quoted(entity.name)) \(type.withArticle), not \(entity.type.withArticle)"
    case .reject(let entity): "rejected \(quoted(entity.name)) (\(entity.type.rawValue))"
    case .rejectMention(let marked): "rejected \(place(marked))"
    case .addMention(let marked, let entity): "made \(place(marked)) a mention of \(quoted(entity.name))"
    }
  }
}

extension EntityType {
  /// The type's word in a sentence.
  fileprivate var withArticle: String { self == .organization ? "an organization" : "a \(rawValue)" }
}
