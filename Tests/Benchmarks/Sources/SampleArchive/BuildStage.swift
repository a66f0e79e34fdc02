import Analysis
import Briefings
import Foundation
import Measuring
import Search
import Store
import StoreSQLite

/// Makes an archive and measures how fast, tenth by tenth.
package struct BuildStage {
  package let path: String
  package let articles: Int
  /// The number of the first one.
  package let first: Int
  package let pieces: [Piece]
  package let program: String

  /// Creates the stage; `first` is the number of the first article.
  package init(path: String, articles: Int, first: Int = 1, pieces: [Piece], program: String) {
    (self.path, self.articles, self.first, self.pieces, self.program) = (path, articles, first, pieces, program)
  }

  /// What making an archive took.
  package struct Outcome {
    /// Wall seconds and processor seconds of each tenth of the articles.
    package var tenths: [(wall: Double, processor: Double)] = []
    /// Bytes of titles and texts.
    package var textBytes = 0
    /// The peak of memory in megabytes: of the program, or of this process with what it held before.
    package var peak = 0.0
    package var peakBefore = 0.0
  }

  /// How many articles an archive holds; 0 where there is none.
  package static func count(_ path: String) throws -> Int {
    guard access(path, R_OK) == 0 else { return 0 }
    return try SQLiteStore(path: path, readOnly: true).count(BriefingFilter())
  }

  /// Lets the program import what comes through a pipe: reading, analysis and storing as a user has them.
  package func importByProgram() throws -> Outcome {
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
  package func storeCopied() throws -> Outcome {
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

package struct BenchmarkFailure: Error, CustomStringConvertible {
  package let description: String
  package init(_ description: String) { self.description = description }
}
