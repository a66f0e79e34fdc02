import Briefings
import GRDB
import Store

/// Reads what can still be read of a damaged archive.
///
/// Articles are looked for on every way that leads to them, forwards and backwards, so that a damaged page hides only what
/// stands on it.
public struct ArchiveSalvage: Sendable {
  /// What a salvage brought.
  public struct Report: Hashable, Sendable {
    /// How many articles could be read.
    public var articles = 0
    /// Of these, those of which only the text is left: with an id of their own, and no title.
    public var textsOnly = 0
    /// How many are known to have been there and cannot be read.
    public var lost = 0
  }

  private let path: String

  /// Names the archive.
  public init(path: String) { self.path = path }

  /// Hands over each article that can be read, with its notes.
  ///
  /// - Throws: `StoreError` where the file cannot be opened at all, or where `receive` throws it.
  public func run(receive: (Briefing, [Note]) throws -> Void) throws(StoreError) -> Report {
    let errors = ArchiveErrors(archive: path)
    if let problem = errors.placeProblem(readOnly: true) { throw problem }
    return try errors.translating("salvaging the archive") {
      let reader = try ArchiveOpening(path: path, errors: errors).openDamaged()
      // Without a transaction: one that met damage cannot be ended in peace.
      return try reader.unsafeRead { db in
        // Page 1 has the names of all tables: without it there is nothing to hold on to.
        guard try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = 'article')") == true
        else { throw StoreError.damaged(archive: path, reason: "it has no table of articles") }
        return try salvage(db, receive)
      }
    }
  }

  private func salvage(_ db: Database, _ receive: (Briefing, [Note]) throws -> Void) throws -> Report {
    var report = Report()
    let rows = BriefingRows(db)
    for key in keys(db).sorted() {
      // Each of these may stand on a damaged page; what is not read is counted, and the rest goes on.
      let row = try? Row.fetchOne(
        db, sql: "SELECT id, title, date, source, url, author, language FROM article WHERE key = ?", arguments: [key])
      let text = try? String.fetchOne(db, sql: "SELECT text FROM body WHERE key = ?", arguments: [key])
      guard let text else {
        report.lost += 1
        continue
      }
      report.articles += 1
      guard let row else {
        report.textsOnly += 1
        try receive(Briefing(id: BriefingID("salvaged-\(key)"), title: "", text: text), [])
        continue
      }
      let source = try? String.fetchOne(db, sql: "SELECT name FROM source WHERE id = ?", arguments: [row[3] as Int64])
      let tags = try? rows.shownTags(of: key)
      let date: String? = row[2]
      let briefing = Briefing(
        id: BriefingID(row[0]), title: row[1], text: text, date: date.flatMap { PublicationDate($0) },
        source: source ?? "", url: row[4], author: row[5], language: row[6], tags: tags ?? [])
      let notes = try? NoteRows(db).notes(of: briefing.id)
      try receive(briefing, notes ?? [])
    }
    return report
  }

  /// The keys of all articles, as far as any table or index names them.
  private func keys(_ db: Database) -> Set<Int64> {
    var found: Set<Int64> = []
    let ways = [
      "article NOT INDEXED ORDER BY key", "body NOT INDEXED ORDER BY key",
      "article INDEXED BY article_by_time ORDER BY time",
      "article INDEXED BY article_by_source ORDER BY source",
    ]
    for way in ways {
      for direction in ["ASC", "DESC"] {
        // Reading ends at a damaged page; the next way leads around it.
        guard let cursor = try? Int64.fetchCursor(db, sql: "SELECT key FROM \(way) \(direction)") else { continue }
        while let key = try? cursor.next() { found.insert(key) }
      }
    }
    return found
  }
}
