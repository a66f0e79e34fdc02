import Briefings

/// Finds who is reported to have said what.
///
/// Sentence by sentence: every reporting word becomes a draft with its source and the beginning of its content; then
/// the contents are ended where the next clause begins, and left-out sources are looked for among those before.
struct StatementFinder {
  private(set) var reader: SentenceReader
  private(set) var cueFinder: CueFinder
  private let sections: [Passage.Section]
  var passage: Passage { reader.passage }

  init(_ finder: EntityFinder) {
    reader = SentenceReader(finder)
    cueFinder = CueFinder(lexicon: finder.lexicon, passage: finder.passage, owner: finder.owner)
    sections = finder.passage.sections(in: finder.lexicon.textLanguage)
  }

  /// The same for the paragraph that a token stands in.
  func forParagraph(of token: Int) -> StatementFinder {
    guard sections.count > 1, let section = sections.first(where: { $0.tokens.contains(token) }),
      section.language != reader.lexicon.textLanguage
    else { return self }
    var copy = self
    copy.reader.lexicon.textLanguage = section.language
    copy.cueFinder.lexicon.textLanguage = section.language
    return copy
  }

  /// The drafts in the order of the text, their contents ended.
  func drafts() -> [StatementDraft] {
    var all: [StatementDraft] = []
    for (number, sentence) in SentenceSplitter.sentences(of: passage).enumerated() {
      all.append(contentsOf: forParagraph(of: sentence.lowerBound).drafts(of: sentence, number))
    }
    return all
  }

  /// The drafts of one sentence.
  private func drafts(of sentence: Range<Int>, _ number: Int) -> [StatementDraft] {
    var drafts = headlineDraft(in: sentence).map { [$0] } ?? []
    let cues = cueFinder.cues(in: sentence)
    // «قال كيري مشيرا إلى الاجتماع "…"»: a participle before the content is an aside.
    var contentStart = 0
    // «حسبما ذكرت رويترز»: the verb of an attribution reports nothing more.
    var skipped = -1
    for (index, cue) in cues.enumerated() {
      if cue.first < contentStart, cue.entry.form == .participle { continue }
      let next = cues[(index + 1)...]
      if cue.entry.form == .conjunction, let verb = next.first, verb.first == cue.end {
        skipped = verb.first
        if let draft = evidenceDraft(cue, verb, sentence) { drafts.append(draft) }
        continue
      }
      if cue.first == skipped || asksForAnonymity(cue, sentence) { continue }
      if drafts.isEmpty, let draft = asSaidDraft(cue, sentence) {
        drafts.append(draft)
        continue
      }
      guard let draft = draft(for: cue, next: next, in: sentence), !isInner(draft, cue, among: drafts, sentence)
      else {
        continue
      }
      // «أعرب عن أمله بأن»: one report, not two.
      if cue.entry.form == .noun, drafts.contains(where: { $0.content == cue.first }) { continue }
      if draft.contentEnd == nil { contentStart = max(contentStart, draft.content) }
      drafts.append(draft)
    }
    dropEvidenceAroundReports(&drafts)
    for index in drafts.indices { drafts[index].sentence = number }
    endContents(&drafts, in: sentence)
    findTargets(&drafts)
    return drafts
  }

  /// «قالت صحيفة لوموند نقلا عن مسؤولين إن»: what stands before the attribution only introduces what comes after it.
  private func dropEvidenceAroundReports(_ drafts: inout [StatementDraft]) {
    guard drafts.contains(where: { $0.cueClass == .evidential }) else { return }
    let all = drafts
    drafts.removeAll { evidence in
      guard evidence.cueClass == .evidential, let end = evidence.contentEnd, end <= evidence.cue.lowerBound else {
        return false
      }
      return all.contains {
        $0.cueClass != .evidential && (evidence.content..<end).contains($0.cue.lowerBound)
          && $0.content > evidence.cue.lowerBound && end - $0.cue.lowerBound < 12
      }
    }
  }

  /// Whether a verb without a source belongs to the clause that another one reports (…أن العملية التي بدأت بينت أن…).
  func isInner(
    _ draft: StatementDraft, _ cue: FoundCue, among drafts: [StatementDraft], _ sentence: Range<Int>
  ) -> Bool {
    guard draft.isElided, cue.entry.form == .finite, cue.entry.language == "ar" else { return false }
    // «أضاف أنه حث الرئيس على»: his own report of another of his words.
    if cue.complements.contains(.addressee), isAfterPronoun(cue, sentence) { return false }
    guard let outer = drafts.last(where: { $0.contentEnd == nil && $0.content <= cue.first }) else { return false }
    if cue.particles.isEmpty, draft.clauseStart == cue.first { return true }
    return isInsideQuote(cue.first, from: outer.content, sentence)
  }

  // MARK: Kinds of cue

  func draft(for cue: FoundCue, next: ArraySlice<FoundCue>, in sentence: Range<Int>) -> StatementDraft? {
    if cue.entry.language != "ar" {
      let foreign = ForeignStatements(reader: reader)
      if cue.entry.form == .preposition {
        // Urdu attributes behind the source.
        return cue.entry.language == "ur"
          ? foreign.attribution(cue, in: sentence) : evidenceDraft(cue, next, sentence)
      }
      return foreign.draft(for: cue, in: sentence)
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
  func limit(after cue: FoundCue, _ next: ArraySlice<FoundCue>, _ sentence: Range<Int>) -> Int {
    for other in next where isOtherClause(other) {
      if other.first > sentence.lowerBound, reader.wordClass(other.first - 1).contains(.relative) { continue }
      if asksForAnonymity(other, sentence) { continue }
      return other.first
    }
    return sentence.upperBound
  }

  func isOtherClause(_ cue: FoundCue) -> Bool {
    switch cue.entry.form {
    case .finite: cue.entry.weight != UInt8(ascii: "C")
    case .participle: cue.entry.isAccusative && cue.entry.weight == UInt8(ascii: "A")
    default: false
    }
  }

  func finiteDraft(_ cue: FoundCue, _ next: ArraySlice<FoundCue>, _ sentence: Range<Int>) -> StatementDraft? {
    if isNegated(cue, sentence) || isSupposed(cue, sentence) { return nil }
    var limit = limit(after: cue, next, sentence)
    var before = speakerBefore(cue, sentence)
    let afterPronoun = afterAddressee(cue.end, limit)
    var speaker: Range<Int>?
    // «بأنه حث الرئيس على»: who says it is the pronoun; a name behind the verb is who is told.
    let isPronoun = cue.complements.contains(.addressee) && isAfterPronoun(cue, sentence)
    if before == nil || before?.isRelative == true, !isPronoun {
      speaker = reader.source(from: afterPronoun, limit: limit, strictly: true)
    }
    // «التي أكد فيها حماية المصانع»: a noun without a name is what is said.
    if let phrase = speaker, isReferredBack(cue.end - 1) || isReferredBack(cue.end),
      reader.mention(at: phrase.lowerBound) == nil, reader.roleAt[phrase.lowerBound] < 0
    {
      speaker = nil
    }
    var relayed = cue.end
    if cue.entry.cueClass == .relay, let relay = relayedSource(cue, limit) {
      (speaker, relayed) = (relay.source, relay.end)
      before = nil
    }
    if let first = next.first, first.entry.form == .participle, first.first == speaker?.upperBound ?? cue.end {
      limit = self.limit(after: first, next.dropFirst(), sentence)
    }
    if speaker != nil { before = nil }
    if before == nil, speaker == nil, isAfterRelative(cue, sentence), !isReferredBack(cue.end - 1),
      !isReferredBack(cue.end)
    {
      return nil
    }
    var start = max(speaker?.upperBound ?? afterPronoun, relayed)
    if let end = endOfAnonymity(from: start, limit) { start = end }
    guard let found = complement(of: cue, from: start, limit: limit, hasSource: speaker != nil || before != nil) else {
      return quotedBefore(cue, speaker, sentence)
    }
    if speaker == nil, before == nil, !isPronoun, found.isStrong, found.at > cue.end,
      !cue.complements.contains(.objectFirst)
    {
      speaker = reader.source(from: afterPronoun, limit: found.at, strictly: false)
    }
    // «عبرت الصحف عن أسفها»: what stands between a verb that is told to nobody and its preposition.
    if speaker == nil, before == nil, found.kind == .preposition, found.at > cue.end,
      !cue.complements.contains(.addressee), reader.isDefinite(cue.end) || reader.isQuantifier(cue.end),
      let phrase = reader.source(from: cue.end, limit: found.at, strictly: false), phrase.upperBound == found.at
    {
      speaker = phrase
    }
    // «عبر إلغاء الدعم عن»: through, not expressed; nobody asks of himself («طلبت من القراء»).
    if let phrase = speaker, before == nil {
      if cue.entry.lemma == "عبر", cue.entry.form == .finite, cue.particles.isEmpty, !isSomebody(phrase) { return nil }
      if passage.letters(of: phrase.lowerBound).elementsEqual(Self.fromWhom) { speaker = nil }
    }
    // «كما اتهم بيونغ يانغ بـ»: who is accused cannot be left out, so the source is.
    if cue.entry.lemma == "اتهم", before == nil, found.kind == .preposition, found.isAdjacent { speaker = nil }
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
    draft.introducer = found.at
    draft.isElided = isElided && cue.entry.form != .passive
    let afterComma = cue.first > sentence.lowerBound && [.comma, .semicolon].contains(reader.role(cue.first - 1))
    draft.cuts =
      !cue.particles.isEmpty || (afterComma && speaker != nil && found.isStrong)
      || draft.clauseStart < cue.first && before?.isRelative != true
    draft.confidence = confidence(cue, found, isElided: isElided)
    draft.isRelative = before?.isRelative == true || isAfterRelative(cue, sentence)
    return draft
  }

  private static let fromWhom = foldedWords("من")[0]

  /// Whether a noun phrase holds a name, an office or a noun for those who speak.
  private func isSomebody(_ phrase: Range<Int>) -> Bool {
    phrase.contains { token in
      reader.owner[token] >= 0 || reader.roleAt[token] >= 0
        || !reader.anyClass(token).isDisjoint(with: [.speaker, .office, .title, .nationalityPlural, .organizationHead])
    } || reader.isNominative(phrase.lowerBound) || reader.isSubject(phrase.lowerBound)
  }

  static let about: Set<[UInt16]> = Set(foldedWords("عن إلى الى"))
  static let aboutHim: Set<[UInt16]> = Set(foldedWords("عنه عنها عنهم إليه إليها إليهم"))

  /// «نقلت وكالة … عن صالحي قوله»: the source is who is quoted, not who quotes; with عنه it is left out.
  func relayedSource(_ cue: FoundCue, _ limit: Int) -> (source: Range<Int>?, end: Int)? {
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

  static let negations: Set<[UInt16]> = Set(foldedWords("لا لم لن ما ولا ولم ولن"))
  static let doubtful: Set<String> = ["استبعد", "نفى", "أنكر", "أخفى"]

  private static let suppositions: Set<[UInt16]> = Set(foldedWords("لو هل إذا ولو وهل وإذا يمكن يمكننا لعل ليت"))
  private static let between: [UInt16] = foldedWords("بين")[0]

  /// «لو اعتقد أحد أن», «وهل تعتقد أن»: nobody said it. «بين هذا وبين ذاك»: no verb at all.
  private func isSupposed(_ cue: FoundCue, _ sentence: Range<Int>) -> Bool {
    guard cue.first > sentence.lowerBound else { return false }
    if reader.role(cue.first - 1) == .word, Self.suppositions.contains(Array(passage.letters(of: cue.first - 1))) {
      return true
    }
    guard cue.particles == .and, passage.letters(of: cue.first).dropFirst().elementsEqual(Self.between) else {
      return false
    }
    return (sentence.lowerBound..<cue.first).contains { passage.letters(of: $0).elementsEqual(Self.between) }
  }

  /// «لم يقل إن» reports nothing; «لم يستبعد أن» does.
  func isNegated(_ cue: FoundCue, _ sentence: Range<Int>) -> Bool {
    guard cue.first > sentence.lowerBound, reader.role(cue.first - 1) == .word else { return false }
    // «لا ينكر أحد أن»: nobody denies, and nobody reports.
    if cue.end < sentence.upperBound, Self.negations.contains(Array(passage.letters(of: cue.first - 1))),
      passage.letters(of: cue.end).elementsEqual(Self.anyone)
    {
      return true
    }
    return Self.negations.contains(Array(passage.letters(of: cue.first - 1)))
      && !Self.doubtful.contains(cue.entry.lemma)
      && !passage.letters(of: cue.first - 1).elementsEqual([Letter.meem, Letter.alef])
  }

  private static let anyone = foldedWords("أحد")[0]

  static let addressees: Set<[UInt16]> = Set(
    foldedWords("له لها لهم لنا لي إليه إليها إليهم لهما للصحافيين للصحفيين للصحافة للصحفيين"))

  /// «وقال له رئيس اللجنة»
  func afterAddressee(_ token: Int, _ limit: Int) -> Int {
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

  func isNear(_ found: FoundComplement, _ start: Int) -> Bool {
    (start..<found.at).allSatisfy { reader.role($0) == .comma || reader.isInterpolation($0) }
  }

  func isAfterRelative(_ cue: FoundCue, _ sentence: Range<Int>) -> Bool {
    cue.first > sentence.lowerBound && reader.role(cue.first - 1) == .word
      && reader.wordClass(cue.first - 1).contains(.relative) && passage.letters(of: cue.first - 1).starts(with: [0x627])
  }

  static let referring: Set<[UInt16]> = Set(foldedWords("فيها فيه خلالها خلاله"))

  /// «تصريحات قال فيها إن»: the relative clause is about the words, and the source is left out.
  func isReferredBack(_ token: Int) -> Bool {
    token < passage.tokens.count && Self.referring.contains(Array(passage.letters(of: token)))
  }

  func confidence(_ cue: FoundCue, _ found: FoundComplement, isElided: Bool) -> Double {
    var confidence = cue.entry.weight == UInt8(ascii: "A") ? 0.95 : cue.entry.weight == UInt8(ascii: "B") ? 0.8 : 0.65
    if !found.isStrong { confidence -= 0.15 }
    if isElided { confidence -= 0.1 }
    return confidence
  }

  /// بينما، كما، حيث before the verb belong to its clause.
  func clauseStart(of cue: FoundCue, _ sentence: Range<Int>) -> Int {
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

  static let exceptions: Set<[UInt16]> = Set(foldedWords("إلا غير بيد"))

  func speakerBefore(
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
  func isAfterReturn(_ cue: FoundCue) -> Bool {
    cue.particles == .and && cue.first > 0 && reader.wordClass(cue.first - 1).contains(.auxiliary)
  }

  /// The noun phrase that الذي refers to.
  func antecedent(of relative: Int, _ lower: Int, _ cue: FoundCue) -> Range<Int>? {
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
}
