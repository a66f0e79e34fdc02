import Briefings
import Cells
import Search
import Testing

@testable import Reader

/// What is done to articles from the list, to one or to those marked, and taken back.
@Suite struct ArticleChangeTests {
  struct Row: Sendable {
    let name: String
    let keys: String
    var read: [String] = []
    var flagged: [String] = []
    var tagged: [String] = []
    var articles = 5
    var notice = ""
  }

  static let rows = [
    Row(name: "flag the chosen one", keys: "j f", flagged: ["farmers"], notice: "Flagged: 1 article; u takes"),
    Row(name: "the flag goes again", keys: "j f f", notice: "Flag taken away"),
    Row(name: "undo a flag", keys: "j f u", notice: "Taken back. Flag taken away: 1 article."),
    Row(name: "read and back", keys: ", u", notice: "Taken back"),
    Row(name: "two steps back", keys: "f , u u", notice: "Taken back"),
    Row(name: "undo only the last", keys: "f , u", flagged: ["dam"], notice: "Marked as unread"),
    Row(name: "marked rows all at once", keys: "v v f", flagged: ["dam", "farmers"], notice: "Flagged: 2 articles"),
    Row(name: "undo for all", keys: "v v f u", notice: "2 articles"),
    Row(name: "a mark is taken away", keys: "v k v f", flagged: ["farmers"]),
    Row(name: "a range", keys: "v j j V ,", read: ["dam", "farmers", "bank", "persian"]),
    Row(name: "some flagged already: all are", keys: "j f k v v f", flagged: ["dam", "farmers"]),
    Row(name: "leaving forgets the marks", keys: "v q f", flagged: ["farmers"]),
    Row(name: "delete", keys: "j Delete", articles: 4, notice: "Deleted: 1 article"),
    Row(name: "delete several and bring them back", keys: "v v # u", notice: "Brought back: 2 articles"),
    Row(name: "a tag", keys: "+ x y Enter", tagged: ["dam: xy"], notice: "Tagged"),
    Row(name: "no tag after Esc", keys: "+ x Esc"),
    Row(name: "an empty tag is none", keys: "+ Enter"),
    Row(name: "a tag for several", keys: "v v + x Enter", tagged: ["dam: x", "farmers: x"]),
    Row(name: "a tag is taken away", keys: "+ x Enter - x Enter", notice: "taken away"),
    Row(name: "undo a tag", keys: "+ x Enter u", notice: "Taken back"),
    Row(name: "what has no such tag is not changed", keys: "- x Enter", notice: "Nothing"),
    Row(name: "from the article too", keys: "Enter f", read: ["dam"], flagged: ["dam"]),
    Row(name: "opening is nothing to be taken back", keys: "Enter q u", read: ["dam"], notice: "No decision"),
  ]

  @Test(arguments: rows)
  func change(_ row: Row) {
    let driver = Driver(row.keys)
    let archive = driver.archive
    #expect(archive.readIDs.map(\.text).sorted() == row.read.sorted(), "\(row.name)")
    #expect(archive.flaggedIDs.map(\.text).sorted() == row.flagged.sorted(), "\(row.name)")
    let tagged = archive.tags.flatMap { id, tags in tags.map { "\(id.text): \($0)" } }
    #expect(tagged.sorted() == row.tagged, "\(row.name)")
    #expect(archive.articles.count == row.articles, "\(row.name)")
    #expect(driver.model.library.count == row.articles, "\(row.name)")
    #expect(driver.model.library.selectedRow != nil, "\(row.name)")
    if !row.notice.isEmpty {
      #expect(driver.model.notice?.text.contains(row.notice) == true, "\(row.name): \(driver.model.notice?.text ?? "")")
    }
    // The rows shown say what the archive does.
    for item in driver.model.library.rows {
      #expect(item.isFlagged == archive.flaggedIDs.contains(item.id), "\(row.name)")
      #expect(item.isRead == archive.readIDs.contains(item.id), "\(row.name)")
    }
  }

  @Test func aDecisionIsTakenBackInItsTurn() {
    var driver = Driver("f Enter e g X q q f")
    #expect(driver.archive.decisions.count == 1)
    driver.press("u")
    #expect(driver.archive.decisions.count == 1)
    driver.press("u")
    #expect(driver.archive.decisions.isEmpty)
    driver.press("u")
    #expect(driver.archive.flaggedIDs.isEmpty)
  }

  @Test func theListGoesOnWhereSomethingWasDeleted() {
    var driver = Driver("j j Delete")
    #expect(driver.model.library.selectedRow?.id.text == "persian")
    #expect(driver.model.article?.briefing.id.text == "persian")
    driver.press("G Delete")
    #expect(driver.model.library.selectedRow?.id.text == "persian", "the last one is gone")
    driver.press("Enter Delete")
    #expect(driver.model.focus == .list, "what was being read is gone")
    #expect(driver.model.article?.briefing.id.text == "farmers")
  }

  @Test func rowsThatComeLaterShowWhatWasChanged() {
    var driver = Driver(isPrompt: false)
    driver.deliver()
    driver.send(.archiveChanged)
    driver.press("f")
    let list = driver.waiting.filter { if case .loadList = $0 { true } else { false } }
    driver.waiting = list
    driver.deliver()
    #expect(driver.model.library.rows.first?.isFlagged == true, "asked for before it was flagged")
  }

  // MARK: The list narrowed and in other orders

  @Test func theFilterNarrowsWhileItIsTyped() {
    var driver = Driver("j &")
    driver.type("dela")
    #expect(driver.model.library.rows.map(\.id.text) == ["bank"])
    #expect(driver.model.article?.briefing.id.text == "bank")
    driver.press("Enter")
    #expect(driver.model.library.count == 1)
    driver.press("&")
    #expect(driver.model.entry?.text == "dela", "it goes on from what was typed")
    driver.press("Esc")
    #expect(driver.model.library.count == 1)
    driver.press("q")
    #expect(driver.model.library.count == 5)
    #expect(driver.model.library.selectedRow?.id.text == "farmers", "where it was left")
    #expect(!driver.hasQuit)
  }

  @Test func escTakesTheFilterBack() {
    var driver = Driver("j &")
    driver.type("zzz")
    #expect(driver.model.library.count == 0)
    driver.press("Esc")
    #expect(driver.model.library.count == 5)
    #expect(driver.model.library.selectedRow?.id.text == "farmers")
    driver.press("q")
    #expect(driver.hasQuit, "nothing is left behind")
  }

  @Test func whatIsNoQueryIsSaidOnEnter() {
    var driver = Driver("&")
    driver.type("sorce:النهر")
    driver.press("Enter")
    #expect(driver.model.entry?.problem != nil)
    driver.press("C-u Enter")
    #expect(driver.model.entry == nil)
    #expect(driver.model.library.count == 5)
  }

  @Test func ordersFollowEachOtherAndTheChoiceStays() {
    var driver = Driver("j o")
    #expect(driver.model.library.order == .oldest)
    #expect(driver.model.library.rows.map(\.id.text) == ["long", "persian", "bank", "farmers", "dam"])
    #expect(driver.model.library.selected == 3)
    driver.press("o o o")
    #expect(driver.model.library.order == .unread)
    driver.press("o")
    #expect(driver.model.library.rows.first?.id.text == "dam")
    #expect(driver.model.library.selectedRow?.id.text == "farmers")
  }
}
