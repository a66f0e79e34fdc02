import Briefings
import Cells

extension EntityCardState: PageContent {
  var count: Int {
    guard let loaded else { return 0 }
    return 1 + (loaded.said.isEmpty ? 0 : 1) + loaded.neighbours.count + loaded.said.count + loaded.about.count
  }

  var record: StatementRecord? {
    switch entry(progress.choice.selected) {
    case .said(let record), .about(let record): record
    default: nil
    }
  }

  /// The neighbour that is chosen, else whose card it is.
  var name: EntityName? {
    switch entry(progress.choice.selected) {
    case .neighbour(let neighbour): neighbour.name
    case .said, .about: nil
    default: loaded.map { EntityName($0.record.type, $0.record.canonical) }
    }
  }

  var target: PageTarget? {
    switch entry(progress.choice.selected) {
    case .articles(let loaded): .articles(naming: loaded.record.canonical)
    case .timeline(let loaded): .page(.timeline(TimelineState(.speaker(loaded.record.canonical))))
    case .neighbour(let neighbour): .page(.entity(EntityCardState(neighbour.name.name, neighbour.name.type)))
    case .said(let record), .about(let record): .statement(record)
    case nil: nil
    }
  }

  func title(_ model: Model) -> String { loaded?.record.canonical ?? called }

  func lead(_ model: Model, width: Int) -> [TextLine] {
    guard let record = loaded?.record else { return [] }
    let (theme, wording) = (model.options.theme, model.wording)
    let isRight = model.isRightToLeft
    let head = joined(
      [
        wording.name(of: record.type), wording.held(record.english ?? ""), wording.articleCount(record.briefingCount),
        wording.mentions(record.mentionCount),
      ], isRightToLeft: isRight)
    var rows = [TextRow(text: head, style: theme[role(of: record.type)], limit: 2)]
    let others = record.forms.filter { $0 != record.canonical }.map { wording.held($0) }
    if !others.isEmpty {
      rows.append(
        TextRow(text: joined([wording.otherForms] + others, isRightToLeft: isRight), style: theme[.dim], limit: 3))
    }
    return rows.flatMap { lines(of: $0, width: width, model: model) }
      + (loaded?.months.chart(chosen: nil, width: width, model: model) ?? [])
  }

  func item(_ index: Int, _ model: Model) -> PageItem {
    let (theme, wording) = (model.options.theme, model.wording)
    func heading(_ text: String) -> TextRow { TextRow(text: "── \(text)", style: theme[.dim]) }
    switch entry(index) {
    case .articles(let loaded):
      return PageItem(
        heading: heading(wording.archive),
        rows: [TextRow(text: wording.articlesNaming(loaded.record.briefingCount), style: theme[.text])])
    case .timeline:
      return PageItem(
        heading: heading(wording.archive), rows: [TextRow(text: wording.allStatements, style: theme[.text])])
    case .neighbour(let neighbour):
      let parts = [
        wording.held(neighbour.name.name), wording.held(neighbour.english ?? ""), wording.name(of: neighbour.name.type),
        "×\(wording.number(neighbour.briefingCount))",
      ]
      return PageItem(
        heading: heading(wording.neighbours),
        rows: [
          TextRow(
            text: joined(parts, isRightToLeft: model.isRightToLeft), style: theme[role(of: neighbour.name.type)])
        ])
    case .said(let record):
      let remarks = [model.day(of: record.briefing), wording.held(record.briefing.source)]
      let isDenied = record.statement.polarity == .deny
      let head =
        model.markSign(of: record)
        + joined([wording.cue(of: record.statement)] + remarks, isRightToLeft: model.isRightToLeft)
      return PageItem(
        heading: heading(wording.latestSaid),
        rows: [
          TextRow(text: (isDenied ? "✗ " : "") + head, style: theme[isDenied ? .denial : .cue]),
          contentRow(record, style: theme[.text], limit: 2, model),
        ])
    case .about(let record):
      return PageItem(
        heading: heading(wording.latestAbout),
        rows: [claimRow(record, [], model), contentRow(record, style: theme[.text], limit: 2, model)])
    case nil: return PageItem(rows: [])
    }
  }

  func advice(_ wording: Wording) -> String { wording.noSuchName }
}

/// How names of a type look.
func role(of type: EntityType) -> Role {
  switch type {
  case .person: .person
  case .organization: .organization
  case .place: .place
  }
}
