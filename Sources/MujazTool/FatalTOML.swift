/// Looks for what toml++ would end the program at, instead of saying what is wrong: a table's name that begins with
/// anything but a letter, a digit, `-`, `_` or a quotation mark, a date whose time begins with anything but a digit, and a
/// brace where an array's value should stand.
struct FatalTOML {
  /// Something to be mended.
  struct Fault {
    /// Where it stands, from 1.
    let line: Int
    let column: Int
    /// What stands there, and what should.
    let found: String
    let expected: String
  }

  private let scalars: [Unicode.Scalar]
  private var place = 0
  private var expected = "a letter where the name of a table begins"

  /// Finds the first such place; `nil` where there is none.
  ///
  /// - Complexity: O(*n*).
  static func fault(in text: String) -> Fault? {
    var headers = FatalTOML(scalars: Array(text.unicodeScalars))
    guard let place = headers.find() else { return nil }
    let before = headers.scalars[..<min(place, headers.scalars.count)]
    let start = before.lastIndex(of: "\n").map { $0 + 1 } ?? 0
    let found = place < headers.scalars.count ? String(headers.scalars[place]) : ""
    return Fault(
      line: before.count { $0 == "\n" } + 1, column: place - start + 1,
      found: found == "\n" || found.isEmpty ? "a line's end" : found, expected: headers.expected)
  }

  private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  private mutating func find() -> Int? {
    var open: [Unicode.Scalar] = []
    var isAtStart = true
    var isAtValue = false
    while let scalar = at(0) {
      switch scalar {
      case "#": skip { $0 != "\n" }
      case "\"", "'":
        skipString(scalar)
        (isAtStart, isAtValue) = (false, false)
      case "[" where isAtStart && open.isEmpty:
        place += 1
        skipBlanks()
        if at(0) == "[" {
          place += 1
          skipBlanks()
        }
        if let first = at(0), !isNameStart(first) { return place }
        skip { $0 != "\n" }
      case "[", "{":
        open.append(scalar)
        place += 1
        (isAtStart, isAtValue) = (false, true)
      case "]", "}":
        if scalar == "}", isAtValue, open.last == "[" {
          expected = "a value or ']'"
          return place
        }
        _ = open.popLast()
        place += 1
        isAtValue = false
      case "\n":
        isAtStart = true
        place += 1
      case "0"..."9" where isAtValue:
        if let fault = timeOfDate() {
          expected = "the digits of a time, or nothing behind the date"
          return fault
        }
        skip { ("0"..."9").contains($0) }
        isAtValue = false
      default:
        if scalar != " ", scalar != "\t", scalar != "\r" {
          (isAtStart, isAtValue) = (false, scalar == "=" || scalar == ",")
        }
        place += 1
      }
    }
    return nil
  }

  /// The place behind a date at which a time should begin and does not; `nil` where no date stands here, or one that is read.
  private func timeOfDate() -> Int? {
    let shape: [Unicode.Scalar] = ["0", "0", "0", "0", "-", "0", "0", "-", "0", "0"]
    for (ahead, kind) in shape.enumerated() {
      guard let scalar = at(ahead), kind == "-" ? scalar == "-" : ("0"..."9").contains(scalar) else { return nil }
    }
    guard let between = at(10), ["T", "t", " "].contains(between), let next = at(11) else { return nil }
    // An hour has two digits.
    if ("0"..."9").contains(next) { return at(12).map { ("0"..."9").contains($0) } == true ? nil : place + 12 }
    // Behind a blank the line may go on without a time.
    return between == " " && [" ", "\t", "#", "\r", "\n", ",", "]", "}"].contains(next) ? nil : place + 11
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
