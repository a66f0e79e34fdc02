/// Writes the Swift files of `Sources/UnicodeText/Generated`.
///
/// - Shape: numbers below 128 are kept in `StaticString`s, for a literal of twenty thousand bytes compiles at once and
///   lies in the program's constant part, while an array literal of that length takes seconds. Each number is stored
///   with bit 6 turned over, so that small numbers come out as printable letters.
public struct TableWriter: Sendable {
  /// The Unicode version named in each file.
  public let version: String

  /// Creates a writer for tables of a Unicode version.
  public init(version: String) { self.version = version }

  /// The lines every generated file begins with.
  var header: String {
    """
    // Made by `swift run dev tables` from the Unicode Character Database, version \(version). Do not edit.


    """
  }

  /// A table of a file.
  public struct Part: Sendable {
    let name: String
    let about: String
    let bytes: [UInt8]

    /// Creates a table of numbers below 128.
    public init(_ name: String, _ about: String, _ bytes: [UInt8]) {
      self.name = name
      self.about = about
      self.bytes = bytes
    }
  }

  /// A file holding several tables.
  public func file(type: String, about: String, parts: [Part]) -> String {
    let tables = parts.map { "  /// \($0.about)\n  static let \($0.name): StaticString = \(literal($0.bytes))\n" }
    return header + "/// \(about)\nenum \(type) {\n" + tables.joined(separator: "\n") + "}\n"
  }

  /// A file holding one flat list of numbers.
  public func file(type: String, about: String, count: Int, bytes: [UInt8]) -> String {
    header + """
      /// \(about)
      enum \(type) {
        static let count = \(count)

        static let bytes: StaticString = \(literal(bytes))
      }

      """
  }

  /// Numbers below 128 as a literal over several lines.
  func literal(_ numbers: [UInt8]) -> String {
    var text = "\"\"\"\n"
    var column = 0
    for number in numbers {
      if column == 0 { text += "    " }
      let piece = escaped(number ^ 0x40)
      text += piece
      column += piece.utf8.count
      if column >= 108 {
        text += "\\\n"
        column = 0
      }
    }
    if column == 0, !numbers.isEmpty { text.removeLast(2) }
    return text + "\n    \"\"\""
  }

  private func escaped(_ byte: UInt8) -> String {
    switch byte {
    case 0: return "\\0"
    case UInt8(ascii: "\\"): return "\\\\"
    case UInt8(ascii: "\""): return "\\\""
    // A blank at the end of a line would be lost to a careful editor, so blanks are spelled out.
    case 0x21...0x7E: return String(UnicodeScalar(byte))
    default: return "\\u{" + String(byte, radix: 16, uppercase: true) + "}"
    }
  }
}
