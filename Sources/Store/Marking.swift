import Briefings
import Search

/// Keeps what the user sticks on briefings: tags, flags, notes. All of it stays when the briefing is imported again.
///
/// Every change returns what it changed, so that it can be undone.
public protocol Marking: Sendable {
  /// Gives briefings a tag; returns those that had it in no spelling.
  func addTag(_ tag: String, to ids: [BriefingID]) throws(StoreError) -> [BriefingID]

  /// Takes a tag, in any spelling that folds alike, from briefings, one that came with them too; returns those that had
  /// it.
  func removeTag(_ tag: String, from ids: [BriefingID]) throws(StoreError) -> [BriefingID]

  /// The tags of the briefings that pass, most used first, then by name.
  func tags(_ filter: BriefingFilter, limit: Int) throws(StoreError) -> [TagCount]

  /// Marks briefings as opened or not; returns those that changed.
  func setRead(_ isRead: Bool, _ ids: [BriefingID]) throws(StoreError) -> [BriefingID]

  /// Marks briefings, or takes the mark away; returns those that changed.
  func setFlagged(_ isFlagged: Bool, _ ids: [BriefingID]) throws(StoreError) -> [BriefingID]

  /// Writes a note where there is one text, or removes it with `nil`; returns the one that stood there before. On what
  /// is not known nothing is written.
  func setNote(_ text: String?, on target: NoteTarget) throws(StoreError) -> Note?

  /// The notes on a briefing and its statements, that on the briefing first, then in text order.
  func notes(of id: BriefingID) throws(StoreError) -> [Note]

  /// The notes of all briefings that are not deleted, those written last first.
  func notes(limit: Int) throws(StoreError) -> [Note]
}
