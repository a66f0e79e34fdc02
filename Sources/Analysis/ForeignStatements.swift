import Briefings

/// Statements in Persian, Urdu, Hebrew and English: direct quotations and the commonest cues.
///
/// A first form. Persian and Urdu put the verb between source and content (… گفت …), English and Hebrew the source
/// before the verb, or verb and source behind a quotation. `ForeignStatements+Source` finds the source.
struct ForeignStatements {
  let reader: SentenceReader
  var passage: Passage { reader.passage }

  /// The draft of a finite reporting verb.
  func draft(for cue: FoundCue, in sentence: Range<Int>) -> StatementDraft? {
    guard cue.entry.form == .finite, cue.entry.weight != UInt8(ascii: "C"), !isNegated(cue, sentence) else {
      return nil
    }
    if let draft = quotedBefore(cue, sentence) { return draft }
    let before = sourceBefore(cue, sentence)
    let after = before == nil && !isAfterPronoun(cue, sentence) ? sourceAfter(cue, sentence) : nil
    let source = before ?? after
    let start = after?.upperBound ?? cue.end
    guard let found = content(from: start, sentence, cue), sentence.upperBound - found.content >= 2 else { return nil }
    // Without a source the verb is rarely one of reporting.
    guard
      source != nil || isAfterPronoun(cue, sentence) || reader.role(found.introducer) == .colon
        || isThat(found.introducer)
    else { return nil }
    var draft = StatementDraft(
      cue: cue.first..<cue.end, cueSkip: cue.skip, cueClass: cue.entry.cueClass, entry: cue.entry, speaker: source,
      content: found.content, clauseStart: source.map { min($0.lowerBound, cue.first) } ?? cue.first)
    draft.isElided = source == nil
    draft.target = found.target
    draft.cuts = draft.clauseStart > sentence.lowerBound && isClauseMark(draft.clauseStart - 1)
    draft.confidence = source == nil ? 0.65 : 0.7
    return draft
  }

  /// کے مطابق، کا کہنا ہے: an attribution behind its source, the content behind both.
  func attribution(_ cue: FoundCue, in sentence: Range<Int>) -> StatementDraft? {
    guard let source = sourceBefore(cue, sentence) else { return nil }
    var content = cue.end
    while content < sentence.upperBound, reader.role(content) == .comma || isThat(content) { content += 1 }
    guard sentence.upperBound - content >= 3 else { return nil }
    var draft = StatementDraft(
      cue: cue.first..<cue.end, cueSkip: cue.skip, cueClass: cue.entry.cueClass, entry: cue.entry, speaker: source,
      content: content, clauseStart: source.lowerBound)
    draft.cuts = draft.clauseStart > sentence.lowerBound && isClauseMark(draft.clauseStart - 1)
    // «… اقوام متحدہ کی قراردادوں کے مطابق» in the middle of a clause attributes nothing.
    guard draft.cuts || draft.clauseStart == sentence.lowerBound else { return nil }
    draft.confidence = 0.7
    return draft
  }

  func isClauseMark(_ token: Int) -> Bool {
    [.comma, .semicolon, .closeQuote, .dash].contains(reader.role(token)) || Self.and.contains(letters(token))
  }

  static let and: Set<[UInt16]> = Set(foldedWords("و and but اور ו اما ولی אך אבל اور لیکن"))
  private static let that: Set<[UInt16]> = Set(foldedWords("که that کہ כי ש"))
  private static let negations: Set<[UInt16]> = Set(foldedWords("not n't never لم نہیں לא"))

  func letters(_ token: Int) -> [UInt16] { Array(passage.letters(of: token)) }

  func isThat(_ token: Int) -> Bool {
    token < passage.tokens.count && Self.that.contains(letters(token))
  }

  private func isNegated(_ cue: FoundCue, _ sentence: Range<Int>) -> Bool {
    cue.first > sentence.lowerBound && Self.negations.contains(letters(cue.first - 1))
  }

  /// "…," X said. and «…» אמר X
  private func quotedBefore(_ cue: FoundCue, _ sentence: Range<Int>) -> StatementDraft? {
    let isPronoun = isAfterPronoun(cue, sentence)
    var near = isPronoun ? nil : sourceBefore(cue, sentence)
    var close = (isPronoun ? cue.first - 1 : near?.lowerBound ?? cue.first) - 1
    if close >= sentence.lowerBound, reader.role(close) == .comma { close -= 1 }
    guard close > sentence.lowerBound, reader.role(close) == .closeQuote else { return nil }
    let open = Int(passage.tokens[close].partner)
    guard open >= sentence.lowerBound, close - open > 3 else { return nil }
    if near == nil, !isPronoun { near = sourceAfter(cue, sentence) }
    var draft = StatementDraft(
      cue: cue.first..<cue.end, cueSkip: cue.skip, cueClass: cue.entry.cueClass, entry: cue.entry, speaker: near,
      content: open + 1, clauseStart: cue.first)
    draft.contentEnd = close
    draft.isElided = near == nil
    draft.target = near.map { $0.lowerBound < cue.first } ?? isPronoun ? told(from: cue.end, sentence) : nil
    draft.confidence = 0.8
    return draft
  }

  // MARK: Contents

  private struct Found {
    let introducer: Int
    let content: Int
    var target: Range<Int>?
  }

  private static let prepositions: [(Set<CueClass>, Set<[UInt16]>)] = [
    ([.accuse], Set(foldedWords("of for"))), ([.warn], Set(foldedWords("of against about"))),
    ([.demand], Set(foldedWords("to for on"))), ([.commit], Set(foldedWords("to"))),
    ([.criticize, .express], Set(foldedWords("for over about"))),
  ]

  /// Where the content begins: behind that, a colon, a quotation, or the preposition that the verb takes.
  private func content(from start: Int, _ sentence: Range<Int>, _ cue: FoundCue) -> Found? {
    var token = start
    let isEnglish = cue.entry.language == "en"
    let own = Self.prepositions.first { $0.0.contains(cue.entry.cueClass) }?.1 ?? []
    let takesNoun = isEnglish && cue.complements.contains(.noun)
    while token < sentence.upperBound, token - start < 12 {
      if reader.role(token) == .colon || isThat(token) {
        guard token + 1 < sentence.upperBound else { return nil }
        return Found(introducer: token, content: token + 1, target: addressee(from: start, to: token, cue))
      }
      if reader.role(token) == .openQuote { return Found(introducer: token, content: token, target: nil) }
      if isEnglish, own.contains(letters(token)), token + 2 < sentence.upperBound,
        token == start || cue.complements.contains(.addressee)
      {
        return Found(introducer: token, content: token + 1, target: addressee(from: start, to: token, cue))
      }
      if takesNoun, reader.role(token) == .comma { break }
      token += 1
    }
    // گفت ایران پذیرفته است …: no conjunction at all; "condemned the attack": a noun.
    let isBare = cue.entry.cueClass == .say || cue.entry.cueClass == .continuation
    guard isBare || takesNoun, start < sentence.upperBound, reader.role(start) == .word else { return nil }
    let judged = takesNoun ? reader.mention(at: start).map { $0.first..<$0.end } : nil
    return Found(introducer: start, content: start, target: judged)
  }

  /// told X that, accused X of
  private func addressee(from start: Int, to end: Int, _ cue: FoundCue) -> Range<Int>? {
    guard start < end, cue.complements.contains(.addressee) || cue.entry.lemma == "tell" else { return nil }
    return (start..<end).allSatisfy { reader.role($0) == .word } && end - start <= 6 ? start..<end : nil
  }

  private static let tells: Set<[UInt16]> = Set(foldedWords("told tells tell"))

  /// "…," he told reporters in Vienna.
  private func told(from start: Int, _ sentence: Range<Int>) -> Range<Int>? {
    guard start < sentence.upperBound, Self.tells.contains(letters(start - 1)), reader.role(start) == .word else {
      return nil
    }
    if let mention = reader.mention(at: start) { return mention.first..<mention.end }
    var end = start
    while end < sentence.upperBound, end - start < 4, reader.role(end) == .word, !isTail(end) { end += 1 }
    return start < end ? start..<end : nil
  }
}
