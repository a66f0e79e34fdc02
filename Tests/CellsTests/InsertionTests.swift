import Cells
import Testing

/// Words shown in a text that are no part of it.
@Suite struct InsertionTests {
  struct Row: Sendable {
    let name: String
    let text: String
    let insertions: [Insertion]
  }

  static let rows = [
    Row(name: "behind a word", text: "see http://a.b now", insertions: [Insertion("[1]", before: 14)]),
    Row(name: "at both ends", text: "abc", insertions: [Insertion("<", before: 0), Insertion(">", before: 3)]),
    Row(name: "two at one place", text: "abc", insertions: [Insertion("[1]", before: 2), Insertion("[2]", before: 2)]),
    Row(name: "not in order", text: "abcdef", insertions: [Insertion("5", before: 5), Insertion("1", before: 1)]),
    Row(
      name: "in Arabic", text: "قال إن https://مثال.org/x كذا وكذا",
      insertions: [Insertion("[12]", before: "قال إن https://مثال.org/x".utf8.count)]),
    Row(name: "Arabic digits", text: "انظر http://a.b هنا", insertions: [Insertion("[\u{661}]", before: 9 + 10)]),
    Row(
      name: "before a hidden control", text: "ab\u{200D}\u{202B}cd\u{202C}", insertions: [Insertion("[1]", before: 2)]),
    Row(name: "outside", text: "abc", insertions: [Insertion("<", before: -4), Insertion(">", before: 400)]),
    Row(name: "in nothing", text: "", insertions: [Insertion("[1]", before: 0)]),
    Row(name: "over lines", text: "first\nsecond\nthird", insertions: [Insertion("[1]", before: 12)]),
  ]

  @Test(arguments: rows)
  func sourcesStayThoseOfTheText(_ row: Row) {
    let count = row.text.utf8.count
    for width in [0, 1, 2, 3, 5, 8, 13, 40] {
      let layout = ParagraphLayout(row.text, width: width, baseOffset: 100, insertions: row.insertions)
      // Lines follow each other without gaps, from the text's begin to its end.
      var next = 100
      for line in layout.lines {
        #expect(line.source.lowerBound == next, "\(row.name) at \(width)")
        next = line.source.upperBound
      }
      #expect(next == 100 + count, "\(row.name) at \(width)")
      // Every byte is shown by some cell, as without the words.
      func shown(_ lines: [VisualLine]) -> Set<Int> { Set(lines.flatMap(\.cells).compactMap(\.source).joined()) }
      let plain = shown(ParagraphLayout(row.text, width: 0, baseOffset: 100).lines)
      if width == 0 { #expect(shown(layout.lines) == plain, "\(row.name)") }
      #expect(shown(layout.lines).isSubset(of: plain.union(100..<100 + count)), "\(row.name) at \(width)")
    }
  }

  @Test(arguments: rows)
  func theWordsAreShown(_ row: Row) {
    let layout = ParagraphLayout(row.text, width: 0, insertions: row.insertions)
    let cells = layout.lines.flatMap(\.cells)
    let own = cells.filter { $0.source == nil }.count
    let hidden = row.name == "before a hidden control" ? 1 : 0
    #expect(own == row.insertions.reduce(0) { $0 + $1.text.count } - hidden, "\(row.name)")
    let plain = ParagraphLayout(row.text, width: 0).lines.flatMap(\.cells).count
    #expect(cells.count == plain + own + hidden, "\(row.name)")
  }

  @Test func aWordJoinerKeepsTheWordsWithWhatStandsBeforeThem() {
    let text = "http://a.b/"
    for (sign, lines) in [("", 2), ("\u{2060}", 1)] {
      let layout = ParagraphLayout("x " + text, width: 13, insertions: [Insertion(sign + "[1]", before: 13)])
      let last = layout.lines.last.map { $0.cells.map(\.text).joined() } ?? ""
      #expect(last == (lines == 2 ? "[1]" : "a.b/[1]"), "\(last)")
      #expect(layout.lines.flatMap(\.cells).compactMap(\.source).allSatisfy { $0.upperBound <= 13 })
    }
  }

  @Test func aNumberFollowsItsLinkInEitherDirection() {
    let left = ParagraphLayout("see http://a.b now", width: 0, insertions: [Insertion("[1]", before: 14)])
    #expect(left.lines[0].cells.map(\.text).joined() == "see http://a.b[1] now")
    let right = ParagraphLayout("\u{634} http://a.b \u{634}", width: 0, insertions: [Insertion("[1]", before: 13)])
    #expect(right.lines[0].cells.map(\.text).joined().contains("http://a.b[1]"))
  }
}
