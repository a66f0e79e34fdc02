extension BidiResolver {
  /// Whether nothing in a text makes the rules necessary for a paragraph from left to right.
  ///
  /// - Complexity: O(*n*), up to the first character that does.
  static func runsFromLeftOnly(_ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let bytes = UnsafeRawPointer(text)
    let high: UInt64 = 0x8080_8080_8080_8080
    var place = start
    while place < end {
      // No character of ASCII does.
      while place + 32 <= end {
        let one = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        let two = bytes.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self)
        let three = bytes.loadUnaligned(fromByteOffset: place + 16, as: UInt64.self)
        let four = bytes.loadUnaligned(fromByteOffset: place + 24, as: UInt64.self)
        guard (one | two | three | four) & high == 0 else { break }
        place += 32
      }
      while place < end, text[place] < 0x80 { place += 1 }
      while place < end, text[place] >= 0x80 {
        let value = bidiClass(bidiProperties(decodedScalar(text, &place, end)))
        if value.isIn(BidiClassSet.againstLeftToRight) { return false }
      }
    }
    return true
  }

  /// Reads a paragraph's classes as runs.
  mutating func scan(_ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int) {
    var place = start
    // The class that would only prolong the last run; brackets never do.
    var last: UInt8 = 0xFF
    while place < end {
      let start = place
      let scalar = decodedScalar(text, &place, end)
      let properties = bidiProperties(scalar) & 0x3F
      if properties == last {
        if properties == BidiClass.l.rawValue { place = Self.endOfLatin(text, place, end) }
        continue
      }
      let value = bidiClass(properties)
      addRun(value, key: properties & 0x20 == 0 ? 0 : bracketKey(scalar), at: UInt32(truncatingIfNeeded: start))
      last = properties & 0x20 == 0 && value.isIn(BidiClassSet.merging) ? properties : 0xFF
    }
  }

  /// Passes over words of eight ASCII letters and blanks that end in a letter: they prolong a run of letters.
  @inline(__always)
  private static func endOfLatin(_ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    let bytes = UnsafeRawPointer(text)
    let high: UInt64 = 0x8080_8080_8080_8080
    let each: UInt64 = 0x0101_0101_0101_0101
    var place = start
    while place + 8 <= end {
      let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      let lower = word | 0x20 &* each
      // The high bit of a byte is set where it is from a to z, and in `blanks` where it is a blank.
      let letters = (lower &+ (0x80 - 0x61) &* each) & ~(lower &+ (0x80 - 0x7B) &* each)
      let blanks = ~((word ^ 0x20 &* each) &+ 0x7F &* each)
      guard word & high == 0, (letters | blanks) & high == high, letters >> 63 == 1 else { break }
      place += 8
    }
    return place
  }
}
