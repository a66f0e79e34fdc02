import ArabicText
import Briefings

/// A briefing's title and text as tokens: read once, used by every rule.
struct Passage: Sendable {
  var tokens: [PassageToken] = []
  var letters: [UInt16] = []
  var readings: [Reading] = []
  let title: [UInt8]
  let text: [UInt8]

  init(_ briefing: Briefing, words: WordTable) {
    title = Array(briefing.title.utf8)
    text = Array(briefing.text.utf8)
    tokens.reserveCapacity(text.count / 8 + 16)
    letters.reserveCapacity(text.count / 2 + 64)
    readings.reserveCapacity(text.count / 6 + 16)
    var scanner = TokenScanner()
    scan(.title, title, words, &scanner)
    scan(.text, text, words, &scanner)
    pairMarks()
  }

  /// The bytes of one field.
  func bytes(of field: BriefingField) -> [UInt8] { field == .title ? title : text }

  /// The readings of a token.
  func readings(of token: Int) -> ArraySlice<Reading> {
    let token = tokens[token]
    return readings[Int(token.firstReading)..<Int(token.firstReading + token.readingCount)]
  }

  /// The folded letters of a token.
  func letters(of token: Int) -> ArraySlice<UInt16> {
    let token = tokens[token]
    return letters[Int(token.firstLetter)..<Int(token.firstLetter + token.letterCount)]
  }

  /// Whether a token is the first of the text or of its line.
  func startsLine(_ token: Int) -> Bool { token == 0 || tokens[token].startsLine }

  /// The byte at which a token begins when `skip` letters are taken off.
  func start(of index: Int, skipping skip: Int32) -> Int {
    let token = tokens[index]
    guard skip > 0 else { return Int(token.start) }
    return bytes(of: token.field).withUnsafeBufferPointer { bytes in
      var at = Int(token.start)
      var left = skip
      while at < Int(token.end) {
        let (scalar, length) = decodedScalar(bytes, at: at)
        if !isMark(scalar) {
          if left == 0 { break }
          left -= 1
        }
        at += length
      }
      return at
    }
  }

  /// The seat of the hamza under which the letter after `skip` letters of a token is written.
  func seat(of index: Int, skipping skip: Int32) -> PassageToken.Shape {
    let token = tokens[index]
    guard skip > 0 else { return token.shape.intersection(.seats) }
    let at = start(of: index, skipping: skip)
    let bytes = bytes(of: token.field)
    guard at + 1 < bytes.count, bytes[at] == 0xD8 else { return [] }
    switch bytes[at + 1] {
    case 0xA2: return .madda
    case 0xA3: return .hamzaAbove
    case 0xA5: return .hamzaBelow
    default: return []
    }
  }

  /// The text between two bytes of a field.
  func string(_ field: BriefingField, _ range: Range<Int>) -> String {
    String(decoding: bytes(of: field)[range], as: UTF8.self)
  }

  // MARK: Reading the fields

  mutating func scan(
    _ field: BriefingField, _ bytes: [UInt8], _ words: WordTable, _ scanner: inout TokenScanner
  ) {
    var last = 0
    bytes.withUnsafeBufferPointer { bytes in
      scanner.scan(bytes, punctuation: true) { token in
        append(token, field, bytes, last, words)
        last = token.end
        return true
      }
    }
  }

  mutating func append(
    _ token: ScannedToken, _ field: BriefingField, _ bytes: UnsafeBufferPointer<UInt8>, _ last: Int, _ words: WordTable
  ) {
    let firstLetter = letters.count
    appendUnits(token.folded)
    var startsLine = last == 0
    var isSpaced = last == 0
    for at in last..<token.start {
      let byte = bytes[at]
      if byte == 0x0A || byte == 0x0D { startsLine = true }
      if byte <= 0x20 || byte == 0xC2 || byte == 0xE3 { isSpaced = true }
    }
    let role: PassageToken.Role
    var shape: PassageToken.Shape = []
    var word = WordTable.unknown
    let firstReading = readings.count
    switch token.kind {
    case .word:
      role = .word
      shape = self.shape(bytes, token.start, token.end)
      word = words.find(letters, firstLetter..<letters.count)
      if word >= 0 { readings.append(Reading(word: word, skip: 0, particles: [])) }
      if token.script == .arabic { appendArabicReadings(firstLetter, words) }
      if token.script == .hebrew { appendHebrewReadings(firstLetter, words) }
    case .number:
      role = .number
      word = words.find(letters, firstLetter..<letters.count)
      if word >= 0 { readings.append(Reading(word: word, skip: 0, particles: [])) }
    case .punctuation:
      role = Self.role(of: decodedScalar(bytes, at: token.start).0)
    }
    tokens.append(
      PassageToken(
        role: role, field: field, start: Int32(token.start), end: Int32(token.end), firstLetter: Int32(firstLetter),
        letterCount: Int32(letters.count - firstLetter), isSpaced: isSpaced, startsLine: startsLine,
        script: token.script, shape: shape, word: word, firstReading: Int32(firstReading),
        readingCount: Int32(readings.count - firstReading)))
  }

  mutating func appendUnits(_ folded: UnsafeBufferPointer<UInt8>) {
    var at = 0
    while at < folded.count {
      let (scalar, length) = decodedScalar(folded, at: at)
      letters.append(scalar <= 0xFFFF ? UInt16(scalar) : 0xFFFD)
      at += length
    }
  }

  func shape(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> PassageToken.Shape {
    var shape: PassageToken.Shape = []
    guard end - start >= 2, bytes[start] >= 0xD8, bytes[start] <= 0xDB else { return shape }
    if bytes[start] == 0xD8, bytes[start + 1] == 0xA3 { shape.insert(.hamzaAbove) }
    if bytes[start] == 0xD8, bytes[start + 1] == 0xA5 { shape.insert(.hamzaBelow) }
    if bytes[start] == 0xD8, bytes[start + 1] == 0xA2 { shape.insert(.madda) }
    var at = end - 2
    var scalar = UInt16(bytes[at]) << 8 | UInt16(bytes[at + 1])
    // U+064B, tanween, before or after its alef.
    while scalar >= 0xD98B, scalar <= 0xD992, at - 2 >= start {
      if scalar == 0xD98B { shape.insert(.tanween) }
      at -= 2
      scalar = UInt16(bytes[at]) << 8 | UInt16(bytes[at + 1])
    }
    switch scalar {
    case 0xD989: shape.insert(.maqsura)
    case 0xD8A9: shape.insert(.tehMarbuta)
    case 0xD8A7: shape.insert(.tanween)
    default: break
    }
    return shape
  }

  static func role(of scalar: UInt32) -> PassageToken.Role {
    switch scalar {
    case 0x2C, 0x60C, 0x3001, 0xFF0C: .comma
    case 0x3B, 0x61B: .semicolon
    case 0x3A, 0xFF1A: .colon
    case 0x2E, 0x21, 0x3F, 0x61F, 0x2026, 0x6D4, 0x3002, 0x7C: .stop
    case 0xAB, 0x201C, 0x201E, 0x2039: .openQuote
    case 0xBB, 0x201D, 0x203A: .closeQuote
    // Which of the two it is shows when the marks are paired.
    case 0x22, 0xFF02: .openQuote
    case 0x28, 0x5B, 0x7B, 0xFD3E: .openBracket
    case 0x29, 0x5D, 0x7D, 0xFD3F: .closeBracket
    case 0x2D, 0x2010...0x2015, 0x2212: .dash
    default: .other
    }
  }
}
