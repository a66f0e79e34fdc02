import ArabicText

/// Words that news uses for one and the same thing, so that a reworded claim still meets itself, also in another
/// language.
///
/// Two kinds: a country, its people, its capital and its seat of government (`SynonymTable.countries`); acts and things
/// of politics, war and the economy that reports interchange freely (`SynonymTable.words`). No entry says that two words
/// mean the same everywhere; meeting through this table counts less than meeting in a word.
enum RelatednessSynonyms {
  /// The class of a stem, or `nil`.
  static func group(of stem: StemKey) -> Int? { groups[stem] }

  /// The class of a stem that names a country, its people, capital or government.
  static func country(of stem: String) -> Int? {
    groups[StemKey(stem)].flatMap { $0 < SynonymTable.countries.count ? $0 : nil }
  }

  /// Of a word that stands in two lines the first line counts.
  private static let groups: [StemKey: Int] = {
    var found: [StemKey: Int] = [:]
    for (number, line) in (SynonymTable.countries + SynonymTable.words).enumerated() {
      for word in line.split(separator: " ") {
        let folded = folded(String(word))
        for key in [StemKey(lightStem(folded)), StemKey(folded)] where found[key] == nil { found[key] = number }
      }
    }
    return found
  }()
}
