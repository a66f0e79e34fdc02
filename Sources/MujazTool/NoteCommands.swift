import ArgumentParser
import Briefings
import Store

/// `mujaz note`
struct NoteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note", abstract: "Write a note on an article or a statement, show it, or remove it.",
    discussion: "One note stands on each; a new text replaces it. Notes stay when articles are imported again.")

  @OptionGroup var common: CommonOptions
  @Flag(help: "Remove the note.") var remove = false
  @Argument(help: "The article's or statement's id.") var id: String
  @Argument(help: "The note; without it, the one that is there is shown.") var words: [String] = []

  func validate() throws {
    if remove, !words.isEmpty { throw ValidationError("found both a note and --remove; expected one of them") }
  }

  func run() throws {
    let store = try Surroundings().openStore(common)
    let target = try noteTarget(id, in: store)
    guard remove || !words.isEmpty else {
      guard let note = try note(on: target, store) else { throw Failure("found no note on '\(id)'") }
      note.text.split(separator: "\n", omittingEmptySubsequences: false).forEach { Output.line(String($0)) }
      return
    }
    let text = words.joined(separator: " ")
    let isRemoved = remove || text.allSatisfy(\.isWhitespace)
    let old = try attempt { () throws(StoreError) in try store.setNote(isRemoved ? nil : text, on: target) }
    if isRemoved, old == nil { throw Failure("found no note on '\(id)'") }
    let before = old.map { "; before: \($0.text)" } ?? ""
    Output.line((isRemoved ? "removed the note on \(id)" : "noted on \(id)") + before)
  }

  private func note(on target: NoteTarget, _ store: any BriefingStore) throws -> Note? {
    guard let briefing = target.briefing else { return nil }
    return try attempt { () throws(StoreError) in try store.notes(of: briefing) }.first { $0.target == target }
  }
}

/// What an id names: an article, or a statement that is there or has a note.
private func noteTarget(_ id: String, in store: any BriefingStore) throws -> NoteTarget {
  let briefing = BriefingID(id)
  if try attempt({ () throws(StoreError) in try store.briefing(briefing) }) != nil { return .briefing(briefing) }
  let statement = StatementID(id)
  guard let article = statement.briefing else { throw Failure.unknown(article: id) }
  let target = NoteTarget.statement(statement)
  if try attempt({ () throws(StoreError) in try store.statement(statement) }) != nil { return target }
  if try attempt({ () throws(StoreError) in try store.notes(of: article) }).contains(where: { $0.target == target }) {
    return target
  }
  throw Failure("found neither an article nor a statement '\(id)'; 'mujaz list' and 'mujaz statements' show the ids")
}

/// `mujaz notes`
struct NotesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notes", abstract: "The notes on one article and its statements, or all, those written last first.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var output: FormatOptions
  @Option(help: "At most this many.") var limit = 100
  @Argument(help: "The article's id.") var id: String?

  func run() throws {
    let store = try Surroundings().openStore(common)
    let limit = try checkedLimit(limit)
    let notes = try attempt { () throws(StoreError) in
      guard let id else { return try store.notes(limit: limit) }
      return Array(try store.notes(of: BriefingID(id)).prefix(limit))
    }
    output.format.write(notes, json: { .object(json($0)) }) { [$0.fields] }
  }
}

extension Note {
  /// The id of what it stands on.
  var id: String {
    switch target {
    case .briefing(let id): id.text
    case .statement(let id): id.text
    }
  }

  /// The row as lists for people show it.
  var fields: [String] { quote.isEmpty ? [id, text] : [id, text, "on: \(quote)"] }
}

/// The JSON of a note, which import takes back.
func json(_ note: Note) -> [(String, JSONValue)] {
  var pairs: [(String, JSONValue)] = [("id", .string(note.id)), ("note", .string(note.text))]
  if !note.quote.isEmpty { pairs.append(("on", .string(note.quote))) }
  return pairs
}
