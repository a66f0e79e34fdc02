import ArabicText
import Briefings

/// One token of a passage.
struct PassageToken: Sendable {
  /// What a token does in a sentence.
  enum Role: UInt8, Sendable {
    case word, number, comma, semicolon, colon, stop, openQuote, closeQuote, openBracket, closeBracket, dash, other
  }

  var role: Role
  /// The field it stands in.
  let field: BriefingField
  /// Its first byte in the field.
  let start: Int32
  /// One past its last byte in the field.
  let end: Int32
  /// Where its folded letters begin in the passage's letters.
  let firstLetter: Int32
  /// How many folded letters it has.
  let letterCount: Int32
  /// Whether a blank or a line break stands before it.
  let isSpaced: Bool
  /// Whether it is the first of its line.
  let startsLine: Bool
  /// The script of a word.
  let script: Script
  /// What the spelling shows and folding hides.
  let shape: Shape
  /// The number of the whole word in the lexicon, or `WordTable.unknown`.
  let word: Int32
  /// Where its readings begin in the passage's readings.
  var firstReading: Int32
  /// How many readings it has.
  var readingCount: Int32
  /// For a quotation mark or bracket, its partner's index; -1 when it has none.
  var partner: Int32 = -1

  /// What the spelling shows and folding hides.
  struct Shape: OptionSet, Sendable {
    let rawValue: UInt8
    /// Ends in ى.
    static let maqsura = Shape(rawValue: 1)
    /// Ends in ة.
    static let tehMarbuta = Shape(rawValue: 2)
    /// Ends in an alef with or without tanween (مضيفا، مؤكداً).
    static let tanween = Shape(rawValue: 4)
    /// Begins with أ.
    static let hamzaAbove = Shape(rawValue: 8)
    /// Begins with إ.
    static let hamzaBelow = Shape(rawValue: 16)
    /// Begins with آ.
    static let madda = Shape(rawValue: 32)
    static let seats: Shape = [.hamzaAbove, .hamzaBelow, .madda]
  }
}

/// One way to read a token: with or without attached particles.
struct Reading: Sendable {
  /// The particles that are taken off.
  struct Particles: OptionSet, Sendable {
    let rawValue: UInt8
    /// و
    static let and = Particles(rawValue: 1)
    /// ف
    static let then = Particles(rawValue: 2)
    /// ب
    static let with = Particles(rawValue: 4)
    /// ل
    static let to = Particles(rawValue: 8)
    /// ك
    static let like = Particles(rawValue: 16)
    /// س of the future
    static let will = Particles(rawValue: 32)
    static let prepositions: Particles = [.with, .to, .like]
    static let conjunctions: Particles = [.and, .then]
  }

  /// The number of the word in the lexicon.
  let word: Int32
  /// How many letters are taken off.
  let skip: Int32
  let particles: Particles
}
