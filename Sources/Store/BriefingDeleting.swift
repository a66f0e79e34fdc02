import Briefings

/// Deletes briefings so that they can come back.
public protocol BriefingDeleting: Sendable {
  /// Puts briefings aside: nothing lists, finds or counts them, and importing them again does not bring them back.
  ///
  /// Returns those that were there: what `undelete` takes to make it undone.
  func delete(_ ids: [BriefingID]) throws(StoreError) -> [BriefingID]

  /// Brings deleted briefings back with everything they had: findings, older texts, tags, notes. Returns those that
  /// were deleted.
  func undelete(_ ids: [BriefingID]) throws(StoreError) -> [BriefingID]

  /// Deleted briefings, those deleted last first.
  func deletedBriefings(limit: Int) throws(StoreError) -> [BriefingSummary]

  /// Removes briefings for good, deleted ones too, with everything they had; unknown ids are ignored.
  func remove(_ ids: [BriefingID]) throws(StoreError)
}
