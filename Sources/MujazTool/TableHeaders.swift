/// Looks for what toml++ would end the program at, instead of saying what is wrong: a table's name that begins with
/// anything but a letter, a digit, `-`, `_` or a quotation mark.
struct TableHeaders {
  private let scalars: [Unicode.Scalar]
  private var place = 0

  /// Finds the first such name.
  ///
  /// - Returns: The line and the column, from 1, and what stands there; `nil` where there is none.
  /// - Complexity: O(*n*).
  static func broken(in text: String) -> (line: Int, column: Int, found: String)? {
    var headers = TableHeaders(scalars: Array(text.unicodeScalars))
    guard let place = headers.find() else { return nil }
    let before = headers.scalars[..<min(place, headers.scalars.count)]
    let start = before.lastIndex(of: "\n").map { $0 + 1 } ?? 0
    let found = place < headers.scalars.count ? String(headers.scalars[place]) : ""
    return (before.count { $0 == "\n" } + 1, place - start + 1, found == "\n" || found.isEmpty ? "a line's end" : found)
  }

  private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  private mutating func find() -> Int? {
    var depth = 0
    var isAtStart = true
    while let scalar = at(0) {
      switch scalar {
      case "#": skip { $0 != "\n" }
      case "\"", "'":
        skipString(scalar)
        isAtStart = false
      case "[" where isAtStart && depth == 0:
        place += 1
        skipBlanks()
        if at(0) == "[" {
          place += 1
          skipBlanks()
        }
        if let first = at(0), !isNameStart(first) { return place }
        skip { $0 != "\n" }
      case "[", "{":
        depth += 1
        place += 1
        isAtStart = false
      case "]", "}":
        depth = max(0, depth - 1)
        place += 1
      case "\n":
        isAtStart = true
        place += 1
      default:
        if scalar != " ", scalar != "\t", scalar != "\r" { isAtStart = false }
        place += 1
      }
    }
    return nil
  }

  private func at(_ ahead: Int) -> Unicode.Scalar? {
    place + ahead < scalars.count ? scalars[place + ahead] : nil
  }

  private mutating func skip(_ isPassed: (Unicode.Scalar) -> Bool) {
    while let scalar = at(0), isPassed(scalar) { place += 1 }
  }

  private mutating func skipBlanks() { skip { $0 == " " || $0 == "\t" } }

  /// Passes a string of one or of several lines; one that does not end is for the parser to report.
  private mutating func skipString(_ quote: Unicode.Scalar) {
    let isLong = at(1) == quote && at(2) == quote
    place += isLong ? 3 : 1
    while let scalar = at(0) {
      if scalar == "\\", quote == "\"" {
        place += 2
      } else if scalar == quote, !isLong || at(1) == quote && at(2) == quote {
        place += isLong ? 3 : 1
        return
      } else if scalar == "\n", !isLong {
        return
      } else {
        place += 1
      }
    }
  }

  /// What begins a name, or ends one that is missing, which the parser reports itself.
  private func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_", "\"", "'", "]": true
    default: false
    }
  }
}
