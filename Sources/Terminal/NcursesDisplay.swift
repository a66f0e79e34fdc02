import CTerminal
import Cells

/// The terminal that the program runs in, as a display.
///
/// It takes over standard input and output from its creation to `close`, and gives them back as they were: at the end,
/// when the program is stopped and continued, and when it crashes. There can be one at a time. Use it from one thread;
/// others call `waker.wake()`.
public final class NcursesDisplay: Display {
  /// What was chosen for the terminal.
  public let profile: TerminalProfile

  /// Makes `nextEvent` return `.wake`, from any thread.
  public let waker: Waker

  /// The size of the screen now.
  public private(set) var size: Size

  /// Columns at the left that no frame reaches.
  ///
  /// An override holds a row only from the character on that it stands behind: letters in the first column would be
  /// ordered by the terminal, to the other end of the row.
  private(set) var margin: Int

  let modes: TerminalModes
  let keys: InputQueue
  private let usesColor: Bool
  private var pairs: ColorPairs
  private var shown: Frame?
  private var isOpen = true

  /// Takes over the terminal and shows an empty screen.
  ///
  /// - Parameters:
  ///   - profile: What was chosen for the terminal.
  ///   - terminal: The type of the terminal, the value of `TERM`.
  ///   - usesColor: Whether colours are sent; attributes always are.
  ///   - usesMouse: Whether clicks and the wheel are reported.
  ///   - typedAhead: Bytes that were read from the keyboard before, as `TerminalFacts.gathered` may have done.
  /// - Throws: `TerminalError` when there is no terminal, none that can be drawn on, or it is in use; also when the
  ///   locale cannot write Arabic, which `TerminalFacts.gathered` or `TerminalLocale.adopt` has set before.
  public init(
    profile: TerminalProfile, terminal: String, usesColor: Bool = true, usesMouse: Bool = true, typedAhead: [UInt8] = []
  ) throws(TerminalError) {
    let terminals = ct_terminals()
    guard terminals == 3 else { throw .notATerminal(input: terminals & 1 != 0, output: terminals & 2 != 0) }
    try TerminalLocale.check(codeset: String(cString: ct_codeset()))
    guard let waker = Waker() else { throw .system(24) }
    let type = try Self.knownType(terminal)
    let refused = ct_guard()
    guard refused == 0 else { throw .system(refused) }
    modes = TerminalModes(profile, usesMouse: usesMouse)
    guard ct_open(type, usesColor) else {
      ct_unguard()
      throw ct_is_open() ? .inUse : .unknownTerminalType(terminal)
    }
    ct_set_restore(modes.crash, modes.crash.utf8.count)
    self.profile = profile
    self.waker = waker
    self.usesColor = usesColor
    pairs = ColorPairs(colors: usesColor ? Int(ct_colors()) : 0, capacity: Int(ct_pairs()))
    (size, margin) = Self.currentSize(profile)
    keys = InputQueue(typedAhead: typedAhead)
    ct_resize(Int32(size.columns + margin), Int32(size.rows))
    ct_begin(modes.start, modes.start.utf8.count)
    remind()
  }

  deinit { close() }

  /// Gives the terminal back. Doing so twice does nothing.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    leave(ct_close)
    ct_unguard()
  }

  /// The signal that asked the program to end, or `nil`. A program that ends because of it should say so with its exit
  /// status: 128 plus this number.
  public var endSignal: Int32? {
    let number = ct_end_signal()
    return number == 0 ? nil : number
  }

  /// Shows a frame; what did not change since the last one is not sent again. Cells outside the screen are left out.
  public func show(_ frame: Frame) {
    guard isOpen else { return }
    for row in 0..<min(frame.size.rows, size.rows) {
      let before = shown.flatMap { $0.size == frame.size ? $0.row(row) : nil }
      let now = frame.row(row)
      for run in FrameChanges.runs(from: before, to: now) {
        put(now, run.clamped(to: 0..<size.columns), row: row)
      }
    }
    if margin > 0 { for row in 0..<size.rows { draw(.margin, column: 0, row: row) } }
    shown = frame
    let cursor = frame.cursor.flatMap { (0..<size.columns ~= $0.column && 0..<size.rows ~= $0.row) ? $0 : nil }
    // The cursor is placed last but shown only after the text, or it would be seen running over the screen.
    ct_cursor(Int32(cursor.map { $0.column + margin } ?? -1), Int32(cursor?.row ?? -1))
    ct_refresh()
  }

  /// Has the next frame sent whole, when the screen may have been disturbed.
  public func redraw() {
    shown = nil
    ct_redraw()
    remind()
  }

  /// Gives the terminal to the shell and stops the program, as Ctrl-Z does; returns when it is continued. The screen
  /// must then be drawn anew: `nextEvent` gives `.resumed`.
  ///
  /// Not needed for Ctrl-Z itself and for signals, which `nextEvent` handles.
  public func suspend() {
    guard isOpen else { return }
    leave(ct_leave)
    ct_stop()
    resume()
  }

  /// Gives the terminal to another program as long as some work takes, then takes it back. The screen must then be drawn
  /// anew: `nextEvent` gives `.resumed`.
  public func lend(_ work: () -> Void) {
    guard isOpen else { return }
    leave(ct_leave)
    work()
    resume()
  }

  /// Puts text into the clipboard of the machine that the terminal runs on, where the terminal allows it (OSC 52).
  ///
  /// Nothing tells whether it did. Terminals refuse long texts: up to 70,000 bytes are safe.
  public func copyToClipboard(_ text: String) {
    write(TerminalModes.clipboard(text, for: profile.passthrough))
  }

  // MARK: - What the input side needs

  func resume() {
    keys.forgetClicks()
    (size, margin) = Self.currentSize(profile)
    shown = nil
    ct_return()
    ct_resize(Int32(size.columns + margin), Int32(size.rows))
    ct_begin(modes.start, modes.start.utf8.count)
    remind()
    keys.push(.resumed)
  }

  /// Notes the new size of the terminal; `nil` when it is the old one.
  func resized() -> Size? {
    let now = Self.currentSize(profile)
    guard now != (size, margin) else { return nil }
    (size, margin) = now
    shown = nil
    ct_resize(Int32(size.columns + margin), Int32(size.rows))
    remind()
    return size
  }

  // MARK: - Behind a multiplexer

  /// When to send the switch again, in milliseconds of the clock of `nextEvent`, earliest first.
  ///
  /// tmux drops what it should pass through while it has a redraw of its own before it, as after every change of
  /// screens, and does not tell.
  private(set) var reminders: [Int] = []

  /// Sends the switch again when it is time.
  func sendReminders(at time: Int) {
    guard let first = reminders.first, first <= time else { return }
    reminders.removeAll { $0 <= time }
    write(modes.explicit)
  }

  private func remind() {
    guard modes.isPassedThrough else { return }
    let now = Self.milliseconds()
    reminders = [50, 250, 1000].map { now + $0 }
  }

  /// Shows the normal screen and gives everything back.
  private func leave(_ leaveCurses: () -> Void) {
    reminders = []
    write(modes.early)
    leaveCurses()
    write(modes.end)
    guard modes.isPassedThrough else { return }
    // Once more, when tmux is done with the change of screens.
    ct_wait(60)
    write(modes.implicit)
  }

  // MARK: - Details

  private func put(_ row: ArraySlice<Cell>, _ run: Range<Int>, row number: Int) {
    var column = run.lowerBound
    while column < run.upperBound {
      let cell = row[row.startIndex + column]
      var text = CellText(cell) { Int(ct_width($0)) }
      // Half of a wide character at the edge.
      if column + text.columns > size.columns { text = .blank }
      let pair = pairs.number(for: cell.style)
      if let new = pair.new { ct_set_pair(Int32(pair.number), Int32(new.foreground), Int32(new.background)) }
      let attributes = Int32(pair.attributes.rawValue)
      draw(text, column: column + margin, row: number, attributes: attributes, pair: Int32(pair.number))
      column += text.columns
    }
  }

  private func draw(_ text: CellText, column: Int, row: Int, attributes: Int32 = 0, pair: Int32 = 0) {
    ct_put(Int32(column), Int32(row), text.scalars, text.scalars.count, attributes, pair)
  }

  private func write(_ sequence: String) {
    ct_write(sequence, sequence.utf8.count)
  }

  /// The columns and rows for frames, and the columns of the margin.
  private static func currentSize(_ profile: TerminalProfile) -> (Size, margin: Int) {
    var columns: Int32 = 80
    var rows: Int32 = 24
    // Where the system does not know the size, as on a serial line, the old standard holds.
    _ = ct_size(&columns, &rows)
    let margin = profile.bidiSwitch == .lro && columns > 1 ? 1 : 0
    return (Size(columns: Int(columns) - margin, rows: Int(rows)), margin)
  }

  /// The type itself, or a common one where the system has no description of a newer terminal.
  static func knownType(_ name: String) throws(TerminalError) -> String {
    guard !name.isEmpty, name != "dumb", name != "unknown" else { throw .noTerminalType(name) }
    for candidate in [name, "xterm-256color", "xterm"] where ct_knows(candidate) { return candidate }
    throw .unknownTerminalType(name)
  }
}

@available(*, unavailable)
extension NcursesDisplay: Sendable {}
