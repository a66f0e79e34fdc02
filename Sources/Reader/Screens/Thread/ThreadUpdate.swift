import Briefings

extension Model {
  /// Opens the thread of the statement in question.
  mutating func openThread() -> [Effect] {
    guard let record = statementInQuestion() else { return [] }
    if let origin = page?.content.origin, case .thread = page, origin.id == record.id { return [] }
    return open(.thread(ThreadState(record)))
  }
}

extension ThreadState {
  var wanted: PageRequest? { thread == nil ? .thread(claim.id) : nil }

  mutating func take(_ answer: PageAnswer) -> Bool {
    guard case .thread(let thread) = answer else { return false }
    show(thread)
    progress.choice.selected = 0
    return true
  }
}
