import Briefings
import Search
import Store

extension MemoryState {
  func outcome(of briefing: Briefing) -> IngestOutcome {
    guard let article = articles[briefing.id] else {
      return trash.contains { $0.given.id == briefing.id } ? .deleted : .added
    }
    if article.hasSameContent(as: briefing) { return .unchanged }
    let isLater = briefing.date.map { $0.seconds > article.time } ?? false
    let isOld =
      !article.given.hasSameText(as: briefing) && !isLater
      && (old[briefing.id] ?? []).contains { $0.briefing.hasSameText(as: briefing) }
    return isOld ? .unchanged : .updated
  }

  mutating func ingest(_ item: AnalyzedBriefing) -> IngestOutcome {
    let outcome = outcome(of: item.briefing)
    switch outcome {
    case .deleted: break
    case .added:
      insert(MemoryArticle(given: item.briefing, undecided: item.findings, decided: item.findings))
    case .unchanged:
      guard var article = articles[item.briefing.id], article.hasSameContent(as: item.briefing) else { break }
      article.undecided = item.findings
      entityNames.note(item.findings)
      decide(&article)
      articles[item.briefing.id] = article
    case .updated:
      guard var article = articles[item.briefing.id] else { break }
      if !article.given.hasSameText(as: item.briefing) {
        keepText(of: article)
        article.version += 1
      }
      (article.given, article.undecided) = (item.briefing, item.findings)
      insert(article)
    }
    return outcome
  }

  private mutating func keepText(of article: MemoryArticle) {
    var briefing = article.shown
    briefing.tags = article.given.tags
    old[briefing.id, default: []].append(
      BriefingVersion(number: article.version, briefing: briefing, isCurrent: false))
  }

  func versions(of id: BriefingID) -> [BriefingVersion] {
    var all = old[id] ?? []
    if let article = articles[id] {
      all.append(BriefingVersion(number: article.version, briefing: article.shown, isCurrent: true))
    }
    return all
  }

  mutating func delete(_ id: BriefingID) -> Bool {
    guard let article = takeAway(id) else { return false }
    keepText(of: article)
    trash.append(article)
    return true
  }

  mutating func undelete(_ id: BriefingID) -> Bool {
    guard let index = trash.firstIndex(where: { $0.given.id == id }) else { return false }
    let article = trash.remove(at: index)
    old[id]?.removeAll { $0.number == article.version }
    insert(article)
    return true
  }

  mutating func remove(_ id: BriefingID) {
    _ = takeAway(id)
    trash.removeAll { $0.given.id == id }
    (old[id], places[id]) = (nil, nil)
    notes.removeAll { $0.note.target.briefing == id }
  }

  /// Changes articles that are there; returns the ids of those for which `change` says so.
  mutating func change(_ ids: [BriefingID], _ change: (inout MemoryArticle) -> Bool) -> [BriefingID] {
    ids.filter { id in
      guard var article = articles[id], change(&article) else { return false }
      articles[id] = article
      return true
    }
  }

  mutating func setNote(_ text: String?, on target: NoteTarget) -> Note? {
    let index = notes.firstIndex { $0.note.target == target }
    let before = index.map { notes[$0].note }
    guard let id = target.briefing else { return nil }
    guard let text, !text.isEmpty else {
      if let index { notes.remove(at: index) }
      return before
    }
    var quote = ""
    switch target {
    case .briefing: guard articles[id] != nil || trash.contains(where: { $0.given.id == id }) else { return nil }
    case .statement(let statement):
      let found = statements(of: id).first { $0.id == statement }?.statement.content ?? before?.quote
      guard let found else { return nil }
      quote = found
    }
    if let index { notes.remove(at: index) }
    notes.append((Note(on: target, text: text, quote: quote), nextTurn()))
    return before
  }

  func notes(of id: BriefingID) -> [Note] {
    func order(_ note: Note) -> (Int, Int) {
      guard case .statement(let statement) = note.target else { return (-1, 0) }
      let place = statement.text.dropFirst(id.text.count + 1).split(separator: ":")
      return (place.first == "title" ? 0 : 1, place.last.flatMap { Int($0) } ?? 0)
    }
    return notes.map(\.note).filter { $0.target.briefing == id }.sorted { order($0) < order($1) }
  }
}

extension MemoryStore: BriefingStore {
  func ingest(_ briefings: [AnalyzedBriefing]) throws(StoreError) -> [IngestOutcome] {
    try with { state throws(StoreError) in briefings.map { state.ingest($0) } }
  }

  func outcomes(of briefings: [Briefing], findingsVersion: Int) throws(StoreError) -> [IngestOutcome] {
    try with { state throws(StoreError) in
      briefings.map { briefing in
        let outcome = state.outcome(of: briefing)
        guard outcome == .unchanged, let article = state.articles[briefing.id],
          article.hasSameContent(as: briefing), article.undecided.version != findingsVersion
        else { return outcome }
        return .updated
      }
    }
  }

  func versions(of id: BriefingID) throws(StoreError) -> [BriefingVersion] {
    try with { state throws(StoreError) in state.versions(of: id) }
  }

  func ids(publishedAt urls: [String]) throws(StoreError) -> [String: BriefingID] {
    try with { state throws(StoreError) in
      var found: [String: BriefingID] = [:]
      for url in urls where !url.isEmpty {
        let ids = (state.articles.values.map(\.given) + state.trash.map(\.given)).filter { $0.url == url }.map(\.id)
        if ids.count == 1 { found[url] = ids[0] }
      }
      return found
    }
  }

  func delete(_ ids: [BriefingID]) throws(StoreError) -> [BriefingID] {
    try with { state throws(StoreError) in ids.filter { state.delete($0) } }
  }

  func undelete(_ ids: [BriefingID]) throws(StoreError) -> [BriefingID] {
    try with { state throws(StoreError) in ids.filter { state.undelete($0) } }
  }

  func remove(_ ids: [BriefingID]) throws(StoreError) {
    try with { state throws(StoreError) in ids.forEach { state.remove($0) } }
  }

  func deletedBriefings(limit: Int) throws(StoreError) -> [BriefingSummary] {
    try with { state throws(StoreError) in
      state.trash.reversed().prefix(limit).map { state.summary($0, reprints: 0) }
    }
  }

  func latestChange() throws(StoreError) -> ChangeNumber { try with { state throws(StoreError) in state.change } }

  func seenChange() throws(StoreError) -> ChangeNumber? { try with { state throws(StoreError) in state.seen } }

  func setSeenChange(_ moment: ChangeNumber) throws(StoreError) {
    try with { state throws(StoreError) in state.seen = moment }
  }

  func changes(since moment: ChangeNumber, limit: Int) throws(StoreError) -> [BriefingChange] {
    try with { state throws(StoreError) in
      let stored = state.articles.values.map {
        BriefingChange(number: $0.change, id: $0.given.id, isRemoved: false)
      }
      let removed = state.removals.map { BriefingChange(number: $0.value, id: $0.key, isRemoved: true) }
      return Array((stored + removed).filter { $0.number > moment }.sorted { $0.number < $1.number }.prefix(limit))
    }
  }

  func reprints(of id: BriefingID) throws(StoreError) -> [BriefingSummary] {
    try with { state throws(StoreError) in state.reprints(of: id).map { state.summary($0) } }
  }

  func addTag(_ tag: String, to ids: [BriefingID]) throws(StoreError) -> [BriefingID] {
    let folded = comparable(tag)
    return try with { state throws(StoreError) in
      state.change(ids) { article in
        guard !article.shown.tags.contains(where: { comparable($0) == folded }) else { return false }
        if article.removedTags.remove(folded) == nil { article.addedTags.append(tag) }
        return true
      }
    }
  }

  func removeTag(_ tag: String, from ids: [BriefingID]) throws(StoreError) -> [BriefingID] {
    let folded = comparable(tag)
    return try with { state throws(StoreError) in
      state.change(ids) { article in
        guard article.shown.tags.contains(where: { comparable($0) == folded }) else { return false }
        article.addedTags.removeAll { comparable($0) == folded }
        if article.given.tags.contains(where: { comparable($0) == folded }) { article.removedTags.insert(folded) }
        return true
      }
    }
  }

  func tags(_ filter: BriefingFilter, limit: Int) throws(StoreError) -> [TagCount] {
    try with { state throws(StoreError) in
      var counts: [String: (tag: String, count: Int)] = [:]
      for article in state.passing(filter) {
        for (folded, tags) in Dictionary(grouping: article.shown.tags, by: comparable) {
          let known = counts[folded] ?? (tags[0], 0)
          counts[folded] = (([known.tag] + tags).min() ?? known.tag, known.count + 1)
        }
      }
      let sorted = counts.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
      return sorted.prefix(limit).map { TagCount(tag: $0.value.tag, briefingCount: $0.value.count) }
    }
  }

  func setFlagged(_ isFlagged: Bool, _ ids: [BriefingID]) throws(StoreError) -> [BriefingID] {
    try with { state throws(StoreError) in
      state.change(ids) { article in
        defer { article.isFlagged = isFlagged }
        return article.isFlagged != isFlagged
      }
    }
  }

  func setNote(_ text: String?, on target: NoteTarget) throws(StoreError) -> Note? {
    try with { state throws(StoreError) in state.setNote(text, on: target) }
  }

  func notes(of id: BriefingID) throws(StoreError) -> [Note] {
    try with { state throws(StoreError) in state.notes(of: id) }
  }

  func notes(limit: Int) throws(StoreError) -> [Note] {
    try with { state throws(StoreError) in
      let shown = state.notes.filter { $0.note.target.briefing.map { state.articles[$0] != nil } ?? false }
      return shown.sorted { $0.turn > $1.turn }.prefix(limit).map(\.note)
    }
  }

  func savedSearches() throws(StoreError) -> [SavedSearch] {
    try with { state throws(StoreError) in state.saved.values.sorted { $0.name < $1.name } }
  }

  func save(_ search: SavedSearch) throws(StoreError) -> SavedSearch? {
    try with { state throws(StoreError) in state.saved.updateValue(search, forKey: search.name) }
  }

  func removeSavedSearch(_ name: String) throws(StoreError) -> SavedSearch? {
    try with { state throws(StoreError) in state.saved.removeValue(forKey: name) }
  }
}
