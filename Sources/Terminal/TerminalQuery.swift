import CTerminal
import Glibc

/// Questions to the terminal that the program runs in, before curses has it.
///
/// They are asked inside the alternate screen, where a terminal that prints what it does not understand does no harm.
struct TerminalQuery {
  /// How long to wait for answers, in milliseconds.
  static let patience = 300

  /// Types of terminals that answer nothing and may print the questions.
  static let silent: Set<String> = ["", "dumb", "unknown", "linux", "cons25", "vt52"]

  /// What standard input and output can be asked.
  static func canAsk(term: String) -> Bool { ct_terminals() == 3 && !silent.contains(term) }

  /// Asks which terminal it is and whether it orders letters.
  static func identity() -> QueryReplies? {
    // The state of mode 8; name and version; secondary attributes; and last what all terminals answer.
    asking { ask("\u{1B}[8$p\u{1B}[>0q\u{1B}[>c\u{1B}[c") { $0.isComplete } }
  }

  /// Prints texts, each at the left edge of the screen, and reads where the cursor stands after it.
  ///
  /// - Parameter modes: What to send before, and after: the switches of a profile.
  /// - Returns: The columns that each text took, as many as were answered.
  static func widths(of texts: [String], start: String, end: String) -> [Int] {
    let measured = asking {
      ct_write(start)
      let replies = ask(texts.map { "\r\u{1B}[2K\($0)\u{1B}[6n" }.joined()) { $0.cursorColumns.count == texts.count }
      ct_write(end)
      return replies
    }
    return (measured?.cursorColumns ?? []).map { $0 - 1 }
  }

  private static func asking(_ body: () -> QueryReplies) -> QueryReplies? {
    guard ct_guard() == 0 else { return nil }
    defer { ct_unguard() }
    let leave = "\r\u{1B}[K\u{1B}[?1049l"
    ct_set_restore(leave, leave.utf8.count)
    guard ct_raw() else { return nil }
    ct_write("\u{1B}[?1049h\u{1B}[H")
    let replies = body()
    ct_write(leave)
    ct_cooked()
    return replies
  }

  private static func ask(_ questions: String, until isDone: (QueryReplies) -> Bool) -> QueryReplies {
    ct_write(questions)
    var replies = QueryReplies()
    let deadline = milliseconds() + patience
    while !isDone(replies) {
      let rest = deadline - milliseconds()
      var source = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      guard rest > 0, poll(&source, 1, Int32(rest)) > 0 else { break }
      var bytes = [UInt8](repeating: 0, count: 1024)
      let count = read(STDIN_FILENO, &bytes, bytes.count)
      guard count > 0 else { break }
      replies.feed(bytes[..<count])
    }
    replies.finish()
    return replies
  }

  private static func ct_write(_ text: String) { CTerminal.ct_write(text, text.utf8.count) }

  private static func milliseconds() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
  }
}
