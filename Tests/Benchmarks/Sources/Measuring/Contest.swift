import CReferences

/// Processor time of this thread, in nanoseconds.
public func threadTime() -> UInt64 { cr_thread_time() }

/// What several pieces of work take, each measured in turn, so that a slow moment of the machine falls on all of them.
public struct Contest {
  /// One piece of work.
  public struct Entry {
    /// What it is called in tables.
    public let name: String
    /// What must be done before each measurement and is not measured.
    public let prepare: () -> Void
    /// What is measured; the number it gives keeps the compiler from leaving it out.
    public let work: () -> UInt64

    /// Creates an entry.
    public init(_ name: String, prepare: @escaping () -> Void = {}, work: @escaping () -> UInt64) {
      self.name = name
      self.prepare = prepare
      self.work = work
    }
  }

  /// Measures all entries: once each without counting it, then `repetitions` times each, in turn.
  ///
  /// - Returns: Timings in the order of the entries.
  public static func run(_ entries: [Entry], repetitions: Int) -> [Timing] {
    var times = [[UInt64]](repeating: [], count: entries.count)
    for repetition in 0...repetitions {
      for (place, entry) in entries.enumerated() {
        entry.prepare()
        cr_settle_heap()
        let start = threadTime()
        let result = entry.work()
        let time = threadTime() - start
        keep(result)
        if repetition > 0 { times[place].append(time) }
      }
    }
    return zip(entries, times).map { Timing(name: $0.name, times: $1) }
  }
}

/// What repeated measurements of one piece of work gave, in nanoseconds of the thread's processor time.
public struct Timing: Sendable {
  /// What was measured.
  public let name: String
  /// All measurements, from the shortest to the longest.
  public let times: [UInt64]

  /// Creates a timing of at least one measurement.
  public init(name: String, times: [UInt64]) {
    self.name = name
    self.times = times.sorted()
  }

  /// The middle measurement.
  public var median: Double { percentile(50) }

  /// The measurement that so many per cent do not exceed.
  public func percentile(_ percent: Double) -> Double {
    let place = Int((Double(times.count) * percent / 100).rounded(.down))
    return Double(times[min(times.count - 1, place)])
  }

  /// How far apart the quarter and three quarter measurements lie, as part of the median.
  public var spread: Double { (percentile(75) - percentile(25)) / median }
}

/// Uses a value in a way that the compiler cannot see through.
@inline(never)
public func keep(_ value: UInt64) { kept.withLock { $0 ^= value } }

import Synchronization

private let kept = Mutex<UInt64>(0)
