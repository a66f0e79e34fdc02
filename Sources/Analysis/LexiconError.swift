/// Why a lexicon file, or one row of it, was left out.
public struct LexiconError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public enum Problem: Hashable, Sendable {
    /// No lexicon has a file of this name.
    case unknownFile(known: [String])
    /// The bytes are not UTF-8.
    case notUTF8
    /// The first line does not name the columns this kind of file has.
    case header(found: [String], expected: [String])
    /// A row has too few or too many columns.
    case columns(found: Int, expected: Int)
    /// A column that must not be empty is.
    case empty(column: String)
    /// A column holds a word that is not one of those known.
    case unknownValue(column: String, found: String, known: [String])
    /// A name holds no letter or digit that could be found in a text.
    case noLetters(column: String, found: String)
    /// A model of names that is cut short or of another version.
    case model(found: String, expected: String)
  }

  /// The file's name, as it was handed in.
  public let file: String

  /// The line, from 1.
  public let line: Int

  /// What is wrong.
  public let problem: Problem

  /// Creates an error.
  public init(file: String, line: Int, problem: Problem) {
    self.file = file
    self.line = line
    self.problem = problem
  }

  /// Where, what was found, what was expected, and what to do.
  public var description: String {
    let place = "\(file):\(line): "
    switch problem {
    case .unknownFile(let known):
      return place + "found a file of this name; expected one of: \(known.joined(separator: ", "))"
    case .notUTF8:
      return place + "found bytes that are not UTF-8; save the file as UTF-8"
    case .header(let found, let expected):
      let list = expected.joined(separator: ", ")
      return place + "found the columns \(found.joined(separator: ", ")); expected the first line to name \(list)"
    case .columns(let found, let expected):
      return place + "found \(found) columns, expected \(expected) (separate them with one tab)"
    case .empty(let column):
      return place + "found nothing in column '\(column)'; expected a value"
    case .unknownValue(let column, let found, let known):
      return place + "found '\(found)' in column '\(column)'; expected one of: \(known.joined(separator: ", "))"
    case .noLetters(let column, let found):
      return place + "found '\(found)' in column '\(column)'; expected a name with letters or digits"
    case .model(let found, let expected):
      return place + "found \(found), expected \(expected); names come from the rules alone. Make it anew: dev train"
    }
  }
}
