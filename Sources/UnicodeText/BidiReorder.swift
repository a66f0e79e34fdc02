/// The visual order of a line's level runs, from left to right.
///
/// - Parameter runs: The line's level runs in logical order. The levels of trailing blanks must have been reset (L1).
/// - Returns: The same runs in visual order; the characters of runs with odd levels are to be read backwards.
/// - Complexity: O(*n*) in the number of runs, whatever their levels.
/// - Source: UAX #9, L2.
public func visualOrder(_ runs: [BidiLevelRun]) -> [BidiLevelRun] {
  guard runs.count > 1 else { return runs }
  var order = VisualOrder()
  for run in runs { order.append(run) }
  return Array(order.ordered())
}

/// Runs that stand together in visual order, chained by their places.
struct VisualGroup: BitwiseCopyable {
  var first: Int
  var last: Int
  var level: UInt8
}

/// Puts the level runs of one line after the other into visual order, in room that is kept.
///
/// - Source: UAX #9, L2.
public struct VisualOrder: ~Copyable {
  private var runs = Scratch<BidiLevelRun>()
  private var result = Scratch<BidiLevelRun>()
  /// The run that follows each in visual order, or -1.
  private var next = Scratch<Int>()
  private var groups = Scratch<VisualGroup>()
  private var lowest = UInt8.max
  private var highest: UInt8 = 0

  /// Creates an empty line.
  public init() {}

  /// Forgets the line.
  public mutating func removeAll() {
    runs.removeAll()
    lowest = .max
    highest = 0
  }

  /// Adds the next level run of a line in logical order. The levels of trailing blanks must have been reset (L1).
  public mutating func append(_ run: BidiLevelRun) {
    runs.append(run)
    lowest = min(lowest, run.level)
    highest = max(highest, run.level)
  }

  /// The runs from left to right, valid until a run is added; the characters of runs with odd levels are to be read
  /// backwards.
  ///
  /// - Complexity: O(*n*) in the number of runs, whatever their levels.
  public mutating func ordered() -> UnsafeBufferPointer<BidiLevelRun> {
    let isReversed = lowest & 1 == 1
    // Two levels only: either nothing but the letters of runs is turned round, or the whole line.
    if runs.count < 2 || !isReversed && highest &- lowest < 2 { return runs.values }
    result.reserve(runs.count)
    result.removeAll()
    if highest &- lowest < 2 {
      for index in stride(from: runs.count - 1, through: 0, by: -1) { result.append(runs.base[index]) }
      return result.values
    }
    chain()
    var at = groups.base[0].first
    while at >= 0 {
      result.append(runs.base[at])
      at = next.base[at]
    }
    return result.values
  }

  /// Instead of reversing once for each level, groups of runs are chained: a group is finished when a lower level
  /// follows, and then stands as one piece in the order of the level below it.
  private mutating func chain() {
    let count = runs.count
    next.reserve(count)
    groups.reserve(count)
    groups.removeAll()
    for index in 0..<count {
      let level = runs.base[index].level
      next.base[index] = -1
      while groups.count > 1, groups.base[groups.count - 1].level > level, groups.base[groups.count - 2].level >= level
      {
        mergeTop(into: groups.base[groups.count - 2].level)
      }
      let isJoined = groups.count > 0 && groups.base[groups.count - 1].level >= level
      groups.append(VisualGroup(first: index, last: index, level: level))
      if isJoined { mergeTop(into: level) }
    }
    while groups.count > 1 { mergeTop(into: groups.base[groups.count - 2].level) }
  }

  /// The group on top becomes part of the one below it, in that one's direction.
  private mutating func mergeTop(into level: UInt8) {
    let top = groups.base[groups.count - 1]
    let below = groups.base[groups.count - 2]
    groups.removeLast()
    let (left, right) = level & 1 == 1 ? (top, below) : (below, top)
    next.base[left.last] = right.first
    groups.base[groups.count - 1] = VisualGroup(first: left.first, last: right.last, level: level)
  }
}

extension BidiResolver {
  /// The level runs of the paragraph in logical order, neighbours with different levels; valid until the next one is
  /// resolved. Offsets are bytes of the text.
  public var levelRuns: UnsafeBufferPointer<BidiLevelRun> { levels.values }

  /// Calls `body` with the runs of one line from left to right: the blanks at its end take the paragraph's level.
  ///
  /// - Parameters:
  ///   - line: A part of the paragraph resolved last, in bytes.
  ///   - bytes: The text it was resolved from.
  ///   - body: Takes the runs; the characters of runs with odd levels are to be read backwards.
  /// - Complexity: O(*n*) in the line's runs and blanks at its end for the lines in turn, without allocations.
  /// - Source: UAX #9, L1 and L2.
  public mutating func forEachVisualRun(
    ofLine line: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, _ body: (BidiLevelRun) -> Void
  ) {
    guard !line.isEmpty, let text = bytes.baseAddress else { return }
    let runs = levels.base
    var first = lastLine < levels.count && runs[lastLine].start <= line.lowerBound ? lastLine : 0
    while runs[first].end <= line.lowerBound { first += 1 }
    var last = first
    var lowest = min(runs[first].level, baseLevel)
    var highest = max(runs[first].level, baseLevel)
    while runs[last].end < line.upperBound {
      last += 1
      lowest = min(lowest, runs[last].level)
      highest = max(highest, runs[last].level)
    }
    lastLine = last
    var content = line.upperBound
    if runs[last].level != baseLevel { content = Self.endOfContent(text, line.lowerBound, content) }
    if first == last, content == line.upperBound {
      body(BidiLevelRun(start: line.lowerBound, end: content, level: runs[last].level))
      return
    }
    // Where nothing but the letters of runs is turned round, they need not be put in order.
    let isInOrder = lowest & 1 == 0 && highest &- lowest < 2
    order.removeAll()
    var place = first
    while place <= last, runs[place].start < content {
      let end = min(runs[place].end, content)
      let run = BidiLevelRun(start: max(runs[place].start, line.lowerBound), end: end, level: runs[place].level)
      if isInOrder { body(run) } else { order.append(run) }
      place += 1
    }
    if content < line.upperBound {
      let run = BidiLevelRun(start: content, end: line.upperBound, level: baseLevel)
      if isInOrder { body(run) } else { order.append(run) }
    }
    if !isInOrder {
      for run in order.ordered() { body(run) }
    }
  }

  /// L1: where the blanks at a line's end begin.
  private static func endOfContent(_ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var content = end
    while content > start {
      var at = content - 1
      while at > start, text[at] & 0xC0 == 0x80 { at -= 1 }
      var place = at
      let value = bidiClass(bidiProperties(decodedScalar(text, &place, content)))
      guard value.isIn(BidiClassSet.blanks | BidiClassSet.separators) else { return content }
      content = at
    }
    return content
  }
}
