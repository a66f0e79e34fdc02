import ArabicText

/// A word of a query as it is looked for: the one place that says which words of a text it matches.
public struct SearchWord: Hashable, Sendable {
  /// The folded word: a text's word that folds to it is matched as written, and ranks above other forms.
  public let folded: String

  /// The stems it matches, as `Lexemes` gives them.
  public let stems: [String]

  /// Whether a text's word that is such a stem itself, with nothing attached, is matched too. It is not where a name was
  /// typed with the article that belongs to it: `الهند` is not `هند`; without the article both are found.
  public let matchesBareStem: Bool

  /// Makes the word `written` ready.
  public init(_ written: String) {
    folded = ArabicText.folded(written)
    let stem = Lexemes.standard.key(of: lightStem(folded))
    stems = [stem] + Self.hebrewForms(stem)
    matchesBareStem = !LightStemmer.standard.isNameWithArticle(folded)
  }

  /// Hebrew prepositions are not stripped from a text's words, since many words begin with those letters; the word that
  /// is looked for is tried with each of them instead.
  private static func hebrewForms(_ stem: String) -> [String] {
    guard let first = stem.unicodeScalars.first, 0x5D0...0x5EA ~= first.value, stem.unicodeScalars.count > 1 else {
      return []
    }
    return ["ב", "ל", "מ", "ש", "כ", "מה", "שה", "כש"].map { $0 + stem }
  }
}
