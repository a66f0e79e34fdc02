import Briefings

/// One article as it came in, with the findings that came with it.
public struct ImportedBriefing: Hashable, Sendable {
  /// The article.
  public var briefing: Briefing
  /// Ready-made entities, marked as imported.
  public var entities: [Entity]
  /// Ready-made statements, marked as imported.
  public var statements: [Statement]
  /// Notes that the user wrote on it in another archive.
  public var notes: [Note] = []
  /// What was odd about it though it could be imported.
  public var problems: [ImportProblem]

  /// Creates an imported article.
  public init(
    _ briefing: Briefing, entities: [Entity] = [], statements: [Statement] = [], problems: [ImportProblem] = []
  ) {
    self.briefing = briefing
    self.entities = entities
    self.statements = statements
    self.problems = problems
  }
}

/// The format of what is imported.
public enum ImportFormat: String, Hashable, Sendable, CaseIterable {
  /// By the file's ending, else by its first bytes.
  case auto
  /// Plain text: the first line is the title, a last line that names a source becomes the source.
  case text
  /// Markdown with front matter.
  case markdown
  /// One JSON object a line.
  case jsonl

  /// The format of a file, by its ending and then by how its contents begin.
  public static func guessed(name: String, beginning: some Collection<UInt8>) -> ImportFormat {
    let lower = name.lowercased()
    if lower.hasSuffix(".jsonl") || lower.hasSuffix(".ndjson") || lower.hasSuffix(".json") { return .jsonl }
    if lower.hasSuffix(".md") || lower.hasSuffix(".markdown") { return .markdown }
    if lower.hasSuffix(".txt") || lower.hasSuffix(".text") { return .text }
    let start = beginning.drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 || $0 > 0xEE && $0 != 0xFB }
    if start.first == UInt8(ascii: "{") { return .jsonl }
    if start.starts(with: "---\n".utf8) || start.starts(with: "---\r\n".utf8) { return .markdown }
    return .text
  }
}
