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
    var first = 0
    var run = 0
    if cells.count == 0 {
      emit(LineCut(first: 0, end: 0, shownEnd: 0, isSoft: false), width: width, &run, body)
      return
    }
    while first < cells.count {
      let cut = isSimple ? simpleCut(first, width) : generalCut(first, width)
      emit(cut, width: width, &run, body)
      first = cut.end
    }
  }

  /// A line, by the places of its cells in logical order.
  struct LineCut {
    let first: Int
    /// One past the last cell, the blanks at its end and what ends it included.
    var end: Int
    /// One past the last cell that is shown.
    var shownEnd: Int
    let isSoft: Bool
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
    var index = first
    while index < count {
      let cell = cells[index]
      if cell.flags & PackedCell.Flag.lineEnd != 0 { return hardCut(first, index + 1, width) }
      let unit = unitEnd(index)
      var columns = cell.width
      var place = index + 1
      while place < unit {
        columns += cells[place].width
        place += 1
      }
      if cell.mayBreakBefore, index > first { possible = index }
      if width > 0, !cell.mayHang, used + columns > width, index > first {
        // A word longer than the line ends where the line does.
        return softCut(first, possible > first ? possible : index)
      }
      used += columns
      index = unit
    }
    return hardCut(first, count, width)
  }

  /// One past the last cell of the unit that begins at `index`.
  private func unitEnd(_ index: Int) -> Int {
    var end = index + 1
    while end < cells.count, !cells.base[end].beginsUnit { end += 1 }
    return end
  }

  private func softCut(_ first: Int, _ end: Int) -> LineCut {
    var shown = end
    while shown > first, cells.base[shown - 1].mayHang { shown -= 1 }
    return LineCut(first: first, end: end, shownEnd: shown, isSoft: true)
  }

  private func hardCut(_ first: Int, _ end: Int, _ width: Int) -> LineCut {
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
    return LineCut(first: first, end: end, shownEnd: shown, isSoft: false)
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
    let start = cut.first == 0 ? 0 : Int(cells.base[cut.first].start)
    let end = cut.end == cells.count ? byteCount : Int(cells.base[cut.end].start)
    let level = cut.first < cut.end ? cells.base[cut.first].baseLevel : baseLevel
    body(
      LaidLine(
        base: base, marks: marks.base, count: count, source: start..<end, isRightToLeft: level & 1 == 1,
        isSoft: cut.isSoft))
  }

  /// Whether the line shows blanks at its end that take another level than the last run (L1).
  private func endsAgainst(_ cut: LineCut) -> Bool {
    let last = cells.base[cut.shownEnd - 1]
    return last.isBlank && last.level != last.baseLevel
  }

  private mutating func order(_ cut: LineCut, width: Int, _ run: Int) {
    line.reserve(2 * (cut.shownEnd - cut.first))
    if options.order == .logical {
      copyForwards(cells.base, cut.first, cut.shownEnd, width)
      return
    }
    // L1: blanks at the line's end take the paragraph's level.
    var content = cut.shownEnd
    while content > cut.first, cells.base[content - 1].isBlank { content -= 1 }
    order.removeAll()
    var place = run
    while place < runs.count, runs.base[place].start < content {
      let found = runs.base[place]
      order.append(
        BidiLevelRun(start: max(found.start, cut.first), end: min(found.end, content), level: found.level))
      place += 1
    }
    while content < cut.shownEnd {
      let level = cells.base[content].baseLevel
      var end = content + 1
      while end < cut.shownEnd, cells.base[end].baseLevel == level { end += 1 }
      order.append(BidiLevelRun(start: content, end: end, level: level))
      content = end
    }
    copyOrdered(cells.base, width)
  }

  /// Copies the runs of `order` into the line.
  mutating func copyOrdered(_ cells: UnsafeMutablePointer<PackedCell>, _ width: Int) {
    for run in order.ordered() {
      if run.isRightToLeft {
        copyBackwards(cells, run.start, run.end, width)
      } else {
        copyForwards(cells, run.start, run.end, width)
      }
    }
  }

  private mutating func copyBackwards(
    _ cells: UnsafeMutablePointer<PackedCell>, _ start: Int, _ end: Int, _ width: Int
  ) {
    if isSimple {
      let out = line.base + line.count
      var place = end
      var at = 0
      while place > start {
        place &-= 1
        out[at] = cells[place]
        at &+= 1
      }
      line.setCount(line.count + (end - start))
      return
    }
    var end = end
    while end > start {
      var first = end - 1
      while first > start, !cells[first].beginsUnit { first -= 1 }
      copyUnit(cells, first, end, width)
      end = first
    }
  }

  private mutating func copyForwards(
    _ cells: UnsafeMutablePointer<PackedCell>, _ start: Int, _ end: Int, _ width: Int
  ) {
    if isSimple {
      (line.base + line.count).update(from: cells + start, count: end - start)
      line.setCount(line.count + (end - start))
      return
    }
    var start = start
    while start < end {
      var next = start + 1
      while next < end, !cells[next].beginsUnit { next += 1 }
      copyUnit(cells, start, next, width)
      start = next
    }
  }

  /// Copies the cells of a unit; one that is wider than the line is shown as one U+FFFD.
  private mutating func copyUnit(_ cells: UnsafeMutablePointer<PackedCell>, _ start: Int, _ end: Int, _ width: Int) {
    if width > 0, end > start + 1 || cells[start].width > width {
      var columns = 0
      for place in start..<end { columns += cells[place].width }
      if columns > width {
        var cell = cells[start]
        cell.content = 0xFFFD | 1 << 21
        cell.end = cells[end - 1].end
        line.append(cell)
        return
      }
    }
    for place in start..<end where cells[place].width > 0 {
      line.append(cells[place])
      if cells[place].width == 2 {
        var half = cells[place]
        half.content = 0
        line.append(half)
      }
    }
  }
}
