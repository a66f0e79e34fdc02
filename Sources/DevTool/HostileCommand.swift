import ArgumentParser
import Glibc
import UnicodeText

/// Measures that no text makes the Unicode algorithms slower than linear.
struct HostileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hostile", abstract: "Measure how the time of the text algorithms grows over hostile texts.",
    discussion: "Build with -c release for true figures. Prints nanoseconds a scalar for each length.")

  @Option(help: "How much slower each scalar of the longest text may be than one of the shortest.")
  var growth = 2.0

  private static let lengths = [25_000, 100_000, 400_000, 1_600_000]

  func run() throws {
    var isLinear = true
    for (name, algorithm) in Self.algorithms {
      for shape in HostileShape.all {
        let costs = Self.lengths.map { length in Self.cost(shape.text(length), length, algorithm) }
        // Short texts are measured to a nanosecond or so; less than that is no growth.
        let isSlow = costs[costs.count - 1] > growth * max(costs[0], 2)
        if isSlow { isLinear = false }
        let figures = costs.map { String(Int(($0 * 10).rounded())) }.map { $0.dropLast() + "." + $0.suffix(1) }
        print("\(isSlow ? "SLOW " : "     ")\(name): \(shape.name): \(figures.joined(separator: " "))")
        fflush(nil)  // Each line when it is known, also into a file.
      }
    }
    if !isLinear { throw ExitCode.failure }
  }

  /// Buffers that are kept from run to run, as a program keeps them: fresh pages would be measured else.
  private final class Workbench {
    var resolver = BidiResolver()
    var runs: [BidiLevelRun] = []
  }

  private typealias Algorithm = @Sendable (UnsafeBufferPointer<UInt8>, Workbench) -> Void

  private static let algorithms: [(String, Algorithm)] = [
    (
      "order",
      { text, bench in
        bench.runs.removeAll(keepingCapacity: true)
        bench.resolver.resolve(text, 0..<text.count, base: .rightToLeft) { bench.runs.append($0) }
        _ = visualOrder(bench.runs)
      }
    ),
    ("lines", { text, _ in lineBreaks(text) { _, _ in } }),
    ("clusters", { text, _ in graphemeBoundaries(text) { _ in } }),
    ("words", { text, _ in wordBoundaries(text) { _ in } }),
    ("all", { text, _ in _ = AnalyzedText(text, base: .automatic) }),
  ]

  /// Nanoseconds of processor time a scalar: the least of several runs.
  private static func cost(_ text: [UInt8], _ length: Int, _ algorithm: Algorithm) -> Double {
    let bench = Workbench()
    var least = Double.infinity
    for _ in 0..<5 {
      let start = processorTime()
      text.withUnsafeBufferPointer { algorithm($0, bench) }
      least = min(least, (processorTime() - start) / Double(length))
    }
    return least
  }

  /// The thread's processor time in nanoseconds: other programs on the machine do not count.
  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
  }
}
