import Analysis
import Briefings
import Foundation
import Glibc

/// Measures how fast briefings are analysed on one core, and how much memory that takes at most.
@main
struct AnalysisBenchmark {
  /// Targets: megabytes of title and text a second of processor time, and megabytes of memory at the peak.
  static let leastSpeed = 3.0
  static let mostMemory = 150.0

  static func main() {
    var arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.contains("--help") {
      print(
        """
        usage: scripts/bench analysis [FILE.jsonl | MEGABYTES]

        Analyses the articles of a file, one JSON object with title and text a line, or MEGABYTES (20) of articles made of
        paragraphs of data/briefings. The exit status is 1 when a target is missed.
        """)
      return
    }
    let lexicon = Lexicon(
      files: files(in: "data/lexicon", ending: ".tsv") + files(in: "data/model", ending: ".model"))
    guard lexicon.formCount > 0 else { fail("found no lexicon in data/lexicon; run it by scripts/bench") }
    var meter = Meter(Analyzer(lexicon: lexicon))
    let source = arguments.isEmpty ? "20" : arguments.removeFirst()
    if let megabytes = Double(source) {
      var articles = GeneratedArticles(paragraphs: paragraphs(in: "data/briefings"))
      while meter.bytes < Int(megabytes * 1e6), let article = articles.next() { meter.analyze(article) }
    } else {
      guard read(source, { meter.analyze($0) }) else { fail("cannot read \(source)") }
    }
    guard meter.bytes > 0 else { fail("found no article") }
    report(meter)
  }

  private static func report(_ meter: Meter) {
    let speed = Double(meter.bytes) / 1e6 / meter.seconds
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    let memory = Double(usage.ru_maxrss) / 1024
    print(
      """
      articles    \(meter.articles), \(oneDecimal(Double(meter.bytes) / 1e6)) MB of title and text
      found       \(meter.entities) entities, \(meter.statements) statements
      speed       \(oneDecimal(speed)) MB/s of processor time on one core (target: at least \(oneDecimal(leastSpeed)))
      memory      \(oneDecimal(memory)) MB at the peak, lexicon and reading included (target: at most \(Int(mostMemory)))
      """)
    if speed < leastSpeed || memory > mostMemory { exit(1) }
  }

  private static func oneDecimal(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  static func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(1)
  }

  // MARK: Reading

  /// Hands over the articles of a file line by line, so that only one is in memory; false when it cannot be opened.
  private static func read(_ path: String, _ body: (Briefing) -> Void) -> Bool {
    guard let file = fopen(path, "r") else { return false }
    defer { fclose(file) }
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(line) }
    var number = 0
    while true {
      let count = getline(&line, &capacity, file)
      guard count > 0, let start = line else { return true }
      number += 1
      let data = Data(bytes: start, count: count)
      // A line that is no article is none to be measured.
      guard let article = try? JSONDecoder().decode(Article.self, from: data) else { continue }
      body(Briefing(id: BriefingID("\(number)"), title: article.title ?? "", text: article.text))
    }
  }

  private struct Article: Decodable {
    let title: String?
    let text: String
  }

  private static func files(in folder: String, ending: String) -> [(name: String, contents: [UInt8])] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(ending) }.sorted().compactMap { name in
      FileManager.default.contents(atPath: folder + "/" + name).map { (name, Array($0)) }
    }
  }

  /// The paragraphs of the sample briefings, their heads left out.
  private static func paragraphs(in folder: String) -> [String] {
    files(in: folder, ending: ".md").flatMap { file in
      String(decoding: file.contents, as: UTF8.self).split(separator: "\n").map(String.init).filter {
        $0.utf8.count > 120 && !$0.hasPrefix("#")
      }
    }
  }
}

/// Analyses and counts.
struct Meter {
  private let analyzer: Analyzer
  private(set) var articles = 0
  private(set) var bytes = 0
  private(set) var entities = 0
  private(set) var statements = 0
  /// Processor time of this thread spent on analysis alone.
  private(set) var seconds = 0.0

  init(_ analyzer: Analyzer) { self.analyzer = analyzer }

  mutating func analyze(_ briefing: Briefing) {
    let start = Self.threadTime()
    let found = analyzer.findings(of: briefing)
    seconds += Self.threadTime() - start
    articles += 1
    bytes += briefing.title.utf8.count + briefing.text.utf8.count
    entities += found.entities.count
    statements += found.statements.count
  }

  private static func threadTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// Articles of some 3 kB, made of given paragraphs; the same ones on every run.
struct GeneratedArticles {
  private let paragraphs: [String]
  private var state: UInt64 = 0x9E37_79B9_7F4A_7C15
  private var number = 0

  init(paragraphs: [String]) { self.paragraphs = paragraphs }

  mutating func next() -> Briefing? {
    guard !paragraphs.isEmpty else { return nil }
    number += 1
    var text = ""
    while text.utf8.count < 3_000 { text += paragraphs[pick()] + "\n" }
    let title = paragraphs[pick()].prefix(80)
    return Briefing(id: BriefingID("\(number)"), title: String(title), text: text)
  }

  private mutating func pick() -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % paragraphs.count
  }
}
