import Briefings
import Search

/// What the user keeps beside articles. Each can be taken back.
public enum Keeping: Hashable, Sendable {
  /// A search, in place of one of the same name.
  case search(SavedSearch)
  /// A search to which all that is there now counts as seen.
  case newSearch(name: String, query: String)
  /// The search of a name is forgotten.
  case noSearch(String)
  /// All that a search finds now counts as seen.
  case seenSearch(String)
  /// How far the archive has been seen; `nil` for all that is there now.
  case seen(ChangeNumber?)
  /// A note, or none, on an article or a statement.
  case note(String?, NoteTarget)
}

extension Model {
  /// Keeps something in the archive.
  func keep(_ keeping: Keeping) -> [Effect] { [.keep(keeping, isUndo: false)] }

  /// Says what is kept now, and shows it where it is shown.
  ///
  /// - Parameter inverse: What takes it back; `nil` where nothing has changed.
  mutating func take(_ keeping: Keeping, inverse: Keeping?, isUndo: Bool) -> [Effect] {
    guard let inverse else {
      notice = Notice(wording.nothingChanged)
      return []
    }
    if !isUndo { undos.append(.keeping(inverse)) }
    notice = Notice(wording.kept(keeping, inverse: inverse, isUndo: isUndo))
    switch keeping {
    case .search, .newSearch, .noSearch, .seenSearch:
      guard case .saved = page else { return [] }
      return loadPage()
    case .seen:
      // What the user took back stays new when the reader is left.
      keepsUnseen = isUndo
      seenUntil = nil
      guard case .changes = page else { return [] }
      page = .changes(ChangesState())
      return loadPage()
    case .note: return takeNote()
    }
  }
}
