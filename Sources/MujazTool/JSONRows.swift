import Briefings
import Reader
import Search

// The JSON of the contract, one function a noun.

func json(_ briefing: Briefing) -> [(String, JSONValue)] {
  [
    ("id", .string(briefing.id.text)), ("title", .string(briefing.title)), ("date", JSONValue(briefing.date?.text)),
    ("source", .string(briefing.source)), ("url", .string(briefing.url)), ("author", .string(briefing.author)),
    ("language", JSONValue(briefing.language)), ("tags", .array(briefing.tags.map { .string($0) })),
    ("text", .string(briefing.text)),
  ]
}

func json(_ row: BriefingSummary) -> JSONValue {
  .object([
    ("id", .string(row.id.text)), ("title", .string(row.title)), ("date", JSONValue(row.date?.text)),
    ("source", .string(row.source)), ("language", JSONValue(row.language)),
    ("tags", .array(row.tags.map { .string($0) })), ("read", .bool(row.isRead)), ("flagged", .bool(row.isFlagged)),
    ("note", .bool(row.hasNote)), ("version", .integer(row.version)), ("reprints", .integer(row.reprintCount)),
  ])
}

func json(_ place: Place) -> [(String, JSONValue)] {
  [
    ("field", .string(place.field.rawValue)), ("start", .integer(place.span.start)), ("end", .integer(place.span.end)),
  ]
}

func json(_ entity: Entity) -> JSONValue {
  .object([
    ("canonical", .string(entity.canonical)), ("type", .string(entity.type.rawValue)),
    ("english", JSONValue(entity.english)), ("forms", .array(entity.forms.map { .string($0) })),
    ("mentions", .array(entity.mentions.map { .object(json($0.place)) })), ("origin", .string(entity.origin.rawValue)),
  ])
}

func json(_ statement: Statement, id: StatementID) -> [(String, JSONValue)] {
  [
    ("id", .string(id.text)), ("speaker", JSONValue(statement.speaker)),
    ("speaker_entity", JSONValue(statement.speakerEntity)), ("cue", .string(statement.cue)),
    ("cue_class", .string(statement.cueClass.rawValue)), ("target", JSONValue(statement.target)),
    ("target_entity", JSONValue(statement.targetEntity)), ("content", .string(statement.content)),
    ("kind", .string(statement.kind.rawValue)), ("polarity", .string(statement.polarity.rawValue)),
  ] + json(statement.place) + [
    ("confidence", .number(statement.confidence)), ("origin", .string(statement.origin.rawValue)),
  ]
}

func findingsJSON(_ findings: Findings, of briefing: Briefing) -> JSONValue {
  .object([
    ("id", .string(briefing.id.text)), ("title", .string(briefing.title)), ("language", .string(findings.language)),
    ("entities", .array(findings.entities.map { json($0) })),
    (
      "statements",
      .array(
        findings.statements.map { .object(json($0, id: StatementID(briefing: briefing.id, place: $0.place))) })
    ),
  ])
}

func json(_ record: StatementRecord) -> JSONValue {
  .object(
    json(record.statement, id: record.id) + [
      ("article", .string(record.briefing.id.text)), ("title", .string(record.briefing.title)),
      ("date", JSONValue(record.briefing.date?.text)), ("source", .string(record.briefing.source)),
    ])
}

func json(_ record: EntityRecord) -> JSONValue {
  .object([
    ("canonical", .string(record.canonical)), ("type", .string(record.type.rawValue)),
    ("english", JSONValue(record.english)), ("forms", .array(record.forms.map { .string($0) })),
    ("articles", .integer(record.briefingCount)), ("mentions", .integer(record.mentionCount)),
  ])
}

func json(_ hit: SearchHit) -> JSONValue {
  .object([
    ("id", .string(hit.briefing.id.text)), ("title", .string(hit.briefing.title)),
    ("date", JSONValue(hit.briefing.date?.text)), ("source", .string(hit.briefing.source)),
    ("score", .number(hit.score)), ("reprints", .integer(hit.briefing.reprintCount)),
    (
      "snippets",
      .array(
        hit.snippets.map { snippet in
          .object([
            ("text", .string(snippet.text)),
            ("marks", .array(snippet.marks.map { .array([.integer($0.lowerBound), .integer($0.upperBound)]) })),
          ])
        })
    ),
  ])
}

/// What programs read is English, whatever the reader speaks.
let english = RelationWording(.english, isolates: false)

func json(_ link: RelatedStatement) -> JSONValue {
  .object([
    ("id", .string(link.record.id.text)), ("article", .string(link.record.briefing.id.text)),
    ("relation", .string(link.relation.rawValue)), ("score", .number(link.score)),
    ("why", .array(link.reasons.map { .string(english.words($0)) })),
    ("date", JSONValue(link.record.briefing.date?.text)),
    ("source", .string(link.record.briefing.source)), ("speaker", JSONValue(link.record.statement.speaker)),
    ("speaker_entity", JSONValue(link.record.statement.speakerEntity)),
    ("content", .string(link.record.statement.content)),
  ])
}
