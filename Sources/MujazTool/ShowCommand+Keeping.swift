import ArgumentParser
import Briefings
import Store

extension ShowCommand {
  /// An article, or one of the texts it had.
  func briefing(_ id: BriefingID, version: Int?, in store: any BriefingStore) throws -> Briefing {
    guard let version else {
      if let found = try attempt({ () throws(StoreError) in try store.briefing(id) }) { return found }
      throw Failure.unknown(article: id.text)
    }
    let all = try attempt { () throws(StoreError) in try store.versions(of: id) }
    guard !all.isEmpty else { throw Failure.unknown(article: id.text) }
    guard let found = all.first(where: { $0.number == version }) else {
      let known = all.map { "\($0.number)" }.joined(separator: ", ")
      throw Failure("'\(id)' has no version \(version); it has \(known)", status: .usage)
    }
    return found.briefing
  }

  /// Lists the texts that an article had, the newest first.
  func listVersions(of id: BriefingID, in store: any BriefingStore, _ format: RowFormat) throws {
    let all = try attempt { () throws(StoreError) in try store.versions(of: id) }
    guard !all.isEmpty else { throw Failure.unknown(article: id.text) }
    format.write(all.reversed()) { version in
      .object([("version", .integer(version.number)), ("current", .bool(version.isCurrent))] + json(version.briefing))
    } text: { version in
      [
        [
          "\(version.number)", version.isCurrent ? "current" : "old", version.briefing.date?.text ?? "",
          version.briefing.title,
        ]
      ]
    }
  }

  /// What is said below an article: older texts, notes, and where else it stands.
  func remarks(on id: BriefingID, in store: any BriefingStore) throws -> [String] {
    var lines: [String] = []
    let (versions, notes, others) = try attempt { () throws(StoreError) in
      (try store.versions(of: id).count, try store.notes(of: id), try store.reprints(of: id))
    }
    if versions > 1 { lines.append("Version \(versions); older ones: mujaz show \(id) --versions") }
    for note in notes {
      lines.append("Note\(note.quote.isEmpty ? "" : " on “\(note.quote)”"): \(note.text)")
    }
    for other in others {
      lines.append(
        "Also: \([other.date?.day ?? "", other.source, other.id.text].filter { !$0.isEmpty }.joined(separator: " · "))")
    }
    return lines.isEmpty ? [] : [""] + lines
  }
}

/// `mujaz changes`
struct ChangesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "changes", abstract: "What came, changed and went since a moment, for other programs that follow.",
    discussion:
      "Each row begins with the moment; give the last one as --since the next time. It counts, it is no clock.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var output: FormatOptions
  @Option(help: "Only what happened after that moment.") var since: Int64 = 0
  @Option(help: "At most this many.") var limit = 1000

  func run() throws {
    let store = try Surroundings().openStore(common)
    let limit = try checkedLimit(limit)
    let rows = try attempt { () throws(StoreError) in
      try store.changes(since: ChangeNumber(since), limit: limit)
    }
    output.format.write(rows) { row in
      .object([
        ("moment", .integer(Int(row.number.number))), ("id", .string(row.id.text)), ("removed", .bool(row.isRemoved)),
      ])
    } text: {
      [["\($0.number.number)", $0.isRemoved ? "removed" : "stored", $0.id.text]]
    }
  }
}
