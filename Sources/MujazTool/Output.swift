import Cells
import Dispatch
import Glibc
import Synchronization

/// Standard output, buffered: what a command's data goes to.
enum Output {
  /// Written and read by the main thread only.
  nonisolated(unsafe) private static var buffer: [UInt8] = []

  /// Whether standard output is a terminal.
  static let isTerminal = isatty(STDOUT_FILENO) == 1

  /// Writes one line of text that may come from articles: controls are shown, never sent.
  static func line(_ text: String) {
    append(printable(text))
    buffer.append(0x0A)
    if buffer.count > 1 << 16 { flush() }
  }

  /// Writes one row of fields with tabs between them; a tab or a control inside a field is shown, never sent.
  static func row(_ fields: [String]) {
    append(fields.map(printable).joined(separator: "\t"))
    buffer.append(0x0A)
    if buffer.count > 1 << 16 { flush() }
  }

  /// Writes one line of JSON, whose rules escape controls; on a terminal the invisible controls of direction as well.
  static func json(_ value: JSONValue) {
    value.write(to: &buffer, escapesDirections: isTerminal)
    buffer.append(0x0A)
    if buffer.count > 1 << 16 { flush() }
  }

  /// Writes what holds nothing but sequences and layouts that the program made: text goes to `line` and `row`.
  static func raw(_ text: String) { append(text) }

  /// The same as bytes, of any number of lines.
  static func raw(_ bytes: [UInt8]) {
    buffer += bytes
    if buffer.count > 1 << 16 { flush() }
  }

  /// The system's number of the first error of writing, 0 where there was none. Whoever reads from a pipe may go away.
  nonisolated(unsafe) private(set) static var failure: Int32 = 0

  /// Hands everything to the system. A reader that has gone away ends the program quietly, as pipes do.
  static func flush() {
    buffer.withUnsafeBytes { bytes in
      var sent = 0
      while sent < bytes.count {
        let count = write(STDOUT_FILENO, bytes.baseAddress?.advanced(by: sent), bytes.count - sent)
        if count < 0 && errno == EINTR { continue }
        if count <= 0 {
          if failure == 0, errno != EPIPE { failure = errno }
          break
        }
        sent += count
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private static func append(_ text: String) { buffer.append(contentsOf: text.utf8) }
}

/// Standard error: messages and progress.
enum Messages {
  private static let isProgressShown = Mutex(false)

  /// Whether somebody sees them as they come.
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Writes one message on one line: controls in it are shown, never sent, and neither the name of a file nor anything
  /// else can add a line that looks like another message.
  static func write(_ line: String) { write([line]) }

  /// Writes a message of several lines.
  static func write(_ lines: [String]) {
    send(lines.map { printable(String($0.map { $0.isNewline ? "␊" : $0 })) + "\n" }.joined())
  }

  /// Shows progress in place of the last one; nothing where standard error is no terminal.
  static func progress(_ text: String) {
    guard isTerminal else { return }
    isProgressShown.withLock { $0 = true }
    send("\r\u{1B}[K" + printable(text))
  }

  /// Shows for how long something has been under way, from the first second on, until it is done.
  static func showingSeconds<Result, Problem: Error>(
    _ doing: String, _ work: () throws(Problem) -> Result
  ) throws(Problem) -> Result {
    let queue = DispatchQueue(label: "seconds")
    let clock = DispatchSource.makeTimerSource(queue: queue)
    let start = ContinuousClock.now
    clock.schedule(deadline: .now() + 1, repeating: 1)
    clock.setEventHandler { progress("\(doing), \((ContinuousClock.now - start).components.seconds) s") }
    clock.resume()
    defer {
      clock.cancel()
      // Whatever is being shown now is taken away again.
      queue.sync {}
      endProgress()
    }
    return try work()
  }

  /// Ends a line of progress.
  static func endProgress() {
    guard
      isProgressShown.withLock({ isShown in
        defer { isShown = false }
        return isShown
      })
    else { return }
    send("\r\u{1B}[K")
  }

  private static func send(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return }
      bytes = bytes.dropFirst(count)
    }
  }
}
