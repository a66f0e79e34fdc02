import Foundation
import Testing

@Suite("imports that end suddenly")
struct CrashTests {
  /// Articles of which every seventh is the text of the one before in another paper.
  private static let articles: String = {
    var random: UInt64 = 1
    func next(_ bound: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33) % bound
    }
    let words = [
      "هدنة", "لبنان", "حدود", "محادثات", "القاهرة", "اتفاق", "سفن", "حبوب", "أسعار", "انتخابات", "برلمان", "رئيس",
      "بيان",
    ]
    var text = ""
    return (0..<300).map { number in
      if number % 7 != 3 {
        let said = (0..<60).map { _ in words[next(words.count)] + (next(5) == 0 ? " \(next(50))" : "") }
        text = "قال وزير الخارجية الفرنسي إن " + said.joined(separator: " ") + "."
      }
      return #"{"id":"k\#(number)","title":"خبر \#(number)","date":"2024-01-\#(10 + number % 20)","text":"\#(text)"}"#
    }.joined(separator: "\n")
  }()

  /// Kills imports with SIGKILL at random moments: few times here, `MUJAZ_CRASHES` times when asked.
  @Test("the archive is sound after each, and the next import goes on to the same content")
  func killed() throws {
    let program = try Program()
    let file = try program.file("articles.jsonl", Self.articles)
    let whole = program.home.appending(path: "whole.sqlite").path(percentEncoded: false)
    let start = ContinuousClock().now
    #expect(try program.run("--archive", whole, "import", file).status == 0)
    let duration =
      Double((ContinuousClock().now - start).components.attoseconds) / 1e18
      + Double((ContinuousClock().now - start).components.seconds)
    let expected = Set(try program.run("--archive", whole, "export").lines)
    #expect(expected.count == 300)
    let crashes = ProcessInfo.processInfo.environment["MUJAZ_CRASHES"].flatMap { Int($0) } ?? 3
    let archive = program.home.appending(path: "torn.sqlite").path(percentEncoded: false)
    var (hits, finished) = (0, 0)
    for crash in 1...crashes {
      let process = try program.start(["--archive", archive, "import", file])
      usleep(UInt32(Double.random(in: 0...duration) * 1e6))
      if process.isRunning { hits += 1 }
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let verified = try program.run("--archive", archive, "verify")
      #expect(verified.status == 0, "crash \(crash): \(verified.output)\(verified.messages)")
      guard crash % 5 == 0 || crash == crashes else { continue }
      // Every few crashes the import may end, and a new archive is begun.
      #expect(try program.run("--archive", archive, "import", file).status == 0)
      #expect(try Set(program.run("--archive", archive, "export").lines) == expected, "after crash \(crash)")
      #expect(try program.run("--archive", archive, "verify").status == 0)
      finished += 1
      for suffix in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: archive + suffix) {
        try FileManager.default.removeItem(atPath: archive + suffix)
      }
    }
    if crashes > 3 { print("killed \(hits) running imports of \(crashes); \(finished) went on to the same content") }
  }

  @Test("time zones and clocks change nothing")
  func timeZones() throws {
    let program = try Program()
    let file = try program.file("articles.jsonl", sampleArticles)
    var exports: Set<String> = []
    for zone in ["UTC", "Asia/Tokyo", "America/Los_Angeles", "Africa/Cairo"] {
      let archive = program.home.appending(path: "\(exports.count)-\(zone.count).sqlite").path(percentEncoded: false)
      _ = try program.run(["--archive", archive, "import", file], environment: ["TZ": zone])
      for other in ["UTC", zone] {
        exports.insert(try program.run(["--archive", archive, "export"], environment: ["TZ": other]).output)
      }
      let day = try program.run(
        ["--archive", archive, "list", "--since", "2024-03-03", "--until", "2024-03-03"], environment: ["TZ": zone])
      #expect(day.lines.count == 1, "\(zone)")
    }
    #expect(exports.count == 1)
  }
}
