import Briefings
import Cells

/// Draws the side panel: its bar with the tabs, then what the tab holds.
func panelView(_ model: Model, in rect: Rect, over frame: inout Frame) {
  let entities = model.panelEntities
  let statements = model.article?.loaded.statements ?? []
  let heading: String
  switch model.panel.tab {
  case .entities: heading = "[Entities \(entities.count)]  Statements \(statements.count)"
  case .statements: heading = "Entities \(entities.count)  [Statements \(statements.count)]"
  case .related: heading = "Related \(model.panel.related.map { String($0.count) } ?? "…")"
  }
  paneBar(heading, isActive: model.focus == .panel, model: model, in: rect, over: &frame)
  let body = rect.belowBar
  guard model.article != nil, body.size.columns > 2 else { return }
  let items: [PanelItem]
  let chosen: Int
  switch model.panel.tab {
  case .entities: (items, chosen) = (entityItems(entities, model), model.panel.entity)
  case .statements: (items, chosen) = (statements.map { statementItem($0.statement, model) }, model.panel.statement)
  case .related: (items, chosen) = (relatedItems(model), model.panel.relatedIndex)
  }
  draw(items, chosen: chosen, model: model, in: body, over: &frame)
}

/// One thing of the panel: some rows that are chosen together, or words that cannot be chosen.
private struct PanelItem {
  /// A row: words in a style, on one line or wrapped to at most `limit`.
  struct Row {
    var text: String
    var style: Style
    var limit = 1
  }

  var rows: [Row]
  var isChoosable = true
}

private func entityItems(_ entities: [Entity], _ model: Model) -> [PanelItem] {
  let theme = model.options.theme
  guard !entities.isEmpty else { return [remark("No name was found in this article.", theme)] }
  var items: [PanelItem] = []
  for type in EntityType.allCases {
    let group = entities.filter { $0.type == type }
    guard !group.isEmpty else { continue }
    let title: String
    let role: Role
    switch type {
    case .person: (title, role) = ("People", .person)
    case .organization: (title, role) = ("Organizations", .organization)
    case .place: (title, role) = ("Places", .place)
    }
    items.append(PanelItem(rows: [.init(text: "── \(title) \(group.count)", style: theme[.dim])], isChoosable: false))
    for entity in group {
      var rows = [PanelItem.Row(text: "\(entity.canonical)  ×\(entity.mentions.count)", style: theme[role])]
      let others = entity.forms.filter { $0 != entity.canonical }
      let details = ([entity.english].compactMap(\.self) + others).joined(separator: " · ")
      if !details.isEmpty { rows.append(.init(text: "  " + details, style: theme[.dim])) }
      items.append(PanelItem(rows: rows))
    }
  }
  return items
}

private func statementItem(_ statement: Statement, _ model: Model) -> PanelItem {
  let theme = model.options.theme
  let isDenied = statement.polarity == .deny
  let speaker = statement.speakerEntity ?? statement.speaker ?? "unnamed source"
  let sign = isDenied ? "✗ " : statement.kind == .direct ? "“ " : "› "
  return PanelItem(rows: [
    .init(text: "\(sign)\(speaker) — \(statement.cue)", style: isDenied ? theme[.denial] : theme[.cue]),
    .init(text: statement.content, style: theme[.text], limit: 3),
  ])
}

private func relatedItems(_ model: Model) -> [PanelItem] {
  let theme = model.options.theme
  var items: [PanelItem] = []
  if let origin = model.panel.origin {
    items.append(
      PanelItem(
        rows: [
          .init(
            text: "── to: \(origin.statement.speakerEntity ?? origin.statement.speaker ?? "unnamed source")",
            style: theme[.dim]),
          .init(text: origin.statement.content, style: theme[.dim], limit: 2),
        ], isChoosable: false))
  }
  guard let related = model.panel.related else { return items + [remark("Looking for related statements …", theme)] }
  guard !related.isEmpty else {
    return items + [remark("No related statement in the archive. Backspace goes back.", theme)]
  }
  for link in related {
    let statement = link.record.statement
    let details = [words(for: link.relation), link.record.briefing.date?.day ?? "", link.record.briefing.source]
    items.append(
      PanelItem(rows: [
        .init(
          text: details.filter { !$0.isEmpty }.joined(separator: " · "),
          style: link.relation == .denies ? theme[.denial] : theme[.cue]),
        .init(
          text: "\(statement.speakerEntity ?? statement.speaker ?? "unnamed source") — \(statement.cue)",
          style: theme[.unread]),
        .init(text: statement.content, style: theme[.text], limit: 3),
        .init(text: link.reasons.joined(separator: "; "), style: theme[.dim], limit: 2),
      ]))
  }
  return items
}

private func remark(_ text: String, _ theme: Theme) -> PanelItem {
  PanelItem(rows: [.init(text: text, style: theme[.dim], limit: 4)], isChoosable: false)
}

/// What the panel calls a relation. Those that wording alone cannot prove are called hints.
func words(for relation: Relation) -> String {
  switch relation {
  case .repeats: "repeats"
  case .changes: "changes (hint)"
  case .denies: "denies (hint)"
  case .answers: "answers"
  case .sameTopic: "same topic"
  case .sameSpeaker: "same speaker"
  }
}

/// Lays the items out and draws those in sight, so that the chosen one is among them.
private func draw(_ items: [PanelItem], chosen: Int, model: Model, in body: Rect, over frame: inout Frame) {
  let theme = model.options.theme
  let width = body.size.columns - 1
  var lines: [(cells: [Cell], isRightToLeft: Bool, style: Style, isChosen: Bool)] = []
  var chosenRows = 0..<0
  var number = 0
  for item in items {
    let isChosen = item.isChoosable && number == chosen
    if item.isChoosable { number += 1 }
    let start = lines.count
    for row in item.rows {
      for line in linesOf(row, width: width, options: model.options.layout) {
        lines.append((line.cells, line.isRightToLeft, row.style, isChosen))
      }
    }
    if isChosen { chosenRows = start..<lines.count }
  }
  let room = body.size.rows
  let ideal = chosenRows.lowerBound - max(1, (room - chosenRows.count) / 3)
  let top = max(0, min(ideal, lines.count - room))
  let isActive = model.focus == .panel
  let inner = Rect(
    column: model.isRightToLeft ? body.column : body.column + 1, row: body.row, columns: width, rows: room)
  for (offset, item) in lines.dropFirst(top).prefix(room).enumerated() {
    var style = item.style
    let row = body.row + offset
    if item.isChosen {
      // The chosen thing is marked at its side too, so that it shows without colour.
      let side = model.isRightToLeft ? body.columns.upperBound - 1 : body.column
      frame.put([Cell(isActive ? "▌" : "│", style: theme[.cue])], column: side, row: row, clip: body)
      if isActive { style = style.overlaid(with: theme[.inactiveSelection]) }
    }
    let cells = item.cells.map { Cell($0.text, style: style, width: $0.width) }
    place(cells, isRightToLeft: item.isRightToLeft, row: row, in: inner, over: &frame)
  }
}

/// The lines of a row of words: wrapped to its limit, the last one cut with … where more follows.
private func linesOf(
  _ row: PanelItem.Row, width: Int, options: LayoutOptions
) -> [(cells: [Cell], isRightToLeft: Bool)] {
  let layout = ParagraphLayout(row.text, width: width, options: options)
  var lines = layout.lines.prefix(row.limit).map { (cells: $0.cells, isRightToLeft: $0.isRightToLeft) }
  guard layout.lines.count > row.limit, let last = lines.popLast() else { return lines }
  let room = last.cells.count >= width ? last.cells.count - 1 : last.cells.count
  let dots = Cell("…")
  let cut = last.isRightToLeft ? [dots] + Array(last.cells.suffix(room)) : Array(last.cells.prefix(room)) + [dots]
  return lines + [(cells: cut, isRightToLeft: last.isRightToLeft)]
}
