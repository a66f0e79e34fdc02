/// What a token is.
public enum TokenKind: UInt8, Hashable, Sendable {
  /// Letters, with digits behind them where the script is Latin (`F16`).
  case word
  /// Digits, with one decimal mark where there is one; marks between thousands are left out.
  case number
  /// One punctuation mark or symbol.
  case punctuation
}

/// The script of a word.
public enum Script: UInt8, Hashable, Sendable {
  case latin
  case arabic
  case hebrew
  /// Any other, and no script at all (numbers, punctuation).
  case other
}

/// A word, number or punctuation mark of a text.
public struct Token: Hashable, Sendable {
  /// The token in its folded form, as `folded` makes it.
  public let folded: String

  /// Where it stands in the original: UTF-8 bytes, the marks on its letters included.
  public let range: Range<Int>

  /// What it is.
  public let kind: TokenKind

  /// Its script.
  public let script: Script

  /// Creates a token.
  public init(folded: String, range: Range<Int>, kind: TokenKind, script: Script) {
    self.folded = folded
    self.range = range
    self.kind = kind
    self.script = script
  }
}

/// The tokens of `text` in order.
///
/// A word ends where the script changes (`الـF16` is two), digits end an Arabic word (`الـ15` is two), and a mark of
/// abbreviation stays inside a Hebrew word. Blanks and directional controls belong to no token.
/// - Complexity: O(*n*) in the bytes of `text`.
public func tokens(in text: String) -> [Token] {
  var text = text
  var found: [Token] = []
  var scanner = TokenScanner()
  text.withUTF8 { bytes in
    found.reserveCapacity(bytes.count / 8)
    scanner.scan(bytes, punctuation: true) { token in
      found.append(
        Token(
          folded: String(decoding: token.folded, as: UTF8.self), range: token.start..<token.end, kind: token.kind,
          script: token.script))
      return true
    }
  }
  return found
}

/// A token as the scanner hands it over: valid only during the call.
public struct ScannedToken {
  /// The folded form, UTF-8.
  public let folded: UnsafeBufferPointer<UInt8>
  /// The first byte in the original.
  public let start: Int
  /// One past the last byte in the original.
  public let end: Int
  /// What it is.
  public let kind: TokenKind
  /// Its script.
  public let script: Script
}

/// Finds the tokens of UTF-8 bytes one after the other, without an allocation for each.
///
/// Keep one and use it again: it keeps its buffer. Bytes that are no UTF-8 count as punctuation, one each.
public struct TokenScanner {
  private var buffer: [UInt8] = []
  private let table = FoldingTable.shared

  /// Creates a scanner.
  public init() { buffer.reserveCapacity(256) }

  /// Calls `body` for each token in order until it returns `false`.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - punctuation: Whether punctuation marks are tokens.
  ///   - body: Must not keep what it is given.
  /// - Complexity: O(*n*).
  public mutating func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, punctuation: Bool, _ body: (ScannedToken) -> Bool
  ) {
    var at = 0
    // Whether the number at `at` follows a dot that follows a number, as in a date `7.10.2023`.
    var isAfterDot = false
    while at < bytes.count {
      let (scalar, length) = decoded(bytes, at: at)
      let entry = table.entry(scalar)
      let goesOn: Bool
      switch entry.role {
      case .space, .control, .mark, .hamzaAbove, .gershayim:
        at += length
        isAfterDot = false
        continue
      case .latin, .arabic, .hebrew, .letter:
        let end = word(bytes, from: at, role: entry.role)
        goesOn = emit(at..<end, .word, script(of: entry.role), body)
        at = end
        isAfterDot = false
      case .digit:
        let end = number(bytes, from: at, isAfterDot: isAfterDot)
        goesOn = emit(at..<end, .number, .other, body)
        at = end
        isAfterDot = end + 1 < bytes.count && bytes[end] == UInt8(ascii: ".") && isDigit(bytes, at: end + 1)
        if isAfterDot, !punctuation { at += 1 }
      case .other:
        let start = at
        at += length
        guard punctuation else { continue }
        buffer.removeAll(keepingCapacity: true)
        table.append(entry, to: &buffer)
        let wasAfterDot = isAfterDot
        at = skipMarks(bytes, from: at)
        isAfterDot = wasAfterDot
        goesOn = emit(start..<at, .punctuation, .other, body)
      }
      if !goesOn { return }
    }
  }

  private func emit(
    _ range: Range<Int>, _ kind: TokenKind, _ script: Script, _ body: (ScannedToken) -> Bool
  ) -> Bool {
    buffer.withUnsafeBufferPointer { folded in
      body(ScannedToken(folded: folded, start: range.lowerBound, end: range.upperBound, kind: kind, script: script))
    }
  }

  private func script(of role: ScalarRole) -> Script {
    switch role {
    case .latin: .latin
    case .arabic: .arabic
    case .hebrew: .hebrew
    default: .other
    }
  }

  /// Folds the word that begins at `start` into the buffer; returns its end.
  private mutating func word(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, role: ScalarRole) -> Int {
    buffer.removeAll(keepingCapacity: true)
    var at = start
    var end = start
    while at < bytes.count {
      let (scalar, length) = decoded(bytes, at: at)
      let entry = table.entry(scalar)
      switch entry.role {
      case role:
        table.append(entry, to: &buffer)
        end = at + length
      case .digit where role == .latin:
        table.append(entry, to: &buffer)
        end = at + length
      case .hamzaAbove:
        placeHamza(in: &buffer)
        end = at + length
      case .mark: end = at + length
      // A control inside a word is skipped; at its end it stays outside.
      case .control: break
      case .gershayim, .other:
        guard role == .hebrew, isGershayim(scalar), isHebrew(bytes, at: at + length) else { return end }
      default: return end
      }
      at += length
    }
    return end
  }

  private func isGershayim(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x22, 0x27, 0x5F3, 0x5F4, 0x2019, 0x201D: true
    default: false
    }
  }

  private func isHebrew(_ bytes: UnsafeBufferPointer<UInt8>, at: Int) -> Bool {
    at < bytes.count && table.entry(decoded(bytes, at: at).scalar).role == .hebrew
  }

  private func isDigit(_ bytes: UnsafeBufferPointer<UInt8>, at: Int) -> Bool {
    at < bytes.count && table.entry(decoded(bytes, at: at).scalar).role == .digit
  }

  private func skipMarks(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var at = start
    while at < bytes.count {
      let (scalar, length) = decoded(bytes, at: at)
      let role = table.entry(scalar).role
      guard role == .mark || role == .hamzaAbove else { break }
      at += length
    }
    return at
  }

  /// Folds the number that begins at `start` into the buffer; returns its end.
  private mutating func number(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isAfterDot: Bool) -> Int {
    buffer.removeAll(keepingCapacity: true)
    var end = digits(bytes, from: start, append: true).end
    var hasDecimals = isAfterDot
    while end < bytes.count {
      let (scalar, length) = decoded(bytes, at: end)
      let (next, count) = digits(bytes, from: end + length, append: false)
      let isComma = scalar == 0x2C || scalar == 0x66C
      let isPoint = scalar == 0x2E || scalar == 0x66B
      if isComma, count == 3, !hasDecimals {
        // Thousands: three digits and no more.
        end = digits(bytes, from: end + length, append: true).end
      } else if isPoint, count > 0, !hasDecimals, scalar == 0x66B || !isDotted(bytes, at: next) {
        // Decimals: one mark only, else it is a date or a version.
        hasDecimals = true
        buffer.append(UInt8(ascii: "."))
        end = digits(bytes, from: end + length, append: true).end
      } else {
        return end
      }
    }
    return end
  }

  private func isDotted(_ bytes: UnsafeBufferPointer<UInt8>, at: Int) -> Bool {
    at < bytes.count && bytes[at] == UInt8(ascii: ".") && isDigit(bytes, at: at + 1)
  }

  /// Walks over digits and the marks between them; returns the end and how many digits there were.
  private mutating func digits(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, append: Bool
  ) -> (end: Int, count: Int) {
    var at = start
    var end = start
    var count = 0
    while at < bytes.count {
      let (scalar, length) = decoded(bytes, at: at)
      let entry = table.entry(scalar)
      switch entry.role {
      case .digit:
        count += 1
        if append { table.append(entry, to: &buffer) }
        end = at + length
      case .mark where count > 0: end = at + length
      case .control where count > 0: break
      default: return (end, count)
      }
      at += length
    }
    return (end, count)
  }
}
