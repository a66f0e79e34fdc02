import CReferences
import Measuring

/// Bidi on hostile texts, against ICU in turn and against FriBidi in processes of their own: on some FriBidi needs hours
/// or overflows the stack.
struct HostileTable {
  let repetitions: Int
  private let columns = 80
  private let length = 100_000
  /// Seconds after which FriBidi is given up.
  static let patience: UInt32 = 5

  func run(_ shapes: [HostileShape], _ report: inout Report) {
    var table = TextTable(["text", "ours ms", "ICU ms", "FriBidi ms", "times ICU", "times the better", "goal", ""])
    var thinnest = Double.infinity
    for shape in shapes {
      let text = shape.text(count: length)
      let ours = OurBidi()
      let timings = text.withReference(0) { reference in
        Contest.run(
          [
            .init("ours") { ours.visualRuns(of: text, columns: columns) },
            .init("ICU") { cr_icu_bidi(reference, Int32(columns)) },
          ], repetitions: repetitions)
      }
      let (friBidi, shown) = friBidi(shape)
      let timesICU = timings[1].median / timings[0].median
      let timesBetter = min(timesICU, friBidi / timings[0].median)
      thinnest = min(thinnest, timesBetter)
      report.add(
        "hostile", shape.name, "bidi",
        [("ours", timings[0].median), ("ICU", timings[1].median), ("FriBidi", friBidi)])
      table.add([
        shape.name, decimal(timings[0].median / 1e6, 2), decimal(timings[1].median / 1e6, 2), shown,
        decimal(timesICU, 2), decimal(timesBetter, 2), ">= 1.00", timesBetter >= 1 ? "PASS" : "miss",
      ])
    }
    report.show("Bidi on hostile texts of \(length) characters, one paragraph each", table)
    report.require("bidi, hostile texts: times the speed of the better, the thinnest", thinnest, atLeast: 1)
  }

  /// FriBidi's nanoseconds, and how the table shows them.
  private func friBidi(_ shape: HostileShape) -> (Double, String) {
    guard let (status, output) = runSelf(["--reference", shape.name, "\(length)"]) else { return (.infinity, "-") }
    if status == 0, let time = Double(output) { return (time, decimal(time / 1e6, 2)) }
    // 152 is the end by SIGXCPU, 139 by SIGSEGV.
    return (.infinity, status == 152 ? "> \(Self.patience) s" : status == 139 ? "overflow" : "status \(status)")
  }

  /// The child's part: prints the nanoseconds that FriBidi takes for one text, the median of several measurements.
  static func measureReference(_ arguments: [String]) -> Int32 {
    guard arguments.count == 2, let length = Int(arguments[1]),
      let shape = HostileShape.all.first(where: { $0.name == arguments[0] })
    else { return 2 }
    cr_limit_processor_time(patience)
    cr_keep_freed_memory()
    let text = shape.text(count: length)
    let time = text.withReference(0) { reference in
      let first = threadTime()
      keep(cr_fribidi_bidi(reference, 80))
      let once = threadTime() - first
      // Where one run takes long, several would end the child.
      if once > 300_000_000 { return Double(once) }
      return Contest.run([.init("FriBidi") { cr_fribidi_bidi(reference, 80) }], repetitions: 7)[0].median
    }
    writeOut("\(time)")
    return 0
  }
}

/// Runs this program again.
///
/// - Returns: Its exit status, 128 and the signal if one ended it, and what it printed; `nil` if it did not start.
func runSelf(_ arguments: [String]) -> (status: Int32, output: String)? {
  var output = [UInt8](repeating: 0, count: 4096)
  let status = withArguments(["LayoutBenchmark"] + arguments) { pointers in
    output.withUnsafeMutableBytes { buffer in
      buffer.withMemoryRebound(to: CChar.self) { cr_run_self(pointers, $0.baseAddress, $0.count) }
    }
  }
  guard status >= 0 else { return nil }
  return (status, String(decoding: output.prefix { $0 != 0 }, as: UTF8.self))
}

/// Calls `body` with C strings, ended by a null pointer.
private func withArguments<Result>(
  _ arguments: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Result
) -> Result {
  var bytes: [CChar] = []
  var starts: [Int] = []
  for argument in arguments {
    starts.append(bytes.count)
    bytes += argument.utf8CString
  }
  return bytes.withUnsafeBufferPointer { bytes in
    let pointers = starts.map { start in bytes.baseAddress.map { $0 + start } } + [nil]
    return pointers.withUnsafeBufferPointer { pointers in
      guard let first = pointers.baseAddress else { preconditionFailure("an array of arguments without room") }
      return body(first)
    }
  }
}
