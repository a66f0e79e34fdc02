import Briefings

/// A name as the finder sees it: a run of tokens and what is known of it.
struct FoundMention: Sendable {
  /// How it was found.
  enum Source: Sendable {
    /// The lexicon holds the form.
    case lexicon
    /// A head with its complement.
    case grammar
    /// Given and family names.
    case parts
    /// Words nobody knows after a title, or after a reporting word.
    case context
    /// The last part of a name that stands elsewhere in full.
    case surname
    /// The model of names proposes it, where no rule knows better.
    case model
  }

  /// The first token.
  var first: Int
  /// How many letters of the first token are attached particles.
  var skip: Int32
  /// One past the last token.
  var end: Int
  var type: EntityType
  /// The lexicon's entry, or -1.
  var entry: Int32
  var source: Source
}

/// An office or title in the text, with its holder where he is named beside it.
struct FoundRole: Sendable {
  /// The first token.
  var first: Int
  /// One past the last token of the office, before the name.
  var end: Int
  /// The number of the word that names the office (وزير), without the article.
  var office: [UInt16]
  /// The country of the first nationality in it, or 0.
  var country: Int32
  /// The mention of its holder, or -1.
  var holder: Int
  /// Whether the phrase says that it is a woman's.
  var isFeminine: Bool
}
