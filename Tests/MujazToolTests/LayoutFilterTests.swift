import Testing

/// `mujaz layout` as a filter.
struct LayoutFilterTests {
  @Test("justified lines are as long as the width, but for the last of a paragraph")
  func justifies() throws {
    let program = try Program()
    let found = try program.run("layout", "--width", "8", "--align", "justify", input: "one two three\n")
    #expect(found.output == "one  two\nthree\n")
    #expect(try program.run("layout", "--width", "0", "--align", "justify").status == 2)
  }

  @Test("hidden characters are named, and what misleads is reported")
  func showsControls() throws {
    let program = try Program()
    let found = try program.run("layout", "--show-controls", input: "plain\na\u{202E}bcd\n")
    #expect(found.output == "plain\na[RLO]dcb\n")
    #expect(found.messages.contains("line 2"))
    #expect(found.messages.contains("U+202E override"))
    #expect(try program.run("layout", input: "a\u{202E}bcd\n").messages.isEmpty)
  }

  @Test("lam-alef, marks and quotation marks")
  func options() throws {
    let program = try Program()
    let two = try program.run("layout", "--width", "0", "--lam-alef", "two", input: "\u{644}\u{627}\n")
    #expect(two.output == "\u{FE8E}\u{FEDF}\n")
    let bare = try program.run("layout", "--width", "0", "--marks", "strip", input: "\u{628}\u{64E}\n")
    #expect(bare.output == "\u{FE8F}\n")
    let quoted = "\u{628} \u{AB}\u{628}\u{BB}\n"
    let quotes = try program.run("layout", "--width", "0", "--quotes", "as-stored", input: quoted)
    #expect(quotes.output == "\u{BB}\u{FE8F}\u{AB} \u{FE8F}\n")
  }

  @Test("a paragraph without an end is laid out in parts, and nothing of it is lost")
  func longParagraph() throws {
    let program = try Program()
    let text = String(repeating: "0123456789 ", count: 300_000)
    let found = try program.run("layout", "--width", "76", input: text + "\r\nend")
    #expect(found.lines.last == "end")
    let digits = found.output.utf8.count { $0 != 0x20 && $0 != 0x0A }
    #expect(digits == 3_000_003)
  }
}
