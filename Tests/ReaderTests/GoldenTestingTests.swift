import Cells
import Glibc
import GoldenTesting
import Testing

/// The comparison with golden files itself.
@Suite struct GoldenTestingTests {
  private func frame(_ letters: String, _ style: Style = .plain) -> Frame {
    var frame = Frame(size: Size(columns: 4, rows: 2))
    let all = Rect(column: 0, row: 0, columns: 4, rows: 2)
    frame.put(letters.map { Cell(String($0), style: style) }, column: 0, row: 1, clip: all)
    return frame
  }

  @Test func aFileHoldsLettersStylesAndCursor() {
    var shown = frame("ab", Style(.palette(5), on: .standard, .bold))
    shown.cursor = Frame.Position(column: 2, row: 1)
    let text = ScreenFile(shown, legend: StyleLegend([])).text
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(
      lines == [
        "size 4x2", "cursor column 2 row 1", "", "\u{202D}|    |\u{202C}", "\u{202D}|ab  |\u{202C}", "", "|....|",
        "|AA..|", "", "A 5 on -, bold", "",
      ])
  }

  @Test func differencesAreNamedCellByCell() {
    let old = ScreenFile(frame("a\u{FE8E}"))
    #expect(difference(expected: old, found: old) == nil)
    let letters = difference(expected: old, found: ScreenFile(frame("a\u{627}"))) ?? ""
    #expect(letters.contains("row 1 column 1: expected '\u{FE8E}' (U+FE8E) found '\u{627}' (U+0627)"))
    #expect(letters.contains("row 1, letters"))
    let styles = difference(expected: old, found: ScreenFile(frame("a\u{FE8E}", Style(.palette(1))))) ?? ""
    #expect(styles.contains("row 1, styles"))
    #expect(!styles.contains("row 1, letters"))
  }

  @Test func wideLettersAndMarksKeepTheirColumns() {
    var shown = Frame(size: Size(columns: 4, rows: 1))
    let all = Rect(column: 0, row: 0, columns: 4, rows: 1)
    shown.put(
      [Cell("\u{4E2D}", width: 2), Cell("", width: 0), Cell("a\u{301}"), Cell("b")], column: 0, row: 0, clip: all)
    var other = shown
    other[3, 0] = Cell("c")
    let found = difference(expected: ScreenFile(shown), found: ScreenFile(other)) ?? ""
    #expect(found.contains("row 0 column 3: expected 'b' (U+0062) found 'c' (U+0063)"))
  }

  @Test func recordingIsAFailureAndMissingFilesAreToo() {
    var folder = Array("/tmp/golden-XXXXXX".utf8CString)
    guard mkdtemp(&folder) != nil else { return }
    let path = String(decoding: folder.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self) + "/deep/x.screen"
    #expect(compare(frame("ab"), withGolden: path, isRecording: false).problem?.contains("no such") == true)
    #expect(compare(frame("ab"), withGolden: path, isRecording: true).problem?.contains("recorded") == true)
    #expect(compare(frame("ab"), withGolden: path, isRecording: true) == .equal)
    #expect(compare(frame("ab"), withGolden: path, isRecording: false) == .equal)
    #expect(compare(frame("ac"), withGolden: path, isRecording: false).problem?.contains("differs") == true)
    #expect(compare(text: "x", withGolden: path, isRecording: false).problem?.contains("differs") == true)
    unlink(path)
    rmdir(String(path.dropLast("/x.screen".count)))
    rmdir(String(path.dropLast("/deep/x.screen".count)))
  }
}
