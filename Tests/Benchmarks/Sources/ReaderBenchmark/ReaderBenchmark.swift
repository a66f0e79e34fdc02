import Foundation
import Measuring
import SampleArchive

/// Drives the reader on a pseudo-terminal and measures from a key to the finished screen.
@main
struct ReaderBenchmark {
  struct Options {
    var articles = 100_000
    var archive: String?
    var folder: String?
    var rounds = 100
    var program = projectFolder + "/.build/release/mujaz"
    var soak: Double?
    var seed: UInt64 = 1
    var comparesOthers = true
    var isJSON = false
  }

  static let usage = """
    usage: scripts/bench reader [OPTIONS]

    Drives the reader on a pseudo-terminal of 200 by 50 and measures, from writing a key to the last byte of the finished
    screen, movement, changes of view and searching; then newsboat and less where they do the same. The exit status is 1
    when a target is missed.

      --articles N      how many the archive has (100000); it is made unless it is there
      --keep FOLDER     where the archive stays; one that is there with as many articles is not made again
      --archive FILE    works on a copy of this archive instead
      --rounds N        how often each round of keys is pressed (100)
      --ours            leaves newsboat and less out
      --soak MINUTES    instead of measuring, presses random keys at random sizes while articles are imported
      --seed N          of the random keys (1)
      --program FILE    the reader (.build/release/mujaz)
      --json            numbers for programs
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
    func number(_ name: String) throws -> Double {
      guard let text = rest.popFirst(), let value = Double(text), value >= 0 else {
        throw BenchmarkFailure("\(name): expected a number")
      }
      return value
    }
    while let argument = rest.popFirst() {
      switch argument {
      case "--help":
        print(usage)
        exit(0)
      case "--articles": options.articles = Int(try number(argument))
      case "--rounds": options.rounds = max(2, Int(try number(argument)))
      case "--soak": options.soak = try number(argument)
      case "--seed": options.seed = UInt64(try number(argument))
      case "--keep": options.folder = rest.popFirst()
      case "--archive": options.archive = rest.popFirst()
      case "--program": options.program = rest.popFirst() ?? options.program
      case "--ours": options.comparesOthers = false
      case "--json": options.isJSON = true
      default: throw BenchmarkFailure("found '\(argument)'\n\(usage)")
      }
    }
    return options
  }

  private static func run(_ options: Options) throws {
    var report = Report(prints: !options.isJSON)
    let folder = (options.folder ?? NSTemporaryDirectory()) + "/mujaz-reader-\(getpid())"
    try FileManager.default.createDirectory(atPath: folder + "/home", withIntermediateDirectories: true)
    // What is left of a run that was broken off does no harm.
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let workshop = Workshop(folder: folder, program: options.program)
    let archive = try workshop.archive(options, report)
    if let minutes = options.soak {
      try SoakStage(workshop: workshop, archive: archive, seconds: minutes * 60, seed: options.seed).run(&report)
    } else {
      try measure(archive, workshop, options, &report)
    }
    if options.isJSON { writeOut(report.json) } else { report.show("Targets", report.verdictTable) }
    if report.verdicts.contains(where: { !$0.isMet }) { exit(1) }
  }

  private static func measure(
    _ archive: String, _ workshop: Workshop, _ options: Options, _ report: inout Report
  ) throws {
    let long = LongArticle(paragraphs: workshop.paragraphs)
    try workshop.add([long.briefing, long.first], to: archive)
    let reader = try workshop.open(archive)
    _ = reader.rest(from: Clock.wall(), limit: 30)
    report.say("memory with the archive open: \(Workshop.memory(of: reader))")
    var stage = ReaderStage(reader, rounds: options.rounds)
    let movement = try stage.measureMovement()
    show("Movement", movement, goal: 8, &report)
    let views = try stage.measureViews()
    show("Changes of view", views, goal: 16, &report)
    let searches = try stage.measureSearch(["الوزير", "اتفاق", "قطر", "النفط", "العراق"])
    show("Searching", searches, goal: nil, &report)
    for name in Set(stage.silent).sorted() {
      report.say("\(name): \(stage.silent.count { $0 == name }) times nothing was to be shown")
    }
    report.say("memory at the end: \(Workshop.memory(of: reader))")
    report.require("memory at the end, MB", Clock.memory(of: reader.process, "VmRSS"), atMost: 60)
    reader.send("\u{3}")
    let status = reader.wait(seconds: 10)
    report.require("leaves when asked", status == 0 && reader.isRestored ? 1 : 0, atLeast: 1)
    if options.comparesOthers {
      try RivalStage(workshop: workshop, archive: archive, long: long, rounds: options.rounds).run(&report)
    }
  }

  private static func show(_ heading: String, _ all: [Costs], goal: Double?, _ report: inout Report) {
    var table = TextTable(Costs.titles)
    for costs in all {
      table.add(costs.row)
      report.add(heading, costs.name, "mujaz", costs.values)
    }
    report.show(heading, table)
    guard let goal else { return }
    var together = Costs(name: heading)
    together.all = all.flatMap(\.all)
    report.require("\(heading), p99 of all, ms", together.wall(0.99), atMost: goal)
    for costs in all { report.require("\(costs.name), p99 ms", costs.wall(0.99), atMost: goal) }
    if goal == 8 { report.require("bytes of a movement, p50", together.firstBytes(0.5), atMost: 999) }
  }
}
