import Cells
import Testing

/// A row of a layout table: a paragraph and the letters of its cells, from left to right.
struct LayoutCase: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String
  var width = 0
  var options = LayoutOptions()
  /// One string a line; the texts of the line's cells follow each other.
  let lines: [String]

  var testDescription: String { name }

  func check(_ location: SourceLocation = #_sourceLocation) {
    let layout = ParagraphLayout(text, width: width, options: options)
    let found = layout.lines.map { line in escaped(line.cells.map(\.text).joined()) }
    #expect(found == lines.map(escaped), "\(name)", sourceLocation: location)
    checkMap(layout, location)
  }

  /// What holds for every layout: lines and cells account for every byte, and no line is too wide.
  private func checkMap(_ layout: ParagraphLayout, _ location: SourceLocation) {
    var next = 0
    for line in layout.lines {
      #expect(line.source.lowerBound == next, "\(name): lines follow each other", sourceLocation: location)
      next = line.source.upperBound
      #expect(width == 0 || line.columns <= width, "\(name): line too wide", sourceLocation: location)
      #expect(line.columns == line.cells.reduce(0) { $0 + $1.width }, "\(name)", sourceLocation: location)
      var sources = Set(line.cells.compactMap(\.source)).sorted { $0.lowerBound < $1.lowerBound }
      #expect(sources.allSatisfy { line.source.contains($0) }, "\(name): cell outside line", sourceLocation: location)
      while sources.count > 1 {
        let first = sources.removeFirst()
        #expect(first.upperBound == sources[0].lowerBound, "\(name): bytes between cells", sourceLocation: location)
      }
    }
    #expect(next == text.utf8.count, "\(name): bytes left over", sourceLocation: location)
  }
}

/// A text with everything beyond ASCII spelled out, so that a failure can be read whatever shows it.
func escaped(_ text: String) -> String {
  text.unicodeScalars.map { $0.value < 0x7F ? String($0) : "<" + String($0.value, radix: 16, uppercase: true) + ">" }
    .joined()
}

/// Shorthand for options that differ from the usual in one way.
func layoutOptions(_ change: (inout LayoutOptions) -> Void) -> LayoutOptions {
  var options = LayoutOptions()
  change(&options)
  return options
}
