import Briefings
import Cells

/// Notes on articles and statements.
extension Model {
  /// The notes on the article shown and its statements.
  var panelNotes: [Note] { article?.loaded.notes ?? [] }

  /// The note that is chosen in the panel.
  var panelNote: Note? { panelNotes.indices.contains(panel.note) ? panelNotes[panel.note] : nil }

  /// What a note is to be written on: the chosen statement, else the article.
  private var noteTarget: NoteTarget? {
    guard let id = article?.briefing.id else { return nil }
    switch focus {
    case .list:
      // Only of what is shown is it known which note stands on it.
      guard selectedID == id else { return nil }
      return search?.selectedStatement.map { .statement($0.record.id) } ?? .briefing(id)
    case .article: return isStatementChosen ? panelStatement.map { .statement($0.id) } : .briefing(id)
    case .panel:
      switch panel.tab {
      case .statements: return panelStatement.map { .statement($0.id) } ?? .briefing(id)
      case .notes: return panelNote?.target ?? .briefing(id)
      case .entities, .related: return .briefing(id)
      }
    case .page: return nil
    }
  }

  /// Begins to write a note, or to change the one that is there.
  mutating func openNoteEntry() {
    guard let target = noteTarget else {
      notice = Notice(wording.noArticleOpen)
      return
    }
    let old = panelNotes.first { $0.target == target }?.text ?? ""
    entry = Entry(kind: .note(target), text: String(old.map { $0.isNewline ? Self.lineSign : $0 }))
  }

  /// Keeps what was typed as a note; nothing removes the one that is there.
  mutating func keepNote(_ typed: String, on target: NoteTarget) -> [Effect] {
    let text = noteText(typed)
    let old = panelNotes.first { $0.target == target }?.text
    guard text != old ?? "" else { return [] }
    return keep(.note(text.isEmpty ? nil : text, target))
  }

  /// What was typed as a note, in its lines.
  func noteText(_ typed: String) -> String { String(typed.map { $0 == Self.lineSign ? "\n" : $0 }).trimmed }

  /// Takes what the user's editor has left into the line being typed, where Enter keeps it.
  mutating func takeEdited(_ text: String) {
    guard var typed = entry, case .note = typed.kind else { return }
    typed.text = String(text.trimmed.map { $0.isNewline ? Self.lineSign : $0 })
    typed.behind = 0
    entry = typed
  }

  /// Shows the notes that the article has now.
  mutating func takeNote() -> [Effect] {
    guard let id = article?.briefing.id, panel.pendingArticle == nil else { return [] }
    return load(id, for: .refresh(nil))
  }

  /// What stands for the end of a line while a note is typed in one.
  private static let lineSign: Character = "⏎"

  /// Brings what the chosen note stands on into sight.
  mutating func showPanelNote() {
    guard case .statement(let id) = panelNote?.target,
      let record = article?.loaded.statements.first(where: { $0.id == id })
    else {
      article?.current = nil
      return
    }
    article?.current = record.statement.place
    show(record.statement.place)
  }

  /// Goes to what the chosen note stands on.
  mutating func openPanelNote() -> [Effect] {
    guard panelNote != nil else { return [] }
    trail.leave(stop)
    focus = .article
    layOutArticle()
    showPanelNote()
    return savePosition()
  }
}
