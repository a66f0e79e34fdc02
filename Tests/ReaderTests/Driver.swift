import Briefings
import Cells

@testable import Reader

/// Drives the reader as its program does: keys in, effects answered by an archive in memory.
struct Driver {
  var model: Model
  var archive: FakeArchive
  /// Whether answers come at once; otherwise they wait in `waiting` until `deliver`.
  var isPrompt = true
  /// Effects that no archive answers and those that wait, in the order in which they came.
  var waiting: [Effect] = []
  /// All effects since the last look.
  var effects: [Effect] = []
  /// Whether the reader has ended.
  var hasQuit: Bool { effects.contains(.quit) }

  init(_ archive: FakeArchive = Sample.archive, size: Size = Size(columns: 80, rows: 24), isPrompt: Bool = true) {
    self.archive = archive
    self.isPrompt = isPrompt
    model = Model(size: size, options: ReaderOptions())
    take(model.start())
  }

  /// The same, with keys pressed already.
  init(_ keys: String, _ archive: FakeArchive = Sample.archive, size: Size = Size(columns: 80, rows: 24)) {
    self.init(archive, size: size)
    press(keys)
  }

  mutating func send(_ message: Message) { take(model.update(message)) }

  /// Presses keys given by their labels, blanks between them: `j Enter C-o`.
  mutating func press(_ labels: String) {
    for label in labels.split(separator: " ") {
      guard let key = Key(label: String(label)) else { fatalError("no key is called \(label)") }
      effects = []
      send(.input(.key(key)))
    }
  }

  /// Types letters.
  mutating func type(_ text: String) {
    for scalar in text.unicodeScalars { send(.input(.key(Key(scalar)))) }
  }

  mutating func resize(_ columns: Int, _ rows: Int) {
    send(.input(.resize(Size(columns: columns, rows: rows))))
  }

  mutating func click(_ action: MouseEvent.Action, _ column: Int, _ row: Int) {
    effects = []
    send(.input(.mouse(MouseEvent(action, at: Frame.Position(column: column, row: row)))))
  }

  /// Answers the waiting effects, those that come of it too.
  mutating func deliver() {
    let old = waiting
    waiting = []
    for effect in old { if let message = archive.answer(to: effect) { send(message) } }
  }

  private mutating func take(_ new: [Effect]) {
    effects += new
    guard isPrompt else {
      waiting += new
      return
    }
    for effect in new { if let message = archive.answer(to: effect) { send(message) } }
  }

  /// The article's row at the top of its pane, as text in reading order.
  var topText: String {
    guard let article = model.article, let place = article.layout.place(ofRow: article.top) else { return "" }
    return article.briefing.text(at: place) ?? ""
  }
}
