import Briefings

/// What a page says about itself, in the order in which it is to be trusted: JSON-LD, OpenGraph and its like, what stands
/// in the page.
struct PageMetadata {
  var title = ""
  var date: PublicationDate?
  /// A date that could not be read.
  var oddDate: String?
  var author = ""
  var source = ""
  var url = ""
  var language: String?
  var tags: [String] = []
  /// The whole text, where JSON-LD brings it.
  var body = ""
  /// What sums the article up.
  var summary = ""
  /// The title of the page's window, which often names the site, too.
  private var windowTitle = ""

  init(_ tree: HTMLTree, article: HTMLTree.Index) {
    var meta: [String: [String]] = [:]
    var links: [String: String] = [:]
    var scripts: [String] = []
    for index in tree.nodes.indices {
      let node = tree.nodes[index]
      switch node.name {
      case "meta":
        let content = withSingleBlanks(node.attributes["content"] ?? "")
        guard !content.isEmpty else { continue }
        for key in ["property", "name", "itemprop", "http-equiv"] {
          if let name = node.attributes[key]?.lowercased() { meta[name, default: []].append(content) }
        }
      case "link":
        for relation in (node.attributes["rel"] ?? "").lowercased().split(separator: " ") {
          if links[String(relation)] == nil { links[String(relation)] = node.attributes["href"] }
        }
      case "script":
        if node.attributes["type"]?.lowercased().hasPrefix("application/ld+json") == true, scripts.count < 50 {
          scripts.append(tree.rawText(of: index))
        }
      default: continue
      }
    }
    let data = LinkedData(scripts)
    func first(_ names: String...) -> String { names.lazy.compactMap { meta[$0]?.first }.first ?? "" }

    let base = first("og:url")
    url =
      [links["canonical"], base, data.url, first("twitter:url")].compactMap(\.self).lazy
      .compactMap { webAddress($0, in: base) }.first ?? ""
    source = Self.firstFilled(
      first("og:site_name"), data.publisher, first("application-name", "publisher", "dc.publisher", "copyright"))
    if source.isEmpty || webHost(source) != nil { source = webHost(url) ?? "" }
    windowTitle = tree.elements("title").first.map { tree.plainText(of: $0) } ?? ""
    title = Self.title(tree, article: article, data: data, open: first("og:title", "twitter:title"), site: source)
    body = data.body
    summary = first("og:description", "description", "twitter:description")

    let dates =
      [
        data.date,
        first(
          "article:published_time", "og:article:published_time", "datepublished", "article.published", "date",
          "publish-date", "publish_date", "pubdate", "dc.date", "dc.date.issued", "dcterms.created", "sailthru.date",
          "parsely-pub-date", "cxenseparse:recs:publishtime"),
      ] + Self.timesInPage(tree, article: article)
    date = dates.lazy.compactMap { $0.isEmpty ? nil : looseDate($0) }.first
    if date == nil { oddDate = dates.first { !$0.isEmpty } }

    let said = [
      data.author, first("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl"),
    ]
    author = said.first { !$0.isEmpty && webHost($0) == nil } ?? Self.byline(tree, article: article)
    let declared = [
      tree.elements("html").first.map {
        tree.nodes[$0].attributes["lang"] ?? tree.nodes[$0].attributes["xml:lang"] ?? ""
      },
      data.language, first("og:locale", "content-language", "language", "dc.language"),
    ]
    language = declared.compactMap(\.self).lazy.compactMap(primaryLanguage).first
    tags = (data.keywords + (meta["article:tag"] ?? [])).uniqued(limit: 30)
  }

  /// Learns from the first lines of the article what the page does not say: its headline without the site's name, and
  /// that name.
  mutating func complete(from lines: [RenderedLine]) {
    if title == windowTitle, let first = lines.first?.text, first.utf8.count < title.utf8.count,
      title.hasPrefix(first) || title.hasSuffix(first), first.split(separator: " ").count >= 3
    {
      title = first
    }
    guard source.isEmpty, title != windowTitle, let found = windowTitle.firstRange(of: title) else { return }
    let rest = windowTitle[..<found.lowerBound] + windowTitle[found.upperBound...]
    let name = String(rest.drop { isSeparator($0) }.reversed().drop { isSeparator($0) }.reversed())
    if !name.isEmpty, name.split(separator: " ").count <= 5 { source = name }
  }

  private func isSeparator(_ character: Character) -> Bool { character.isWhitespace || "|-–—:»«•·".contains(character) }

  /// Whether a line at the top or the end of the article only repeats what is known of it: headline, date, author, site.
  func repeats(_ line: RenderedLine) -> Bool {
    let text = line.text
    guard text.utf8.count < 300 else { return false }
    if isSame(text, title) || isSame(text, author) || isSame(text, source) { return true }
    return text.split(separator: " ").count <= 10 && !text.contains("،") && looseDate(text) != nil
  }

  private static func firstFilled(_ texts: String...) -> String { texts.first { !$0.isEmpty } ?? "" }

  private static func title(
    _ tree: HTMLTree, article: HTMLTree.Index, data: LinkedData, open: String, site: String
  ) -> String {
    let whole = tree.elements("title").first.map { tree.plainText(of: $0) } ?? ""
    // The heading inside the article, else the page's only one.
    let headings = tree.elements("h1").map { ($0, tree.plainText(of: $0)) }.filter { !$0.1.isEmpty }
    let inArticle = headings.first { article <= $0.0 && $0.0 < tree.nodes[article].end }?.1
    let heading = inArticle ?? (headings.count == 1 ? headings[0].1 : nil) ?? ""
    let named = withSingleBlanks(firstFilled(data.headline, open))
    if !named.isEmpty {
      let short = withoutSiteName(named, site: site)
      // Some pages cut their headline for others and show it whole themselves.
      if named.hasSuffix("…") || named.hasSuffix("..."), heading.utf8.count > named.utf8.count { return heading }
      return short
    }
    if !heading.isEmpty, whole.isEmpty || whole.contains(heading) || headings.count == 1 { return heading }
    return withoutSiteName(whole, site: site)
  }

  /// A page's title without the name of its site at either end.
  static func withoutSiteName(_ title: String, site: String) -> String {
    for separator in [" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " • ", " · ", "|"] {
      var parts = title.components(separatedBy: separator)
      guard parts.count >= 2 else { continue }
      let count = parts.count
      let isSite = { (part: String) in !site.isEmpty && (part == site || site.contains(part) || part.contains(site)) }
      while parts.count > 1, let last = parts.last, isSite(last) { parts.removeLast() }
      while parts.count > 1, let first = parts.first, isSite(first) { parts.removeFirst() }
      if parts.count == count, separator != " - ", parts[0].split(separator: " ").count >= 3,
        let last = parts.last, last.split(separator: " ").count <= 4
      {
        parts = [parts[0]]
      }
      if parts.count < count { return parts.joined(separator: separator) }
    }
    return title
  }

  /// The dates that stand in elements for it, those in the article and those named as its publication first.
  private static func timesInPage(_ tree: HTMLTree, article: HTMLTree.Index) -> [String] {
    var ranked: [(rank: Int, text: String)] = []
    for index in tree.nodes.indices {
      let node = tree.nodes[index]
      let isNamed = node.attributes["itemprop"]?.lowercased() == "datepublished"
      guard node.name == "time" || isNamed else { continue }
      let isPublication = isNamed || node.attributes["pubdate"] != nil
      let isInside = article <= index && index < tree.nodes[article].end
      let text = node.attributes["datetime"] ?? node.attributes["content"] ?? tree.plainText(of: index)
      ranked.append(((isPublication ? 0 : 2) + (isInside ? 0 : 1), withSingleBlanks(text)))
      if ranked.count >= 50 { break }
    }
    return ranked.sorted { $0.rank < $1.rank }.map(\.text)
  }

  /// The author as the article itself names them, where it does in few words.
  private static func byline(_ tree: HTMLTree, article: HTMLTree.Index) -> String {
    for index in tree.nodes.indices {
      let node = tree.nodes[index]
      let isAuthor =
        node.attributes["rel"] == "author" || node.attributes["itemprop"]?.lowercased() == "author"
        || node.name != "body"
          && (node.attributes["class"].map { $0.utf8.count < 200 && Boilerplate.nameWords($0).contains("byline") }
            ?? false)
      guard isAuthor, node.end - index < 60 else { continue }
      let text = tree.plainText(of: index)
      if !text.isEmpty, text.split(separator: " ").count <= 8 { return text }
    }
    return ""
  }
}

/// The primary language of a BCP 47 tag or a locale (`ar-SA`, `fa_IR`), or `nil` where it is none.
func primaryLanguage(_ tag: String) -> String? {
  let primary = tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
  guard 2...3 ~= primary.utf8.count, primary.utf8.allSatisfy({ 0x61...0x7A ~= $0 }) else { return nil }
  // Codes of old.
  return primary == "iw" ? "he" : primary
}

extension [String] {
  /// Each once and none empty, in order, at most so many.
  func uniqued(limit: Int) -> [String] {
    var seen: Set<String> = []
    var kept: [String] = []
    for text in self where kept.count < limit {
      let text = withSingleBlanks(text)
      if !text.isEmpty, seen.insert(text).inserted { kept.append(text) }
    }
    return kept
  }
}

extension String {
  fileprivate func components(separatedBy separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map { String(trimmed($0)) }
  }
}

/// Whether two texts have the same letters and numbers.
private func isSame(_ a: String, _ b: String) -> Bool {
  func letters(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
  }
  return letters(a) == letters(b)
}
