import Briefings
import Cells
import Search

extension Model {
  /// The effects that fill an empty reader; with an id, reading goes on in that article where it was left.
  public mutating func start(resuming id: BriefingID? = nil) -> [Effect] {
    library.goal = id.map { .article($0) }
    return loadList(at: id.map { .around($0) } ?? .start) + (id.map { load($0, for: .read) } ?? [])
  }

  /// Asks for rows of the list; for its groups where it has any.
  mutating func loadList(at place: ListPlace) -> [Effect] { library.isTree ? loadGroups() : loadRows(of: 0, at: place) }

  /// Asks for rows of a section, and for their number where that is not known.
  mutating func loadRows(of section: Int, at place: ListPlace) -> [Effect] {
    guard library.sections.indices.contains(section) else { return [] }
    let part = library.sections[section].group?.part
    guard library.request == nil || library.asked != place || library.askedPart != part else { return [] }
    let request = takeRequest()
    library.request = request
    library.asked = place
    library.askedPart = part
    library.problem = nil
    var effects: [Effect] = [
      .loadList(
        request: request, filter: library.filter(of: section), order: library.order, place: place,
        limit: LibraryState.pageSize)
    ]
    if !library.isTree, library.total == nil || library.isStale { effects += countList() }
    return effects
  }

  /// Asks for the number of rows.
  mutating func countList() -> [Effect] {
    guard library.countRequest == nil else { return [] }
    let request = takeRequest()
    library.countRequest = request
    return [.countList(request: request, filter: library.filter(of: 0))]
  }

  /// Marks rows that have come as they were marked here meanwhile.
  mutating func applyChanges() {
    let changed = changedRows
    library.change { changed.apply(to: &$0) }
  }

  /// Takes up the number of rows.
  mutating func take(count: Int, request: Int) -> [Effect] {
    guard request == library.countRequest else { return [] }
    library.countRequest = nil
    guard !library.isTree else { return [] }
    let isWhole = library.isLoaded && library.sections[0].window.after == nil
    if !isWhole { library.total = count }
    guard library.goal == .last else { return [] }
    library.goal = nil
    return moveInList(by: library.count)
  }

  /// Takes up rows that have come; shows the first article when none is shown.
  mutating func take(_ stretch: ListStretch, request: Int) -> [Effect] {
    guard request == library.request, let place = library.asked else { return [] }
    let part = library.askedPart
    library.request = nil
    library.asked = nil
    library.askedPart = nil
    // A group may be gone by now.
    guard let section = library.sections.firstIndex(where: { $0.group?.part == part }) else { return loadNeighbours() }
    let chosen = library.selectedRow?.id
    let offset = library.selected - library.top
    let isFirst = !library.isLoaded
    let isAnew = library.isStale
    library.put(stretch, at: place, in: section)
    library.isLoaded = true
    applyChanges()
    if isFirst, article == nil, !stretch.rows.isEmpty {
      let count = stretch.rows.count { isRightToLeftLanguage($0.language) }
      isRightToLeft = count * 2 >= stretch.rows.count
    }
    if isAnew, let index = library.index(of: chosen) {
      library.selected = index
      library.top = index - offset
    }
    var effects = reachGoal()
    if library.goal == nil { chooseWhatIsThere() }
    keepListSelectionVisible()
    effects += loadNeighbours()
    // What is being read stays; beside the list stands what is chosen there.
    guard focus == .list, isFirst || library.selectedRow?.id != chosen else { return effects }
    if isFirst, panel.pendingArticle != nil { return effects }
    return effects + preview()
  }

  /// Chooses the row that is nearest to the chosen one and is there.
  mutating func chooseWhatIsThere() {
    guard let place = library.place(of: library.selected) else {
      library.selected = max(0, library.count - 1)
      return
    }
    let section = library.sections[place.section]
    guard let article = place.article, section.isLoaded, section.window[article] == nil else { return }
    let rows = section.window.indices
    guard !rows.isEmpty else { return }
    library.selected = library.row(
      of: LibraryState.Place(section: place.section, article: min(max(rows.lowerBound, article), rows.upperBound - 1)))
  }

  /// Chooses what was to be chosen, or goes on looking for it.
  private mutating func reachGoal() -> [Effect] {
    switch library.goal {
    case nil, .last: return []
    case .row(let index):
      library.goal = nil
      if library[index] != nil { library.selected = index }
    case .article(let id):
      library.goal = nil
      if let index = library.index(of: id) { library.selected = index }
    case .unread(let isFromBeginning):
      return goToUnread(from: isFromBeginning ? 0 : unreadStart, isFromBeginning: isFromBeginning)
    }
    return []
  }

  /// Asks for everything anew, the chosen row kept where it is still there.
  mutating func reloadList() -> [Effect] {
    library.countRequest = nil
    guard !library.isTree else { return loadGroups() }
    library.isStale = library.isLoaded
    library.request = nil
    return loadList(at: library.selectedRow.map { .around($0.id) } ?? .start)
  }

  /// Moves the choice in the list by `distance` rows; where the row is not there yet, it is asked for.
  mutating func moveInList(by distance: Int) -> [Effect] {
    guard !library.isEmpty else { return [] }
    var current = library.selected
    if case .row(let goal) = library.goal { current = goal }
    if distance > 0, library.total == nil, library.sections[0].window.after != nil, current + distance >= library.count
    {
      library.goal = .last
      return []
    }
    return chooseRow(min(max(0, current + distance), library.count - 1))
  }

  /// Chooses the row of a number, from 0.
  mutating func chooseRow(_ index: Int) -> [Effect] {
    guard let place = library.place(of: index) else { return [] }
    if let article = place.article, library[index] == nil {
      library.goal = .row(index)
      return loadRows(of: place.section, at: listPlace(of: article, in: library.sections[place.section]))
    }
    library.goal = nil
    dropJump()
    let isOther = index != library.selected
    library.selected = index
    if isOther { keepListSelectionVisible() }
    let effects = loadNeighbours()
    return isOther ? effects + preview() : effects
  }

  /// Where to ask for an article of a section that is not there.
  private func listPlace(of article: Int, in section: ListSection) -> ListPlace {
    let (window, margin) = (section.window, LibraryState.pageSize / 2)
    let distance = article - window.indices.upperBound
    if let cursor = window.after, section.isLoaded, 0..<margin ~= distance { return .after(cursor) }
    if let cursor = window.before, section.isLoaded, 0..<margin ~= window.indices.lowerBound - 1 - article {
      return .before(cursor)
    }
    if article < margin { return .start }
    return article >= section.count - margin ? .end : .at(article - margin)
  }

  /// Waits no longer for rows elsewhere in the list.
  private mutating func dropJump() {
    switch library.asked {
    case .start, .end, .at:
      if !library.isStale { (library.request, library.asked, library.askedPart) = (nil, nil, nil) }
    case .after, .before, .around, nil: break
    }
  }

  /// Asks for rows that are shown and not there; then for those behind or before the chosen one before they are needed.
  mutating func loadNeighbours() -> [Effect] {
    guard library.request == nil, library.isLoaded else { return [] }
    for row in library.top..<max(library.top, min(library.count, library.top + listRows)) {
      guard let place = library.place(of: row), let article = place.article else { continue }
      let section = library.sections[place.section]
      if section.window[article] == nil {
        return loadRows(of: place.section, at: listPlace(of: article, in: section))
      }
    }
    guard let place = library.place(of: library.selected), let article = place.article else { return [] }
    let window = library.sections[place.section].window
    let margin = LibraryState.pageSize / 2
    if let cursor = window.after, window.indices.upperBound - article < margin {
      return loadRows(of: place.section, at: .after(cursor))
    }
    if let cursor = window.before, article - window.indices.lowerBound < margin {
      return loadRows(of: place.section, at: .before(cursor))
    }
    return []
  }

  /// The row from which the next one that was never opened is looked for: below a heading, what stands there.
  var unreadStart: Int { library.heading(library.selected) == nil ? library.selected + 1 : library.selected }

  /// Chooses the next row from a number on that was never opened, in folded groups too, asking for more rows as long as
  /// there are any.
  mutating func goToUnread(from start: Int, isFromBeginning: Bool) -> [Effect] {
    var isGoingOn = false
    if case .unread = library.goal { isGoingOn = true }
    let place = library.place(of: start)
    let first = place?.section ?? library.sections.count
    for index in first..<max(first, library.sections.count) {
      let section = library.sections[index]
      guard section.hasArticles, section.group?.unreadCount != 0 else { continue }
      let rows = section.window.indices
      let begin = index == first ? place?.article ?? 0 : 0
      let isAbove = section.window.before != nil && begin < rows.lowerBound && !isGoingOn
      if !section.isLoaded || isAbove {
        library.goal = .unread(isFromBeginning: isFromBeginning)
        return loadRows(of: index, at: .start)
      }
      for article in max(begin, rows.lowerBound)..<max(begin, rows.lowerBound, rows.upperBound)
      where section.window[article]?.isRead == false {
        library.goal = nil
        unfoldAbove(index)
        return chooseRow(library.row(of: LibraryState.Place(section: index, article: article)))
      }
      if let cursor = section.window.after {
        library.goal = .unread(isFromBeginning: isFromBeginning)
        return loadRows(of: index, at: .after(cursor))
      }
    }
    library.goal = nil
    guard !isFromBeginning else {
      notice = Notice(wording.everythingRead)
      return []
    }
    return goToUnread(from: 0, isFromBeginning: true)
  }

  /// The number of articles that the list pane shows at once.
  var listRows: Int {
    let size = panes.list?.size ?? Size(columns: size.columns, rows: size.rows - 1)
    return max(1, (size.rows - 1) / listRowHeight(columns: size.columns))
  }

  /// Scrolls the list so that the chosen row is shown, and no room stays empty below while there are rows above.
  mutating func keepListSelectionVisible() {
    library.top = min(library.top, library.selected, library.count - listRows)
    library.top = max(library.top, library.selected - listRows + 1)
    library.top = max(0, library.top)
  }

  /// Lists the briefings that name an entity, in a new list that Back leaves.
  mutating func listBriefings(naming name: String) -> [Effect] {
    trail.leave(stop)
    search = nil
    library = LibraryState(filter: BriefingFilter(entity: name), order: library.order)
    focus = .list
    return loadList(at: .start)
  }
}

/// Whether text of a language runs from right to left. Unknown counts as Arabic, which most of an archive is.
func isRightToLeftLanguage(_ language: String?) -> Bool {
  guard let primary = language?.split(separator: "-").first else { return true }
  return ["ar", "fa", "he", "ur", "ps", "ckb", "sd", "ug", "yi", "dv", "syr"].contains(String(primary))
}
