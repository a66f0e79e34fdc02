import Cells

/// A JSON value whose keys keep their order, so that output reads as the contract lists it.
indirect enum JSONValue {
  case object([(String, JSONValue)])
  case array([JSONValue])
  case string(String)
  case integer(Int)
  case number(Double)
  case bool(Bool)
  case null

  /// A string, or `null`.
  init(_ text: String?) { self = text.map { .string($0) } ?? .null }

  /// Appends the value as JSON on one line: UTF-8 as it is, controls escaped, those of DEL and C1 too.
  ///
  /// - Parameter escapesDirections: Whether the embeddings, overrides and isolates of the bidi algorithm are escaped as
  ///   well, and the line and paragraph separators.
  func write(to out: inout [UInt8], escapesDirections: Bool = false) {
    switch self {
    case .object(let pairs):
      out.append(UInt8(ascii: "{"))
      for (index, pair) in pairs.enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        JSONValue.write(pair.0, to: &out, escapesDirections)
        out.append(UInt8(ascii: ":"))
        pair.1.write(to: &out, escapesDirections: escapesDirections)
      }
      out.append(UInt8(ascii: "}"))
    case .array(let values):
      out.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        value.write(to: &out, escapesDirections: escapesDirections)
      }
      out.append(UInt8(ascii: "]"))
    case .string(let text): JSONValue.write(text, to: &out, escapesDirections)
    case .integer(let number): out.append(contentsOf: String(number).utf8)
    case .number(let number):
      let rounded = (number * 10_000).rounded() / 10_000
      out.append(contentsOf: (rounded.isFinite ? String(rounded) : "null").utf8)
    case .bool(let isTrue): out.append(contentsOf: (isTrue ? "true" : "false").utf8)
    case .null: out.append(contentsOf: "null".utf8)
    }
  }

  private static func write(_ text: String, to out: inout [UInt8], _ escapesDirections: Bool) {
    out.append(UInt8(ascii: "\""))
    var previous: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        out.append(UInt8(ascii: "\\"))
        out.append(byte)
      case 0x0A: out.append(contentsOf: "\\n".utf8)
      case 0x09: out.append(contentsOf: "\\t".utf8)
      case 0x0D: out.append(contentsOf: "\\r".utf8)
      case 0..<0x20, 0x7F: escape(UInt32(byte), to: &out)
      case 0x80...0x9F where previous == 0xC2:
        // C1, whose first byte has been written already.
        out.removeLast()
        escape(UInt32(byte), to: &out)
      case 0xA6...0xAE where escapesDirections && (previous == 0x80 || previous == 0x81):
        // U+2028 … U+202E and U+2066 … U+2069, whose first two bytes have been written already.
        let value = 0x2000 + UInt32(previous & 0x3F) << 6 + UInt32(byte & 0x3F)
        guard out.dropLast().last == 0xE2, Unicode.Scalar(value).map(isControlling) == true else { fallthrough }
        out.removeLast(2)
        escape(value, to: &out)
      default: out.append(byte)
      }
      previous = byte
    }
    out.append(UInt8(ascii: "\""))
  }

  private static func escape(_ value: UInt32, to out: inout [UInt8]) {
    let digits = Array("0123456789abcdef".utf8)
    out.append(contentsOf: "\\u".utf8)
    for place in [12, 8, 4, 0] as [UInt32] { out.append(digits[Int(value >> place & 15)]) }
  }
}

/// Writes rows in one of the formats that reading commands offer.
enum RowFormat: String, CaseIterable {
  /// For people.
  case text
  /// One array.
  case json
  /// One object a line.
  case jsonl

  /// Writes every row; `text` gives the lines for people, each as its fields.
  func write<Row>(_ rows: [Row], json: (Row) -> JSONValue, text: (Row) -> [[String]]) {
    switch self {
    case .json: Output.json(.array(rows.map(json)))
    case .jsonl: rows.forEach { Output.json(json($0)) }
    case .text: rows.forEach { text($0).forEach(Output.row) }
    }
  }

  /// Writes a row for each item as soon as it is found, but an array when all are.
  func write<Item, Row>(
    each items: [Item], _ row: (Item) throws -> Row, json: (Row) -> JSONValue, text: (Row) -> [[String]]
  ) rethrows {
    guard self != .json else { return write(try items.map(row), json: json, text: text) }
    for item in items { write([try row(item)], json: json, text: text) }
  }
}
