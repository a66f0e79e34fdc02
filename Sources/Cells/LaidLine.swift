/// A line that `LayoutBuffer` has laid out: its cells from left to right, valid while it is being handed out.
public struct LaidLine: ~Copyable {
  let base: UnsafePointer<PackedCell>
  let marks: UnsafePointer<UInt32>
  let isVisual: Bool

  /// The number of columns that it takes.
  public let count: Int
  /// The bytes of the line, blanks and line ends that are not shown included.
  public let source: Range<Int>
  /// Whether the line's paragraph runs from right to left: it then begins at the right edge.
  public let isRightToLeft: Bool
  /// Whether the text goes on in the next line because this one is full.
  public let isSoft: Bool

  /// A cell, by its column.
  public subscript(column: Int) -> PackedCell {
    precondition(column >= 0 && column < count, "column \(column) of a line of \(count)")
    return base[column]
  }

  /// The scalars shown in a column: a character and its marks, none in the right half of a wide cluster.
  ///
  /// - Parameters:
  ///   - column: A column of the line.
  ///   - body: Takes each.
  public func forEachScalar(in column: Int, _ body: (Unicode.Scalar) -> Void) {
    let cell = self[column]
    guard cell.width > 0 else { return }
    body(cell.scalar)
    for place in 0..<cell.markCount { body(Unicode.Scalar(marks[Int(cell.mark) + place]) ?? "\u{FFFD}") }
  }

  /// What is shown in a column, as a string.
  public func text(in column: Int) -> String {
    let cell = self[column]
    if cell.width == 0 { return "" }
    if cell.markCount == 0 { return String(cell.scalar) }
    var text = String.UnicodeScalarView()
    forEachScalar(in: column) { text.append($0) }
    return String(text)
  }

  /// Adds the line's text to UTF-8 bytes.
  public func appendUTF8(to bytes: inout [UInt8]) {
    for column in 0..<count {
      let value = base[column].content & 0x1FFFFF
      if value < 0x80, base[column].markCount == 0 {
        if base[column].width > 0 { bytes.append(UInt8(truncatingIfNeeded: value)) }
      } else {
        forEachScalar(in: column) {
          bytes.append(contentsOf: UTF8.encode($0) ?? Unicode.UTF8.encodedReplacementCharacter)
        }
      }
    }
  }
}
