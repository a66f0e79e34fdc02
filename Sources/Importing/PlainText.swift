import Briefings

/// An article from plain text: the first line that is not blank is the title; a last line that names the source
/// (`Source: X`, `مصدر | X |`) becomes the source and leaves the text.
///
/// - Complexity: O(*n*).
func briefing(fromPlainText text: String, name: String, defaultSource: String) -> Result<
  ImportedBriefing, ImportProblem
> {
  var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { trimmed($0) }
  guard let first = lines.firstIndex(where: { !$0.isEmpty }) else {
    return .failure(ImportProblem(place: name, message: "found no text; expected a title on the first line"))
  }
  if let piped = PipedFields(lines[first...]) { return piped.briefing(place: name, defaultSource: defaultSource) }
  let title = strippedOfBars(lines[first])
  lines.removeSubrange(...first)
  var source = defaultSource
  if let last = lines.lastIndex(where: { !$0.isEmpty }), let named = sourceNamed(in: lines[last]) {
    source = named
    lines.removeSubrange(last...)
  }
  let body = bodyText(lines)
  return .success(
    ImportedBriefing(
      Briefing(id: contentID(title: title, text: body), title: title, text: body, source: source), place: name))
}

/// Lines without their outer blanks and without blank lines at both ends; blank lines between stay, one for many.
func bodyText(_ lines: some Sequence<Substring>) -> String {
  var kept: [Substring] = []
  for line in lines {
    let line = trimmed(line)
    if line.isEmpty, kept.isEmpty || kept.last?.isEmpty == true { continue }
    kept.append(line)
  }
  while kept.last?.isEmpty == true { kept.removeLast() }
  return kept.joined(separator: "\n")
}

/// The source that a line names, or `nil` when it is an ordinary line.
///
/// The word for "source" in one of five languages, then `:` or `|`, then a name of at most twelve words.
func sourceNamed(in line: Substring) -> String? {
  let labels = ["المصدر", "مصدر", "Source", "source", "SOURCE", "منبع", "ماخذ", "מקור"]
  for label in labels where line.hasPrefix(label) {
    let rest = trimmed(line.dropFirst(label.count))
    guard let mark = rest.first, ":|：".contains(mark) else { continue }
    let name = strippedOfBars(rest.dropFirst())
    guard !name.isEmpty, name.split(separator: " ").count <= 12 else { continue }
    return name
  }
  return nil
}

/// `text` without blanks, `|` and `:` at its ends.
func strippedOfBars(_ text: Substring) -> String {
  let isEdge: (Character) -> Bool = { $0.isWhitespace || $0 == "|" }
  return String(trimmed(text).drop(while: isEdge).reversed().drop(while: isEdge).reversed())
}

/// `text` without white space at both ends.
func trimmed(_ text: Substring) -> Substring {
  var text = text.drop { $0.isWhitespace }
  while let last = text.last, last.isWhitespace { text.removeLast() }
  return text
}
