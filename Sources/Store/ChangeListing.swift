import Briefings

/// Tells what came, changed and went.
public protocol ChangeListing: Sendable {
  /// The moment of the newest change.
  func latestChange() throws(StoreError) -> ChangeNumber

  /// The newest change of each briefing that changed after a moment, oldest first: what came, got other content, was
  /// deleted, removed or brought back. Findings, tags and notes are no change.
  func changes(since moment: ChangeNumber, limit: Int) throws(StoreError) -> [BriefingChange]

  /// Up to which moment the user has seen what came; `nil` where that was never noted.
  func seenChange() throws(StoreError) -> ChangeNumber?

  /// Notes up to which moment the user has seen what came.
  func setSeenChange(_ moment: ChangeNumber) throws(StoreError)
}
