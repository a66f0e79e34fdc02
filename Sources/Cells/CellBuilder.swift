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
        index = addPlain(base, index, scalars.count, end, &cells, &marks, &runs)
        guard index < scalars.count, Int(base[index].offset) < end else { break }
        index = addCluster(scalars, index, &cells, &marks, &runs)
        cells.reserve(cells.count + scalars.count - index + 1)
      }
    }
    closeRun(at: cells.count, &runs)
  }

  /// Adds clusters of one character of one column and its marks, and lam with alef, up to something else.
  private mutating func addPlain(
    _ scalars: UnsafePointer<AnalyzedScalar>, _ first: Int, _ count: Int, _ paragraphEnd: Int,
    _ cells: inout Scratch<PackedCell>, _ marks: inout Scratch<UInt32>, _ runs: inout Scratch<BidiLevelRun>
  ) -> Int {
    if isAfterSoftHyphen { return first }
    // Copies that stay in registers.
    let isVisual = self.isVisual, isShaping = self.isShaping
    let keepsMarks = options.marks == .keep
    let forms = self.forms
    let direction = self.direction | PackedCell.Flag.beginsUnit
    let paragraphEnd = UInt32(truncatingIfNeeded: paragraphEnd)
    let byteCount = UInt32(truncatingIfNeeded: self.byteCount)
    let begin = cells.base + cells.count
    var cell = begin
    var start = self.start
    var pending = pendingBreak
    var level = runLevel
    var index = first
    while index < count {
      let scalar = scalars[index]
      var value = scalar.scalar.value
      guard scalar.kind == .narrow || value == 0x20, scalar.offset < paragraphEnd else { break }
      var next = index &+ 1
      var flags = direction | pending
      if value &- 0x600 < 0x100 {
        if isShaping {
          let form = scalar.form.rawValue
          let entry = forms.entry(value, form)
          if entry & PresentationFormTable.lacksMark != 0 { break }
          if value == 0x644, form & 2 != 0, next < count, options.lamAlef == .ligature {
            let alef = scalars[next]
            if let both = forms.lamAlef(alef.scalar.value, isFinal: form & 1 != 0), alef.level == scalar.level {
              value = both.value
              next &+= 1
            } else if alef.kind != .narrow {
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
      } else if isVisual, scalar.hasMirrorImage, scalar.level & 1 == 1 {
        value = mirrored(scalar.scalar)
      }
      var content = value | 1 << 21
      var mark: UInt32 = 0
      var end = byteCount
      if next < count {
        if !scalars[next].beginsCluster {
          guard keepsMarks, value != 0x20 else { break }
          let after = Self.endOfMarks(scalars, next, count)
          guard after > next else { break }
          mark = UInt32(truncatingIfNeeded: marks.count)
          let shown = min(after &- next, PackedCell.maximumMarks)
          for place in next..<next &+ shown { marks.append(scalars[place].scalar.value) }
          content |= UInt32(truncatingIfNeeded: shown) << 23
          next = after
        }
        if next < count { end = scalars[next].offset }
      }
      if scalar.level != level {
        let place = cell - cells.base
        if place > runStart { runs.append(BidiLevelRun(start: runStart, end: place, level: level)) }
        runStart = place
        level = scalar.level
      }
      flags |= scalar.mayBreakBefore ? PackedCell.Flag.mayBreak : 0
      flags |= value == 0x20 ? PackedCell.Flag.blank : 0
      cell.pointee = PackedCell(content, mark: mark, start: start, end: end, level: level, flags: flags)
      cell += 1
      start = end
      pending = 0
      index = next
    }
    self.start = start
    pendingBreak = pending
    runLevel = level
    if cell > begin {
      cells.setCount(cell - cells.base)
      lastShown = cells.count - 1
    }
    return index
  }

  /// The end of the marks that begin at `first`, or `first` if something else is in the cluster.
  @inline(__always)
  private static func endOfMarks(_ scalars: UnsafePointer<AnalyzedScalar>, _ first: Int, _ count: Int) -> Int {
    var place = first
    while place < count, !scalars[place].beginsCluster {
      // A keycap may make an emoji of what it stands on.
      guard scalars[place].kind == .mark, scalars[place].scalar != "\u{20E3}" else { return first }
      place &+= 1
    }
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
