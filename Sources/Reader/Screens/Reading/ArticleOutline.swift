import Briefings

/// What of an article is laid out as one block, which no width changes: found once in all of it.
struct ArticleOutline: Hashable, Sendable {
  /// The parts of the title: one where it is not too long.
  let titleParts: [Range<Int>]
  /// The pieces of the text.
  let pieces: [TextPiece]
  /// The numbers behind links, in order.
  private let links: [LinkNumber]

  private struct LinkNumber: Hashable, Sendable {
    var byte: Int
    var text: String
  }

  /// Finds the blocks of a briefing.
  ///
  /// - Complexity: O(*n*) in the bytes of the article; little memory for each block.
  init(_ briefing: Briefing, linkDigits: DigitStyle?) {
    titleParts = TextPiece.parts(of: briefing.title)
    pieces = TextPiece.all(of: briefing.text)
    links = (linkDigits.map { numberedLinks(in: briefing, digits: $0) } ?? []).map {
      LinkNumber(byte: $0.byte, text: $0.text)
    }
  }

  /// How many blocks there are: each part of a long title, and each piece of the text; what is between title and text
  /// belongs to both the title's last part and the text's first piece.
  var blockCount: Int { titleParts.count + max(0, pieces.count - 1) }

  /// The blocks that show a field; all for `nil`.
  func blocks(of field: BriefingField?) -> Range<Int> {
    switch field {
    case .title: 0..<titleParts.count
    case .text: titleParts.count - 1..<blockCount
    case nil: 0..<blockCount
    }
  }

  /// The part of the title that a block shows.
  func titlePart(ofBlock block: Int) -> Range<Int>? { titleParts.indices.contains(block) ? titleParts[block] : nil }

  /// The piece of the text that a block shows.
  func piece(ofBlock block: Int) -> TextPiece? {
    let index = block - titleParts.count + 1
    return pieces.indices.contains(index) ? pieces[index] : nil
  }

  /// The block that shows a byte of a field, or what stands before it.
  func block(of byte: Int, in field: BriefingField) -> Int {
    switch field {
    case .title: max(0, titleParts.partitioningIndex { $0.lowerBound > byte } - 1)
    case .text: titleParts.count - 1 + max(0, pieces.partitioningIndex { $0.range.lowerBound > byte } - 1)
    }
  }

  /// The numbers that stand in a part of a paragraph: each before a byte of the text, in order.
  func linkNumbers(in part: ParagraphPart) -> [(byte: Int, text: String)] {
    // What stands between two parts stands behind a link in the first.
    let start = links.partitioningIndex { $0.byte > part.span.start || $0.byte == part.span.start && part.isFirst }
    return links[start...].prefix { $0.byte <= part.span.end }.map { ($0.byte, $0.text) }
  }
}

extension Array {
  /// The number of the first element that something is true of, where it is true of all behind it too.
  ///
  /// - Complexity: O(log *n*).
  func partitioningIndex(where isBehind: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
