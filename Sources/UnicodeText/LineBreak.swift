/// The Line_Break property after rule LB1, with the divisions that LB30 and LB30b ask for.
///
/// The order of the cases is the order of the numbers in the generated table.
enum LineBreakClass: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  case al, ba, bb, b2, bk, cb, cl, cm, cp, cpWide, cr, eb, em, ex, gl, h2, h3, hl, hy, id, idFree, `in`, `is`, jl, jt
  case jv, lf, nl, ns, nu, op, opWide, po, pr, qu, ri, sp, sy, wj, zw, zwj

  @inline(__always)
  init(_ scalar: UInt32) { self = unsafeBitCast(LineBreakTable.table[scalar], to: LineBreakClass.self) }

  @inline(__always)
  var isHard: Bool { self == .bk || self == .cr || self == .lf || self == .nl }

  @inline(__always)
  var isLetter: Bool { self == .al || self == .hl }

  @inline(__always)
  var isOpen: Bool { self == .op || self == .opWide }

  @inline(__always)
  var isClose: Bool { self == .cl || self == .cp || self == .cpWide }

  @inline(__always)
  var isIdeograph: Bool { self == .id || self == .idFree || self == .eb || self == .em }

  @inline(__always)
  var isHangul: Bool { self == .jl || self == .jv || self == .jt || self == .h2 || self == .h3 }
}

/// Whether a line may or must end between two characters.
public enum LineBreakKind: Hashable, Sendable {
  /// It may not.
  case prohibited
  /// It may.
  case allowed
  /// It must.
  case mandatory
}

/// Calls `body` with each place inside a text where a line may or must end, in bytes; the text's end is not reported.
///
/// - Complexity: O(*n*).
/// - Source: UAX #14 for Unicode 15.0, rules LB2 to LB31, with numbers after example 7 of section 8.2, as in the
///   conformance file.
public func lineBreaks(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (Int, LineBreakKind) -> Void) {
  guard let text = bytes.baseAddress else { return }
  var breaker = LineBreaker(text: text, end: bytes.count)
  var place = 0
  while place < bytes.count {
    let start = place
    let kind = breaker.kind(before: LineBreakClass(decodedScalar(text, &place, bytes.count)), end: place)
    if kind != .prohibited, start > 0 { body(start, kind) }
  }
}

/// Finds line breaks, one scalar after the other.
struct LineBreaker {
  private let text: UnsafePointer<UInt8>
  private let end: Int

  /// The class before, blanks and combining marks left out (LB9); `nil` at the start of a line.
  private var last: LineBreakClass?
  /// Whether blanks stand between `last` and the next character.
  private var hasSpaces = false
  /// Whether the character directly before is a zero width joiner.
  private var isJoined = false
  /// LB25: 1 inside a number, 2 behind the bracket that closes one.
  private var number: UInt8 = 0
  private var isHalfFlag = false
  /// LB21a: `last` is a hyphen behind a Hebrew letter.
  private var isHebrewHyphen = false

  init(text: UnsafePointer<UInt8>, end: Int) {
    self.text = text
    self.end = end
  }

  /// What may happen before the next character, of class `next`, behind which `place` stands.
  mutating func kind(before next: LineBreakClass, end place: Int) -> LineBreakKind {
    if let last, last.isHard {  // LB4, LB5
      if last == .cr, next == .lf {
        self.last = .lf
        return .prohibited
      }
      self.last = nil
      hasSpaces = false
      isJoined = false
      _ = kind(before: next, end: place)
      return .mandatory
    }
    if next == .cm || next == .zwj {
      let joined = isJoined
      isJoined = next == .zwj
      // LB9: a mark belongs to what stands before it.
      if let last, !hasSpaces, last != .zw { return .prohibited }
      // LB10: else it stands for a letter.
      return step(.al, joined: joined, end: place)
    }
    let joined = isJoined
    isJoined = false
    return step(next, joined: joined, end: place)
  }

  private mutating func step(_ next: LineBreakClass, joined: Bool, end place: Int) -> LineBreakKind {
    if next == .sp {
      // Blanks at the start of a line: nothing stands before them.
      let result: LineBreakKind = .prohibited  // LB7
      hasSpaces = true
      return result
    }
    let breaks = isAllowed(before: next, joined: joined, end: place)
    switch next {
    case .nu: number = 1
    case .sy, .is: number = number == 1 && !hasSpaces ? 1 : 0
    case .cl, .cp, .cpWide: number = number == 1 && !hasSpaces ? 2 : 0
    default: number = 0
    }
    isHalfFlag = next == .ri && !(isHalfFlag && !breaks)
    isHebrewHyphen = (next == .hy || next == .ba) && last == .hl && !hasSpaces
    last = next
    hasSpaces = false
    return breaks ? .allowed : .prohibited
  }

  private func isAllowed(before next: LineBreakClass, joined: Bool, end place: Int) -> Bool {
    if next.isHard || next == .zw { return false }  // LB6, LB7
    if last == .zw { return true }  // LB8
    if joined { return false }  // LB8a
    if next == .wj { return false }  // LB11
    if next.isClose || next == .ex || next == .is || next == .sy { return false }  // LB13
    guard let last else { return hasSpaces }  // LB2; LB18 behind blanks at the start
    if last.isOpen { return false }  // LB14
    if last == .qu, next.isOpen { return false }  // LB15
    if last.isClose, next == .ns { return false }  // LB16
    if last == .b2, next == .b2 { return false }  // LB17
    if hasSpaces { return true }  // LB18
    if last == .wj || last == .gl { return false }  // LB11, LB12
    if next == .gl, last != .ba, last != .hy { return false }  // LB12a
    if next == .qu || last == .qu { return false }  // LB19
    if next == .cb || last == .cb { return true }  // LB20
    if next == .ba || next == .hy || next == .ns || last == .bb { return false }  // LB21
    if isHebrewHyphen || last == .sy && next == .hl { return false }  // LB21a, LB21b
    if next == .in { return false }  // LB22
    return isAllowed(between: last, and: next, end: place)
  }

  /// LB23 to LB31.
  private func isAllowed(between last: LineBreakClass, and next: LineBreakClass, end place: Int) -> Bool {
    if last.isLetter, next == .nu || next.isLetter { return false }  // LB23, LB28
    if last == .nu, next.isLetter { return false }  // LB23
    if last == .pr, next.isIdeograph || next.isHangul { return false }  // LB23a, LB27
    if last.isIdeograph || last.isHangul, next == .po { return false }  // LB23a, LB27
    let isAffix = last == .pr || last == .po
    if isAffix, next.isLetter { return false }  // LB24
    if last.isLetter, next == .pr || next == .po { return false }  // LB24
    // LB25
    if isAffix {
      if next == .nu { return false }
      if next.isOpen || next == .hy, self.next(from: place) == .nu { return false }
    }
    if last == .hy, next == .nu { return false }
    if number == 1, next == .nu || next == .sy || next == .is || next.isClose { return false }
    if number != 0, next == .po || next == .pr { return false }
    // LB26
    if last == .jl, next == .jl || next == .jv || next == .h2 || next == .h3 { return false }
    if last == .jv || last == .h2, next == .jv || next == .jt { return false }
    if last == .jt || last == .h3, next == .jt { return false }
    if last == .is, next.isLetter { return false }  // LB29
    if last.isLetter || last == .nu, next == .op { return false }  // LB30
    if last == .cp, next.isLetter || next == .nu { return false }  // LB30
    if last == .ri, next == .ri, isHalfFlag { return false }  // LB30a
    if next == .em, last == .eb || last == .idFree { return false }  // LB30b
    return true  // LB31
  }

  /// The class at `place`, marks left out. Read only behind a prefix with its bracket, so no mark is read twice.
  private func next(from place: Int) -> LineBreakClass? {
    var place = place
    while place < end {
      let value = LineBreakClass(decodedScalar(text, &place, end))
      if value != .cm, value != .zwj { return value }
    }
    return nil
  }
}
