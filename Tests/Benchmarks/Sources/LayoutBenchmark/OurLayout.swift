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
    var sum: UInt64 = 0
    text.bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      for end in text.ends {
        sum &+= shape(UnsafeBufferPointer(rebasing: bytes[start..<Int(end)]))
        start = Int(end)
      }
    }
    return sum
  }

  // There is no function for this alone yet: levels, clusters and line breaks are found on the way.
  private func shape(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let analyzed = AnalyzedText(bytes, base: .automatic)
    return shaped.withUnsafeMutableBufferPointer { shaped in
      var count = 0
      for scalar in analyzed.scalars {
        shaped[count] = PresentationForm(of: scalar.scalar, scalar.form).scalar.value
        count += 1
      }
      return UInt64(count) &+ UInt64(shaped[count / 2])
    }
  }
}

/// UTF-8 to finished cells, paragraph by paragraph.
func ourWhole(_ text: SampleText, columns: Int) -> UInt64 {
  var sum: UInt64 = 0
  for paragraph in text.paragraphs { sum &+= ourWhole(paragraph, columns: columns) }
  return sum
}

/// One paragraph to finished cells.
func ourWhole(_ paragraph: String, columns: Int) -> UInt64 {
  let layout = ParagraphLayout(paragraph, width: columns)
  return layout.lines.reduce(0) { $0 &+ UInt64($1.cells.count) }
}

/// How many lines a text takes.
func ourLineCount(_ text: SampleText, columns: Int) -> Int {
  text.paragraphs.reduce(0) { $0 + ParagraphLayout($1, width: columns).lines.count }
}
