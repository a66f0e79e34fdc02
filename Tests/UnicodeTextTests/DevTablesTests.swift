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
    var values = [UInt8](repeating: 0, count: 0x110000)
    for place in stride(from: 0, to: 0x11000, by: 7) { values[place] = UInt8(place / 7 % 5) }
    for place in 0x600..<0x700 { values[place] = 9 }
    let table = try TwoStageTable("sample", values)
    let mask = 1 << table.shift - 1
    let agrees = values.indices.allSatisfy { place in
      table.values[Int(table.index[place >> table.shift]) << table.shift | place & mask] == values[place]
    }
    #expect(agrees)
  }

  @Test("a table with too many different blocks is refused")
  func overflow() {
    var values = [UInt8](repeating: 0, count: 0x110000)
    var state: UInt32 = 1
    for place in values.indices {
      state = state &* 1_664_525 &+ 1_013_904_223
      values[place] = UInt8(state >> 26)
    }
    #expect(throws: UCDError.self) { try TwoStageTable("noise", values) }
  }
}
