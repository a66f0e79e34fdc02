/// The rules of UAX #29 for extended grapheme clusters, from which the table of states is made.
///
/// - Source: UAX #29 for Unicode 15.0, section 3.1.1, rules GB3 to GB999.
struct ClusterBreakRules: Hashable {
  /// Grapheme_Cluster_Break, in the order of `PropertyValues.graphemeBreak`.
  enum Value: UInt8, CaseIterable {
    case other, cr, lf, control, extend, zwj, regionalIndicator, prepend, spacingMark, l, v, t, lv, lvt, pictographic
  }

  private var previous = Value.control
  /// Regional indicators before, since the last boundary between flags: odd or even.
  private var isHalfFlag = false
  /// 1 behind a pictograph and its extenders, 2 behind a joiner that follows those.
  private var pictograph: UInt8 = 0

  /// The table: 1 for a boundary before a value.
  static func automaton() throws(UCDError) -> BreakAutomaton {
    try BreakAutomaton(symbols: Value.allCases.count, start: ClusterBreakRules()) { rules, symbol in
      rules.isBoundary(before: Value.allCases[symbol]) ? 1 : 0
    }
  }

  /// Whether a cluster begins with the next scalar.
  private mutating func isBoundary(before next: Value) -> Bool {
    let result = breaks(before: next)
    isHalfFlag = next == .regionalIndicator && (result || !isHalfFlag)
    switch next {
    case .pictographic: pictograph = 1
    case .extend: pictograph = pictograph == 1 ? 1 : 0
    case .zwj: pictograph = pictograph == 1 ? 2 : 0
    default: pictograph = 0
    }
    previous = next
    return result
  }

  private func breaks(before next: Value) -> Bool {
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
