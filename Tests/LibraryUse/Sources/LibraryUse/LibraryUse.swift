import Cells
import UnicodeText

/// The worked examples of the two modules' documentation, run and compared with what they promise.
@main
struct LibraryUse {
  static func main() {
    order()
    layout()
    filter()
    print("The libraries do what their documentation says.")
  }

  private static func order() {
    var text = "\u{5D0}\u{5D1} 12 \u{5D2}"
    var resolver = BidiResolver()
    var runs: [String] = []
    text.withUTF8 { bytes in
      resolver.resolve(bytes, 0..<bytes.count, base: .automatic)
      resolver.forEachVisualRun(ofLine: 0..<bytes.count, in: bytes) { run in
        runs.append("\(run.start) \(run.end) \(run.isRightToLeft)")
      }
    }
    expect(resolver.baseLevel, 1)
    expect(runs, ["7 10 true", "5 7 false", "0 5 true"])
  }

  private static func layout() {
    let text = "\u{642}\u{627}\u{644} NATO \u{644}\u{627}"
    let layout = ParagraphLayout(text, width: 8)
    expect(
      layout.lines.map { $0.cells.map(\.text).joined() }, ["NATO \u{FEDD}\u{FE8E}\u{FED7}", "\u{FEFB}"])
    expect(layout.stretches(of: 7..<11).map { "\($0.line) \($0.columns)" }, ["0 0..<4"])
    expect(layout.lines[1].source(at: 0), 12..<16)
    expect(layout.carets(at: 7).map(\.column), [4, 0])
  }

  private static func filter() {
    var buffer = LayoutBuffer()
    var output: [UInt8] = []
    buffer.prepare("one two three", options: LayoutOptions(alignment: .justify))
    buffer.setStyle(Style(.palette(1), on: .standard, .bold), of: 4..<7)
    var styled = 0
    buffer.forEachLine(width: 8) { line in
      for column in 0..<line.count where line[column].style != .plain { styled += 1 }
      line.appendUTF8(to: &output)
      output.append(0x0A)
    }
    expect(String(decoding: output, as: UTF8.self), "one  two\nthree\n")
    expect(styled, 3)
  }

  private static func expect<Value: Equatable>(_ found: Value, _ promised: Value, line: Int = #line) {
    guard found == promised else { fatalError("LibraryUse.swift:\(line): found \(found), promised \(promised)") }
  }
}
