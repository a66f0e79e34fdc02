import Briefings
import Cells

extension TimelineState: PageContent {
  var count: Int { entries.count }

  var origin: StatementRecord? {
    if case .topic(let record) = subject { record } else { nil }
  }

  var record: StatementRecord? {
    entries.indices.contains(progress.choice.selected) ? entries[progress.choice.selected].record : nil
  }

  func title(_ model: Model) -> String {
    switch subject {
    case .speaker(let name): model.wording.timeline(of: name)
    case .topic(let record): model.wording.timelineOfTopic(record.statement.content)
    }
  }

  func remark(_ model: Model) -> String {
    guard count > 0 else { return "" }
    let total = months.map { $0.undated + $0.months.reduce(0) { $0 + $1.count } }
    guard case .speaker = subject, let total else { return "\(progress.choice.selected + 1)/\(count)" }
    return "\(progress.choice.selected + 1)/\(total)"
  }

  func lead(_ model: Model, width: Int) -> [TextLine] {
    guard let months else { return [] }
    let month = record?.briefing.date.map { String($0.day.prefix(7)) }
    return months.chart(chosen: month, width: width, model: model)
  }

  func item(_ index: Int, _ model: Model) -> PageItem {
    let (theme, wording) = (model.options.theme, model.wording)
    let entry = entries[index]
    let statement = entry.record.statement
    let day = model.day(of: entry.record.briefing)
    var parts = [wording.cue(of: statement)]
    if case .topic = subject { parts.insert(wording.held(wording.source(of: statement)), at: 0) }
    parts.append(wording.held(entry.record.briefing.source))
    if entry.repeats > 0 { parts.append(wording.again(entry.repeats)) }
    if let link = entry.link { parts.append(wording.relation(link.relation)) }
    let isDenied = statement.polarity == .deny
    let head =
      model.markSign(of: entry.record) + (statement.isDoubtful ? "? " : "") + (isDenied ? "✗ " : "")
      + joined(parts, isRightToLeft: model.isRightToLeft)
    return PageItem(
      heading: TextRow(text: "── \(day)", style: theme[.dim]),
      rows: [
        TextRow(text: head, style: theme[isDenied ? .denial : .cue]),
        TextRow(
          text: statement.content, style: theme[.text], limit: 3, isQuoted: true,
          base: readingDirection(of: statement.content, language: entry.record.briefing.language)),
      ])
  }

  func advice(_ wording: Wording) -> String { wording.nothingSaid }
}
