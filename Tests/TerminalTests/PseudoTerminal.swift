import Glibc

/// A terminal without a screen, and a program that runs on it.
final class PseudoTerminal {
  /// What the program sent to the terminal so far.
  private(set) var sent: [UInt8] = []
  /// What it told on descriptor 3 so far, line by line.
  private(set) var told: [String] = []

  /// The settings of the terminal before the program started.
  private(set) var settingsBefore: [UInt8] = []

  private let master: Int32
  private let slave: Int32
  private let telling: Int32
  private var child: pid_t = 0
  private var rest: [UInt8] = []

  /// Starts a program of this package on a new terminal of 80 columns and 24 rows.
  ///
  /// - Parameter isRaw: Whether the terminal is left as a program that was killed leaves it.
  init?(program: String, environment: [String: String], isRaw: Bool = false) {
    var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
    var (master, slave): (Int32, Int32) = (-1, -1)
    var name = [CChar](repeating: 0, count: 128)
    var ends: [Int32] = [-1, -1]
    guard openpty(&master, &slave, &name, nil, &size) == 0, pipe(&ends) == 0 else { return nil }
    for descriptor in [master, slave, ends[0]] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    (self.master, self.slave, telling) = (master, slave, ends[0])

    settingsBefore = settings
    if isRaw {
      var raw = termios()
      tcgetattr(slave, &raw)
      cfmakeraw(&raw)
      tcsetattr(slave, TCSANOW, &raw)
    }

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // Opened by the leader of a new session, it becomes the terminal of that session.
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, descriptor, name, O_RDWR, 0)
    }
    posix_spawn_file_actions_adddup2(&actions, ends[1], 3)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    let newSession: Int16 = 0x80  // POSIX_SPAWN_SETSID, which the C library shows only to GNU programs
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK) | newSession)
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup(program), nil]
    // What the sanitizers were told holds for the program, too: that signals are its own, and where reports go.
    var environment = environment
    for name in ["ASAN_OPTIONS", "TSAN_OPTIONS", "UBSAN_OPTIONS"] {
      if let options = getenv(name) { environment[name] = String(cString: options) }
    }
    var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in arguments + variables { free(text) } }
    let failed = posix_spawn(&child, program, &actions, &attributes, &arguments, &variables)
    close(ends[1])
    guard failed == 0 else { return nil }
  }

  deinit {
    if child > 0 {
      kill(child, SIGKILL)
      _ = waitpid(child, nil, 0)
    }
    for descriptor in [master, slave, telling] { close(descriptor) }
  }

  /// Types.
  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(master, bytes, bytes.count)
  }

  /// Changes the size of the terminal.
  func resize(columns: UInt16, rows: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Sends a signal to the program.
  func signal(_ number: Int32) { kill(child, number) }

  /// The settings of the terminal, as bytes that can be compared.
  var settings: [UInt8] {
    var settings = termios()
    tcgetattr(slave, &settings)
    return withUnsafeBytes(of: &settings) { Array($0) }
  }

  /// Whether lines are edited, keys shown and signalled, Return is a line's end, and output begins lines at the left.
  var isSane: Bool {
    var settings = termios()
    tcgetattr(slave, &settings)
    let local = tcflag_t(ICANON | ECHO | ISIG | IEXTEN)
    return settings.c_lflag & local == local && settings.c_iflag & tcflag_t(ICRNL) != 0
      && settings.c_oflag & tcflag_t(OPOST | ONLCR) == tcflag_t(OPOST | ONLCR)
  }

  /// Waits until the program tells a line; false when it ends, or 30 seconds pass, before it does.
  func waits(for line: String) -> Bool { waits { self.told.contains(line) } }

  /// Waits until the program has sent a text.
  func waits(forSent text: String) -> Bool { waits { self.hasSent(text) } }

  /// Whether the program sent a text.
  func hasSent(_ text: String) -> Bool {
    let wanted = Array(text.utf8)
    return sent.indices.contains { sent[$0...].starts(with: wanted) }
  }

  /// Waits for the end of the program: its exit status, or minus the signal that ended it.
  func waitsForEnd() -> Int32 {
    _ = waits { false }
    var status: Int32 = 0
    guard waitpid(child, &status, 0) == child else { return .min }
    child = 0
    drain()
    return status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
  }

  private func waits(until isDone: () -> Bool) -> Bool {
    for _ in 0..<300 {
      if isDone() { return true }
      var sources = [
        pollfd(fd: master, events: Int16(POLLIN), revents: 0), pollfd(fd: telling, events: Int16(POLLIN), revents: 0),
      ]
      poll(&sources, 2, 100)
      if sources[0].revents & Int16(POLLIN) != 0 { sent += read(master) }
      if sources[1].revents & Int16(POLLIN) != 0 {
        tell(read(telling))
      } else if sources[1].revents != 0 {
        return isDone()
      }
    }
    return isDone()
  }

  /// Takes what is left; the slave is open here, so the master never reports an end.
  private func drain() {
    var source = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    while poll(&source, 1, 0) > 0, source.revents & Int16(POLLIN) != 0 { sent += read(master) }
  }

  private func read(_ descriptor: Int32) -> ArraySlice<UInt8> {
    var bytes = [UInt8](repeating: 0, count: 65536)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    return bytes[..<max(0, count)]
  }

  private func tell(_ bytes: ArraySlice<UInt8>) {
    rest += bytes
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      told.append(String(decoding: rest[..<end], as: UTF8.self))
      rest.removeSubrange(...end)
    }
  }
}
