import ArabicText
import Briefings
import GRDB

extension BriefingField {
  /// How a field is stored.
  var number: Int { self == .title ? 0 : 1 }

  /// The field of a stored number.
  init(number: Int) { self = number == 0 ? .title : .text }
}

/// A text compared byte by byte: what a table compares too, and without Swift's normalisation of every comparison.
struct ByteKey: Hashable {
  let text: String

  init(_ text: String) { self.text = text }

  static func == (a: Self, b: Self) -> Bool { a.text.utf8.elementsEqual(b.text.utf8) }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

/// How lists and keys are stored.
enum Encoding {
  /// A list of words, none of which holds a line break.
  static func text(_ list: [String]) -> String { list.joined(separator: "\n") }

  /// The list a text holds.
  static func list(_ text: String) -> [String] {
    text.isEmpty ? [] : text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { String($0) ?? "" }
  }

  /// The hash a stem is stored under: FNV-1a, 64 bits.
  static func hash(_ stem: String) -> Int64 {
    var digest = Digest()
    digest.add(stem)
    return digest.value
  }

  /// Tells whether a text is still the one that was meant: 32 bits.
  static func check(_ text: some Sequence<UInt8>) -> Int64 {
    var sum: UInt32 = 0x811C_9DC5
    for byte in text { sum = (sum ^ UInt32(byte)) &* 0x0100_0193 }
    return Int64(sum)
  }

  /// The same for a string.
  static func check(_ text: String) -> Int64 { check(text.utf8) }

  /// The name as it is compared; a name of marks alone stays as it is.
  static func folded(_ name: String) -> String {
    let folded = ArabicText.folded(name).split { $0 == " " || $0 == "\n" || $0 == "\t" }.joined(separator: " ")
    return folded.isEmpty ? name : folded
  }

  /// The first key of a day and the one after its last.
  static func keys(of date: PublicationDate?) -> Range<Int64> {
    guard let date else { return 1..<Int64(1) << 22 }
    let first = firstKey(ofDayAt: date.seconds)
    return first..<first + Int64(1) << 22
  }

  /// The first key of the day that holds a second.
  static func firstKey(ofDayAt seconds: Int64) -> Int64 {
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    // 719,528 days lie between year 0 and 1970; day 0 is for articles without a date.
    return max(1, days + 719_529) << 22
  }

  /// The calendar day of an article's key, `2023-11-13`; empty for undated ones.
  ///
  /// Civil from days, on years that begin in March.
  static func day(ofKey key: Int64) -> String {
    let number = key >> 22
    guard number > 0 else { return "" }
    // Days since 0000-03-01.
    let days = number - 719_529 + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let ofEra = days - era * 146_097
    let year = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * year + year / 4 - year / 100)
    let shifted = (5 * ofYear + 2) / 153
    let month = shifted + (shifted < 10 ? 3 : -9)
    let parts = [year + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - (153 * shifted + 2) / 5 + 1]
    let texts = zip(parts, [4, 2, 2]).map { part, width in
      String(repeating: "0", count: max(0, width - String(part).utf8.count)) + String(part)
    }
    return texts.joined(separator: "-")
  }
}

/// A 64-bit digest of several texts and numbers, the same on every machine.
struct Digest {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The digest so far.
  var value: Int64 { Int64(bitPattern: state ^ state >> 32) }

  mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte: byte) }
    add(byte: 0xFF)
  }

  mutating func add(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number))
    repeat {
      add(byte: UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    } while rest != 0
    add(byte: 0xFE)
  }

  mutating func add(_ place: Place?) {
    guard let place else { return add(byte: 0xFD) }
    add(place.field.number)
    add(place.span.start)
    add(place.span.end)
  }

  private mutating func add(byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
}

extension Findings {
  /// Tells findings of one version apart, such as those that came with a file and changed there.
  var digest: Int64 {
    var digest = Digest()
    digest.add(language)
    for entity in entities {
      digest.add(entity.canonical)
      digest.add(entity.type.rawValue)
      digest.add(entity.english ?? "")
      digest.add(entity.origin.rawValue)
      for mention in entity.mentions { digest.add(mention.place) }
    }
    for statement in statements {
      digest.add(statement.place)
      digest.add(statement.speaker ?? "")
      digest.add(statement.speakerPlace)
      digest.add(statement.speakerEntity ?? "")
      digest.add(statement.cue)
      digest.add(statement.cueClass.rawValue)
      digest.add(statement.target ?? "")
      digest.add(statement.targetEntity ?? "")
      digest.add(statement.kind.rawValue)
      digest.add(statement.polarity.rawValue)
      digest.add(statement.origin.rawValue)
    }
    return digest.value
  }
}
