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
  /// The country that the speaker stands for.
  let country: Int?
  private let speaker: SpeakerName
  private let names: [SpeakerName]
  /// The stems of the names in the content.
  let nameStems: Set<StemKey>
  private let around: Set<StemKey>
  private let title: Set<StemKey>
  private var titles: [BriefingID: Set<StemKey>] = [:]
  /// The words of the content without particles, with their stems, in the order of the text.
  private lazy var words = RelationReason.words(of: record.statement.content, stems: own.keys)

  init(_ record: StatementRecord, weight: @escaping (StemKey) -> Double) {
    self.record = record
    self.weight = weight
    own = WeighedStems(record.signature, weight: weight)
    speaker = SpeakerName(record.statement)
    country = speaker.country
    names = record.signature.entities.map { SpeakerName($0) }
    nameStems = Set(record.signature.entities.flatMap { Self.stems(of: $0) }.map { StemKey($0) })
    details = ContentDetails(record.statement.content)
    title = Set(Self.stems(of: record.briefing.title).map { StemKey($0) })
    around = title.union(own.keys)
    titles[record.briefing.id] = title
  }

  /// Whether the other has the same speaker.
  func voices(with other: SpeakerName) -> Voices { Voices(speaker, other) }

  /// Whether the other names this speaker.
  func isNamed(by other: StatementRecord) -> Bool {
    guard record.statement.speakerEntity != nil, speaker.isPersonal else { return false }
    return other.signature.entities.contains { SpeakerName($0).isOne(with: speaker) }
  }

  /// Whether this statement names the other's speaker.
  func names(_ other: SpeakerName, entityKnown: Bool) -> Bool {
    entityKnown && other.isPersonal && names.contains { $0.isOne(with: other) }
  }

  /// Whether the one that denies names persons, but not the speaker of the other.
  func namesAnother(than there: SpeakerName, _ other: StatementRecord, ownDenies: Bool) -> Bool {
    let named = ownDenies ? names : other.signature.entities.map { SpeakerName($0) }
    let persons = named.filter(\.isPersonal)
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

  /// The words of some stems, as they stand in the content but without particles and in its order.
  func words(of stems: Set<StemKey>) -> [(stem: StemKey, word: String)] { words.filter { stems.contains($0.stem) } }

  /// The word of a stem.
  func word(of stem: StemKey) -> String? { words.first { $0.stem == stem }?.word }

  /// The stems of a headline.
  static func stems(of title: String) -> Set<String> {
    var stems: Set<String> = []
    for token in tokens(in: title) where token.kind == .word && token.folded.utf8.count > 4 {
      stems.insert(lightStem(token.folded))
    }
    return stems
  }
}
