import Briefings

/// Countries that are named by what they are: الجمهورية الإيرانية, and المملكة where one kingdom is meant.
extension EntityFinder {
  private static let realms: Set<[UInt16]> = Set(foldedWords("الجمهورية المملكة السلطنة الإمارة"))
  private static let between: Set<[UInt16]> = Set(
    foldedWords("العربية الإسلامية الديمقراطية الهاشمية الشعبية الاتحادية"))

  /// الجمهورية الإسلامية الإيرانية: a realm, adjectives, and a nationality that ends it.
  func countryByNoun(at token: Int) -> FoundMention? {
    for reading in passage.readings(of: token)
    where !reading.particles.contains(.will) && Self.realms.contains(Array(lexicon.words.spelling(reading.word))) {
      var end = token + 1
      while isWordInLine(end), end - token < 4, Self.between.contains(Array(passage.letters(of: end))) { end += 1 }
      guard isWordInLine(end), isDefiniteNationality(end), wordClass(end).contains(.nationalityFeminine),
        let country = lexicon.countries[passage.tokens[end].word], let entry = lexicon.countryEntries[country]
      else { continue }
      return FoundMention(
        first: token, skip: reading.skip, end: end + 1, type: .place, entry: entry, source: .grammar)
    }
    return nil
  }

  /// المملكة alone means the kingdom that the text names most.
  mutating func findKingdom() {
    var counts: [Int32: Int] = [:]
    for mention in mentions where mention.entry >= 0 {
      let name = lexicon.name(mention.entry)
      if name.type == .place, name.kind == "country", Self.kingdoms.contains(name.country) {
        counts[mention.entry, default: 0] += 1
      }
    }
    if counts.isEmpty { counts = kingdomsByNationality() }
    guard let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return }
    for token in scope where owner[token] < 0 && passage.tokens[token].role == .word {
      for reading in passage.readings(of: token)
      where reading.word == lexicon.ids.kingdom && !reading.particles.contains(.will) {
        if isWordInLine(token + 1), isDefinite(token + 1), isDefiniteNationality(token + 1) { break }
        add(
          FoundMention(
            first: token, skip: reading.skip, end: token + 1, type: .place, entry: best.key, source: .grammar))
        break
      }
    }
  }

  /// How often each kingdom is meant by its adjective (مسؤول سعودي), where no kingdom is named.
  private func kingdomsByNationality() -> [Int32: Int] {
    var counts: [Int32: Int] = [:]
    for token in scope where passage.tokens[token].role == .word {
      guard let country = lexicon.countries[passage.tokens[token].word], let entry = lexicon.countryEntries[country],
        Self.kingdoms.contains(lexicon.name(entry).country)
      else { continue }
      counts[entry, default: 0] += 1
    }
    return counts
  }

  private static let kingdoms: Set<String> = ["SA", "JO", "MA", "BH"]
}
