import UnicodeText

/// Cutting into lines, and their visual order.
extension LayoutBuffer {
  /// Calls `body` with each line from top to bottom; with one at least.
  ///
  /// - Parameters:
  ///   - width: The columns of a line; 0 to end lines only where the text says so. Words longer than a line are cut
  ///     between clusters; a cluster wider than the line is shown as U+FFFD.
  ///   - body: Takes the lines.
  /// - Complexity: O(*n*), without allocations once there is room.
  public mutating func forEachLine(width: Int, _ body: (borrowing LaidLine) -> Void) {
    let width = max(0, width)
    if plain.count > 0 {
      forEachPlainLine(width: width, body)
      return
    }
    returnToStart()
    var first = 0
    var run = 0
    var part = 0
    repeat {
      var cut = nextCut(first, width)
      // The cell behind the line must be known, as hidden characters belong to the one before them.
      while cut.end == cells.count, !isAtEnd {
        goOn(from: first)
        first = 0
        run = 0
        cut = nextCut(first, width)
      }
      styles.apply(to: cells.base + cut.first, cut.end - cut.first, end: endOfBytes(cut), &part)
      emit(cut, width: width, &run, body)
      first = cut.end
    } while first < cells.count
  }

  private func endOfBytes(_ cut: LineCut) -> Int {
    cut.end == cells.count ? byteCount : Int(cells.base[cut.end].start)
  }

  private func nextCut(_ first: Int, _ width: Int) -> LineCut {
    isSimple ? simpleCut(first, width) : generalCut(first, width)
  }

  /// A line, by the places of its cells in logical order.
  struct LineCut {
    let first: Int
    /// One past the last cell, the blanks at its end and what ends it included.
    var end: Int
    /// One past the last cell that is shown.
    var shownEnd: Int
    let isSoft: Bool
    /// Whether its first unit is wider than the line, and stands alone.
    var isTooWide = false
    /// Whether it is all that is shown of a longer text.
    var isCutShort = false
  }

  /// Where a line of cells of one column ends: at the last place that allows it.
  private func simpleCut(_ first: Int, _ width: Int) -> LineCut {
    let cells = self.cells.base
    let count = self.cells.count
    guard width > 0, count - first > width else { return hardCut(first, count, width) }
    var over = first + width
    while over < count, cells[over].isBlank { over += 1 }
    guard over < count else { return hardCut(first, count, width) }
    var end = over
    while end > first, !cells[end].mayBreakBefore { end -= 1 }
    return softCut(first, end > first ? end : over)
  }

  private func generalCut(_ first: Int, _ width: Int) -> LineCut {
    let cells = self.cells.base
    let count = self.cells.count
    var used = 0
    var possible = first
    // Where the cell's unit begins.
    var unit = first
    var isTooWide = false
    var index = first
    while index < count {
      let flags = cells[index].flags
      if flags & PackedCell.Flag.lineEnd != 0 { return hardCut(first, index + 1, width, isTooWide) }
      if flags & PackedCell.Flag.beginsUnit != 0 {
        unit = index
        if flags & PackedCell.Flag.mayBreak != 0 { possible = index }
      }
      used &+= cells[index].width
      if used > width, width > 0, flags & (PackedCell.Flag.blank | PackedCell.Flag.hidden) == 0 {
        // A word longer than the line ends where the line does, but not inside a unit.
        if unit > first { return softCut(first, possible > first ? possible : unit, isTooWide) }
        isTooWide = true
      }
      index &+= 1
    }
    return hardCut(first, count, width, isTooWide)
  }

  private func softCut(_ first: Int, _ end: Int, _ isTooWide: Bool = false) -> LineCut {
    var shown = end
    while shown > first, cells.base[shown - 1].mayHang { shown -= 1 }
    return LineCut(first: first, end: end, shownEnd: shown, isSoft: true, isTooWide: isTooWide)
  }

  private func hardCut(_ first: Int, _ end: Int, _ width: Int, _ isTooWide: Bool = false) -> LineCut {
    var shown = end
    if shown > first, cells.base[shown - 1].flags & PackedCell.Flag.lineEnd != 0 { shown -= 1 }
    if width > 0 {
      // Blanks at a paragraph's end are shown as far as there is room.
      var used = shown - first
      if !isSimple { used = (first..<shown).reduce(0) { $0 + cells.base[$1].width } }
      while used > width, shown > first, cells.base[shown - 1].mayHang {
        repeat {
          shown -= 1
          used -= cells.base[shown].width
        } while shown > first && !cells.base[shown].beginsUnit
      }
    }
    return LineCut(first: first, end: end, shownEnd: shown, isSoft: false, isTooWide: isTooWide)
  }

  // MARK: Order

  mutating func emit(
    _ cut: LineCut, width: Int, _ run: inout Int, _ body: (borrowing LaidLine) -> Void
  ) {
    line.removeAll()
    var base = UnsafePointer(line.base)
    var count = 0
    while run < runs.count, runs.base[run].end <= cut.first { run += 1 }
    if cut.first < cut.shownEnd {
      let isOneRun = runs.base[run].end >= cut.shownEnd
      if options.alignment == .justify, cut.isSoft, stretch(cut, to: width) {
        orderStretched()
        base = UnsafePointer(line.base)
        count = line.count
      } else if isSimple, isOneRun, options.order == .logical || runs.base[run].level & 1 == 0 && !endsAgainst(cut) {
        base = UnsafePointer(cells.base + cut.first)
        count = cut.shownEnd - cut.first
      } else {
        order(cut, width: width, run)
        base = UnsafePointer(line.base)
        count = line.count
      }
    }
    let start = cut.first == 0 && isAtStart ? 0 : Int(cells.base[cut.first].start)
    let level = cut.first < cut.end ? cells.base[cut.first].baseLevel : baseLevel
    body(
      LaidLine(
        base: base, marks: marks.base, isVisual: options.order == .visual, count: count,
        source: start..<endOfBytes(cut),
        isRightToLeft: level & 1 == 1,
        isSoft: cut.isSoft))
  }

  /// Whether the line shows blanks at its end that take another level than the last run (L1).
  private func endsAgainst(_ cut: LineCut) -> Bool {
    let last = cells.base[cut.shownEnd - 1]
    return last.isBlank && last.level != last.baseLevel && endsInsideParagraph(cut)
  }

  /// Whether the line is ended by a character that ends no paragraph (line tabulation, form feed, line separator), or is
  /// all that is shown.
  private func endsInsideParagraph(_ cut: LineCut) -> Bool {
    guard cut.end > cut.first, !cut.isCutShort else { return cut.isCutShort }
    let last = cells.base[cut.end - 1]
    let value = last.content & 0x1FFFFF
    return last.flags & PackedCell.Flag.lineEnd != 0 && (value == 0x0B || value == 0x0C || value == 0x2028)
  }

  private mutating func order(_ cut: LineCut, width: Int, _ run: Int) {
    line.reserve(2 * (cut.shownEnd - cut.first))
    if cut.isTooWide {
      replaceWide(cut)
      return
    }
    if options.order == .logical {
      copyForwards(cells.base, cut.first, cut.shownEnd)
      return
    }
    // L1: blanks at the line's end take the paragraph's level. At a paragraph's end they have it, and where a line is
    // full they are not shown.
    var content = cut.shownEnd
    if endsInsideParagraph(cut) {
      while content > cut.first, cells.base[content - 1].isBlank { content -= 1 }
    }
    order.removeAll()
    var place = run
    while place < runs.count, runs.base[place].start < content {
      let found = runs.base[place]
      order.append(
        BidiLevelRun(start: max(found.start, cut.first), end: min(found.end, content), level: found.level))
      place += 1
    }
    let trailing = content
    while content < cut.shownEnd {
      let level = cells.base[content].baseLevel
      var end = content + 1
      while end < cut.shownEnd, cells.base[end].baseLevel == level { end += 1 }
      order.append(BidiLevelRun(start: content, end: end, level: level))
      content = end
    }
    copyOrdered(cells.base)
    if trailing < cut.shownEnd {
      let start = cells.base[trailing].start
      for column in 0..<line.count where line.base[column].start >= start {
        line.base[column].level = line.base[column].baseLevel
      }
    }
  }

  /// A unit wider than its line is shown as one U+FFFD.
  private mutating func replaceWide(_ cut: LineCut) {
    var cell = cells.base[cut.first]
    cell.content = 0xFFFD | 1 << 21
    var end = cut.first + 1
    while end < cut.shownEnd, !cells.base[end].beginsUnit { end += 1 }
    cell.end = cells.base[end - 1].end
    line.append(cell)
    // Marks that only part others may follow, and have no room anyway.
  }

  /// Copies the runs of `order` into the line, which must have room for twice their cells.
  mutating func copyOrdered(_ cells: UnsafeMutablePointer<PackedCell>) {
    for run in order.ordered() {
      if run.isRightToLeft {
        copyBackwards(cells, run.start, run.end)
      } else {
        copyForwards(cells, run.start, run.end)
      }
    }
  }

  private mutating func copyBackwards(_ cells: UnsafeMutablePointer<PackedCell>, _ start: Int, _ end: Int) {
    var out = line.base + line.count
    var place = end
    if isSimple {
      while place > start {
        place &-= 1
        out.pointee = cells[place]
        out += 1
      }
    } else {
      while place > start {
        place &-= 1
        if cells[place].beginsUnit {
          out = Self.copy(cells[place], to: out)
        } else {
          // The cells of one unit stay in their order.
          let last = place
          while place > start, !cells[place].beginsUnit { place &-= 1 }
          for piece in place...last { out = Self.copy(cells[piece], to: out) }
        }
      }
    }
    line.setCount(out - line.base)
  }

  private mutating func copyForwards(_ cells: UnsafeMutablePointer<PackedCell>, _ start: Int, _ end: Int) {
    var out = line.base + line.count
    if isSimple {
      out.update(from: cells + start, count: end - start)
      out += end - start
    } else {
      for place in start..<end { out = Self.copy(cells[place], to: out) }
    }
    line.setCount(out - line.base)
  }

  /// Writes a cell and its right half if it has one, nothing if it is hidden, and gives the place behind.
  @inline(__always)
  private static func copy(
    _ cell: PackedCell, to out: UnsafeMutablePointer<PackedCell>
  ) -> UnsafeMutablePointer<PackedCell> {
    out.pointee = cell
    let width = cell.width
    if width < 2 { return out + width }
    out[1] = cell
    out[1].content = 0
    return out + 2
  }
}
