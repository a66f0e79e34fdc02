import Cells
import Testing

@testable import Reader

/// The commands by name, and the themes that one of them goes through.
@Suite struct PaletteTests {
  struct Row: Sendable {
    let typed: String
    let first: [Action]
  }

  static let rows = [
    Row(typed: "next-m", first: [.nextMatch]),
    Row(typed: "NEXT-M", first: [.nextMatch]),
    Row(typed: "match next", first: [.nextMatch]),
    Row(typed: "quit", first: [.quit]),
    Row(typed: "unread article", first: [.nextUnread]),
    Row(typed: "المقروء", first: [.nextUnread]),
    Row(typed: "nothing is called so", first: []),
  ]

  @Test(arguments: rows)
  func commandsAreFoundByNameAndByHelp(_ row: Row) {
    var driver = Driver(":")
    driver.type(row.typed)
    #expect(Array(driver.model.paletteCommands.prefix(1)) == row.first, "\(row.typed)")
  }

  @Test func allCommandsAreThereBeforeAnythingIsTyped() {
    #expect(Set(Driver(":").model.paletteCommands) == Set(Action.allCases).subtracting([.palette]))
  }

  @Test func enterDoesIt() {
    var driver = Driver(":")
    driver.type("entities")
    driver.press("Enter")
    #expect(driver.model.palette == nil)
    #expect(driver.model.panel.tab == .entities)
    #expect(driver.model.focus == .panel)
  }

  @Test func tabCompletesTheChosenOne() {
    var driver = Driver(":")
    driver.type("next")
    let second = driver.model.paletteCommands[1]
    driver.press("Down Tab")
    #expect(driver.model.palette?.text == second.name)
    #expect(driver.model.paletteCommands.first == second)
  }

  @Test func anUnknownCommandIsSaid() {
    var driver = Driver(":")
    driver.type("xyzzy")
    driver.press("Enter")
    #expect(driver.model.palette == nil)
    #expect(driver.model.notice?.isError == true)
  }

  @Test(arguments: ["Esc", "Backspace"])
  func theEmptyLineIsLeft(_ key: String) {
    let driver = Driver(": \(key)")
    #expect(driver.model.palette == nil)
    #expect(!driver.hasQuit)
  }

  @Test func themesFollowOneAnotherAndComeRound() {
    var driver = Driver()
    var seen: [Theme.Name] = []
    for _ in Theme.Name.allCases {
      driver.press(":")
      driver.type("next-theme")
      driver.press("Enter")
      seen.append(driver.model.options.themeName)
      #expect(driver.model.options.theme == Theme(driver.model.options.themeName))
    }
    #expect(Set(seen) == Set(Theme.Name.allCases))
    #expect(seen.last == .standard)
  }

  /// What the eye must tell apart, in every theme.
  @Test(arguments: Theme.Name.allCases)
  func unlikeThingsLookUnlike(_ name: Theme.Name) {
    let theme = Theme(name)
    let pairs: [(Role, Role)] = [
      (.text, .selection), (.text, .person), (.text, .organization), (.text, .place), (.text, .match),
      (.match, .currentMatch), (.text, .statement), (.selection, .inactiveSelection), (.bar, .activeBar),
      (.text, .error), (.text, .cue), (.unread, .text),
    ]
    for (one, other) in pairs { #expect(theme[one] != theme[other], "\(one) and \(other)") }
  }
}
