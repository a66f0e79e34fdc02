import Briefings

extension Importer {
  /// Reads the items of a feed. What breaks the rules of XML is read as far as it can be, and named.
  func readFeed(_ bytes: [UInt8], name: String, receive: (Item) -> Bool) {
    let decoded = decodedText(bytes, declared: declaredEncoding(inMarkup: bytes))
    var wasBroken: [ImportProblem] = []
    if let note = decoded.note { wasBroken.append(ImportProblem(place: name, message: note, consequence: .imported)) }
    // Items are handed on after the parser is done, so that what it found broken can be told with the last of them.
    var items: [(FeedItem, FeedChannel)] = []
    let reader = FeedReader { item, channel in
      items.append((item, channel))
      return true
    }
    let problem = readMarkup(withPlainReferences(decoded.text), as: .xml, to: reader)
    if let problem {
      let place = problem.line > 0 ? "\(name):\(problem.line)" : name
      wasBroken.append(
        ImportProblem(
          place: place, message: "found broken XML (\(problem.message)); read as far as it could be",
          consequence: .imported))
    }
    if items.isEmpty, let problem {
      _ = receive(
        .failure(
          ImportProblem(
            place: problem.line > 0 ? "\(name):\(problem.line)" : name,
            message: "found no items but broken XML: \(problem.message); expected RSS, Atom or RDF")))
      return
    }
    guard reader.isFeed else {
      _ = receive(
        .failure(ImportProblem(place: name, message: "found no feed; expected RSS, Atom or RDF with items or entries")))
      return
    }
    for (item, channel) in items {
      var result = article(from: item, channel: channel, place: "\(name): item \(item.number)")
      if !wasBroken.isEmpty, case .success(var imported) = result {
        imported.problems += wasBroken
        wasBroken = []
        result = .success(imported)
      }
      guard receive(result) else { return }
    }
  }

  private func article(from item: FeedItem, channel: FeedChannel, place: String) -> Item {
    let url = withoutTracking(webAddress(item.link, in: Self.first(item.base, channel.base, channel.link)) ?? "")
    let host = webHost(url) ?? webHost(channel.link) ?? ""
    var title = withSingleBlanks(textOfFragment(item.title).replacing("\n", with: " "))
    if title.isEmpty { title = withSingleBlanks(item.title) }
    let content = Self.feedText(item.content, host: host)
    let summary = Self.feedText(item.summary, host: host)
    let text = content.utf8.count >= summary.utf8.count ? content : summary
    if title.isEmpty { title = String(text.split(separator: "\n").first?.prefix(120) ?? "") }
    guard !title.isEmpty else {
      return .failure(ImportProblem(place: place, message: "found neither a title nor text; expected an article"))
    }
    var problems: [ImportProblem] = []
    let date = looseDate(item.date)
    if date == nil, !item.date.isEmpty {
      problems.append(
        ImportProblem(
          place: place,
          message: "found date '\(withSingleBlanks(item.date).prefix(80))'; expected RFC 822 or ISO 8601",
          consequence: .imported))
    }
    let language = primaryLanguage(Self.first(item.language, channel.language))
    let source = Self.first(withSingleBlanks(item.source), withSingleBlanks(textOfFragment(channel.title)), host)
    let author = withSingleBlanks(Self.first(item.author, channel.author))
    return .success(
      ImportedBriefing(
        Briefing(
          id: Self.id(of: item, host: host) ?? contentID(title: title, text: text), title: title, text: text,
          date: date, source: source.isEmpty ? defaultSource : source, url: url, author: author,
          language: credibleLanguage(language, of: title + "\n" + text),
          tags: item.tags.map(unescapedCharacters).uniqued(limit: 30)),
        place: place, problems: problems))
  }

  /// An id that says nothing outside of its feed is named after its site.
  private static func id(of item: FeedItem, host: String) -> BriefingID? {
    let own = withSingleBlanks(item.id)
    if own.isEmpty { return nil }
    return BriefingID(own.contains(":") || host.isEmpty ? own : host + "#" + own)
  }

  /// Text of a feed, which is HTML or looks like it; the tail that publishing software adds is left out.
  private static func feedText(_ html: String, host: String) -> String {
    var lines = textOfFragment(html, links: .foreign(host: host)).split(
      separator: "\n", omittingEmptySubsequences: false)[...]
    while let last = lines.last, last.isEmpty || isTail(last) { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  private static func isTail(_ line: Substring) -> Bool {
    line.hasPrefix("The post ") && line.contains(" appeared first on ") || line.hasPrefix("ظهرت المقالة ")
      || line.hasPrefix("نوشته ") && line.contains("اولین بار")
  }

  private static func first(_ texts: String...) -> String { texts.first { !$0.isEmpty } ?? "" }
}

/// `text` from its first mark of markup on, with `&#38;` for every `&` that begins no entity, as in many a channel's name,
/// and with numbers for XML's own names.
///
/// Servers send blank lines before the declaration of XML, which may have nothing before it. libxml2 drops `&lt;` and its
/// kind behind the first mistake, but never numbers.
private func withPlainReferences(_ text: String) -> String {
  let numbers: [String: String] = ["lt": "#60;", "gt": "#62;", "amp": "#38;", "quot": "#34;", "apos": "#39;"]
  let bytes = Array(text.utf8.drop { $0 != 0x3C })
  var out: [UInt8] = []
  out.reserveCapacity(bytes.count)
  var isLiteral = false
  var at = 0
  while at < bytes.count {
    let byte = bytes[at]
    out.append(byte)
    at += 1
    switch byte {
    case 0x3C where bytes[at...].starts(with: "![CDATA[".utf8): isLiteral = true
    case 0x5D where bytes[at...].starts(with: "]>".utf8): isLiteral = false
    case 0x26 where !isLiteral:
      let name = bytes[at...].prefix(32).prefix { 0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 & 0xDF || $0 == 0x23 }
      if name.isEmpty || name.endIndex >= bytes.count || bytes[name.endIndex] != 0x3B {
        out.append(contentsOf: "#38;".utf8)
      } else if let number = numbers[String(decoding: name, as: UTF8.self)] {
        out.append(contentsOf: number.utf8)
        at = name.endIndex + 1
      }
    default: break
    }
  }
  return String(decoding: out, as: UTF8.self)
}
