import ArgumentParser
import Briefings
import Store

/// Brings everything stored in line with the decisions, in batches, with progress on standard error. Ctrl-C ends it after
/// a batch; whatever is decided or applied next goes on.
///
/// - Parameter counted: How many articles await it.
func applyDecisions(_ store: any BriefingStore, awaiting counted: Int? = nil) throws {
  Interruption.listen()
  var remaining = try attempt { () throws(StoreError) in try store.applyDecisions(limit: 1, first: nil) }
  let total = max(counted ?? 0, remaining)
  while remaining > 0 {
    guard !Interruption.isAsked else {
      Messages.endProgress()
      throw Failure("stopped; \(remaining) articles await 'mujaz decisions apply'")
    }
    Messages.progress("\(total - remaining) of \(total) articles")
    remaining = try attempt { () throws(StoreError) in try store.applyDecisions(limit: 200, first: nil) }
  }
  Messages.endProgress()
}

extension DecisionRecord {
  /// How many articles it changes, in words.
  fileprivate var articles: String { briefingCount == 1 ? "1 article" : "\(briefingCount) articles" }
}

/// Writes what became of decisions that were just made, taken back or taken up.
func writeOutcome(_ words: String, _ record: DecisionRecord, _ format: RowFormat, hint: String = "") {
  switch format {
  case .text: Output.line("\(words)\(record.decision) (\(record.articles))\(hint)")
  case .json, .jsonl: Output.json(json(record))
  }
}

/// `mujaz decisions`
struct DecisionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decisions", abstract: "What you decided about entities: list, undo, redo, take elsewhere.",
    discussion:
      "Decisions are made with 'mujaz entity' or in the reader. Every later analysis and import gets them too.",
    subcommands: [List.self, Undo.self, Redo.self, Apply.self, Export.self, Import.self],
    defaultSubcommand: List.self)

  /// `mujaz decisions list`
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List all decisions, oldest first.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
      let store = try Surroundings().openStore(common)
      let records = try attempt { () throws(StoreError) in try store.decisions() }
      output.format.write(records, json: { json($0) }) { record in
        [
          [
            "\(record.number)", record.isUndone ? "taken back" : record.articles,
            record.decision.description,
          ]
        ]
      }
    }
  }

  /// `mujaz decisions undo`
  struct Undo: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "undo", abstract: "Take the newest decision back.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
      let store = try Surroundings().openStore(common)
      try applyDecisions(store)
      guard let record = try attempt({ () throws(StoreError) in try store.undoDecision() }) else {
        throw Failure("found no decision to take back")
      }
      try applyDecisions(store)
      writeOutcome("taken back: ", record, output.format, hint: "; 'mujaz decisions redo' takes it up again")
    }
  }

  /// `mujaz decisions redo`
  struct Redo: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "redo", abstract: "Take up again what was taken back last.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
      let store = try Surroundings().openStore(common)
      guard let record = try attempt({ () throws(StoreError) in try store.redoDecision() }) else {
        throw Failure("found no decision that was taken back")
      }
      try applyDecisions(store)
      let done = try attempt { () throws(StoreError) in try store.decisions() }.first { $0.number == record.number }
      writeOutcome("", done ?? record, output.format)
    }
  }

  /// `mujaz decisions apply`
  struct Apply: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "apply", abstract: "Bring all articles in line with the decisions, where that was stopped.")

    @OptionGroup var common: CommonOptions

    func run() throws { try applyDecisions(try Surroundings().openStore(common)) }
  }

  /// `mujaz decisions export`
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export", abstract: "Write the decisions that hold as JSON Lines, which import takes in any archive."
    )

    @OptionGroup var common: CommonOptions

    func run() throws {
      let store = try Surroundings().openStore(common)
      for record in try attempt({ () throws(StoreError) in try store.decisions() }) where !record.isUndone {
        Output.json(.object(json(record.decision)))
      }
    }
  }

  /// `mujaz decisions import`
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Take decisions from JSON Lines; those that are there already, in this order, change nothing.")

    @OptionGroup var common: CommonOptions
    @Flag(help: "Write the summary as JSON.") var json = false
    @Argument(help: "Files, or - for standard input.", completion: .file()) var paths: [String] = []

    func validate() throws {
      if paths.isEmpty { throw ValidationError("found no path; expected files, or - for standard input") }
    }

    func run() throws {
      let store = try Surroundings().openStore(common)
      // All or none: a decision builds on those before it.
      let decisions = try paths.flatMap(read)
      let known = try attempt { () throws(StoreError) in try store.decisions() }.filter { !$0.isUndone }.map(\.decision)
      let new = Array(decisions.dropFirst(matching(decisions, in: known)))
      let awaiting = try attempt { () throws(StoreError) in try store.add(new) }
      try applyDecisions(store, awaiting: awaiting)
      let unchanged = decisions.count - new.count
      if json {
        Output.json(.object([("added", .integer(new.count)), ("unchanged", .integer(unchanged))]))
      } else {
        Output.line("added \(new.count), unchanged \(unchanged)")
      }
    }

    private func read(_ path: String) throws -> [Decision] {
      guard let bytes = path == "-" ? contents(ofDescriptor: 0) : contents(ofFile: path) else {
        throw Failure("cannot read the decisions in \(path)")
      }
      let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      return try lines.enumerated().compactMap { index, line in
        guard line.contains(where: { !$0.isWhitespace }) else { return nil }
        do throws(DecisionProblem) {
          return try decision(fromJSON: String(line))
        } catch {
          throw Failure("\(path):\(index + 1): \(error.message); nothing was taken")
        }
      }
    }

    /// How many decisions of the beginning are known already, in their order.
    private func matching(_ decisions: [Decision], in known: [Decision]) -> Int {
      var rest = known[...]
      for (index, decision) in decisions.enumerated() {
        guard let found = rest.firstIndex(of: decision) else { return index }
        rest = rest[(found + 1)...]
      }
      return decisions.count
    }
  }
}
