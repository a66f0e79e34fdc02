import Testing

@testable import Terminal

@Suite struct SequenceTests {
  @Test("each switch has its inverse, and both go through the multiplexer")
  func switches() {
    let rows: [(String, TerminalProfile.Switch, TerminalProfile.Passthrough?, start: String, end: String)] = [
      ("VTE", .bdsm, nil, "\u{1B}[8l", "\u{1B}[8h"),
      (
        "Konsole", .konsole, nil, "\u{1B}]50;BidiRenderingEnabled=false\u{7}",
        "\u{1B}]50;BidiRenderingEnabled=true\u{7}"
      ),
      ("mlterm", .mlterm, nil, "\u{1B}]5379;use_ctl=false\u{7}", "\u{1B}]5379;use_ctl=true\u{7}"),
      (
        "mlterm in tmux", .mlterm, .tmux, "\u{1B}Ptmux;\u{1B}\u{1B}]5379;use_ctl=false\u{7}\u{1B}\\",
        "\u{1B}Ptmux;\u{1B}\u{1B}]5379;use_ctl=true\u{7}\u{1B}\\"
      ),
      (
        "mlterm in screen", .mlterm, .screen, "\u{1B}P\u{1B}]5379;use_ctl=false\u{7}\u{1B}\\",
        "\u{1B}P\u{1B}]5379;use_ctl=true\u{7}\u{1B}\\"
      ),
    ]
    for (name, method, passthrough, start, end) in rows {
      var profile = TerminalProfile.plain
      profile.bidiSwitch = method
      profile.passthrough = passthrough
      let modes = TerminalModes(profile)
      #expect(modes.start.hasPrefix(start), "\(name)")
      // In VTE, out of the alternate screen first, or the shell's next line would keep our order; in mlterm the other way
      // round; through a multiplexer, before and after, since it may drop either.
      let goesBefore = method == .mlterm
      let goesAfter = method != .mlterm || passthrough != nil
      let leave = "\u{1B}[?1049l\u{1B}[0m\u{1B}[?25h\u{1B}[?1l\u{1B}>"
      #expect(modes.early == (goesBefore ? end : ""), "\(name)")
      #expect(modes.end.hasSuffix(end) == goesAfter, "\(name)")
      #expect(modes.crash.hasPrefix(end) == goesBefore, "\(name)")
      #expect(modes.crash.hasSuffix(leave + (goesAfter ? end : "")), "\(name)")
      #expect(modes.crash.utf8.count < 1000, "\(name): the crash handler has that much room")
      #expect(TerminalModes.reset(profile).hasSuffix(end), "\(name)")
      profile.restores = false
      #expect(!TerminalModes(profile).end.contains(end), "\(name)")
      #expect(!TerminalModes(profile).crash.contains(end), "\(name)")
    }
  }

  @Test("through a multiplexer, VTE is told for each row")
  func marksRows() {
    var profile = TerminalProfile.plain
    profile.bidiSwitch = .bdsm
    profile.passthrough = .screen
    let modes = TerminalModes(profile)
    #expect(modes.start.contains("\u{1B}P\u{1B}7\u{1B}[1;1H\u{1B}[8l\u{1B}8\u{1B}\\\u{1B}P\u{1B}7\u{1B}[2;1H"))
    #expect(modes.end.hasSuffix("\u{1B}P\u{1B}7\u{1B}[120;1H\u{1B}[8h\u{1B}8\u{1B}\\"))
    #expect(modes.crash.hasPrefix("\u{1B}P\u{1B}[8h\u{1B}\\"), "before the change of screens, and after it")
    #expect(modes.crash.hasSuffix("\u{1B}P\u{1B}[8h\u{1B}\\"))
  }

  @Test("nothing is sent where nothing is wanted")
  func sendsNothing() {
    for method in [TerminalProfile.Switch.off, .lro] {
      var profile = TerminalProfile.plain
      profile.bidiSwitch = method
      profile.passthrough = .tmux
      #expect(TerminalModes(profile, usesMouse: false).start == "\u{1B}[?2004h")
      #expect(!TerminalModes(profile).end.contains("tmux"))
    }
  }

  @Test("Konsole's and mlterm's own sequences go to none but them")
  func keepsForeignSequencesAway() {
    for method in [TerminalProfile.Switch.off, .lro, .bdsm] {
      var profile = TerminalProfile.plain
      profile.bidiSwitch = method
      #expect(!TerminalModes.reset(profile).contains("\u{1B}]"))
    }
  }

  @Test("base 64")
  func encodes() {
    let rows = [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("\u{633}\u{644}", "2LPZhA=="),
      ("\u{FFFF}~", "77+/fg=="),
    ]
    for (text, coded) in rows { #expect(TerminalModes.base64(text) == coded, "\(text)") }
    #expect(TerminalModes.clipboard("foo", for: nil) == "\u{1B}]52;c;Zm9v\u{7}")
  }

  @Test("answers of real terminals")
  func readsReplies() {
    let rows: [(String, String, mode: Int?, version: String?, secondary: String?, typed: String)] = [
      (
        "xterm", "\u{1B}[8;0$y\u{1B}P>|XTerm(379)\u{1B}\\\u{1B}[>41;379;0c\u{1B}[?64;1;2c", 0, "XTerm(379)", "41;379;0",
        ""
      ),
      ("VTE", "\u{1B}[8;1$y\u{1B}[>65;7006;1c\u{1B}[?65;1;9c", 1, nil, "65;7006;1", ""),
      ("mlterm", "\u{1B}[8;0$y\u{1B}[>24;279;0c\u{1B}[?63;1;2c", 0, nil, "24;279;0", ""),
      ("tmux", "\u{1B}P>|tmux 3.3a\u{1B}\\\u{1B}[>84;0;0c\u{1B}[?1;2c", nil, "tmux 3.3a", "84;0;0", ""),
      ("typing meanwhile", "j\u{1B}[8;1$y\u{628}\u{1B}[A\u{1B}[?65;1c\u{1B}", 1, nil, nil, "j\u{628}\u{1B}[A\u{1B}"),
      ("unknown answers", "\u{1B}]11;rgb:0/0/0\u{7}\u{1B}P1$r0m\u{1B}\\\u{1B}[?2026;2$y\u{1B}[?65c", nil, nil, nil, ""),
    ]
    for (name, sent, mode, version, secondary, typed) in rows {
      for isPiecemeal in [false, true] {
        var replies = QueryReplies()
        if isPiecemeal {
          for byte in sent.utf8 { replies.feed([byte]) }
        } else {
          replies.feed(sent.utf8)
        }
        #expect(replies.isComplete, "\(name)")
        replies.finish()
        #expect(replies.replies.bidiMode == mode, "\(name)")
        #expect(replies.replies.version == version, "\(name)")
        #expect(replies.replies.secondary == secondary, "\(name)")
        #expect(String(decoding: replies.typed, as: UTF8.self) == typed, "\(name)")
      }
    }
  }

  @Test("an answer that was cut off is not taken for typing")
  func dropsRests() {
    var replies = QueryReplies()
    replies.feed("\u{1B}P>|XTer".utf8)
    replies.finish()
    #expect(replies.typed.isEmpty)
    #expect(!replies.isComplete)
  }

  @Test("cursor reports")
  func readsCursor() {
    var replies = QueryReplies()
    replies.feed("\u{1B}[1;2R\u{1B}[1;24R".utf8)
    #expect(replies.cursorColumns == [2, 24])
  }

  @Test("what tmux tells of itself")
  func readsTmux() {
    let rows: [(String, String, TerminalFacts.Multiplexer?)] = [
      ("closed", "3.3a|0|\n", .tmux(version: "3.3a", client: "", passthrough: false)),
      ("open", "3.3a|1|XTerm(379)\n", .tmux(version: "3.3a", client: "XTerm(379)", passthrough: true)),
      (
        "open, in words", "3.4|all|Konsole 22.12.3\n",
        .tmux(version: "3.4", client: "Konsole 22.12.3", passthrough: true)
      ),
      (
        "before there was the option", "3.2a||kitty(0.26.5)",
        .tmux(version: "3.2a", client: "kitty(0.26.5)", passthrough: true)
      ),
      ("development version", "next-3.4|off|", .tmux(version: "next-3.4", client: "", passthrough: false)),
      ("client with a bar", "3.3a|1|a|b", .tmux(version: "3.3a", client: "a|b", passthrough: true)),
      ("an error message", "no server running", nil),
      ("nothing", "", nil),
    ]
    for (name, answer, multiplexer) in rows {
      #expect(TmuxQuestion.multiplexer(answer: answer) == multiplexer, "\(name)")
    }
  }

  @Test("kitty.conf")
  func readsKittyConfiguration() {
    let rows = [
      ("nothing", "", false), ("set", "font_size 12\n  force_ltr   yes\n", true), ("unset", "force_ltr no", false),
      ("comment", "# force_ltr yes", false), ("last counts", "force_ltr yes\nforce_ltr no", false),
      ("Windows lines", "force_ltr y\r\nx 1", true),
    ]
    for (name, text, forces) in rows { #expect(TerminalFacts.forcesLTR(text) == forces, "\(name)") }
  }
}
