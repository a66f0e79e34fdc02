import Testing
import UnicodeText

struct UTF8DecodingTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let scalars: [UInt32]
    var testDescription: String { name }
  }

  static let rows = [
    Row(
      name: "one to four bytes", bytes: [0x41, 0xD9, 0x84, 0xE2, 0x82, 0xAC, 0xF0, 0x9F, 0x98, 0x80],
      scalars: [0x41, 0x644, 0x20AC, 0x1F600]),
    Row(name: "a lone continuation byte", bytes: [0x80, 0x41], scalars: [0xFFFD, 0x41]),
    Row(name: "a cut sequence at the end is one", bytes: [0x41, 0xE2, 0x82], scalars: [0x41, 0xFFFD]),
    Row(name: "a cut sequence before a letter is one", bytes: [0xF0, 0x9F, 0x98, 0x41], scalars: [0xFFFD, 0x41]),
    Row(name: "an overlong slash", bytes: [0xC0, 0xAF], scalars: [0xFFFD, 0xFFFD]),
    Row(name: "an overlong letter of three bytes", bytes: [0xE0, 0x81, 0x81], scalars: [0xFFFD, 0xFFFD, 0xFFFD]),
    Row(name: "a surrogate", bytes: [0xED, 0xA0, 0x80], scalars: [0xFFFD, 0xFFFD, 0xFFFD]),
    Row(name: "past the last code point", bytes: [0xF4, 0x90, 0x80, 0x80], scalars: [0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD]),
    Row(name: "bytes that never occur", bytes: [0xFE, 0xFF, 0xF8], scalars: [0xFFFD, 0xFFFD, 0xFFFD]),
    Row(name: "the last code point", bytes: [0xF4, 0x8F, 0xBF, 0xBF], scalars: [0x10FFFF]),
  ]

  @Test("decoding", arguments: rows)
  func decodes(_ row: Row) {
    var scalars: [UInt32] = []
    row.bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      var place = 0
      while place < buffer.count { scalars.append(decodedScalar(base, &place, buffer.count)) }
    }
    #expect(scalars == row.scalars)
  }

  @Test("every scalar comes back")
  func allScalars() {
    var failures = 0
    for value in 0...UInt32(0x10FFFF) where Unicode.Scalar(value) != nil {
      var bytes: [UInt8] = []
      appendUTF8(value, to: &bytes)
      bytes.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return }
        var place = 0
        if decodedScalar(base, &place, buffer.count) != value || place != buffer.count { failures += 1 }
      }
    }
    #expect(failures == 0)
  }
}
