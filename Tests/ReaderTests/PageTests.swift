import Briefings
import Cells
import Testing

@testable import Reader

/// Pages in place of the panes: one key in, one key back, nothing lost.
@Suite struct PageTests {
  private static let sizes = [Size(columns: 40, rows: 10), Size(columns: 80, rows: 24), Size(columns: 200, rows: 50)]

  private func timeline(_ driver: Driver) -> TimelineState? {
    if case .timeline(let state) = driver.model.page { state } else { nil }
  }

  struct Way: Sendable {
    let name: String
    let before: String
    let key: String
  }

  static let ways = [
    Way(name: "a speaker's timeline from the panel", before: "Enter t", key: "a"),
    Way(name: "from an entity", before: "Enter e j", key: "a"),
    Way(name: "from the article", before: "Enter", key: "a"),
    Way(name: "from the list", before: "j", key: "a"),
    Way(name: "from a related statement", before: "Enter t r j", key: "a"),
    Way(name: "from another page", before: "Enter t A j", key: "a"),
    Way(name: "a matter's timeline", before: "Enter t", key: "A"),
    Way(name: "a thread", before: "Enter t", key: "w"),
    Way(name: "a thread of a related statement", before: "Enter t r j", key: "w"),
    Way(name: "a thread from a thread", before: "Enter t w j j", key: "w"),
    Way(name: "a statement of a thread", before: "Enter t w j j", key: "Enter"),
    Way(name: "a comparison from a thread", before: "Enter t w j j", key: "c"),
    Way(name: "a comparison of related statements", before: "Enter t r j", key: "c"),
    Way(name: "a comparison of two of an article", before: "Enter t c j", key: "c"),
    Way(name: "a card from the panel", before: "Enter e j j", key: "i"),
    Way(name: "a card of a speaker", before: "Enter t", key: "i"),
    Way(name: "a card from a thread", before: "Enter t w j j", key: "i"),
    Way(name: "a neighbour's card", before: "Enter e i j j j", key: "Enter"),
    Way(name: "the articles of a card", before: "Enter e i", key: "Enter"),
    Way(name: "a statement of a card", before: "Enter e i G", key: "Enter"),
    Way(name: "the timeline of a card", before: "Enter t i j", key: "Enter"),
    Way(name: "a statement of a comparison", before: "Enter t r j c G", key: "Enter"),
    Way(name: "a statement of a page", before: "Enter t A j", key: "Enter"),
  ]

  @Test(arguments: ways)
  func oneKeyInAndOneKeyBack(_ way: Way) {
    for size in Self.sizes {
      var driver = Driver(way.before, size: size)
      let before = view(driver.model).text
      driver.press(way.key)
      let after = view(driver.model).text
      #expect(after != before, "\(way.name)")
      for _ in 0..<3 {
        driver.press("Backspace")
        #expect(view(driver.model).text == before, "\(way.name) at \(size)")
        driver.press("M-i")
        #expect(view(driver.model).text == after, "\(way.name) at \(size)")
      }
      guard driver.model.page != nil else { continue }
      driver.press("q")
      #expect(view(driver.model).text == before, "q leaves too: \(way.name) at \(size)")
    }
  }

  @Test func theChoiceIsKeptWhenComingBack() {
    var driver = Driver("Enter t a j j j j j j j j j j", Sample.talkative)
    let before = timeline(driver)?.progress.choice
    #expect(before?.selected == 10)
    driver.press("Enter")
    #expect(driver.model.page == nil)
    #expect(driver.model.article?.current != nil)
    driver.press("Backspace")
    #expect(timeline(driver)?.progress.choice == before)
  }

  @Test func moreIsAskedForNearTheEndAndOnlyOnce() {
    var driver = Driver("Enter t a", Sample.talkative)
    #expect(timeline(driver)?.entries.count == 200)
    driver.isPrompt = false
    for _ in 0..<160 { driver.press("j") }
    let requests = driver.waiting.filter { if case .loadPage = $0 { true } else { false } }
    #expect(requests.count == 1)
    driver.deliver()
    #expect(timeline(driver)?.entries.count == 262)
    #expect(timeline(driver)?.progress.choice.selected == 160)
    #expect(timeline(driver)?.next == nil)
  }

  @Test func theEndIsReachedHoweverFarItIs() {
    var archive = Sample.talkative
    archive.articles += (0..<2_500).map { number in
      article("more\(number)", title: "خبر", text: "[قال|c1] [سامي النجار|s1=سامي النجار] أن [القول \(number)|t1].")
    }
    var driver = Driver("Enter t a G", archive)
    #expect(timeline(driver)?.entries.count == 2_762)
    #expect(timeline(driver)?.progress.choice.selected == 2_761)
    #expect(timeline(driver)?.goal == nil)
    // Whoever moves on meanwhile stays where they are.
    driver = Driver("Enter t a", archive)
    driver.isPrompt = false
    driver.press("G k")
    driver.deliver()
    #expect(timeline(driver)?.progress.choice.selected == 198)
    #expect(timeline(driver)?.entries.count ?? 0 < 2_000)
  }

  @Test func readLineByLineTwoStatementsStandOneUnderTheOther() {
    var driver = Driver("Enter t w G c", size: Size(columns: 120, rows: 36))
    #expect(view(driver.model).text.contains("│"))
    driver.model.options = ReaderOptions(isPlain: true)
    #expect(!view(driver.model).text.contains("│"))
    let rows = (0..<36).map { row in view(driver.model).row(row).map(\.text).joined() }
    let first = rows.firstIndex { $0.contains("وكالة النهر") } ?? 99
    let second = rows.firstIndex { $0.contains("صحيفة الضفة") } ?? 0
    #expect(first < second)
  }

  @Test func whoSpeaksWithoutBeingANameLeadsToWhatWasSaid() {
    let archive = FakeArchive([
      article("unnamed", title: "خبر", text: "[قال|c1] [حارس السد|s1=حارس السد] إن [الماء قليل|t1].")
    ])
    var driver = Driver("Enter t i", archive)
    #expect(view(driver.model).text.contains("No person, body or place is called so. Backspace goes back; a there"))
    driver.press("Backspace a")
    #expect(timeline(driver)?.entries.count == 1)
  }

  @Test func lateAnswersAreDropped() {
    var driver = Driver("Enter t")
    driver.isPrompt = false
    driver.press("a Backspace A")
    let requests = driver.waiting.filter { if case .loadPage = $0 { true } else { false } }
    #expect(requests.count == 2)
    driver.waiting = [requests[0]]
    driver.deliver()
    #expect(timeline(driver)?.entries.isEmpty == true)
    driver.waiting = [requests[1]]
    driver.deliver()
    #expect(timeline(driver)?.entries.isEmpty == false)
  }

  @Test func whatWasUnderWayIsAskedForAgain() {
    var driver = Driver("Enter t")
    driver.isPrompt = false
    driver.press("a")
    driver.waiting = []
    driver.press("Backspace M-i")
    driver.deliver()
    #expect(timeline(driver)?.entries.isEmpty == false)
  }

  @Test func aProblemIsSaidAndTriedAgain() {
    var driver = Driver("Enter t")
    driver.isPrompt = false
    driver.press("a")
    driver.send(.failed(request: driver.model.page?.content.progress.request, "the archive is locked"))
    #expect(view(driver.model).text.contains("the archive is locked"))
    driver.waiting = []
    driver.press("C-l")
    driver.deliver()
    #expect(timeline(driver)?.entries.isEmpty == false)
  }

  @Test func whatTakesLongIsSaidWhileItTakesLong() {
    var driver = Driver("Enter t")
    driver.isPrompt = false
    driver.press("a")
    let request = driver.model.page?.content.progress.request ?? 0
    driver.send(.slow(request: request - 1))
    #expect(!view(driver.model).text.contains("Working"))
    driver.send(.slow(request: request))
    #expect(view(driver.model).text.contains("Working"))
    driver.deliver()
    #expect(!view(driver.model).text.contains("Working"))
  }

  @Test func aStatementWithoutASourceHasNoTimeline() {
    let driver = Driver("j j j Enter t a")
    #expect(driver.model.page == nil)
    #expect(driver.model.notice?.text.contains("Nobody") == true)
  }

  @Test func theChosenThingIsAlwaysInSight() {
    for size in Self.sizes {
      var driver = Driver("Enter t a", Sample.talkative, size: size)
      for step in 0..<300 {
        driver.press(step < 180 ? "j" : "k")
        guard let page = driver.model.page, let rect = driver.model.panes.page else {
          Issue.record("no page")
          return
        }
        let rows = pageRows(driver.model, page, in: rect)
        let shown = rows.lines.filter { $0.item == page.content.progress.choice.selected }.count
        #expect(shown >= 2 || shown >= rect.size.rows - 1, "step \(step) at \(size)")
        #expect(page.content.progress.choice.first == rows.first)
      }
    }
  }

  @Test func aClickChoosesAndASecondOneOpens() {
    var driver = Driver("Enter t a", Sample.talkative)
    driver.click(.click, 40, 10)
    #expect(timeline(driver)?.progress.choice.selected ?? 0 > 0)
    driver.click(.doubleClick, 40, 10)
    #expect(driver.model.page == nil)
    #expect(driver.model.focus == .article)
  }

  @Test func barsGrowWithNumbers() {
    #expect(bars([0, 1, 50, 100], usesBlocks: true) == [" ", "▁", "▄", "█"])
    #expect(bars([0, 1, 50, 100], usesBlocks: false) == [" ", ".", "=", "#"])
    #expect(bars([], usesBlocks: true) == [])
    #expect(bars([0, 0], usesBlocks: true) == [" ", " "])
  }

  @Test func monthsAreGatheredWhereThereIsNoRoom() {
    let months = TimelineMonths(days: (1...9).map { (day: "2023-0\($0)", count: $0) })
    #expect(months.gathered(columns: 9).counts == Array(1...9))
    #expect(months.gathered(columns: 4).step == 3)
    #expect(months.gathered(columns: 4).counts == [6, 15, 24])
  }
}
