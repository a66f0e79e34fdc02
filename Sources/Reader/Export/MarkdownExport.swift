import Briefings

/// Articles and statements as Markdown (CommonMark) with citations, for notes and reports.
///
/// Whatever stands in an article stays text: nothing of it becomes a heading, a link, a picture or HTML.
public struct MarkdownExport: Sendable {
  private let wording: Wording

  /// Creates an export whose own words are of a language.
  public init(language: InterfaceLanguage) { wording = Wording(language: language, keymap: .standard) }

  /// One article: its text, then who said what in it, who is named, and the user's notes.
  public func text(of article: LoadedBriefing, notes: [Note] = []) -> String {
    let briefing = article.briefing
    var blocks = ["# " + escaped(briefing.title)]
    let origin = [briefing.source, briefing.date?.text ?? "", briefing.author].filter { !$0.isEmpty }.map {
      escaped($0)
    }
    let address = webAddress(briefing.url).map { "<\($0)>" } ?? ""
    let head = (origin + [address, code(briefing.id.text)]).filter { !$0.isEmpty }
    blocks.append(head.joined(separator: " · "))
    if !briefing.tags.isEmpty { blocks.append(briefing.tags.map { "\\#" + escaped($0) }.joined(separator: " ")) }
    blocks += paragraphs(of: briefing.text).compactMap { paragraph in
      briefing.text.text(at: paragraph.span).map { block($0, paragraph.kind) }
    }
    if !article.statements.isEmpty {
      blocks.append("## " + wording.statementsHeading)
      blocks += article.statements.map { record in
        text(of: record, url: briefing.url, note: note(on: record.id, notes), namesArticle: false)
      }
    }
    if !article.entities.isEmpty {
      blocks.append("## " + wording.namesHeading)
      blocks.append(
        EntityType.allCases.compactMap { type in
          let names = article.entities.filter { $0.type == type }.map { escaped($0.canonical) }
          guard !names.isEmpty else { return nil }
          return "- \(wording.heading(type)): " + names.joined(separator: wording.comma)
        }.joined(separator: "\n"))
    }
    if let note = notes.first(where: { $0.target == .briefing(briefing.id) }) {
      blocks += ["## " + wording.noteHeading, lines(note.text)]
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  /// One statement: its words as a quotation, then who said them and where that stands.
  ///
  /// - Parameters:
  ///   - url: The address of its article.
  ///   - note: What the user wrote on it.
  ///   - namesArticle: Whether the article's headline belongs to the citation.
  public func text(of record: StatementRecord, url: String, note: String? = nil, namesArticle: Bool = true) -> String {
    let statement = record.statement
    let citation = Citation(record.briefing, url: url, id: record.id.text)
    let words = escaped(statement.content)
    let quoted = statement.kind == .direct ? wording.say("“\(words)”", "«\(words)»") : words
    var who = "**\(escaped(wording.source(of: statement)))** — \(escaped(statement.cue))"
    if let target = statement.targetEntity ?? statement.target { who += ": " + escaped(target) }
    if statement.polarity == .deny { who += " (\(wording.denied))" }
    if statement.isDoubtful { who += " (\(wording.doubtful))" }
    var parts = namesArticle ? ["*\(escaped(record.briefing.title))*"] : []
    parts += citation.parts.map { escaped($0) }
    if namesArticle, let address = citation.address { parts.append("<\(address)>") }
    parts.append(code(citation.id))
    let own = note.map { "\n>\n> \(wording.noteHeading): " + escaped($0) } ?? ""
    return "> \(quoted)\n>\n> \(who)\\\n> \(parts.joined(separator: wording.comma))\(own)"
  }

  private func note(on id: StatementID, _ notes: [Note]) -> String? {
    notes.first { $0.target == .statement(id) }?.text
  }

  private func block(_ text: String, _ kind: Paragraph.Kind) -> String {
    switch kind {
    case .body: escaped(text)
    // The title has the first level.
    case .heading(let level): String(repeating: "#", count: min(6, level + 1)) + " " + escaped(text)
    case .quotation: "> " + escaped(text)
    case .item: "- " + escaped(text)
    }
  }

  /// The user's own words, line by line.
  private func lines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { escaped(String($0)) }.joined(separator: "\n")
  }

  /// Text on one line in which no letter means anything to Markdown.
  func escaped(_ text: String) -> String {
    var result = ""
    // "1." and "1)" begin a list only where nothing but digits stands before them.
    var isNumber = true
    let scalars = exported(text).unicodeScalars.drop { $0 == " " }
    for (offset, scalar) in scalars.enumerated() {
      let isMarkup =
        switch scalar {
        case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "&", "$": true
        case "#", "-", "+", "=": offset == 0
        case ".", ")": offset > 0 && isNumber
        default: false
        }
      if isMarkup { result += "\\" }
      isNumber = isNumber && ("0"..."9").contains(scalar)
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  /// Text between as many backquotes as it takes.
  private func code(_ text: String) -> String {
    let clean = exported(text)
    var longest = 0
    var run = 0
    for letter in clean {
      run = letter == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let space = clean.hasPrefix("`") || clean.hasSuffix("`") ? " " : ""
    return fence + space + clean + space + fence
  }
}
