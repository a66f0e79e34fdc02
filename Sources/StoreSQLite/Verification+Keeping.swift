import Briefings
import GRDB
import Search
import Store

extension Verification {
  /// Older texts, deleted articles, notes, moments, addresses and reprints.
  func checkKeeping(_ report: inout VerificationReport) throws {
    report.checks.append(
      "kept: \(try count("old_version")) older texts, \(try count("trash")) deleted articles, \(try count("note")) notes"
    )
    let lost = try String.fetchAll(db, sql: "SELECT id FROM trash WHERE \(Self.isLost)")
    for id in lost.prefix(20) {
      report.problems.append("deleted articles: the text of \(id) is lost; repair removes the rest of it")
    }
    let both = try count("trash WHERE id IN (SELECT id FROM article)")
    if both > 0 {
      report.problems.append("deleted articles: \(both) are there as well; repair keeps those that are there")
    }
    try checkMoments(&report)
    try checkReprints(&report)
  }

  fileprivate static let isLost = """
    NOT EXISTS (SELECT 1 FROM old_version v WHERE v.id = trash.id AND v.version = trash.version)
    """

  private func checkMoments(_ report: inout VerificationReport) throws {
    let latest = try ChangeRows(db).latest().number
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT count(*), count(DISTINCT change), coalesce(max(change), 0) FROM (
          SELECT change FROM article UNION ALL SELECT change FROM removal)
        """)
    let (all, different, last): (Int, Int, Int64) = (row?[0] ?? 0, row?[1] ?? 0, row?[2] ?? 0)
    report.checks.append("changes: \(all), the last is number \(latest)")
    if all != different || last > latest {
      report.problems.append("changes: their numbers are wrong; repair numbers them again")
    }
    let urls = try Row.fetchCursor(db, sql: "SELECT url, url_hash FROM article")
    var wrong = 0
    while let row = try urls.next() {
      if Encoding.hash(ofURL: row[0]) != row[1] as Int64? { wrong += 1 }
    }
    if wrong > 0 { report.problems.append("addresses: \(wrong) are filed wrong; repair files them again") }
  }

  private func checkReprints(_ report: inout VerificationReport) throws {
    let find = try db.cachedStatement(sql: "SELECT 1 FROM sketch_fts WHERE sketch_fts MATCH ? AND rowid = ?")
    var (keys, missing) = (0, 0)
    let bodies = try Row.fetchCursor(db, sql: "SELECT key, text FROM body")
    while let row = try bodies.next() {
      let key: Int64 = row[0]
      for hash in Shingles(row[1]).keys {
        keys += 1
        if try Int.fetchOne(find, arguments: ["\"\(ReprintGroups.token(hash))\"", key]) == nil { missing += 1 }
      }
    }
    let lonely = try Int.fetchOne(
      db,
      sql: """
        SELECT count(*) FROM (
          SELECT story FROM article WHERE story IS NOT NULL GROUP BY story HAVING count(*) < 2)
        """)
    let groups = try Int.fetchOne(
      db, sql: "SELECT count(DISTINCT story) FROM article WHERE story IS NOT NULL")
    report.checks.append("reprints: \(groups ?? 0) groups of articles with much the same text")
    let stored = try Int.fetchOne(db, sql: "SELECT coalesce(sum(doc), 0) FROM sketch_terms") ?? 0
    if missing > 0 || keys != stored || (lonely ?? 0) > 0 {
      report.problems.append("reprints: their groups do not agree with the texts; repair makes them anew")
    }
  }

  /// Makes derived data of these anew; returns what was done.
  func repairKeeping() throws -> [String] {
    try db.execute(sql: "DELETE FROM trash WHERE \(Self.isLost) OR id IN (SELECT id FROM article)")
    var change = try ChangeRows(db).latest().number
    let update = try db.cachedStatement(sql: "UPDATE article SET url_hash = ? WHERE key = ?")
    for row in try Row.fetchAll(db, sql: "SELECT key, url, url_hash FROM article") {
      let hash = Encoding.hash(ofURL: row[1])
      if hash != row[2] as Int64? { try update.execute(arguments: [hash, row[0] as Int64]) }
    }
    // What has a number that is no one else's keeps it: other programs have noted it.
    change = max(change, try Int64.fetchOne(db, sql: "SELECT max(change) FROM article") ?? 0)
    change = max(change, try Int64.fetchOne(db, sql: "SELECT max(change) FROM removal") ?? 0)
    let doubles = try Int64.fetchAll(
      db,
      sql: """
        SELECT key FROM article a WHERE EXISTS (SELECT 1 FROM article b WHERE b.change = a.change AND b.key < a.key)
          OR EXISTS (SELECT 1 FROM removal r WHERE r.change = a.change)
        """)
    for key in doubles {
      change += 1
      try db.execute(sql: "UPDATE article SET change = ? WHERE key = ?", arguments: [change, key])
    }
    try ChangeRows(db).set(ChangeNumber(change))
    try ReprintGroups.renew(db)
    return ["numbered changes, and grouped articles with much the same text anew"]
  }
}
