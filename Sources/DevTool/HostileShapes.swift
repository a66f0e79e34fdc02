/// Texts that make careless algorithms slow: deep, unclosed, or of one kind throughout.
struct HostileShape {
  /// What it is.
  let name: String
  /// What comes first.
  var head: [UInt32] = []
  /// What is repeated up to the length.
  let unit: [UInt32]
  /// What comes last.
  var tail: [UInt32] = []

  /// The text, as UTF-8.
  ///
  /// - Parameter count: The number of scalars, about.
  func text(_ count: Int) -> [UInt8] {
    let unit = Self.encoded(unit)
    var text = Self.encoded(head)
    for _ in 0..<max(1, count / self.unit.count) { text += unit }
    return text + Self.encoded(tail)
  }

  private static func encoded(_ scalars: [UInt32]) -> [UInt8] {
    scalars.compactMap(Unicode.Scalar.init).flatMap { UTF8.encode($0).map(Array.init) ?? [] }
  }

  private static let lri: UInt32 = 0x2066, rli: UInt32 = 0x2067, fsi: UInt32 = 0x2068, pdi: UInt32 = 0x2069
  private static let lre: UInt32 = 0x202A, rle: UInt32 = 0x202B, pdf: UInt32 = 0x202C, rlo: UInt32 = 0x202E
  private static let alef: UInt32 = 0x5D0, beh: UInt32 = 0x628

  /// All shapes.
  static let all: [HostileShape] = [
    HostileShape(name: "Arabic words", unit: [beh, 0x627, 0x644, 0x62F, 0x20]),
    HostileShape(name: "Latin words in Arabic", unit: [beh, 0x627, 0x20, 0x61, 0x62, 0x20]),
    HostileShape(name: "one word", unit: [beh]),
    HostileShape(name: "pairs of brackets", head: [alef], unit: [0x28, 0x29]),
    HostileShape(name: "open brackets", head: [alef], unit: [0x28]),
    HostileShape(name: "closed brackets", head: [alef], unit: [0x29]),
    HostileShape(
      name: "closed brackets after 62 of another kind", head: [alef] + Array(repeating: 0x28, count: 62), unit: [0x5D]),
    HostileShape(name: "brackets around a letter", unit: [0x28, alef, 0x29, 0x61]),
    HostileShape(
      name: "62 brackets open, then pairs", head: Array(repeating: 0x5B, count: 62) + [alef], unit: [0x28, 0x61, 0x29]),
    HostileShape(name: "a bracket and marks", head: [alef, 0x28], unit: [0x300], tail: [0x29]),
    HostileShape(name: "right-to-left embeddings", unit: [rle]),
    HostileShape(name: "isolates", unit: [lri]),
    HostileShape(name: "first strong isolates", unit: [fsi]),
    HostileShape(name: "first strong isolates with a letter at last", unit: [fsi], tail: [alef]),
    HostileShape(name: "ends of isolates", unit: [pdi]),
    HostileShape(name: "first strong isolates, closed", unit: [fsi, 0x21, pdi]),
    HostileShape(name: "isolates between letters", unit: [0x61, rli, alef, pdi]),
    HostileShape(name: "isolates in brackets", unit: [0x28, rli, alef, pdi]),
    HostileShape(name: "isolates, then their ends", unit: [rli, 0x61, lri, alef]),
    HostileShape(
      name: "60 isolates deep", unit: Array(repeating: rli, count: 60) + [0x61] + Array(repeating: pdi, count: 60)),
    HostileShape(
      name: "120 embeddings deep",
      unit: (0..<120).map { $0 % 2 == 0 ? rle : lre } + [0x61] + Array(repeating: pdf, count: 120)),
    HostileShape(name: "levels up and down", unit: [rle, alef, lre, 0x61, rle, alef, pdf, 0x61, pdf, alef, pdf]),
    HostileShape(name: "overrides", unit: [rlo, 0x61, pdf]),
    HostileShape(name: "terminators", head: [alef], unit: [0x24], tail: [0x31]),
    HostileShape(name: "terminators parted by nothing", head: [alef], unit: [0x24, 0xAD], tail: [0x31]),
    HostileShape(name: "separators between numbers", head: [beh], unit: [0x31, 0x2C]),
    HostileShape(name: "neutrals", head: [alef], unit: [0x21, 0xAD], tail: [0x61]),
    HostileShape(name: "ignored controls", head: [alef], unit: [0xAD]),
    HostileShape(name: "marks", head: [beh], unit: [0x64E]),
    HostileShape(name: "lam and marks", head: [0x644], unit: [0x64E], tail: [0x627]),
    HostileShape(name: "lams with marks", unit: [0x644, 0x64E]),
    HostileShape(name: "blanks", head: [alef], unit: [0x20], tail: [0x61]),
    HostileShape(name: "prefix, bracket, marks", unit: [0x24, 0x28, 0x300, 0x300, 0x300]),
    HostileShape(name: "letter, apostrophe, joiners", head: [0x61, 0x27], unit: [0x200D]),
    HostileShape(name: "letters and apostrophes", unit: [0x61, 0x27, 0x200D, 0x200D]),
    HostileShape(name: "flags", unit: [0x1F1E6]),
    HostileShape(name: "joined pictures", unit: [0x1F468, 0x200D]),
    HostileShape(name: "paragraph separators", unit: [alef, 0x2029]),
  ]
}
