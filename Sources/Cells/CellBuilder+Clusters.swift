import UnicodeText

/// Clusters that are more than one character of one column.
extension CellBuilder {
  /// Adds the cells of a cluster, or of lam with its alef.
  mutating func addCluster(
    _ text: borrowing TextAnalyzer, _ scalars: UnsafePointer<PackedScalar>, _ count: Int,
    _ cells: inout Scratch<PackedCell>, _ marks: inout Scratch<UInt32>, _ runs: inout Scratch<BidiLevelRun>
  ) {
    var end = Self.clusterEnd(scalars, index)
    let first = scalars[index]
    if first.breakBefore == .allowed, !isAfterSoftHyphen { pendingBreak = PackedCell.Flag.mayBreak }
    isAfterSoftHyphen = scalars[end - 1].value == 0xAD
    let begin = cells.count
    if first.isLineEnd || first.kind == .separator {
      openRun(level(text, index), at: begin, &runs)
      add(isOneLine ? 0x20 : 0, to: &cells, end: offset(scalars, end))
      cells.base[begin].flags |= isOneLine ? PackedCell.Flag.blank : PackedCell.Flag.lineEnd
      // It shows nothing; the line's end asks which one it is.
      if !isOneLine { cells.base[begin].content = first.value }
    } else if let visible = firstVisible(scalars, index, end) {
      openRun(level(text, visible), at: begin, &runs)
      if let alef = alef(text, scalars, count, after: visible) {
        end = Self.clusterEnd(scalars, alef)
        addLamAlef(scalars, visible, alef, end, &cells, &marks)
      } else {
        addPieces(text, scalars, end, &cells, &marks)
        // A blank with something on it is seen.
        let isAlone = ((visible + 1)..<end).allSatisfy { scalars[$0].kind == .hidden }
        if isAlone, cells.count == begin + 1, Self.isBlank(scalars[visible].scalar) {
          cells.base[begin].flags |= PackedCell.Flag.blank
        }
      }
    } else {
      let level = level(text, index)
      move(scalars, to: end)
      hide(level, to: offset, &cells, &runs)
      return
    }
    cells.base[begin].flags |= PackedCell.Flag.beginsUnit | pendingBreak
    pendingBreak = 0
    move(scalars, to: end)
    start = offset
    lastShown = cells.count - 1
    if cells.count > begin + 1 || !cells.base[begin].isSimple { isSimple = false }
  }

  private static func clusterEnd(_ scalars: UnsafePointer<PackedScalar>, _ index: Int) -> Int {
    var end = index + 1
    while !scalars[end].beginsCluster { end += 1 }
    return end
  }

  /// Where a scalar at or behind the next one begins, in bytes.
  private func offset(_ scalars: UnsafePointer<PackedScalar>, _ place: Int) -> UInt32 {
    var offset = self.offset
    for other in index..<place { offset &+= scalars[other].length }
    return offset
  }

  private mutating func move(_ scalars: UnsafePointer<PackedScalar>, to place: Int) {
    offset = offset(scalars, place)
    index = place
  }

  private func firstVisible(_ scalars: UnsafePointer<PackedScalar>, _ index: Int, _ end: Int) -> Int? {
    if options.controls == .named { return index }
    return (index..<end).first { scalars[$0].kind != .hidden }
  }

  /// Whether lines end at this character and it is not shown there; the no-break spaces are not among them.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x20, 0x1680, 0x2000...0x2006, 0x2008...0x200A, 0x205F, 0x3000: true
    default: false
    }
  }

  /// Adds a cell, which is the last of its cluster so far; its bytes begin where those of the one before ended.
  private mutating func add(_ scalar: UInt32, width: Int = 1, to cells: inout Scratch<PackedCell>, end: UInt32) {
    cells.append(
      PackedCell(
        scalar, width: UInt32(truncatingIfNeeded: width), start: start, end: end, level: runLevel, flags: direction))
    start = end
  }

  /// Adds a mark to the last cell, which has at most four.
  private func add(mark: Unicode.Scalar, to cells: inout Scratch<PackedCell>, _ marks: inout Scratch<UInt32>) {
    let last = cells.base + (cells.count - 1)
    guard last.pointee.markCount < PackedCell.maximumMarks else { return }
    if last.pointee.markCount == 0 { last.pointee.mark = UInt32(truncatingIfNeeded: marks.count) }
    last.pointee.content += 1 << 23
    marks.append(mark.value)
  }

  /// Gives the bytes of something hidden to what is shown before it; at a line's start to what follows.
  private mutating func hide(
    _ level: UInt8, to end: UInt32, _ cells: inout Scratch<PackedCell>, _ runs: inout Scratch<BidiLevelRun>
  ) {
    guard cells.count > 0, cells.base[cells.count - 1].flags & PackedCell.Flag.lineEnd == 0 else { return }
    start = end
    if lastShown >= 0 {
      // All cells of the last unit, if it has only one, or the last of them.
      cells.base[lastShown].end = end
    }
    guard level != cells.base[cells.count - 1].level else { return }
    // L2 must still see it: a mark between two words can keep them apart.
    openRun(level, at: cells.count, &runs)
    cells.append(
      PackedCell(
        0, width: 0, start: end, end: end, level: level,
        flags: direction | PackedCell.Flag.hidden | PackedCell.Flag.beginsUnit))
    isSimple = false
  }

  /// The place of the alef that a lam at `place` is to be drawn with, if any.
  private func alef(
    _ text: borrowing TextAnalyzer, _ scalars: UnsafePointer<PackedScalar>, _ count: Int, after place: Int
  ) -> Int? {
    guard isShaping, options.lamAlef == .ligature, scalars[place].value == 0x644,
      scalars[place].form == .initial || scalars[place].form == .medial
    else { return nil }
    var next = place + 1
    while next < count, JoiningType(scalars[next].scalar) == .transparent { next += 1 }
    guard next < count, PresentationForm.lamAlef(scalars[next].scalar, isFinal: false) != nil,
      level(text, next) == level(text, place)
    else { return nil }
    return next
  }

  private mutating func addLamAlef(
    _ scalars: UnsafePointer<PackedScalar>, _ lam: Int, _ alef: Int, _ end: Int,
    _ cells: inout Scratch<PackedCell>, _ marks: inout Scratch<UInt32>
  ) {
    let form = PresentationForm.lamAlef(scalars[alef].scalar, isFinal: scalars[lam].form == .medial)
    add((form ?? scalars[lam].scalar).value, to: &cells, end: offset(scalars, end))
    guard options.marks == .keep else { return }
    for place in lam..<end where scalars[place].kind == .mark { add(mark: scalars[place].scalar, to: &cells, &marks) }
  }

  /// Adds a cell for each character of the next cluster that takes columns, or one for an emoji.
  private mutating func addPieces(
    _ text: borrowing TextAnalyzer, _ scalars: UnsafePointer<PackedScalar>, _ end: Int,
    _ cells: inout Scratch<PackedCell>, _ marks: inout Scratch<UInt32>
  ) {
    var shape = ClusterShape()
    for place in index..<end { shape.add(scalars[place].scalar, scalars[place].kind) }
    let begin = cells.count
    // Behind the last name: a mark does not stand on it.
    var namesEnd = begin
    var offset = self.offset
    for place in index..<end {
      let scalar = scalars[place]
      let hasBase = cells.count > namesEnd
      switch scalar.kind {
      case .hidden:
        if options.controls == .named, !shape.isEmoji {
          addName(of: scalar, at: offset, &cells, begin)
          namesEnd = cells.count
        }
      case .separator: break
      case .mark:
        // A mark without a letter stands on a dotted circle, so that it is seen and does not leave its cell.
        if !hasBase { add(0x25CC, to: &cells, end: offset) }
        if isShown(markOn: scalars[index]) { add(mark: scalar.scalar, to: &cells, &marks) }
      default:
        // Of an emoji made of several pictures a cell can hold the first.
        if shape.isEmoji, hasBase { break }
        endLast(&cells, at: offset, begin)
        let isMirrored = scalar.hasMirrorImage && level(text, place) & 1 == 1
        add(shown(scalar, isMirrored), width: shape.isEmoji ? 2 : scalar.kind.width, to: &cells, end: offset)
        cells.base[cells.count - 1].flags |= isShaping ? (scalar.form.rawValue & 2) << 4 : 0
        if isShaping, options.marks == .keep, let mark = PresentationForm(of: scalar.scalar, scalar.form).mark {
          add(mark: mark, to: &cells, &marks)
        }
      }
      offset &+= scalar.length
    }
    endLast(&cells, at: offset, begin)
  }

  /// The last cell of this cluster shows the bytes up to a place, and the next one those from there.
  private mutating func endLast(_ cells: inout Scratch<PackedCell>, at end: UInt32, _ begin: Int) {
    guard cells.count > begin else { return }
    cells.base[cells.count - 1].end = end
    start = end
  }

  /// Shows a hidden character by its name in brackets, each cell standing for the whole character.
  private mutating func addName(
    of scalar: PackedScalar, at offset: UInt32, _ cells: inout Scratch<PackedCell>, _ begin: Int
  ) {
    endLast(&cells, at: offset, begin)
    let from = start
    for byte in controlName(scalar.scalar).utf8 {
      start = from
      add(UInt32(byte), to: &cells, end: offset + scalar.length)
    }
  }

  private func isShown(markOn letter: PackedScalar) -> Bool {
    guard options.marks == .strip else { return true }
    let direction = BidiClass(letter.scalar)
    return direction != .r && direction != .al
  }

  private func shown(_ scalar: PackedScalar, _ isMirrored: Bool) -> UInt32 {
    switch scalar.kind {
    case .control: return controlPicture(scalar.scalar).value
    case .unassigned: return 0xFFFD
    case .space: return 0x20
    default: break
    }
    guard options.order == .visual else { return scalar.value }
    if isMirrored { return mirrored(scalar.scalar) }
    guard isShaping else { return scalar.value }
    return PresentationForm(of: scalar.scalar, scalar.form).scalar.value
  }
}
