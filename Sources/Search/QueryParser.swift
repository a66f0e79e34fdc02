import ArabicText
import Briefings

/// Reads the query language of the command line and the reader.
///
/// Words are all required; `"exact phrase"` (also «» and “”); `OR` between neighbours, binding closer than the blank;
/// `-word`; `word*`; brackets; `title: source: entity: speaker: cue: is: tag: lang: date:2023-11..2024-01`, also by their
/// Arabic, Persian and Hebrew names. A colon, hyphen or star elsewhere is punctuation.
public struct QueryParser: Sendable {
  /// How deep brackets and minus signs may be nested.
  static let deepest = 50

  /// The most words and conditions. A text pasted by mistake should not be searched for minutes.
  public static let longest = 500

  private let isComplete: Bool

  /// Creates a parser.
  ///
  /// - Parameter isComplete: `false` while the query is still being typed.
  public init(isComplete: Bool = true) { self.isComplete = isComplete }

  /// Reads a query; an empty one asks for everything.
  ///
  /// - Complexity: O(*n*) in the bytes of `text`.
  public func parse(_ text: String) throws(QueryError) -> Query {
    var run = Run(text: text, isComplete: isComplete)
    return try run.query()
  }
}

private struct Run {
  let text: String
  let scalars: [Unicode.Scalar]
  let offsets: [Int]
  let isComplete: Bool
  var at = 0
  var depth = 0
  /// The words and conditions read so far.
  var size = 0

  init(text: String, isComplete: Bool) {
    self.text = text
    self.isComplete = isComplete
    var scalars: [Unicode.Scalar] = []
    var offsets: [Int] = []
    var offset = 0
    for scalar in text.unicodeScalars {
      scalars.append(scalar)
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    offsets.append(offset)
    self.scalars = scalars
    self.offsets = offsets
  }

  mutating func query() throws(QueryError) -> Query {
    var query = try conjunction()
    // Only a closing bracket too many stops a conjunction early.
    while at < scalars.count {
      if isComplete { throw error(.unbalancedBracket, from: at, to: at + 1) }
      at += 1
      query = .and([query, try conjunction()])
    }
    return query
  }

  private mutating func conjunction() throws(QueryError) -> Query {
    var parts: [Query] = []
    var alternatives: [Query] = []
    var pendingOr: Int?
    var isBehindNothing = false
    while true {
      skipBlanks()
      if at == scalars.count || scalars[at] == ")" { break }
      let start = at
      if takeOr() {
        if !alternatives.isEmpty, pendingOr == nil {
          pendingOr = start
        } else if isComplete, !isBehindNothing {
          throw error(.danglingOr, from: start, to: at)
        }
        continue
      }
      guard let next = try unary() else {
        // Punctuation beside OR is an alternative without words, and left out with it.
        isBehindNothing = true
        pendingOr = nil
        continue
      }
      isBehindNothing = false
      if pendingOr != nil {
        alternatives.append(next)
        pendingOr = nil
      } else {
        if !alternatives.isEmpty { parts.append(Self.any(of: alternatives)) }
        alternatives = [next]
      }
    }
    if let pendingOr, isComplete { throw error(.danglingOr, from: pendingOr, to: pendingOr + 2) }
    if !alternatives.isEmpty { parts.append(Self.any(of: alternatives)) }
    switch parts.count {
    case 0: return .all
    case 1: return parts[0]
    default: return .and(parts)
    }
  }

  private static func any(of alternatives: [Query]) -> Query {
    alternatives.count == 1 ? alternatives[0] : .or(alternatives)
  }

  /// One condition with its minus sign, or `nil` for punctuation.
  private mutating func unary() throws(QueryError) -> Query? {
    let start = at
    guard depth < QueryParser.deepest else { throw error(.tooDeep, from: start, to: start + 1) }
    depth += 1
    defer { depth -= 1 }
    try count(1, from: start)
    if scalars[at] == "-" || scalars[at] == "−" {
      at += 1
      guard at < scalars.count, !isBlank(scalars[at]), scalars[at] != ")" else {
        // A dash between blanks is punctuation.
        if isComplete, at == scalars.count, start == 0 { throw error(.danglingMark("-"), from: start, to: at) }
        return nil
      }
      guard let next = try unary() else { return nil }
      return .not(next)
    }
    if scalars[at] == "(" {
      at += 1
      let inner = try conjunction()
      if at < scalars.count {
        at += 1
      } else if isComplete {
        throw error(.unbalancedBracket, from: start, to: start + 1)
      }
      return inner
    }
    if let close = Self.closers[scalars[at]] { return try phrase(close: close) }
    return try chunk()
  }

  private static let closers: [Unicode.Scalar: Unicode.Scalar] = ["\"": "\"", "«": "»", "“": "”", "„": "“", "”": "”"]

  private mutating func count(_ words: Int, from start: Int) throws(QueryError) {
    size += words
    if size > QueryParser.longest { throw error(.tooLong, from: start, to: max(start + 1, at)) }
  }

  private mutating func phrase(close: Unicode.Scalar) throws(QueryError) -> Query? {
    let start = at
    let words = writtenWords(in: try quoted(close: close))
    try count(max(0, words.count - 1), from: start)
    return words.isEmpty ? nil : .phrase(words)
  }

  /// The text between quotation marks; stands behind the closing one afterwards.
  private mutating func quoted(close: Unicode.Scalar) throws(QueryError) -> String {
    let start = at
    at += 1
    var content = String.UnicodeScalarView()
    while at < scalars.count, scalars[at] != close || isInsideHebrewWord(at) {
      content.append(scalars[at])
      at += 1
    }
    if at < scalars.count {
      at += 1
    } else if isComplete {
      throw error(.unclosedQuote, from: start, to: start + 1)
    }
    return String(content)
  }

  /// A word with what is typed onto it: a star, a field's name before it, marks inside it.
  private mutating func chunk() throws(QueryError) -> Query? {
    let start = at
    while at < scalars.count, !endsChunk(at) {
      if scalars[at] == ":", let query = try field(from: start) { return query }
      at += 1
    }
    // A mark that ends a chunk may also begin one, as a quotation mark behind a letter does.
    if at == start { at += 1 }
    var end = at
    while end > start, scalars[end - 1] == "*" { end -= 1 }
    let isPrefix = end < at
    let words = writtenWords(in: string(start..<end))
    try count(max(0, words.count - 1), from: start)
    guard let last = words.last else {
      if isPrefix, isComplete { throw error(.danglingMark("*"), from: start, to: at) }
      return nil
    }
    guard isPrefix else {
      if words.count == 2, Self.isParticle(words[0]), last.unicodeScalars.allSatisfy({ digitValue($0) != nil }) {
        return .word(last)
      }
      return words.count == 1 ? .word(last) : .adjacent(words)
    }
    return words.count == 1 ? .prefix(last) : .and([.adjacent(Array(words.dropLast())), .prefix(last)])
  }

  /// Whether a word is one that is attached to a number (`الـ15`, `ب38`, `و2015`), which is then looked for without.
  private static func isParticle(_ word: String) -> Bool {
    ["ال", "و", "ف", "ب", "ل", "ك", "وال", "فال", "بال", "كال", "لل", "وب", "ول", "ه", "ב", "ל", "מ", "ו"]
      .contains(folded(word))
  }

  private func endsChunk(_ index: Int) -> Bool {
    let scalar = scalars[index]
    if isBlank(scalar) || scalar == "(" || scalar == ")" { return true }
    guard scalar == "\"" || scalar == "«" || scalar == "»" || scalar == "“" || scalar == "”" else { return false }
    return !isInsideHebrewWord(index)
  }

  /// Reads `name:value` where the letters from `start` to here are a field's name.
  private mutating func field(from start: Int) throws(QueryError) -> Query? {
    let typed = string(start..<at)
    let name = folded(typed)
    guard let field = QueryFieldNames.field(name) else {
      if isComplete, let near = Self.nearest(name), at + 1 < scalars.count, scalars[at + 1] != "/",
        !isBlank(scalars[at + 1])
      {
        throw error(.unknownField(QueryError.clipped(typed), meant: near), from: start, to: at)
      }
      return nil
    }
    // An Arabic word before a colon and a blank is plain text, as in a headline.
    let isPlain = at + 1 == scalars.count || isBlank(scalars[at + 1])
    if isPlain, !name.utf8.allSatisfy({ $0 < 0x80 }) { return nil }
    at += 1
    if isPlain {
      if isComplete { throw error(.emptyField(typed), from: start, to: at) }
      return Query.all
    }
    if field == .title {
      guard let inner = try unary() else { return Query.all }
      return .title(inner)
    }
    let valueStart = at
    let value = try fieldValue()
    guard !value.isEmpty else {
      if isComplete { throw error(.emptyField(typed), from: start, to: at) }
      return Query.all
    }
    return try condition(field, value, at: valueStart)
  }

  private mutating func fieldValue() throws(QueryError) -> String {
    if let close = Self.closers[scalars[at]] { return try quoted(close: close) }
    let start = at
    while at < scalars.count, !isBlank(scalars[at]), scalars[at] != "(", scalars[at] != ")" { at += 1 }
    return string(start..<at)
  }

  private func condition(_ field: QueryFieldNames.Field, _ value: String, at start: Int) throws(QueryError) -> Query {
    switch field {
    case .title: return .title(.word(value))
    case .asked(.language):
      let tag = folded(value)
      guard (2...3).contains(tag.prefix { $0 != "-" }.utf8.count), tag.utf8.allSatisfy({ $0 < 0x80 }) else {
        if !isComplete { return .all }
        throw error(.badLanguage(QueryError.clipped(value)), from: start, to: at)
      }
      return .field(.language, tag)
    case .asked(let asked): return .field(asked, value)
    case .cue: return .cue(QueryFieldNames.cue(value))
    case .state:
      guard let state = QueryFieldNames.state(value) else {
        if !isComplete { return .all }
        throw error(.badState(QueryError.clipped(value)), from: start, to: at)
      }
      return state
    case .date:
      guard let range = DayRange(reading: value) else {
        if !isComplete { return .all }
        throw error(.badDate(QueryError.clipped(value)), from: start, to: at)
      }
      return .published(range)
    }
  }

  /// The field's name that differs from `name` by one letter, two letters swapped included.
  private static func nearest(_ name: String) -> String? {
    let letters = Array(name.utf8)
    guard letters.count >= 3, letters.allSatisfy({ 0x61...0x7A ~= $0 }) else { return nil }
    return QueryFieldNames.english.first { isNear(letters, Array($0.utf8)) }
  }

  private static func isNear(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    var head = 0
    while head < min(a.count, b.count), a[head] == b[head] { head += 1 }
    var tail = 0
    while tail < min(a.count, b.count) - head, a[a.count - 1 - tail] == b[b.count - 1 - tail] { tail += 1 }
    let (left, right) = (a[head..<a.count - tail], b[head..<b.count - tail])
    return left.count <= 1 && right.count <= 1 || left.count == 2 && Array(left) == Array(right.reversed())
  }

  private mutating func takeOr() -> Bool {
    guard at + 2 <= scalars.count, scalars[at] == "O", scalars[at + 1] == "R",
      at + 2 == scalars.count || isBlank(scalars[at + 2]) || scalars[at + 2] == "("
    else { return false }
    at += 2
    return true
  }

  private mutating func skipBlanks() { while at < scalars.count, isBlank(scalars[at]) { at += 1 } }

  private func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

  /// Whether the quotation mark at `index` is the mark of a Hebrew abbreviation.
  private func isInsideHebrewWord(_ index: Int) -> Bool {
    guard index > 0, index + 1 < scalars.count else { return false }
    return 0x5D0...0x5EA ~= scalars[index - 1].value && 0x5D0...0x5EA ~= scalars[index + 1].value
  }

  private func string(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  private func error(_ problem: QueryError.Problem, from start: Int, to end: Int) -> QueryError {
    QueryError(problem, at: offsets[start]..<offsets[min(end, scalars.count)], in: text)
  }
}

/// The words and numbers of `text` as they are written, without punctuation.
func writtenWords(in text: String) -> [String] {
  let bytes = Array(text.utf8)
  return tokens(in: text).filter { $0.kind != .punctuation }.map { String(decoding: bytes[$0.range], as: UTF8.self) }
}
