import ArabicText

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
