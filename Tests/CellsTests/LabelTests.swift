import Cells
import Testing

/// Texts on one line of limited width.
struct LabelTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let width: Int
    var isPadded = false
    let cells: String
    var testDescription: String { name }
  }

  static let rows = [
    Row(name: "fits", text: "abc", width: 3, cells: "abc"),
    Row(name: "is cut", text: "abcdef", width: 4, cells: "abc\u{2026}"),
    Row(name: "is padded at the right", text: "ab", width: 4, isPadded: true, cells: "ab  "),
    Row(
      name: "Hebrew is cut at the left", text: "\u{5D0}\u{5D1}\u{5D2}\u{5D3}", width: 3, cells: "\u{2026}\u{5D1}\u{5D0}"
    ),
    Row(
      name: "Hebrew is padded at the left", text: "\u{5D0}\u{5D1}", width: 4, isPadded: true, cells: "  \u{5D1}\u{5D0}"),
    Row(
      name: "Arabic keeps the forms of the whole word", text: "\u{628}\u{628}\u{628}\u{628}", width: 3,
      cells: "\u{2026}\u{FE92}\u{FE91}"),
    Row(
      name: "a blank at the cut stands where the text goes on", text: "a \u{5D0}\u{5D1} \u{5D2}\u{5D3}", width: 6,
      cells: "a \u{5D1}\u{5D0} \u{2026}"),
    Row(name: "only the ellipsis has room", text: "abc", width: 1, cells: "\u{2026}"),
    Row(name: "nothing has room", text: "abc", width: 0, cells: ""),
    Row(
      name: "a wide character is not cut in two", text: "\u{4E2D}\u{4E2D}\u{4E2D}", width: 4, cells: "\u{4E2D}\u{2026}"),
    Row(name: "line ends become blanks", text: "a\nb\r\nc", width: 9, cells: "a b c"),
    Row(name: "empty", text: "", width: 2, isPadded: true, cells: "  "),
  ]

  @Test("labels", arguments: rows)
  func label(_ row: Row) {
    let cells = labelCells(row.text, width: row.width, isPadded: row.isPadded)
    #expect(escaped(cells.map(\.text).joined()) == escaped(row.cells))
    #expect(cells.count <= row.width)
  }

  @Test("the ellipsis and padding have no source")
  func sources() {
    #expect(labelCells("abc", width: 2).map(\.source) == [0..<1, nil])
    #expect(labelCells("a", width: 2, isPadded: true).map(\.source) == [0..<1, nil])
  }

  @Test("columns of a text")
  func widths() {
    #expect(columns(of: "\u{628}\u{644}\u{64E}\u{627} \u{4E2D}") == 5)
    #expect(columns(of: "\u{628}\u{644}\u{627}", options: layoutOptions { $0.lamAlef = .twoCells }) == 3)
  }
}
