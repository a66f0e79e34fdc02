/// What became of text that was once decoded by the wrong encoding.
enum MojibakeFinding: Equatable {
  /// Nothing of the kind was found.
  case none
  /// All of it could be read right again; the encoding that it had been read by.
  case repaired(String, encoding: String)
  /// It looks so but cannot be read right again.
  case suspected
}

/// Finds UTF-8 that was read as Windows-1252 or Windows-1256 (`Ø§Ù„`, `ط§ظ„`), and Windows-1256 that was read as
/// Windows-1252 (`ÇáÓáÇã`), and undoes it line by line where that is certain.
///
/// Certain means: a line's letters beyond ASCII, written in the wrong encoding, are valid UTF-8 to the last byte, and at
/// least four letters of it, which ordinary text in any language never is.
/// - Complexity: O(*n*); one look at each byte where nothing is found.
func mojibake(in text: String) -> MojibakeFinding {
  guard looksGarbled(text) else { return .none }
  var encodings: Set<String> = []
  var remains = false
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
    if let (repaired, encoding) = repairedLine(line) {
      encodings.insert(encoding)
      return repaired
    }
    if looksGarbled(String(line)) { remains = true }
    return String(line)
  }
  guard let encoding = encodings.min() else { return remains ? .suspected : .none }
  return remains ? .suspected : .repaired(lines.joined(separator: "\n"), encoding: encoding)
}

private func repairedLine(_ line: Substring) -> (String, String)? {
  for encoding in [LegacyEncoding.windows1252, .windows1256] {
    guard let bytes = encoding.encoded(line.unicodeScalars), bytes.count(where: { $0 >= 0xC2 }) >= 4,
      let text = String(validating: withHardBlanks(bytes), as: UTF8.self)
    else { continue }
    return (text, encoding.name)
  }
  // Legacy Arabic read as Latin: nothing but accented letters where Arabic is expected, and good Arabic behind them.
  guard isAccentedThroughout(line), let bytes = LegacyEncoding.windows1252.encoded(line.unicodeScalars) else {
    return nil
  }
  let best = bestLegacyEncoding(bytes)
  guard best.name != LegacyEncoding.windows1252.name else { return nil }
  return (best.text(bytes), LegacyEncoding.windows1252.name)
}

/// A no-break space that ended a letter has often become a blank on the way: A0 again where UTF-8 needs it.
private func withHardBlanks(_ bytes: [UInt8]) -> [UInt8] {
  var bytes = bytes
  for index in bytes.indices.dropLast() where 0xC2...0xDF ~= bytes[index] && bytes[index + 1] == 0x20 {
    bytes[index + 1] = 0xA0
  }
  return bytes
}

/// Whether the letters that begin UTF-8's sequences, seen through the wrong table, are too many.
private func looksGarbled(_ text: String) -> Bool {
  var (latinLeads, arabicLeads, arabic, accented, latin) = (0, 0, 0, 0, 0)
  var previous: UInt8 = 0
  var wasLead = false
  for byte in text.utf8 {
    // What follows in a sequence is no ASCII either; a sign of multiplication between blanks is no lead.
    if wasLead, byte >= 0x80 { latinLeads += 1 }
    wasLead = false
    switch previous {
    case 0xC3:
      // Ø Ù Ú Û × and Ã Â: what D8, D9, DA, DB, D7, C3 and C2 are in Windows-1252.
      accented += 1
      wasLead = [0x98, 0x99, 0x9A, 0x9B, 0x97, 0x83, 0x82].contains(byte)
    case 0xD8:
      arabic += 1
      if byte == 0xB7 || byte == 0xB8 { arabicLeads += 1 }
    case 0xD9, 0xDA, 0xDB: arabic += 1
    default: break
    }
    if 0x41...0x5A ~= byte & 0xDF { latin += 1 }
    previous = byte
  }
  if arabicLeads >= 4, arabicLeads * 20 > arabic * 9 { return true }
  if latinLeads >= 4, latinLeads * 3 > accented { return true }
  return accented >= 12 && accented > 3 * latin
}

private func isAccentedThroughout(_ line: Substring) -> Bool {
  var (accented, latin) = (0, 0)
  for scalar in line.unicodeScalars {
    switch scalar.value {
    case 0xC0...0xFF: accented += 1
    case 0x41...0x5A, 0x61...0x7A: latin += 1
    case 0x100...0x24F, 0x370...0x1FFF: return false
    default: break
    }
  }
  return accented >= 8 && accented > 3 * latin
}
