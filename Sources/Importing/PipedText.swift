import Briefings

/// An article as terminal readers of feeds pipe it: lines `Feed: …`, `Title: …`, `Date: …`, `Link: …`, a blank line, the
/// text.
///
/// - Source: what newsboat writes into a pipe.
struct PipedFields {
  private var fields: [String: String] = [:]
  private var body: ArraySlice<Substring>

  /// Reads the fields; `nil` when the lines begin in no such way.
  init?(_ lines: ArraySlice<Substring>) {
    let known: Set<String> = ["feed", "title", "author", "date", "link", "flags", "podcast download url", "type"]
    var at = lines.startIndex
    while at < lines.endIndex, !lines[at].isEmpty {
      guard let colon = lines[at].firstIndex(of: ":") else { return nil }
      let name = lines[at][..<colon].lowercased()
      guard known.contains(name) else { return nil }
      fields[name] = String(trimmed(lines[at][lines[at].index(after: colon)...]))
      at += 1
    }
    guard fields["title"] != nil, fields["feed"] != nil || fields["link"] != nil else { return nil }
    body = lines[at...]
  }

  /// The article. The list of links behind the text, and the numbers in the text that lead there, are left out.
  func briefing(place: String, defaultSource: String) -> Result<ImportedBriefing, ImportProblem> {
    var lines = body
    if let links = lines.lastIndex(where: { $0 == "Links:" }),
      lines[(links + 1)...].contains(where: { $0.hasPrefix("[1]: ") })
    {
      lines = lines[..<links]
      lines = lines.map { withoutReferences($0) }[...]
    }
    // What was wrapped for the screen is joined again.
    let text = plainParagraphs(lines.joined(separator: "\n"), isFlowed: false)
    let title = fields["title"] ?? ""
    guard !title.isEmpty else {
      return .failure(ImportProblem(place: place, message: "found no title behind 'Title:'; expected one"))
    }
    let date = fields["date"] ?? ""
    let parsed = looseDate(date)
    var problems: [ImportProblem] = []
    if parsed == nil, !date.isEmpty {
      problems.append(
        ImportProblem(
          place: place, message: "found date '\(date.prefix(80))'; expected RFC 822", consequence: .imported))
    }
    let url = withoutTracking(webAddress(fields["link"] ?? "", in: "") ?? "")
    let source = fields["feed"] ?? ""
    return .success(
      ImportedBriefing(
        Briefing(
          id: contentID(title: title, text: text), title: title, text: text,
          date: parsed, source: source.isEmpty ? defaultSource : source, url: url, author: fields["author"] ?? ""),
        place: place, problems: problems))
  }

  /// A line without the numbers of links, `[1]`.
  private func withoutReferences(_ line: Substring) -> Substring {
    var out = ""
    var rest = line
    while let open = rest.firstIndex(of: "[") {
      let digits = rest[rest.index(after: open)...].prefix { $0.isASCII && $0.isNumber }
      guard !digits.isEmpty, digits.endIndex < rest.endIndex, rest[digits.endIndex] == "]" else {
        out += rest[...open]
        rest = rest[rest.index(after: open)...]
        continue
      }
      out += rest[..<open]
      rest = rest[rest.index(after: digits.endIndex)...]
    }
    return Substring(out + rest)
  }
}
