import UnicodeText

/// Makes the cells of an analyzed text, in logical order.
struct CellBuilder {
  let byteCount: Int
  let options: LayoutOptions
  /// Whether line ends are shown as blanks.
  let isOneLine: Bool
  /// See `LayoutBuffer.isSimple`.
  var isSimple = true

  /// Where the next cell's bytes begin: those of hidden characters before it belong to it.
  var start: UInt32 = 0
  /// `PackedCell.Flag.mayBreak` if a line may end here, but what stood here was hidden.
  var pendingBreak: UInt8 = 0
  /// Whether the scalar before is a soft hyphen. A line that ends there would have to show a hyphen that no byte stands
  /// for, so none ends there.
  var isAfterSoftHyphen = false
  /// The last cell that shows something, or -1.
  var lastShown = -1
  /// The level run at hand.
  var runStart = 0
  var runLevel: UInt8 = 0
  /// The flag of the paragraph's direction.
  var direction: UInt8 = 0

  private let forms = PresentationFormTable()
  private let isVisual: Bool
  let isShaping: Bool

  init(byteCount: Int, options: LayoutOptions, isOneLine: Bool) {
    self.byteCount = byteCount
    self.options = options
    self.isOneLine = isOneLine
    isVisual = options.order == .visual
    isShaping = options.isShaping
  }

  mutating func build(
    _ scalars: UnsafeBufferPointer<AnalyzedScalar>, _ paragraphs: UnsafeBufferPointer<BidiParagraph>,
    _ cells: inout Scratch<PackedCell>, _ marks: inout Scratch<UInt32>, _ runs: inout Scratch<BidiLevelRun>
  ) {
    guard let base = scalars.baseAddress, !scalars.isEmpty else { return }
    cells.reserve(scalars.count + 1)
    runLevel = scalars[0].level
    var index = 0
    for paragraph in paragraphs {
      direction = paragraph.level & 1 == 1 ? PackedCell.Flag.rightToLeft : 0
      let end = paragraph.range.upperBound
      while index < scalars.count, Int(base[index].offset) < end {
        index = addPlain(base, index, scalars.count, end, &cells, &runs)
        guard index < scalars.count, Int(base[index].offset) < end else { break }
        index = addCluster(scalars, index, &cells, &marks, &runs)
        cells.reserve(cells.count + scalars.count - index + 1)
      }
    }
    closeRun(at: cells.count, &runs)
  }

  /// Adds clusters of one character and one column, up to one that is not.
  private mutating func addPlain(
    _ scalars: UnsafePointer<AnalyzedScalar>, _ first: Int, _ count: Int, _ paragraphEnd: Int,
    _ cells: inout Scratch<PackedCell>, _ runs: inout Scratch<BidiLevelRun>
  ) -> Int {
    // Copies that stay in registers.
    let out = cells.base
    let isVisual = self.isVisual, isShaping = self.isShaping, ligates = options.lamAlef == .ligature
    let forms = self.forms
    let direction = self.direction
    var cell = cells.count
    var start = self.start
    var pending = pendingBreak
    var level = runLevel
    var index = first
    let paragraphEnd = UInt32(truncatingIfNeeded: paragraphEnd)
    if isAfterSoftHyphen { return index }
    while index < count {
      let scalar = scalars[index]
      guard scalar.kind == .narrow || scalar.scalar.value == 0x20, scalar.offset < paragraphEnd else { break }
      let next = index &+ 1
      var end = UInt32(truncatingIfNeeded: byteCount)
      if next < count {
        guard scalars[next].beginsCluster else { break }
        end = scalars[next].offset
      }
      var value = scalar.scalar.value
      var flags = PackedCell.Flag.beginsUnit | direction | pending
      if isVisual {
        if value &- 0x600 < 0x100 {
          let form = scalar.form.rawValue
          if isShaping {
            if value == 0x644, form & 2 != 0, ligates, Self.mayLigate(scalars, next, count) { break }
            let entry = forms.entry(value, form)
            if entry & PresentationFormTable.lacksMark != 0 { break }
            value = entry
            flags |= form & 2 << 4
          }
        } else if scalar.hasMirrorImage, scalar.level & 1 == 1 {
          value = mirrored(scalar.scalar)
        }
      }
      if scalar.level != level {
        if cell > runStart { runs.append(BidiLevelRun(start: runStart, end: cell, level: level)) }
        runStart = cell
        level = scalar.level
      }
      flags |= scalar.breakBefore == .allowed ? PackedCell.Flag.mayBreak : 0
      flags |= value == 0x20 ? PackedCell.Flag.blank : 0
      out[cell] = PackedCell(value, start: start, end: end, level: level, flags: flags)
      start = end
      pending = 0
      cell &+= 1
      index = next
    }
    if cell > cells.count { lastShown = cell - 1 }
    self.start = start
    pendingBreak = pending
    runLevel = level
    cells.setCount(cell)
    return index
  }

  /// Whether the lam before `place` may have to be drawn with an alef.
  @inline(__always)
  private static func mayLigate(_ scalars: UnsafePointer<AnalyzedScalar>, _ place: Int, _ count: Int) -> Bool {
    guard place < count else { return false }
    let value = scalars[place].scalar.value
    return value == 0x622 || value == 0x623 || value == 0x625 || value == 0x627 || scalars[place].kind != .narrow
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

  /// Begins a level run where the level changes.
  mutating func setLevel(_ level: UInt8, at cell: Int, _ runs: inout Scratch<BidiLevelRun>) {
    guard level != runLevel else { return }
    closeRun(at: cell, &runs)
    runLevel = level
  }

  private mutating func closeRun(at cell: Int, _ runs: inout Scratch<BidiLevelRun>) {
    if cell > runStart { runs.append(BidiLevelRun(start: runStart, end: cell, level: runLevel)) }
    runStart = cell
  }
}
