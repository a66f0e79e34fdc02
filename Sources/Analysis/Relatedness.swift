import ArabicText
import Briefings
import Glibc

/// Says how statements bear on each other, and why.
///
/// Wording alone cannot tell agreement from contradiction; `denies` and `changes` therefore need evidence besides
/// it: a denying word, other numbers, a negation. They remain hints.
/// - Source: idf-weighted Jaccard over stems told related from other statements best of seven measures (AUC .986); the
///   rules are measured on `Tests/AnalysisTests/Relations`.
public struct Relatedness: Sendable {
  /// How rare each known stem is: 0 in every statement, 1 in none; a stem that is missing occurs in none.
  private let weights: [StemKey: Double]
  private let topics: TopicWords

  /// Creates a scorer.
  ///
  /// - Parameters:
  ///   - frequencies: In how many statements each stem of `stems(for:candidates:)` occurs.
  ///   - total: How many statements there are.
  ///   - topics: Which words stand for one thing.
  public init(frequencies: [String: Int], total: Int, topics: TopicWords = .none) {
    self.topics = topics
    let all = Double(max(total, 1)) + 2
    let scale = log(all)
    var weights: [StemKey: Double] = [:]
    weights.reserveCapacity(frequencies.count)
    for (stem, count) in frequencies {
      weights[StemKey(stem)] = min(1, max(0.02, log(all / (Double(count) + 1)) / scale))
    }
    self.weights = weights
  }

  /// The stems whose frequencies are needed to compare a statement with candidates, each once.
  ///
  /// Those of candidates that share one stem only are left out: they can be no more than about the same thing.
  public static func stems(for record: StatementRecord, candidates: [StatementRecord]) -> [String] {
    let own = Set(record.signature.stems.map { StemKey($0) })
    var seen: Set<StemKey> = []
    var all: [String] = []
    func add(_ stems: some Sequence<String>) {
      for stem in stems where seen.insert(StemKey(stem)).inserted { all.append(stem) }
    }
    add(record.signature.stems)
    add(StatementContext.stems(of: record.briefing.title))
    for candidate in candidates {
      var shared = 0
      for stem in candidate.signature.stems where own.contains(StemKey(stem)) { shared += 1 }
      if shared > 1 { add(candidate.signature.stems) }
    }
    return all
  }

  /// The candidates that bear on a statement; see `relations(of:to:)`.
  public static func relations(
    of record: StatementRecord, to candidates: [StatementRecord], frequencies: [String: Int], total: Int,
    topics: TopicWords = .none
  ) -> [RelatedStatement] {
    Relatedness(frequencies: frequencies, total: total, topics: topics).relations(of: record, to: candidates)
  }

  /// The candidates that bear on a statement, each with its strongest relation: by relation, then the nearest in time.
  ///
  /// Statements of the same article count where they deny, answer or change it, but not where they only stand there,
  /// and a report that the article brings twice (in its title and below) is no repetition.
  /// - Parameters:
  ///   - record: The statement asked about; it is left out when it is among the candidates.
  ///   - candidates: The statements that may be related.
  /// - Complexity: O(*n* · *m*) in the candidates and their stems.
  public func relations(of record: StatementRecord, to candidates: [StatementRecord]) -> [RelatedStatement] {
    let context = StatementContext(record, topics, weight: weight)
    context.neighbours = candidates.filter { $0.briefing.id == record.briefing.id && $0.id != record.id }.map {
      ($0.statement.place, SpeakerName($0.statement))
    }
    var found: [(RelatedStatement, Int64)] = []
    for candidate in candidates where candidate.id != record.id {
      guard let relation = relation(of: record, to: candidate, context) else { continue }
      found.append((relation, distance(record, candidate)))
    }
    return found.sorted { a, b in
      if a.0.relation != b.0.relation { return a.0.relation < b.0.relation }
      if a.1 != b.1 { return a.1 < b.1 }
      if a.0.score != b.0.score { return a.0.score > b.0.score }
      return a.0.record.id < b.0.record.id
    }.map(\.0)
  }

  /// How one statement bears on another; `nil` when it does not.
  public func relation(of record: StatementRecord, to other: StatementRecord) -> RelatedStatement? {
    relation(of: record, to: other, StatementContext(record, topics, weight: weight))
  }

  private func relation(
    of record: StatementRecord, to other: StatementRecord, _ context: StatementContext
  ) -> RelatedStatement? {
    let isOneArticle = record.briefing.id == other.briefing.id
    if isOneArticle, Self.areNested(record.statement.place, other.statement.place) { return nil }
    let speaker = SpeakerName(other.statement)
    let voices = context.voices(with: speaker)
    let stems = other.signature.stems.map { StemKey($0) }
    // Most candidates share one common word: they are not looked at further.
    var isClose = isOneArticle || voices.areOne || context.isTranslated(other, by: speaker)
    if !isClose {
      let shared = stems.reduce(0.0) { $0 + (context.own.keys.contains($1) ? weight($1) : 0) }
      isClose = context.isNamed(by: other) || context.names(speaker, entityKnown: other.statement.speakerEntity != nil)
      guard shared >= 0.3 || isClose else { return nil }
    }
    let overlap = Overlap(context.own, other.signature.stems, stems, needsWord: !isClose, topics, weight: weight)
    var judge = PairJudge(
      other, speaker, stems, context, overlap: overlap, voices: voices, seconds: difference(record, other))
    return judge.relation()
  }

  // MARK: Evidence

  /// How rare a stem is: 0 in every statement, 1 in none.
  func weight(_ stem: StemKey) -> Double { weights[stem] ?? 1 }

  /// Seconds from one to the other, forwards positive; `nil` where a date is missing.
  private func difference(_ a: StatementRecord, _ b: StatementRecord) -> Int64? {
    guard let first = a.briefing.date, let second = b.briefing.date else { return nil }
    return second.seconds - first.seconds
  }

  private func distance(_ a: StatementRecord, _ b: StatementRecord) -> Int64 {
    difference(a, b).map { abs($0) } ?? Int64.max
  }

  private static func areNested(_ a: Place, _ b: Place) -> Bool {
    a.field == b.field && a.span.start < b.span.end && b.span.start < a.span.end
  }
}
