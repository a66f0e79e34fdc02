/// The Word_Break property.
///
/// The order of the cases is the order of the numbers in the generated table.
enum WordBreakClass: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  case other, cr, lf, newline, extend, zwj, regionalIndicator, format, katakana, hebrewLetter, aLetter, singleQuote
  case doubleQuote, midNumLet, midLetter, midNum, numeric, extendNumLet, wSegSpace

  /// AHLetter of UAX #29.
  @inline(__always)
  var isLetter: Bool { self == .aLetter || self == .hebrewLetter }

  /// MidNumLetQ of UAX #29.
  @inline(__always)
  var isMiddle: Bool { self == .midNumLet || self == .singleQuote }

  @inline(__always)
  var isNewline: Bool { self == .cr || self == .lf || self == .newline }

  /// What WB4 looks through.
  @inline(__always)
  var isIgnored: Bool { self == .extend || self == .format || self == .zwj }
}

/// Calls `body` with the start of each stretch between word boundaries, in bytes.
///
/// Stretches of blanks and punctuation are reported like words.
/// - Complexity: O(*n*).
/// - Source: UAX #29 for Unicode 15.0, section 4.1.1, rules WB3 to WB999.
public func wordBoundaries(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (Int) -> Void) {
  guard let text = bytes.baseAddress, bytes.count > 0 else { return }
  var breaker = WordBreaker(text: text, end: bytes.count)
  var place = 0
  while place < bytes.count {
    let start = place
    if breaker.isBoundary(before: decodedScalar(text, &place, bytes.count), end: place) { body(start) }
  }
}

/// `WordBreakClass` in bits 0–4, bit 5: Extended_Pictographic.
@inline(__always)
private func wordProperties(_ scalar: UInt32) -> UInt8 { ScalarTable.word.utf8Start[scalarRecord(scalar)] ^ 0x40 }

private struct WordBreaker {
  let text: UnsafePointer<UInt8>
  let end: Int

  /// The class before, and the class before that, both without what WB4 looks through; `nil` at the start.
  private var last: WordBreakClass?
  private var beforeLast: WordBreakClass?
  /// The class of the scalar directly before.
  private var direct: WordBreakClass?
  private var isHalfFlag = false

  init(text: UnsafePointer<UInt8>, end: Int) {
    self.text = text
    self.end = end
  }

  mutating func isBoundary(before scalar: UInt32, end place: Int) -> Bool {
    let properties = wordProperties(scalar)
    let next = unsafeBitCast(properties & 0x1F, to: WordBreakClass.self)
    let isPictographic = properties & 0x20 != 0
    let result = breaks(before: next, isPictographic: isPictographic, end: place)
    defer { direct = next }
    if next.isIgnored, let direct, !direct.isNewline { return result }
    if next == .regionalIndicator { isHalfFlag = result || !isHalfFlag } else { isHalfFlag = false }
    beforeLast = last
    last = next
    return result
  }

  private func breaks(before next: WordBreakClass, isPictographic: Bool, end place: Int) -> Bool {
    guard let last, let direct else { return true }  // WB1
    if direct == .cr, next == .lf { return false }  // WB3
    if direct.isNewline || next.isNewline { return true }  // WB3a, WB3b
    if direct == .zwj, isPictographic { return false }  // WB3c
    if direct == .wSegSpace, next == .wSegSpace { return false }  // WB3d
    if next.isIgnored { return false }  // WB4

    switch next {
    case .aLetter, .hebrewLetter:
      if last.isLetter || last == .numeric || last == .extendNumLet { return false }  // WB5, WB10, WB13b
      if last == .midLetter || last.isMiddle { return beforeLast?.isLetter != true }  // WB7
      return !(last == .doubleQuote && beforeLast == .hebrewLetter && next == .hebrewLetter)  // WB7c
    case .midLetter: return !(last.isLetter && follows(place) { $0.isLetter })  // WB6
    case .singleQuote, .midNumLet:
      if last == .hebrewLetter, next == .singleQuote { return false }  // WB7a
      if last.isLetter { return !follows(place) { $0.isLetter } }  // WB6
      return !(last == .numeric && follows(place) { $0 == .numeric })  // WB12
    case .doubleQuote: return !(last == .hebrewLetter && follows(place) { $0 == .hebrewLetter })  // WB7b
    case .midNum: return !(last == .numeric && follows(place) { $0 == .numeric })  // WB12
    case .numeric:
      if last == .numeric || last.isLetter || last == .extendNumLet { return false }  // WB8, WB9, WB13b
      return !((last == .midNum || last.isMiddle) && beforeLast == .numeric)  // WB11
    case .katakana: return !(last == .katakana || last == .extendNumLet)  // WB13, WB13b
    case .extendNumLet:  // WB13a
      return !(last.isLetter || last == .numeric || last == .katakana || last == .extendNumLet)
    case .regionalIndicator: return !(last == .regionalIndicator && isHalfFlag)  // WB15, WB16
    default: return true  // WB999
    }
  }

  /// Whether the next class from `place` on, without what WB4 looks through, is such a one.
  ///
  /// Only marks are looked through, and only from behind a character that is none, so no mark is read twice.
  private func follows(_ place: Int, _ isSuch: (WordBreakClass) -> Bool) -> Bool {
    var place = place
    while place < end {
      let scalar = decodedScalar(text, &place, end)
      let value = unsafeBitCast(wordProperties(scalar) & 0x1F, to: WordBreakClass.self)
      if !value.isIgnored { return isSuch(value) }
    }
    return false
  }
}
