import Foundation
import Measuring
import SampleArchive

/// Presses random keys in the reader, at random sizes, while articles are imported again and again, and watches its memory.
struct SoakStage {
  let workshop: Workshop
  let archive: String
  let seconds: Double
  let seed: UInt64

  /// Resident megabytes, and those of its own, some seconds after the start.
  private struct Point {
    var seconds: Double
    var resident: Double
    var own: Double
  }

  /// How many articles each import brings.
  private static let batch = 200

  /// Everything that a key does, but leaving, stopping, and what may lead there; some more often than their share.
  private static let keys: [String] =
    "jkJK gGhlbdtepzxPiwaAcCrnN[]<>.,;fvVyYoOBLEHu+-&/sFTMRXDS=m'?123 ".map(String.init)
    + ["\r", "\r", "\r", "j", "j", "j", "\u{7F}", "\u{7F}", "\u{7F}", "\u{7F}", "\t", "\u{1B}[Z", " "]
    + ["\u{1B}[A", "\u{1B}[B", "\u{1B}[C", "\u{1B}[D", "\u{1B}[5~", "\u{1B}[6~", "\u{1B}[H", "\u{1B}[F"]
    + ["\u{4}", "\u{15}", "\u{6}", "\u{14}", "\u{12}", "\u{7}", "w", "t", "e", "i", "a", "ا", "ل", "م", "ن", "\u{64B}"]

  func run(_ report: inout Report) throws {
    // Links lead nowhere, and files go where they are removed.
    let folder = workshop.folder + "/home/config/mujaz"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let settings = "opener = \"true\"\nexports = \"\(workshop.folder)/home\"\n"
    try Data(settings.utf8).write(to: URL(fileURLWithPath: folder + "/config.toml"))
    var random = Random(seed: seed)
    var program = try workshop.open(archive)
    _ = program.rest(from: Clock.wall(), limit: 30)
    let pieces = Paragraphs.pieces(workshop.paragraphs, findsNames: false)
    var importing: Process?
    var (imports, failedImports, presses, sizes, restarts) = (0, 0, 0, 0, 0)
    var (busy, quiet) = (Costs(name: "while articles are imported"), Costs(name: "otherwise"))
    var points: [Point] = []
    let start = Clock.wall()
    while Clock.wall() - start < seconds {
      if Clock.wall() - start >= Double(points.count) * 10 {
        let process = program.process
        points.append(
          Point(
            seconds: Clock.wall() - start, resident: Clock.memory(of: process, "VmRSS"),
            own: Clock.memory(of: process, "RssAnon")))
        if let point = points.last {
          writeError(
            "\(Int(point.seconds)) s: \(decimal(point.resident)) MB, its own \(decimal(point.own)); \(presses) keys\n")
        }
      }
      if importing?.isRunning != true {
        if let importing, importing.terminationStatus != 0 { failedImports += 1 }
        importing = try workshop.importing(newArticles(imports, pieces), into: archive)
        try importing?.run()
        imports += 1
      }
      switch random.below(200) {
      case 0..<2:
        program.resize(columns: 1 + random.below(250), rows: 1 + random.below(70))
        sizes += 1
      case 2..<8: program.send("\u{1B}[<\(random.pick([0, 0, 0, 64, 65]));\(random.below(220));\(random.below(60))M")
      case 8: program.send("\u{1B}[200~النفط\u{1B}[201~")
      case 9:
        _ = program.rest(from: Clock.wall(), limit: 2)
        // Drawing everything anew is done in every state.
        let cost = try? program.press("\u{C}", limit: 2)
        let isBusy = importing?.isRunning == true
        if let cost { if isBusy { busy.all.append(cost) } else { quiet.all.append(cost) } }
      case 10..<16 where program.modes[25] == true:
        // Ends what is being typed; only then, as it leaves the list otherwise.
        program.send("\u{1B}")
        _ = program.take(milliseconds: 100)
      default: program.send(random.pick(Self.keys))
      }
      presses += 1
      let pause = Clock.wall() + Double(1 + random.below(20)) / 1000
      while !program.hasEnded, Clock.wall() < pause { _ = program.take(milliseconds: 3) }
      guard program.hasEnded else { continue }
      let status = program.wait(seconds: 5)
      report.say("after \(presses) keys the program ended with status \(status.map { "\($0)" } ?? "none")")
      report.require("status when it left by itself", Double(abs(status ?? 99)), atMost: 0)
      program = try workshop.open(archive)
      _ = program.rest(from: Clock.wall(), limit: 30)
      restarts += 1
    }
    importing?.waitUntilExit()
    program.resize(columns: 80, rows: 24)
    _ = program.rest(from: Clock.wall(), limit: 10)
    let answers = (try? program.press("\u{C}").bytes) ?? 0
    program.send("\u{3}")
    let status = program.wait(seconds: 10)
    let isRestored =
      program.isRestored && program.modes[25] == true
      && [1049, 1000, 1006, 2004].allSatisfy { program.modes[$0] == false }
    report.say(
      "\(presses) keys, \(sizes) sizes, \(imports) imports of \(Self.batch) articles, \(failedImports) of them failed, "
        + "\(restarts) restarts")
    show(points, &report)
    var table = TextTable(Costs.titles)
    for costs in [busy, quiet] where !costs.all.isEmpty { table.add(costs.row) }
    report.show("From the key that draws everything anew to the finished frame", table)
    report.require("answers at the end", answers > 0 ? 1 : 0, atLeast: 1)
    report.require("status at the end", Double(abs(status ?? 99)), atMost: 0)
    report.require("terminal as it was", isRestored ? 1 : 0, atLeast: 1)
    report.require("imports that failed", Double(failedImports), atMost: 0)
    report.require("archive is sound", try workshop.verify(archive) ? 1 : 0, atLeast: 1)
  }

  private func newArticles(_ number: Int, _ pieces: [Piece]) throws -> String {
    var maker = ArticleMaker(pieces: pieces, total: Self.batch, first: 10_000_000 + number * Self.batch)
    var lines = ""
    while let article = maker.next()?.briefing { lines += ArticleMaker.json(article) }
    let file = workshop.folder + "/new.jsonl"
    try Data(lines.utf8).write(to: URL(fileURLWithPath: file))
    return file
  }

  /// The curve, in a dozen points, and how much more there is with each minute.
  private func show(_ points: [Point], _ report: inout Report) {
    var table = TextTable(["minutes", "resident MB", "its own"])
    let step = max(1, points.count / 12)
    for (index, point) in points.enumerated() where index % step == 0 || index == points.count - 1 {
      table.add([decimal(point.seconds / 60), decimal(point.resident), decimal(point.own)])
      report.add(
        "soak", "memory", "mujaz", [("seconds", point.seconds), ("resident", point.resident), ("own", point.own)])
    }
    report.show("Memory", table)
    let second = Array(points.dropFirst(points.count / 2))
    report.say(
      "slope: \(decimal(Self.slope(points), 0)) KB a minute over all, \(decimal(Self.slope(second), 0)) in the second half"
    )
    report.require("memory in the second half, KB a minute", Self.slope(second), atMost: 256)
    report.require("memory at the end, MB", points.last?.resident ?? .nan, atMost: 120)
  }

  /// Kilobytes a minute by least squares.
  private static func slope(_ points: [Point]) -> Double {
    let count = Double(max(1, points.count))
    let time = points.reduce(0) { $0 + $1.seconds } / count
    let memory = points.reduce(0) { $0 + $1.resident } / count
    let spread = points.reduce(0) { $0 + ($1.seconds - time) * ($1.seconds - time) }
    let common = points.reduce(0) { $0 + ($1.seconds - time) * ($1.resident - memory) }
    return spread == 0 ? 0 : common / spread * 1024 * 60
  }
}
