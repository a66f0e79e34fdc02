import Measuring

/// The costs of one kind of input.
struct Costs {
  let name: String
  var all: [Cost] = []

  /// The value below which a share of the values lies.
  static func quantile(_ values: [Double], _ share: Double) -> Double {
    guard !values.isEmpty else { return .nan }
    let sorted = values.sorted()
    return sorted[min(sorted.count - 1, max(0, Int((Double(sorted.count) * share).rounded(.up)) - 1))]
  }

  /// Those that brought something onto the screen.
  var shown: [Cost] { all.filter { $0.bytes > 0 } }

  func wall(_ share: Double) -> Double { Self.quantile(shown.map(\.wall), share) }
  func first(_ share: Double) -> Double { Self.quantile(shown.map(\.first), share) }
  func processor(_ share: Double) -> Double { Self.quantile(shown.map(\.processor), share) }
  func bytes(_ share: Double) -> Double { Self.quantile(shown.map { Double($0.bytes) }, share) }
  func firstBytes(_ share: Double) -> Double { Self.quantile(shown.map { Double($0.firstBytes) }, share) }

  /// The wall times without what was waited for a processor.
  func unhindered(_ share: Double) -> Double { Self.quantile(shown.map { max(0, $0.wall - $0.waited) }, share) }

  /// The share of those that took more than twice the processor time: the program, or this one, stood in a queue.
  var hindered: Double { Double(shown.count { $0.wall > 2 * $0.processor }) / Double(max(1, shown.count)) }

  static let titles = [
    "ms", "n", "p50", "p95", "p99", "max", "first p99", "unqueued p99", "cpu p50", "cpu p99", "bytes p50", "p99",
    "first p50", "busy",
  ]

  var row: [String] {
    [
      name, "\(shown.count)", decimal(wall(0.5)), decimal(wall(0.95)), decimal(wall(0.99)), decimal(wall(1)),
      decimal(first(0.99)), decimal(unhindered(0.99)), decimal(processor(0.5)), decimal(processor(0.99)),
      decimal(bytes(0.5), 0), decimal(bytes(0.99), 0), decimal(firstBytes(0.5), 0), decimal(hindered * 100, 0) + " %",
    ]
  }

  var values: [(String, Double)] {
    [
      ("n", Double(shown.count)), ("p50", wall(0.5)), ("p95", wall(0.95)), ("p99", wall(0.99)), ("max", wall(1)),
      ("firstP99", first(0.99)), ("unqueuedP99", unhindered(0.99)), ("processorP50", processor(0.5)),
      ("processorP99", processor(0.99)), ("bytesP50", bytes(0.5)), ("bytesP99", bytes(0.99)),
      ("firstBytesP50", firstBytes(0.5)), ("busy", hindered),
    ]
  }
}
