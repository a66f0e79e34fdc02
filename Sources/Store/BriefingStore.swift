import Briefings
import Search

/// What became of one briefing that was put into a store.
public enum IngestOutcome: Hashable, Sendable {
  /// It was not there before.
  case added
  /// It was there with other content; where its text was another, that is kept as an older version.
  case updated
  /// It was there, the same, or this is a text that it had before.
  case unchanged
  /// It was deleted, and stays so.
  case deleted
}

/// A briefing together with what Analysis made of it: what is stored in one transaction.
public struct AnalyzedBriefing: Hashable, Sendable {
  /// The briefing.
  public var briefing: Briefing
  /// Its findings, own and imported.
  public var findings: Findings

  /// Creates a pair.
  public init(_ briefing: Briefing, _ findings: Findings) {
    self.briefing = briefing
    self.findings = findings
  }
}

/// One page of a list: rows, and where the next page begins.
public struct Page<Row: Sendable>: Sendable {
  /// The rows.
  public var rows: [Row]
  /// What to pass as `after` to get the next rows, or `nil` at the end.
  public var next: Cursor?

  /// Creates a page.
  public init(rows: [Row], next: Cursor?) {
    self.rows = rows
    self.next = next
  }
}

/// A position in a list that stays right while rows are added before it. Opaque: only the store that made it reads it.
public struct Cursor: Hashable, Sendable {
  /// The store's own notation.
  public let text: String

  /// Wraps a notation.
  public init(_ text: String) { self.text = text }
}

/// An archive of briefings, whatever holds it.
///
/// Speaks only in Briefings, Findings and Query: no SQL, row or file path crosses it. Every engine passes
/// `Tests/StoreContract`. All methods may block; call them away from the screen's loop.
public protocol BriefingStore: VersionKeeping, BriefingDeleting, ChangeListing, Marking, SavedSearchKeeping,
  ReprintListing, BriefingSearching, EntityListing, GroupListing
{
  /// Stores briefings with their findings; each goes in whole or not at all, and the outcomes come in the same order.
  ///
  /// A briefing whose id is known replaces the stored one when its content differs; what the user did with it (read,
  /// tags, notes) stays, and another text stays as an older version. A text that it had before is new again only where
  /// it is dated later than the current one, so that importing old files again changes nothing. The same content with
  /// newer findings counts as unchanged, but the findings are replaced.
  func ingest(_ briefings: [AnalyzedBriefing]) throws(StoreError) -> [IngestOutcome]

  /// How each of `briefings` would be ingested, without storing anything. Lets a caller skip the analysis of known ones.
  func outcomes(of briefings: [Briefing], findingsVersion: Int) throws(StoreError) -> [IngestOutcome]

  /// How many briefings pass the filter.
  func count(_ filter: BriefingFilter) throws(StoreError) -> Int

  /// Rows of the list of briefings that pass the filter, at most `limit`, from any place of it and in both directions.
  ///
  /// Cursors stay right while rows come and go. Two lists with the same filter and order differ in nothing else.
  func list(
    _ filter: BriefingFilter, order: ListOrder, at place: ListPlace, limit: Int
  ) throws(StoreError) -> ListStretch

  /// One briefing, or `nil`.
  func briefing(_ id: BriefingID) throws(StoreError) -> Briefing?

  /// The findings of one briefing, or `nil` when the briefing is unknown.
  func findings(of id: BriefingID) throws(StoreError) -> Findings?

  /// Where a briefing was left by whoever read it, or `nil`.
  func position(of id: BriefingID) throws(StoreError) -> Place?

  /// Notes where a briefing is being read, and that it is the last one read. An unknown id is ignored.
  func setPosition(_ place: Place, of id: BriefingID) throws(StoreError)

  /// The briefing whose position was noted last, or `nil`: where reading goes on.
  func lastRead() throws(StoreError) -> BriefingID?

  /// Briefings that match a query and pass the filter.
  func search(
    _ query: Query, filter: BriefingFilter, order: SearchOrder, limit: Int
  ) throws(StoreError) -> SearchResults

  /// Entities of the briefings that pass the filter, named in most briefings first.
  func entities(_ filter: BriefingFilter, limit: Int) throws(StoreError) -> [EntityRecord]

  /// Statements of the briefings that pass the filter, newest briefing first, text order within one. With
  /// `filter.speaker`, only that speaker's.
  func statements(_ filter: BriefingFilter, limit: Int) throws(StoreError) -> [StatementRecord]

  /// All statements of one speaker, newest briefing first (undated last), text order reversed within one, a page at a
  /// time. The speaker is an entity's canonical name, or, where no entity that speaks is called so, the words of a source, in
  /// any spelling.
  func statements(by speaker: String, limit: Int, after: Cursor?) throws(StoreError) -> Page<StatementRecord>

  /// How many statements of one speaker each month has; the speaker as for `statements(by:limit:after:)`.
  func statementMonths(by speaker: String) throws(StoreError) -> TimelineMonths

  /// One statement, or `nil`.
  func statement(_ id: StatementID) throws(StoreError) -> StatementRecord?

  /// The statements of one briefing, in text order.
  func statements(of id: BriefingID) throws(StoreError) -> [StatementRecord]

  /// Statements that may be related to `record`: those that share its rarest stems or its speaker, best candidates
  /// first, never itself. Scoring them is Analysis' work, so that every engine gives the same relations.
  func relationCandidates(for record: StatementRecord, limit: Int) throws(StoreError) -> [StatementRecord]

  /// The same for some statements, in their order: those of one article cost little more than one of them.
  func relationCandidates(for records: [StatementRecord], limit: Int) throws(StoreError) -> [[StatementRecord]]

  /// In how many statements each stem occurs, and how many statements there are: what rarity is measured by.
  func statementFrequencies(of stems: [String]) throws(StoreError) -> StemFrequencies

  /// Entities one of whose names is exactly `name`, in any spelling; those whose own name it is come first.
  func entities(named name: String) throws(StoreError) -> [EntityRecord]

  /// The findings of one briefing as they were ingested, before the user's decisions; `nil` when it is unknown.
  func undecidedFindings(of id: BriefingID) throws(StoreError) -> Findings?

  /// Briefings whose findings another version of the rules made, or all with `nil`, a page at a time. Ingesting the rows
  /// of a page again does not shift the next one.
  func briefings(
    analyzedOtherThan version: Int?, limit: Int, after: Cursor?
  ) throws(StoreError) -> Page<BriefingID>

  /// The user's decisions, oldest first; those taken back are the last ones.
  func decisions() throws(StoreError) -> [DecisionRecord]

  /// Keeps decisions, the newest last; those taken back before are forgotten. Returns how many briefings await
  /// `applyDecisions`.
  ///
  /// All findings the store gives are those ingested with the decisions applied (`DecisionBook`), whether they were
  /// ingested before or after.
  func add(_ decisions: [Decision]) throws(StoreError) -> Int

  /// Takes the newest decision back and returns it; `nil` when there is none. Briefings await `applyDecisions`.
  func undoDecision() throws(StoreError) -> DecisionRecord?

  /// Takes up again the decision that was taken back last; `nil` when there is none. Briefings await `applyDecisions`.
  func redoDecision() throws(StoreError) -> DecisionRecord?

  /// Brings at most `limit` briefings in line with the decisions, `first` before all others; returns how many remain.
  ///
  /// What is left undone, as by a program that ended, awaits the next call.
  func applyDecisions(limit: Int, first: BriefingID?) throws(StoreError) -> Int

  /// Checks the archive and its indexes; `repair` makes derived data anew where it is wrong.
  func verify(repair: Bool) throws(StoreError) -> VerificationReport
}

extension BriefingStore {
  /// Briefings that pass the filter, newest first (undated last), a page at a time.
  public func summaries(
    _ filter: BriefingFilter, limit: Int, after: Cursor?
  ) throws(StoreError) -> Page<BriefingSummary> {
    guard limit > 0 else { return Page(rows: [], next: after) }
    let stretch = try list(filter, order: .newest, at: after.map { .after($0.text) } ?? .start, limit: limit)
    return Page(rows: stretch.rows, next: stretch.after.map { Cursor($0) })
  }
}

/// How common stems are among the statements of an archive.
public struct StemFrequencies: Hashable, Sendable {
  /// The number of statements each stem occurs in; a stem that is missing occurs in none.
  public var counts: [String: Int]
  /// The number of statements.
  public var total: Int

  /// Creates frequencies.
  public init(counts: [String: Int], total: Int) {
    self.counts = counts
    self.total = total
  }
}

/// What a check of an archive found.
public struct VerificationReport: Hashable, Sendable {
  /// What was checked, with numbers, one line each.
  public var checks: [String]
  /// What is wrong, where, and what to do; empty for a sound archive.
  public var problems: [String]
  /// What was repaired.
  public var repairs: [String]

  /// Creates a report.
  public init(checks: [String], problems: [String], repairs: [String] = []) {
    self.checks = checks
    self.problems = problems
    self.repairs = repairs
  }

  /// Whether nothing is wrong.
  public var isSound: Bool { problems.isEmpty }
}

extension BriefingStore {
  /// For stores to which many cost as much as each of them by itself.
  public func relationCandidates(
    for records: [StatementRecord], limit: Int
  ) throws(StoreError) -> [[StatementRecord]] {
    var found: [[StatementRecord]] = []
    for record in records { found.append(try relationCandidates(for: record, limit: limit)) }
    return found
  }
}
