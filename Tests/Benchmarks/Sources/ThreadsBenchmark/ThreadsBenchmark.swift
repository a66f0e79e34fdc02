import Analysis
import Briefings
import Glibc
import Search
import Store
import StoreSQLite

/// Relations in a large archive: what one more article costs, and what looking a thread up costs.
///
/// `ThreadsBenchmark [STATEMENTS [ARCHIVE]]`: fills an archive (a file that is removed afterwards, unless it is named and
/// kept for the next run) through the store's own ingest, then measures.
@main
enum ThreadsBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let wanted = Int(arguments.first ?? "1000000"), wanted > 0, arguments.count <= 2 else {
      note("usage: scripts/bench threads [STATEMENTS [ARCHIVE]]")
      exit(2)
    }
    let kept = arguments.dropFirst().first
    let path = kept ?? "/tmp/mujaz-threads-\(getpid()).sqlite"
    let store = try SQLiteStore(path: path)
    var news = SyntheticNews()
    try fill(store, &news, statements: wanted, path)
    // The archive's own rows, so that a kept one is measured without being filled.
    try measureInsertion(store, &news)
    try measureLookUp(store, &news)
    try measureTimeline(store)
    if kept == nil { for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) } }
  }

  private static func fill(
    _ store: SQLiteStore, _ news: inout SyntheticNews, statements: Int, _ path: String
  ) throws {
    let known = try store.count(BriefingFilter())
    let articles = statements / SyntheticNews.statementsPerArticle
    news.article = known
    let start = wall()
    while news.article < articles {
      var batch: [AnalyzedBriefing] = []
      for _ in 0..<min(200, articles - news.article) { batch.append(news.next()) }
      _ = try store.ingest(batch)
      if news.article % 20_000 == 0 { note("\(news.article) articles, \(Int((wall() - start) / 1000)) s") }
    }
    var state = stat()
    stat(path, &state)
    print(
      "articles \(articles), statements \(articles * SyntheticNews.statementsPerArticle), file \(state.st_size / 1_000_000) MB"
    )
  }

  /// One article at a time, each its own transaction: what an import of one article costs.
  private static func measureInsertion(_ store: SQLiteStore, _ news: inout SyntheticNews) throws {
    var times: [(cpu: Double, wall: Double)] = []
    for _ in 0..<200 {
      let item = news.next()
      let start = (cpu(), wall())
      _ = try store.ingest([item])
      times.append((cpu() - start.0, wall() - start.1))
    }
    report("one article in, processor", times.map(\.cpu))
    report("one article in, clock", times.map(\.wall))
  }

  /// Candidates, how common their words are, and judging them: all that is done when a thread is shown.
  private static func measureLookUp(_ store: SQLiteStore, _ news: inout SyntheticNews) throws {
    var times: [(cpu: Double, wall: Double)] = []
    var links = 0
    var hits = 0
    for number in 0..<300 {
      let id = SyntheticNews.id(news.random.below(news.article))
      guard let record = try store.statements(of: id).first else { continue }
      let start = (cpu(), wall())
      let candidates = try store.relationCandidates(for: record, limit: 200)
      let frequencies = try store.statementFrequencies(of: Relatedness.stems(for: record, candidates: candidates))
      let found = Relatedness(frequencies: frequencies.counts, total: frequencies.total).relations(
        of: record, to: candidates)
      let thread = StatementThread(record, found)
      let time = (cpu() - start.0, wall() - start.1)
      // The first ones open the file.
      guard number >= 20 else { continue }
      times.append(time)
      links += found.count
      if thread.reports.count > 1 { hits += 1 }
    }
    report("thread of one statement, processor", times.map(\.cpu))
    report("thread of one statement, clock", times.map(\.wall))
    print("links a statement \(links / max(1, times.count)), statements with repetitions \(hits) of \(times.count)")
  }

  /// A frequent speaker's newest page, one from the middle, and the months.
  private static func measureTimeline(_ store: SQLiteStore) throws {
    let speaker = SyntheticNews.speaker(0)
    var first: [Double] = []
    var later: [Double] = []
    var months: [Double] = []
    var count = 0
    for _ in 0..<20 {
      var start = cpu()
      let page = try store.statements(by: speaker, limit: 50, after: nil)
      first.append(cpu() - start)
      start = cpu()
      _ = try store.statements(by: speaker, limit: 50, after: page.next)
      later.append(cpu() - start)
      start = cpu()
      count = try store.statementMonths(by: speaker).months.reduce(0) { $0 + $1.count }
      months.append(cpu() - start)
    }
    report("50 newest of a speaker, processor", first)
    report("the next 50", later)
    report("months of a speaker's \(count) statements", months)
  }

  private static func report(_ name: String, _ times: [Double]) {
    let sorted = times.sorted()
    guard let most = sorted.last else { return }
    func at(_ share: Double) -> Double { sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))] }
    let values = [at(0.5), at(0.95), at(0.99), most].map { rounded($0) }
    print("\(name): ms p50 \(values[0]) p95 \(values[1]) p99 \(values[2]) max \(values[3])")
  }

  private static func rounded(_ value: Double) -> String {
    let tenths = Int((value * 100).rounded())
    return "\(tenths / 100).\(tenths % 100 < 10 ? "0" : "")\(tenths % 100)"
  }

  /// Progress and errors.
  private static func note(_ text: String) {
    let line = Array((text + "\n").utf8)
    _ = write(2, line, line.count)
  }

  private static func cpu() -> Double { time(CLOCK_THREAD_CPUTIME_ID) }
  private static func wall() -> Double { time(CLOCK_MONOTONIC) }
  private static func time(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) * 1_000 + Double(time.tv_nsec) / 1e6
  }
}
