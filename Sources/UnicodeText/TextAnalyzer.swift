/// Analyzes one text after the other: clusters, line breaks, joining forms and embedding levels of all scalars in one
/// pass, in room that is kept.
///
/// - Source: UAX #9, UAX #14, UAX #29 and The Unicode Standard, section 9.2, all for Unicode 15.0.
public struct TextAnalyzer: ~Copyable {
  private var list = Scratch<AnalyzedScalar>()
  private var parts = Scratch<BidiParagraph>()
  private var resolver = BidiResolver()
  /// The number of scalars that have their level.
  private var resolved = 0

  /// Creates an analyzer.
  public init() {}

  /// The scalars of the text analyzed last, in logical order; valid until the next one is.
  public var scalars: UnsafeBufferPointer<AnalyzedScalar> { list.values }

  /// The paragraphs of the text analyzed last, none for an empty text; valid until the next one is.
  public var paragraphs: UnsafeBufferPointer<BidiParagraph> { parts.values }

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
    resolved = 0
    guard let text = bytes.baseAddress, bytes.count > 0 else { return }
    list.reserve(bytes.count)
    var reader = ScalarReader()
    var paragraph = 0
    while paragraph < bytes.count {
      resolver.begin()
      let end = reader.read(text, from: paragraph, bytes.count, into: &list, &resolver)
      resolver.end = UInt32(truncatingIfNeeded: end)
      resolver.finish(base: base)
      setLevels()
      parts.append(BidiParagraph(paragraph..<end, level: resolver.baseLevel))
      paragraph = end
    }
  }

  private mutating func setLevels() {
    let scalars = list.base
    let count = list.count
    var runStart = resolved
    // A letter that joins what follows, and behind which only transparent characters stand; or -1.
    var open = -1
    for run in resolver.levelRuns {
      if resolved > runStart {
        cutJoin(at: resolved, from: runStart, &open)
        runStart = resolved
      }
      // Scalars begin at level 0.
      if run.level == 0, run.end == Int(resolver.end) {
        resolved = count
        return
      }
      let end = UInt32(truncatingIfNeeded: run.end)
      while resolved < count, scalars[resolved].offset < end {
        scalars[resolved].level = run.level
        resolved += 1
      }
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
    while last >= start, scalars[last].flags & 3 == 0, scalars[last].kind == .mark || scalars[last].kind == .hidden {
      last -= 1
    }
    if last >= start { open = scalars[last].flags & 2 != 0 ? last : -1 }
    guard open >= 0 else { return }
    var next = place
    while next < list.count - 1, scalars[next].flags & 1 == 0 { next += 1 }
    // X9 takes the joiners out of all runs: one at the border joins both sides. Only L1 lets a run begin with what X9
    // removes.
    let isRemoved = BidiClass(scalars[place].scalar).isIn(BidiClassSet.removed)
    let isJoiner = scalars[open].kind == .hidden || isRemoved && scalars[next].kind == .hidden
    if !isJoiner {
      scalars[open].flags &= ~2
      scalars[next].flags &= ~1
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
    _ text: UnsafePointer<UInt8>, from start: Int, _ end: Int, into list: inout Scratch<AnalyzedScalar>,
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
      let start = place
      let scalar = decodedScalar(text, &place, end)
      let properties = ScalarProperties(scalar)
      if properties.bits & ScalarProperties.allButJoining == letterBits {
        scalars[index] = AnalyzedScalar(scalar: scalar, offset: start, kind: .narrow, flags: 4)
        joiner.join(properties.joining, at: index, scalars)
        index &+= 1
        continue
      }
      letterBits = properties.letterBits
      let bidi = properties.bidi
      var outcome = lines.step(properties.line)
      if outcome == 3 { outcome = LineBreaker.kind(3, of: text, before: start, end: end) == .allowed ? 1 : 0 }
      // Outcomes 1 and 2 are the bits for "may" and "must".
      let flags = clusters.step(properties.cluster) << 2 | outcome << 3 | bidi & 0x40 | properties.lineEnd
      scalars[index] = AnalyzedScalar(scalar: scalar, offset: start, kind: properties.kind, flags: flags)
      joiner.join(properties.joining, at: index, scalars)
      index &+= 1
      _ = scanner.add(bidi & 0x3F, scalar, at: start, to: &resolver)
      if bidi & 0x1F == BidiClass.b.rawValue, !(scalar == 0x0D && place < end && text[place] == 0x0A) { break }
    }
    scanner.finish(&resolver)
    self.clusters = clusters
    self.lines = lines
    self.joiner = joiner
    list.setCount(index)
    return place
  }
}
