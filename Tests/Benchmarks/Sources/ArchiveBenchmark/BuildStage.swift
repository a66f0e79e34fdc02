import Analysis
import Briefings
import Foundation
import Measuring
import Store
import StoreSQLite

/// Makes an archive and measures how fast, tenth by tenth.
struct BuildStage {
  let path: String
  let articles: Int
  /// The number of the first one.
  var first = 1
  let pieces: [Piece]
  let program: String

  /// What making an archive took.
  struct Outcome {
    /// Wall seconds and processor seconds of each tenth of the articles.
    var tenths: [(wall: Double, processor: Double)] = []
    /// Bytes of titles and texts.
    var textBytes = 0
    /// The peak of memory in megabytes: of the program, or of this process with what it held before.
    var peak = 0.0
    var peakBefore = 0.0
  }

  /// Lets the program import what comes through a pipe: reading, analysis and storing as a user has them.
  func importByProgram() throws -> Outcome {
    var outcome = Outcome()
    var maker = ArticleMaker(pieces: pieces, total: articles, first: first)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = ["import", "--archive", path, "--format", "jsonl", "-"]
    let pipe = Pipe()
    process.standardInput = pipe
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let identifier = process.processIdentifier
    var done = 0
    var mark = (wall: Clock.wall(), processor: 0.0)
    // A few articles at a time: the pipe holds back what the program is not ready for.
    while let article = maker.next() {
      outcome.textBytes += article.briefing.title.utf8.count + article.briefing.text.utf8.count
      try pipe.fileHandleForWriting.write(contentsOf: Data(ArticleMaker.json(article.briefing).utf8))
      done += 1
      if done % max(1, articles / 10) == 0 {
        let now = (wall: Clock.wall(), processor: Clock.processor(of: identifier))
        outcome.tenths.append((now.wall - mark.wall, now.processor - mark.processor))
        outcome.peak = max(outcome.peak, Clock.peak(of: identifier))
        mark = now
        say(outcome, done)
      }
    }
    try pipe.fileHandleForWriting.close()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw BenchmarkFailure("the import failed") }
    return outcome
  }

  /// Stores articles in this process with the findings that their paragraphs had: all of storing and indexing, without
  /// analysis.
  func storeCopied() throws -> Outcome {
    var outcome = Outcome()
    outcome.peakBefore = Clock.peak(of: getpid())
    var maker = ArticleMaker(pieces: pieces, total: articles)
    let store = try SQLiteStore(path: path)
    var batch: [AnalyzedBriefing] = []
    var done = 0
    var making = 0.0
    var mark = (wall: Clock.wall(), processor: Clock.thread())
    var isMore = true
    while isMore {
      let start = Clock.thread()
      if let article = maker.next() {
        outcome.textBytes += article.briefing.title.utf8.count + article.briefing.text.utf8.count
        batch.append(AnalyzedBriefing(article.briefing, article.findings))
        done += 1
      } else {
        isMore = false
      }
      making += Clock.thread() - start
      let isTenth = isMore && done % max(1, articles / 10) == 0
      if batch.count == 1_000 || isTenth || !isMore {
        _ = try store.ingest(batch)
        batch.removeAll(keepingCapacity: true)
      }
      if isTenth {
        let now = (wall: Clock.wall(), processor: Clock.thread())
        // What making the articles took is not counted.
        outcome.tenths.append((now.wall - mark.wall - making, now.processor - mark.processor - making))
        (mark, making) = (now, 0)
        say(outcome, done)
      }
    }
    outcome.peak = Clock.peak(of: getpid())
    return outcome
  }

  private func say(_ outcome: Outcome, _ done: Int) {
    guard let last = outcome.tenths.last else { return }
    let count = Double(max(1, articles / 10))
    writeError(
      "\(done) articles: \(Int(count / last.wall)) a second, \(Int(count / last.processor)) a second of processor\n")
  }
}

struct BenchmarkFailure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// Clocks and counters of processes.
enum Clock {
  static func wall() -> Double { time(CLOCK_MONOTONIC) }

  /// Processor time of this thread.
  static func thread() -> Double { time(CLOCK_THREAD_CPUTIME_ID) }

  private static func time(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Processor time of a process and its threads so far, in hundredths of seconds.
  static func processor(of process: Int32) -> Double {
    guard let bytes = contents(ofFile: "/proc/\(process)/stat") else { return 0 }
    let parts = String(decoding: bytes, as: UTF8.self).split(separator: ")").last?.split(separator: " ") ?? []
    guard parts.count > 12, let user = Double(parts[11]), let system = Double(parts[12]) else { return 0 }
    return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  /// The peak of a process' memory in megabytes.
  static func peak(of process: Int32) -> Double {
    let status = String(decoding: contents(ofFile: "/proc/\(process)/status") ?? [], as: UTF8.self)
    guard let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }) else { return 0 }
    return (line.split(separator: " ").compactMap { Double($0) }.first ?? 0) / 1024
  }
}
