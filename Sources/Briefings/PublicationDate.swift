/// When an article was published, as exactly as its source said.
///
/// - Shape: ISO 8601: `2023-11-13`, `2023-11-13T08:00`, `2023-11-13T08:00:00`, with `Z` or an offset or neither.
/// - Units: days of the proleptic Gregorian calendar; a time without an offset counts as UTC.
public struct PublicationDate: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The date as it was given, in ISO 8601 (a space between date and time becomes `T`).
  public let text: String

  /// Seconds since 1970-01-01T00:00:00Z.
  public let seconds: Int64

  /// Reads a date; `nil` when `text` is not one.
  ///
  /// - Complexity: O(1).
  public init?(_ text: String) {
    var reader = DigitReader(bytes: Array(text.utf8))
    guard let year = reader.number(4), reader.take("-"), let month = reader.number(2), reader.take("-"),
      let day = reader.number(2), 1...12 ~= month, 1...daysInMonth(year, month) ~= day
    else { return nil }
    var seconds = daysSince1970(year, month, day) * 86_400
    var normal = Array(text.utf8)
    if !reader.atEnd {
      guard reader.take("T") || reader.take("t") || reader.take(" "), let hour = reader.number(2), reader.take(":"),
        let minute = reader.number(2), hour < 24, minute < 60
      else { return nil }
      normal[10] = UInt8(ascii: "T")
      seconds += Int64(hour * 3600 + minute * 60)
      if reader.take(":") {
        guard let second = reader.number(2), second <= 60 else { return nil }
        seconds += Int64(second)
        if reader.take(".") { guard reader.skipDigits() > 0 else { return nil } }
      }
      if !(reader.take("Z") || reader.take("z")), !reader.atEnd {
        let sign: Int64 = reader.take("+") ? 1 : reader.take("-") ? -1 : 0
        guard sign != 0, let hours = reader.number(2) else { return nil }
        _ = reader.take(":")
        guard let minutes = reader.number(2), hours < 24, minutes < 60 else { return nil }
        seconds -= sign * Int64(hours * 3600 + minutes * 60)
      }
      guard reader.atEnd else { return nil }
    }
    self.text = String(decoding: normal, as: UTF8.self)
    self.seconds = seconds
  }

  /// The calendar day, `2023-11-13`.
  public var day: String { String(text.prefix(10)) }

  /// What is shown to a person.
  public var description: String { text }

  /// The order in lists.
  public static func < (a: Self, b: Self) -> Bool { a.seconds < b.seconds }
}

private struct DigitReader {
  let bytes: [UInt8]
  var at = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  var atEnd: Bool { at == bytes.count }

  mutating func number(_ digits: Int) -> Int? {
    guard at + digits <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[at..<at + digits] {
      guard 0x30...0x39 ~= byte else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    at += digits
    return value
  }

  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard at < bytes.count, bytes[at] == UInt8(ascii: scalar) else { return false }
    at += 1
    return true
  }

  mutating func skipDigits() -> Int {
    let start = at
    while at < bytes.count, 0x30...0x39 ~= bytes[at] { at += 1 }
    return at - start
  }
}

private func daysInMonth(_ year: Int, _ month: Int) -> Int {
  switch month {
  case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
  case 4, 6, 9, 11: 30
  default: 31
  }
}

/// Days from 1970-01-01, by the civil-from-days method on years that begin in March.
private func daysSince1970(_ year: Int, _ month: Int, _ day: Int) -> Int64 {
  let shifted = month > 2 ? year : year - 1
  let era = (shifted >= 0 ? shifted : shifted - 399) / 400
  let yearOfEra = shifted - era * 400
  let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
  let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
  return Int64(era * 146_097 + dayOfEra - 719_468)
}
