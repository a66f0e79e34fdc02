import Briefings

/// A statement before its end and its speaker are settled.
struct StatementDraft {
  /// The reporting words; empty for a colon's.
  var cue: Range<Int>
  var cueSkip: Int32 = 0
  var cueClass: CueClass
  var entry: CueEntry?
  /// The noun phrase of the source in the sentence.
  var speaker: Range<Int>?
  /// The first token of the content.
  var content: Int
  /// How many letters of that token are a particle.
  var contentSkip: Int32 = 0
  /// What introduces the content: أن, a preposition, a colon; whom it is about stands before it.
  var introducer: Int?
  /// The noun phrase of whom it is meant for or about.
  var target: Range<Int>?
  /// One past the last token of the content, where the rule that found it already knows.
  var contentEnd: Int?
  /// The token at which this clause begins, for the clause before to end.
  var clauseStart: Int
  /// Whether the clause ends the content of the one before.
  var cuts = false
  /// Whether the source is left out and must be looked for.
  var isElided = false
  /// Whether it stands in a relative clause (الذي قال إن).
  var isRelative = false
  var confidence = 1.0
  var sentence = 0
}
