import Briefings
import Cells
import Search
import Testing

@testable import Reader

/// Saved searches, what is new since last time, and notes.
@Suite struct KeepingTests {
  private var saving: FakeArchive {
    var archive = Sample.archive
    archive.searches = [
      SavedSearch(name: "bank", query: "loan", seen: archive.latestChange),
      SavedSearch(name: "city", query: "بغداد", seen: .none), SavedSearch(name: "torn", query: "\"x", seen: .none),
    ]
    return archive
  }

  // MARK: Saved searches

  @Test func aSearchIsSavedUnderANameAndTakenBack() {
    var driver = Driver("s")
    driver.type("loan")
    driver.press("C-s")
    #expect(driver.model.entry?.text == "loan")
    driver.press("C-u")
    driver.type("the bank")
    driver.press("Enter")
    #expect(
      driver.archive.searches == [SavedSearch(name: "the bank", query: "loan", seen: driver.archive.latestChange)])
    #expect(driver.model.notice?.text.contains("the bank") == true)
    driver.press("Enter u")
    #expect(driver.archive.searches.isEmpty)
  }

  @Test func anotherSearchOfTheSameNameComesBack() {
    var driver = Driver("s", saving)
    driver.type("حصة")
    driver.press("C-s C-u")
    driver.type("bank")
    driver.press("Enter Enter u")
    #expect(driver.archive.searches.first == saving.searches.first)
  }

  @Test func nothingIsSavedWhereNothingIsSearched() {
    #expect(Driver("s C-s").model.entry == nil)
    #expect(Driver("C-s").model.entry == nil)
  }

  @Test func whatIsNewIsOpenedAndCountsAsSeen() {
    var driver = Driver("W j Enter", saving)
    #expect(driver.model.search?.text == "بغداد")
    #expect(driver.model.search?.newSince == ChangeNumber.none)
    #expect(driver.model.search?.results?.hits.count == 2)
    #expect(driver.archive.searches[1].seen == driver.archive.latestChange)
    driver.press("Backspace")
    guard case .saved(let state) = driver.model.page else {
      Issue.record("Back leads to the page")
      return
    }
    #expect(state.progress.choice.selected == 1)
    driver.press("u")
    #expect(driver.archive.searches[1].seen == .none)
  }

  @Test func aSearchIsForgottenAndComesBack() {
    var driver = Driver("W #", saving)
    #expect(driver.archive.searches.map(\.name) == ["city", "torn"])
    guard case .saved(let state) = driver.model.page else { return }
    #expect(state.searches?.map(\.search.name) == ["city", "torn"], "the page follows")
    driver.press("u")
    #expect(driver.archive.searches.map(\.name) == ["bank", "city", "torn"])
  }

  @Test func aQueryThatCannotBeReadIsListedAndOpened() {
    var driver = Driver("W G", saving)
    #expect(view(driver.model).text.contains("cannot be read"))
    driver.press("Enter")
    #expect(driver.model.search?.problem != nil)
  }

  // MARK: Since last time

  private func changes(_ driver: Driver) -> ChangesState? {
    if case .changes(let state) = driver.model.page { state } else { nil }
  }

  @Test func whatIsNewIsShownWithTheOlderStatementsThatItDenies() {
    let driver = Driver("I")
    #expect(changes(driver)?.count == 6)
    #expect(changes(driver)?.positions?.count == 1)
    #expect(changes(driver)?.wanted == nil)
  }

  @Test func everyThingLeadsWhereItStands() {
    var driver = Driver("I Enter")
    #expect(driver.model.focus == .article)
    #expect(driver.model.article?.current != nil)
    driver.press("Backspace j Enter")
    #expect(driver.model.library.filter.entity != nil)
    driver.press("Backspace G Enter")
    #expect(driver.model.focus == .article)
    #expect(driver.model.article?.briefing.id.text == "bank")
    driver.press("Backspace")
    #expect(changes(driver)?.progress.choice.selected == 5)
  }

  @Test func allIsMarkedAsSeenAndNewAgain() {
    var driver = Driver("I Z")
    #expect(driver.archive.seenChange == driver.archive.latestChange)
    #expect(changes(driver)?.count == 0)
    driver.press("u")
    #expect(driver.archive.seenChange == ChangeNumber.none)
    #expect(changes(driver)?.count == 6)
    #expect(driver.model.farewell() == [], "what was taken back stays new")
  }

  @Test func whatWasLookedAtCountsAsSeenTheNextTime() {
    #expect(Driver().model.farewell() == [])
    let driver = Driver("I q")
    #expect(driver.model.farewell() == [.keep(.seen(driver.archive.latestChange), isUndo: true)])
  }

  @Test func whatIsChosenStaysWhenPositionsCome() {
    var driver = Driver("", Sample.archive)
    driver.isPrompt = false
    driver.press("I")
    driver.deliver()
    #expect(changes(driver)?.count == 5)
    driver.press("G")
    let waiting = driver.waiting
    #expect(waiting.count == 1)
    driver.deliver()
    #expect(changes(driver)?.count == 6)
    #expect(changes(driver)?.progress.choice.selected == 5)
  }

  // MARK: Notes

  @Test func aNoteIsWrittenOnTheArticleChangedAndRemoved() {
    var driver = Driver("Enter E")
    driver.type("first")
    driver.press("Enter")
    #expect(driver.archive.notes.map(\.text) == ["first"])
    #expect(driver.model.panelNotes.map(\.text) == ["first"])
    driver.press("E")
    #expect(driver.model.entry?.text == "first")
    driver.type(" more")
    driver.press("Enter u")
    #expect(driver.model.panelNotes.map(\.text) == ["first"])
    driver.press("E C-u Enter")
    #expect(driver.archive.notes.isEmpty)
    driver.press("u")
    #expect(driver.archive.notes.map(\.text) == ["first"])
  }

  @Test func aNoteStandsOnTheChosenStatement() {
    var driver = Driver("Enter t j E")
    driver.type("why?")
    driver.press("Enter")
    let record = driver.model.panelStatements[1]
    #expect(driver.archive.notes == [Note(on: .statement(record.id), text: "why?", quote: record.statement.content)])
    #expect(driver.model.panel.tab == .statements)
    #expect(view(driver.model).text.contains("*"))
    driver.press("3 Enter")
    #expect(driver.model.focus == .article)
    #expect(driver.model.article?.current == record.statement.place)
    driver.press("Backspace")
    #expect(driver.model.panel.tab == .notes)
  }

  @Test func linesOfANoteStayLines() {
    var archive = Sample.archive
    archive.notes = [Note(on: .briefing(BriefingID("dam")), text: "a\nb")]
    var driver = Driver("Enter E", archive)
    #expect(driver.model.entry?.text == "a⏎b")
    driver.type("c")
    driver.press("Enter")
    #expect(driver.archive.notes.map(\.text) == ["a\nbc"])
  }

  @Test func anUnchangedNoteIsLeftAlone() {
    var driver = Driver("Enter E Enter")
    #expect(driver.archive.notes.isEmpty)
    #expect(driver.model.undos.isEmpty)
    driver.press("E")
    driver.type("x")
    driver.press("Esc")
    #expect(driver.archive.notes.isEmpty)
  }
}
