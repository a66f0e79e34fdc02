import CReferences
import Measuring

/// Speeds against the references, each stage on each text. Before it is measured, what both sides find is compared.
struct SpeedTables {
  let columns = 80
  let repetitions: Int

  /// UTF-8 to visual runs.
  func bidi(_ texts: [SampleText], _ report: inout Report) {
    var table = TextTable(
      [
        "text", "ours", "ICU", "FriBidi", "times ICU", "times the better", "goal", "", "lines as ICU", "as FriBidi",
        "spread",
      ])
    for text in texts {
      let ours = OurBidi()
      let hashes = ours.lineHashes(of: text, columns: columns)
      let (timings, asICU, asFriBidi) = text.withReference(0) { reference in
        let timings = Contest.run(
          [
            .init("ours") { ours.visualRuns(of: text, columns: columns) },
            .init("ICU") { cr_icu_bidi(reference, Int32(columns)) },
            .init("FriBidi") { cr_fribidi_bidi(reference, Int32(columns)) },
          ], repetitions: repetitions)
        return (
          timings, Agreement.part(of: hashes) { cr_icu_line_hashes(reference, Int32(columns), $0) },
          Agreement.part(of: hashes) { cr_fribidi_line_hashes(reference, Int32(columns), $0) }
        )
      }
      let timesICU = timings[1].median / timings[0].median
      let timesBetter = min(timings[1].median, timings[2].median) / timings[0].median
      var goals = [(timesBetter, 1.0, "better")]
      switch text.name {
      case "Arabic news": goals.append((timesICU, 1.75, "ICU"))
      case "ASCII": goals.append((timesICU, 10, "ICU"))
      case "mixed": goals.append((timesBetter, 1.7, "better"))
      default: break
      }
      for (ratio, goal, other) in goals {
        report.require("bidi, \(text.name): times the speed of \(other)", ratio, atLeast: goal)
      }
      report.require("bidi, \(text.name): part of lines ordered as ICU orders them", asICU, atLeast: 0.999)
      add("bidi", text, timings, &report)
      let goal = goals[goals.count - 1]
      table.add(
        [text.name] + speeds(timings, text) + [
          decimal(timesICU, 2), decimal(timesBetter, 2), ">= \(decimal(goal.1, 2)) \(goal.2)",
          goals.allSatisfy { $0.0 >= $0.1 } ? "PASS" : "miss", percent(asICU), percent(asFriBidi), spread(timings),
        ])
    }
    report.show("Bidi: UTF-8 to visual runs of lines of \(columns) characters, MB/s (ns/character)", table)
  }

  /// The places where lines may end.
  func lineBreaks(_ texts: [SampleText], _ report: inout Report) {
    var table = TextTable(["text", "ours", "ICU", "times ICU", "goal", "", "places as ICU", "spread"])
    for text in texts {
      let found = Agreement.ourBreaks(text)
      let (timings, same) = text.withReference(CR_WIDE) { reference in
        (
          Contest.run(
            [.init("ours") { ourLineBreaks(text) }, .init("ICU") { cr_icu_line_breaks(reference) }],
            repetitions: repetitions), Agreement.part(of: found) { cr_icu_break_places(reference, $0) }
        )
      }
      let ratio = timings[1].median / timings[0].median
      report.require("line breaking, \(text.name): times the speed of ICU", ratio, atLeast: 2)
      report.require("line breaking, \(text.name): part of places as ICU has them", same, atLeast: 0.999)
      add("line breaking", text, timings, &report)
      table.add(
        [text.name] + speeds(timings, text) + [
          decimal(ratio, 2), ">= 2.00", ratio >= 2 ? "PASS" : "miss", percent(same), spread(timings),
        ])
    }
    report.show("Line breaking: ours from UTF-8, ICU from UTF-16 converted before, MB/s (ns/character)", table)
  }

  /// Joining and shaping.
  func shaping(_ texts: [SampleText], _ report: inout Report) {
    var table = TextTable(
      ["text", "ours", "FriBidi", "ICU", "times FriBidi", "goal", "", "characters as FriBidi", "spread"])
    for text in texts {
      let ours = OurShaping(text)
      let shaped = ours.shapedScalars(text)
      let (timings, same) = text.withReference(CR_WIDE | CR_SCALARS) { reference in
        let timings = Contest.run(
          [
            .init("ours") { ours.shape(text) },
            .init("FriBidi", prepare: { cr_fribidi_shape_reset(reference) }, work: { cr_fribidi_shape(reference) }),
            .init("ICU") { cr_icu_shape(reference) },
          ], repetitions: repetitions)
        return (timings, Agreement.part(of: shaped) { cr_fribidi_shaped(reference, $0) })
      }
      let ratio = timings[1].median / timings[0].median
      report.require("joining and shaping, \(text.name): times the speed of FriBidi", ratio, atLeast: 1.5)
      report.require("joining and shaping, \(text.name): part of characters as FriBidi's", same, atLeast: 0.999)
      add("shaping", text, timings, &report)
      table.add(
        [text.name] + speeds(timings, text) + [
          decimal(ratio, 2), ">= 1.50", ratio >= 1.5 ? "PASS" : "miss", percent(same), spread(timings),
        ])
    }
    report.show(
      "Joining and shaping: ours from UTF-8, FriBidi from UTF-32 with levels, ICU from UTF-16, MB/s (ns/character)",
      table)
  }

  /// UTF-8 to finished cells with styles, against bidi, shaping and line breaking of the references alone.
  func whole(_ texts: [SampleText], _ report: inout Report) {
    var table = TextTable(
      [
        "text", "ours", "ICU", "FriBidi + ICU", "part of the better's time", "goal", "", "lines", "lines of ICU",
        "spread",
      ])
    for text in texts {
      let ours = OurWhole()
      let (timings, lines) = text.withReference(CR_WIDE) { reference in
        let timings = Contest.run(
          [
            .init("ours") { ours.layOut(text, columns: columns) },
            .init("ICU") { cr_icu_whole(reference, Int32(columns)) },
            .init("FriBidi + ICU") { cr_fribidi_whole(reference, Int32(columns)) },
          ], repetitions: repetitions)
        return (timings, cr_icu_whole_lines(reference))
      }
      let part = timings[0].median / min(timings[1].median, timings[2].median)
      report.require("whole, \(text.name): part of the better's time", part, atMost: 0.6)
      // The line feeds between paragraphs are laid out by neither.
      let bytes = ours.byteCount + text.bytes.count { $0 == 0x0A }
      report.require("whole, \(text.name): bytes that stand on no line", Double(text.bytes.count - bytes), atMost: 0)
      add("whole", text, timings, &report)
      table.add(
        [text.name] + speeds(timings, text) + [
          decimal(part, 2), "<= 0.60", part <= 0.6 ? "PASS" : "miss", "\(ours.lineCount)", "\(lines)", spread(timings),
        ])
    }
    report.show(
      "The whole: ours to finished cells with styles; the others only bidi, shaping and line breaking, "
        + "MB/s (ns/character)", table)
  }

  private func speeds(_ timings: [Timing], _ text: SampleText) -> [String] {
    timings.map { timing in
      let speed = text.megabytesPerSecond(timing.median)
      return "\(decimal(speed, speed < 100 ? 1 : 0)) (\(decimal(timing.median / Double(text.scalarCount))))"
    }
  }

  private func spread(_ timings: [Timing]) -> String { decimal((timings.map(\.spread).max() ?? 0) * 100, 0) + "%" }

  private func percent(_ part: Double) -> String { part == 1 ? "all" : decimal(part * 100, 2) + "%" }

  private func add(_ stage: String, _ text: SampleText, _ timings: [Timing], _ report: inout Report) {
    for timing in timings {
      report.add(
        stage, text.name, timing.name,
        [
          ("megabytesPerSecond", text.megabytesPerSecond(timing.median)),
          ("nanosecondsPerCharacter", timing.median / Double(text.scalarCount)), ("median", timing.median),
          ("spread", timing.spread),
        ])
    }
  }
}
