import Briefings
import Testing

@testable import Reader

/// Text that tries to be markup, a formula, a control sequence, or to turn the words around it.
private let hostile = [
  "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "&lt;b&gt; &amp; ' \"", "\u{1B}[31mred\u{7}\u{0}",
  "\u{202E}override\u{2066}\u{2069}", "=HYPERLINK(\"http://x\")", "](http://x) ![a](http://x/a.png) `code` **b**",
  "]]> --> <!-- <style>", "\u{85}\u{9B}31m\u{2028}\u{2029}\u{FFFE}",
]

/// An article, its statement and its names that are made of one hostile text.
private func article(_ text: String) -> LoadedBriefing {
  let briefing = Briefing(
    id: BriefingID("id\(text)"), title: text, text: "before \(text) behind\n# \(text)\n> \(text)\n- \(text)\n\(text)",
    date: PublicationDate("2024-03-05T08:30"), source: text, url: text, author: text, language: text, tags: [text])
  let place = Place(.text, TextSpan(7..<7 + text.utf8.count))
  let statement = Statement(
    speaker: text, speakerEntity: nil, cue: text, cueClass: .deny, target: text, content: text, place: place,
    kind: .direct, polarity: .deny, confidence: 0.3)
  let row = BriefingSummary(
    id: briefing.id, title: text, date: briefing.date, source: text, language: text, tags: [text])
  let record = StatementRecord(
    id: StatementID(briefing: briefing.id, place: place), briefing: row, statement: statement,
    signature: StatementSignature(stems: []))
  let entity = Entity(canonical: text, type: .person, english: text, mentions: [Mention(form: text, place: place)])
  return LoadedBriefing(briefing: briefing, entities: [entity], statements: [record])
}

private func months(_ counts: (String, Int)...) -> TimelineMonths {
  TimelineMonths(days: counts.map { (day: $0.0, count: $0.1) })
}

/// Letters that no exported file may hold.
private func strayControls(_ text: String) -> [Unicode.Scalar] {
  text.unicodeScalars.filter { scalar in
    switch scalar.value {
    case 0x0A, 0x0D: false
    case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xFFFE: true
    default: false
    }
  }
}

@Suite struct CSVExportTests {
  static let fields: [(name: String, text: String, field: String)] = [
    ("words", "خبر", "\"خبر\""), ("nothing", "", "\"\""), ("a comma", "a,b", "\"a,b\""),
    ("quotation marks", "a \"b\"", "\"a \"\"b\"\"\""), ("lines", "a\nb", "\"a\nb\""),
    ("carriage return", "a\rb", "\"a b\""),
    ("a formula", "=1+1", "\"'=1+1\""), ("plus", "+1", "\"'+1\""), ("minus", "-1", "\"'-1\""),
    ("at", "@SUM(A1)", "\"'@SUM(A1)\""),
    ("behind blanks", " \t=1", "\"'  =1\""), ("behind a mark of direction", "\u{200F}=1", "\"'\u{200F}=1\""),
    ("behind an override, which goes", "\u{202E}=1", "\"'=1\""),
    ("behind a byte order mark", "\u{FEFF}=1", "\"'\u{FEFF}=1\""),
    ("wide", "\u{FF1D}1", "\"'\u{FF1D}1\""), ("inside it is none", "1=1", "\"1=1\""),
    ("a control", "a\u{0}\u{1B}b", "\"a\u{FFFD}\u{FFFD}b\""),
  ]

  @Test func fieldsAreQuotedAndHarmless() {
    for row in Self.fields { #expect(CSVExport.field(row.text) == row.field, "\(row.name)") }
  }

  /// Reads a table as RFC 4180 has it.
  private func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = [[]]
    var field = ""
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      if isQuoted {
        guard scalar == "\"" else {
          field.unicodeScalars.append(scalar)
          continue
        }
        if scalars.first == "\"" {
          field += "\""
          scalars.removeFirst()
        } else {
          isQuoted = false
        }
      } else if scalar == "\"" {
        isQuoted = true
      } else if scalar == "," {
        rows[rows.count - 1].append(field)
        field = ""
      } else if scalar == "\r", scalars.first == "\n" {
        scalars.removeFirst()
        rows[rows.count - 1].append(field)
        field = ""
        rows.append([])
      }
    }
    return rows.dropLast()
  }

  @Test func everyLineHasTheFieldsOfItsHeader() throws {
    let dam = Sample.dam
    for article in [dam] + hostile.map({ article($0) }) {
      let articles = rows(CSVExport.articleHeader + CSVExport.line(of: article))
      #expect(articles.count == 2 && articles[0].count == articles[1].count)
      let statements = rows(
        CSVExport.statementHeader
          + article.statements.map { CSVExport.line(of: $0, url: article.briefing.url, note: "=n") }.joined())
      #expect(Set(statements.map(\.count)).count == 1, "\(article.briefing.title)")
      #expect(strayControls(CSVExport.line(of: article)).isEmpty)
    }
    let table = rows(CSVExport.statementHeader + CSVExport.line(of: dam.statements[2], url: "", note: "مهم"))
    let row = Dictionary(uniqueKeysWithValues: zip(table[0], table[1]))
    #expect(
      row["polarity"] == "deny" && row["cue"] == "ونفت" && row["note"] == "مهم" && row["date"] == "2024-03-05T08:30")
  }
}

@Suite struct MarkdownExportTests {
  static let texts: [(name: String, text: String, escaped: String)] = [
    ("words", "قال: نعم.", "قال: نعم."), ("emphasis", "a *b* _c_", "a \\*b\\* \\_c\\_"), ("a heading", "# a", "\\# a"),
    ("a hash inside", "a #b", "a #b"), ("an item", "- a", "\\- a"), ("a number", "12. a", "12\\. a"),
    ("a number in text", "a 12. b", "a 12. b"), ("a picture", "![a](b)", "!\\[a\\](b)"),
    ("HTML", "<b>&amp;", "\\<b\\>\\&amp;"),
    ("a rule", "---", "\\---"), ("indented", "    code", "code"), ("lines", "a\n# b", "a # b"),
    ("a control", "\u{1B}[2J", "\u{FFFD}\\[2J"), ("an override", "\u{202E}a", "a"), ("backslash", "a\\", "a\\\\"),
  ]

  @Test func nothingOfAnArticleIsMarkup() {
    let export = MarkdownExport(language: .english)
    for row in Self.texts { #expect(export.escaped(row.text) == row.escaped, "\(row.name)") }
    for text in hostile {
      let page = export.text(of: article(text), notes: [Note(on: .briefing(BriefingID("id\(text)")), text: text)])
      #expect(strayControls(page).isEmpty)
      // What is not escaped stands between backquotes: the ids.
      let rest = page.replacing("id" + exported(text), with: "").replacing("\\<", with: "").replacing("\\[", with: "")
      #expect(!rest.contains("<") && !rest.contains("["), "\(rest)")
    }
  }

  @Test func anArticleHasItsStatementsWithCitations() {
    var dam = Sample.dam
    dam.briefing.url = "https://example.org/a?b=c"
    let note = Note(on: .statement(dam.statements[2].id), text: "تحقق *منه*")
    let text = MarkdownExport(language: .english).text(of: dam, notes: [note])
    for part in [
      "# وزارة المياه: السد الجديد لن يمس حصة القرى\n", "<https://example.org/a?b=c>", "`dam`", "\\#مياه \\#سدود",
      "## Statements", "> **سامي النجار** — قال\\\n> وكالة النهر, 2024-03-05, `\(dam.statements[0].id.text)`",
      "ونفت (denied)", "> Note: تحقق \\*منه\\*", "- People: ",
    ] {
      #expect(text.contains(part), "\(part)\n\(text)")
    }
    let arabic = MarkdownExport(language: .arabic).text(of: dam.statements[2], url: dam.briefing.url)
    #expect(arabic.contains("(نفي)") && arabic.contains("*وزارة المياه: السد الجديد لن يمس حصة القرى*"))
  }
}

@Suite struct QuotationTests {
  @Test func theStatementStandsInItsParagraph() throws {
    let dam = Sample.dam
    for record in dam.statements {
      let quotation = try #require(Quotation(of: record.statement, in: dam.briefing))
      #expect(quotation.parts.own == record.statement.content)
      #expect(!quotation.isCutBefore && !quotation.isCutBehind && !quotation.text.contains("\n"))
    }
    let short = try #require(Quotation(of: dam.statements[0].statement, in: dam.briefing, around: 30))
    #expect(short.isCutBefore && short.isCutBehind && short.parts.own == dam.statements[0].statement.content)
    #expect(dam.briefing.text.contains(short.text))
    var other = dam.statements[0].statement
    other.content = "غير ذلك"
    #expect(Quotation(of: other, in: dam.briefing) == nil)
  }
}

@Suite struct DossierPageTests {
  private func dossier(_ articles: [LoadedBriefing], subject: Dossier.Subject? = nil) -> Dossier {
    let records = articles.flatMap(\.statements)
    let name = articles.first?.briefing.title ?? ""
    let entity = EntityRecord(
      id: EntityID(1), canonical: name, type: .person, english: name, forms: [name, name + "2"], briefingCount: 1,
      mentionCount: 1)
    var details: [StatementID: Dossier.Detail] = [:]
    for article in articles {
      for record in article.statements {
        details[record.id] = Dossier.Detail(
          quotation: Quotation(of: record.statement, in: article.briefing), url: article.briefing.url,
          links: records.prefix(1).map {
            RelatedStatement(record: $0, relation: .denies, score: 1, reasons: [.sharedWords([name])])
          },
          note: name)
      }
    }
    let days = Dictionary(grouping: records) { $0.briefing.date?.day ?? "" }.sorted { $0.key < $1.key }.map { day in
      Timeline.Day(day: day.key, entries: day.value.map { Timeline.Entry(record: $0, repeats: 1) })
    }
    return Dossier(
      subject: subject ?? .entity(entity), months: TimelineMonths(of: records),
      said: .init(timeline: Timeline(days: days), total: 500), about: .init(timeline: Timeline(days: days), total: 2),
      articles: records.map(\.briefing), articleTotal: 7, details: details)
  }

  /// What is wrong with a page's tags: those that are not closed in order, and names that a dossier does not use.
  private func brokenTags(_ html: String) -> [String] {
    let known: Set<String> = [
      "html", "head", "title", "style", "body", "header", "section", "article", "footer", "figure", "figcaption", "svg",
      "rect", "h1", "h2", "h3", "p", "ul", "ol", "li", "b", "bdi", "strong", "em", "span", "q", "cite", "code", "a",
      "time", "mark", "blockquote",
    ]
    var open: [String] = []
    var broken: [String] = []
    for part in html.split(separator: "<").dropFirst() {
      let tag = part.prefix { $0 != ">" }
      let name = String(tag.prefix { $0 != " " && $0 != "/" || tag.first == "/" })
      if name.hasPrefix("/") {
        if open.popLast().map({ "/" + $0 }) != name { broken.append(name) }
      } else if name != "meta", name != "path", !name.hasPrefix("!DOCTYPE") {
        if !known.contains(name) { broken.append(name) }
        open.append(name)
      }
    }
    return broken + open
  }

  @Test func nothingOfAnArticleIsMarkup() {
    for language in InterfaceLanguage.allCases {
      for text in hostile {
        for page in [
          DossierPage(dossier([article(text)]), language: language).html,
          DossierPage(dossier([article(text)], subject: .topic(text)), language: language).html,
        ] {
          #expect(brokenTags(page) == [], "\(text)")
          #expect(strayControls(page).isEmpty)
          for forbidden in ["<script", "<img", "<link", "@import", "url(", " src=", "javascript:", "href=\"h"] {
            #expect(
              !page.lowercased().replacing("&quot;&gt;&lt;img src=", with: "").contains(forbidden),
              "\(forbidden) from \(text)")
          }
        }
      }
    }
  }

  @Test func onlyAddressesOfTheWebAreLinks() {
    let rows: [(String, Bool)] = [
      ("https://example.org/a?b=c&d=1#e", true), ("HTTP://example.org", true), ("https://موقع.مثال/خبر", true),
      ("javascript:alert(1)", false), ("data:text/html,x", false), ("//example.org", false), ("", false),
      ("https://example.org/\"onclick=\"x", false), ("https://example.org/a b", false),
      ("https://example.org/\u{202E}gpj", false), ("https://example.org/\u{1B}[m", false),
      (" https://example.org", false),
    ]
    for (url, isLink) in rows {
      #expect((webAddress(url) != nil) == isLink, "\(url)")
      var dam = Sample.dam
      dam.briefing.url = url
      let page = DossierPage(dossier([dam]), language: .english).html
      #expect(page.contains("<a href=") == isLink, "\(url)")
    }
  }

  @Test func aPageSaysWhoSaidWhatInBothLanguages() throws {
    let all = dossier([Sample.dam, Sample.farmers, Sample.bank])
    let english = DossierPage(all, language: .english).html
    let arabic = DossierPage(all, language: .arabic).html
    #expect(brokenTags(english) == [] && brokenTags(arabic) == [])
    #expect(english.contains("<html lang=\"en\" dir=\"ltr\">") && arabic.contains("<html lang=\"ar\" dir=\"rtl\">"))
    for part in [
      "<b dir=\"auto\">سامي النجار</b>", "<bdi dir=\"ltr\" lang=\"en\">denied</bdi>",
      "<blockquote dir=\"rtl\" lang=\"ar\">قال وزير المياه",
      "<mark>السد الجديد لن يمس حصة القرى من النهر قبل نهاية عام 2025</mark>",
      "<time dir=\"ltr\" datetime=\"2024-03-05\">", "1 more report", "Contradiction (hint)", "The newest 14 of 500",
      "<svg role=\"img\"", "2024-03: 7</title>", "<strong>(denied)</strong>",
    ] {
      #expect(english.contains(part), "\(part)\n\(english)")
    }
    for part in ["تقرير آخر", "نفي أو تكذيب", "ملف شخص", "7 مقالات", "500 تصريح"] {
      #expect(arabic.contains(part), "\(part)")
    }
  }

  @Test func chartsSumUpYearsAndRunAsThePageDoes() {
    let wording = Wording(language: .english, keymap: .standard)
    let arabic = Wording(language: .arabic, keymap: .standard)
    #expect(DossierChart(TimelineMonths(days: [])).svg(wording).isEmpty)
    let two = DossierChart(months(("2024-01", 1), ("2024-02", 4)))
    #expect(two.svg(wording).contains("<rect x=\"1\" y=\"60\" width=\"10\" height=\"20\"><title>2024-01: 1"))
    #expect(two.svg(arabic).contains("<rect x=\"133\" y=\"60\" width=\"10\" height=\"20\"><title>2024-01: 1"))
    let long = DossierChart(months(("1999-01", 1), ("1999-06", 2), ("2024-02", 4)))
    #expect(long.isByYear && long.bars.count == 26 && long.bars[0].count == 3)
  }

  @Test func anEmptyDossierIsAPageToo() {
    let empty = Dossier(
      subject: .topic("لا شيء"), months: TimelineMonths(days: []), said: .init(timeline: Timeline(days: []), total: 0))
    let page = DossierPage(empty, language: .arabic).html
    #expect(brokenTags(page) == [] && page.contains("لم يُعثر على تصريحات"))
  }
}
