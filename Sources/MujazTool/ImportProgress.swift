import Synchronization

/// What is said about a long import while it runs: rate, done, remaining, the file.
final class ImportProgress: Sendable {
  private let bytes = Atomic(0)
  private let shown = Mutex(ContinuousClock.now)
  private let start = ContinuousClock.now

  /// The bytes of all files; 0 where they are not known.
  private let total: Int

  init(total: Int) { self.total = total }

  /// Notes bytes that were read.
  func add(_ count: Int) { bytes.add(count, ordering: .relaxed) }

  /// Shows how far it is, a few times a second and only after the first one.
  func show(articles: Int, file: String) {
    guard Messages.isTerminal else { return }
    let now = ContinuousClock.now
    guard now - start > .seconds(1) else { return }
    let isDue = shown.withLock { shown in
      guard now - shown > .milliseconds(200) else { return false }
      shown = now
      return true
    }
    if isDue { Messages.progress(line(articles: articles, file: file, seconds: (now - start) / .seconds(1))) }
  }

  /// The line, for people.
  func line(articles: Int, file: String, seconds: Double) -> String {
    var parts = ["\(articles) articles", "\(Int(Double(articles) / max(0.001, seconds))) a second"]
    let done = bytes.load(ordering: .relaxed)
    if total > 0, done > 0 {
      let share = min(1, Double(done) / Double(total))
      let left = Int(seconds / share * (1 - share))
      parts.append("\(Int(share * 100)) % of \(size(total))")
      parts.append(left >= 60 ? "\(left / 60) min \(left % 60) s left" : "\(left) s left")
    } else {
      parts.append(size(done))
    }
    return parts.joined(separator: ", ") + "  " + file
  }

  private func size(_ bytes: Int) -> String {
    bytes >= 1 << 20 ? "\(bytes >> 20) MiB" : "\(bytes >> 10) KiB"
  }
}
