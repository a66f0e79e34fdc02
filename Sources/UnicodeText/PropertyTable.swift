/// A property of all code points in two stages, stored in the program's constant part.
///
/// - Shape: see `TwoStageTable` of DevTables, which makes it. Numbers are stored with bit 6 turned over.
struct PropertyTable: Sendable {
  let shift: Int
  let index: StaticString
  let values: StaticString

  /// The number stored for a code point.
  ///
  /// - Parameter scalar: Below 0x110000.
  /// - Complexity: O(1): two loads.
  @inline(__always)
  subscript(scalar: UInt32) -> UInt8 {
    let scalar = Int(truncatingIfNeeded: scalar)
    let block = Int(index.utf8Start[scalar >> shift] ^ 0x40)
    return values.utf8Start[block << shift | scalar & (1 << shift - 1)] ^ 0x40
  }
}

/// Flat lists of generated numbers.
enum PackedBytes {
  /// Three digits of base 128.
  @inline(__always)
  static func number(_ bytes: StaticString, at place: Int) -> UInt32 {
    let start = bytes.utf8Start + place
    return UInt32(start[0] ^ 0x40) << 14 | UInt32(start[1] ^ 0x40) << 7 | UInt32(start[2] ^ 0x40)
  }

  /// The place of the record that begins with `key`, in a list sorted by its keys, or `nil`.
  ///
  /// - Complexity: O(log *count*).
  static func place(of key: UInt32, in bytes: StaticString, count: Int, width: Int) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      let found = number(bytes, at: middle * width)
      if found == key { return middle * width }
      if found < key { low = middle + 1 } else { high = middle }
    }
    return nil
  }
}
