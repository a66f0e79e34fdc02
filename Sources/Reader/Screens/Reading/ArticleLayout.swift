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

  /// The columns that the mark of an item or a quotation takes.
  var indent: Int { kind == .paragraph(.item) || kind == .paragraph(.quotation) ? ArticleLayout.indent : 0 }
}

/// An article laid out for a width: its rows in order, and where in the article each stands.
public struct ArticleLayout: Hashable, Sendable {
  /// The rows.
  public private(set) var lines: [ArticleLine] = []
  /// The columns it was made for.
  public let width: Int
  /// The digits of the numbers behind links; `nil` where these have none.
  let linkDigits: DigitStyle?
  /// The rows with text of each field and the bytes that they begin with, both growing.
  private var starts: [BriefingField: [RowStart]] = [:]

  private struct RowStart: Hashable, Sendable {
    var byte: Int
    var row: Int
  }

  /// Columns that the mark of an item or a quotation takes.
  static let indent = 2

  /// No layout: of no width that a pane has.
  static let none = ArticleLayout()

  private init() { (width, linkDigits) = (0, nil) }

  /// Lays out a briefing.
  ///
  /// - Parameter linkDigits: The digits of the numbers behind links, which are no part of the text; `nil` for none.
  /// - Complexity: O(*n*) in the bytes of the article.
  public init(_ briefing: Briefing, width: Int, options: LayoutOptions, linkDigits: DigitStyle? = nil) {
    self.width = width
    self.linkDigits = linkDigits
    var numbers = linkDigits.map { numberedLinks(in: briefing, digits: $0)[...] } ?? []
    let width = max(1, width)
    func directed(_ text: String) -> LayoutOptions {
      guard options.base == .auto else { return options }
      var directed = options
      directed.base = readingDirection(of: text, language: briefing.language)
      return directed
    }
    add(
      ParagraphLayout(briefing.title, width: width, options: directed(briefing.title)).lines, kind: .title,
      field: .title)
    let isRight = isRightToLeftLanguage(briefing.language)
    let details = joined(
      [
        briefing.date?.text.replacingT ?? "", briefing.source, briefing.author,
        briefing.tags.joined(separator: isRight ? "، " : ", "),
      ], isRightToLeft: isRight)
    if !details.isEmpty {
      var direction = options
      direction.base = isRight ? .rightToLeft : .leftToRight
      add(ParagraphLayout(details, width: width, options: direction).lines, kind: .details, field: nil)
    }
    for paragraph in paragraphs(of: briefing.text) {
      lines.append(ArticleLine(kind: .blank, line: nil, field: nil, isFirst: false))
      guard let text = briefing.text.text(at: paragraph.span) else { continue }
      // Both are in the order of the text.
      var insertions: [Insertion] = []
      while let number = numbers.first, number.byte <= paragraph.span.end {
        numbers.removeFirst()
        if number.byte >= paragraph.span.start {
          insertions.append(Insertion(number.text, before: number.byte - paragraph.span.start))
        }
      }
      let isIndented = paragraph.kind == .item || paragraph.kind == .quotation
      add(
        ParagraphLayout(
          text, width: isIndented ? max(1, width - Self.indent) : width, options: directed(text),
          baseOffset: paragraph.span.start, insertions: insertions
        ).lines,
        kind: .paragraph(paragraph.kind), field: .text)
    }
  }

  private mutating func add(_ visual: [VisualLine], kind: ArticleLine.Kind, field: BriefingField?) {
    for (index, line) in visual.enumerated() {
      if let field { starts[field, default: []].append(RowStart(byte: line.source.lowerBound, row: lines.count)) }
      lines.append(ArticleLine(kind: kind, line: line, field: field, isFirst: index == 0))
    }
  }

  /// The row that shows the first byte of a place, or the nearest one before it.
  ///
  /// - Complexity: O(log *r*) in the rows.
  public func row(of place: Place) -> Int? {
    guard let starts = starts[place.field] else { return nil }
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle].byte <= place.span.start { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : starts[low - 1].row
  }

  /// The place that a row begins with; for a row without text that of the next row with text, else of the last one.
  public func place(ofRow row: Int) -> Place? {
    let after = lines.dropFirst(max(0, row)).first { $0.field != nil && $0.line != nil }
    guard let line = after ?? lines.last(where: { $0.field != nil && $0.line != nil }), let field = line.field,
      let source = line.line?.source
    else { return nil }
    return Place(field, TextSpan(source))
  }
}

extension String {
  /// An ISO 8601 time with a blank instead of `T`, without seconds.
  fileprivate var replacingT: String {
    guard count >= 16, contains("T") else { return self }
    return String(prefix(16)).split(separator: "T").joined(separator: " ")
  }
}
