import Briefings

extension Analyzer {
  /// What a statement that came ready-made is compared by: the same digest that statements of our own get.
  ///
  /// - Parameter content: What is said.
  /// - Complexity: O(*n*) in the bytes of `content`.
  public func signature(ofContent content: String) -> StatementSignature {
    let briefing = Briefing(id: BriefingID("content"), title: "", text: content)
    let passage = Passage(briefing, words: lexicon.words)
    var finder = EntityFinder(lexicon: lexicon, passage: passage)
    finder.find()
    let maker = SignatureMaker(reader: SentenceReader(finder), entities: EntityTable(briefing, finder))
    return maker.signature(of: passage.tokens.indices)
  }
}
