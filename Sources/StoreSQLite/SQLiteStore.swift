import Briefings
import GRDB
import Store

/// The archive in one SQLite file: the embedded engine of `BriefingStore`.
///
/// Readers and one writer work at the same time (write-ahead log); several programs may have the file open.
public final class SQLiteStore: Sendable {
  let reader: any DatabaseReader
  let pool: DatabasePool?
  let errors: ArchiveErrors

  /// How much of an archive stays in memory.
  public enum Cache: Sendable {
    /// A hundred megabytes or more: for a program that imports and ends.
    case large
    /// Few megabytes, the system keeping the rest: for a program that stays open.
    case small
  }

  /// Opens the archive at `path`, makes it when there is none, and brings its tables up to date.
  ///
  /// - Parameters:
  ///   - path: The file. Its folder must exist.
  ///   - readOnly: Opens an existing archive and never changes it; works on a medium that cannot be written to.
  ///   - cache: How much of it stays in memory.
  ///   - onUpgrade: Called now and then with the seconds gone while an archive of an older version is brought up to date,
  ///     on any thread; a large one takes minutes.
  /// - Throws: `StoreError.unavailable` for a missing folder or permission, `.damaged` for a file that is no archive,
  ///   `.tooNew` for one of a newer version.
  public init(
    path: String, readOnly: Bool = false, cache: Cache = .large, onUpgrade: (@Sendable (Double) -> Void)? = nil
  ) throws(StoreError) {
    let errors = ArchiveErrors(archive: path)
    self.errors = errors
    if let problem = errors.placeProblem(readOnly: readOnly) { throw problem }
    let opening = ArchiveOpening(path: path, errors: errors, cache: cache, onUpgrade: onUpgrade)
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
}
