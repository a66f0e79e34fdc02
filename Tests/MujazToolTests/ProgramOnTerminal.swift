import Foundation

extension Program {
  /// Runs the program to its end on a pseudo-terminal and returns all that it sent there, messages as well.
  ///
  /// - Parameters:
  ///   - typed: Pieces that are typed one after the other, each when the program has been silent for a moment.
  ///   - steps: Pieces that are typed after those, each when what was sent since the last one fulfils its condition.
  ///   - again: What is typed then, once a second, for a program that had not asked yet when those were typed.
  ///   - patience: How many seconds the program may take; then it is killed.
  func onTerminal(
    _ arguments: [String], environment: [String: String] = [:], typed: [String] = [],
    steps: [(until: (String) -> Bool, typed: String)] = [], again: String? = nil,
    patience: Int = 60, columns: UInt16 = 100, rows: UInt16 = 30
  ) throws -> (sent: [UInt8], status: Int32) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    var (master, slave): (Int32, Int32) = (-1, -1)
    guard openpty(&master, &slave, nil, nil, &size) == 0 else { throw CocoaError(.fileNoSuchFile) }
    defer { close(master) }
    _ = fcntl(master, F_SETFD, FD_CLOEXEC)
    let terminal = FileHandle(fileDescriptor: slave, closeOnDealloc: true)
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.environment = self.environment.merging(environment) { $1 }
    process.standardInput = terminal
    process.standardOutput = terminal
    process.standardError = terminal
    try process.run()
    try terminal.close()
    let deadline = Date(timeIntervalSinceNow: Double(patience))
    var waiting = typed[...]
    var awaited = steps[...]
    var seen = 0
    var sent: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var nextTime = Date.distantPast
    func type(_ text: String) {
      _ = Array(text.utf8).withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      nextTime = Date(timeIntervalSinceNow: 1)
    }
    while true {
      var source = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      if poll(&source, 1, 100) > 0 {
        let count = read(master, &buffer, buffer.count)
        // The last one that had the terminal open is gone.
        if count <= 0 { break }
        sent += buffer[..<count]
      } else if let next = waiting.popFirst() {
        type(next)
      } else if let step = awaited.first, step.until(String(decoding: sent[seen...], as: UTF8.self)) {
        awaited.removeFirst()
        seen = sent.count
        type(step.typed)
      } else if awaited.isEmpty, let again, Date.now > nextTime {
        type(again)
      }
      if Date.now > deadline {
        kill(process.processIdentifier, SIGKILL)
        break
      }
    }
    process.waitUntilExit()
    return (sent, process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus)
  }
}

/// The controls in what a terminal was sent: each sequence as one token, without the numbers that say where and how.
func controls(in bytes: [UInt8]) -> Set<String> {
  var found: Set<String> = []
  let text = String(decoding: bytes, as: UTF8.self)
  if !text.utf8.elementsEqual(bytes) { found.insert("broken UTF-8") }
  var rest = text.unicodeScalars[...]
  while let scalar = rest.popFirst() {
    switch scalar.value {
    case 0x1B:
      var token = "ESC "
      guard let kind = rest.popFirst() else { break }
      token.unicodeScalars.append(kind)
      if kind == "[" {
        while let next = rest.popFirst() {
          if next.value >= 0x40 || next.value < 0x20 {
            token.unicodeScalars.append(next)
            break
          }
          // Which mode is switched matters, where the cursor goes does not.
          if token.hasPrefix("ESC [?") || !("0"..."9" ~= next || next == ";") { token.unicodeScalars.append(next) }
        }
      } else if "]PX^_".unicodeScalars.contains(kind) {
        while let next = rest.popFirst(), next.value != 7, next.value != 0x1B { token.unicodeScalars.append(next) }
      } else if "()*+#%".unicodeScalars.contains(kind), let next = rest.popFirst() {
        token.unicodeScalars.append(next)
      }
      found.insert(token)
    case 0x0A: break
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069:
      found.insert("U+" + String(scalar.value, radix: 16, uppercase: true))
    default: break
    }
  }
  return found
}
