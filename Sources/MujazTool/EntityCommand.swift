import ArabicText
import ArgumentParser
import Briefings
import Store

extension EntityType: ExpressibleByArgument {}
extension BriefingField: ExpressibleByArgument {}

/// `mujaz entity`
struct EntityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entity", abstract: "Put right who and what is named: merge, split, rename, retype, reject.",
    discussion: """
      An entity is named as 'mujaz entities' lists it, or by any of its forms. A decision changes all articles, those \
      imported later too; 'mujaz decisions undo' takes it back.
      """,
    subcommands: [
      Merge.self, Split.self, Rename.self, Retype.self, Reject.self, RejectMention.self, AddMention.self,
    ])

  /// `mujaz entity merge`
  struct Merge: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "merge", abstract: "Two names are one entity, called like the second.")

    @OptionGroup var deciding: DecidingOptions
    @Option(help: "The second one's type, where several have its name.") var intoType: EntityType?
    @Argument(help: "The entity that goes over.", completion: .custom(Completions.entities)) var name: String
    @Argument(help: "The entity that it becomes part of.", completion: .custom(Completions.entities)) var into: String

    func run() throws {
      try deciding.decide { store in
        let entity = try foundEntity(name, deciding.type, in: store)
        let other = EntityName(try foundEntity(into, intoType, in: store, like: entity.type))
        guard EntityName(entity) != other else {
          throw Failure("'\(name)' and '\(into)' are one entity already: \(other.name)", status: .usage)
        }
        return .merge(EntityName(entity), into: other)
      }
    }
  }

  /// `mujaz entity split`
  struct Split: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "split", abstract: "A form of an entity becomes an entity of its own.")

    @OptionGroup var deciding: DecidingOptions
    @Argument(help: "The entity.", completion: .custom(Completions.entities)) var name: String
    @Argument(help: "The form, as 'mujaz entities' lists it.") var form: String

    func run() throws {
      try deciding.decide { store in
        let entity = try foundEntity(name, deciding.type, in: store)
        guard let form = entity.forms.first(where: { isSameName($0, form) }) else {
          throw Failure(
            "'\(entity.canonical)' has no form '\(form)'; it has \(entity.forms.joined(separator: " | "))",
            status: .usage)
        }
        guard !isSameName(form, entity.canonical) else {
          throw Failure(
            "'\(form)' is the entity's own name: rename it first, or split its other forms off", status: .usage)
        }
        return .split(form: form, from: EntityName(entity))
      }
    }
  }

  /// `mujaz entity rename`
  struct Rename: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "rename", abstract: "An entity gets another name.")

    @OptionGroup var deciding: DecidingOptions
    @Argument(help: "The entity.", completion: .custom(Completions.entities)) var name: String
    @Argument(help: "Its name from now on.") var newName: String

    func run() throws {
      try deciding.decide { store in
        let entity = EntityName(try foundEntity(name, deciding.type, in: store))
        let newName = try checkedName(newName)
        guard !newName.utf8.elementsEqual(entity.name.utf8) else {
          throw Failure("'\(newName)' is its name already", status: .usage)
        }
        return .rename(entity, to: newName)
      }
    }
  }

  /// `mujaz entity retype`
  struct Retype: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "retype", abstract: "An entity is a person, an organization or a place.")

    @OptionGroup var deciding: DecidingOptions
    @Argument(help: "The entity.", completion: .custom(Completions.entities)) var name: String
    @Argument(help: "person, organization or place.") var newType: EntityType

    func run() throws {
      try deciding.decide { store in
        let entity = EntityName(try foundEntity(name, deciding.type, in: store, unlike: newType))
        guard entity.type != newType else {
          throw Failure("'\(entity.name)' is a \(newType.rawValue) already", status: .usage)
        }
        return .retype(entity, as: newType)
      }
    }
  }

  /// `mujaz entity reject`
  struct Reject: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "reject", abstract: "This is no entity, in no article.")

    @OptionGroup var deciding: DecidingOptions
    @Argument(help: "The entity.", completion: .custom(Completions.entities)) var name: String

    func run() throws {
      try deciding.decide { store in .reject(EntityName(try foundEntity(name, deciding.type, in: store))) }
    }
  }

  /// `mujaz entity reject-mention`
  struct RejectMention: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "reject-mention", abstract: "At one place of one article nothing is named.")

    @OptionGroup var deciding: DecidingOptions
    @OptionGroup var place: PlaceArguments

    func run() throws {
      try deciding.decide { store in
        let marked = try place.marked(in: store)
        let findings = try attempt { () throws(StoreError) in try store.findings(of: marked.briefing) }
        guard findings?.entities.contains(where: { $0.mentions.contains { $0.place == marked.place } }) == true else {
          throw Failure(
            "found no mention at \(marked.place.span.start)–\(marked.place.span.end) ('\(marked.form)'); "
              + "'mujaz entities \(marked.briefing) --format json' tells the places", status: .usage)
        }
        return .rejectMention(marked)
      }
    }
  }

  /// `mujaz entity add-mention`
  struct AddMention: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add-mention", abstract: "At one place of one article an entity is named, known or new.")

    @OptionGroup var deciding: DecidingOptions
    @OptionGroup var place: PlaceArguments
    @Argument(help: "The entity's name; for a new one --type is needed.") var name: String

    func run() throws {
      try deciding.decide { store in
        let marked = try place.marked(in: store)
        let known = try entities(named: name, deciding.type, in: store)
        if known.isEmpty, let type = deciding.type {
          return .addMention(marked, of: EntityName(type, try checkedName(name)))
        }
        return .addMention(marked, of: EntityName(try foundEntity(name, deciding.type, in: store)))
      }
    }
  }
}

/// What every command that decides something takes, and how it goes on.
struct DecidingOptions: ParsableArguments {
  @OptionGroup var common: CommonOptions
  @OptionGroup var output: FormatOptions
  @Option(help: "The entity's type, where several have its name: person, organization or place.") var type: EntityType?

  /// Keeps a decision, brings the archive in line with it, and says what was done.
  func decide(_ make: (any BriefingStore) throws -> Decision) throws {
    let store = try Surroundings().openStore(common)
    // What an earlier command left undone would hide names from this one.
    try applyDecisions(store)
    let decision = try make(store)
    let awaiting = try attempt { () throws(StoreError) in try store.add([decision]) }
    try applyDecisions(store, awaiting: awaiting)
    if let record = try attempt({ () throws(StoreError) in try store.decisions() }).last(where: { !$0.isUndone }) {
      writeOutcome("", record, output.format, hint: "; 'mujaz decisions undo' takes it back")
    }
  }
}

/// A place of an article.
struct PlaceArguments: ParsableArguments {
  @Option(help: "title or text.") var field: BriefingField = .text
  @Argument(help: "The article's id.") var article: String
  @Argument(help: "The first byte of the place in the field, from 0.") var start: Int
  @Argument(help: "One past its last byte.") var end: Int

  /// The place with the words that stand there.
  func marked(in store: any BriefingStore) throws -> MarkedPlace {
    let id = BriefingID(article)
    guard let briefing = try attempt({ () throws(StoreError) in try store.briefing(id) }) else {
      throw Failure.unknown(article: article)
    }
    do throws(TextSpanError) {
      let span = try TextSpan(from: start, to: end, in: briefing.text(of: field))
      let place = Place(field, span)
      guard span.count > 0, let form = briefing.text(at: place) else {
        throw TextSpanError.outOfBounds(start: start, end: end, count: briefing.text(of: field).utf8.count)
      }
      return MarkedPlace(briefing: id, place: place, form: form)
    } catch {
      throw Failure(error.description, status: .usage)
    }
  }
}

extension EntityName {
  /// The name of an entity of the archive.
  init(_ record: EntityRecord) { self.init(record.type, record.canonical) }
}

/// The entities of an archive that are called so; those whose own name it is, where there are any.
private func entities(named name: String, _ type: EntityType?, in store: any BriefingStore) throws -> [EntityRecord] {
  let found = try attempt { () throws(StoreError) in try store.entities(named: name) }
    .filter { type == nil || $0.type == type }
  let own = found.filter { isSameName($0.canonical, name) }
  return own.isEmpty ? found : own
}

/// The one entity of an archive that is called so.
///
/// - Parameters:
///   - like: The type to prefer where several have the name and none is asked for.
///   - unlike: The type to pass over then.
/// - Throws: `Failure` where there is none, or where there are several.
func foundEntity(
  _ name: String, _ type: EntityType?, in store: any BriefingStore, like: EntityType? = nil, unlike: EntityType? = nil
) throws -> EntityRecord {
  var found = try entities(named: name, type, in: store)
  if type == nil, found.count > 1 {
    let preferred = found.filter { like == nil ? $0.type != unlike : $0.type == like }
    if !preferred.isEmpty { found = preferred }
  }
  guard let first = found.first else {
    throw Failure("found no \(type?.rawValue ?? "entity") '\(name)' in the archive; 'mujaz entities' lists them")
  }
  guard found.count == 1 else {
    let names = found.prefix(8).map { "\($0.type.rawValue) '\($0.canonical)'" }.joined(separator: ", ")
    throw Failure("'\(name)' may be \(names); name one in full, or add --type", status: .usage)
  }
  return first
}

/// Whether two names are one, as an archive compares them.
private func isSameName(_ a: String, _ b: String) -> Bool {
  func words(_ name: String) -> [Substring] { folded(name).split(whereSeparator: \.isWhitespace) }
  return words(a) == words(b)
}

/// A name in one line.
private func checkedName(_ name: String) throws -> String {
  let words = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  guard !words.isEmpty else { throw Failure("found an empty name; expected a word", status: .usage) }
  return words
}
