import Cells
import Measuring
import UnicodeText

/// Counts the places where lines may end.
func ourLineBreaks(_ text: SampleText) -> UInt64 {
  var count: UInt64 = 0
  text.bytes.withUnsafeBufferPointer { bytes in lineBreaks(bytes) { _, _ in count += 1 } }
  return count
}

/// Joins letters and replaces them by their forms, paragraph by paragraph, into a buffer of scalars.
final class OurShaping {
  private var shaped: [UInt32]

  init(_ text: SampleText) { shaped = Array(repeating: 0, count: text.bytes.count) }

  func shape(_ text: SampleText) -> UInt64 {
    forEachParagraph(text) { shaped, count in UInt64(count) &+ UInt64(shaped[count / 2]) }
  }

  /// All shaped scalars.
  func shapedScalars(_ text: SampleText) -> [UInt32] {
    var all: [UInt32] = []
    _ = forEachParagraph(text) { shaped, count in
      all += shaped[0..<count]
      return 0
    }
    return all
  }

  private func forEachParagraph(
    _ text: SampleText, _ result: (UnsafeMutableBufferPointer<UInt32>, Int) -> UInt64
  ) -> UInt64 {
    var sum: UInt64 = 0
    text.bytes.withUnsafeBufferPointer { bytes in
      shaped.withUnsafeMutableBufferPointer { shaped in
        var start = 0
        for end in text.ends {
          let count = shapeLetters(UnsafeBufferPointer(rebasing: bytes[start..<Int(end)]), into: shaped)
          sum &+= result(shaped, count)
          start = Int(end)
        }
      }
    }
    return sum
  }
}

/// UTF-8 to finished cells with styles, in room that is kept from text to text.
final class OurWhole {
  private var work = OurWholeWork()
  /// Lines of the text laid out last.
  private(set) var lineCount = 0
  /// Bytes that belong to one of these lines.
  private(set) var byteCount = 0

  /// Lays out each paragraph, without its line feed; gives a number made from all lines.
  func layOut(_ text: SampleText, columns: Int) -> UInt64 {
    var sum: UInt64 = 0
    var lines = 0
    var bytes = 0
    work.forEachLine(of: text, columns: columns) { line in
      let count = line.count
      sum &+= UInt64(count)
      if count > 0 { sum &+= UInt64(line[count / 2].scalar.value) }
      lines += 1
      bytes += line.source.count
    }
    lineCount = lines
    byteCount = bytes
    return sum
  }
}

private struct OurWholeWork: ~Copyable {
  private var buffer = LayoutBuffer()
  private static let style = Style(.palette(3), .bold)
  /// A part of the text has its own style every so many bytes, as names have that a reader marks.
  private static let distance = 200
  private static let length = 24

  mutating func forEachLine(of text: SampleText, columns: Int, _ body: (borrowing LaidLine) -> Void) {
    text.bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      for end in text.ends {
        let last = bytes[Int(end) - 1] == 0x0A ? Int(end) - 1 : Int(end)
        buffer.prepare(UnsafeBufferPointer(rebasing: bytes[start..<last]))
        for place in stride(from: 40, to: last - start, by: Self.distance) {
          buffer.setStyle(Self.style, of: place..<min(place + Self.length, last - start))
        }
        buffer.forEachLine(width: columns, body)
        start = Int(end)
      }
    }
  }
}

/// One paragraph to lines as values, as the reader asks for them; gives the number of their cells.
func ourLines(_ paragraph: String, columns: Int) -> UInt64 {
  ParagraphLayout(paragraph, width: columns).lines.reduce(0) { $0 &+ UInt64($1.cells.count) }
}
