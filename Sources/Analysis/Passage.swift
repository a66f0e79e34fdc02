import ArabicText
import Briefings

/// One token of a passage.
struct PassageToken: Sendable {
  /// What a token does in a sentence.
  enum Role: UInt8, Sendable {
    case word, number, comma, semicolon, colon, stop, openQuote, closeQuote, openBracket, closeBracket, dash, other
  }

  var role: Role
  /// The field it stands in.
  let field: BriefingField
  /// Its first byte in the field.
  let start: Int32
  /// One past its last byte in the field.
  let end: Int32
  /// Where its folded letters begin in the passage's letters.
  let firstLetter: Int32
  /// How many folded letters it has.
  let letterCount: Int32
  /// Whether a blank or a line break stands before it.
  let isSpaced: Bool
  /// Whether it is the first of its line.
  let startsLine: Bool
  /// The script of a word.
  let script: Script
  /// What the spelling shows and folding hides.
  let shape: Shape
  /// The number of the whole word in the lexicon, or `WordTable.unknown`.
  let word: Int32
  /// Where its readings begin in the passage's readings.
  var firstReading: Int32
  /// How many readings it has.
  var readingCount: Int32
  /// For a quotation mark or bracket, its partner's index; -1 when it has none.
  var partner: Int32 = -1

  /// What the spelling shows and folding hides.
  struct Shape: OptionSet, Sendable {
    let rawValue: UInt8
    /// Ends in ى.
    static let maqsura = Shape(rawValue: 1)
    /// Ends in ة.
    static let tehMarbuta = Shape(rawValue: 2)
    /// Ends in an alef with or without tanween (مضيفا، مؤكداً).
    static let tanween = Shape(rawValue: 4)
    /// Begins with أ.
    static let hamzaAbove = Shape(rawValue: 8)
    /// Begins with إ.
    static let hamzaBelow = Shape(rawValue: 16)
    /// Begins with آ.
    static let madda = Shape(rawValue: 32)
    static let seats: Shape = [.hamzaAbove, .hamzaBelow, .madda]
  }
}

/// One way to read a token: with or without attached particles.
struct Reading: Sendable {
  /// The particles that are taken off.
  struct Particles: OptionSet, Sendable {
    let rawValue: UInt8
    /// و
    static let and = Particles(rawValue: 1)
    /// ف
    static let then = Particles(rawValue: 2)
    /// ب
    static let with = Particles(rawValue: 4)
    /// ل
    static let to = Particles(rawValue: 8)
    /// ك
    static let like = Particles(rawValue: 16)
    /// س of the future
    static let will = Particles(rawValue: 32)
    static let prepositions: Particles = [.with, .to, .like]
    static let conjunctions: Particles = [.and, .then]
  }

  /// The number of the word in the lexicon.
  let word: Int32
  /// How many letters are taken off.
  let skip: Int32
  let particles: Particles
}

/// A briefing's title and text as tokens: read once, used by every rule.
struct Passage: Sendable {
  private(set) var tokens: [PassageToken] = []
  private(set) var letters: [UInt16] = []
  private(set) var readings: [Reading] = []
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

  private mutating func scan(
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

  private mutating func append(
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

  private mutating func appendUnits(_ folded: UnsafeBufferPointer<UInt8>) {
    var at = 0
    while at < folded.count {
      let (scalar, length) = decodedScalar(folded, at: at)
      letters.append(scalar <= 0xFFFF ? UInt16(scalar) : 0xFFFD)
      at += length
    }
  }

  private func shape(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> PassageToken.Shape {
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

  private static func role(of scalar: UInt32) -> PassageToken.Role {
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

  // MARK: Attached particles

  private mutating func appendArabicReadings(_ first: Int, _ words: WordTable) {
    let end = letters.count
    appendParticleReadings(first, first, [], end, words)
    guard end - first >= 3 else { return }
    switch letters[first] {
    case Letter.waw: appendAfterConjunction(first, .and, end, words)
    case Letter.feh: appendAfterConjunction(first, .then, end, words)
    // A doubled alef is a slip of the keyboard (االرئيس).
    case Letter.alef where letters[first + 1] == Letter.alef:
      addReading(first, first + 1, [], end, words)
    default: break
    }
  }

  private mutating func appendAfterConjunction(
    _ first: Int, _ particle: Reading.Particles, _ end: Int, _ words: WordTable
  ) {
    addReading(first, first + 1, particle, end, words)
    appendParticleReadings(first, first + 1, particle, end, words)
  }

  /// Readings without ب، ل، ك، س or لل at `at`.
  private mutating func appendParticleReadings(
    _ first: Int, _ at: Int, _ particles: Reading.Particles, _ end: Int, _ words: WordTable
  ) {
    guard end - at >= 3 else { return }
    switch letters[at] {
    case Letter.beh: addReading(first, at + 1, particles.union(.with), end, words)
    case Letter.kaf: addReading(first, at + 1, particles.union(.like), end, words)
    case Letter.seen: addReading(first, at + 1, particles.union(.will), end, words)
    case Letter.lam:
      addReading(first, at + 1, particles.union(.to), end, words)
      // لل hides the alef of the article.
      if letters[at + 1] == Letter.lam, end - at >= 4 {
        let word = words.find(letters, at + 2..<end, article: true)
        if word >= 0 {
          readings.append(Reading(word: word, skip: Int32(at + 2 - first), particles: particles.union(.to)))
        }
      }
    default: break
    }
  }

  private mutating func addReading(
    _ first: Int, _ at: Int, _ particles: Reading.Particles, _ end: Int, _ words: WordTable
  ) {
    guard end - at >= 2 else { return }
    let word = words.find(letters, at..<end)
    if word >= 0 { readings.append(Reading(word: word, skip: Int32(at - first), particles: particles)) }
  }

  private mutating func appendHebrewReadings(_ first: Int, _ words: WordTable) {
    let end = letters.count
    for skip in 1...2 where end - first >= skip + 2 {
      // ו ה ב ל מ ש כ
      guard [0x5D5, 0x5D4, 0x5D1, 0x5DC, 0x5DE, 0x5E9, 0x5DB].contains(letters[first + skip - 1]) else { return }
      let conjunction = letters[first] == 0x5D5
      addReading(first, first + skip, conjunction ? .and : .with, end, words)
    }
  }

  // MARK: Quotation marks and brackets

  /// Gives every quotation mark and bracket its partner, line by line.
  ///
  /// A mark without direction opens or closes by the blanks around it, and by turns where they do not tell; one that is
  /// left over stays alone, so that a forgotten mark spoils one quotation and not the rest of the line.
  private mutating func pairMarks() {
    var openQuote = -1
    var openBrackets: [Int] = []
    for index in tokens.indices {
      if tokens[index].startsLine {
        openQuote = -1
        openBrackets.removeAll(keepingCapacity: true)
      }
      switch tokens[index].role {
      case .openQuote where isNeutralQuote(index):
        let side = side(of: index)
        if openQuote >= 0, side != .opens || !isNeutralQuote(openQuote) {
          tokens[index].role = .closeQuote
          pair(openQuote, index)
          openQuote = -1
        } else if side == .closes {
          tokens[index].role = .closeQuote
        } else {
          openQuote = index
        }
      case .openQuote: openQuote = index
      case .closeQuote where openQuote >= 0:
        pair(openQuote, index)
        openQuote = -1
      case .openBracket: openBrackets.append(index)
      case .closeBracket:
        if let open = openBrackets.popLast() { pair(open, index) }
      default: break
      }
    }
  }

  private enum Side { case opens, closes, unclear }

  /// What the blanks around a mark say.
  private func side(of index: Int) -> Side {
    let isLast = index + 1 == tokens.count || tokens[index + 1].startsLine
    let before = tokens[index].isSpaced || startsLine(index)
    let after = isLast || tokens[index + 1].isSpaced
    // A mark before a full stop or a comma closes.
    if !isLast, !after, [.comma, .stop, .semicolon].contains(tokens[index + 1].role) { return .closes }
    if before, !after { return .opens }
    if !before, after { return .closes }
    return .unclear
  }

  private mutating func pair(_ open: Int, _ close: Int) {
    tokens[open].partner = Int32(close)
    tokens[close].partner = Int32(open)
  }

  private func isNeutralQuote(_ index: Int) -> Bool {
    tokens[index].letterCount == 1 && letters[Int(tokens[index].firstLetter)] == 0x22
  }
}

/// Letters that the rules ask for by name, as folding leaves them.
enum Letter {
  static let alef: UInt16 = 0x627
  static let beh: UInt16 = 0x628
  static let teh: UInt16 = 0x62A
  static let seen: UInt16 = 0x633
  static let feh: UInt16 = 0x641
  static let kaf: UInt16 = 0x643
  static let lam: UInt16 = 0x644
  static let meem: UInt16 = 0x645
  static let noon: UInt16 = 0x646
  static let heh: UInt16 = 0x647
  static let waw: UInt16 = 0x648
  static let yeh: UInt16 = 0x64A
}

/// The scalar that begins at a byte of valid UTF-8, and its length.
@inline(__always)
func decodedScalar(_ bytes: UnsafeBufferPointer<UInt8>, at: Int) -> (UInt32, Int) {
  let first = UInt32(bytes[at])
  if first < 0x80 { return (first, 1) }
  let left = bytes.count - at
  if first < 0xE0, left >= 2 { return ((first & 0x1F) << 6 | UInt32(bytes[at + 1] & 0x3F), 2) }
  if first < 0xF0, left >= 3 {
    return ((first & 0x0F) << 12 | UInt32(bytes[at + 1] & 0x3F) << 6 | UInt32(bytes[at + 2] & 0x3F), 3)
  }
  guard left >= 4 else { return (0xFFFD, 1) }
  let high = (first & 0x07) << 18 | UInt32(bytes[at + 1] & 0x3F) << 12
  return (high | UInt32(bytes[at + 2] & 0x3F) << 6 | UInt32(bytes[at + 3] & 0x3F), 4)
}

/// Whether a scalar stands on the letter before it, or shows nothing.
func isMark(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x640, 0x64B...0x65F, 0x670, 0x610...0x61A, 0x6D6...0x6ED, 0x300...0x36F, 0x591...0x5BD, 0x5BF...0x5C7,
    0x200B...0x200F, 0x61C, 0x202A...0x202E, 0x2060...0x2069, 0xAD:
    true
  default: false
  }
}

/// The units that a form of the lexicon or a word in the code is compared as, word by word.
func foldedWords(_ text: String) -> [[UInt16]] {
  var words: [[UInt16]] = []
  var scanner = TokenScanner()
  var text = text
  text.withUTF8 { bytes in
    scanner.scan(bytes, punctuation: false) { token in
      var units: [UInt16] = []
      var at = 0
      while at < token.folded.count {
        let (scalar, length) = decodedScalar(token.folded, at: at)
        units.append(scalar <= 0xFFFF ? UInt16(scalar) : 0xFFFD)
        at += length
      }
      words.append(units)
      return true
    }
  }
  return words
}
