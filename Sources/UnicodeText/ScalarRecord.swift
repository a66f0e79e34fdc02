/// The number of a scalar's record in `ScalarTable`, which holds its properties.
///
/// Scalars whose properties are all equal share a record: there are a few hundred. Numbers are stored with bit 6 turned
/// over.
/// - Parameter scalar: Below 0x110000.
/// - Complexity: O(1): one load below U+0800, five above.
@inline(__always)
func scalarRecord(_ scalar: UInt32) -> Int {
  let scalar = Int(truncatingIfNeeded: scalar)
  if scalar < 0x800 { return Int(ScalarTable.low.utf8Start[scalar] ^ 0x40) }
  let stretch = Int(ScalarTable.top.utf8Start[scalar >> 9] ^ 0x40)
  let block = twoDigits(ScalarTable.middle, stretch << 4 | scalar >> 5 & 15)
  return twoDigits(ScalarTable.values, block << 5 | scalar & 31)
}

/// Two digits of base 128, the lowest first.
@inline(__always)
private func twoDigits(_ bytes: StaticString, _ place: Int) -> Int {
  let start = bytes.utf8Start + place * 2
  return Int(start[0] ^ 0x40) | Int(start[1] ^ 0x40) << 7
}

/// Bidi_Class in bits 0–4, bit 5: a paired bracket, bit 6: has a mirror image.
@inline(__always)
func bidiProperties(ofRecord record: Int) -> UInt8 { ScalarTable.bidi.utf8Start[record] ^ 0x40 }

/// `CellKind` in bits 0–3, `JoiningType` in bits 4–6.
@inline(__always)
func cellProperties(ofRecord record: Int) -> UInt8 { ScalarTable.cell.utf8Start[record] ^ 0x40 }

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
