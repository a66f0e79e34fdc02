import ArabicText
import Briefings

/// Cuts the best stretches around the matches of a query out of briefings.
///
/// Make one for a query and use it for all its hits.
public struct Snippets: Sendable {
  private let highlighter: Highlighter
  private let longest: Int

  /// Makes a cutter for `query`.
  ///
  /// - Parameter longest: The length of a stretch in words.
  public init(_ query: Query, longest: Int = 30) {
    highlighter = Highlighter(query)
    self.longest = max(1, longest)
  }

  /// The best stretches of a briefing's body, best first, each of another paragraph; the headline's where only it
  /// matches; the beginning of the body, unmarked, where nothing is to be marked.
  ///
  /// - Complexity: O(*n*) in the bytes of the briefing.
  public func snippets(of briefing: Briefing, limit: Int = 2) -> [Snippet] {
    snippets(title: briefing.title, text: briefing.text, limit: limit)
  }

  /// The same for a headline and a body.
  public func snippets(title: String, text: String, limit: Int = 2) -> [Snippet] {
    guard limit > 0 else { return [] }
    let found = highlighter.matches(in: text)
    if !found.isEmpty { return best(in: text, field: .text, matches: found, limit: limit) }
    let inTitle = highlighter.matches(in: title, field: .title)
    if !inTitle.isEmpty { return best(in: title, field: .title, matches: inTitle, limit: 1) }
    return beginning(of: text).map { [$0] } ?? []
  }

  private struct Window {
    var matches: Range<Int>
    var score: Int
  }

  private func best(in text: String, field: BriefingField, matches: [Match], limit: Int) -> [Snippet] {
    let paragraphs = Briefings.paragraphs(of: text).map(\.span.range)
    var windows: [(paragraph: Range<Int>, window: Window)] = []
    var next = 0
    for paragraph in paragraphs {
      while next < matches.count, matches[next].range.lowerBound < paragraph.lowerBound { next += 1 }
      let first = next
      while next < matches.count, matches[next].range.upperBound <= paragraph.upperBound { next += 1 }
      if first < next { windows.append((paragraph, bestWindow(matches, first..<next))) }
    }
    // The earlier of two equals stands nearer to what the article is about.
    let order = windows.indices.sorted { a, b in
      let (left, right) = (windows[a].window.score, windows[b].window.score)
      return left == right ? a < b : left > right
    }
    let bytes = Array(text.utf8)
    return order.prefix(limit).map {
      snippet(of: bytes, field: field, paragraph: windows[$0].paragraph, matches: matches[windows[$0].window.matches])
    }
  }

  /// The matches of one paragraph that fit a stretch and cover most terms.
  private func bestWindow(_ matches: [Match], _ range: Range<Int>) -> Window {
    var best = Window(matches: range.lowerBound..<range.lowerBound + 1, score: 0)
    for first in range {
      var terms: Set<Int> = []
      var last = first
      while last < range.upperBound, last - first < longest,
        matches[last].words.upperBound - matches[first].words.lowerBound < longest || last == first
      {
        terms.insert(matches[last].term)
        last += 1
      }
      let score = terms.count * 100 + (last - first)
      if score > best.score { best = Window(matches: first..<last, score: score) }
    }
    return best
  }

  private func snippet(
    of bytes: [UInt8], field: BriefingField, paragraph: Range<Int>, matches: ArraySlice<Match>
  ) -> Snippet {
    let words = wordRanges(bytes, paragraph)
    let from = matches.first?.range.lowerBound ?? paragraph.lowerBound
    let to = matches.last?.range.upperBound ?? from
    var first = words.firstIndex { $0.upperBound > from } ?? 0
    var last = words.lastIndex { $0.lowerBound < to } ?? first
    // A third of the room before the matches, the rest behind them; what one side does not need, the other gets.
    var room = longest - (last - first + 1)
    let before = min(first, room / 3)
    first -= before
    room -= before
    let after = min(words.count - 1 - last, max(0, room))
    last += after
    first -= min(first, max(0, room - after))
    let start = first == 0 ? paragraph.lowerBound : words[first].lowerBound
    let end = last == words.count - 1 ? paragraph.upperBound : words[last].upperBound
    let marks = Highlighter.merged(matches.map(\.range)).map { $0.lowerBound - start..<$0.upperBound - start }
    let place = Place(field, TextSpan(start..<end))
    return Snippet(text: String(decoding: bytes[start..<end], as: UTF8.self), marks: marks, place: place)
  }

  private func beginning(of text: String) -> Snippet? {
    guard let paragraph = Briefings.paragraphs(of: text).first else { return nil }
    let bytes = Array(text.utf8)
    let words = wordRanges(bytes, paragraph.span.range)
    let end = words.count > longest ? words[longest - 1].upperBound : paragraph.span.end
    let span = TextSpan(paragraph.span.start..<end)
    return Snippet(text: String(decoding: bytes[span.range], as: UTF8.self), marks: [], place: Place(.text, span))
  }

  private func wordRanges(_ bytes: [UInt8], _ paragraph: Range<Int>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var scanner = TokenScanner()
    bytes.withUnsafeBufferPointer { all in
      scanner.scan(UnsafeBufferPointer(rebasing: all[paragraph]), punctuation: false) { token in
        words.append(paragraph.lowerBound + token.start..<paragraph.lowerBound + token.end)
        return true
      }
    }
    return words
  }
}
