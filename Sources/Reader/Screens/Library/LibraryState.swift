import Briefings
import Search

/// The pane of briefings: which ones, which rows are there, which one is chosen.
///
/// Rows are headings and articles. They are numbered through: the numbers of a section follow from the counts of those
/// above it, so that only the rows around those shown need to be there.
public struct LibraryState: Hashable, Sendable {
  /// Which briefings it lists.
  public var filter = BriefingFilter()
  /// In which order.
  public var order = ListOrder.newest
  /// What they are grouped by.
  public var grouping = ListGrouping.none
  /// The groups, one behind the other; a list that is not grouped is one without a heading.
  public internal(set) var sections = [ListSection()] { didSet { numberRows() } }
  /// The number of the first row of each section, and behind them the number of rows.
  private var starts = [0, 0]
  /// The headings that are unfolded, whether they are there or not.
  var unfolded: Set<ListPart> = []
  /// The number of the chosen row.
  public var selected = 0
  /// The number of the first row shown.
  public var top = 0
  /// What is to be chosen once its row has come.
  public var goal: Goal?
  /// What the user typed to narrow the list.
  public var filterText = ""
  /// The briefings that the user marked, for what is done to several at once.
  public var marked: Set<BriefingID> = []
  /// The request for rows that is under way, what it asks for, and of which group.
  var request: Int?
  var asked: ListPlace?
  var askedPart: ListPart?
  /// The request for groups that is under way.
  var groupRequest: Int?
  /// The request for what stands below an article, and that article.
  var storyRequest: Int?
  var askedStory: BriefingID?
  /// The request for the number of rows that is under way.
  var countRequest: Int?
  /// Whether the first rows have come.
  public var isLoaded = false
  /// Whether the archive has changed since the rows came: the next ones take their place.
  var isStale = false
  /// Why the rows could not be fetched.
  public var problem: String?

  /// What is to be chosen once its row has come.
  public enum Goal: Hashable, Sendable {
    /// The row of a number.
    case row(Int)
    /// The last row, once they are counted.
    case last
    /// A briefing.
    case article(BriefingID)
    /// The next one that was never opened; from the beginning again once the end was reached.
    case unread(isFromBeginning: Bool)
  }

  /// Rows asked for at a time.
  static let pageSize = 200

  /// The most groups of which rows are kept.
  static let loadedSections = 12

  /// Creates an empty list.
  public init(filter: BriefingFilter = BriefingFilter(), order: ListOrder = .newest, grouping: ListGrouping = .none) {
    self.filter = filter
    self.order = order
    self.grouping = grouping
    if isTree { sections = [] }
  }

  /// Whether there are headings.
  var isTree: Bool { grouping != .none && grouping != .story }

  /// Which briefings a section lists.
  func filter(of section: Int) -> BriefingFilter {
    var filter = filter
    if grouping == .story { filter.parts.append(.leads) }
    if sections.indices.contains(section), let part = sections[section].group?.part { filter.parts.append(part) }
    return filter
  }

  // MARK: Rows

  /// A row: a section, and an article of it by its number, or its heading.
  struct Place: Hashable {
    var section: Int
    /// The number of the article; `nil` for the heading.
    var article: Int?
  }

  private mutating func numberRows() {
    starts.removeAll(keepingCapacity: true)
    var (row, foldedDepth) = (0, Int.max)
    for section in sections {
      starts.append(row)
      if section.depth > foldedDepth { continue }
      foldedDepth = section.isFolded ? section.depth : Int.max
      row += section.rows
    }
    starts.append(row)
  }

  /// The number of rows, as far as it is known.
  public var count: Int { starts.last ?? 0 }

  /// How many articles there are in a list that is not grouped; `nil` until they are counted.
  public var total: Int? {
    get { isTree ? count : sections.first?.total }
    set { if !isTree, !sections.isEmpty { sections[0].total = newValue } }
  }

  /// The rows of a section.
  func rows(of section: Int) -> Range<Int> { starts[section]..<starts[section + 1] }

  /// What a row is; `nil` where there is none of that number.
  ///
  /// - Complexity: O(log *n*) in the sections.
  func place(of row: Int) -> Place? {
    guard 0..<count ~= row else { return nil }
    // The last section that begins at or before it; those that are hidden there have no rows.
    var (low, high) = (0, sections.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle + 1] <= row { low = middle + 1 } else { high = middle }
    }
    let offset = row - starts[low] - sections[low].headingRows
    return Place(section: low, article: offset < 0 ? nil : offset)
  }

  /// The number of a row; that of the heading above it where it is folded.
  func row(of place: Place) -> Int {
    guard sections.indices.contains(place.section) else { return 0 }
    let section = sections[place.section]
    if rows(of: place.section).isEmpty { return max(0, starts[place.section] - 1) }
    guard let article = place.article, !section.isFolded else { return starts[place.section] }
    return starts[place.section] + section.headingRows + min(article, max(0, section.count - 1))
  }

  /// The article of a row, where it is one and is there.
  public subscript(row: Int) -> BriefingSummary? {
    guard let place = place(of: row), let article = place.article else { return nil }
    return sections[place.section].window[article]
  }

  /// The heading of a row, where it is one.
  func heading(_ row: Int) -> ListSection? {
    guard let place = place(of: row), place.article == nil else { return nil }
    return sections[place.section]
  }

  /// The rows that are there, in order.
  ///
  /// - Complexity: O(*n*) in them.
  public var rows: [BriefingSummary] { sections.flatMap(\.window.rows) }

  /// The marked rows that are there, each once.
  var markedRows: [BriefingSummary] {
    var seen: Set<BriefingID> = []
    return rows.filter { marked.contains($0.id) && seen.insert($0.id).inserted }
  }

  /// Whether there is nothing to show.
  var isEmpty: Bool { isTree ? sections.isEmpty : sections[0].window.isEmpty }

  /// The chosen briefing.
  public var selectedRow: BriefingSummary? { self[selected] }

  /// The number of a briefing's row, that of the chosen section where it stands in several.
  func index(of id: BriefingID?) -> Int? {
    guard let id else { return nil }
    let own = place(of: selected)?.section ?? 0
    for section in [own] + Array(sections.indices) where sections.indices.contains(section) {
      if sections[section].isLoaded, !rows(of: section).isEmpty, !sections[section].isFolded,
        let article = sections[section].window.index(of: id)
      {
        return row(of: Place(section: section, article: article))
      }
    }
    return nil
  }

  /// Changes sections; the chosen row and the first one shown stay what they are.
  ///
  /// - Parameter change: Answers of which section the numbers of articles have become greater, and by how much.
  mutating func keepingPlaces(_ change: (inout LibraryState) -> (section: Int, by: Int)) {
    var (chosen, first) = (place(of: selected), place(of: top))
    let shift = change(&self)
    if chosen?.section == shift.section { chosen?.article? += shift.by }
    if first?.section == shift.section { first?.article? += shift.by }
    if let chosen { selected = row(of: chosen) }
    if let first { top = row(of: first) }
  }

  /// Puts rows that have come where they belong.
  mutating func put(_ stretch: ListStretch, at place: ListPlace, in section: Int) {
    let isAnew = isStale
    keepingPlaces { list in
      let shift = list.sections[section].put(stretch, at: place, isAnew: isAnew)
      list.unloadFarSections(from: section)
      return (section, shift)
    }
    isStale = false
  }

  /// Forgets the rows of the groups that are furthest from one, where there are too many.
  private mutating func unloadFarSections(from section: Int) {
    var loaded = sections.indices.filter { sections[$0].isLoaded }
    while loaded.count > Self.loadedSections, let first = loaded.first, let last = loaded.last {
      let isFirst = section - first > last - section
      sections[isFirst ? first : last].unload()
      if isFirst { loaded.removeFirst() } else { loaded.removeLast() }
    }
  }

  /// Changes the rows that are there.
  mutating func change(_ change: (inout BriefingSummary) -> Void) {
    for section in sections.indices where sections[section].isLoaded { sections[section].window.change(change) }
  }

  /// The list with fewer rows, to be kept while another one is shown.
  var keptAside: LibraryState {
    var list = self
    let place = place(of: selected)
    list.keepingPlaces { list in
      for section in list.sections.indices where list.sections[section].isLoaded {
        if section == place?.section {
          let window = list.sections[section].window
          list.sections[section].window = window.trimmed(around: place?.article ?? window.indices.lowerBound)
        } else {
          list.sections[section].unload()
        }
      }
      return (0, 0)
    }
    return list
  }
}
