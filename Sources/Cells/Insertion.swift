/// Words that are shown in a paragraph and are no part of its text, such as the number of a note.
public struct Insertion: Hashable, Sendable {
  /// Where they stand: before this byte of the paragraph.
  public var byte: Int
  /// The words, on one line.
  public var text: String

  /// Creates an insertion.
  public init(_ text: String, before byte: Int) { (self.text, self.byte) = (text, byte) }
}

/// A text with words put in, and which byte of the text each byte of the whole is.
struct InsertedText {
  /// The whole.
  private(set) var text = ""
  /// Where the words put in stand in the whole, in order, and how many bytes were put in before each.
  private var parts: [(range: Range<Int>, before: Int)] = []

  /// Puts words into a text.
  ///
  /// - Complexity: O(*n* + *i* log *i*) in the bytes of the text and the insertions.
  init(_ original: String, _ insertions: [Insertion]) {
    var rest = original.utf8[...]
    var taken = 0
    var inserted = 0
    for insertion in insertions.sorted(by: { $0.byte < $1.byte }) {
      let count = min(max(0, insertion.byte - taken), rest.count)
      text += String(Substring(rest.prefix(count)))
      rest = rest.dropFirst(count)
      taken += count
      let start = text.utf8.count
      text += insertion.text
      parts.append((start..<text.utf8.count, inserted))
      inserted += text.utf8.count - start
    }
    text += String(Substring(rest))
  }

  /// The byte of the text that stands at a byte of the whole; in words put in, the one that follows them.
  ///
  /// - Complexity: O(log *i*) in the insertions.
  func original(_ byte: Int) -> Int {
    var (low, high) = (0, parts.count)
    while low < high {
      let middle = (low + high) / 2
      if parts[middle].range.lowerBound <= byte { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return byte }
    let (range, before) = parts[low - 1]
    return range.contains(byte) ? range.lowerBound - before : byte - before - range.count
  }
}

extension VisualLine {
  /// The line with its sources in the text that words were put into; cells of those words have none.
  init(_ line: VisualLine, in inserted: InsertedText, offset: Int) {
    func original(_ range: Range<Int>) -> Range<Int> {
      inserted.original(range.lowerBound) + offset..<inserted.original(range.upperBound) + offset
    }
    cells = line.cells.map { cell in
      var cell = cell
      // What is hidden beside such words may belong to their cells.
      cell.source = cell.source.map(original).flatMap { $0.isEmpty ? nil : $0 }
      return cell
    }
    source = original(line.source)
    isRightToLeft = line.isRightToLeft
    rightToLeftColumns = line.rightToLeftColumns
  }
}
