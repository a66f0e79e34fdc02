import Briefings
import Cells

/// Text of an article that is being selected, in logical order: words, or what the mouse was moved over.
public struct TextSelection: Hashable, Sendable {
  /// Where it is.
  public let field: BriefingField
  /// The text, whose words are found where they are needed.
  private let text: String
  /// What it began with.
  private let anchor: Range<Int>
  /// What it ends with now; before the anchor where it was taken backwards.
  private(set) var cursor: Range<Int>

  /// Begins with the words of a place, or with one word from a byte on; `nil` where there are none.
  init?(in text: String, _ field: BriefingField = .text, from range: Range<Int>) {
    self.field = field
    self.text = text
    guard let first = text.nearestWord(to: range.lowerBound) else { return nil }
    anchor = first
    let last = text.lastWord(before: range.upperBound) ?? first
    cursor = last.lowerBound > first.lowerBound ? last : first
  }

  /// Begins with exactly the bytes between two clusters, both included; `nil` where there is no word to go on from.
  init?(in text: String, _ field: BriefingField, between anchor: Range<Int>, and cursor: Range<Int>) {
    guard text.nearestWord(to: 0) != nil else { return nil }
    (self.field, self.text, self.anchor, self.cursor) = (field, text, anchor, cursor)
  }

  /// The bytes of the text that are selected.
  public var range: Range<Int> {
    min(anchor.lowerBound, cursor.lowerBound)..<max(anchor.upperBound, cursor.upperBound)
  }

  /// Moves its end by words.
  mutating func move(by distance: Int) {
    guard var word = text.nearestWord(to: cursor.lowerBound) else { return }
    for _ in 0..<abs(distance) {
      let next = distance > 0 ? text.firstWord(endingBehind: word.upperBound) : text.lastWord(before: word.lowerBound)
      guard let next else { break }
      word = next
    }
    cursor = word
  }

  /// Moves its end to the word that stands at a byte, or to the next one.
  mutating func move(to byte: Int) {
    cursor = text.nearestWord(to: byte) ?? cursor
  }

  /// Moves its end to a cluster.
  mutating func extend(to cluster: Range<Int>) { cursor = cluster }
}

/// Words: what stands between blanks.
extension String {
  /// The word that a byte is in or the next one; behind all of them the last one.
  fileprivate func nearestWord(to byte: Int) -> Range<Int>? {
    firstWord(endingBehind: byte) ?? lastWord(before: utf8.count)
  }

  /// The first word that ends behind a byte.
  ///
  /// - Complexity: O(*m*) in the bytes of the word and those before it.
  fileprivate func firstWord(endingBehind byte: Int) -> Range<Int>? {
    withBytes { bytes in
      var first = max(0, byte)
      while first < bytes.count, isBlank(bytes[first]) { first += 1 }
      return first < bytes.count ? word(around: first, in: bytes) : nil
    }
  }

  /// The last word that begins before a byte.
  ///
  /// - Complexity: O(*m*) in the bytes of the word and those behind it.
  fileprivate func lastWord(before byte: Int) -> Range<Int>? {
    withBytes { bytes in
      var last = min(byte, bytes.count) - 1
      while last >= 0, isBlank(bytes[last]) { last -= 1 }
      return last >= 0 ? word(around: last, in: bytes) : nil
    }
  }

  private func withBytes(_ body: (UnsafeBufferPointer<UInt8>) -> Range<Int>?) -> Range<Int>? {
    var text = self
    return text.withUTF8(body)
  }
}

private func word(around byte: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
  var (first, end) = (byte, byte + 1)
  while first > 0, !isBlank(bytes[first - 1]) { first -= 1 }
  while end < bytes.count, !isBlank(bytes[end]) { end += 1 }
  return first..<end
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }

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
    let visible = state.layout.lines(from: state.top, count: articleRows)
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
      let (layout, field) = (state.layout, selection.field)
      let row = layout.row(of: Place(field, TextSpan(selection.cursor))) ?? state.top
      let isDown = rows > 0
      let end: ArticleRow?
      if abs(rows) >= farAway {
        end = isDown ? layout.textRow(upTo: layout.last, of: field) : layout.textRow(from: .first, of: field)
      } else {
        let target = layout.row(row, movedBy: rows)
        let (below, above) = (layout.textRow(from: target, of: field), layout.textRow(upTo: target, of: field))
        end = isDown ? below ?? above : above ?? below
      }
      if let start = end.flatMap({ layout.line($0)?.line?.source.lowerBound }) { selection.move(to: start) }
    }
    let forward = isRightToLeftLanguage(state.briefing.language) ? -1 : 1
    switch action {
    case .paneLeft: selection.move(by: -forward)
    case .paneRight: selection.move(by: forward)
    case .down: move(rows: 1)
    case .up: move(rows: -1)
    case .pageDown, .halfPageDown: move(rows: articleRows / 2)
    case .pageUp, .halfPageUp: move(rows: -articleRows / 2)
    case .top: move(rows: -farAway)
    case .bottom: move(rows: farAway)
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
      return paragraph(around: place.span.start, in: state.briefing.text)
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

/// The paragraph that a byte of a text is in.
private func paragraph(around byte: Int, in text: String) -> String? {
  let bytes = text.utf8
  let place = bytes.index(bytes.startIndex, offsetBy: min(max(0, byte), bytes.count))
  let start = bytes[..<place].lastIndex(of: 0x0A).map { bytes.index(after: $0) } ?? bytes.startIndex
  let end = bytes[place...].firstIndex(of: 0x0A) ?? bytes.endIndex
  let line = String(text[start..<end])
  return paragraphs(of: line).first.flatMap { line.text(at: $0.span) }
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
