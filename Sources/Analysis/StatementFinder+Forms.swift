import Briefings

/// Participles, attributions, nouns, quotations before their verb, and headlines.
extension StatementFinder {
  /// مضيفا أن، مشيرا إلى
  func participleDraft(_ cue: FoundCue, _ next: ArraySlice<FoundCue>, _ sentence: Range<Int>) -> StatementDraft? {
    // «…». مضيفا «…»: a full stop too many.
    let opens = cue.first == sentence.lowerBound && cue.first > 0 && cue.entry.isAccusative
    guard cue.first > sentence.lowerBound || opens && !passage.startsLine(cue.first) else { return nil }
    let isAccusative = cue.entry.isAccusative || passage.tokens[cue.first].shape.contains(.tanween)
    let before = reader.role(cue.first - 1)
    let afterMark = [.comma, .semicolon, .closeQuote, .dash].contains(before)
    let isFeminineOrPlural =
      !isAccusative && (cue.entry.gender == UInt8(ascii: "f") || cue.entry.number != UInt8(ascii: "s"))
    guard isAccusative || isFeminineOrPlural && afterMark else { return nil }
    guard cue.particles.isEmpty || afterMark else { return nil }
    let limit = limit(after: cue, next, sentence)
    // «مؤكدا وزير الدفاع حرص بلاده»: a participle may name its source.
    let speaker = namedSource(after: cue, limit)
    let start = speaker?.upperBound ?? cue.end
    guard let found = complement(of: cue, from: start, limit: min(limit, start + 12), hasSource: true) else {
      return nil
    }
    guard found.isAdjacent || found.isStrong, !opens || found.isStrong else { return nil }
    if !afterMark, !found.isStrong, found.kind == .noun, cue.entry.weight == UInt8(ascii: "C") { return nil }
    var draft = StatementDraft(
      cue: cue.first..<cue.end, cueSkip: cue.skip, cueClass: cue.entry.cueClass, entry: cue.entry, speaker: speaker,
      content: found.content, contentSkip: found.skip, clauseStart: cue.first)
    draft.introducer = found.at
    draft.isElided = speaker == nil
    draft.cuts = true
    draft.confidence = found.isStrong ? 0.97 : 0.93
    return draft
  }

  func namedSource(after cue: FoundCue, _ limit: Int) -> Range<Int>? {
    guard cue.end < limit, cue.complements.contains(.that) else { return nil }
    let mention = reader.mention(at: cue.end)
    guard reader.roleAt[cue.end] >= 0 || mention?.type == .person && mention?.skip == 0 else { return nil }
    return reader.source(from: cue.end, limit: limit, strictly: true)
  }

  /// حسبما ذكرت وكالة رويترز: an attribution with a verb of its own.
  func evidenceDraft(_ cue: FoundCue, _ verb: FoundCue, _ sentence: Range<Int>) -> StatementDraft? {
    guard verb.end < sentence.upperBound,
      let speaker = reader.source(from: verb.end, limit: sentence.upperBound, strictly: false)
    else { return nil }
    // «حسبما قال إن»: not an attribution but a report.
    if speaker.upperBound < sentence.upperBound, reader.isThat(speaker.upperBound) { return nil }
    return evidenceDraft(cue, upTo: verb.end, speaker, sentence)
  }

  private static let asWords: Set<[UInt16]> = Set(foldedWords("كما مثلما"))

  /// «…، كما أعلن الرئيس»: an attribution of the clause before, with a verb of its own.
  func asSaidDraft(_ cue: FoundCue, _ sentence: Range<Int>) -> StatementDraft? {
    guard cue.entry.language == "ar", cue.entry.form == .finite, cue.particles.isEmpty,
      cue.first > sentence.lowerBound + 5, reader.role(cue.first - 1) == .word,
      Self.asWords.contains(Array(passage.letters(of: cue.first - 1))),
      let speaker = reader.source(from: cue.end, limit: sentence.upperBound, strictly: false)
    else { return nil }
    let end = speaker.upperBound
    guard end == sentence.upperBound || [.comma, .stop, .closeQuote].contains(reader.role(end)) else { return nil }
    var draft = StatementDraft(
      cue: cue.first..<cue.end, cueSkip: cue.skip, cueClass: cue.entry.cueClass, entry: cue.entry, speaker: speaker,
      content: sentence.lowerBound, clauseStart: cue.first - 1)
    draft.contentEnd = cue.first - 1
    draft.cuts = true
    draft.confidence = 0.6
    return draft
  }

  private static let anonymity: Set<[UInt16]> = Set(foldedWords("اسمه اسمها هويته هويتها أسمائهم هويتهم اسميهما"))

  /// «مصدر طلب عدم ذكر اسمه»: no demand, but what is said of the source.
  func asksForAnonymity(_ cue: FoundCue, _ sentence: Range<Int>) -> Bool {
    let reach = [.demand, .reject].contains(cue.entry.cueClass) ? 5 : 1
    return (cue.end..<min(sentence.upperBound, cue.end + reach)).contains { isAnonymity($0) }
  }

  private func isAnonymity(_ token: Int) -> Bool { Self.anonymity.contains(Array(passage.letters(of: token))) }

  /// The end of «، طلب عدم ذكر اسمه،» between a source and what it says.
  func endOfAnonymity(from start: Int, _ limit: Int) -> Int? {
    guard let name = (start..<min(limit, max(start, start + 9))).first(where: { isAnonymity($0) }),
      !(start..<name).contains(where: { reader.isThat($0) || reader.role($0) == .colon })
    else { return nil }
    let end = name + 1
    return end < limit && reader.role(end) == .comma ? end + 1 : end
  }

  /// وفقا لوكالة تسنيم، … and …، بحسب الوزارة
  func evidenceDraft(_ cue: FoundCue, _ next: ArraySlice<FoundCue>, _ sentence: Range<Int>) -> StatementDraft? {
    var start = cue.end
    // وفقا ل
    if start < sentence.upperBound, passage.letters(of: start).elementsEqual([Letter.lam]) { start += 1 }
    guard start < sentence.upperBound else { return nil }
    guard let speaker = sourceAfterParticle(start, sentence.upperBound), isSource(speaker) else { return nil }
    return evidenceDraft(cue, upTo: cue.end, speaker, sentence)
  }

  /// The draft of an attribution whose source is known: of what follows, or of the clause before.
  private func evidenceDraft(
    _ cue: FoundCue, upTo cueEnd: Int, _ speaker: Range<Int>, _ sentence: Range<Int>
  ) -> StatementDraft? {
    var draft = StatementDraft(
      cue: cue.first..<cueEnd, cueSkip: cue.skip, cueClass: cue.entry.cueClass, entry: cue.entry, speaker: speaker,
      content: speaker.upperBound, clauseStart: cue.first)
    draft.confidence = 0.8
    let leads = reader.isClauseStart(cue.first, sentence.lowerBound) && !hasClauseBefore(cue.first, sentence)
    if leads {
      var content = speaker.upperBound
      // Time and place of the source end at a comma.
      if content < sentence.upperBound, reader.role(content) != .comma {
        var token = content
        while token < sentence.upperBound, token - content < 12, !startsMainClause(token) {
          let close = Int(passage.tokens[token].partner)
          if reader.role(token) == .openQuote, close > token, close - token <= 5 {
            token = close
          } else if reader.role(token) != .word {
            break
          }
          token += 1
        }
        if token < sentence.upperBound, reader.role(token) == .comma || startsMainClause(token) { content = token }
      }
      while content < sentence.upperBound, [.comma, .colon].contains(reader.role(content)) { content += 1 }
      guard content < sentence.upperBound else { return nil }
      (draft.content, draft.contentSkip) = afterFa(content, sentence)
      return draft
    }
    // At the end of its clause: what stands before is the content.
    var first = sentence.lowerBound
    var token = cue.first - 1
    while token > sentence.lowerBound, [.comma, .semicolon].contains(reader.role(token)) { token -= 1 }
    let end = token + 1
    if reader.role(first) == .comma { first += 1 }
    guard end - first >= 5 else { return nil }
    draft.content = first
    draft.contentEnd = end
    draft.cuts = true
    draft.confidence = 0.6
    return draft
  }

  static let evidence: Set<[UInt16]> = Set(
    foldedWords(
      "الإحصاءات إحصاءات المعلومات معلومات التقديرات تقديرات الأرقام أرقام البيانات بيانات شهود استطلاع دراسة مصادر وسائل أنباء"
    ))

  /// Whether a noun phrase after بحسب or وفقا is somebody: وفقا للقرار reports nobody's words.
  func isSource(_ phrase: Range<Int>) -> Bool {
    phrase.prefix(3).contains { token in
      // مقررات جنيف: a place that only tells which.
      if reader.owner[token] >= 0, reader.mentions[Int(reader.owner[token])].type != .place { return true }
      if reader.owner[token] >= 0 && token == phrase.lowerBound || reader.roleAt[token] >= 0 { return true }
      let wordClass = reader.anyClass(token)
      if !wordClass.isDisjoint(with: [.office, .speaker, .document, .organizationHead, .title]) { return true }
      let letters = Array(passage.letters(of: token))
      if Self.evidence.contains(letters) || Self.evidence.contains(Array(letters.dropFirst())) { return true }
      guard letters.starts(with: [Letter.lam, Letter.lam]) else { return false }
      let article = [Letter.alef, Letter.lam] + letters.dropFirst(2)
      return Self.evidence.contains(article)
    }
  }

  /// The source after a preposition, its own particle ل left out.
  func sourceAfterParticle(_ start: Int, _ limit: Int) -> Range<Int>? {
    if let phrase = reader.source(from: start, limit: limit, strictly: false) { return phrase }
    if let mention = reader.mention(at: start), mention.skip > 0 {
      return reader.source(from: start, limit: limit, strictly: false) ?? start..<mention.end
    }
    guard reader.role(start) == .word else { return nil }
    let letters = passage.letters(of: start)
    guard letters.first == Letter.lam, letters.count > 3 else { return nil }
    let rest = reader.source(from: start + 1, limit: limit, strictly: false)
    if let rest, reader.isDefinite(start + 1) || reader.mention(at: start + 1) != nil { return start..<rest.upperBound }
    return start..<start + 1
  }

  func hasClauseBefore(_ token: Int, _ sentence: Range<Int>) -> Bool {
    token - sentence.lowerBound > 3 && !passage.readings(of: token).contains { $0.particles.contains(.and) }
  }

  /// فإن، فقد، أن: the clause after the source.
  func startsMainClause(_ token: Int) -> Bool {
    reader.isThat(token) || Self.mainClause.contains(Array(passage.letters(of: token)))
  }

  static let mainClause: Set<[UInt16]> = Set(
    foldedWords("فإن فإنه فإنها فقد فان فإنهم فلا فلم فلن فليس فهو فهي أن إن أنه إنه أنها إنها"))

  static let leftOut: Set<[UInt16]> = Set(foldedWords("فإن فقد فان أن إن بأن لقد أنه إنه أنها إنها أنهم إنهم"))

  func afterFa(_ token: Int, _ sentence: Range<Int>) -> (Int, Int32) {
    guard token + 1 < sentence.upperBound, reader.role(token) == .word,
      Self.leftOut.contains(Array(passage.letters(of: token)))
    else { return (token, 0) }
    return (token + 1, 0)
  }

  /// تصريحات … أن، اتهامات بـ
  func nounDraft(_ cue: FoundCue, _ next: ArraySlice<FoundCue>, _ sentence: Range<Int>) -> StatementDraft? {
    let limit = limit(after: cue, next, sentence)
    let speaker = reader.source(from: cue.end, limit: min(limit, cue.end + 8), strictly: true)
    let start = speaker?.upperBound ?? cue.end
    guard start < limit else { return nil }
    guard let found = strongComplement(of: cue, from: start, limit: min(limit, start + 2)), found.at <= start else {
      return nil
    }
    var draft = StatementDraft(
      cue: cue.first..<cue.end, cueSkip: cue.skip, cueClass: cue.entry.cueClass, entry: cue.entry, speaker: speaker,
      content: found.content, contentSkip: found.skip, clauseStart: cue.first)
    draft.isElided = speaker == nil
    draft.confidence = 0.5
    return draft
  }

  /// «…»، قال فلان
  func quotedBefore(_ cue: FoundCue, _ speaker: Range<Int>?, _ sentence: Range<Int>) -> StatementDraft? {
    guard let speaker, cue.complements.contains(.quote), cue.first - 2 > sentence.lowerBound else { return nil }
    var close = cue.first - 1
    if [.comma, .dash].contains(reader.role(close)) { close -= 1 }
    guard reader.role(close) == .closeQuote else { return nil }
    let open = Int(passage.tokens[close].partner)
    guard open >= sentence.lowerBound, open <= sentence.lowerBound + 1, close - open > 3 else { return nil }
    var draft = StatementDraft(
      cue: cue.first..<cue.end, cueSkip: cue.skip, cueClass: cue.entry.cueClass, entry: cue.entry, speaker: speaker,
      content: open + 1, clauseStart: cue.first)
    draft.contentEnd = close
    draft.confidence = 0.9
    return draft
  }

  /// «كيري: …» in a headline or at the head of a paragraph.
  func headlineDraft(in sentence: Range<Int>) -> StatementDraft? {
    let isTitle = passage.tokens[sentence.lowerBound].field == .title
    guard passage.startsLine(sentence.lowerBound) else { return nil }
    guard let colon = sentence.prefix(12).first(where: { reader.role($0) == .colon }), colon > sentence.lowerBound,
      colon + 1 < sentence.upperBound
    else { return nil }
    guard let speaker = reader.source(from: sentence.lowerBound, limit: colon, strictly: true),
      !isAdjunct(sentence.lowerBound)
    else { return nil }
    let isPerson = speaker.contains { reader.owner[$0] >= 0 && reader.mentions[Int(reader.owner[$0])].type == .person }
    let hasDash = (sentence.lowerBound..<colon).contains { reader.role($0) == .dash }
    guard !hasDash || isTitle, isTitle || isPerson || reader.roleAt[speaker.lowerBound] >= 0 else { return nil }
    guard isTitle || speaker.upperBound == colon else { return nil }
    if (sentence.lowerBound..<colon).contains(where: { reader.isFiniteCue($0) }) { return nil }
    guard colon + 3 < sentence.upperBound else { return nil }
    // «إيران: 4 محطات جديدة»: a country before a colon says what it is about.
    if let mention = reader.mention(at: speaker.lowerBound), mention.type == .place, mention.end == speaker.upperBound,
      reader.role(colon + 1) == .number || !isState(mention)
    {
      return nil
    }
    var draft = StatementDraft(
      cue: colon..<colon + 1, cueClass: .say, entry: nil, speaker: speaker, content: colon + 1,
      clauseStart: sentence.lowerBound)
    draft.confidence = 0.85
    return draft
  }
}
