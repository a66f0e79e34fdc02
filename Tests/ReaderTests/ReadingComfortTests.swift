import Briefings
import Cells
import Testing

@testable import Reader

/// Links, selected words, citations, marks and the trail.
@Suite struct ReadingComfortTests {
  struct LinkRow: Sendable {
    let name: String
    let written: String
    let host: String?
    var address: String?
    var isDisguised = false
  }

  static let linkRows = [
    LinkRow(
      name: "plain", written: "https://Example.org/a?b#c", host: "example.org", address: "https://example.org/a?b#c"),
    LinkRow(
      name: "a port", written: "http://example.org:8080/", host: "example.org", address: "http://example.org:8080/"),
    LinkRow(
      name: "a name before the host", written: "https://bank.example@evil.example/x", host: "evil.example",
      address: "https://evil.example/x", isDisguised: true),
    LinkRow(
      name: "a backslash ends the host", written: "https://evil.example\\@bank.example", host: "evil.example",
      address: "https://evil.example\\@bank.example"),
    LinkRow(
      name: "letters of another script", written: "https://ex\u{0430}mple.org", host: "xn--exmple-4nf.org",
      isDisguised: true),
    LinkRow(
      name: "an Arabic host", written: "https://\u{0645}\u{062B}\u{0627}\u{0644}.org", host: "xn--mgbh0fb.org",
      isDisguised: true),
    LinkRow(
      name: "a German host", written: "http://b\u{00FC}cher.example", host: "xn--bcher-kva.example", isDisguised: true),
    LinkRow(
      name: "written as Punycode", written: "https://xn--bcher-kva.example/", host: "xn--bcher-kva.example",
      isDisguised: true),
    LinkRow(
      name: "an override in the path", written: "https://example.org/\u{202E}gpj.exe", host: "example.org",
      address: "https://example.org/%E2%80%AEgpj.exe"),
    LinkRow(name: "an override in the host", written: "https://exa\u{202E}mple.org", host: nil),
    LinkRow(name: "a command", written: "file:///etc/passwd", host: nil),
    LinkRow(name: "a script", written: "javascript:alert(1)", host: nil),
    LinkRow(name: "no host", written: "https:///x", host: nil),
    LinkRow(name: "an option", written: "-https://example.org", host: nil),
    LinkRow(name: "a space in the host", written: "https://exa mple.org", host: nil),
  ]

  @Test func links() {
    for row in Self.linkRows where row.name != "an override in the host" {
      let link = Link(row.written)
      #expect(link?.host == row.host, "\(row.name)")
      if let address = row.address { #expect(link?.address == address, "\(row.name)") }
      #expect((link?.isDisguised ?? false) == row.isDisguised, "\(row.name)")
      #expect(link?.address.utf8.allSatisfy { 0x21...0x7E ~= $0 } != false, "\(row.name): all ASCII")
    }
    // Whatever becomes of a host that hides letters, it is shown as what it is.
    let hidden = Link("https://exa\u{202E}mple.org")
    #expect(hidden == nil || hidden?.host.hasPrefix("xn--") == true)
  }

  static let linked = article(
    "linked", title: "روابط",
    text: """
      انظر https://example.org/report. وأيضا (http://news.example/a_(b)) و«https://example.org/report»
      وليس file:///etc/passwd ولا https://user@evil.example/login، نهاية.
      """, date: "2024-01-01", source: "موقع")

  @Test func theLinksOfAnArticleAreListedOnce() {
    let found = Reader.links(of: Self.linked.briefing)
    #expect(
      found.map(\.address) == [
        "https://example.org/report", "http://news.example/a_(b)", "https://evil.example/login",
      ])
    #expect(found.map(\.isDisguised) == [false, false, true])
    for link in found {
      let written = link.place.flatMap { Self.linked.briefing.text(at: $0) }
      #expect(written?.hasPrefix("http") == true, "\(written ?? "")")
    }
  }

  @Test func aLinkIsOpenedOnlyFromTheListThatShowsIt() {
    var driver = Driver("Enter O", FakeArchive([Self.linked]))
    #expect(driver.effects.isEmpty)
    #expect(view(driver.model).text.contains("evil.example"))
    driver.press("3 Enter")
    #expect(driver.effects == [.openLink("https://evil.example/login")])
    #expect(driver.model.menu == nil)
    driver.press("O j y")
    #expect(driver.effects == [.copy("http://news.example/a_(b)")])
    driver.press("O q")
    #expect(driver.effects.isEmpty)
    #expect(driver.model.focus == .article)
    driver = Driver("Enter O")
    #expect(driver.model.menu == nil)
    #expect(driver.model.notice != nil)
  }

  @Test func digitsOpenTheLinkOfTheirNumber() {
    let links = (1...12).map { "انظر https://example.org/\($0) هنا" }.joined(separator: "\n\n")
    var many = article(
      "many", title: "روابط", text: links + "\n\nومجددا https://example.org/2 وايضا http://own.example/")
    many.briefing.url = "http://own.example/"
    let rows: [(keys: String, opened: String?)] = [
      ("O 0", "http://own.example/"), ("O 2", "https://example.org/2"), ("O 9", "https://example.org/9"),
      ("O 1", nil), ("O 1 2", "https://example.org/12"), ("O 1 Enter", "https://example.org/1"),
      ("O 1 5", "https://example.org/5"), ("O 1 j 2", "https://example.org/2"),
    ]
    for row in rows {
      let driver = Driver("Enter " + row.keys, FakeArchive([many]), size: Size(columns: 63, rows: 60))
      #expect(driver.effects == (row.opened.map { [.openLink($0)] } ?? []), "\(row.keys)")
    }
    var driver = Driver("Enter", FakeArchive([many]), size: Size(columns: 63, rows: 60))
    let text = view(driver.model).text
    #expect(text.contains("https://example.org/12[12]"))
    #expect(text.ranges(of: "https://example.org/2[2]").count == 2, "the same address has the same number")
    #expect(text.contains("http://own.example/[0]"))
    driver.press("C-e Esc")
    driver.model.options.numbersLinks = false
    driver.resize(63, 59)
    #expect(!view(driver.model).text.contains("[2]"))
  }

  @Test func numbersAreNotCopied() {
    var driver = Driver("Enter v G y", FakeArchive([Self.linked]))
    let copied = driver.effects.compactMap { if case .copy(let text) = $0 { text } else { nil } }.joined()
    #expect(copied.hasPrefix("انظر https://example.org/report. وأيضا"), "\(copied)")
    driver.press("/")
    driver.type("report. و")
    #expect(driver.model.article?.matches.count == 1, "nor searched")
  }

  @Test func numbersFollowTheDigitsOfTheInterface() {
    var driver = Driver("Enter", FakeArchive([Self.linked]))
    #expect(view(driver.model).text.contains("[1]"))
    driver.press(":")
    driver.type("next-digits")
    driver.press("Enter")
    #expect(!view(driver.model).text.contains("[1]"))
    #expect(view(driver.model).text.contains("\u{661}"))
  }

  struct SelectionRow: Sendable {
    let name: String
    let keys: String
    let copied: String
  }

  static let words = article("words", title: "كلمات", text: "واحد اثنان NATO 2024 ثلاثة\nأربعة خمسة", source: "معجم")

  static let selections = [
    SelectionRow(name: "one word", keys: "v y", copied: "واحد"),
    SelectionRow(name: "left is forward", keys: "v Left Left y", copied: "واحد اثنان NATO"),
    SelectionRow(name: "back again", keys: "v Left Left Left Right y", copied: "واحد اثنان NATO"),
    SelectionRow(name: "the next row", keys: "v j y", copied: "واحد اثنان NATO 2024 ثلاثة\nأربعة"),
    SelectionRow(name: "to the end", keys: "v G y", copied: "واحد اثنان NATO 2024 ثلاثة\nأربعة"),
    SelectionRow(name: "not before the beginning", keys: "v k Right Right y", copied: "واحد"),
    SelectionRow(name: "with its source", keys: "v Left Y", copied: "“واحد اثنان”\n— معجم, كلمات"),
  ]

  @Test(arguments: selections)
  func selecting(_ row: SelectionRow) {
    let driver = Driver("Enter \(row.keys)", FakeArchive([Self.words]))
    #expect(driver.effects == [.copy(row.copied)], "\(row.name)")
    #expect(driver.model.article?.selection == nil, "\(row.name)")
  }

  @Test func selectingEndsWithoutLeavingTheArticle() {
    var driver = Driver("Enter v Left q", FakeArchive([Self.words]))
    #expect(driver.model.article?.selection == nil)
    #expect(driver.model.focus == .article)
    driver.press("v v")
    #expect(driver.model.article?.selection == nil)
  }

  @Test func aMatchIsWhatIsSelected() {
    var driver = Driver("Enter /", FakeArchive([Self.words]))
    driver.type("NATO")
    driver.press("Enter v y")
    #expect(driver.effects == [.copy("NATO")])
  }

  @Test func citations() {
    var driver = Driver("j Y")
    #expect(driver.effects == [.copy("- اتحاد المزارعين يرد على سامي النجار, صحيفة الضفة, 2024-03-04, farmers")])
    driver.press("g v v Y")
    #expect(driver.effects.count == 1)
    if case .copy(let text)? = driver.effects.first { #expect(text.split(separator: "\n").count == 2) }
    driver = Driver("Enter t Y")
    if case .copy(let text)? = driver.effects.first {
      #expect(text.contains("سامي النجار: “") && text.contains("— وكالة النهر, وزارة المياه"), "\(text)")
    }
  }

  @Test func marksLeadBackAcrossArticles() {
    var driver = Driver("G Enter Space Space m a q k Enter")
    let text = Driver("G Enter Space Space").topText
    #expect(driver.model.article?.briefing.id.text == "persian")
    driver.press("' a")
    #expect(driver.model.article?.briefing.id.text == "long")
    #expect(driver.topText == text)
    driver.press("Backspace")
    #expect(driver.model.article?.briefing.id.text == "persian", "a jump like any other")
    driver.press("' z")
    #expect(driver.model.notice?.text.contains("z") == true)
    driver.press("' Esc")
    #expect(driver.model.awaitedLetter == nil)
    driver.press("' \u{0634}")
    #expect(driver.model.article?.briefing.id.text == "long", "the Arabic letter on a")
  }

  @Test func theTrailIsListedAndGoneTo() {
    var driver = Driver("Enter t r j Enter H")
    guard case .trail(let stops, let here)? = driver.model.menu?.kind else {
      Issue.record("no trail is shown")
      return
    }
    #expect(stops.count == here + 1)
    driver.press("g Enter")
    #expect(driver.model.focus == .list)
    #expect(driver.model.trail.back.isEmpty)
    driver.press("H G Enter")
    #expect(driver.model.trail.back.count == here)
    #expect(driver.model.focus == .article)
  }

  @Test func panesAreZoomedWidenedAndHidden() {
    var driver = Driver("Enter", size: Size(columns: 200, rows: 50))
    let width = driver.model.panes.article?.size.columns ?? 0
    driver.press("z")
    #expect(driver.model.panes.panes == [.article])
    driver.press("Tab")
    #expect(driver.model.panes.panes == [.panel], "the zoom goes along")
    driver.press("q")
    #expect(driver.model.panes.panes.count == 3)
    driver.press("Tab Tab > >")
    #expect(driver.model.focus == .article)
    #expect((driver.model.panes.article?.size.columns ?? 0) == width + 16)
    driver.press("< < P")
    #expect(driver.model.panes.list == nil)
    driver.press("q")
    #expect(driver.model.panes.list != nil, "it comes back where it is gone to")
    for _ in 0..<100 { driver.press(">") }
    #expect((driver.model.panes.article?.size.columns ?? 0) >= 20)
    for _ in 0..<200 { driver.press("<") }
    #expect((driver.model.panes.list?.size.columns ?? 0) >= 20)
  }
}
