extension GeneratedFiles {
  /// The properties of all scalars: equal combinations are stored once, as records.
  static func scalars(_ database: CharacterDatabase, writer: TableWriter) throws(UCDError) -> String {
    var records: [[UInt8]: UInt16] = [:]
    var list: [[UInt8]] = []
    let bidi = bidiValues(database)
    var numbers = [UInt16](repeating: 0, count: CharacterDatabase.size)
    // Near code points come first, as their records' numbers must be small.
    for scalar in (ThreeStageTable.near + [0..<CharacterDatabase.size]).joined() {
      let record = [
        bidi[scalar], database.cellKind[scalar] | database.joiningType[scalar] << 4, database.lineBreak[scalar],
        database.graphemeBreak[scalar], database.wordBreak[scalar] | (database.isPictographic[scalar] ? 0x20 : 0),
      ]
      if let number = records[record] {
        numbers[scalar] = number
      } else {
        let number = UInt16(truncatingIfNeeded: list.count)
        records[record] = number
        list.append(record)
        numbers[scalar] = number
      }
    }
    let table = try ThreeStageTable("ScalarTable", numbers)
    return writer.file(
      type: "ScalarTable",
      about: "The properties of all scalars, by records: `ThreeStageTable` of DevTables has the shape.",
      parts: [
        .init("low", "The records of U+0000–U+07FF and U+2000–U+207F.", table.low),
        .init("top", "The stretch of `middle` of each 512 scalars.", table.top),
        .init("middle", "The block of `values` of each 32 scalars, two digits each.", table.middle.flatMap(digits)),
        .init("values", "The records, two digits each.", table.values.flatMap(digits)),
        .init(
          "properties",
          "By record, four bytes each: `LineBreakClass`; `ClusterBreakClass` in bits 0–3, bit 5: ends a line; Bidi_Class "
            + "in bits 0–4, bit 5: a paired bracket, 6: has a mirror image; `CellKind` in bits 0–3, `JoiningType` in 4–6.",
          list.flatMap { [$0[2], $0[3] | (Self.endsLine($0[2]) ? 0x20 : 0), $0[0], $0[1]] }),
        .init("word", "By record: `WordBreakClass` in bits 0–4, bit 5: Extended_Pictographic.", list.map { $0[4] }),
      ])
  }

  /// Whether a line break must follow a character of this number of Line_Break.
  private static func endsLine(_ value: UInt8) -> Bool { LineBreakRules.Value(rawValue: value)?.isHard == true }

  private static func bidiValues(_ database: CharacterDatabase) -> [UInt8] {
    var values = database.bidiClass
    for bracket in database.brackets { values[bracket.bracket] |= 0x20 }
    for mirror in database.mirrors { values[mirror.character] |= 0x40 }
    return values
  }

  /// A number as two digits of base 128, the lowest first.
  private static func digits(_ number: UInt16) -> [UInt8] { [UInt8(number & 0x7F), UInt8(number >> 7)] }

  /// The rules of UAX #14 as states.
  static func lineBreaks(_ writer: TableWriter) throws(UCDError) -> String {
    let automaton = try LineBreakRules.automaton()
    return writer.file(
      type: "LineBreakTable",
      about: "The rules of UAX #14 as states, 64 entries each, by `LineBreakClass`. The first state is "
        + "\(automaton.start).",
      parts: [
        .init("next", "The state that follows.", try rows(automaton, width: 64, automaton.next)),
        .init(
          "outcome", "0: no break before the character, 1: one is allowed, 2: one must be, 3: unless a number follows.",
          try rows(automaton, width: 64, automaton.outcome.map(Int.init))),
      ])
  }

  /// The rules of UAX #29 for clusters as states.
  static func clusterBreaks(_ writer: TableWriter) throws(UCDError) -> String {
    let automaton = try ClusterBreakRules.automaton()
    let entries = zip(automaton.next, automaton.outcome).map { $0 << 1 | Int($1) }
    return writer.file(
      type: "ClusterBreakTable",
      about: "The rules of UAX #29 for clusters as states, 16 entries each, by `ClusterBreakClass`. The first state is "
        + "\(automaton.start).",
      parts: [
        .init(
          "step", "Bit 0: a boundary before the character; above: the state that follows.",
          try rows(automaton, width: 16, entries))
      ])
  }

  /// Rows of a power of two, so that a row is found by shifting.
  private static func rows(_ automaton: BreakAutomaton, width: Int, _ entries: [Int]) throws(UCDError) -> [UInt8] {
    // Entries below 64 are found without turning bit 6 over.
    guard (entries.max() ?? 0) < 64, automaton.symbols <= width else {
      throw .tooLarge(table: "automaton", part: "states", count: automaton.states, limit: 64)
    }
    var bytes: [UInt8] = []
    for state in 0..<automaton.states {
      for symbol in 0..<width {
        let entry = symbol < automaton.symbols ? entries[state * automaton.symbols + symbol] : 0
        bytes.append(UInt8(truncatingIfNeeded: entry))
      }
    }
    return bytes
  }
}
