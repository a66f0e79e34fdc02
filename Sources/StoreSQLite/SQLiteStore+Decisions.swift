import Briefings
import GRDB
import Store

extension SQLiteStore {
  /// Entities one of whose names is exactly that, folded.
  public func entities(named name: String) throws(StoreError) -> [EntityRecord] {
    try reading("looking an entity up") { try FindingsLists($0).entities(named: name) }
  }

  /// The findings of one briefing before the decisions, or `nil`.
  public func undecidedFindings(of id: BriefingID) throws(StoreError) -> Findings? {
    try reading("reading findings") { try DecisionRows($0).undecided(id) }
  }

  /// Briefings whose findings another version made, by their keys.
  public func briefings(
    analyzedOtherThan version: Int?, limit: Int, after: Store.Cursor?
  ) throws(StoreError) -> Page<BriefingID> {
    try reading("listing articles") { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT key, id FROM article WHERE key > ? AND findings_version IS NOT ? ORDER BY key LIMIT ?
          """, arguments: [after.flatMap { Int64($0.text) } ?? 0, version, limit])
      let next = rows.count == limit ? rows.last.map { Store.Cursor("\($0[0] as Int64)") } : nil
      return Page(rows: rows.map { BriefingID($0[1]) }, next: next)
    }
  }

  /// The user's decisions, oldest first.
  public func decisions() throws(StoreError) -> [DecisionRecord] {
    try reading("reading decisions") { try DecisionRows($0).all() }
  }

  /// Keeps decisions, all or none.
  public func add(_ decisions: [Decision]) throws(StoreError) -> Int {
    try writing("keeping decisions") { db in
      let rows = DecisionRows(db)
      for decision in decisions { try rows.add(decision) }
      return try rows.awaitingCount()
    }
  }

  /// Takes the newest decision back.
  public func undoDecision() throws(StoreError) -> DecisionRecord? {
    try writing("taking a decision back") { try DecisionRows($0).undo() }
  }

  /// Takes up again the decision that was taken back last.
  public func redoDecision() throws(StoreError) -> DecisionRecord? {
    try writing("taking a decision up again") { try DecisionRows($0).redo() }
  }

  /// Brings articles in line with the decisions, in one transaction.
  public func applyDecisions(limit: Int, first: BriefingID?) throws(StoreError) -> Int {
    // Nothing to do is the common case, and needs no lock for writing.
    guard try reading("reading decisions", { try DecisionRows($0).awaitingCount() }) > 0 else { return 0 }
    return try writing("applying decisions") { db in
      var writer = try ArchiveWriter(db)
      let remaining = try writer.applyDecisions(limit: limit, first: first)
      try writer.finish()
      return remaining
    }
  }
}
