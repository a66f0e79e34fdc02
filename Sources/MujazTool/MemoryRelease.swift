import CMemory
import Dispatch

/// Gives freed memory back to the system from time to time while the reader is used: pages and answers come and go in many
/// sizes, and the allocator would keep what lies between those that stay.
struct MemoryRelease {
  private let queue = DispatchQueue(label: "memory", qos: .utility)
  private var last = ContinuousClock.now

  /// How long what is freed may be kept.
  private static let pause = Duration.seconds(10)

  /// Notes that something was done; where the last release is a while ago, another follows shortly after, when the user
  /// most likely looks at the screen.
  mutating func noteWork() {
    let now = ContinuousClock.now
    guard now - last > Self.pause else { return }
    last = now
    queue.asyncAfter(deadline: .now() + .milliseconds(500)) { cm_release() }
  }
}
