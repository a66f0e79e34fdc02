import Briefings
import Cells
import Search

/// The tags that may be meant while one is being typed.
struct TagCompletion: Hashable, Sendable {
  /// The request for those of the archive, while they are awaited.
  var request: Int?
  /// Those that there are, most used first.
  var all: [TagCount] = []
  /// Those that fit what is typed: those that begin so first.
  private(set) var fitting: [TagCount] = []
  /// The chosen one of them.
  var selected = 0

  /// The most tags that are looked at.
  static let limit = 2_000

  /// Takes up what is typed. Letters count as in a search: ا finds أ.
  ///
  /// - Complexity: O(*n*) in the letters of all tags.
  mutating func follow(_ text: String) {
    selected = 0
    guard !text.trimmed.isEmpty else {
      fitting = all
      return
    }
    let found = all.compactMap { tag in occurrences(of: text.trimmed, in: tag.tag).first.map { (tag, $0.lowerBound) } }
    fitting = found.filter { $0.1 == 0 }.map(\.0) + found.filter { $0.1 > 0 }.map(\.0)
  }
}

extension Model {
  /// Begins to type a tag for the articles in question.
  mutating func openTagEntry(isAdded: Bool) -> [Effect] {
    let ids = changeTargets
    guard !ids.isEmpty else { return [] }
    var typed = Entry(kind: .tag(ids, isAdded: isAdded))
    var completion = TagCompletion()
    // Only what they have can be taken from articles; of some it may not be known here.
    let rows = ids.map { row(of: $0) }
    if !isAdded, !rows.contains(nil) {
      let tags = rows.compactMap(\.self).flatMap(\.tags)
      completion.all = Dictionary(tags.map { ($0, 1) }, uniquingKeysWith: +)
        .map { TagCount(tag: $0.key, briefingCount: $0.value) }
        .sorted { ($1.briefingCount, $0.tag) < ($0.briefingCount, $1.tag) }
    } else {
      completion.request = takeRequest()
    }
    completion.follow("")
    typed.completion = completion
    entry = typed
    return completion.request.map { [.loadTags(request: $0, limit: TagCompletion.limit)] } ?? []
  }

  /// Takes up the tags of the archive.
  mutating func take(tags: [TagCount], request: Int) -> [Effect] {
    guard var typed = entry, var completion = typed.completion, completion.request == request else { return [] }
    completion.request = nil
    completion.all = tags
    completion.follow(typed.text)
    typed.completion = completion
    entry = typed
    return []
  }

  /// How many tags are shown over the rows above the line being typed.
  var tagRows: Int { min(entry?.completion?.fitting.count ?? 0, 8, max(1, size.rows - 3)) }

  /// A key that chooses among the tags or takes one; `false` where it does not.
  mutating func completeTag(_ key: Key) -> Bool {
    guard var typed = entry, var completion = typed.completion else { return false }
    switch key.code {
    case .down, .up:
      let step = key.code == .down ? 1 : -1
      completion.selected = min(max(0, completion.selected + step), max(0, completion.fitting.count - 1))
    case .tab:
      guard completion.fitting.indices.contains(completion.selected) else { return true }
      typed.text = completion.fitting[completion.selected].tag
      typed.behind = 0
      completion.follow(typed.text)
    default: return false
    }
    typed.completion = completion
    entry = typed
    return true
  }
}

/// Draws the tags that fit over the rows above the line being typed, in as many articles as each has.
func tagCompletionView(_ model: Model, _ completion: TagCompletion, over frame: inout Frame) {
  let rows = model.tagRows
  let first = min(max(0, completion.selected - rows + 1), max(0, completion.fitting.count - rows))
  for offset in 0..<rows {
    let tag = completion.fitting[first + offset]
    let style = model.options.theme[first + offset == completion.selected ? .selection : .bar]
    let row = frame.size.rows - 1 - rows + offset
    frame.fill(Rect(column: 0, row: row, columns: frame.size.columns, rows: 1), with: .blank(style))
    let inner = Rect(column: 1, row: row, columns: frame.size.columns - 2, rows: 1)
    label(
      joined(
        [model.wording.isolated("#" + tag.tag), model.options.digits.written("\(tag.briefingCount)")],
        isRightToLeft: model.isRightToLeft), style: style, model: model, row: row, in: inner, over: &frame)
  }
}
