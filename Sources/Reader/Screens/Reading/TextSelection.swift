import Briefings
import Cells

/// Text of an article that is being selected, in logical order: words, or what the mouse was moved over.
public struct TextSelection: Hashable, Sendable {
  /// Where it is.
  public let field: BriefingField
  /// The words of the text.
  private let words: [Range<Int>]
  /// What it began with.
  private let anchor: Range<Int>
  /// What it ends with now; before the anchor where it was taken backwards.
  private(set) var cursor: Range<Int>

  /// Begins with the words of a place, or with one word from a byte on; `nil` where there are none.
  init?(in text: String, _ field: BriefingField = .text, from range: Range<Int>) {
    self.field = field
    words = Self.words(of: text)
    guard let first = words.firstIndex(where: { $0.upperBound > range.lowerBound }) ?? words.indices.last else {
      return nil
    }
    anchor = words[first]
    cursor = words[max(first, words.lastIndex { $0.lowerBound < range.upperBound } ?? first)]
  }

  /// Begins with exactly the bytes between two clusters, both included; `nil` where there is no word to go on from.
  init?(in text: String, _ field: BriefingField, between anchor: Range<Int>, and cursor: Range<Int>) {
    self.field = field
    words = Self.words(of: text)
    guard !words.isEmpty else { return nil }
    (self.anchor, self.cursor) = (anchor, cursor)
  }

  /// The bytes of the text that are selected.
  public var range: Range<Int> {
    min(anchor.lowerBound, cursor.lowerBound)..<max(anchor.upperBound, cursor.upperBound)
  }

  /// Moves its end by words.
  mutating func move(by distance: Int) {
    let word = words.firstIndex { $0.upperBound > cursor.lowerBound } ?? words.count - 1
    cursor = words[min(max(0, word + distance), words.count - 1)]
  }

  /// Moves its end to the word that stands at a byte, or to the next one.
  mutating func move(to byte: Int) {
    cursor = words.first { $0.upperBound > byte } ?? words[words.count - 1]
  }

  /// Moves its end to a cluster.
  mutating func extend(to cluster: Range<Int>) { cursor = cluster }

  private static func words(of text: String) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start: Int?
    for (index, byte) in text.utf8.enumerated() {
      let isBlank = byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
      if isBlank, let first = start {
        found.append(first..<index)
        start = nil
      } else if !isBlank, start == nil {
        start = index
      }
    }
    if let first = start { found.append(first..<text.utf8.count) }
    return found
  }
}

extension Model {
  /// Begins to select words of the text: what is marked in it, else from the first row shown on; or ends it.
  mutating func toggleSelection() {
    guard let state = article else { return }
    if state.selection != nil {
      article?.selection = nil
      return
    }
    let match = state.currentMatch.flatMap { state.matches.indices.contains($0) ? state.matches[$0] : nil }
    let places = [match, state.current].compactMap(\.self).filter { $0.field == .text }
    let visible = state.layout.lines.dropFirst(state.top).prefix(articleRows)
    let shown = visible.filter { $0.field == .text }.compactMap { $0.line?.source }
    let inSight = places.first { place in shown.contains { $0.overlaps(place.span.range) } }
    let start = inSight?.span.range ?? shown.first.map { $0.lowerBound..<$0.lowerBound + 1 }
    article?.selection = start.flatMap { TextSelection(in: state.briefing.text, from: $0) }
    if article?.selection == nil {
      notice = Notice(wording.nothingToSelect)
    } else {
      notice = Notice(wording.selecting)
    }
  }

  /// A key while words are being selected; `nil` where it means what it always does.
  mutating func extendSelection(_ action: Action) -> [Effect]? {
    guard focus == .article, let state = article, var selection = state.selection else { return nil }
    func move(rows: Int) {
      let row = state.layout.row(of: Place(selection.field, TextSpan(selection.cursor))) ?? state.top
      let lines = state.layout.lines.enumerated().filter {
        $0.element.field == selection.field && $0.element.line != nil
      }
      let target = row + rows
      let found = rows > 0 ? lines.first { $0.offset >= target } : lines.last { $0.offset <= target }
      let end = found ?? (rows > 0 ? lines.last : lines.first)
      if let source = end?.element.line?.source { selection.move(to: source.lowerBound) }
    }
    let forward = isRightToLeftLanguage(state.briefing.language) ? -1 : 1
    switch action {
    case .paneLeft: selection.move(by: -forward)
    case .paneRight: selection.move(by: forward)
    case .down: move(rows: 1)
    case .up: move(rows: -1)
    case .pageDown, .halfPageDown: move(rows: articleRows / 2)
    case .pageUp, .halfPageUp: move(rows: -articleRows / 2)
    case .top: move(rows: -1_000_000)
    case .bottom: move(rows: 1_000_000)
    case .leave, .toggleMark:
      article?.selection = nil
      return []
    case .copy, .cite:
      let text = state.briefing.text(at: Place(selection.field, TextSpan(selection.range))) ?? ""
      article?.selection = nil
      notice = Notice(wording.copied)
      return [.copy(action == .cite ? cited(text) : text)]
    default: return nil
    }
    article?.selection = selection
    show(Place(selection.field, TextSpan(selection.cursor)))
    return []
  }

  // MARK: Citations

  /// Copies what is chosen with all that says where it stands.
  mutating func cite() -> [Effect] {
    let text: String
    if focus == .list {
      let marked = library.marked.isEmpty || search != nil ? [] : library.markedRows
      let chosen = [search == nil ? library.selectedRow : search?.selectedHit?.briefing].compactMap(\.self)
      text = (marked.isEmpty ? chosen : marked).map { row in
        "- " + [row.title, row.source, row.date?.day ?? "", row.id.text].filter { !$0.isEmpty }.joined(separator: ", ")
      }.joined(separator: "\n")
    } else if let record = panelStatement, isStatementChosen {
      text = cited(record.statement.content, by: wording.source(of: record.statement))
    } else {
      text = cited(paragraphAtTop ?? "")
    }
    guard !text.isEmpty else { return [] }
    notice = Notice(wording.copied)
    return [.copy(text)]
  }

  /// The paragraph at the top of the pane; the title where that is there.
  var paragraphAtTop: String? {
    article.flatMap { state in
      guard let place = state.layout.place(ofRow: state.top), place.field == .text else { return state.briefing.title }
      let paragraph = paragraphs(of: state.briefing.text).last { $0.span.start <= place.span.start }
      return paragraph.flatMap { state.briefing.text.text(at: $0.span) }
    }
  }

  /// Words of the article with where they stand, in logical order.
  private func cited(_ text: String, by speaker: String? = nil) -> String {
    guard let briefing = article?.briefing else { return text }
    let origin = [briefing.source, briefing.title, briefing.date?.day ?? "", briefing.url].filter { !$0.isEmpty }
    let lead = speaker.map { "\($0): " } ?? ""
    return "\(lead)“\(text)”\n— \(origin.joined(separator: ", "))"
  }

  // MARK: Marks

  /// A letter behind the key that sets a mark or goes to one.
  mutating func takeLetter(_ key: Key, for purpose: LetterPurpose) -> [Effect] {
    awaitedLetter = nil
    guard case .character(let scalar) = key.code, key.modifiers.isEmpty else { return [] }
    // The same key on another keyboard is the same mark.
    let letter = latinKey(at: scalar) ?? scalar
    switch purpose {
    case .mark:
      guard let state = article, let place = state.layout.place(ofRow: state.top) else {
        notice = Notice(wording.noArticleOpen)
        return []
      }
      placeMarks[letter] = PlaceMark(briefing: state.briefing.id, place: place)
      notice = Notice(wording.markSet(String(letter)))
      return []
    case .jump:
      guard let mark = placeMarks[letter] else {
        notice = Notice(wording.noMark(String(letter)))
        return []
      }
      let effects = savePosition()
      trail.leave(stop)
      return effects + load(mark.briefing, for: .scroll(mark.place))
    }
  }
}

/// What a letter is awaited for.
public enum LetterPurpose: Hashable, Sendable {
  case mark, jump
}

/// A place that the user gave a letter, as long as the reader is open.
struct PlaceMark: Hashable, Sendable {
  var briefing: BriefingID
  var place: Place
}
