import Briefings
import Foundation

// Decisions as JSON Lines: what `mujaz decisions export` writes and `mujaz decisions import` takes.

func json(_ decision: Decision) -> [(String, JSONValue)] {
  switch decision {
  case .merge(let entity, let into): [kind("merge"), ("entity", json(entity)), ("into", json(into))]
  case .split(let form, let entity): [kind("split"), ("entity", json(entity)), ("form", .string(form))]
  case .rename(let entity, let name): [kind("rename"), ("entity", json(entity)), ("name", .string(name))]
  case .retype(let entity, let type): [kind("retype"), ("entity", json(entity)), ("type", .string(type.rawValue))]
  case .reject(let entity): [kind("reject"), ("entity", json(entity))]
  case .rejectMention(let marked): [kind("reject-mention")] + json(marked)
  case .addMention(let marked, let entity): [kind("add-mention")] + json(marked) + [("entity", json(entity))]
  }
}

private func kind(_ name: String) -> (String, JSONValue) { ("decision", .string(name)) }

private func json(_ name: EntityName) -> JSONValue {
  .object([("type", .string(name.type.rawValue)), ("name", .string(name.name))])
}

private func json(_ marked: MarkedPlace) -> [(String, JSONValue)] {
  [("article", .string(marked.briefing.text))] + json(marked.place) + [("form", .string(marked.form))]
}

func json(_ record: DecisionRecord) -> JSONValue {
  .object(
    [("number", .integer(Int(record.number)))] + json(record.decision) + [
      ("articles", .integer(record.briefingCount)), ("undone", .bool(record.isUndone)),
    ])
}

/// Why a line is no decision, in words for the user.
struct DecisionProblem: Error {
  let message: String
}

/// The decision on a line.
func decision(fromJSON line: String) throws(DecisionProblem) -> Decision {
  let row: DecisionRow
  do {
    row = try JSONDecoder().decode(DecisionRow.self, from: Data(line.utf8))
  } catch {
    throw DecisionProblem(
      message: "found a line that is no decision; expected one such as "
        + #"{"decision":"reject","entity":{"type":"place","name":"X"}}"#)
  }
  return try row.value()
}

private struct DecisionRow: Decodable {
  struct Name: Decodable {
    let type: String
    let name: String
  }

  let decision: String
  let entity: Name?
  let into: Name?
  let name: String?
  let type: String?
  let form: String?
  let article: String?
  let field: String?
  let start: Int?
  let end: Int?

  func value() throws(DecisionProblem) -> Decision {
    switch decision {
    case "merge": .merge(try named("entity", entity), into: try named("into", into))
    case "split": .split(form: try text("form", form), from: try named("entity", entity))
    case "rename": .rename(try named("entity", entity), to: try text("name", name))
    case "retype": .retype(try named("entity", entity), as: try known(type))
    case "reject": .reject(try named("entity", entity))
    case "reject-mention": .rejectMention(try place())
    case "add-mention": .addMention(try place(), of: try named("entity", entity))
    default:
      throw DecisionProblem(
        message: "found the decision '\(decision)'; expected merge, split, rename, retype, reject, reject-mention or "
          + "add-mention")
    }
  }

  private func text(_ key: String, _ value: String?) throws(DecisionProblem) -> String {
    guard let value, !value.isEmpty else { throw DecisionProblem(message: "\(decision): found no '\(key)'") }
    return value
  }

  private func known(_ type: String?) throws(DecisionProblem) -> EntityType {
    guard let found = type.flatMap(EntityType.init) else {
      throw DecisionProblem(
        message: "\(decision): found the type '\(type ?? "")'; expected person, organization or place")
    }
    return found
  }

  private func named(_ key: String, _ name: Name?) throws(DecisionProblem) -> EntityName {
    guard let name else {
      throw DecisionProblem(message: "\(decision): found no '\(key)'; expected {\"type\":…,\"name\":…}")
    }
    return EntityName(try known(name.type), try text("name", name.name))
  }

  private func place() throws(DecisionProblem) -> MarkedPlace {
    guard let field = field.flatMap(BriefingField.init), let start, let end, 0 <= start, start < end else {
      throw DecisionProblem(
        message: "\(decision): found no place; expected \"field\" (title or text), \"start\" and \"end\" in bytes")
    }
    return MarkedPlace(
      briefing: BriefingID(try text("article", article)), place: Place(field, TextSpan(start..<end)),
      form: try text("form", form))
  }
}
