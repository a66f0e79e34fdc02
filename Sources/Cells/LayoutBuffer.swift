import UnicodeText

/// Lays out one text after the other in room that is kept: from UTF-8 to lines of packed cells without allocations.
///
/// - Shape: `prepare` analyzes a text; `forEachLine` cuts it into lines of some width and hands each out in visual order,
///   as often and at as many widths as is asked for. Of a long text four bytes a character are kept; its cells are made
///   where the line at hand needs them, and forgotten then.
/// - Source: UAX #9 for the order (levels of the whole paragraph, L1, L2 and L4 for each line), UAX #14 for the line
///   ends, UAX #29 for what is kept together, The Unicode Standard section 9.2 for the joining of letters, which is
///   found before lines are cut, so that letters at a line's end keep their form.
public struct LayoutBuffer: ~Copyable {
  var analyzer = TextAnalyzer()
  var builder = CellBuilder(options: LayoutOptions(), isOneLine: false)
  /// A stretch of the text's cells in logical order, those that end lines and those that only part others included.
  var cells = Scratch<PackedCell>()
  /// The marks of these cells.
  var marks = Scratch<UInt32>()
  /// These cells' level runs.
  var runs = Scratch<BidiLevelRun>()
  /// The line at hand, from left to right.
  var line = Scratch<PackedCell>()
  /// The line at hand in logical order, where justification has made it longer.
  var stretched = Scratch<PackedCell>()
  /// Runs of the line at hand.
  var order = VisualOrder()
  /// A plain text whose cells are made line by line; empty for any other.
  var plain = PlainText()
  /// Styles that are not laid over the cells yet.
  var styles = StyledParts()
  /// Places where a line can be stretched.
  var joints = Scratch<StretchJoint>()

  /// The options of the text at hand.
  var options = LayoutOptions()
  /// Whether line ends are shown as blanks.
  var isOneLine = false
  /// Whether each cell at hand takes one column and can stand at a line's beginning.
  var isSimple: Bool { builder.isSimple }
  /// Whether the first cell at hand is the text's first.
  var isAtStart = true
  /// The number of bytes of the text.
  var byteCount = 0
  /// The level of the first paragraph.
  var baseLevel: UInt8 = 0

  /// Creates an empty buffer.
  public init() {}

  /// The direction of the text at hand: never `auto`.
  public var baseDirection: BaseDirection { baseLevel & 1 == 1 ? .rightToLeft : .leftToRight }

  /// Analyzes a text and makes its cells.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8 in logical order; bytes that are none are shown as U+FFFD. Line feeds and other line ends inside
  ///     it end lines.
  ///   - options: How it is to be laid out.
  /// - Complexity: O(*n*), without allocations once there is room.
  public mutating func prepare(_ bytes: UnsafeBufferPointer<UInt8>, options: LayoutOptions = LayoutOptions()) {
    prepare(bytes, options: options, isOneLine: false)
  }

  /// Analyzes a text and makes its cells.
  ///
  /// - Parameters:
  ///   - text: The text in logical order. Line feeds and other line ends inside it end lines.
  ///   - options: How it is to be laid out.
  /// - Complexity: O(*n*), without allocations once there is room.
  public mutating func prepare(_ text: String, options: LayoutOptions = LayoutOptions()) {
    prepare(text, options: options, isOneLine: false)
  }

  mutating func prepare(_ text: String, options: LayoutOptions, isOneLine: Bool) {
    var text = text
    text.withUTF8 { prepare($0, options: options, isOneLine: isOneLine) }
  }

  /// - Parameter isOneLine: Whether line ends are shown as blanks instead.
  mutating func prepare(_ bytes: UnsafeBufferPointer<UInt8>, options: LayoutOptions, isOneLine: Bool) {
    self.options = options
    self.isOneLine = isOneLine
    byteCount = bytes.count
    plain.removeAll()
    styles.removeAll()
    rewind()
    if options.base != .rightToLeft, PlainText.isPlain(bytes) {
      baseLevel = 0
      analyzer.analyze(UnsafeBufferPointer(rebasing: bytes[0..<0]), base: .leftToRight)
      plain.read(bytes)
      // What is stretched or cut by itself needs all cells.
      if isOneLine || options.alignment == .justify { makePlainCells() }
      return
    }
    let base: BidiBase =
      switch options.base {
      case .auto: .automatic
      case .leftToRight: .leftToRight
      case .rightToLeft: .rightToLeft
      }
    analyzer.analyze(bytes, base: base)
    baseLevel = analyzer.paragraphs.first?.level ?? (options.base == .rightToLeft ? 1 : 0)
    if isOneLine { fillAll() } else { fill(to: Self.stretch) }
  }

  /// Lays a style over what is set for a part of the text.
  ///
  /// - Parameters:
  ///   - style: What it sets replaces what is set; see `Style.overlaid(with:)`.
  ///   - range: Bytes of the text. Each cell that shows one of them takes the style.
  /// - Complexity: O(1) if the ranges come in the text's order and none overlaps another. Else O(log *n*) in the text and
  ///   O(*m*) in the cells of the range, once O(*n*).
  public mutating func setStyle(_ style: Style, of range: Range<Int>) {
    guard !range.isEmpty, !styles.append(style.packed, range) else { return }
    makeAllCells()
    var low = 0
    var high = cells.count
    while low < high {
      let middle = (low + high) / 2
      if Int(cells.base[middle].end) <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    while low < cells.count, Int(cells.base[low].start) < range.upperBound {
      cells.base[low].lay(style.packed)
      low += 1
    }
  }
}

// MARK: - The cells at hand

extension LayoutBuffer {
  /// So many cells are made at a time, if lines need no more: few enough for the processor's nearest cache.
  private static var stretch: Int { 1024 }

  /// Whether the last cell at hand is the text's last.
  var isAtEnd: Bool { builder.index == analyzer.scalars.count }

  private mutating func rewind() {
    cells.removeAll()
    marks.removeAll()
    runs.removeAll()
    builder = CellBuilder(options: options, isOneLine: isOneLine)
    isAtStart = true
  }

  private mutating func fill(to limit: Int) {
    builder.fill(analyzer, to: min(limit, cells.count + analyzer.scalars.count - builder.index), &cells, &marks, &runs)
  }

  /// A unit may need more cells than it has characters, so this takes more than one turn.
  mutating func fillAll() {
    while !isAtEnd { fill(to: .max) }
  }

  /// Makes the text's first cells, if they are not at hand.
  mutating func returnToStart() {
    guard !isAtStart else { return }
    rewind()
    fill(to: Self.stretch)
  }

  /// Makes more cells, and forgets those before `first`, which there must be.
  mutating func goOn(from first: Int) {
    if first > 0 {
      builder.drop(first, &cells, &marks, &runs)
      isAtStart = false
    }
    // At least twice as many, so that a long line is not looked through often.
    fill(to: max(Self.stretch, 2 * cells.count))
  }

  /// Makes all cells with their styles.
  private mutating func makeAllCells() {
    if plain.count > 0 { makePlainCells() }
    returnToStart()
    fillAll()
    var part = 0
    styles.apply(to: cells.base, cells.count, end: byteCount, &part)
    styles.removeAll()
  }
}
