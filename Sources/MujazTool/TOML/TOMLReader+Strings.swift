extension TOMLReader {
  /// A text on one line or on several.
  mutating func anyString() throws(TOMLError) -> String {
    guard let quote = at() else { return "" }
    return at(1) == quote && at(2) == quote ? try longString(quote) : try string(quote)
  }

  /// A text on one line: with escapes in double quotation marks, as it stands in single ones.
  mutating func string(_ quote: Unicode.Scalar) throws(TOMLError) -> String {
    let start = place
    pass()
    var text = String.UnicodeScalarView()
    while let scalar = at(), !Self.isControl(scalar) {
      if passes(quote) { return String(text) }
      if scalar == "\\", quote == "\"" {
        text.append(try escaped())
      } else {
        text.append(scalar)
        pass()
      }
    }
    throw error("\(quote) at the end of the text that begins at \(start)")
  }

  /// A text on several lines, in three quotation marks.
  private mutating func longString(_ quote: Unicode.Scalar) throws(TOMLError) -> String {
    let start = place
    pass(3)
    _ = passesLineEnd()
    var text = String.UnicodeScalarView()
    while let scalar = at() {
      if scalar == quote, at(1) == quote, at(2) == quote {
        pass(3)
        // One or two more belong to the text.
        for _ in 0..<2 where passes(quote) { text.append(quote) }
        return String(text)
      }
      if passesLineEnd() {
        text.append("\n")
      } else if scalar == "\\", quote == "\"" {
        if !passesFoldedLines() { text.append(try escaped()) }
      } else if Self.isControl(scalar) {
        break
      } else {
        text.append(scalar)
        pass()
      }
    }
    throw error("\(quote)\(quote)\(quote) at the end of the text that begins at \(start)")
  }

  /// Passes a backslash at the end of a line, with all blanks and ends of lines behind it.
  private mutating func passesFoldedLines() -> Bool {
    let before = self
    pass()
    skipBlanks()
    guard passesLineEnd() else {
      self = before
      return false
    }
    repeat { skipBlanks() } while passesLineEnd()
    return true
  }

  private mutating func escaped() throws(TOMLError) -> Unicode.Scalar {
    pass()
    guard let letter = at() else { throw error("a letter behind the backslash") }
    let plain: [Unicode.Scalar: Unicode.Scalar] = [
      "b": "\u{8}", "t": "\t", "n": "\n", "f": "\u{C}", "r": "\r", "\"": "\"", "\\": "\\",
    ]
    if let scalar = plain[letter] {
      pass()
      return scalar
    }
    guard letter == "u" || letter == "U" else {
      throw error("one of b t n f r \" \\ u U behind the backslash; two backslashes for one, or single quotation marks")
    }
    let start = place
    pass()
    var code: UInt32 = 0
    for _ in 0..<(letter == "u" ? 4 : 8) {
      guard let digit = at().flatMap({ Character($0).hexDigitValue }), at().map({ $0.isASCII }) == true else {
        throw error("\(letter == "u" ? 4 : 8) hexadecimal digits behind \\\(letter)")
      }
      code = code << 4 | UInt32(digit)
      pass()
    }
    guard let scalar = Unicode.Scalar(code) else {
      throw TOMLError(
        place: start, found: "the number \(String(code, radix: 16, uppercase: true))",
        expected: "a character of Unicode: 0 to D7FF or E000 to 10FFFF")
    }
    return scalar
  }
}
