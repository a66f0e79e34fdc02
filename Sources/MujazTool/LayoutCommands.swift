import ArgumentParser
import Briefings
import Cells
import Glibc
import Store
import Terminal

/// `mujaz layout`
struct LayoutCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "layout",
    abstract: "A filter: logical text in, visual lines out, for terminals that put nothing in order themselves.")

  @OptionGroup var common: CommonOptions
  @Option(help: "Columns; 0 does not wrap.") var width = 80
  @Option(help: "The base direction of every paragraph: auto, ltr or rtl.") var base: Base = .auto
  @Option(help: "forms joins letters by presentation forms; none leaves them.") var shape: Shape = .forms
  @Option(help: "start, or justify: Arabic letters are stretched and blanks widened up to the width.")
  var align: Alignment = .start
  @Option(help: "Lam with alef: ligature (one cell) or two.") var lamAlef: LamAlefOption = .ligature
  @Option(help: "Vowel signs: keep or strip.") var marks: Marks = .keep
  @Option(help: "« and » from right to left: mirrored, or as-stored.") var quotes: Quotes = .mirrored
  @Flag(help: "Show hidden characters by name, and report lines that read differently than they are stored.")
  var showControls = false

  enum Base: String, CaseIterable, ExpressibleByArgument {
    case auto, ltr, rtl
  }

  enum Shape: String, CaseIterable, ExpressibleByArgument {
    case forms, none
  }

  enum LamAlefOption: String, CaseIterable, ExpressibleByArgument {
    case ligature, two
  }

  enum Quotes: String, CaseIterable, ExpressibleByArgument {
    case mirrored
    case asStored = "as-stored"
  }

  func validate() throws {
    if width < 0 { throw ValidationError("--width: found \(width); expected 0 or more") }
    if align == .justify, width == 0 {
      throw ValidationError("--align justify: found --width 0; expected the columns to fill")
    }
  }

  func run() throws {
    var options = LayoutOptions(marks: marks, alignment: align)
    options.base = base == .auto ? .auto : base == .ltr ? .leftToRight : .rightToLeft
    options.shaping = shape == .forms ? .presentationForms : .none
    options.lamAlef = lamAlef == .ligature ? .ligature : .twoCells
    options.controls = showControls ? .named : .hidden
    options.guillemets = quotes == .mirrored ? .mirrored : .asStored
    var filter = LayoutFilter(width: width, options: options, warn: showControls ? { Messages.write($0) } : nil)
    let error = filter.run(from: STDIN_FILENO, to: STDOUT_FILENO)
    if error != 0 { throw Failure("the text could not be read and written whole: " + String(cString: strerror(error))) }
  }
}

extension Alignment: ExpressibleByArgument {}
extension Marks: ExpressibleByArgument {}

/// Writes paragraphs as visual lines; right-to-left ones are filled with blanks to the right edge.
struct VisualOutput: ~Copyable {
  let width: Int
  let options: LayoutOptions
  /// Stands before each line.
  let prefix: String
  private var buffer = LayoutBuffer()

  init(width: Int, options: LayoutOptions, prefix: String) {
    (self.width, self.options, self.prefix) = (width, options, prefix)
  }

  /// Writes a paragraph; one longer than `LayoutFilter.longestParagraph` a part at a time.
  mutating func write(_ paragraph: String) {
    var options = options
    for part in TextPiece.parts(of: paragraph, bound: LayoutFilter.longestParagraph) {
      paragraph.text(at: TextSpan(part)).map { write(part: $0, options) }
      // All run as the first one does.
      options.base = buffer.baseDirection
    }
  }

  private mutating func write(part: String, _ options: LayoutOptions) {
    let (width, prefix) = (width, prefix)
    buffer.prepare(part, options: options)
    buffer.forEachLine(width: width) { line in
      let gap = line.isRightToLeft ? max(0, width - line.count) : 0
      var bytes = Array(prefix.utf8) + repeatElement(0x20, count: gap)
      line.appendUTF8(to: &bytes)
      bytes.append(0x0A)
      Output.raw(bytes)
    }
  }
}

/// `mujaz show`
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "One article, laid out for the terminal or as plain logical text.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var display: DisplayOptions
  @OptionGroup var output: FormatOptions
  @Option(help: "Columns; 0 does not wrap. Default: the terminal's, at most 80.") var width: Int?
  @Flag(help: "Logical text as it is stored.") var plain = false
  @Flag(help: "List the texts that the article had.") var versions = false
  @Option(name: .customLong("version"), help: "Show an older text: its number in that list.") var number: Int?
  @Argument(help: "The article's id.") var id: String

  func validate() throws {
    if let width, width < 0 { throw ValidationError("--width: found \(width); expected 0 or more") }
  }

  func run() throws {
    let surroundings = Surroundings()
    let store = try surroundings.openStore(common)
    let id = BriefingID(id)
    if versions { return try listVersions(of: id, in: store, output.format) }
    let briefing = try briefing(id, version: number, in: store)
    if output.format != .text {
      Output.json(output.format == .json ? .array([.object(json(briefing))]) : .object(json(briefing)))
      return
    }
    var details = [briefing.date?.text ?? "", briefing.source, briefing.author, briefing.url]
      .filter { !$0.isEmpty }.joined(separator: " · ")
    if let number { details = "version \(number)" + (details.isEmpty ? "" : " · " + details) }
    let remarks = number == nil ? try remarks(on: id, in: store) : []
    if plain {
      Output.line(briefing.title)
      if !details.isEmpty { Output.line(details) }
      for line in briefing.text.split(separator: "\n", omittingEmptySubsequences: false) { Output.line(String(line)) }
      remarks.forEach(Output.line)
      return
    }
    let settings = try surroundings.configuration(common)
    let isTerminal = Output.isTerminal
    let (facts, _) = TerminalFacts.gathered(environment: surroundings.environment, asksTerminal: isTerminal)
    let profile = TerminalProfile(facts, options: display.over(settings.terminal))
    let width = width ?? min(settings.measure, isTerminal ? facts.columns ?? 80 : 80)
    let layout = LayoutOptions(profile)
    let modes = isTerminal ? TerminalModes.printing(profile) : ("", "")
    let prefix = isTerminal ? TerminalModes.linePrefix(profile) : ""
    Output.raw(modes.0)
    var output = VisualOutput(width: width, options: layout, prefix: prefix)
    for paragraph in [briefing.title, details, ""] { output.write(paragraph) }
    for piece in TextPiece.all(of: briefing.text, bound: LayoutFilter.longestParagraph) {
      if let paragraph = piece.paragraph {
        // It is cut again, as one.
        guard piece.range.lowerBound == paragraph.span.start else { continue }
        output.write(briefing.text.text(at: paragraph.span) ?? "")
        output.write("")
      } else {
        for part in piece.paragraphs(of: briefing.text) {
          output.write(briefing.text.text(at: part.span) ?? "")
          output.write("")
        }
      }
    }
    for remark in remarks.dropFirst() { output.write(remark) }
    Output.raw(modes.1)
  }
}
