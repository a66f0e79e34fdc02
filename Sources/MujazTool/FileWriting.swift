import Glibc

/// Refuses a file that is there.
func refuseExisting(_ path: String, hint: String = "add --force to replace it, or name another file") throws {
  if access(path, F_OK) == 0 { throw Failure("\(path) is there already; \(hint)") }
}

/// Writes a whole file, which appears under its name only when it is complete, or not at all.
///
/// - Parameters:
///   - replacing: Whether a file that is there gives way; it keeps its permissions. A link stays one, and the file that it
///     leads to gives way.
///   - mode: The permissions of a new file, of which the process's mask takes some away.
/// - Throws: `Failure` with what could not be done and why.
func writeFile(_ text: String, to path: String, replacing: Bool, mode: mode_t = 0o666) throws {
  if !replacing { try refuseExisting(path) }
  let target = resolved(path)
  var template = Array("\(target).XXXXXX".utf8CString)
  let descriptor = mkstemp(&template)
  guard descriptor >= 0 else { throw failure(path) }
  let temporary = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  var isDone = false
  defer { if !isDone { unlink(temporary) } }
  var old = stat()
  let mask = umask(0)
  umask(mask)
  fchmod(descriptor, stat(target, &old) == 0 ? old.st_mode & 0o7777 : mode & ~mask)
  let isWritten = send(text, to: descriptor) && fsync(descriptor) == 0
  guard close(descriptor) == 0, isWritten else { throw failure(path) }
  if replacing {
    guard rename(temporary, target) == 0 else { throw failure(path) }
    isDone = true
    return
  }
  // Unlike renaming, this fails where somebody else has written the file meanwhile.
  if link(temporary, target) != 0 {
    if errno == EEXIST { try refuseExisting(path) }
    // Some file systems know no links.
    guard errno != EEXIST, rename(temporary, target) == 0 else { throw failure(path) }
    isDone = true
  }
}

private func send(_ text: String, to descriptor: Int32) -> Bool {
  var bytes = Array(text.utf8)[...]
  while !bytes.isEmpty {
    let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count < 0 && errno == EINTR { continue }
    guard count > 0 else { return false }
    bytes = bytes.dropFirst(count)
  }
  return true
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
