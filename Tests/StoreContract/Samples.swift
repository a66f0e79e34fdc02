import Briefings
import Search
import Store

/// Small articles and findings to try stores with.
enum Samples {
  static func briefing(
    _ id: String, _ title: String = "عنوان", _ text: String = "نص", date: String? = nil, source: String = "",
    tags: [String] = [], language: String? = "ar"
  ) -> Briefing {
    Briefing(
      id: BriefingID(id), title: title, text: text, date: date.flatMap { PublicationDate($0) }, source: source,
      url: source.isEmpty ? "" : "https://example.org/\(id)", author: "محرر", language: language, tags: tags)
  }

  static func none(version: Int = 1) -> Findings {
    Findings(version: version, language: "ar", entities: [], statements: [], signatures: [])
  }

  static func analyzed(_ briefing: Briefing) -> AnalyzedBriefing { AnalyzedBriefing(briefing, none()) }

  /// The place of the first occurrence of `needle` in a field.
  static func place(_ needle: String, in briefing: Briefing, field: BriefingField = .text) throws -> Place {
    let bytes = Array(briefing.text(of: field).utf8)
    let wanted = Array(needle.utf8)
    let start = (0...max(0, bytes.count - wanted.count)).first { bytes[$0...].starts(with: wanted) }
    let first = try require(start, "'\(needle)' in the sample")
    return Place(field, TextSpan(first..<first + wanted.count))
  }

  static func entity(
    _ canonical: String, _ type: EntityType, _ forms: [String], in briefing: Briefing, english: String? = nil,
    origin: Origin = .analyzed
  ) throws -> Entity {
    let mentions = try forms.map { Mention(form: $0, place: try place($0, in: briefing)) }
    return Entity(canonical: canonical, type: type, english: english, mentions: mentions, origin: origin)
  }

  static func statement(
    _ content: String, by speaker: String?, entity: String?, target: String? = nil, in briefing: Briefing,
    origin: Origin = .analyzed
  ) throws -> Statement {
    Statement(
      speaker: speaker, speakerPlace: try speaker.map { try place($0, in: briefing) }, speakerEntity: entity,
      cue: "قال", cuePlace: nil, cueClass: .say, target: target,
      targetPlace: try target.map { try place($0, in: briefing) }, targetEntity: target, content: content,
      place: try place(content, in: briefing),
      kind: .indirect, polarity: .affirm, confidence: 0.75, origin: origin)
  }

  /// An article in which a minister says something, with findings.
  static func speech(
    _ id: String, speaker: String = "سيرغي لافروف", says content: String, stems: [String], date: String? = nil,
    source: String = ""
  ) throws -> AnalyzedBriefing {
    let briefing = briefing(id, "تصريح", "قال \(speaker) إن \(content).", date: date, source: source)
    let findings = Findings(
      version: 1, language: "ar", entities: [try entity(speaker, .person, [speaker], in: briefing)],
      statements: [try statement(content, by: speaker, entity: speaker, in: briefing)],
      signatures: [StatementSignature(stems: stems, numbers: [], isNegated: false, entities: [speaker])])
    return AnalyzedBriefing(briefing, findings)
  }
}

extension BriefingStore {
  /// Stores articles without findings.
  func add(_ briefings: Briefing...) throws { _ = try ingest(briefings.map { Samples.analyzed($0) }) }

  /// The ids a list holds.
  func ids(_ filter: BriefingFilter) throws -> [String] {
    try summaries(filter, limit: 100, after: nil).rows.map(\.id.text)
  }

  /// The ids a search finds, best or newest first.
  func found(
    _ query: String, order: SearchOrder = .relevance, filter: BriefingFilter = BriefingFilter()
  ) throws -> [String] {
    try search(try Query.parse(query), filter: filter, order: order, limit: 100).hits.map(\.briefing.id.text)
  }
}
