import Testing

@testable import MujazTool

@Suite("Reading TOML")
struct TOMLReaderTests {
  struct Readable: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    /// The values, as `shape` writes them.
    let shape: String

    var testDescription: String { name }

    init(_ name: String, _ text: String, _ shape: String) {
      self.name = name
      self.text = text
      self.shape = shape
    }
  }

  static let readable = [
    Readable("nothing", "", "{}"),
    Readable("only a comment", "# é\u{200F}", "{}"),
    Readable("a mark of byte order", "\u{FEFF}a = 1", "{a: 1}"),
    Readable("ends of lines with CR", "a = 1\r\n\r\n[b]\r\nc = '''\r\nx\r\ny'''\r\n", "{a: 1, b: {c: <x\ny>}}"),
    Readable("blanks everywhere", "\t[ a . b ] # c\n  c  .  d\t=\t1  ", "{a: {b: {c: {d: 1}}}}"),
    Readable("names in quotation marks", "\"\" = 1\n'a.b'.\"c\\t\" = 2", "{: 1, a.b: {c\t: 2}}"),
    Readable("names that only look alike", "\"\u{E9}\" = 1\n\"e\u{301}\" = 2", "{\u{E9}: 1, e\u{301}: 2}"),
    Readable("names like numbers", "1 = 2\n3.14 = 4\n- = 5\n_ = 6", "{1: 2, 3: {14: 4}, -: 5, _: 6}"),
    Readable("dotted names", "a.b = 1\na.c.d = 2", "{a: {b: 1, c: {d: 2}}}"),
    Readable("a table inside one of dotted names", "[a]\nb.c = 1\n[a.b.d]\ne = 2", "{a: {b: {c: 1, d: {e: 2}}}}"),
    Readable("a table behind the one inside it", "[a.b]\nc = 1\n[a]\nd = 2", "{a: {b: {c: 1}, d: 2}}"),
    Readable("tables of arrays", "[[a]]\nb = 1\n[[a.c]]\n[a.d]\n[[a]]", "{a: [{b: 1, c: [{}], d: {}}, {}]}"),
    Readable("tables in braces", "a = { b = 1, c.d = 2, e = {} }", "{a: {b: 1, c: {d: 2}, e: {}}}"),
    Readable("arrays on several lines", "a = [ # x\n 1,\n [ ],\n 'b' # ]\n ,]", "{a: [1, [], <b>]}"),
    Readable("escapes", #"a = "\b\t\n\f\r\"\\\u00e9\U0001F600""#, "{a: <\u{8}\t\n\u{C}\r\"\\é😀>}"),
    Readable("no escapes in single marks", #"a = '\n"'"#, #"{a: <\n">}"#),
    Readable("lines that go on", "a = \"\"\"\\\n   x \\  \n\n  y\"\"\"", "{a: <x y>}"),
    Readable("marks inside and at the end", "a = \"\"\"\"\"x\"\"\"\"\"\nb = ''''''''", "{a: <\"\"x\"\">, b: <''>}"),
    Readable("a bracket in a text", "a = \"\"\"\n[<\"\"\"\nb = '[<'", "{a: <[<>, b: <[<>}"),
    Readable(
      "whole numbers", "a = [0, -0, +7, 1_000, 0xdead_BEEF, 0o17, 0b1_0]", "{a: [0, 0, 7, 1000, 3735928559, 15, 2]}"),
    Readable(
      "the largest numbers", "a = [9223372036854775807, -9223372036854775808]",
      "{a: [9223372036854775807, -9223372036854775808]}"),
    Readable(
      "other numbers", "a = [1.5, -0.0, 6e2_3, 1E-0_1, inf, -inf, 1e999]",
      "{a: [1.5, -0.0, 6e+23, 0.1, inf, -inf, inf]}"),
    Readable("no number", "a = [nan, -nan, +nan]", "{a: [nan, nan, nan]}"),
    Readable("true and false", "a = [true, false]", "{a: [true, false]}"),
    Readable("dates", "a = [2024-02-29, 2000-02-29]", "{a: [2024-02-29, 2000-02-29]}"),
    Readable("times", "a = [07:32:00, 23:59:60.5]", "{a: [07:32:00, 23:59:60.5]}"),
    Readable(
      "dates with times", "a = [2001-01-01T00:00:00, 2001-01-01 00:00:00.25Z, 2001-01-01t00:00:00-07:30]",
      "{a: [2001-01-01T00:00:00, 2001-01-01 00:00:00.25Z, 2001-01-01t00:00:00-07:30]}"),
    Readable("a blank behind a date", "a = 2001-01-01 # x\nb = [2001-01-01 ]", "{a: 2001-01-01, b: [2001-01-01]}"),
    Readable(
      "as many inside one another as may be",
      "a = " + String(repeating: "[", count: 100) + String(repeating: "]", count: 100),
      "{a: " + String(repeating: "[", count: 100) + String(repeating: "]", count: 100) + "}"),
  ]

  @Test("what is TOML is read", arguments: readable)
  func reads(_ row: Readable) throws {
    #expect(try shape(TOMLReader.table(in: Array(row.text.utf8))) == row.shape, "\(row.name)")
  }

  struct Unreadable: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let place: String
    /// Found, and expected.
    let found: String
    let expected: String

    var testDescription: String { name }

    init(_ name: String, _ text: String, _ place: String, found: String, expected: String) {
      self.init(name, Array(text.utf8), place, found: found, expected: expected)
    }

    init(_ name: String, _ bytes: [UInt8], _ place: String, found: String, expected: String) {
      self.name = name
      self.bytes = bytes
      self.place = place
      self.found = found
      self.expected = expected
    }
  }

  static let deep = String(repeating: "a.", count: 100_000)

  static let unreadable = [
    // Ones that a reader in C++ has ended the program at.
    Unreadable(
      "a table without a name", "[<\n", "1:2", found: "'<'", expected: "a name where the name of a table begins"),
    Unreadable(
      "a time without digits", "a = 2001-01-01T:#", "1:16", found: "':'", expected: "the two digits of an hour"),
    Unreadable(
      "an hour of one digit", "a= 2000-01-01 2 000-01-01e", "1:16", found: "' '", expected: "two digits of an hour"),
    Unreadable("a brace in an array", "a = [1, }", "1:9", found: "'}'", expected: "a value or ']'"),
    Unreadable(
      "a hundred underscores behind a date", "a = 2001-01-01" + String(repeating: "_", count: 117) + " x", "1:15",
      found: String(repeating: "_", count: 40), expected: "the line's end or a comment"),
    Unreadable(
      "100,000 brackets", "a = " + String(repeating: "[", count: 100_000), "1:105", found: "more than 100",
      expected: "fewer"),
    Unreadable(
      "100,000 braces", "a = " + String(repeating: "{a=", count: 100_000), "1:305", found: "more than 100",
      expected: "fewer"),
    Unreadable("100,000 dots in a name", deep + "a = 1", "1:203", found: "more than 100", expected: "fewer"),
    Unreadable("100,000 dots in a table's name", "[" + deep + "a]", "1:204", found: "more than 100", expected: "fewer"),
    Unreadable(
      "100,000 dots in an array's name", "[[" + deep + "a]]", "1:205", found: "more than 100", expected: "fewer"),
    Unreadable(
      "dots in braces in arrays", "a = " + String(repeating: "[{a.a.a = \n", count: 50_000), "1:15",
      found: "the line's end",
      expected: "a value"),
    Unreadable(
      "dots in braces in arrays, without ends of lines", "a = " + String(repeating: "[{a.a.a = ", count: 50_000),
      "1:255",
      found: "more than 100", expected: "fewer"),
    Unreadable(
      "a name with dots inside a table of many",
      "[" + String(repeating: "a.", count: 90) + "a]\n" + String(repeating: "b.", count: 20) + "c = 1",
      "2:44", found: "more than 100", expected: "fewer"),

    // Bytes.
    Unreadable("a zero", "a = 1\n\u{0}", "2:1", found: "U+0000", expected: "a name"),
    Unreadable(
      "a zero in a text", "a = \"x\u{0}\"", "1:7", found: "U+0000",
      expected: "\" at the end of the text that begins at 1:5"),
    Unreadable("a zero in a comment", "# \u{0}", "1:3", found: "U+0000", expected: "without control characters"),
    Unreadable(
      "no UTF-8", Array("a = 1\nb = \"é".utf8) + [0xFF, 0x22], "2:7", found: "no UTF-8", expected: "text in UTF-8"),
    Unreadable(
      "half a letter at the end", Array("a = 'é".utf8).dropLast(), "1:6", found: "no UTF-8", expected: "text in UTF-8"),
    Unreadable(
      "half a surrogate", Array("a = '".utf8) + [0xED, 0xA0, 0x80, 0x27], "1:6", found: "no UTF-8", expected: "UTF-8"),
    Unreadable(
      "no UTF-8 behind a mark of byte order", [0xEF, 0xBB, 0xBF, 0x61, 0xFF], "1:2", found: "no UTF-8",
      expected: "UTF-8"),
    Unreadable("a mark of byte order inside", "a = 1\n\u{FEFF}b = 2", "2:1", found: "U+FEFF", expected: "a name"),
    Unreadable("UTF-16", [0xFF, 0xFE, 0x61, 0x00], "1:1", found: "no UTF-8", expected: "UTF-8"),
    Unreadable("CR alone", "a = 1\rb = 2", "1:6", found: "U+000D", expected: "the line's end or a comment"),
    Unreadable("a blank that is none", "a =\u{A0}1", "1:4", found: "U+00A0", expected: "a value"),
    Unreadable(
      "letters count once in columns", "\"\u{E9}\u{1F600}\" = x", "1:8", found: "'x'",
      expected: "a text stands in quotation marks"),

    // Names given twice.
    Unreadable(
      "a name", "a = 1\na = 2", "2:1", found: "the name 'a' again, which was given at 1:1", expected: "each name once"),
    Unreadable(
      "a table", "[keys]\nback = 'w'\n[keys]", "3:2", found: "the name 'keys' again, which was given at 1:2",
      expected: "each"),
    Unreadable(
      "a table that is a value", "keys = 1\n[keys]", "2:2", found: "again, which was given at 1:1",
      expected: "each name once"),
    Unreadable("an array of a table", "[a]\n[[a]]", "2:3", found: "the name 'a' again", expected: "each name once"),
    Unreadable("a table of an array", "[[a]]\n[a]", "2:2", found: "the name 'a' again", expected: "each name once"),
    Unreadable(
      "tables for a plain array", "a = [{}]\n[[a]]", "2:3", found: "the name 'a' again", expected: "each name once"),
    Unreadable(
      "a table of dotted names", "a.b = 1\n[a]", "2:2", found: "the name 'a' again", expected: "each name once"),
    Unreadable(
      "dotted names for a table with a header", "[a.b.c]\n[a]\nb.c.d = 1", "3:3", found: "'c' again", expected: "each"),
    Unreadable(
      "more for a table in braces", "a = {}\na.b = 1", "2:1", found: "the name 'a' again", expected: "each name once"),
    Unreadable(
      "a table inside one in braces", "a = {}\n[a.b]", "2:2", found: "the name 'a' again", expected: "each name once"),
    Unreadable(
      "twice in braces", "a = {b = 1, b.c = 2}", "1:13", found: "the name 'b' again", expected: "each name once"),

    // What people write.
    Unreadable(
      "no marks around a text", "theme = dark", "1:9", found: "'dark'", expected: "a text stands in quotation marks"),
    Unreadable("an Arabic word", "theme = سلام", "1:9", found: "'سلام'", expected: "a text stands in quotation marks"),
    Unreadable("True", "mouse = True", "1:9", found: "'True'", expected: "a value"),
    Unreadable("no value", "measure = \nmouse = true", "1:11", found: "the line's end", expected: "a value"),
    Unreadable("a colon", "measure: 72", "1:8", found: "':'", expected: "'=' behind the name 'measure'"),
    Unreadable("no end of a text", "a = \"b\nc = 1", "1:7", found: "the line's end", expected: "that begins at 1:5"),
    Unreadable(
      "no end of a long text", "a = \"\"\"b\n\nc", "3:2", found: "the file's end", expected: "that begins at 1:5"),
    Unreadable(
      "a folder of Windows", #"exports = "C:\data""#, "1:15", found: "'data'", expected: "two backslashes for one"),
    Unreadable("a wrong escape", #"a = "\u12G4""#, "1:10", found: "'G4'", expected: "4 hexadecimal digits"),
    Unreadable(
      "half a surrogate as an escape", #"a = "\uD800""#, "1:7", found: "the number D800",
      expected: "a character of Unicode"),
    Unreadable("two values", "a = 1 2", "1:7", found: "'2'", expected: "the line's end or a comment"),
    Unreadable("no comma", "a = [1 2]", "1:8", found: "'2'", expected: "',' or ']'"),
    Unreadable("two commas", "a = [1,,2]", "1:8", found: "','", expected: "a value or ']'"),
    Unreadable("a comma before the brace", "a = {b = 1,}", "1:12", found: "'}'", expected: "a name"),
    Unreadable("braces on several lines", "a = {\nb = 1}", "1:6", found: "the line's end", expected: "a name or '}'"),
    Unreadable("a zero before a number", "a = 007", "1:6", found: "'07'", expected: "no digit behind a leading zero"),
    Unreadable("two underscores", "a = 1__0", "1:7", found: "'_0'", expected: "a digit"),
    Unreadable("no digit behind the point", "a = 1.", "1:7", found: "the file's end", expected: "a digit"),
    Unreadable("no such number", "a = 0b12", "1:8", found: "'2'", expected: "the line's end or a comment"),
    Unreadable(
      "a number too large", "a = -9223372036854775809", "1:5", found: "-9223372036854775809",
      expected: "one from -9223372036854775808"),
    Unreadable("no such day", "a = 2023-02-29", "1:13", found: "29", expected: "a day from 1 to 28"),
    Unreadable("no such month", "a = 2023-13-01", "1:10", found: "13", expected: "a month from 1 to 12"),
    Unreadable("no seconds", "a = 12:30", "1:10", found: "the file's end", expected: "the seconds behind the minute"),
    Unreadable("a name on several lines", "\"\"\"a\"\"\" = 1", "1:1", found: "'\"'", expected: "a name on one line"),
    Unreadable("brackets apart", "[ [a]]", "1:3", found: "'['", expected: "a name where the name of a table begins"),
    Unreadable("one bracket for two", "[[a]\n", "1:5", found: "the line's end", expected: "']]'"),
  ]

  @Test("what is no TOML is said with its place, and ends nothing", arguments: unreadable)
  func refuses(_ row: Unreadable) {
    let error = #expect(throws: TOMLError.self, "\(row.name)") { try TOMLReader.table(in: row.bytes) }
    guard let error else { return }
    #expect(error.place.description == row.place, "\(row.name)")
    #expect(error.found.contains(row.found), "\(row.name): \(error.found)")
    #expect(error.expected.contains(row.expected), "\(row.name): \(error.expected)")
  }

  @Test("values know where they begin, and tables where their header does")
  func places() throws {
    let text = "a = 1\n  b.c =  [ 2,\n\"é\", {d = 3} ]\n [e.f]\n[[g]]\n[[g]]\n"
    var found: [String] = []
    func collect(_ path: String, _ value: TOMLValue) {
      found.append("\(path) \(value.place)")
      for (index, inner) in (value.array ?? []).enumerated() { collect("\(path).\(index)", inner) }
      for entry in value.table?.entries ?? [] { collect("\(path).\(entry.name)", entry.value) }
    }
    for entry in try TOMLReader.table(in: Array(text.utf8)).entries { collect(entry.name, entry.value) }
    #expect(
      found == [
        "a 1:5", "b 2:3", "b.c 2:10", "b.c.0 2:12", "b.c.1 3:1", "b.c.2 3:6", "b.c.2.d 3:11", "e 4:2", "e.f 4:2",
        "g 5:1", "g.0 5:1", "g.1 6:1",
      ])
  }

  @Test(
    "texts are written so that they are read again, on one line",
    arguments: ["", "a\"b\\c", "\u{0}\t\n\u{7F}\u{9B}\u{2028}\u{202E}é😀"])
  func written(_ text: String) throws {
    let line = "a = \(text.tomlText)"
    #expect(!line.unicodeScalars.contains { $0.value < 0x20 })
    #expect(try TOMLReader.table(in: Array(line.utf8))["a"]?.value.string == text)
  }

  private func shape(_ table: TOMLTable) -> String {
    "{\(table.entries.map { "\($0.name): \(shape($0.value))" }.joined(separator: ", "))}"
  }

  private func shape(_ value: TOMLValue) -> String {
    switch value.content {
    case .string(let string): "<\(string)>"
    case .array(let array): "[\(array.map { shape($0) }.joined(separator: ", "))]"
    case .table(let table): shape(table)
    default: value.found
    }
  }
}
