import Glibc
import Testing

@testable import Terminal

/// The display on a real terminal device, with a real program and real signals.
@Suite(.serialized) struct PseudoTerminalTests {
  /// The program, which is built next to the tests.
  static func program() throws -> String {
    var path = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &path, path.count)
    try #require(count > 0)
    let tests = String(decoding: path[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let folder = tests.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    let program = folder + "/TerminalChild"
    try #require(access(program, X_OK) == 0, "\(program) is missing")
    return program
  }

  /// A program that was asked who it is talking to, and told that it is VTE.
  static func started() throws -> PseudoTerminal {
    let environment = ["TERM": "xterm-256color", "LC_ALL": "C", "SWIFT_BACKTRACE": "enable=no"]
    let terminal = try #require(PseudoTerminal(program: try program(), environment: environment))
    #expect(terminal.waits(forSent: "\u{1B}[c"), "it asks")
    terminal.type("j\u{1B}[8;1$y\u{1B}[?65;1;9c")
    #expect(terminal.waits(for: "switch bdsm"))
    #expect(terminal.waits(for: "size 80x24"))
    #expect(terminal.waits(for: #"key character("j") 0"#), "typed before the answers")
    return terminal
  }

  @Test("a session")
  func runs() throws {
    let terminal = try Self.started()
    #expect(terminal.waits(forSent: "\u{FEE1}\u{FEFC}\u{64E}\u{FEB3}\u{FFFD}"))
    #expect(terminal.hasSent("\u{1B}[8l"))
    let rows = [
      ("\u{1B}[A", "key up 0"), ("\u{636}", #"key character("\u{0636}") 0"#), ("\u{1B}", "key escape 0"),
      ("\u{F}", #"key character("o") 1"#), ("\u{1B}[<0;5;3M", "click 4,2"), ("\u{1B}[200~a\u{1B}[201~", "paste a"),
      ("w", "wake"), ("\u{1A}", "resumed"),
    ]
    for (typed, told) in rows {
      terminal.type(typed)
      #expect(terminal.waits(for: told))
    }
    terminal.type("y")
    #expect(terminal.waits(forSent: "\u{1B}]52;c;Zm9v\u{7}"))
    for columns in UInt16(40)..<100 { terminal.resize(columns: columns, rows: 10) }
    terminal.resize(columns: 50, rows: 12)
    #expect(terminal.waits(for: "resize 50x12"))
    #expect(terminal.settings != terminal.settingsBefore)
    terminal.type("q")
    #expect(terminal.waits(for: "end"))
    #expect(terminal.waitsForEnd() == 0)
    #expect(terminal.settings == terminal.settingsBefore)
    #expect(Self.isPutRight(terminal))
  }

  @Test("however it ends, the terminal is as it was")
  func putsRight() throws {
    let rows: [(String, (PseudoTerminal) -> Void, Int32)] = [
      ("SIGSEGV", { $0.signal(SIGSEGV) }, -SIGSEGV), ("SIGABRT", { $0.signal(SIGABRT) }, -SIGABRT),
      ("SIGBUS", { $0.signal(SIGBUS) }, -SIGBUS), ("SIGQUIT", { $0.signal(SIGQUIT) }, -SIGQUIT),
      ("SIGUSR1", { $0.signal(SIGUSR1) }, -SIGUSR1), ("SIGXCPU", { $0.signal(SIGXCPU) }, -SIGXCPU),
      ("SIGALRM", { $0.signal(SIGALRM) }, -SIGALRM), ("SIGTERM", { $0.signal(SIGTERM) }, 128 + SIGTERM),
      ("SIGHUP", { $0.signal(SIGHUP) }, 128 + SIGHUP), ("SIGINT", { $0.signal(SIGINT) }, 128 + SIGINT),
      ("exit in the middle", { $0.type("x") }, 7),
    ]
    for (name, end, status) in rows {
      let terminal = try Self.started()
      end(terminal)
      #expect(terminal.waitsForEnd() == status, "\(name)")
      #expect(terminal.settings == terminal.settingsBefore, "\(name)")
      #expect(Self.isPutRight(terminal), "\(name)")
    }
  }

  @Test("what a killed program left is made sane again")
  func makesSane() throws {
    let environment = ["TERM": "xterm", "LC_ALL": "C", "RESET": "1"]
    let terminal = try #require(PseudoTerminal(program: try Self.program(), environment: environment, isRaw: true))
    #expect(!terminal.isSane)
    #expect(terminal.waitsForEnd() == 0)
    #expect(terminal.isSane)
  }

  @Test("a failure of the program puts the terminal right, too")
  func survivesTrap() throws {
    let terminal = try Self.started()
    terminal.type("!")
    // Which signal a failure raises depends on the processor.
    #expect(terminal.waitsForEnd() < 0)
    #expect(terminal.settings == terminal.settingsBefore)
    #expect(Self.isPutRight(terminal))
    // Before, it would have been written on our screen, and gone with it.
    let message = Self.last("a crash on purpose", in: terminal.sent)
    #expect(message.map { $0 > Self.last("\u{1B}[?1049l", in: terminal.sent) ?? .max } == true)
  }

  @Test("a terminal that answers nothing is used all the same")
  func survivesSilence() throws {
    let environment = ["TERM": "xterm-of-the-future", "LC_ALL": "C.UTF-8"]
    let terminal = try #require(PseudoTerminal(program: try Self.program(), environment: environment))
    #expect(terminal.waits(for: "size 80x24"))
    terminal.type("q")
    #expect(terminal.waitsForEnd() == 0)
  }

  @Test("an override in the first column holds all letters of a row, those in the frame's first column too")
  func keepsMargin() throws {
    let environment = ["TERM": "xterm-of-the-future", "LC_ALL": "C.UTF-8", "OVERRIDE": "1"]
    let terminal = try #require(PseudoTerminal(program: try Self.program(), environment: environment))
    #expect(terminal.waits(for: "size 79x24"))
    #expect(terminal.waits(forSent: " \u{202D}"))
    for (typed, told) in [("\u{1B}[<0;5;3M", "click 3,2"), ("\u{1B}[<0;1;3M", "click 0,2")] {
      terminal.type(typed)
      #expect(terminal.waits(for: told))
    }
    for (columns, told) in [(40, "resize 39x10"), (1, "resize 1x10"), (2, "resize 1x10")] {
      terminal.resize(columns: UInt16(columns), rows: 10)
      #expect(terminal.waits(for: told))
    }
    terminal.type("q")
    #expect(terminal.waitsForEnd() == 0)
  }

  @Test("TERM=dumb is refused with advice")
  func refusesDumb() throws {
    let environment = ["TERM": "dumb", "LC_ALL": "C.UTF-8"]
    let terminal = try #require(PseudoTerminal(program: try Self.program(), environment: environment))
    #expect(terminal.waitsForEnd() == 1)
    #expect(terminal.told.contains { $0.hasPrefix("error TERM is 'dumb'") })
  }

  /// Whether the last thing said about the alternate screen, the mouse and the order of letters is that they are off.
  static func isPutRight(_ terminal: PseudoTerminal) -> Bool {
    let pairs = [
      ("\u{1B}[?1049h", "\u{1B}[?1049l"), ("\u{1B}[?1000h", "\u{1B}[?1000l"), ("\u{1B}[?1002h", "\u{1B}[?1002l"),
      ("\u{1B}[8l", "\u{1B}[8h"),
      ("\u{1B}[?2004h", "\u{1B}[?2004l"),
    ]
    return pairs.allSatisfy { on, off in
      guard let on = last(on, in: terminal.sent), let off = last(off, in: terminal.sent) else { return false }
      return off > on
    }
  }

  private static func last(_ text: String, in sent: [UInt8]) -> Int? {
    let wanted = Array(text.utf8)
    return sent.indices.last { sent[$0...].starts(with: wanted) }
  }
}
