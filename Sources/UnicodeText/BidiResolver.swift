/// The bidirectional algorithm: from a paragraph's text to embedding levels.
///
/// It works on runs of equal classes, in buffers that are kept from paragraph to paragraph, without recursion. Time and
/// room are linear in the length of the text, whatever it holds.
/// - Source: UAX #9 for Unicode 15.0, rules P2 to I2 and L1.
public struct BidiResolver: ~Copyable {
  var runs = Scratch<BidiRun>()
  var stretches = Scratch<BidiLevelStretch>()
  /// The isolating run sequence at hand: places in `runs`.
  var sequence = Scratch<UInt32>()
  /// The level runs of the paragraph.
  var levels = Scratch<BidiLevelRun>()
  /// The first level run of the last line asked for.
  var lastLine = 0
  /// Room for putting a line's runs in order.
  var order = VisualOrder()
  /// Open isolate initiators while reading: places in `runs`, bit 31 set where a strong character was met inside.
  var isolates = Scratch<UInt32>()
  /// The classes of the paragraph, one bit each.
  var classes: UInt32 = 0
  /// One past the last unit read.
  var end: UInt32 = 0
  /// The first strong class outside isolates.
  var firstStrong: BidiClass?

  /// The paragraph's embedding level.
  public internal(set) var baseLevel: UInt8 = 0

  /// Creates a resolver.
  public init() {}

  /// Resolves one paragraph of UTF-8 text; its level runs are in `levelRuns` then.
  ///
  /// - Parameters:
  ///   - bytes: The text. Bytes that are no UTF-8 count as U+FFFD.
  ///   - range: The paragraph's bytes. A paragraph separator inside ends nothing: split the text first.
  ///   - base: The paragraph's direction.
  /// - Complexity: O(*n*). Text in ASCII only is passed over in words of eight bytes.
  public mutating func resolve(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, base: BidiBase) {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "the paragraph lies outside the text")
    precondition(bytes.count < Int(UInt32.max), "texts of 4 GB are not supported")
    begin()
    end = UInt32(range.upperBound)
    guard let text = bytes.baseAddress, !range.isEmpty else {
      finish(base: base)
      return
    }
    let mayRunFromLeft = base == .automatic || base == .leftToRight
    if mayRunFromLeft, Self.runsFromLeftOnly(text, range.lowerBound, range.upperBound) {
      baseLevel = 0
      levels.append(BidiLevelRun(start: range.lowerBound, end: range.upperBound, level: 0))
      return
    }
    scan(text, range.lowerBound, range.upperBound)
    finish(base: base)
  }

  /// Resolves one paragraph of UTF-8 text.
  ///
  /// - Parameters:
  ///   - bytes: The text. Bytes that are no UTF-8 count as U+FFFD.
  ///   - range: The paragraph's bytes. A paragraph separator inside ends nothing: split the text first.
  ///   - base: The paragraph's direction.
  ///   - body: Takes the level runs in logical order, neighbours with different levels. Offsets are bytes of `bytes`.
  /// - Complexity: O(*n*).
  public mutating func resolve(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, base: BidiBase, _ body: (BidiLevelRun) -> Void
  ) {
    resolve(bytes, range, base: base)
    for place in 0..<levels.count { body(levels.base[place]) }
  }

  /// Resolves one paragraph of which only the classes are known.
  ///
  /// - Parameters:
  ///   - classes: One a character; none counts as a paired bracket.
  ///   - base: The paragraph's direction.
  ///   - body: Takes the level runs in logical order. Offsets are places in `classes`.
  /// - Complexity: O(*n*).
  public mutating func resolve(_ classes: some Sequence<BidiClass>, base: BidiBase, _ body: (BidiLevelRun) -> Void) {
    begin()
    var place: UInt32 = 0
    for value in classes {
      add(value, key: 0, at: place)
      place += 1
    }
    end = place
    finish(base: base)
    for place in 0..<levels.count { body(levels.base[place]) }
  }

  mutating func begin() {
    runs.removeAll()
    levels.removeAll()
    lastLine = 0
    isolates.removeAll()
    classes = 0
    firstStrong = nil
  }

  @inline(__always)
  private mutating func add(_ value: BidiClass, key: UInt32, at place: UInt32) {
    if key == 0, value.isIn(BidiClassSet.merging), runs.count > 0 {
      let last = runs.base[runs.count - 1]
      if last.original == value, last.flags == 0 { return }
    }
    addRun(value, key: key, at: place)
  }

  @inline(never)  // Scanning goes on in registers where most characters add none.
  mutating func addRun(_ value: BidiClass, key: UInt32, at place: UInt32) {
    if value.isIn(BidiClassSet.strong), runs.count > 0, runs.base[runs.count - 1].original.isIn(BidiClassSet.bridged),
      bridges(to: value)
    {
      return
    }
    classes |= value.bit
    var run = BidiRun(start: place, link: BidiRun.none, original: value, current: value, level: 0, flags: 0)
    if key != 0 {
      run.link = key >> 1
      run.flags = key & 1 == 1 ? BidiFlag.opener : BidiFlag.closer
    }
    switch value {
    case .l, .r, .al: meetStrong(value)
    case .lri, .rli, .fsi: isolates.append(UInt32(runs.count))
    case .pdi:
      // BD9: a PDI closes the nearest open initiator.
      if isolates.count > 0 {
        run.link = isolates.base[isolates.count - 1] & 0x7FFF_FFFF
        isolates.removeLast()
      }
    default: break
    }
    runs.append(run)
  }

  /// Whether only such stands since the last strong run of this class that will come to stand as it does; that run goes
  /// on then, and the rules have less to look at. Each run is looked at once, for a strong one follows.
  private mutating func bridges(to value: BidiClass) -> Bool {
    var at = runs.count - 1
    while at >= 0, runs.base[at].original.isIn(BidiClassSet.bridged), runs.base[at].flags == 0 { at -= 1 }
    guard at >= 0, runs.base[at].original == value else { return false }
    runs.setCount(at + 1)
    return true
  }

  /// P2, and X5c for the innermost open isolate: only the first strong character counts, and none inside isolates.
  @inline(__always)
  private mutating func meetStrong(_ value: BidiClass) {
    guard isolates.count > 0 else {
      if firstStrong == nil { firstStrong = value }
      return
    }
    let top = isolates.base[isolates.count - 1]
    guard top & 0x8000_0000 == 0 else { return }
    isolates.base[isolates.count - 1] = top | 0x8000_0000
    if value != .l { runs.base[Int(top)].flags |= BidiFlag.rightToLeft }
  }

  mutating func finish(base: BidiBase) {
    switch base {
    case .leftToRight: baseLevel = 0
    case .rightToLeft: baseLevel = 1
    case .automatic: baseLevel = firstStrong == .r || firstStrong == .al ? 1 : 0
    case .automaticRightToLeft: baseLevel = firstStrong == .l ? 0 : 1
    }
    guard runs.count > 0 else { return }
    if isUniform {
      levels.append(BidiLevelRun(start: Int(runs.base[0].start), end: Int(end), level: baseLevel))
      return
    }
    if classes & BidiClassSet.explicit == 0 {
      resolvePlainSequence()
    } else {
      resolveExplicit()
      findStretches()
      resolveSequences()
    }
    resetBlanks()
    report()
  }

  /// Whether every character takes the paragraph's level, because nothing in it goes the other way.
  private var isUniform: Bool {
    classes & (baseLevel == 0 ? BidiClassSet.againstLeftToRight : BidiClassSet.againstRightToLeft) == 0
  }

  /// L1: separators, and the blanks before them and at the end, take the paragraph's level.
  private mutating func resetBlanks() {
    let runs = self.runs.base
    var resets = true
    for index in stride(from: self.runs.count - 1, through: 0, by: -1) {
      let original = runs[index].original
      if original.isIn(BidiClassSet.separators) {
        runs[index].level = baseLevel
        resets = true
      } else if original.isIn(BidiClassSet.blanks) {
        if resets {
          runs[index].level = baseLevel
          // Marks it as having a level, for `report`.
          runs[index].current = .ws
        }
      } else {
        resets = false
      }
    }
  }

  /// Makes the level runs; what X9 removed goes with what stands before it.
  private mutating func report() {
    let runs = self.runs.base
    var open = BidiLevelRun(start: Int(runs[0].start), end: 0, level: 0)
    var isOpen = false
    for index in 0..<self.runs.count where runs[index].current != .bn {
      let level = runs[index].level
      if !isOpen {
        open.level = level
        isOpen = true
      } else if level != open.level {
        open.end = Int(runs[index].start)
        levels.append(open)
        open = BidiLevelRun(start: open.end, end: 0, level: level)
      }
    }
    if !isOpen { open.level = baseLevel }
    open.end = Int(end)
    levels.append(open)
  }
}
