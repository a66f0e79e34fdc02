/// The rules of UAX #14, from which the table of states is made.
///
/// - Source: UAX #14 for Unicode 15.0, rules LB2 to LB31, with numbers after example 7 of section 8.2, as in the
///   conformance file.
struct LineBreakRules: Hashable {
  /// Line_Break, in the order of `PropertyValues.lineBreak`.
  enum Value: UInt8, CaseIterable {
    case al, ba, bb, b2, bk, cb, cl, cm, cp, cpWide, cr, eb, em, ex, gl, h2, h3, hl, hy, id, idFree, `in`, `is`, jl
    case jt, jv, lf, nl, ns, nu, op, opWide, po, pr, qu, ri, sp, sy, wj, zw, zwj

    var isHard: Bool { self == .bk || self == .cr || self == .lf || self == .nl }

    var isLetter: Bool { self == .al || self == .hl }

    var isOpen: Bool { self == .op || self == .opWide }

    var isClose: Bool { self == .cl || self == .cp || self == .cpWide }

    var isIdeograph: Bool { self == .id || self == .idFree || self == .eb || self == .em }

    var isHangul: Bool { self == .jl || self == .jv || self == .jt || self == .h2 || self == .h3 }
  }

  /// What may happen before a character.
  enum Outcome: UInt8 {
    case prohibited, allowed, mandatory
    /// LB25: allowed unless a number follows the character, marks looked through.
    case allowedUnlessNumber
  }

  /// The class before, blanks and combining marks left out (LB9); `nil` at the start of a line.
  private var last: Value?
  /// Whether blanks stand between `last` and the next character.
  private var hasSpaces = false
  /// Whether the character directly before is a zero width joiner.
  private var isJoined = false
  /// LB25: 1 inside a number, 2 behind the bracket that closes one.
  private var number: UInt8 = 0
  private var isHalfFlag = false
  /// LB21a: `last` is a hyphen behind a Hebrew letter.
  private var isHebrewHyphen = false

  /// The table, with the numbers of `Outcome`.
  static func automaton() throws(UCDError) -> BreakAutomaton {
    try BreakAutomaton(symbols: Value.allCases.count, start: LineBreakRules()) { rules, symbol in
      rules.outcome(before: Value.allCases[symbol]).rawValue
    }
  }

  /// What may happen before the next character, of class `next`.
  private mutating func outcome(before next: Value) -> Outcome {
    if let last, last.isHard {  // LB4, LB5
      if last == .cr, next == .lf {
        self.last = .lf
        return .prohibited
      }
      self.last = nil
      hasSpaces = false
      isJoined = false
      _ = outcome(before: next)
      return .mandatory
    }
    if next == .cm || next == .zwj {
      let joined = isJoined
      isJoined = next == .zwj
      // LB9: a mark belongs to what stands before it.
      if let last, !hasSpaces, last != .zw { return .prohibited }
      // LB10: else it stands for a letter.
      return step(.al, joined: joined)
    }
    let joined = isJoined
    isJoined = false
    return step(next, joined: joined)
  }

  private mutating func step(_ next: Value, joined: Bool) -> Outcome {
    if next == .sp {
      // Blanks at the start of a line: nothing stands before them.
      hasSpaces = true
      return .prohibited  // LB7
    }
    let result = answer(before: next, joined: joined)
    switch next {
    case .nu: number = 1
    case .sy, .is: number = number == 1 && !hasSpaces ? 1 : 0
    case .cl, .cp, .cpWide: number = number == 1 && !hasSpaces ? 2 : 0
    default: number = 0
    }
    isHalfFlag = next == .ri && !(isHalfFlag && result == .prohibited)
    isHebrewHyphen = (next == .hy || next == .ba) && last == .hl && !hasSpaces
    last = next
    hasSpaces = false
    return result
  }

  private func answer(before next: Value, joined: Bool) -> Outcome {
    if next.isHard || next == .zw { return .prohibited }  // LB6, LB7
    if last == .zw { return .allowed }  // LB8
    if joined { return .prohibited }  // LB8a
    if next == .wj { return .prohibited }  // LB11
    if next.isClose || next == .ex || next == .is || next == .sy { return .prohibited }  // LB13
    guard let last else { return hasSpaces ? .allowed : .prohibited }  // LB2; LB18 behind blanks at the start
    if last.isOpen { return .prohibited }  // LB14
    if last == .qu, next.isOpen { return .prohibited }  // LB15
    if last.isClose, next == .ns { return .prohibited }  // LB16
    if last == .b2, next == .b2 { return .prohibited }  // LB17
    if hasSpaces { return .allowed }  // LB18
    if last == .wj || last == .gl { return .prohibited }  // LB11, LB12
    if next == .gl, last != .ba, last != .hy { return .prohibited }  // LB12a
    if next == .qu || last == .qu { return .prohibited }  // LB19
    if next == .cb || last == .cb { return .allowed }  // LB20
    if next == .ba || next == .hy || next == .ns || last == .bb { return .prohibited }  // LB21
    if isHebrewHyphen || last == .sy && next == .hl { return .prohibited }  // LB21a, LB21b
    if next == .in { return .prohibited }  // LB22
    return answer(between: last, and: next)
  }

  /// LB23 to LB31.
  private func answer(between last: Value, and next: Value) -> Outcome {
    if last.isLetter, next == .nu || next.isLetter { return .prohibited }  // LB23, LB28
    if last == .nu, next.isLetter { return .prohibited }  // LB23
    if last == .pr, next.isIdeograph || next.isHangul { return .prohibited }  // LB23a, LB27
    if last.isIdeograph || last.isHangul, next == .po { return .prohibited }  // LB23a, LB27
    let isAffix = last == .pr || last == .po
    if isAffix, next.isLetter { return .prohibited }  // LB24
    if last.isLetter, next == .pr || next == .po { return .prohibited }  // LB24
    // LB25
    if isAffix {
      if next == .nu { return .prohibited }
      if next.isOpen { return .allowedUnlessNumber }
    }
    if last == .hy, next == .nu { return .prohibited }
    if number == 1, next == .nu || next == .sy || next == .is || next.isClose { return .prohibited }
    if number != 0, next == .po || next == .pr { return .prohibited }
    // LB26
    if last == .jl, next == .jl || next == .jv || next == .h2 || next == .h3 { return .prohibited }
    if last == .jv || last == .h2, next == .jv || next == .jt { return .prohibited }
    if last == .jt || last == .h3, next == .jt { return .prohibited }
    if last == .is, next.isLetter { return .prohibited }  // LB29
    if last.isLetter || last == .nu, next == .op { return .prohibited }  // LB30
    if last == .cp, next.isLetter || next == .nu { return .prohibited }  // LB30
    if last == .ri, next == .ri, isHalfFlag { return .prohibited }  // LB30a
    if next == .em, last == .eb || last == .idFree { return .prohibited }  // LB30b
    return .allowed  // LB31
  }
}
