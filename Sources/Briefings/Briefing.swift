/// One article as it was imported: what the reader shows and what everything else is derived from.
public struct Briefing: Hashable, Sendable {
  /// The article's name in every archive.
  public var id: BriefingID

  /// The headline, one line.
  public var title: String

  /// The body in logical order; a line break ends a paragraph.
  public var text: String

  /// When it was published, where known.
  public var date: PublicationDate?

  /// The outlet, as it is named in the article or by whoever imported it; empty when unknown.
  public var source: String

  /// Where it was published; empty when unknown. Never opened by the program itself.
  public var url: String

  /// Who wrote it; empty when unknown.
  public var author: String

  /// The BCP 47 language of most of the text (`ar`, `fa`, `he`, `ur`, `en`), or `nil` until Analysis has guessed it.
  public var language: String?

  /// Words that the article or the user filed it under, each once, in the order given.
  public var tags: [String]

  /// Creates a briefing.
  public init(
    id: BriefingID, title: String, text: String, date: PublicationDate? = nil, source: String = "", url: String = "",
    author: String = "", language: String? = nil, tags: [String] = []
  ) {
    self.id = id
    self.title = title
    self.text = text
    self.date = date
    self.source = source
    self.url = url
    self.author = author
    self.language = language
    self.tags = tags
  }

  /// The text of one field.
  public func text(of field: BriefingField) -> String {
    switch field {
    case .title: title
    case .text: text
    }
  }

  /// The text at a place, or `nil` where the place does not lie inside this briefing.
  public func text(at place: Place) -> String? { text(of: place.field).text(at: place.span) }
}
