import Glibc

/// Has a text changed by a program that the user writes with, on the terminal, which must be free for it; no shell reads
/// anything. The file in between is the user's alone and is removed afterwards.
///
/// - Parameters:
///   - program: The program and its arguments, parted by blanks; the file comes last.
///   - environment: What the program knows of its surroundings.
/// - Returns: The text that was left, or why there is none.
func edit(_ text: String, with program: String, environment: [String: String]) -> Result<String, Failure> {
  let folder = environment["TMPDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
  let ending = ".txt"
  var template = Array("\(folder)/mujaz-note-XXXXXX\(ending)".utf8CString)
  // Readable and writable by the user only.
  let descriptor = mkstemps(&template, Int32(ending.utf8.count))
  func told(_ what: String, _ code: Int32) -> Result<String, Failure> {
    .failure(Failure("\(what): \(String(cString: strerror(code)))"))
  }
  guard descriptor >= 0 else { return told("cannot make a file for the note in \(folder)", errno) }
  let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  defer { unlink(path) }
  let bytes = Array((text + (text.isEmpty ? "" : "\n")).utf8)
  let written = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
  close(descriptor)
  guard written == bytes.count else { return told("cannot write \(path)", errno) }
  let words = program.split(separator: " ").map(String.init)
  let (code, status) = run(words + [path], environment: environment)
  guard code == 0 else {
    return told("cannot start \(words.first ?? ""); name another program as 'editor' in the configuration", code)
  }
  guard status == 0 else {
    return .failure(Failure("\(words.first ?? "") ended with status \(status); the note is as it was"))
  }
  return contents(of: path).map { .success($0) } ?? told("cannot read what \(words.first ?? "") has left", errno)
}

/// Runs a program on the terminal to its end.
///
/// - Returns: The system's number of what kept it from starting, or 0; and its exit status.
private func run(_ arguments: [String], environment: [String: String]) -> (code: Int32, status: Int32) {
  // Its keys are not ours meanwhile; the links that were opened before must not keep it from being waited for.
  func set(_ number: Int32, _ action: sigaction) -> sigaction {
    var action = action
    var old = sigaction()
    sigaction(number, &action, &old)
    return old
  }
  var ignored = sigaction()
  ignored.__sigaction_handler.sa_handler = SIG_IGN
  var usual = sigaction()
  usual.__sigaction_handler.sa_handler = SIG_DFL
  let signals = [SIGINT, SIGQUIT, SIGTSTP, SIGCHLD]
  let old = signals.map { set($0, $0 == SIGCHLD ? usual : ignored) }
  defer { for (number, action) in zip(signals, old) { _ = set(number, action) } }
  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  // Whoever stops the program alone would leave a terminal that nobody answers on.
  var defaults = sigset_t()
  sigemptyset(&defaults)
  for number in [SIGINT, SIGQUIT, SIGPIPE] { sigaddset(&defaults, number) }
  posix_spawnattr_setsigdefault(&attributes, &defaults)
  posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
  var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
  defer { for word in words { free(word) } }
  var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
  defer { for variable in variables { free(variable) } }
  guard let name = arguments.first else { return (ENOENT, 0) }
  var process = pid_t()
  let code = posix_spawnp(&process, name, nil, &attributes, &words, &variables)
  guard code == 0 else { return (code, 0) }
  var status: Int32 = 0
  while waitpid(process, &status, 0) < 0 { guard errno == EINTR else { return (errno, 0) } }
  return (0, status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F)
}

/// A file as text, as far as a note may be long; `nil` where it cannot be read.
private func contents(of path: String) -> String? {
  let descriptor = open(path, O_RDONLY)
  guard descriptor >= 0 else { return nil }
  defer { close(descriptor) }
  var bytes = [UInt8](repeating: 0, count: 1 << 18)
  var count = 0
  while count < bytes.count {
    let (start, room) = (count, bytes.count - count)
    let found = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress?.advanced(by: start), room) }
    if found < 0 { return nil }
    if found == 0 { break }
    count += found
  }
  return String(decoding: bytes[..<count], as: UTF8.self)
}
