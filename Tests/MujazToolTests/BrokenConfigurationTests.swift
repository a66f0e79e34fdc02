import Foundation
import Testing

@Suite("configurations that are no TOML")
struct BrokenConfigurationTests {
  @Test("are named with their place, and end nothing")
  func broken() throws {
    let program = try Program()
    let cases: [(text: String, place: String)] = [
      ("[<\n", ":1:2"), ("[[<", ":1:3"), ("a = 1\n[ \t=", ":2:4"), ("[\n", ":1:2"), ("x = \"[<\"\n[\u{1}", ":2:2"),
      ("[é]", ":1:2"), ("[a.<]", ":1:"), ("a = [", ":1:"), (String(repeating: "a = [", count: 1) + "[[[[", ":1:"),
      ("a = " + String(repeating: "[", count: 100_000), ":1:"), ("\u{0}", ":1:"), ("a = \"\"\"x", ":1:"),
      ("= 1", ":1:"), ("a = 2001-01-01 2 ", ":1:17"), ("a = [2001-01-01 2]", ":1:18"), ("a = 2001-01-01 2", ":1:"),
      ("a = [}", ":1:6"), ("a = [1, # x\n}", ":2:1"), ("a = {b = [[}", ":1:12"), ("a = [1 }", ":1:"),
      ("a = 2001-01-01T:", ":1:16"), ("a = 2001-01-01t", ":1:"), ("a = 2001-01-01 x:t", ":1:16"),
      ("a = [2001-01-01T:-,]", ":1:17"), ("b = [1, 2001-01-01Tx:1]", ":1:20"), ("a = 2001-01-01  :T", ":1:"),
      ("b = {c = 2001-01-01T-1:2}", ":1:21"), ("a = 2001-01-01_T:", ":1:"), ("a=2001-01-01T12:\n", ":1:"),
      ("a.b = 1\na = 2", ":2:"), ("[a]\n[a]", ":2:"), ("a = {b = <}", ":1:"), ("{<", ":1:"),
      ("a = 2001-01-01" + String(repeating: "_", count: 117) + " x", ":1:15"),
      (String(repeating: "a.", count: 200_000) + "a = 1", ":1:"),
      ("[" + String(repeating: "a.", count: 200_000), ":1:"),
      ("theme = \"dark\"\n[keys]\n[keys]", ":3:2: found the name 'keys' again"),
      ("measure = 72\n[[keys]]\nback = \"w\"", ":2:1: keys: found an array; expected the table [keys]"),
      ("keys = 1", ":1:8: keys: found 1; expected the table [keys]"),
      ("keys.fly = \"f\"", ":1:12: no action is called"),
      ("[keys]\nback = [\"w\",\n  \"Hyper\"]", ":3:3: keys.back: found \"Hyper\""),
      ("\u{FEFF}measure = 3\r\n", ":1:11: measure: found 3"), ("theme = [1]", ":1:9: theme: found an array"),
      ("theme = {a = 1}", ":1:9: theme: found a table"), ("[theme]", ":1:1: theme: found a table"),
      ("[[theme]]", ":1:1: theme: found an array"), ("measure = 2001-01-01", ":1:11: measure: found 2001-01-01"),
      ("measure = 72.5", ":1:11: measure: found 72.5"), ("measure = 7_2_0_0", ":1:11: measure: found 7200"),
    ]
    for (text, place) in cases {
      let file = try program.file("config.toml", text)
      let outcome = try program.run("--config", file, "config")
      #expect([0, 1].contains(outcome.status), "\(text.prefix(20).debugDescription): \(outcome.status)")
      #expect(
        outcome.messages.contains("config.toml\(place)"), "\(text.prefix(20).debugDescription): \(outcome.messages)")
    }
  }

  @Test("bytes that are no UTF-8 are named, and such a file is left alone")
  func noText() throws {
    let program = try Program()
    let file = try program.file("config.toml", "")
    let bytes = Array("measure = 72\n# caf".utf8) + [0xE9, 0x0A]
    try Data(bytes).write(to: URL(filePath: file))
    let outcome = try program.run("--config", file, "config")
    #expect(outcome.status == 0)
    #expect(outcome.messages.contains("config.toml:2:6: found bytes that are no UTF-8; expected text in UTF-8."))
    #expect(outcome.output.contains("measure = 80"))
  }

  @Test("a file that does not end is not read to its end")
  func endless() throws {
    let program = try Program()
    let outcome = try program.run("--config", "/dev/zero", "config", "--check")
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains("/dev/zero: found more than 4 MB; expected settings"))
  }

  @Test("brackets in values are no tables")
  func arrays() throws {
    let program = try Program()
    let file = try program.file(
      "config.toml", "measure = 72\n[keys]\nquit = [\n# [<\n \"q\",\n'[',\n]\nhelp = \"\"\"\n[<\"\"\"\n# 2001-01-01T:\n"
    )
    let outcome = try program.run("--config", file, "config")
    #expect(outcome.output.contains("measure = 72"))
    #expect(!outcome.messages.contains("where the name of a table begins") && !outcome.messages.contains("of a time"))
  }
}
