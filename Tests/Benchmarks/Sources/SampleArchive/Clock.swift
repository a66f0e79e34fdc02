import Glibc
import Measuring

/// Clocks and counters of processes.
package enum Clock {
  package static func wall() -> Double { time(CLOCK_MONOTONIC) }

  /// Processor time of this thread.
  package static func thread() -> Double { time(CLOCK_THREAD_CPUTIME_ID) }

  private static func time(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Processor time of a process and its threads so far, in hundredths of seconds.
  package static func processor(of process: Int32) -> Double {
    guard let bytes = contents(ofFile: "/proc/\(process)/stat") else { return 0 }
    let parts = String(decoding: bytes, as: UTF8.self).split(separator: ")").last?.split(separator: " ") ?? []
    guard parts.count > 12, let user = Double(parts[11]), let system = Double(parts[12]) else { return 0 }
    return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  /// The peak of a process' memory in megabytes.
  package static func peak(of process: Int32) -> Double { memory(of: process, "VmHWM") }

  /// A line of what the system tells of a process' memory, in megabytes.
  package static func memory(of process: Int32, _ name: String) -> Double {
    let status = String(decoding: contents(ofFile: "/proc/\(process)/status") ?? [], as: UTF8.self)
    guard let line = status.split(separator: "\n").first(where: { $0.hasPrefix(name + ":") }) else { return 0 }
    return (line.split(separator: " ").compactMap { Double($0) }.first ?? 0) / 1024
  }
}
