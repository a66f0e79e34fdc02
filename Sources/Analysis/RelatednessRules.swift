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
  private lazy var story = context.story(with: other, stems)
  /// The other content, read closely.
  private lazy var there = ContentDetails(other.statement.content)
  /// Whether both speak for one country.
  private lazy var sharesCountry =
    voices == .different && context.country != nil && context.country == speaker.country
  private var own: ContentDetails { context.details }

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

  private static let day: Int64 = 86_400

  /// The strongest relation that the evidence supports, or `nil`.
  mutating func relation() -> RelatedStatement? {
    guard
      isOneArticle || overlap.count > 1 || other.statement.polarity == .deny || record.statement.polarity == .deny
        || own.insisted != nil
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
      return isOneArticle && !voices.areTwo
        ? nil : made(.repeats, max(overlap.jaccard, overlap.containment), [repetition])
    }
    if voices.areOne, let reason = change(isOpposed, flipped, conflict) {
      return made(.changes, overlap.containment, [reason])
    }
    if let (score, reason) = denial(flipped: isOpposed ? flipped : nil) {
      return made(.denies, score, [reason])
    }
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
  private func isDenied(_ record: StatementRecord, _ details: ContentDetails) -> Bool {
    record.statement.polarity == .deny || details.refutes
  }

  private func made(_ relation: Relation, _ score: Double, _ reasons: [String?]) -> RelatedStatement? {
    var all = reasons.compactMap { $0 }
    let words = context.words(overlap.matches)
    if !words.isEmpty, relation != .sameSpeaker {
      all.append("shares the words " + words.joined(separator: "، "))
    }
    if voices == .same, let speaker = longerSpeaker { all.append("same speaker: \(speaker)") }
    if voices == .oneSide, let speaker = longerSpeaker { all.append("one speaks for the other: \(speaker)") }
    guard !all.isEmpty else { return nil }
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
    if overlap.exactCount >= 4, overlap.containment >= 0.55, overlap.jaccard >= 0.25, story >= 1.5, !isOneArticle {
      return true
    }
    // A country's offices repeat each other.
    if sharesCountry, overlap.exactCount >= 2, overlap.containment >= 0.55, overlap.mass >= 1.2, story >= 0.5 {
      return true
    }
    guard voices.areOne else { return false }
    let count = overlap.count + (own.agrees(with: there) ? 1 : 0)
    guard count >= 2, overlap.exactCount >= 1, !(isFeeling && story < 1) else { return false }
    // Who speaks of one story for days uses its words for days: it takes others, or most of them; later it is retold.
    if overlap.containment >= 0.48, overlap.mass >= 0.65 {
      return days > 5 || overlap.jaccard >= 0.5 || context.beyondStory(overlap.matches, with: other) >= 2
    }
    return overlap.containment >= 0.4 && overlap.jaccard >= 0.2 && overlap.mass >= 1.2 && story >= 1.5
  }

  private var days: Double { seconds.map { Double(abs($0)) / Double(Self.day) } ?? .infinity }

  /// Regret and thanks are worded alike whatever they are about.
  private var isFeeling: Bool {
    record.statement.cueClass == .express || other.statement.cueClass == .express
  }

  private var repetition: String {
    "\(Int((max(overlap.jaccard, overlap.containment) * 100).rounded()))% of the weight of the words is the same"
  }

  // MARK: The speaker says otherwise

  private mutating func change(
    _ isOpposed: Bool, _ flipped: StemKey?, _ conflict: (own: Quantity, other: Quantity)?
  ) -> String? {
    if let conflict, overlap.count >= 2, overlap.containment >= 0.55, overlap.jaccard >= 0.35, days <= 120 {
      return "other numbers: \(conflict.own.text) here, \(conflict.other.text) there"
    }
    guard isOpposed, overlap.count >= 2, overlap.mass >= 0.8, wordsBeyondNames >= 1 else { return nil }
    if flipped != nil {
      guard overlap.containment >= 0.55, overlap.jaccard >= 0.35 else { return nil }
      return record.signature.isNegated ? "negated here and not there" : "negated there and not here"
    }
    guard Self.isDenial(record, own) || Self.isDenial(other, there), overlap.containment >= 0.5,
      overlap.jaccard >= 0.2
    else { return nil }
    return isDenied(record, own) ? "denied here and not there" : "denied there and not here"
  }

  /// A shared stem that is negated in one content only.
  private mutating func flippedStem() -> StemKey? {
    guard !own.negated.isEmpty || !there.negated.isEmpty else { return nil }
    return overlap.matches.first { [own, there] in
      own.negated.contains($0.first) != there.negated.contains($0.second)
    }?.first
  }

  // MARK: Denials

  private mutating func denial(flipped: StemKey?) -> (Double, String)? {
    guard !voices.areOne else { return nil }
    let ownDenies = Self.isDenial(record, own)
    let otherDenies = Self.isDenial(other, there)
    guard ownDenies != otherDenies else {
      if let reason = otherDoer() { return (overlap.containment, reason) }
      guard !ownDenies, flipped != nil, voices.areTwo, overlap.count >= 2, overlap.containment >= 0.5,
        overlap.jaccard >= 0.4, isOneArticle || story >= 0.5
      else {
        return nil
      }
      return (
        overlap.containment, record.signature.isNegated ? "negated here and not there" : "negated there and not here"
      )
    }
    // «تصريحات المالكي عارية من الصحة» denies المالكي, not those who criticise him.
    if (ownDenies ? own : there).speaksOfSpeech, context.namesAnother(than: speaker, other, ownDenies: ownDenies) {
      return nil
    }
    let (details, share) = ownDenies ? (own, overlap.ofFirst) : (there, overlap.ofSecond)
    // Forwards in time from the claim to the denial.
    let after = (ownDenies ? seconds.map { -$0 } : seconds) ?? 0
    let reason = ownDenies ? "this one denies what the other says" : "denies what this one says"
    if isOneArticle {
      guard voices.areTwo, let gap = ownDenies ? gap(from: other, to: record) : gap(from: record, to: other) else {
        return nil
      }
      // "He denied it", and what is called untrue, mean what was said just before.
      if details.isBare, 0..<Self.near ~= gap { return (0.5, reason + ", which stands just before it") }
      if 0..<Self.near / 2 ~= gap, overlap.mass >= (record.statement.polarity == other.statement.polarity ? 0.4 : 0.25)
      {
        return (0.5, reason + ", which stands just before it")
      }
      return overlap.mass >= 0.65 && share >= 0.27 && wordsBeyondNames >= 1 ? (max(0.4, share), reason) : nil
    }
    guard !details.isBare, -60 * Self.day...240 * Self.day ~= after else { return nil }
    guard overlap.jaccard >= 0.12, wordsBeyondNames >= 1 else { return nil }
    if wordsBeyondNames >= 2, overlap.mass >= 1, story >= 0.5 || share >= 0.75 && overlap.exactCount >= 3,
      share >= (abs(after) <= 90 * Self.day ? 0.5 : 0.6)
    {
      return (share, after < -Self.day ? reason + ", which was said again later" : reason)
    }
    guard voices.areTwo, story >= 1.6, days <= 14, overlap.mass >= 0.65, share >= 0.3 else { return nil }
    return (share, reason + "; the headlines are about the same")
  }

  /// How many of the shared words are not parts of names.
  private var wordsBeyondNames: Int {
    overlap.matches.reduce(0) { $0 + (context.nameStems.contains($1.first) ? 0 : 1) }
  }

  /// Refusing to do something is no denial; refusing what was said is.
  private static func isDenial(_ record: StatementRecord, _ details: ContentDetails) -> Bool {
    if details.refutes { return true }
    guard record.statement.polarity == .deny else { return false }
    return record.statement.cueClass == .deny || details.speaksOfSpeech
  }

  /// One of them insists that somebody else did what both speak of.
  private mutating func otherDoer() -> String? {
    guard voices.areTwo, days <= 30, overlap.containment >= 0.3, isOneArticle else { return nil }
    let ownInsists = own.insisted.map { stem in overlap.matches.contains { $0.first == stem } } ?? false
    let otherInsists = there.insisted.map { stem in overlap.matches.contains { $0.second == stem } } ?? false
    guard ownInsists != otherInsists, (ownInsists ? record : other).statement.cueClass != .reply else { return nil }
    return ownInsists ? "this one says that it was another" : "says that it was another"
  }

  /// How far one statement stands behind the other in the same field, in bytes.
  private func gap(from first: StatementRecord, to second: StatementRecord) -> Int? {
    let (a, b) = (first.statement.place, second.statement.place)
    return a.field == b.field ? b.span.start - a.span.end : nil
  }

  /// About fifty Arabic words.
  private static let near = 600

  // MARK: Answers

  private mutating func answer() -> String? {
    guard voices.areTwo else { return nil }
    if isOneArticle {
      for (claim, reply) in [(record, other), (other, record)] where reply.statement.cueClass == .reply {
        if let gap = gap(from: claim, to: reply), 0..<Self.near ~= gap {
          return reply.id == other.id ? "replies just after it" : "this one replies just after it"
        }
      }
    }
    // Who repeats somebody's words relays them.
    let classes = [record.statement.cueClass, other.statement.cueClass]
    guard !classes.contains(.relay), overlap.containment < 0.75 || classes.contains(.reply), let seconds,
      abs(seconds) <= 14 * Self.day
    else { return nil }
    let follows = isOneArticle ? gap(from: record, to: other).map { $0 >= 0 } ?? false : seconds >= 0
    let precedes = isOneArticle ? !follows : seconds <= 0
    if follows, Self.isReaction(other, there), context.isNamed(by: other), isOnMatter,
      let name = record.statement.speakerEntity
    {
      return "names this one's speaker: \(name)"
    }
    let isKnown = other.statement.speakerEntity != nil
    if precedes, Self.isReaction(record, own), context.names(speaker, entityKnown: isKnown), isOnMatter,
      let name = other.statement.speakerEntity
    {
      return "this one names its speaker: \(name)"
    }
    return nil
  }

  /// Naming somebody is not yet answering: it takes a reply, a reproach or a word about what was said.
  private static func isReaction(_ record: StatementRecord, _ details: @autoclosure () -> ContentDetails) -> Bool {
    switch record.statement.cueClass {
    case .reply, .criticize, .reject, .deny, .accuse: true
    default: details().speaksOfSpeech
    }
  }

  private var isOnMatter: Bool {
    mutating get { overlap.mass >= 0.9 || story >= 1.5 && (isOneArticle || overlap.mass >= 0.3) }
  }

  // MARK: The same matter

  private mutating func isTopical() -> Bool {
    if overlap.isTopical { return true }
    guard overlap.count >= 2 else { return false }
    if overlap.mass >= 1.2, overlap.containment >= 0.35 { return true }
    return overlap.mass >= 1.2 && overlap.containment >= 0.19 && (story >= 0.4 || namesReason != nil)
      || voices.areOne && overlap.mass >= 0.65
  }

  private mutating func sameStory() -> String? {
    guard !isOneArticle, story >= 1.2, overlap.mass >= 0.5, days <= 120 else { return nil }
    return "the headlines are about the same"
  }

  private var namesReason: String? {
    let there = Set(other.signature.entities.map { folded($0) })
    let names = record.signature.entities.filter { there.contains(folded($0)) }
    return names.isEmpty ? nil : "both name " + names.prefix(3).joined(separator: "، ")
  }

  private var longerSpeaker: String? {
    let names = [record.statement.speakerEntity, other.statement.speakerEntity].compactMap { $0 }
    return names.max { $0.utf8.count < $1.utf8.count }
  }
}
