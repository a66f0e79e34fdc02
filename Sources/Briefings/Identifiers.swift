/// Names one briefing in every archive: the file's own id where it has one, else one made from its content.
///
/// - Shape: any non-empty text without control characters; compared byte by byte.
public struct BriefingID: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The id as it stands in files and on the command line.
  public let text: String

  /// Wraps an id that is already known to be one.
  public init(_ text: String) { self.text = text }

  /// What is shown to a person.
  public var description: String { text }

  /// The order in lists.
  public static func < (a: Self, b: Self) -> Bool { a.text < b.text }
}

/// Names one statement: its briefing's id, `#`, the field and the byte at which the content begins.
///
/// At most one statement begins at one byte of a field, so the name is unique, and it stays the same when the rules
/// that find statements learn to find more of them.
/// - Shape: `BRIEFING#title:12` or `BRIEFING#text:340`.
public struct StatementID: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The id as it stands in files and on the command line.
  public let text: String

  /// Wraps an id that was printed earlier.
  public init(_ text: String) { self.text = text }

  /// Makes the id of the statement whose content begins at `place`.
  public init(briefing: BriefingID, place: Place) {
    text = "\(briefing.text)#\(place.field.rawValue):\(place.span.start)"
  }

  /// The briefing's part, or `nil` when the text is not shaped like a statement's id.
  public var briefing: BriefingID? {
    guard let hash = text.lastIndex(of: "#"), hash != text.startIndex else { return nil }
    let tail = text[text.index(after: hash)...]
    guard tail.contains(":") else { return nil }
    return BriefingID(String(text[..<hash]))
  }

  /// What is shown to a person.
  public var description: String { text }

  /// The order in lists.
  public static func < (a: Self, b: Self) -> Bool { a.text < b.text }
}

/// Names one entity inside one archive. Another archive may give the same entity another number.
public struct EntityID: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The archive's number, from 1.
  public let number: Int64

  /// Wraps a number the archive gave.
  public init(_ number: Int64) { self.number = number }

  /// What is shown to a person.
  public var description: String { String(number) }

  /// The order in lists.
  public static func < (a: Self, b: Self) -> Bool { a.number < b.number }
}
