/// A property of all code points, packed: equal blocks of code points are stored once.
///
/// - Shape: the value of code point *c* is `values[index[c >> shift] << shift | c & (1 << shift - 1)]`. All numbers are
///   below 128.
public struct TwoStageTable: Hashable, Sendable {
  /// How many bits of a code point count inside a block.
  public let shift: Int
  /// The block of each stretch of code points.
  public let index: [UInt8]
  /// The blocks, one after the other.
  public let values: [UInt8]

  /// The most blocks an index of 7-bit numbers can name.
  static let limit = 128

  /// Packs an array with one value a code point, choosing the block size that takes the least room.
  ///
  /// - Throws: `UCDError.tooLarge` when even the largest blocks are too many.
  public init(_ name: String, _ values: [UInt8]) throws(UCDError) {
    var best: TwoStageTable?
    var fewest = Int.max
    for shift in [6, 7, 8, 9] {
      let table = TwoStageTable(values, shift: shift)
      fewest = min(fewest, table.blocks)
      guard table.blocks <= Self.limit else { continue }
      if let other = best, other.size <= table.size { continue }
      best = table
    }
    guard let best else { throw .tooLarge(table: name, blocks: fewest, limit: Self.limit) }
    self = best
  }

  private init(_ all: [UInt8], shift: Int) {
    var places: [ArraySlice<UInt8>: Int] = [:]
    var index: [Int] = []
    var values: [UInt8] = []
    for start in stride(from: 0, to: all.count, by: 1 << shift) {
      let block = all[start..<(start + 1 << shift)]
      if let place = places[block] {
        index.append(place)
      } else {
        places[block] = places.count
        index.append(places.count - 1)
        values.append(contentsOf: block)
      }
    }
    self.shift = shift
    self.index = index.map { UInt8(truncatingIfNeeded: min($0, 255)) }
    self.values = values
    blocks = places.count
  }

  private let blocks: Int

  /// The bytes the table takes.
  public var size: Int { index.count + values.count }
}
