import Briefings
import Cells
import Search

extension Model {
  /// The effects that fill an empty reader; with an id, reading goes on in that article where it was left.
  public mutating func start(resuming id: BriefingID? = nil) -> [Effect] {
    library.goal = id.map { .article($0) }
    return loadList(at: id.map { .around($0) } ?? .start) + (id.map { load($0, for: .read) } ?? [])
  }

  /// Asks for rows of the list, and for their number where that is not known.
  mutating func loadList(at place: ListPlace) -> [Effect] {
    guard library.asked != place || library.request == nil else { return [] }
    let request = takeRequest()
    library.request = request
    library.asked = place
    library.problem = nil
    var effects: [Effect] = [
      .loadList(
        request: request, filter: library.filter, order: library.order, place: place, limit: LibraryState.pageSize)
    ]
    if library.total == nil || library.isStale { effects += countList() }
    return effects
  }

  /// Asks for the number of rows.
  mutating func countList() -> [Effect] {
    guard library.countRequest == nil else { return [] }
    let request = takeRequest()
    library.countRequest = request
    return [.countList(request: request, filter: library.filter)]
  }

  /// Marks rows that have come as they were marked here meanwhile.
  mutating func applyChanges() {
    let changed = changedRows
    library.window.change { changed.apply(to: &$0) }
  }

  /// Takes up the number of rows.
  mutating func take(count: Int, request: Int) -> [Effect] {
    guard request == library.countRequest else { return [] }
    library.countRequest = nil
    library.total = library.window.after == nil && library.isLoaded ? library.window.indices.upperBound : count
    guard library.goal == .last else { return [] }
    library.goal = nil
    return moveInList(by: library.count)
  }

  /// Takes up rows that have come; shows the first article when none is shown.
  mutating func take(_ stretch: ListStretch, request: Int) -> [Effect] {
    guard request == library.request, let place = library.asked else { return [] }
    library.request = nil
    library.asked = nil
    let chosen = library.selectedRow?.id
    let offset = library.selected - library.top
    let isFirst = !library.isLoaded
    let isAnew = library.isStale
    library.put(stretch, at: place)
    library.isLoaded = true
    applyChanges()
    if isFirst, article == nil, !stretch.rows.isEmpty {
      let count = stretch.rows.count { isRightToLeftLanguage($0.language) }
      isRightToLeft = count * 2 >= stretch.rows.count
    }
    if isAnew, let index = library.window.index(of: chosen) {
      library.selected = index
      library.top = index - offset
    }
    let effects = reachGoal()
    if library.goal == nil, library.window[library.selected] == nil {
      library.selected = min(library.selected, max(0, library.window.indices.upperBound - 1))
      library.selected = max(library.selected, library.window.indices.lowerBound)
    }
    keepListSelectionVisible()
    // What is being read stays; beside the list stands what is chosen there.
    guard focus == .list, isFirst || library.selectedRow?.id != chosen else { return effects }
    if isFirst, panel.pendingArticle != nil { return effects }
    return effects + preview()
  }

  /// Chooses what was to be chosen, or goes on looking for it.
  private mutating func reachGoal() -> [Effect] {
    switch library.goal {
    case nil, .last: return []
    case .row(let index):
      library.goal = nil
      if library.window[index] != nil { library.selected = index }
    case .article(let id):
      library.goal = nil
      if let index = library.window.index(of: id) { library.selected = index }
    case .unread(let isFromBeginning):
      return goToUnread(from: isFromBeginning ? 0 : library.selected + 1, isFromBeginning: isFromBeginning)
    }
    return []
  }

  /// Asks for everything anew, the chosen row kept where it is still there.
  mutating func reloadList() -> [Effect] {
    library.isStale = library.isLoaded
    library.request = nil
    library.countRequest = nil
    return loadList(at: library.selectedRow.map { .around($0.id) } ?? .start)
  }

  /// Moves the choice in the list by `distance` rows; where the row is not there yet, it is asked for.
  mutating func moveInList(by distance: Int) -> [Effect] {
    guard !library.window.isEmpty else { return [] }
    var current = library.selected
    if case .row(let goal) = library.goal { current = goal }
    if distance > 0, library.total == nil, library.window.after != nil, current + distance >= library.count {
      library.goal = .last
      return []
    }
    return chooseRow(min(max(0, current + distance), library.count - 1))
  }

  /// Chooses the row of a number, from 0.
  mutating func chooseRow(_ index: Int) -> [Effect] {
    guard library.window[index] != nil else {
      library.goal = .row(index)
      return loadList(
        at: index == 0
          ? .start : index == library.count - 1 ? .end : .at(max(0, index - LibraryState.pageSize / 2)))
    }
    library.goal = nil
    dropJump()
    let effects = loadNeighbours(of: index)
    guard index != library.selected else { return effects }
    library.selected = index
    keepListSelectionVisible()
    return effects + preview()
  }

  /// Waits no longer for rows elsewhere in the list.
  private mutating func dropJump() {
    switch library.asked {
    case .start, .end, .at: if !library.isStale { (library.request, library.asked) = (nil, nil) }
    case .after, .before, .around, nil: break
    }
  }

  /// Asks for the rows behind or before those that are there before they are needed.
  private mutating func loadNeighbours(of index: Int) -> [Effect] {
    guard library.request == nil else { return [] }
    let rows = library.window.indices
    let margin = LibraryState.pageSize / 2
    if let cursor = library.window.after, rows.upperBound - index < margin { return loadList(at: .after(cursor)) }
    if let cursor = library.window.before, index - rows.lowerBound < margin { return loadList(at: .before(cursor)) }
    return []
  }

  /// Chooses the next row from a number on that was never opened, asking for more rows as long as there are any.
  mutating func goToUnread(from start: Int, isFromBeginning: Bool) -> [Effect] {
    let rows = library.window.indices
    for index in max(start, rows.lowerBound)..<max(start, rows.lowerBound, rows.upperBound) {
      guard library.window[index]?.isRead == false else { continue }
      library.goal = nil
      return chooseRow(index)
    }
    if let cursor = library.window.after {
      library.goal = .unread(isFromBeginning: isFromBeginning)
      return loadList(at: .after(cursor))
    }
    guard !isFromBeginning else {
      library.goal = nil
      notice = Notice(wording.everythingRead)
      return []
    }
    guard library.window.before != nil else { return goToUnread(from: 0, isFromBeginning: true) }
    library.goal = .unread(isFromBeginning: true)
    return loadList(at: .start)
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
