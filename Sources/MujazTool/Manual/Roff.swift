/// A page of the manual as it is written, in the language of man(7).
struct Roff {
  private(set) var text: String

  /// Begins a page.
  ///
  /// - Parameter section: As `mujaz-import`, which stands in section 1.
  init(title: String, day: String, version: String) {
    text = """
      .\\" -*- mode: nroff; coding: utf-8 -*-
      .TH \(Self.argument(title.uppercased())) 1 "\(day)" \(Self.argument(version)) Mujaz

      """
  }

  /// A heading.
  mutating func section(_ name: String) { text += ".SH \(Self.escaped(name))\n" }

  /// A heading below one.
  mutating func subsection(_ name: String) { text += ".SS \(Self.escaped(name))\n" }

  /// A paragraph.
  mutating func paragraph(_ words: String) { text += ".PP\n\(Self.wrapped(words))\n" }

  /// The first paragraph below a heading.
  mutating func words(_ words: String) { text += "\(Self.wrapped(words))\n" }

  /// The line from which lists of pages are made; it may not be broken.
  mutating func name(_ name: String, _ phrase: String) { text += "\(Self.escaped(name)) \\- \(Self.escaped(phrase))\n" }

  /// A line in bold letters, with what follows in plain ones.
  mutating func usage(_ command: String, _ rest: String) {
    text += ".B \(Self.escaped(command))\n" + (rest.isEmpty ? "" : "\(Self.escaped(rest))\n")
  }

  /// Begins a new line.
  mutating func lineBreak() { text += ".br\n" }

  /// A term, and what it means, indented.
  mutating func term(_ term: String, _ value: String = "", _ meaning: String) {
    let value = value.isEmpty ? "" : " \\fI\(Self.escaped(value))\\fR"
    text += ".TP\n\\fB\(Self.escaped(term))\\fR\(value)\n\(Self.wrapped(meaning.isEmpty ? "-" : meaning))\n"
  }

  /// Lines as they are typed.
  mutating func example(_ lines: [String]) {
    text += ".sp\n.nf\n.RS 4\n" + lines.map { Self.escaped($0) + "\n" }.joined() + ".RE\n.fi\n"
  }

  /// Text in which no letter means anything to the formatter.
  static func escaped(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: true).map { line in
      var result = ""
      for scalar in line.unicodeScalars {
        switch scalar {
        case "\\": result += "\\e"
        case "-": result += "\\-"
        case "'": result += "\\(aq"
        case "`": result += "\\(ga"
        case "^": result += "\\(ha"
        case "~": result += "\\(ti"
        case "\"": result += "\\(dq"
        default: result.unicodeScalars.append(scalar)
        }
      }
      return result.hasPrefix(".") ? "\\&" + result : result
    }.joined(separator: "\n")
  }

  /// Escaped text on lines of at most 78 bytes where its words allow it.
  private static func wrapped(_ text: String) -> String {
    var lines = [""]
    for word in text.split(whereSeparator: \.isWhitespace) {
      let last = lines[lines.count - 1]
      let longer = last.isEmpty ? escaped(String(word)) : last + " " + escaped(String(word))
      if longer.utf8.count <= 78 || last.isEmpty {
        lines[lines.count - 1] = longer
      } else {
        lines.append(escaped(String(word)))
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func argument(_ text: String) -> String { "\"\(escaped(text))\"" }
}
