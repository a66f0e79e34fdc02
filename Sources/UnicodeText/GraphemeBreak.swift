/// The Grapheme_Cluster_Break property, with Extended_Pictographic as one of its values.
///
/// The order of the cases is the order of the numbers in the generated table.
enum ClusterBreakClass: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  case other, cr, lf, control, extend, zwj, regionalIndicator, prepend, spacingMark, l, v, t, lv, lvt, pictographic
}

/// Finds the boundaries of extended grapheme clusters, one scalar after the other.
///
/// - Source: UAX #29 for Unicode 15.0, section 3.1.1, rules GB3 to GB999, as states made of them by DevTables.
public struct GraphemeBreaker: Sendable {
  /// The last entry of the table: bits 1–5 are the state.
  private var entry: UInt8 = 0x40

  /// Creates a breaker at the start of a text.
  public init() {}

  /// Whether a cluster begins with the next scalar; the first scalar begins one.
  ///
  /// - Complexity: O(1).
  public mutating func isBoundary(before scalar: Unicode.Scalar) -> Bool {
    step(ScalarProperties(scalar.value).cluster) != 0
  }

  /// 1 if a cluster begins with the next scalar, which has that `ClusterBreakClass`, else 0.
  @inline(__always)
  mutating func step(_ value: Int) -> UInt8 {
    entry = ClusterBreakTable.step.utf8Start[Int(entry & 0x3E) << 3 | value]
    return entry & 1
  }
}

/// Calls `body` with the start of each extended grapheme cluster, in bytes.
///
/// - Complexity: O(*n*).
public func graphemeBoundaries(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (Int) -> Void) {
  guard let text = bytes.baseAddress else { return }
  var breaker = GraphemeBreaker()
  var place = 0
  while place < bytes.count {
    let start = place
    if breaker.step(ScalarProperties(decodedScalar(text, &place, bytes.count)).cluster) != 0 { body(start) }
  }
}
