import Briefings

extension Model {
  /// A bar of where in the article an entity occurs: its parts in order, the more mentions the higher; · where none is.
  ///
  /// - Complexity: O(*n*) in the mentions.
  func whereabouts(of mentions: [Mention]) -> String {
    guard let briefing = article?.briefing else { return "" }
    let parts = 10
    // The title comes first, as it is read.
    let title = briefing.title.utf8.count
    let all = max(1, title + briefing.text.utf8.count)
    var counts = [Int](repeating: 0, count: parts)
    for mention in mentions {
      let start = mention.place.span.start + (mention.place.field == .title ? 0 : title)
      counts[min(parts - 1, start * parts / all)] += 1
    }
    return bars(counts, usesBlocks: options.usesBlocks).map { $0 == " " ? "·" : $0 }.joined()
  }
}
