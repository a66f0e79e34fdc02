import DevTables
import Testing

/// The reader of the Unicode Character Database and the packing of tables.
struct DevTablesTests {
  @Test("rows, ranges, comments and defaults")
  func parsing() throws {
    let text = """
      # Sample-15.0.0.txt
      # @missing: 0000..10FFFF; No
      0041          ; Yes # LATIN

      05D0..05EA;R ; x
      """
    let file = try UCDFile(path: "Sample.txt", bytes: Array(text.utf8))
    #expect(file.version == "15.0.0")
    #expect(file.rows.map(\.range) == [0x41...0x41, 0x5D0...0x5EA])
    #expect(file.rows.map(\.fields) == [["Yes"], ["R", "x"]])
    #expect(file.defaults.map(\.range) == [0...0x10FFFF])
    #expect(file.defaults.map(\.fields) == [["No"]])
  }

  @Test("a bad line is named")
  func badLine() {
    let expected = UCDError.malformed(
      path: "Sample.txt", line: 2, found: "XYZ", expected: "a code point or a range such as 0000..10FFFF")
    #expect(throws: expected) { try UCDFile(path: "Sample.txt", bytes: Array("0041;a\nXYZ;b\n".utf8)) }
    #expect(throws: UCDError.unreadable(path: "/nowhere/Sample.txt")) { try UCDFile(path: "/nowhere/Sample.txt") }
  }

  @Test("a packed table gives back every value")
  func packing() throws {
    var values = [UInt16](repeating: 0, count: 0x110000)
    for place in stride(from: 0, to: 0x11000, by: 7) { values[place] = UInt16(place / 7 % 5) }
    for place in 0x2600..<0x2700 { values[place] = 900 }
    let table = try ThreeStageTable("sample", values)
    let agrees = values.indices.allSatisfy { table[$0] == values[$0] }
    #expect(agrees)
    #expect(table.size < 20_000)
  }

  @Test("a table with too many different blocks is refused")
  func overflow() {
    var values = [UInt16](repeating: 0, count: 0x110000)
    var state: UInt32 = 1
    for place in values.indices {
      state = state &* 1_664_525 &+ 1_013_904_223
      values[place] = UInt16(state >> 26)
    }
    #expect(throws: UCDError.self) { try ThreeStageTable("noise", values) }
  }

  @Test("an automaton has no two states that do the same")
  func automaton() throws {
    // Whether the number of ones is odd, counted needlessly up to 7.
    let automaton = try BreakAutomaton(symbols: 2, start: 0) { (state: inout Int, symbol: Int) -> UInt8 in
      state = (state + symbol) % 8
      return UInt8(state & 1)
    }
    #expect(automaton.states == 2)
    #expect(automaton.next.count == 4)
    var state = automaton.start
    var found: [UInt8] = []
    for symbol in [1, 0, 1, 1, 1] {
      found.append(automaton.outcome[state * 2 + symbol])
      state = automaton.next[state * 2 + symbol]
    }
    #expect(found == [1, 1, 0, 1, 0])
  }
}
