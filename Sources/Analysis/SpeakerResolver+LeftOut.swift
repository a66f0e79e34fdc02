import Briefings

/// Who speaks where the sentence does not say it.
extension SpeakerResolver {
  /// Who speaks in a draft without a source: who spoke in its sentence, else who acts in it, else who spoke or acted
  /// before, as far as gender and number agree.
  ///
  /// - Parameter isInner: Whether the draft stands inside what somebody else says.
  func leftOut(_ draft: StatementDraft, isInner: Bool) -> Speaker? {
    let gender = draft.entry?.gender ?? 0
    let number = draft.entry?.number
    let isPlural = number == UInt8(ascii: "p") || number == UInt8(ascii: "d")
    // Whoever is only quoted by another one does not go on after that one's words.
    let last = history.last { isInner || !$0.isInner }
    if let asked = asked(before: draft.cue.lowerBound, in: draft.sentence), agrees(asked, gender, isPlural) {
      return asked
    }
    if let last, last.sentence == draft.sentence, agrees(last, gender, isPlural) { return last }
    if let actor = actor(of: draft.sentence, before: draft.cue.lowerBound), agrees(actor, gender, isPlural) {
      return actor
    }
    if !isPlural, let subject = subject(before: draft.cue.lowerBound, in: draft.sentence, gender) {
      return speaker(subject, gender, draft)
    }
    let previous = history.last { (isInner || !$0.isInner) && agrees($0, gender, isPlural) }
    // «وأضاف» goes on from who spoke, whoever acted since.
    if draft.cueClass == .continuation, let previous, previous.sentence >= draft.sentence - 2 { return previous }
    if let actor = actorBefore(draft, gender, isPlural, last: last) { return actor }
    if let previous { return previous }
    if isPlural { return nil }
    if let last, last.entity >= 0 { return last }
    for sentence in (0..<draft.sentence).reversed().prefix(3) {
      if let subject = subject(before: sentences[sentence].upperBound, in: sentence, gender) {
        return speaker(subject, gender, draft)
      }
    }
    return nil
  }

  private func speaker(_ entity: Int, _ gender: UInt8, _ draft: StatementDraft) -> Speaker {
    Speaker(
      entity: entity, gender: gender, isPlural: false, sentence: draft.sentence, isPerson: isPerson(entity),
      isInner: false)
  }

  private func agrees(_ speaker: Speaker, _ gender: UInt8, _ isPlural: Bool) -> Bool {
    // A participle in the accusative agrees with its subject only in good prose.
    if isPlural { return speaker.isPlural }
    if gender == 0 || speaker.gender == 0 { return true }
    return gender == speaker.gender
  }

  // MARK: Who is asked

  private static let askedVerbs: Set<[UInt16]> = Set(foldedWords("سئل سئلت سئلا سئلتا سئلوا"))

  /// «سئل الوزير عن … فقال»: who is asked answers, named or not; also when he answers in the next sentence.
  private func asked(before end: Int, in sentence: Int) -> Speaker? {
    for number in (max(0, sentence - 1)...sentence).reversed() {
      let range = sentences[number]
      let limit = min(range.upperBound, end)
      for token in range.lowerBound..<max(range.lowerBound, limit) where reader.role(token) == .word {
        let letters = Array(reader.passage.letters(of: token))
        guard Self.askedVerbs.contains(letters) || Self.askedVerbs.contains(Array(letters.dropFirst())) else {
          continue
        }
        // Who spoke or acted since then goes on.
        if number < sentence, history.last.map({ $0.sentence >= number && $0.entity >= 0 && !$0.isInner }) ?? false {
          return nil
        }
        guard token + 1 < limit, let phrase = reader.source(from: token + 1, limit: limit, strictly: true) else {
          // «وسئل عن …»: whoever spoke before.
          return nil
        }
        return speaker(phrase, gender: gender(ofVerb: token), number)
      }
    }
    return nil
  }

  // MARK: Who acts

  /// Who acts in the sentence before, where nobody speaks in it («وكان ترامب قد اتصل…. وقال إن»).
  private func actorBefore(_ draft: StatementDraft, _ gender: UInt8, _ isPlural: Bool, last: Speaker?) -> Speaker? {
    guard draft.sentence > 0, !isPlural, last.map({ $0.sentence < draft.sentence - 1 }) ?? true else { return nil }
    let sentence = sentences[draft.sentence - 1]
    guard reader.passage.tokens[sentence.lowerBound].field == reader.passage.tokens[draft.cue.lowerBound].field,
      let actor = actor(of: draft.sentence - 1, before: sentence.upperBound), actor.entity >= 0, !actor.isPlural
    else { return nil }
    // Without a verb that tells, only a person is taken for it.
    if actor.gender == 0 { return actor.isPerson && gender != UInt8(ascii: "f") ? actor : nil }
    return gender == 0 || gender == actor.gender ? actor : nil
  }

  /// Who acts in a sentence: the noun phrase at its head, or the one behind its first verb.
  private func actor(of sentence: Int, before end: Int) -> Speaker? {
    let range = sentences[sentence]
    let limit = min(range.upperBound, end)
    var token = range.lowerBound
    // «خلال زيارته إلى طهران، التقى …»: an adjunct at the head ends at a comma.
    if token < limit, startsAdjunct(token) {
      guard let comma = (token..<min(limit, token + 18)).first(where: { reader.role($0) == .comma }) else { return nil }
      token = comma + 1
    }
    while token < limit, reader.role(token) != .word || isPassedOver(token) { token += 1 }
    guard token < limit, token - range.lowerBound < 20 else { return nil }
    if let phrase = reader.source(from: token, limit: limit, strictly: true), !isVerb(token) {
      return speaker(phrase, gender: 0, sentence)
    }
    let verb = token
    guard reader.owner[verb] < 0, reader.wordClass(verb).isDisjoint(with: WordClass.closed) else { return nil }
    token += 1
    while token < limit, token - verb < 3, reader.role(token) == .word, isPassedOver(token) { token += 1 }
    guard token < limit, let phrase = reader.source(from: token, limit: limit, strictly: true) else { return nil }
    return speaker(phrase, gender: gender(ofVerb: verb), sentence)
  }

  private func speaker(_ phrase: Range<Int>, gender: UInt8, _ sentence: Int) -> Speaker? {
    let found = entity(named: phrase)
    return Speaker(
      entity: found ?? -1, gender: gender, isPlural: isPlural(phrase), sentence: sentence,
      isPerson: found.map { isPerson($0) } ?? false, isInner: false)
  }

  private func startsAdjunct(_ token: Int) -> Bool {
    reader.role(token) == .word && reader.owner[token] < 0
      && reader.passage.readings(of: token).contains { reading in
        reading.particles.isSubset(of: .conjunctions)
          && !reader.lexicon.wordClass(reading.word).isDisjoint(with: [.preposition, .adjunct])
      }
  }

  private func isPassedOver(_ token: Int) -> Bool {
    reader.owner[token] < 0
      && (!reader.anyClass(token).isDisjoint(with: [.auxiliary, .clause, .time]) || reader.isInterpolation(token))
  }

  private func isVerb(_ token: Int) -> Bool { reader.owner[token] < 0 && reader.isFiniteCue(token) }

  /// By its last letter (بحثت); 0 where that does not tell.
  private func gender(ofVerb token: Int) -> UInt8 {
    var letters = reader.passage.letters(of: token)
    if letters.count > 4, let first = letters.first, first == Letter.waw || first == Letter.feh {
      letters = letters.dropFirst()
    }
    if letters.last == Letter.teh { return UInt8(ascii: "f") }
    // تبحث or توجه: both.
    return letters.first == Letter.teh ? 0 : UInt8(ascii: "m")
  }

  // MARK: Names

  /// The first name after the sentence's verb, or at its head.
  private func subject(before token: Int, in sentence: Int, _ gender: UInt8) -> Int? {
    let range = sentences[sentence].lowerBound..<max(sentences[sentence].lowerBound, token)
    // Who stands at the head of the sentence is its subject, whatever the verb's gender.
    if reader.owner[sentences[sentence].lowerBound] >= 0, range.count > 0 {
      let number = Int(reader.owner[sentences[sentence].lowerBound])
      if reader.mentions[number].type == .person, entityOf[number] >= 0 { return entityOf[number] }
    }
    for number in reader.mentions.indices {
      let mention = reader.mentions[number]
      guard range.contains(mention.first), entityOf[number] >= 0, mention.skip == 0, !isGoverned(number) else {
        continue
      }
      let isFeminine = gender == UInt8(ascii: "f")
      switch mention.type {
      case .person:
        if let own = self.gender(of: number), gender != 0 {
          if own != gender { continue }
        } else if isFeminine {
          continue
        }
        return entityOf[number]
      case .organization where isFeminine: return entityOf[number]
      default: continue
      }
    }
    return nil
  }

  private func gender(of number: Int) -> UInt8? {
    let mention = reader.mentions[number]
    if mention.entry >= 0, let gender = reader.lexicon.name(mention.entry).gender.utf8.first { return gender }
    let role = reader.roles.first { $0.holder == number }
    return role.flatMap { $0.isFeminine ? UInt8(ascii: "f") : nil }
  }

  private static let counterparts: Set<[UInt16]> = Set(foldedWords("نظيره نظيرته نظيرها بنظيره بنظيرته لنظيره لنظيرته"))

  /// «مع كيري»، «نظيره سيرغي لافروف»: who is met, not who acts.
  private func isGoverned(_ number: Int) -> Bool {
    let role = reader.roles.first { $0.holder == number }
    let first = role?.first ?? reader.mentions[number].first
    if Self.counterparts.contains(Array(reader.passage.letters(of: first))) { return true }
    let before = first - 1
    guard before >= 0, reader.role(before) == .word, reader.owner[before] < 0 else { return false }
    if Self.counterparts.contains(Array(reader.passage.letters(of: before))) { return true }
    let wordClass = reader.wordClass(before)
    return !wordClass.isDisjoint(with: [.preposition, .adjunct]) && wordClass.isDisjoint(with: .auxiliary)
  }
}
