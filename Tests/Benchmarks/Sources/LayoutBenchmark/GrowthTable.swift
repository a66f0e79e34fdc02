import CReferences
import Measuring

/// How time grows with length on hostile texts, ours for all lengths and the references' at one.
struct GrowthTable {
  /// The lengths, each twice the one before.
  let lengths = (0...6).map { 25_000 << $0 }
  /// The length at which the references are measured.
  let referenceLength = 100_000
  /// Seconds after which a reference is given up.
  static let patience: UInt32 = 5
  /// Whether the references are measured too.
  let withReferences: Bool

  func run(_ shapes: [HostileShape], _ report: inout Report) {
    var table = TextTable(
      ["text", "bidi ns/char", "worst doubling", "whole ns/char", "worst doubling", "at 100k: ours", "ICU", "FriBidi"])
    var worst = (bidi: 0.0, whole: 0.0)
    for shape in shapes {
      let ours = OurBidi()
      let texts = lengths.map { shape.text(count: $0) }
      let bidi = Self.times(lengths.count) { ours.visualRuns(of: texts[$0], columns: 80) }
      let whole = Self.times(lengths.count) { ourWhole(texts[$0].paragraphs[0], columns: 80) }
      for (place, length) in lengths.enumerated() {
        report.add("growth", shape.name, "\(length)", [("bidi", bidi[place]), ("whole", whole[place])])
      }
      let count = Double(lengths[lengths.count - 1])
      let place = lengths.firstIndex(of: referenceLength) ?? 0
      var row = [
        shape.name, decimal((bidi.last ?? 0) / count), decimal(Self.worst(bidi), 2),
        decimal((whole.last ?? 0) / count), decimal(Self.worst(whole), 2), decimal(bidi[place] / 1e6, 1) + " ms",
      ]
      if withReferences {
        for library in ["icu", "fribidi"] { row.append(reference(library, shape, &report)) }
      }
      table.add(row)
      worst.bidi = max(worst.bidi, Self.worst(bidi))
      worst.whole = max(worst.whole, Self.worst(whole))
    }
    report.show("Growth from \(lengths[0]) to \(lengths[lengths.count - 1]) characters, one paragraph each", table)
    report.require("growth, bidi: worst time per doubling", worst.bidi, atMost: 2.2)
    report.require("growth, whole: worst time per doubling", worst.whole, atMost: 2.2)
  }

  /// The shortest times of some pieces of work, each twice as large as the one before. Where one seems to take more
  /// than twice as long, both are measured again, as another program may have been in the way.
  private static func times(_ count: Int, _ work: (Int) -> UInt64) -> [Double] {
    var times = (0..<count).map { place in
      _ = work(place)
      return shortest { work(place) }
    }
    for _ in 0..<8 {
      guard let place = (1..<count).max(by: { times[$0] / times[$0 - 1] < times[$1] / times[$1 - 1] }),
        times[place] > 2.1 * times[place - 1]
      else { break }
      for place in [place - 1, place] { times[place] = min(times[place], shortest { work(place) }) }
    }
    return times
  }

  private static func worst(_ times: [Double]) -> Double {
    zip(times.dropFirst(), times).map { $0 / $1 }.max() ?? 0
  }

  /// The shortest of several measurements: growth is a property of the work, not of the machine's other work.
  private static func shortest(_ work: () -> UInt64) -> Double {
    var best = Double.infinity
    var total = 0.0
    var count = 0
    while count < 3 || total < 30e6 && count < 50 {
      cr_settle_heap()
      let start = threadTime()
      keep(work())
      let time = Double(threadTime() - start)
      best = min(best, time)
      total += time
      count += 1
    }
    return best
  }

  // MARK: References, each in a process of its own, as they can run for hours or overflow the stack

  private func reference(_ library: String, _ shape: HostileShape, _ report: inout Report) -> String {
    guard let (status, output) = runSelf(["--reference", library, shape.name, "\(referenceLength)"]) else { return "-" }
    if status == 0, let time = Double(output) {
      report.add("growth reference", shape.name, library, [("bidi", time)])
      return decimal(time / 1e6, 1) + " ms"
    }
    // 152 is the end by SIGXCPU, 139 by SIGSEGV.
    return status == 152 ? "> \(Self.patience) s" : status == 139 ? "overflow" : "status \(status)"
  }

  /// The child's part: prints the nanoseconds that a reference takes for one text.
  static func measureReference(_ arguments: [String]) -> Int32 {
    guard arguments.count == 3, let length = Int(arguments[2]),
      let shape = HostileShape.all.first(where: { $0.name == arguments[1] })
    else { return 2 }
    cr_limit_processor_time(patience)
    cr_keep_freed_memory()
    let text = shape.text(count: length)
    let time = text.withReference(0) { reference in
      let start = threadTime()
      keep(arguments[0] == "icu" ? cr_icu_bidi(reference, 80) : cr_fribidi_bidi(reference, 80))
      return threadTime() - start
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
