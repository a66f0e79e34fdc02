import Briefings
import Cells

/// Draws the article: its bar, then its rows with entities, the statement in question and matches marked.
func readingView(_ model: Model, in rect: Rect, over frame: inout Frame) {
  guard let article = model.article else {
    paneBar("", isActive: model.focus == .article, model: model, in: rect, over: &frame)
    return
  }
  let shown = rect.size.rows - 1
  let percent = article.layout.percent(of: article.top, rows: shown)
  // Once the title is out of sight the bar says what is being read.
  let isTitleInSight = article.layout.line(article.top)?.kind == .title
  let heading = isTitleInSight ? article.briefing.source : article.briefing.title
  paneBar(
    heading, base: readingDirection(of: heading, language: article.briefing.language),
    trailing: (editionSigns(article.loaded.version, article.loaded.reprintCount) + ["\(percent)%"]).joined(
      separator: " "),
    isActive: model.focus == .article, model: model, in: rect,
    over: &frame)
  let body = articleBody(in: rect, width: article.layout.width)
  let marks = Marks(model, article)
  for (offset, line) in article.layout.lines(from: article.top, count: max(0, shown)).enumerated() {
    draw(line, marks: marks, theme: model.options.theme, row: body.row + offset, in: body, over: &frame)
  }
}

/// What tells that there are older versions, and reprints: `v2` and `×3`.
func editionSigns(_ version: Int, _ reprintCount: Int) -> [String] {
  [version > 1 ? "v\(version)" : "", reprintCount > 0 ? "×\(reprintCount + 1)" : ""].filter { !$0.isEmpty }
}

/// Where the rows of an article stand in its pane, below the bar.
func articleBody(in rect: Rect, width: Int) -> Rect {
  Rect(
    column: rect.column + max(0, (rect.size.columns - width) / 2), row: rect.row + 1,
    columns: min(width, rect.size.columns), rows: rect.size.rows - 1)
}

private func draw(_ line: ArticleLine, marks: Marks, theme: Theme, row: Int, in body: Rect, over frame: inout Frame) {
  guard let visual = line.line else { return }
  let base: Style
  var sign: String?
  switch line.kind {
  case .title: base = theme[.title]
  case .details: base = theme[.dim]
  case .paragraph(.heading): base = theme[.heading]
  case .paragraph(.quotation):
    (base, sign) = (theme[.quotation], "▏")
  case .paragraph(.item):
    (base, sign) = (theme[.text], line.isFirst ? "•" : nil)
  case .paragraph(.body), .blank: base = theme[.text]
  }
  let isRight = visual.isRightToLeft
  let indent = line.indent
  let cells = visual.cells.map { cell in
    var cell = cell
    cell.style = base
    if line.field != nil, cell.source == nil {
      // The number of a link is not the article's.
      cell.style = theme[.dim]
    } else if let field = line.field, let source = cell.source {
      cell.style = marks.style(over: base, field: field, source: source)
    }
    return cell
  }
  let inner = Rect(
    column: isRight ? body.column : body.column + indent, row: body.row, columns: body.size.columns - indent,
    rows: body.size.rows)
  place(cells, isRightToLeft: isRight, row: row, in: inner, over: &frame)
  if let sign {
    frame.put(
      [Cell(sign, style: theme[.dim])], column: isRight ? body.columns.upperBound - 1 : body.column, row: row,
      clip: body)
  }
}

/// What is marked in an article, laid over each other in this order: entities, cue, statement, matches.
private struct Marks {
  private var layers: [BriefingField: [(range: Range<Int>, style: Style)]] = [:]

  init(_ model: Model, _ article: ArticleState) {
    let theme = model.options.theme
    // Only what can be in sight is looked at for every cell.
    let shown = article.layout.shown(from: article.top, rows: model.articleRows)
    func add(_ place: Place, _ style: Style) {
      guard let bound = shown[place.field], bound.overlaps(place.span.range) else { return }
      layers[place.field, default: []].append((place.span.range, style))
    }
    let chosen = model.panel.tab == .entities && model.focus == .panel ? model.panelEntity : nil
    for entity in article.loaded.entities {
      let role: Role = entity.type == .person ? .person : entity.type == .organization ? .organization : .place
      let style = entity == chosen ? theme[role].overlaid(with: theme[.match]) : theme[role]
      for mention in entity.mentions { add(mention.place, style) }
    }
    if let current = article.current {
      let statements = article.loaded.statements
      // By number: copying each of thousands of records takes milliseconds.
      if let number = statements.indices.first(where: { statements[$0].statement.place == current }) {
        if let cue = statements[number].statement.cuePlace { add(cue, theme[.cue]) }
        if let speaker = statements[number].statement.speakerPlace { add(speaker, Style(attributesOnly: .bold)) }
      }
      add(current, theme[.statement])
    }
    for link in model.linksShown { add(link, Style(attributesOnly: .underline)) }
    if let selection = article.selection { add(Place(selection.field, TextSpan(selection.range)), theme[.selection]) }
    // They are in order, and none overlaps another.
    for (field, range) in shown {
      let start = Place(field, TextSpan(range.lowerBound..<range.lowerBound))
      let first = article.matches.partitioningIndex {
        $0.field == field && $0.span.end > range.lowerBound || $0 > start
      }
      for index in article.matches.indices[first...] {
        let match = article.matches[index]
        guard match.field == field, match.span.start < range.upperBound else { break }
        add(match, theme[index == article.currentMatch ? .currentMatch : .match])
      }
    }
  }

  func style(over base: Style, field: BriefingField, source: Range<Int>) -> Style {
    var style = base
    for layer in layers[field] ?? [] where layer.range.overlaps(source) { style = style.overlaid(with: layer.style) }
    return style
  }
}

extension Model {
  /// Where the address that is chosen in the menu stands.
  fileprivate var linksShown: [Place] {
    guard case .links(let links, _) = menu?.kind, let selected = menu?.selected else { return [] }
    return [links[selected].place].compactMap(\.self)
  }
}

extension Style {
  fileprivate init(attributesOnly attributes: Attributes) { self.init(.standard, on: .standard, attributes) }
}
