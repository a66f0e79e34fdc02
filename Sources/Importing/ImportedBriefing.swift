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
  /// Where it stood: the file, with its line, item or message where there are several.
  public var place: String
  /// What was odd about it though it could be imported.
  public var problems: [ImportProblem]

  /// Creates an imported article.
  public init(
    _ briefing: Briefing, place: String = "", entities: [Entity] = [], statements: [Statement] = [],
    problems: [ImportProblem] = []
  ) {
    self.briefing = briefing
    self.place = place
    self.entities = entities
    self.statements = statements
    self.problems = problems
  }
}
