import Analysis
import ArgumentParser
import Briefings
import Store

/// `mujaz timeline`
struct TimelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline", abstract: "What one person or body said, by day, each claim once; or how much, by month.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var output: FormatOptions
  @Option(help: "At most this many statements, the newest.") var limit = 200
  @Flag(help: "How many statements each month has.") var months = false
  @Argument(help: "The whole name; 'mujaz entities' shows names.", completion: .custom(Completions.entities)) var name:
    [String]

  func validate() throws {
    if name.isEmpty { throw ValidationError("found no name") }
  }

  func run() throws {
    let store = try Surroundings().openStore(common)
    let speaker = name.joined(separator: " ")
    let limit = try checkedLimit(limit)
    if months {
      let counted = try attempt { () throws(StoreError) in try store.statementMonths(by: speaker) }
      let undated = counted.undated > 0 ? [TimelineMonths.Month("", counted.undated)] : []
      output.format.write(
        counted.months + undated,
        json: { .object([("month", .string($0.month)), ("statements", .integer($0.count))]) },
        text: { [[$0.month, "\($0.count)"]] })
      return
    }
    let page = try attempt { () throws(StoreError) in try store.statements(by: speaker, limit: limit, after: nil) }
    output.format.write(
      Timeline(speaker: speaker, among: page.rows).days, json: { Self.json($0) }, text: { Self.lines($0) })
  }

  private static func json(_ day: Timeline.Day) -> JSONValue {
    .object([
      ("day", .string(day.day)),
      (
        "statements",
        .array(
          day.entries.map { entry in
            .object([
              ("id", .string(entry.record.id.text)), ("source", .string(entry.record.briefing.source)),
              ("cue_class", .string(entry.record.statement.cueClass.rawValue)),
              ("content", .string(entry.record.statement.content)), ("repeats", .integer(entry.repeats)),
            ])
          })
      ),
    ])
  }

  private static func lines(_ day: Timeline.Day) -> [[String]] {
    day.entries.flatMap { entry in
      let statement = entry.record.statement
      let again = entry.repeats > 0 ? ["and \(entry.repeats) times again"] : []
      let cue = statement.cueClass.rawValue + (statement.polarity == .deny ? " (denied)" : "")
      return [
        [day.day, cue, entry.record.briefing.source, entry.record.id.text] + again, ["    " + statement.content],
      ]
    }
  }
}
