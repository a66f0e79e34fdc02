/// What a note is written on.
public enum NoteTarget: Hashable, Sendable {
  /// A whole briefing.
  case briefing(BriefingID)
  /// One statement.
  case statement(StatementID)

  /// The briefing, or that of the statement; `nil` where the statement's name is not shaped like one.
  public var briefing: BriefingID? {
    switch self {
    case .briefing(let id): id
    case .statement(let id): id.briefing
    }
  }
}

/// What the user wrote on a briefing or a statement; at most one note stands on each.
public struct Note: Hashable, Sendable {
  /// What it is about.
  public var target: NoteTarget
  /// What was written.
  public var text: String
  /// What the statement said when the note was written, so that the note is understood when the text has changed; empty
  /// for a note on a briefing.
  public var quote: String

  /// Creates a note.
  public init(on target: NoteTarget, text: String, quote: String = "") {
    self.target = target
    self.text = text
    self.quote = quote
  }
}
