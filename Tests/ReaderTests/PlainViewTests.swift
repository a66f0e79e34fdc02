import Briefings
import Cells
import GoldenTesting
import Testing

@testable import Reader

/// The reader for screen readers and Braille.
@Suite struct PlainViewTests {
  private static func driver(_ keys: String, _ columns: Int, _ rows: Int, language: InterfaceLanguage = .english)
    -> Driver
  {
    var driver = Driver(size: Size(columns: columns, rows: rows))
    driver.model = Model(
      size: Size(columns: columns, rows: rows), options: ReaderOptions(language: language, isPlain: true))
    for effect in driver.model.start() {
      if let message = driver.archive.answer(to: effect) { driver.send(message) }
    }
    driver.press(keys)
    return driver
  }

  static let rows: [(name: String, columns: Int, rows: Int, keys: String, language: InterfaceLanguage)] = [
    ("plain-list-80x24", 80, 24, "j", .english), ("plain-list-200x50", 200, 50, "j", .english),
    ("plain-article-80x24", 80, 24, "Enter", .english), ("plain-article-40x10", 40, 10, "Enter Space", .english),
    ("plain-entities-80x24", 80, 24, "Enter e j", .english),
    ("plain-statements-80x24", 80, 24, "Enter t Tab Tab Tab j", .english),
    ("plain-related-80x24", 80, 24, "Enter t r j", .english), ("plain-help-80x24", 80, 24, "?", .english),
    ("plain-arabic-interface-80x24", 80, 24, "Enter t", .arabic),
    ("plain-arabic-interface-help-80x24", 80, 24, "?", .arabic),
  ]

  @Test func screens() {
    for row in Self.rows {
      let frame = view(Self.driver(row.keys, row.columns, row.rows, language: row.language).model)
      let outcome = compare(
        frame, withGolden: testFile("Screens/\(row.name).screen"), legend: legend, isRecording: isRecording)
      #expect(outcome == .equal, Comment(rawValue: "\(row.name): \(outcome.problem ?? "")"))
    }
  }

  @Test func nothingIsDrawnAndTheCursorIsOnWords() {
    for (columns, rows) in [(40, 10), (80, 24), (200, 50)] {
      for language in InterfaceLanguage.allCases {
        for keys in [
          "", "j", "Enter", "Enter G", "Enter e j", "Enter t j j", "Enter t r", "s", "s x y Backspace", ":", "?",
          "Enter /",
        ] {
          let frame = view(Self.driver(keys, columns, rows, language: language).model)
          let name = "\(keys) at \(columns)x\(rows) in \(language)"
          for row in 0..<rows {
            let cells = frame.row(row)
            #expect(cells.allSatisfy { $0.style == .plain }, "\(name)")
            #expect(cells.first?.text != " " || cells.allSatisfy { $0.text == " " }, "\(name), row \(row)")
            #expect(
              !cells.contains {
                $0.text.unicodeScalars.contains { 0x2500...0x259F ~= $0.value || 0xFB50...0xFEFC ~= $0.value }
              },
              "\(name), row \(row)")
          }
          guard let cursor = frame.cursor else {
            Issue.record("no cursor: \(name)")
            continue
          }
          #expect(frame.row(cursor.row).contains { $0.text != " " }, "\(name)")
        }
      }
    }
  }

  @Test func theCursorIsOnWhatIsChosen() {
    let rows: [(keys: String, words: String)] = [
      ("", "• " + Sample.dam.briefing.title), ("j", "• " + Sample.farmers.briefing.title), ("Enter e j", "ليلى حداد"),
      ("Enter t", "› سامي النجار"), ("Enter t j j", "✗ "), ("Enter", Sample.dam.briefing.title),
    ]
    for row in rows {
      let frame = view(Self.driver(row.keys, 80, 24).model)
      let line = frame.cursor.map { frame.row($0.row).map(\.text).joined() } ?? ""
      #expect(line.hasPrefix(row.words), "\(row.keys): \(line)")
    }
    var driver = Self.driver("Enter /", 100, 24)
    driver.type("النهر")
    driver.press("Enter")
    let frame = view(driver.model)
    let cursor = frame.cursor ?? Frame.Position(column: 0, row: 0)
    #expect(frame.row(cursor.row).dropFirst(cursor.column).map(\.text).joined().hasPrefix("النهر"))
  }

  @Test func typingKeepsTheCursorBehindTheWords() {
    var driver = Self.driver("s", 80, 24)
    driver.type("النهر ")
    let frame = view(driver.model)
    let cursor = frame.cursor ?? Frame.Position(column: 0, row: 0)
    let before = frame.row(cursor.row).prefix(cursor.column).map(\.text).joined()
    #expect(before.hasSuffix("النهر "), "\(before)")
  }

  @Test func aStepChangesOnlyTheLinesThatSayWhereItIs() {
    var driver = Self.driver("", 80, 24)
    let before = view(driver.model)
    driver.press("j")
    let after = view(driver.model)
    let changed = (0..<24).filter { before.row($0).map(\.text) != after.row($0).map(\.text) }
    #expect(changed == [0])
    #expect(before.cursor != after.cursor)
  }
}
