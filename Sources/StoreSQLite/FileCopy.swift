import GRDB
import Glibc
import Store

/// A copy of an archive that appears under its name only when it is whole.
struct FileCopy {
  /// Where it is to stand.
  let path: String
  /// Where it is written first: in the same folder, so that it can be moved in one step.
  private let partial: String

  init(path: String) {
    self.path = path
    partial = "\(path).partial-\(getpid())"
  }

  /// Copies the database that `source` reads, as it is now; others may write to it meanwhile.
  ///
  /// - Parameter progress: Told the pages done and the pages in all; what it throws ends the copy.
  func write(from source: any DatabaseReader, progress: @escaping (Int, Int) throws -> Void) throws {
    // Nobody else may read it, from the beginning on.
    let descriptor = open(partial, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw refusal("cannot make a file in \(ArchiveErrors.folder(of: path))") }
    close(descriptor)
    do {
      let copy = try DatabaseQueue(path: partial, configuration: Configuration())
      // One transaction of reading: what is written meanwhile does not begin the copy anew.
      try source.read { from in
        // The transaction begins with the first thing that is read.
        _ = try Int.fetchOne(from, sql: "SELECT count(*) FROM sqlite_master")
        try copy.writeWithoutTransaction { to in
          // What is thrown at the last step would be lost on the way.
          var refusal: (any Error)?
          try from.backup(to: to, pagesPerStep: 1_000) { state in
            do {
              try progress(state.completedPageCount, state.totalPageCount)
            } catch {
              refusal = error
              throw error
            }
          }
          if let refusal { throw refusal }
        }
      }
      // One file instead of a file and a log.
      try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
      try copy.close()
      try synchronize(partial)
    } catch {
      discard()
      throw error
    }
  }

  /// Moves the copy to its place.
  ///
  /// - Parameter replacing: Whether a file that stands there goes; otherwise it stays and this throws.
  func finish(replacing: Bool) throws {
    if replacing {
      guard rename(partial, path) == 0 else { throw refusal("the copy cannot be moved to its name") }
    } else if link(partial, path) == 0 {
      unlink(partial)
    } else if errno == EEXIST {
      throw StoreError.failed(doing: "writing \(path)", reason: "the file is there already; name another")
    } else {
      // A file system without links: nothing else keeps two of us apart here.
      guard access(path, F_OK) != 0, rename(partial, path) == 0 else {
        throw refusal("the copy cannot be moved to its name")
      }
    }
    try synchronize(ArchiveErrors.folder(of: path))
  }

  /// Removes what was written and not finished.
  func discard() {
    for suffix in ["", "-journal", "-wal", "-shm"] { unlink(partial + suffix) }
  }

  private func synchronize(_ path: String) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw refusal("cannot open what was written") }
    defer { close(descriptor) }
    // Some file systems cannot synchronise a folder; the file itself is safe then.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw refusal("the disk refused what was written") }
  }

  private func refusal(_ what: String) -> StoreError {
    .failed(doing: "writing \(path)", reason: "\(what) (\(String(cString: strerror(errno))))")
  }
}
