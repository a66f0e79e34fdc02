import Briefings
import Store
import StoreSQLite

extension ExportCommand {
  /// Writes what can still be read of a damaged archive, and says how much that is.
  func writeSalvage(_ path: String) throws {
    let report = try attempt { () throws(StoreError) in
      try ArchiveSalvage(path: path).run { briefing, notes in
        let kept = notes.isEmpty ? [] : [("notes", JSONValue.array(notes.map { .object(json($0)) }))]
        Output.json(.object(json(briefing) + kept))
      }
    }
    var words = "salvaged \(report.articles) articles"
    if report.textsOnly > 0 { words += ", of \(report.textsOnly) only the text" }
    if report.lost > 0 { words += "; \(report.lost) are lost" }
    Messages.write("mujaz: \(words); 'mujaz --archive NEW import' takes them into a new archive")
    if report.lost > 0 { throw Failure("") }
  }
}
