/// The Grapheme_Cluster_Break property, with Extended_Pictographic as one of its values.
///
/// The order of the cases is the order of the numbers in the generated table.
enum GraphemeBreakClass: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  case other, cr, lf, control, extend, zwj, regionalIndicator, prepend, spacingMark, l, v, t, lv, lvt, pictographic

  @inline(__always)
  init(_ scalar: UInt32) { self = unsafeBitCast(GraphemeTable.table[scalar], to: GraphemeBreakClass.self) }
}

/// Finds the boundaries of extended grapheme clusters, one scalar after the other.
///
/// - Source: UAX #29 for Unicode 15.0, section 3.1.1, rules GB3 to GB999.
public struct GraphemeBreaker: Sendable {
  private var previous = GraphemeBreakClass.control
  /// Regional indicators before, since the last boundary between flags: odd or even.
  private var isHalfFlag = false
  /// 1 behind a pictograph and its extenders, 2 behind a joiner that follows those.
  private var pictograph: UInt8 = 0

  /// Creates a breaker at the start of a text.
  public init() {}

  /// Whether a cluster begins with the next scalar; the first scalar begins one.
  ///
  /// - Complexity: O(1).
  public mutating func isBoundary(before scalar: Unicode.Scalar) -> Bool { isBoundary(before: scalar.value) }

  @inline(__always)
  mutating func isBoundary(before scalar: UInt32) -> Bool {
    let next = GraphemeBreakClass(scalar)
    let result = breaks(before: next)
    switch next {
    case .regionalIndicator: isHalfFlag = result || !isHalfFlag
    default: isHalfFlag = false
    }
    switch next {
    case .pictographic: pictograph = 1
    case .extend: pictograph = pictograph == 1 ? 1 : 0
    case .zwj: pictograph = pictograph == 1 ? 2 : 0
    default: pictograph = 0
    }
    previous = next
    return result
  }

  private func breaks(before next: GraphemeBreakClass) -> Bool {
    switch (previous, next) {
    case (.cr, .lf): return false  // GB3
    case (.control, _), (.cr, _), (.lf, _), (_, .control), (_, .cr), (_, .lf): return true  // GB4, GB5
    case (.l, .l), (.l, .v), (.l, .lv), (.l, .lvt): return false  // GB6
    case (.lv, .v), (.lv, .t), (.v, .v), (.v, .t): return false  // GB7
    case (.lvt, .t), (.t, .t): return false  // GB8
    case (_, .extend), (_, .zwj), (_, .spacingMark), (.prepend, _): return false  // GB9, GB9a, GB9b
    case (.zwj, .pictographic): return pictograph != 2  // GB11
    case (.regionalIndicator, .regionalIndicator): return !isHalfFlag  // GB12, GB13
    default: return true  // GB999
    }
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
    if breaker.isBoundary(before: decodedScalar(text, &place, bytes.count)) { body(start) }
  }
}
