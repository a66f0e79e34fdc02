import Briefings
import Cells
import Search
import Testing

@testable import Reader

/// What else the search of the archive can do than find articles.
@Suite struct SearchKindsTests {
  private func found(_ text: String, _ keys: String, _ archive: FakeArchive = Sample.archive) -> Driver {
    var driver = Driver("s", archive)
    driver.type(text)
    driver.press(keys)
    return driver
  }

  @Test func statementsAreFoundAndOpenedWhereTheyStand() {
    var driver = found("حصة", "C-t")
    #expect(driver.model.search?.kind == .statements)
    #expect(driver.model.search?.statements?.hits.count == 3)
    #expect(driver.model.article?.current == driver.model.search?.selectedStatement?.record.statement.place)
    driver.press("Enter j")
    let record = driver.model.search?.selectedStatement?.record
    #expect(driver.model.article?.briefing.id == record?.briefing.id)
    driver.press("Enter")
    #expect(driver.model.focus == .article)
    #expect(driver.model.article?.current == record?.statement.place)
    driver.press("Backspace")
    #expect(driver.model.search?.selectedStatement?.record == record)
  }

  @Test func namesAreFoundAndTheirArticlesListed() {
    var driver = found("سامي", "C-t C-t Enter")
    #expect(driver.model.search?.entities?.map(\.canonical) == ["سامي النجار"])
    driver.press("Enter")
    #expect(driver.model.library.filter.entity == "سامي النجار")
    driver.press("Backspace")
    #expect(driver.model.search?.entities?.count == 1)
  }

  @Test func aNameMayHoldWhatNoQueryMay() {
    let driver = found("\"", "C-t C-t")
    #expect(driver.model.search?.problem == nil)
    #expect(driver.model.search?.entities?.isEmpty == true)
  }

  @Test func kindsComeAroundWithTheSameWords() {
    var driver = found("حصة", "")
    let before = view(driver.model).text
    driver.press("C-t C-t C-t")
    #expect(view(driver.model).text == before)
  }

  static let narrowed: [(name: String, kind: String, value: String, condition: String)] = [
    ("a source of two words", "source", "صحيفة الضفة", "source:\"صحيفة الضفة\""),
    ("a source of one word", "source", "Post", "source:Post"),
    ("a month", "month", "2024-03", "date:2024-03"),
    ("a name with quotation marks", "entity", "حركة \"نهر\"", "entity:\"حركة  نهر \""),
    ("a speaker", "speaker", "سامي النجار", "speaker:\"سامي النجار\""),
    ("a name with a colon", "entity", "a:b", "entity:\"a:b\""),
  ]

  @Test func valuesBecomeConditions() throws {
    let kinds: [String: Narrowing.Value.Kind] = [
      "source": .source, "month": .month, "entity": .entity, "speaker": .speaker,
    ]
    for row in Self.narrowed {
      let kind = try #require(kinds[row.kind])
      let value = Narrowing.Value(kind: kind, count: FacetCount(value: row.value, count: 1))
      #expect(value.condition == row.condition, "\(row.name)")
      #expect(throws: Never.self, "\(row.name)") { try Query.parse(value.condition) }
    }
  }

  @Test func aChosenValueNarrowsTheQueryAndBackWidensIt() {
    var driver = found("بغداد", "Enter F")
    #expect(driver.model.search?.results?.hits.count == 2)
    let values = driver.model.search?.narrowing?.values ?? []
    let index = values.firstIndex { $0.count.value == "صحيفة الضفة" } ?? 0
    for _ in 0..<index { driver.press("j") }
    driver.press("Enter")
    #expect(driver.model.search?.text == "بغداد source:\"صحيفة الضفة\"")
    #expect(driver.model.search?.results?.hits.map(\.briefing.id.text) == ["farmers"])
    #expect(driver.model.search?.narrowing == nil)
    driver.press("Backspace")
    #expect(driver.model.search?.narrowing?.choice.selected == index)
    driver.press("q")
    #expect(driver.model.search?.narrowing == nil)
    #expect(driver.model.search?.text == "بغداد")
    #expect(driver.model.search?.results?.hits.count == 2)
  }

  @Test func alternativesAreNarrowedTogether() {
    let driver = found("بغداد OR loan", "Enter F Enter")
    #expect(driver.model.search?.text.hasPrefix("(بغداد OR loan) source:") == true)
  }

  @Test func allAreRankedWhenAsked() {
    var archive = Sample.archive
    archive.ranksPartly = true
    var driver = found("بغداد", "Enter", archive)
    #expect(view(driver.model).text.contains("C-r"))
    driver.isPrompt = false
    driver.press("C-r")
    let request = driver.model.search?.request ?? 0
    driver.send(.searched(request: request, .ranked(12_000)))
    #expect(view(driver.model).text.contains("12,000"))
    driver.send(.searched(request: request - 1, .ranked(5)))
    #expect(driver.model.search?.rankedCount == 12_000, "a stale answer")
    driver.deliver()
    #expect(driver.model.search?.results?.isRankingPartial == false)
    #expect(!view(driver.model).text.contains("C-r"))
  }

  @Test func anotherQueryEndsTheRanking() {
    var archive = Sample.archive
    archive.ranksPartly = true
    var driver = found("بغداد", "", archive)
    driver.isPrompt = false
    driver.press("C-r")
    let request = driver.model.search?.request ?? 0
    driver.type(" ")
    driver.send(.searched(request: request, .ranked(7)))
    #expect(driver.model.search?.rankedCount == nil)
  }

  @Test func whatMayHaveBeenMeantIsTakenByTab() {
    var archive = Sample.archive
    archive.advice["loen"] = "loan"
    var driver = found("loen", "", archive)
    #expect(view(driver.model).text.contains("loan"))
    driver.press("Tab")
    #expect(driver.model.search?.text == "loan")
    #expect(driver.model.search?.results?.hits.count == 1)
    #expect(driver.model.search?.isTyping == true)
    driver.press("Tab")
    #expect(driver.model.search?.isTyping == false, "without advice Tab leaves the line")
  }

  @Test func queriesComeAgain() {
    var driver = found("loan", "Enter Esc s")
    driver.type("بغداد")
    driver.press("Enter s C-u")
    driver.type("lo")
    driver.press("Up")
    #expect(driver.model.search?.text == "بغداد")
    driver.press("Up")
    #expect(driver.model.search?.text == "loan")
    driver.press("Up")
    #expect(driver.model.search?.text == "loan", "the first one")
    driver.press("Down Down")
    #expect(driver.model.search?.text == "lo", "what was being typed")
    #expect(driver.model.search?.results?.hits.count == 1)
    driver.press("C-p C-p C-n C-n C-n")
    #expect(driver.model.search?.text == "lo")
    #expect(driver.model.queries == ["بغداد", "loan"])
  }

  @Test func aQueryIsKeptOnceTheLatestFirst() {
    var driver = Driver("s")
    driver.model.queries = ["loan", "x"]
    driver.type(" x ")
    driver.press("Enter")
    #expect(driver.model.queries == ["x", "loan"])
    #expect(driver.effects.contains(.rememberQuery("x")))
    driver.press("Enter")
    #expect(!driver.effects.contains(.rememberQuery("x")))
  }

  @Test func theUpKeyStillGoesUpAmongTheHits() {
    var driver = Driver("s")
    driver.model.queries = ["loan"]
    driver.type("بغداد")
    driver.press("Down Up")
    #expect(driver.model.search?.text == "بغداد")
    #expect(driver.model.search?.selected == 0)
    driver.press("Up")
    #expect(driver.model.search?.text == "loan")
  }

  @Test func aBrokenQueryIsMarkedWhereItIsBroken() {
    let driver = found("loan sorce:x", "Enter")
    let frame = view(driver.model)
    let error = Theme.color[.error]
    let marked = (0..<frame.size.rows).flatMap { frame.row($0) }.filter { cell in
      cell.source != nil && cell.style == Style.plain.overlaid(with: error)
    }
    #expect(marked.map(\.text).joined().contains("sorce"))
  }

  @Test func everyProblemIsSaidInArabic() {
    let problems: [QueryError.Problem] = [
      .unclosedQuote, .unbalancedBracket, .unknownField("a", meant: "b"), .emptyField("date"), .badDate("x"),
      .badLanguage("x"), .badState("x"), .danglingOr, .danglingMark("-"), .tooDeep, .tooLong,
    ]
    let wording = Wording(language: .arabic, keymap: .standard)
    var seen: Set<String> = []
    for problem in problems {
      let words = wording.problem(QueryError(problem, at: 0..<1, in: "x"))
      #expect(words.contains("عند الحرف 1"), "\(problem)")
      #expect(seen.insert(words).inserted, "\(problem)")
    }
  }

  @Test func theChosenHitIsAlwaysInSight() {
    for size in [Size(columns: 40, rows: 10), Size(columns: 80, rows: 24), Size(columns: 200, rows: 50)] {
      for keys in ["C-t Enter", "C-t C-t Enter", "Enter F"] {
        var archive = Sample.archive
        archive.findsAnything = true
        archive.ranksPartly = true
        var driver = Driver("s", archive, size: size)
        driver.type("a")
        driver.press(keys)
        for step in 0..<50 {
          guard let search = driver.model.search, let rect = driver.model.panes.list else {
            Issue.record("no search")
            return
          }
          let (lines, first, chosen) = searchItemLines(driver.model, search, in: searchBody(driver.model, in: rect))
          #expect(lines.contains { $0.item == chosen }, "\(keys) step \(step) at \(size)")
          #expect(first == (search.narrowing?.choice.first ?? search.top), "\(keys) step \(step) at \(size)")
          #expect(brokenRules(view(driver.model), of: driver.model) == [])
          driver.press(step < 25 ? "j" : "k")
        }
      }
    }
  }
}
