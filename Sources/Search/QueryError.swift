/// Why a query cannot be read: what, and where.
public struct QueryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public enum Problem: Hashable, Sendable {
    /// A quotation mark without its partner.
    case unclosedQuote
    /// A bracket without its partner.
    case unbalancedBracket
    /// A field's name that is none, though nearly.
    case unknownField(String, meant: String)
    /// A field without a value.
    case emptyField(String)
    /// A date that is none.
    case badDate(String)
    /// A language that is no BCP 47 tag.
    case badLanguage(String)
    /// No state of an article or a statement.
    case badState(String)
    /// An `OR` without something on both sides.
    case danglingOr
    /// A `-` or `*` without a word.
    case danglingMark(String)
    /// More nesting than anybody types.
    case tooDeep
    /// More words and conditions than a search answers in a moment.
    case tooLong
  }

  /// What is wrong.
  public let problem: Problem

  /// Where, in UTF-8 bytes of the query.
  public let range: Range<Int>

  /// The query.
  public let query: String

  /// Creates an error.
  public init(_ problem: Problem, at range: Range<Int>, in query: String) {
    self.problem = problem
    self.range = range
    self.query = query
  }

  /// The number of the letter at which the problem begins, from 1.
  public var column: Int {
    let bytes = query.utf8
    let index = bytes.index(bytes.startIndex, offsetBy: min(range.lowerBound, bytes.count))
    return query[..<index].count + 1
  }

  /// The query with the place of the problem between brackets: a caret below would stand wrong under Arabic letters. Of a
  /// long query what is near the place.
  public var pointed: String {
    let bytes = Array(query.utf8)
    let (start, end) = (min(range.lowerBound, bytes.count), min(range.upperBound, bytes.count))
    let parts = [bytes[..<start], bytes[start..<end], bytes[end...]].map { String(decoding: $0, as: UTF8.self) }
    let before = parts[0].count <= Self.longest ? parts[0] : "…" + parts[0].suffix(Self.longest)
    return "\(before)⟦\(Self.clipped(parts[1]))⟧\(Self.clipped(parts[2]))"
  }

  /// The most letters of each part of a query that are repeated in a message.
  private static let longest = 100

  /// The beginning of a text that is too long for a message.
  public static func clipped(_ text: String) -> String { text.count <= longest ? text : text.prefix(longest) + "…" }

  /// Where, what was found, and what to do.
  public var description: String {
    let place = "the query, at letter \(column): "
    switch problem {
    case .unclosedQuote: return place + "a quotation mark is opened and not closed; close it, or leave it out"
    case .unbalancedBracket: return place + "a bracket has no partner; add it, or put the words in quotation marks"
    case .unknownField(let name, let meant): return place + "there is no field '\(name):'; did you mean '\(meant):'?"
    case .emptyField(let name):
      return place + "'\(name):' needs a value right behind it, as in \(name):\(Self.example(name))"
    case .badDate(let text):
      return place + "'\(text)' is no date or range of dates; write 2023, 2023-11, 2023-11-13 or 2023-11..2024-01"
    case .badLanguage(let text): return place + "'\(text)' is no language tag; write ar, fa, ur, he or en"
    case .badState(let text): return place + "'\(text)' is no state; write unread, read, direct or indirect"
    case .danglingOr: return place + "OR needs something to its left and right"
    case .danglingMark(let mark): return place + "'\(mark)' needs a word"
    case .tooDeep: return place + "brackets are nested more than \(QueryParser.deepest) deep; simplify the query"
    case .tooLong:
      return place + "a query has at most \(QueryParser.longest) words; leave the rest out, or search in several steps"
    }
  }

  private static func example(_ name: String) -> String {
    switch name {
    case "date": "2023-11..2024-01"
    case "lang": "ar"
    case "cue": "deny"
    case "is": "unread"
    default: "word or \(name):\"two words\""
    }
  }
}
