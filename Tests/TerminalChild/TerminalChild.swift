import Cells
import Glibc
import Terminal

/// A small program on a terminal, for the tests: shows a frame, and tells on descriptor 3 what reaches it.
@main
struct TerminalChild {
  static func main() {
    var environment: [String: String] = [:]
    for name in ["TERM", "LC_ALL"] { environment[name] = getenv(name).map { String(cString: $0) } }
    let (facts, typed) = TerminalFacts.gathered(environment: environment)
    var profile = TerminalProfile(facts)
    if getenv("OVERRIDE") != nil { profile.bidiSwitch = .lro }
    if getenv("RESET") != nil { exit(TerminalModes.restoreSettings() ? 0 : 1) }
    tell("switch \(profile.bidiSwitch)")
    do throws(TerminalError) {
      let display = try NcursesDisplay(profile: profile, terminal: facts.term, typedAhead: typed)
      tell("size \(display.size.columns)x\(display.size.rows)")
      loop(display)
      display.close()
      tell("end")
      exit(display.endSignal.map { 128 + $0 } ?? 0)
    } catch {
      tell("error \(error)")
      exit(1)
    }
  }

  static func loop(_ display: NcursesDisplay) {
    while true {
      display.show(frame(display.size))
      guard let event = display.nextEvent(timeout: 30_000) else { return tell("silence") }
      tell(name(event))
      switch event {
      case .key(Key("q")), .hangup: return
      case .key(Key("!")): fatalError("a crash on purpose")
      case .key(Key("x")): exit(7)
      case .key(Key("y")): display.copyToClipboard("foo")
      case .key(Key("w")):
        let waker = display.waker
        _ = Task.detached { waker.wake() }
      default: break
      }
    }
  }

  static func frame(_ size: Size) -> Frame {
    var frame = Frame(size: size)
    let all = Rect(column: 0, row: 0, columns: size.columns, rows: size.rows)
    // "salam" in visual order, and what must not reach the terminal.
    let cells = ["\u{FEE1}", "\u{FEFC}\u{64E}", "\u{FEB3}", "\u{1B}"].map { Cell($0, style: Style(.palette(2))) }
    frame.put(cells, column: 2, row: 1, clip: all)
    frame.fill(Rect(column: 0, row: size.rows - 1, columns: size.columns, rows: 1), with: Cell("\u{2500}"))
    return frame
  }

  static func name(_ event: InputEvent) -> String {
    switch event {
    case .key(let key): "key \(key.code) \(key.modifiers.rawValue)"
    case .mouse(let mouse): "\(mouse.action) \(mouse.position.column),\(mouse.position.row)"
    case .paste(let text): "paste \(text)"
    case .resize(let size): "resize \(size.columns)x\(size.rows)"
    case .resumed: "resumed"
    case .wake: "wake"
    case .hangup: "hangup"
    }
  }

  static func tell(_ line: String) {
    let bytes = Array("\(line)\n".utf8)
    _ = write(3, bytes, bytes.count)
  }
}
