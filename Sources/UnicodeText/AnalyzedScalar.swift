/// A scalar of a text, with all that a layout in cells asks about it.
public struct AnalyzedScalar: Hashable, Sendable, BitwiseCopyable {
  /// The scalar.
  public let scalar: Unicode.Scalar
  /// Where it begins, in bytes of the text.
  public let offset: UInt32
  /// Its embedding level (UAX #9); what is removed by X9 has the level of what stands before it.
  public internal(set) var level: UInt8
  /// What it is for a grid of cells.
  public let kind: CellKind
  /// Bits 0 and 1: the joining form, 2: begins a cluster, 3: a line may end before it, 4: it must, 5: ends a line, 6: has
  /// a mirror image.
  @usableFromInline
  var flags: UInt8

  @inline(__always)
  init(scalar: UInt32, offset: Int, kind: CellKind, flags: UInt8) {
    // Decoding gives scalars only.
    self.scalar = unsafeBitCast(scalar, to: Unicode.Scalar.self)
    self.offset = UInt32(truncatingIfNeeded: offset)
    self.kind = kind
    level = 0
    self.flags = flags
  }

  /// How it is joined to its neighbours.
  @inlinable
  public var form: JoiningForm { unsafeBitCast(flags & 3, to: JoiningForm.self) }

  /// Whether an extended grapheme cluster begins with it (UAX #29).
  @inlinable
  public var beginsCluster: Bool { flags & 4 != 0 }

  /// Whether a line may or must end before it (UAX #14).
  @inlinable
  public var breakBefore: LineBreakKind { flags & 16 != 0 ? .mandatory : flags & 8 != 0 ? .allowed : .prohibited }

  /// Whether a line may, but need not end before it (UAX #14).
  @inlinable
  public var mayBreakBefore: Bool { flags & 24 == 8 }

  /// Whether it is a line feed or something else that ends a line (UAX #14: BK, CR, LF, NL).
  @inlinable
  public var isLineEnd: Bool { flags & 32 != 0 }

  /// Whether another character's picture is its mirror image (UAX #9, L4).
  @inlinable
  public var hasMirrorImage: Bool { flags & 64 != 0 }
}

/// A paragraph as the bidirectional algorithm means it.
public struct BidiParagraph: Hashable, Sendable, BitwiseCopyable {
  private let start: Int
  private let end: Int
  /// Its embedding level: 0 or 1.
  public let level: UInt8

  init(_ range: Range<Int>, level: UInt8) {
    start = range.lowerBound
    end = range.upperBound
    self.level = level
  }

  /// Its bytes, the separator at its end included.
  public var range: Range<Int> { start..<end }
}

/// All scalars of a text with their clusters, line breaks, joining forms and embedding levels, as a value.
///
/// `TextAnalyzer` gives the same without an array for each text.
public struct AnalyzedText: Sendable {
  /// The scalars, in logical order.
  public let scalars: [AnalyzedScalar]
  /// The paragraphs; none for an empty text.
  public let paragraphs: [BidiParagraph]

  /// Analyzes UTF-8 text.
  ///
  /// - Parameters:
  ///   - bytes: The text; bytes that are no UTF-8 count as U+FFFD.
  ///   - base: The direction of each paragraph (P1: they end at paragraph separators).
  /// - Complexity: O(*n*).
  public init(_ bytes: UnsafeBufferPointer<UInt8>, base: BidiBase) {
    var analyzer = TextAnalyzer()
    analyzer.analyze(bytes, base: base)
    scalars = Array(analyzer.scalars)
    paragraphs = Array(analyzer.paragraphs)
  }
}
