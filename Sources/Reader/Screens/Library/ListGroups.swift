import Briefings
import Search

/// What the articles of a list are counted by.
public enum ListGrouping: Hashable, Sendable, CaseIterable {
  case source, month, tag, entity

  /// The next one, from the last to the first.
  var next: ListGrouping {
    let all = Self.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }
}

/// The groups of a list, the greatest first, months newest first.
public struct ListGroups: Hashable, Sendable {
  /// What they are of.
  public var grouping: ListGrouping
  /// The groups, with how many articles each has.
  public var groups: [FacetCount]
  /// Whether all articles were counted, not only the newest.
  public var isExact: Bool

  /// Creates groups.
  public init(grouping: ListGrouping, groups: [FacetCount], isExact: Bool) {
    self.grouping = grouping
    self.groups = groups
    self.isExact = isExact
  }
}

extension Model {
  /// Asks for the groups of the list, by what it is asked for next.
  mutating func openGroups() -> [Effect] {
    guard search == nil else { return [] }
    if case .groups(let groups) = menu?.kind {
      grouping = groups.grouping.next
    } else {
      focus = .list
      layOutArticle()
    }
    let request = takeRequest()
    groupRequest = request
    return [.loadGroups(request: request, grouping, library.filter)]
  }

  /// Shows groups that have come.
  mutating func take(_ groups: ListGroups, request: Int) -> [Effect] {
    guard request == groupRequest else { return [] }
    groupRequest = nil
    // Whoever types something meanwhile goes on with that.
    if menu == nil, isPrompting || helpTop != nil || focus != .list { return [] }
    if groups.groups.isEmpty {
      notice = Notice(wording.noGroups(groups.grouping))
      // The next kind is still a key away.
      menu = nil
      grouping = groups.grouping.next
    } else {
      menu = Menu(kind: .groups(groups), selected: 0)
    }
    return []
  }

  /// Lists the articles of a group, in a new list that Back leaves.
  mutating func listGroup(_ value: String, of grouping: ListGrouping) -> [Effect] {
    var filter = library.filter
    switch grouping {
    case .source: filter.source = value
    case .tag: filter.tag = value
    case .entity: filter.entity = value
    case .month:
      filter.since = PublicationDate(value + "-01")
      filter.until = ["-31", "-30", "-29", "-28"].lazy.compactMap { PublicationDate(value + $0) }.first
    }
    trail.leave(stop)
    let text = library.filterText
    library = LibraryState(filter: filter, order: library.order)
    library.filterText = text
    return loadList(at: .start)
  }
}
