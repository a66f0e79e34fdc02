import Briefings
import GRDB
import Search
import Store

extension SQLiteStore {
  /// Every text the briefing had, oldest first.
  public func versions(of id: BriefingID) throws(StoreError) -> [BriefingVersion] {
    try reading("reading older texts") { db in
      let old = try OldVersions(db).all(of: id)
      guard let stored = try BriefingRows(db).stored(id) else { return old }
      return old + [BriefingVersion(number: stored.version, briefing: stored.briefing, isCurrent: true)]
    }
  }

  /// The briefings that were published at addresses, by an index on these.
  public func ids(publishedAt urls: [String]) throws(StoreError) -> [String: BriefingID] {
    try reading("looking addresses up") { db in
      var found: [String: BriefingID] = [:]
      let find = try db.cachedStatement(
        sql: """
          SELECT id FROM article WHERE url_hash = ?1 AND url = ?2
          UNION ALL SELECT v.id FROM trash t JOIN old_version v ON v.id = t.id AND v.version = t.version WHERE v.url = ?2
          LIMIT 2
          """)
      for url in Set(urls) {
        guard let hash = Encoding.hash(ofURL: url) else { continue }
        let ids = try String.fetchAll(find, arguments: [hash, url])
        if ids.count == 1 { found[url] = BriefingID(ids[0]) }
      }
      return found
    }
  }

  /// Puts briefings aside.
  public func delete(_ ids: [BriefingID]) throws(StoreError) -> [BriefingID] {
    try changing(ids, "deleting articles") { writer, id in try writer.delete(id) }
  }

  /// Brings deleted briefings back.
  public func undelete(_ ids: [BriefingID]) throws(StoreError) -> [BriefingID] {
    try changing(ids, "bringing articles back") { writer, id in try writer.undelete(id) }
  }

  /// Removes briefings for good.
  public func remove(_ ids: [BriefingID]) throws(StoreError) {
    _ = try changing(ids, "removing articles") { writer, id in
      try writer.remove(id)
      return true
    }
  }

  private func changing(
    _ ids: [BriefingID], _ doing: String, _ change: (inout ArchiveWriter, BriefingID) throws -> Bool
  ) throws(StoreError) -> [BriefingID] {
    guard !ids.isEmpty else { return [] }
    return try writing(doing) { db in
      var writer = try ArchiveWriter(db)
      var changed: [BriefingID] = []
      for id in ids where try change(&writer, id) { changed.append(id) }
      try writer.finish()
      return changed
    }
  }

  /// Deleted briefings, those deleted last first.
  public func deletedBriefings(limit: Int) throws(StoreError) -> [BriefingSummary] {
    try reading("listing deleted articles") { try Trash($0).all(limit: limit) }
  }

  /// The moment of the newest change.
  public func latestChange() throws(StoreError) -> ChangeNumber {
    try reading("reading changes") { try ChangeRows($0).latest() }
  }

  /// The newest change of each briefing after a moment, by an index on it.
  public func changes(since moment: ChangeNumber, limit: Int) throws(StoreError) -> [BriefingChange] {
    try reading("reading changes") { try ChangeRows($0).changes(since: moment, limit: limit) }
  }

  /// Up to which moment the user has seen what came.
  public func seenChange() throws(StoreError) -> ChangeNumber? {
    try reading("reading changes") { try ChangeRows($0).seen() }
  }

  /// Notes up to which moment the user has seen what came.
  public func setSeenChange(_ moment: ChangeNumber) throws(StoreError) {
    try writing("noting what was seen") { try ChangeRows($0).setSeen(moment) }
  }

  /// The other briefings with much the same text, newest first.
  public func reprints(of id: BriefingID) throws(StoreError) -> [BriefingSummary] {
    try reading("listing reprints") { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT \(BriefingRows.summaryColumns) FROM article a JOIN source s ON s.id = a.source
          WHERE a.story = (SELECT story FROM article WHERE id = ?1) AND a.id <> ?1
          ORDER BY a.time DESC, a.key DESC
          """, arguments: [id.text])
      let reader = BriefingRows(db)
      return try rows.map { try reader.summary($0) }
    }
  }
}

extension SQLiteStore {
  /// Gives briefings a tag.
  public func addTag(_ tag: String, to ids: [BriefingID]) throws(StoreError) -> [BriefingID] {
    try writing("adding a tag") { try MarkRows($0).addTag(tag, to: ids) }
  }

  /// Takes a tag from briefings.
  public func removeTag(_ tag: String, from ids: [BriefingID]) throws(StoreError) -> [BriefingID] {
    try writing("removing a tag") { try MarkRows($0).removeTag(tag, from: ids) }
  }

  /// The tags of the briefings that pass.
  public func tags(_ filter: BriefingFilter, limit: Int) throws(StoreError) -> [TagCount] {
    try reading("counting tags") { try MarkRows($0).tags(filter, limit: limit) }
  }

  /// Marks briefings as opened or not; returns those that changed.
  public func setRead(_ isRead: Bool, _ ids: [BriefingID]) throws(StoreError) -> [BriefingID] {
    try writing("marking articles as read") { try MarkRows($0).setRead(isRead, ids) }
  }

  /// Marks briefings, or takes the mark away.
  public func setFlagged(_ isFlagged: Bool, _ ids: [BriefingID]) throws(StoreError) -> [BriefingID] {
    try writing("marking articles") { try MarkRows($0).setFlagged(isFlagged, ids) }
  }

  /// Writes or removes a note.
  public func setNote(_ text: String?, on target: NoteTarget) throws(StoreError) -> Note? {
    try writing("writing a note") { try NoteRows($0).set(text, on: target) }
  }

  /// The notes on a briefing and its statements.
  public func notes(of id: BriefingID) throws(StoreError) -> [Note] {
    try reading("reading notes") { try NoteRows($0).notes(of: id) }
  }

  /// All notes, those written last first.
  public func notes(limit: Int) throws(StoreError) -> [Note] {
    try reading("reading notes") { try NoteRows($0).all(limit: limit) }
  }

  /// All saved searches, by name.
  public func savedSearches() throws(StoreError) -> [SavedSearch] {
    try reading("reading saved searches") { try SavedSearchRows($0).all() }
  }

  /// Keeps a search.
  public func save(_ search: SavedSearch) throws(StoreError) -> SavedSearch? {
    try writing("saving a search") { try SavedSearchRows($0).save(search) }
  }

  /// Forgets a search.
  public func removeSavedSearch(_ name: String) throws(StoreError) -> SavedSearch? {
    try writing("removing a saved search") { try SavedSearchRows($0).remove(name) }
  }
}
