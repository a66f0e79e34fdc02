import Cells
import Testing

@testable import Terminal

@Suite struct TerminalReportTests {
  @Test("without a terminal the report says what it could not ask")
  func reportsWithoutTerminal() {
    var facts = TerminalFacts()
    facts.term = "xterm"
    let report = TerminalReport(
      facts: facts, profile: TerminalProfile(facts), widths: TerminalSample.widths, greetings: TerminalSample.greetings,
      colors: 8, problem: .notATerminal(input: false, output: true))
    let lines = report.lines
    #expect(lines.contains { $0.section == "replies" && $0.value.hasPrefix("no") })
    #expect(lines.contains { $0.name == "screen" && $0.isGood == false && $0.value.hasPrefix("standard input is not") })
    #expect(lines.filter { $0.section == "widths" }.allSatisfy { $0.value == "not measured" && $0.isGood == nil })
    #expect(report.text(forTerminal: false).unicodeScalars.allSatisfy { $0 != "\u{1B}" }, "no sequences into files")
  }

  @Test("a character of the wrong width is pointed out")
  func pointsOutWidths() {
    var wide = TerminalSample.widths
    wide[0].measured = 2
    wide[1].measured = 1
    let report = TerminalReport(
      facts: TerminalFacts(), profile: .plain, widths: wide, greetings: [], colors: nil, problem: nil)
    let lines = report.lines.filter { $0.section == "widths" }
    #expect(lines[0].isGood == false)
    #expect(lines[0].value == "2 columns, expected 1")
    #expect(lines[1].isGood == true)
    #expect(lines[1].value == "1 column")
  }

  @Test("the samples take the columns they claim")
  func samplesAreAsWide() {
    for sample in TerminalSample.widths + TerminalSample.greetings {
      var columns = 0
      for scalar in sample.text.unicodeScalars {
        let category = scalar.properties.generalCategory
        if category != .nonspacingMark, category != .format { columns += scalar.value == 0x6F22 ? 2 : 1 }
      }
      #expect(columns == sample.columns.upperBound || sample.columns.contains(columns), "\(sample.name)")
    }
  }

  @Test("the trial begins with the way that was chosen")
  func triesChosenFirst() {
    #expect(TerminalTrial(.plain).ways.first?.options == "--bidi=explicit --shaping=pf")
    var terminal = TerminalProfile.plain
    terminal.bidi = .terminal
    #expect(TerminalTrial(terminal).ways.map(\.options).first == "--bidi=terminal")
    #expect(TerminalTrial(terminal).ways.count == 3)
    let frame = TerminalTrial.frame(
      TerminalTrial(.plain).ways[0], number: 1, of: 3, size: Size(columns: 80, rows: 24))
    #expect(frame.text.contains("1 of 3"))
  }

  @Test("errors say what to do")
  func errorsHelp() {
    let rows: [(TerminalError, String)] = [
      (.notATerminal(input: false, output: false), "run it in a terminal window"),
      (.notATerminal(input: true, output: false), "standard output is not"),
      (.noTerminalType(""), "TERM=xterm-256color"),
      (.unknownTerminalType("x"), "ncurses-term"),
      (.encoding("ANSI_X3.4-1968", tried: ["C.UTF-8"]), "LANG=C.UTF-8"),
    ]
    for (error, words) in rows { #expect(error.description.contains(words)) }
  }

  @Test("a locale that cannot write Arabic is replaced")
  func replacesLocale() {
    for name in ["C", "POSIX", "xx_YY.UTF-8", ""] {
      let (codeset, replaced) = TerminalLocale.adopt(environment: ["LANG": name])
      #expect(codeset == "UTF-8", "\(name)")
      #expect(replaced != nil, "\(name)")
    }
    let (codeset, replaced) = TerminalLocale.adopt(environment: ["LC_ALL": "C.UTF-8", "LANG": "C"])
    #expect(codeset == "UTF-8")
    #expect(replaced == nil)
  }
}
