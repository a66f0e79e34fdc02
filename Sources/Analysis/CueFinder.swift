import Briefings

/// A reporting word in the text.
struct FoundCue: Sendable {
  /// The first token.
  let first: Int
  /// How many letters of it are attached particles.
  let skip: Int32
  /// One past the last token.
  let end: Int
  let particles: Reading.Particles
  /// The form of the lexicon it is read as.
  let entry: CueEntry
  /// What may follow in any of the readings of the form.
  let complements: Complements
}

/// Finds the reporting words of a passage, and the phrases that look like one and report nobody's words.
struct CueFinder {
  var lexicon: Lexicon
  let passage: Passage
  let owner: [Int32]

  /// The reporting words of one sentence in order.
  func cues(in sentence: Range<Int>) -> [FoundCue] {
    var found: [FoundCue] = []
    var token = sentence.lowerBound
    while token < sentence.upperBound {
      guard passage.tokens[token].role == .word else {
        token += 1
        continue
      }
      if let end = endOfBlock(at: token, in: sentence) {
        token = end
        continue
      }
      if owner[token] < 0, let cue = cue(at: token, in: sentence) {
        found.append(cue)
        token = cue.end
      } else {
        token += 1
      }
    }
    return found
  }

  /// The end of a phrase such as «الجدير بالذكر أن» that begins at a token.
  private func endOfBlock(at token: Int, in sentence: Range<Int>) -> Int? {
    for reading in passage.readings(of: token) where reading.particles.isSubset(of: .conjunctions) {
      guard let (end, _) = longestPhrase(at: token, reading.word, .block, in: sentence) else { continue }
      return end
    }
    return nil
  }

  private func cue(at token: Int, in sentence: Range<Int>) -> FoundCue? {
    for reading in passage.readings(of: token) where reading.particles.isSubset(of: .conjunctions) {
      guard let (end, node) = longestPhrase(at: token, reading.word, .cue, in: sentence) else { continue }
      if isNounAfterThat(token, reading) { return nil }
      if reading.skip > 0, !lexicon.wordClass(passage.tokens[token].word).isDisjoint(with: .closed) { continue }
      var complements: Complements = []
      var best: CueEntry?
      lexicon.forEachMeaning(at: node) { meaning in
        guard meaning.kind == .cue else { return }
        let entry = lexicon.cues[Int(meaning.entry)]
        guard agrees(token, reading.skip, entry) else { return }
        complements.formUnion(entry.complements)
        if best == nil || isBetter(entry, than: best) { best = entry }
      }
      guard let best else { continue }
      // No verb follows a preposition: «من رفض الاتفاق».
      if best.form == .finite, best.language == "ar", reading.skip == 0, isAfterPreposition(token) { return nil }
      return FoundCue(
        first: token, skip: reading.skip, end: end, particles: reading.particles, entry: best, complements: complements)
    }
    return nil
  }

  private func isAfterPreposition(_ token: Int) -> Bool {
    token > 0 && !passage.startsLine(token) && owner[token - 1] < 0 && passage.tokens[token - 1].role == .word
      && Self.prepositions.contains(Array(passage.letters(of: token - 1)))
  }

  private static let prepositions: Set<[UInt16]> = Set(
    foldedWords("من على عن إلى الى في بعد قبل عقب إثر خلال منذ رغم بسبب نتيجة بين حول ضد نحو لدى بشأن"))

  private static let bareThat: Set<[UInt16]> = Set(foldedWords("أن إن بأن لأن"))

  /// After أن and إن stands a noun or an imperfect verb: «إن رفض الكونغرس» is no report.
  private func isNounAfterThat(_ token: Int, _ reading: Reading) -> Bool {
    guard token > 0, reading.skip == 0, !passage.startsLine(token),
      Self.bareThat.contains(Array(passage.letters(of: token - 1)))
    else { return false }
    let first = passage.letters(of: token).first
    return first != Letter.yeh && first != Letter.teh
  }

  /// Whether the written hamza is the form's: أعتقد is no اعتقد, آمل no أمل; a bare alef may be any.
  private func agrees(_ token: Int, _ skip: Int32, _ entry: CueEntry) -> Bool {
    // هنأ is no هنا: where the form ends in a hamza on alef, it must be written.
    if entry.endsInHamza, passage.seat(of: token, skipping: Int32(passage.tokens[token].letterCount) - 1).isEmpty {
      return false
    }
    let written = passage.seat(of: token, skipping: skip)
    return written.isEmpty || written == entry.seat
  }

  private func isBetter(_ entry: CueEntry, than other: CueEntry?) -> Bool {
    guard let other else { return true }
    if entry.weight != other.weight { return entry.weight < other.weight }
    return entry.form.rawValue < other.form.rawValue
  }

  private func longestPhrase(
    at token: Int, _ word: Int32, _ kind: PhraseTrie.Kind, in sentence: Range<Int>
  ) -> (end: Int, node: Int32)? {
    guard var node = lexicon.phrases.child(of: PhraseTrie.root, word) else { return nil }
    var best: (end: Int, node: Int32)?
    var end = token + 1
    while true {
      if lexicon.meaning(at: node, kind) != nil { best = (end, node) }
      guard end < sentence.upperBound, passage.tokens[end].role == .word, passage.tokens[end].word >= 0,
        let next = lexicon.phrases.child(of: node, passage.tokens[end].word)
      else { return best }
      node = next
      end += 1
    }
  }
}
