import CReferences
import Measuring

/// How time grows with length on hostile texts.
struct GrowthTable {
  /// The lengths, each twice the one before.
  private let lengths = (0...6).map { 25_000 << $0 }
  private static let limit = 2.2

  func run(_ shapes: [HostileShape], _ report: inout Report) {
    let marks = lengths.map { $0 < 1_000_000 ? "\($0 / 1000)k" : "\(decimal(Double($0) / 1e6))M" }
    var table = TextTable(["text", "ns/char at"] + marks + ["worst doubling", ""])
    var worst: [String: Double] = [:]
    for shape in shapes {
      let texts = lengths.map { shape.text(count: $0) }
      let bidi = OurBidi()
      let whole = OurWhole()
      let stages: [(String, (Int) -> UInt64)] = [
        ("bidi", { bidi.visualRuns(of: texts[$0], columns: 80) }), ("whole", { whole.layOut(texts[$0], columns: 80) }),
      ]
      for (stage, work) in stages {
        let times = Self.times(lengths.count, work)
        let growth = zip(times.dropFirst(), times).map { $0 / $1 }.max() ?? 0
        report.add(
          "growth", shape.name, stage,
          zip(lengths, times).map { ("\($0)", $1) })
        table.add(
          [stage == "bidi" ? shape.name : "", stage] + zip(lengths, times).map { decimal($1 / Double($0)) } + [
            decimal(growth, 2), growth <= Self.limit ? "PASS" : "miss",
          ])
        worst[stage] = max(worst[stage] ?? 0, growth)
      }
    }
    report.show("Growth on hostile texts: nanoseconds per character, one paragraph each", table)
    for stage in ["bidi", "whole"] {
      report.require("growth, \(stage): worst time per doubling", worst[stage] ?? 0, atMost: Self.limit)
    }
  }

  /// The shortest times of some pieces of work, each twice as large as the one before. Where one seems to take more
  /// than twice as long, both are measured again, as another program may have been in the way.
  private static func times(_ count: Int, _ work: (Int) -> UInt64) -> [Double] {
    // The longest first, so that all find their room made.
    for place in (0..<count).reversed() { keep(work(place)) }
    var times = (0..<count).map { place in shortest { work(place) } }
    for _ in 0..<8 {
      guard let place = (1..<count).max(by: { times[$0] / times[$0 - 1] < times[$1] / times[$1 - 1] }),
        times[place] > 2.1 * times[place - 1]
      else { break }
      for place in [place - 1, place] { times[place] = min(times[place], shortest { work(place) }) }
    }
    return times
  }

  /// The shortest of several measurements: growth is a property of the work, not of the machine's other work.
  private static func shortest(_ work: () -> UInt64) -> Double {
    var best = Double.infinity
    var total = 0.0
    var count = 0
    while count < 5 || total < 30e6 && count < 50 {
      let start = threadTime()
      keep(work())
      let time = Double(threadTime() - start)
      best = min(best, time)
      total += time
      count += 1
    }
    return best
  }
}
