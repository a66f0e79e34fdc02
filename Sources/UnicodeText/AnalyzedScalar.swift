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
  private var flags: UInt8

  init(scalar: UInt32, offset: Int, kind: CellKind, beginsCluster: Bool, breakBefore: LineBreakKind, isHard: Bool) {
    // Decoding gives scalars only.
    self.scalar = Unicode.Scalar(scalar) ?? "\u{FFFD}"
    self.offset = UInt32(offset)
    self.kind = kind
    level = 0
    flags = (beginsCluster ? 4 : 0) | (isHard ? 32 : 0)
    switch breakBefore {
    case .prohibited: break
    case .allowed: flags |= 8
    case .mandatory: flags |= 16
    }
  }

  /// How it is joined to its neighbours.
  public internal(set) var form: JoiningForm {
    get { JoiningForm(rawValue: flags & 3) ?? .isolated }
    set { flags = flags & ~3 | newValue.rawValue }
  }

  mutating func join(_ side: UInt8) { flags |= side }

  /// Whether an extended grapheme cluster begins with it (UAX #29).
  public var beginsCluster: Bool { flags & 4 != 0 }

  /// Whether a line may or must end before it (UAX #14).
  public var breakBefore: LineBreakKind { flags & 16 != 0 ? .mandatory : flags & 8 != 0 ? .allowed : .prohibited }

  /// Whether it is a line feed or something else that ends a line (UAX #14: BK, CR, LF, NL).
  public var isLineEnd: Bool { flags & 32 != 0 }
}

/// A paragraph as the bidirectional algorithm means it.
public struct BidiParagraph: Hashable, Sendable {
  /// Its bytes, the separator at its end included.
  public let range: Range<Int>
  /// Its embedding level: 0 or 1.
  public let level: UInt8
}

/// All scalars of a text with their clusters, line breaks, joining forms and embedding levels.
public struct AnalyzedText: Sendable {
  /// The scalars, in logical order.
  public private(set) var scalars: [AnalyzedScalar] = []
  /// The paragraphs; none for an empty text.
  public private(set) var paragraphs: [BidiParagraph] = []

  /// Analyzes UTF-8 text.
  ///
  /// - Parameters:
  ///   - bytes: The text; bytes that are no UTF-8 count as U+FFFD.
  ///   - base: The direction of each paragraph (P1: they end at paragraph separators).
  /// - Complexity: O(*n*).
  public init(_ bytes: UnsafeBufferPointer<UInt8>, base: BidiBase) {
    guard let text = bytes.baseAddress, bytes.count > 0 else { return }
    scalars.reserveCapacity(bytes.count / 2)
    var clusters = GraphemeBreaker()
    var lines = LineBreaker()
    var joiner = Joiner()
    var resolver = BidiResolver()
    var paragraph = 0
    var place = 0
    while place < bytes.count {
      let start = place
      let scalar = decodedScalar(text, &place, bytes.count)
      let record = scalarRecord(scalar)
      let cell = cellProperties(ofRecord: record)
      let line = LineBreakClass(record: record)
      let index = scalars.count
      scalars.append(
        AnalyzedScalar(
          scalar: scalar, offset: start, kind: cellKind(cell), beginsCluster: clusters.step(record: record) != 0,
          breakBefore: LineBreaker.kind(lines.step(record: record), of: text, before: start, end: bytes.count),
          isHard: line.isHard))
      let partner = joiner.partner(of: joiningType(cell), at: index)
      if partner >= 0 {
        scalars[partner].join(2)
        scalars[index].join(1)
      }
      if bidiClass(bidiProperties(ofRecord: record)) == .b,
        !(scalar == 0x0D && place < bytes.count && bytes[place] == 0x0A)
      {
        resolve(bytes, paragraph..<place, base: base, with: &resolver)
        paragraph = place
      }
    }
    if paragraph < bytes.count { resolve(bytes, paragraph..<bytes.count, base: base, with: &resolver) }
  }

  private mutating func resolve(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, base: BidiBase, with resolver: inout BidiResolver
  ) {
    // The scalars of this paragraph are the last ones: find the first of them from the level runs' offsets.
    var index = paragraphs.isEmpty ? 0 : resolved
    resolver.resolve(bytes, range, base: base) { run in
      while index < scalars.count, scalars[index].offset < UInt32(run.end) {
        scalars[index].level = run.level
        index += 1
      }
    }
    resolved = index
    paragraphs.append(BidiParagraph(range: range, level: resolver.baseLevel))
  }

  /// The number of scalars that have their level.
  private var resolved = 0
}
