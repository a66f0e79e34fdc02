import Briefings
import Cells

/// The texts that an article had, and where else much the same was published.
public struct LoadedEditions: Hashable, Sendable {
  /// The texts, the oldest first, the current one last.
  public var versions: [BriefingVersion]
  /// The others, the newest first.
  public var reprints: [BriefingSummary]

  /// Creates an account.
  public init(versions: [BriefingVersion], reprints: [BriefingSummary]) {
    (self.versions, self.reprints) = (versions, reprints)
  }
}

/// The page of an article's versions and reprints.
public struct EditionsState: Hashable, Sendable {
  /// The article.
  public let id: BriefingID
  /// What there is, once it has come.
  public var editions: LoadedEditions?
  /// What is chosen, and what is under way.
  public var progress = PageProgress()

  init(of id: BriefingID) { self.id = id }

  /// The versions that are listed, the newest first; one alone is none.
  private var versions: [BriefingVersion] {
    guard let versions = editions?.versions, versions.count > 1 else { return [] }
    return versions.reversed()
  }

  /// What a version is compared with: an older one with the current one, that one with the one before it.
  private var comparison: Page? {
    let versions = versions
    guard versions.indices.contains(progress.choice.selected) else { return nil }
    let chosen = progress.choice.selected
    return .difference(
      DifferenceState(from: chosen == 0 ? versions[1] : versions[chosen], to: versions[0]))
  }
}

extension EditionsState: PageContent {
  var wanted: PageRequest? { editions == nil ? .editions(id) : nil }
  var count: Int { versions.count + (editions?.reprints.count ?? 0) }
  var record: StatementRecord? { nil }

  var target: PageTarget? {
    if let comparison { return .page(comparison) }
    let index = progress.choice.selected - versions.count
    guard let reprints = editions?.reprints, reprints.indices.contains(index) else { return nil }
    return .article(reprints[index].id)
  }

  mutating func take(_ answer: PageAnswer) -> Bool {
    guard case .editions(let loaded) = answer else { return false }
    editions = loaded
    return true
  }

  func title(_ model: Model) -> String { model.wording.editions }

  func item(_ index: Int, _ model: Model) -> PageItem {
    let (theme, wording) = (model.options.theme, model.wording)
    func heading(_ words: String) -> TextRow { TextRow(text: "── \(words)", style: theme[.dim]) }
    func title(_ text: String, _ language: String?, _ style: Style) -> TextRow {
      TextRow(text: text, style: style, isQuoted: true, base: readingDirection(of: text, language: language))
    }
    let versions = versions
    if versions.indices.contains(index) {
      let version = versions[index]
      let briefing = version.briefing
      let details = [
        wording.version(version.number), briefing.date == nil ? wording.undated : model.written(briefing.date),
        index == 0 ? wording.currentVersion : "",
      ]
      return PageItem(
        heading: heading(wording.versions(versions.count)),
        rows: [
          title(briefing.title, briefing.language, theme[.text]),
          TextRow(text: joined(details, isRightToLeft: model.isRightToLeft), style: theme[.dim]),
        ])
    }
    guard let reprints = editions?.reprints, reprints.indices.contains(index - versions.count) else {
      return PageItem(rows: [])
    }
    let row = reprints[index - versions.count]
    return PageItem(
      heading: heading(wording.reprints(reprints.count)),
      rows: [
        title(row.title, row.language, theme[row.isRead ? .text : .unread]),
        TextRow(
          text: joined([wording.held(row.source), model.day(of: row)], isRightToLeft: model.isRightToLeft),
          style: theme[.dim]),
      ])
  }

  func advice(_ wording: Wording) -> String { wording.noEditions }
}

/// The page of what differs in two versions of an article.
public struct DifferenceState: Hashable, Sendable {
  /// The older one, and the newer one.
  let versions: [BriefingVersion]
  /// What became of the words of its title and of its text.
  let title: TextDifference
  let text: TextDifference
  /// What is under way: nothing.
  public var progress = PageProgress()

  init(from old: BriefingVersion, to new: BriefingVersion) {
    versions = [old, new]
    title = TextDifference(from: old.briefing.title, to: new.briefing.title)
    text = TextDifference(from: old.briefing.text, to: new.briefing.text)
  }
}

extension DifferenceState: PageContent {
  var wanted: PageRequest? { nil }
  mutating func take(_ answer: PageAnswer) -> Bool { false }
  var count: Int { 1 }
  var record: StatementRecord? { nil }
  func title(_ model: Model) -> String { model.wording.difference(versions[0].number, versions[1].number) }
  func remark(_ model: Model) -> String { "" }
  func item(_ index: Int, _ model: Model) -> PageItem { PageItem(rows: []) }
  func advice(_ wording: Wording) -> String { "" }

  func lead(_ model: Model, width: Int) -> [TextLine] {
    Reader.lines(
      of: TextRow(text: model.wording.differenceSigns, style: model.options.theme[.dim], limit: 2, isOwn: true),
      width: width, model: model)
  }

  /// What changed, with a line for what stands unchanged between.
  func text(_ model: Model, width: Int) -> [TextLine]? {
    let theme = model.options.theme
    var lines: [TextLine] = []
    func add(_ paragraph: TextDifference.Paragraph, _ style: Style) {
      let (text, marks) = paragraph.marked
      let row = TextRow(
        text: text, style: style, limit: 10_000, isQuoted: true,
        base: readingDirection(of: text, language: versions[1].briefing.language),
        marks: marks.map { ($0.range, $0.change == .added ? Style(.standard, on: .standard, .bold) : theme[.denial]) })
      lines += Reader.lines(of: row, width: width, model: model)
      lines.append(TextLine(cells: [], isRightToLeft: model.isRightToLeft, item: nil))
    }
    for paragraph in title.paragraphs { add(paragraph, theme[.title]) }
    var kept = 0
    func addKept() {
      guard kept > 0 else { return }
      let row = TextRow(text: "… " + model.wording.unchanged(kept), style: theme[.dim], isOwn: true)
      lines += Reader.lines(of: row, width: width, model: model)
      lines.append(TextLine(cells: [], isRightToLeft: model.isRightToLeft, item: nil))
      kept = 0
    }
    for paragraph in text.paragraphs {
      if paragraph.isKept {
        kept += 1
      } else {
        addKept()
        add(paragraph, theme[.text])
      }
    }
    addKept()
    return lines
  }
}

extension Model {
  /// Opens the page of versions and reprints of the article being read, or of the chosen one.
  mutating func openEditions() -> [Effect] {
    guard let id = focus == .list ? selectedID : article?.briefing.id else {
      notice = Notice(wording.noArticleOpen)
      return []
    }
    return open(.editions(EditionsState(of: id)))
  }
}
