/// A scalar of a text, with all that a layout in cells asks about it and where it stands.
public struct AnalyzedScalar: Hashable, Sendable, BitwiseCopyable {
  private let packed: PackedScalar
  /// Where it begins, in bytes of the text.
  public let offset: UInt32
  /// Its embedding level (UAX #9); what is removed by X9 has the level of what stands before it.
  public let level: UInt8

  init(_ packed: PackedScalar, offset: UInt32, level: UInt8) {
    self.packed = packed
    self.offset = offset
    self.level = level
  }

  /// The scalar; U+FFFD for bytes that are no UTF-8.
  public var scalar: Unicode.Scalar { packed.scalar }
  /// What it is for a grid of cells.
  public var kind: CellKind { packed.kind }
  /// How it is joined to its neighbours.
  public var form: JoiningForm { packed.form }
  /// Whether an extended grapheme cluster begins with it (UAX #29).
  public var beginsCluster: Bool { packed.beginsCluster }
  /// Whether a line may or must end before it (UAX #14).
  public var breakBefore: LineBreakKind { packed.breakBefore }
  /// Whether it is a line feed or something else that ends a line (UAX #14: BK, CR, LF, NL).
  public var isLineEnd: Bool { packed.isLineEnd }
  /// Whether another character's picture is its mirror image (UAX #9, L4).
  public var hasMirrorImage: Bool { packed.hasMirrorImage }
}

/// A paragraph as the bidirectional algorithm means it.
public struct BidiParagraph: Hashable, Sendable, BitwiseCopyable {
  private let start: UInt32
  private let end: UInt32
  private let firstScalar: UInt32
  private let scalarEnd: UInt32
  /// Its embedding level: 0 or 1.
  public let level: UInt8

  init(_ range: Range<Int>, scalars: Range<Int>, level: UInt8) {
    start = UInt32(range.lowerBound)
    end = UInt32(range.upperBound)
    firstScalar = UInt32(scalars.lowerBound)
    scalarEnd = UInt32(scalars.upperBound)
    self.level = level
  }

  /// Its bytes, the separator at its end included.
  public var range: Range<Int> { Int(start)..<Int(end) }

  /// Its scalars, by their places in the text's.
  public var scalars: Range<Int> { Int(firstScalar)..<Int(scalarEnd) }
}

/// All scalars of a text with their clusters, line breaks, joining forms and embedding levels, as a value.
///
/// `TextAnalyzer` gives the same without an array for each text, in a third of the room.
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
    var scalars: [AnalyzedScalar] = []
    scalars.reserveCapacity(analyzer.scalars.count)
    var offset: UInt32 = 0
    for run in analyzer.levelRuns {
      for place in run.start..<run.end {
        let scalar = analyzer.scalars[place]
        scalars.append(AnalyzedScalar(scalar, offset: offset, level: run.level))
        offset += scalar.length
      }
    }
    self.scalars = scalars
    paragraphs = Array(analyzer.paragraphs)
  }
}
