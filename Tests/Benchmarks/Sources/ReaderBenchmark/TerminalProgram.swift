import CProcesses
import Glibc
import Measuring
import SampleArchive

/// What one input to a program cost until its screen was finished.
struct Cost {
  /// From before the input was written until the last byte of output was read, in milliseconds.
  var wall = 0.0
  /// The same until the first burst of output had ended: of a movement, before what the archive adds to it.
  var first = 0.0
  /// The processor time of the program, all threads, until it rested.
  var processor = 0.0
  /// How long threads of the program, and this one, waited for a processor meanwhile.
  var waited = 0.0
  /// Bytes of output, and those of the first burst.
  var bytes = 0
  var firstBytes = 0
  /// Whether the program came to rest in time.
  var rested = true
}

/// A program on a pseudo-terminal of our own, which answers what terminals are asked as a plain xterm does.
final class TerminalProgram {
  let process: Int32
  let terminal: Int32
  /// The last bytes of output, for what a step has to show.
  private(set) var tail: [UInt8] = []
  /// The modes of the terminal that programs set, by number, as they are now.
  private(set) var modes: [Int: Bool] = [:]
  /// Whether it has closed its terminal.
  private(set) var hasEnded = false
  /// Everything written so far, in bytes.
  private(set) var written = 0
  private let clock: clockid_t
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  private let settings: termios

  /// How long nothing may come, and the program may do nothing, for its screen to count as finished; never part of a
  /// figure.
  static let quiet = 0.02
  /// What lies further apart belongs to different bursts.
  static let burst = 0.001

  /// Starts a program with some variables beside PATH, TERM and a UTF-8 locale.
  init(_ words: [String], environment: [String], columns: Int = 200, rows: Int = 50) throws {
    var arguments = words.map { strdup($0) } + [nil]
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    let variables = ["PATH=" + path, "TERM=xterm-256color", "LANG=C.UTF-8", "LC_ALL=C.UTF-8"] + environment
    var all = variables.map { strdup($0) } + [nil]
    defer { for text in arguments + all { free(text) } }
    var process: Int32 = -1
    terminal = pty_start(&arguments, &all, Int32(columns), Int32(rows), &process)
    self.process = process
    var clock = clockid_t()
    guard terminal >= 0, clock_getcpuclockid(process, &clock) == 0 else {
      throw BenchmarkFailure("\(words[0]) cannot be started on a pseudo-terminal")
    }
    self.clock = clock
    var settings = termios()
    tcgetattr(terminal, &settings)
    self.settings = settings
  }

  deinit { close(terminal) }

  /// Writes keys and waits until what they bring is on the screen; a program that never rests is waited for so long.
  func press(_ keys: String, limit: Double = 5) throws -> Cost {
    let (processor, waited) = (self.processor, self.waited)
    let start = Clock.wall()
    send(keys)
    var cost = rest(from: start, limit: limit)
    guard !hasEnded else { throw BenchmarkFailure("the program ended at '\(keys)'") }
    cost.processor = (self.processor - processor) * 1000
    cost.waited = max(0, self.waited - waited)
    return cost
  }

  /// Writes keys and does not wait.
  func send(_ keys: String) {
    var bytes = Array(keys.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(terminal, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }

  /// Gives the terminal another size.
  func resize(columns: Int, rows: Int) { _ = pty_resize(terminal, Int32(columns), Int32(rows)) }

  /// Reads until the screen is finished.
  func rest(from start: Double, limit: Double = 5) -> Cost {
    var cost = Cost()
    var last = start
    var isFirst = true
    var processor = self.processor
    var idleSince = Clock.wall()
    while true {
      let count = take(milliseconds: 5)
      let now = Clock.wall()
      if count > 0 {
        if cost.bytes > 0, now - last > Self.burst { isFirst = false }
        cost.bytes += count
        last = now
        cost.wall = (now - start) * 1000
        if isFirst { (cost.first, cost.firstBytes) = (cost.wall, cost.bytes) }
        idleSince = now
      } else if count < 0 {
        return cost
      } else {
        let used = self.processor
        if used != processor || isWorking { idleSince = now }
        processor = used
        if now - max(last, idleSince) >= Self.quiet { return cost }
        if now - start > limit {
          cost.rested = false
          return cost
        }
      }
    }
  }

  /// Reads what there is, waiting so long for it; the bytes read, or -1 when the program has ended.
  func take(milliseconds: Int32) -> Int {
    var wait = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    guard poll(&wait, 1, milliseconds) > 0 else { return 0 }
    let count = read(terminal, &buffer, buffer.count)
    guard count > 0 else {
      hasEnded = true
      return -1
    }
    written += count
    tail.append(contentsOf: buffer[..<count])
    if tail.count > 1 << 17 { tail.removeFirst(tail.count - 1 << 16) }
    note(buffer[..<count])
    return count
  }

  /// Processor time of the program and all its threads, in seconds.
  var processor: Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Ends it, and answers its exit status: negative for a signal.
  func wait(seconds: Double) -> Int? {
    let deadline = Clock.wall() + seconds
    var status: Int32 = 0
    while Clock.wall() < deadline {
      _ = take(milliseconds: 5)
      guard waitpid(process, &status, WNOHANG) == process else { continue }
      return status & 0x7F == 0 ? Int(status >> 8 & 0xFF) : -Int(status & 0x7F)
    }
    return nil
  }

  /// Ends it however it takes it.
  func kill() {
    Glibc.kill(process, SIGHUP)
    if wait(seconds: 2) == nil {
      Glibc.kill(process, SIGKILL)
      _ = wait(seconds: 2)
    }
  }

  /// Whether the terminal's settings are as they were before the program had it.
  var isRestored: Bool {
    var (now, before) = (termios(), settings)
    tcgetattr(terminal, &now)
    return withUnsafeBytes(of: &now) { now in withUnsafeBytes(of: &before) { now.elementsEqual($0) } }
  }

  // MARK: - Details

  private static let answers: [(question: String, answer: String)] = [
    ("\u{1B}[8$p", "\u{1B}[8;0$y"), ("\u{1B}[>0q", "\u{1B}P>|XTerm(379)\u{1B}\\"),
    ("\u{1B}[>c", "\u{1B}[>41;379;0c"), ("\u{1B}[c", "\u{1B}[?64;1;2;6;9;15;18;21;22c"),
  ]

  /// Answers questions and notes modes; both come in one piece.
  private func note(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    while let start = rest.firstIndex(of: 0x1B) {
      rest = rest[start...]
      for (question, answer) in Self.answers where rest.starts(with: question.utf8) { send(answer) }
      if rest.starts(with: [0x1B, 0x5B, 0x3F]), let end = rest.dropFirst(3).firstIndex(where: { $0 > 0x3F }) {
        let isSet = rest[end] == UInt8(ascii: "h")
        if isSet || rest[end] == UInt8(ascii: "l") {
          for number in String(decoding: rest[start + 3..<end], as: UTF8.self).split(separator: ";") {
            modes[Int(number) ?? 0] = isSet
          }
        }
      }
      rest = rest.dropFirst()
    }
  }

  private func tasks(_ name: String) -> [String] {
    var found: [String] = []
    guard let folder = opendir("/proc/\(process)/task") else { return [] }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      let task = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !task.hasPrefix("."), let bytes = contents(ofFile: "/proc/\(process)/task/\(task)/\(name)") {
        found.append(String(decoding: bytes, as: UTF8.self))
      }
    }
    return found
  }

  /// Whether a thread runs, or waits for a disk.
  private var isWorking: Bool {
    tasks("stat").contains { line in
      let state = line.split(separator: ")").last?.split(separator: " ").first
      return state == "R" || state == "D"
    }
  }

  /// The milliseconds that threads of the program and this one have waited for a processor.
  private var waited: Double {
    let own = contents(ofFile: "/proc/thread-self/schedstat").map { String(decoding: $0, as: UTF8.self) } ?? ""
    return (tasks("schedstat") + [own]).reduce(0) { sum, line in
      let parts = line.split(separator: " ")
      return sum + (parts.count > 1 ? (Double(parts[1]) ?? 0) / 1e6 : 0)
    }
  }
}
