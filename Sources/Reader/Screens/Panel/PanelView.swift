import Briefings
import Cells

/// Draws the side panel: its bar with the tabs, then what the tab holds.
func panelView(_ model: Model, in rect: Rect, over frame: inout Frame) {
  // A mark keeps the tabs apart, so that they stay in their order whichever of them is in brackets.
  let mark = model.isRightToLeft ? "\u{200F}" : "\u{200E}"
  let entities = model.wording.entities(model.article?.loaded.entities.count ?? 0)
  let statements = model.wording.statements(model.panelStatements.count)
  let notes = model.wording.notes(model.panelNotes.count)
  // Where there is none, the tab stands there only while it is shown.
  let noteTab = model.panelNotes.isEmpty ? "" : "\(mark) \(notes)"
  let heading: String
  switch model.panel.tab {
  case .entities: heading = "[\(entities)]\(mark) \(statements)\(noteTab)"
  case .statements: heading = "\(entities)\(mark) [\(statements)]\(noteTab)"
  case .notes: heading = "\(entities)\(mark) \(statements)\(mark) [\(notes)]"
  case .related: heading = model.wording.related(model.panel.related?.count)
  }
  let isActive = model.focus == .panel
  paneBar(heading, isActive: isActive, model: model, in: rect, over: &frame)
  guard var rows = panelRows(model, in: rect) else { return }
  draw(
    rows.shown(from: panelTop(model, &rows)), chosen: model.panel.chosen, isActive: isActive, model: model,
    in: rect.belowBar, over: &frame)
}

/// The rows of the panel's tab; `nil` where there are none.
func panelRows(_ model: Model, in rect: Rect) -> PanelRows? {
  let body = rect.belowBar
  guard model.article != nil, body.size.columns > 2 else { return nil }
  let list: PanelList
  switch model.panel.tab {
  case .entities: list = entityList(model, width: body.size.columns - 1)
  case .statements: list = statementList(model)
  case .related: list = relatedList(model)
  case .notes: list = noteList(model)
  }
  return PanelRows(list, model: model, width: body.size.columns - 1, room: body.size.rows)
}

/// The first row shown, so that the chosen thing is in sight.
func panelTop(_ model: Model, _ rows: inout PanelRows) -> PanelRows.Place {
  rows.top(from: model.panel.top, chosen: model.panel.chosen)
}

extension Model {
  /// The number of the thing of the panel that a row of the screen shows.
  func panelItem(atRow row: Int) -> Int? {
    guard let rect = panes.panel, rect.belowBar.rows.contains(row), var rows = panelRows(self, in: rect) else {
      return nil
    }
    let shown = rows.shown(from: panelTop(self, &rows))
    let index = row - rect.belowBar.row
    return shown.indices.contains(index) ? shown[index].item : nil
  }
}

private func entityList(_ model: Model, width: Int) -> PanelList {
  let theme = model.options.theme
  let entities = model.article?.entities ?? []
  guard !entities.isEmpty else { return PanelList(items: [remark(model.wording.noName, theme)]) }
  var items: [PanelItem] = []
  var listed: [ListedEntity] = []
  for type in EntityType.allCases {
    let group = entities.filter { $0.entity.type == type }
    guard !group.isEmpty else { continue }
    let title = model.wording.heading(type)
    items.append(.words([.init(text: "── \(title) \(model.wording.number(group.count))", style: theme[.dim])]))
    items += (listed.count..<listed.count + group.count).map { .thing($0) }
    listed += group
  }
  return PanelList(items: items) { [listed] in entityRows(listed[$0], model, width: width) }
}

private func entityRows(_ listed: ListedEntity, _ model: Model, width: Int) -> [TextRow] {
  let theme = model.options.theme
  let entity = listed.entity
  let isRight = model.isArticleRightToLeft
  let role: Role
  switch entity.type {
  case .person: role = .person
  case .organization: role = .organization
  case .place: role = .place
  }
  // A mark keeps the count behind the name where that ends in the other direction.
  let mark = isRight ? "\u{200F}" : "\u{200E}"
  let sign = model.mergeMark == EntityName(entity.type, entity.canonical) ? "+ \(mark)" : ""
  let name = "\(sign)\(entity.canonical)  \(mark)×\(model.wording.number(listed.mentions.count))"
  // Where a bar stands for a place nothing can be read aloud.
  let bar = model.options.isPlain ? "" : model.whereabouts(of: listed.mentions)
  // The bars stand in a column of their own, as far as the names leave room for it.
  let room = width - 1 - bar.count - labelCells(name, width: width, options: model.options.layout).count
  let isBarBehind = room >= 2 && !bar.isEmpty
  let line = isBarBehind ? name + String(repeating: " ", count: room) + bar : name
  let forms = entity.forms
  let english = entity.english.flatMap { forms.contains($0) ? nil : $0 }
  let others = forms.filter { $0 != entity.canonical }
  let details = joined([english ?? ""] + others, isRightToLeft: isRight)
  let rest = joined([isBarBehind ? "" : bar, details], isRightToLeft: isRight)
  let base: BaseDirection = isRight ? .rightToLeft : .leftToRight
  let row = TextRow(text: line, style: theme[role], base: base)
  return rest.isEmpty ? [row] : [row, TextRow(text: "  " + rest, style: theme[.dim], base: base)]
}

private func noteList(_ model: Model) -> PanelList {
  let notes = model.panelNotes
  guard !notes.isEmpty else { return PanelList(items: [remark(model.wording.noNote, model.options.theme)]) }
  return PanelList(count: notes.count) { noteRows(notes[$0], model) }
}

private func noteRows(_ note: Note, _ model: Model) -> [TextRow] {
  let theme = model.options.theme
  let subject: TextRow
  switch note.target {
  case .briefing: subject = TextRow(text: "* " + model.wording.noteOnArticle, style: theme[.cue])
  case .statement:
    subject = TextRow(text: "* " + note.quote, style: theme[.dim], limit: 2, isQuoted: true)
  }
  let lines = note.text.split(whereSeparator: \.isNewline).map {
    TextRow(text: String($0), style: theme[.text], limit: 6, isQuoted: true)
  }
  return [subject] + lines
}

private func statementList(_ model: Model) -> PanelList {
  let statements = model.panelStatements
  guard !statements.isEmpty else { return PanelList(items: [remark(model.missingStatements, model.options.theme)]) }
  let noted = Set(model.panelNotes.map(\.target))
  let hidden = model.hiddenStatementCount
  let last = hidden == 0 ? [] : [remark(model.wording.hiddenStatements(hidden), model.options.theme)]
  return PanelList(count: statements.count, last) { number in
    statementRows(statements[number], isNoted: noted.contains(.statement(statements[number].id)), model)
  }
}

extension Model {
  /// Whether the article shown runs from right to left; where there is none, whether the panes do.
  var isArticleRightToLeft: Bool { article.map { isRightToLeftLanguage($0.briefing.language) } ?? isRightToLeft }

  /// What stands before a statement that the user marked.
  func markSign(of record: StatementRecord) -> String { markedStatements.contains(record.id) ? "✓ " : "" }

  /// What is said where no statement can be chosen.
  var missingStatements: String {
    hiddenStatementCount == 0 ? wording.noStatement : wording.hiddenStatements(hiddenStatementCount)
  }
}

private func statementRows(_ record: StatementRecord, isNoted: Bool, _ model: Model) -> [TextRow] {
  let theme = model.options.theme
  let statement = record.statement
  let isDenied = statement.polarity == .deny
  let speaker = model.wording.source(of: statement)
  let doubt = model.markSign(of: record) + (isNoted ? "* " : "") + (statement.isDoubtful ? "? " : "")
  let sign = isDenied ? "✗ " : statement.kind == .direct ? "“ " : "› "
  // Whom it is about follows the reporting word, as in the sentence.
  let target = (statement.targetEntity ?? statement.target).map { ": \($0)" } ?? ""
  // The colon of a headline says no more than the place of the words.
  let word = statement.cue.contains { $0.isLetter } ? " — \(statement.cue)" : ""
  // What the word does, where that is more than to say, and how sure the rules are.
  let cue = [.say, .continuation].contains(statement.cueClass) ? "" : model.wording.cue(of: statement)
  let remarks = [cue, confidence(of: statement, model)]
  let isRight = isRightToLeftLanguage(record.briefing.language)
  let style = isDenied ? theme[.denial] : statement.isDoubtful ? theme[.dim] : theme[.cue]
  return [
    .init(
      text: joined(
        ["\(doubt)\(sign)\(speaker)\(word)\(target)"] + remarks, isRightToLeft: isRight),
      style: style, limit: 2, base: isRight ? .rightToLeft : .leftToRight),
    .init(
      text: statement.content, style: theme[.text], limit: 3, isQuoted: true,
      base: readingDirection(of: statement.content, language: record.briefing.language)),
  ]
}

/// How sure the rules are of a statement: as a bar, or a number where bars cannot be shown; read aloud only what is worth
/// being said.
private func confidence(of statement: Statement, _ model: Model) -> String {
  let percent = Int((statement.confidence * 100).rounded())
  if model.options.isPlain {
    return statement.isDoubtful ? model.wording.doubtful : percent < 80 ? model.wording.lessCertain : ""
  }
  return model.options.usesBlocks
    ? bars([percent, 100], usesBlocks: true)[0] : model.options.digits.written("\(percent)%")
}

private func relatedList(_ model: Model) -> PanelList {
  let theme = model.options.theme
  var items: [PanelItem] = []
  if let origin = model.panel.origin {
    items.append(
      .words([
        .init(
          text: "── " + model.wording.relatedTo(model.wording.source(of: origin.statement)), style: theme[.dim]),
        .init(text: origin.statement.content, style: theme[.dim], limit: 2, isQuoted: true),
      ]))
  }
  guard let related = model.panel.related else {
    let isUnderWay = model.panel.request != nil
    items.append(remark(isUnderWay ? model.wording.lookingForRelated : model.wording.couldNotBeFetched, theme))
    return PanelList(items: items)
  }
  guard !related.isEmpty else {
    return PanelList(items: items + [remark(model.wording.noRelated, theme)])
  }
  return PanelList(items, count: related.count) { relatedRows(related[$0], model) }
}

private func relatedRows(_ link: RelatedStatement, _ model: Model) -> [TextRow] {
  let theme = model.options.theme
  let statement = link.record.statement
  let isRight = isRightToLeftLanguage(link.record.briefing.language)
  let base: BaseDirection = isRight ? .rightToLeft : .leftToRight
  let details = [
    model.wording.relation(link.relation), link.record.briefing.date?.day ?? "", link.record.briefing.source,
  ]
  return [
    .init(
      text: joined(details, isRightToLeft: model.isRightToLeft),
      style: link.relation == .denies ? theme[.denial] : theme[.cue], limit: 2),
    .init(
      text: "\(model.markSign(of: link.record))\(model.wording.source(of: statement)) — \(statement.cue)",
      style: theme[.unread], limit: 2, base: base),
    .init(
      text: statement.content, style: theme[.text], limit: 3, isQuoted: true,
      base: readingDirection(of: statement.content, language: link.record.briefing.language)),
    .init(text: model.wording.reasons(link.reasons), style: theme[.dim], limit: 2, isOwn: true),
  ]
}

private func remark(_ text: String, _ theme: Theme) -> PanelItem {
  .words([.init(text: text, style: theme[.dim], limit: 4, isQuoted: true)])
}
