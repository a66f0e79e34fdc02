import Briefings

/// Keeps the texts that a briefing had before it was changed.
public protocol VersionKeeping: Sendable {
  /// Every text the briefing had, oldest first, the current one last; of a deleted one, none is current. Empty when
  /// nothing is known of it.
  func versions(of id: BriefingID) throws(StoreError) -> [BriefingVersion]

  /// The briefings that were published at addresses, where exactly one was: under which id a changed text belongs that
  /// brings no id of its own.
  func ids(publishedAt urls: [String]) throws(StoreError) -> [String: BriefingID]
}
