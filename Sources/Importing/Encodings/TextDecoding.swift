/// Bytes as text, and what a reader should know about how they were read.
struct DecodedText {
  var text: String
  /// What was guessed or lost; `nil` where the bytes were what they said.
  var note: String?
}

/// `bytes` as text, without a byte order mark and without zeros.
///
/// UTF-8 is recognised by itself, whatever was declared: other text is hardly ever valid UTF-8 by chance. Else the declared
/// encoding counts, unless the letters say otherwise; else the one of Windows-1256, ISO-8859-6, Windows-1255 and
/// Windows-1252 whose letters fit best.
/// - Complexity: O(*n*).
func decodedText(_ bytes: [UInt8], declared: String?) -> DecodedText {
  var bytes = bytes
  if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
  if bytes.contains(0) { bytes.removeAll { $0 == 0 } }
  let label = declared.map(canonicalEncoding) ?? ""
  if label.hasPrefix("ISO-2022"), let text = converted(bytes, from: label) {
    return DecodedText(text: String(decoding: text, as: UTF8.self))
  }
  if let text = String(validating: bytes, as: UTF8.self) { return DecodedText(text: text) }

  let (whole, broken) = sequences(in: bytes)
  if whole >= 8 * broken {
    return DecodedText(
      text: String(decoding: bytes, as: UTF8.self),
      note: "found \(broken) places that are not UTF-8, shown as \u{FFFD}; convert the file with iconv")
  }
  let best = bestLegacyEncoding(bytes)
  if !label.isEmpty, label != "UTF-8" {
    let isLatin = ["WINDOWS-1252", "ISO-8859-15", "MACINTOSH", "WINDOWS-1250", "WINDOWS-1254"].contains(label)
    if !(isLatin && best.name != LegacyEncoding.windows1252.name), let text = converted(bytes, from: label) {
      return DecodedText(text: String(decoding: text, as: UTF8.self))
    }
  }
  let instead = declared.map { " instead of the declared \($0)" } ?? ""
  return DecodedText(
    text: best.text(bytes),
    note: "found bytes that are not UTF-8, read as \(best.name)\(instead), which fits best; if letters are wrong, "
      + "convert the file with iconv")
}

/// What iconv calls an encoding that a document declares, with the substitutions that web browsers make.
func canonicalEncoding(_ label: String) -> String {
  let upper = label.uppercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
  switch upper {
  case "UTF8", "UTF-8", "UNICODE-1-1-UTF-8": return "UTF-8"
  case "ISO-8859-1", "ISO8859-1", "LATIN1", "US-ASCII", "ASCII", "ANSI", "CP1252", "ISO_8859-1": return "WINDOWS-1252"
  case "CP1256", "X-CP1256", "WINDOWS1256", "1256": return "WINDOWS-1256"
  case "CP1255", "X-CP1255", "WINDOWS1255", "ISO-8859-8", "ISO-8859-8-I", "LOGICAL", "VISUAL": return "WINDOWS-1255"
  case "ISO-8859-6-I", "ISO-8859-6-E", "ARABIC", "ECMA-114", "ASMO-708", "ISO8859-6": return "ISO-8859-6"
  case "ISO-8859-9", "LATIN5": return "WINDOWS-1254"
  default: return upper
  }
}

/// The encoding that a page or feed declares about itself in its first kilobytes.
func declaredEncoding(inMarkup bytes: [UInt8]) -> String? {
  let head = String(decoding: bytes.prefix(4096).map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self).lowercased()
  for key in ["charset", "encoding"] {
    var rest = head[...]
    while let found = rest.firstRange(of: key) {
      rest = rest[found.upperBound...]
      var value = rest.drop { $0.isWhitespace }
      guard value.first == "=" else { continue }
      value = value.dropFirst().drop { $0.isWhitespace || $0 == "\"" || $0 == "'" }
      let name = value.prefix { $0.isLetter || $0.isNumber || "-_:.".contains($0) }
      if !name.isEmpty { return String(name) }
    }
  }
  return nil
}

/// How many sequences of several bytes are right UTF-8, and how many places are not.
private func sequences(in bytes: [UInt8]) -> (whole: Int, broken: Int) {
  var (whole, broken, at) = (0, 0, 0)
  while at < bytes.count {
    let lead = bytes[at]
    if lead < 0x80 {
      at += 1
      continue
    }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1
    let rest = bytes[(at + 1)..<min(bytes.count, at + length)]
    if length > 1, lead < 0xF5, rest.count == length - 1, rest.allSatisfy({ $0 & 0xC0 == 0x80 }) {
      whole += 1
      at += length
    } else {
      broken += 1
      at += 1
    }
  }
  return (whole, broken)
}
