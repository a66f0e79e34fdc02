import Briefings
import Cells
import Testing

@testable import Reader

/// Jumping and coming back: the trail, related statements, lists of an entity, leaving.
@Suite struct TrailTests {
  /// What a user would call the same place.
  private struct Spot: Equatable {
    var article: String?
    var top: ArticleRow?
    var tab: PanelTab
    var chosen: [Int]
    var focus: Focus
    var row: Int
    var filter: String?
    var search: String?

    init(_ model: Model) {
      article = model.article?.briefing.id.text
      top = model.article?.top
      tab = model.panel.tab
      chosen = [model.panel.entity, model.panel.statement, model.panel.relatedIndex]
      focus = model.focus
      row = model.library.selected
      filter = model.library.filter.entity
      search = model.search?.text
    }
  }

  struct Row: Sendable {
    let name: String
    let before: String
    let jump: String
  }

  static let jumps = [
    Row(name: "opening an article", before: "j j", jump: "Enter"),
    Row(name: "opening one while another was scrolled", before: "G Enter Space q k", jump: "Enter"),
    Row(name: "related statements", before: "Enter t", jump: "r"),
    Row(name: "a related statement in another article", before: "Enter t r j", jump: "Enter"),
    Row(name: "the articles that name an entity", before: "Enter e j", jump: "Enter"),
    Row(name: "an article of that list", before: "Enter e Enter j", jump: "Enter"),
    Row(name: "a statement's place", before: "Enter t j", jump: "Enter"),
    Row(name: "a search of the archive", before: "G Enter Space", jump: "s"),
  ]

  @Test(arguments: jumps)
  func backRestoresAnyNumberOfTimes(_ row: Row) {
    for size in [Size(columns: 40, rows: 10), Size(columns: 80, rows: 24), Size(columns: 200, rows: 50)] {
      var driver = Driver(row.before, size: size)
      let before = Spot(driver.model)
      driver.press(row.jump)
      let after = Spot(driver.model)
      #expect(before != after, "\(row.name)")
      if driver.model.search?.isTyping == true { continue }
      for _ in 0..<5 {
        driver.press("Backspace")
        #expect(Spot(driver.model) == before, "\(row.name) at \(size)")
        driver.press("M-i")
        #expect(Spot(driver.model) == after, "\(row.name) at \(size)")
      }
      driver.press("C-o")
      #expect(Spot(driver.model) == before, "\(row.name) at \(size)")
    }
  }

  @Test func aChainOfJumpsComesBackStepByStep() {
    var driver = Driver()
    var spots = [Spot(driver.model)]
    for key in ["Enter", "t r", "j Enter", "t j r", "Enter", "e Enter", "Enter"] {
      let keys = key.split(separator: " ").map(String.init)
      driver.press(keys.dropLast().joined(separator: " "))
      spots.append(Spot(driver.model))
      driver.press(keys.last ?? "")
    }
    #expect(driver.model.trail.depth == 7)
    for spot in spots.dropFirst().reversed() {
      driver.press("Backspace")
      #expect(Spot(driver.model) == spot)
    }
    driver.press("Backspace")
    #expect(driver.model.notice?.text == "This is where you began.")
    for _ in 0..<7 { driver.press("M-i") }
    #expect(driver.model.trail.depth == 7)
  }

  @Test func aNewJumpEndsTheWayForward() {
    var driver = Driver("Enter Backspace j Enter")
    let spot = Spot(driver.model)
    driver.press("M-i")
    #expect(Spot(driver.model) == spot)
  }

  @Test func theTrailHasALimit() {
    var driver = Driver()
    for _ in 0..<150 { driver.press("Enter q") }
    #expect(driver.model.trail.depth <= 100)
  }

  @Test func fromAStatementToARelatedOneAndBack() {
    var driver = Driver("Enter t")
    driver.press("r")
    #expect(driver.effects.first { if case .loadRelated = $0 { true } else { false } } != nil)
    #expect(driver.model.panel.tab == .related)
    #expect(driver.model.panel.related?.count == 2)
    driver.press("j Enter")
    let target = Sample.farmers.statements[1]
    #expect(driver.model.article?.briefing.id == target.briefing.id)
    #expect(driver.model.article?.current == target.statement.place)
    #expect(driver.model.focus == .article)
    #expect(driver.model.panel.tab == .statements)
    #expect(driver.model.panel.statement == 1)
    #expect(driver.archive.readIDs.contains(target.briefing.id))
    driver.press("Backspace")
    #expect(driver.model.article?.briefing.id.text == "dam")
    #expect(driver.model.panel.tab == .related)
    #expect(driver.model.panel.relatedIndex == 1)
    #expect(driver.model.focus == .panel)
    driver.press("q")
    #expect(driver.model.panel.tab == .statements)
    #expect(driver.model.focus == .panel)
  }

  @Test func rOnARelatedStatementGoesThere() {
    let driver = Driver("Enter t r r")
    #expect(driver.model.article?.briefing.id.text == "farmers")
  }

  @Test func lateRelatedStatementsAreDropped() {
    var driver = Driver("Enter t")
    driver.isPrompt = false
    driver.press("r q j r")
    let requests = driver.waiting.filter { if case .loadRelated = $0 { true } else { false } }
    #expect(requests.count == 2)
    driver.waiting = [requests[0]]
    driver.deliver()
    #expect(driver.model.panel.related == nil)
    driver.waiting = [requests[1]]
    driver.deliver()
    #expect(driver.model.panel.related == [])
  }

  @Test func whatWasUnderWayIsAskedForAgain() {
    // The answer comes while the reader is elsewhere, and is dropped; Back must not wait for it for ever.
    var driver = Driver("Enter t")
    driver.isPrompt = false
    driver.press("r")
    driver.waiting = []
    driver.press("Backspace")
    driver.press("M-i")
    driver.deliver()
    #expect(driver.model.panel.related?.count == 2)

    driver = Driver("Enter e")
    driver.isPrompt = false
    driver.press("Enter")
    driver.waiting = []
    driver.press("Backspace M-i")
    driver.deliver()
    #expect(driver.model.library.rows.count == 1 || driver.model.library.rows.count == 2)
    #expect(driver.model.library.request == nil)
  }

  struct Leaving: Sendable {
    let name: String
    let keys: String
    let focus: Focus?  // nil: the reader has ended
  }

  static let leavings = [
    Leaving(name: "the list ends the program", keys: "q", focus: nil),
    Leaving(name: "Esc as well", keys: "Esc", focus: nil),
    Leaving(name: "an article leads to the list", keys: "Enter q", focus: .list),
    Leaving(name: "and then out", keys: "Enter q q", focus: nil),
    Leaving(name: "the panel leads to the article being read", keys: "Enter t q", focus: .article),
    Leaving(name: "and to the list where none is read", keys: "t q", focus: .list),
    Leaving(name: "related statements lead to the panel", keys: "Enter t r q", focus: .panel),
    Leaving(name: "an entity's list leads to where it was asked for", keys: "Enter e Enter q", focus: .panel),
    Leaving(name: "also after an article of it", keys: "Enter e Enter Enter q q", focus: .panel),
    Leaving(name: "help closes first", keys: "? q", focus: .list),
    Leaving(name: "Q leaves from anywhere", keys: "Enter t r Q", focus: nil),
    Leaving(name: "C-c too", keys: "Enter t r C-c", focus: nil),
    Leaving(name: "C-c while typing", keys: "s a b C-c", focus: nil),
    Leaving(name: "q is a letter while typing", keys: "s q", focus: .list),
    Leaving(name: "Esc leaves the search", keys: "s q Esc", focus: .list),
  ]

  @Test(arguments: leavings)
  func leavingGoesOutStepByStep(_ row: Leaving) {
    for size in [Size(columns: 40, rows: 10), Size(columns: 80, rows: 24), Size(columns: 200, rows: 50)] {
      let driver = Driver(row.keys, size: size)
      #expect(driver.hasQuit == (row.focus == nil), "\(row.name)")
      if let focus = row.focus { #expect(driver.model.focus == focus, "\(row.name)") }
    }
  }

  @Test func theListOfAnEntityIsLeftWhole() {
    let driver = Driver("Enter e Enter Enter q q")
    #expect(driver.model.library.filter.entity == nil)
    #expect(driver.model.panel.tab == .entities)
    #expect(driver.model.article?.briefing.id.text == "dam")
  }

  @Test func thePositionIsSavedBeforeTheEnd() {
    var driver = Driver("G Enter Space Q")
    #expect(driver.effects.count == 2)
    #expect(driver.effects.last == .quit)
    guard case .savePosition(let id, let place)? = driver.effects.first else {
      Issue.record("no position was saved")
      return
    }
    #expect(id.text == "long")
    #expect(place.span.start > 0)
    driver = Driver("G Enter Space")
    driver.effects = []
    driver.send(.input(.hangup))
    #expect(driver.effects.count == 2, "the terminal is gone: the place is kept all the same")
    #expect(driver.effects.last == .quit)
  }
}
