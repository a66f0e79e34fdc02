import Glibc
import Synchronization

/// Standard output, buffered: what a command's data goes to.
enum Output {
  /// Written and read by the main thread only.
  nonisolated(unsafe) private static var buffer: [UInt8] = []

  /// Whether standard output is a terminal.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

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

  /// Writes one line of JSON, whose rules escape controls.
  static func json(_ value: JSONValue) {
    value.write(to: &buffer)
    buffer.append(0x0A)
    if buffer.count > 1 << 16 { flush() }
  }

  /// Writes bytes that are known to hold nothing but what the program made.
  static func raw(_ text: String) { append(text) }

  /// Hands everything to the system. A reader that has gone away ends the program quietly, as pipes do.
  static func flush() {
    buffer.withUnsafeBytes { bytes in
      var sent = 0
      while sent < bytes.count {
        let count = write(STDOUT_FILENO, bytes.baseAddress?.advanced(by: sent), bytes.count - sent)
        if count < 0 && errno == EINTR { continue }
        if count <= 0 { break }
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

  /// Writes one message; controls in it are shown, never sent.
  static func write(_ text: String) {
    send(
      text.split(separator: "\n", omittingEmptySubsequences: false).map { printable(String($0)) }.joined(
        separator: "\n") + "\n")
  }

  /// Shows progress in place of the last one; nothing where standard error is no terminal.
  static func progress(_ text: String) {
    guard isTerminal else { return }
    isProgressShown.withLock { $0 = true }
    send("\r\u{1B}[K" + printable(text))
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

/// `text` with every control, line breaks included, replaced by a visible sign: U+2400 … for C0, U+FFFD for C1, and
/// without the invisible controls of direction.
func printable(_ text: String) -> String {
  var isClean = true
  for scalar in text.unicodeScalars where isControl(scalar) {
    isClean = false
    break
  }
  guard !isClean else { return text }
  var scalars = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: scalars.append(" ")
    case 0x00...0x1F: scalars.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
    case 0x7F: scalars.append("\u{2421}")
    case 0x80...0x9F, 0x2028, 0x2029: scalars.append("\u{FFFD}")
    case 0x202A...0x202E, 0x2066...0x2069: continue
    default: scalars.append(scalar)
    }
  }
  return String(scalars)
}

private func isControl(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
  default: false
  }
}
