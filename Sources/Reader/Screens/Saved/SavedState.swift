import Briefings
import Cells
import Search

/// A saved search with what it finds now.
public struct LoadedSearch: Hashable, Sendable {
  /// The search.
  public var search: SavedSearch
  /// How many hits came since it was last opened, and how many there are in all; `nil` where its query cannot be read.
  public var counts: Counts?

  /// Numbers of hits, counted up to a limit.
  public struct Counts: Hashable, Sendable {
    /// Those that came since it was last opened.
    public var new: Int
    /// All of them.
    public var total: Int
    /// Whether there are no more than that.
    public var isExact: Bool

    /// Creates counts.
    public init(new: Int, total: Int, isExact: Bool) { (self.new, self.total, self.isExact) = (new, total, isExact) }
  }

  /// Creates a row.
  public init(search: SavedSearch, counts: Counts?) { (self.search, self.counts) = (search, counts) }
}

/// The page of the searches that were given names.
public struct SavedState: Hashable, Sendable {
  /// The searches, by name, once they have come.
  public var searches: [LoadedSearch]?
  /// What is chosen, and what is under way.
  public var progress = PageProgress()

  /// The chosen one.
  var chosen: LoadedSearch? {
    guard let searches, searches.indices.contains(progress.choice.selected) else { return nil }
    return searches[progress.choice.selected]
  }
}

extension SavedState: PageContent {
  var wanted: PageRequest? { .saved }
  var count: Int { searches?.count ?? 0 }
  var record: StatementRecord? { nil }
  var target: PageTarget? { chosen.map { .search($0) } }

  mutating func take(_ answer: PageAnswer) -> Bool {
    guard case .saved(let loaded) = answer else { return false }
    searches = loaded
    progress.choice.selected = max(0, min(progress.choice.selected, loaded.count - 1))
    return true
  }

  func title(_ model: Model) -> String { model.wording.savedSearches }

  func item(_ index: Int, _ model: Model) -> PageItem {
    guard let searches, searches.indices.contains(index) else { return PageItem(rows: []) }
    let (theme, wording) = (model.options.theme, model.wording)
    let row = searches[index]
    let isNew = row.counts.map { $0.new > 0 } ?? false
    let counts =
      row.counts.map { wording.hits(new: $0.new, of: $0.total, isExact: $0.isExact) } ?? wording.unreadableQuery
    return PageItem(rows: [
      TextRow(
        text: joined([wording.isolated(row.search.name), counts], isRightToLeft: model.isRightToLeft),
        style: theme[isNew ? .unread : .text]),
      TextRow(text: row.search.query, style: theme[.dim], limit: 2, isQuoted: true),
    ])
  }

  func advice(_ wording: Wording) -> String { wording.noSavedSearch }
}

extension Model {
  /// Opens the page of saved searches.
  mutating func openSavedSearches() -> [Effect] { open(.saved(SavedState())) }

  /// Begins to type the name of the search shown.
  mutating func openSaveEntry() {
    guard let text = search?.text.trimmed, !text.isEmpty, search?.kind != .entities, search?.problem == nil else {
      notice = Notice(wording.nothingToSave)
      return
    }
    entry = Entry(kind: .saveSearch(query: text), text: text)
  }

  /// Opens the search of a name: what is new in it, or all where nothing is; what it finds counts as seen then.
  mutating func open(_ saved: LoadedSearch) -> [Effect] {
    let isNew = saved.counts.map { $0.new > 0 } ?? false
    let effects = openSearch(for: saved.search.query, newSince: isNew ? saved.search.seen : nil)
    return isNew ? effects + keep(.seenSearch(saved.search.name)) : effects
  }

  /// Forgets the chosen search.
  mutating func deleteSavedSearch() -> [Effect] {
    guard case .saved(let state) = page, let chosen = state.chosen else { return [] }
    return keep(.noSearch(chosen.search.name))
  }
}
