import CSQLiteDefense
import GRDB
import GRDBSQLite
import Glibc
import Store

/// Opens an archive's file and checks that it is one.
struct ArchiveOpening {
  let path: String
  let errors: ArchiveErrors
  var cache = SQLiteStore.Cache.large
  var onUpgrade: (@Sendable (Double) -> Void)?

  func openForWriting() throws -> DatabasePool {
    var configuration = configuration()
    configuration.prepareDatabase { [cache] db in
      guard !db.configuration.readonly else { return }
      // Only a file that has no tables yet takes a page size.
      try db.execute(sql: "PRAGMA page_size = 16384")
      try db.execute(sql: "PRAGMA synchronous = NORMAL")
      // Names and speakers go all over their tables: without room for those pages each article reads and writes several.
      try db.execute(sql: "PRAGMA cache_size = \(cache == .large ? -98304 : -4096)")
      // A page that many batches change is copied out of the log once.
      try db.execute(sql: "PRAGMA wal_autocheckpoint = 8192")
      try db.execute(sql: "PRAGMA journal_size_limit = 16777216")
    }
    // A file of somebody else's must not be turned into an archive, nor into a write-ahead log.
    try checkExistingFile()
    makePrivateFile()
    let pool = try DatabasePool(path: path, configuration: configuration)
    try pool.writeWithoutTransaction { db in
      let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
      if version == 0 { try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)") }
    }
    let heartbeat = onUpgrade.map { Heartbeat($0) }
    pool.writeWithoutTransaction { heartbeat?.start(on: $0) }
    try bringUpToDate(pool)
    try renewIndexIfOld(pool)
    pool.writeWithoutTransaction { heartbeat?.stop(on: $0) }
    return pool
  }

  /// Takes the archive through the steps that it has not seen.
  ///
  /// Another program may be doing the same: a step that it has taken meanwhile fails here, and the rest goes on from there.
  private func bringUpToDate(_ pool: DatabasePool) throws {
    func version() throws -> Int { try pool.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 } }
    var before = try version()
    while before != Schema.version {
      do {
        try Schema.migrator.migrate(pool)
        return
      } catch {
        let now = try version()
        guard now > before else { throw error }
        before = now
      }
    }
  }

  func openForReading() throws -> any DatabaseReader { try openReader { try check($0, isNewFileFine: false) } }

  /// Opens a backup, which may be of an older version.
  func openBackup() throws -> any DatabaseReader {
    try openReader { db in
      try check(db, isNewFileFine: true)
      guard try Int32.fetchOne(db, sql: "PRAGMA application_id") == Schema.applicationID else {
        throw StoreError.damaged(archive: path, reason: "it is empty")
      }
    }
  }

  /// Opens what is left of a damaged archive.
  func openDamaged() throws -> any DatabaseReader { try openReader { _ in } }

  private func openReader(check: (Database) throws -> Void) throws -> any DatabaseReader {
    var configuration = configuration()
    configuration.readonly = true
    do {
      let pool = try DatabasePool(path: path, configuration: configuration)
      try pool.read { try check($0) }
      return pool
    } catch let error as DatabaseError
      where [.SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_IOERR].contains(error.resultCode)
    {
      var status = stat()
      if stat(path + "-wal", &status) == 0, status.st_size > 0 {
        throw StoreError.unavailable(
          archive: path,
          reason: "its newest articles stand in \(path)-wal, which cannot be read in a folder that is read-only; "
            + "copy both files to another folder")
      }
      // The log's index cannot be made beside the file: the folder cannot be written to, so nobody else writes either.
      let queue = try DatabaseQueue(path: immutableAddress, configuration: configuration)
      try queue.read { try check($0) }
      return queue
    }
  }

  /// Makes a new file that only the user can read; SQLite gives the log beside it the same permissions. Where that fails,
  /// opening the file says why.
  private func makePrivateFile() {
    let descriptor = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
    if descriptor >= 0 { close(descriptor) }
  }

  private func configuration() -> Configuration {
    var configuration = Configuration()
    // Imports of two programs take turns; a batch takes less than a second.
    configuration.busyMode = .timeout(20)
    configuration.maximumReaderCount = 4
    configuration.prepareDatabase { [cache] db in
      // Somebody else may have made the file: nothing in it may run, and damage must be noticed.
      try Self.defend(db)
      db.add(tokenizer: ArabicTokenizer.self)
      db.add(tokenizer: ListTokenizer.self)
      try RankFunction.register(db)
      db.add(function: WrittenFunction.make())
      // No memory mapping: an error of the disk would then end the program instead of the statement.
      try db.execute(sql: "PRAGMA cache_size = \(cache == .large ? -16384 : -2048)")
    }
    return configuration
  }

  /// Keeps whatever stands in the file from acting.
  private static func defend(_ db: Database) throws {
    let result = cs_defend(db.sqliteConnection)
    guard result == SQLITE_OK else {
      throw DatabaseError(resultCode: ResultCode(rawValue: result), message: "SQLite cannot be made safe; 3.31 can")
    }
    try db.execute(sql: "PRAGMA cell_size_check = ON")
  }

  /// Looks into an existing file without changing it.
  private func checkExistingFile() throws {
    var status = stat()
    guard stat(path, &status) == 0, status.st_size > 0 else { return }
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { try Self.defend($0) }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.read { try check($0, isNewFileFine: true) }
    try queue.close()
  }

  private func check(_ db: Database, isNewFileFine: Bool) throws {
    let application = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
    if tables == 0, application == 0, isNewFileFine { return }
    guard application == Schema.applicationID else {
      throw StoreError.damaged(
        archive: path,
        reason: "found a database of another program (application id \(application)), expected \(Schema.applicationID)")
    }
    guard version <= Schema.version else {
      throw StoreError.tooNew(archive: path, found: "version \(version); this program knows \(Schema.version)")
    }
    if let oddity = try SchemaCheck(configuration: configuration()).oddity(of: db, version: version) {
      throw StoreError.damaged(archive: path, reason: oddity)
    }
    if version < Schema.version, !isNewFileFine {
      throw StoreError.unavailable(
        archive: path,
        reason: "it is of an older version (\(version)) and must be opened once for writing to be brought up to date")
    }
  }

  /// Makes the full-text index anew when another tokenizer made it.
  private func renewIndexIfOld(_ pool: DatabasePool) throws {
    let tokenizer = try pool.read { try String.fetchOne($0, sql: "SELECT value FROM meta WHERE name = 'tokenizer'") }
    guard tokenizer != ArabicTokenizer.declaration else { return }
    try pool.write { try IndexWriter.renew($0) }
  }

  /// The address that makes SQLite read the file alone, without log and locks.
  private var immutableAddress: String {
    var address = "file:"
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"),
        UInt8(ascii: "_"):
        address.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        address += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
    return address + "?immutable=1"
  }
}
