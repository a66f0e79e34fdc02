/// The number of a scalar's record in `ScalarTable`, which holds its properties.
///
/// Scalars whose properties are all equal share a record: there are a few hundred. Numbers are stored with bit 6 turned
/// over.
/// - Parameter scalar: Below 0x110000.
/// - Complexity: O(1): one load below U+0800 and in U+2000–U+207F, five elsewhere.
@inline(__always)
func scalarRecord(_ scalar: UInt32) -> Int {
  let scalar = Int(truncatingIfNeeded: scalar)
  if scalar < 0x800 { return Int(ScalarTable.low.utf8Start[scalar] ^ 0x40) }
  if scalar & ~0x7F == 0x2000 { return Int(ScalarTable.low.utf8Start[scalar &- 0x1800] ^ 0x40) }
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

/// The properties of a record, one byte each.
struct ScalarProperties {
  /// `LineBreakClass` in bits 0–7; in 8–11 `ClusterBreakClass`, 13: ends a line; in 16–20 Bidi_Class, 21: a paired
  /// bracket, 22: has a mirror image; in 24–27 `CellKind`, in 28–30 `JoiningType`.
  let bits: UInt32

  @inline(__always)
  init(record: Int) {
    // Numbers are stored with bit 6 turned over.
    let stored = UnsafeRawPointer(ScalarTable.properties.utf8Start).loadUnaligned(
      fromByteOffset: record &* 4, as: UInt32.self)
    bits = UInt32(littleEndian: stored) ^ 0x4040_4040
  }

  @inline(__always)
  init(_ scalar: UInt32) { self.init(record: scalarRecord(scalar)) }

  /// All but the joining type of a letter that begins a cluster, holds together with letters before it and has a strong
  /// direction; of anything else what no scalar has. After such a letter another one with the same bits changes no state
  /// of the rules.
  @inline(__always)
  var letterBits: UInt32 {
    let bits = self.bits & Self.allButJoining
    // Line_Break AL, Grapheme_Cluster_Break Other and narrow are 0; L, R and AL are 0 to 2.
    return bits == 0 || bits == 1 << 16 || bits == 2 << 16 ? bits : .max
  }

  /// The mask of `letterBits`.
  static let allButJoining: UInt32 = 0x8FFF_FFFF

  /// The number of the `LineBreakClass`.
  @inline(__always)
  var line: Int { Int(bits & 0xFF) }

  /// The number of the `ClusterBreakClass`.
  @inline(__always)
  var cluster: Int { Int(bits >> 8 & 0xF) }

  /// 32 if a line break must follow, else 0.
  @inline(__always)
  var lineEnd: UInt8 { UInt8(truncatingIfNeeded: bits >> 8) & 0x20 }

  /// Bidi_Class in bits 0–4, bit 5: a paired bracket, bit 6: has a mirror image.
  @inline(__always)
  var bidi: UInt8 { UInt8(truncatingIfNeeded: bits >> 16) }

  @inline(__always)
  var kind: CellKind {
    // The generator writes numbers of cases only; GeneratedTablesTests holds list and cases together.
    unsafeBitCast(UInt8(truncatingIfNeeded: bits >> 24) & 0xF, to: CellKind.self)
  }

  /// The number of the `JoiningType`.
  @inline(__always)
  var joining: UInt8 { UInt8(truncatingIfNeeded: bits >> 28) }
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
