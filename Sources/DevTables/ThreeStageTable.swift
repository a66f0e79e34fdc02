/// A property of all code points, packed: equal blocks of code points are stored once, and equal stretches of the list
/// of blocks too.
///
/// - Shape: the values of U+0000–U+07FF lie in `low`, one after the other, and behind them those of U+2000–U+207F, the
///   general punctuation. For every other code point *c* the value is `values[b << 5 | c & 31]`, where `b` is
///   `middle[t << 4 | c >> 5 & 15]` and `t` is `top[c >> 9]`. `low` and `top` hold numbers below 128, `middle` and
///   `values` numbers below 16,384.
public struct ThreeStageTable: Hashable, Sendable {
  /// The values of `near`.
  public let low: [UInt8]
  /// The stretch of `middle` of each 512 code points.
  public let top: [UInt8]
  /// The block of `values` of each 32 code points.
  public let middle: [UInt16]
  /// The blocks.
  public let values: [UInt16]

  /// The code points that texts hold most: what UTF-8 spells with one byte or two, and the general punctuation.
  static let near = [0..<0x800, 0x2000..<0x2080]

  /// Packs an array with one value a code point.
  ///
  /// - Throws: `UCDError.tooLarge` when there are more blocks or values than the table has numbers for.
  public init(_ name: String, _ all: [UInt16]) throws(UCDError) {
    var blocks: [ArraySlice<UInt16>: UInt16] = [:]
    var values: [UInt16] = []
    var list: [UInt16] = []
    for start in stride(from: 0, to: all.count, by: 32) {
      let block = all[start..<min(start + 32, all.count)]
      if let place = blocks[block] {
        list.append(place)
      } else {
        let place = UInt16(truncatingIfNeeded: blocks.count)
        blocks[block] = place
        list.append(place)
        values += block
      }
    }
    var stretches: [ArraySlice<UInt16>: Int] = [:]
    var middle: [UInt16] = []
    var top: [Int] = []
    for start in stride(from: 0, to: list.count, by: 16) {
      let stretch = list[start..<min(start + 16, list.count)]
      if let place = stretches[stretch] {
        top.append(place)
      } else {
        top.append(stretches.count)
        stretches[stretch] = stretches.count
        middle += stretch
      }
    }
    let low = Self.near.flatMap { all[$0] }
    try Self.check(name, "blocks", blocks.count, below: 1 << 14)
    try Self.check(name, "stretches", stretches.count, below: 128)
    try Self.check(name, "values", Int(all.max() ?? 0) + 1, below: 1 << 14)
    try Self.check(name, "values of near code points", Int(low.max() ?? 0) + 1, below: 128)
    self.low = low.map { UInt8(truncatingIfNeeded: $0) }
    self.top = top.map { UInt8(truncatingIfNeeded: $0) }
    self.middle = middle
    self.values = values
  }

  private static func check(_ name: String, _ part: String, _ count: Int, below limit: Int) throws(UCDError) {
    if count > limit { throw .tooLarge(table: name, part: part, count: count, limit: limit) }
  }

  /// The value of a code point, as the program looks it up.
  public subscript(scalar: Int) -> UInt16 {
    var place = 0
    for range in Self.near {
      if range.contains(scalar) { return UInt16(low[place + scalar - range.lowerBound]) }
      place += range.count
    }
    let block = Int(middle[Int(top[scalar >> 9]) << 4 | scalar >> 5 & 15])
    return values[block << 5 | scalar & 31]
  }

  /// The bytes the table takes.
  public var size: Int { low.count + top.count + 2 * (middle.count + values.count) }
}
