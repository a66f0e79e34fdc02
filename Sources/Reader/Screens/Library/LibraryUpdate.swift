import Briefings
import Search

extension Model {
  /// The effects that fill an empty reader; with an id, reading goes on in that article where it was left.
  public mutating func start(resuming id: BriefingID? = nil) -> [Effect] {
    library.wanted = id
    return loadList() + (id.map { load($0, for: .read) } ?? [])
  }

  /// Asks for the rows behind those that are there; for as many as there are once more where those are out of date.
  mutating func loadList(limit: Int = LibraryState.pageSize) -> [Effect] {
    guard library.request == nil else { return [] }
    let request = takeRequest()
    library.request = request
    library.problem = nil
    let limit = library.isStale ? max(limit, library.rows.count) : limit
    let after = library.isStale ? nil : library.next
    return [.loadList(request: request, filter: library.filter, after: after, limit: limit)]
  }

  /// Puts rows that have come behind those that are there; shows the first article when none is shown.
  mutating func take(_ list: LoadedList, request: Int) -> [Effect] {
    guard request == library.request else { return [] }
    library.request = nil
    let chosen = library.selectedRow?.id
    if library.isStale {
      library.isStale = false
      library.rows = []
    }
    library.rows += list.rows
    library.apply(readMarks)
    library.next = list.next
    library.total = list.total
    let isFirst = !library.isLoaded
    library.isLoaded = true
    if let wanted = library.wanted {
      library.wanted = nil
      if let index = library.rows.firstIndex(where: { $0.id == wanted }) {
        library.selected = index
        keepListSelectionVisible()
      }
      if panel.pendingArticle != nil || article?.briefing.id == wanted { return [] }
    }
    if let index = library.rows.firstIndex(where: { $0.id == chosen }) { library.selected = index }
    if library.isEndWanted {
      library.isEndWanted = false
      library.selected = library.rows.count - 1
    }
    library.selected = min(library.selected, max(0, library.rows.count - 1))
    keepListSelectionVisible()
    if isFirst, article == nil, !library.rows.isEmpty {
      let count = library.rows.count { isRightToLeftLanguage($0.language) }
      isRightToLeft = count * 2 >= library.rows.count
    }
    // What is being read stays; beside the list stands what is chosen there.
    guard focus == .list, isFirst || library.selectedRow?.id != chosen else { return [] }
    return preview()
  }

  /// Asks for everything anew, the chosen row kept where it is still there.
  mutating func reloadList() -> [Effect] {
    library.isStale = library.isLoaded
    library.request = nil
    return loadList()
  }

  /// Moves the choice in the list by `distance` rows, within the rows that are there.
  mutating func moveInList(by distance: Int) -> [Effect] {
    library.isEndWanted = false
    guard !library.rows.isEmpty else { return [] }
    let target = min(max(0, library.selected + distance), library.rows.count - 1)
    var effects: [Effect] = []
    if library.next != nil, library.rows.count - target < LibraryState.pageSize / 2 { effects += loadList() }
    guard target != library.selected else { return effects }
    library.selected = target
    keepListSelectionVisible()
    return effects + preview()
  }

  /// Goes to the last row that is there, and to the last of all once the rest has come, unless the user moves on.
  mutating func moveToEndOfList() -> [Effect] {
    let rest = max(LibraryState.pageSize, library.total - library.rows.count)
    let isMore = library.next != nil
    let effects = isMore ? loadList(limit: min(rest, LibraryState.endLimit)) : []
    defer { library.isEndWanted = isMore }
    return effects + moveInList(by: library.rows.count)
  }

  /// The number of articles that the list pane shows at once; each takes two rows.
  var listRows: Int { max(1, ((panes.list?.size.rows ?? size.rows - 1) - 1) / 2) }

  /// Scrolls the list so that the chosen row is shown, and no room stays empty below while there are rows above.
  mutating func keepListSelectionVisible() {
    library.top = min(library.top, library.selected, library.rows.count - listRows)
    library.top = max(library.top, library.selected - listRows + 1)
    library.top = max(0, library.top)
  }

  /// Lists the briefings that name an entity, in a new list that Back leaves.
  mutating func listBriefings(naming name: String) -> [Effect] {
    trail.leave(stop)
    search = nil
    library = LibraryState(filter: BriefingFilter(entity: name))
    focus = .list
    return loadList()
  }
}

/// Whether text of a language runs from right to left. Unknown counts as Arabic, which most of an archive is.
func isRightToLeftLanguage(_ language: String?) -> Bool {
  guard let primary = language?.split(separator: "-").first else { return true }
  return ["ar", "fa", "he", "ur", "ps", "ckb", "sd", "ug", "yi", "dv", "syr"].contains(String(primary))
}
