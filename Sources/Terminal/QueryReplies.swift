/// Finds the answers of a terminal among the bytes that came from it.
struct QueryReplies {
  /// What was found.
  private(set) var replies = TerminalFacts.Replies()
  /// The columns of the cursor reports (CPR), in the order they came, from 1.
  private(set) var cursorColumns: [Int] = []
  /// Bytes that belong to no answer: the user types already.
  private(set) var typed: [UInt8] = []
  private var bytes: [UInt8] = []

  /// Whether the last question was answered, and so all that will ever be.
  var isComplete: Bool { replies.primary != nil }

  /// Takes in what arrived.
  mutating func feed(_ arrived: some Sequence<UInt8>) {
    bytes.append(contentsOf: arrived)
    while let length = sequenceLength() {
      take(Array(bytes.prefix(length)))
      bytes.removeFirst(length)
    }
  }

  /// Says that nothing more will come; what is left was typed.
  mutating func finish() {
    // A lone Escape is a key; a longer beginning is an answer cut off.
    if bytes.count <= 2 { typed += bytes }
    bytes = []
  }

  /// The bytes of the first sequence or character, or `nil` when it is not complete.
  private func sequenceLength() -> Int? {
    guard let first = bytes.first else { return nil }
    guard first == 0x1B else { return 1 }
    guard bytes.count > 1 else { return nil }
    switch bytes[1] {
    case UInt8(ascii: "["):
      return bytes.indices.dropFirst(2).first { (0x40...0x7E).contains(bytes[$0]) }.map { $0 + 1 }
    case UInt8(ascii: "P"), UInt8(ascii: "]"):
      for index in bytes.indices.dropFirst(2) {
        if bytes[index] == 0x07, bytes[1] == UInt8(ascii: "]") { return index + 1 }
        if bytes[index] == UInt8(ascii: "\\"), bytes[index - 1] == 0x1B { return index + 1 }
      }
      return nil
    default: return 2
    }
  }

  private mutating func take(_ sequence: [UInt8]) {
    let text = String(decoding: sequence, as: UTF8.self)
    if let inside = Self.inside(text, "\u{1B}P>|", "\u{1B}\\") {
      replies.version = inside
    } else if let inside = Self.inside(text, "\u{1B}[>", "c") {
      replies.secondary = inside
    } else if let inside = Self.inside(text, "\u{1B}[?", "c") {
      replies.primary = inside
    } else if let inside = Self.inside(text, "\u{1B}[8;", "$y") {
      replies.bidiMode = Int(inside)
    } else if let inside = Self.inside(text, "\u{1B}[", "R"), let column = Self.column(inside) {
      cursorColumns.append(column)
    } else if !text.hasPrefix("\u{1B}P"), !text.hasPrefix("\u{1B}]"), !text.hasPrefix("\u{1B}[?") {
      typed += sequence
    }
  }

  private static func inside(_ text: String, _ prefix: String, _ suffix: String) -> String? {
    guard text.hasPrefix(prefix), text.hasSuffix(suffix) else { return nil }
    return String(text.dropFirst(prefix.count).dropLast(suffix.count))
  }

  private static func column(_ report: String) -> Int? {
    let numbers = report.split(separator: ";").map { Int($0) }
    return numbers.count == 2 ? numbers[1] : nil
  }
}
