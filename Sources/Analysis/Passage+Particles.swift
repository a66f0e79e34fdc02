/// The readings of a word with and without attached particles.
extension Passage {
  mutating func appendArabicReadings(_ first: Int, _ words: WordTable) {
    let end = letters.count
    appendParticleReadings(first, first, [], end, words)
    guard end - first >= 3 else { return }
    switch letters[first] {
    case Letter.waw: appendAfterConjunction(first, .and, end, words)
    case Letter.feh: appendAfterConjunction(first, .then, end, words)
    // A doubled alef is a slip of the keyboard (االرئيس).
    case Letter.alef where letters[first + 1] == Letter.alef:
      addReading(first, first + 1, [], end, words)
    default: break
    }
  }

  mutating func appendAfterConjunction(
    _ first: Int, _ particle: Reading.Particles, _ end: Int, _ words: WordTable
  ) {
    addReading(first, first + 1, particle, end, words)
    appendParticleReadings(first, first + 1, particle, end, words)
  }

  /// Readings without ب، ل، ك، س or لل at `at`.
  mutating func appendParticleReadings(
    _ first: Int, _ at: Int, _ particles: Reading.Particles, _ end: Int, _ words: WordTable
  ) {
    guard end - at >= 3 else { return }
    switch letters[at] {
    case Letter.beh: addReading(first, at + 1, particles.union(.with), end, words)
    case Letter.kaf: addReading(first, at + 1, particles.union(.like), end, words)
    case Letter.seen: addReading(first, at + 1, particles.union(.will), end, words)
    case Letter.lam:
      addReading(first, at + 1, particles.union(.to), end, words)
      // لل hides the alef of the article.
      if letters[at + 1] == Letter.lam, end - at >= 4 {
        let word = words.find(letters, at + 2..<end, article: true)
        if word >= 0 {
          readings.append(Reading(word: word, skip: Int32(at + 2 - first), particles: particles.union(.to)))
        }
      }
    default: break
    }
  }

  mutating func addReading(
    _ first: Int, _ at: Int, _ particles: Reading.Particles, _ end: Int, _ words: WordTable
  ) {
    guard end - at >= 2 else { return }
    let word = words.find(letters, at..<end)
    if word >= 0 { readings.append(Reading(word: word, skip: Int32(at - first), particles: particles)) }
  }

  mutating func appendHebrewReadings(_ first: Int, _ words: WordTable) {
    let end = letters.count
    for skip in 1...2 where end - first >= skip + 2 {
      // ו ה ב ל מ ש כ
      guard [0x5D5, 0x5D4, 0x5D1, 0x5DC, 0x5DE, 0x5E9, 0x5DB].contains(letters[first + skip - 1]) else { return }
      let conjunction = letters[first] == 0x5D5
      addReading(first, first + skip, conjunction ? .and : .with, end, words)
    }
  }
}
