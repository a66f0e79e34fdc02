import Briefings
import Cells
import Testing

@testable import Reader

/// From what is looked at to a file: keys in, orders out.
@Suite struct ExportingTests {
  struct Row: Sendable {
    let name: String
    let keys: String
    /// What the menu offers, by the names proposed for files.
    let stems: [String]
  }

  static let rows = [
    Row(
      name: "the list: the chosen article, all of them", keys: "",
      stems: ["article-\(fileNamePart(Sample.dam.briefing.title))", "articles"]),
    Row(
      name: "marked articles come first", keys: "v v",
      stems: ["articles", "article-\(fileNamePart(Sample.archive.articles[2].briefing.title))", "articles"]),
    Row(
      name: "the article being read", keys: "Enter",
      stems: [
        "article-\(fileNamePart(Sample.dam.briefing.title))", "statements-\(fileNamePart(Sample.dam.briefing.title))",
      ]),
  ]

  @Test(arguments: rows)
  func theMenuOffersWhatIsLookedAt(_ row: Row) {
    let driver = Driver(row.keys + " C-e")
    guard case .exports(let choices) = driver.model.menu?.kind else {
      Issue.record("\(row.name): no menu")
      return
    }
    #expect(choices.map(\.stem) == row.stems, "\(row.name)")
  }

  @Test func theEntityUnderTheCursorIsMeantAndNoneOfTheSameShortName() {
    let driver = Driver("Enter e C-e")
    guard case .exports(let choices) = driver.model.menu?.kind, let entity = driver.model.panelEntity else {
      Issue.record("no menu")
      return
    }
    #expect(choices.first?.subject == .dossier(entity.canonical, entity.type))
  }

  @Test func aFormAndANameMakeAnOrder() {
    var driver = Driver("C-e Enter")
    guard case .forms(_, let forms) = driver.model.menu?.kind else {
      Issue.record("no forms")
      return
    }
    #expect(forms == [.markdown, .jsonLines, .csv])
    driver.press("j j Enter")
    #expect(driver.model.entry?.text.hasSuffix(".csv") == true)
    driver.press("C-u")
    driver.type("out.csv")
    driver.press("Enter")
    let order = driver.archive.orders.first
    #expect(order?.path == "out.csv")
    #expect(order?.form == .csv)
    #expect(order?.subject == .articles([Sample.dam.briefing.id]))
    #expect(driver.model.notice?.text.contains("out.csv") == true)
    #expect(driver.model.notice?.isError == false)
  }

  @Test func aDossierIsAskedForNoForm() {
    var driver = Driver("Enter e C-e Enter")
    #expect(driver.model.menu == nil)
    #expect(driver.model.entry?.text.hasPrefix("dossier-") == true)
    driver.press("Enter")
    #expect(driver.archive.orders.first?.form == .html)
  }

  @Test func nothingIsWrittenOverSilently() {
    let driver = Driver("C-e Enter Enter Enter C-e Enter Enter Enter")
    #expect(driver.archive.orders.count == 2)
    #expect(driver.model.notice?.text.contains("was there already") == true)
  }

  @Test func theFolderOfTheConfigurationIsProposed() {
    var driver = Driver()
    driver.model.options.exportFolder = "~/briefs"
    driver.press("C-e Enter Enter")
    #expect(driver.model.entry?.text.hasPrefix("~/briefs/article-") == true)
  }

  @Test func whatFailsIsTold() {
    var driver = Driver("C-e Enter Enter C-u")
    driver.type("/nowhere/x.md")
    driver.press("Enter")
    #expect(driver.model.notice?.isError == true)
  }

  @Test func anEmptyNameAndEscapeOrderNothing() {
    for keys in ["C-e Enter Enter C-u Enter", "C-e Enter Enter Esc", "C-e Esc", "C-e Enter Esc"] {
      let driver = Driver(keys)
      #expect(driver.archive.orders.isEmpty, "\(keys)")
      #expect(driver.model.menu == nil && driver.model.entry == nil, "\(keys)")
    }
  }

  @Test func progressIsShownUntilTheFileIsThere() {
    var driver = Driver("Enter", size: Size(columns: 100, rows: 24))
    driver.send(.exported(.progress(done: 120, total: 4000)))
    #expect(view(driver.model).text.contains("writing 120/4000"))
    driver.send(.exported(.written(path: "a.md", count: 4000, avoided: nil)))
    #expect(!view(driver.model).text.contains("writing"))
    #expect(view(driver.model).text.contains("a.md"))
  }

  @Test func leavingWhileAFileIsWrittenIsAskedTwice() {
    for keys in ["Q", "q", "C-c"] {
      var driver = Driver()
      driver.send(.exported(.progress(done: 1, total: 4000)))
      driver.press(keys)
      #expect(!driver.hasQuit, "\(keys)")
      #expect(driver.model.notice?.isError == true, "\(keys)")
      driver.send(.exported(.progress(done: 2, total: 4000)))
      driver.press(keys)
      #expect(driver.hasQuit, "\(keys)")
    }
  }

  // MARK: Marks on statements

  @Test func statementsAreMarkedInThePanelAndWrittenTogether() {
    var driver = Driver("Enter t v v")
    let ids = driver.model.panelStatements.prefix(2).map(\.id)
    #expect(driver.model.markedStatements == ids)
    #expect(view(driver.model).text.contains("✓"))
    driver.press("C-e")
    guard case .exports(let choices) = driver.model.menu?.kind else {
      Issue.record("no menu")
      return
    }
    #expect(choices.first?.subject == .statements(ids))
  }

  @Test func marksStayWhileOtherArticlesAreRead() {
    var driver = Driver("Enter t v")
    let marked = driver.model.markedStatements
    driver.press("J K Esc Esc")
    #expect(driver.model.markedStatements == marked)
  }

  @Test func aRangeIsMarkedAndAllMarksAreTakenAway() {
    var driver = Driver("Enter t v G V")
    #expect(driver.model.markedStatements == driver.model.panelStatements.map(\.id))
    driver.press("V")
    #expect(driver.model.markedStatements.isEmpty)
  }

  // MARK: Names of files

  struct Name: Sendable {
    let text: String
    let part: String
  }

  static let names = [
    Name(text: "عبد الله بن زايد", part: "عبد-الله-بن-زايد"), Name(text: "NATO: 32 (عضوا)", part: "NATO-32-عضوا"),
    Name(text: "../../etc/passwd", part: "etc-passwd"), Name(text: "\u{202E}x\u{1B}[2J", part: "x-2J"),
    Name(
      text: "مجلس التعاون لدول الخليج العربية يعقد اجتماعه الاستثنائي", part: "مجلس-التعاون-لدول-الخليج-العربية-يعقد"),
    Name(text: "محمّدٌ", part: "محمد"), Name(text: "ـــ", part: ""), Name(text: "", part: ""),
    Name(text: String(repeating: "م", count: 100), part: String(repeating: "م", count: 40)),
  ]

  @Test(arguments: names)
  func namesOfFilesAreLettersAndDigits(_ row: Name) {
    #expect(fileNamePart(row.text).unicodeScalars.elementsEqual(row.part.unicodeScalars), "\(row.text)")
  }
}
