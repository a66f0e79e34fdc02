import Briefings

/// Says which entity speaks: the one named in the source, the holder of the office, or an earlier speaker.
struct SpeakerResolver {
  let reader: SentenceReader
  /// The entity of each mention, or -1.
  let entityOf: [Int]
  let sentences: [Range<Int>]
  /// Who has spoken so far, the latest last. Of a text as long as a book only those at hand.
  private(set) var history: [Speaker] = []
  /// The entities that are persons.
  private let persons: Set<Int>
  /// Where in `reader.roles` the first role stands that begins at a token.
  private let roleAt: [Int: Int]
  /// How many speakers, and how many offices to either side, are looked through for one that is not named: more than any
  /// article has, and few enough that the time stays linear in a text of any length.
  private static let horizon = 2_000
  /// The content of the last report that stands in no other.
  private var outer = 0..<0

  struct Speaker {
    /// The entity, or -1 for a source without a name.
    let entity: Int
    let gender: UInt8
    let isPlural: Bool
    var sentence: Int
    let isPerson: Bool
    /// Whether it speaks inside what another one says.
    var isInner: Bool
  }

  init(_ reader: SentenceReader, entityOf: [Int]) {
    self.reader = reader
    self.entityOf = entityOf
    sentences = SentenceSplitter.sentences(of: reader.passage)
    var known: Set<Int> = []
    // What an entity is, its first mention says.
    persons = Set(
      entityOf.indices.filter { known.insert(entityOf[$0]).inserted && reader.mentions[$0].type == .person }.map {
        entityOf[$0]
      })
    roleAt = Dictionary(zip(reader.roles.map(\.first), reader.roles.indices), uniquingKeysWith: min)
  }

  /// Notes who spoke.
  private mutating func remember(_ speaker: Speaker) {
    if history.count >= 2 * Self.horizon { history.removeFirst(Self.horizon) }
    history.append(speaker)
  }

  /// The entity that speaks in a draft, or `nil`. Call it for the drafts in the order of the text.
  mutating func entity(of draft: StatementDraft) -> Int? {
    let isInner = outer.contains(draft.cue.lowerBound)
    // «وبحسب الصحيفة، قال الوزير إن»: the minister speaks for himself.
    if !isInner, draft.cueClass != .evidential, let end = draft.contentEnd, end > draft.content {
      outer = draft.content..<end
    }
    if let phrase = draft.speaker {
      let found = named(in: phrase) ?? holder(of: phrase) ?? referred(by: phrase)
      let person = found.map { isPerson($0) } ?? false
      remember(
        Speaker(
          entity: found ?? -1, gender: gender(of: phrase, draft),
          isPlural: draft.entry?.number == UInt8(ascii: "p") || isPlural(phrase),
          sentence: draft.sentence, isPerson: person, isInner: isInner))
      return found
    }
    guard draft.isElided, var speaker = leftOut(draft, isInner: isInner) else { return nil }
    speaker.sentence = draft.sentence
    speaker.isInner = isInner
    remember(speaker)
    return speaker.entity >= 0 ? speaker.entity : nil
  }

  /// The entity that a noun phrase names, by its name, its office or its kind.
  func entity(named phrase: Range<Int>) -> Int? { named(in: phrase) ?? holder(of: phrase) ?? body(by: phrase) }

  // MARK: Named

  func isPerson(_ entity: Int) -> Bool { persons.contains(entity) }

  func named(in phrase: Range<Int>) -> Int? {
    var first: Int?
    for token in phrase where reader.owner[token] >= 0 {
      let number = Int(reader.owner[token])
      let mention = reader.mentions[number]
      guard entityOf[number] >= 0 else { continue }
      if mention.type == .person {
        // مستشار خامنئي الدكتور ولايتي: the holder, not the one he advises.
        let isLast = !phrase.contains { $0 >= mention.end && reader.owner[$0] >= 0 && isPersonMention($0) }
        let isAlone = mention.first == phrase.lowerBound || isLast
        if isAlone, !isOnlyComplement(mention, phrase) { return entityOf[number] }
      } else if first == nil, speaks(mention, phrase) {
        first = entityOf[number]
      }
    }
    return first
  }

  private func isPersonMention(_ token: Int) -> Bool {
    reader.mentions[Int(reader.owner[token])].type == .person
  }

  /// مستشار خامنئي: a person who only says whose adviser it is.
  private func isOnlyComplement(_ mention: FoundMention, _ phrase: Range<Int>) -> Bool {
    guard mention.first > phrase.lowerBound, mention.skip == 0 else { return mention.skip > 0 }
    let before = mention.first - 1
    guard reader.role(before) == .word, reader.owner[before] < 0 else { return false }
    let wordClass = reader.wordClass(before)
    if wordClass.contains(.preposition) { return true }
    return !wordClass.isDisjoint(with: [.office, .speaker]) && !reader.isDefinite(before)
      && wordClass.isDisjoint(with: .title)
  }

  /// Whether a body or place is itself the source rather than a part of its description.
  private func speaks(_ mention: FoundMention, _ phrase: Range<Int>) -> Bool {
    var token = phrase.lowerBound
    if mention.first == token { return true }
    while token < mention.first {
      let role = reader.role(token)
      if role == .word {
        let wordClass = reader.wordClass(token)
        let isIntroduction = wordClass.contains(.document) || wordClass.contains(.organizationHead)
        let isArticle = reader.passage.letters(of: token).elementsEqual(Self.the)
        if !isIntroduction, !isArticle, reader.passage.tokens[token].letterCount > 1 { return false }
      }
      token += 1
    }
    return true
  }

  // MARK: Offices

  /// «وزير الخارجية السعودي» after «وزير الخارجية السعودي فيصل بن فرحان».
  func holder(of phrase: Range<Int>) -> Int? {
    guard let place = phrase.lazy.compactMap({ roleAt[$0] }).min() else { return nil }
    let role = reader.roles[place]
    guard role.holder < 0 else { return nil }
    let office = bare(role.office)
    let near = max(0, place - Self.horizon)..<min(reader.roles.count, place + Self.horizon)
    var best: (entity: Int, distance: Int)?
    for other in reader.roles[near] where other.holder >= 0 {
      guard bare(other.office) == office || isRoyal(office, in: other), entityOf[other.holder] >= 0 else { continue }
      if role.country != 0, other.country != 0, role.country != other.country { continue }
      guard sharesWords(role, other) else { continue }
      var distance = other.first < role.first ? role.first - other.first : 5_000 + other.first - role.first
      // An office without a country is rather the one that was introduced without.
      if (role.country == 0) != (other.country == 0) { distance += 2_500 }
      if distance < best?.distance ?? Int.max { best = (entityOf[other.holder], distance) }
    }
    return best?.entity
  }

  private static let the = foldedWords("the")[0]
  private static let royal: Set<[UInt16]> = Set(foldedWords("ملك أمير ولي شيخ"))

  /// «الملك» after «خادم الحرمين الشريفين الملك سلمان»: a rank that stands last among the titles.
  private func isRoyal(_ office: [UInt16], in role: FoundRole) -> Bool {
    Self.royal.contains(office)
      && (role.first..<role.end).contains { bare(Array(reader.passage.letters(of: $0))) == office }
  }

  private func bare(_ office: [UInt16]) -> [UInt16] {
    office.starts(with: [Letter.alef, Letter.lam]) ? Array(office.dropFirst(2)) : office
  }

  /// Whether the words of the shorter office all stand in the longer (وزير الخارجية and وزير الخارجية الروسي).
  private func sharesWords(_ a: FoundRole, _ b: FoundRole) -> Bool {
    let (short, long) = a.end - a.first <= b.end - b.first ? (a, b) : (b, a)
    let words = Set((long.first..<long.end).map { bare(Array(reader.passage.letters(of: $0))) })
    return (short.first..<short.end).allSatisfy { token in
      words.contains(bare(Array(reader.passage.letters(of: token))))
        || reader.lexicon.countries[
          reader.passage.tokens[token].word] != nil
    }
  }

  /// The last person named with a title before a token.
  private func titled(before token: Int) -> Int? {
    let role = reader.roles.last { role in
      role.holder >= 0 && role.first < token && entityOf[role.holder] >= 0
    }
    return role.map { entityOf[$0.holder] }
  }

  /// موقع «المرآة»: the noun before a name in quotation marks.
  private func isNamed(_ mention: FoundMention, by noun: [UInt16]) -> Bool {
    var before = mention.first - 1
    if before > 0, reader.role(before) == .openQuote { before -= 1 }
    guard before >= 0, reader.role(before) == .word else { return false }
    let letters = reader.passage.letters(of: before)
    return letters.elementsEqual(noun) || letters.dropFirst().elementsEqual(noun)
  }

  /// السابق، الأميركي: what only describes the noun before.
  private func isDescription(_ token: Int) -> Bool {
    reader.role(token) == .word && !reader.wordClass(token).isDisjoint(with: [.nationality, .officeAdjective])
  }

  /// Whether nothing the text says of a person's country speaks against the one that a phrase names.
  private func isOfCountry(_ phrase: Range<Int>, _ entity: Int) -> Bool {
    let countries = phrase.compactMap { reader.lexicon.countries[reader.passage.tokens[$0].word] }
    guard let country = countries.first else { return true }
    let own = reader.roles.filter { $0.holder >= 0 && entityOf[$0.holder] == entity && $0.country != 0 }
    if !own.isEmpty { return own.contains { $0.country == country } }
    return true
  }

  private static let honours: Set<[UInt16]> = Set(
    foldedWords("معاليه سعادته فخامته سموه جلالته معاليها سعادتها دولته سيادته"))

  /// الوزارة، الشركة: the last body of that kind.
  private func body(by phrase: Range<Int>) -> Int? {
    guard phrase.count <= 3, phrase.dropFirst().allSatisfy({ isDescription($0) }) else { return nil }
    let letters = Array(reader.passage.letters(of: phrase.lowerBound))
    guard letters.starts(with: [Letter.alef, Letter.lam]) else { return nil }
    let noun = Array(letters.dropFirst(2))
    for number in reader.mentions.indices.reversed()
    where reader.mentions[number].first < phrase.lowerBound && reader.mentions[number].type == .organization {
      let mention = reader.mentions[number]
      let head = Array(reader.passage.letters(of: mention.first).dropFirst(Int(mention.skip)))
      if head == noun || head == letters || isNamed(mention, by: noun), entityOf[number] >= 0 {
        return entityOf[number]
      }
    }
    return nil
  }

  /// معاليه، الوزارة، الشركة: the last one of that kind.
  private func referred(by phrase: Range<Int>) -> Int? {
    guard phrase.count <= 3, phrase.dropFirst().allSatisfy({ isDescription($0) }) else { return nil }
    let letters = Array(reader.passage.letters(of: phrase.lowerBound))
    if Self.honours.contains(letters) {
      return history.last(where: { $0.isPerson })?.entity ?? titled(before: phrase.lowerBound)
    }
    guard letters.starts(with: [Letter.alef, Letter.lam]) else { return nil }
    if let body = body(by: phrase) { return body }
    // الوزير، المسؤول الإيراني without a name near it: who spoke last, were it somebody without a name.
    let wordClass = reader.wordClass(phrase.lowerBound)
    guard !wordClass.isDisjoint(with: [.office, .speaker, .title]), !wordClass.contains(.plural),
      let last = history.last(where: { ($0.isPerson || $0.entity < 0) && !$0.isPlural }), last.entity >= 0,
      isOfCountry(phrase, last.entity)
    else { return nil }
    return last.entity
  }

  /// «قال مسؤولون»: before its subject the verb stands in the singular. «كيري ولافروف» are two.
  func isPlural(_ phrase: Range<Int>) -> Bool {
    let first = phrase.lowerBound
    if reader.owner[first] < 0, reader.wordClass(first).contains([.speaker, .plural]) || reader.isNominative(first) {
      return true
    }
    return phrase.dropFirst().contains { reader.isJoiningAnd($0, phrase.upperBound) }
  }

  private func gender(of phrase: Range<Int>, _ draft: StatementDraft) -> UInt8 {
    // The verb agrees with what follows it; before a feminine noun it is feminine.
    if let gender = draft.entry?.gender, gender != 0, draft.entry?.form == .finite { return gender }
    return 0
  }
}
