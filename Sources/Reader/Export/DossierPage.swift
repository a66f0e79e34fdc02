import Briefings

/// A dossier as one HTML page: no scripts, nothing fetched from elsewhere, every text of an article escaped and running
/// in its own direction.
public struct DossierPage: Sendable {
  private let dossier: Dossier
  private let wording: Wording

  /// Creates a page whose own words are of a language.
  public init(_ dossier: Dossier, language: InterfaceLanguage) {
    self.dossier = dossier
    wording = Wording(language: language, keymap: .standard)
  }

  /// The name or the query that it is about.
  private var name: String {
    switch dossier.subject {
    case .entity(let record): record.canonical
    case .topic(let query): query
    }
  }

  /// The page.
  ///
  /// - Complexity: O(*n*) in what it shows.
  public var html: String {
    let language = wording.language
    let chart = DossierChart(dossier.months).svg(wording)
    var body = header + chart
    body += chapter(dossier.said, heading: wording.dossierSaid(dossier.subject), isNeeded: true)
    body += chapter(dossier.about, heading: wording.dossierAbout, isNeeded: false)
    body += articleList
    return """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)" dir="\(language.isRightToLeft ? "rtl" : "ltr")">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="referrer" content="no-referrer">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="generator" content="mujaz">
      <title>\(htmlText(name)) – \(htmlText(wording.dossierKind(dossier.subject)))</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      \(body)<footer><p>\(htmlText(wording.dossierRemark))</p></footer>
      </body>
      </html>

      """
  }

  // MARK: The head

  private var header: String {
    var facts: [(String, String)] = []
    if case .entity(let record) = dossier.subject {
      if let english = record.english {
        facts.append((wording.englishName, htmlElement("span", english, language: "en")))
      }
      let forms = record.forms.filter { $0 != record.canonical }.map { htmlElement("bdi", $0) }
      if !forms.isEmpty { facts.append((wording.otherForms, forms.joined(separator: wording.comma))) }
    }
    let days = (dossier.said.timeline.days + dossier.about.timeline.days).map(\.day).filter { !$0.isEmpty }
    if let first = days.min(), let last = days.max() {
      facts.append((wording.timespan, "\(time(first)) – \(time(last))"))
    }
    let counts = [
      wording.statementCount(dossier.said.total) + (dossier.said.isTotalExact ? "" : "+"),
      wording.articleCount(dossier.articleTotal),
    ]
    facts.append(("", counts.map { htmlText($0) }.joined(separator: wording.comma)))
    let list = facts.map { $0.0.isEmpty ? "<p>\($0.1)</p>\n" : "<p>\(htmlText($0.0)): \($0.1)</p>\n" }.joined()
    return """
      <header>
      <p class="kind">\(htmlText(wording.dossierKind(dossier.subject)))</p>
      \(htmlElement("h1", name))
      \(list)</header>

      """
  }

  // MARK: Statements

  private func chapter(_ chapter: Dossier.Chapter, heading: String, isNeeded: Bool) -> String {
    let shown = chapter.timeline.days.reduce(0) { $0 + $1.entries.reduce(0) { $0 + 1 + $1.repeats } }
    guard isNeeded || shown > 0 else { return "" }
    var html = "<section>\n<h2>\(htmlText(heading))</h2>\n"
    if shown == 0 { html += "<p>\(htmlText(wording.noStatements))</p>\n" }
    if shown > 0, chapter.total > shown {
      html += "<p class=\"dim\">\(htmlText(wording.shownOf(shown, chapter.total)))</p>\n"
    }
    for day in chapter.timeline.days {
      html += "<h3>\(day.day.isEmpty ? htmlText(wording.withoutDate) : time(day.day))</h3>\n"
      for entry in day.entries { html += statement(entry) }
    }
    return html + "</section>\n"
  }

  private func statement(_ entry: Timeline.Entry) -> String {
    let record = entry.record
    let statement = record.statement
    let language = record.briefing.language
    let detail = dossier.details[record.id] ?? Dossier.Detail()
    var words = htmlText(statement.content)
    if let quotation = detail.quotation {
      let parts = quotation.parts
      words =
        (quotation.isCutBefore ? "… " : "") + htmlText(parts.before) + "<mark>\(htmlText(parts.own))</mark>"
        + htmlText(parts.behind) + (quotation.isCutBehind ? " …" : "")
    } else {
      words = "<mark>\(words)</mark>"
    }
    let isDenied = statement.polarity == .deny
    let quote = "<blockquote\(htmlDirection(of: detail.quotation?.text ?? statement.content, language: language))>"
    var html = "<article\(isDenied ? " class=\"denied\"" : "")>\n<p>\(who(statement, language))</p>\n"
    html += "\(quote)\(words)</blockquote>\n<p class=\"source\">\(source(record, detail.url, entry.repeats))</p>\n"
    if let note = detail.note {
      html += "<p class=\"note\">\(htmlText(wording.noteHeading)): \(htmlElement("span", note))</p>\n"
    }
    if !detail.links.isEmpty { html += "<ul>\n" + detail.links.map(link).joined() + "</ul>\n" }
    return html + "</article>\n"
  }

  /// Who says it, by which word, to or about whom, and whether it is denied or doubtful.
  private func who(_ statement: Statement, _ language: String?) -> String {
    var html =
      htmlElement("b", wording.source(of: statement)) + " — " + htmlElement("bdi", statement.cue, language: language)
    if let target = statement.targetEntity ?? statement.target { html += ": " + htmlElement("bdi", target) }
    if statement.polarity == .deny { html += " <strong>(\(htmlText(wording.denied)))</strong>" }
    if statement.isDoubtful { html += " <span class=\"dim\">(\(htmlText(wording.doubtful)))</span>" }
    return html
  }

  private func source(_ record: StatementRecord, _ url: String, _ repeats: Int) -> String {
    let citation = Citation(record.briefing, url: url, id: record.id.text)
    var parts = [htmlElement("cite", record.briefing.title, language: record.briefing.language)]
    if !record.briefing.source.isEmpty { parts.append(htmlElement("bdi", record.briefing.source)) }
    if let date = record.briefing.date { parts.append(time(date.day)) }
    if let address = citation.address {
      parts.append(
        "<a href=\"\(htmlText(address))\" rel=\"noopener noreferrer\">\(htmlText(wording.originalArticle))</a>")
    }
    parts.append("<code dir=\"ltr\">\(htmlText(citation.id))</code>")
    if repeats > 0 { parts.append(htmlText(wording.reportedAgain(repeats))) }
    return parts.joined(separator: " · ")
  }

  /// A claim that denies, changes or answers.
  private func link(_ link: RelatedStatement) -> String {
    let (record, statement) = (link.record, link.record.statement)
    let reasons = RelationWording(wording.language, isolates: false).line(link.reasons)
    return """
      <li><em>\(htmlText(wording.dossierRelation(link.relation)))</em>: \(who(statement, record.briefing.language))
      \(htmlElement("q", statement.content, language: record.briefing.language))
      <span class="source">\(source(record, "", 0)) · <bdi>\(htmlText(reasons))</bdi></span></li>

      """
  }

  private func time(_ day: String) -> String {
    "<time dir=\"ltr\" datetime=\"\(htmlText(day))\">\(htmlText(day))</time>"
  }

  // MARK: Articles

  private var articleList: String {
    guard !dossier.articles.isEmpty else { return "" }
    var html = "<section>\n<h2>\(htmlText(wording.dossierArticles))</h2>\n"
    if dossier.articleTotal > dossier.articles.count {
      html += "<p class=\"dim\">\(htmlText(wording.shownOf(dossier.articles.count, dossier.articleTotal)))</p>\n"
    }
    html += "<ol>\n"
    for row in dossier.articles {
      var parts = [htmlElement("cite", row.title, language: row.language)]
      if !row.source.isEmpty { parts.append(htmlElement("bdi", row.source)) }
      if let date = row.date { parts.append(time(date.day)) }
      parts.append("<code dir=\"ltr\">\(htmlText(row.id.text))</code>")
      html += "<li>\(parts.joined(separator: " · "))</li>\n"
    }
    return html + "</ol>\n</section>\n"
  }

  private static let style = """
    :root { color-scheme: light dark; }
    body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; line-height: 1.7;
      font-family: "Noto Naskh Arabic", "Noto Serif", "Amiri", "DejaVu Sans", serif; }
    h1, h2, h3 { line-height: 1.3; } h3 { margin: 1.5rem 0 .3rem; font-size: 1rem; }
    .kind, .dim, .source, figcaption, footer { opacity: .75; font-size: .9rem; }
    .kind, header p { margin: .2rem 0; }
    article { border-inline-start: .25rem solid #4a7a9c; padding-inline-start: .8rem; margin: .8rem 0 1.4rem; }
    article.denied { border-inline-start-style: double; border-color: #a33; }
    article p, blockquote { margin: .3rem 0; } article ul { margin: .4rem 0; }
    mark { background: #ffe9a8; color: #000; } code { font-size: .8rem; overflow-wrap: anywhere; }
    figure { margin: 1.5rem 0; } svg { width: 100%; height: auto; } rect { fill: #4a7a9c; }
    svg path { stroke: currentColor; opacity: .5; }
    @media print { article { break-inside: avoid; } body { max-width: none; } }
    """
}
