import UnicodeText

/// Makes the cells of an analyzed text, in logical order, as many at a time as are asked for.
struct CellBuilder {
  let options: LayoutOptions
  /// Whether line ends are shown as blanks.
  let isOneLine: Bool
  /// See `LayoutBuffer.isSimple`.
  var isSimple = true

  /// The next scalar, and the byte where it begins.
  var index = 0
  var offset: UInt32 = 0
  /// Where the next cell's bytes begin: those of hidden characters before it belong to it.
  var start: UInt32 = 0
  /// `PackedCell.Flag.mayBreak` if a line may end here, but what stood here was hidden.
  var pendingBreak: UInt8 = 0
  /// Whether the scalar before is a soft hyphen. A line that ends there would have to show a hyphen that no byte stands
  /// for, so none ends there.
  var isAfterSoftHyphen = false
  /// The last cell that shows something, or -1.
  var lastShown = -1

  /// The scalars from `index` up to here have that level and stand in a paragraph of that direction, as a flag.
  private var stop = 0
  private var level: UInt8 = 0
  private(set) var direction: UInt8 = 0
  /// The level run and the paragraph at hand.
  private var levelRun = -1
  private var paragraph = -1
  /// The run of cells at hand.
  private var runStart = 0
  private(set) var runLevel: UInt8 = 0

  private let forms = PresentationFormTable()
  private let isVisual: Bool
  let isShaping: Bool

  init(options: LayoutOptions, isOneLine: Bool) {
    self.options = options
    self.isOneLine = isOneLine
    isVisual = options.order == .visual
    isShaping = options.isShaping
  }

  /// Adds cells until there are so many, and those of the unit that reaches it, or the text ends.
  mutating func fill(
    _ text: borrowing TextAnalyzer, to limit: Int, _ cells: inout Scratch<PackedCell>, _ marks: inout Scratch<UInt32>,
    _ runs: inout Scratch<BidiLevelRun>
  ) {
    guard let scalars = text.scalars.baseAddress else { return }
    let count = text.scalars.count
    cells.reserve(limit)
    // The last run goes on.
    if runs.count > 0 { runs.removeLast() }
    while index < count, cells.count < limit {
      addPlain(text, scalars, count, limit, &cells, &marks, &runs)
      guard index < count, cells.count < limit else { break }
      if index >= stop { enter(text) }
      addCluster(text, scalars, count, &cells, &marks, &runs)
    }
    if cells.count > runStart { runs.append(BidiLevelRun(start: runStart, end: cells.count, level: runLevel)) }
  }

  /// Forgets some cells at the beginning, but not all.
  mutating func drop(
    _ count: Int, _ cells: inout Scratch<PackedCell>, _ marks: inout Scratch<UInt32>,
    _ runs: inout Scratch<BidiLevelRun>
  ) {
    let left = cells.count - count
    cells.base.update(from: cells.base + count, count: left)
    cells.setCount(left)
    lastShown -= count
    runStart = max(0, runStart - count)
    var gone = 0
    while gone < runs.count, runs.base[gone].end <= count { gone += 1 }
    for place in gone..<runs.count {
      let run = runs.base[place]
      runs.base[place - gone] = BidiLevelRun(start: max(0, run.start - count), end: run.end - count, level: run.level)
    }
    runs.setCount(runs.count - gone)
    // Of the marks those of the cells that are left, which stand last.
    var firstMark = marks.count
    isSimple = true
    for place in stride(from: left - 1, through: 0, by: -1) {
      let cell = cells.base[place]
      if cell.markCount > 0 { firstMark = Int(cell.mark) }
      isSimple = isSimple && cell.isSimple
    }
    guard firstMark > 0 else { return }
    marks.base.update(from: marks.base + firstMark, count: marks.count - firstMark)
    marks.setCount(marks.count - firstMark)
    for place in 0..<left where cells.base[place].markCount > 0 {
      cells.base[place].mark -= UInt32(truncatingIfNeeded: firstMark)
    }
  }

  /// Moves on to the level and the paragraph of the next scalar.
  private mutating func enter(_ text: borrowing TextAnalyzer) {
    let runs = text.levelRuns
    let paragraphs = text.paragraphs
    while levelRun < 0 || runs[levelRun].end <= index { levelRun += 1 }
    while paragraph < 0 || paragraphs[paragraph].scalars.upperBound <= index { paragraph += 1 }
    level = runs[levelRun].level
    direction = paragraphs[paragraph].level & 1 == 1 ? PackedCell.Flag.rightToLeft : 0
    stop = min(runs[levelRun].end, paragraphs[paragraph].scalars.upperBound)
  }

  /// The level of the next scalar or of one behind it.
  ///
  /// - Complexity: O(1) in the run at hand, else O(*n*) in the runs between.
  func level(_ text: borrowing TextAnalyzer, _ place: Int) -> UInt8 {
    if place < stop { return level }
    var run = levelRun
    while text.levelRuns[run].end <= place { run += 1 }
    return text.levelRuns[run].level
  }

  /// Adds clusters of one character of one column and its marks, and lam with alef, up to something else.
  private mutating func addPlain(
    _ text: borrowing TextAnalyzer, _ scalars: UnsafePointer<PackedScalar>, _ count: Int, _ limit: Int,
    _ cells: inout Scratch<PackedCell>, _ marks: inout Scratch<UInt32>, _ runs: inout Scratch<BidiLevelRun>
  ) {
    if isAfterSoftHyphen { return }
    // Copies that stay in registers.
    let isVisual = self.isVisual, isShaping = self.isShaping
    let keepsMarks = options.marks == .keep
    let forms = self.forms
    let begin = cells.base + cells.count
    let room = cells.base + limit
    var cell = begin
    var offset = self.offset
    var start = self.start
    var pending = pendingBreak
    var index = self.index
    var stop = self.stop
    var level = self.level
    var direction = self.direction | PackedCell.Flag.beginsUnit
    while index < count, cell < room {
      if index >= stop {
        self.index = index
        enter(text)
        stop = self.stop
        level = self.level
        direction = self.direction | PackedCell.Flag.beginsUnit
      }
      let scalar = scalars[index]
      var value = scalar.value
      guard scalar.isNarrow || value == 0x20 else { break }
      var next = index &+ 1
      var end = offset &+ scalar.length
      var flags = direction | pending
      if value &- 0x600 < 0x100 {
        if isShaping {
          let form = scalar.form.rawValue
          let entry = forms.entry(value, form)
          if entry & PresentationFormTable.lacksMark != 0 { break }
          if value == 0x644, form & 2 != 0, options.lamAlef == .ligature {
            let alef = scalars[next]
            if next < stop, let both = forms.lamAlef(alef.value, isFinal: form & 1 != 0) {
              value = both.value
              next &+= 1
              end &+= 2
            } else if !alef.isNarrow {
              // An alef may follow behind marks.
              break
            } else {
              value = entry
              flags |= PackedCell.Flag.joinsNext
            }
          } else {
            value = entry
            flags |= (form & 2) << 4
          }
        }
      } else if isVisual, scalar.hasMirrorImage, level & 1 == 1 {
        value = mirrored(scalar.scalar)
      }
      var content = value | 1 << 21
      var mark: UInt32 = 0
      if !scalars[next].beginsCluster {
        guard keepsMarks, value != 0x20 else { break }
        guard let marksEnd = Self.endOfMarks(scalars, next, &end) else { break }
        mark = UInt32(truncatingIfNeeded: marks.count)
        let shown = min(marksEnd &- next, PackedCell.maximumMarks)
        for place in next..<next &+ shown { marks.append(scalars[place].value) }
        content |= UInt32(truncatingIfNeeded: shown) << 23
        next = marksEnd
      }
      if level != runLevel {
        openRun(level, at: cell - cells.base, &runs)
      }
      flags |= scalar.mayBreakBefore ? PackedCell.Flag.mayBreak : 0
      flags |= value == 0x20 ? PackedCell.Flag.blank : 0
      cell.pointee = PackedCell(content, mark: mark, start: start, end: end, level: level, flags: flags)
      cell += 1
      offset = end
      start = end
      pending = 0
      index = next
    }
    self.offset = offset
    self.start = start
    self.index = index
    pendingBreak = pending
    if cell > begin {
      cells.setCount(cell - cells.base)
      lastShown = cells.count - 1
    }
  }

  /// The end of the marks that begin at `first`, and `offset` moved behind them, or `nil` if something else is in the
  /// cluster.
  @inline(__always)
  private static func endOfMarks(
    _ scalars: UnsafePointer<PackedScalar>, _ first: Int, _ offset: inout UInt32
  ) -> Int? {
    var place = first
    var end = offset
    while !scalars[place].beginsCluster {
      // A keycap may make an emoji of what it stands on.
      guard scalars[place].kind == .mark, scalars[place].value != 0x20E3 else { return nil }
      end &+= scalars[place].length
      place &+= 1
    }
    offset = end
    return place
  }

  /// What stands for a character in text from right to left.
  func mirrored(_ scalar: Unicode.Scalar) -> UInt32 {
    switch scalar.value {
    case 0x28: return 0x29
    case 0x29: return 0x28
    case 0xAB: return options.guillemets == .mirrored ? 0xBB : 0xAB
    case 0xBB: return options.guillemets == .mirrored ? 0xAB : 0xBB
    default: return mirrorImage(of: scalar)?.value ?? scalar.value
    }
  }

  /// Begins a run of cells where the level changes.
  mutating func openRun(_ level: UInt8, at cell: Int, _ runs: inout Scratch<BidiLevelRun>) {
    guard level != runLevel else { return }
    if cell > runStart { runs.append(BidiLevelRun(start: runStart, end: cell, level: runLevel)) }
    runStart = cell
    runLevel = level
  }
}
