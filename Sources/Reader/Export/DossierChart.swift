import Briefings

/// How many statements each month or year has, as a drawing of bars that needs nothing but the page itself (SVG).
struct DossierChart {
  /// The periods, the earliest first.
  let bars: [TimelineMonths.Month]
  /// Whether a bar is a year.
  let isByYear: Bool

  /// So many months have room side by side; more are summed up by years.
  private static let mostMonths = 72

  init(_ months: TimelineMonths) {
    isByYear = months.months.count > Self.mostMonths
    guard isByYear else {
      bars = months.months
      return
    }
    var years: [TimelineMonths.Month] = []
    for month in months.months {
      let year = String(month.month.prefix(4))
      if years.last?.month == year {
        years[years.count - 1].count += month.count
      } else {
        years.append(.init(year, month.count))
      }
    }
    bars = years
  }

  /// The drawing; empty where there is nothing to draw. In a right-to-left page time runs as reading does.
  func svg(_ wording: Wording) -> String {
    guard let first = bars.first, let last = bars.last, let most = bars.max(by: { $0.count < $1.count }), most.count > 0
    else { return "" }
    let (step, height) = (12, 80)
    let width = max(bars.count, 12) * step
    let isRight = wording.language.isRightToLeft
    var drawn = ""
    for (index, bar) in bars.enumerated() where bar.count > 0 {
      let tall = max(2, bar.count * height / most.count)
      let x = isRight ? width - (index + 1) * step : index * step
      drawn += """
        <rect x="\(x + 1)" y="\(height - tall)" width="\(step - 2)" height="\(tall)">\
        <title>\(htmlText(bar.month)): \(bar.count)</title></rect>\n
        """
    }
    let label = isByYear ? wording.byYear : wording.byMonth
    let peak = wording.mostOf(most.count, in: most.month)
    // As wide as the bars need, and never blown up.
    return """
      <figure>
      <svg role="img" aria-label="\(htmlText("\(label): \(first.month) – \(last.month); \(peak)"))" \
      viewBox="0 0 \(width) \(height + 1)" style="max-width:\(width * 2)px" direction="ltr">
      <path d="M0 \(height).5H\(width)"/>
      \(drawn)</svg>
      <figcaption>\(htmlText(label)): <bdi>\(htmlText(first.month))</bdi> – <bdi>\(htmlText(last.month))</bdi>; \
      \(htmlText(peak))</figcaption>
      </figure>

      """
  }
}
