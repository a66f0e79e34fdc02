import Briefings
import Cells
import Search

/// Things of a search that are listed one below the other, each in as many rows as it takes.
protocol SearchItems {
  var count: Int { get }
  func item(_ index: Int, _ model: Model) -> PageItem
}

/// Statements that were found.
struct StatementItems: SearchItems {
  let hits: [StatementHit]

  var count: Int { hits.count }

  func item(_ index: Int, _ model: Model) -> PageItem {
    let (theme, wording) = (model.options.theme, model.wording)
    let record = hits[index].record
    let statement = record.statement
    let isDenied = statement.polarity == .deny
    let sign = model.markSign(of: record) + (statement.isDoubtful ? "? " : "") + (isDenied ? "✗ " : "")
    return PageItem(rows: [
      TextRow(
        text: sign
          + joined([wording.source(of: statement), wording.cue(of: statement)], isRightToLeft: model.isRightToLeft),
        style: theme[isDenied ? .denial : .cue]),
      TextRow(
        text: statement.content, style: theme[.text], limit: 3, isQuoted: true,
        base: readingDirection(of: statement.content, language: record.briefing.language),
        marks: hits[index].marks.map { ($0, theme[.match]) }),
      TextRow(
        text: joined(
          [model.written(record.briefing.date), record.briefing.source], isRightToLeft: model.isRightToLeft),
        style: theme[.dim]),
    ])
  }
}

/// Names that were found.
struct EntityItems: SearchItems {
  let entities: [EntityRecord]

  var count: Int { entities.count }

  func item(_ index: Int, _ model: Model) -> PageItem {
    let theme = model.options.theme
    let entity = entities[index]
    // A mark keeps the count behind the name where that ends in the other direction.
    let mark = model.isRightToLeft ? "\u{200F}" : "\u{200E}"
    let others = entity.forms.filter { $0 != entity.canonical }.prefix(3)
    let details = joined(
      [model.wording.heading(entity.type), entity.english ?? ""] + others, isRightToLeft: model.isRightToLeft)
    return PageItem(rows: [
      TextRow(
        text: "\(entity.canonical)  \(mark)×\(model.wording.number(entity.briefingCount))",
        style: theme[entity.type.role]),
      TextRow(text: "  " + details, style: theme[.dim]),
    ])
  }
}

/// What the hits have in common.
struct NarrowingItems: SearchItems {
  let values: [Narrowing.Value]

  var count: Int { values.count }

  func item(_ index: Int, _ model: Model) -> PageItem {
    let theme = model.options.theme
    let value = values[index]
    let mark = model.isRightToLeft ? "\u{200F}" : "\u{200E}"
    return PageItem(
      heading: TextRow(text: "── \(model.wording.heading(value.kind))", style: theme[.dim]),
      rows: [
        TextRow(text: "\(value.count.value)  \(mark)×\(model.wording.number(value.count.count))", style: theme[.text])
      ])
  }
}

extension EntityType {
  /// How its names look.
  var role: Role {
    switch self {
    case .person: .person
    case .organization: .organization
    case .place: .place
    }
  }
}

/// The lines of a list of a search in sight, and the first thing shown.
func searchItemLines(
  _ model: Model, _ search: SearchState, in body: Rect
) -> (lines: [TextLine], first: Int, chosen: Int) {
  let items: any SearchItems
  var choice = PageChoice(selected: search.selected, first: search.top)
  if let narrowing = search.narrowing, !search.isTyping {
    items = NarrowingItems(values: narrowing.values)
    choice = narrowing.choice
  } else if search.kind == .statements {
    items = StatementItems(hits: search.statements?.hits ?? [])
  } else {
    items = EntityItems(entities: search.entities ?? [])
  }
  let room = body.size.rows
  guard items.count > 0, room > 0 else { return ([], 0, choice.selected) }
  let list = ItemLines(
    model: model, count: items.count, choice: choice, width: max(1, body.size.columns - 1)
  ) { items.item($0, model) }
  let first = list.first(room: room)
  return (list.lines(from: first, room: room), first, choice.selected)
}
