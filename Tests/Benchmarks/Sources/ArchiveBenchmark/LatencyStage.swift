import ArabicText
import Briefings
import CEngines
import Measuring
import SampleArchive
import Search
import Store
import StoreSQLite

/// Measures how long searches take in this process, and beside it what FTS5's own ranking and Xapian take.
struct LatencyStage {
  let path: String
  let xapian: String?
  let kinds: [Questions.Kind]

  /// Times in milliseconds.
  struct Times {
    var all: [Double] = []
    mutating func add(_ seconds: Double) { all.append(seconds * 1000) }

    /// The value below which a share of the times lies.
    func quantile(_ share: Double) -> Double {
      guard !all.isEmpty else { return 0 }
      let sorted = all.sorted()
      return sorted[min(sorted.count - 1, Int((Double(sorted.count) * share).rounded(.up)) - 1)]
    }

    var text: String { all.isEmpty ? "–" : "\(decimal(quantile(0.5), 1)) / \(decimal(quantile(0.95), 1))" }
  }

  /// Every search three times after once to warm; processor time of this thread.
  func run(_ report: inout Report) throws {
    let store = try SQLiteStore(path: path, readOnly: true)
    let fts = fts_open(path)
    let other = xapian.flatMap { xapian_reopen($0) }
    defer {
      fts_close(fts)
      xapian_close(other)
    }
    var table = TextTable(["20 hits, ms p50 / p95", "hits", "ours", "wall", "goal", "", "FTS5 bm25 *", "Xapian *"])
    for kind in kinds where !kind.queries.isEmpty {
      var (ours, wall, own, xap) = (Times(), Times(), Times(), Times())
      var totals: [Int] = []
      for round in 0..<4 {
        for (index, question) in kind.queries.enumerated() {
          let (start, wallStart) = (Clock.thread(), Clock.wall())
          let results = try store.search(question.query, filter: question.filter, order: kind.order, limit: 20)
          if round > 0 {
            ours.add(Clock.thread() - start)
            wall.add(Clock.wall() - wallStart)
          } else {
            totals.append(results.total)
          }
          guard let words = kind.words?[index], round < 2 else { continue }
          let byDate: Int32 = kind.order == .date ? 1 : 0
          let match = Self.match(words, kind.joining)
          let ftsStart = Clock.thread()
          if let fts, fts_search(fts, match, byDate) >= 0, round > 0 { own.add(Clock.thread() - ftsStart) }
          let xapianStart = Clock.thread()
          if let other, xapian_search(other, Self.terms(words, kind.joining), kind.joining.rawValue, byDate) >= 0,
            round > 0
          {
            xap.add(Clock.thread() - xapianStart)
          }
        }
      }
      let p95 = ours.quantile(0.95)
      table.add([
        kind.name, "\(totals.sorted()[totals.count / 2])", ours.text, wall.text, decimal(kind.goal, 0),
        p95 <= kind.goal ? "met" : "MISSED", own.text, xap.text,
      ])
      report.require(kind.name + ", p95 ms", p95, atMost: kind.goal)
      report.add(
        "latency", kind.name, "ours",
        [("p50", ours.quantile(0.5)), ("p95", p95), ("fts5", own.quantile(0.95)), ("xapian", xap.quantile(0.95))])
    }
    report.show("Searches in process, warm, one thread's processor time", table)
    report.say("* ids of the best 20 only (Xapian: with their titles), without texts and snippets.")
  }

  private static func forms(_ written: String) -> [String] {
    let word = SearchWord(written)
    var forms: [String] = []
    for form in word.stems.flatMap({ [$0, "=" + $0] }) + ["=" + word.folded] where !forms.contains(form) {
      forms.append(form)
    }
    return forms
  }

  /// The words as FTS5 takes them.
  private static func match(_ words: [String], _ joining: Questions.Joining) -> String {
    func quoted(_ token: String) -> String { "\"" + token + "\"" }
    switch joining {
    case .sideBySide: return words.map { quoted("=" + folded($0)) }.joined(separator: " + ")
    case .all, .any:
      return words.map { "(" + forms($0).map(quoted).joined(separator: " OR ") + ")" }
        .joined(separator: joining == .all ? " AND " : " OR ")
    }
  }

  /// The words as Xapian takes them.
  private static func terms(_ words: [String], _ joining: Questions.Joining) -> String {
    words.map { joining == .sideBySide ? "=" + folded($0) : forms($0).joined(separator: "\t") }.joined(separator: "\n")
  }

  /// Gives Xapian the same articles with the same tokens; returns processor seconds.
  static func buildXapian(_ path: String, pieces: [Piece], articles: Int) throws -> Double {
    guard let engine = xapian_create(path) else { throw BenchmarkFailure("Xapian cannot write to \(path)") }
    defer { xapian_close(engine) }
    var maker = ArticleMaker(pieces: pieces, total: articles)
    var seconds = 0.0
    var number = 0
    while let article = maker.next()?.briefing {
      let start = Clock.thread()
      var title = article.title
      title.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { xapian_begin(engine, $0.baseAddress, Int32($0.count)) }
      }
      var position: Int32 = 0
      for text in [article.title, article.text] {
        for token in tokens(in: text) where token.kind != .punctuation {
          position += 1
          add("=" + token.folded, position, engine)
          let stem = lightStem(token.folded)
          if stem.utf8.count < token.folded.utf8.count { add(stem, position, engine) }
        }
        position += 100
      }
      xapian_end(engine)
      seconds += Clock.thread() - start
      number += 1
      if number % 10_000 == 0 { writeError("Xapian: \(number) articles\n") }
    }
    let start = Clock.thread()
    xapian_commit(engine)
    return seconds + Clock.thread() - start
  }

  private static func add(_ token: String, _ position: Int32, _ engine: OpaquePointer) {
    var token = token
    token.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { xapian_token(engine, $0.baseAddress, Int32($0.count), position) }
    }
  }
}
