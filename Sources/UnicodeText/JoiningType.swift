/// The Joining_Type property: on which sides a letter joins its neighbours.
///
/// The order of the cases is the order of the numbers in the generated table.
/// - Source: The Unicode Standard 15.0, section 9.2, table 9-3.
public enum JoiningType: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  /// Joins on no side.
  case nonJoining
  /// Joins on both sides and lets its neighbours join, without changing itself: tatweel, zero width joiner.
  case joinCausing
  /// Joins on both sides.
  case dual
  /// Joins what follows it (none in Arabic).
  case left
  /// Joins what stands before it, as alef and dal do.
  case right
  /// A mark, looked through by the joining of letters.
  case transparent

  /// The type of a scalar.
  ///
  /// - Complexity: O(1).
  public init(_ scalar: Unicode.Scalar) {
    // The generator writes numbers of cases only; GeneratedTablesTests holds list and cases together.
    self = unsafeBitCast(ScalarProperties(scalar.value).joining, to: JoiningType.self)
  }
}

/// What a scalar is for a grid of cells.
///
/// The order of the cases is the order of the numbers in the generated table.
/// - Source: General_Category, East_Asian_Width (UAX #11) and the emoji properties (UTS #51), as DevTables divides them.
public enum CellKind: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  /// One column. Characters of ambiguous width and private use are narrow.
  case narrow
  /// Two columns: East_Asian_Width wide or full.
  case wide
  /// No column of its own: a mark on what stands before it, a Hangul vowel or trailing consonant.
  case mark
  /// Nothing is shown: formatting characters, variation selectors, joiners, bidirectional controls, soft hyphen.
  case hidden
  /// C0 and C1 controls and delete.
  case control
  /// Not assigned, not a character, or a surrogate.
  case unassigned
  /// A blank one column wide.
  case space
  /// A pictograph that is one column wide unless it is shown as emoji.
  case narrowPictograph
  /// A pictograph two columns wide.
  case widePictograph
  /// A letter of a flag: one column alone, two of them two columns.
  case regionalIndicator
  /// A skin colour: two columns alone, none behind the pictograph it colours.
  case emojiModifier
  /// Line and paragraph separators U+2028 and U+2029.
  case separator

  /// The kind of a scalar.
  ///
  /// - Complexity: O(1).
  public init(_ scalar: Unicode.Scalar) { self = ScalarProperties(scalar.value).kind }
}
