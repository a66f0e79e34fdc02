import Briefings
import CEngines
import CProcesses
import Foundation
import Measuring
import SampleArchive
import Search
import Store
import StoreSQLite

/// Makes an archive of many articles and measures importing, size, searching and starting.
@main
struct ArchiveBenchmark {
  private struct Options {
    var articles = 100_000
    /// How many are added to an archive that is there.
    var added = 0
    var folder: String?
    var copiesFindings = false
    var xapianArticles = 100_000
    var paragraphs = 20_000
    var news = projectFolder + "/../shared/corpora/news-2015.jsonl.gz"
    var program = projectFolder + "/.build/release/mujaz"
    var isJSON = false
  }

  static let usage = """
    usage: scripts/bench archive [OPTIONS]

    Makes an archive of articles of about 2 KB from paragraphs of ../shared/corpora, or of data/briefings where that is
    absent, and measures importing, sizes, searching and starting. The exit status is 1 when a target is missed.

      --articles N          how many (100000)
      --keep FOLDER         where the archive stays; one that is there with as many articles is not made again
      --add N               to an archive that is there so many more are added first, which is measured
      --copied-findings     articles get the findings of their paragraphs instead of being analysed, and go to the store
                            in this process: storing and indexing as ever, analysis left out
      --paragraphs N        at most so many different ones (20000)
      --xapian N            Xapian is measured up to so many articles (100000); 0 leaves it out
      --news FILE           the news to take paragraphs of (../shared/corpora/news-2015.jsonl.gz)
      --program FILE        the program to import with and to start (.build/release/mujaz)
      --json                numbers for programs
    """

  static func main() {
    do {
      try run(try options())
    } catch {
      writeError("\(error)\n")
      exit(2)
    }
  }

  private static func options() throws -> Options {
    var options = Options()
    var rest = CommandLine.arguments.dropFirst()
    func number(_ name: String) throws -> Int {
      guard let text = rest.popFirst(), let value = Int(text), value >= 0 else {
        throw BenchmarkFailure("\(name): expected a number")
      }
      return value
    }
    while let argument = rest.popFirst() {
      switch argument {
      case "--help":
        print(usage)
        exit(0)
      case "--articles": options.articles = try number(argument)
      case "--xapian": options.xapianArticles = try number(argument)
      case "--paragraphs": options.paragraphs = try number(argument)
      case "--keep": options.folder = rest.popFirst()
      case "--news": options.news = rest.popFirst() ?? options.news
      case "--program": options.program = rest.popFirst() ?? options.program
      case "--add": options.added = try number(argument)
      case "--copied-findings": options.copiesFindings = true
      case "--json": options.isJSON = true
      default: throw BenchmarkFailure("found '\(argument)'\n\(usage)")
      }
    }
    return options
  }

  private static func run(_ options: Options) throws {
    var report = Report(prints: !options.isJSON)
    let folder = options.folder ?? NSTemporaryDirectory() + "mujaz-archive-\(getpid())"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    // A folder that was not asked for does not stay; whether it goes is not what is measured.
    defer { if options.folder == nil { try? FileManager.default.removeItem(atPath: folder) } }
    let path = folder + "/archive-\(options.articles).sqlite"
    let held = try BuildStage.count(path)
    let isThere = held >= options.articles
    let pieces = try pieces(options, needsFindings: !isThere && options.copiesFindings, report)
    if isThere {
      report.say("\(path) is there with \(held) articles; it is not made again.")
      if options.added > 0 { try add(path, options, pieces, held: held, &report) }
    } else {
      try build(path, options, pieces, &report)
    }
    let sample = sample(pieces, options.articles)
    var questions = Questions(sample)
    let store = try SQLiteStore(path: path, readOnly: true)
    let entities = try store.entities(BriefingFilter(), limit: 2_000).map(\.canonical)
    let kinds = questions.kinds(entities: entities)
    var xapian: String?
    if options.articles <= options.xapianArticles {
      let place = folder + "/xapian-\(options.articles)"
      if access(place + "/iamglass", R_OK) != 0 {
        let seconds = try LatencyStage.buildXapian(place, pieces: pieces, articles: options.articles)
        report.say("Xapian indexed \(options.articles) articles in \(decimal(seconds, 1)) s of processor time.")
      }
      xapian = place
    }
    try LatencyStage(path: path, xapian: xapian, kinds: kinds).run(&report)
    start(path, options, &report)
    if options.isJSON { writeOut(report.json) } else { report.show("Targets", report.verdictTable) }
    if report.verdicts.contains(where: { !$0.isMet }) { exit(1) }
  }

  private static func pieces(_ options: Options, needsFindings: Bool, _ report: Report) throws -> [Piece] {
    let (source, paragraphs) = Paragraphs.read(options.news, limit: options.paragraphs)
    report.say("\(options.articles) articles from \(paragraphs.count) paragraphs of \(source)")
    return Paragraphs.pieces(paragraphs, findsNames: needsFindings)
  }

  private static func sample(_ pieces: [Piece], _ articles: Int) -> [(title: String, text: String)] {
    var maker = ArticleMaker(pieces: pieces.map { Piece(text: $0.text, findings: $0.findings) }, total: articles)
    var sample: [(title: String, text: String)] = []
    while sample.count < 2_000, let article = maker.next()?.briefing {
      sample.append((title: article.title, text: article.text))
    }
    return sample
  }

  /// Lets the program import more articles into an archive that has many.
  private static func add(
    _ path: String, _ options: Options, _ pieces: [Piece], held: Int, _ report: inout Report
  ) throws {
    let stage = BuildStage(
      path: path, articles: options.added, first: held + 1, pieces: pieces, program: options.program)
    let outcome = try stage.importByProgram()
    let total = outcome.tenths.reduce(0) { $0 + $1.wall }
    let rate = Double(options.added) / total
    report.say(
      "\(options.added) articles added to \(held): \(decimal(rate, 0)) a second, "
        + "\(decimal(Double(options.added) / outcome.tenths.reduce(0) { $0 + $1.processor }, 0)) a second of processor; "
        + "memory \(decimal(outcome.peak, 0)) MB at the peak")
    report.require("articles added a second", rate, atLeast: 700)
  }

  private static func build(
    _ path: String, _ options: Options, _ pieces: [Piece], _ report: inout Report
  ) throws {
    for ending in ["", "-wal", "-shm"] { unlink(path + ending) }
    let stage = BuildStage(path: path, articles: options.articles, pieces: pieces, program: options.program)
    let outcome = try options.copiesFindings ? stage.storeCopied() : stage.importByProgram()
    let count = Double(options.articles / 10)
    var table = TextTable(["tenth", "articles a second", "a second of processor"])
    for (index, tenth) in outcome.tenths.enumerated() {
      table.add(["\(index + 1)", decimal(count / tenth.wall, 0), decimal(count / tenth.processor, 0)])
    }
    report.show(
      options.copiesFindings
        ? "Storing and indexing with findings copied from paragraphs, one thread" : "Import by the program", table)
    let total = outcome.tenths.reduce(0) { $0 + $1.wall }
    let processor = outcome.tenths.reduce(0) { $0 + $1.processor }
    let rate = Double(options.articles) / total
    report.say(
      "\(decimal(total, 0)) s, \(decimal(processor, 0)) s of processor: \(decimal(rate, 0)) articles a second; "
        + "memory \(decimal(outcome.peak, 0)) MB at the peak"
        + (outcome.peakBefore > 0 ? ", \(decimal(outcome.peakBefore, 0)) MB before storing" : ""))
    let text = Double(outcome.textBytes)
    let archive = Double(size(path))
    let index = Double(fts_bytes(path))
    report.say(
      "text \(decimal(text / 1e6, 0)) MB; archive \(decimal(archive / 1e6, 0)) MB = \(decimal(archive / text, 2)) "
        + "times the text; full-text index \(decimal(index / 1e6, 0)) MB = \(decimal(index / text, 2)) times")
    report.require("articles a second", rate, atLeast: 700)
    if let first = outcome.tenths.first, let slowest = outcome.tenths.map(\.processor).max() {
      report.require("slowest tenth to first, by processor time", first.processor / slowest, atLeast: 0.5)
    }
    report.require("archive to text", archive / text, atMost: 3)
    report.require("index to text", index / text, atMost: 0.9)
    report.require("memory at the peak, MB", outcome.peak - outcome.peakBefore, atMost: 400)
  }

  private static func size(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  private static func start(_ path: String, _ options: Options, _ report: inout Report) {
    guard access(options.program, X_OK) == 0 else {
      report.say("There is no \(options.program), so starting is not measured.")
      return
    }
    func arguments(_ words: [String]) -> [UnsafeMutablePointer<CChar>?] {
      ([options.program] + words).map { strdup($0) } + [nil]
    }
    var (search, first, shown) = (LatencyStage.Times(), LatencyStage.Times(), LatencyStage.Times())
    for _ in 0..<15 {
      for (index, word) in ArticleMaker.rareWords.prefix(2).enumerated() {
        var words = arguments(["search", "--archive", path, word])
        let time = process_time(&words)
        if time >= 0, index == 1 { search.add(time / 1000) }
      }
      var words = arguments(["--archive", path])
      var (begun, complete) = (0.0, 0.0)
      if pty_times(&words, "202", &begun, &complete) == 0 {
        if begun >= 0 { first.add(begun / 1000) }
        if complete >= 0 { shown.add(complete / 1000) }
      }
    }
    var table = TextTable(["wall ms", "least", "p50", "p95"])
    for (name, times) in [
      ("mujaz search WORD, as a process", search), ("reader, first screen", first),
      ("reader, list with dates", shown),
    ] {
      table.add([
        name, decimal(times.all.min() ?? 0, 0), decimal(times.quantile(0.5), 0), decimal(times.quantile(0.95), 0),
      ])
    }
    report.show("Starting", table)
    report.require("search as a process, p50 ms", search.quantile(0.5), atMost: 60)
    report.require("reader's first screen, p50 ms", first.quantile(0.5), atMost: 100)
  }
}
