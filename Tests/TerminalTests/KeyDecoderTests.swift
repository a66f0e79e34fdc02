import Cells
import Testing

@testable import Terminal

@Suite struct KeyDecoderTests {
  struct Case: Sendable {
    var name: String
    var sent: String
    var events: [InputEvent]

    init(_ name: String, _ sent: String, _ events: InputEvent...) {
      self.name = name
      self.sent = sent
      self.events = events
    }
  }

  static func key(_ code: Key.Code, _ modifiers: Key.Modifiers = []) -> InputEvent { .key(Key(code, modifiers)) }
  static func letter(_ scalar: Unicode.Scalar, _ modifiers: Key.Modifiers = []) -> InputEvent {
    .key(Key(scalar, modifiers))
  }
  static func mouse(_ action: MouseEvent.Action, _ column: Int, _ row: Int) -> InputEvent {
    .mouse(MouseEvent(action, at: Frame.Position(column: column, row: row)))
  }

  static let complete = [
    Case("Latin letters", "qQ?", letter("q"), letter("Q"), letter("?")),
    Case("Arabic letter", "\u{636}", letter("\u{636}")),
    Case("Arabic letter with mark: two keys", "\u{628}\u{64E}", letter("\u{628}"), letter("\u{64E}")),
    Case(
      "Hebrew, Chinese, emoji", "\u{5E9}\u{6F22}\u{1F600}", letter("\u{5E9}"), letter("\u{6F22}"), letter("\u{1F600}")),
    Case("Enter", "\r", key(.enter)),
    Case("Ctrl-J is not Enter", "\n", letter("j", .control)),
    Case("Tab", "\t", key(.tab)),
    Case("Backspace as DEL", "\u{7F}", key(.backspace)),
    Case("Backspace as BS", "\u{8}", key(.backspace)),
    Case("Ctrl-letters", "\u{F}\u{4}\u{1A}", letter("o", .control), letter("d", .control), letter("z", .control)),
    Case("Ctrl-Space", "\0", letter(" ", .control)),
    Case("Ctrl-backslash and neighbours", "\u{1C}\u{1F}", letter("\\", .control), letter("_", .control)),
    Case("arrows", "\u{1B}[A\u{1B}[B\u{1B}[C\u{1B}[D", key(.up), key(.down), key(.right), key(.left)),
    Case("arrows, application mode", "\u{1B}OA\u{1B}OD", key(.up), key(.left)),
    Case(
      "arrows with Shift, Alt, Control", "\u{1B}[1;2A\u{1B}[1;3C\u{1B}[1;5D", key(.up, .shift), key(.right, .alt),
      key(.left, .control)),
    Case("arrows with all", "\u{1B}[1;8B", key(.down, [.shift, .alt, .control])),
    Case("arrows with Control, rxvt", "\u{1B}Oa\u{1B}Od", key(.up, .control), key(.left, .control)),
    Case("arrows with Shift, rxvt", "\u{1B}[a\u{1B}[c", key(.up, .shift), key(.right, .shift)),
    Case("arrow with Alt, rxvt", "\u{1B}\u{1B}[A", key(.up, .alt)),
    Case("Home and End, xterm", "\u{1B}[H\u{1B}[F", key(.home), key(.end)),
    Case("Home and End, application mode", "\u{1B}OH\u{1B}OF", key(.home), key(.end)),
    Case("Home and End, Linux, tmux, screen", "\u{1B}[1~\u{1B}[4~", key(.home), key(.end)),
    Case("Home and End, rxvt", "\u{1B}[7~\u{1B}[8~", key(.home), key(.end)),
    Case(
      "Insert, Delete, pages", "\u{1B}[2~\u{1B}[3~\u{1B}[5~\u{1B}[6~", key(.insert), key(.delete), key(.pageUp),
      key(.pageDown)),
    Case("page with Control", "\u{1B}[5;5~", key(.pageUp, .control)),
    Case("page with Control, rxvt", "\u{1B}[6^", key(.pageDown, .control)),
    Case("Shift-Tab", "\u{1B}[Z", key(.backTab)),
    Case(
      "F1 to F4, xterm", "\u{1B}OP\u{1B}OQ\u{1B}OR\u{1B}OS", key(.function(1)), key(.function(2)), key(.function(3)),
      key(.function(4))),
    Case("F1 and F5, Linux", "\u{1B}[[A\u{1B}[[E", key(.function(1)), key(.function(5))),
    Case("F1, rxvt and mlterm", "\u{1B}[11~", key(.function(1))),
    Case("F5 to F12", "\u{1B}[15~\u{1B}[17~\u{1B}[24~", key(.function(5)), key(.function(6)), key(.function(12))),
    Case("F3 with Shift is no cursor report", "\u{1B}[1;2R", key(.function(3), .shift)),
    Case("number block", "\u{1B}OM\u{1B}Oq\u{1B}Ok", key(.enter), letter("1"), letter("+")),
    Case("Alt-letter", "\u{1B}x\u{1B}\u{636}", letter("x", .alt), letter("\u{636}", .alt)),
    Case("Alt-Enter and Alt-Control-letter", "\u{1B}\r\u{1B}\u{1}", key(.enter, .alt), letter("a", [.alt, .control])),
    Case("Control-Enter, modifyOtherKeys", "\u{1B}[27;5;13~", key(.enter, .control)),
    Case("Control-comma, CSI u", "\u{1B}[44;5u", letter(",", .control)),
    Case("Shift-Arabic letter, CSI u", "\u{1B}[1590;2u", letter("\u{636}")),
    Case("Escape before Escape", "\u{1B}\u{1B}q", key(.escape), letter("q", .alt)),
    Case("click, SGR", "\u{1B}[<0;5;3M\u{1B}[<0;5;3m", mouse(.click, 4, 2), mouse(.release, 4, 2)),
    Case(
      "drag, SGR", "\u{1B}[<0;5;3M\u{1B}[<32;6;3M\u{1B}[<36;7;4M\u{1B}[<0;7;4m", mouse(.click, 4, 2),
      mouse(.drag, 5, 2),
      mouse(.drag, 6, 3), mouse(.release, 6, 3)),
    Case("release that says it moved", "\u{1B}[<32;7;4m", mouse(.release, 6, 3)),
    Case("drag, X10", "\u{1B}[M@&#", mouse(.drag, 5, 2)),
    Case("far outside", "\u{1B}[<0;9999999;9999999M", mouse(.click, 9_999_998, 9_999_998)),
    Case("no place", "\u{1B}[<0;0;0M\u{1B}[<0;5M\u{1B}[<0;5;3;4M\u{1B}[<;;M\u{1B}[<M\u{1B}[<0;-5;3Mq", letter("q")),
    Case("numbers without end", "\u{1B}[<0;99999999999999999999999999;3Mq", letter("q")),
    Case("drags of other buttons", "\u{1B}[<33;5;3M\u{1B}[<34;5;3M\u{1B}[<35;5;3M\u{1B}[<2;5;3m"),
    Case("click with Control, SGR", "\u{1B}[<16;300;3M", mouse(.click, 299, 2)),
    Case("wheel, SGR", "\u{1B}[<64;1;1M\u{1B}[<65;1;1M", mouse(.wheelUp, 0, 0), mouse(.wheelDown, 0, 0)),
    Case("other buttons are nothing", "\u{1B}[<2;5;3M\u{1B}[<66;5;3M"),
    Case("click, X10", "\u{1B}[M %#\u{1B}[M#%#q", mouse(.click, 4, 2), mouse(.release, 4, 2), letter("q")),
    Case("wheel, X10", "\u{1B}[M`!!\u{1B}[Ma!!", mouse(.wheelUp, 0, 0), mouse(.wheelDown, 0, 0)),
    Case("paste", "\u{1B}[200~a\r\u{1B}[A\u{628}\u{1B}[201~q", .paste("a\r\u{1B}[A\u{628}"), letter("q")),
    Case("empty paste", "\u{1B}[200~\u{1B}[201~", .paste("")),
    Case(
      "late answers are swallowed",
      "\u{1B}[8;1$y\u{1B}P>|XTerm(379)\u{1B}\\\u{1B}[>41;379;0c\u{1B}[?64;1c\u{1B}[12;40Rq", letter("q")),
    Case("titles and clipboards are swallowed", "\u{1B}]52;c;aGk=\u{7}\u{1B}]2;x\u{1B}\\q", letter("q")),
    Case("focus reports are swallowed", "\u{1B}[I\u{1B}[Oq", letter("q")),
    Case("a sequence cut off by a control", "\u{1B}[1;\rq", key(.enter), letter("q")),
    Case("unknown sequences are swallowed", "\u{1B}[999~\u{1B}[5n\u{1B}Ozq", letter("q")),
  ]

  @Test("what terminals send", arguments: complete)
  func decodes(_ row: Case) {
    var decoder = KeyDecoder()
    decoder.feed(row.sent.utf8)
    #expect(Self.events(&decoder) == row.events)
    #expect(!decoder.isWaiting)
  }

  @Test("sequences that arrive byte by byte give the same events", arguments: complete)
  func decodesPiecemeal(_ row: Case) {
    var decoder = KeyDecoder()
    var events: [InputEvent] = []
    for byte in row.sent.utf8 {
      decoder.feed([byte])
      events += Self.events(&decoder)
    }
    #expect(events == row.events)
  }

  static let abandoned = [
    Case("Escape", "\u{1B}", key(.escape)),
    Case("two Escapes", "\u{1B}\u{1B}", key(.escape), key(.escape)),
    Case("Alt-bracket", "\u{1B}[", letter("[", .alt)),
    Case("Alt-O", "\u{1B}O", letter("O", .alt)),
    Case("Alt-P", "\u{1B}P", letter("P", .alt)),
    Case("half a sequence", "\u{1B}[1;"),
    Case("half an answer", "\u{1B}P>|XTe"),
    Case("half a letter", "\u{1B}[200~x", .paste("x")),
  ]

  @Test("what never gets complete", arguments: abandoned)
  func givesUp(_ row: Case) {
    var decoder = KeyDecoder()
    decoder.feed(row.sent.utf8)
    var events = Self.events(&decoder)
    while decoder.isWaiting {
      if let event = decoder.giveUp() { events.append(event) }
      events += Self.events(&decoder)
    }
    #expect(events == row.events)
    decoder.feed("q".utf8)
    #expect(Self.events(&decoder) == [Self.letter("q")], "the decoder must be as new")
  }

  @Test("broken bytes are no keys and hold nothing up")
  func skipsBrokenBytes() {
    let rows: [(String, [UInt8])] = [
      ("lone continuation", [0x80, 0x71]),
      ("overlong", [0xC0, 0x80, 0x71]),
      ("surrogate", [0xED, 0xA0, 0x80, 0x71]),
      ("cut off by ASCII", [0xE2, 0x82, 0x71]),
      ("beyond Unicode", [0xF5, 0x80, 0x80, 0x80, 0x71]),
      ("C1 control", [0xC2, 0x9B, 0x71]),
    ]
    for (name, bytes) in rows {
      var decoder = KeyDecoder()
      decoder.feed(bytes)
      #expect(Self.events(&decoder) == [Self.letter("q")], "\(name)")
    }
  }

  @Test("any bytes at all are survived, and the decoder becomes as new")
  func survivesAnything() {
    var random = SystemRandomNumberGenerator()
    let likely: [UInt8] = [0x1B, 0x5B, 0x4F, 0x50, 0x3B, 0x3C, 0x4D, 0x7E, 0x30, 0x32, 0xD8, 0xB6, 0x24]
    for _ in 0..<2000 {
      var decoder = KeyDecoder()
      let bytes = (0..<40).map { _ in
        Bool.random(using: &random)
          ? likely.randomElement(using: &random) ?? 0 : UInt8.random(in: 0...255, using: &random)
      }
      decoder.feed(bytes)
      _ = Self.events(&decoder)
      var tries = 0
      while decoder.isWaiting, tries < 100 {
        _ = decoder.giveUp()
        _ = Self.events(&decoder)
        tries += 1
      }
      #expect(!decoder.isWaiting, "\(bytes)")
    }
  }

  @Test("clicks are counted")
  func countsClicks() {
    var clicks = ClickTracker()
    let here = MouseEvent(.click, at: Frame.Position(column: 1, row: 1))
    let there = MouseEvent(.click, at: Frame.Position(column: 2, row: 1))
    let wheel = MouseEvent(.wheelUp, at: here.position)
    #expect(clicks.counted(here, at: 0).action == .click)
    #expect(clicks.counted(wheel, at: 50) == wheel)
    #expect(clicks.counted(here, at: 300).action == .doubleClick)
    #expect(clicks.counted(here, at: 400).action == .click, "a third click begins anew")
    #expect(clicks.counted(here, at: 900).action == .click, "too late")
    #expect(clicks.counted(there, at: 950).action == .click, "elsewhere")
  }

  static func events(_ decoder: inout KeyDecoder) -> [InputEvent] {
    var events: [InputEvent] = []
    while let event = decoder.next() { events.append(event) }
    return events
  }
}
