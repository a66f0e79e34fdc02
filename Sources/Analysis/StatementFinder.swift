import Briefings

/// Finds who is reported to have said what.
///
/// Sentence by sentence: every reporting word becomes a draft with its source and the beginning of its content; then
/// the contents are ended where the next clause begins, and left-out sources are looked for among those before.
struct StatementFinder {
  let reader: SentenceReader
  let cueFinder: CueFinder
  var passage: Passage { reader.passage }

  init(_ finder: EntityFinder) {
    reader = SentenceReader(finder)
    cueFinder = CueFinder(lexicon: finder.lexicon, passage: finder.passage, owner: finder.owner)
  }

  /// The drafts in the order of the text, their contents ended.
  func drafts() -> [StatementDraft] {
    var all: [StatementDraft] = []
    for (number, sentence) in SentenceSplitter.sentences(of: passage).enumerated() {
      var drafts = headlineDraft(in: sentence).map { [$0] } ?? []
      let cues = cueFinder.cues(in: sentence)
      // «قال كيري مشيرا إلى الاجتماع "…"»: a participle before the content is an aside.
      var contentStart = 0
      for (index, cue) in cues.enumerated() {
        if cue.first < contentStart, cue.entry.form == .participle { continue }
        let next = index + 1 < cues.count ? Array(cues[(index + 1)...]) : []
        guard let draft = draft(for: cue, next: next, in: sentence), !isInner(draft, cue, among: drafts, sentence)
        else {
          continue
        }
        // «أعرب عن أمله بأن»: one report, not two.
        if cue.entry.form == .noun, drafts.contains(where: { $0.content == cue.first }) { continue }
        if draft.contentEnd == nil { contentStart = max(contentStart, draft.content) }
        drafts.append(draft)
      }
      for index in drafts.indices { drafts[index].sentence = number }
      endContents(&drafts, in: sentence)
      all.append(contentsOf: drafts)
    }
    return all
  }

  /// Whether a verb without a source belongs to the clause that another one reports (…أن العملية التي بدأت بينت أن…).
  private func isInner(
    _ draft: StatementDraft, _ cue: FoundCue, among drafts: [StatementDraft], _ sentence: Range<Int>
  ) -> Bool {
    guard draft.isElided, cue.entry.form == .finite, cue.entry.language == "ar" else { return false }
    guard let outer = drafts.last(where: { $0.contentEnd == nil && $0.content <= cue.first }) else { return false }
    if cue.particles.isEmpty, draft.clauseStart == cue.first { return true }
    return isInsideQuote(cue.first, from: outer.content, sentence)
  }

  // MARK: Kinds of cue

  private func draft(for cue: FoundCue, next: [FoundCue], in sentence: Range<Int>) -> StatementDraft? {
    if cue.entry.language != "ar" {
      if cue.entry.form == .preposition { return evidenceDraft(cue, next, sentence) }
      return ForeignStatements(reader: reader).draft(for: cue, in: sentence)
    }
    switch cue.entry.form {
    case .finite, .passive: return finiteDraft(cue, next, sentence)
    case .participle: return participleDraft(cue, next, sentence)
    case .preposition: return evidenceDraft(cue, next, sentence)
    case .noun: return nounDraft(cue, next, sentence)
    case .adverb, .conjunction, .infinitive: return nil
    }
  }

  /// The first token that belongs to another reporting clause.
  private func limit(after cue: FoundCue, _ next: [FoundCue], _ sentence: Range<Int>) -> Int {
    for other in next where isOtherClause(other) {
      if other.first > sentence.lowerBound, reader.wordClass(other.first - 1).contains(.relative) { continue }
      return other.first
    }
    return sentence.upperBound
  }

  private func isOtherClause(_ cue: FoundCue) -> Bool {
    switch cue.entry.form {
    case .finite: cue.entry.weight != UInt8(ascii: "C")
    case .participle: cue.entry.isAccusative && cue.entry.weight == UInt8(ascii: "A")
    default: false
    }
  }

  private func finiteDraft(_ cue: FoundCue, _ next: [FoundCue], _ sentence: Range<Int>) -> StatementDraft? {
    if isNegated(cue, sentence) { return nil }
    var limit = limit(after: cue, next, sentence)
    var before = speakerBefore(cue, sentence)
    let afterPronoun = afterAddressee(cue.end, limit)
    var speaker: Range<Int>?
    if before == nil || before?.isRelative == true {
      speaker = reader.source(from: afterPronoun, limit: limit, strictly: true)
    }
    var relayed = cue.end
    if cue.entry.cueClass == .relay, let relay = relayedSource(cue, limit) {
      (speaker, relayed) = (relay.source, relay.end)
      before = nil
    }
    if let first = next.first, first.entry.form == .participle, first.first == speaker?.upperBound ?? cue.end {
      limit = self.limit(after: first, Array(next.dropFirst()), sentence)
    }
    if speaker != nil { before = nil }
    if before == nil, speaker == nil, isAfterRelative(cue, sentence), !isReferredBack(cue.end - 1),
      !isReferredBack(cue.end)
    {
      return nil
    }
    let start = max(speaker?.upperBound ?? afterPronoun, relayed)
    guard let found = complement(of: cue, from: start, limit: limit, hasSource: speaker != nil || before != nil) else {
      return quotedBefore(cue, speaker, sentence)
    }
    if speaker == nil, before == nil, found.isStrong, found.at > cue.end, !cue.complements.contains(.objectFirst) {
      speaker = reader.source(from: cue.end, limit: found.at, strictly: false)
    }
    let isElided = speaker == nil && before == nil
    let atClauseStart = reader.isClauseStart(cue.first, sentence.lowerBound) || !cue.particles.isEmpty
    switch cue.entry.weight {
    case UInt8(ascii: "A"):
      // A bare noun phrase after a verb in the middle of a clause is mostly its plain object.
      if !found.isStrong, isElided, !atClauseStart, found.kind == .noun { return nil }
    case UInt8(ascii: "B"):
      let isPlain = speaker != nil && found.kind == .preposition && found.content - start < 12
      guard atClauseStart || before != nil || found.isStrong || isPlain else { return nil }
      if found.kind == .noun, isElided { return nil }
    default:
      guard found.isStrong, found.isAdjacent || isNear(found, start) else { return nil }
    }
    if cue.entry.form == .passive, !found.isStrong { return nil }
    var draft = StatementDraft(
      cue: cue.first..<cue.end, cueSkip: cue.skip, cueClass: cue.entry.cueClass, entry: cue.entry,
      speaker: speaker ?? before?.phrase, content: found.content, contentSkip: found.skip,
      clauseStart: before?.clause ?? clauseStart(of: cue, sentence))
    draft.isElided = isElided && cue.entry.form != .passive
    let afterComma = cue.first > sentence.lowerBound && [.comma, .semicolon].contains(reader.role(cue.first - 1))
    draft.cuts =
      !cue.particles.isEmpty || (afterComma && speaker != nil && found.isStrong)
      || draft.clauseStart < cue.first && before?.isRelative != true
    draft.confidence = confidence(cue, found, isElided: isElided)
    draft.isRelative = before?.isRelative == true || isAfterRelative(cue, sentence)
    return draft
  }

  private static let about: Set<[UInt16]> = Set(foldedWords("عن إلى الى"))
  private static let aboutHim: Set<[UInt16]> = Set(foldedWords("عنه عنها عنهم إليه إليها إليهم"))

  /// «نقلت وكالة … عن صالحي قوله»: the source is who is quoted, not who quotes; with عنه it is left out.
  private func relayedSource(_ cue: FoundCue, _ limit: Int) -> (source: Range<Int>?, end: Int)? {
    var token = cue.end
    while token < limit, token - cue.end < 14, !reader.isThat(token), reader.role(token) != .colon {
      if reader.role(token) == .word, reader.owner[token] < 0 {
        let letters = Array(passage.letters(of: token))
        if Self.aboutHim.contains(letters) {
          let outlet = reader.source(from: token + 1, limit: limit, strictly: true)
          return (nil, outlet?.upperBound ?? token + 1)
        }
        if Self.about.contains(letters), token + 1 < limit,
          let source = reader.source(from: token + 1, limit: limit, strictly: false)
        {
          return (source, source.upperBound)
        }
      }
      token += 1
    }
    return nil
  }

  private static let negations: Set<[UInt16]> = Set(foldedWords("لا لم لن ما ولا ولم ولن"))
  private static let doubtful: Set<String> = ["استبعد", "نفى", "أنكر", "أخفى"]

  /// «لم يقل إن» reports nothing; «لم يستبعد أن» does.
  private func isNegated(_ cue: FoundCue, _ sentence: Range<Int>) -> Bool {
    guard cue.first > sentence.lowerBound, reader.role(cue.first - 1) == .word else { return false }
    return Self.negations.contains(Array(passage.letters(of: cue.first - 1)))
      && !Self.doubtful.contains(cue.entry.lemma)
      && !passage.letters(of: cue.first - 1).elementsEqual([Letter.meem, Letter.alef])
  }

  private static let addressees: Set<[UInt16]> = Set(
    foldedWords("له لها لهم لنا لي إليه إليها إليهم لهما للصحافيين للصحفيين للصحافة للصحفيين"))

  /// «وقال له رئيس اللجنة»
  private func afterAddressee(_ token: Int, _ limit: Int) -> Int {
    guard token + 1 < limit, reader.role(token) == .word else { return token }
    let letters = Array(passage.letters(of: token))
    if Self.addressees.contains(letters) { return token + 1 }
    // لـ«الشرق الأوسط»
    if letters == [Letter.lam], reader.role(token + 1) == .openQuote {
      let close = Int(passage.tokens[token + 1].partner)
      return close > token && close + 1 < limit && close - token <= 6 ? close + 1 : token
    }
    if letters.first == Letter.lam, let mention = reader.mention(at: token), mention.skip > 0,
      mention.type == .organization,
      mention.end < limit
    {
      return mention.end
    }
    return token
  }

  private func isNear(_ found: FoundComplement, _ start: Int) -> Bool {
    (start..<found.at).allSatisfy { reader.role($0) == .comma || reader.isInterpolation($0) }
  }

  private func isAfterRelative(_ cue: FoundCue, _ sentence: Range<Int>) -> Bool {
    cue.first > sentence.lowerBound && reader.role(cue.first - 1) == .word
      && reader.wordClass(cue.first - 1).contains(.relative) && passage.letters(of: cue.first - 1).starts(with: [0x627])
  }

  private static let referring: Set<[UInt16]> = Set(foldedWords("فيها فيه خلالها خلاله"))

  /// «تصريحات قال فيها إن»: the relative clause is about the words, and the source is left out.
  private func isReferredBack(_ token: Int) -> Bool {
    token < passage.tokens.count && Self.referring.contains(Array(passage.letters(of: token)))
  }

  private func confidence(_ cue: FoundCue, _ found: FoundComplement, isElided: Bool) -> Double {
    var confidence = cue.entry.weight == UInt8(ascii: "A") ? 0.95 : cue.entry.weight == UInt8(ascii: "B") ? 0.8 : 0.65
    if !found.isStrong { confidence -= 0.15 }
    if isElided { confidence -= 0.1 }
    return confidence
  }

  /// بينما، كما، حيث before the verb belong to its clause.
  private func clauseStart(of cue: FoundCue, _ sentence: Range<Int>) -> Int {
    var start = cue.first
    while start > sentence.lowerBound, reader.role(start - 1) == .word, reader.owner[start - 1] < 0,
      !reader.anyClass(start - 1).isDisjoint(with: [.clause, .auxiliary])
        || reader.wordClass(start - 1).contains(.relative)
          && [0x643, 0x641].contains(passage.letters(of: start - 1).first ?? 0)
    {
      start -= 1
    }
    // «في حين كرر»، «أما اليوم فأعرب»
    if start < cue.first, start > sentence.lowerBound, passage.letters(of: start).elementsEqual([0x62D, 0x64A, 0x646]),
      passage.letters(of: start - 1).elementsEqual([Letter.feh, Letter.yeh])
    {
      return start - 1
    }
    if cue.particles == .then {
      for token in (max(sentence.lowerBound, cue.first - 4)..<cue.first).reversed()
      where passage.letters(of: token).elementsEqual([0x627, 0x645, 0x627]) {
        return token
      }
    }
    // «إلا أنه اعتبر»
    if start == cue.first, start >= sentence.lowerBound + 2, reader.wordClass(start - 1).contains(.complementizer),
      Self.exceptions.contains(Array(passage.letters(of: start - 2)))
    {
      return start - 2
    }
    return start
  }

  private static let exceptions: Set<[UInt16]> = Set(foldedWords("إلا غير بيد"))

  private func speakerBefore(
    _ cue: FoundCue, _ sentence: Range<Int>
  ) -> (phrase: Range<Int>, clause: Int, isRelative: Bool)? {
    guard cue.particles.isEmpty || isAfterReturn(cue) else { return nil }
    let lower = sentence.lowerBound
    guard cue.first > lower else { return nil }
    if reader.wordClass(cue.first - 1).contains(.relative), passage.letters(of: cue.first - 1).starts(with: [0x627]) {
      guard let phrase = antecedent(of: cue.first - 1, lower, cue) else { return nil }
      return (phrase, cue.first, true)
    }
    guard let phrase = reader.sourceBefore(cue.first, from: lower) else { return nil }
    var clause = phrase.lowerBound
    while clause > lower, reader.role(clause - 1) == .word, reader.owner[clause - 1] < 0,
      !reader.anyClass(clause - 1).isDisjoint(with: [.clause, .auxiliary])
    {
      clause -= 1
    }
    // After أن the noun phrase stands inside the content of another.
    let isInside = clause > lower && reader.role(clause - 1) == .word
    return (phrase, isInside ? cue.first : clause, isInside)
  }

  /// لكن ظريف عاد وقال
  private func isAfterReturn(_ cue: FoundCue) -> Bool {
    cue.particles == .and && cue.first > 0 && reader.wordClass(cue.first - 1).contains(.auxiliary)
  }

  /// The noun phrase that الذي refers to.
  private func antecedent(of relative: Int, _ lower: Int, _ cue: FoundCue) -> Range<Int>? {
    var token = relative - 1
    if token >= lower, reader.role(token) == .comma { token -= 1 }
    guard token >= lower else { return nil }
    if let phrase = reader.sourceBefore(token + 1, from: lower) { return phrase }
    // «تصريحات خامنئي الأخيرة التي أكد فيها»: the nearest name of the verb's gender.
    var step = 0
    while token >= lower, step < 8 {
      if reader.owner[token] >= 0 {
        let mention = reader.mentions[Int(reader.owner[token])]
        let isPerson = mention.type == .person
        if isPerson == (cue.entry.gender != UInt8(ascii: "f")) {
          let role = reader.roles.last { $0.holder == Int(reader.owner[token]) && $0.first < mention.first }
          return max(lower, role?.first ?? mention.first)..<mention.end
        }
      }
      token -= 1
      step += 1
    }
    return nil
  }

  // MARK: Other forms

  /// مضيفا أن، مشيرا إلى
  private func participleDraft(_ cue: FoundCue, _ next: [FoundCue], _ sentence: Range<Int>) -> StatementDraft? {
    guard cue.first > sentence.lowerBound else { return nil }
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
    guard found.isAdjacent || found.isStrong else { return nil }
    if !afterMark, !found.isStrong, found.kind == .noun, cue.entry.weight == UInt8(ascii: "C") { return nil }
    var draft = StatementDraft(
      cue: cue.first..<cue.end, cueSkip: cue.skip, cueClass: cue.entry.cueClass, entry: cue.entry, speaker: speaker,
      content: found.content, contentSkip: found.skip, clauseStart: cue.first)
    draft.isElided = speaker == nil
    draft.cuts = true
    draft.confidence = found.isStrong ? 0.9 : 0.75
    return draft
  }

  private func namedSource(after cue: FoundCue, _ limit: Int) -> Range<Int>? {
    guard cue.end < limit, cue.complements.contains(.that) else { return nil }
    let mention = reader.mention(at: cue.end)
    guard reader.roleAt[cue.end] >= 0 || mention?.type == .person && mention?.skip == 0 else { return nil }
    return reader.source(from: cue.end, limit: limit, strictly: true)
  }

  /// وفقا لوكالة تسنيم، … and …، بحسب الوزارة
  private func evidenceDraft(_ cue: FoundCue, _ next: [FoundCue], _ sentence: Range<Int>) -> StatementDraft? {
    var start = cue.end
    // وفقا ل
    if start < sentence.upperBound, passage.letters(of: start).elementsEqual([Letter.lam]) { start += 1 }
    guard start < sentence.upperBound else { return nil }
    guard let speaker = sourceAfterParticle(start, sentence.upperBound), isSource(speaker) else { return nil }
    var draft = StatementDraft(
      cue: cue.first..<cue.end, cueSkip: cue.skip, cueClass: cue.entry.cueClass, entry: cue.entry, speaker: speaker,
      content: speaker.upperBound, clauseStart: cue.first)
    draft.confidence = 0.8
    let leads = reader.isClauseStart(cue.first, sentence.lowerBound) && !hasClauseBefore(cue.first, sentence)
    if leads {
      var content = speaker.upperBound
      // Time and place of the source end at a comma.
      if content < sentence.upperBound, reader.role(content) != .comma {
        var token = content
        while token < sentence.upperBound, token - content < 12, reader.role(token) == .word, !startsMainClause(token) {
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

  private static let evidence: Set<[UInt16]> = Set(
    foldedWords(
      "الإحصاءات إحصاءات المعلومات معلومات التقديرات تقديرات الأرقام أرقام البيانات بيانات شهود استطلاع دراسة مصادر وسائل أنباء"
    ))

  /// Whether a noun phrase after بحسب or وفقا is somebody: وفقا للقرار reports nobody's words.
  private func isSource(_ phrase: Range<Int>) -> Bool {
    phrase.prefix(3).contains { token in
      if reader.owner[token] >= 0 || reader.roleAt[token] >= 0 { return true }
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
  private func sourceAfterParticle(_ start: Int, _ limit: Int) -> Range<Int>? {
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

  private func hasClauseBefore(_ token: Int, _ sentence: Range<Int>) -> Bool {
    token - sentence.lowerBound > 3 && !passage.readings(of: token).contains { $0.particles.contains(.and) }
  }

  /// فإن، فقد، أن: the clause after the source.
  private func startsMainClause(_ token: Int) -> Bool {
    reader.isThat(token) || Self.mainClause.contains(Array(passage.letters(of: token)))
  }

  private static let mainClause: Set<[UInt16]> = Set(
    foldedWords("فإن فإنه فإنها فقد فان فإنهم فلا فلم فلن فليس فهو فهي أن إن أنه إنه أنها إنها"))

  private static let leftOut: Set<[UInt16]> = Set(foldedWords("فإن فقد فان أن إن بأن لقد أنه إنه أنها إنها أنهم إنهم"))

  private func afterFa(_ token: Int, _ sentence: Range<Int>) -> (Int, Int32) {
    guard token + 1 < sentence.upperBound, reader.role(token) == .word,
      Self.leftOut.contains(Array(passage.letters(of: token)))
    else { return (token, 0) }
    return (token + 1, 0)
  }

  /// تصريحات … أن، اتهامات بـ
  private func nounDraft(_ cue: FoundCue, _ next: [FoundCue], _ sentence: Range<Int>) -> StatementDraft? {
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
  private func quotedBefore(_ cue: FoundCue, _ speaker: Range<Int>?, _ sentence: Range<Int>) -> StatementDraft? {
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
  private func headlineDraft(in sentence: Range<Int>) -> StatementDraft? {
    let isTitle = passage.tokens[sentence.lowerBound].field == .title
    guard passage.startsLine(sentence.lowerBound) else { return nil }
    guard let colon = sentence.prefix(12).first(where: { reader.role($0) == .colon }), colon > sentence.lowerBound,
      colon + 1 < sentence.upperBound
    else { return nil }
    guard let speaker = reader.source(from: sentence.lowerBound, limit: colon, strictly: true) else { return nil }
    let isPerson = speaker.contains { reader.owner[$0] >= 0 && reader.mentions[Int(reader.owner[$0])].type == .person }
    let hasDash = (sentence.lowerBound..<colon).contains { reader.role($0) == .dash }
    guard !hasDash || isTitle, isTitle || isPerson || reader.roleAt[speaker.lowerBound] >= 0 else { return nil }
    guard isTitle || speaker.upperBound == colon else { return nil }
    if (sentence.lowerBound..<colon).contains(where: { reader.isFiniteCue($0) }) { return nil }
    guard colon + 3 < sentence.upperBound else { return nil }
    var draft = StatementDraft(
      cue: colon..<colon + 1, cueClass: .say, entry: nil, speaker: speaker, content: colon + 1,
      clauseStart: sentence.lowerBound)
    draft.confidence = 0.85
    return draft
  }
}
