import UnicodeText

/// A paragraph laid out in lines of cells.
///
/// - Shape: lines from top to bottom; each byte of the text belongs to one line, and each byte that is shown to the
///   source of at least one cell. Hidden bytes (joiners, bidirectional controls) belong to a neighbouring cell's source.
/// - Source: UAX #9 for the order (levels of the whole paragraph, L1, L2 and L4 for each line), UAX #14 for the line
///   ends, UAX #29 for what is kept together, The Unicode Standard section 9.2 for the joining of letters, which is
///   found before lines are cut, so that letters at a line's end keep their form.
public struct ParagraphLayout: Hashable, Sendable {
  /// The lines; at least one.
  public let lines: [VisualLine]
  /// The direction of the paragraph: never `auto`.
  public let baseDirection: BaseDirection

  /// Lays out a paragraph.
  ///
  /// - Parameters:
  ///   - text: The paragraph in logical order. Line feeds and other line ends inside it end lines.
  ///   - width: The columns of a line; 0 to end lines only where the text says so. Words longer than a line are cut
  ///     between clusters; a cluster wider than the line is shown as U+FFFD.
  ///   - options: How it is to be laid out.
  ///   - baseOffset: Added to all offsets, for a paragraph that is part of a longer text.
  ///   - insertions: Words that are shown and are no part of the text: their cells have no source. Their bytes count from
  ///     the begin of `text`.
  /// - Complexity: O(*n*) in the length of `text`.
  public init(
    _ text: String, width: Int, options: LayoutOptions = LayoutOptions(), baseOffset: Int = 0,
    insertions: [Insertion] = []
  ) {
    var buffer = LayoutBuffer()
    let inserted = insertions.isEmpty ? nil : InsertedText(text, insertions)
    buffer.prepare(inserted?.text ?? text, options: options)
    baseDirection = buffer.baseDirection
    var lines: [VisualLine] = []
    let offset = inserted == nil ? baseOffset : 0
    buffer.forEachLine(width: width) { lines.append(VisualLine($0, offset: offset)) }
    self.lines = inserted.map { inserted in lines.map { VisualLine($0, in: inserted, offset: baseOffset) } } ?? lines
  }

  /// The number of the line that a byte is on; the nearest line for bytes outside the text.
  ///
  /// - Parameter byte: Counted as in the lines' sources.
  /// - Complexity: O(log *n*) in the number of lines.
  public func line(containing byte: Int) -> Int {
    var low = 0
    var high = lines.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if lines[middle].source.lowerBound <= byte { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// Where a part of the text stands: its columns on each line, from left to right.
  ///
  /// - Parameter range: Bytes, counted as in the lines' sources. What is not shown has no columns.
  /// - Complexity: O(log *n*) in the number of lines, O(*m*) in the cells of the lines it touches.
  public func stretches(of range: Range<Int>) -> [(line: Int, columns: Range<Int>)] {
    guard !range.isEmpty else { return [] }
    return (line(containing: range.lowerBound)...line(containing: range.upperBound - 1)).flatMap { line in
      lines[line].columns(of: range).map { (line, $0) }
    }
  }
}
