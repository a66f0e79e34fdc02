/// Analyzes one text after the other: clusters, line breaks, joining forms and embedding levels of all scalars in one
/// pass, in room that is kept.
///
/// - Source: UAX #9, UAX #14, UAX #29 and The Unicode Standard, section 9.2, all for Unicode 15.0.
public struct TextAnalyzer: ~Copyable {
  private var list = Scratch<PackedScalar>()
  private var parts = Scratch<BidiParagraph>()
  private var levels = Scratch<BidiLevelRun>()
  private var resolver = BidiResolver()

  /// Creates an analyzer.
  public init() {}

  /// The scalars of the text analyzed last, in logical order; valid until the next one is. Behind the last one stands
  /// another that begins a cluster, so that a search for a cluster's end need not look for the text's.
  public var scalars: UnsafeBufferPointer<PackedScalar> { list.values }

  /// The paragraphs of the text analyzed last, none for an empty text; valid until the next one is.
  public var paragraphs: UnsafeBufferPointer<BidiParagraph> { parts.values }

  /// The level runs of all paragraphs in logical order, by places in `scalars`; valid until the next text is analyzed.
  public var levelRuns: UnsafeBufferPointer<BidiLevelRun> { levels.values }

  /// Analyzes UTF-8 text.
  ///
  /// - Parameters:
  ///   - bytes: The text; bytes that are no UTF-8 count as U+FFFD.
  ///   - base: The direction of each paragraph (P1: they end at paragraph separators).
  /// - Complexity: O(*n*), without allocations once there is room.
  public mutating func analyze(_ bytes: UnsafeBufferPointer<UInt8>, base: BidiBase) {
    precondition(bytes.count < Int(UInt32.max), "texts of 4 GB are not supported")
    list.removeAll()
    parts.removeAll()
    levels.removeAll()
    // Letters are written eight at a time, and one more stands behind the last.
    list.reserve(bytes.count + 8)
    if let text = bytes.baseAddress {
      var reader = ScalarReader()
      var paragraph = 0
      while paragraph < bytes.count {
        resolver.begin()
        let first = list.count
        let end = reader.read(text, from: paragraph, bytes.count, into: &list, &resolver)
        resolver.end = UInt32(truncatingIfNeeded: list.count)
        resolver.finish(base: base)
        takeLevels()
        parts.append(BidiParagraph(paragraph..<end, scalars: first..<list.count, level: resolver.baseLevel))
        paragraph = end
      }
    }
    list.base[list.count] = PackedScalar(letter: 0)
  }

  private mutating func takeLevels() {
    // A letter that joins what follows, and behind which only transparent characters stand; or -1.
    var open = -1
    var start = -1
    for run in resolver.levelRuns {
      if start >= 0 { cutJoin(at: run.start, from: start, &open) }
      start = run.start
      levels.append(run)
    }
  }

  /// Letters join inside one level run only (UAX #9, section 3.5).
  ///
  /// - Parameters:
  ///   - place: Where a run begins.
  ///   - start: Where the one before began.
  ///   - open: What was open there; what is open at `place` then.
  private func cutJoin(at place: Int, from start: Int, _ open: inout Int) {
    let scalars = list.base
    var last = place - 1
    while last >= start, scalars[last].form == .isolated, scalars[last].kind == .mark || scalars[last].kind == .hidden {
      last -= 1
    }
    if last >= start { open = scalars[last].bits & PackedScalar.joinedBehind != 0 ? last : -1 }
    guard open >= 0 else { return }
    var next = place
    while next < list.count - 1, scalars[next].bits & PackedScalar.joinedBefore == 0 { next += 1 }
    // X9 takes the joiners out of all runs: one at the border joins both sides. Only L1 lets a run begin with what X9
    // removes.
    let isRemoved = BidiClass(scalars[place].scalar).isIn(BidiClassSet.removed)
    let isJoiner = scalars[open].kind == .hidden || isRemoved && scalars[next].kind == .hidden
    if !isJoiner {
      scalars[open].bits &= ~PackedScalar.joinedBehind
      scalars[next].bits &= ~PackedScalar.joinedBefore
    }
    open = -1
  }
}

/// What goes on from scalar to scalar, over the ends of paragraphs too.
private struct ScalarReader {
  private var clusters = GraphemeBreaker()
  private var lines = LineBreaker()
  private var joiner = Joiner()

  /// Reads up to a paragraph's end and gives its place.
  mutating func read(
    _ text: UnsafePointer<UInt8>, from start: Int, _ end: Int, into list: inout Scratch<PackedScalar>,
    _ resolver: inout BidiResolver
  ) -> Int {
    // Copies that stay in registers.
    var clusters = self.clusters
    var lines = self.lines
    var joiner = self.joiner
    let scalars = list.base
    var index = list.count
    var place = start
    var scanner = RunScanner()
    var letterBits = UInt32.max
    while place < end {
      if letterBits == 0 {
        let count = Self.copyLetters(text, place, end, to: scalars + index)
        if count > 0 {
          joiner.interrupt()
          place &+= count
          index &+= count
          continue
        }
      }
      let start = place
      var scalar = decodedScalar(text, &place, end)
      let properties = ScalarProperties(scalar)
      if properties.bits & ScalarProperties.allButJoining == letterBits {
        let joined = joiner.join(properties.joining, at: index, scalars)
        scalars[index] = PackedScalar(bits: scalar | PackedScalar.beginning | joined)
        index &+= 1
        continue
      }
      letterBits = properties.letterBits
      var outcome = lines.step(properties.line)
      if outcome == 3 { outcome = LineBreaker.kind(3, of: text, before: start, end: end) == .allowed ? 1 : 0 }
      _ = scanner.add(properties.bidi & 0x3F, scalar, at: index, to: &resolver)
      let isEnd =
        properties.bidi & 0x1F == BidiClass.b.rawValue && !(scalar == 0x0D && place < end && text[place] == 0x0A)
      if scalar == 0xFFFD, place &- start < 3 { scalar = PackedScalar.malformed(place &- start) }
      let joined = joiner.join(properties.joining, at: index, scalars)
      var packed = PackedScalar(
        scalar, properties, beginsCluster: clusters.step(properties.cluster), outcome: outcome)
      packed.bits |= joined
      scalars[index] = packed
      index &+= 1
      if isEnd { break }
    }
    scanner.finish(&resolver)
    self.clusters = clusters
    self.lines = lines
    self.joiner = joiner
    list.setCount(index)
    return place
  }

  /// Writes the ASCII letters that stand next, at most eight, and gives how many there are; all eight places are
  /// overwritten.
  @inline(__always)
  private static func copyLetters(
    _ text: UnsafePointer<UInt8>, _ place: Int, _ end: Int, to scalars: UnsafeMutablePointer<PackedScalar>
  ) -> Int {
    guard place &+ 8 <= end else { return 0 }
    let word = UnsafeRawPointer(text).loadUnaligned(fromByteOffset: place, as: UInt64.self)
    let each: UInt64 = 0x0101_0101_0101_0101
    let high = 0x80 &* each
    let lower = word | 0x20 &* each
    // The high bit of a byte is set where it is from a to z; behind the first that is not, it may be wrong.
    let letters = (lower &+ (0x80 - 0x61) &* each) & ~(lower &+ (0x80 - 0x7B) &* each) & ~word & high
    let count = (letters ^ high).trailingZeroBitCount >> 3
    guard count > 0 else { return 0 }
    for step in 0..<8 { scalars[step] = PackedScalar(letter: UInt32(text[place &+ step])) }
    return count
  }
}
