import Briefings
import Cells
import Search

/// A line being typed about articles or the list.
public struct Entry: Hashable, Sendable {
  /// What it is for.
  public enum Kind: Hashable, Sendable {
    /// A tag that some articles are to get, or to lose.
    case tag([BriefingID], isAdded: Bool)
    /// What the list is narrowed to.
    case filter(BriefingFilter)
    /// The name under which a search is kept.
    case saveSearch(query: String)
    /// The name of a file to be written.
    case export(ExportOrder)
    /// A note on an article or a statement.
    case note(NoteTarget)
  }

  /// What it is for.
  public var kind: Kind
  /// What is typed so far.
  public var text = ""
  /// The letters of it that stand behind the cursor.
  var behind = 0
  /// Why what is typed means nothing.
  public var problem: String?
  /// The tags that may be meant, where it is one.
  var completion: TagCompletion?

  init(kind: Kind, text: String = "") {
    self.kind = kind
    self.text = text
  }
}

extension Model {
  /// Begins to narrow the list.
  mutating func openFilterEntry() -> [Effect] {
    let effects = search == nil ? [] : closeSearch()
    trail.leave(stop)
    focus = .list
    layOutArticle()
    var entry = Entry(kind: .filter(library.filter))
    entry.text = library.filterText
    self.entry = entry
    return effects
  }

  /// A key while it is being typed.
  mutating func typeInEntry(_ key: Key) -> [Effect] {
    if completeTag(key) { return [] }
    guard var typed = entry else { return [] }
    switch key.code {
    case .escape: return cancelEntry()
    case .character("x") where key.modifiers == .control:
      guard case .note = typed.kind else { return [] }
      return [.edit(noteText(typed.text))]
    case .enter: return finishEntry()
    default:
      let old = typed.text
      guard edit(&typed.text, behind: &typed.behind, with: key) else { return [] }
      typed.problem = nil
      entry = typed
      return typed.text == old ? [] : entryChanged()
    }
  }

  /// What is typed has changed: the list follows.
  mutating func entryChanged() -> [Effect] {
    guard let typed = entry else { return [] }
    entry?.completion?.follow(typed.text)
    guard case .filter(let base) = typed.kind else { return [] }
    // What is begun and means nothing yet leaves the list as it is.
    guard let filter = filter(base, typed.text, isComplete: false) else { return [] }
    return narrowList(to: filter, typed.text)
  }

  private mutating func cancelEntry() -> [Effect] {
    guard let typed = entry else { return [] }
    entry = nil
    guard case .filter = typed.kind, let stop = trail.unwind(to: { _ in true }) else { return [] }
    return restore(stop)
  }

  private mutating func finishEntry() -> [Effect] {
    guard let typed = entry else { return [] }
    switch typed.kind {
    case .tag(let ids, let isAdded):
      entry = nil
      let tag = typed.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return tag.isEmpty ? [] : change(.tagged(tag, isAdded), ids)
    case .saveSearch(let query):
      entry = nil
      let name = typed.text.trimmed
      return name.isEmpty ? [] : keep(.newSearch(name: name, query: query))
    case .export(let order):
      entry = nil
      return export(order, to: typed.text)
    case .note(let target):
      entry = nil
      return keepNote(typed.text, on: target)
    case .filter(let base):
      do throws(QueryError) {
        _ = try Query.parse(typed.text)
      } catch {
        entry?.problem = error.description
        return []
      }
      entry = nil
      // Where the list is as before there is nothing to come back to.
      if typed.text == (trail.back.last?.library.filterText ?? "") { _ = trail.unwind { _ in true } }
      guard let filter = filter(base, typed.text, isComplete: true) else { return [] }
      return narrowList(to: filter, typed.text)
    }
  }

  private mutating func narrowList(to filter: BriefingFilter, _ text: String) -> [Effect] {
    library.filterText = text
    guard filter != library.filter else { return [] }
    library.filter = filter
    return loadListAnew(at: .start, goal: .row(0))
  }

  /// The filter with what is typed: words stand in titles, the rest is as in a search.
  private func filter(_ base: BriefingFilter, _ text: String, isComplete: Bool) -> BriefingFilter? {
    var filter = base
    filter.query = nil
    guard text.contains(where: { !$0.isWhitespace }) else { return filter }
    do throws(QueryError) {
      var query = try Query.parse(text, isComplete: isComplete)
      if text.last?.isWhitespace == false { query = query.continuingLastWord }
      filter.query = query.inTitles
      return filter
    } catch {
      return nil
    }
  }

  // MARK: The order

  /// Takes the next order; the chosen article stays chosen.
  mutating func nextOrder() -> [Effect] {
    guard search == nil else { return [] }
    let all = ListOrder.allCases
    library.order = all[((all.firstIndex(of: library.order) ?? 0) + 1) % all.count]
    notice = Notice(wording.order(library.order))
    let id = library.selectedRow?.id
    return loadListAnew(at: id.map { .around($0) } ?? .start, goal: id.map { .article($0) }) + keepView()
  }

  /// Asks for other rows in place of all that are there, which stay until those come.
  private mutating func loadListAnew(at place: ListPlace, goal: LibraryState.Goal?) -> [Effect] {
    library.countRequest = nil
    library.goal = goal
    if !library.isTree {
      library.isStale = library.isLoaded
      library.request = nil
    }
    return loadList(at: place)
  }
}

extension Query {
  /// The query with its words asked of headlines only.
  var inTitles: Query {
    switch self {
    case .word, .prefix, .adjacent, .phrase: .title(self)
    case .and(let parts): .and(parts.map(\.inTitles))
    case .or(let parts): .or(parts.map(\.inTitles))
    case .not(let inner): .not(inner.inTitles)
    case .all, .title, .field, .published, .cue, .quotation, .isRead: self
    }
  }
}
