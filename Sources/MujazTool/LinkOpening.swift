import Glibc

/// Starts the program that opens addresses; no shell reads them. Answers what went wrong, if something did.
///
/// - Parameters:
///   - address: A web address of ASCII, as the reader makes them, so that it is no option of a program.
///   - program: The program and its arguments, parted by blanks.
///   - environment: What the program knows of its surroundings.
func openLink(_ address: String, with program: String, environment: [String: String]) -> String? {
  let words = program.split(separator: " ").map(String.init) + [address]
  guard let name = words.first, words.count > 1 else { return nil }
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  // The screen stays the reader's own.
  for (descriptor, mode) in [(STDIN_FILENO, O_RDONLY), (STDOUT_FILENO, O_WRONLY), (STDERR_FILENO, O_WRONLY)] {
    posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", mode, 0)
  }
  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  // Keys that end the reader do not end it.
  posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
  // Nobody waits for it.
  signal(SIGCHLD, SIG_IGN)
  var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
  defer { for argument in arguments { free(argument) } }
  var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
  defer { for variable in variables { free(variable) } }
  var process = pid_t()
  let result = posix_spawnp(&process, name, &actions, &attributes, &arguments, &variables)
  guard result != 0 else { return nil }
  return
    "cannot start \(name): \(String(cString: strerror(result))); name another program as 'opener' in the configuration"
}
