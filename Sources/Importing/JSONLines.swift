import Briefings
import Foundation

/// One article from one line of JSON Lines (the keys of the command line's contract).
///
/// `title` and `text` (or `html`, of which the text is taken) are required, everything else is optional. Findings whose `origin` is `analyzed` are ours and made
/// anew; the others are kept as imported, those with spans that do not fit the text are left out and named.
/// - Complexity: O(*n*) in the bytes of the line.
func briefing(fromJSON line: some DataProtocol, place: String, defaultSource: String) -> Result<
  ImportedBriefing, ImportProblem
> {
  let row: ArticleRow
  var note: String?
  do {
    row = try JSONDecoder().decode(ArticleRow.self, from: Data(line))
  } catch {
    // JSON is UTF-8; what was written by older programs is read anyway, where the letters are the only fault.
    let decoded = decodedText(Array(line), declared: nil)
    note = decoded.note
    guard note != nil, let again = try? JSONDecoder().decode(ArticleRow.self, from: Data(decoded.text.utf8)) else {
      return .failure(ImportProblem(place: place, message: explanation(of: error)))
    }
    row = again
  }
  let given = row.text ?? row.html.map { textOfFragment($0) }
  guard let given else {
    return .failure(
      ImportProblem(place: place, message: "found no 'text'; expected an object with at least \"title\" and \"text\""))
  }
  let title = row.title.split(separator: "\n").map { trimmed($0) }.joined(separator: " ")
  let text = bodyText(given.split(omittingEmptySubsequences: false) { $0.isNewline })
  guard !title.isEmpty || !text.isEmpty else {
    return .failure(ImportProblem(place: place, message: "found an empty 'title' and 'text'; expected an article"))
  }
  var problems = note.map { [ImportProblem(place: place, message: $0, consequence: .imported)] } ?? []
  let date = row.date.flatMap { $0.isEmpty ? nil : $0 }
  let parsed = date.flatMap(looseDate)
  if let date, parsed == nil {
    problems.append(
      ImportProblem(
        place: place, message: "found date '\(date)'; expected ISO 8601 such as 2023-11-13T08:00:00Z",
        consequence: .imported))
  }
  let id = row.id.map(\.text).flatMap { $0.isEmpty ? nil : BriefingID($0) }
  let source = row.source ?? ""
  let briefing = Briefing(
    id: id ?? contentID(title: title, text: text), title: title, text: text, date: parsed,
    source: source.isEmpty ? defaultSource : source, url: row.url ?? "", author: row.author ?? "",
    language: row.language, tags: row.tags ?? [])
  // Offsets count in the fields as they came: they stay right only where cleaning changed nothing.
  let isUnchanged = title == row.title && text == row.text
  var entities: [Entity] = []
  var statements: [Statement] = []
  var misplaced = 0
  for entity in row.entities ?? [] where entity.origin != Origin.analyzed.rawValue {
    guard isUnchanged, let entity = entity.entity(in: briefing) else {
      misplaced += 1
      continue
    }
    entities.append(entity)
  }
  for statement in row.statements ?? [] where statement.origin != Origin.analyzed.rawValue {
    guard isUnchanged, let statement = statement.statement(in: briefing) else {
      misplaced += 1
      continue
    }
    statements.append(statement)
  }
  if misplaced > 0 {
    problems.append(
      ImportProblem(
        place: place,
        message: "left out \(misplaced) ready-made findings: their type or offsets do not fit the article; "
          + "expected UTF-8 byte offsets of 'title' or 'text', half-open, between letters",
        consequence: .imported))
  }
  var imported = ImportedBriefing(
    briefing, place: place, entities: entities, statements: statements, problems: problems)
  imported.notes = (row.notes ?? []).compactMap { $0.note(on: briefing.id) }
  return .success(imported)
}

/// An id may come as text or as a number.
private struct FlexibleID: Decodable {
  let text: String

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {  // not text: then it must be a number
      self.text = text
    } else {
      text = String(try container.decode(Int64.self))
    }
  }
}

private struct ArticleRow: Decodable {
  let id: FlexibleID?
  let title: String
  let date: String?
  let source: String?
  let url: String?
  let author: String?
  let language: String?
  let tags: [String]?
  let text: String?
  /// The text as HTML, where there is none as text.
  let html: String?
  let entities: [EntityRow]?
  let statements: [StatementRow]?
  let notes: [NoteRow]?
}

/// A note of an export: on the article, or on a statement of it.
private struct NoteRow: Decodable {
  let id: String
  let note: String

  func note(on briefing: BriefingID) -> Note? {
    if id == briefing.text { return Note(on: .briefing(briefing), text: note) }
    let statement = StatementID(id)
    return statement.briefing == briefing ? Note(on: .statement(statement), text: note) : nil
  }
}

private struct MentionRow: Decodable {
  let field: String
  let start: Int
  let end: Int

  func place(in briefing: Briefing) -> Place? {
    guard let field = BriefingField(rawValue: field),
      let span = try? TextSpan(from: start, to: end, in: briefing.text(of: field)),  // the caller reports it
      span.count > 0
    else { return nil }
    return Place(field, span)
  }
}

private struct EntityRow: Decodable {
  let canonical: String
  let type: String
  let english: String?
  let mentions: [MentionRow]?
  let origin: String?

  func entity(in briefing: Briefing) -> Entity? {
    guard let type = EntityType(rawValue: type), !canonical.isEmpty else { return nil }
    let places = (mentions ?? []).map { $0.place(in: briefing) }
    guard !places.contains(nil) else { return nil }
    return Entity(
      canonical: canonical, type: type, english: english,
      mentions: places.compactMap(\.self).sorted().map { Mention(form: briefing.text(at: $0) ?? "", place: $0) },
      origin: .imported)
  }
}

private struct StatementRow: Decodable {
  let speaker: String?
  let speaker_entity: String?  // swift-format-ignore: AlwaysUseLowerCamelCase
  let cue: String?
  let cue_class: String?  // swift-format-ignore: AlwaysUseLowerCamelCase
  let target: String?
  let target_entity: String?  // swift-format-ignore: AlwaysUseLowerCamelCase
  let kind: String?
  let polarity: String?
  let field: String
  let start: Int
  let end: Int
  let confidence: Double?
  let origin: String?

  func statement(in briefing: Briefing) -> Statement? {
    guard let place = MentionRow(field: field, start: start, end: end).place(in: briefing),
      let content = briefing.text(at: place)
    else { return nil }
    return Statement(
      speaker: speaker, speakerEntity: speaker_entity, cue: cue ?? "",
      cueClass: cue_class.flatMap(CueClass.init) ?? .say, target: target, targetEntity: target_entity,
      content: content, place: place,
      kind: kind.flatMap(Statement.Kind.init) ?? .indirect,
      polarity: polarity.flatMap(Statement.Polarity.init) ?? .affirm, confidence: confidence ?? 1, origin: .imported)
  }
}

/// What a decoding error means for somebody who looks at the line.
private func explanation(of error: any Error) -> String {
  switch error {
  case DecodingError.keyNotFound(let key, _):
    "found no '\(key.stringValue)'; expected an object with at least \"title\" and \"text\""
  case DecodingError.typeMismatch(let type, let context), DecodingError.valueNotFound(let type, let context):
    "found another kind of value at '\(context.codingPath.map(\.stringValue).joined(separator: "."))'; expected \(type)"
  default:
    "found text that is not JSON; expected one JSON object on one line"
  }
}
