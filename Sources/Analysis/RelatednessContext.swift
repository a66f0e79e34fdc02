import ArabicText
import Briefings

/// One statement and what surrounds it, read once for all its candidates.
final class StatementContext {
  let record: StatementRecord
  /// The statement's own content, read closely.
  let details: ContentDetails
  /// The stems of the content.
  let own: WeighedStems
  private let weight: (StemKey) -> Double
  /// Which words stand for one thing.
  let topics: TopicWords
  /// What can be found again in another language.
  private(set) lazy var translated = TranslatedContent(record.statement.content, topics)
  /// The country that the speaker stands for.
  let country: Int?
  private let speaker: SpeakerName
  private let names: [SpeakerName]
  /// The stems of the names in the content.
  let nameStems: Set<StemKey>
  /// The stems of the speaker's name.
  let speakerStems: Set<StemKey>
  /// Where the statements of the same article stand that are among the candidates, and who speaks; in no order.
  var neighbours: [(place: Place, speaker: SpeakerName)] = []
  private let around: Set<StemKey>
  private let title: Set<StemKey>
  private var titles: [BriefingID: Set<StemKey>] = [:]
  /// The words of the content without particles, with their stems, in the order of the text.
  private lazy var words = RelationReason.words(of: record.statement.content, stems: own.keys)

  init(_ record: StatementRecord, _ topics: TopicWords, weight: @escaping (StemKey) -> Double) {
    self.topics = topics
    self.record = record
    self.weight = weight
    own = WeighedStems(record.signature, topics, weight: weight)
    speaker = SpeakerName(record.statement)
    country = speaker.country(in: topics)
    names = record.signature.entities.map { SpeakerName($0) }
    nameStems = Self.nameStems(of: record)
    speakerStems = speaker.stems
    details = ContentDetails(record.statement.content)
    title = Set(Self.stems(of: record.briefing.title).map { StemKey($0) })
    around = title.union(own.keys)
    titles[record.briefing.id] = title
  }

  /// Whether the other has the same speaker.
  func voices(with other: SpeakerName) -> Voices { Voices(speaker, other) }

  /// Whether the other's article is in another known language.
  func isTranslation(_ other: StatementRecord) -> Bool {
    guard let own = record.briefing.language, let there = other.briefing.language else { return false }
    return own != there
  }

  /// Whether the other is in another language, by the same speaker.
  func isTranslated(_ other: StatementRecord, by name: SpeakerName) -> Bool {
    isTranslation(other) && (speaker.isOne(with: name) || speaker.isTranslated(as: name, in: topics))
  }

  /// Whether the other names this speaker.
  func isNamed(by other: StatementRecord) -> Bool {
    guard record.statement.speakerEntity != nil, country == nil, speaker.isPersonal else { return false }
    return other.signature.entities.contains { SpeakerName($0).isOne(with: speaker) }
  }

  /// Whether this statement names the other's speaker.
  func names(_ other: SpeakerName, entityKnown: Bool) -> Bool {
    entityKnown && other.isPersonal && other.country(in: topics) == nil && names.contains { $0.isOne(with: other) }
  }

  /// Whether the one that denies names persons, but not the speaker of the other.
  func namesAnother(than there: SpeakerName, _ other: StatementRecord, ownDenies: Bool) -> Bool {
    let named = ownDenies ? names : other.signature.entities.map { SpeakerName($0) }
    let persons = named.filter { $0.isPersonal && $0.country(in: topics) == nil }
    return !persons.isEmpty && !persons.contains { $0.isOne(with: ownDenies ? there : speaker) }
  }

  /// The weight of what the two articles' headlines and the two contents share across.
  func story(with other: StatementRecord, _ stems: [StemKey]) -> Double {
    if other.briefing.id == record.briefing.id { return 2 }
    let there = titles[other.briefing.id] ?? Set(Self.stems(of: other.briefing.title).map { StemKey($0) })
    titles[other.briefing.id] = there
    var shared = there.intersection(around)
    for stem in stems where title.contains(stem) { shared.insert(stem) }
    return shared.reduce(0) { $0 + weight($1) }
  }

  /// The weight of what the two headlines share.
  func headlines(with other: StatementRecord) -> Double {
    if other.briefing.id == record.briefing.id { return 2 }
    let there = titles[other.briefing.id] ?? Set(Self.stems(of: other.briefing.title).map { StemKey($0) })
    return there.intersection(title).reduce(0) { $0 + weight($1) }
  }

  /// How many matches are words of neither headline nor parts of names: what is said beyond the story itself.
  func beyondStory(_ matches: [Overlap.Match], with other: StatementRecord) -> Int {
    let there = titles[other.briefing.id] ?? Set(Self.stems(of: other.briefing.title).map { StemKey($0) })
    titles[other.briefing.id] = there
    return matches.reduce(0) {
      let isStory = title.contains($1.first) || there.contains($1.second) || nameStems.contains($1.first)
      return $0 + (isStory ? 0 : 1)
    }
  }

  /// The stems of the names in a content.
  static func nameStems(of record: StatementRecord) -> Set<StemKey> {
    Set(record.signature.entities.flatMap { stems(of: $0) }.map { StemKey($0) })
  }

  /// Whether a third one speaks between two statements of this article.
  func isParted(_ first: StatementRecord, _ second: StatementRecord) -> Bool {
    let (a, b) = (first.statement.place, second.statement.place)
    let name = SpeakerName(first.statement)
    return neighbours.contains {
      $0.place.field == a.field && $0.place.span.start >= a.span.end && $0.place.span.end <= b.span.start
        && !$0.speaker.isOne(with: name)
    }
  }

  /// The words of some stems, as they stand in the content but without particles and in its order.
  func words(of stems: Set<StemKey>) -> [(stem: StemKey, word: String)] { words.filter { stems.contains($0.stem) } }

  /// The word of a stem.
  func word(of stem: StemKey) -> String? { words.first { $0.stem == stem }?.word }

  /// The stems of a headline.
  static func stems(of title: String) -> Set<String> {
    var stems: Set<String> = []
    for token in tokens(in: title) where token.kind == .word && token.folded.utf8.count > 4 {
      stems.insert(statementStem(token.folded))
    }
    return stems
  }
}
