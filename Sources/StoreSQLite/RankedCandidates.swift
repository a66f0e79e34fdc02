import Search

/// Which matches of a query of alternatives are worth ranking where there are too many to rank.
///
/// An article that holds only the commonest of the words is never among the best. So the rarest words, as many as leave
/// few enough articles, choose the articles, and all words rank them; older articles then need not be left out.
struct RankedCandidates {
  /// The match, narrowed.
  let match: String
  /// The phrases of the match; those that choose are worth nothing.
  let phrases: [RankedPhrase]

  /// Narrows a match, or returns `nil` where all that match can be ranked, or the query is of another kind.
  ///
  /// - Parameters:
  ///   - match: The match of `compiled`, perhaps with more behind it.
  ///   - most: How many articles can be ranked.
  ///   - count: In how many articles a token stands.
  init?(
    _ query: Query, _ compiled: CompiledQuery, match: String, most: Int, count: (String) throws -> Int
  ) rethrows {
    guard let alternatives = QueryCompiler.alternatives(query) else { return nil }
    var words: [(tokens: [String], found: Int)] = []
    for tokens in alternatives { words.append((tokens, try tokens.map(count).reduce(0, +))) }
    guard words.reduce(0, { $0 + $1.found }) > most else { return nil }
    words.sort { $0.found < $1.found }
    var chosen: [String] = []
    var total = 0
    for word in words where word.found > 0 {
      guard total + word.found <= most else { break }
      chosen += word.tokens
      total += word.found
    }
    guard total > 0 else { return nil }
    self.match = "(\(chosen.map { QueryCompiler.quoted($0) }.joined(separator: " OR "))) AND (\(match))"
    phrases = chosen.map { _ in RankedPhrase(word: 0, weight: 0) } + compiled.phrases
  }
}
