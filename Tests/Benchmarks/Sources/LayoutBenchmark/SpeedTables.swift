import CReferences
import Measuring

/// Speeds against the references, each stage on each text.
struct SpeedTables {
  let columns = 80
  let repetitions: Int

  /// UTF-8 to visual runs.
  func bidi(_ texts: [SampleText], _ report: inout Report) {
    var table = Self.table(["ours", "ICU", "FriBidi", "best of both"])
    for text in texts {
      let ours = OurBidi()
      let timings = text.withReference(0) { reference in
        Contest.run(
          [
            .init("ours") { ours.visualRuns(of: text, columns: columns) },
            .init("ICU") { cr_icu_bidi(reference, Int32(columns)) },
            .init("FriBidi") { cr_fribidi_bidi(reference, Int32(columns)) },
          ], repetitions: repetitions)
      }
      let best = min(timings[1].median, timings[2].median)
      let ratio = best / timings[0].median
      add("bidi", text, timings, ratio, to: &table, &report)
      switch text.name {
      case "Arabic news":
        report.require("bidi, Arabic: times ICU's speed", timings[1].median / timings[0].median, atLeast: 1.75)
      case "ASCII":
        report.require("bidi, ASCII: times ICU's speed", timings[1].median / timings[0].median, atLeast: 10)
      case "mixed": report.require("bidi, mixed: times the better's speed", ratio, atLeast: 1.7)
      default: break
      }
      report.require("bidi, \(text.name): never below either", ratio, atLeast: 1)
    }
    report.show("Bidi: UTF-8 to visual runs of lines of \(columns) characters, MB/s (ns/character)", table)
  }

  /// The places where lines may end.
  func lineBreaks(_ texts: [SampleText], _ report: inout Report) {
    var table = Self.table(["ours", "ICU", "ICU"])
    for text in texts {
      let timings = text.withReference(CR_WIDE) { reference in
        Contest.run(
          [.init("ours") { ourLineBreaks(text) }, .init("ICU") { cr_icu_line_breaks(reference) }],
          repetitions: repetitions)
      }
      let ratio = timings[1].median / timings[0].median
      add("line breaking", text, timings, ratio, to: &table, &report)
      report.require("line breaking, \(text.name): times ICU's speed", ratio, atLeast: 2)
    }
    report.show("Line breaking: ours from UTF-8, ICU from UTF-16 converted before, MB/s (ns/character)", table)
  }

  /// Joining and shaping.
  func shaping(_ texts: [SampleText], _ report: inout Report) {
    var table = Self.table(["ours", "FriBidi", "ICU", "FriBidi"])
    for text in texts {
      let ours = OurShaping(text)
      let timings = text.withReference(CR_WIDE | CR_SCALARS) { reference in
        Contest.run(
          [
            .init("ours") { ours.shape(text) },
            .init("FriBidi", prepare: { cr_fribidi_shape_reset(reference) }, work: { cr_fribidi_shape(reference) }),
            .init("ICU") { cr_icu_shape(reference) },
          ], repetitions: repetitions)
      }
      let ratio = timings[1].median / timings[0].median
      add("shaping", text, timings, ratio, to: &table, &report)
      report.require("joining and shaping, \(text.name): times FriBidi's speed", ratio, atLeast: 1.5)
    }
    report.show(
      "Joining and shaping: ours from UTF-8, FriBidi from UTF-32 with levels, ICU from UTF-16, MB/s (ns/character)",
      table)
  }

  /// UTF-8 to finished cells, against bidi, shaping and line breaking of the references alone.
  func whole(_ texts: [SampleText], _ report: inout Report) {
    var table = Self.table(["ours", "ICU", "FriBidi + ICU", "best of both"])
    for text in texts {
      keep(UInt64(text.paragraphs.count))
      let timings = text.withReference(CR_WIDE) { reference in
        Contest.run(
          [
            .init("ours") { ourWhole(text, columns: columns) },
            .init("ICU") { cr_icu_whole(reference, Int32(columns)) },
            .init("FriBidi + ICU") { cr_fribidi_whole(reference, Int32(columns)) },
          ], repetitions: repetitions)
      }
      let best = min(timings[1].median, timings[2].median)
      add("whole", text, timings, best / timings[0].median, to: &table, &report)
      report.require("whole, \(text.name): part of the better's time", timings[0].median / best, atMost: 0.6)
    }
    report.show(
      "The whole: ours to finished cells; the references only bidi, shaping and line breaking, MB/s (ns/character)",
      table)
  }

  private static func table(_ entries: [String]) -> TextTable {
    TextTable(["text"] + entries.dropLast() + ["times " + (entries.last ?? ""), "spread"])
  }

  private func add(
    _ stage: String, _ text: SampleText, _ timings: [Timing], _ ratio: Double, to table: inout TextTable,
    _ report: inout Report
  ) {
    var row = [text.name]
    for timing in timings {
      let speed = text.megabytesPerSecond(timing.median)
      let each = timing.median / Double(text.scalarCount)
      row.append("\(decimal(speed, speed < 100 ? 1 : 0)) (\(decimal(each)))")
      report.add(
        stage, text.name, timing.name,
        [
          ("megabytesPerSecond", speed), ("nanosecondsPerCharacter", each), ("median", timing.median),
          ("spread", timing.spread),
        ])
    }
    row += [decimal(ratio, 2), decimal((timings.map(\.spread).max() ?? 0) * 100, 0) + "%"]
    table.add(row)
  }
}
