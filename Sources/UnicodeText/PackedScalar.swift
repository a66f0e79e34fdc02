/// A scalar of a text, with what a layout in cells asks about it, in four bytes: of a long text they still fit where the
/// processor finds them again.
///
/// Its place in the text and its level are not in it: `length` adds up to the first, and `TextAnalyzer.levelRuns` has the
/// other.
public struct PackedScalar: Hashable, Sendable, BitwiseCopyable {
  /// Bits 0–20: `value`, 21 and 22: the joining form, 23: begins a cluster, 24: a line may end before it, 25: it must,
  /// 26: ends a line, 27: has a mirror image, 28–31: the number of its `CellKind`.
  public internal(set) var bits: UInt32

  @inline(__always)
  init(bits: UInt32) { self.bits = bits }

  /// A letter of one column that begins a cluster, before which no line may end.
  @inline(__always)
  init(letter: UInt32) { bits = letter | Self.beginning }

  /// - Parameters:
  ///   - beginsCluster: 1 or 0.
  ///   - outcome: 1 if a line may end before it, 2 if it must, else 0.
  @inline(__always)
  init(_ value: UInt32, _ properties: ScalarProperties, beginsCluster: UInt8, outcome: UInt8) {
    let all = properties.bits
    bits = value | UInt32(beginsCluster) << 23 | UInt32(outcome) << 24
    bits |= (all & 0x2000) << 13 | (all & 0x40_0000) << 5 | (all << 4) & 0xF000_0000
  }

  /// What one or two bytes that are no UTF-8 are instead of U+FFFD, which takes three.
  @inline(__always)
  static func malformed(_ length: Int) -> UInt32 {
    0x11_0000 | UInt32(truncatingIfNeeded: length) | UInt32(CellKind.unassigned.rawValue) << 28
  }

  static let joinedBefore: UInt32 = 1 << 21
  static let joinedBehind: UInt32 = 1 << 22
  static let beginning: UInt32 = 1 << 23

  /// The scalar's number; for bytes that are no UTF-8 above 0x10FFFF, unless they are three.
  @inlinable
  @inline(__always)
  public var value: UInt32 { bits & 0x1F_FFFF }

  /// The scalar; U+FFFD for bytes that are no UTF-8.
  @inlinable
  public var scalar: Unicode.Scalar { Unicode.Scalar(value) ?? "\u{FFFD}" }

  /// The bytes it takes in the text.
  @inlinable
  @inline(__always)
  public var length: UInt32 {
    let value = self.value
    if value > 0x10_FFFF { return value & 3 }
    return 1 &+ (value > 0x7F ? 1 : 0) &+ (value > 0x7FF ? 1 : 0) &+ (value > 0xFFFF ? 1 : 0)
  }

  /// What it is for a grid of cells.
  @inlinable
  @inline(__always)
  public var kind: CellKind { unsafeBitCast(UInt8(truncatingIfNeeded: bits >> 28), to: CellKind.self) }

  /// Whether its kind is `narrow`.
  @inlinable
  @inline(__always)
  public var isNarrow: Bool { bits < 1 << 28 }

  /// How it is joined to its neighbours.
  @inlinable
  @inline(__always)
  public var form: JoiningForm { unsafeBitCast(UInt8(truncatingIfNeeded: bits >> 21) & 3, to: JoiningForm.self) }

  /// Whether an extended grapheme cluster begins with it (UAX #29).
  @inlinable
  @inline(__always)
  public var beginsCluster: Bool { bits & 1 << 23 != 0 }

  /// Whether a line may or must end before it (UAX #14).
  @inlinable
  public var breakBefore: LineBreakKind {
    bits & 1 << 25 != 0 ? .mandatory : bits & 1 << 24 != 0 ? .allowed : .prohibited
  }

  /// Whether a line may, but need not end before it (UAX #14).
  @inlinable
  @inline(__always)
  public var mayBreakBefore: Bool { bits & 1 << 24 != 0 }

  /// Whether it is a line feed or something else that ends a line (UAX #14: BK, CR, LF, NL).
  @inlinable
  public var isLineEnd: Bool { bits & 1 << 26 != 0 }

  /// Whether another character's picture is its mirror image (UAX #9, L4).
  @inlinable
  @inline(__always)
  public var hasMirrorImage: Bool { bits & 1 << 27 != 0 }
}
