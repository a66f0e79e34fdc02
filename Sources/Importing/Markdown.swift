import Briefings

/// An article from Markdown with front matter: lines `key: value` between two lines `---`.
///
/// Keys: `title date source url author language tags id`; others are allowed and ignored. Tags are a list in brackets or
/// separated by commas. Without a title the first heading is the title. Headings, quotations and lists keep their
/// markers, which the reader shows as such; emphasis, links and code lose theirs. A last line that names the source leaves
/// the text, as in plain text.
/// - Complexity: O(*n*).
func briefing(fromMarkdown text: String, name: String, defaultSource: String) -> Result<ImportedBriefing, ImportProblem>
{
  var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
  var problems: [ImportProblem] = []
  var values: [String: String] = [:]
  if let first = lines.first, trimmed(first) == "---" {
    guard let end = lines.dropFirst().firstIndex(where: { trimmed($0) == "---" }) else {
      return .failure(
        ImportProblem(
          place: "\(name):1", message: "found '---' without an end; close the front matter with a line '---'"))
    }
    for (number, line) in zip(lines.indices, lines).dropFirst() where number < end {
      let line = trimmed(line)
      if line.isEmpty || line.hasPrefix("#") { continue }
      guard let colon = line.firstIndex(of: ":") else {
        problems.append(
          ImportProblem(
            place: "\(name):\(number + 1)", message: "found '\(line)' in the front matter; expected 'key: value'",
            consequence: .imported))
        continue
      }
      values[trimmed(line[..<colon]).lowercased()] = unquoted(trimmed(line[line.index(after: colon)...]))
    }
    lines = lines[(end + 1)...]
  }

  var title = values["title"] ?? ""
  if title.isEmpty, let first = lines.firstIndex(where: { !trimmed($0).isEmpty }) {
    title = withoutInlineMarkup(trimmed(lines[first].drop { $0 == "#" }))
    lines = lines[(first + 1)...]
  }
  guard !title.isEmpty else {
    return .failure(
      ImportProblem(place: name, message: "found no title; expected 'title: …' in the front matter or a first heading"))
  }
  var date: PublicationDate?
  if let text = values["date"], !text.isEmpty {
    date = PublicationDate(text)
    if date == nil {
      problems.append(
        ImportProblem(
          place: name, message: "found date '\(text)'; expected ISO 8601 such as 2023-11-13 or 2023-11-13T08:00:00Z",
          consequence: .imported))
    }
  }
  var trailingSource: String?
  if let last = lines.lastIndex(where: { !trimmed($0).isEmpty }), let named = sourceNamed(in: trimmed(lines[last])) {
    trailingSource = named
    lines = lines[..<last]
  }
  let body = bodyText(lines.map { Substring(withoutInlineMarkup($0)) })
  let id = values["id"].flatMap { $0.isEmpty ? nil : BriefingID($0) } ?? contentID(title: title, text: body)
  let named = values["source"] ?? trailingSource ?? ""
  return .success(
    ImportedBriefing(
      Briefing(
        id: id, title: title, text: body, date: date, source: named.isEmpty ? defaultSource : named,
        url: values["url"] ?? "", author: values["author"] ?? "",
        language: values["language"].flatMap { $0.isEmpty ? nil : $0 }, tags: tags(values["tags"] ?? "")),
      place: name, problems: problems))
}

/// The tags in `[a, b]` or `a, b`, the Arabic comma included; each once.
private func tags(_ list: String) -> [String] {
  var inner = list[...]
  if inner.hasPrefix("["), inner.hasSuffix("]") { inner = inner.dropFirst().dropLast() }
  var seen: Set<String> = []
  return inner.split { $0 == "," || $0 == "،" }.map { unquoted(trimmed($0)) }
    .filter { !$0.isEmpty && seen.insert($0).inserted }
}

private func unquoted(_ text: Substring) -> String {
  for quote in ["\"", "'"] where text.count >= 2 && text.hasPrefix(quote) && text.hasSuffix(quote) {
    return String(text.dropFirst().dropLast())
  }
  return String(text)
}

/// A line without the marks of emphasis, code and links; `[text](url)` becomes `text (url)`.
func withoutInlineMarkup(_ line: Substring) -> String {
  var out = ""
  var at = line.startIndex
  var previous: Character?
  while at < line.endIndex {
    let character = line[at]
    if character == "[", let link = linkParts(line, at) {
      out += withoutInlineMarkup(link.label)
      if !link.target.isEmpty, link.target != link.label { out += " (\(link.target))" }
      at = link.end
      previous = nil
      continue
    }
    let next = line.index(after: at)
    if character == "*" || character == "`" {
      // A lone star between blanks, or the marker of a list, is text.
      let following = next < line.endIndex ? line[next] : " "
      let isMarker = character == "*" && following == " " && (previous == nil || previous == " ")
      if isMarker { out.append(character) }
    } else {
      out.append(character)
    }
    previous = character
    at = next
  }
  return out
}

private func linkParts(
  _ line: Substring, _ start: Substring.Index
) -> (label: Substring, target: Substring, end: Substring.Index)? {
  guard let close = line[start...].firstIndex(of: "]") else { return nil }
  let open = line.index(after: close)
  guard open < line.endIndex, line[open] == "(", let end = line[open...].firstIndex(of: ")") else { return nil }
  return (line[line.index(after: start)..<close], line[line.index(after: open)..<end], line.index(after: end))
}
