/// The fields of a message or of a part of one.
///
/// - Source: RFC 5322; raw letters beyond ASCII, which old programs sent, are read as UTF-8 or what fits best.
struct MailHeader {
  private var fields: [String: String] = [:]

  /// The bytes behind the header.
  private(set) var body: ArraySlice<UInt8>

  /// The most bytes that are read as a header; more is no message.
  private static let limit = 1 << 18

  /// Reads the fields up to the first empty line. The first of several fields with one name counts.
  init(_ message: ArraySlice<UInt8>) {
    var lines: [ArraySlice<UInt8>] = []
    var at = message.startIndex
    while at < message.endIndex {
      let end = message[at...].firstIndex(of: 0x0A) ?? message.endIndex
      var line = message[at..<end]
      if line.last == 0x0D { line.removeLast() }
      at = min(end + 1, message.endIndex)
      if line.isEmpty { break }
      if at - message.startIndex <= Self.limit { lines.append(line) }
    }
    body = message[at...]
    var current: [UInt8] = []
    func finish(_ fields: inout [String: String]) {
      guard let colon = current.firstIndex(of: 0x3A) else { return }
      let name = String(decoding: current[..<colon], as: UTF8.self).lowercased()
      if fields[name] == nil, fields.count < 500 {
        fields[name] = withSingleBlanks(decodedText(Array(current[(colon + 1)...]), declared: nil).text)
      }
    }
    for line in lines {
      if line.first == 0x20 || line.first == 0x09 {
        // Folding is undone by putting the lines together; the blank at the beginning stays.
        current += line
      } else {
        finish(&fields)
        current = Array(line)
      }
    }
    finish(&fields)
  }

  /// A field as it stands, unfolded; empty where it is missing.
  subscript(_ name: String) -> String { fields[name] ?? "" }

  /// A field for people: encoded words are read.
  func words(_ name: String) -> String { withSingleBlanks(decodedWords(self[name])) }

  /// Whether nothing here makes it a message.
  var isEmpty: Bool { fields.isEmpty }

  /// The value of a field before its parameters, in lower case.
  func value(_ name: String) -> String {
    String(trimmed(self[name].prefix { $0 != ";" })).lowercased()
  }

  /// One parameter of a field, `charset` of `text/plain; charset=utf-8`; `nil` where it is missing.
  ///
  /// - Source: RFC 2045; RFC 2231's continuations are not needed for what is read here.
  func parameter(_ parameter: String, of name: String) -> String? {
    var rest = self[name][...]
    guard let start = rest.firstIndex(of: ";") else { return nil }
    rest = rest[start...]
    while rest.first == ";" {
      rest = trimmed(rest.dropFirst())
      let key = trimmed(rest.prefix { $0 != "=" && $0 != ";" }).lowercased()
      rest = rest.drop { $0 != "=" && $0 != ";" }
      var value = ""
      if rest.first == "=" {
        rest = rest.dropFirst().drop { $0 == " " }
        if rest.first == "\"" {
          rest = rest.dropFirst()
          while let next = rest.first, next != "\"" {
            rest = rest.dropFirst()
            if next == "\\", let escaped = rest.first {
              value.append(escaped)
              rest = rest.dropFirst()
            } else {
              value.append(next)
            }
          }
          rest = rest.drop { $0 != ";" }
        } else {
          value = String(trimmed(rest.prefix { $0 != ";" }))
          rest = rest.drop { $0 != ";" }
        }
      }
      if key == parameter { return value.isEmpty ? nil : value }
    }
    return nil
  }
}

/// Text in which encoded words (`=?utf-8?B?…?=`) are read. Bytes of one letter may be split among neighbours.
///
/// - Source: RFC 2047.
func decodedWords(_ text: String) -> String {
  guard text.contains("=?") else { return text }
  var out = ""
  var pending: [UInt8] = []
  var pendingCharset = ""
  var rest = text[...]
  func flush() {
    if !pending.isEmpty { out += decodedText(pending, declared: pendingCharset).text }
    pending = []
  }
  while let start = rest.firstRange(of: "=?") {
    let between = rest[..<start.lowerBound]
    let parts = rest[start.upperBound...].split(separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 4, parts[3].hasPrefix("="), let bytes = encodedBytes(parts[1], parts[2]) else {
      flush()
      out += rest[..<start.upperBound]
      rest = rest[start.upperBound...]
      continue
    }
    let charset = String(parts[0].prefix { $0 != "*" })
    // Blanks between two encoded words are none.
    if !pending.isEmpty, trimmed(between).isEmpty, charset.lowercased() == pendingCharset.lowercased() {
      pending += bytes
    } else {
      let wasWord = !pending.isEmpty
      flush()
      if !(wasWord && trimmed(between).isEmpty) { out += between }
      pending = bytes
      pendingCharset = charset
    }
    rest = parts[3].dropFirst()
  }
  flush()
  return out + rest
}

private func encodedBytes(_ encoding: Substring, _ text: Substring) -> [UInt8]? {
  switch encoding.lowercased() {
  case "b": return base64Bytes(text.utf8)
  case "q": return quotedPrintableBytes(text.utf8.map { $0 == 0x5F ? 0x20 : $0 })
  default: return nil
  }
}

/// Bytes of Base64; what is none of its alphabet is passed over.
///
/// - Source: RFC 2045, 6.8.
func base64Bytes(_ text: some Sequence<UInt8>) -> [UInt8] {
  var out: [UInt8] = []
  var bits: UInt32 = 0
  var count = 0
  for byte in text {
    let value: UInt32
    switch byte {
    case 0x41...0x5A: value = UInt32(byte) - 0x41
    case 0x61...0x7A: value = UInt32(byte) - 0x61 + 26
    case 0x30...0x39: value = UInt32(byte) - 0x30 + 52
    case 0x2B, 0x2D: value = 62
    case 0x2F, 0x5F: value = 63
    case 0x3D:
      (bits, count) = (0, 0)
      continue
    default: continue
    }
    bits = (bits << 6 | value) & 0xFFFFFF
    count += 6
    if count >= 8 {
      count -= 8
      out.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
    }
  }
  return out
}

/// Bytes of Quoted-Printable; what is none is kept as it is.
///
/// - Source: RFC 2045, 6.7.
func quotedPrintableBytes(_ text: some Sequence<UInt8>) -> [UInt8] {
  let bytes = Array(text)
  var out: [UInt8] = []
  out.reserveCapacity(bytes.count)
  func hex(_ index: Int) -> UInt8? {
    guard index < bytes.count else { return nil }
    switch bytes[index] {
    case 0x30...0x39: return bytes[index] - 0x30
    case 0x41...0x46: return bytes[index] - 0x37
    case 0x61...0x66: return bytes[index] - 0x57
    default: return nil
    }
  }
  var at = 0
  while at < bytes.count {
    guard bytes[at] == 0x3D else {
      out.append(bytes[at])
      at += 1
      continue
    }
    if let high = hex(at + 1), let low = hex(at + 2) {
      out.append(high << 4 | low)
      at += 3
      continue
    }
    // A soft line break, with blanks that were added on the way.
    var end = at + 1
    while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 || bytes[end] == 0x0D { end += 1 }
    if end < bytes.count, bytes[end] == 0x0A {
      at = end + 1
    } else {
      out.append(bytes[at])
      at += 1
    }
  }
  return out
}
