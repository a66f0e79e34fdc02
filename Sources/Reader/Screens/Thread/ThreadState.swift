import Briefings

/// The page of a claim: who reported it, and what bears on it, by relation.
public struct ThreadState: Hashable, Sendable {
  /// The statement it is about.
  public let claim: StatementRecord
  /// The thread, once it has come.
  public var thread: StatementThread?
  /// What is chosen, and what is under way.
  public var progress = PageProgress()

  /// A thread that is still to be fetched.
  init(_ claim: StatementRecord) { self.claim = claim }

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
