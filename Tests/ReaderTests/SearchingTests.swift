import Briefings
import Cells
import Search
import Testing

@testable import Reader

/// Searching the archive as one types, and in the open article.
@Suite struct SearchingTests {
  @Test func everyLetterAsks() {
    var driver = Driver(isPrompt: false)
    driver.deliver()
    driver.deliver()
    driver.press("s")
    driver.type("loa")
    let searches = driver.waiting.compactMap { if case .search(let request, _, _) = $0 { request } else { nil } }
    #expect(searches.count == 3)
    #expect(driver.model.search?.request == searches.last)
    // Only the newest answer counts.
    let all = driver.waiting
    driver.waiting = [all[0]]
    driver.deliver()
    #expect(driver.model.search?.results == nil)
    driver.waiting = [all[2]]
    driver.deliver()
    #expect(driver.model.search?.results?.hits.map(\.briefing.id.text) == ["bank"])
  }

  @Test func hitsArePreviewedWithTheirMatchesInSight() {
    var driver = Driver("s")
    driver.type("مزرعة")
    #expect(driver.model.article?.briefing.id.text == "farmers")
    #expect(driver.model.article?.matches.count == 1)
    #expect(driver.model.search?.isTyping == true)
    #expect(driver.archive.readIDs.isEmpty)
    driver.press("Enter")
    #expect(driver.model.search?.isTyping == false)
    driver.press("Enter")
    #expect(driver.model.focus == .article)
    #expect(driver.model.article?.currentMatch == 0)
    #expect(driver.archive.readIDs == [BriefingID("farmers")])
    driver.press("Backspace")
    #expect(driver.model.search?.text == "مزرعة")
    #expect(driver.model.focus == .list)
    driver.press("s")
    #expect(driver.model.search?.isTyping == true, "s goes on typing")
    #expect(driver.model.search?.text == "مزرعة")
  }

  @Test func arrowsChooseWhileTyping() {
    var driver = Driver("s")
    driver.type("بغداد")
    #expect(driver.model.search?.results?.hits.count == 2)
    driver.press("Down")
    #expect(driver.model.search?.selected == 1)
    #expect(driver.model.article?.briefing.id.text == "farmers")
    driver.press("Down Up Up")
    #expect(driver.model.search?.selected == 0)
    driver.press("Down")
    driver.type(" ")
    #expect(driver.model.search?.selected == 0, "another query, from its first hit")
  }

  @Test func escBringsBackWhatWasBefore() {
    var driver = Driver("G Enter Space")
    let top = driver.model.article?.top
    driver.press("s")
    driver.type("loan")
    #expect(driver.model.article?.briefing.id.text == "bank")
    driver.press("Esc")
    #expect(driver.model.search == nil)
    #expect(driver.model.article?.briefing.id.text == "long")
    #expect(driver.model.article?.top == top)
    #expect(driver.model.focus == .article)
    #expect(driver.model.trail.depth == 1, "the search has left the trail")
  }

  @Test func escFromTheHitsOfAnOpenedHit() {
    var driver = Driver("s")
    driver.type("loan")
    driver.press("Enter Enter q")
    #expect(driver.model.search != nil)
    driver.press("q")
    #expect(driver.model.search == nil)
    #expect(driver.model.focus == .list)
    driver.press("q")
    #expect(driver.hasQuit)
  }

  @Test func nothingFoundOpensNothing() {
    var driver = Driver("s")
    driver.type("zzz")
    #expect(driver.model.search?.results?.hits.isEmpty == true)
    driver.press("Enter")
    #expect(driver.model.search?.isTyping == true)
    driver.press("Tab Enter y")
    #expect(driver.model.focus == .list)
    #expect(driver.archive.readIDs.isEmpty)
    #expect(driver.effects.isEmpty, "nothing of the hidden list is copied or opened")
  }

  @Test func aBrokenQuerySaysWhatIsWrong() {
    var driver = Driver("s")
    driver.type("sorce:x loan")
    #expect(driver.model.search?.problem == nil, "not while it is typed")
    driver.press("Enter")
    #expect(driver.model.search?.problem?.description.contains("source:") == true)
    #expect(driver.model.search?.isTyping == true)
    driver.press("C-u")
    #expect(driver.model.search?.text == "")
    #expect(driver.model.search?.problem == nil)
    #expect(driver.model.search?.results == nil)
  }

  struct Edit: Sendable {
    let name: String
    let typed: String
    let keys: String
    let text: String
  }

  static let edits = [
    Edit(name: "backspace takes a letter", typed: "loan", keys: "Backspace", text: "loa"),
    Edit(name: "with its marks", typed: "مُح\u{064E}", keys: "Backspace", text: "مُ"),
    Edit(name: "C-h as well", typed: "loan", keys: "C-h C-h", text: "lo"),
    Edit(name: "C-w a word", typed: "the loan ", keys: "C-w", text: "the "),
    Edit(name: "C-u everything", typed: "the loan", keys: "C-u", text: ""),
    Edit(name: "nothing to take", typed: "", keys: "Backspace C-w", text: ""),
    Edit(name: "C-u what is before the cursor", typed: "the loan", keys: "Left Left C-u", text: "an"),
    Edit(name: "C-w before the cursor", typed: "the loan now", keys: "Left Left Left C-w", text: "the now"),
    Edit(
      name: "Delete takes the letter behind the cursor", typed: "loan", keys: "Home Delete Right Delete", text: "on"),
    Edit(name: "Left is backward in Latin", typed: "lon", keys: "Left a", text: "loan"),
    Edit(name: "Right is backward in Arabic", typed: "سلم", keys: "Right \u{627}", text: "سلام"),
    Edit(name: "and Left forward again", typed: "سلم", keys: "Right Right Left \u{627}", text: "سلام"),
    Edit(name: "Home and End", typed: "oa", keys: "Home l End n", text: "loan"),
    Edit(name: "C-a and C-e", typed: "oa", keys: "C-a l C-e n", text: "loan"),
    Edit(name: "no further than the ends", typed: "a", keys: "Right Right b Left Left Left Left c", text: "cab"),
    Edit(name: "letters are not moved by their place", typed: "ضياء", keys: "", text: "ضياء"),
  ]

  @Test(arguments: edits)
  func editing(_ row: Edit) {
    for key in ["s", "/"] {
      var driver = Driver("Enter \(key)")
      driver.type(row.typed)
      driver.press(row.keys)
      let text = key == "s" ? driver.model.search?.text : driver.model.prompt?.text
      #expect(text == row.text, "\(row.name), after \(key)")
    }
  }

  @Test func theCursorStandsOnTheLetterItGoesBefore() {
    for (typed, keys) in [("loan", "Left Left"), ("قرض", "Right Right")] {
      for key in ["s", "/"] {
        var driver = Driver("Enter \(key)")
        driver.type(typed)
        let end = view(driver.model).cursor
        driver.press(keys)
        let middle = view(driver.model).cursor
        #expect(end?.row == middle?.row)
        #expect(middle?.column == (end?.column ?? 0) + (keys.hasPrefix("L") ? -2 : 2), "\(typed) after \(key)")
      }
    }
  }

  @Test func longQueriesShowThePartAroundTheCursor() {
    for word in ["كلمة ", "word ", "中文 "] {
      var driver = Driver("s", size: Size(columns: 40, rows: 10))
      driver.send(.input(.paste(String(repeating: word, count: 15))))
      for key in Array(repeating: "Left", count: 80) + Array(repeating: "Right", count: 80) {
        driver.press(key)
        guard let search = driver.model.search else { return }
        let frame = view(driver.model)
        #expect(brokenRules(frame, of: driver.model) == [])
        let cell = frame.cursor.map { frame[$0.column, $0.row] }
        let byte = search.text.dropLast(search.behind).utf8.count
        #expect(search.behind == 0 ? cell?.source == nil : cell?.source?.contains(byte) == true, "\(search.behind)")
      }
    }
  }

  @Test func pastedTextIsOneLineWithoutControls() {
    for key in ["s", "/"] {
      var driver = Driver("Enter \(key)")
      driver.send(.input(.paste("a\u{1B}[31m b\r\nc\u{9B}\u{7F}\td")))
      let text = key == "s" ? driver.model.search?.text : driver.model.prompt?.text
      #expect(text == "a[31m b c d")
    }
    var driver = Driver("Enter")
    driver.send(.input(.paste("jjq")))
    #expect(!driver.hasQuit, "pasted letters are no keys")
  }

  @Test func searchInTheArticleFollowsTyping() {
    var driver = Driver("G Enter Space /")
    let top = driver.model.article?.top ?? .first
    driver.type("رقم 30")
    #expect(driver.model.article?.matches.count == 1)
    #expect((driver.model.article?.top ?? .first) > top)
    driver.press("Esc")
    #expect(driver.model.article?.top == top)
    #expect(driver.model.article?.matches.isEmpty == true)
    #expect(driver.model.prompt == nil)
    #expect(driver.model.focus == .article)
  }

  @Test func escRestoresEarlierMatches() {
    var driver = Driver("G Enter /")
    driver.type("رقم 30")
    driver.press("Enter /")
    driver.type("الربيع")
    driver.press("Esc")
    #expect(driver.model.article?.matches.count == 1)
    #expect(driver.model.article?.currentMatch == 0)
    driver.press("/ Enter")
    #expect(driver.model.article?.matches.isEmpty == true, "an empty search clears the marks")
  }

  @Test func matchesAreGoneThroughInACircle() {
    var driver = Driver("Enter /")
    driver.type("وزار")
    driver.press("Enter")
    let count = driver.model.article?.matches.count ?? 0
    #expect(count >= 3)
    var seen = [driver.model.article?.currentMatch]
    for _ in 0..<count {
      driver.press("n")
      seen.append(driver.model.article?.currentMatch)
    }
    #expect(seen.first == seen.last)
    #expect(Set(seen).count == count)
    driver.press("N")
    #expect(driver.model.article?.currentMatch == (seen[0] ?? 0) + (seen[0] == 0 ? count - 1 : -1))
    driver.press("q Enter")
    #expect(driver.model.article?.matches.count == count, "the marks stay with the article")
  }

  @Test func searchInTheArticleBeginsWhereOneReads() {
    var driver = Driver("G Enter G /")
    driver.type("الفقرة")
    #expect(driver.model.article?.currentMatch.map { $0 > 30 } == true)
  }

  @Test func notFoundIsSaid() {
    var driver = Driver("Enter /")
    driver.type("zzz")
    driver.press("Enter")
    #expect(driver.model.notice?.text.contains("zzz") == true)
    driver.press("j")
    #expect(driver.model.notice == nil)
  }

  @Test func nWithoutSearchSaysHow() {
    #expect(Driver("Enter n").model.notice?.text.contains("/") == true)
  }

  @Test func nGoesThroughTheMentionsOfAnEntity() {
    var driver = Driver("Enter e", size: Size(columns: 120, rows: 36))
    let index = driver.model.panelEntities.firstIndex { $0.canonical == "سامي النجار" } ?? 0
    for _ in 0..<index { driver.press("j") }
    driver.press("n")
    #expect(driver.model.notice?.text == "Mention 1 of 2")
    driver.press("n")
    #expect(driver.model.notice?.text == "Mention 2 of 2")
    driver.press("n")
    #expect(driver.model.notice?.text == "Mention 1 of 2")
    driver.press("N")
    #expect(driver.model.notice?.text == "Mention 2 of 2")
  }
}
