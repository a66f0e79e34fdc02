import Briefings

/// Statements in Persian, Urdu, Hebrew and English: direct quotations and the commonest cues.
///
/// A first form. Persian and Urdu put the verb between source and content (… گفت …), English and Hebrew the source
/// before the verb, or verb and source behind a quotation.
struct ForeignStatements {
  let reader: SentenceReader
  private var passage: Passage { reader.passage }

  /// The draft of a finite reporting verb.
  func draft(for cue: FoundCue, in sentence: Range<Int>) -> StatementDraft? {
    guard cue.entry.form == .finite, cue.entry.weight != UInt8(ascii: "C") else { return nil }
    if let draft = quotedBefore(cue, sentence) { return draft }
    let speaker = sourceBefore(cue, sentence) ?? sourceAfter(cue, sentence)
    let start = max(cue.end, speaker.map { $0.lowerBound >= cue.end ? $0.upperBound : cue.end } ?? cue.end)
    guard let content = contentStart(from: start, sentence, cue), sentence.upperBound - content >= 2 else { return nil }
    // Without a source the verb is rarely one of reporting.
    guard speaker != nil || reader.role(start) == .colon || isThat(start) else { return nil }
    var draft = StatementDraft(
      cue: cue.first..<cue.end, cueSkip: cue.skip, cueClass: cue.entry.cueClass, entry: cue.entry, speaker: speaker,
      content: content, clauseStart: speaker.map { min($0.lowerBound, cue.first) } ?? cue.first)
    draft.isElided = speaker == nil
    draft.cuts = draft.clauseStart > sentence.lowerBound && isClauseMark(draft.clauseStart - 1)
    draft.confidence = 0.7
    return draft
  }

  private func isClauseMark(_ token: Int) -> Bool {
    [.comma, .semicolon, .closeQuote, .dash].contains(reader.role(token)) || Self.and.contains(letters(token))
  }

  private static let and: Set<[UInt16]> = Set(foldedWords("و and اور ו"))
  private static let that: Set<[UInt16]> = Set(foldedWords("که that کہ כי ש"))

  private func letters(_ token: Int) -> [UInt16] { Array(passage.letters(of: token)) }

  private func isThat(_ token: Int) -> Bool {
    token < passage.tokens.count && Self.that.contains(letters(token))
  }

  /// "…," X said. and «…» אמר X
  private func quotedBefore(_ cue: FoundCue, _ sentence: Range<Int>) -> StatementDraft? {
    var near = sourceBefore(cue, sentence)
    var close = (near?.lowerBound ?? cue.first) - 1
    if close >= sentence.lowerBound, reader.role(close) == .comma { close -= 1 }
    guard close > sentence.lowerBound, reader.role(close) == .closeQuote else { return nil }
    let open = Int(passage.tokens[close].partner)
    guard open >= sentence.lowerBound, close - open > 3 else { return nil }
    if near == nil { near = sourceAfter(cue, sentence) }
    var draft = StatementDraft(
      cue: cue.first..<cue.end, cueSkip: cue.skip, cueClass: cue.entry.cueClass, entry: cue.entry, speaker: near,
      content: open + 1, clauseStart: cue.first)
    draft.contentEnd = close
    draft.isElided = near == nil
    draft.confidence = 0.8
    return draft
  }

  /// The nearest name before the verb, with its office, when nothing but an adjunct stands between.
  private func sourceBefore(_ cue: FoundCue, _ sentence: Range<Int>) -> Range<Int>? {
    let reach = reader.isArabicScript(cue.first) ? 14 : 8
    var token = cue.first - 1
    var subject: Range<Int>?
    while token >= sentence.lowerBound, cue.first - token <= reach {
      switch reader.role(token) {
      case .closeQuote, .semicolon, .colon: return subject
      default: break
      }
      if isThat(token) { return subject }
      if reader.owner[token] >= 0 {
        let mention = reader.mentions[Int(reader.owner[token])]
        // A place after a preposition is where; the subject stands at the head of the clause.
        let isHead = mention.first == sentence.lowerBound || isClauseMark(mention.first - 1)
        if mention.type == .person || isHead { subject = mention.first..<mention.end }
        if isHead { return subject }
        token = mention.first - 1
        continue
      }
      token -= 1
    }
    return subject
  }

  /// אמר X, said X
  private func sourceAfter(_ cue: FoundCue, _ sentence: Range<Int>) -> Range<Int>? {
    guard !reader.isArabicScript(cue.first) else { return nil }
    for token in cue.end..<min(sentence.upperBound, cue.end + 5) {
      if [.colon, .comma, .openQuote].contains(reader.role(token)) || isThat(token) { return nil }
      if let mention = reader.mention(at: token) { return mention.first..<mention.end }
    }
    return nil
  }

  private func contentStart(from start: Int, _ sentence: Range<Int>, _ cue: FoundCue) -> Int? {
    var token = start
    while token < sentence.upperBound, token - start < 12 {
      if reader.role(token) == .colon || isThat(token) { return token + 1 < sentence.upperBound ? token + 1 : nil }
      if reader.role(token) == .openQuote { return token }
      token += 1
    }
    // گفت ایران پذیرفته است …: no conjunction at all.
    let isBare = cue.entry.cueClass == .say || cue.entry.cueClass == .continuation
    return isBare && start < sentence.upperBound && reader.role(start) == .word ? start : nil
  }
}
