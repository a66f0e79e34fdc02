import Briefings

/// What the user does to articles from any list. Each can be taken back.
public enum ArticleChange: Hashable, Sendable {
  /// Marked as read, or as unread.
  case read(Bool)
  /// Flagged, or not.
  case flagged(Bool)
  /// Given a tag, or not.
  case tagged(String, Bool)
  /// Deleted, or brought back.
  case deleted(Bool)

  /// What takes it back.
  var inverse: ArticleChange {
    switch self {
    case .read(let isRead): .read(!isRead)
    case .flagged(let isFlagged): .flagged(!isFlagged)
    case .tagged(let tag, let isTagged): .tagged(tag, !isTagged)
    case .deleted(let isDeleted): .deleted(!isDeleted)
    }
  }

  /// Changes a row so.
  func apply(to row: inout BriefingSummary) {
    switch self {
    case .read(let isRead): row.isRead = isRead
    case .flagged(let isFlagged): row.isFlagged = isFlagged
    case .tagged(let tag, true): if !row.tags.contains(tag) { row.tags.append(tag) }
    case .tagged(let tag, false): row.tags.removeAll { $0 == tag }
    case .deleted: break
    }
  }

  /// Whether `other` is about the same thing, so that it takes the place of this one.
  fileprivate func isReplaced(by other: ArticleChange) -> Bool {
    switch (self, other) {
    case (.read, .read), (.flagged, .flagged), (.deleted, .deleted): true
    case (.tagged(let tag, _), .tagged(let newer, _)): tag == newer
    default: false
    }
  }
}

/// Something that can be taken back.
enum Undo: Hashable, Sendable {
  case change(ArticleChange, [BriefingID])
  case keeping(Keeping)
  case decision
}

/// What was changed here: rows that were asked for before show it too.
struct ChangedRows: Hashable, Sendable {
  private var changes: [BriefingID: [ArticleChange]] = [:]

  /// Notes a change.
  mutating func note(_ change: ArticleChange, _ ids: [BriefingID]) {
    for id in ids { changes[id, default: []].removeAll { $0.isReplaced(by: change) } }
    for id in ids { changes[id]?.append(change) }
  }

  /// Shows what was changed.
  func apply(to row: inout BriefingSummary) {
    guard !changes.isEmpty else { return }
    for change in changes[row.id] ?? [] { change.apply(to: &row) }
  }
}

extension Model {
  /// The articles that a change is about: those marked in the list, else the chosen one, else the one being read.
  var changeTargets: [BriefingID] {
    if focus == .list, search == nil, !library.marked.isEmpty {
      return library.marked.sorted { $0.text < $1.text }
    }
    return [focus == .list ? selectedID : article?.briefing.id].compactMap(\.self)
  }

  /// What is known of an article from the rows that are there.
  func row(of id: BriefingID) -> BriefingSummary? {
    if let hit = search?.results?.hits.first(where: { $0.briefing.id == id }) { return hit.briefing }
    if let index = library.index(of: id) { return library[index] }
    guard let briefing = article?.briefing, briefing.id == id else { return nil }
    var row = BriefingSummary(
      id: id, title: briefing.title, date: briefing.date, source: briefing.source, language: briefing.language,
      tags: briefing.tags, isRead: article?.isOpened == true)
    changedRows.apply(to: &row)
    return row
  }

  /// Marks the articles in question as read; as unread where all of them have been.
  mutating func toggleRead() -> [Effect] {
    let ids = changeTargets
    return change(.read(!ids.allSatisfy { row(of: $0)?.isRead ?? true }), ids)
  }

  /// Flags the articles in question; takes the flags away where all of them have one.
  mutating func toggleFlag() -> [Effect] {
    let ids = changeTargets
    return change(.flagged(!ids.allSatisfy { row(of: $0)?.isFlagged ?? true }), ids)
  }

  /// Deletes the articles in question.
  mutating func deleteArticles() -> [Effect] { change(.deleted(true), changeTargets) }

  /// Changes articles, here at once and in the archive.
  mutating func change(_ change: ArticleChange, _ ids: [BriefingID]) -> [Effect] {
    guard !ids.isEmpty else { return [] }
    return show(change, ids) + [.change(change, ids, isUndo: false)]
  }

  /// Marks an article as opened, which is nothing to be taken back.
  mutating func markOpened(_ id: BriefingID) -> [Effect] {
    _ = show(.read(true), [id])
    return [.markRead(id, true)]
  }

  /// Shows a change in the rows that are there.
  private mutating func show(_ change: ArticleChange, _ ids: [BriefingID]) -> [Effect] {
    if case .read(let isRead) = change { library.note(read: isRead, Set(ids)) }
    changedRows.note(change, ids)
    applyChanges()
    let changed = changedRows
    for index in (search?.results?.hits ?? []).indices {
      if var row = search?.results?.hits[index].briefing {
        changed.apply(to: &row)
        search?.results?.hits[index].briefing = row
      }
    }
    guard case .deleted(true) = change else { return [] }
    return takeAway(Set(ids))
  }

  /// Takes rows out of the lists shown.
  private mutating func takeAway(_ ids: Set<BriefingID>) -> [Effect] {
    library.remove(ids)
    if var state = search {
      state.results?.hits.removeAll { ids.contains($0.briefing.id) }
      state.selected = min(state.selected, max(0, (state.results?.hits.count ?? 0) - 1))
      search = state
    }
    if let id = article?.briefing.id, ids.contains(id) {
      article = nil
      panel.pendingArticle = nil
      if focus != .list { focus = .list }
    }
    var effects: [Effect] = []
    chooseWhatIsThere()
    // What stands behind may not be there yet; and another one is the newest of a story now.
    if library.grouping == .story || (!library.isTree && library.isEmpty && library.count > 0) {
      effects += reloadList()
    }
    keepListSelectionVisible()
    keepHitVisible()
    return effects + preview()
  }

  /// Says what was changed in the archive.
  mutating func take(_ change: ArticleChange, _ ids: [BriefingID], isUndo: Bool) -> [Effect] {
    guard !ids.isEmpty else {
      notice = Notice(wording.nothingChanged)
      return []
    }
    if !isUndo { undos.append(.change(change, ids)) }
    notice = Notice(wording.changed(change, count: ids.count, isUndo: isUndo))
    switch change {
    case .deleted(false): return reloadList()
    // Other groups have it too, and another one is the newest of its story now.
    case .deleted(true): return library.grouping == .none ? [] : reloadList()
    case .tagged: return library.grouping == .tag ? reloadList() : []
    case .read, .flagged: return []
    }
  }

  /// Takes the last change or decision back; where nothing was changed in this session, the last decision of all.
  mutating func undo() -> [Effect] {
    switch undos.popLast() ?? .decision {
    case .change(let change, let ids): return show(change.inverse, ids) + [.change(change.inverse, ids, isUndo: true)]
    case .keeping(let keeping): return [.keep(keeping, isUndo: true)]
    case .decision: return [.undoDecision(shown: article?.briefing.id)]
    }
  }

  // MARK: Marking rows

  /// Marks the chosen row, or takes the mark away, and goes on to the next one.
  mutating func toggleMark() -> [Effect] {
    guard search == nil, let id = library.selectedRow?.id else { return [] }
    if library.marked.remove(id) == nil { library.marked.insert(id) }
    return moveInList(by: 1)
  }

  /// Marks all rows from the marked one that is nearest above down to the chosen one.
  mutating func markRange() -> [Effect] {
    guard search == nil, let row = library.selectedRow else { return [] }
    var ids = [row.id]
    var index = library.selected - 1
    while let above = library[index], !library.marked.contains(above.id) {
      ids.append(above.id)
      index -= 1
    }
    // Without a mark above only the chosen row is meant.
    library.marked.formUnion(library[index] == nil ? [row.id] : ids)
    return []
  }
}
