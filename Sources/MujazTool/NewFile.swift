import Glibc

/// A file on its way: it appears under its name only when it is complete, or not at all.
final class NewFile {
  private let path: String
  private let target: String
  private let temporary: String
  private let replacing: Bool
  private var descriptor: Int32
  private var buffer: [UInt8] = []
  private var isDone = false

  /// Begins a file beside the one that it is to be.
  ///
  /// - Parameters:
  ///   - replacing: Whether a file that is there gives way; it keeps its permissions. A link stays one, and the file that
  ///     it leads to gives way.
  ///   - mode: The permissions of a new file, of which the process's mask takes some away.
  /// - Throws: `Failure` with what could not be done and why.
  init(_ path: String, replacing: Bool, mode: mode_t = 0o666) throws {
    self.path = path
    self.replacing = replacing
    target = resolved(path)
    var template = Array("\(target).XXXXXX".utf8CString)
    descriptor = mkstemp(&template)
    temporary = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard descriptor >= 0 else {
      isDone = true
      throw failure(path)
    }
    var old = stat()
    let mask = umask(0)
    umask(mask)
    fchmod(descriptor, stat(target, &old) == 0 && replacing ? old.st_mode & 0o7777 : mode & ~mask)
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    if !isDone { unlink(temporary) }
  }

  /// Adds text.
  func write(_ text: String) throws { try write(Array(text.utf8)) }

  /// Adds bytes.
  func write(_ bytes: [UInt8]) throws {
    buffer += bytes
    if buffer.count > 1 << 16 { try flush() }
  }

  /// Gives the file its name.
  ///
  /// - Parameter isNumbered: Whether it takes the first name of `NAME-2`, `NAME-3` … that is free where its own is not.
  /// - Returns: The path that it has.
  /// - Throws: `Failure` with what could not be done and why.
  func finish(isNumbered: Bool = false) throws -> String {
    try flush()
    let isWritten = fsync(descriptor) == 0
    let isClosed = close(descriptor) == 0
    descriptor = -1
    guard isWritten, isClosed else { throw failure(path) }
    if replacing {
      guard rename(temporary, target) == 0 else { throw failure(path) }
      isDone = true
      return path
    }
    for number in 1...(isNumbered ? 10_000 : 1) {
      let name = number == 1 ? target : numbered(target, number)
      // Unlike renaming, this fails where somebody else has written the file meanwhile.
      if link(temporary, name) == 0 { return number == 1 ? path : name }
      if errno == EEXIST { continue }
      // Some file systems know no links.
      if access(name, F_OK) == 0 { continue }
      guard rename(temporary, name) == 0 else { throw failure(path) }
      isDone = true
      return number == 1 ? path : name
    }
    try refuseExisting(path)
    throw failure(path)
  }

  private func flush() throws {
    var bytes = buffer[...]
    buffer.removeAll(keepingCapacity: true)
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw failure(path) }
      bytes = bytes.dropFirst(count)
    }
  }
}

/// A path with a number before its ending: `a/b.md` and 2 make `a/b-2.md`.
private func numbered(_ path: String, _ number: Int) -> String {
  let folderEnd = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
  guard let dot = path[folderEnd...].lastIndex(of: "."), dot > folderEnd else { return "\(path)-\(number)" }
  return "\(path[..<dot])-\(number)\(path[dot...])"
}

/// The file that a path leads to, links followed; the path itself where there is none.
private func resolved(_ path: String) -> String {
  guard let real = realpath(path, nil) else { return path }
  defer { free(real) }
  return String(cString: real)
}

private func failure(_ path: String) -> Failure {
  Failure("cannot write \(path): \(String(cString: strerror(errno)))")
}
