import ArabicText
import Briefings

/// Finds who said what in a briefing.
///
/// Pure: equal briefings and equal lexicons give equal findings. Never fails on content.
public struct Analyzer: Sendable {
  /// The version of the rules; it grows whenever they would find something else.
  public static let version = 7

  /// What is known about names and words.
  public let lexicon: Lexicon

  /// Creates an analyzer.
  public init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// The entities and statements of a briefing.
  ///
  /// Every span lies inside its field and on the borders of its grapheme clusters.
  /// - Complexity: O(*n*) in the bytes of the briefing.
  public func findings(of briefing: Briefing) -> Findings {
    let language = briefing.language ?? guessedLanguage(of: briefing.title + "\n" + briefing.text)
    let lexicon = lexicon.forText(of: language)
    var finder = EntityFinder(lexicon: lexicon, passage: Passage(briefing, words: lexicon.words))
    finder.find()
    let entities = EntityTable(briefing, finder)
    let table = StatementTable(briefing, StatementFinder(finder), entities)
    return Findings(
      version: Self.version, language: language, entities: entities.sorted, statements: table.statements,
      signatures: table.signatures)
  }
}
