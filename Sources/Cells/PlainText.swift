import UnicodeText

/// A text of ASCII without controls: one column a byte, all from left to right. It is kept as it is, so that a long one
/// takes two bytes of memory a character instead of a cell.
struct PlainText: ~Copyable {
  private var bytes = Scratch<UInt8>()
  /// For each byte whether a line may end before it: 0 or 1.
  private var breaks = Scratch<UInt8>()

  /// Whether a text is made of ASCII without controls.
  static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let text = bytes.baseAddress else { return false }
    let raw = UnsafeRawPointer(text)
    let count = bytes.count
    let each: UInt64 = 0x0101_0101_0101_0101
    var place = 0
    while place &+ 8 <= count {
      let word = raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      // A high bit is set by what is not ASCII, by the first byte below a blank, or by delete.
      if (word | (word &- 0x20 &* each) | (word &+ each)) & (0x80 &* each) != 0 { return false }
      place &+= 8
    }
    while place < count {
      if text[place] &- 0x20 >= 0x5F { return false }
      place &+= 1
    }
    return true
  }

  /// The number of bytes.
  var count: Int { bytes.count }

  mutating func removeAll() { bytes.removeAll() }

  /// Takes a text that `isPlain`.
  mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
    guard let start = text.baseAddress else { return }
    bytes.reserve(text.count)
    bytes.base.update(from: start, count: text.count)
    bytes.setCount(text.count)
    breaks.reserve(text.count)
    asciiLineBreaks(text, into: UnsafeMutableBufferPointer(start: breaks.base, count: text.count))
  }

  @inline(__always)
  func isBlank(_ place: Int) -> Bool { bytes.base[place] == 0x20 }

  @inline(__always)
  func mayBreak(before place: Int) -> Bool { breaks.base[place] != 0 }

  /// Writes the cells of some bytes.
  func writeCells(_ range: Range<Int>, to cells: UnsafeMutablePointer<PackedCell>) {
    let bytes = self.bytes.base + range.lowerBound
    let breaks = self.breaks.base + range.lowerBound
    let first = UInt32(truncatingIfNeeded: range.lowerBound)
    for column in 0..<range.count {
      let isBlank: UInt8 = bytes[column] == 0x20 ? PackedCell.Flag.blank : 0
      let start = first &+ UInt32(truncatingIfNeeded: column)
      cells[column] = PackedCell(
        UInt32(bytes[column]), start: start, end: start &+ 1, level: 0,
        flags: PackedCell.Flag.beginsUnit | breaks[column] << 1 | isBlank)
    }
  }
}

extension LayoutBuffer {
  /// Makes all cells of a plain text, which is none from then on.
  mutating func makePlainCells() {
    let count = plain.count
    cells.reserve(count)
    plain.writeCells(0..<count, to: cells.base)
    cells.setCount(count)
    if count > 0 { runs.append(BidiLevelRun(start: 0, end: count, level: 0)) }
    plain.removeAll()
  }

  /// The lines of a plain text: as `simpleCut` cuts them, their cells made one line after the other.
  mutating func forEachPlainLine(width: Int, _ body: (borrowing LaidLine) -> Void) {
    let count = plain.count
    var first = 0
    var part = 0
    while first < count {
      let cut = plainCut(first, width)
      line.reserve(cut.shownEnd - first)
      plain.writeCells(first..<cut.shownEnd, to: line.base)
      styles.apply(to: line.base, cut.shownEnd - first, end: cut.end, &part)
      line.setCount(cut.shownEnd - first)
      body(
        LaidLine(
          base: line.base, marks: marks.base, isVisual: options.order == .visual, count: line.count,
          source: first..<cut.end, isRightToLeft: false, isSoft: cut.isSoft))
      first = cut.end
    }
  }

  private func plainCut(_ first: Int, _ width: Int) -> LineCut {
    let count = plain.count
    var over = count
    if width > 0, count - first > width {
      over = first + width
      while over < count, plain.isBlank(over) { over += 1 }
    }
    var end = over
    var shown = over
    if over < count {
      while end > first, !plain.mayBreak(before: end) { end -= 1 }
      if end == first { end = over }
      shown = end
      while shown > first, plain.isBlank(shown - 1) { shown -= 1 }
    } else if width > 0 {
      // Blanks at a paragraph's end are shown as far as there is room.
      while shown - first > width, plain.isBlank(shown - 1) { shown -= 1 }
    }
    return LineCut(first: first, end: end, shownEnd: shown, isSoft: over < count)
  }
}
