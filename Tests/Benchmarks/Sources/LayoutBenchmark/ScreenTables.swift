import CReferences
import Cells
import Measuring
import UnicodeText

/// What matters while reading: a new width, a scroll step, allocations, the first use.
struct ScreenTables {
  /// An article at many widths, one after the other.
  func relayout(_ texts: SampleTexts, _ report: inout Report) {
    let article = texts.arabicArticle(words: 600)
    var random = Random(seed: 5)
    let whole = OurWhole()
    let text = SampleText("article", Array(article.joined(separator: "\n").utf8))
    var cells: [UInt64] = []
    var values: [UInt64] = []
    for turn in 0..<2100 {
      let width = 30 + random.below(111)
      var start = threadTime()
      keep(whole.layOut(text, columns: width))
      if turn >= 100 { cells.append(threadTime() - start) }
      start = threadTime()
      for paragraph in article { keep(ourLines(paragraph, columns: width)) }
      if turn >= 100 { values.append(threadTime() - start) }
    }
    let laid = article.flatMap { ParagraphLayout($0, width: 78).lines }
    var scrolling: [UInt64] = []
    let size = Size(columns: 80, rows: 24)
    let clip = Rect(column: 0, row: 0, columns: size.columns, rows: size.rows)
    for turn in 0..<2100 {
      let top = turn % max(1, laid.count - size.rows)
      let start = threadTime()
      var frame = Frame(size: size)
      for row in 0..<min(size.rows, laid.count) {
        let line = laid[top + row]
        frame.put(line.cells, column: line.isRightToLeft ? 79 - line.columns : 1, row: row, clip: clip)
      }
      keep(UInt64(frame[3, 3].width))
      if turn >= 100 { scrolling.append(threadTime() - start) }
    }
    let layout = Timing(name: "a new width, lines as values", times: values)
    let scroll = Timing(name: "a scroll step", times: scrolling)
    var table = TextTable(["600 words of Arabic", "p50 ms", "p99 ms", "longest ms"])
    for timing in [Timing(name: "a new width, packed cells", times: cells), layout, scroll] {
      let values = [timing.median, timing.percentile(99), timing.percentile(100)]
      table.add([timing.name] + values.map { decimal($0 / 1e6, 3) })
      report.add("screen", timing.name, "ours", [("p50", values[0]), ("p99", values[1]), ("longest", values[2])])
    }
    report.show("On screen (a scroll step fills a frame of 24 rows from lines laid out before)", table)
    report.require("a new width: p99 in ms", layout.percentile(99) / 1e6, atMost: 2)
  }

  /// Allocations once everything is warm.
  func allocations(_ texts: [SampleText], _ report: inout Report) {
    var table = TextTable(["text", "lines", "bidi", "line breaks", "shaping", "whole", "bytes of it"])
    for text in texts {
      let ours = OurBidi()
      let wholes = OurWhole()
      let shapes = OurShaping(text)
      let bidi = Self.counted { ours.visualRuns(of: text, columns: 80) }
      let breaks = Self.counted { ourLineBreaks(text) }
      let shaping = Self.counted { shapes.shape(text) }
      let whole = Self.counted { wholes.layOut(text, columns: 80) }
      let lines = Double(wholes.lineCount)
      table.add(
        [text.name, decimal(lines, 0)]
          + [bidi.calls, breaks.calls, shaping.calls, whole.calls, whole.bytes].map { decimal($0, 0) })
      report.add(
        "allocations", text.name, "ours",
        [
          ("lines", lines), ("bidi", bidi.calls), ("lineBreaks", breaks.calls), ("shaping", shaping.calls),
          ("whole", whole.calls), ("wholeBytes", whole.bytes),
        ])
      let all = bidi.calls + breaks.calls + shaping.calls + whole.calls
      report.require("allocations, all stages, \(text.name)", all, atMost: 0)
    }
    report.show("Calls of the allocator for the whole text, third time round", table)
  }

  private static func counted(_ work: () -> UInt64) -> (calls: Double, bytes: Double) {
    keep(work())
    keep(work())
    let calls = cr_allocations()
    let bytes = cr_allocated_bytes()
    keep(work())
    return (Double(cr_allocations() - calls), Double(cr_allocated_bytes() - bytes))
  }

  /// The first line of a new process against the same line again.
  func startUp(_ report: inout Report) {
    var table = TextTable(["library", "first use us", "second use us", "allocations at first use"])
    for library in ["ours", "icu"] {
      var first: [UInt64] = []
      var second: [UInt64] = []
      var calls: UInt64 = 0
      for _ in 0..<21 {
        guard let run = runSelf(["--first-use", library]), run.status == 0 else { continue }
        let numbers = run.output.split(separator: " ").compactMap { UInt64($0) }
        guard numbers.count == 3 else { continue }
        first.append(numbers[0])
        second.append(numbers[1])
        calls = numbers[2]
      }
      guard !first.isEmpty else { continue }
      let timings = (Timing(name: "first", times: first), Timing(name: "second", times: second))
      table.add([
        library == "icu" ? "ICU" : library, decimal(timings.0.median / 1e3, 1), decimal(timings.1.median / 1e3, 1),
        "\(calls)",
      ])
      report.add(
        "start-up", "one line", library,
        [("first", timings.0.median), ("second", timings.1.median), ("allocations", Double(calls))])
      if library == "ours" {
        report.require(
          "start-up: first use, in ms more than the second",
          (timings.0.median - timings.1.median) / 1e6, atMost: 0.1)
      }
    }
    report.show("Start-up: one line of 9 letters, median of 21 processes", table)
  }

  /// The child's part.
  static func measureFirstUse(_ library: String) -> Int32 {
    let sample = "\u{627}\u{644}\u{633}\u{644}\u{627}\u{645} ab"
    let work: () -> UInt64 =
      library == "icu" ? { UInt64(cr_icu_first_use()) } : { ourLines(sample, columns: 80) }
    let calls = cr_allocations()
    let start = threadTime()
    keep(work())
    let first = threadTime() - start
    let made = cr_allocations() - calls
    let again = threadTime()
    keep(work())
    writeOut("\(first) \(threadTime() - again) \(made)")
    return 0
  }

  /// The bytes of the generated tables, counted in their sources.
  func tableSize(_ report: inout Report) {
    var table = TextTable(["generated table", "bytes"])
    var total = 0
    for path in files(in: projectFolder + "/Sources/UnicodeText/Generated", ending: ".swift") {
      guard let bytes = contents(ofFile: path) else { continue }
      let size = Self.literalBytes(String(decoding: bytes, as: UTF8.self))
      total += size
      table.add([String(path.split(separator: "/").last ?? ""), "\(size)"])
    }
    table.add(["all", "\(total)"])
    report.add("tables", "generated", "ours", [("bytes", Double(total))])
    report.show("Tables", table)
    report.require("tables in KB", Double(total) / 1000, atMost: 100)
  }

  /// The bytes of all multi-line string literals of a source, which hold ASCII only.
  private static func literalBytes(_ source: String) -> Int {
    var count = 0
    var isInside = false
    for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
      let text = line.drop { $0 == " " }
      if text.hasSuffix("\"\"\"") {
        isInside.toggle()
        continue
      }
      guard isInside else { continue }
      var scalars = text.unicodeScalars.makeIterator()
      while let scalar = scalars.next() {
        if scalar == "\\" {
          guard let escaped = scalars.next() else { break }
          if escaped == "u" { while let digit = scalars.next(), digit != "}" {} }
        }
        count += 1
      }
    }
    return count
  }
}
