import DevTables
import Testing
import UnicodeText

/// The installed Unicode Character Database, which holds the conformance files.
enum UnicodeData {
  /// Where Debian's package `unicode-data` puts it.
  static let folder = "/usr/share/unicode"

  /// The version installed, or `nil` when there is none.
  // No file means no version: the suites that need it are then skipped, and say so.
  static let version = try? UCDFile(path: folder + "/PropList.txt").version

  /// The condition of suites that read the files.
  static let isInstalled = ConditionTrait.enabled(
    if: version == unicodeVersion,
    "needs Debian's unicode-data \(unicodeVersion) in \(folder), found \(version ?? "none")")
}

/// Reads a conformance file byte by byte: a test in a debug build must not make strings of half a million lines.
struct ByteScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var place = 0
  /// The line at hand, from 1.
  private(set) var line = 1

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var isAtEnd: Bool { place >= bytes.count }

  /// The byte at hand; a line feed at the end of the file.
  var byte: UInt8 { place < bytes.count ? bytes[place] : 10 }

  mutating func advance() { place += 1 }

  mutating func skipLine() {
    while byte != 10 { place += 1 }
    place += 1
    line += 1
  }

  mutating func skipBlanks() {
    while byte == 32 || byte == 9 { place += 1 }
  }

  /// Whether the line at hand begins so; what was recognised is skipped.
  mutating func skip(_ prefix: StaticString) -> Bool {
    let count = prefix.utf8CodeUnitCount
    guard place + count <= bytes.count else { return false }
    for index in 0..<count where bytes[place + index] != prefix.utf8Start[index] { return false }
    place += count
    return true
  }

  /// The number at hand, or `nil`.
  mutating func number(radix: UInt32 = 10) -> UInt32? {
    var value: UInt32 = 0
    var isNumber = false
    while true {
      let byte = UInt32(byte)
      let digit: UInt32
      switch byte {
      case 48...57: digit = byte - 48
      case 65...70 where radix == 16: digit = byte - 55
      default: return isNumber ? value : nil
      }
      value = value * radix + digit
      isNumber = true
      place += 1
    }
  }
}

/// Adds a scalar's UTF-8 bytes; lone surrogates, which conformance files use, as the three bytes they would have.
func appendUTF8(_ scalar: UInt32, to bytes: inout [UInt8]) {
  switch scalar {
  case ..<0x80: bytes.append(UInt8(scalar))
  case ..<0x800:
    bytes.append(UInt8(0xC0 | scalar >> 6))
    bytes.append(UInt8(0x80 | scalar & 0x3F))
  case ..<0x10000:
    bytes.append(UInt8(0xE0 | scalar >> 12))
    bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
    bytes.append(UInt8(0x80 | scalar & 0x3F))
  default:
    bytes.append(UInt8(0xF0 | scalar >> 18))
    bytes.append(UInt8(0x80 | scalar >> 12 & 0x3F))
    bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
    bytes.append(UInt8(0x80 | scalar & 0x3F))
  }
}
