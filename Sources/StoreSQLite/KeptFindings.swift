import Briefings
import Foundation

/// The findings of a deleted article, as one text.
struct KeptFindings: Codable {
  private struct EntityPart: Codable {
    let name: String
    let type: String
    let english: String?
    let origin: String
    let forms: [String]
    let places: [[Int]]
  }

  private struct StatementPart: Codable {
    let speaker: String?
    let speakerPlace: [Int]?
    let speakerEntity: String?
    let cue: String
    let cuePlace: [Int]?
    let cueClass: String
    let content: String
    let place: [Int]
    let kind: String
    let polarity: String
    let confidence: Double
    let origin: String
    let stems: [String]
    let numbers: [String]
    let isNegated: Bool
    let entities: [String]
  }

  private let version: Int
  private let language: String
  private let entities: [EntityPart]
  private let statements: [StatementPart]

  init(_ findings: Findings) {
    version = findings.version
    language = findings.language
    entities = findings.entities.map { entity in
      EntityPart(
        name: entity.canonical, type: entity.type.rawValue, english: entity.english, origin: entity.origin.rawValue,
        forms: entity.mentions.map(\.form), places: entity.mentions.map { Self.numbers($0.place) })
    }
    statements = findings.statements.enumerated().map { index, statement in
      let signature =
        findings.signatures.indices.contains(index) ? findings.signatures[index] : StatementSignature(stems: [])
      return StatementPart(
        speaker: statement.speaker, speakerPlace: statement.speakerPlace.map { Self.numbers($0) },
        speakerEntity: statement.speakerEntity, cue: statement.cue,
        cuePlace: statement.cuePlace.map { Self.numbers($0) }, cueClass: statement.cueClass.rawValue,
        content: statement.content, place: Self.numbers(statement.place), kind: statement.kind.rawValue,
        polarity: statement.polarity.rawValue, confidence: statement.confidence, origin: statement.origin.rawValue,
        stems: signature.stems, numbers: signature.numbers, isNegated: signature.isNegated,
        entities: signature.entities)
    }
  }

  /// Reads what `text` made; `nil` for anything else.
  init?(text: String) {
    // Whatever is wrong with it, it is not ours.
    guard let found = try? JSONDecoder().decode(Self.self, from: Data(text.utf8)) else { return nil }
    self = found
  }

  /// How they are stored.
  var text: String {
    get throws { String(decoding: try JSONEncoder().encode(self), as: UTF8.self) }
  }

  /// The findings of `briefing`, those left out that do not stand where they say.
  func findings(of briefing: Briefing) -> Findings {
    func holds(_ text: String, at place: Place) -> Bool {
      briefing.text(at: place).map { $0.utf8.elementsEqual(text.utf8) } ?? false
    }
    let entities = self.entities.map { part in
      Entity(
        canonical: part.name, type: EntityType(rawValue: part.type) ?? .organization, english: part.english,
        mentions: zip(part.forms, part.places).compactMap { form, numbers in
          Self.place(numbers).flatMap { holds(form, at: $0) ? Mention(form: form, place: $0) : nil }
        }, origin: Origin(rawValue: part.origin) ?? .analyzed)
    }
    var findings = Findings(version: version, language: language, entities: entities, statements: [], signatures: [])
    for part in statements {
      guard let place = Self.place(part.place), holds(part.content, at: place) else { continue }
      findings.statements.append(
        Statement(
          speaker: part.speaker, speakerPlace: Self.place(part.speakerPlace), speakerEntity: part.speakerEntity,
          cue: part.cue, cuePlace: Self.place(part.cuePlace), cueClass: CueClass(rawValue: part.cueClass) ?? .say,
          content: part.content, place: place, kind: Statement.Kind(rawValue: part.kind) ?? .indirect,
          polarity: Statement.Polarity(rawValue: part.polarity) ?? .affirm, confidence: part.confidence,
          origin: Origin(rawValue: part.origin) ?? .analyzed))
      findings.signatures.append(
        StatementSignature(
          stems: part.stems, numbers: part.numbers, isNegated: part.isNegated, entities: part.entities))
    }
    return findings
  }

  private static func numbers(_ place: Place) -> [Int] { [place.field.number, place.span.start, place.span.end] }

  private static func place(_ numbers: [Int]?) -> Place? {
    guard let numbers, numbers.count == 3, 0 <= numbers[1], numbers[1] <= numbers[2] else { return nil }
    return Place(BriefingField(number: numbers[0]), TextSpan(numbers[1]..<numbers[2]))
  }
}
