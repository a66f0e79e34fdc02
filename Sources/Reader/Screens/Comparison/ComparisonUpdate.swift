import Briefings

extension Model {
  /// Compares the statement in question with the one that the page or the list of related statements is about; elsewhere
  /// marks it, to be compared with the next one chosen so.
  mutating func compare() -> [Effect] {
    guard let record = statementInQuestion() else { return [] }
    let origin = page == nil ? (focus == .panel && panel.tab == .related ? panel.origin : nil) : page?.content.origin
    if let origin, origin.id != record.id {
      return open(.comparison(ComparisonState(origin, record, link: link(to: record))))
    }
    guard let marked = compareMark, marked.id != record.id else {
      compareMark = compareMark == nil ? record : nil
      notice = Notice(compareMark == nil ? wording.noStatementMarked : wording.markedForComparison)
      return []
    }
    compareMark = nil
    return open(.comparison(ComparisonState(marked, record)))
  }

  /// How a statement bears on the one that is shown with it.
  private func link(to record: StatementRecord) -> RelatedStatement? {
    switch page {
    case .thread(let state): state.thread?.links.first { $0.nearest.record.id == record.id }?.nearest
    case .timeline(let state): state.entries.first { $0.record.id == record.id }?.link
    case .changes(let state): state.positions?.first { $0.record.id == record.id }?.older
    case .comparison, .saved, .entity, .editions, .difference: nil
    case nil: panel.related?.first { $0.record.id == record.id }
    }
  }
}

extension ComparisonState {
  var wanted: PageRequest? {
    comparison == nil ? .comparison(records[0].statement.content, records[1].statement.content) : nil
  }

  mutating func take(_ answer: PageAnswer) -> Bool {
    guard case .comparison(let comparison) = answer else { return false }
    self.comparison = comparison
    return true
  }
}
