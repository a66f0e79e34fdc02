import Briefings
import GRDB
import Glibc
import Search
import Store

/// The archive in one SQLite file: the embedded engine of `BriefingStore`.
///
/// Readers and one writer work at the same time (write-ahead log); several programs may have the file open.
public final class SQLiteStore: BriefingStore {
  let reader: any DatabaseReader
  private let pool: DatabasePool?
  let errors: ArchiveErrors

  /// Opens the archive at `path`, makes it when there is none, and brings its tables up to date.
  ///
  /// - Parameters:
  ///   - path: The file. Its folder must exist.
  ///   - readOnly: Opens an existing archive and never changes it; works on a medium that cannot be written to.
  /// - Throws: `StoreError.unavailable` for a missing folder or permission, `.damaged` for a file that is no archive,
  ///   `.tooNew` for one of a newer version.
  public init(path: String, readOnly: Bool = false) throws(StoreError) {
    let errors = ArchiveErrors(archive: path)
    self.errors = errors
    if let problem = errors.placeProblem(readOnly: readOnly) { throw problem }
    let opening = ArchiveOpening(path: path, errors: errors)
    (reader, pool) = try errors.translating("opening the archive") {
      if readOnly { return (try opening.openForReading(), nil) }
      let pool = try opening.openForWriting()
      return (pool, pool)
    }
  }

  func reading<Result>(_ doing: String, _ body: (Database) throws -> Result) throws(StoreError) -> Result {
    try errors.translating(doing) { try reader.read(body) }
  }

  func writing<Result>(_ doing: String, _ body: (Database) throws -> Result) throws(StoreError) -> Result {
    guard let pool else {
      throw .unavailable(archive: errors.archive, reason: "it was opened for reading, so \(doing) is not possible")
    }
    return try errors.translating(doing) { try pool.write(body) }
  }

  /// How many briefings go into one transaction: enough to share its cost, few enough to bound memory.
  private static let transactionSize = 200

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

  public func outcomes(
    of briefings: [Briefing], findingsVersion: Int
  ) throws(StoreError) -> [IngestOutcome] {
    try reading("looking articles up") { db in
      let rows = BriefingRows(db)
      return try briefings.map { briefing in
        guard let stored = try rows.stored(briefing.id) else { return .added }
        let isSame = stored.briefing.hasSameContent(as: briefing)
        return isSame && stored.findingsVersion == findingsVersion ? .unchanged : .updated
      }
    }
  }

  public func remove(_ ids: [BriefingID]) throws(StoreError) {
    guard !ids.isEmpty else { return }
    try writing("removing articles") { db in
      var writer = try ArchiveWriter(db)
      for id in ids { try writer.remove(id) }
      try writer.finish()
    }
  }

  public func count(_ filter: BriefingFilter) throws(StoreError) -> Int {
    try reading("counting articles") { try ArticleLists($0).count(filter) }
  }

  public func summaries(
    _ filter: BriefingFilter, limit: Int, after: Store.Cursor?
  ) throws(StoreError) -> Page<BriefingSummary> {
    try reading("listing articles") { try ArticleLists($0).page(filter, limit: limit, after: after) }
  }

  public func briefing(_ id: BriefingID) throws(StoreError) -> Briefing? {
    try reading("reading an article") { try BriefingRows($0).stored(id)?.briefing }
  }

  public func findings(of id: BriefingID) throws(StoreError) -> Findings? {
    try reading("reading findings") { try FindingsRows($0).findings(of: id) }
  }

  public func setRead(_ isRead: Bool, _ id: BriefingID) throws(StoreError) {
    try writing("marking an article as read") { db in
      try db.execute(sql: "UPDATE article SET is_read = ? WHERE id = ?", arguments: [isRead, id.text])
    }
  }

  public func position(of id: BriefingID) throws(StoreError) -> Place? {
    try reading("reading a position") { try ReadingPlaces($0).place(of: id) }
  }

  public func setPosition(_ place: Place, of id: BriefingID) throws(StoreError) {
    try writing("noting a position") { try ReadingPlaces($0).set(place, of: id) }
  }

  public func lastRead() throws(StoreError) -> BriefingID? {
    try reading("reading a position") { try ReadingPlaces($0).last() }
  }

  public func search(
    _ query: Query, filter: BriefingFilter, order: SearchOrder, limit: Int
  ) throws(StoreError) -> SearchResults {
    try reading("searching") { try SearchRun($0, query, filter).results(order: order, limit: limit) }
  }

  public func entities(_ filter: BriefingFilter, limit: Int) throws(StoreError) -> [EntityRecord] {
    try reading("listing entities") { try FindingsLists($0).entities(filter, limit: limit) }
  }

  public func statements(_ filter: BriefingFilter, limit: Int) throws(StoreError) -> [StatementRecord] {
    try reading("listing statements") { try FindingsLists($0).statements(filter, limit: limit) }
  }

  public func statement(_ id: StatementID) throws(StoreError) -> StatementRecord? {
    try reading("reading a statement") { try FindingsLists($0).statement(id) }
  }

  public func statements(of id: BriefingID) throws(StoreError) -> [StatementRecord] {
    try reading("reading statements") { try FindingsLists($0).statements(of: id) }
  }

  public func relationCandidates(
    for record: StatementRecord, limit: Int
  ) throws(StoreError) -> [StatementRecord] {
    try reading("looking for related statements") { try RelationCandidates($0).candidates(for: record, limit: limit) }
  }

  public func statementFrequencies(of stems: [String]) throws(StoreError) -> StemFrequencies {
    try reading("counting words of statements") { try RelationCandidates($0).frequencies(of: stems) }
  }

  public func verify(repair: Bool) throws(StoreError) -> VerificationReport {
    let report = try reading("checking the archive") { try Verification($0).report() }
    guard repair, !report.isSound else { return report }
    let repairs = try writing("repairing the archive") { try Verification($0).repair() }
    var after = try reading("checking the archive") { try Verification($0).report() }
    after.repairs = repairs
    return after
  }
}
