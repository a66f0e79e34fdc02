import Briefings
import Cells
import Search

/// What has come into the archive since it was last seen.
public struct LoadedChanges: Hashable, Sendable {
  /// Up to which moment it tells.
  public var until: ChangeNumber
  /// How many articles came or changed.
  public var count: Int
  /// How many went.
  public var removedCount: Int
  /// The outlets they are from, the most frequent first.
  public var sources: [FacetCount]
  /// The newest of them.
  public var articles: [BriefingSummary]
  /// Who is named in no older article.
  public var names: [EntityRecord]

  /// Creates an account.
  public init(
    until: ChangeNumber, count: Int, removedCount: Int, sources: [FacetCount], articles: [BriefingSummary],
    names: [EntityRecord]
  ) {
    (self.until, self.count, self.removedCount) = (until, count, removedCount)
    (self.sources, self.articles, self.names) = (sources, articles, names)
  }
}

/// A new statement, and the older one that it denies or changes.
public struct NewPosition: Hashable, Sendable {
  /// The new statement.
  public var record: StatementRecord
  /// The older one; `nil` for a statement of somebody who speaks much that changes nothing found.
  public var older: RelatedStatement?

  /// Creates a position.
  public init(record: StatementRecord, older: RelatedStatement?) { (self.record, self.older) = (record, older) }
}

/// The page of what is new since last time.
public struct ChangesState: Hashable, Sendable {
  /// What has come, once it is known.
  public var changes: LoadedChanges?
  /// New statements that deny or change older ones, once they are known.
  public var positions: [NewPosition]?
  /// What is chosen, and what is under way.
  public var progress = PageProgress()

  /// One thing of the page.
  private enum Thing {
    case position(NewPosition), name(EntityRecord), article(BriefingSummary)
  }

  private func thing(_ index: Int) -> Thing? {
    var index = index
    if let positions {
      if positions.indices.contains(index) { return .position(positions[index]) }
      index -= positions.count
    }
    guard let changes else { return nil }
    if changes.names.indices.contains(index) { return .name(changes.names[index]) }
    index -= changes.names.count
    return changes.articles.indices.contains(index) ? .article(changes.articles[index]) : nil
  }
}

extension ChangesState: PageContent {
  var wanted: PageRequest? {
    if changes == nil { return .changes }
    return positions == nil && count > 0 ? .positions : nil
  }

  var isNearEnd: Bool { wanted != nil }

  var count: Int { (positions?.count ?? 0) + (changes.map { $0.names.count + $0.articles.count } ?? 0) }

  var record: StatementRecord? {
    if case .position(let position) = thing(progress.choice.selected) { position.record } else { nil }
  }

  /// What the chosen statement is compared with.
  var origin: StatementRecord? {
    if case .position(let position) = thing(progress.choice.selected) { position.older?.record } else { nil }
  }

  var name: EntityName? {
    if case .name(let entity) = thing(progress.choice.selected) {
      EntityName(entity.type, entity.canonical)
    } else {
      nil
    }
  }

  var target: PageTarget? {
    switch thing(progress.choice.selected) {
    case .position(let position): .statement(position.record)
    case .name(let entity): .articles(naming: entity.canonical)
    case .article(let briefing): .article(briefing.id)
    case nil: nil
    }
  }

  mutating func take(_ answer: PageAnswer) -> Bool {
    switch answer {
    case .changes(let loaded): changes = loaded
    case .positions(let found):
      positions = found
      // What is chosen stays chosen where something comes before it; at the beginning one stays there.
      if progress.choice.selected > 0 { progress.choice.selected += found.count }
    default: return false
    }
    return true
  }

  func title(_ model: Model) -> String { model.wording.sinceLastTime }

  func lead(_ model: Model, width: Int) -> [TextLine] {
    guard let changes, count > 0 else { return [] }
    let (theme, wording) = (model.options.theme, model.wording)
    let mark = model.isRightToLeft ? "\u{200F}" : "\u{200E}"
    let sources = changes.sources.map { "\(wording.isolated($0.value)) \(mark)×\(wording.number($0.count))" }
    let rows = [
      TextRow(text: wording.came(changes.count, removed: changes.removedCount), style: theme[.title]),
      TextRow(text: joined(sources, isRightToLeft: model.isRightToLeft), style: theme[.dim], limit: 2),
    ]
    return rows.flatMap { lines(of: $0, width: width, model: model) }
  }

  func item(_ index: Int, _ model: Model) -> PageItem {
    let (theme, wording) = (model.options.theme, model.wording)
    func heading(_ words: String) -> TextRow { TextRow(text: "── \(words)", style: theme[.dim]) }
    func line(_ parts: [String]) -> String { joined(parts, isRightToLeft: model.isRightToLeft) }
    switch thing(index) {
    case .position(let position):
      let statement = position.record.statement
      var rows = [
        TextRow(
          text: line([
            wording.isolated(wording.source(of: statement)), wording.cue(of: statement),
            model.day(of: position.record.briefing), wording.isolated(position.record.briefing.source),
          ]), style: theme[statement.polarity == .deny ? .denial : .cue]),
        quoted(position.record, theme[.text], 2),
      ]
      if let older = position.older {
        rows.append(
          TextRow(
            text: line([
              wording.relation(older.relation), wording.isolated(wording.source(of: older.record.statement)),
              model.day(of: older.record.briefing),
            ]), style: theme[.dim]))
        rows.append(quoted(older.record, theme[.dim], 2))
      }
      return PageItem(
        heading: heading(position.older == nil ? wording.newStatements : wording.changedPositions), rows: rows)
    case .name(let entity):
      let mark = model.isRightToLeft ? "\u{200F}" : "\u{200E}"
      return PageItem(
        heading: heading(wording.newNames),
        rows: [
          TextRow(
            text: line([
              "\(wording.isolated(entity.canonical)) \(mark)×\(wording.number(entity.briefingCount))",
              entity.english ?? "",
            ]),
            style: theme[entity.type.role])
        ])
    case .article(let briefing):
      var details = [model.day(of: briefing), wording.isolated(briefing.source)]
      if briefing.version > 1 { details.append(wording.changedText) }
      return PageItem(
        heading: heading(wording.newArticles(changes?.count ?? 0)),
        rows: [
          TextRow(
            text: briefing.title, style: theme[briefing.isRead ? .text : .unread], isQuoted: true,
            base: readingDirection(of: briefing.title, language: briefing.language)),
          TextRow(text: line(details), style: theme[.dim]),
        ])
    case nil: return PageItem(rows: [])
    }
  }

  private func quoted(_ record: StatementRecord, _ style: Style, _ limit: Int) -> TextRow {
    TextRow(
      text: record.statement.content, style: style, limit: limit, isQuoted: true,
      base: readingDirection(of: record.statement.content, language: record.briefing.language))
  }

  func advice(_ wording: Wording) -> String { wording.nothingCame }
}

extension Model {
  /// Opens the page of what is new since last time.
  mutating func openChanges() -> [Effect] { open(.changes(ChangesState())) }

  /// Says that all that the page shows was seen.
  mutating func markAllSeen() -> [Effect] {
    guard case .changes(let state) = page, let changes = state.changes, state.count > 0 else { return [] }
    return keep(.seen(changes.until))
  }

  /// What is to be kept when the reader is left: what was looked at counts as seen the next time.
  public func farewell() -> [Effect] { seenUntil.map { [.keep(.seen($0), isUndo: true)] } ?? [] }
}
