import Cells
import Testing

@testable import Reader

/// Notes on their way to the user's editor and back.
@Suite struct EditingTests {
  @Test func aNoteGoesToTheEditorAndComesBack() {
    var driver = Driver("Enter E")
    driver.type("one")
    driver.press("C-x")
    #expect(driver.effects == [.edit("one")])
    driver.send(.edited("one\r\ntwo\n\n"))
    driver.press("C-x")
    #expect(driver.effects == [.edit("one\ntwo")])
    driver.press("Enter")
    #expect(driver.archive.notes.map(\.text) == ["one\ntwo"])
  }

  @Test func whatFailsLeavesTheLine() {
    var driver = Driver("Enter E")
    driver.type("one")
    driver.send(.failed(request: nil, "cannot start x"))
    #expect(driver.model.entry?.text == "one")
    #expect(driver.model.notice?.isError == true)
  }

  @Test func onlyNotesAreEdited() {
    for keys in ["+ C-x", "& C-x", "/ C-x", "C-x"] { #expect(!Driver(keys).effects.contains(.edit("")), "\(keys)") }
    var driver = Driver()
    driver.send(.edited("late"))
    #expect(driver.model.entry == nil)
  }
}
