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
    let found = PresentationFormTable().entry(letter.value, form.rawValue)
    scalar = unsafeBitCast(found & ~PresentationFormTable.lacksMark, to: Unicode.Scalar.self)
    mark = found & PresentationFormTable.lacksMark == 0 ? nil : Self.missingMark(letter)
  }

  /// The mark that the forms of a letter's substitute lack.
  static func missingMark(_ letter: Unicode.Scalar) -> Unicode.Scalar { letter == "\u{6C2}" ? "\u{654}" : "\u{65A}" }

  /// The one character that stands for lam and an alef, or `nil` where the second is no alef that has one.
  ///
  /// - Parameters:
  ///   - alef: U+0622, U+0623, U+0625 or U+0627.
  ///   - isFinal: Whether the lam is joined to what stands before it.
  /// - Complexity: O(1).
  public static func lamAlef(_ alef: Unicode.Scalar, isFinal: Bool) -> Unicode.Scalar? {
    PresentationFormTable().lamAlef(alef.value, isFinal: isFinal)
  }
}

/// All presentation forms, for loops: the place of the table is looked up once.
public struct PresentationFormTable {
  @usableFromInline
  let bytes = ArabicFormTable.bytes.utf8Start

  /// The bit of an entry that says that the form lacks a mark.
  @inlinable
  public static var lacksMark: UInt32 { 1 << 31 }

  /// Creates a view of the table.
  public init() {}

  /// The code point to show for a scalar, with `lacksMark` set where `PresentationForm.mark` must be added.
  ///
  /// - Parameters:
  ///   - letter: Any scalar; what has no form for this side is given back.
  ///   - form: The number of its joining form.
  /// - Complexity: O(1).
  @inlinable
  @inline(__always)
  public func entry(_ letter: UInt32, _ form: UInt8) -> UInt32 {
    guard letter &- 0x600 < 0x100 else { return letter }
    let place = bytes + (Int(letter &- 0x600) * 8 + Int(form & 3) * 2)
    let high = UInt32(place[0] ^ 0x40)
    let distance = (high & 0x3F) << 7 | UInt32(place[1] ^ 0x40)
    return (distance == 0 ? letter : 0xFB00 + distance) | (distance == 0 ? 0 : (high & 0x40) << 25)
  }

  /// The one character for lam and an alef, or `nil` where the second is no alef that has one.
  ///
  /// - Complexity: O(1).
  @inlinable
  public func lamAlef(_ alef: UInt32, isFinal: Bool) -> Unicode.Scalar? {
    let row: Int
    switch alef {
    case 0x0622: row = 256
    case 0x0623: row = 257
    case 0x0625: row = 258
    case 0x0627: row = 259
    default: return nil
    }
    let place = bytes + (row * 8 + (isFinal ? 2 : 0))
    return Unicode.Scalar(0xFB00 + (UInt32(place[0] ^ 0x40) << 7 | UInt32(place[1] ^ 0x40)))
  }
}
