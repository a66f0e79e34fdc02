import Analysis
import ArgumentParser
import Briefings
import Cells
import Reader
import Store
import Terminal

/// `mujaz compare`
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Two statements with what differs marked, and how they stand to each other.",
    discussion: """
      [-…-] and {+…+} hold words that only the first or only the second has, ~ words for the same thing, \
      ≠ numbers that differ, ! what only one negates. 'mujaz related' shows which statements are worth comparing.
      """)

  /// Two columns beside each other are no narrower than this, each.
  private static let narrowest = 38

  @OptionGroup var common: CommonOptions
  @OptionGroup var display: DisplayOptions
  @OptionGroup var output: FormatOptions
  @Option(help: "Columns; side by side from 80 on. Default: the terminal's.") var width: Int?
  @Flag(help: "Logical text with the marks, not laid out.") var plain = false
  @Argument(help: "The id of a statement.") var first: String
  @Argument(help: "The id of another.") var second: String

  func validate() throws {
    if let width, width < 10 { throw ValidationError("--width: found \(width); expected 10 or more") }
  }

  func run() throws {
    let surroundings = Surroundings()
    let store = try surroundings.openStore(common)
    let (a, b) = (try statement(first, store), try statement(second, store))
    let comparison = ThreadComparison(a, b, topics: topicWords)
    let link = try attempt { () throws(StoreError) in try relation(of: a, to: b, store) }
    if output.format != .text {
      let row = Self.row(a, b, comparison, link)
      return Output.json(output.format == .json ? .array([row]) : row)
    }
    let contents = [
      MarkedContent(a.statement.content, comparison.first, .first),
      MarkedContent(b.statement.content, comparison.second, .second),
    ]
    let heads = [a, b].map { Self.head($0) }
    let closing = Self.closing(link) + (MarkedContent.legend(comparison).map { [$0] } ?? [])
    if plain || !Output.isTerminal && width == nil {
      for (head, content) in zip(heads, contents) { (head + [content.text, ""]).forEach(Output.line) }
      return closing.forEach(Output.line)
    }
    let settings = try surroundings.configuration(common)
    let isTerminal = Output.isTerminal
    let (facts, _) = TerminalFacts.gathered(environment: surroundings.environment, asksTerminal: isTerminal)
    let profile = TerminalProfile(facts, options: display.over(settings.terminal))
    let page = Page(
      width: width ?? facts.columns ?? 80, options: LayoutOptions(profile),
      usesAttributes: isTerminal && facts.term != "dumb")
    let modes = isTerminal ? TerminalModes.printing(profile) : ("", "")
    let prefix = isTerminal ? TerminalModes.linePrefix(profile) : ""
    Output.raw(modes.0)
    for line in page.lines(heads, contents, closing) { Output.raw(prefix + line + "\n") }
    Output.raw(modes.1)
  }

  private func statement(_ id: String, _ store: any BriefingStore) throws -> StatementRecord {
    guard let record = try attempt({ () throws(StoreError) in try store.statement(StatementID(id)) }) else {
      throw Failure("found no statement '\(id)'; 'mujaz statements' shows the ids")
    }
    return record
  }

  private func relation(of a: StatementRecord, to b: StatementRecord, _ store: any BriefingStore) throws(StoreError)
    -> RelatedStatement?
  {
    let frequencies = try store.statementFrequencies(of: Relatedness.stems(for: a, candidates: [b]))
    return Relatedness(frequencies: frequencies.counts, total: frequencies.total, topics: topicWords).relation(
      of: a, to: b)
  }

  // MARK: Words

  /// Who, by which word, when and where.
  private static func head(_ record: StatementRecord) -> [String] {
    let statement = record.statement
    let speaker = statement.speakerEntity ?? statement.speaker ?? "—"
    let cue = statement.cue.isEmpty ? statement.cueClass.rawValue : "\(statement.cue) (\(statement.cueClass.rawValue))"
    let place = [record.briefing.date?.day ?? "", record.briefing.source, record.id.text].filter { !$0.isEmpty }
    return ["\(speaker) — \(cue)", place.joined(separator: " · ")]
  }

  private static func closing(_ link: RelatedStatement?) -> [String] {
    guard let link else { return ["not related"] }
    // A line each: words of two directions in one line are hard to follow.
    return ["the second \(link.relation.phrase):"] + link.reasons.map { "  \(english.words($0))" }
  }

  private static func row(
    _ a: StatementRecord, _ b: StatementRecord, _ comparison: ThreadComparison, _ link: RelatedStatement?
  ) -> JSONValue {
    func marks(_ marks: [ThreadComparison.Mark]) -> JSONValue {
      .array(
        marks.map {
          .object([
            ("kind", .string($0.kind.rawValue)), ("start", .integer($0.span.start)), ("end", .integer($0.span.end)),
          ])
        })
    }
    return .object([
      ("first", json(a)), ("second", json(b)),
      ("relation", JSONValue(link?.relation.rawValue)),
      ("why", .array((link?.reasons ?? []).map { .string(english.words($0)) })),
      ("first_marks", marks(comparison.first)), ("second_marks", marks(comparison.second)),
    ])
  }

  // MARK: The page

  /// Two contents beside each other where there is room, else below each other.
  struct Page {
    let width: Int
    let options: LayoutOptions
    let usesAttributes: Bool

    /// - Parameters:
    ///   - heads: The lines above each content.
    ///   - closing: What stands below both.
    func lines(_ heads: [[String]], _ contents: [MarkedContent], _ closing: [String]) -> [String] {
      let isWide = width >= 2 * CompareCommand.narrowest + 3
      let room = isWide ? (width - 3) / 2 : width
      var options = options
      let blocks = zip(heads, contents).map { head, content in
        // Who says it stands on the side where the words begin.
        let isRightToLeft = ParagraphLayout(content.text, width: 0, options: self.options).baseDirection == .rightToLeft
        options.base = isRightToLeft ? .rightToLeft : .leftToRight
        return head.flatMap { padded($0, room, options) }
          + content.lines(width: room, options: self.options, usesAttributes: usesAttributes)
      }
      let below = closing.flatMap { padded(printable($0), width, self.options) }
      guard isWide else { return blocks[0] + [""] + blocks[1] + [""] + below }
      let blank = String(repeating: " ", count: room)
      // Of two Arabic texts the first one is on the right.
      let isMirrored = options.base == .rightToLeft
      let both = (0..<max(blocks[0].count, blocks[1].count)).map { row in
        let pair = blocks.map { row < $0.count ? $0[row] : blank }
        return isMirrored ? pair[1] + " │ " + pair[0] : pair[0] + " │ " + pair[1]
      }
      return both + [""] + below
    }

    private func padded(_ text: String, _ width: Int, _ options: LayoutOptions) -> [String] {
      ParagraphLayout(printable(text), width: width, options: options).lines.map { line in
        let gap = String(repeating: " ", count: max(0, width - line.cells.count))
        let text = line.cells.map(\.text).joined()
        return line.isRightToLeft ? gap + text : text + gap
      }
    }
  }
}

extension Relation {
  /// What the second of two statements does to the first.
  fileprivate var phrase: String {
    switch self {
    case .repeats: "repeats the first"
    case .changes: "changes the first (a hint)"
    case .denies: "stands against the first (a hint)"
    case .answers: "and the first answer each other"
    case .sameTopic: "is about the same"
    case .sameSpeaker: "has the same speaker"
    }
  }
}
