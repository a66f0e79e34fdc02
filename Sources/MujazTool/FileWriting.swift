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
  let file = try NewFile(path, replacing: replacing, mode: mode)
  try file.write(text)
  _ = try file.finish()
}
