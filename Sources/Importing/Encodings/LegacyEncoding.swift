import Glibc

/// An encoding of one byte a letter, as a table both ways.
///
/// - Source: glibc's iconv, asked once for each byte; bytes that an encoding leaves open stand for U+0080 … U+00FF, as
///   web browsers read them.
struct LegacyEncoding: Sendable {
  /// What people and iconv call it.
  let name: String
  /// The scalar of each byte.
  let scalars: [Unicode.Scalar]
  /// Whether each byte stands for a letter at all.
  let isDefined: [Bool]
  /// The byte of each scalar beyond ASCII.
  let bytes: [Unicode.Scalar: UInt8]

  /// Arabic and Persian on Windows.
  static let windows1256 = LegacyEncoding("WINDOWS-1256")
  /// Arabic of the ISO and ECMA.
  static let iso8859Arabic = LegacyEncoding("ISO-8859-6")
  /// Hebrew on Windows; letters are where ISO-8859-8 has them.
  static let windows1255 = LegacyEncoding("WINDOWS-1255")
  /// Western Europe on Windows.
  static let windows1252 = LegacyEncoding("WINDOWS-1252")

  private init(_ name: String) {
    self.name = name
    var scalars: [Unicode.Scalar] = []
    var isDefined: [Bool] = []
    var bytes: [Unicode.Scalar: UInt8] = [:]
    for byte in UInt8.min...UInt8.max {
      let found = converted([byte], from: name).flatMap { String(validating: $0, as: UTF8.self) }
      let known = found?.unicodeScalars.first.flatMap { $0 == "\u{FFFD}" ? nil : $0 }
      let scalar = known ?? Unicode.Scalar(byte)
      scalars.append(scalar)
      isDefined.append(known != nil)
      if byte >= 0x80 { bytes[scalar] = byte }
    }
    self.scalars = scalars
    self.isDefined = isDefined
    self.bytes = bytes
  }

  /// Bytes of this encoding as text.
  func text(_ bytes: some Sequence<UInt8>) -> String {
    var view = String.UnicodeScalarView()
    for byte in bytes { view.append(scalars[Int(byte)]) }
    return String(view)
  }

  /// The bytes that this encoding writes for `text`, or `nil` where it cannot.
  func encoded(_ text: some Sequence<Unicode.Scalar>) -> [UInt8]? {
    var out: [UInt8] = []
    for scalar in text {
      if scalar.isASCII {
        out.append(UInt8(scalar.value))
      } else if let byte = bytes[scalar] {
        out.append(byte)
      } else if 0x80...0x9F ~= scalar.value {
        out.append(UInt8(scalar.value))
      } else {
        return nil
      }
    }
    return out
  }
}

/// `bytes` of an encoding that iconv knows, as UTF-8; bytes that it does not allow become U+FFFD. `nil` for an unknown
/// encoding.
func converted(_ bytes: [UInt8], from encoding: String) -> [UInt8]? {
  // Nothing but a name reaches iconv: "//" would begin its options, "/" a path.
  guard !encoding.isEmpty, encoding.utf8.count <= 40,
    encoding.unicodeScalars.allSatisfy({
      $0.isASCII && ($0.properties.isAlphabetic || "0123456789-_.:".unicodeScalars.contains($0))
    }),
    let converter = iconv_open("UTF-8", encoding), converter != iconv_t(bitPattern: -1)
  else { return nil }
  defer { iconv_close(converter) }
  var input = bytes
  var output: [UInt8] = []
  var room = [CChar](repeating: 0, count: 1 << 14)
  input.withUnsafeMutableBytes { raw in
    var next = raw.bindMemory(to: CChar.self).baseAddress
    var left = raw.count
    while left > 0 {
      let done = room.withUnsafeMutableBufferPointer { buffer in
        var start = buffer.baseAddress
        var free = buffer.count
        let result = iconv(converter, &next, &left, &start, &free)
        let reason = errno
        output.append(contentsOf: buffer.prefix(buffer.count - free).map { UInt8(bitPattern: $0) })
        return result == Int(bitPattern: UInt.max) ? reason : 0
      }
      guard done == EILSEQ || done == EINVAL else { continue }
      output.append(contentsOf: [0xEF, 0xBF, 0xBD])
      guard left > 0 else { break }
      next = next.map { $0 + 1 }
      left -= 1
    }
  }
  // Some encodings hold a letter back until they know that no mark follows.
  room.withUnsafeMutableBufferPointer { buffer in
    var start = buffer.baseAddress
    var free = buffer.count
    _ = iconv(converter, nil, nil, &start, &free)
    output.append(contentsOf: buffer.prefix(buffer.count - free).map { UInt8(bitPattern: $0) })
  }
  return output
}
