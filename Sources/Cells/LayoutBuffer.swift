import UnicodeText

/// Lays out one text after the other in room that is kept: from UTF-8 to lines of packed cells without allocations.
///
/// - Shape: `prepare` analyzes a text and makes its cells in logical order; `forEachLine` cuts them into lines of some
///   width and hands each out in visual order, as often and at as many widths as is asked for.
/// - Source: UAX #9 for the order (levels of the whole paragraph, L1, L2 and L4 for each line), UAX #14 for the line
///   ends, UAX #29 for what is kept together, The Unicode Standard section 9.2 for the joining of letters, which is
///   found before lines are cut, so that letters at a line's end keep their form.
public struct LayoutBuffer: ~Copyable {
  var analyzer = TextAnalyzer()
  /// The cells in logical order, those that end lines and those that only part others included.
  var cells = Scratch<PackedCell>()
  /// The marks of all cells.
  var marks = Scratch<UInt32>()
  /// The cells' level runs.
  var runs = Scratch<BidiLevelRun>()
  /// The line at hand, from left to right.
  var line = Scratch<PackedCell>()
  /// The line at hand in logical order, where justification has made it longer.
  var stretched = Scratch<PackedCell>()
  /// Runs of the line at hand.
  var order = VisualOrder()
  /// A plain text whose cells are made line by line; empty for any other.
  var plain = PlainText()
  /// Places where a line can be stretched.
  var joints = Scratch<StretchJoint>()

  /// The options of the text at hand.
  var options = LayoutOptions()
  /// Whether each cell takes one column and can stand at a line's beginning.
  var isSimple = true
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
    byteCount = bytes.count
    cells.removeAll()
    marks.removeAll()
    runs.removeAll()
    isSimple = true
    plain.removeAll()
    if options.base != .rightToLeft, PlainText.isPlain(bytes) {
      baseLevel = 0
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
    var builder = CellBuilder(byteCount: byteCount, options: options, isOneLine: isOneLine)
    builder.build(analyzer.scalars, analyzer.paragraphs, &cells, &marks, &runs)
    isSimple = builder.isSimple
  }

  /// Lays a style over what is set for a part of the text.
  ///
  /// - Parameters:
  ///   - style: What it sets replaces what is set; see `Style.overlaid(with:)`.
  ///   - range: Bytes of the text. Each cell that shows one of them takes the style.
  /// - Complexity: O(log *n*) in the text and O(*m*) in the cells of the range; once O(*n*) for a text in ASCII if ranges
  ///   do not come in its order.
  public mutating func setStyle(_ style: Style, of range: Range<Int>) {
    guard !range.isEmpty else { return }
    if plain.count > 0 {
      if plain.append(style.packed, range) { return }
      makePlainCells()
    }
    var low = 0
    var high = cells.count
    while low < high {
      let middle = (low + high) / 2
      if Int(cells.base[middle].end) <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    while low < cells.count, Int(cells.base[low].start) < range.upperBound {
      let old = cells.base[low].look
      cells.base[low].look = old == 0 ? style.packed : Style(packed: old).overlaid(with: style).packed
      low += 1
    }
  }
}
