/// A letter's picture for terminals that join nothing themselves: a code point and perhaps a mark on it.
public struct PresentationForm: Hashable, Sendable {
  /// The code point to show; the letter itself where it has no presentation form.
  public let scalar: Unicode.Scalar
  /// A mark that the code point lacks, to be shown on it before the letter's own marks.
  public let mark: Unicode.Scalar?

  /// The presentation form of a letter.
  ///
  /// Letters without forms of their own take those of a letter of the same shape, with a mark where one is missing.
  /// Where there is none either, or not for this side, the letter itself stands.
  /// - Parameters:
  ///   - letter: Any scalar; what is no Arabic letter stays as it is.
  ///   - form: How it is joined.
  /// - Complexity: O(1).
  /// - Source: decompositions of U+FB50–U+FEFC in UnicodeData.txt; the substitutes were looked at in terminals.
  public init(of letter: Unicode.Scalar, _ form: JoiningForm) {
    var shape = letter.value
    var mark: Unicode.Scalar?
    switch letter.value {
    case 0x0621: shape = 0  // Hamza joins nothing: its one form adds nothing, and fewer fonts have it.
    case 0x06D5: shape = 0x0647  // Ae of Sorani and Uyghur looks like heh, and never joins what follows.
    case 0x06C3: shape = 0x0629  // Teh marbuta goal.
    case 0x06C2:  // Heh goal with hamza above.
      shape = 0x06C1
      mark = "\u{0654}"
    case 0x06CE:  // Yeh with small v.
      shape = 0x06CC
      mark = "\u{065A}"
    case 0x06B5:  // Lam with small v.
      shape = 0x0644
      mark = "\u{065A}"
    default: break
    }
    if 0x0600...0x06FF ~= shape, let found = Self.stored(row: Int(shape - 0x0600), form) {
      scalar = found
      self.mark = mark
    } else {
      scalar = letter
      self.mark = nil
    }
  }

  /// The one character that stands for lam and an alef, or `nil` where the second is no alef that has one.
  ///
  /// - Parameters:
  ///   - alef: U+0622, U+0623, U+0625 or U+0627.
  ///   - isFinal: Whether the lam is joined to what stands before it.
  /// - Complexity: O(1).
  public static func lamAlef(_ alef: Unicode.Scalar, isFinal: Bool) -> Unicode.Scalar? {
    let row: Int
    switch alef.value {
    case 0x0622: row = 256
    case 0x0623: row = 257
    case 0x0625: row = 258
    case 0x0627: row = 259
    default: return nil
    }
    return stored(row: row, isFinal ? .final : .isolated)
  }

  private static func stored(row: Int, _ form: JoiningForm) -> Unicode.Scalar? {
    let place = ArabicFormTable.bytes.utf8Start + (row * 8 + Int(form.rawValue) * 2)
    let distance = UInt32(place[0] ^ 0x40) << 7 | UInt32(place[1] ^ 0x40)
    return distance == 0 ? nil : Unicode.Scalar(0xFB00 + distance)
  }
}
