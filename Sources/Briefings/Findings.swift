/// What Analysis makes of one briefing. Derived: made anew from the text at any time.
public struct Findings: Hashable, Sendable {
  /// The version of the rules and the lexicon that made them; equal versions give equal findings.
  public var version: Int

  /// The language of most of the text (BCP 47).
  public var language: String

  /// The entities, most mentioned first.
  public var entities: [Entity]

  /// The statements, in the order of the text, title first.
  public var statements: [Statement]

  /// One signature for each statement, in the same order.
  public var signatures: [StatementSignature]

  /// Creates findings.
  public init(
    version: Int, language: String, entities: [Entity], statements: [Statement], signatures: [StatementSignature]
  ) {
    self.version = version
    self.language = language
    self.entities = entities
    self.statements = statements
    self.signatures = signatures
  }
}

/// What two statements are compared by: the stored digest of a statement's content.
///
/// - Source: the eight rarest stems of a statement find it again when a third of its words is changed (measured on news).
public struct StatementSignature: Hashable, Sendable {
  /// The stems of the content words, each once, in the order of the text.
  public var stems: [String]

  /// The numbers in the content, in ASCII digits.
  public var numbers: [String]

  /// Whether the content is negated.
  public var isNegated: Bool

  /// The canonical names of the entities mentioned in the content.
  public var entities: [String]

  /// Creates a signature.
  public init(stems: [String], numbers: [String] = [], isNegated: Bool = false, entities: [String] = []) {
    self.stems = stems
    self.numbers = numbers
    self.isNegated = isNegated
    self.entities = entities
  }
}
