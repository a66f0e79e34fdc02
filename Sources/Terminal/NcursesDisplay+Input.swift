import CTerminal
import Cells
import Glibc

/// What comes from the outside.
extension NcursesDisplay {
  /// The next event: a key, the mouse, a new size, a result in the background.
  ///
  /// Ctrl-Z stops the program here and gives `.resumed` when it goes on. After `.hangup` every call gives `.hangup`.
  ///
  /// - Parameter timeout: Milliseconds to wait; 0 to look only, `nil` to wait for ever.
  /// - Returns: The event, or `nil` when none came in time.
  public func nextEvent(timeout: Int?) -> InputEvent? {
    let deadline = timeout.map { Self.milliseconds() + $0 }
    while !keys.hasEnded {
      if let event = keys.next(at: Self.milliseconds()) {
        guard event == .key(Key("z", .control)) else { return inFrame(event) }
        suspend()
        continue
      }
      let now = Self.milliseconds()
      sendReminders(at: now)
      let nextTimes = [deadline, keys.patienceEnds, reminders.first].compactMap { $0 }
      switch poll(milliseconds: nextTimes.min().map { max(0, $0 - now) }) {
      case .ended: keys.hasEnded = true
      case .again: continue
      case .silence:
        let then = Self.milliseconds()
        if let event = keys.giveUp(at: then) { return event }
        if let deadline, then >= deadline { return nil }
      }
    }
    return .hangup
  }

  /// The event with the place of the mouse in the frame instead of on the screen.
  private func inFrame(_ event: InputEvent) -> InputEvent {
    guard case .mouse(var mouse) = event else { return event }
    mouse.position.column = max(0, mouse.position.column - margin)
    return .mouse(mouse)
  }

  private enum Poll {
    case ended
    case again
    case silence
  }

  private func poll(milliseconds: Int?) -> Poll {
    var sources = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: ct_signal_fd(), events: Int16(POLLIN), revents: 0),
      pollfd(fd: waker.reading, events: Int16(POLLIN), revents: 0),
    ]
    let count = Glibc.poll(&sources, nfds_t(sources.count), milliseconds.map { Int32(clamping: $0) } ?? -1)
    if count == 0 { return .silence }
    if count < 0, errno != EINTR { return .ended }
    if let outcome = signalled() { return outcome }
    if count < 0 { return .again }
    if sources[2].revents != 0 {
      ct_drain(waker.reading)
      keys.push(.wake)
    }
    if sources[0].revents & Int16(POLLIN) != 0 {
      guard let bytes = readKeys() else { return .ended }
      keys.feed(bytes, at: Self.milliseconds())
    } else if sources[0].revents != 0 {
      return .ended
    }
    return .again
  }

  private func signalled() -> Poll? {
    let signals = ct_take_signals()
    if signals == 0 { return nil }
    if signals & UInt32(CT_END) != 0 { return .ended }
    if signals & UInt32(CT_STOP) != 0 {
      suspend()
      return .again
    }
    if signals & UInt32(CT_CONTINUED) != 0 {
      // Stopped by a signal that cannot be caught; meanwhile the shell had the terminal.
      resume()
      return .again
    }
    if let size = resized() { keys.push(.resize(size)) }
    return .again
  }

  /// What was typed; `nil` when there will never be more.
  private func readKeys() -> ArraySlice<UInt8>? {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(STDIN_FILENO, &bytes, bytes.count)
    if count > 0 { return bytes[..<count] }
    return count < 0 && (errno == EINTR || errno == EAGAIN) ? [] : nil
  }

  static func milliseconds() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
  }
}
