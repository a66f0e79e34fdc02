import Briefings

/// The page of a claim: who reported it, and what bears on it, by relation.
public struct ThreadState: Hashable, Sendable {
  /// The statement it is about.
  public let claim: StatementRecord
  /// What is shown of the thread, once it has come.
  public private(set) var thread: StatementThread?
  /// All of it.
  private var all: StatementThread?
  /// What is chosen, and what is under way.
  public var progress = PageProgress()

  /// A thread that is still to be fetched.
  init(_ claim: StatementRecord) { self.claim = claim }

  /// Takes the thread that has come.
  mutating func show(_ thread: StatementThread) {
    all = thread
    _ = hideDoubtful(progress.hidesDoubtful)
  }

  /// Leaves out what is doubtful; the claim itself stays.
  mutating func hideDoubtful(_ hides: Bool) -> Int {
    progress.hidesDoubtful = hides
    guard let all else { return 0 }
    var sure = all
    sure.reports.removeAll { $0.statement.isDoubtful && $0.id != claim.id }
    sure.links.removeAll { $0.nearest.record.statement.isDoubtful }
    thread = hides ? sure : all
    return all.reports.count + all.links.count - sure.reports.count - sure.links.count
  }

  /// A thing of the page.
  enum Entry {
    /// A report of the claim.
    case report(StatementRecord)
    /// Another claim that bears on it.
    case link(ThreadLink)
  }

  /// One thing: the reports first, then the other claims by relation.
  func entry(_ index: Int) -> Entry? {
    guard let thread, index >= 0 else { return nil }
    if index < thread.reports.count { return .report(thread.reports[index]) }
    let link = index - thread.reports.count
    return link < thread.links.count ? .link(thread.links[link]) : nil
  }
}
