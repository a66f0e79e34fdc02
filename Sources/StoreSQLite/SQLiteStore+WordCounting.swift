import Search
import Store

extension SQLiteStore: WordCounting {
  /// In how many briefings each of some folded words stands.
  ///
  /// - Complexity: a few look-ups in the vocabulary for each word.
  public func briefings(withWords folded: [String]) throws(StoreError) -> [String: Int] {
    try reading("counting words") { db in
      let vocabulary = Vocabulary(db)
      var found: [String: Int] = [:]
      for word in folded {
        var count = try vocabulary.articles("=" + word)
        for stem in SearchWord(word).stems { count = max(count, try vocabulary.articles(stem)) }
        if count > 0 { found[word] = count }
      }
      return found
    }
  }
}
