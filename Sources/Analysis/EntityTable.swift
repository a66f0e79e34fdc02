import Briefings

/// The entities of a briefing, and which one each mention belongs to.
struct EntityTable {
  /// The entities, numbered by first mention.
  private(set) var entities: [Entity] = []
  /// The entity of each mention of the finder; -1 where its span could not be kept.
  private(set) var numbers: [Int]

  init(_ briefing: Briefing, _ finder: EntityFinder) {
    let passage = finder.passage
    var merger = EntityMerger(
      lexicon: finder.lexicon, passage: passage, mentions: finder.mentions, aliases: finder.aliases)
    let groups = merger.groups()
    numbers = Array(repeating: -1, count: groups.count)
    var position: [Int: Int] = [:]
    for (number, mention) in finder.mentions.enumerated() {
      let field = passage.tokens[mention.first].field
      let start = passage.start(of: mention.first, skipping: mention.skip)
      let end = Int(passage.tokens[mention.end - 1].end)
      // A particle may share a cluster with a mark that belongs to nothing; such a mention is left out.
      guard start < end, let span = try? TextSpan(from: start, to: end, in: briefing.text(of: field)) else { continue }
      let found = Mention(form: passage.string(field, start..<end), place: Place(field, span))
      let known = mention.entry >= 0 ? finder.lexicon.name(mention.entry) : nil
      let english = known.flatMap { $0.english.isEmpty ? nil : $0.english }
      if let index = position[groups[number]] {
        entities[index].mentions.append(found)
        if entities[index].english == nil { entities[index].english = english }
        if isFuller(found.form, than: entities[index].canonical) { entities[index].canonical = found.form }
        numbers[number] = index
      } else {
        position[groups[number]] = entities.count
        numbers[number] = entities.count
        entities.append(
          Entity(canonical: found.form, type: mention.type, english: english, mentions: [found]))
      }
      if let inner = finder.innerName(of: mention) {
        let start = passage.start(of: inner.lowerBound, skipping: 0)
        let end = Int(passage.tokens[inner.upperBound - 1].end)
        if let span = try? TextSpan(from: start, to: end, in: briefing.text(of: field)) {
          let short = Mention(form: passage.string(field, start..<end), place: Place(field, span))
          entities[numbers[number]].mentions.append(short)
        }
      }
    }
  }

  /// The entities, most mentioned first.
  var sorted: [Entity] {
    entities.enumerated().sorted { a, b in
      a.element.mentions.count == b.element.mentions.count
        ? a.offset < b.offset : a.element.mentions.count > b.element.mentions.count
    }.map(\.element)
  }

  /// Marks and tatweel make a form longer, not fuller.
  private func isFuller(_ form: String, than other: String) -> Bool {
    weight(of: form) > weight(of: other)
  }

  private func weight(of form: String) -> Int {
    form.unicodeScalars.reduce(0) { $0 + (isMark($1.value) ? 0 : 1) }
  }
}
