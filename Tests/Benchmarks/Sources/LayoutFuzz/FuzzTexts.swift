import CReferences
import Measuring
import UnicodeText

/// A random text with its base direction.
struct FuzzText: Hashable {
  var scalars: [UInt32]
  /// 0 left to right, 1 right to left, 2 by the first strong character.
  var base: Int
}

/// Makes random texts, biased to what layout goes wrong on.
struct FuzzTexts {
  private var random: Random
  /// Scalars of each class on whose properties all libraries agree.
  private let byClass: [[UInt32]]
  private let joining: [[UInt32]]

  /// Characters with a rule of their own, by what they try.
  private static let controls: [UInt32] = [
    0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0x200E, 0x200F, 0x61C,
  ]
  private static let isolates: [UInt32] = [0x2066, 0x2067, 0x2068, 0x2069, 0x2069]
  private static let brackets: [UInt32] = [
    0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D, 0x2329, 0x232A, 0x3008, 0x3009, 0x298D, 0x298E, 0x298F, 0x2990, 0xFF08, 0xFF09,
    0xFD3E, 0xFD3F,
  ]
  private static let numbers: [UInt32] = [
    0x30, 0x31, 0x39, 0x660, 0x661, 0x6F1, 0x2B, 0x2D, 0x2C, 0x2E, 0x2F, 0x3A, 0x24, 0x25, 0xB0, 0x66A, 0x66C, 0xA0,
  ]
  private static let marks: [UInt32] = [0x300, 0x308, 0x591, 0x64E, 0x651, 0x670, 0x20E3, 0xFE0F]
  private static let letters: [UInt32] = [0x61, 0x7A, 0x5D0, 0x5EA, 0x627, 0x628, 0x633, 0x644, 0x6CC]
  private static let blanks: [UInt32] = [0x20, 0x20, 0x20, 0x9, 0xA0, 0x2003, 0x3000, 0x200B, 0x2060, 0xAD]
  private static let punctuation: [UInt32] = [
    0x21, 0x22, 0x27, 0x2D, 0x2E, 0x2F, 0x3A, 0x3B, 0x3F, 0xAB, 0xBB, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026,
    0x60C, 0x61B, 0x61F, 0x40, 0x26, 0x7C, 0xB7, 0x5BE, 0x5F3, 0x5F4, 0x2010, 0x2011, 0x5F,
  ]
  private static let arabic: [UInt32] = [
    0x621, 0x622, 0x623, 0x624, 0x625, 0x626, 0x627, 0x628, 0x629, 0x62A, 0x62F, 0x631, 0x640, 0x644, 0x644, 0x644,
    0x645, 0x648, 0x649, 0x64A, 0x671, 0x679, 0x67E, 0x686, 0x6A9, 0x6AF, 0x6BA, 0x6BE, 0x6C1, 0x6C3, 0x6CC, 0x6D2,
    0x64E, 0x64F, 0x650, 0x651, 0x652, 0x670, 0x200C, 0x200D, 0x20,
  ]
  private static let emoji: [UInt32] = [
    0x1F600, 0x1F468, 0x1F469, 0x200D, 0x200D, 0xFE0F, 0xFE0E, 0x1F3FB, 0x1F3FF, 0x1F1E6, 0x1F1E7, 0x1F1FA, 0x2764,
    0x23, 0x30, 0x20E3, 0x1F3F4, 0xE0067, 0xE007F, 0x231A, 0xA9,
  ]
  private static let hangul: [UInt32] = [0x1100, 0x1161, 0x11A8, 0xAC00, 0xAC01, 0x115F, 0x4E00, 0x3042, 0xFF76]

  init(seed: UInt64) {
    var random = Random(seed: seed)
    var byClass = [[UInt32]](repeating: [], count: BidiClass.allCases.count)
    var joining = [[UInt32]](repeating: [], count: JoiningType.allCases.count)
    for value: UInt32 in 0..<0x110000 {
      guard let scalar = Unicode.Scalar(value), Self.isAgreed(scalar) else { continue }
      byClass[Int(BidiClass(scalar).rawValue)].append(value)
      if JoiningType(scalar) != .nonJoining { joining[Int(JoiningType(scalar).rawValue)].append(value) }
    }
    // Paragraph separators stand only where a paragraph may end.
    byClass[Int(BidiClass.b.rawValue)] = []
    self.byClass = byClass.filter { !$0.isEmpty }
    self.joining = joining.filter { !$0.isEmpty }
    _ = random.next()
    self.random = random
  }

  /// Whether ours, FriBidi's and ICU's data give a scalar the same class, so that disagreements are those of rules.
  static func isAgreed(_ scalar: Unicode.Scalar) -> Bool {
    let direction = Int32(BidiClass(scalar).rawValue)
    return cr_icu_bidi_class(scalar.value) == direction && cr_fribidi_bidi_class(scalar.value) == direction
  }

  /// The next text.
  mutating func next() -> FuzzText {
    let base = random.below(3)
    var scalars: [UInt32] = []
    switch random.below(20) {
    case 0: return FuzzText(scalars: manyBrackets(), base: base)
    case 1: return FuzzText(scalars: deep(), base: base)
    default: break
    }
    let length = random.below(8) == 0 ? 20 + random.below(60) : 1 + random.below(14)
    let pools = pools()
    for _ in 0..<length { scalars.append(random.pick(random.pick(pools))) }
    if random.below(16) == 0 { scalars.append(random.pick([0x2029, 0xA, 0x85])) }
    return FuzzText(scalars: scalars, base: base)
  }

  /// The pools of one text: few, so that what belongs together meets.
  private mutating func pools() -> [[UInt32]] {
    let all = [
      Self.controls, Self.isolates, Self.brackets, Self.brackets, Self.numbers, Self.numbers, Self.marks, Self.letters,
      Self.letters, Self.blanks, Self.punctuation, Self.arabic, Self.emoji, Self.hangul,
    ]
    var result: [[UInt32]] = [Self.letters]
    for _ in 0..<1 + random.below(4) {
      switch random.below(10) {
      case 0: result.append(random.pick(byClass))
      case 1: result.append(random.pick(joining))
      default: result.append(random.pick(all))
      }
    }
    return result
  }

  /// More open brackets than BD16 allows, or nearly.
  private mutating func manyBrackets() -> [UInt32] {
    var scalars: [UInt32] = []
    let opener = random.pick([0x28, 0x5B, 0x3008] as [UInt32])
    let tail: [UInt32] = [0x61, 0x5D0, 0x28, 0x29, 0x5D, 0x5B, 0x20, 0x31, 0x300, 0x2067, 0x2069]
    for _ in 0..<random.below(8) { scalars.append(random.pick(tail)) }
    for _ in 0..<58 + random.below(9) { scalars.append(opener) }
    for _ in 0..<random.below(14) { scalars.append(random.pick(tail)) }
    return scalars
  }

  /// Levels about as deep as they go.
  private mutating func deep() -> [UInt32] {
    var scalars: [UInt32] = []
    let openers = [Self.controls[random.below(5)], random.pick(Self.isolates), 0x2067]
    for _ in 0..<50 + random.below(90) {
      scalars.append(random.below(6) == 0 ? random.pick(Self.letters) : random.pick(openers))
    }
    for _ in 0..<random.below(40) { scalars.append(random.pick([0x2069, 0x202C, 0x61, 0x5D0, 0x31, 0x28, 0x29])) }
    return scalars
  }
}

/// Makes a text that shows something as short and as plain as it can be made by leaving out and replacing.
func shrunk(_ text: FuzzText, while shows: (FuzzText) -> Bool) -> FuzzText {
  var text = text
  var size = max(1, text.scalars.count / 2)
  while size > 0 {
    var start = 0
    while start < text.scalars.count {
      var shorter = text
      shorter.scalars.removeSubrange(start..<min(start + size, text.scalars.count))
      if !shorter.scalars.isEmpty, shows(shorter) { text = shorter } else { start += size }
    }
    size /= 2
  }
  for base in [0, 1] where base < text.base {
    let plainer = FuzzText(scalars: text.scalars, base: base)
    if shows(plainer) { text = plainer }
  }
  for place in text.scalars.indices {
    for plain: UInt32 in [0x61, 0x5D0, 0x628, 0x31, 0x20, 0x21, 0x28, 0x29, 0x300] {
      if text.scalars[place] == plain { break }
      var plainer = text
      plainer.scalars[place] = plain
      if shows(plainer) {
        text = plainer
        break
      }
    }
  }
  return text
}
