/// One piece of evidence that a statement bears on another.
///
/// Values, no sentences: who shows a link makes words of them in its own language (`RelationWording` in Reader).
public enum RelationReason: Hashable, Sendable {
  /// Of two statements the one asked about, or the one that is related to it.
  public enum Side: String, Hashable, Sendable, CaseIterable {
    case asked
    case related
  }

  /// Two words for one thing, as they stand in the statements.
  public struct WordPair: Hashable, Sendable {
    /// In the statement asked about.
    public var asked: String
    /// In the related one.
    public var related: String

    /// Creates a pair.
    public init(_ asked: String, _ related: String) {
      self.asked = asked
      self.related = related
    }
  }

  // MARK: What they share

  /// So many hundredths of the wording are the same, rare words counting more.
  case sameWording(percent: Int)
  /// Words of the statement asked about that the other has, too, without particles, the rarest first chosen.
  case sharedWords([String])
  /// Other words for the same things, also of another language.
  case sameMeaning([WordPair])
  /// Names that stand in both.
  case sharedNames([String])
  /// The same numbers of the same things, as the statement asked about writes them.
  case sharedNumbers([String])
  /// The speaker of both, by the fuller name.
  case sameSpeaker(String)
  /// One speaks for the other: the fuller name.
  case oneSide(String)
  /// The articles' headlines are about the same.
  case sameHeadlines
  /// The related one came so many days later; earlier where negative.
  case daysLater(Int)

  // MARK: What differs

  /// Other numbers of the same thing.
  case otherNumbers(WordPair)
  /// One side negates what the other does not, and which word.
  case negated(Side, word: String?)
  /// The speaker denies on one side what he does not on the other.
  case takenBack(Side)
  /// The speaker could not confirm it on one side, and speaks of evidence on the other.
  case unconfirmed(Side)
  /// One side denies what the other says, and by which word.
  case denies(Side, cue: String)
  /// One side says that it did not take place.
  case didNotHappen(Side)
  /// One side says that somebody else did it; `nil` where each says that it was the other.
  case anotherDoer(Side?)
  /// What is denied stands just before the denial.
  case standsJustBefore
  /// What was denied was said again afterwards.
  case saidAgain

  // MARK: Who speaks to whom

  /// One side replies just after the other.
  case replies(Side)
  /// One side names the other's speaker.
  case namesSpeaker(Side, String)
}
