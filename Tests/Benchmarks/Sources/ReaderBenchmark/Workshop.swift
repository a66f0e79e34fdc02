import Analysis
import Briefings
import Foundation
import Measuring
import SampleArchive
import Store
import StoreSQLite

/// The folder in which a run works: its archive, and a home for the programs it starts.
struct Workshop {
  let folder: String
  let program: String
  let paragraphs: [String]
  let source: String

  init(folder: String, program: String) {
    self.folder = folder
    self.program = program
    (source, paragraphs) = Paragraphs.read(projectFolder + "/../shared/corpora/news-2015.jsonl.gz", limit: 20_000)
  }

  /// A variable for each place where the reader looks for anything of the user's.
  var environment: [String] {
    [
      "HOME=\(folder)/home", "XDG_CONFIG_HOME=\(folder)/home/config", "XDG_STATE_HOME=\(folder)/home/state",
      "XDG_DATA_HOME=\(folder)/home/data",
    ]
  }

  /// An archive to work on, which may be changed: made, made before, or a copy.
  func archive(_ options: ReaderBenchmark.Options, _ report: Report) throws -> String {
    let place = folder + "/archive.sqlite"
    var original = options.archive
    if original == nil, let kept = options.folder {
      original = kept + "/archive-\(options.articles).sqlite"
      if let original { try make(original, options.articles, report) }
    }
    guard let original else {
      try make(place, options.articles, report)
      return place
    }
    for ending in ["", "-wal"] where access(original + ending, R_OK) == 0 {
      let copy = Process()
      copy.executableURL = URL(fileURLWithPath: "/bin/cp")
      copy.arguments = ["--reflink=auto", original + ending, place + ending]
      try copy.run()
      copy.waitUntilExit()
      guard copy.terminationStatus == 0 else { throw BenchmarkFailure("\(original) cannot be copied to \(folder)") }
    }
    // An archive of an older version is brought up to date here, not while something is measured.
    let count = try SQLiteStore(path: place).count(.init())
    report.say("\(count) articles: a copy of \(original)")
    return place
  }

  private func make(_ path: String, _ articles: Int, _ report: Report) throws {
    if try BuildStage.count(path) >= articles { return }
    report.say("\(articles) articles from \(paragraphs.count) paragraphs of \(source)")
    for ending in ["", "-wal", "-shm"] { unlink(path + ending) }
    let pieces = Paragraphs.pieces(paragraphs, findsNames: true)
    _ = try BuildStage(path: path, articles: articles, pieces: pieces, program: program).storeCopied()
  }

  /// Imports articles as a user does.
  func add(_ briefings: [Briefing], to archive: String) throws {
    let lines = briefings.map { ArticleMaker.json($0) }.joined()
    let file = folder + "/added.jsonl"
    try Data(lines.utf8).write(to: URL(fileURLWithPath: file))
    let process = importing(file, into: archive)
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw BenchmarkFailure("the import failed") }
  }

  /// An import of a file, not yet started.
  func importing(_ file: String, into archive: String) -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = ["import", "--archive", archive, "--format", "jsonl", file]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    return process
  }

  /// Whether `mujaz verify` finds an archive sound.
  func verify(_ archive: String) throws -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = ["verify", "--archive", archive]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  /// The reader on an archive.
  func open(_ archive: String) throws -> TerminalProgram {
    try TerminalProgram([program, "--archive", archive], environment: environment)
  }

  static func memory(of program: TerminalProgram) -> String {
    func part(_ name: String) -> String { decimal(Clock.memory(of: program.process, name), 1) }
    return "\(part("VmRSS")) MB resident, \(part("RssAnon")) of it its own, \(part("VmHWM")) at the peak"
  }
}

/// An article as long as a small book, and a short one: newer than all others, the short one newest.
struct LongArticle {
  let briefing: Briefing
  let first: Briefing
  /// A word that stands in it now and then.
  let word: String

  init(paragraphs: [String]) {
    var random = Random(seed: 3)
    let chosen = (0..<1_000).map { _ in random.pick(paragraphs) }
    let title = chosen[0].split(separator: " ").prefix(8).joined(separator: " ")
    func article(_ id: String, _ text: String, _ date: String) -> Briefing {
      Briefing(
        id: BriefingID(id), title: title, text: text, date: PublicationDate(date), source: "صحيفة", language: "ar")
    }
    briefing = article("long", chosen.joined(separator: "\n"), "2031-01-01")
    first = article("short", chosen[0], "2031-01-02")
    word = chosen[500].split(separator: " ").map(String.init).max { $0.utf8.count < $1.utf8.count } ?? title
  }
}
