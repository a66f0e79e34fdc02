import ArabicText
import Briefings

/// Weighs the evidence on one pair of statements.
///
/// The rules are tried from the strongest relation to the weakest; `Tests/AnalysisTests/Relations/README.md` says what
/// each means to a reader.
struct PairJudge {
  let record: StatementRecord
  let other: StatementRecord
  let context: StatementContext
  let isOneArticle: Bool
  let overlap: Overlap
  let voices: Voices
  /// From `record` to `other`; `nil` where a date is missing.
  let seconds: Int64?
  /// The other's speaker.
  let speaker: SpeakerName
  /// The keys of the other's stems.
  let stems: [StemKey]

  // What costs reading is read when a rule asks for it.
  /// The weight of what the articles' headlines and contents share across.
  private(set) lazy var story = context.story(with: other, stems)
  /// The other content, read closely.
  private(set) lazy var there = ContentDetails(other.statement.content)
  /// Whether both speak for one country.
  lazy var sharesCountry =
    voices == .different && context.country != nil && context.country == speaker.country(in: context.topics)
  var own: ContentDetails { context.details }

  init(
    _ other: StatementRecord, _ speaker: SpeakerName, _ stems: [StemKey], _ context: StatementContext, overlap: Overlap,
    voices: Voices, seconds: Int64?
  ) {
    record = context.record
    self.other = other
    self.speaker = speaker
    self.stems = stems
    self.context = context
    self.overlap = overlap
    self.voices = voices
    self.seconds = seconds
    isOneArticle = record.briefing.id == other.briefing.id
  }

  static let day: Int64 = 86_400

  /// The strongest relation that the evidence supports, or `nil`.
  mutating func relation() -> RelatedStatement? {
    if let relation = translatedRelation() { return relation }
    guard
      isOneArticle || overlap.count > 1 || other.statement.polarity == .deny || record.statement.polarity == .deny
        || own.insisted != nil || voices == .same && mayWithhold
    else { return weakRelation() }
    // The same report in the title and below, or told twice.
    if isOneArticle, !voices.areTwo, overlap.isRepetition || overlap.containment >= 0.8 { return nil }
    let flipped = flippedStem()
    // "Denied that it exports" is "it does not export".
    let isOneDenied = isDenied(record, own) != isDenied(other, there)
    let affirmed = isDenied(record, own) ? there : own
    // A negated content of the other whose verb is not found again may say just that.
    let isOpposed = isOneDenied ? flipped == nil && affirmed.negated.isEmpty : flipped != nil
    let conflict = own.conflict(with: there)
    if !isOpposed, conflict == nil, isRepeated() {
      return isOneArticle && !voices.areTwo && record.statement.place.field != other.statement.place.field
        ? nil : made(.repeats, max(overlap.jaccard, overlap.containment), [repetition])
    }
    if voices.areOne, let reason = change(isOpposed, flipped, conflict) {
      return made(.changes, overlap.containment, [reason])
    }
    if voices == .same, let reason = confirmation() { return made(.changes, 0.5, [reason]) }
    if let (score, reasons) = denial(flipped: isOpposed ? flipped : nil) { return made(.denies, score, reasons) }
    return weakRelation()
  }

  /// Relations that need no close reading.
  private mutating func weakRelation() -> RelatedStatement? {
    if let reason = answer() { return made(.answers, max(0.3, overlap.containment), [reason]) }
    if isTopical() { return made(.sameTopic, overlap.containment, [namesReason]) }
    if let reason = sameStory() { return made(.sameTopic, min(0.4, overlap.containment), [reason, namesReason]) }
    return voices.areOne ? made(.sameSpeaker, 0.1 + overlap.containment / 2, []) : nil
  }

  /// Whether a content is called untrue, by the reporting word or by itself; both together deny once.
  func isDenied(_ record: StatementRecord, _ details: ContentDetails) -> Bool {
    record.statement.polarity == .deny || details.refutes
  }

  private func made(_ relation: Relation, _ score: Double, _ reasons: [RelationReason?]) -> RelatedStatement? {
    var all = reasons.compactMap { $0 }
    if relation != .sameSpeaker { all += RelationReason.wording(of: overlap, context, other) }
    if voices == .same, let speaker = longerSpeaker { all.append(.sameSpeaker(speaker)) }
    if voices == .oneSide, let speaker = longerSpeaker { all.append(.oneSide(speaker)) }
    guard !all.isEmpty else { return nil }
    if [.repeats, .changes, .denies, .answers].contains(relation), let seconds, !isOneArticle {
      all.append(.daysLater(Int((Double(seconds) / Double(Self.day)).rounded())))
    }
    return RelatedStatement(record: other, relation: relation, score: min(1, max(0, score)), reasons: all)
  }

  // MARK: The same again

  private mutating func isRepeated() -> Bool {
    // A bare name in a headline is no claim.
    let isEnough = overlap.count >= 3 || voices.areOne || own.refutes && there.refutes
    if isEnough, overlap.count >= 2, overlap.containment >= 0.9, story >= 1, days <= 7 { return true }
    // What only points at something else ("this has no foundation") is the same only within one story.
    if own.isBare || there.isBare, story < (voices.areOne ? 0.5 : 1) { return false }
    if overlap.isRepetition, voices.areOne || story >= 1 || overlap.jaccard >= 0.2 { return true }
    if overlap.jaccard >= 0.2, overlap.count >= 3, overlap.exactCount >= 2, overlap.containment >= 0.7,
      overlap.mass >= 1.5, story >= 0.3
    {
      return true
    }
    // The names of a story are in all its claims: it takes words besides them.
    if overlap.exactCount >= 4, overlap.containment >= 0.55, overlap.jaccard >= 0.25, story >= 1.5, !isOneArticle,
      saysMoreThanStory
    {
      return true
    }
    // A country's offices repeat each other.
    if sharesCountry, overlap.exactCount >= 2, overlap.containment >= 0.55, overlap.mass >= 1.2, story >= 0.5 {
      return true
    }
    // Other words for all that the shorter one says, and for most of the longer one's matter.
    if overlap.count >= 3, overlap.exactCount >= 2, overlap.containment >= 0.85, story >= 0.5, wordsBeyondNames >= 2 {
      return true
    }
    if overlap.count >= 3, overlap.exactCount >= 1, overlap.containment >= 0.7, overlap.mass >= 1.2, story >= 1,
      !isOneArticle, wordsBeyondNames >= 2, saysMoreThanStory
    {
      return true
    }
    guard voices.areOne else { return false }
    if let doer = own.insistedDoer, doer == there.insistedDoer { return true }
    let count = overlap.count + (own.agrees(with: there) ? 1 : 0)
    guard count >= 2, !(isFeeling && story < 1) else { return false }
    // Nothing of the short one is left without its counterpart.
    if overlap.exactCount == 0 {
      return overlap.count == overlap.smaller && wordsBeyondNames >= 1 && overlap.containment >= 0.5
    }
    // What one speaker says in one article is mostly not said twice.
    guard !isOneArticle || overlap.jaccard >= 0.2 else { return false }
    // Of one story on one day much is said in few words.
    if count >= 4 || count == 3 && overlap.exactCount >= 1, overlap.containment >= 0.4, overlap.mass >= 1.15,
      wordsBeyondNames >= 2, days > 5 || context.beyondStory(overlap.matches, with: other) >= 2
    {
      return true
    }
    // Who speaks of one story for days uses its words for days: it takes others, or most of them; later it is retold.
    if overlap.containment >= 0.48, overlap.mass >= 0.65 {
      return days > 5 || overlap.jaccard >= 0.5 || context.beyondStory(overlap.matches, with: other) >= 2
    }
    return overlap.containment >= 0.4 && overlap.jaccard >= 0.2 && overlap.mass >= 1.2 && story >= 1.5
  }

  /// Whether two speakers share words besides those that anybody uses of the story; one speaker need not.
  private var saysMoreThanStory: Bool {
    voices.areOne || context.beyondStory(overlap.matches, with: other) >= 2
  }

  var days: Double { seconds.map { Double(abs($0)) / Double(Self.day) } ?? .infinity }

  /// Regret and thanks are worded alike whatever they are about.
  private var isFeeling: Bool {
    record.statement.cueClass == .express || other.statement.cueClass == .express
  }

  private var repetition: RelationReason {
    .sameWording(percent: Int((max(overlap.jaccard, overlap.containment) * 100).rounded()))
  }

  // MARK: The speaker says otherwise

  private mutating func change(
    _ isOpposed: Bool, _ flipped: StemKey?, _ conflict: (own: Quantity, other: Quantity)?
  ) -> RelationReason? {
    // In one article, and in texts that are not else alike, one speaker's numbers count different things.
    if let conflict, !conflict.own.isOrdinal, !isOneArticle, overlap.count >= 2, overlap.jaccard >= 0.6, days <= 120 {
      return .otherNumbers(RelationReason.WordPair(conflict.own.text, conflict.other.text))
    }
    guard isOpposed, overlap.count >= 2, overlap.mass >= 0.8, wordsBeyondNames >= 1 else { return nil }
    if let flipped {
      guard overlap.containment >= 0.55, overlap.jaccard >= 0.35 else { return nil }
      return negation(of: flipped)
    }
    // Who denies something in one breath with its story, or reproves words, has not changed his mind.
    let isReproof = [record, other].contains { [.criticize, .reject].contains($0.statement.cueClass) }
    guard Self.isDenial(record, own) || Self.isDenial(other, there), overlap.containment >= 0.5,
      overlap.jaccard >= 0.2, !isOneArticle, days >= 0.5, !isReproof
    else { return nil }
    return .takenBack(isDenied(record, own) ? .asked : .related)
  }

  /// Which side negates, and what.
  func negation(of flipped: StemKey) -> RelationReason {
    .negated(own.negated.isEmpty ? .related : .asked, word: context.word(of: flipped))
  }

  /// Whether one of the two is short enough to say only that it cannot confirm something.
  var mayWithhold: Bool {
    min(record.statement.content.utf8.count, other.statement.content.utf8.count) <= 120
  }

  /// Who could not confirm the story speaks of evidence for it elsewhere.
  private mutating func confirmation() -> RelationReason? {
    guard mayWithhold, own.withholds != there.withholds, (own.withholds ? there : own).hasGround,
      story >= 1 || isOneArticle,
      !isDenied(record, own), !isDenied(other, there), days <= 60
    else { return nil }
    return .unconfirmed(own.withholds ? .asked : .related)
  }

  /// A shared stem that is negated in one content only.
  private mutating func flippedStem() -> StemKey? {
    // Of two negated contents each may put the same in its way; and another word for it may be negated where the claim is
    // the same ("remains to be tested", "not yet proven").
    guard own.negated.isEmpty != there.negated.isEmpty else { return nil }
    return overlap.matches.first { [own, there] in
      $0.isOneWord && own.negated.contains($0.first) != there.negated.contains($0.second)
    }?.first
  }

  // MARK: The same matter

  private mutating func isTopical() -> Bool {
    if overlap.isTopical { return true }
    guard overlap.count >= 2 else { return false }
    if overlap.mass >= 1.2, overlap.containment >= 0.35 { return true }
    return overlap.mass >= 1.2 && overlap.containment >= 0.19 && (story >= 0.4 || namesReason != nil)
      || voices.areOne && overlap.mass >= 0.65
  }

  private mutating func sameStory() -> RelationReason? {
    guard !isOneArticle, story >= 1.2, overlap.mass >= 0.5, days <= 120 else { return nil }
    return .sameHeadlines
  }

  var namesReason: RelationReason? {
    let there = Set(other.signature.entities.map { folded($0) })
    let names = record.signature.entities.filter { there.contains(folded($0)) }
    return names.isEmpty ? nil : .sharedNames(Array(names.prefix(3)))
  }

  var longerSpeaker: String? {
    let names = [record.statement.speakerEntity, other.statement.speakerEntity].compactMap { $0 }
    return names.max { $0.utf8.count < $1.utf8.count }
  }
}
