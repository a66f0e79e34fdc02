/// The Line_Break property after rule LB1, with the divisions that LB30 and LB30b ask for.
///
/// The order of the cases is the order of the numbers in the generated table.
enum LineBreakClass: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  case al, ba, bb, b2, bk, cb, cl, cm, cp, cpWide, cr, eb, em, ex, gl, h2, h3, hl, hy, id, idFree, `in`, `is`, jl, jt
  case jv, lf, nl, ns, nu, op, opWide, po, pr, qu, ri, sp, sy, wj, zw, zwj
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
/// - Complexity: O(*n*), without allocations.
/// - Source: UAX #14 for Unicode 15.0, rules LB2 to LB31, with numbers after example 7 of section 8.2, as in the
///   conformance file.
public func lineBreaks(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (Int, LineBreakKind) -> Void) {
  guard let text = bytes.baseAddress else { return }
  let end = bytes.count
  withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 128) { places in  // Not more, to stay on the stack.
    guard let found = places.baseAddress else { return }
    var breaker = LineBreaker()
    var place = 0
    while place < end {
      let count = collectBreaks(text, &place, end, &breaker, found, limit: 112)
      for index in 0..<count {
        let start = Int(truncatingIfNeeded: found[index] >> 2)
        let kind = LineBreaker.kind(UInt8(truncatingIfNeeded: found[index] & 3), of: text, before: start, end: end)
        if kind != .prohibited { body(start, kind) }
      }
    }
  }
}

/// Collects outcomes that are no plain prohibition, without asking of each whether it is one: no branch depends on them.
///
/// - Parameters:
///   - place: Where to begin; moved behind what was read.
///   - found: Takes the places shifted up by two, and the outcomes; eight more than `limit` must have room.
/// - Returns: How many were found.
@inline(never)
private func collectBreaks(
  _ text: UnsafePointer<UInt8>, _ place: inout Int, _ end: Int, _ breaker: inout LineBreaker,
  _ found: UnsafeMutablePointer<UInt64>, limit: Int
) -> Int {
  // Copies that stay in registers.
  var states = breaker
  var at = place
  var next = found
  let stop = found + limit
  let bytes = UnsafeRawPointer(text)
  while at < end, next < stop {
    if at &+ 8 <= end {
      let word = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      if word & 0x8080_8080_8080_8080 == 0 {
        var rest = word
        for step in 0..<8 {
          let record = Int(ScalarTable.low.utf8Start[Int(rest & 0xFF)] ^ 0x40)
          let outcome = states.step(ScalarProperties(record: record).line)
          next.pointee = UInt64(truncatingIfNeeded: at &+ step) << 2 | UInt64(outcome)
          next += outcome == 0 ? 0 : 1
          rest >>= 8
        }
        at &+= 8
        continue
      }
    }
    let start = at
    let record = recordOfShort(text, &at, end) ?? scalarRecord(decodedScalar(text, &at, end))
    let outcome = states.step(ScalarProperties(record: record).line)
    next.pointee = UInt64(truncatingIfNeeded: start) << 2 | UInt64(outcome)
    next += outcome == 0 ? 0 : 1
  }
  breaker = states
  place = at
  return next - found
}

/// The record of a scalar that UTF-8 spells with one byte or two, and `place` moved behind it; `nil` for any other.
///
/// No branch depends on which of both it is: in Arabic a blank stands at every fifth place or so, too irregular for the
/// processor to foretell.
@inline(__always)
private func recordOfShort(_ text: UnsafePointer<UInt8>, _ place: inout Int, _ end: Int) -> Int? {
  guard place &+ 2 <= end else { return nil }
  let first = UInt32(text[place])
  let second = UInt32(text[place &+ 1])
  // 1 for a byte that is not ASCII, and all bits set then.
  let isLong = first >> 7
  let mask = 0 &- isLong
  // What must be 0: the distance from C2–DF, and from 80–BF for the second byte.
  let wrong = ((first &- 0xC2) > 0x1D ? 1 : 0) | (second ^ 0x80) >> 6
  guard wrong & mask == 0 else { return nil }
  let scalar = ((first & 0x1F) << 6 | second & 0x3F) & mask | first & ~mask
  place &+= 1 &+ Int(isLong)
  return Int(ScalarTable.low.utf8Start[Int(scalar)] ^ 0x40)
}

/// Finds line breaks, one scalar after the other: the rules as states, made of them by DevTables.
struct LineBreaker {
  /// The state's number, 64 added: as the table has it.
  private var state: UInt8 = 0x40

  /// `LineBreakRules.Outcome` of DevTables before the next scalar, which has that `LineBreakClass`.
  @inline(__always)
  mutating func step(_ value: Int) -> UInt8 {
    // States are stored with bit 6 turned over, which adds 64 to what is below.
    let place = Int(state) << 6 &+ value &- 0x40 << 6
    state = LineBreakTable.next.utf8Start[place]
    return LineBreakTable.outcome.utf8Start[place] ^ 0x40
  }

  /// What an outcome means.
  ///
  /// - Parameters:
  ///   - outcome: What `step` gave.
  ///   - start: Where the scalar after the break begins.
  @inline(__always)
  static func kind(_ outcome: UInt8, of text: UnsafePointer<UInt8>, before start: Int, end: Int) -> LineBreakKind {
    switch outcome {
    case 0: .prohibited
    case 1: .allowed
    case 2: .mandatory
    default: isNumberNext(text, start, end) ? .prohibited : .allowed
    }
  }

  /// LB25: whether a number follows the scalar at `start`, marks left out. Asked only behind a prefix before its
  /// bracket, so no mark is read twice.
  private static func isNumberNext(_ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var place = start
    _ = decodedScalar(text, &place, end)
    while place < end {
      let value = UInt8(truncatingIfNeeded: ScalarProperties(decodedScalar(text, &place, end)).line)
      if value != LineBreakClass.cm.rawValue, value != LineBreakClass.zwj.rawValue {
        return value == LineBreakClass.nu.rawValue
      }
    }
    return false
  }
}

/// Writes for each byte of an ASCII text whether a line may or must end before it: 0 for no, 1 for may, 2 for must.
///
/// - Parameters:
///   - bytes: A text in which every byte is below 128.
///   - outcomes: As long as `bytes`.
/// - Complexity: O(*n*).
public func asciiLineBreaks(_ bytes: UnsafeBufferPointer<UInt8>, into outcomes: UnsafeMutableBufferPointer<UInt8>) {
  precondition(outcomes.count == bytes.count, "\(outcomes.count) places for \(bytes.count) bytes")
  guard let text = bytes.baseAddress, let out = outcomes.baseAddress else { return }
  let count = bytes.count
  var breaker = LineBreaker()
  for place in 0..<count {
    let record = Int(ScalarTable.low.utf8Start[Int(text[place] & 0x7F)] ^ 0x40)
    let outcome = breaker.step(ScalarProperties(record: record).line)
    out[place] = outcome
    if outcome == 3 {
      out[place] = LineBreaker.kind(3, of: text, before: place, end: count) == .allowed ? 1 : 0
    }
  }
}
