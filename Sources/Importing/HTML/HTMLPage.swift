import Briefings

/// The article of a page of a news site: its main text and what the page says about it.
///
/// Headings, quotations and items of lists keep their markers, links to other sites their target in brackets.
/// - Complexity: O(*n*).
func briefing(fromHTML html: String, name: String, defaultSource: String) -> Result<ImportedBriefing, ImportProblem> {
  let tree = HTMLTree(html)
  let main = MainText(tree)
  var page = PageMetadata(tree, article: main.root)
  var lines = main.lines(links: .foreign(host: webHost(page.url) ?? ""))
  page.complete(from: lines)
  // The headline stands above the text already, and the date and the author have their own places.
  for _ in 0..<4 {
    if let first = lines.first, page.repeats(first) { lines.removeFirst() }
    if let last = lines.last, page.repeats(last) { lines.removeLast() }
  }
  var text = bodyText(of: lines)
  var problems: [ImportProblem] = []
  // Pages that are made by scripts hold their text only for search engines.
  if page.body.utf8.count > 200, text.utf8.count * 10 < page.body.utf8.count * 6 {
    text =
      page.body.contains("</")
      ? textOfFragment(page.body) : bodyText(withUnixLineEnds(page.body).split(separator: "\n"))
  }
  var title = page.title
  if title.isEmpty, let first = text.split(separator: "\n").first {
    title = String(first.drop { "#>- ".contains($0) }.prefix(200))
  }
  guard !title.isEmpty, !text.isEmpty || !page.summary.isEmpty else {
    return .failure(
      ImportProblem(
        place: name, message: "found a page without \(title.isEmpty ? "title and text" : "text"); expected an article"))
  }
  if text.isEmpty {
    text = page.summary
    problems.append(
      ImportProblem(
        place: name, message: "found no text but the page's summary, which was taken", consequence: .imported))
  }
  if let problem = tree.problem {
    problems.append(ImportProblem(place: name, message: problem, consequence: .imported))
  }
  if let odd = page.oddDate {
    problems.append(
      ImportProblem(
        place: name, message: "found date '\(odd.prefix(80))'; expected ISO 8601 such as 2023-11-13",
        consequence: .imported))
  }
  let url = withoutTracking(page.url)
  return .success(
    ImportedBriefing(
      Briefing(
        id: contentID(title: title, text: text), title: title, text: text, date: page.date,
        source: page.source.isEmpty ? defaultSource : page.source,
        url: url, author: page.author, language: credibleLanguage(page.language, of: text), tags: page.tags),
      place: name, problems: problems))
}

/// The text of a piece of HTML, as feeds and mails bring it: everything but what is hidden or no text at all.
func textOfFragment(_ html: String, links: LinkTargets = .dropped) -> String {
  let tree = HTMLTree(html)
  let never = Boilerplate.elements.subtracting([
    "form", "label", "figcaption", "figure", "nav", "footer", "aside", "ins", "menu",
  ])
  let lines = renderedLines(of: HTMLTree.root, in: tree, links: links) { index in
    let node = tree.nodes[index]
    return never.contains(node.name) || !Boilerplate.elements.contains(node.name) && Boilerplate.isNever(node)
  }
  return bodyText(of: lines.filter { !Boilerplate.isLabel($0.text) })
}

/// Lines as a briefing's text: a blank line between paragraphs, none between the items of a list.
func bodyText(of lines: [RenderedLine]) -> String {
  var text = ""
  var previous: RenderedLine?
  for line in lines {
    if let previous { text += previous.marker == "- " && line.marker == "- " ? "\n" : "\n\n" }
    text += line.line
    previous = line
  }
  return text
}

/// A declared language, unless the letters contradict it: templates often say English whatever they hold.
func credibleLanguage(_ declared: String?, of text: String) -> String? {
  guard let declared else { return nil }
  var (arabic, hebrew, latin) = (0, 0, 0)
  for scalar in text.unicodeScalars.prefix(2000) {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A: latin += 1
    case 0x5D0...0x5EA: hebrew += 1
    case 0x620...0x6FF: arabic += 1
    default: continue
    }
  }
  switch declared {
  case "ar", "fa", "ur", "ps", "ku", "ckb", "ug", "sd": return arabic >= latin ? declared : nil
  case "he", "yi": return hebrew >= latin ? declared : nil
  default: return latin >= arabic + hebrew ? declared : nil
  }
}
