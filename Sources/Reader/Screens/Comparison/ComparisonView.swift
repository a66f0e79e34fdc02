import Briefings
import Cells

extension ComparisonState: PageContent {
  var count: Int { records.count }

  var record: StatementRecord? { records[min(progress.choice.selected, 1)] }

  func title(_ model: Model) -> String { model.wording.comparison }

  func remark(_ model: Model) -> String { "" }

  func lead(_ model: Model, width: Int) -> [TextLine] {
    var rows: [TextRow] = []
    if let link {
      let words = model.wording.relation(link.relation) + ": " + model.wording.reasons(link.reasons)
      rows.append(TextRow(text: words, style: model.options.theme[.dim], limit: 2, isOwn: true))
    }
    rows.append(TextRow(text: model.wording.comparisonSigns, style: model.options.theme[.dim], limit: 2, isOwn: true))
    return rows.flatMap { Reader.lines(of: $0, width: width, model: model) }
  }

  func item(_ index: Int, _ model: Model) -> PageItem { PageItem(rows: []) }

  func advice(_ wording: Wording) -> String { "" }

  /// The two beside each other where there is room, else one under the other; the chosen one is marked.
  func text(_ model: Model, width: Int) -> [TextLine]? {
    let theme = model.options.theme
    let isRight = model.isRightToLeft
    guard width >= 76, !model.options.isPlain else {
      return (0...1).flatMap { side in
        // The mark of the chosen one is drawn as in any list.
        let lines = lines(of: side, width: width, model: model)
        return side == 0 ? lines + [TextLine(cells: [], isRightToLeft: isRight, item: nil)] : lines
      }
    }
    let column = (width - 5) / 2
    let sides = (0...1).map { lines(of: $0, width: column, model: model) }
    let order = isRight ? [1, 0] : [0, 1]
    return (0..<max(sides[0].count, sides[1].count)).map { row in
      var cells: [Cell] = []
      for side in order {
        let line = row < sides[side].count ? sides[side][row] : nil
        let isChosen = side == progress.choice.selected && line != nil
        let mark = Cell(isChosen ? (isRight ? "▐" : "▌") : " ", style: isChosen ? theme[.cue] : .plain)
        let shown = line.map { padded($0, to: column) } ?? [Cell](repeating: .blank, count: column)
        cells += isRight ? shown + [mark] : [mark] + shown
        if side == order[0] { cells += [.blank, Cell("│", style: theme[.separator]), .blank] }
      }
      return TextLine(cells: cells, isRightToLeft: isRight, item: nil)
    }
  }

  /// One statement: who and when, then all of its words, those that differ marked by signs and styles.
  private func lines(of side: Int, width: Int, model: Model) -> [TextLine] {
    let record = records[side]
    let marks = (side == 0 ? comparison?.first : comparison?.second) ?? []
    let content = signed(record.statement.content, marks, theme: model.options.theme)
    let rows = [
      claimRow(record, [], model),
      TextRow(
        text: content.text, style: model.options.theme[.text], limit: 400, isQuoted: true,
        base: readingDirection(of: record.statement.content, language: record.briefing.language),
        marks: content.marks),
    ]
    return rows.flatMap { Reader.lines(of: $0, width: width, item: side, model: model) }
  }
}

/// A line's cells in the whole of its column.
private func padded(_ line: TextLine, to width: Int) -> [Cell] {
  let padding = [Cell](repeating: .blank, count: max(0, width - line.cells.count))
  return line.isRightToLeft ? padding + line.cells : line.cells + padding
}

/// A text with a sign before each place that differs, and how these places look.
func signed(_ text: String, _ marks: [ThreadComparison.Mark], theme: Theme) -> (
  text: String, marks: [(range: Range<Int>, style: Style)]
) {
  let bytes = Array(text.utf8)
  var result: [UInt8] = []
  var places: [(range: Range<Int>, style: Style)] = []
  var done = 0
  for mark in marks where mark.span.start >= done && mark.span.end <= bytes.count {
    result += bytes[done..<mark.span.start]
    let start = result.count
    result += Array(mark.kind.sign.utf8) + bytes[mark.span.range]
    let style =
      switch mark.kind {
      case .words: Style(.standard, on: .standard, .bold)
      case .reworded: Style(.standard, on: .standard, .underline)
      case .number, .negation: theme[.match]
      }
    places.append((start..<result.count, style))
    done = mark.span.end
  }
  result += bytes[done...]
  return (String(decoding: result, as: UTF8.self), places)
}

extension ThreadComparison.Kind {
  /// The sign before such a place; the wording explains it.
  var sign: String {
    switch self {
    case .words: "+"
    case .reworded: "~"
    case .number: "#"
    case .negation: "!"
    }
  }
}
