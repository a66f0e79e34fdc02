import GRDB
import Glibc
import Store

/// Turns what the engine says into what a user can act on.
struct ArchiveErrors: Sendable {
  /// The archive's file, as it was named.
  let archive: String

  /// Runs `body` and translates what it throws.
  func translating<Result>(_ doing: String, _ body: () throws -> Result) throws(StoreError) -> Result {
    do {
      return try body()
    } catch {
      throw storeError(error, doing: doing)
    }
  }

  /// The error for the user.
  func storeError(_ error: any Error, doing: String) -> StoreError {
    if let known = error as? StoreError { return known }
    guard let error = error as? DatabaseError else { return .failed(doing: doing, reason: "\(error)") }
    let reason = error.message ?? "SQLite error \(error.extendedResultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_NOTADB:
      return .damaged(archive: archive, reason: "it is no SQLite file")
    case .SQLITE_CORRUPT:
      return .damaged(archive: archive, reason: reason)
    case .SQLITE_CANTOPEN:
      return .unavailable(archive: archive, reason: "the file cannot be opened while \(doing) (\(reason))")
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
      return .unavailable(archive: archive, reason: "it is read-only, so \(doing) is not possible")
    case .SQLITE_FULL:
      return .unavailable(archive: archive, reason: "the disk is full; nothing was changed while \(doing)")
    case .SQLITE_IOERR:
      return .unavailable(archive: archive, reason: "reading or writing the file failed while \(doing) (\(reason))")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      return .unavailable(archive: archive, reason: "another program is writing to it; try again when it is done")
    case .SQLITE_ERROR where reason.contains("fts5 file format") || reason.contains("malformed"):
      return .damaged(archive: archive, reason: reason)
    default:
      return .failed(doing: doing, reason: reason)
    }
  }

  /// What is wrong with the place of the file, before SQLite reports it in its own words; `nil` when nothing is.
  func placeProblem(readOnly: Bool) -> StoreError? {
    if archive.isEmpty { return .unavailable(archive: "''", reason: "no file is named") }
    var status = stat()
    let folder = Self.folder(of: archive)
    if stat(archive, &status) == 0 {
      if status.st_mode & S_IFMT == S_IFDIR {
        return .unavailable(archive: archive, reason: "it is a folder; name a file inside it")
      }
      // A pipe would be waited for, a device read without an end.
      if status.st_mode & S_IFMT != S_IFREG {
        return .unavailable(archive: archive, reason: "it is a pipe, a socket or a device; name a file")
      }
      if access(archive, R_OK) != 0 { return .unavailable(archive: archive, reason: "no permission to read it") }
      if !readOnly, access(archive, W_OK) != 0 {
        return .unavailable(archive: archive, reason: "no permission to write to it")
      }
      return nil
    }
    if stat(folder, &status) != 0 || status.st_mode & S_IFMT != S_IFDIR {
      return .unavailable(archive: archive, reason: "there is no folder \(folder); make it first")
    }
    if readOnly { return .unavailable(archive: archive, reason: "there is no such file; import something first") }
    if access(folder, W_OK) != 0 {
      return .unavailable(archive: archive, reason: "no permission to make a file in \(folder)")
    }
    return nil
  }

  /// The folder a path lies in.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
