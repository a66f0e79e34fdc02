/// Where something stands in a file: its line and its column, from 1. Columns are Unicode scalars.
struct TOMLPlace: Equatable, CustomStringConvertible {
  var line: Int
  var column: Int

  var description: String { "\(line):\(column)" }
}

/// A value of a TOML file, and where it begins; that of a table with a header of its own begins there.
struct TOMLValue {
  /// What it is.
  enum Content {
    case string(String)
    case integer(Int)
    case float(Double)
    case boolean(Bool)
    /// A date, a time or both, as they are written.
    case time(String)
    case array([TOMLValue])
    case table(TOMLTable)
  }

  var content: Content
  let place: TOMLPlace

  var string: String? { if case .string(let string) = content { string } else { nil } }
  var integer: Int? { if case .integer(let integer) = content { integer } else { nil } }
  var boolean: Bool? { if case .boolean(let boolean) = content { boolean } else { nil } }
  var array: [TOMLValue]? { if case .array(let array) = content { array } else { nil } }
  var table: TOMLTable? { if case .table(let table) = content { table } else { nil } }

  /// What it is, for messages: as TOML writes it, where it is short.
  var found: String {
    switch content {
    case .string(let string): string.tomlText
    case .integer(let integer): String(integer)
    case .float(let float): String(float)
    case .boolean(let boolean): String(boolean)
    case .time(let time): time
    case .array: "an array"
    case .table: "a table"
    }
  }
}

/// Names with values, in the order of the file.
///
/// It changes only while the file is read, which comes back to a table from several places.
final class TOMLTable {
  /// How it came about, which says what may still be added to it.
  enum Origin {
    /// A header, `[a]`, or the file itself.
    case header
    /// The header of a table inside it, `[a.b]`.
    case implied
    /// A dotted name, `a.b = 1`.
    case dotted
    /// Braces: nothing can be added.
    case braces
    /// A header of several, `[[a]]`.
    case element
  }

  /// A name, where it stands, and what it was given.
  struct Entry {
    let name: String
    let place: TOMLPlace
    fileprivate(set) var value: TOMLValue
  }

  var origin: Origin
  /// How many tables and arrays are around it.
  let depth: Int
  private(set) var entries: [Entry] = []
  /// By bytes: names that only look alike are different ones, which texts in Swift are not.
  private var indices: [[UInt8]: Int] = [:]

  init(_ origin: Origin, depth: Int) {
    self.origin = origin
    self.depth = depth
  }

  /// The entry of a name.
  subscript(name: String) -> Entry? { indices[Array(name.utf8)].map { entries[$0] } }

  /// Adds a name that is not there yet.
  func add(_ name: String, at place: TOMLPlace, _ value: TOMLValue) {
    indices[Array(name.utf8)] = entries.count
    entries.append(Entry(name: name, place: place, value: value))
  }

  /// The last of the tables that headers `[[name]]` have given; `nil` where the name is something else.
  func lastElement(of name: String) -> TOMLTable? {
    guard let table = self[name]?.value.array?.last?.table, table.origin == .element else { return nil }
    return table
  }

  /// Adds a value to the array that a name has.
  func append(_ value: TOMLValue, to name: String) {
    guard let index = indices[Array(name.utf8)], case .array(var array) = entries[index].value.content else { return }
    // Else the array would be copied.
    entries[index].value.content = .array([])
    array.append(value)
    entries[index].value.content = .array(array)
  }
}

/// Why a file is no TOML.
struct TOMLError: Error {
  let place: TOMLPlace
  let found: String
  let expected: String
}

extension Unicode.Scalar {
  /// The code point in four digits or more.
  var hexadecimal: String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
