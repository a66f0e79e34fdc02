import Briefings
import Cells
import Search

extension Model {
  /// Shows what the list may be grouped by.
  mutating func openGroupings() {
    guard search == nil else { return }
    focus = .list
    layOutArticle()
    let all = ListGrouping.menuOrder
    menu = Menu(kind: .groupings(all), selected: all.firstIndex(of: library.grouping) ?? 0)
  }

  /// Groups the list.
  mutating func groupList(by grouping: ListGrouping) -> [Effect] {
    grouping == library.grouping ? [] : regroupList(by: grouping) + keepView()
  }

  /// Takes a list with other groups in place of this one.
  mutating func regroupList(by grouping: ListGrouping) -> [Effect] {
    let id = library.selectedRow?.id
    var list = LibraryState(filter: library.filter, order: library.order, grouping: grouping)
    list.filterText = library.filterText
    list.marked = library.marked
    library = list
    library.goal = library.isTree ? nil : id.map { .article($0) }
    return loadList(at: library.isTree ? .start : id.map { .around($0) } ?? .start)
  }

  /// Asks for the groups of the list.
  mutating func loadGroups() -> [Effect] {
    let request = takeRequest()
    library.groupRequest = request
    library.problem = nil
    return [.loadGroups(request: request, library.grouping, library.filter)]
  }

  /// Takes up groups that have come: what was unfolded stays so, and what was chosen stays chosen.
  mutating func take(_ groups: [ListGroup], request: Int) -> [Effect] {
    guard request == library.groupRequest else { return [] }
    library.groupRequest = nil
    let old = library
    let place = library.place(of: library.selected)
    let chosen = place.map { library.sections[$0.section] }
    var new = sections(groups, by: library.grouping, oldestFirst: library.order == .oldest)
    for index in new.indices {
      new[index].isFolded = new[index].group.map { !library.unfolded.contains($0.part) } ?? false
    }
    let index = new.firstIndex { $0.group?.part == chosen?.group?.part }
    let isAnew = library.goal != .row(0) && library.isLoaded
    (library.request, library.asked, library.askedPart, library.isStale) = (nil, nil, nil, false)
    if isAnew, let index, let chosen, place?.article != nil, chosen.isLoaded {
      // Its rows stay until others come.
      new[index].window = chosen.window
      new[index].isLoaded = true
    }
    library.sections = new
    library.isLoaded = true
    library.goal = nil
    if article == nil, !old.isLoaded { isRightToLeft = isMostlyRightToLeft(new) }
    guard isAnew else {
      (library.selected, library.top) = (0, 0)
      return loadNeighbours()
    }
    let offset = old.selected - old.top
    if let index, let place {
      library.selected = library.row(of: LibraryState.Place(section: index, article: place.article))
    }
    library.selected = min(library.selected, max(0, library.count - 1))
    library.top = library.selected - offset
    keepListSelectionVisible()
    guard let index, new[index].isLoaded else { return loadNeighbours() }
    library.isStale = true
    return loadRows(of: index, at: old.selectedRow.map { .around($0.id) } ?? .start)
  }

  /// Whether most names of groups run from right to left; where they are no names, as things are.
  private func isMostlyRightToLeft(_ sections: [ListSection]) -> Bool {
    let names = sections.compactMap { section in section.group.map { wording.name(of: $0.part) } }
    guard library.grouping != .date, !names.isEmpty else { return isRightToLeft }
    return names.count { readingDirection(of: $0, language: "ar") == .rightToLeft } * 2 >= names.count
  }

  // MARK: Folding

  /// Folds or unfolds the heading of a section.
  mutating func setFolded(_ section: Int, _ isFolded: Bool) -> [Effect] {
    guard let part = library.sections[section].group?.part else { return [] }
    if isFolded { library.unfolded.remove(part) } else { library.unfolded.insert(part) }
    library.keepingPlaces { list in
      list.sections[section].isFolded = isFolded
      return (section, 0)
    }
    if !isFolded {
      // As much of it is shown as there is room for.
      let depth = library.sections[section].depth
      let next = library.sections[(section + 1)...].firstIndex { $0.depth <= depth } ?? library.sections.count
      let end = library.rows(of: next - 1).upperBound
      library.top = max(library.top, min(library.selected, end - listRows))
    }
    keepListSelectionVisible()
    return loadNeighbours()
  }

  /// Unfolds what a section stands in, and itself.
  mutating func unfoldAbove(_ section: Int) {
    var depth = Int.max
    var above: [Int] = []
    for index in (0...section).reversed() where library.sections[index].depth < depth {
      depth = library.sections[index].depth
      if library.sections[index].isFolded { above.append(index) }
    }
    for index in above.reversed() { _ = setFolded(index, false) }
  }

  /// Folds the chosen heading, or unfolds it; `nil` where the chosen row is none.
  mutating func toggleFold() -> [Effect]? {
    guard let place = library.place(of: library.selected), place.article == nil else { return nil }
    return setFolded(place.section, !library.sections[place.section].isFolded)
  }

  /// What an arrow does in a grouped list: the one in the direction of reading unfolds and goes in, the other folds and
  /// goes out; `nil` where it leads to another pane.
  mutating func fold(toward side: Int) -> [Effect]? {
    guard focus == .list, search == nil, let place = library.place(of: library.selected) else { return nil }
    let isInward = side == (isRightToLeft ? -1 : 1)
    if library.grouping == .story { return foldStory(isInward) }
    guard library.isTree else { return nil }
    let section = library.sections[place.section]
    if place.article != nil {
      return isInward ? nil : chooseRow(library.row(of: LibraryState.Place(section: place.section, article: nil)))
    }
    if isInward { return section.isFolded ? setFolded(place.section, false) : moveInList(by: 1) }
    if !section.isFolded { return setFolded(place.section, true) }
    guard let above = library.sections[..<place.section].lastIndex(where: { $0.depth < section.depth }) else {
      return nil
    }
    return chooseRow(library.row(of: LibraryState.Place(section: above, article: nil)))
  }

  private mutating func foldStory(_ isInward: Bool) -> [Effect]? {
    guard let row = library.selectedRow else { return nil }
    let window = library.sections[0].window
    if let lead = window.lead(of: row.id) {
      return isInward ? nil : library.index(of: lead).map { chooseRow($0) }
    }
    guard isInward else {
      guard window.isUnfolded(row.id) else { return nil }
      library.sections[0].window.fold(row.id)
      keepListSelectionVisible()
      return loadNeighbours()
    }
    guard row.reprintCount > 0, !window.isUnfolded(row.id) else { return nil }
    let request = takeRequest()
    (library.storyRequest, library.askedStory) = (request, row.id)
    var filter = library.filter
    filter.parts.append(.story(of: row.id))
    return [.loadStory(request: request, filter)]
  }

  /// Shows the rest of a story below its newest article.
  mutating func take(story rows: [BriefingSummary], request: Int) -> [Effect] {
    guard request == library.storyRequest, let id = library.askedStory else { return [] }
    (library.storyRequest, library.askedStory) = (nil, nil)
    guard library.grouping == .story, let lead = library.index(of: id) else { return [] }
    let count = library.sections[0].window.unfold(id, rows)
    applyChanges()
    if library.selected > lead { library.selected += count }
    if library.top > lead { library.top += count }
    if count == 0 { notice = Notice(wording.restOfStoryIsHidden) }
    keepListSelectionVisible()
    return loadNeighbours()
  }

  /// Folds all headings, or unfolds them.
  mutating func foldAll(_ isFolded: Bool) -> [Effect] {
    guard search == nil else { return [] }
    focus = .list
    layOutArticle()
    if library.grouping == .story, isFolded {
      let chosen = library.selectedRow?.id
      let lead = chosen.flatMap { library.sections[0].window.lead(of: $0) } ?? chosen
      let offset = library.selected - library.top
      library.sections[0].window.foldAll()
      library.selected = library.index(of: lead) ?? 0
      library.top = library.selected - offset
    } else if library.isTree {
      library.unfolded = isFolded ? [] : Set(library.sections.compactMap { $0.group?.part })
      var new = library.sections
      for index in new.indices { new[index].isFolded = isFolded }
      library.keepingPlaces { list in
        list.sections = new
        return (0, 0)
      }
    } else {
      notice = Notice(library.grouping == .story ? wording.storiesUnfoldSingly : wording.nothingToFold)
    }
    keepListSelectionVisible()
    return loadNeighbours()
  }
}

extension LibraryState {
  /// Takes articles out of all groups.
  mutating func remove(_ ids: Set<BriefingID>) {
    var (chosen, first) = (place(of: selected), place(of: top))
    for index in sections.indices where sections[index].isLoaded {
      let number = chosen?.section == index ? chosen?.article ?? 0 : 0
      let unread = sections[index].window.rows.count { ids.contains($0.id) && !$0.isRead }
      let removed = sections[index].window.remove(ids, countingBefore: number)
      guard removed.all > 0 else { continue }
      sections[index].total = sections[index].total.map { max(0, $0 - removed.all) }
      count(articles: -removed.all, unread: -unread, in: index)
      if chosen?.section == index { chosen?.article? -= removed.before }
      if first?.section == index { first?.article? -= removed.before }
    }
    if let chosen { selected = row(of: chosen) }
    if let first { top = row(of: first) }
    marked.subtract(ids)
  }

  /// Counts articles that were opened, or no longer, before their rows say so.
  mutating func note(read isRead: Bool, _ ids: Set<BriefingID>) {
    guard isTree else { return }
    for index in sections.indices where sections[index].isLoaded {
      let changed = sections[index].window.rows.count { ids.contains($0.id) && $0.isRead != isRead }
      if changed > 0 { count(articles: 0, unread: isRead ? -changed : changed, in: index) }
    }
  }

  /// Counts articles of a section, for the headings above it too.
  private mutating func count(articles: Int, unread: Int, in section: Int) {
    var depth = Int.max
    for index in (0...section).reversed() where sections[index].depth < depth {
      depth = sections[index].depth
      guard let group = sections[index].group else { continue }
      sections[index].group?.count = max(0, group.count + articles)
      sections[index].group?.unreadCount = max(0, group.unreadCount + unread)
    }
  }
}

extension ListGrouping {
  /// As they are offered.
  static let menuOrder: [ListGrouping] = [.none, .story, .source, .entity, .date, .tag]
}
