/// The Bidi_Class property: what part a character plays in the order of text.
///
/// The order of the cases is the order of the numbers in the generated table.
/// - Source: UAX #9, section 3.2, table 4.
public enum BidiClass: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  /// Left-to-right letter.
  case l
  /// Right-to-left letter, such as Hebrew.
  case r
  /// Right-to-left Arabic letter.
  case al
  /// European digit.
  case en
  /// European separator: plus, minus.
  case es
  /// European terminator: degree and currency signs, percent.
  case et
  /// Arabic-Indic digit.
  case an
  /// Common separator: colon, comma, full stop.
  case cs
  /// Nonspacing mark.
  case nsm
  /// Boundary neutral: controls that have no part in it.
  case bn
  /// Paragraph separator.
  case b
  /// Segment separator: tab.
  case s
  /// White space.
  case ws
  /// Other neutral.
  case on
  /// Left-to-right embedding.
  case lre
  /// Left-to-right override.
  case lro
  /// Right-to-left embedding.
  case rle
  /// Right-to-left override.
  case rlo
  /// Pop directional format.
  case pdf
  /// Left-to-right isolate.
  case lri
  /// Right-to-left isolate.
  case rli
  /// First strong isolate.
  case fsi
  /// Pop directional isolate.
  case pdi

  /// The class of a scalar.
  ///
  /// - Complexity: O(1).
  public init(_ scalar: Unicode.Scalar) { self = bidiClass(bidiProperties(scalar.value)) }

  /// One bit a class, for sets of classes.
  @inline(__always)
  var bit: UInt32 { 1 << UInt32(rawValue) }

  @inline(__always)
  func isIn(_ set: UInt32) -> Bool { set & bit != 0 }
}

/// Sets of classes, one bit each, spelled as numbers so that they are constants; BidiClassTests compares.
enum BidiClassSet {
  /// What X9 takes out of the text.
  static let removed: UInt32 = 0x7C200  // .bn, .lre, .lro, .rle, .rlo, .pdf
  /// Isolate initiators.
  static let initiators: UInt32 = 0x380000  // .lri, .rli, .fsi
  /// Isolate initiators and PDI.
  static let isolates: UInt32 = 0x780000  // .lri, .rli, .fsi, .pdi
  /// What N1 and N2 resolve: NI of UAX #9.
  static let neutrals: UInt32 = 0x783C00  // .b, .s, .ws, .on, .lri, .rli, .fsi, .pdi
  /// What L1 resets before a separator or a line's end.
  static let blanks: UInt32 = 0x7FD200  // .ws, .lri, .rli, .fsi, .pdi, .bn, .lre, .lro, .rle, .rlo, .pdf
  /// Separators of paragraphs and of segments.
  static let separators: UInt32 = 0xC00  // .b, .s
  /// What W1 to W7 change.
  static let weak: UInt32 = 0x1FC  // .al, .en, .es, .et, .an, .cs, .nsm
  /// What W4 to W7 change.
  static let numeric: UInt32 = 0xF8  // .en, .an, .es, .et, .cs
  /// What decides a direction.
  static let strong: UInt32 = 0x7  // .l, .r, .al
  /// What stands between two strong characters of one class as if it were a third one, unless it is a paired bracket.
  static let bridged: UInt32 = 0x33B0  // .es, .et, .cs, .nsm, .bn, .ws, .on
  /// Embeddings, overrides and isolates, and what ends them.
  static let explicit: UInt32 = 0x7FC000
  /// What makes the rules necessary in a paragraph from left to right.
  static let againstLeftToRight: UInt32 = 0x7FC046  // .r, .al, .an and the explicit codes
  /// What makes them necessary in a paragraph from right to left.
  static let againstRightToLeft: UInt32 = 0x7FC049  // .l, .en, .an and the explicit codes
  /// Classes whose neighbours are taken together as one run.
  static let merging: UInt32 = 0x336F  // .l, .r, .al, .en, .an, .et, .nsm, .bn, .ws, .on
}

/// The table's byte for a scalar: class, bracket bit, mirror bit.
@inline(__always)
func bidiProperties(_ scalar: UInt32) -> UInt8 { ScalarProperties(scalar).bidi }

/// The class in a byte of the table.
@inline(__always)
func bidiClass(_ properties: UInt8) -> BidiClass {
  // The generator writes numbers of cases only; GeneratedTablesTests holds list and cases together.
  unsafeBitCast(properties & 0x1F, to: BidiClass.self)
}
