import Briefings

/// Articles and statements as tables for spreadsheets (RFC 4180): every field in quotation marks, lines end in CR LF.
///
/// A field that a spreadsheet would take for a formula gets an apostrophe before it, which spreadsheets do not show.
public struct CSVExport: Sendable {
  /// The names of an article's columns, as the first line.
  public static let articleHeader = line([
    "id", "title", "date", "source", "url", "author", "language", "tags", "people", "organizations", "places",
    "statements", "text",
  ])

  /// The names of a statement's columns, as the first line.
  public static let statementHeader = line([
    "id", "article", "title", "date", "source", "url", "speaker", "speaker_entity", "cue", "cue_class", "target",
    "target_entity", "content", "kind", "polarity", "confidence", "note",
  ])

  /// One article.
  public static func line(of article: LoadedBriefing) -> String {
    let briefing = article.briefing
    func names(_ type: EntityType) -> String {
      article.entities.filter { $0.type == type }.map(\.canonical).joined(separator: "; ")
    }
    return line([
      briefing.id.text, briefing.title, briefing.date?.text ?? "", briefing.source, briefing.url, briefing.author,
      briefing.language ?? "", briefing.tags.joined(separator: "; "), names(.person), names(.organization),
      names(.place), String(article.statements.count), briefing.text,
    ])
  }

  /// One statement.
  ///
  /// - Parameters:
  ///   - url: The address of its article.
  ///   - note: What the user wrote on it.
  public static func line(of record: StatementRecord, url: String, note: String = "") -> String {
    let (briefing, statement) = (record.briefing, record.statement)
    return line([
      record.id.text, briefing.id.text, briefing.title, briefing.date?.text ?? "", briefing.source, url,
      statement.speaker ?? "", statement.speakerEntity ?? "", statement.cue, statement.cueClass.rawValue,
      statement.target ?? "", statement.targetEntity ?? "", statement.content, statement.kind.rawValue,
      statement.polarity.rawValue, String((statement.confidence * 100).rounded() / 100), note,
    ])
  }

  private static func line(_ fields: [String]) -> String { fields.map(field).joined(separator: ",") + "\r\n" }

  /// One field in quotation marks, harmless for spreadsheets.
  static func field(_ text: String) -> String {
    let clean = exported(text, keepsLines: true)
    let isFormula = clean.unicodeScalars.first { !isIgnored($0) }.map { starters.contains($0) } ?? false
    return "\"\(isFormula ? "'" : "")\(clean.replacing("\"", with: "\"\""))\""
  }

  /// What a formula begins with, in ASCII and as wide letters.
  private static let starters: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\u{2212}",
  ]

  /// What programs may pass over at the beginning of a field.
  private static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
      || scalar.properties.generalCategory == .format
  }
}
