import Briefings

/// Knows which briefings have much the same text, such as an agency's in several papers. They are grouped as they come
/// (`Shingles`), and each stays a briefing of its own.
public protocol ReprintListing: Sendable {
  /// The other briefings with much the same text, newest first.
  func reprints(of id: BriefingID) throws(StoreError) -> [BriefingSummary]
}
