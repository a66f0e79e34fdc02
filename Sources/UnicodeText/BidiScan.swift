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
    var scanner = RunScanner()
    while place < end {
      let start = place
      let scalar = decodedScalar(text, &place, end)
      let value = bidiProperties(scalar) & 0x3F
      if scanner.add(value, scalar, at: start, to: &self) { continue }
      // It prolongs the last run, and so do others of its class.
      if value == BidiClass.l.rawValue {
        place = Self.endOfLatin(text, place, end)
      } else {
        place = Self.endOfLetters(value, text, place, end)
      }
    }
    scanner.finish(&self)
  }

  /// Passes over characters of one class that take two bytes, such as Arabic letters.
  @inline(__always)
  private static func endOfLetters(_ value: UInt8, _ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var place = start
    while place &+ 2 <= end {
      let first = UInt32(text[place])
      let second = UInt32(text[place &+ 1])
      guard first &- 0xC2 <= 0x1D, second & 0xC0 == 0x80 else { break }
      guard bidiProperties((first & 0x1F) << 6 | second & 0x3F) & 0x3F == value else { break }
      place &+= 2
    }
    return place
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

/// Makes runs of the classes of scalars, one after the other.
struct RunScanner {
  /// The class that would only prolong the last run, or what is held back; brackets never do.
  private var last: UInt8 = 0xFF
  /// A class that is held back, as it does not count if the strong one before it goes on; or 0xFF.
  private var held: UInt8 = 0xFF
  private var heldPlace: UInt32 = 0
  private var strong: UInt8 = 0xFF

  /// What is held back: .et, .nsm, .bn, .ws, .on.
  static let holdable: UInt32 = BidiClassSet.bridged & BidiClassSet.merging

  /// Takes the next scalar's class with its bracket bit; `false` if it prolongs the last run.
  @inline(__always)
  mutating func add(_ value: UInt8, _ scalar: UInt32, at place: Int, to resolver: inout BidiResolver) -> Bool {
    if value == last { return false }
    if held != 0xFF {
      if value == strong {
        last = strong
        held = 0xFF
        return false
      }
      flush(&resolver)
    } else if last <= BidiClass.al.rawValue, value < 0x20, bidiClass(value).isIn(Self.holdable) {
      strong = last
      held = value
      heldPlace = UInt32(truncatingIfNeeded: place)
      last = value
      return true
    }
    let type = bidiClass(value)
    resolver.addRun(type, key: value & 0x20 == 0 ? 0 : bracketKey(scalar), at: UInt32(truncatingIfNeeded: place))
    last = value & 0x20 == 0 && type.isIn(BidiClassSet.merging) ? value : 0xFF
    return true
  }

  /// Adds what is held back.
  mutating func finish(_ resolver: inout BidiResolver) {
    if held != 0xFF { flush(&resolver) }
  }

  private mutating func flush(_ resolver: inout BidiResolver) {
    resolver.addRun(bidiClass(held), key: 0, at: heldPlace)
    held = 0xFF
  }
}
