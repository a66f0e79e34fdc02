import Briefings
import GRDB
import Search
import Store

extension SQLiteStore: BriefingStore {
  /// How many briefings go into one transaction: enough to share its cost, few enough to bound memory.
  private static let transactionSize = 1_000

  /// Stores briefings with their findings, 1,000 in a transaction; each goes in whole or not at all.
  public func ingest(_ briefings: [AnalyzedBriefing]) throws(StoreError) -> [IngestOutcome] {
    var outcomes: [IngestOutcome] = []
    outcomes.reserveCapacity(briefings.count)
    var start = 0
    while start < briefings.count {
      let batch = briefings[start..<min(start + Self.transactionSize, briefings.count)]
      outcomes += try writing("importing") { db in
        var writer = try ArchiveWriter(db)
        var outcomes: [IngestOutcome] = []
        for item in batch { outcomes.append(try writer.ingest(item)) }
        try writer.finish()
        return outcomes
      }
      start += batch.count
    }
    return outcomes
  }

  /// How each would be ingested; one whose findings are of another version counts as updated.
  public func outcomes(
    of briefings: [Briefing], findingsVersion: Int
  ) throws(StoreError) -> [IngestOutcome] {
    try reading("looking articles up") { db in
      let rows = BriefingRows(db)
      let versions = OldVersions(db)
      return try briefings.map { briefing in
        let stored = try rows.stored(briefing.id)
        let outcome = try versions.outcome(of: briefing, stored)
        guard outcome == .unchanged, let stored, stored.hasSameContent(as: briefing) else { return outcome }
        return stored.findingsVersion == findingsVersion ? .unchanged : .updated
      }
    }
  }

  /// How many briefings pass the filter.
  public func count(_ filter: BriefingFilter) throws(StoreError) -> Int {
    try reading("counting articles") { try ArticleLists($0).count(filter) }
  }

  /// Rows of a list, by the indexes of its order; by title all that pass are sorted.
  public func list(
    _ filter: BriefingFilter, order: ListOrder, at place: ListPlace, limit: Int
  ) throws(StoreError) -> ListStretch {
    try reading("listing articles") { try ArticleLists($0).stretch(filter, order: order, at: place, limit: limit) }
  }

  /// One briefing, or `nil`.
  public func briefing(_ id: BriefingID) throws(StoreError) -> Briefing? {
    try reading("reading an article") { try BriefingRows($0).stored(id)?.briefing }
  }

  /// The findings of one briefing, or `nil`.
  public func findings(of id: BriefingID) throws(StoreError) -> Findings? {
    try reading("reading findings") { try FindingsRows($0).findings(of: id) }
  }

  /// Where a briefing was left, or `nil`.
  public func position(of id: BriefingID) throws(StoreError) -> Place? {
    try reading("reading a position") { try ReadingPlaces($0).place(of: id) }
  }

  /// Notes where a briefing is being read.
  public func setPosition(_ place: Place, of id: BriefingID) throws(StoreError) {
    try writing("noting a position") { try ReadingPlaces($0).set(place, of: id) }
  }

  /// The briefing whose position was noted last, or `nil`.
  public func lastRead() throws(StoreError) -> BriefingID? {
    try reading("reading a position") { try ReadingPlaces($0).last() }
  }

  /// Briefings that match a query and pass the filter.
  ///
  /// By relevance the newest 50,000 matches are ranked, or fewer for many words; newest first, matches are counted up to 5,000.
  public func search(
    _ query: Query, filter: BriefingFilter, order: SearchOrder, limit: Int
  ) throws(StoreError) -> SearchResults {
    try reading("searching") { try SearchRun($0, query, filter).results(order: order, limit: limit) }
  }

  /// Entities of the briefings that pass the filter, named in most briefings first.
  public func entities(_ filter: BriefingFilter, limit: Int) throws(StoreError) -> [EntityRecord] {
    try reading("listing entities") { try FindingsLists($0).entities(filter, limit: limit) }
  }

  /// Statements of the briefings that pass the filter, newest briefing first.
  public func statements(_ filter: BriefingFilter, limit: Int) throws(StoreError) -> [StatementRecord] {
    try reading("listing statements") { try FindingsLists($0).statements(filter, limit: limit) }
  }

  /// All statements of one speaker, by an index on speaker and day.
  public func statements(
    by speaker: String, limit: Int, after: Store.Cursor?
  ) throws(StoreError) -> Page<StatementRecord> {
    try reading("listing a speaker's statements") { try SpeakerLists($0, speaker).page(limit: limit, after: after) }
  }

  /// How many statements of one speaker each month has, by the index alone.
  public func statementMonths(by speaker: String) throws(StoreError) -> TimelineMonths {
    try reading("counting a speaker's statements") { try SpeakerLists($0, speaker).months() }
  }

  /// How many articles of each month name an entity, by the index alone.
  public func briefingMonths(naming entity: EntityName) throws(StoreError) -> TimelineMonths {
    try reading("counting the articles that name an entity") { try EntityLists($0, entity).months() }
  }

  /// The entities named together with one.
  public func neighbours(of entity: EntityName, limit: Int) throws(StoreError) -> [EntityNeighbour] {
    try reading("listing the neighbours of an entity") {
      try EntityLists($0, entity).neighbours(among: Self.neighbourhood, limit: limit)
    }
  }

  /// The statements about an entity, by an index on it and the day.
  public func statements(
    about entity: String, limit: Int, after: Store.Cursor?
  ) throws(StoreError) -> Page<StatementRecord> {
    try reading("listing the statements about an entity") {
      try SpeakerLists($0, about: entity).page(limit: limit, after: after)
    }
  }

  /// One statement, or `nil`; our own before one that came with the briefing.
  public func statement(_ id: StatementID) throws(StoreError) -> StatementRecord? {
    try reading("reading a statement") { try FindingsLists($0).statement(id) }
  }

  /// The statements of one briefing, in text order.
  public func statements(of id: BriefingID) throws(StoreError) -> [StatementRecord] {
    try reading("reading statements") { try FindingsLists($0).statements(of: id) }
  }

  /// Statements that share rare stems or the speaker, best candidates first.
  public func relationCandidates(
    for record: StatementRecord, limit: Int
  ) throws(StoreError) -> [StatementRecord] {
    try reading("looking for related statements") { try RelationCandidates($0).candidates(for: record, limit: limit) }
  }

  /// The same for some statements.
  public func relationCandidates(
    for records: [StatementRecord], limit: Int
  ) throws(StoreError) -> [[StatementRecord]] {
    try reading("looking for related statements") { db in
      let candidates = RelationCandidates(db)
      return try records.map { try candidates.candidates(for: $0, limit: limit) }
    }
  }

  /// In how many statements each stem occurs.
  public func statementFrequencies(of stems: [String]) throws(StoreError) -> StemFrequencies {
    try reading("counting words of statements") { try RelationCandidates($0).frequencies(of: stems) }
  }

  /// Checks the file, references, the full-text index, spans and counters; `repair` makes derived data anew.
  public func verify(repair: Bool) throws(StoreError) -> VerificationReport {
    // The check of the full-text index is a statement of writing, so a store opened for reading leaves it out.
    guard pool != nil else { return try reading("checking the archive") { try Verification($0).report() } }
    let report = try writing("checking the archive") { try Verification($0).report() }
    guard repair, !report.isSound else { return report }
    let repairs = try writing("repairing the archive") { try Verification($0).repair() }
    var after = try writing("checking the archive") { try Verification($0).report() }
    after.repairs = repairs
    return after
  }
}
