import Briefings
import Cells

/// From what is looked at to a file: what, in which form, under which name.
extension Model {
  /// Lists what can be written into a file.
  mutating func openExports() {
    let choices = exportChoices
    guard !choices.isEmpty else {
      notice = Notice(wording.nothingToExport)
      return
    }
    menu = Menu(kind: .exports(choices), selected: 0)
  }

  /// Asks for the form; where there is only one, for the name.
  mutating func chooseExport(_ choice: ExportChoice) {
    let forms = choice.subject.forms
    if forms.count == 1 {
      openExportEntry(choice, forms[0])
    } else {
      menu = Menu(kind: .forms(choice, forms), selected: 0)
    }
  }

  /// Begins the line with the name of the file.
  mutating func openExportEntry(_ choice: ExportChoice, _ form: ExportForm) {
    let stem = choice.stem.hasSuffix("-") ? String(choice.stem.dropLast()) : choice.stem
    let folder = options.exportFolder
    let name = "\(stem).\(form.suffix)"
    let path = folder.isEmpty ? name : folder + (folder.hasSuffix("/") ? "" : "/") + name
    entry = Entry(
      kind: .export(
        ExportOrder(subject: choice.subject, form: form, path: path, name: name, language: options.language)),
      text: path)
  }

  /// Has the file written.
  mutating func export(_ order: ExportOrder, to typed: String) -> [Effect] {
    let path = typed.trimmed
    guard !path.isEmpty else { return [] }
    var order = order
    order.path = path
    notice = Notice(wording.exporting(path))
    exported = ExportProgress(done: 0, total: 0)
    return [.export(order)]
  }

  /// Tells how far the file is, and where it is in the end.
  mutating func take(_ outcome: ExportOutcome) {
    switch outcome {
    case .progress(let done, let total):
      exported = ExportProgress(done: done, total: total, isWarned: exported?.isWarned == true)
    case .written(let path, let count, let avoided):
      exported = nil
      notice = Notice(wording.exported(path, count, avoided: avoided))
    case .failed(let words):
      exported = nil
      notice = Notice(words, isError: true)
    }
  }

  /// Leaves the program; while a file is being written, only when asked twice.
  mutating func quit() -> [Effect] {
    if exported?.isWarned == false {
      exported?.isWarned = true
      notice = Notice(wording.fileIsUnderWay, isError: true)
      return []
    }
    return savePosition() + [.quit]
  }

  // MARK: Marking statements

  /// The statement that a mark is for: the one that is chosen, on a page or in the panel.
  private var statementToMark: StatementRecord? {
    if let content = page?.content { return content.record }
    if focus == .list { return search?.selectedStatement?.record }
    if focus == .panel, panel.tab == .related {
      return panel.related.flatMap { $0.indices.contains(panel.relatedIndex) ? $0[panel.relatedIndex].record : nil }
    }
    return focus == .panel && panel.tab == .statements ? panelStatement : nil
  }

  /// Marks the chosen statement, or takes the mark away, and goes on to the next one.
  mutating func toggleStatementMark() -> [Effect] {
    guard let id = statementToMark?.id else { return [] }
    if let index = markedStatements.firstIndex(of: id) {
      markedStatements.remove(at: index)
    } else {
      markedStatements.append(id)
    }
    notice = Notice(wording.statementsMarked(markedStatements.count))
    switch focus {
    case .page: return moveInPage(by: 1)
    case .list: return moveInHits(by: 1)
    case .panel, .article: return moveInPanel(by: 1)
    }
  }

  /// Marks all statements of the panel from the marked one that is nearest above; from a marked one on, takes all
  /// marks away.
  mutating func markStatementRange() {
    guard let record = statementToMark else { return }
    if markedStatements.contains(record.id) {
      markedStatements = []
    } else {
      let all = page == nil && panel.tab == .statements ? panelStatements.map(\.id) : []
      let end = all.firstIndex(of: record.id) ?? 0
      let above = all.prefix(end).lastIndex { markedStatements.contains($0) }
      let ids = above.map { Array(all[$0...end]) } ?? [record.id]
      markedStatements += ids.filter { !markedStatements.contains($0) }
    }
    notice = Notice(wording.statementsMarked(markedStatements.count))
  }
}

/// How far a file that is being written is.
public struct ExportProgress: Hashable, Sendable {
  /// The articles or statements written.
  public var done: Int
  /// How many there are in all; 0 until that is worth being told.
  public var total: Int
  /// Whether the user was told that leaving now leaves no file.
  var isWarned = false
}
