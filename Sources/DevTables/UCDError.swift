/// Why a file of the Unicode Character Database could not be used.
public enum UCDError: Error, Hashable, CustomStringConvertible {
  /// A file is missing or cannot be read.
  case unreadable(path: String)
  /// A file of the folder is of another version than the rest.
  case versions(path: String, found: String, expected: String)
  /// A line does not have the form its file promises.
  case malformed(path: String, line: Int, found: String, expected: String)
  /// A property has a value that the tables have no number for.
  case unknownValue(path: String, property: String, found: String)
  /// A table has outgrown its format.
  case tooLarge(table: String, part: String, count: Int, limit: Int)

  /// Where, what was found, what was expected, and what to do.
  public var description: String {
    switch self {
    case .unreadable(let path):
      return "\(path): cannot be read; install Debian's unicode-data, or name a folder of the Unicode Character "
        + "Database with --ucd"
    case .versions(let path, let found, let expected):
      return "\(path): is of version \(found), but the folder's ReadMe or first file is of \(expected); "
        + "use files of one version"
    case .malformed(let path, let line, let found, let expected):
      return "\(path):\(line): found '\(found)', expected \(expected)"
    case .unknownValue(let path, let property, let found):
      return "\(path): unknown value '\(found)' of \(property); add it to DevTables/PropertyValues.swift and to "
        + "the enumeration of UnicodeText"
    case .tooLarge(let table, let part, let count, let limit):
      return "table \(table) needs \(count) \(part), but has numbers for \(limit); widen them"
    }
  }
}
