import Briefings
import Importing
import Store

extension Ingestion {
  /// Writes the notes that came with articles where none stands; one that the user wrote is never replaced.
  func keepNotes(of batch: [ImportedBriefing]) throws {
    guard let store else { return }
    for imported in batch where !imported.notes.isEmpty {
      try attempt { () throws(StoreError) in
        let known = Set(try store.notes(of: imported.briefing.id).map(\.target))
        for note in imported.notes where !known.contains(note.target) {
          _ = try store.setNote(note.text, on: note.target)
        }
      }
    }
  }
}
