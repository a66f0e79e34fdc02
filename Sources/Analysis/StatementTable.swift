import Briefings

/// The statements of a briefing, made of the drafts.
struct StatementTable {
  private(set) var statements: [Statement] = []
  /// One for each statement.
  private(set) var signatures: [StatementSignature] = []

  init(_ briefing: Briefing, _ finder: StatementFinder, _ entities: EntityTable) {
    let reader = finder.reader
    let passage = reader.passage
    var resolver = SpeakerResolver(reader, entityOf: entities.numbers)
    var taken: Set<Place> = []
    let confidence = StatementConfidence(reader)
    let maker = SignatureMaker(reader: reader, entities: entities)
    var found: [(statement: Statement, signature: StatementSignature)] = []
    for draft in finder.drafts() {
      let entity = resolver.entity(of: draft)
      guard let tokens = finder.forParagraph(of: draft.content).trimmed(draft) else { continue }
      let field = passage.tokens[tokens.lowerBound].field
      let skip = tokens.lowerBound == draft.content ? draft.contentSkip : 0
      let start = passage.start(of: tokens.lowerBound, skipping: skip)
      let end = Int(passage.tokens[tokens.upperBound - 1].end)
      let text = briefing.text(of: field)
      // A span that would cut a cluster is left out rather than shown wrong.
      guard start < end, let span = try? TextSpan(from: start, to: end, in: text) else { continue }
      let place = Place(field, span)
      // At most one statement begins at one byte: the first, which governs.
      guard taken.insert(Place(field, TextSpan(start..<start))).inserted else { continue }
      let cueStart = passage.start(of: draft.cue.lowerBound, skipping: draft.cueSkip)
      let cueEnd = Int(passage.tokens[draft.cue.upperBound - 1].end)
      var statement = Statement(
        speaker: nil, speakerEntity: entity.map { entities.entities[$0].canonical },
        cue: passage.string(field, cueStart..<cueEnd),
        cuePlace: (try? TextSpan(from: cueStart, to: cueEnd, in: text)).map { Place(field, $0) },
        cueClass: draft.cueClass, content: passage.string(field, start..<end), place: place,
        kind: Self.kind(of: draft, passage), polarity: Self.polarity(of: draft),
        confidence: confidence.value(of: draft, entity: entity, content: tokens))
      if let phrase = draft.speaker { Self.setSpeaker(of: &statement, phrase, field, text, reader) }
      if let phrase = draft.target, let (words, place) = Self.words(of: phrase, skippingTo: true, field, text, reader) {
        statement.target = words
        statement.targetPlace = place
        statement.targetEntity = resolver.entity(named: phrase).map { entities.entities[$0].canonical }
      }
      found.append((statement, maker.signature(of: tokens)))
    }
    found.sort { $0.statement.place < $1.statement.place }
    statements = found.map(\.statement)
    signatures = found.map(\.signature)
  }

  private static func setSpeaker(
    of statement: inout Statement, _ phrase: Range<Int>, _ field: BriefingField, _ text: String,
    _ reader: SentenceReader
  ) {
    guard
      let (words, place) = words(
        of: phrase, skippingTo: statement.cueClass == .evidential, field, text, reader)
    else { return }
    statement.speaker = words
    statement.speakerPlace = place
  }

  /// A noun phrase as it stands in the text, without the particles and quotation marks around it.
  ///
  /// - Parameter skippingTo: Whether ل before a word nobody knows is a particle.
  private static func words(
    of phrase: Range<Int>, skippingTo: Bool, _ field: BriefingField, _ text: String, _ reader: SentenceReader
  ) -> (words: String, place: Place)? {
    let passage = reader.passage
    var (first, last) = (phrase.lowerBound, phrase.upperBound - 1)
    // "المعلم": the marks are no part of the name when they enclose all of it.
    if passage.tokens[first].role == .openQuote, Int(passage.tokens[first].partner) == last, first + 1 < last {
      first += 1
      last -= 1
    }
    var skip: Int32 = 0
    if let mention = reader.mention(at: first) {
      skip = mention.skip
    } else if let reading = passage.readings(of: first).first, reading.skip > 0 {
      skip = reading.skip
    } else if skippingTo, passage.tokens[first].word < 0, reader.startsWith(first, Letter.lam) {
      skip = 1
    }
    let start = passage.start(of: first, skipping: skip)
    let end = Int(passage.tokens[last].end)
    guard start < end, let span = try? TextSpan(from: start, to: end, in: text) else { return nil }
    return (passage.string(field, start..<end), Place(field, span))
  }

  private static func kind(of draft: StatementDraft, _ passage: Passage) -> Statement.Kind {
    let token = draft.content
    guard passage.tokens[token].role == .openQuote || token > 0 && passage.tokens[token - 1].role == .openQuote else {
      return .indirect
    }
    let open = passage.tokens[token].role == .openQuote ? token : token - 1
    let close = Int(passage.tokens[open].partner)
    return close < 0 || close - open > 4 ? .direct : .indirect
  }

  private static func polarity(of draft: StatementDraft) -> Statement.Polarity {
    switch draft.cueClass {
    case .deny: return .deny
    case .reject: return draft.entry?.lemma == "رفض" ? .deny : .affirm
    default: return .affirm
    }
  }
}
