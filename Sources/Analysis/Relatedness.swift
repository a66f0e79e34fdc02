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
  /// In how many statements each stem occurs; a stem that is missing occurs in none.
  private let frequencies: [String: Int]
  /// The logarithm of the number of statements, by which weights are scaled.
  private let scale: Double
  private let total: Double

  /// Creates a scorer.
  ///
  /// - Parameters:
  ///   - frequencies: In how many statements each stem of `stems(for:candidates:)` occurs.
  ///   - total: How many statements there are.
  public init(frequencies: [String: Int], total: Int) {
    self.frequencies = frequencies
    self.total = Double(max(total, 1))
    scale = log(self.total + 2)
  }

  /// The stems whose frequencies are needed to compare a statement with candidates, each once.
  public static func stems(for record: StatementRecord, candidates: [StatementRecord]) -> [String] {
    var all = Set(record.signature.stems)
    all.formUnion(StatementContext.stems(of: record.briefing.title))
    for candidate in candidates { all.formUnion(candidate.signature.stems) }
    return Array(all)
  }

  /// The candidates that bear on a statement; see `relations(of:to:)`.
  public static func relations(
    of record: StatementRecord, to candidates: [StatementRecord], frequencies: [String: Int], total: Int
  ) -> [RelatedStatement] {
    Relatedness(frequencies: frequencies, total: total).relations(of: record, to: candidates)
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
    var context = StatementContext(record)
    var found: [(RelatedStatement, Int64)] = []
    for candidate in candidates where candidate.id != record.id {
      guard let relation = relation(of: record, to: candidate, &context) else { continue }
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
    var context = StatementContext(record)
    return relation(of: record, to: other, &context)
  }

  private func relation(
    of record: StatementRecord, to other: StatementRecord, _ context: inout StatementContext
  ) -> RelatedStatement? {
    let isOneArticle = record.briefing.id == other.briefing.id
    if isOneArticle, Self.areNested(record.statement.place, other.statement.place) { return nil }
    let overlap = Overlap(record.signature, other.signature, weight: weight)
    let voices = Voices(record.statement, other.statement)
    // Most candidates share one common word: they are not looked at further.
    guard isOneArticle || voices.areOne || overlap.mass >= 0.45 || context.isNamed(by: other) else { return nil }
    var judge = PairJudge(
      record: record, other: other, isOneArticle: isOneArticle, overlap: overlap, voices: voices,
      sharesCountry: voices == .different && context.country != nil
        && context.country == Voices.country(of: other.statement),
      seconds: difference(record, other))
    judge.story = context.story(with: other, weight: weight)
    return judge.relation(ownDetails: context.details)
  }

  // MARK: Evidence

  /// How rare a stem is: 0 in every statement, 1 in none.
  func weight(_ stem: String) -> Double {
    let count = Double(frequencies[stem] ?? 0)
    return min(1, max(0.02, log((total + 2) / (count + 1)) / scale))
  }

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

/// What surrounds one statement, read once for all its candidates.
struct StatementContext {
  /// The statement's own content, read closely.
  let details: ContentDetails
  private let record: StatementRecord
  private let speaker: String?
  /// The country that the speaker stands for.
  let country: Int?
  private let own: Set<String>
  private let title: Set<String>
  private var titles: [BriefingID: Set<String>] = [:]

  init(_ record: StatementRecord) {
    self.record = record
    speaker = record.statement.speakerEntity.map { folded($0) }
    country = Voices.country(of: record.statement)
    details = ContentDetails(record.statement.content)
    title = Self.stems(of: record.briefing.title)
    own = title.union(record.signature.stems)
    titles[record.briefing.id] = title
  }

  /// Whether the other names this speaker.
  func isNamed(by other: StatementRecord) -> Bool {
    guard let speaker else { return false }
    return other.signature.entities.contains { Voices.isOne(folded($0), speaker) }
  }

  /// The weight of what the two articles' headlines and the two contents share across.
  mutating func story(with other: StatementRecord, weight: (String) -> Double) -> Double {
    if other.briefing.id == record.briefing.id { return 2 }
    let there = titles[other.briefing.id] ?? Self.stems(of: other.briefing.title)
    titles[other.briefing.id] = there
    var shared = there.intersection(own)
    for stem in other.signature.stems where title.contains(stem) { shared.insert(stem) }
    return shared.reduce(0) { $0 + weight($1) }
  }

  /// The stems of a headline.
  static func stems(of title: String) -> Set<String> {
    var stems: Set<String> = []
    for token in tokens(in: title) where token.kind == .word && token.folded.unicodeScalars.count > 2 {
      stems.insert(lightStem(token.folded))
    }
    return stems
  }
}
