import Briefings
import GRDB

/// Where articles were left by whoever read them.
struct ReadingPlaces {
  private let db: Database

  init(_ db: Database) { self.db = db }

  func place(of id: BriefingID) throws -> Place? {
    let statement = try db.cachedStatement(sql: "SELECT field, first, last FROM reading WHERE id = ?")
    guard let row = try Row.fetchOne(statement, arguments: [id.text]) else { return nil }
    let (first, last): (Int, Int) = (row[1], row[2])
    guard 0 <= first, first <= last else { return nil }
    return Place(BriefingField(number: row[0]), TextSpan(first..<last))
  }

  func set(_ place: Place, of id: BriefingID) throws {
    try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO reading (id, field, first, last, turn)
        SELECT id, ?, ?, ?, (SELECT coalesce(max(turn), 0) + 1 FROM reading) FROM article WHERE id = ?
        """
    ).execute(arguments: [place.field.number, place.span.start, place.span.end, id.text])
  }

  func last() throws -> BriefingID? {
    try String.fetchOne(
      db, sql: "SELECT id FROM reading WHERE id IN (SELECT id FROM article) ORDER BY turn DESC LIMIT 1"
    ).map { BriefingID($0) }
  }
}
