import Briefings

/// Whom a statement is meant for or about: who is accused, warned, called upon, condemned, praised or told.
extension StatementFinder {
  func findTargets(_ drafts: inout [StatementDraft]) {
    for index in drafts.indices where drafts[index].entry?.language == "ar" {
      drafts[index].target = target(of: drafts[index])
    }
  }

  private func target(of draft: StatementDraft) -> Range<Int>? {
    guard let entry = draft.entry, let introducer = draft.introducer, introducer >= draft.cue.upperBound else {
      return nil
    }
    let speaker = draft.speaker.flatMap { $0.lowerBound >= draft.cue.upperBound ? $0 : nil }
    // Between verb and source, then between source and content.
    if let speaker, let told = told(from: draft.cue.upperBound, limit: speaker.lowerBound) { return told }
    let start = speaker?.upperBound ?? draft.cue.upperBound
    if entry.complements.contains(.addressee), let found = addressee(from: start, limit: introducer) { return found }
    if let told = told(from: start, limit: introducer) { return told }
    return Self.judging.contains(draft.cueClass) && entry.form != .noun ? judged(draft) : nil
  }

  /// «اتهمت روسيا أوكرانيا بـ»: the noun phrase between the source and what introduces the content.
  private func addressee(from start: Int, limit: Int) -> Range<Int>? {
    guard let first = afterInterpolations(start, limit), first < limit, reader.role(first) == .word else { return nil }
    if let phrase = reader.source(from: first, limit: limit, strictly: true) { return phrase }
    // «دعا الأطراف إلى»: a definite noun nobody knows.
    guard reader.isDefinite(first), reader.wordClass(first).isDisjoint(with: WordClass.closed) else { return nil }
    return reader.source(from: first, limit: limit, strictly: false)
  }

  /// «قال لصحيفة الحياة إن»، «أبلغ للصحفيين أن»: a name, a body or those who write, behind ل.
  private func told(from start: Int, limit: Int) -> Range<Int>? {
    for token in start..<max(start, min(limit, start + 12)) where reader.role(token) == .word {
      guard reader.startsWith(token, Letter.lam) else { continue }
      if passage.tokens[token].letterCount == 1, token + 1 < limit, reader.role(token + 1) == .openQuote {
        let close = Int(passage.tokens[token + 1].partner)
        return close > token && close < limit && close - token <= 6 ? token + 1..<close + 1 : nil
      }
      if let mention = reader.mention(at: token) {
        guard mention.skip > 0, mention.end <= limit else { continue }
        return mention.first..<mention.end
      }
      if Self.press.contains(Array(passage.letters(of: token))) { return token..<token + 1 }
      let isSpeaking = passage.readings(of: token).contains { reading in
        reading.skip > 0 && reading.particles.contains(.to)
          && !reader.lexicon.wordClass(reading.word).isDisjoint(with: [.office, .organizationHead, .speaker])
      }
      guard isSpeaking, reader.owner[token] < 0 else { continue }
      let rest = reader.source(from: token + 1, limit: limit, strictly: false)
      let isJoined = token + 1 < limit && (reader.isDefinite(token + 1) || reader.mention(at: token + 1)?.skip == 0)
      return token..<(isJoined ? rest?.upperBound ?? token + 1 : token + 1)
    }
    return nil
  }

  private static let press: Set<[UInt16]> = Set(
    foldedWords("للصحافيين للصحفيين للصحافة للإعلاميين للإعلام لإعلاميين لصحفيين لصحافيين"))

  private static let judging: Set<CueClass> = [.criticize, .express, .accuse, .reject, .warn, .commit, .demand]

  /// «أدان إسرائيل»، «أشاد بالسعودية»: whom the content begins with.
  private func judged(_ draft: StatementDraft) -> Range<Int>? {
    guard let introducer = draft.introducer, !reader.isThat(introducer), reader.role(introducer) != .colon,
      let mention = reader.mention(at: draft.content), mention.type != .place || isState(mention),
      draft.contentEnd.map({ mention.end <= $0 }) ?? true
    else { return nil }
    return mention.first..<mention.end
  }

  /// A country or capital, which acts, rather than a city or region.
  func isState(_ mention: FoundMention) -> Bool {
    guard mention.entry >= 0 else { return false }
    return ["country", "capital"].contains(reader.lexicon.name(mention.entry).kind)
  }

  private static let pronounThat: Set<[UInt16]> = Set(
    foldedWords(
      "أنه إنه بأنه لأنه أنها إنها بأنها لأنها أنهم إنهم بأنهم أنهما إنهما بأنهما أنني إنني بأنني أننا إننا بأننا"))

  /// Whether a verb stands behind أنه and the like, so that its subject is the pronoun.
  func isAfterPronoun(_ cue: FoundCue, _ sentence: Range<Int>) -> Bool {
    cue.first > sentence.lowerBound && cue.particles.isEmpty && reader.role(cue.first - 1) == .word
      && Self.pronounThat.contains(Array(passage.letters(of: cue.first - 1)))
  }
}
