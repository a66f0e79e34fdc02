import Briefings
import Cells

extension ThreadState: PageContent {
  var count: Int { thread.map { $0.reports.count + $0.links.count } ?? 0 }

  var origin: StatementRecord? { claim }

  var record: StatementRecord? {
    switch entry(progress.choice.selected) {
    case .report(let record): record
    case .link(let link): link.nearest.record
    case nil: nil
    }
  }

  func title(_ model: Model) -> String { model.wording.thread }

  func lead(_ model: Model, width: Int) -> [TextLine] {
    let rows = [
      claimRow(claim, [], model), contentRow(claim, style: model.options.theme[.title], limit: 3, model),
    ]
    return rows.flatMap { lines(of: $0, width: width, model: model) }
  }

  func item(_ index: Int, _ model: Model) -> PageItem {
    let (theme, wording) = (model.options.theme, model.wording)
    switch entry(index) {
    case .report(let record):
      let briefing = record.briefing
      var parts = [model.day(of: briefing), wording.held(briefing.source)]
      if record.id == claim.id { parts.append(wording.thisOne) }
      let isFirst = index == 0 && (thread?.reports.count ?? 0) > 1
      if isFirst { parts.append(wording.first) }
      var rows = [
        TextRow(
          text: model.markSign(of: record) + joined(parts, isRightToLeft: model.isRightToLeft), style: theme[.unread])
      ]
      if record.statement.content != claim.statement.content {
        rows.append(contentRow(record, style: theme[.text], limit: 1, model))
      }
      return PageItem(
        heading: TextRow(text: "── " + reportsHeading(model), style: theme[.dim], limit: 2, isOwn: true), rows: rows)
    case .link(let link):
      let (relation, record) = (link.nearest.relation, link.nearest.record)
      let number = thread?.links.count { $0.nearest.relation == relation } ?? 0
      var remarks = [model.day(of: record.briefing), wording.held(record.briefing.source)]
      if link.reports.count > 1 { remarks.append(wording.reports(link.reports.count)) }
      return PageItem(
        heading: TextRow(text: "── \(wording.relation(relation)) \(wording.number(number))", style: theme[.dim]),
        rows: [
          claimRow(record, remarks, isDenial: relation == .denies, model),
          contentRow(record, style: theme[.text], limit: 3, model),
          TextRow(text: wording.reasons(link.nearest.reasons), style: theme[.dim], limit: 2, isOwn: true),
        ])
    case nil: return PageItem(rows: [])
    }
  }

  /// How often, by how many, and by whom first the claim was reported.
  private func reportsHeading(_ model: Model) -> String {
    guard let reports = thread?.reports, let first = reports.first else { return "" }
    let sources = Set(reports.map(\.briefing.source)).count
    return model.wording.reported(
      reports.count, sources: sources, firstBy: first.briefing.source, on: first.briefing.date.map { model.written($0) }
    )
  }

  func advice(_ wording: Wording) -> String { wording.noLongerThere }
}

/// Who said it and by which word, with remarks behind.
func claimRow(_ record: StatementRecord, _ remarks: [String], isDenial: Bool = false, _ model: Model) -> TextRow {
  let statement = record.statement
  let isDenied = statement.polarity == .deny
  let signs = model.markSign(of: record) + (statement.isDoubtful ? "? " : "") + (isDenied ? "✗ " : "")
  let wording = model.wording
  // The colon of a headline says no more than the place of the words.
  let cue = statement.cue.contains { $0.isLetter } ? " — " + wording.held(statement.cue) : ""
  let speaker = signs + wording.held(wording.source(of: statement)) + cue
  let remarks = remarks.isEmpty ? [model.written(record.briefing.date), wording.held(record.briefing.source)] : remarks
  return TextRow(
    text: joined([speaker] + remarks, isRightToLeft: model.isRightToLeft),
    style: model.options.theme[isDenied || isDenial ? .denial : .cue], limit: 2)
}

/// What was said, running as its own language does.
func contentRow(_ record: StatementRecord, style: Style, limit: Int, _ model: Model) -> TextRow {
  TextRow(
    text: record.statement.content, style: style, limit: limit, isQuoted: true,
    base: readingDirection(of: record.statement.content, language: record.briefing.language))
}
