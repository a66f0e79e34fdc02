import ArabicText

/// Words that news uses for one and the same thing, so that a reworded claim still meets itself, also in another
/// language.
///
/// Read from the lexicon's `topics.tsv`. Rows are of three kinds: a `country` with its people, capital and seat of
/// government; a `topic`, acts and things that reports interchange freely; a `word`, which stands for itself, so that
/// only words of other languages meet it. No row says that two words mean the same everywhere: meeting through a row
/// counts less than meeting in a word. Without the file statements are compared by their own words alone.
public struct TopicWords: Sendable {
  /// Words that meet none but themselves.
  public static let none = TopicWords([])

  /// The row of a word and its kind.
  private struct Entry {
    let row: Int
    let kind: Kind
  }

  private enum Kind: String {
    case country, topic, word
  }

  private var entries: [StemKey: Entry] = [:]

  /// Reads tables; any form of a word stands for those that have its stem.
  ///
  /// Of a word that stands in two rows the first one counts, countries before topics before single words. A row whose
  /// first word begins an earlier row extends it.
  public init(_ files: [LexiconFile]) {
    let rows = files.filter { $0.kind == .topics }.flatMap(\.rows)
    var numbers: [String: Int] = [:]
    for kind in [Kind.country, .topic, .word] {
      for row in rows where Kind(rawValue: row.cells[4]) == kind {
        guard let name = alternatives(row.cells[0]).first else { continue }
        let number = numbers[name] ?? numbers.count
        numbers[name] = number
        for cell in row.cells.prefix(4) {
          for word in alternatives(cell) {
            let folded = folded(word)
            for key in [StemKey(statementStem(folded)), StemKey(folded)] where entries[key] == nil {
              entries[key] = Entry(row: number, kind: kind)
            }
          }
        }
      }
    }
  }

  /// The row of a stem that another word of its language may stand for, or `nil`.
  func group(of stem: StemKey) -> Int? { entries[stem].flatMap { $0.kind == .word ? nil : $0.row } }

  /// The row of a stem, for words of other languages, or `nil`.
  func meaning(of stem: StemKey) -> Int? { entries[stem]?.row }

  /// The row of a stem that names a country, its people, capital or government.
  func country(of stem: String) -> Int? { entries[StemKey(stem)].flatMap { $0.kind == .country ? $0.row : nil } }
}
