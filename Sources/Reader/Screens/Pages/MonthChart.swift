import Briefings
import Cells

/// Draws numbers as a line of bars, one a column; the signs are of one column each.
///
/// - Parameter usesBlocks: Whether the terminal shows block characters.
/// - Returns: A sign a number; a blank for 0, and at least the lowest bar for all others.
func bars(_ numbers: [Int], usesBlocks: Bool) -> [String] {
  let signs: [String] =
    usesBlocks ? ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"] : [".", ":", "-", "=", "+", "*", "%", "#"]
  let most = max(1, numbers.max() ?? 1)
  return numbers.map { number in
    guard number > 0 else { return " " }
    return signs[min(signs.count - 1, (number * signs.count - 1) / most)]
  }
}

extension TimelineMonths {
  /// The months gathered into at most so many columns: how many months a column has, and their numbers.
  func gathered(columns: Int) -> (step: Int, counts: [Int]) {
    guard columns > 0, !months.isEmpty else { return (1, []) }
    let step = (months.count + columns - 1) / columns
    let counts = stride(from: 0, to: months.count, by: step).map { start in
      months[start..<min(months.count, start + step)].reduce(0) { $0 + $1.count }
    }
    return (step, counts)
  }

  /// A small chart: a line of bars, and below it the first month, the chosen one with its number, and the last one. Time
  /// runs as the panes are read.
  ///
  /// - Parameter chosen: The month (`2023-11`) that is marked.
  func chart(chosen: String?, width: Int, model: Model) -> [TextLine] {
    let theme = model.options.theme
    let isRight = model.isRightToLeft
    guard let first = months.first, let last = months.last, months.count > 1 else { return [] }
    let (step, counts) = gathered(columns: width)
    // Few months get wider bars.
    let wide = max(1, min(6, width / counts.count))
    let place = months.firstIndex { $0.month == chosen }
    var line: [Cell] = []
    for (index, sign) in bars(counts, usesBlocks: model.options.usesBlocks).enumerated() {
      let isChosen = place.map { $0 / step == index } ?? false
      // The line below names the chosen month; nothing may be laid behind a block, which would hide it.
      let style = theme[isChosen ? .title : .cue]
      let bar = Cell(sign, style: style)
      line += [Cell](repeating: bar, count: max(1, wide - 1)) + (wide > 1 ? [.blank] : [])
    }
    if isRight { line.reverse() }
    let now = place.map { "\(months[$0].month): \(months[$0].count)" } ?? ""
    let span = "\(first.month) – \(last.month)"
    let most = model.wording.mostInAMonth(months.map(\.count).max() ?? 0)
    let digits = model.options.digits
    var words = joined([digits.written(span), digits.written(now), most], isRightToLeft: isRight)
    if words.count > width { words = joined([digits.written(span), digits.written(now)], isRightToLeft: isRight) }
    return [TextLine(cells: line, isRightToLeft: isRight, item: nil)]
      + lines(of: TextRow(text: words, style: theme[.dim]), width: width, model: model)
  }
}
