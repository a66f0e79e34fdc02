import Briefings

/// An article from one message: the subject is the title, the list or the sender the source.
func briefing(fromMail message: [UInt8], place: String, defaultSource: String) -> Importer.Item {
  let header = MailHeader(message[...])
  let isMessage = ["from", "subject", "date", "message-id"].contains { !header[$0].isEmpty }
  guard isMessage else {
    return .failure(
      ImportProblem(place: place, message: "found no header fields of a message; expected From, Date and Subject"))
  }
  let body = MailText(header)
  var problems: [ImportProblem] = []
  func note(_ message: String) {
    problems.append(ImportProblem(place: place, message: message, consequence: .imported))
  }
  if let message = body.note { note(message) }
  if body.isCutOff { note("the message ends before its last part; read as far as it goes") }
  var title = header.words("subject")
  if title.isEmpty { title = String(body.text.split(separator: "\n").first?.prefix(120) ?? "") }
  guard !title.isEmpty else {
    return .failure(ImportProblem(place: place, message: "found neither a subject nor text; expected an article"))
  }
  if body.text.isEmpty { note("found no text, only the subject") }
  let date = looseDate(header["date"])
  if date == nil, !header["date"].isEmpty {
    note("found date '\(header["date"].prefix(80))'; expected RFC 5322 such as Mon, 13 Nov 2023 08:00:00 +0000")
  }
  let sender = person(header.words("from"))
  let list = listName(header.words("list-id"))
  let url = withoutTracking(webAddress(inBrackets(header["archived-at"]), in: "") ?? "")
  let id = inBrackets(header["message-id"])
  let source = list.isEmpty ? sender : list
  return .success(
    ImportedBriefing(
      Briefing(
        id: id.isEmpty ? contentID(title: title, text: body.text) : BriefingID(id), title: title, text: body.text,
        date: date, source: source.isEmpty ? defaultSource : source, url: url, author: sender == source ? "" : sender,
        language: credibleLanguage(primaryLanguage(header["content-language"]), of: body.text)),
      place: place, problems: problems))
}

/// The name in `Name <address>` or `"Name" <address>` or `address (Name)`, else the address.
private func person(_ field: String) -> String {
  guard let open = field.lastIndex(of: "<") else {
    if let open = field.firstIndex(of: "("), let close = field.lastIndex(of: ")"), open < close {
      return String(trimmed(field[field.index(after: open)..<close]))
    }
    return field
  }
  let name = trimmed(field[..<open]).filter { $0 != "\"" }
  return name.isEmpty ? inBrackets(field) : String(trimmed(Substring(name)))
}

/// The words of `Words about the list <list.host>`, else the list's own name.
private func listName(_ field: String) -> String {
  let words = trimmed(field.prefix { $0 != "<" }).filter { $0 != "\"" }
  return words.isEmpty ? inBrackets(field) : String(trimmed(Substring(words)))
}

private func inBrackets(_ field: String) -> String {
  let inner = field.drop { $0 != "<" }.dropFirst().prefix { $0 != ">" }
  return String(trimmed(inner.isEmpty ? field[...] : inner))
}
