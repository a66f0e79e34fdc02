import Briefings
import Cells

/// A content with signs around what another one has not, and where the signs and words stand.
///
/// The signs tell by themselves what is marked and why, so that nothing depends on how a terminal shows attributes:
/// `[-…-]` on one side and `{+…+}` on the other are words that the other has not, `~` words that it puts differently,
/// `≠` numbers, `!` negations.
struct MarkedContent {
  /// Which of two contents it is.
  enum Side {
    case first, second
  }

  /// The content with the signs; controls in it are shown, never sent.
  let text: String
  /// What is marked, with its signs, in bytes of `text`.
  let spans: [(range: Range<Int>, kind: ThreadComparison.Kind)]

  init(_ content: String, _ marks: [ThreadComparison.Mark], _ side: Side) {
    var made = ""
    var spans: [(range: Range<Int>, kind: ThreadComparison.Kind)] = []
    var end = 0
    func part(_ start: Int, _ end: Int) -> String { printable(content.text(at: TextSpan(start..<end)) ?? "") }
    for mark in marks {
      made += part(end, mark.span.start)
      let start = made.utf8.count
      let sign = Self.sign(mark.kind, side)
      let (open, close) = side == .first ? ("[", "]") : ("{", "}")
      made += open + sign + part(mark.span.start, mark.span.end) + sign + close
      spans.append((start..<made.utf8.count, mark.kind))
      end = mark.span.end
    }
    (text, self.spans) = (made + part(end, content.utf8.count), spans)
  }

  private static func sign(_ kind: ThreadComparison.Kind, _ side: Side) -> String {
    switch kind {
    case .words: side == .first ? "-" : "+"
    case .reworded: "~"
    case .number: "≠"
    case .negation: "!"
    }
  }

  /// What the signs mean, of the kinds that occur.
  static func legend(_ comparison: ThreadComparison) -> String? {
    let kinds = Set((comparison.first + comparison.second).map(\.kind))
    let lines = ThreadComparison.Kind.allCases.filter { kinds.contains($0) }.map { kind in
      switch kind {
      case .words: "[-only in the first-] {+only in the second+}"
      case .reworded: "[~in other words~]"
      case .number: "[≠another number≠]"
      case .negation: "[!negated here only!]"
      }
    }
    return lines.isEmpty ? nil : lines.joined(separator: "  ")
  }

  /// The content as lines of a terminal, marked parts underlined, numbers and negations bold, too.
  ///
  /// - Returns: Each line with the columns it takes; right-to-left ones begin at the right edge of `width`.
  func lines(width: Int, options: LayoutOptions, usesAttributes: Bool) -> [String] {
    let layout = ParagraphLayout(text, width: width, options: options)
    return layout.lines.map { line in
      var out = ""
      var last: ThreadComparison.Kind?
      for cell in line.cells {
        let kind = usesAttributes ? self.kind(of: cell) : nil
        if kind != last {
          if last != nil { out += "\u{1B}[0m" }
          if let kind { out += kind == .number || kind == .negation ? "\u{1B}[1;4m" : "\u{1B}[4m" }
          last = kind
        }
        out += cell.text
      }
      if last != nil { out += "\u{1B}[0m" }
      let gap = String(repeating: " ", count: max(0, width - line.cells.count))
      return line.isRightToLeft ? gap + out : out + gap
    }
  }

  private func kind(of cell: Cell) -> ThreadComparison.Kind? {
    guard let source = cell.source else { return nil }
    return spans.first { $0.range.contains(source.lowerBound) }?.kind
  }
}
