import GRDB
import Glibc
import Store

extension SQLiteStore {
  /// Copies the archive into another file, as it is at this moment, while others read and write it.
  ///
  /// The copy appears when it is whole; nobody else may read it.
  /// - Parameters:
  ///   - path: The file, which must not be there yet unless `replacing`.
  ///   - replacing: Whether a file that is there goes.
  ///   - progress: Told the pages done and the pages in all; `false` ends the copy, and nothing is left of it.
  public func backup(
    to path: String, replacing: Bool = false, progress: @escaping (Int, Int) -> Bool = { _, _ in true }
  ) throws(StoreError) {
    if !replacing, access(path, F_OK) == 0 {
      throw .failed(doing: "the backup", reason: "\(path) is there already; name another file, or say --replace")
    }
    if Self.isSameFile(path, errors.archive) {
      throw .failed(doing: "the backup", reason: "\(path) is the archive itself; name another file")
    }
    try ArchiveErrors(archive: path).translating("the backup") {
      let copy = FileCopy(path: path)
      try copy.write(from: reader) { done, all in
        guard progress(done, all) else { throw StoreError.failed(doing: "the backup", reason: "it was stopped") }
      }
      do {
        try copy.finish(replacing: replacing)
      } catch {
        copy.discard()
        throw error
      }
    }
  }

  /// Puts a backup in the place of an archive, after it was checked. What stands there is kept beside it.
  ///
  /// - Parameters:
  ///   - backup: The backup; it stays as it is.
  ///   - path: The archive, which nobody may have open, or a file that is not there yet.
  ///   - progress: Told the pages copied and the pages in all.
  /// - Returns: Where the former archive is kept, or `nil` where there was none.
  public static func restore(
    _ backup: String, to path: String, progress: @escaping (Int, Int) -> Void = { _, _ in }
  ) throws(StoreError) -> String? {
    if isSameFile(backup, path) {
      throw .failed(doing: "restoring", reason: "\(backup) is the archive itself; name a backup")
    }
    let copy = FileCopy(path: path)
    try ArchiveErrors(archive: backup).translating("restoring") {
      let opening = ArchiveOpening(path: backup, errors: ArchiveErrors(archive: backup))
      if let problem = opening.errors.placeProblem(readOnly: true) { throw problem }
      let source = try opening.openBackup()
      let damages = try source.read { try String.fetchAll($0, sql: "PRAGMA integrity_check(5)") }.filter { $0 != "ok" }
      guard damages.isEmpty else { throw StoreError.damaged(archive: backup, reason: damages[0]) }
      try copy.write(from: source) { progress($0, $1) }
    }
    do {
      return try ArchiveErrors(archive: path).translating("restoring") {
        let kept = try putAside(path)
        try copy.finish(replacing: false)
        return kept
      }
    } catch {
      copy.discard()
      throw error
    }
  }

  /// Moves an archive to a name that is free; `nil` where there is none.
  private static func putAside(_ path: String) throws -> String? {
    guard access(path, F_OK) == 0 else { return nil }
    try foldLog(path)
    var number = 1
    var kept = path + ".before-restore"
    while access(kept, F_OK) == 0 {
      number += 1
      kept = "\(path).before-restore-\(number)"
    }
    // The log of an archive that is too damaged to be opened belongs to it still.
    for suffix in ["-wal", "-shm", ""] where access(path + suffix, F_OK) == 0 {
      guard rename(path + suffix, kept + suffix) == 0 else {
        throw StoreError.unavailable(archive: path, reason: "it cannot be moved aside")
      }
    }
    return kept
  }

  /// Makes an archive one file without a log, which works only where nobody else has it open.
  private static func foldLog(_ path: String) throws {
    var configuration = Configuration()
    configuration.busyMode = .timeout(2)
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.writeWithoutTransaction { db in
        let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE")
        guard mode != "wal" else { throw DatabaseError(resultCode: .SQLITE_BUSY) }
      }
      try queue.close()
    } catch let error as DatabaseError where [.SQLITE_BUSY, .SQLITE_LOCKED].contains(error.resultCode) {
      throw StoreError.unavailable(
        archive: path, reason: "another program has it open; close the reader and all imports first")
    } catch let error as DatabaseError where [.SQLITE_NOTADB, .SQLITE_CORRUPT].contains(error.resultCode) {
      // That is what a backup is for.
    }
  }

  private static func isSameFile(_ a: String, _ b: String) -> Bool {
    var (first, second) = (stat(), stat())
    guard stat(a, &first) == 0, stat(b, &second) == 0 else { return false }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }
}
