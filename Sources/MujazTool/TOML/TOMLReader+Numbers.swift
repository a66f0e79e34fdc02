extension TOMLReader {
  /// A value without quotation marks and brackets: true, false, a number or a time.
  mutating func bareValue() throws(TOMLError) -> TOMLValue.Content {
    if at().map({ Self.isDigit($0) }) == true {
      if (0..<4).allSatisfy({ isDigit($0) }), at(4) == "-" { return .time(try date()) }
      if isDigit(1), at(2) == ":" {
        let start = index
        try time()
        return .time(text(from: start))
      }
      return try number()
    }
    if passes(word: "true") { return .boolean(true) }
    if passes(word: "false") { return .boolean(false) }
    let isNegative = at() == "-"
    let sign = isNegative || at() == "+" ? 1 : 0
    if sign == 1, isDigit(1) { return try number() }
    if passes(word: "inf", after: sign) { return .float(isNegative ? -.infinity : .infinity) }
    if passes(word: "nan", after: sign) { return .float(.nan) }
    throw error(
      at().map { Self.isInBareName($0) || $0.properties.isAlphabetic } == true
        ? "a value; a text stands in quotation marks"
        : "a value: a text in quotation marks, a number, true or false, a date, an array or a table")
  }

  /// Passes a word that nothing else follows, and what was looked at before it.
  private mutating func passes(word: String, after sign: Int = 0) -> Bool {
    var ahead = sign
    for scalar in word.unicodeScalars {
      if at(ahead) != scalar { return false }
      ahead += 1
    }
    if let next = at(ahead), Self.isInBareName(next) { return false }
    pass(ahead)
    return true
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private func isDigit(_ ahead: Int) -> Bool { at(ahead).map { Self.isDigit($0) } ?? false }

  // MARK: Numbers

  private mutating func number() throws(TOMLError) -> TOMLValue.Content {
    let start = place
    var text = ""
    for (mark, radix) in [("x", 16), ("o", 8), ("b", 2)] as [(Unicode.Scalar, Int)] where at() == "0" && at(1) == mark {
      pass(2)
      try digits(radix, into: &text)
      return .integer(try integer(text, radix, start))
    }
    if let sign = at(), sign == "+" || sign == "-" {
      text.unicodeScalars.append(sign)
      pass()
    }
    if at() == "0", isDigit(1) || at(1) == "_" {
      pass()
      throw error("no digit behind a leading zero")
    }
    try digits(10, into: &text)
    var isWhole = true
    if passes(".") {
      isWhole = false
      text += "."
      try digits(10, into: &text)
    }
    if at() == "e" || at() == "E" {
      isWhole = false
      text += "e"
      pass()
      if let sign = at(), sign == "+" || sign == "-" {
        text.unicodeScalars.append(sign)
        pass()
      }
      try digits(10, into: &text)
    }
    if isWhole { return .integer(try integer(text, 10, start)) }
    guard let number = Double(text) else {
      throw TOMLError(place: start, found: "the number \(text)", expected: "one that can be computed with")
    }
    return .float(number)
  }

  /// Digits, with single underscores between them.
  private mutating func digits(_ radix: Int, into text: inout String) throws(TOMLError) {
    repeat {
      let before = text.utf8.count
      while let scalar = at(), scalar.isASCII, let value = Character(scalar).hexDigitValue, value < radix {
        text.unicodeScalars.append(scalar)
        pass()
      }
      if text.utf8.count == before { throw error("a digit") }
    } while passes("_")
  }

  private func integer(_ text: String, _ radix: Int, _ start: TOMLPlace) throws(TOMLError) -> Int {
    guard let integer = Int(text, radix: radix) else {
      throw TOMLError(
        place: start, found: "the number \(text.prefix(40))", expected: "one from \(Int.min) to \(Int.max)")
    }
    return integer
  }

  // MARK: Dates and times

  /// A date, with or without a time.
  ///
  /// - Source: RFC 3339.
  private mutating func date() throws(TOMLError) -> String {
    let start = index
    let year = try twoDigits() * 100 + twoDigits()
    try expect("-", "'-' behind the year")
    let month = try twoDigits("a month", 1...12)
    try expect("-", "'-' behind the month")
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [4, 6, 9, 11].contains(month) ? 30 : month != 2 ? 31 : isLeap ? 29 : 28
    _ = try twoDigits("a day", 1...days)
    guard at() == "T" || at() == "t" || at() == " " && isDigit(1) else { return text(from: start) }
    pass()
    try time()
    if at() == "Z" || at() == "z" {
      pass()
    } else if at() == "+" || at() == "-" {
      pass()
      _ = try twoDigits("hours", 0...23)
      try expect(":", "':' behind the hours")
      _ = try twoDigits("minutes", 0...59)
    }
    return text(from: start)
  }

  private mutating func time() throws(TOMLError) {
    _ = try twoDigits("an hour", 0...23)
    try expect(":", "':' behind the hour")
    _ = try twoDigits("a minute", 0...59)
    try expect(":", "':' and the seconds behind the minute")
    // Leap seconds are seconds too.
    _ = try twoDigits("a second", 0...60)
    guard passes(".") else { return }
    if !isDigit(0) { throw error("a digit of the second's parts") }
    while isDigit(0) { pass() }
  }

  private mutating func expect(_ scalar: Unicode.Scalar, _ expected: String) throws(TOMLError) {
    if !passes(scalar) { throw error(expected) }
  }

  private mutating func twoDigits(_ what: String = "a year", _ range: ClosedRange<Int> = 0...99) throws(TOMLError)
    -> Int
  {
    let start = place
    var number = 0
    for _ in 0..<2 {
      guard let scalar = at(), Self.isDigit(scalar) else { throw error("the two digits of \(what)") }
      number = number * 10 + Int(scalar.value - 0x30)
      pass()
    }
    guard range.contains(number) else {
      throw TOMLError(
        place: start, found: String(number), expected: "\(what) from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }
}
