import Glibc

/// One file of the Unicode Character Database: its version and its rows.
///
/// - Shape: lines of fields parted by semicolons, the first a code point or a range of them; `#` begins a comment.
///   Comments of the form `# @missing: 0000..10FFFF; Value` give the value of code points that have no row.
/// - Source: UAX #44, section 4.2.
public struct UCDFile: Sendable {
  /// One line of data.
  public struct Row: Sendable {
    /// The code points it is about.
    public let range: ClosedRange<Int>
    /// The fields after the first, without blanks around them.
    public let fields: [String]
  }

  /// Where the file was found.
  public let path: String
  /// The version its first line names, such as `15.0.0`; empty where it names none.
  public let version: String
  /// The rows, in the file's order.
  public private(set) var rows: [Row] = []
  /// The rows of `@missing` lines, in the file's order: later ones win over earlier ones.
  public private(set) var defaults: [Row] = []

  /// Reads and parses a file.
  ///
  /// - Throws: `UCDError.unreadable` or `UCDError.malformed`.
  public init(path: String) throws(UCDError) {
    try self.init(path: path, bytes: readFile(path))
  }

  /// Parses a file's bytes.
  ///
  /// - Throws: `UCDError.malformed` for a line whose first field is no code point.
  public init(path: String, bytes: [UInt8]) throws(UCDError) {
    self.path = path
    version = Self.version(in: bytes)
    var number = 0
    var start = 0
    while start < bytes.count {
      number += 1
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      try parse(bytes[start..<end], number: number)
      start = end + 1
    }
  }

  private mutating func parse(_ line: ArraySlice<UInt8>, number: Int) throws(UCDError) {
    var data = line
    var isDefault = false
    if let hash = line.firstIndex(of: UInt8(ascii: "#")) {
      data = line[..<hash]
      let mark = Array("# @missing:".utf8)
      if hash == line.startIndex, line.starts(with: mark) {
        data = line.dropFirst(mark.count)
        isDefault = true
      }
    }
    let fields = data.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map(Self.trimmed)
    guard let first = fields.first, !(fields.count == 1 && first.isEmpty) else { return }
    guard let range = Self.range(first) else {
      throw .malformed(path: path, line: number, found: first, expected: "a code point or a range such as 0000..10FFFF")
    }
    let row = Row(range: range, fields: Array(fields.dropFirst()))
    if isDefault { defaults.append(row) } else { rows.append(row) }
  }

  private static func version(in bytes: [UInt8]) -> String {
    let line = bytes.prefix { $0 != UInt8(ascii: "\n") }
    guard let dash = line.lastIndex(of: UInt8(ascii: "-")),
      let dot = line.lastIndex(of: UInt8(ascii: ".")), dash < dot
    else { return "" }
    return String(decoding: line[(dash + 1)..<dot], as: UTF8.self)
  }

  private static func trimmed(_ field: ArraySlice<UInt8>) -> String {
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0D }
    var field = field
    while let first = field.first, isBlank(first) { field.removeFirst() }
    while let last = field.last, isBlank(last) { field.removeLast() }
    return String(decoding: field, as: UTF8.self)
  }

  private static func range(_ field: String) -> ClosedRange<Int>? {
    let bytes = field.utf8
    guard let dot = bytes.firstIndex(of: UInt8(ascii: ".")) else { return Int(field, radix: 16).map { $0...$0 } }
    guard let low = Int(field[..<dot], radix: 16),
      let high = Int(field[bytes.index(dot, offsetBy: 2)...], radix: 16), low <= high, high <= 0x10FFFF
    else { return nil }
    return low...high
  }
}

/// The bytes of a file.
///
/// - Throws: `UCDError.unreadable`.
public func readFile(_ path: String) throws(UCDError) -> [UInt8] {
  guard let file = fopen(path, "rb") else { throw .unreadable(path: path) }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = fread(&chunk, 1, chunk.count, file)
    if count == 0 { break }
    bytes.append(contentsOf: chunk[..<count])
  }
  guard ferror(file) == 0 else { throw .unreadable(path: path) }
  return bytes
}
