import ArabicText
import Briefings

/// Denials and answers: who speaks against or to whom.
extension PairJudge {
  // MARK: Denials

  mutating func denial(flipped: StemKey?) -> (Double, [RelationReason])? {
    guard !voices.areOne else { return nil }
    let ownDenies = Self.isDenial(record, own)
    let otherDenies = Self.isDenial(other, there)
    guard ownDenies != otherDenies else {
      if let reason = otherDoer() { return (overlap.containment, [reason]) }
      if let reasons = deniedOccurrence() { return (max(0.4, overlap.containment), reasons) }
      guard !ownDenies, let flipped, voices.areTwo, overlap.count >= (isOneArticle ? 2 : 3),
        isOneArticle || story >= 0.5
      else {
        return nil
      }
      // Most of the negated one is found in the other.
      let share = own.negated.isEmpty ? overlap.ofSecond : there.negated.isEmpty ? overlap.ofFirst : 0
      let isMost = share >= 0.55 && overlap.count >= 3 && wordsBeyondNames >= 2
      guard overlap.containment >= 0.5 && overlap.jaccard >= 0.4 || isMost && isOneArticle else {
        return nil
      }
      return (overlap.containment, [negation(of: flipped)])
    }
    // «تصريحات المالكي عارية من الصحة» denies المالكي, not those who criticise him.
    if (ownDenies ? own : there).speaksOfSpeech, context.namesAnother(than: speaker, other, ownDenies: ownDenies) {
      return nil
    }
    let (details, share) = ownDenies ? (own, overlap.ofFirst) : (there, overlap.ofSecond)
    let claim = ownDenies ? there : own
    let isAdjacent = isOneArticle && !(ownDenies ? context.isParted(other, record) : context.isParted(record, other))
    // Who calls the same untrue, or reproves it, too, claims nothing.
    guard isAdjacent || !claim.mentionsUntruth else { return nil }
    // Forwards in time from the claim to the denial.
    let after = (ownDenies ? seconds.map { -$0 } : seconds) ?? 0
    let denier = ownDenies ? record : other
    let reason = RelationReason.denies(ownDenies ? .asked : .related, cue: denier.statement.cue)
    if isOneArticle {
      guard voices.areTwo, let gap = ownDenies ? gap(from: other, to: record) : gap(from: record, to: other) else {
        return nil
      }
      // "He denied it", and what is called untrue, mean what was said just before.
      if details.isBare || details.refutes && details.pointsBack, isAdjacent, 0..<Self.near ~= gap {
        return (0.5, [reason, .standsJustBefore])
      }
      if isAdjacent, 0..<Self.near / 2 ~= gap, isOfDenied(ownDenies, claim),
        overlap.mass >= (record.statement.polarity == other.statement.polarity ? 0.4 : 0.25)
      {
        return (0.5, [reason, .standsJustBefore])
      }
      guard isOfDenied(ownDenies, claim) else { return nil }
      return overlap.mass >= 0.65 && share >= 0.25 && wordsBeyondNames >= 1 ? (max(0.4, share), [reason]) : nil
    }
    guard isOfDenied(ownDenies, claim) else { return nil }
    guard !details.isBare, -60 * Self.day...240 * Self.day ~= after else { return nil }
    guard overlap.jaccard >= 0.12, wordsBeyondNames >= 1 else { return nil }
    let isOneStory = story >= 0.5 && (namesReason != nil || context.headlines(with: other) >= 0.3)
    if wordsBeyondNames >= 2, overlap.mass >= 1, isOneStory || share >= 0.75 && overlap.exactCount >= 3,
      share >= (abs(after) <= 90 * Self.day ? 0.5 : 0.6)
    {
      return (share, after < -Self.day ? [reason, .saidAgain] : [reason])
    }
    // A country or body that both name, and most of what is denied in other words.
    if voices.areTwo, wordsBeyondNames >= 2, overlap.mass >= 1.1, share >= 0.6, namesReason != nil, days <= 240 {
      return (share, [reason])
    }
    guard voices.areTwo, story >= 1.6, days <= 14, overlap.mass >= 0.65, share >= 0.3 else { return nil }
    return (share, [reason, .sameHeadlines])
  }

  /// Whether the claim claims what the denial denies: one of the first words of what is denied, besides names, stands in
  /// the claim, and not behind a negation, a condition or a word for ending; and where the denial names somebody or
  /// something, the claim or its headline has one of the names.
  private mutating func isOfDenied(_ ownDenies: Bool, _ claim: ContentDetails) -> Bool {
    let denied = ownDenies ? own : there
    let denier = ownDenies ? record : other
    let names = ownDenies ? context.nameStems : StatementContext.nameStems(of: other)
    let heads = denied.heads.filter { !names.contains($0) }.prefix(2)
    let met = overlap.matches.contains { match in
      let (own, there) = ownDenies ? (match.first, match.second) : (match.second, match.first)
      return heads.contains(own) && !claim.negated.contains(there) && !claim.unclaimed.contains(there)
    }
    guard met || heads.isEmpty, !denied.deniesEnding || claim.endsSomething else { return false }
    guard !denier.signature.entities.isEmpty else { return true }
    let other = ownDenies ? other : record
    let known = Set(other.signature.stems.map { StemKey($0) }).union(
      StatementContext.stems(of: other.briefing.title).map { StemKey($0) })
    return !names.isDisjoint(with: known)
      || overlap.matches.contains { names.contains(ownDenies ? $0.first : $0.second) }
  }

  /// How many of the shared words are not parts of names.
  var wordsBeyondNames: Int {
    overlap.matches.reduce(0) { $0 + (context.nameStems.contains($1.first) ? 0 : 1) }
  }

  /// Refusing to do something is no denial; refusing what was said is.
  static func isDenial(_ record: StatementRecord, _ details: ContentDetails) -> Bool {
    if details.refutes { return true }
    guard record.statement.polarity == .deny else { return false }
    return record.statement.cueClass == .deny || details.speaksOfSpeech
  }

  /// In one article one says of what the other speaks of that it did not take place (لم يطرح).
  private mutating func deniedOccurrence() -> [RelationReason]? {
    guard isOneArticle, voices.areTwo, own.deniesOccurrence != there.deniesOccurrence,
      let gap = own.deniesOccurrence ? gap(from: other, to: record) : gap(from: record, to: other), gap >= 0
    else { return nil }
    let denier = own.deniesOccurrence ? own : there
    let reason = RelationReason.didNotHappen(own.deniesOccurrence ? .asked : .related)
    if denier.speaksOfSpeech || denier.isBare, gap < Self.near / 2 { return [reason, .standsJustBefore] }
    // What did not take place is what the other speaks of.
    let isSame = overlap.matches.contains {
      let stem = own.deniesOccurrence ? $0.first : $0.second
      return (denier.occurring.contains(stem) || denier.heads.prefix(2).contains(stem))
        && !context.nameStems.contains($0.first)
    }
    return gap < 2 * Self.near && isSame && overlap.exactCount >= 1 && overlap.mass >= 0.65 && wordsBeyondNames >= 1
      ? [reason] : nil
  }

  /// One of them insists that somebody else did what both speak of.
  private mutating func otherDoer() -> RelationReason? {
    guard voices.areTwo, days <= 30, isOneArticle else { return nil }
    if let own = own.insistedDoer, let there = there.insistedDoer, own != there {
      return .anotherDoer(nil)
    }
    guard overlap.containment >= 0.3 else { return nil }
    let ownInsists = own.insisted.map { stem in overlap.matches.contains { $0.first == stem } } ?? false
    let otherInsists = there.insisted.map { stem in overlap.matches.contains { $0.second == stem } } ?? false
    guard ownInsists != otherInsists, (ownInsists ? record : other).statement.cueClass != .reply else { return nil }
    return .anotherDoer(ownInsists ? .asked : .related)
  }

  /// How far one statement stands behind the other in the same field, in bytes.
  private func gap(from first: StatementRecord, to second: StatementRecord) -> Int? {
    let (a, b) = (first.statement.place, second.statement.place)
    return a.field == b.field ? b.span.start - a.span.end : nil
  }

  /// About fifty Arabic words.
  private static let near = 600

  // MARK: Answers

  mutating func answer() -> RelationReason? {
    guard voices.areTwo else { return nil }
    if isOneArticle {
      // أجاب answers a question, which is mostly nobody's statement.
      for (claim, reply) in [(record, other), (other, record)]
      where reply.statement.cueClass == .reply
        && (claim.statement.cueClass == .ask || !Self.answersQuestion(reply.statement.cue))
      {
        if let gap = gap(from: claim, to: reply), 0..<Self.near ~= gap {
          return .replies(reply.id == other.id ? .related : .asked)
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
    if follows, Self.isReaction(other, there, to: SpeakerName(record.statement)), context.isNamed(by: other),
      isOnMatter,
      let name = record.statement.speakerEntity
    {
      return .namesSpeaker(.related, name)
    }
    let isKnown = other.statement.speakerEntity != nil
    if precedes, Self.isReaction(record, own, to: speaker), context.names(speaker, entityKnown: isKnown), isOnMatter,
      let name = other.statement.speakerEntity
    {
      return .namesSpeaker(.asked, name)
    }
    return nil
  }

  /// Naming somebody is not yet answering: it takes a reply, a reproach or a word about what he said.
  private static func isReaction(
    _ record: StatementRecord, _ details: @autoclosure () -> ContentDetails, to speaker: SpeakerName
  ) -> Bool {
    switch record.statement.cueClass {
    case .reply, .criticize, .deny, .accuse: true
    default: speaker.lastStem.map { details().speechOwners.contains($0) } ?? false
    }
  }

  private static func answersQuestion(_ cue: String) -> Bool {
    let cue = folded(cue)
    return ["اجاب", "يجيب", "تجيب", "مجيب", "answer"].contains { cue.begins(with: $0) }
  }

  /// Whether both speak of one thing, the names of persons, bodies and countries left aside.
  private var isOnMatter: Bool {
    mutating get {
      let there = StatementContext.nameStems(of: other)
      let matter = overlap.matches.filter {
        !context.nameStems.contains($0.first) && !there.contains($0.second)
          && !speaker.stems.contains($0.first) && !context.speakerStems.contains($0.first)
      }
      let mass = matter.reduce(0) { $0 + $1.weight }
      if isOneArticle { return mass >= 0.4 || own.pointsBack || self.there.pointsBack }
      return matter.count >= 2 && (mass >= 1 || story >= 1.5)
    }
  }
}
