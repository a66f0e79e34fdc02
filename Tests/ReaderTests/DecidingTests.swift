import Briefings
import Cells
import Testing

@testable import Reader

/// Putting names right in the panel, and taking it back.
@Suite struct DecidingTests {
  struct Case: Sendable {
    let name: String
    /// Pressed with the entities of the dam's article shown and the first one chosen: two persons, two organizations,
    /// three places.
    let keys: String
    let decisions: [Decision]
    /// The entity chosen afterwards.
    let chosen: String
    /// What the status line begins with.
    let notice: String
  }

  private static let najjar = EntityName(.person, "سامي النجار")
  private static let haddad = EntityName(.person, "ليلى حداد")
  private static let bank = EntityName(.organization, "البنك الأخضر")

  private static func mention(_ number: Int) -> MarkedPlace {
    let entity = Sample.dam.entities.first { $0.canonical == najjar.name }
    let mention = entity?.mentions[number]
    return MarkedPlace(
      briefing: Sample.dam.briefing.id, place: mention?.place ?? Place(.text, TextSpan(0..<0)),
      form: mention?.form ?? "")
  }

  static let cases = [
    Case(
      name: "merge", keys: "M j M", decisions: [.merge(najjar, into: haddad)], chosen: haddad.name, notice: "Merged"),
    Case(name: "a mark alone decides nothing", keys: "M", decisions: [], chosen: najjar.name, notice: "Marked"),
    Case(name: "a mark taken back", keys: "M M", decisions: [], chosen: najjar.name, notice: "No entity"),
    Case(
      name: "retype: the choice goes along", keys: "T", decisions: [.retype(najjar, as: .organization)],
      chosen: najjar.name, notice: "Made"),
    Case(
      name: "retype three times: once around", keys: "T T T",
      decisions: [
        .retype(najjar, as: .organization), .retype(EntityName(.organization, najjar.name), as: .place),
        .retype(EntityName(.place, najjar.name), as: .person),
      ], chosen: najjar.name, notice: "Made"),
    Case(
      name: "reject: the next one is chosen", keys: "X", decisions: [.reject(najjar)], chosen: haddad.name,
      notice: "Rejected"),
    Case(
      name: "reject by another key", keys: "j D", decisions: [.reject(haddad)], chosen: bank.name, notice: "Rejected"),
    Case(name: "undo", keys: "X U", decisions: [], chosen: najjar.name, notice: "Taken back: rejected"),
    Case(name: "nothing to undo", keys: "U", decisions: [], chosen: najjar.name, notice: "No decision"),
    Case(
      name: "reject a mention", keys: "n n d", decisions: [.rejectMention(mention(1))], chosen: najjar.name,
      notice: "Rejected"),
    Case(name: "no mention was gone to", keys: "d", decisions: [], chosen: najjar.name, notice: "Go to a mention"),
    Case(
      name: "split a form off", keys: "n n S", decisions: [.split(form: "النجار", from: najjar)], chosen: "النجار",
      notice: "Split"),
    Case(name: "its own name cannot be split off", keys: "n S", decisions: [], chosen: najjar.name, notice: "This is"),
    Case(
      name: "rename", keys: "R C-u x Enter", decisions: [.rename(najjar, to: "x")], chosen: "x", notice: "Renamed"),
    Case(name: "rename, taken back", keys: "R C-u x Escape", decisions: [], chosen: najjar.name, notice: ""),
    Case(
      name: "no name is no name", keys: "R C-u Space Enter", decisions: [], chosen: najjar.name,
      notice: "The name stays"),
    Case(name: "not in another tab", keys: "t X", decisions: [], chosen: najjar.name, notice: "Choose an entity"),
    Case(name: "nor in the text", keys: "Tab Tab R", decisions: [], chosen: najjar.name, notice: "Choose an entity"),
  ]

  @Test(arguments: cases)
  func deciding(_ row: Case) {
    var driver = Driver("Enter e g")
    driver.press(row.keys.replacing("Escape", with: "Esc"))
    #expect(driver.archive.decisions == row.decisions, "\(row.name)")
    #expect(driver.model.panelEntity?.canonical == row.chosen, "\(row.name)")
    #expect(
      driver.model.notice?.text.hasPrefix(row.notice) ?? row.notice.isEmpty,
      "\(row.name): \(driver.model.notice?.text ?? "")")
    #expect(driver.model.renaming == nil, "\(row.name)")
    #expect(driver.model.panel.pendingArticle == nil, "\(row.name): nothing is awaited")
  }

  @Test func theArticleStaysWhereItIs() {
    var driver = Driver("Enter e g", size: Size(columns: 40, rows: 10))
    driver.press("j j j j")
    let top = driver.model.article?.top
    driver.press("X")
    #expect(driver.model.article?.top == top)
    #expect(driver.model.article?.isOpened == true)
    #expect(driver.model.focus == .panel)
  }

  @Test func speakersFollow() {
    let driver = Driver("Enter e g M j M t")
    let speakers = driver.model.article?.loaded.statements.compactMap(\.statement.speakerEntity) ?? []
    #expect(speakers.contains("ليلى حداد"))
    #expect(!speakers.contains("سامي النجار"))
  }

  @Test func aMarkHoldsAcrossArticles() {
    var driver = Driver("Enter e g M")
    driver.press("q q j Enter e g")
    let target = driver.model.panelEntity.map { EntityName($0.type, $0.canonical) }
    driver.press("j M")
    let into = driver.model.panelEntity.map { EntityName($0.type, $0.canonical) }
    #expect(target != nil && into != nil)
    #expect(driver.archive.decisions.count == 1)
    #expect(driver.archive.decisions.first?.subject == Self.najjar)
    #expect(driver.archive.decisions.first?.target == into)
  }

  @Test func comingBackShowsWhatWasDecidedMeanwhile() {
    var driver = Driver("Enter t r")
    // Follows a statement to another article, rejects its speaker's entity there, and comes back.
    driver.press("Enter")
    let there = driver.model.article?.briefing.id
    driver.press("e g")
    guard let name = driver.model.panelEntity?.canonical else {
      Issue.record("no entity")
      return
    }
    driver.press("X Backspace")
    #expect(driver.model.article?.briefing.id != there)
    #expect(driver.model.article?.loaded.entities.contains { $0.canonical == name } == false)
    driver.press("M-i")
    #expect(driver.model.article?.briefing.id == there)
    #expect(driver.model.article?.loaded.entities.contains { $0.canonical == name } == false)
  }

  @Test func aLateArticleIsAskedForAgain() {
    var driver = Driver("Enter e g")
    driver.isPrompt = false
    driver.press("q q j")
    let old = driver.archive.answer(to: driver.waiting.last ?? .redraw)
    driver.waiting = []
    driver.send(.decided(DecisionRecord(number: 1, decision: .reject(Self.najjar), isUndone: false, briefingCount: 3)))
    #expect(driver.model.notice?.text.hasSuffix("(3 articles); u takes it back.") == true)
    if let old { driver.send(old) }
    #expect(driver.waiting.contains { if case .loadArticle = $0 { true } else { false } })
  }

  @Test func pastingAndTheMouseWhileAName() {
    var driver = Driver("Enter e g R C-u", size: Size(columns: 120, rows: 36))
    driver.send(.input(.paste("اسم\nجديد")))
    #expect(driver.model.renaming?.text == "اسم جديد")
    driver.click(.click, 119, 6)
    #expect(driver.model.renaming != nil)
    #expect(driver.model.focus == .panel)
    driver.press("Enter")
    #expect(driver.archive.decisions == [.rename(Self.najjar, to: "اسم جديد")])
  }
}
