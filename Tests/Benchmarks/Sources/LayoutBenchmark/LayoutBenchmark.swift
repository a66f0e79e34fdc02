import CReferences
import Measuring

/// Measures text layout against FriBidi and ICU in one process, on one thread, by processor time.
@main
struct LayoutBenchmark {
  private static let usage = """
    usage: scripts/bench layout [STAGE…] [options]

    Stages, all if none is named: bidi breaks shaping whole hostile growth screen allocations startup
                                       tables

      --megabytes N      length of the texts, 10 unless told
      --repetitions N    measurements of each, at least 7 unless told
      --arabic FILE      the Arabic text, UTF-8, a paragraph a line, instead of the project's briefings
      --json             one JSON object instead of tables
      --strict           exit status 1 if a target is missed
      --profile STAGE    only ours, one stage of bidi, breaks, shaping, whole, on one text, for a profiler:
                         perf record .build/benchmarks/release/LayoutBenchmark --profile whole --text mixed
      --text NAME        the text for that: arabic, ascii, mixed, or a hostile one by its name in the tables

    """
  private static let stages = [
    "bidi", "breaks", "shaping", "whole", "hostile", "growth", "screen", "allocations", "startup", "tables",
  ]

  static func main() {
    var arguments = Array(CommandLine.arguments.dropFirst())
    if let first = arguments.first {
      if first == "--reference" { exit(HostileTable.measureReference(Array(arguments.dropFirst()))) }
      if first == "--first-use" { exit(ScreenTables.measureFirstUse(arguments.last ?? "")) }
    }
    cr_keep_freed_memory()
    var megabytes = 10.0
    var repetitions = 7
    var wanted: [String] = []
    var flags: Set<String> = []
    var profiled: String?
    var text = "arabic"
    var arabic: String?
    while !arguments.isEmpty {
      let argument = arguments.removeFirst()
      switch argument {
      case "--help", "-h":
        writeOut(usage)
        return
      case "--megabytes": megabytes = number(&arguments, argument)
      case "--repetitions": repetitions = Int(number(&arguments, argument))
      case "--profile": profiled = word(&arguments, argument)
      case "--text": text = word(&arguments, argument)
      case "--arabic": arabic = word(&arguments, argument)
      case "--json", "--strict": flags.insert(argument)
      default:
        guard stages.contains(argument) else { fail("unknown stage or option: \(argument)") }
        wanted.append(argument)
      }
    }
    var texts = SampleTexts(bytes: Int(megabytes * 1e6))
    if let arabic {
      guard let news = contents(ofFile: arabic) else { fail("\(arabic) cannot be read") }
      texts.useArabic(String(decoding: news, as: UTF8.self))
    }
    if let profiled {
      profile(profiled, text, texts, repetitions)
      return
    }
    if wanted.isEmpty { wanted = stages }
    var report = Report(prints: !flags.contains("--json"))
    run(wanted, texts, max(1, repetitions), &report)
    if flags.contains("--json") { writeOut(report.json) }
    report.show("Targets", report.verdictTable)
    let missed = report.verdicts.filter { !$0.isMet }.count
    report.say("\(report.verdicts.count - missed) of \(report.verdicts.count) met")
    if missed > 0, flags.contains("--strict") { exit(1) }
  }

  private static func run(
    _ wanted: [String], _ texts: SampleTexts, _ repetitions: Int, _ report: inout Report
  ) {
    let megabytes = Double(texts.bytes) / 1e6
    report.say(String(cString: cr_versions()))
    report.say(
      "texts of \(decimal(megabytes)) MB, medians of \(repetitions) measurements in turn, one thread, CPU time")
    let speed = SpeedTables(repetitions: repetitions)
    let three = lazy { [texts.arabicNews(), texts.ascii(), texts.mixed()] }
    let long = lazy { [texts.arabicParagraph(), texts.asciiParagraph(), texts.mixedParagraph()] }
    if wanted.contains("tables") { ScreenTables().tableSize(&report) }
    if wanted.contains("startup") { ScreenTables().startUp(&report) }
    if wanted.contains("bidi") {
      let count = Int(megabytes * 60_000)
      let deep = ["61 embeddings, closed", "61 isolates, closed", "a RLI R PDI"].compactMap { name in
        HostileShape.all.first { $0.name == name }?.text(count: count)
      }
      speed.bidi(three() + long() + deep, &report)
    }
    if wanted.contains("breaks") { speed.lineBreaks(three() + long(), &report) }
    if wanted.contains("shaping") { speed.shaping(three() + long(), &report) }
    if wanted.contains("whole") { speed.whole(three() + long(), &report) }
    if wanted.contains("screen") { ScreenTables().relayout(texts, &report) }
    if wanted.contains("allocations") {
      let small = SampleTexts(bytes: 500_000)
      ScreenTables().allocations([small.arabicNews(), small.ascii(), small.mixed()], &report)
    }
    if wanted.contains("hostile") { HostileTable(repetitions: repetitions).run(HostileShape.all, &report) }
    if wanted.contains("growth") { GrowthTable().run(HostileShape.all, &report) }
  }

  /// Makes a value when it is first asked for.
  private static func lazy<Value>(_ make: @escaping () -> Value) -> () -> Value {
    var made: Value?
    return {
      if let made { return made }
      let value = make()
      made = value
      return value
    }
  }

  private static func profile(_ stage: String, _ name: String, _ texts: SampleTexts, _ repetitions: Int) {
    let text: SampleText
    switch name {
    case "arabic": text = texts.arabicNews()
    case "ascii": text = texts.ascii()
    case "mixed": text = texts.mixed()
    default:
      guard let shape = HostileShape.all.first(where: { $0.name == name }) else { fail("unknown text: \(name)") }
      // As many characters as bytes are asked for.
      text = shape.text(count: texts.bytes)
    }
    let bidi = OurBidi()
    let shaping = OurShaping(text)
    let whole = OurWhole()
    let timings = Contest.run(
      [
        .init(stage) {
          switch stage {
          case "bidi": return bidi.visualRuns(of: text, columns: 80)
          case "breaks": return ourLineBreaks(text)
          case "shaping": return shaping.shape(text)
          case "whole": return whole.layOut(text, columns: 80)
          default: fail("unknown stage: \(stage)")
          }
        }
      ], repetitions: repetitions)
    let time = timings[0].median
    let each = decimal(time / Double(text.scalarCount), 2)
    writeOut("\(stage), \(text.name): \(decimal(text.megabytesPerSecond(time))) MB/s, \(each) ns/character\n")
  }

  private static func word(_ arguments: inout [String], _ option: String) -> String {
    guard !arguments.isEmpty else { fail("\(option) needs a name") }
    return arguments.removeFirst()
  }

  private static func number(_ arguments: inout [String], _ option: String) -> Double {
    guard let first = arguments.first, let number = Double(first), number > 0 else {
      fail("\(option) needs a number above 0")
    }
    arguments.removeFirst()
    return number
  }

  private static func fail(_ message: String) -> Never {
    writeError(message + "\n" + usage)
    exit(2)
  }
}

import Glibc
