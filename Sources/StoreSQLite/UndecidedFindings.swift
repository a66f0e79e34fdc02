import Briefings
import Foundation
import GRDB

/// What decisions change of an article's findings, as it was before: its entities, and for each statement the entities
/// that speak and are its target, and those that are named. All else is stored once, with the decided findings.
///
/// - Shape: JSON, `{"entities":[{"name","type","english","origin","mentions":[[field, first, last], …]}, …],
///   "statements":[{"speaker","target","entities":[…]}, …]}`.
struct UndecidedFindings: Codable {
  struct EntityPart: Codable {
    let name: String
    let type: String
    let english: String?
    let origin: String
    let mentions: [[Int]]
  }

  struct StatementPart: Codable {
    let speaker: String?
    let target: String?
    let entities: [String]
  }

  let entities: [EntityPart]
  let statements: [StatementPart]

  init(_ findings: Findings) {
    entities = findings.entities.map { entity in
      EntityPart(
        name: entity.canonical, type: entity.type.rawValue, english: entity.english, origin: entity.origin.rawValue,
        mentions: entity.mentions.map { [$0.place.field.number, $0.place.span.start, $0.place.span.end] })
    }
    statements = findings.statements.enumerated().map { index, statement in
      StatementPart(
        speaker: statement.speakerEntity, target: statement.targetEntity,
        entities: findings.signatures.indices.contains(index) ? findings.signatures[index].entities : [])
    }
  }

  /// Reads what `text` made; `nil` for anything else.
  init?(text: String) {
    // Whatever is wrong with it, it is not ours.
    guard let found = try? JSONDecoder().decode(Self.self, from: Data(text.utf8)) else { return nil }
    self = found
  }

  /// How it is stored.
  var text: String {
    get throws { String(decoding: try JSONEncoder().encode(self), as: UTF8.self) }
  }

  /// `decided` with everything here put back.
  func restored(in decided: Findings, of briefing: Briefing) -> Findings {
    var findings = decided
    findings.entities = entities.map { part in
      Entity(
        canonical: part.name, type: EntityType(rawValue: part.type) ?? .organization, english: part.english,
        mentions: part.mentions.compactMap { numbers in
          guard numbers.count == 3, 0 <= numbers[1], numbers[1] <= numbers[2] else { return nil }
          let place = Place(BriefingField(number: numbers[0]), TextSpan(numbers[1]..<numbers[2]))
          return briefing.text(at: place).map { Mention(form: $0, place: place) }
        }, origin: Origin(rawValue: part.origin) ?? .analyzed)
    }
    for (index, part) in statements.enumerated() where index < findings.statements.count {
      findings.statements[index].speakerEntity = part.speaker
      findings.statements[index].targetEntity = part.target
      if index < findings.signatures.count { findings.signatures[index].entities = part.entities }
    }
    return findings
  }
}
