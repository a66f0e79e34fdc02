/// What a scalar is to folding and tokens.
enum ScalarRole: UInt8 {
  /// Punctuation and symbols: kept, a token of its own.
  case other
  /// Blanks and line breaks: kept, part of no token.
  case space
  case latin
  case arabic
  case hebrew
  /// A letter of another script.
  case letter
  /// A digit, Arabic-Indic and Persian ones included.
  case digit
  /// Dropped; belongs to the letter before it (vowel marks, tatweel, ZWNJ, variation selectors).
  case mark
  /// Dropped; belongs to nothing (directional controls, soft hyphen, byte order mark).
  case control
  /// The combining hamza above, dropped unless the letter before it is a seat.
  case hamzaAbove
  /// Geresh and gershayim: dropped, and joining the letters of a Hebrew abbreviation.
  case gershayim
}

/// One scalar's folding: its role, and the scalar or the sequence it becomes.
struct FoldingEntry {
  let bits: UInt32

  init(_ role: ScalarRole, _ scalar: UInt32) { bits = UInt32(role.rawValue) << 24 | scalar }

  init(_ role: ScalarRole, sequence: Int) { bits = UInt32(role.rawValue) << 24 | 1 << 23 | UInt32(sequence) }

  init(bits: UInt32) { self.bits = bits }

  /// What the scalar is.
  var role: ScalarRole { ScalarRole(rawValue: UInt8(bits >> 24)) ?? .other }

  /// Whether it becomes more than one scalar.
  var isSequence: Bool { bits & 1 << 23 != 0 }

  /// The scalar it becomes, or the number of the sequence.
  var value: UInt32 { bits & 0x7F_FFFF }
}

/// The folding of every scalar: two bytes of UTF-8 and fewer, and the presentation forms, by table, the rest by rule.
struct FoldingTable: Sendable {
  /// The one table; made on first use in well under a millisecond.
  static let shared = FoldingTable()

  /// Entries of U+0000…U+07FF.
  private let low: [UInt32]
  /// Entries of U+FB00…U+FEFF.
  private let forms: [UInt32]
  /// The UTF-8 of the sequences, one behind the other.
  private let sequenceBytes: [UInt8]
  /// Where each sequence begins, and where the last one ends.
  private let sequenceStarts: [Int]

  private init() {
    var sequences = SequenceList()
    var low: [UInt32] = []
    for scalar in UInt32(0)..<0x800 { low.append(Self.lowEntry(scalar, &sequences).bits) }
    forms = Self.formEntries(&sequences).map(\.bits)
    self.low = low
    sequenceBytes = sequences.bytes
    sequenceStarts = sequences.starts
  }

  /// The folding of one scalar.
  func entry(_ scalar: UInt32) -> FoldingEntry {
    if scalar < 0x800 { return FoldingEntry(bits: low[Int(scalar)]) }
    if 0xFB00 <= scalar, scalar < 0xFF00 { return FoldingEntry(bits: forms[Int(scalar - 0xFB00)]) }
    return highEntry(scalar)
  }

  /// Appends what an entry becomes.
  func append(_ entry: FoldingEntry, to bytes: inout [UInt8]) {
    if entry.isSequence {
      let number = Int(entry.value)
      bytes.append(contentsOf: sequenceBytes[sequenceStarts[number]..<sequenceStarts[number + 1]])
    } else {
      appendUTF8(entry.value, to: &bytes)
    }
  }
}

/// The sequences that single scalars become.
private struct SequenceList {
  var bytes: [UInt8] = []
  var starts = [0]

  mutating func add(_ sequence: some Sequence<UInt8>) -> Int {
    bytes.append(contentsOf: sequence)
    starts.append(bytes.count)
    return starts.count - 2
  }
}

extension FoldingTable {
  private static func lowEntry(_ scalar: UInt32, _ sequences: inout SequenceList) -> FoldingEntry {
    switch scalar {
    case 0..<0x80: asciiEntry(scalar)
    case 0x85, 0xA0: FoldingEntry(.space, scalar)
    case 0xAD: FoldingEntry(.control, 0)
    case 0xAA: FoldingEntry(.latin, 0x61)
    case 0xBA: FoldingEntry(.latin, 0x6F)
    case 0xC0..<0x250: latinEntry(scalar, &sequences)
    case 0x259: FoldingEntry(.latin, 0x65)
    case 0x250..<0x2B0: FoldingEntry(.latin, scalar)
    case 0x2B0..<0x300: FoldingEntry(.other, scalar)
    case 0x300..<0x370: FoldingEntry(.mark, 0)
    case 0x370..<0x590: greekOrCyrillicEntry(scalar)
    case 0x590..<0x600: hebrewEntry(scalar)
    case 0x600..<0x700, 0x750..<0x780: arabicEntry(scalar)
    default: generalEntry(scalar)
    }
  }

  private static func asciiEntry(_ scalar: UInt32) -> FoldingEntry {
    switch scalar {
    case 0x30...0x39: FoldingEntry(.digit, scalar)
    case 0x41...0x5A: FoldingEntry(.latin, scalar + 0x20)
    case 0x61...0x7A: FoldingEntry(.latin, scalar)
    case 0x09...0x0D, 0x20: FoldingEntry(.space, scalar)
    default: FoldingEntry(.other, scalar)
    }
  }

  private static func latinEntry(_ scalar: UInt32, _ sequences: inout SequenceList) -> FoldingEntry {
    let base = LetterLists.latin.utf8Start[Int(scalar - 0xC0)]
    if base != UInt8(ascii: "-") { return FoldingEntry(.latin, UInt32(base)) }
    let pair: StaticString? =
      switch scalar {
      case 0xC6, 0xE6, 0x1E2, 0x1E3, 0x1FC, 0x1FD: "ae"
      case 0xDE, 0xFE: "th"
      case 0xDF: "ss"
      case 0x132, 0x133: "ij"
      case 0x152, 0x153: "oe"
      case 0x1C4...0x1C6, 0x1F1...0x1F3: "dz"
      case 0x1C7...0x1C9: "lj"
      case 0x1CA...0x1CC: "nj"
      default: nil
      }
    if let pair {
      let number = sequences.add(UnsafeBufferPointer(start: pair.utf8Start, count: pair.utf8CodeUnitCount))
      return FoldingEntry(.latin, sequence: number)
    }
    return scalar == 0xD7 || scalar == 0xF7 ? FoldingEntry(.other, scalar) : generalEntry(scalar)
  }

  private static func greekOrCyrillicEntry(_ scalar: UInt32) -> FoldingEntry {
    switch scalar {
    case 0x386: FoldingEntry(.letter, 0x3B1)
    case 0x388, 0x389, 0x38A: FoldingEntry(.letter, [0x3B5, 0x3B7, 0x3B9][Int(scalar - 0x388)])
    case 0x38C: FoldingEntry(.letter, 0x3BF)
    case 0x38E: FoldingEntry(.letter, 0x3C5)
    case 0x38F: FoldingEntry(.letter, 0x3C9)
    case 0x391...0x3A9: FoldingEntry(.letter, scalar + 0x20)
    case 0x3AC...0x3AF: FoldingEntry(.letter, [0x3B1, 0x3B5, 0x3B7, 0x3B9][Int(scalar - 0x3AC)])
    case 0x3C2: FoldingEntry(.letter, 0x3C3)
    case 0x3CC: FoldingEntry(.letter, 0x3BF)
    case 0x3CD: FoldingEntry(.letter, 0x3C5)
    case 0x3CE: FoldingEntry(.letter, 0x3C9)
    case 0x401, 0x451: FoldingEntry(.letter, 0x435)
    case 0x400..<0x410: FoldingEntry(.letter, scalar + 0x50)
    case 0x410..<0x430: FoldingEntry(.letter, scalar + 0x20)
    default: generalEntry(scalar)
    }
  }

  private static func hebrewEntry(_ scalar: UInt32) -> FoldingEntry {
    switch scalar {
    case 0x5BE, 0x5C0, 0x5C3, 0x5C6: FoldingEntry(.other, scalar)
    case 0x591...0x5C7: FoldingEntry(.mark, 0)
    case 0x5D0...0x5F2: FoldingEntry(.hebrew, scalar)
    case 0x5F3, 0x5F4: FoldingEntry(.gershayim, 0)
    default: FoldingEntry(.other, scalar)
    }
  }

  private static func arabicEntry(_ scalar: UInt32) -> FoldingEntry {
    switch scalar {
    case 0x610...0x61A, 0x640, 0x64B...0x653, 0x655...0x65F, 0x670: FoldingEntry(.mark, 0)
    case 0x654: FoldingEntry(.hamzaAbove, 0)
    case 0x6D6...0x6DC, 0x6DF...0x6E4, 0x6E7, 0x6E8, 0x6EA...0x6ED: FoldingEntry(.mark, 0)
    case 0x61C: FoldingEntry(.control, 0)
    case 0x622, 0x623, 0x625, 0x627, 0x671...0x673, 0x675: FoldingEntry(.arabic, 0x627)
    case 0x624, 0x626, 0x621, 0x674: FoldingEntry(.arabic, 0x621)
    case 0x629, 0x647, 0x6BE, 0x6C0...0x6C3, 0x6D5: FoldingEntry(.arabic, 0x647)
    case 0x620, 0x649, 0x64A, 0x6CC, 0x6CD, 0x6CE, 0x6D0: FoldingEntry(.arabic, 0x64A)
    case 0x643, 0x6A9, 0x6AA: FoldingEntry(.arabic, 0x643)
    case 0x6D2, 0x6D3: FoldingEntry(.arabic, 0x6D2)
    // The letter that Arabic writes a foreign v with: one writer's and the next one's differ only by its dots.
    case 0x6A4: FoldingEntry(.arabic, 0x641)
    case 0x660...0x669: FoldingEntry(.digit, scalar - 0x630)
    case 0x6F0...0x6F9: FoldingEntry(.digit, scalar - 0x6C0)
    case 0x628...0x64A, 0x66E, 0x66F, 0x676...0x6D3, 0x6E5, 0x6E6, 0x6EE, 0x6EF, 0x6FA...0x6FC, 0x6FF,
      0x750...0x77F:
      FoldingEntry(.arabic, scalar)
    default: FoldingEntry(.other, scalar)
    }
  }

  /// Entries of U+FB00…U+FEFF.
  private static func formEntries(_ sequences: inout SequenceList) -> [FoldingEntry] {
    var entries = (UInt32(0xFB00)..<0xFF00).map { generalEntry($0) }
    func set(_ scalar: Int, _ entry: FoldingEntry) { entries[scalar - 0xFB00] = entry }
    for (offset, letters) in ["ff", "fi", "fl", "ffi", "ffl", "st", "st"].enumerated() {
      set(0xFB00 + offset, FoldingEntry(.latin, sequence: sequences.add(letters.utf8)))
    }
    set(0xFB1D, FoldingEntry(.hebrew, 0x5D9))
    set(0xFB1E, FoldingEntry(.mark, 0))
    set(0xFB1F, FoldingEntry(.hebrew, 0x5F2))
    var ligatureScalars = Array(0xFBEA..<0xFBFC)
    ligatureScalars.append(contentsOf: 0xFC00..<0xFDFD)
    let lists: [(StaticString, [Int], ScalarRole)] = [
      (LetterLists.ligatures, ligatureScalars, .arabic), (LetterLists.hebrew, Array(0xFB20..<0xFB50), .hebrew),
    ]
    for (list, scalars, role) in lists {
      for (scalar, letters) in zip(scalars, list.description.unicodeScalars.split(separator: " ")) {
        switch letters.first {
        case "-", "+": continue
        case ".": set(scalar, FoldingEntry(.mark, 0))
        default:
          let bytes = String(letters).utf8.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }
          set(scalar, FoldingEntry(role, sequence: sequences.add(bytes)))
        }
      }
    }
    let runs: [(StaticString, Int)] = [
      (LetterLists.formsA, 0xFB50), (LetterLists.formsC, 0xFBD3), (LetterLists.formsB, 0xFE80),
      ("ي4", 0xFBFC),
    ]
    for (run, first) in runs {
      var scalar = first
      for item in run.description.unicodeScalars.split(separator: " ") {
        guard let letter = item.first, let digit = item.last else { continue }
        for _ in 0..<Int(digit.value - 0x30) {
          set(scalar, FoldingEntry(.arabic, letter.value))
          scalar += 1
        }
      }
    }
    set(0xFBDD, FoldingEntry(.arabic, sequence: sequences.add("ۇء".utf8)))
    for scalar in 0xFE70...0xFE7F { set(scalar, FoldingEntry(.mark, 0)) }
    for scalar in 0xFEF5...0xFEFC { set(scalar, FoldingEntry(.arabic, sequence: sequences.add("لا".utf8))) }
    for scalar in 0xFE00...0xFE0F { set(scalar, FoldingEntry(.mark, 0)) }
    for scalar in 0xFE20...0xFE2F { set(scalar, FoldingEntry(.mark, 0)) }
    set(0xFEFF, FoldingEntry(.control, 0))
    return entries
  }

  /// The entry of a scalar outside both tables.
  private func highEntry(_ scalar: UInt32) -> FoldingEntry {
    switch scalar {
    case 0x200C, 0x200D: return FoldingEntry(.mark, 0)
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F: return FoldingEntry(.control, 0)
    case 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return FoldingEntry(.space, scalar)
    case 0x2010...0x20CF: return FoldingEntry(.other, scalar)
    case 0x890, 0x891, 0x8E2: return FoldingEntry(.other, scalar)
    case 0x8A0...0x8C9: return FoldingEntry(.arabic, scalar)
    case 0x898...0x89F, 0x8CA...0x8FF: return FoldingEntry(.mark, 0)
    case 0x1E00...0x1EFF:
      let base = LetterLists.latinAdditional.utf8Start[Int(scalar - 0x1E00)]
      if base != UInt8(ascii: "-") { return FoldingEntry(.latin, UInt32(base)) }
      return scalar == 0x1E9E ? entry(0xDF) : FoldingEntry(.latin, scalar)
    case 0xFF01...0xFF5E: return entry(scalar - 0xFEE0)
    default: return Self.generalEntry(scalar)
    }
  }

  /// An entry by the scalar's general category, for scripts that have no rules of their own here.
  private static func generalEntry(_ scalar: UInt32) -> FoldingEntry {
    guard let known = Unicode.Scalar(scalar) else { return FoldingEntry(.other, 0xFFFD) }
    switch known.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber:
      return FoldingEntry(.letter, known.properties.lowercaseMapping.unicodeScalars.first?.value ?? scalar)
    case .decimalNumber, .spacingMark: return FoldingEntry(.letter, scalar)
    case .nonspacingMark, .enclosingMark: return FoldingEntry(.mark, 0)
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: return FoldingEntry(.space, scalar)
    default: return FoldingEntry(.other, scalar)
    }
  }
}

/// Appends a scalar's UTF-8.
func appendUTF8(_ scalar: UInt32, to bytes: inout [UInt8]) {
  switch scalar {
  case 0..<0x80: bytes.append(UInt8(scalar))
  case 0x80..<0x800:
    bytes.append(UInt8(0xC0 | scalar >> 6))
    bytes.append(UInt8(0x80 | scalar & 0x3F))
  case 0x800..<0x1_0000:
    bytes.append(UInt8(0xE0 | scalar >> 12))
    bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
    bytes.append(UInt8(0x80 | scalar & 0x3F))
  default:
    bytes.append(UInt8(0xF0 | scalar >> 18))
    bytes.append(UInt8(0x80 | scalar >> 12 & 0x3F))
    bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
    bytes.append(UInt8(0x80 | scalar & 0x3F))
  }
}

/// Decodes the scalar at `at`; a byte that begins none counts as U+FFFD of one byte.
@inline(__always)
func decoded(_ bytes: UnsafeBufferPointer<UInt8>, at: Int) -> (scalar: UInt32, length: Int) {
  let lead = bytes[at]
  if lead < 0x80 { return (UInt32(lead), 1) }
  func tail(_ offset: Int) -> UInt32? {
    guard at + offset < bytes.count, bytes[at + offset] & 0xC0 == 0x80 else { return nil }
    return UInt32(bytes[at + offset] & 0x3F)
  }
  if lead < 0xE0 {
    guard lead >= 0xC2, let a = tail(1) else { return (0xFFFD, 1) }
    return (UInt32(lead & 0x1F) << 6 | a, 2)
  }
  if lead < 0xF0 {
    guard let a = tail(1), let b = tail(2) else { return (0xFFFD, 1) }
    return (UInt32(lead & 0x0F) << 12 | a << 6 | b, 3)
  }
  guard lead < 0xF5, let a = tail(1), let b = tail(2), let c = tail(3) else { return (0xFFFD, 1) }
  return (UInt32(lead & 0x07) << 18 | a << 12 | b << 6 | c, 4)
}
