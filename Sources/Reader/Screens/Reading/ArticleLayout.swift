import Briefings
import Cells

/// One row of an article as it is shown.
public struct ArticleLine: Hashable, Sendable {
  /// What a row belongs to.
  public enum Kind: Hashable, Sendable {
    case title, details, blank
    case paragraph(Paragraph.Kind)
  }

  /// What it belongs to.
  public var kind: Kind
  /// The letters, or `nil` for a blank row; their sources count in `field`.
  public var line: VisualLine?
  /// The field whose bytes `line` shows; `nil` for rows that are no text of the article.
  public var field: BriefingField?
  /// Whether it is the first row of its paragraph.
  public var isFirst: Bool

  /// The bytes of the article that it shows, and of which field.
  var text: Place? { field.flatMap { field in line.map { Place(field, TextSpan($0.source)) } } }

  /// Whether it shows text of a field; of any where that is `nil`.
  func isText(of wanted: BriefingField?) -> Bool { line != nil && field != nil && (wanted ?? field) == field }

  /// The columns that the mark of an item or a quotation takes.
  var indent: Int { kind == .paragraph(.item) || kind == .paragraph(.quotation) ? ArticleLayout.indent : 0 }
}

/// A row of an article, by the block that it is in, as how many rows there are in all is not known.
public struct ArticleRow: Hashable, Sendable, Comparable {
  /// The number of the block, from 0.
  public var block: Int
  /// The number of the row in it, from 0: in the first block, and so in all but long articles, that in the article.
  public var row: Int

  /// Names a row.
  public init(block: Int = 0, row: Int) { (self.block, self.row) = (block, row) }

  /// The first row of an article.
  public static let first = ArticleRow(row: 0)

  /// The order on the screen.
  public static func < (a: Self, b: Self) -> Bool { (a.block, a.row) < (b.block, b.row) }
}

/// An article laid out for a width: its rows in order, and where in the article each stands.
///
/// - Shape: the article is a number of blocks (see `TextPiece`), and a block is laid out when its rows are asked for;
///   those around the rows shown are kept, which changes nothing but time. All but long articles are one block.
public struct ArticleLayout: Hashable, Sendable {
  /// The columns it was made for.
  public let width: Int
  /// The digits of the numbers behind links; `nil` where these have none.
  let linkDigits: DigitStyle?
  private let briefing: Briefing
  private let options: LayoutOptions
  private let outline: ArticleOutline
  /// The rows of the blocks that are shown.
  private var kept: [Int: [ArticleLine]] = [:]

  /// Columns that the mark of an item or a quotation takes.
  static let indent = 2

  /// Lays out a briefing.
  ///
  /// - Parameter linkDigits: The digits of the numbers behind links, which are no part of the text; `nil` for none.
  /// - Complexity: O(*n*) in the bytes of the article, little for each; its rows are laid out when they are asked for.
  public init(_ briefing: Briefing, width: Int, options: LayoutOptions, linkDigits: DigitStyle? = nil) {
    self.init(
      briefing, ArticleOutline(briefing, linkDigits: linkDigits), width: width, options: options,
      linkDigits: linkDigits)
  }

  private init(
    _ briefing: Briefing, _ outline: ArticleOutline, width: Int, options: LayoutOptions, linkDigits: DigitStyle?
  ) {
    self.briefing = briefing
    self.outline = outline
    self.width = width
    self.options = options
    self.linkDigits = linkDigits
  }

  /// The same article laid out for another width.
  func relaid(width: Int) -> ArticleLayout {
    ArticleLayout(briefing, outline, width: width, options: options, linkDigits: linkDigits)
  }

  // MARK: Rows

  /// The rows of a block.
  ///
  /// - Complexity: O(1) for blocks that are kept, else O(*m*) in the bytes of the block, which have a bound.
  func lines(ofBlock block: Int) -> [ArticleLine] { kept[block] ?? layOut(block) }

  /// Keeps the blocks that some rows are in, and forgets the others.
  mutating func keep(from row: ArticleRow, rows: Int) {
    var blocks: [Int: [ArticleLine]] = [:]
    var block = row.block
    var count = -row.row
    repeat {
      let lines = lines(ofBlock: block)
      blocks[block] = lines
      count += lines.count
      block += 1
    } while count <= rows && block < outline.blockCount
    kept = blocks
  }

  /// A row, or `nil` where there is none.
  func line(_ row: ArticleRow) -> ArticleLine? {
    guard 0..<outline.blockCount ~= row.block else { return nil }
    let lines = lines(ofBlock: row.block)
    return lines.indices.contains(row.row) ? lines[row.row] : nil
  }

  /// The rows from one on, so many at most.
  ///
  /// - Complexity: O(*count*), and what laying out the blocks they are in takes.
  public func lines(from row: ArticleRow, count: Int) -> [ArticleLine] {
    var found: [ArticleLine] = []
    var row = row
    while found.count < count, row.block < outline.blockCount {
      found += lines(ofBlock: row.block).dropFirst(row.row).prefix(count - found.count)
      row = ArticleRow(block: row.block + 1, row: 0)
    }
    return found
  }

  /// The last row.
  public var last: ArticleRow {
    let block = outline.blockCount - 1
    return ArticleRow(block: block, row: lines(ofBlock: block).count - 1)
  }

  /// The row so many rows further down, or up; the last or first one where there are not so many.
  ///
  /// - Complexity: what laying out the blocks between takes.
  public func row(_ row: ArticleRow, movedBy distance: Int) -> ArticleRow {
    var moved = ArticleRow(block: row.block, row: row.row + distance)
    while moved.row < 0 {
      guard moved.block > 0 else { return .first }
      moved.block -= 1
      moved.row += lines(ofBlock: moved.block).count
    }
    while true {
      let count = lines(ofBlock: moved.block).count
      guard moved.row >= count else { return moved }
      guard moved.block + 1 < outline.blockCount else { return ArticleRow(block: moved.block, row: count - 1) }
      moved.block += 1
      moved.row -= count
    }
  }

  /// The last row that can be the first of so many.
  func end(rows: Int) -> ArticleRow { row(last, movedBy: 1 - max(1, rows)) }

  /// How far down a row is of those that can be the first of so many, from 0 to 100: in long articles by its bytes.
  func percent(of row: ArticleRow, rows: Int) -> Int {
    guard outline.blockCount > 1 else {
      let count = lines(ofBlock: 0).count
      return count <= rows ? 100 : row.row * 100 / max(1, count - rows)
    }
    if lines(from: row, count: rows + 1).count <= rows { return 100 }
    let start = place(ofRow: row).map { $0.field == .text ? $0.span.start : 0 } ?? 0
    return min(99, start * 100 / max(1, briefing.text.utf8.count))
  }

  // MARK: Places

  /// The row that shows the first byte of a place, or the nearest one before it.
  ///
  /// - Complexity: O(log *b* + *r*) in the blocks, and the rows of one.
  public func row(of place: Place) -> ArticleRow? {
    var block = outline.block(of: place.span.start, in: place.field)
    while block >= 0 {
      let lines = lines(ofBlock: block)
      let index = lines.lastIndex {
        $0.field == place.field && ($0.line?.source.lowerBound ?? .max) <= place.span.start
      }
      if let index { return ArticleRow(block: block, row: index) }
      block -= 1
    }
    return nil
  }

  /// The first row with text from a row on, if there is one.
  ///
  /// - Parameter field: The field that the text is of; `nil` for both.
  func textRow(from row: ArticleRow, of field: BriefingField? = nil) -> ArticleRow? {
    let blocks = outline.blocks(of: field)
    for block in max(row.block, blocks.lowerBound)..<max(row.block, blocks.upperBound) {
      let lines = lines(ofBlock: block)
      let first = block == row.block ? row.row : 0
      if let index = lines.indices.dropFirst(first).first(where: { lines[$0].isText(of: field) }) {
        return ArticleRow(block: block, row: index)
      }
    }
    return nil
  }

  /// The last row with text up to a row, if there is one.
  ///
  /// - Parameter field: The field that the text is of; `nil` for both.
  func textRow(upTo row: ArticleRow, of field: BriefingField? = nil) -> ArticleRow? {
    let blocks = outline.blocks(of: field)
    var block = min(row.block, blocks.upperBound - 1)
    while block >= blocks.lowerBound {
      let lines = lines(ofBlock: block)
      let end = block == row.block ? row.row + 1 : lines.count
      if let index = lines.indices.prefix(end).last(where: { lines[$0].isText(of: field) }) {
        return ArticleRow(block: block, row: index)
      }
      block -= 1
    }
    return nil
  }

  /// How many rows further down the second of two rows is, which is no higher.
  ///
  /// - Complexity: what laying out the blocks between takes.
  func distance(from first: ArticleRow, to second: ArticleRow) -> Int {
    (first.block..<second.block).reduce(second.row - first.row) { $0 + lines(ofBlock: $1).count }
  }

  /// The place that a row begins with; for a row without text that of the next row with text, else of the last one.
  public func place(ofRow row: ArticleRow) -> Place? {
    (textRow(from: row) ?? textRow(upTo: row)).flatMap { line($0)?.text }
  }

  /// The bytes of each field that some rows show, and what is between.
  func shown(from row: ArticleRow, rows: Int) -> [BriefingField: Range<Int>] {
    var found: [BriefingField: Range<Int>] = [:]
    for place in lines(from: row, count: rows).compactMap(\.text) {
      let start = found[place.field]?.lowerBound ?? place.span.start
      found[place.field] = min(start, place.span.start)..<max(found[place.field]?.upperBound ?? 0, place.span.end)
    }
    return found
  }
}

extension ArticleLayout {
  /// Whether both show the same article in the same way, whatever rows they keep.
  public static func == (a: Self, b: Self) -> Bool {
    a.width == b.width && a.linkDigits == b.linkDigits && a.options == b.options && a.outline == b.outline
      && a.briefing == b.briefing
  }

  /// Hashes the article and the width.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(width)
    hasher.combine(briefing.id)
  }
}

// MARK: - Laying out

extension ArticleLayout {
  private func layOut(_ block: Int) -> [ArticleLine] {
    var lines: [ArticleLine] = []
    let isOnlyTitle = block < outline.titleParts.count - 1
    if let part = outline.titlePart(ofBlock: block) {
      let title = briefing.title.text(at: TextSpan(part)) ?? ""
      let head =
        part.lowerBound == 0 ? title : outline.titleParts.first.flatMap { briefing.title.text(at: TextSpan($0)) }
      let layout = ParagraphLayout(
        title, width: max(1, width), options: directed(head ?? title, isPart: outline.titleParts.count > 1),
        baseOffset: part.lowerBound)
      add(layout, kind: .title, field: .title, isFirst: part.lowerBound == 0, to: &lines)
      if !isOnlyTitle { addDetails(to: &lines) }
    }
    guard !isOnlyTitle, let piece = outline.piece(ofBlock: block) else { return lines }
    for part in piece.paragraphs(of: briefing.text) { add(part, isPart: piece.paragraph != nil, to: &lines) }
    return lines
  }

  private func addDetails(to lines: inout [ArticleLine]) {
    let isRight = isRightToLeftLanguage(briefing.language)
    let details = joined(
      [
        briefing.date?.text.replacingT ?? "", briefing.source, briefing.author,
        briefing.tags.joined(separator: isRight ? "، " : ", "),
      ], isRightToLeft: isRight)
    guard !details.isEmpty else { return }
    var direction = options
    direction.base = isRight ? .rightToLeft : .leftToRight
    add(
      ParagraphLayout(details, width: max(1, width), options: direction), kind: .details, field: nil, isFirst: true,
      to: &lines)
  }

  private func add(_ part: ParagraphPart, isPart: Bool, to lines: inout [ArticleLine]) {
    if part.isFirst { lines.append(ArticleLine(kind: .blank, line: nil, field: nil, isFirst: false)) }
    guard let text = briefing.text.text(at: part.span) else { return }
    let head = isPart ? briefing.text.text(at: part.head) ?? text : text
    let insertions = outline.linkNumbers(in: part).map { Insertion($0.text, before: $0.byte - part.span.start) }
    let isIndented = part.kind == .item || part.kind == .quotation
    let layout = ParagraphLayout(
      text, width: max(1, isIndented ? width - Self.indent : width), options: directed(head, isPart: isPart),
      baseOffset: part.span.start, insertions: insertions)
    add(layout, kind: .paragraph(part.kind), field: .text, isFirst: part.isFirst, to: &lines)
  }

  /// The options for a paragraph that begins so.
  ///
  /// - Parameter isPart: Whether they are for parts of it, which all run the same way.
  private func directed(_ head: String, isPart: Bool) -> LayoutOptions {
    guard options.base == .auto else { return options }
    var directed = options
    directed.base = readingDirection(of: head, language: briefing.language)
    if isPart, directed.base == .auto {
      directed.base = ParagraphLayout(head, width: 0, options: directed).baseDirection
    }
    return directed
  }

  private func add(
    _ layout: ParagraphLayout, kind: ArticleLine.Kind, field: BriefingField?, isFirst: Bool,
    to lines: inout [ArticleLine]
  ) {
    for (index, line) in layout.lines.enumerated() {
      lines.append(ArticleLine(kind: kind, line: line, field: field, isFirst: isFirst && index == 0))
    }
  }
}

extension String {
  /// An ISO 8601 time with a blank instead of `T`, without seconds.
  fileprivate var replacingT: String {
    guard count >= 16, contains("T") else { return self }
    return String(prefix(16)).split(separator: "T").joined(separator: " ")
  }
}
