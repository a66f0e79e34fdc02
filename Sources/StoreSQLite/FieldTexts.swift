import Briefings
import GRDB

/// Cuts words out of articles as they are stored.
///
/// The last field is kept, so that the statements of one article cost one reading of it: an article may be as long as a
/// book, and SQLite reads a text whole for each piece of it.
final class FieldTexts {
  private let db: Database
  private var last: (article: Int64, field: BriefingField, text: String)?

  init(_ db: Database) { self.db = db }

  /// The words at a place of an article; empty where it has no such place, which `verify` reports.
  ///
  /// - Complexity: O(*n*) in the bytes of the field, O(*k*) in those of the words where the last ones were of the same field.
  func words(of article: Int64, at place: Place) throws -> String {
    try text(of: article, place.field).text(at: place.span) ?? ""
  }

  private func text(of article: Int64, _ field: BriefingField) throws -> String {
    if let last, last.article == article, last.field == field { return last.text }
    let select = try db.cachedStatement(
      sql: field == .title ? "SELECT title FROM article WHERE key = ?" : "SELECT text FROM body WHERE key = ?")
    var text = try String.fetchOne(select, arguments: [article]) ?? ""
    text.makeContiguousUTF8()
    last = (article, field, text)
    return text
  }
}
