import UnicodeText

/// Parts of a text that have a style, in its order, none over another: laid over cells as these are handed out.
struct StyledParts: ~Copyable {
  struct Part: BitwiseCopyable {
    let start: UInt32
    let end: UInt32
    /// See `Style.packed`.
    let look: UInt32
  }

  private var parts = Scratch<Part>()

  mutating func removeAll() { parts.removeAll() }

  /// Gives a part of the text a style; `false` if it does not stand behind all others.
  mutating func append(_ look: UInt32, _ range: Range<Int>) -> Bool {
    let start = UInt32(clamping: range.lowerBound)
    let end = UInt32(clamping: range.upperBound)
    guard start < end else { return true }
    if parts.count > 0, parts.base[parts.count - 1].end > start { return false }
    parts.append(Part(start: start, end: end, look: look))
    return true
  }

  /// Lays the styles over some cells in logical order. Doing so again changes nothing.
  ///
  /// - Parameters:
  ///   - end: Where the bytes of these cells end: a hidden one may end before what stands before it.
  ///   - part: The first part that does not end before the cells; moved on to the first that goes on behind them.
  /// - Complexity: O(1) where there is no style, else O(*n*) in the cells.
  @inline(__always)
  func apply(to cells: UnsafeMutablePointer<PackedCell>, _ count: Int, end: Int, _ part: inout Int) {
    guard part < parts.count, Int(parts.base[part].start) < end else { return }
    applyNext(to: cells, count, end: end, &part)
  }

  @inline(never)
  private func applyNext(to cells: UnsafeMutablePointer<PackedCell>, _ count: Int, end: Int, _ part: inout Int) {
    var first = 0
    while part < parts.count {
      let styled = parts.base[part]
      guard Int(styled.start) < end else { return }
      while first < count, cells[first].end <= styled.start { first += 1 }
      var place = first
      while place < count, cells[place].start < styled.end {
        cells[place].lay(styled.look)
        place += 1
      }
      guard Int(styled.end) <= end else { return }
      part += 1
    }
  }
}

extension PackedCell {
  /// Lays a style over the cell's own.
  mutating func lay(_ style: UInt32) {
    look = look == 0 || look == style ? style : Style(packed: look).overlaid(with: Style(packed: style)).packed
  }
}
