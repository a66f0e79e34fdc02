import Briefings
import Search

/// A piece of the list: a heading and the articles below it, of which some are there. A list that is not grouped is one
/// piece without a heading.
public struct ListSection: Hashable, Sendable {
  /// What its articles have in common; `nil` for all.
  public var group: ListGroup?
  /// How deep its heading stands: days stand in months, and those in years.
  public var depth = 0
  /// Whether articles stand right below it, and not only other headings.
  public var hasArticles = true
  /// Whether what stands below it is not shown.
  public var isFolded = false
  /// The rows that are there.
  public var window = ListWindow()
  /// Whether rows have come.
  var isLoaded = false
  /// How many articles it has; `nil` until they are counted.
  public var total: Int?

  /// A list that is not grouped.
  init() {}

  /// A group, folded.
  init(_ group: ListGroup, depth: Int, hasArticles: Bool) {
    self.group = group
    self.depth = depth
    self.hasArticles = hasArticles
    isFolded = true
    total = group.count
  }

  /// The number of its articles, as far as it is known.
  var count: Int {
    let known = window.indices.upperBound
    return isLoaded && window.after == nil ? known : max((total ?? 0) + window.belowCount, known)
  }

  /// The rows of its heading.
  var headingRows: Int { group == nil ? 0 : 1 }

  /// The rows that it takes, those above it being unfolded.
  var rows: Int { headingRows + (isFolded || !hasArticles ? 0 : count) }

  /// Forgets the rows that are there.
  mutating func unload() {
    if isLoaded, window.after == nil { total = window.indices.upperBound - window.belowCount }
    window = ListWindow()
    isLoaded = false
  }

  /// Puts rows that have come where they belong. Answers by how much the numbers of rows are greater than before.
  mutating func put(_ stretch: ListStretch, at place: ListPlace, isAnew: Bool) -> Int {
    var shift = 0
    switch place {
    case .after where !isAnew: shift = window.append(stretch)
    case .before where !isAnew: shift = window.prepend(stretch)
    default: window.replace(with: stretch, first: stretch.first ?? max(0, (total ?? 0) - stretch.rows.count))
    }
    isLoaded = true
    // Where the rows end is seen, however many were counted.
    if window.after == nil { total = window.indices.upperBound - window.belowCount }
    return shift
  }
}

/// The groups as headings, in the order of the list, all folded: days below their months, and those below their years.
func sections(_ groups: [ListGroup], by grouping: ListGrouping, oldestFirst: Bool) -> [ListSection] {
  guard grouping == .date else { return groups.map { ListSection($0, depth: 0, hasArticles: true) } }
  var sections: [ListSection] = []
  var open: [String: Int] = [:]
  for group in oldestFirst ? groups.reversed() : groups {
    guard case .date(let day) = group.part, day.utf8.count > 7 else {
      sections.append(ListSection(group, depth: 0, hasArticles: true))
      continue
    }
    // A day without its end is its month, and that its year.
    for (depth, text) in [String(day.dropLast(6)), String(day.dropLast(3))].enumerated() {
      if let index = open[text] {
        sections[index].group?.count += group.count
        sections[index].group?.unreadCount += group.unreadCount
      } else {
        open[text] = sections.count
        var sum = group
        sum.part = .date(text)
        sections.append(ListSection(sum, depth: depth, hasArticles: false))
      }
    }
    sections.append(ListSection(group, depth: 2, hasArticles: true))
  }
  return sections
}
