import Briefings
import Cells
import Testing

@testable import Reader

/// Previews, opening, read marks, late answers.
@Suite struct OpeningTests {
  @Test func theFirstArticleIsPreviewedButNotRead() {
    let driver = Driver()
    #expect(driver.model.article?.briefing.id.text == "dam")
    #expect(driver.model.focus == .list)
    #expect(driver.archive.readIDs.isEmpty)
    #expect(driver.model.article?.isOpened == false)
  }

  @Test func enterOpensAndMarksAsRead() {
    let driver = Driver("j Enter")
    #expect(driver.model.focus == .article)
    #expect(driver.model.article?.briefing.id.text == "farmers")
    #expect(driver.archive.readIDs == [BriefingID("farmers")])
    #expect(driver.model.library.rows[1].isRead)
    #expect(!driver.model.library.rows[0].isRead)
  }

  @Test func readMarksSurviveBack() {
    var driver = Driver("Enter Backspace")
    #expect(driver.model.library.rows[0].isRead, "in the list that Back restores")
    driver = Driver("j j Enter")
    driver.press("t Enter Backspace Backspace")
    #expect(driver.model.library.rows[2].isRead)
  }

  @Test func readMarksSurviveBackIntoAnotherList() {
    // From the list to that of an entity, an article of it, and back twice.
    var driver = Driver("Enter e Enter")
    #expect(driver.model.library.filter.entity != nil)
    driver.press("j Enter")
    let id = driver.model.article?.briefing.id
    driver.press("Backspace Backspace")
    #expect(driver.model.library.filter.entity == nil)
    #expect(driver.model.library.rows.first { $0.id == id }?.isRead == true)
  }

  @Test func theMarkIsToggled() {
    var driver = Driver(",")
    #expect(driver.archive.readIDs == [BriefingID("dam")])
    driver.press(",")
    #expect(driver.archive.readIDs.isEmpty)
    driver.press("s")
    driver.type("loan")
    driver.press("Enter ,")
    #expect(driver.archive.readIDs == [BriefingID("bank")], "the chosen hit, not a row of the hidden list")
  }

  @Test func theNextUnreadIsFoundAroundTheEnd() {
    var driver = Driver("Enter q ;")
    #expect(driver.model.library.selected == 1)
    driver.press("G , ;")
    #expect(driver.model.library.selected == 1)
    driver.press(", j , j , ;")
    #expect(driver.model.notice?.text.contains("read") == true)
  }

  @Test func anOldPreviewIsDropped() {
    var driver = Driver(isPrompt: false)
    driver.deliver()
    driver.press("j j")
    let previews = driver.waiting
    #expect(previews.count == 3)
    driver.waiting = [previews[0], previews[1]]
    driver.deliver()
    #expect(driver.model.article == nil, "answers to old requests")
    driver.waiting = [previews[2]]
    driver.deliver()
    #expect(driver.model.article?.briefing.id.text == "bank")
  }

  @Test func aPreviewThatIsNoLongerWantedIsDropped() {
    var driver = Driver()
    driver.isPrompt = false
    driver.press("j k")
    driver.deliver()
    #expect(driver.model.article?.briefing.id.text == "dam", "the choice is back where it was")
  }

  @Test func openingAgainStaysWhereItWas() {
    var driver = Driver("G Enter Space Space")
    let (top, text) = (driver.model.article?.top, driver.topText)
    driver.press("q Enter")
    #expect(driver.model.article?.top == top)
    driver.press("q k j Enter")
    #expect(driver.topText == text, "also when another article was shown in between")
  }

  @Test func neighboursOpenFromTheArticle() {
    var driver = Driver("Enter J J")
    #expect(driver.model.article?.briefing.id.text == "bank")
    #expect(driver.model.focus == .article)
    #expect(!driver.model.isRightToLeft)
    driver.press("K")
    #expect(driver.model.article?.briefing.id.text == "farmers")
    #expect(driver.model.isRightToLeft)
    driver.press("K K")
    #expect(driver.model.notice != nil)
  }

  @Test func neighboursOfAHitAreHits() {
    var driver = Driver("s")
    driver.type("وزارة")
    driver.press("Enter Enter J")
    #expect(driver.model.article?.briefing.id.text == "bank", "dam and bank name it; farmers stands between them")
  }

  @Test func anArticleThatIsGoneIsSaid() {
    var driver = Driver(isPrompt: false)
    driver.deliver()
    driver.archive.articles.removeFirst()
    driver.deliver()
    #expect(driver.model.notice?.isError == true)
    #expect(driver.model.article == nil)
  }

  @Test func failuresOfOldRequestsAreDropped() {
    var driver = Driver(isPrompt: false)
    driver.deliver()
    driver.press("j")
    driver.send(.failed(request: 3, "first preview"))
    #expect(driver.model.notice == nil)
    driver.send(.failed(request: 4, "second preview"))
    #expect(driver.model.notice == Notice("second preview", isError: true))
    driver.send(.failed(request: nil, "read mark"))
    #expect(driver.model.notice == Notice("read mark", isError: true))
  }

  @Test func aFailedListSaysWhy() {
    var driver = Driver(isPrompt: false)
    driver.send(.failed(request: 1, "the archive is locked"))
    driver.press("j")
    #expect(driver.model.library.problem == "the archive is locked")
    #expect(driver.model.library.request == nil)
  }

  @Test func aChangedArchiveKeepsChoiceAndArticle() {
    var driver = Driver("j j")
    driver.archive.articles.insert(contentsOf: Sample.filler(1), at: 0)
    driver.send(.archiveChanged)
    #expect(driver.model.library.rows.count == 6)
    #expect(driver.model.library.selectedRow?.id.text == "bank", "the same article, one row further down")
    driver.press("k Enter")
    driver.archive.articles.removeFirst(4)
    driver.send(.archiveChanged)
    #expect(driver.model.library.selectedRow != nil, "the chosen row is gone, another one is chosen")
    #expect(driver.model.article?.briefing.id.text == "farmers", "what is being read stays")
    #expect(driver.model.focus == .article)
  }

  @Test func rowsBeyondTheFirstPageAreThereAfterAChange() {
    var driver = Driver(FakeArchive(Sample.filler(450)))
    driver.press("G")
    #expect(driver.model.library.selected == 399 || driver.model.library.selected == 449)
    let chosen = driver.model.library.selectedRow
    driver.send(.archiveChanged)
    #expect(driver.model.library.selectedRow == chosen)
  }

  @Test func readingGoesOnWhereItWasLeft() {
    var archive = Sample.archive
    archive.positions[BriefingID("long")] = Place(.text, Sample.long.briefing.text.span(of: "الفقرة رقم 20"))
    var driver = Driver(archive, isPrompt: false)
    driver.model = Model(size: Size(columns: 80, rows: 24), options: ReaderOptions())
    driver.waiting = driver.model.start(resuming: BriefingID("long"))
    driver.deliver()
    driver.deliver()
    #expect(driver.model.focus == .article)
    #expect(driver.topText.hasPrefix("الفقرة رقم 20"))
    #expect(driver.model.library.selectedRow?.id.text == "long")
  }
}

extension String {
  /// Where a part of this text stands; an empty span at the begin where it does not.
  func span(of part: String) -> TextSpan {
    let (all, wanted) = (Array(utf8), Array(part.utf8))
    let start = all.indices.first { all[$0...].starts(with: wanted) } ?? 0
    return TextSpan(start..<min(all.count, start + wanted.count))
  }
}
