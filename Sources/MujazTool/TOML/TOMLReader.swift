/// Reads TOML 1.0, in one pass: a text is a table, or there is a first place at which it cannot be one.
///
/// No text ends the program: what is nested is bounded, and nothing is read that was not looked at before.
struct TOMLReader {
  /// Tables and arrays that stand in one another, dotted names too. All of them are left and freed by recursion.
  static let depth = 100

  private let scalars: [Unicode.Scalar]
  /// The next scalar.
  private(set) var index = 0
  private var line = 1
  private var lineStart = 0

  /// The table that a file is.
  ///
  /// - Parameter contents: UTF-8, with or without a mark of byte order.
  /// - Throws: `TOMLError` for the first thing that is no TOML.
  /// - Complexity: O(*n*).
  /// - Source: TOML 1.0.0 and its grammar, `toml.abnf`.
  static func table(in contents: [UInt8]) throws(TOMLError) -> TOMLTable {
    var reader = TOMLReader(scalars: try scalars(in: contents))
    return try reader.document()
  }

  private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  private static func scalars(in contents: [UInt8]) throws(TOMLError) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(contents.count)
    var bytes = contents.makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    while true {
      switch parser.parseScalar(from: &bytes) {
      case .valid(let encoded): scalars.append(Unicode.UTF8.decode(encoded))
      case .emptyInput: return scalars.first == "\u{FEFF}" ? Array(scalars.dropFirst()) : scalars
      case .error:
        var reader = TOMLReader(scalars: scalars)
        reader.index = scalars.count
        reader.lineStart = scalars.lastIndex(of: "\n").map { $0 + 1 } ?? (scalars.first == "\u{FEFF}" ? 1 : 0)
        reader.line = scalars.count { $0 == "\n" } + 1
        throw TOMLError(place: reader.place, found: "bytes that are no UTF-8", expected: "text in UTF-8")
      }
    }
  }

  // MARK: The text

  /// Where the next scalar stands.
  var place: TOMLPlace { TOMLPlace(line: line, column: index - lineStart + 1) }

  /// The next scalar, or one behind it; `nil` behind the text's end.
  func at(_ ahead: Int = 0) -> Unicode.Scalar? { index + ahead < scalars.count ? scalars[index + ahead] : nil }

  /// Passes scalars of the line.
  mutating func pass(_ count: Int = 1) { index += count }

  /// Passes a scalar if it is the next one.
  mutating func passes(_ scalar: Unicode.Scalar) -> Bool {
    guard at() == scalar else { return false }
    index += 1
    return true
  }

  mutating func skipBlanks() { while at() == " " || at() == "\t" { index += 1 } }

  /// Passes the line's end, LF or CR LF, if it stands here.
  mutating func passesLineEnd() -> Bool {
    guard at() == "\n" || at() == "\r" && at(1) == "\n" else { return false }
    index += at() == "\n" ? 1 : 2
    line += 1
    lineStart = index
    return true
  }

  /// What was passed from an index on.
  func text(from start: Int) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[start..<index])
    return String(text)
  }

  /// That something else should stand here.
  func error(_ expected: String) -> TOMLError { TOMLError(place: place, found: found, expected: expected) }

  /// What stands here, for messages: a word whole, and by its number what cannot be seen.
  private var found: String {
    guard let scalar = at() else { return "the file's end" }
    if scalar == "\n" || scalar == "\r" && at(1) == "\n" { return "the line's end" }
    let word = scalars[index...].prefix(40).prefix { $0.properties.isAlphabetic || Self.isInBareName($0) }
    if !word.isEmpty { return "'\(word.reduce(into: "") { $0.unicodeScalars.append($1) })'" }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse, .nonspacingMark,
      .enclosingMark,
      .spaceSeparator where scalar != " ":
      return "U+\(scalar.hexadecimal)"
    default: return scalar == "'" ? "a single quotation mark" : "'\(scalar)'"
    }
  }

  // MARK: Lines

  private mutating func document() throws(TOMLError) -> TOMLTable {
    let root = TOMLTable(.header, depth: 0)
    var table = root
    while true {
      skipBlanks()
      guard let scalar = at() else { return root }
      switch scalar {
      case "\n", "\r", "#": break
      case "[": table = try header(in: root)
      default: try pair(in: table, ending: "a name, a table in brackets or a comment")
      }
      try endLine()
    }
  }

  /// Passes what may follow on a line: blanks and a comment.
  private mutating func endLine() throws(TOMLError) {
    skipBlanks()
    try skipComment()
    if !passesLineEnd(), at() != nil { throw error("the line's end or a comment") }
  }

  /// Passes a comment up to the line's end.
  mutating func skipComment() throws(TOMLError) {
    guard at() == "#" else { return }
    while let scalar = at(), scalar != "\n", !(scalar == "\r" && at(1) == "\n") {
      if Self.isControl(scalar) { throw error("text without control characters in a comment") }
      index += 1
    }
  }

  /// What no comment and no text may hold.
  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 && scalar != "\t" || scalar == "\u{7F}"
  }

  // MARK: Names

  /// One of the names between dots.
  private struct Part {
    let name: String
    let place: TOMLPlace

    /// The name, for messages.
    var shown: String { "'\(name.count > 40 ? name.prefix(40) + "…" : name)'" }
  }

  static func isInBareName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
    default: false
    }
  }

  /// Names with dots between them and the blanks around them; the last one, and those before it.
  private mutating func names(_ expected: String) throws(TOMLError) -> (before: [Part], last: Part) {
    var before: [Part] = []
    var last = try part(expected)
    while passes(".") {
      before.append(last)
      if before.count > Self.depth { throw tooDeep }
      last = try part("a name behind the dot")
    }
    return (before, last)
  }

  private mutating func part(_ expected: String) throws(TOMLError) -> Part {
    skipBlanks()
    let start = (index: index, place: place)
    var name = ""
    if let quote = at(), quote == "\"" || quote == "'" {
      if at(1) == quote, at(2) == quote { throw error("a name on one line, in single or double quotation marks") }
      name = try string(quote)
    } else {
      while let scalar = at(), Self.isInBareName(scalar) { index += 1 }
      if index == start.index { throw error(expected) }
      name = text(from: start.index)
    }
    skipBlanks()
    return Part(name: name, place: start.place)
  }

  /// `[a.b]` or `[[a.b]]`: gives the table that the lines behind it fill.
  private mutating func header(in root: TOMLTable) throws(TOMLError) -> TOMLTable {
    let start = place
    pass()
    let isElement = passes("[")
    let (before, last) = try names("a name where the name of a table begins")
    if !passes("]") { throw error("']' behind the name of a table") }
    if isElement, !passes("]") { throw error("']]' behind the name of a table") }
    var table = root
    for part in before { table = try opened(part, in: table, from: start) }
    if isElement { return try element(last, of: table, from: start) }
    guard let there = table[last.name] else {
      let new = try inner(.header, in: table)
      table.add(last.name, at: last.place, TOMLValue(content: .table(new), place: start))
      return new
    }
    // Only a table that nothing but a longer header has named is still to come.
    guard let there = there.value.table, there.origin == .implied else { throw again(last, table) }
    there.origin = .header
    return there
  }

  /// One more of the tables of an array, which is around it too.
  private func element(_ part: Part, of table: TOMLTable, from start: TOMLPlace) throws(TOMLError) -> TOMLTable {
    if table.depth + 1 >= Self.depth { throw tooDeep }
    let element = TOMLTable(.element, depth: table.depth + 2)
    let value = TOMLValue(content: .table(element), place: start)
    if table[part.name] == nil {
      table.add(part.name, at: part.place, TOMLValue(content: .array([value]), place: start))
    } else if table.lastElement(of: part.name) != nil {
      table.append(value, to: part.name)
    } else {
      throw again(part, table)
    }
    return element
  }

  /// The table that a name of a header goes through.
  private func opened(_ part: Part, in table: TOMLTable, from start: TOMLPlace) throws(TOMLError) -> TOMLTable {
    if let element = table.lastElement(of: part.name) { return element }
    guard let there = table[part.name] else {
      let new = try inner(.implied, in: table)
      table.add(part.name, at: part.place, TOMLValue(content: .table(new), place: start))
      return new
    }
    guard let there = there.value.table, there.origin != .braces else { throw again(part, table) }
    return there
  }

  /// `a.b = …`.
  private mutating func pair(in table: TOMLTable, ending expected: String) throws(TOMLError) {
    let (before, last) = try names(expected)
    if !passes("=") { throw error("'=' behind the name \(last.shown)") }
    var table = table
    for part in before {
      guard let there = table[part.name] else {
        let new = try inner(.dotted, in: table)
        table.add(part.name, at: part.place, TOMLValue(content: .table(new), place: part.place))
        table = new
        continue
      }
      guard let there = there.value.table, there.origin == .dotted || there.origin == .implied else {
        throw again(part, table)
      }
      there.origin = .dotted
      table = there
    }
    if table[last.name] != nil { throw again(last, table) }
    skipBlanks()
    table.add(last.name, at: last.place, try value(depth: table.depth))
  }

  private func inner(_ origin: TOMLTable.Origin, in table: TOMLTable) throws(TOMLError) -> TOMLTable {
    if table.depth >= Self.depth { throw tooDeep }
    return TOMLTable(origin, depth: table.depth + 1)
  }

  private func again(_ part: Part, _ table: TOMLTable) -> TOMLError {
    let first = table[part.name].map { ", which was given at \($0.place)" } ?? ""
    return TOMLError(place: part.place, found: "the name \(part.shown) again\(first)", expected: "each name once")
  }

  private var tooDeep: TOMLError {
    TOMLError(
      place: place, found: "more than \(Self.depth) tables and arrays in one another", expected: "fewer")
  }

  // MARK: Values

  /// A value.
  ///
  /// - Parameter depth: How deep the table or the array is that it stands in.
  private mutating func value(depth: Int) throws(TOMLError) -> TOMLValue {
    let start = place
    let content: TOMLValue.Content
    switch at() {
    case "\"", "'": content = .string(try anyString())
    case "[": content = .array(try array(depth: depth + 1))
    case "{": content = .table(try braces(depth: depth + 1))
    default: content = try bareValue()
    }
    return TOMLValue(content: content, place: start)
  }

  private mutating func array(depth: Int) throws(TOMLError) -> [TOMLValue] {
    if depth > Self.depth { throw tooDeep }
    pass()
    var values: [TOMLValue] = []
    while true {
      try skipLines()
      if passes("]") { return values }
      if at() == nil || at() == "," || at() == "}" { throw error("a value or ']'") }
      values.append(try value(depth: depth))
      try skipLines()
      if passes(",") { continue }
      if at() != "]" { throw error("',' or ']'") }
    }
  }

  /// Passes blanks, comments and ends of lines.
  private mutating func skipLines() throws(TOMLError) {
    repeat {
      skipBlanks()
      try skipComment()
    } while passesLineEnd()
  }

  private mutating func braces(depth: Int) throws(TOMLError) -> TOMLTable {
    if depth > Self.depth { throw tooDeep }
    pass()
    let table = TOMLTable(.braces, depth: depth)
    skipBlanks()
    if passes("}") { return table }
    while true {
      try pair(in: table, ending: table.entries.isEmpty ? "a name or '}'" : "a name")
      skipBlanks()
      if passes("}") { return table }
      if !passes(",") { throw error("',' or '}'") }
    }
  }
}
