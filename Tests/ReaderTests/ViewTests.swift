import Briefings
import Cells
import Glibc
import GoldenTesting
import Testing

@testable import Reader

/// Whether golden files are to be recorded: `MUJAZ_RECORD=1 swift test --filter ReaderTests`.
let isRecording = getenv("MUJAZ_RECORD").map { String(cString: $0) } == "1"

/// The letters of the reader's styles in screen files.
let legend: StyleLegend = {
  let letters: [(Character, Role)] = [
    ("d", .dim), ("t", .title), ("h", .heading), ("i", .quotation), ("b", .bar), ("a", .activeBar), ("s", .separator),
    ("r", .selection), ("u", .inactiveSelection), ("p", .person), ("o", .organization), ("l", .place),
    ("x", .statement), ("c", .cue), ("n", .denial), ("m", .match), ("k", .currentMatch), ("y", .hintKey), ("e", .error),
  ]
  return StyleLegend(letters.map { StyleLegend.Entry($0.0, "\($0.1)", Theme.color[$0.1]) })
}()

/// The path of a file of these tests.
func testFile(_ name: String, here: String = #filePath) -> String {
  here.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/") + "/" + name
}

/// States of the reader and what they look like.
@Suite struct ViewTests {
  struct Row: Sendable, CustomStringConvertible {
    let name: String
    let columns: Int
    let rows: Int
    let archive: FakeArchive
    let act: @Sendable (inout Driver) -> Void

    init(
      _ name: String, _ columns: Int, _ rows: Int, _ keys: String = "",
      archive: FakeArchive = Sample.archive,
      then act: @escaping @Sendable (inout Driver) -> Void = { _ in }
    ) {
      (self.name, self.columns, self.rows, self.archive) = (name, columns, rows, archive)
      self.act = {
        $0.press(keys)
        act(&$0)
      }
    }

    var description: String { name }

    var driver: Driver {
      var driver = Driver(archive, size: Size(columns: columns, rows: rows))
      act(&driver)
      return driver
    }
  }

  static let rows: [Row] = [
    // The list, then an Arabic article with its panel, at every size.
    Row("list-40x10", 40, 10, "j"), Row("list-80x24", 80, 24, "j"), Row("list-120x36", 120, 36, "j"),
    Row("list-200x50", 200, 50, "j"),
    Row("article-40x10", 40, 10, "Enter"), Row("article-80x24", 80, 24, "Enter"),
    Row("article-120x36", 120, 36, "Enter"), Row("article-200x50", 200, 50, "Enter"),
    Row("article-scrolled-80x24", 80, 24, "G Enter Space Space"),
    Row("article-panel-hidden-120x36", 120, 36, "Enter p"),
    // English mirrors the panes; x exchanges them.
    Row("english-list-80x24", 80, 24, "j j"), Row("english-article-80x24", 80, 24, "j j Enter"),
    Row("english-article-120x36", 120, 36, "j j Enter"),
    Row("flipped-article-120x36", 120, 36, "Enter x"), Row("persian-article-80x24", 80, 24, "j j j Enter"),
    // The reader speaks Arabic.
    Row("arabic-interface-list-80x24", 80, 24, "L j"), Row("arabic-interface-article-120x36", 120, 36, "L Enter t"),
    Row("arabic-interface-help-80x24", 80, 24, "L ?"), Row("arabic-interface-help-40x10", 40, 10, "L ?"),
    Row("arabic-interface-english-article-80x24", 80, 24, "L j j Enter"),
    Row("arabic-interface-search-80x24", 80, 24, "L s"), Row("arabic-interface-notice-80x24", 80, 24, "L Enter e M"),
    // Commands by name.
    Row("palette-80x24", 80, 24, "Enter :") { $0.type("match") },
    Row("palette-40x10", 40, 10, ":"), Row("arabic-interface-palette-80x24", 80, 24, "L : Down Down"),
    // The panel.
    Row("entities-80x24", 80, 24, "Enter e j j n"), Row("entities-40x10", 40, 10, "Enter e"),
    Row("statements-80x24", 80, 24, "Enter t j"), Row("statements-120x36", 120, 36, "Enter t j j"),
    Row("statements-40x10", 40, 10, "Enter t"), Row("english-statements-80x24", 80, 24, "j j Enter t j"),
    Row("related-80x24", 80, 24, "Enter t r"), Row("related-120x36", 120, 36, "Enter t r j"),
    Row("related-40x10", 40, 10, "Enter t r"), Row("related-none-80x24", 80, 24, "Enter t j r"),
    Row("jumped-80x24", 80, 24, "Enter t r j Enter"), Row("entity-list-80x24", 80, 24, "Enter e j Enter"),
    // Pages.
    Row("timeline-40x10", 40, 10, "Enter t a"), Row("timeline-80x24", 80, 24, "Enter t a j"),
    Row("timeline-200x50", 200, 50, "Enter t a"), Row("english-timeline-80x24", 80, 24, "j j Enter t a"),
    Row("english-timeline-40x10", 40, 10, "j j Enter t a"), Row("english-timeline-200x50", 200, 50, "j j Enter t a"),
    Row("topic-timeline-80x24", 80, 24, "Enter t A"), Row("arabic-interface-timeline-80x24", 80, 24, "L Enter t A"),
    Row("long-timeline-80x24", 80, 24, "Enter t a j j j", archive: Sample.talkative),
    Row("long-timeline-40x10", 40, 10, "Enter t a j j j", archive: Sample.talkative),
    Row("long-timeline-200x50", 200, 50, "Enter t a", archive: Sample.talkative),
    Row("ascii-timeline-80x24", 80, 24, archive: Sample.talkative) {
      $0.model.options.usesBlocks = false
      $0.press("Enter t a")
    },
    Row("thread-40x10", 40, 10, "Enter t w j j"), Row("thread-80x24", 80, 24, "Enter t w j j"),
    Row("thread-200x50", 200, 50, "Enter t w"), Row("english-thread-80x24", 80, 24, "j j Enter t w"),
    Row("english-thread-40x10", 40, 10, "j j Enter t w"), Row("english-thread-200x50", 200, 50, "j j Enter t w"),
    Row("arabic-interface-thread-80x24", 80, 24, "L Enter t w j"),
    Row("comparison-40x10", 40, 10, "Enter t w G c"), Row("comparison-80x24", 80, 24, "Enter t w G c"),
    Row("comparison-end-40x10", 40, 10, "Enter t w G c G"),
    Row("comparison-200x50", 200, 50, "Enter t w G c j"), Row("english-comparison-80x24", 80, 24, "j j Enter t c j c"),
    Row("english-comparison-40x10", 40, 10, "j j Enter t c j c"),
    Row("english-comparison-200x50", 200, 50, "j j Enter t c j c"),
    Row("arabic-interface-comparison-80x24", 80, 24, "L Enter t w G c"),
    Row("card-40x10", 40, 10, "Enter e i j"), Row("card-80x24", 80, 24, "Enter e j i j j"),
    Row("card-200x50", 200, 50, "Enter t i"), Row("english-card-80x24", 80, 24, "j j Enter t i"),
    Row("english-card-40x10", 40, 10, "j j Enter e i"), Row("english-card-200x50", 200, 50, "j j Enter e j i"),
    Row("arabic-interface-card-80x24", 80, 24, "L Enter t i"),
    Row("busy-card-80x24", 80, 24, "Enter t i", archive: Sample.talkative),
    Row("hostile-thread-80x24", 80, 24, "Enter t w", archive: Sample.hostileSpeakers),
    Row("hostile-comparison-80x24", 80, 24, "Enter t c j c", archive: Sample.hostileSpeakers),
    Row("hostile-timeline-80x24", 80, 24, "Enter t a", archive: Sample.hostileSpeakers),
    // Searching.
    Row("search-empty-80x24", 80, 24, "s"),
    Row("search-80x24", 80, 24, "s") { $0.type("بغداد") },
    Row("search-120x36", 120, 36, "s") {
      $0.type("وزارة")
      $0.press("Enter j")
    },
    Row("search-40x10", 40, 10, "s") { $0.type("الحصة") },
    Row("search-nothing-80x24", 80, 24, "s") { $0.type("zzz") },
    Row("search-error-80x24", 80, 24, "s") {
      $0.type("sorce:النهر")
      $0.press("Enter")
    },
    Row("search-statements-80x24", 80, 24, "s") {
      $0.type("حصة")
      $0.press("C-t Enter j")
    },
    Row("search-statements-40x10", 40, 10, "s") {
      $0.type("حصة")
      $0.press("C-t Enter j")
    },
    Row("english-search-statements-80x24", 80, 24, "j j Enter s") {
      $0.type("loan")
      $0.press("C-t")
    },
    Row("search-names-80x24", 80, 24, "s C-t C-t") { $0.type("ا") },
    Row("narrowing-40x10", 40, 10, "s") {
      $0.type("بغداد")
      $0.press("Enter F j")
    },
    Row("narrowing-80x24", 80, 24, "s") {
      $0.type("بغداد")
      $0.press("Enter F j")
    },
    Row("narrowing-200x50", 200, 50, "s") {
      $0.type("بغداد")
      $0.press("Enter F j")
    },
    Row("english-narrowing-80x24", 80, 24, "j j Enter s") {
      $0.type("loan")
      $0.press("Enter F")
    },
    Row("arabic-interface-narrowing-80x24", 80, 24, "L s") {
      $0.archive.ranksPartly = true
      $0.type("بغداد")
      $0.press("Enter F")
    },
    Row("search-partly-80x24", 80, 24, "s") {
      $0.archive.ranksPartly = true
      $0.type("بغداد")
    },
    Row("arabic-interface-search-partly-40x10", 40, 10, "L s") {
      $0.archive.ranksPartly = true
      $0.type("بغداد")
    },
    Row("search-advice-80x24", 80, 24, "s") {
      $0.archive.advice["loen"] = "loan"
      $0.type("loen")
    },
    Row("arabic-interface-search-advice-40x10", 40, 10, "L s") {
      $0.archive.advice["loen"] = "loan"
      $0.type("loen")
    },
    Row("arabic-interface-search-error-80x24", 80, 24, "L s") {
      $0.type("بغداد sorce:النهر")
      $0.press("Enter")
    },
    // What is kept.
    Row("saved-80x24", 80, 24, "W", archive: Sample.keeping),
    Row("saved-40x10", 40, 10, "W j", archive: Sample.keeping),
    Row("saved-none-80x24", 80, 24, "W"), Row("english-saved-80x24", 80, 24, "j j Enter W", archive: Sample.keeping),
    Row("arabic-interface-saved-200x50", 200, 50, "L W", archive: Sample.keeping),
    Row("new-80x24", 80, 24, "I", archive: Sample.keeping), Row("new-40x10", 40, 10, "I", archive: Sample.keeping),
    Row("new-200x50", 200, 50, "I j", archive: Sample.keeping),
    Row("english-new-80x24", 80, 24, "j j Enter I", archive: Sample.keeping),
    Row("english-new-40x10", 40, 10, "j j Enter I", archive: Sample.keeping),
    Row("english-new-200x50", 200, 50, "j j Enter I", archive: Sample.keeping),
    Row("arabic-interface-new-80x24", 80, 24, "L I", archive: Sample.keeping),
    Row("notes-80x24", 80, 24, "Enter 3", archive: Sample.keeping),
    Row("notes-40x10", 40, 10, "Enter 3 j", archive: Sample.keeping),
    Row("notes-200x50", 200, 50, "Enter 3", archive: Sample.keeping),
    Row("noted-statements-80x24", 80, 24, "Enter t", archive: Sample.keeping),
    Row("arabic-interface-note-80x24", 80, 24, "L Enter t E", archive: Sample.keeping),
    Row("find-80x24", 80, 24, "Enter /") { $0.type("الوزار") },
    Row("find-none-80x24", 80, 24, "Enter /") { $0.type("zzz") },
    Row("find-40x10", 40, 10, "j j Enter /") { $0.type("loan") },
    // Everything else.
    Row("help-80x24", 80, 24, "?"), Row("help-40x10", 40, 10, "? Space"), Row("help-end-80x24", 80, 24, "? G"),
    Row("notice-80x24", 80, 24, "Enter n"),
    Row("failure-80x24", 80, 24) { $0.send(.failed(request: nil, "the archive is locked by another program")) },
    Row("empty-archive-80x24", 80, 24, archive: FakeArchive()),
    Row("empty-archive-120x36", 120, 36, archive: FakeArchive()),
    Row("too-small-39x9", 39, 9), Row("too-small-12x3", 12, 3),
    // Hard content.
    Row("mixed-80x24", 80, 24, "Enter", archive: Sample.hardArchive),
    Row("mixed-list-120x36", 120, 36, archive: Sample.hardArchive),
    Row("long-title-80x24", 80, 24, "j Enter p", archive: Sample.hardArchive),
    Row("hostile-80x24", 80, 24, "j j Enter", archive: Sample.hardArchive),
    Row("crowded-80x24", 80, 24, "j j j Enter e G", archive: Sample.hardArchive),
    Row("bare-80x24", 80, 24, "j j j j Enter t", archive: Sample.hardArchive),
    Row("mixed-english-panes-120x36", 120, 36, "G K Enter q g", archive: Sample.hardArchive),
  ]

  /// The list and the article at work, at three sizes and in both directions.
  static let working: [Row] = [(40, 10), (80, 24), (200, 50)].flatMap { columns, rows in
    [("", ""), ("english-", "j j Enter q ")].flatMap { prefix, before in
      [
        ("list-marked", "v v f"), ("list-zoomed", "z j f"), ("list-filtered", "& l"), ("tagging", "v v + w a t e r"),
        ("selecting", "Enter v j"), ("trail", "Enter q k Enter q H"), ("hijri", "C C"), ("groups", "B j"),
        ("tree", "B 5 Enter Left Left Left j Left"), ("stories", "B 2 Enter g Left j"),
        ("editions", "g 4"), ("difference", "g 4 j j Enter"),
        ("links", "g Enter O j"),
      ].map { name, keys in
        var archive = Sample.archive
        if name == "links" { archive = FakeArchive([ReadingComfortTests.linked, Sample.farmers, Sample.bank]) }
        if name == "tree" || name == "stories" { archive = TreeTests.archive }
        if name == "editions" || name == "difference" { archive = EditionsTests.archive }
        // In the direction of reading is into a group.
        let keys = before.isEmpty ? keys : keys.replacing("Left", with: "Right")
        return Row("\(prefix)\(name)-\(columns)x\(rows)", columns, rows, before + keys, archive: archive)
      }
    }
  }

  @Test(arguments: rows + working)
  func screen(_ row: Row) {
    let driver = row.driver
    let frame = view(driver.model)
    #expect(brokenRules(frame, of: driver.model) == [])
    #expect(spilledCells(of: driver.model) == [])
    let outcome = compare(
      frame, withGolden: testFile("Screens/\(row.name).screen"), legend: legend, isRecording: isRecording)
    #expect(outcome == .equal, Comment(rawValue: outcome.problem ?? ""))
  }

  @Test func screensHaveDifferentNames() {
    let names = (Self.rows + Self.working).map(\.name)
    #expect(Set(names).count == names.count)
  }

  @Test func theWayOutAndTheHelpAreAlwaysHintedAt() {
    for columns in 40...130 {
      for keys in ["j", "Enter", "Enter t", "Enter t r", "j j Enter"] {
        let driver = Driver(keys, size: Size(columns: columns, rows: 12))
        let line = view(driver.model).row(11).map(\.text).joined()
        #expect(line.contains("? keys") && line.contains("q leave"), "\(keys) at \(columns) columns: \(line)")
      }
    }
  }

  @Test func theChosenThingOfThePanelIsAlwaysInSight() {
    for (columns, rows) in [(40, 10), (64, 11), (80, 24), (200, 50)] {
      for (keys, count) in [("Enter e", 100), ("j Enter t", 3), ("j Enter t g r", 2)] {
        var archive = Sample.archive
        archive.articles.insert(Sample.crowded, at: 0)
        var driver = Driver(keys, archive, size: Size(columns: columns, rows: rows))
        // A hundred names are laid out at every step: once is enough.
        for step in 0..<count * 2 where count < 100 || columns == 64 {
          guard let rect = driver.model.panes.panel, var rows = panelRows(driver.model, in: rect) else { continue }
          let top = panelTop(driver.model, &rows)
          let shown = rows.shown(from: top)
          var all = PanelRows(rows, room: 10_000)
          let whole = all.shown(from: .init()).filter { $0.item == driver.model.panel.chosen }.count
          let inSight = shown.filter { $0.item == driver.model.panel.chosen }.count
          #expect(whole > 0 && inSight == min(whole, shown.count), "\(keys) at \(columns)x\(rows), step \(step)")
          #expect(driver.model.panel.top == top, "\(keys) at \(columns)x\(rows), step \(step)")
          driver.press(step < count ? "j" : "k")
        }
      }
    }
  }

  @Test func withoutColoursTheChoiceStillShows() {
    for keys in ["j", "Enter t j", "Enter e j"] {
      var driver = Driver()
      driver.model.options.theme = .monochrome
      driver.press(keys)
      let frame = view(driver.model)
      let colours = (0..<frame.size.rows).flatMap { frame.row($0) }.filter {
        $0.style.foreground != .standard || $0.style.background != .standard
      }
      #expect(colours.isEmpty)
      #expect(frame.text.contains("▐") || frame.row(3).contains { $0.style.attributes.contains(.reverse) }, "\(keys)")
    }
  }
}
